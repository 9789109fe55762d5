//! Columns, sheets and lines that say that they are not for the public are not published.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::canary::{assert_keeps_quiet, assert_unpublished, case, kept};
use super::support::{Import, text};

fn row(sheet: &mut Worksheet, at: u32, cells: &[&str]) {
    for (cell, column) in cells.iter().zip(0..).filter(|(cell, _)| !cell.is_empty()) {
        sheet.write_string(at, column, *cell).expect("a cell can be written");
    }
}

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook can be made")
}

#[test]
fn columns_with_a_private_heading_are_kept_and_named() {
    let import = Import::of("plan.xlsx", case("private-headings.xlsx"));
    let private = [
        "Confidential notes",
        "Internal comments",
        "Not for publication",
        "Case notes",
        "Officer comments (private)",
        "Victim details",
        "Restricted update",
        "Legal advice",
    ];
    let words = private.map(|heading| format!("cell: {heading}"));
    assert_keeps_quiet(&import, &words.each_ref().map(String::as_str));
    import.assert_passes_check(&[]);
    for heading in private {
        let told = format!("the column `{heading}` is kept under `private:`");
        assert!(import.report.contains(&told), "{heading}: {}", import.report);
        assert_eq!(import.actions()[0].1["private"][heading], format!("cell: {heading}"));
    }
    assert_eq!(import.actions()[0].1["updates"][0]["text"], "cell: Progress");
}

#[test]
fn headings_that_only_sound_private_are_published() {
    let table = "Ref,Action,Lead,Public update\n1,Run a campaign,Council,Posters are up\n";
    let import = Import::of("plan.csv", table);
    assert_eq!(import.actions()[0].1["updates"][0]["text"], "Posters are up");
    for heading in ["Case studies published", "Internet page"] {
        let table = format!("Ref,Action,Lead,{heading}\n1,Run a campaign,Council,On the site\n");
        let import = Import::of("plan.csv", table);
        assert!(!import.report.contains("is kept under `private:` and not published"), "{heading}: {}", import.report);
    }
}

#[test]
fn a_person_may_choose_to_publish_a_column_and_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let choices = folder.path().join("columns.txt");
    std::fs::write(&choices, "Internal comments: updates\n").expect("written");
    let table = "Ref,Action,Lead,Internal comments\n1,Run a campaign,Council,Posters are up\n";
    let import = Import::with("plan.csv", table, &["--columns", &choices.to_string_lossy()]);
    assert_eq!(import.actions()[0].1["updates"][0]["text"], "Posters are up");
    assert!(
        import.report.contains("is published as you chose, though its heading says `internal`"),
        "{}",
        import.report
    );
}

#[test]
fn every_column_under_a_private_group_is_private() {
    let format = Format::new();
    let headings = ["Ref", "Action", "Lead", "By when", "Progress", "Notes", "Update", "Lead contact"];
    let words = ["1", "Run a campaign", "Council", "May 2027", "Posters are up", "CANARY-1", "CANARY-2", "CANARY-3"];
    for group in ["Confidential", "Internal use only", "POLICE", "Not for publication"] {
        // Over the headings, merged; over the headings, not merged; among other groups; and over columns without headings.
        for way in 0..4 {
            let mut book = Workbook::new();
            let sheet = book.add_worksheet();
            match way {
                0 => drop(sheet.merge_range(0, 5, 0, 7, group, &format).expect("merged")),
                1 => row(sheet, 0, &["", "", "", "", "", group]),
                2 => {
                    sheet.merge_range(0, 0, 0, 1, "The plan", &format).expect("merged");
                    sheet.merge_range(0, 2, 0, 4, "Delivery", &format).expect("merged");
                    sheet.merge_range(0, 5, 0, 7, group, &format).expect("merged");
                }
                _ => {
                    row(sheet, 1, &headings[..5]);
                    sheet.merge_range(1, 5, 1, 7, group, &format).expect("merged");
                }
            }
            if way < 3 {
                row(sheet, 1, &headings);
            }
            row(sheet, 2, &words);
            let import = Import::of("plan.xlsx", bytes(book));
            assert_unpublished(&import);
            assert_eq!(kept(&import), 3, "{group}, {way}: {}", import.yaml);
            let action = &import.actions()[0].1;
            assert_eq!(action["updates"][0]["text"], "Posters are up", "{group}, {way}");
            assert_eq!(text(&action["title"]), "Run a campaign");
        }
    }
}

#[test]
fn a_mark_over_the_whole_sheet_is_told_and_takes_no_column() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 0, 0, 3, "OFFICIAL-SENSITIVE", &Format::new()).expect("merged");
    row(sheet, 1, &["Ref", "Action", "Lead", "Progress"]);
    row(sheet, 2, &["1", "Run a campaign", "Council", "Posters are up"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_eq!(import.actions()[0].1["updates"][0]["text"], "Posters are up");
    assert!(!import.yaml.contains("OFFICIAL"), "{}", import.yaml);
    assert!(import.report.contains("not published: `OFFICIAL-SENSITIVE`"), "{}", import.report);
}

#[test]
fn a_private_column_is_never_taken_for_the_actions_the_leads_or_a_heading() {
    // No other column is named for the actions.
    let table = "Ref\tConfidential notes on the matter\tWhen\n1\tCANARY long words about someone\tMay 2027\n2\tCANARY more long \
                 words\tMay 2027\n";
    let import = Import::of("plan.tsv", table);
    assert!(!import.yaml.contains("title: CANARY"), "{}", import.yaml);
    assert!(!import.report.contains("CANARY"), "{}", import.report);
    // A second column of leads, and a row that has nothing but private words.
    let table = "Ref\tAction\tLead\tConfidential lead\tWhen\n1\tRun a campaign\tCouncil\tCANARY\tMay 2027\n\t\t\tAim: \
                 CANARY\t\n2\tTrain staff\tICB\t\tMay 2027\n";
    let import = Import::of("plan.tsv", table);
    assert_unpublished(&import);
    assert_eq!(kept(&import), 2, "{}", import.yaml);
}

#[test]
fn a_row_that_does_not_fit_is_kept_whole_where_a_column_is_private() {
    let table = "Ref\tAction\tLead\tCase notes\tWhen\tProgress\n1\tRun a campaign\tCouncil\tCANARY-1\tMay 2027\tPosters\n2\tTrain \
                 staff\tCANARY-2\tMay 2027\tAsked\n3\tPrint cards\tCouncil\tCANARY-3\tMay 2027\tPrinted\tand sent\n";
    let import = Import::of("plan.tsv", table);
    assert_unpublished(&import);
    assert_eq!(kept(&import), 3, "{}", import.yaml);
    assert!(import.report.contains("the whole row is kept under `private:`"), "{}", import.report);
}

#[test]
fn private_columns_of_a_risk_register_are_private_too() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "By when"]);
    row(sheet, 1, &["1", "Run a campaign", "Council", "May 2027"]);
    row(sheet, 3, &["Ref", "Risk", "Likelihood", "Impact", "Internal controls"]);
    row(sheet, 4, &["R1", "Funding ends", "3", "4", "CANARY"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_unpublished(&import);
    assert_eq!(kept(&import), 1, "{}", import.yaml);
}

#[test]
fn a_sheet_that_is_named_as_private_is_kept_and_not_published() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "By when"]);
    row(sheet, 1, &["1", "Run a campaign", "Council", "May 2027"]);
    let sheet = book.add_worksheet();
    sheet.set_name("Confidential log").expect("a name");
    row(sheet, 0, &["Ref", "Action", "Lead", "By when"]);
    row(sheet, 1, &["9", "CANARY", "Council", "May 2027"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_unpublished(&import);
    assert_eq!(kept(&import), 1, "{}", import.yaml);
    assert!(import.report.contains("because its name says `confidential`"), "{}", import.report);
}

#[test]
fn a_cover_sheet_gives_the_title_and_the_key_and_nothing_about_the_document() {
    let import = Import::of("plan.xlsx", case("cover-sheet.xlsx"));
    assert_keeps_quiet_about(&import, &["Jane Smith", "Version 0.7", "not for circulation", "DRAFT"]);
    let plan = import.plan();
    assert_eq!(plan["title"], "Domestic Abuse Delivery Plan 2025-2028");
    assert_eq!(plan["summary"], "Marlsea Safer Partnership");
    let guide = serde_json::json!({
        "scheme": "brag", "red": "Off track", "amber": "Delayed", "green": "On track", "blue": "Complete"
    });
    assert_eq!(plan["rating_guide"], guide);
}

/// The plan does not say these words; the report may.
fn assert_keeps_quiet_about(import: &Import, words: &[&str]) {
    for word in words {
        assert!(!import.yaml.contains(word), "`{word}`: {}", import.yaml);
        assert!(import.report.contains(word), "`{word}`: {}", import.report);
    }
}

#[test]
fn other_covers_tell_of_the_document_in_other_words() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Cover").expect("a name");
    for (at, cells) in [
        &["Domestic Abuse Action Plan 2026-2029"][..],
        &["Document owner", "Sarah Jones"],
        &["Status:", "Draft"],
        &["v1.3"],
        &["Prepared by Priya Patel, Community Safety"],
        &["Cllr Jane Smith, Cabinet Member"],
        &["Our borough will be free of abuse."],
    ]
    .into_iter()
    .enumerate()
    {
        row(sheet, u32::try_from(at).expect("few rows"), cells);
    }
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Ref", "Action", "Lead", "By when"]);
    row(sheet, 1, &["1", "Run a campaign", "Council", "May 2027"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_keeps_quiet_about(&import, &["Sarah Jones", "Priya Patel", "Jane Smith", "v1.3", "Status: Draft"]);
    assert_eq!(import.plan()["summary"], "Our borough will be free of abuse.", "{}", import.yaml);
}

#[test]
fn names_of_people_in_progress_are_pointed_out() {
    let table = "Ref,Action,Lead,Progress\n1,Run a campaign,Council,We met Jane Smith and PC Hill\n2,Train staff,ICB,Posters are \
                 up in Safe Harbour\n3,Print cards,Council,Confidential: see the board's papers\n";
    let import = Import::of("plan.csv", table);
    assert!(import.report.contains("look here: line 2: `Progress` names `Jane Smith`, `PC Hill`"), "{}", import.report);
    assert!(import.yaml.contains("# look here: `Progress` names `Jane Smith`, `PC Hill`"), "{}", import.yaml);
    assert!(!import.report.contains("line 3: `Progress` names"), "{}", import.report);
    assert!(import.report.contains("line 4: `Progress` says `confidential`"), "{}", import.report);
}

#[test]
fn a_row_that_says_it_is_confidential_is_kept_whole() {
    let table =
        "Ref,Action,Lead,Confidential?,By when\n1,Run a campaign,Council,No,May 2027\n2,CANARY,CANARY,Yes,May 2027\n";
    let import = Import::of("plan.csv", table);
    assert_unpublished(&import);
    assert_eq!(import.actions().len(), 1, "{}", import.yaml);
    let table =
        "Ref,Action,Lead,Publish? (Y/N),By when\n1,Run a campaign,Council,Y,May 2027\n2,CANARY,CANARY,N,May 2027\n";
    let import = Import::of("plan.csv", table);
    assert_unpublished(&import);
    assert_eq!((import.actions().len(), kept(&import)), (1, 2), "{}", import.yaml);
    assert!(import.report.contains("line 3: this row says that it is not to be published"), "{}", import.report);
}

#[test]
fn a_table_of_versions_is_no_table_of_actions() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    row(sheet, 0, &["Version", "Date", "Author", "Comments"]);
    row(sheet, 1, &["0.1", "May 2026", "Sarah Jones", "First draft for the board"]);
    row(sheet, 3, &["Ref", "Action", "Lead", "By when"]);
    row(sheet, 4, &["1", "Run a campaign", "Council", "May 2027"]);
    let import = Import::of("plan.xlsx", bytes(book));
    assert_eq!(import.actions().len(), 1, "{}", import.yaml);
    assert!(!import.yaml.contains("Sarah Jones"), "{}", import.yaml);
}

#[test]
fn a_private_group_some_rows_above_the_headings_counts() {
    let row = "1,Run a campaign,Council,March 2027,CANARY-a,CANARY-b,CANARY-c\n";
    let headings = "Ref,Action,Lead,By when,Background,Next steps,Contact\n";
    for above in
        ["Public,,,,Confidential,,\n,,,,,,\n", ",,,,Confidential,,\nWhat,,,,Case,,\n", "What,,,,<< Internal,,\n"]
    {
        let import = Import::of("plan.csv", format!("{above}{headings}{row}"));
        assert_unpublished(&import);
        assert_eq!(text(&import.actions()[0].1["title"]), "Run a campaign", "{above}");
    }
}

#[test]
fn a_row_that_is_marked_in_words_is_kept_whole() {
    for (heading, mark) in [
        ("Classification", "Confidential"),
        ("Marking", "OFFICIAL-SENSITIVE"),
        ("Confidential?", "Yes - police"),
        ("Publish on website?", "No."),
        ("Public/Private", "Private"),
        ("For web?", "no"),
    ] {
        let table = format!(
            "Ref,Action,Lead,{heading}\n1,Run a campaign,Council,\n2,CANARY-title,Council,{mark}\n3,Train staff,Council,\n"
        );
        let import = Import::of("plan.csv", table);
        assert_unpublished(&import);
        assert_eq!(import.actions().len(), 2, "{heading}: {}", import.yaml);
        assert!(import.report.contains("this row says that it is not to be published"), "{}", import.report);
    }
}

#[test]
fn what_is_below_a_line_that_says_so_is_kept() {
    let table = "Ref,Action,Lead\n1,Run a campaign,Council\nCONFIDENTIAL BELOW THIS LINE - do not publish,,\n2,CANARY-one,Council\n3,CANARY-two,Council\n";
    let import = Import::of("plan.csv", table);
    assert_unpublished(&import);
    assert_eq!(import.actions().len(), 1);
    let table = "Priority,Ref,Action,Lead\nPrevention,1,Run a campaign,Council\nInternal actions - not for publication,2,CANARY-one,Council\n";
    let import = Import::of("plan.csv", table);
    assert_unpublished(&import);
}
