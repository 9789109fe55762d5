//! What a workbook hides is not published: sheets, rows, columns and cells.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, ConditionalFormatText,
    ConditionalFormatTextRule, Format, Note, Workbook, Worksheet,
};
use serde_json::json;

use super::canary::{assert_keeps_quiet, assert_unpublished, case, kept, sheet_row, workbook};
use super::support::{Import, text};

const HEADINGS: [&str; 6] = ["Ref", "Action", "Lead", "By when", "Notes", "Progress"];

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (cell, column) in cells.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
        sheet.write_string(at, column, *cell).expect("a cell can be written");
    }
}

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook can be made")
}

/// A sheet of three actions.
fn plan(sheet: &mut Worksheet) {
    row(sheet, 0, &HEADINGS);
    row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "Printed", "Posters are up"]);
    row(sheet, 2, &["1.2", "CANARY-title", "CANARY-lead", "June 2027", "CANARY-note", "CANARY-progress"]);
    row(sheet, 3, &["1.3", "Train every surgery", "ICB", "June 2027", "Asked", "Two of nine trained"]);
}

fn titles(import: &Import) -> Vec<String> {
    import.actions().iter().map(|(_, action)| text(&action["title"])).collect()
}

#[test]
fn hidden_sheets_rows_and_columns_are_left_out_and_located() {
    let secrets = ["case 4417", "Move the refuge", "Saltmarsh", "Tell nobody", "Police case notes"];
    let import = Import::of("hidden.xlsx", case("hidden.xlsx"));
    assert_keeps_quiet(&import, &secrets);
    for line in [
        "look here: sheet `VH`: this sheet is hidden in the workbook, so it was left out",
        "look here: sheet `Working - do not share`: this sheet is hidden in the workbook, so it was left out",
        "look here: sheet `Action plan`: left out 1 hidden row: row 5",
        "look here: sheet `Action plan`: left out 1 hidden column: E",
        "`--include-hidden` keeps what is hidden under `private:`",
    ] {
        assert!(import.report.contains(line), "{line}\n{}", import.report);
    }
    assert!(!secrets.iter().any(|secret| import.yaml.contains(secret)), "{}", import.yaml);
    assert_eq!(titles(&import).len(), 3);
}

#[test]
fn include_hidden_keeps_what_is_hidden_under_private() {
    let import = Import::with("hidden.xlsx", case("hidden.xlsx"), &["--include-hidden"]);
    let secrets = ["case 4417", "Move the refuge", "Saltmarsh", "Tell nobody", "Police case notes"];
    assert_keeps_quiet(&import, &secrets);
    import.assert_passes_check(&[]);
    for secret in secrets {
        assert!(import.yaml.contains(secret), "{secret}\n{}", import.yaml);
    }
    let kept = &import.plan()["private"]["kept"];
    let place = json!({"where": "sheet `VH`, row 2", "words": "Secret | 9.2 | Tell nobody | Council | May 2027"});
    assert!(kept.as_array().is_some_and(|items| items.contains(&place)), "{}", import.yaml);
    assert!(import.report.contains("kept 1 hidden row under `private:`: row 5"), "{}", import.report);
}

#[test]
fn a_hidden_column_is_kept_beside_the_actions_that_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "By when", "CANARY heading", "Progress"]);
    row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "CANARY words", "Posters are up"]);
    sheet.set_column_hidden(4).expect("it can be hidden");
    let file = bytes(book);
    let import = Import::of("plan.xlsx", &file);
    assert_unpublished(&import);
    assert_eq!(kept(&import), 0);
    let import = Import::with("plan.xlsx", &file, &["--include-hidden"]);
    assert_unpublished(&import);
    assert_eq!(import.actions()[0].1["private"]["Column E"], "CANARY words");
}

#[test]
fn rows_are_hidden_by_hand_by_a_group_by_a_filter_and_by_their_height() {
    for attributes in
        ["hidden=\"1\"", "hidden=\"true\" outlineLevel=\"1\"", "ht=\"0\" customHeight=\"1\"", "ht=\"0.75\""]
    {
        let sheet = [
            sheet_row(1, "", &HEADINGS),
            sheet_row(2, "", &["1.1", "Run a campaign", "Council", "March 2027", "", "Posters are up"]),
            sheet_row(3, attributes, &["1.2", "CANARY-title", "CANARY-lead", "June 2027", "", "CANARY-progress"]),
            sheet_row(
                4,
                "collapsed=\"1\"",
                &["1.3", "Train every surgery", "ICB", "June 2027", "", "Two of nine trained"],
            ),
        ];
        let sheet = format!("<sheetData>{}</sheetData><autoFilter ref=\"A1:F4\"/>", sheet.concat());
        let import = Import::of("plan.xlsx", workbook(&sheet));
        assert_unpublished(&import);
        assert!(import.report.contains("left out 1 hidden row: row 3"), "{attributes}: {}", import.report);
        assert_eq!(titles(&import), ["Run a campaign", "Train every surgery"]);
    }
}

#[test]
fn columns_are_hidden_by_hand_by_a_group_and_by_their_width() {
    for columns in [
        "<col min=\"5\" max=\"6\" width=\"9\" hidden=\"1\"/>",
        "<col min=\"5\" max=\"7\" width=\"9\" hidden=\"true\" outlineLevel=\"1\"/><col min=\"8\" max=\"8\" width=\"9\" collapsed=\"1\"/>",
        "<col min=\"5\" max=\"6\" width=\"0\" customWidth=\"1\"/>",
    ] {
        let sheet = [
            sheet_row(1, "", &["Ref", "Action", "Lead", "By when", "Notes", "CANARY"]),
            sheet_row(2, "", &["1.1", "Run a campaign", "Council", "March 2027", "CANARY-note", "CANARY-progress"]),
        ];
        let sheet = format!("<cols>{columns}</cols><sheetData>{}</sheetData>", sheet.concat());
        let import = Import::of("plan.xlsx", workbook(&sheet));
        assert_unpublished(&import);
        assert!(import.report.contains("left out 2 hidden columns: E, F"), "{columns}: {}", import.report);
    }
}

#[test]
fn a_hidden_row_leaves_nothing_in_the_row_that_shares_a_cell_with_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = Format::new();
    plan(sheet);
    sheet.merge_range(2, 4, 3, 4, "Asked", &format).expect("merged");
    sheet.set_row_hidden(2).expect("it can be hidden");
    // A cell that is merged across hidden columns is seen in the first one that is not hidden.
    sheet.merge_range(4, 0, 4, 5, "Priority 2: Support", &format).expect("merged");
    row(sheet, 5, &["2.1", "Fund a worker", "Council", "May 2027", "CANARY", "Agreed"]);
    row(sheet, 6, &["2.2", "Open a refuge", "Council", "May 2027", "", "Agreed"]);
    sheet.set_row_hidden(5).expect("it can be hidden");
    sheet.set_column_hidden(0).expect("it can be hidden");
    let import = Import::of("plan.xlsx", bytes(book));
    assert_unpublished(&import);
    let sections: Vec<String> = import.actions().iter().map(|(section, _)| section.clone()).collect();
    assert_eq!(sections.last().map(String::as_str), Some("Support"), "{}", import.yaml);
    assert_eq!(titles(&import), ["Run a campaign", "Train every surgery", "Open a refuge"]);
}

#[test]
fn cells_that_show_nothing_of_what_they_hold_are_left_out() {
    let hidden = [
        Format::new().set_num_format(";;;"),
        Format::new().set_num_format("[White]@"),
        Format::new().set_num_format(";;;\"***\""),
        Format::new().set_font_color(Color::White),
        Format::new().set_font_color(Color::Theme(0, 0)),
        Format::new().set_font_color(Color::Black).set_background_color(Color::Black),
        Format::new().set_font_size(1),
    ];
    for (at, format) in hidden.iter().enumerate() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        row(sheet, 0, &HEADINGS);
        row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "Printed", ""]);
        sheet.write_string_with_format(1, 5, "CANARY", format).expect("written");
        let file = bytes(book);
        let import = Import::of("plan.xlsx", &file);
        assert_unpublished(&import);
        assert!(import.report.contains("left out 1 cell that is not shown: F2"), "{at}: {}", import.report);
        let import = Import::with("plan.xlsx", &file, &["--include-hidden"]);
        assert_unpublished(&import);
        assert_eq!(kept(&import), 1, "{at}: {}", import.yaml);
    }
}

#[test]
fn white_letters_on_a_dark_ground_are_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = Format::new().set_font_color(Color::White).set_background_color(Color::Navy);
    for (heading, column) in HEADINGS.iter().zip(0..) {
        sheet.write_string_with_format(0, column, *heading, &header).expect("written");
    }
    row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "Printed", "Posters are up"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_eq!(titles(&import), ["Run a campaign"]);
    assert!(!import.report.contains("not shown"), "{}", import.report);
}

#[test]
fn comments_on_cells_are_never_published() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &HEADINGS);
    row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "Printed", "Posters are up"]);
    sheet.insert_note(1, 2, &Note::new("CANARY said so")).expect("a note");
    let file = bytes(book);
    for arguments in [&[][..], &["--include-hidden"]] {
        let import = Import::with("plan.xlsx", &file, arguments);
        assert_unpublished(&import);
        assert!(import.report.contains("1 comment was left out"), "{}", import.report);
    }
}

#[test]
fn a_sheet_that_is_hidden_is_not_read_by_its_name_either() {
    let import = Import::with("hidden.xlsx", case("hidden.xlsx"), &["--sheet", "VH"]);
    assert_eq!(import.status, 2);
    assert!(import.report.contains("the sheet `VH` is hidden in the workbook"), "{}", import.report);
    let import = Import::with("hidden.xlsx", case("hidden.xlsx"), &["--sheet", "None"]);
    assert!(import.report.contains("it has the sheets `Action plan`"), "{}", import.report);
    assert!(!import.report.contains("VH"), "{}", import.report);
}

#[test]
fn a_protected_file_says_so() {
    for name in ["password.xlsx", "password.docx"] {
        let import = Import::of(name, case(name));
        assert_eq!(import.status, 2);
        assert!(import.report.contains("this file is protected by a password or a label"), "{}", import.report);
        assert!(import.report.contains("save a copy without it"), "{}", import.report);
    }
}

#[test]
fn cells_without_a_value_are_named() {
    let import = Import::of("formulas.xlsx", case("formulas-without-values.xlsx"));
    for cell in ["E2", "F2", "C3", "D3", "E3", "G3", "D4", "F4", "C5", "G5"] {
        assert!(import.report.contains(&format!("cell {cell} holds a formula")), "{cell}: {}", import.report);
    }
    let rows = [
        sheet_row(1, "", &HEADINGS),
        "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Run a campaign</t></is></c><c r=\"C2\" t=\"e\"><f>NA()</f>\
         <v>#N/A</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>May 2027</t></is></c></row>"
            .to_owned(),
    ];
    let import = Import::of("plan.xlsx", workbook(&format!("<sheetData>{}</sheetData>", rows.concat())));
    assert!(import.report.contains("cell C2 holds the error `#N/A`"), "{}", import.report);
}

#[test]
fn the_fills_that_excel_calls_good_bad_and_neutral_are_read() {
    let import = Import::of("fills.xlsx", case("good-bad-fills.xlsx"));
    let of = |at: usize| text(&import.actions()[at].1["updates"][0]["status"]);
    assert_eq!([of(0), of(1), of(2)], ["on-track", "at-risk", "off-track"]);
}

#[test]
fn lines_are_counted_as_the_file_has_them() {
    for end in ["\n", "\r\n", "\r"] {
        let lines =
            ["Ref,Action,Lead,Progress", "1,Run a campaign,Council,Posters", "2,Train staff,ICB,\"One\nTwo\"", ""];
        let import = Import::of("plan.csv", lines.join(end));
        for line in ["line 2: progress without a date", "line 3: progress without a date"] {
            assert!(import.report.contains(line), "{end:?}: {}", import.report);
        }
    }
}

#[test]
fn a_rule_that_hides_cells_is_followed_and_one_that_cannot_be_worked_out_hides() {
    let white = || Format::new().set_font_color(Color::White);
    let blank = || Format::new().set_num_format(";;;");
    let rules: [&dyn Fn(&mut Worksheet); 4] = [
        &|sheet| {
            let rule = ConditionalFormatFormula::new().set_rule("=$F3=\"CANARY-progress\"").set_format(blank());
            sheet.add_conditional_format(2, 1, 3, 5, &rule).expect("a rule");
        },
        &|sheet| {
            let rule = ConditionalFormatText::new()
                .set_rule(ConditionalFormatTextRule::Contains("canary".to_owned()))
                .set_format(white());
            sheet.add_conditional_format(1, 1, 3, 5, &rule).expect("a rule");
        },
        &|sheet| {
            let rule = ConditionalFormatFormula::new().set_rule("=AND(ROW()=3,TRUE)").set_format(white());
            sheet.add_conditional_format(2, 1, 2, 5, &rule).expect("a rule");
        },
        &|sheet| {
            for column in [1, 2, 4, 5] {
                let words = ["", "CANARY-title", "CANARY-lead", "", "CANARY-note", "CANARY-progress"][column];
                let rule = ConditionalFormatCell::new()
                    .set_rule(ConditionalFormatCellRule::EqualTo(words.to_owned()))
                    .set_format(blank());
                let column = u16::try_from(column).expect("small");
                sheet.add_conditional_format(1, column, 3, column, &rule).expect("a rule");
            }
        },
    ];
    for (number, rule) in rules.into_iter().enumerate() {
        let mut book = Workbook::new();
        plan(book.add_worksheet());
        rule(book.worksheet_from_index(0).expect("the sheet"));
        let import = Import::of("plan.xlsx", bytes(book));
        assert_unpublished(&import);
        assert!(import.report.contains("cells that are not shown"), "rule {number}: {}", import.report);
        let titles = titles(&import);
        assert!(["Run a campaign", "Train every surgery"].iter().all(|title| titles.iter().any(|one| one == title)));
    }
}

#[test]
fn a_rule_that_only_colours_hides_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &HEADINGS);
    row(sheet, 1, &["1.1", "Run a campaign", "Council", "March 2027", "Printed", "Posters are up"]);
    let amber = Format::new().set_font_color(Color::White).set_background_color(Color::Orange);
    let rule =
        ConditionalFormatText::new().set_rule(ConditionalFormatTextRule::Contains("up".to_owned())).set_format(amber);
    sheet.add_conditional_format(1, 0, 3, 5, &rule).expect("a rule");
    let other = Format::new().set_font_color(Color::White);
    let rule = ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(0)).set_format(other);
    sheet.add_conditional_format(1, 0, 3, 5, &rule).expect("a rule");
    let import = Import::of("plan.xlsx", bytes(book));
    assert_eq!(titles(&import), ["Run a campaign"]);
    assert!(import.yaml.contains("Posters are up"), "{}", import.yaml);
    assert!(!import.report.contains("not shown"), "{}", import.report);
}
