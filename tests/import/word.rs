//! Word documents: tables cut by pages, merged cells, lists, headings between the tables.

use std::io::Write as _;

use serde_json::json;

use super::support::{Import, text};

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn heading(level: u8, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn item(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn cells(texts: &[&str]) -> String {
    let cells: String = texts.iter().map(|text| cell("", &paragraph(text))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl>{}</w:tbl>", rows.concat())
}

fn document(parts: &[String]) -> Vec<u8> {
    let xml =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>", parts.concat());
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    package.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    package.write_all(xml.as_bytes()).expect("written");
    package.finish().expect("a file").into_inner()
}

const HEADINGS: [&str; 5] = ["Ref", "Action", "Lead Officer", "Timescale", "How will we know it worked?"];

#[test]
fn tables_that_go_over_pages_make_one_plan() {
    let header = || cells(&HEADINGS);
    let steps = [paragraph("Work with schools:"), item("Write lessons"), item("Train teachers")].concat();
    let shared = cell("<w:vMerge w:val=\"restart\"/>", &paragraph("Education team"));
    let below = cell("<w:vMerge/>", "<w:p/>");
    let import = Import::of(
        "plan.docx",
        document(&[
            heading(1, "Marlsea Domestic Abuse Delivery Plan 2026-2029"),
            paragraph("We wrote this with people who have lived through abuse."),
            heading(2, "Priority 1: Prevention"),
            paragraph("Fewer people are harmed."),
            table(&[
                header(),
                format!(
                    "<w:tr>{}{}{}{}{}</w:tr>",
                    cell("", &paragraph("1.1")),
                    cell("", &steps),
                    shared,
                    cell("", &paragraph("May 2026")),
                    cell("", &paragraph("Lessons are taught"))
                ),
                format!(
                    "<w:tr>{}{}{}{}{}</w:tr>",
                    cell("", &paragraph("1.2")),
                    cell("", &paragraph("Print cards in every language that people in")),
                    below,
                    cell("", &paragraph("Ongoing")),
                    cell("", &paragraph("Cards are"))
                ),
            ]),
            paragraph("Page 2 of 3"),
            table(&[
                header(),
                format!(
                    "<w:tr>{}{}{}{}{}</w:tr>",
                    cell("", "<w:p/>"),
                    cell("", &paragraph("Marlsea speak")),
                    cell("", "<w:p/>"),
                    cell("", "<w:p/>"),
                    cell("", &paragraph("asked for"))
                ),
                format!("<w:tr>{}</w:tr>", cell("<w:gridSpan w:val=\"5\"/>", &paragraph("Priority 2: Provision"))),
                cells(&["2.1", "Open a refuge", "Jane Example (Housing)", "By Summer 2027", "<w:br/>"]),
            ]),
            table(&[cells(&["Member", "Body"]), cells(&["Chair", "Council"])]),
        ]),
    );
    import.assert_passes_check(&[]);
    let plan = import.plan();
    assert_eq!(plan["title"], "Marlsea Domestic Abuse Delivery Plan 2026-2029");
    assert_eq!(plan["summary"], "We wrote this with people who have lived through abuse.");
    assert_eq!(plan["sections"][0]["aim"], "Fewer people are harmed.");
    let found: Vec<String> = import
        .actions()
        .iter()
        .map(|(section, action)| format!("{section} {}: {}", text(&action["ref"]), text(&action["title"])))
        .collect();
    assert_eq!(
        found,
        [
            "Prevention 1.1: Work with schools",
            "Prevention 1.2: Print cards in every language that people in Marlsea speak",
            "Provision 2.1: Open a refuge",
        ]
    );
    let first = &plan["sections"][0]["actions"];
    assert_eq!(first[0]["how"], json!(["Write lessons", "Train teachers"]));
    assert_eq!(first[1]["leads"], json!(["Education team"]));
    assert_eq!(first[1]["success"], "Cards are asked for");
    assert_eq!(plan["sections"][1]["actions"][0]["leads"], json!([{"role": "Housing", "person": "Jane Example"}]));
    for word in ["Member", "Chair"] {
        assert!(import.report.contains(word), "{}", import.report);
    }
}

#[test]
fn a_part_whose_heading_says_that_it_is_confidential_is_kept_and_not_published() {
    let part =
        |number: &str, action: &str| table(&[cells(&["Ref", "Action", "Lead"]), cells(&[number, action, "Council"])]);
    let import = Import::of(
        "plan.docx",
        document(&[
            heading(1, "Priority 1: Early help"),
            part("1.1", "Open a helpline"),
            heading(1, "Confidential annex"),
            paragraph("They live above a shop."),
            heading(2, "Moves"),
            part("2.1", "Move a family at night"),
            heading(1, "Priority 2: Confidential advice"),
            part("3.1", "Open a drop-in"),
        ]),
    );
    import.assert_passes_check(&["private"]);
    let plan = import.plan();
    let sections = plan["sections"].as_array().expect("it has sections");
    let titles: Vec<_> = sections.iter().map(|section| text(&section["title"])).collect();
    assert_eq!(titles, ["Early help", "Confidential advice"]);
    let actions: Vec<_> = import.actions().iter().map(|(_, action)| text(&action["title"])).collect();
    assert_eq!(actions, ["Open a helpline", "Open a drop-in"]);
    let kept = plan["private"].to_string();
    for words in ["They live above a shop.", "Move a family at night"] {
        assert!(kept.contains(words) && !import.report.contains(words), "{kept}\n{}", import.report);
    }
    assert!(import.report.contains("give it another heading: `Confidential annex`"), "{}", import.report);
}

#[test]
fn changes_that_were_struck_out_are_not_read() {
    let changed = "<w:p><w:r><w:t>Open </w:t></w:r><w:del><w:r><w:delText>one</w:delText></w:r></w:del>\
                   <w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:r><w:t xml:space=\"preserve\"> refuges</w:t></w:r></w:p>";
    let row = format!(
        "<w:tr>{}{}{}</w:tr>",
        cell("", changed),
        cell("", &paragraph("Council")),
        cell("", &paragraph("May 2026"))
    );
    let import = Import::of("plan.docx", document(&[table(&[cells(&["Action", "Lead", "When"]), row])]));
    assert_eq!(import.actions()[0].1["title"], "Open two refuges");
}

#[test]
fn a_file_that_would_fill_the_memory_is_refused() {
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    package.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    let blank = vec![b' '; 1 << 20];
    for _ in 0..70 {
        package.write_all(&blank).expect("written");
    }
    let import = Import::of("plan.docx", package.finish().expect("a file").into_inner());
    assert_eq!(import.status, 2);
    assert!(import.report.contains("unpacks to more than 64 MB"), "{}", import.report);
}
