//! Workbooks as people make them: merged cells, real dates, several sheets, colours instead of letters.

use std::io::Write as _;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Value, json};

use super::support::{Import, text};

fn actions(import: &Import) -> Vec<Value> {
    import.actions().into_iter().map(|(_, action)| action).collect()
}

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (cell, column) in cells.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
        sheet.write_string(at, column, *cell).expect("a cell can be written");
    }
}

fn date(sheet: &mut Worksheet, at: (u32, u16), day: (u16, u8, u8), format: &str) {
    let date = ExcelDateTime::from_ymd(day.0, day.1, day.2).expect("it is a day");
    sheet
        .write_datetime_with_format(at.0, at.1, &date, &Format::new().set_num_format(format))
        .expect("it can be written");
}

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook can be made")
}

#[test]
fn a_sheet_with_merged_cells_dates_and_colours_is_read_as_it_is_shown() {
    let mut book = Workbook::new();
    let format = Format::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 6, "Marlsea Community Safety Action Plan 2026/27", &format).expect("merged");
    row(sheet, 2, &["Theme", "No", "Key Action", "Owner", "Target Date", "RAG", "Comments"]);
    sheet.merge_range(3, 0, 4, 0, "Safer streets", &format).expect("merged");
    row(sheet, 3, &["", "", "Light the sea front", "Highways", "", "", "Lamps ordered"]);
    sheet.write_number(3, 1, 1.1).expect("a number");
    date(sheet, (3, 4), (2026, 5, 1), "mmm-yy");
    sheet
        .write_string_with_format(3, 5, "", &Format::new().set_background_color(Color::RGB(0x00_B0_50)))
        .expect("a colour");
    row(sheet, 4, &["", "", "Walk the town with women", "Police", "", "A", ""]);
    sheet.write_number_with_format(4, 1, 1.1, &Format::new().set_num_format("0.00")).expect("a number");
    date(sheet, (4, 4), (2026, 9, 30), "dd/mm/yyyy");
    sheet.merge_range(5, 0, 5, 6, "Safer homes", &format).expect("merged");
    row(
        sheet,
        6,
        &["", "2.1", "Fit locks • doors • windows", "Housing\nSafe Harbour", "31 March 2027", "Blue", "Done"],
    );
    let import = Import::of("plan.xlsx", bytes(book));
    import.assert_passes_check(&["plan/updates", "plan/status"]);
    let plan = import.plan();
    assert_eq!(plan["title"], "Marlsea Community Safety Action Plan 2026/27");
    assert_eq!(plan["period"], json!({"from": "2026-04", "to": "2027-03"}));
    assert_eq!(plan["sections"][0]["title"], "Safer streets");
    assert_eq!(plan["sections"][1]["title"], "Safer homes");
    let actions = actions(&import);
    assert_eq!(actions.len(), 3, "{}", import.yaml);
    assert_eq!((&actions[0]["ref"], &actions[1]["ref"]), (&json!("1.1"), &json!("1.10")));
    assert_eq!((&actions[0]["timescale"], &actions[1]["timescale"]), (&json!("May 2026"), &json!("2026-09-30")));
    assert_eq!(actions[0]["updates"][0]["status"], "on-track");
    assert_eq!(actions[1]["status"], "at-risk");
    assert_eq!(actions[2]["leads"], json!(["Housing", "Safe Harbour"]));
    assert_eq!(actions[2]["updates"][0]["status"], "complete");
}

#[test]
fn a_sheet_for_each_priority_is_a_section_for_each() {
    let mut book = Workbook::new();
    for (name, actions) in
        [("Prevention", ["Visit schools", "Print cards"]), ("Provision", ["Open a refuge", "Train staff"])]
    {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        row(sheet, 0, &["What we will do", "Who", "When", "Notes"]);
        row(sheet, 1, &[actions[0], "Council", "Dec 2026", ""]);
        row(sheet, 2, &[actions[1], "Council", "Dec 2026", ""]);
    }
    let notes = book.add_worksheet();
    notes.set_name("Lists").expect("a name");
    row(notes, 0, &["Red"]);
    row(notes, 1, &["Amber"]);
    let file = bytes(book);
    let import = Import::of("plan 2026-2029.xlsx", &file);
    import.assert_passes_check(&[]);
    let titles: Vec<String> =
        import.actions().iter().map(|(section, action)| format!("{section}: {}", text(&action["title"]))).collect();
    let expected =
        ["Prevention: Visit schools", "Prevention: Print cards", "Provision: Open a refuge", "Provision: Train staff"];
    assert_eq!(titles, expected);
    let one = Import::with("plan.xlsx", &file, &["--sheet", "Provision"]);
    assert_eq!(one.actions().len(), 2);
    let none = Import::with("plan.xlsx", &file, &["--sheet", "Provisions"]);
    assert_eq!(none.status, 2);
    assert!(none.report.contains("it has the sheets `Prevention`, `Provision`, `Lists`"), "{}", none.report);
}

#[test]
fn actions_merged_over_the_rows_of_their_steps_are_one_action_each() {
    let mut book = Workbook::new();
    let format = Format::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Objective", "Action", "Tasks", "Lead", "Deadline", "Performance Target"]);
    sheet.merge_range(1, 0, 4, 0, "1. Help comes early", &format).expect("merged");
    sheet.merge_range(1, 1, 2, 1, "Work with schools", &format).expect("merged");
    row(sheet, 1, &["", "", "Write lessons", "Education", "May 2026", "12 lessons"]);
    row(sheet, 2, &["", "", "Train teachers", "Safe Harbour", "July 2026", "80% of teachers"]);
    sheet.merge_range(3, 1, 4, 1, "Work with surgeries", &format).expect("merged");
    sheet.merge_range(3, 3, 4, 3, "ICB", &format).expect("merged");
    row(sheet, 3, &["", "", "Send packs", "", "May 2026", ""]);
    row(sheet, 4, &["", "", "Ask staff", "", "Dec 2026", ""]);
    let import = Import::of("plan.xlsx", bytes(book));
    import.assert_passes_check(&[]);
    let actions = actions(&import);
    assert_eq!(actions.len(), 2, "{}", import.yaml);
    let step = json!({"title": "Train teachers", "leads": ["Safe Harbour"], "target": "80% of teachers", "timescale": "July 2026"});
    assert_eq!(actions[0]["how"][1], step);
    assert_eq!(actions[1]["leads"], json!(["ICB"]));
    assert_eq!(actions[1]["how"][0], json!({"title": "Send packs", "timescale": "May 2026"}));
    assert_eq!(import.plan()["sections"][0]["title"], "Help comes early");
}

#[test]
fn an_opendocument_sheet_is_read_as_it_is_shown() {
    let cell = |text: &str, extra: &str| {
        let lines = format!("<text:p>{}</text:p>", text.replace('\n', "</text:p><text:p>"));
        format!("<table:table-cell office:value-type=\"string\" {extra}>{lines}</table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row(&[cell("Priority", ""), cell("Action", ""), cell("Lead", ""), cell("By when?", ""), cell("Progress", "")]),
        row(&[
            cell("Early help", "table:number-rows-spanned=\"2\""),
            cell("Open a drop-in", ""),
            cell("Safe Harbour", ""),
            cell("May-26", "office:date-value=\"2026-05-01\""),
            cell("Rooms &amp; staff<text:s text:c=\"2\"/>found", ""),
        ]),
        row(&[
            "<table:covered-table-cell/>".to_owned(),
            cell("Print cards", ""),
            cell("Council\nPolice", ""),
            cell("TBC", ""),
            "<table:table-cell table:number-columns-repeated=\"1019\"/>".to_owned(),
        ]),
        "<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>".to_owned(),
    ];
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet><table:table table:name=\"Plan\">{}</table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        rows.concat()
    );
    let mut package = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    package.start_file("content.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    package.write_all(content.as_bytes()).expect("written");
    let file = package.finish().expect("a file").into_inner();
    let import = Import::of("plan.ods", file);
    import.assert_passes_check(&[]);
    let actions = actions(&import);
    assert_eq!(actions.len(), 2);
    assert_eq!(import.plan()["sections"].as_array().map(Vec::len), Some(1));
    assert_eq!(actions[0]["timescale"], "May-26");
    assert_eq!(actions[0]["updates"][0]["text"], "Rooms & staff  found");
    assert_eq!(actions[1]["leads"], json!(["Council", "Police"]));
}

#[test]
fn a_rating_that_cannot_be_read_is_asked_about() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Priority", "Ref", "Action", "Lead", "By when", "RAG", "Progress"]);
    for at in 1..4 {
        row(sheet, at, &["Homes", &format!("1.{at}"), "Fit locks", "Council", "May 2027", "", "Begun in May 2026"]);
    }
    for (at, colour) in [(1, 0x00_B0_50), (2, 0x00_80_80), (3, 0x70_30_A0)] {
        let fill = Format::new().set_background_color(Color::RGB(colour));
        sheet.write_blank(at, 5, &fill).expect("a colour");
    }
    let import = Import::of("plan.xlsx", bytes(book));
    assert!(import.report.contains("the plan fills the cell with `green`"), "{}", import.report);
    for at in [3, 4] {
        let told = format!("row {at}: `RAG`: the cell is empty, and its fill is not the colour of a rating");
        assert!(import.report.contains(&told), "{}", import.report);
    }
}

#[test]
fn tabs_for_quarters_join_where_actions_come_and_go_and_keep_their_secrets() {
    let mut book = Workbook::new();
    let tabs = [
        ("Q1 2025-26", [["1", "Open a hub", "Delayed", "Landlord is stalling"], ["2", "Train GPs", "On track", ""]]),
        ("Q2 2025-26", [["1", "Open a hub", "On track", "Landlord has signed"], ["3", "Map needs", "On track", ""]]),
    ];
    for (name, rows) in tabs {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        row(sheet, 0, &["Ref", "Action", "Status", "Confidential notes"]);
        for (cells, at) in rows.iter().zip(1..) {
            row(sheet, at, cells);
        }
    }
    let import = Import::of("plan.xlsx", bytes(book));
    let actions = actions(&import);
    let updates = |at: usize| {
        let all = actions[at]["updates"].as_array().cloned().unwrap_or_default();
        all.iter().map(|one| format!("{} {}", text(&one["date"]), text(&one["status"]))).collect::<Vec<_>>()
    };
    assert_eq!(actions.len(), 3, "{}", import.yaml);
    assert_eq!(updates(0), ["2025-06-30 off-track", "2025-09-30 on-track"]);
    assert_eq!(updates(2), ["2025-06-30 on-track"]);
    assert!(import.report.contains("in the tab `Q1 2025-26` and in no later one"), "{}", import.report);
    assert!(!import.report.contains("Landlord"), "{}", import.report);
    assert_eq!(import.yaml.matches("Landlord").count(), 1, "{}", import.yaml);
    assert_eq!(actions[0]["private"], json!({"Confidential notes": "Landlord has signed"}));
}
