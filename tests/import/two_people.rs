//! Two people at one plan: one edits the table that was exported, the other the file. What both wrote stays, and where
//! they wrote two things of one matter, the file's stays and both are named.

use std::collections::BTreeSet;

use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::{collection, option};

use super::sheet::Sheet;
use super::support::Import;
use crate::support::document::document;
use crate::support::site::TestSite;

const PLAN: &str = "\
title: Our plan
period: {from: 2026-04, to: 2029-03}
sections:
  - title: Early help
    actions:
      - ref: \"1.1\"
        title: Open a helpline
        timescale: By December 2026
        success: Calls are answered.
        updates:
          - {date: 2026-09-01, status: on-track, text: It began.}
          - {date: 2026-10-01, status: on-track, text: \"Lines:\\n\\n- one\\n- two\", by: Board}
      - ref: \"1.10\"
        title: Print cards
        timescale: March 2027
";

const FILE: &str = "content/plans/our-plan.yaml";

fn site() -> TestSite {
    TestSite::new().with(FILE, PLAN)
}

/// Puts other words into the plan's file.
fn rewrite(site: TestSite, changes: &[(&str, &str)]) -> TestSite {
    let mut plan = site.read(FILE);
    for (before, after) in changes {
        assert!(plan.contains(before), "{before}");
        plan = plan.replace(before, after);
    }
    site.with(FILE, plan)
}

const NEWER: [(&str, &str); 5] = [
    ("title: Open a helpline", "title: Open a helpline day and night"),
    ("timescale: March 2027", "timescale: May 2027"),
    ("success: Calls are answered.", "success: Calls are answered at night."),
    ("text: It began.", "text: It began in Marlsea."),
    ("by: Board}\n", "by: Board}\n          - {date: 2026-11-20, status: complete, text: The line is open.}\n"),
];

#[test]
fn an_old_table_without_edits_changes_nothing() {
    let sheet = Sheet::of(&site());
    let later = rewrite(site(), &NEWER);
    let before = later.read(FILE);
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 0, "{report}");
    assert_eq!(later.read(FILE), before, "{report}");
    assert!(report.contains("newer in the plan than in the table: "), "{report}");
}

#[test]
fn rows_that_a_filter_hides_are_named_if_they_were_edited() {
    let mut sheet = Sheet::of(&site());
    "Open a helpline for all".clone_into(sheet.cell(1, "Action"));
    "Print large cards".clone_into(sheet.cell(2, "Action"));
    let plan = site();
    let (_, report) = sheet.back_filtered(&plan, &[2]);
    assert!(plan.read(FILE).contains("title: Open a helpline for all\n"), "{report}");
    assert!(plan.read(FILE).contains("title: Print cards\n"), "{report}");
    assert!(report.contains("row 3 is hidden and was edited"), "{report}");
    assert!(!report.contains("Print large cards"), "{report}");
    let untouched = Sheet::of(&site());
    assert!(!untouched.back_filtered(&site(), &[1, 2]).1.contains("was edited"));
}

#[test]
fn edits_of_actions_that_nothing_names_any_more_are_named() {
    let mut sheet = Sheet::of(&site());
    "Calls are answered at once.".clone_into(sheet.cell(1, "How we will know"));
    "June 2027".clone_into(sheet.cell(2, "By when"));
    let moved = [
        ("title: Early help", "title: Help that comes early"),
        ("ref: \"1.1\"", "ref: \"A1\""),
        ("title: Open a helpline", "title: Open a line"),
        ("ref: \"1.10\"", "ref: \"A2\""),
        ("title: Print cards", "title: Print and send cards"),
    ];
    let later = rewrite(site(), &moved);
    let before = later.read(FILE);
    let (status, report) = sheet.back(&later);
    // Nothing tells which action is which any more, so that the file keeps what it says, and each edit is named.
    assert_eq!((status, later.read(FILE)), (1, before), "{report}");
    for name in ["Open a helpline", "Print cards"] {
        assert!(report.contains(&format!("conflict: `{name}` was edited in the table, and removed")), "{report}");
    }
}

#[test]
fn edits_of_two_people_go_together() {
    let mut sheet = Sheet::of(&site());
    "Cards are everywhere.".clone_into(sheet.cell(2, "How we will know"));
    "2026-11-18".clone_into(sheet.cell(1, "Updates: latest"));
    "Three people were found.".clone_into(sheet.cell(1, "Updates: latest words"));
    String::new().clone_into(sheet.cell(1, "Updates: latest status"));
    let later = rewrite(site(), &NEWER);
    let mut expected = later.read(FILE);
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 0, "{report}");
    expected = expected.replace(
        "The line is open.}\n",
        "The line is open.}\n          - date: 2026-11-18\n            text: Three people were found.\n            by: Board\n",
    );
    expected.push_str("        success: Cards are everywhere.\n");
    assert_eq!(later.read(FILE), expected, "{report}");
}

#[test]
fn what_both_changed_stays_as_the_file_has_it_and_is_named() {
    for (row, heading, words, in_file, line) in [
        (1, "Action", "Open a help desk", "Open a helpline day and night", 7),
        (2, "By when", "June 2027", "May 2027", 16),
        (1, "How we will know", "Nobody waits.", "Calls are answered at night.", 9),
        (1, "How it stands", "At risk", "Complete", 13),
    ] {
        let mut sheet = Sheet::of(&site());
        words.clone_into(sheet.cell(row, heading));
        let later = rewrite(site(), &NEWER);
        let before = later.read(FILE);
        let (status, report) = sheet.back(&later);
        assert_eq!(status, 1, "{report}");
        assert_eq!(later.read(FILE), before, "{report}");
        let conflict = report.lines().find(|line| line.starts_with("conflict: ")).expect("it is named");
        for part in [words, in_file, &format!("(line {line})")] {
            assert!(conflict.contains(part), "{conflict}");
        }
    }
}

#[test]
fn words_of_an_update_are_corrected_unless_the_file_has_other_ones_since() {
    let edit = |site: &TestSite| {
        let mut sheet = Sheet::of(site);
        "Two lines.".clone_into(sheet.cell(1, "Updates: latest words"));
        let all = sheet.cell(1, "Updates: all");
        *all = all.replace("It began.", "It began at last.");
        sheet
    };
    let same = site();
    let (status, report) = edit(&same).back(&same);
    assert_eq!(status, 0, "{report}");
    assert!(report.contains("`Lines: /  / • one / • two` is now `Two lines.`"), "{report}");
    assert!(report.contains("`It began.` is now `It began at last.`"), "{report}");
    let plan = same.read(FILE);
    assert!(plan.contains("text: Two lines., by: Board") && plan.contains("text: It began at last.}"), "{plan}");

    let later = rewrite(site(), &[("text: It began.", "text: It began in Marlsea."), ("- one", "- first")]);
    let before = later.read(FILE);
    let (status, report) = edit(&site()).back(&later);
    assert_eq!(status, 1, "{report}");
    assert_eq!(report.matches("conflict: ").count(), 2, "{report}");
    assert_eq!(later.read(FILE), before, "{report}");
}

#[test]
fn what_was_taken_out_of_the_plan_stays_out() {
    let cards = PLAN.find("      - ref: \"1.10\"").expect("it is there");
    for (edited, status) in [(false, 0), (true, 1)] {
        let mut sheet = Sheet::of(&site());
        if edited {
            "Print 2,000 cards".clone_into(sheet.cell(2, "Action"));
        }
        let without = site().with(FILE, &PLAN[..cards]);
        let (found, report) = sheet.back(&without);
        assert_eq!(found, status, "{report}");
        assert!(report.contains("removed from the plan since the export; it was not put back"), "{report}");
        assert_eq!(without.read(FILE), PLAN[..cards], "{report}");
    }
}

#[test]
fn an_action_is_known_again_after_it_was_given_another_number() {
    let mut sheet = Sheet::of(&site());
    "April 2027".clone_into(sheet.cell(2, "By when"));
    let later = rewrite(site(), &[("ref: \"1.10\"", "ref: \"2\"")]);
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 0, "{report}");
    let plan = later.read(FILE);
    assert!(plan.contains("ref: \"2\"\n        title: Print cards\n        timescale: April 2027"), "{plan}\n{report}");
}

#[test]
fn a_table_may_be_sorted_narrowed_and_widened() {
    let mut sheet = Sheet::of(&site());
    "Cards are everywhere.".clone_into(sheet.cell(2, "How we will know"));
    sheet.rows.swap(1, 2);
    for row in &mut sheet.rows {
        // Columns go, move and come.
        row.remove(0);
        row.reverse();
        row.insert(3, "Our own notes".to_owned());
    }
    let later = rewrite(site(), &NEWER);
    let expected = later.read(FILE) + "        success: Cards are everywhere.\n";
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 0, "{report}");
    assert_eq!(later.read(FILE), expected, "{report}");
}

#[test]
fn a_row_that_was_copied_is_a_new_action_only_if_it_says_something_else() {
    let same = site();
    let mut sheet = Sheet::of(&same);
    let copy = sheet.rows[2].clone();
    sheet.rows.push(copy.clone());
    sheet.rows.push(copy);
    "Print posters".clone_into(sheet.cell(3, "Action"));
    "1.11".clone_into(sheet.cell(3, "Number"));
    let (status, report) = sheet.back(&same);
    assert_eq!(status, 0, "{report}");
    assert!(report.contains("`Print cards` is in two rows that say the same"), "{report}");
    let added = "      - ref: \"1.11\"\n        title: Print posters\n        timescale: March 2027\n";
    assert_eq!(same.read(FILE), format!("{PLAN}{added}"), "{report}");
}

/// A plan with themes and progress, so that its table has columns for them.
fn with_themes() -> TestSite {
    let plan = format!("{PLAN}        themes: [children]\n        progress: 10\n");
    site().with(FILE, plan)
}

#[test]
fn an_item_and_a_first_value_after_it_are_both_written() {
    let same = with_themes();
    let before = same.read(FILE);
    let mut sheet = Sheet::of(&same);
    "2026-11-18".clone_into(sheet.cell(1, "Updates: latest"));
    "Three people were found.".clone_into(sheet.cell(1, "Updates: latest words"));
    "children".clone_into(sheet.cell(1, "Themes"));
    let (status, report) = sheet.back(&same);
    assert_eq!(status, 0, "{report}");
    let after = "by: Board}\n          - date: 2026-11-18\n            status: on-track\n            text: Three people were \
                 found.\n            by: Board\n        themes:\n          - children\n";
    assert_eq!(same.read(FILE), before.replace("by: Board}\n", after), "{report}");
}

#[test]
fn a_new_row_brings_all_that_it_says() {
    let same = with_themes();
    let before = same.read(FILE);
    let mut sheet = Sheet::of(&same);
    let empty = vec![String::new(); sheet.rows[0].len()];
    sheet.rows.push(empty);
    for (heading, words) in [
        ("Section", "Early help"),
        ("Action", "Print posters"),
        ("Themes", "children"),
        ("Per cent done", "40%"),
        ("Updates: latest", "18/11/2026"),
        ("Updates: latest status", "At risk"),
        ("Updates: latest words", "The printer is late."),
        ("Updates: latest by", "Board"),
    ] {
        words.clone_into(sheet.cell(3, heading));
    }
    let (status, report) = sheet.back(&same);
    assert_eq!(status, 0, "{report}");
    let added = "      - title: Print posters\n        themes:\n          - children\n        progress: 40\n        updates:\n          \
                 - date: 2026-11-18\n            status: at-risk\n            text: The printer is late.\n            by: \
                 Board\n";
    assert_eq!(same.read(FILE), format!("{before}{added}"), "{report}");
}

#[test]
fn a_row_whose_page_is_gone_does_not_come_back() {
    let sheet = without_its_base(Sheet::of(&site()));
    let gone = "      - ref: \"1.10\"\n        title: Print cards\n        timescale: March 2027\n";
    let later = rewrite(site(), &[(gone, "")]);
    let before = later.read(FILE);
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 0, "{report}");
    assert_eq!(later.read(FILE), before, "{report}");
    assert!(report.contains("`Print cards` has the page `https://"), "{report}");
}

#[test]
fn a_number_that_a_spreadsheet_took_for_one_is_no_edit() {
    let same = site();
    let mut sheet = Sheet::of(&same);
    assert_eq!(sheet.cell(2, "Number"), "1.10");
    "1.1".clone_into(sheet.cell(2, "Number"));
    let (status, report) = sheet.back(&same);
    assert_eq!((status, same.read(FILE).as_str()), (0, PLAN), "{report}");
}

/// Imports a file with this content into the plan.
fn give(site: &TestSite, name: &str, bytes: &[u8]) -> (i32, String) {
    let file = site.path().join(name);
    std::fs::write(&file, bytes).expect("it can be written");
    let (file, out) = (file.to_string_lossy().into_owned(), site.path().join(FILE).to_string_lossy().into_owned());
    let run = site.run_plain(&["import", "plan", &file, "--out", &out, "--today", "2026-11-22"]);
    (run.status, run.err)
}

#[test]
fn a_table_of_another_program_changes_what_was_edited_and_no_more() {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    for edited in [false, true] {
        let mut sheet = Sheet::of(&site());
        if edited {
            "Cards are everywhere.".clone_into(sheet.cell(2, "How we will know"));
        }
        // An OpenDocument program makes a paragraph of each line, of an empty one too.
        let cell = |text: &String| {
            let lines = escaped(text).replace('\n', "</text:p><text:p>");
            format!("<table:table-cell office:value-type=\"string\"><text:p>{lines}</text:p></table:table-cell>")
        };
        let row = |row: &Vec<String>| {
            format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
        };
        let rows: String = sheet.rows.iter().map(row).collect();
        let ods = document(&[(
            "content.xml",
            &format!(
                "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
             xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
             <table:table table:name=\"Our plan\">{rows}</table:table></office:spreadsheet></office:body>\
             </office:document-content>"
            ),
        )]);
        let mut csv = csv::Writer::from_writer(Vec::new());
        for row in &sheet.rows {
            csv.write_record(row).expect("it is written");
        }
        for (name, bytes) in [("plan.ods", ods), ("plan.csv", csv.into_inner().expect("it is written"))] {
            let later = rewrite(site(), &NEWER);
            let expected = later.read(FILE) + if edited { "        success: Cards are everywhere.\n" } else { "" };
            let (status, report) = give(&later, name, &bytes);
            assert_eq!(status, 0, "{name}: {report}");
            assert_eq!(later.read(FILE), expected, "{name}: {report}");
            // As a new plan it has no place for what the export remembers.
            let anew = Import::of(name, &bytes);
            assert!(anew.yaml.contains("Open a helpline") && !anew.yaml.contains("For the import"), "{}", anew.yaml);
            assert!(!anew.report.contains("For the import"), "{}", anew.report);
        }
    }
}

#[test]
fn days_with_the_month_first_are_no_edits() {
    let mut sheet = Sheet::of(&site());
    // As a program in American English saves them.
    for (row, heading, day, spelt) in [
        (1, "Updates: latest", "2026-10-01", "10/01/2026"),
        (1, "By when: last day", "2026-12-31", "12/31/2026"),
        (2, "By when: last day", "2027-03-31", "03/31/2027"),
    ] {
        assert_eq!(sheet.cell(row, heading), day);
        spelt.clone_into(sheet.cell(row, heading));
    }
    let same = site();
    let (status, report) = sheet.back(&same);
    assert_eq!((status, same.read(FILE).as_str()), (0, PLAN), "{report}");
    assert!(!report.contains("look here"), "{report}");
    // A new day is read in the same way.
    "11/05/2026".clone_into(sheet.cell(1, "Updates: latest"));
    "A room was found.".clone_into(sheet.cell(1, "Updates: latest words"));
    let (status, report) = sheet.back(&same);
    assert_eq!(status, 0, "{report}");
    assert!(same.read(FILE).contains("date: 2026-11-05"), "{report}");
}

/// The table without what it was exported as, as an older program wrote it.
fn without_its_base(mut sheet: Sheet) -> Sheet {
    let column = sheet.rows[0].iter().position(|cell| cell.starts_with("For the import")).expect("it is there");
    for row in &mut sheet.rows {
        row.remove(column);
    }
    sheet
}

#[test]
fn days_with_the_month_first_are_known_by_the_plan_where_nothing_else_says_so() {
    let same = site();
    let mut sheet = without_its_base(Sheet::of(&same));
    "10/01/2026".clone_into(sheet.cell(1, "Updates: latest"));
    "12/31/2026".clone_into(sheet.cell(1, "By when: last day"));
    let (status, report) = sheet.back(&same);
    assert_eq!((status, same.read(FILE).as_str()), (0, PLAN), "{report}");
}

#[test]
fn a_table_that_does_not_say_what_it_was_changes_nothing_that_is_newer() {
    let mut sheet = without_its_base(Sheet::of(&site()));
    "Nobody waits.".clone_into(sheet.cell(1, "How we will know"));
    let later = rewrite(site(), &NEWER[2..]);
    let before = later.read(FILE);
    let (status, report) = sheet.back(&later);
    assert_eq!(status, 1, "{report}");
    assert_eq!(later.read(FILE), before, "{report}");

    // Where the file has no later update, its edits are taken, and named with what was there.
    let same = site();
    let mut sheet = without_its_base(Sheet::of(&same));
    "Nobody waits.".clone_into(sheet.cell(1, "How we will know"));
    "Two lines.".clone_into(sheet.cell(1, "Updates: latest words"));
    let (status, report) = sheet.back(&same);
    assert_eq!(status, 0, "{report}");
    assert!(report.contains("`Calls are answered.` is now `Nobody waits.`"), "{report}");
    assert!(report.contains("/ • two` is now `Two lines.`"), "{report}");
}

/// What one person does to an action: other words in its fields, by a number, and updates of days in November.
#[derive(Debug, Clone, Default)]
struct Edits {
    fields: [Option<u8>; 3],
    days: BTreeSet<u8>,
}

const FIELDS: [(&str, &str, &str); 3] = [
    ("title", "Action", "Do it"),
    ("timescale", "By when", "By May 2027"),
    ("success", "How we will know", "It is done."),
];

fn edits() -> impl Strategy<Value = [Edits; 2]> {
    let fields = [option::of(1..9_u8), option::of(1..9_u8), option::of(1..9_u8)];
    let of_one = (fields, collection::btree_set(1..20_u8, 0..3)).prop_map(|(fields, days)| Edits { fields, days });
    [of_one.clone(), of_one]
}

/// The words that someone puts into a field.
fn words(who: &str, key: &str, number: u8) -> String {
    if key == "timescale" {
        let year = if who == "file" { 2027 } else { 2028 };
        format!("By {number} June {year}")
    } else {
        format!("What the {who} says, number {number}")
    }
}

/// The plan as its file's editor leaves it.
fn plan_of(edits: &[Edits]) -> String {
    let action = |(number, edits): (usize, &Edits)| {
        let fields = FIELDS.iter().zip(edits.fields).map(|((key, _, usual), edit)| {
            let usual = if *key == "title" { format!("{usual} {number}") } else { (*usual).to_owned() };
            format!("        {key}: {}", edit.map_or(usual, |edit| words("file", key, edit)))
        });
        let updates = edits
            .days
            .iter()
            .map(|day| format!("          - {{date: 2026-11-{day:02}, status: at-risk, text: \"The file, {day}\"}}"));
        let first = "        updates:\n          - {date: 2026-10-01, status: on-track, text: It began.}".to_owned();
        let lines = std::iter::once(format!("      - ref: \"{number}\"")).chain(fields).chain([first]).chain(updates);
        lines.collect::<Vec<_>>().join("\n")
    };
    let actions: Vec<String> = edits.iter().enumerate().map(action).collect();
    let head = "title: Our plan\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - title: Help\n    actions:\n";
    format!("{head}{}\n", actions.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_anyone_wrote_is_lost(in_file in edits(), in_table in edits()) {
        let mut sheet = Sheet::of(&TestSite::new().with(FILE, plan_of(&[Edits::default(), Edits::default()])));
        for (row, edits) in (1..).zip(&in_table) {
            for ((key, heading, _), edit) in FIELDS.iter().zip(edits.fields) {
                if let Some(edit) = edit {
                    words("table", key, edit).clone_into(sheet.cell(row, heading));
                }
            }
            if let Some(day) = edits.days.first() {
                format!("2026-11-{day:02}").clone_into(sheet.cell(row, "Updates: latest"));
                format!("The table, {day}").clone_into(sheet.cell(row, "Updates: latest words"));
            }
        }
        let site = TestSite::new().with(FILE, plan_of(&in_file));
        let (status, report) = sheet.back(&site);
        let plan: serde_json::Value = serde_saphyr::from_str(&site.read(FILE)).expect("it is YAML");
        let mut conflicts = 0;
        for (row, (file, table)) in in_file.iter().zip(&in_table).enumerate() {
            let action = &plan["sections"][0]["actions"][row];
            for ((key, ..), (theirs, mine)) in FIELDS.iter().zip(file.fields.into_iter().zip(table.fields)) {
                if let Some((who, edit)) = theirs.map(|edit| ("file", edit)).or(mine.map(|edit| ("table", edit))) {
                    prop_assert_eq!(action[key].as_str(), Some(&*words(who, key, edit)), "{}", report);
                }
                conflicts += usize::from(theirs.is_some() && mine.is_some());
            }
            let updates = action["updates"].as_array().expect("a list");
            let has = |day: &u8, who: &str| updates.iter().any(|update| {
                update["date"] == format!("2026-11-{day:02}") && update["text"] == format!("{who}, {day}")
            });
            prop_assert!(file.days.iter().all(|day| has(day, "The file")), "{}\n{}", plan, report);
            if let Some(day) = table.days.first() {
                let is_taken = file.days.contains(day);
                conflicts += usize::from(is_taken);
                prop_assert!(is_taken || has(day, "The table"), "{}\n{}", plan, report);
            }
        }
        prop_assert_eq!(report.matches("conflict: ").count(), conflicts, "{}", report);
        prop_assert_eq!(status, i32::from(conflicts > 0), "{}", report);
    }
}
