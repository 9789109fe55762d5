//! `fingerpost report due`: what people must look at. The day is 22 November 2026.

use serde_json::{Value, json};

use crate::support::site::{TODAY, TestSite, course, service};

const PLAN: &str = "\
title: Our plan
period: {from: 2026-04, to: 2029-03}
publish_names: true
sections:
  - title: Early help
    actions:
      - {ref: 1.1, title: Open a helpline, timescale: 2026-10-31, leads: [
          {organisation: safe-harbour, role: Manager, person: Zebrafinch}, {person: Zebrafinch}]}
      - {ref: 1.2, title: Train staff, timescale: January 2027, updates: [{date: 2026-11-01, status: on-track}],
          milestones: [{title: A room is found., timescale: 2026-11-10}]}
      - {ref: 1.3, title: Ask people, timescale: 2028, updates: [{date: 2026-04-01, status: on-track, text: Begun.}]}
      - {ref: 1.4, title: Done, timescale: 2026-05-31, updates: [{date: 2026-05-01, status: complete, text: Done.}]}
";

const SESSION: &str = "{date: 2026-12-03, start: \"09:30\", end: \"12:30\"}";

fn a_site() -> TestSite {
    let old = crate::support::site::plan("timescale: 2026-10-01\n").replace("period:", "archived: true\nperiod:");
    let checked = |day: &str| format!("reviewed: {day}\nprovider: safe-harbour\nsessions: [{SESSION}]\n");
    let unsure = "sessions:\n  - {date: 2026-12-10, start: \"09:30\", end: \"12:30\", status: provisional}\n  \
                  - {date: 2027-02-10, start: \"09:30\", end: \"12:30\", status: provisional}\n";
    TestSite::new()
        .with("content/plans/plan.yaml", PLAN)
        .with("content/plans/old.yaml", old)
        .with("content/services/late.md", service("").replace("2026-11-01", "2026-03-01"))
        .with("content/services/soon.md", service("").replace("2026-11-01", "2026-06-10"))
        .with("content/services/fresh.md", service(""))
        .with("content/services/gone.md", service("status: closed\n").replace("2026-11-01", "2020-01-01"))
        .with("content/training/late.yaml", course(&checked("2026-04-01")))
        .with("content/training/fresh.yaml", course(&checked("2026-11-01")))
        .with("content/training/never.yaml", course(&checked("2026-11-01")).replace("reviewed: 2026-11-01\n", ""))
        .with("content/training/hidden.yaml", course("draft: true\n"))
        .with("content/training/unsure.yaml", course(unsure))
        .with("content/training/empty.yaml", course(""))
}

fn report(site: &TestSite, arguments: &[&str]) -> std::process::Output {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["report", "due", "--today", TODAY, "--site"]).arg(site.path()).args(arguments);
    program.output().expect("the program can be started")
}

fn told(site: &TestSite, arguments: &[&str]) -> String {
    let output = report(site, arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn items(site: &TestSite, arguments: &[&str]) -> Vec<Value> {
    let report = told(site, &[&["--format", "json"], arguments].concat());
    let mut report: Value = serde_json::from_str(&report).expect("it is JSON");
    serde_json::from_value(report["items"].take()).expect("a list")
}

/// The kind and the file or number of each thing, in order.
fn in_short(items: &[Value]) -> Vec<String> {
    let name = |item: &Value| {
        let (file, title) = (item["file"].as_str().expect("a text"), item["title"].as_str().expect("a text"));
        let name = if file.contains("/plans/") { title } else { file };
        name.trim_start_matches("content/").split(['.', ' ']).next().map(str::to_owned)
    };
    items
        .iter()
        .map(|item| format!("{} {}", item["kind"].as_str().expect("a text"), name(item).unwrap_or_default()))
        .collect()
}

#[test]
fn what_is_late_comes_first_and_the_longest_late_at_the_top() {
    insta::assert_snapshot!(told(&a_site(), &[]));
}

#[test]
fn each_thing_says_what_where_since_when_and_who() {
    let items = items(&a_site(), &[]);
    let late = items.iter().find(|item| item["file"] == "content/training/late.yaml").expect("it is due");
    assert_eq!(
        *late,
        json!({
            "kind": "course-review",
            "overdue": true,
            "title": "First steps",
            "words": "Last checked on 1 April 2026, and due again by 1 October 2026.",
            "by": "2026-10-01",
            "who": ["Safe Harbour"],
            "file": "content/training/late.yaml",
            "address": "https://www.example.org/training/late/",
        })
    );
}

#[test]
fn no_person_is_named_and_nothing_that_is_not_published() {
    let told = told(&a_site(), &["--format", "json"]);
    assert!(told.contains("Safe Harbour") && !told.contains("Zebrafinch") && !told.contains("hidden"), "{told}");
}

#[test]
fn a_course_that_is_due_is_due_in_the_check_too() {
    let site = a_site();
    let of_reviews = |code: &str| {
        let told = site.check_json();
        let paths = told.iter().filter(|problem| problem["code"] == code).map(|problem| problem["path"].to_string());
        paths.collect::<Vec<String>>()
    };
    let of_items = |kind: &str| {
        let items = items(&site, &[]);
        let mut files: Vec<String> =
            items.iter().filter(|item| item["kind"] == kind).map(|item| item["file"].to_string()).collect();
        files.sort();
        files
    };
    assert_eq!(of_reviews("training/review"), of_items("course-review"));
    assert_eq!(of_reviews("training/review").len(), 2);
    assert_eq!(of_reviews("service/review"), of_items("service-review"));
    assert_eq!(of_reviews("training/sessions"), of_items("no-session"));
}

#[test]
fn since_a_day_only_what_fell_due_after_it_is_told() {
    let since = items(&a_site(), &["--since", "2026-10-31"]);
    let dates: Vec<&Value> = since.iter().map(|item| &item["by"]).filter(|by| !by.is_null()).collect();
    assert!(!dates.is_empty() && dates.iter().all(|by| by.as_str() > Some("2026-10-31")), "{dates:?}");
    assert!(in_short(&since).contains(&"course-review training/never".to_owned()), "what has no day is told each time");
}

#[test]
fn one_plan_is_told_alone_even_one_that_has_ended() {
    assert_eq!(
        in_short(&items(&a_site(), &["--plan", "plan"])),
        ["action 1", "milestone 1", "silent-action 1", "action 1"]
    );
    assert_eq!(items(&a_site(), &["--plan", "old"]).len(), 1);
    let output = report(&a_site(), &["--plan", "plann"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).expect("UTF-8"),
        "error: there is no plan `plann`\nhelp: did you mean `plan`?\n"
    );
}

#[test]
fn the_statement_is_due_a_month_before_its_year_is_over() {
    let site = TestSite::new().with_setting(
        "accessibility: {standard: WCAG 2.2 AA, status: fully, prepared: 2025-12-10, tested: 2025-12-10, tested_by: us}",
    );
    let items = items(&site, &[]);
    assert_eq!(in_short(&items), ["statement-review site"]);
    assert_eq!((&items[0]["by"], &items[0]["overdue"]), (&json!("2026-12-10"), &json!(false)));
}

#[test]
fn the_table_has_a_row_for_each_thing_and_no_formula() {
    let site = a_site()
        .with("content/services/late.md", service("").replace("2026-11-01", "2026-03-01").replace("Helpline", "=1+1"));
    let table = told(&site, &["--format", "csv"]);
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "Kind,Late,By when,Title,In words,Who,File,Web page");
    assert!(lines.iter().any(|line| line.starts_with("service-review,Yes,2026-09-01,'=1+1,")), "{table}");
    assert_eq!(lines.len(), 1 + items(&site, &[]).len());
}

#[test]
fn where_nothing_is_due_it_says_so() {
    let site = TestSite::new().with("content/services/fresh.md", service(""));
    assert!(told(&site, &[]).ends_with("Nothing is due.\n"));
}

#[test]
fn content_with_errors_is_not_reported() {
    let output = report(&TestSite::new().with("content/training/a.yaml", "title: A\n"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn risks_are_due_a_quarter_after_someone_looked_at_them_where_a_plan_keeps_such_dates() {
    let risk = |more: &str| format!("  - {{ref: R1, risk: Money ends, lead: safe-harbour{more}}}\n");
    let late = risk(", reviewed: 2026-08-01");
    let other = "  - {ref: R2, risk: Staff leave, status: Closed}\n  - {ref: R3, risk: No room}\n";
    let of = |risks: String| TestSite::new().with("content/plans/plan.yaml", format!("{PLAN}risks:\n{risks}"));
    let found = |site: &TestSite| -> Vec<Value> {
        items(site, &[]).into_iter().filter(|item| item["kind"] == "risk").collect()
    };
    let risks = found(&of(late + other));
    let told: Vec<(&str, &str)> =
        risks.iter().map(|item| (item["title"].as_str().unwrap(), item["words"].as_str().unwrap())).collect();
    let last = "Last looked at on 1 August 2026; risks are looked at again every three months.";
    assert_eq!(told, [("R1 Money ends", last), ("R3 No room", "Nobody has written when it was last looked at.")]);
    assert_eq!(risks[0]["who"], json!(["Safe Harbour"]));
    assert!(found(&of(risk(""))).is_empty(), "a plan without such dates is not asked for them");
    assert!(found(&of(risk(", reviewed: 2026-11-01"))).is_empty());
}
