//! An export that comes back with something hidden in it changes nothing by what is hidden.

use rust_xlsxwriter::{Format, Workbook};

use crate::support::site::TestSite;

const PLAN: &str = "\
title: Our plan
period: {from: 2026-04, to: 2029-03}
sections:
  - title: Early help
    actions:
      - ref: \"1\"
        title: Open a helpline
        aim: People can talk.
        success: Calls are answered.
      - ref: \"2\"
        title: Print cards
        aim: People know the number.
        success: Cards are everywhere.
";

const HEADINGS: [&str; 5] = ["Section", "Number", "Action", "What we will achieve", "How we will know"];

/// Gives an edited table to the plan, which must not get a hidden word by it; answers with the plan's text and the report.
fn edited(arguments: &[&str], edit: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> (String, String) {
    let site = TestSite::new().with("content/plans/our-plan.yaml", PLAN);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, cells) in [
        HEADINGS,
        ["Early help", "1", "Open a helpline", "People can talk.", "Calls are answered."],
        ["Early help", "2", "Print cards", "People know the number.", "Cards are everywhere."],
    ]
    .iter()
    .enumerate()
    {
        for (cell, column) in cells.iter().zip(0..) {
            sheet.write_string(u32::try_from(at).expect("few rows"), column, *cell).expect("written");
        }
    }
    edit(sheet);
    let file = site.path().join("plan.xlsx");
    book.save(&file).expect("saved");
    let out = site.path().join("content/plans/our-plan.yaml");
    let (file, out) = (file.to_string_lossy().into_owned(), out.to_string_lossy().into_owned());
    let mut all = vec!["import", "plan", &file, "--out", &out, "--today", "2026-11-22"];
    all.extend(arguments);
    let run = site.run_plain(&all);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(!run.err.contains("CANARY"), "{run:?}");
    let plan = site.read("content/plans/our-plan.yaml");
    assert!(!plan.contains("CANARY"), "{plan}");
    for (name, bytes) in site.built().files() {
        assert!(!String::from_utf8_lossy(&bytes).contains("CANARY"), "{name}");
    }
    (plan, run.err)
}

fn put(sheet: &mut rust_xlsxwriter::Worksheet, at: (u32, u16), format: &Format) {
    sheet.write_string_with_format(at.0, at.1, "CANARY", format).expect("written");
}

#[test]
fn hidden_rows_bring_no_edit_and_no_action() {
    for arguments in [&[][..], &["--include-hidden"]] {
        let (plan, report) = edited(arguments, |sheet| {
            put(sheet, (2, 3), &Format::new());
            sheet.set_row_hidden(2).expect("hidden");
            for column in 0..5 {
                put(sheet, (3, column), &Format::new());
            }
            sheet.set_row_hidden(3).expect("hidden");
        });
        assert_eq!(plan, PLAN);
        assert!(report.contains("left out 2 hidden rows: rows 3-4"), "{report}");
    }
}

#[test]
fn hidden_columns_bring_no_edit_and_remove_nothing() {
    let (plan, report) = edited(&[], |sheet| {
        put(sheet, (1, 3), &Format::new());
        sheet.set_column_hidden(3).expect("hidden");
    });
    assert_eq!(plan, PLAN);
    assert!(report.contains("left out 1 hidden column: D"), "{report}");
}

#[test]
fn cells_that_are_not_shown_bring_no_edit_and_remove_nothing() {
    let (plan, report) = edited(&[], |sheet| put(sheet, (1, 3), &Format::new().set_num_format(";;;")));
    assert_eq!(plan, PLAN);
    assert!(report.contains("left out 1 cell that is not shown: D2"), "{report}");
}

#[test]
fn what_is_shown_is_still_carried_over() {
    let (plan, _) = edited(&[], |sheet| {
        sheet.write_string(1, 4, "Calls are answered at night.").expect("written");
        put(sheet, (2, 3), &Format::new());
        sheet.set_row_hidden(2).expect("hidden");
    });
    assert_eq!(plan, PLAN.replace("Calls are answered.", "Calls are answered at night."));
}

#[test]
fn a_row_that_is_struck_through_changes_nothing_and_is_told() {
    let (plan, report) = edited(&[], |sheet| {
        let struck = Format::new().set_font_strikethrough();
        for (cell, column) in ["Early help", "2", "Print cards", "No longer", "Cards"].iter().zip(0..) {
            sheet.write_string_with_format(2, column, *cell, &struck).expect("written");
        }
    });
    assert_eq!(plan, PLAN);
    assert!(report.contains("`2 Print cards` is struck through in the table"), "{report}");
}
