//! `fingerpost report`: a plan in, a paper for a board out. The day is 22 November 2026.

mod coverage;
mod due;

use crate::support::site::{self, TODAY, TestSite};
use serde_json::Value;

const PLAN: &str = "\
title: Our plan
period: {from: 2026-04, to: 2029-03}
sections:
  - title: Early help
    actions:
      - {ref: 1.1, title: Open a helpline, leads: [safe-harbour], timescale: By end of October 2026, updates: [
          {date: 2026-05-10, status: on-track, text: We began.},
          {date: 2026-10-10, status: at-risk, text: Staff are hard to find.}]}
      - {ref: 1.2, title: \"=1+1\", leads: [TBC], updates: [{date: 2026-07-10, status: complete, text: Done.}]}
      - {ref: 1.3, title: Train staff, leads: [safe-harbour]}
";

fn a_site() -> TestSite {
    let old = site::plan("status: complete\n").replace("period:", "archived: true\nperiod:");
    TestSite::new().with("content/plans/plan.yaml", PLAN).with("content/plans/old.yaml", old)
}

/// What the program said on standard output and standard error, and how it ended.
struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

fn run(site: &TestSite, day: &str, arguments: &[&str]) -> Run {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["report", "progress", "--today", day, "--site"]).arg(site.path()).args(arguments);
    let output = program.output().expect("the program can be started");
    let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn report(arguments: &[&str]) -> Run {
    run(&a_site(), TODAY, arguments)
}

fn report_on(site: &TestSite) -> Run {
    run(site, TODAY, &[])
}

fn json(arguments: &[&str]) -> Value {
    let run = report(&[&["--format", "json"], arguments].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err))
}

#[test]
fn the_paper_tells_changes_exceptions_leads_and_gaps() {
    let run = report(&[]);
    assert_eq!((run.status, run.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.out, @r"
    Our plan
    ========
    As it stood on 22 November 2026.

    1 of 3 actions are complete or on track, 1 is amber and 1 is red (late, or expected to be).

    Changes since 30 June 2026
    --------------------------
    Completed (1):
      1.2 =1+1 (complete, green)
        Moved from not started to complete.
        10 July 2026: Done.
    Now past the date (1):
      1.1 Open a helpline (at risk, red)
        Moved from on track to at risk.
        Its date, 31 October 2026, passed.
        10 October 2026: Staff are hard to find.

    Exceptions
    ----------
      1.1 Open a helpline (at risk, red)
        Its date, 31 October 2026, has passed. Reported as at risk.
        Led by Safe Harbour.
        10 October 2026: Staff are hard to find.

    By lead
    -------
      Safe Harbour: 2 actions: 1 amber, 1 red

    What is missing
    ---------------
    No update yet:
      1.3 Train staff
    No date:
      1.3 Train staff
    ");
}

#[test]
fn without_a_day_the_last_quarter_is_there_as_a_whole() {
    assert_eq!(json(&[])["plans"][0]["since"], "2026-06-30");
    let kinds = |since: &str| -> Vec<String> {
        let plan = &json(&["--since", since])["plans"][0];
        let changes = plan["changes"].as_array().expect("a list").iter();
        changes.map(|change| format!("{} {}", change["kind"], change["action"]["ref"]).replace('"', "")).collect()
    };
    assert_eq!(kinds("2026-06-30"), ["completed 1.2", "became-overdue 1.1"]);
    assert_eq!(kinds("2026-09-30"), ["became-overdue 1.1"]);
    assert_eq!(kinds("2026-11-01"), Vec::<String>::new());
}

#[test]
fn the_json_has_the_shape_that_is_promised() {
    let report = json(&[]);
    assert_eq!(report["as_it_stood_on"], "2026-11-22");
    let plan = &report["plans"][0];
    assert_eq!(plan["counts"]["by_rating"], serde_json::json!({"amber": 1, "green": 1, "red": 1}));
    let exception = &plan["exceptions"][0];
    assert_eq!(exception["concerns"][0]["kind"], "overdue");
    assert_eq!(exception["latest"]["text"], "Staff are hard to find.");
    assert_eq!(exception["action"]["address"], "https://www.example.org/strategy/plan/early-help/1-1/");
    assert_eq!(plan["leads"][0]["actions"], serde_json::json!(["1.1", "1.3"]));
    assert_eq!(plan["missing"]["update"][0]["ref"], "1.3");
    assert_eq!(plan["missing"]["lead"], serde_json::json!([]));
}

#[test]
fn a_spreadsheet_is_given_no_formula() {
    let run = report(&["--format", "csv"]);
    assert_eq!(run.status, Some(0));
    let line = run.out.lines().find(|line| line.contains("1+1")).expect("the action is there");
    assert!(line.starts_with("plan,change,completed,1.2,'=1+1,Early help,TBC,,complete,green,"), "{line}");
    let parts: Vec<&str> = run.out.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(parts[0], "headline");
    assert!(["change", "exception", "lead", "missing"].iter().all(|part| parts.contains(part)), "{parts:?}");
}

#[test]
fn plans_that_have_ended_are_told_of_where_they_are_named() {
    assert_eq!(json(&[])["plans"].as_array().map(Vec::len), Some(1));
    let old = json(&["--plan", "old"]);
    assert_eq!(old["plans"][0]["id"], "old");
    assert_eq!(old["plans"][0]["archived"], true);
}

#[test]
fn what_cannot_be_told_is_a_mistake_of_the_command() {
    let run = report(&["--plan", "plann"]);
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, "error: there is no plan `plann`\nhelp: did you mean `plan`?\n");
    let run = report(&["--since", "2027-01-01"]);
    assert_eq!(run.status, Some(2));
    assert!(run.err.starts_with("error: `2027-01-01` is after the day of the report, `2026-11-22`\n"), "{}", run.err);
    let run = report_on(&TestSite::new());
    assert_eq!((run.status, run.out.as_str()), (Some(2), ""));
    let broken = report_on(&TestSite::new().with("content/plans/a.yaml", "title: A\n"));
    assert_eq!((broken.status, broken.out.as_str()), (Some(1), ""));
}

#[test]
fn the_paper_of_a_day_knows_nothing_of_later_ones() {
    let told = |plan: &str| {
        let site = TestSite::new().with("content/plans/plan.yaml", plan);
        run(&site, "2026-10-09", &["--format", "json"]).out
    };
    let until_then =
        PLAN.replace(",\n          {date: 2026-10-10, status: at-risk, text: Staff are hard to find.}", "");
    assert_ne!(PLAN, until_then);
    assert_eq!(told(PLAN), told(&until_then));
}
