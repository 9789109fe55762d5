//! What is struck through was given up: an action as a whole is withdrawn, words in a cell are left out.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::canary::{assert_keeps_quiet, assert_unpublished, case, package};
use super::support::{Import, text};

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str], format: &Format) {
    for (cell, column) in cells.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
        sheet.write_string_with_format(at, column, *cell, format).expect("a cell can be written");
    }
}

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook can be made")
}

#[test]
fn a_row_struck_through_is_withdrawn_and_words_are_left_out() {
    let import = Import::of("plan.xlsx", case("struck-through.xlsx"));
    assert_keeps_quiet(&import, &["Jane Smith", "March 2026"]);
    import.assert_passes_check(&[]);
    let actions = import.actions();
    assert_eq!(actions.len(), 3);
    assert_eq!(actions[1].1["title"], "Open a drop-in at the library");
    assert_eq!(actions[1].1["updates"][0]["status"], "withdrawn");
    assert_eq!((text(&actions[2].1["leads"][0]), text(&actions[2].1["timescale"])), ("ICB".into(), "June 2027".into()));
    assert!(
        import.report.contains("row 3: this action is struck through, so its status is `withdrawn`"),
        "{}",
        import.report
    );
    assert!(import.yaml.contains("# look here: this action is struck through"), "{}", import.yaml);
    assert!(import.report.contains("left out 2 places with words struck through: D4, E4"), "{}", import.report);
}

#[test]
fn an_action_whose_words_alone_are_struck_through_is_withdrawn_too() {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "Status"], &plain);
    row(sheet, 1, &["1", "", "Council", "Complete"], &plain);
    sheet.write_string_with_format(1, 1, "Open a drop-in", &struck).expect("written");
    row(sheet, 2, &["2", "Train staff", "ICB", "Complete"], &plain);
    let import = Import::of("plan.xlsx", bytes(book));
    let actions = import.actions();
    assert_eq!(
        (text(&actions[0].1["title"]), text(&actions[0].1["status"])),
        ("Open a drop-in".into(), "withdrawn".into())
    );
    assert_eq!(actions[1].1["status"], "complete");
}

#[test]
fn a_row_struck_through_beside_a_note_of_when_is_withdrawn() {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "By when", "Update"], &plain);
    row(sheet, 1, &["1", "Open a drop-in at the library", "Council", "May 2027", ""], &struck);
    sheet.write_string_with_format(1, 4, "Given up in May", &plain).expect("written");
    row(sheet, 2, &["2", "Train staff", "ICB", "May 2027", ""], &plain);
    sheet.write_string_with_format(2, 3, "May 2026", &struck).expect("written");
    let import = Import::of("plan.xlsx", bytes(book));
    let actions = import.actions();
    assert_eq!(actions[0].1["title"], "Open a drop-in at the library");
    assert!(import.yaml.contains("status: withdrawn"), "{}", import.yaml);
    assert!(import.yaml.contains("Given up in May"), "{}", import.yaml);
    assert!(actions[1].1["timescale"].is_null(), "{}", import.yaml);
}

#[test]
fn a_step_that_is_struck_through_is_left_out() {
    let (plain, struck) = (Format::new(), Format::new().set_font_strikethrough());
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Steps", "Lead", "By when"], &plain);
    sheet.merge_range(1, 0, 3, 0, "1", &plain).expect("merged");
    sheet.merge_range(1, 1, 3, 1, "Work with schools", &plain).expect("merged");
    row(sheet, 1, &["", "", "Write lessons", "Education", "May 2027"], &plain);
    row(sheet, 2, &["", "", "CANARY", "CANARY", "June 2027"], &struck);
    row(sheet, 3, &["", "", "Train teachers", "Education", "July 2027"], &plain);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_unpublished(&import);
    let action = &import.actions()[0].1;
    assert_eq!(action["how"].as_array().map(Vec::len), Some(2), "{}", import.yaml);
    assert!(action["status"].is_null());
    assert!(
        import.report.contains("row 3: this row goes on from the action above and is struck through"),
        "{}",
        import.report
    );
}

#[test]
fn open_documents_and_texts_strike_through_as_well() {
    let styles = "<style:style style:name=\"out\" style:family=\"table-cell\"><style:text-properties \
                  style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"word\" \
                  style:family=\"text\"><style:text-properties style:text-line-through-type=\"single\"/></style:style>";
    let row = |style: &str, cells: &[&str]| {
        let cell = |text: &&str| format!("<table:table-cell {style}><text:p>{text}</text:p></table:table-cell>");
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows = [
        row("", &["Ref", "Action", "Lead", "By when"]),
        row("table:style-name=\"out\"", &["1", "Open a drop-in", "Council", "May 2027"]),
        row("", &["2", "Train staff", "<text:span text:style-name=\"word\">CANARY </text:span>ICB", "June 2027"]),
    ];
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">\
         <office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet><table:table \
         table:name=\"Plan\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let import = Import::of("plan.ods", package(&[("content.xml", &content)]));
    assert_unpublished(&import);
    let actions = import.actions();
    assert_eq!(actions[0].1["status"], "withdrawn");
    assert_eq!(actions[1].1["leads"][0], "ICB");
}
