//! The sessions as a table, and `fingerpost export training`.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};

use crate::support::site::{TODAY, TestSite, course};

fn export(site: &TestSite, arguments: &[&str]) -> std::process::Output {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["export", "training", "--today", TODAY, "--site"]).arg(site.path()).args(arguments);
    program.output().expect("the program can be started")
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

const FULL: &str = "\
code: T-1
provider: safe-harbour
cost: =1+1
booking: {url: \"https://example.org/book\", email: training@example.org, phone: 01632 960400}
sessions:
  - date: 2026-12-03
    start: \"09:30\"
    end: \"12:30\"
    venue: {name: Quay Centre, address: 4 Quayside, postcode: ZY1 2AB}
    online: {platform: Teams, note: We email the link.}
    places: 16
    places_left: 3
    waiting_list: true
    status: changed
    changed: 2026-11-20
    booking_url: https://example.org/book/3
    booking_closes: 2026-12-01
    trainer: \"@Trainer\"
    note: Bring lunch.
    private: {notes: Zebrafinch}
  - {date: 2026-11-03, start: \"18:00\", end: \"20:00\", status: full}
";

fn site() -> TestSite {
    let other = course("sessions: [{date: 2026-11-30, start: \"09:30\", end: \"12:30\"}]\n");
    TestSite::new()
        .with("content/training/first.yaml", course(FULL))
        .with("content/training/other.yaml", other.replace("First steps", "Other steps"))
        .with("content/training/zebrafinch.yaml", course(&format!("draft: true\n{FULL}")))
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    let output = export(&site(), &[&["--format", "json"], arguments].concat());
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn csv_lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn sessions_are_exported_with_the_bytes_of_their_download() {
    let site = site().built();
    for form in ["csv", "xlsx", "json"] {
        let download = &site.files()[&format!("training/sessions.{form}")];
        let output = export(&site, &["--format", form]);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout == *download, "{form}");
        let file = site.path().join("taken away");
        let output = export(&site, &["--format", form, "--out", file.to_str().expect("a name")]);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        assert!(std::fs::read(&file).expect("it is there") == *download, "{form}");
    }
}

#[test]
fn a_row_tells_all_that_the_page_does() {
    let rows = rows(&[]);
    assert_eq!(
        rows[2],
        json!({
            "id": "first-2026-12-03", "course": "first", "code": "T-1", "title": "First steps", "kind": "Course",
            "level": "Awareness", "audiences": "Professionals", "provider": "Safe Harbour",
            "date": "2026-12-03", "weekday": "Thursday", "start": "09:30", "end": "12:30",
            "status": "changed", "status_words": "Changed", "changed": "2026-11-20",
            "venue": "Quay Centre", "address": "4 Quayside", "postcode": "ZY1 2AB",
            "online": "Yes", "platform": "Teams", "places": 16, "places_left": 3, "waiting_list": "Yes",
            "booking_url": "https://example.org/book/3", "booking_email": "training@example.org",
            "booking_phone": "01632 960400", "booking_closes": "2026-12-01", "trainer": "@Trainer", "cost": "=1+1",
            "note": "Bring lunch.", "page": "https://www.example.org/training/first/first-2026-12-03/",
        })
    );
}

#[test]
fn sessions_are_in_order_and_past_ones_are_kept() {
    let rows = rows(&[]);
    let told: Vec<_> =
        rows.iter().map(|row| (row["id"].as_str().expect("an id"), &row["over"], &row["places_left"])).collect();
    assert_eq!(
        told,
        [
            ("first-2026-11-03", &json!("Yes"), &json!(0)),
            ("other-2026-11-30", &Value::Null, &Value::Null),
            ("first-2026-12-03", &Value::Null, &json!(3)),
        ]
    );
}

#[test]
fn dates_times_and_numbers_are_what_they_are_in_a_workbook() {
    let bytes = export(&site(), &["--format", "xlsx"]).stdout;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("another reader can open it");
    let sheet = book.worksheet_range("Sessions").expect("the sheet");
    let headings = sheet.headers().expect("a row of headings");
    let cell = |heading: &str| {
        let at = headings.iter().position(|one| one == heading).unwrap_or_else(|| panic!("no `{heading}`"));
        sheet.get((3, at)).expect("a cell").clone()
    };
    let Data::DateTime(date) = cell("Date") else { panic!("a date is a date") };
    assert_eq!(date.to_ymd_hms_milli(), (2026, 12, 3, 0, 0, 0, 0));
    let Data::DateTime(start) = cell("Starts") else { panic!("a time is a time") };
    let (.., hour, minute, _, _) = start.to_ymd_hms_milli();
    assert_eq!((hour, minute), (9, 30));
    assert_eq!(cell("Places"), Data::Float(16.0));
    assert_eq!(cell("Cost"), Data::String("=1+1".to_owned()));
    assert!(book.worksheet_formula("Sessions").expect("the sheet").used_cells().next().is_none());
}

#[test]
fn no_cell_is_a_formula_and_nothing_private_is_in_it() {
    let rows = csv_lines(&export(&site(), &["--format", "csv"]).stdout);
    assert!(rows[3].iter().any(|cell| cell == "'=1+1") && rows[3].iter().any(|cell| cell == "'@Trainer"), "{rows:?}");
    assert!(!format!("{rows:?}").contains("ebrafinch"), "{rows:?}");
    assert_eq!(rows.len(), 4);
}

#[test]
fn one_course_has_the_same_columns() {
    let all = csv_lines(&export(&site(), &["--format", "csv"]).stdout);
    let one = csv_lines(&export(&site(), &["other", "--format", "csv"]).stdout);
    assert_eq!(one, [all[0].clone(), all[2].clone()]);
}

#[test]
fn what_is_not_there_is_told() {
    let output = export(&site(), &["ohter", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: there is no course `ohter`\nhelp: did you mean `other`?\n");
    let output = export(&TestSite::new(), &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    let help = "help: a course is a file in `content/training/`, with its dates in `sessions`\n";
    assert_eq!(said(&output), format!("error: the site has no session\n{help}"));
}

#[test]
fn the_files_are_linked_where_people_look_for_them() {
    let site = site().built();
    for page in ["data/index.html", "training/index.html"] {
        for form in ["csv", "xlsx", "json"] {
            assert!(site.page(page).contains(&format!("href=\"/training/sessions.{form}\"")), "{page} {form}");
        }
    }
    assert!(!site.page("sitemap.xml").contains("sessions."));
    let without = TestSite::new().with("content/training/a.yaml", course("")).built();
    assert!(!without.names().iter().any(|name| name.starts_with("training/sessions")));
    assert!(!without.page("training/index.html").contains("/training/sessions"));
}
