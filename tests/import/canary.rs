//! Words that must never be published: a test puts them where a file hides things, and looks for them afterwards.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use super::support::Import;
use crate::support::site::TestSite;

/// Every word that a test hides has this in it.
const MARK: &str = "CANARY";

/// A file of `tests/import/cases/`.
pub(crate) fn case(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("`{}`: {error}", path.display()))
}

/// Fails where a hidden word is told in the report, stands outside `private:`, or is anywhere in the site that the plan
/// makes.
pub(crate) fn assert_unpublished(import: &Import) {
    assert_keeps_quiet(import, &[MARK]);
}

/// The same for the words of a case.
pub(crate) fn assert_keeps_quiet(import: &Import, words: &[&str]) {
    assert_eq!(import.status, 0, "{}", import.report);
    let plan = import.plan();
    let site = TestSite::new().with("content/plans/imported.yaml", &import.yaml).built();
    for word in words {
        assert!(!import.report.contains(word), "the report tells `{word}`:\n{}", import.report);
        assert!(!is_outside(&plan, word), "`{word}` is outside `private:`\n{}", import.yaml);
        let comments = import.yaml.lines().filter(|line| line.trim_start().starts_with('#'));
        for comment in comments {
            assert!(!comment.contains(word), "a comment tells `{word}`: {comment}");
        }
        for (name, bytes) in site.files() {
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.to_lowercase().contains(&word.to_lowercase()), "`{name}` has `{word}`");
        }
    }
}

/// Whether a word stands in a value outside `private:`.
fn is_outside(value: &Value, word: &str) -> bool {
    match value {
        Value::Object(map) => {
            map.iter().any(|(key, value)| key != "private" && (key.contains(word) || is_outside(value, word)))
        }
        Value::Array(items) => items.iter().any(|item| is_outside(item, word)),
        Value::String(text) => text.contains(word),
        _ => false,
    }
}

/// How often hidden words stand in the plan's file.
pub(crate) fn kept(import: &Import) -> usize {
    import.yaml.matches(MARK).count()
}

/// A package of parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        package.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        package.write_all(text.as_bytes()).expect("written");
    }
    package.finish().expect("a file").into_inner()
}

/// A workbook with one sheet, whose XML between `<worksheet>` and its end is given.
pub(crate) fn workbook(sheet: &str) -> Vec<u8> {
    let sheet = format!("<worksheet xmlns=\"m\">{sheet}</worksheet>");
    package(&[
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
             Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
             <sheet name=\"Plan\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship \
             Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A row of a sheet's XML, with attributes.
pub(crate) fn sheet_row(number: usize, attributes: &str, cells: &[&str]) -> String {
    let cells = cells.iter().zip('A'..).filter(|(text, _)| !text.is_empty());
    let cells: Vec<String> = cells
        .map(|(text, letter)| format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))
        .collect();
    format!("<row r=\"{number}\" {attributes}>{}</row>", cells.concat())
}
