//! Where the machine or a file makes it hard, the program says so and ends: no panic, no endless wait, nothing lost.

#![cfg(unix)]

use std::fs::{self, File};
use std::io::{Cursor, Read as _};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::document::document;
use crate::support::site::{TestSite, course, page, plan, service};

fn site() -> TestSite {
    TestSite::new()
        .with("content/services/a.md", service("").replace("2026-11-01", "2025-11-01"))
        .with("content/plans/a.yaml", plan(""))
        .with("content/pages/x.md", page("Text.\n"))
        .with("content/training/a.yaml", course("sessions: [{date: 2026-12-01, start: \"09:00\", end: \"10:00\"}]\n"))
}

/// Runs the program with its output and messages going where they are sent; how it ends, and what it said.
fn run(arguments: &[&str], site: Option<&TestSite>, out: Stdio, messages: Stdio) -> (Option<i32>, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(arguments).stdin(Stdio::null()).stdout(out).stderr(messages);
    if let Some(site) = site {
        program.args(["--today", "2026-11-22", "--site"]).arg(site.path());
    }
    let output = program.spawn().expect("it starts").wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

const COMMANDS: [&[&str]; 12] = [
    &["check"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["build"],
    &["export", "plan", "--format", "csv"],
    &["export", "services", "--format", "json"],
    &["export", "training", "--format", "xlsx"],
    &["report", "due"],
    &["report", "progress"],
    &["report", "coverage"],
    &["report", "reading"],
    &["report", "due", "--format", "json"],
];

#[test]
fn where_nobody_can_read_a_result_the_run_ends_in_order() {
    let site = site();
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("it is there"));
    for command in COMMANDS {
        let (status, messages) = run(command, Some(&site), full(), Stdio::piped());
        assert!(!messages.contains("panicked"), "{command:?}: {messages}");
        let says_nothing = command == ["check"];
        assert!(says_nothing || status == Some(2) && messages.contains("No space left"), "{command:?}: {messages}");
        let (status, _) = run(command, Some(&site), Stdio::null(), full());
        assert!(matches!(status, Some(0 | 1)), "{command:?}: {status:?}");
        // A reader that has gone: `| head`.
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let (status, messages) = run(command, Some(&site), writer.into(), Stdio::piped());
        assert!(matches!(status, Some(0 | 1)) && !messages.contains("panicked"), "{command:?}: {messages}");
    }
}

#[test]
fn a_day_at_the_ends_of_time_is_worked_out_or_refused() {
    let site = site();
    for day in ["-9999-01-01", "0001-01-01", "1899-12-31", "1900-01-01", "9000-12-31", "9001-01-01", "9999-12-31"] {
        for command in COMMANDS {
            let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
            program.args(command).arg(format!("--today={day}")).arg("--site").arg(site.path());
            let output = program.output().expect("it ends");
            let messages = String::from_utf8_lossy(&output.stderr);
            assert!(matches!(output.status.code(), Some(0..=2)), "{day} {command:?}: {messages}");
        }
    }
}

#[test]
fn what_never_ends_is_not_read() {
    let site = site();
    let pipe = site.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("it is there").success());
    for endless in [Path::new("/dev/zero"), &pipe] {
        let (status, messages) =
            run(&["import", "plan", &endless.to_string_lossy()], None, Stdio::null(), Stdio::piped());
        assert_eq!(status, Some(2), "{messages}");
        assert!(messages.contains("is not a regular file"), "{messages}");
    }
    fs::create_dir(site.public()).expect("a folder");
    fs::rename(&pipe, site.public().join(".fingerpost-manifest.json")).expect("it moves");
    let (status, messages) = run(&["build"], Some(&site), Stdio::null(), Stdio::piped());
    assert_eq!(status, Some(2), "{messages}");
    assert!(messages.contains("is not a regular file"), "{messages}");
}

#[test]
fn a_site_is_not_written_into_its_own_sources() {
    let site = site();
    symlink(site.path().join("content"), site.path().join("elsewhere")).expect("a link");
    for out in ["content", "content/public", "content/../content/new/x", "templates/public", "elsewhere/public"] {
        let out = site.path().join(out);
        let (status, messages) =
            run(&["build", "--out", &out.to_string_lossy()], Some(&site), Stdio::null(), Stdio::piped());
        assert_eq!(status, Some(2), "{out:?}: {messages}");
        assert!(messages.contains("where the site is written"), "{out:?}: {messages}");
    }
    assert!(!site.path().join("content/public").exists());
}

#[test]
fn a_table_is_as_large_as_what_it_holds_and_not_as_it_says() {
    let sheet = |sheet: &str| {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("S").expect("a name");
        let bytes = book.save_to_buffer().expect("a workbook");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("text");
            let name = part.name().expect("a name").into_owned();
            parts.push((name.clone(), if name.ends_with("sheet1.xml") { sheet.to_owned() } else { text }));
        }
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (&**name, &**text)).collect();
        document(&parts)
    };
    let far = |last: &str| {
        format!(
            "<worksheet><dimension ref=\"A1:{last}\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Action</t>\
             </is></c></row><row><c r=\"{last}\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>"
        )
    };
    let repeated = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
                    <office:spreadsheet><table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1048576\">\
                    <table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>\
                    </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    for (name, bytes, words) in [
        ("far.xlsx", sheet(&far("XFD1048576")), "has 1048576 rows and 16384 columns"),
        ("absurd.xlsx", sheet(&far("ZZZZZZZ4294967295")), "which is not a cell of a sheet"),
        ("overflow.xlsx", sheet(&far("A99999999999999999999")), "which is not a cell of a sheet"),
        ("repeated.ods", document(&[("content.xml", repeated)]), "more than 1000000 cells"),
        (
            "wide.csv",
            format!("Ref,Action\n1,Plant trees{}\n", ",x".repeat(17_000)).into_bytes(),
            "line 2 has more than 3000 cells",
        ),
    ] {
        let site = TestSite::empty();
        site.write(name, &bytes);
        let file = site.path().join(name);
        let (status, messages) = run(&["import", "plan", &file.to_string_lossy()], None, Stdio::null(), Stdio::piped());
        assert_eq!(status, Some(2), "{name}: {messages}");
        assert!(messages.contains(words), "{name}: {messages}");
    }
}

#[test]
fn a_workbook_has_as_many_texts_and_sheets_as_it_holds_and_not_as_it_says() {
    let book = || {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().set_name("S").expect("a name").write_string(0, 0, "Action").expect("a cell");
        book.save_to_buffer().expect("a workbook")
    };
    let changed = |part: &str, change: &dyn Fn(&str) -> String| {
        let mut archive = zip::ZipArchive::new(Cursor::new(book())).expect("a zip");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).expect("a part");
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("text");
            let name = entry.name().expect("a name").into_owned();
            let text = if name.ends_with(part) { change(&text) } else { text };
            parts.push((name, text));
        }
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (&**name, &**text)).collect();
        document(&parts)
    };
    let texts = changed("sharedStrings.xml", &|xml| xml.replace("uniqueCount=\"1\"", "uniqueCount=\"99999999999\""));
    let sheets = changed("xl/workbook.xml", &|xml| {
        let from = xml.find("<sheet ").expect("a sheet");
        let to = from + xml[from..].find("/>").expect("its end") + 2;
        xml.replace(&xml[from..to], &xml[from..to].repeat(20_000))
    });
    for (name, bytes, words) in
        [("texts.xlsx", texts, "the list of its texts cannot be read"), ("sheets.xlsx", sheets, "more than 500 sheets")]
    {
        let site = TestSite::empty();
        site.write(name, &bytes);
        let file = site.path().join(name);
        let (status, messages) = run(&["import", "plan", &file.to_string_lossy()], None, Stdio::null(), Stdio::piped());
        assert_eq!(status, Some(2), "{name}: {messages}");
        assert!(messages.contains(words), "{name}: {messages}");
    }
}
