//! What the files hold, read with readers of others.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::support::site::TestSite;

/// A plan with something in every field.
const PLAN: &str = r#"
title: Our plan
summary: "What we [promised](/services/)."
period: {from: 2026-04, to: 2029-03}
organisation: marlsea-council
labels: {section: Outcome, title: Key action, success: How will we know?}
sections:
  - ref: "1"
    title: Early help
    objectives:
      - ref: "1.1"
        title: Help comes early
        actions:
          - ref: "1.10"
            title: "=HYPERLINK(\"https://example.org\") a helpline"
            why: [Few people ask, "Those who do, wait"]
            aim: |
              More people ask.

              - By phone
              - By text
            how:
              - {title: Find a room, leads: [safe-harbour], target: one room, timescale: June 2026, done: 2026-06-01}
              - Hire people
            leads:
              - {organisation: marlsea-council, role: Head of Housing, person: Zebrafinch, for: the room}
              - safe-harbour
            timescale: By end of March 2027
            milestones: [{title: Open, timescale: March 2027}]
            measures: [{title: Calls, baseline: "10", target: "20"}, Texts]
            success: Calls are answered.
            updates:
              - {date: 2026-07-01, status: on-track, text: "A room & a phone.", by: The board, private: {note: Zebrafinch}}
              - {date: 2026-05-01, status: not-started, text: Nothing yet.}
              - {date: 2027-01-01, status: complete, text: Zebrafinch}
      - ref: "1.2"
        title: Help stays
        actions:
          - {ref: "-2", title: Stay, timescale: Ongoing}
  - title: Safety
    actions:
      - {title: Train, timescale: TBC, status: withdrawn}
risks: [{ref: R1, risk: Money ends, likelihood: 4, impact: 5, mitigation: Ask for more., lead: marlsea-council, status: Open}]
documents: [{title: The strategy, url: https://example.org/s.pdf, kind: strategy, date: 2026-04-01}]
"#;

fn site() -> TestSite {
    TestSite::new().with("content/plans/ours.yaml", PLAN).built()
}

fn workbook(site: &TestSite) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(site.files()["strategy/ours/plan.xlsx"].clone())).expect("another reader can open it")
}

/// The cells of the workbook by their names for programs, a list for each row.
fn rows(site: &TestSite) -> Vec<Vec<(String, Data)>> {
    let mut book = workbook(site);
    let about = book.worksheet_range("About").expect("the second sheet");
    let key = |heading: &str| {
        let row = about
            .rows()
            .find(|row| row[0] == *heading && row[1].to_string().ends_with(']'))
            .unwrap_or_else(|| panic!("`{heading}`"));
        let words = row[1].to_string();
        words[words.rfind('[').expect("a name") + 1..words.len() - 1].to_owned()
    };
    let sheet = book.worksheet_range("Our plan").expect("the sheet is named for the plan");
    let headings: Vec<String> = sheet.headers().expect("a row of headings");
    let rows = sheet.rows().skip(1);
    rows.map(|row| headings.iter().map(|heading| key(heading)).zip(row.iter().cloned()).collect()).collect()
}

#[test]
fn every_field_is_in_the_workbook() {
    let told: String = rows(&site())
        .iter()
        .map(|row| {
            let cells = row.iter().filter(|(key, cell)| *cell != Data::Empty && key != "as_exported");
            let lines = cells.map(|(key, cell)| match cell {
                Data::DateTime(day) => format!("{key}: a date, {}", day.as_f64()),
                cell => format!("{key}: {cell}"),
            });
            lines.collect::<Vec<_>>().join("\n") + "\n\n"
        })
        .collect();
    insta::assert_snapshot!("workbook", told.trim_end());
}

#[test]
fn the_csv_is_the_same_table() {
    let site = site();
    let bytes = &site.files()["strategy/ours/plan.csv"];
    let text = std::str::from_utf8(bytes).expect("UTF-8").strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings: Vec<String> = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    assert_eq!(headings[..6], ["Outcome number", "Outcome", "Objective number", "Objective", "Number", "Key action"]);
    let rows = rows(&site);
    for (record, row) in reader.records().map(|record| record.expect("a row")).zip(&rows) {
        for (cell, (key, value)) in record.iter().zip(row) {
            let expected = match value {
                Data::DateTime(day) => {
                    let (year, month, day, ..) = day.to_ymd_hms_milli();
                    format!("{year}-{month:02}-{day:02}")
                }
                Data::Empty => String::new(),
                value => value.to_string(),
            };
            assert_eq!(cell.trim_start_matches('\''), expected.replace("\r\n", "\n"), "{key}");
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
        }
    }
    assert_eq!(rows.len(), 3);
}

#[test]
fn the_json_has_its_documented_shape() {
    let site = site();
    let json = site.page("strategy/ours/plan.json");
    insta::assert_snapshot!("json", json);
    let documented = include_str!("../../docs/plan-download.md");
    let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    for name in names(&read) {
        assert!(documented.contains(&format!("`{name}`")), "`{name}` is not in docs/plan-download.md");
    }
    for (key, _) in &rows(&site)[0] {
        assert!(documented.contains(&format!("`{key}`")), "`{key}` is not in docs/plan-download.md");
    }
}

/// Every name in a JSON value, but for those of `{id, name}`.
fn names(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::Array(items) => items.iter().flat_map(names).collect(),
        serde_json::Value::Object(fields) => {
            let below = fields.values().flat_map(names);
            fields.keys().filter(|name| *name != "name").cloned().chain(below).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn no_file_has_what_is_not_published_or_not_yet_said() {
    let site = site();
    for (name, bytes) in site.files().into_iter().filter(|(name, _)| name.contains("/plan.")) {
        let text =
            if name.ends_with("xlsx") { format!("{:?}", rows(&site)) } else { String::from_utf8_lossy(&bytes).into() };
        assert!(!text.contains("Zebrafinch"), "{name}");
    }
    let named = TestSite::new().with("content/plans/ours.yaml", format!("publish_names: true\n{}", PLAN.trim_start()));
    assert!(
        named
            .built()
            .page("strategy/ours/plan.csv")
            .contains("• Zebrafinch, Head of Housing, Marlsea Council (for the room)")
    );
}

#[test]
fn headings_stay_in_view_and_have_filters() {
    let site = site();
    let mut archive = zip::ZipArchive::new(Cursor::new(site.files()["strategy/ours/plan.xlsx"].clone()))
        .expect("a workbook is a zip");
    let mut part = |name: &str| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).expect(name), &mut text).expect("text");
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
    assert!(sheet.contains("<autoFilter ref=\"A1:AC4\""), "{sheet}");
    assert!(!sheet.contains("<f>"));
    assert!(part("docProps/core.xml").contains("2026-11-22T00:00:00Z"));
}

#[test]
fn what_may_be_edited_can_be_seen() {
    let site = site();
    let mut archive = zip::ZipArchive::new(Cursor::new(site.files()["strategy/ours/plan.xlsx"].clone()))
        .expect("a workbook is a zip");
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet"), &mut sheet)
        .expect("text");
    // What the row was exported as comes last, and is not shown.
    assert!(sheet.contains("<col min=\"29\" max=\"29\"") && sheet.contains("hidden=\"1\""), "{sheet}");
    let choice = "\"Not started,On track,At risk,Off track,Complete,Paused,Withdrawn\"";
    assert_eq!(sheet.matches(&choice.replace('"', "")).count(), 2, "{sheet}");
    // From, last day, ongoing, related, rating, past its date and the page are worked out.
    assert_eq!(sheet.matches("promptTitle=\"Worked out\"").count(), 7, "{sheet}");
}
