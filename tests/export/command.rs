//! `fingerpost export plan`.

use std::fs;

use crate::support::site::{TODAY, TestSite, plan};

fn export(site: &TestSite, arguments: &[&str]) -> std::process::Output {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["export", "plan", "--today", TODAY, "--site"]).arg(site.path()).args(arguments);
    program.output().expect("the program can be started")
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn a_plan_is_exported_with_the_bytes_of_its_download() {
    let site = TestSite::new().with("content/plans/ours.yaml", plan("ref: 1\ntimescale: March 2027\n")).built();
    for form in ["csv", "xlsx", "json"] {
        let download = &site.files()[&format!("strategy/ours/plan.{form}")];
        let output = export(&site, &["--format", form]);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout == *download, "{form}");
        let file = site.path().join("taken away");
        let output = export(&site, &["ours", "--format", form, "--out", file.to_str().expect("a name")]);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        assert!(fs::read(&file).expect("it is there") == *download, "{form}");
    }
}

#[test]
fn without_a_name_it_is_the_plan_that_has_not_ended() {
    let old = plan("ref: old\n").replace("title: Our plan", "title: Old plan\narchived: true");
    let site = TestSite::new().with("content/plans/new.yaml", plan("ref: new\n")).with("content/plans/old.yaml", old);
    let json: serde_json::Value =
        serde_json::from_slice(&export(&site, &["--format", "json"]).stdout).expect("it is JSON");
    assert_eq!(json["id"], "new");
    let json: serde_json::Value =
        serde_json::from_slice(&export(&site, &["old", "--format", "json"]).stdout).expect("it is JSON");
    assert_eq!(json["archived"], true);
}

#[test]
fn where_several_could_be_meant_their_names_are_told() {
    let site = TestSite::new().with("content/plans/a.yaml", plan("")).with("content/plans/b.yaml", plan(""));
    let output = export(&site, &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: it is not clear which plan is meant\nhelp: name one of `a`, `b`\n");
    let output = export(&site, &["plan-a", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: there is no plan `plan-a`\nhelp: name one of `a`, `b`\n");
}

#[test]
fn a_site_without_plans_says_so() {
    let output = export(&TestSite::new(), &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: the site has no plan\nhelp: a plan is a file in `content/plans/`\n");
}

#[test]
fn content_with_errors_is_not_exported() {
    let site = TestSite::new().with("content/plans/ours.yaml", plan("timescale: 2026-02-30\n"));
    let output = export(&site, &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(said(&output).ends_with("1 error\nnothing was exported\n"), "{}", said(&output));
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let site = TestSite::new().with("content/plans/ours.yaml", plan(""));
    let file = site.path().join("none/plan.csv");
    let output = export(&site, &["--format", "csv", "--out", file.to_str().expect("a name")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("error: cannot write"), "{}", said(&output));
}

#[test]
fn a_partner_gets_its_own_rows_and_they_can_be_carried_back() {
    let two = "title: Our plan\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - title: Early help\n    ref: '1'\n    actions:\n      - {ref: '1.1', title: Open a helpline, leads: [marlsea-council]}\n      - {ref: '1.2', title: Train staff, leads: [safe-harbour], how: [{title: Book rooms, leads: [marlsea-council]}]}\n  - title: Safe homes\n    actions:\n      - {ref: '2.1', title: Open a refuge, leads: [safe-harbour]}\n";
    let site = TestSite::new().with("content/plans/ours.yaml", two);
    let rows = |arguments: &[&str]| {
        let output = export(&site, &[arguments, &["--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let actions = json["actions"].as_array().expect("a list").iter();
        actions.map(|one| one["ref"].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rows(&[]), ["1.1", "1.2", "2.1"]);
    assert_eq!(rows(&["--lead", "Marlsea Council"]), ["1.1", "1.2"], "it has a step of the second");
    assert_eq!(rows(&["--section", "safe-homes"]), ["2.1"]);
    assert_eq!(rows(&["--section", "1", "--lead", "safe-harbour"]), ["1.2"]);
    let unknown = export(&site, &["--format", "csv", "--section", "safe-home"]);
    assert_eq!(said(&unknown), "error: there is no section `safe-home`\nhelp: did you mean `safe-homes`?\n");

    let csv = String::from_utf8(export(&site, &["--format", "csv", "--section", "safe-homes"]).stdout).expect("UTF-8");
    let file = site.path().join("rows.csv");
    fs::write(&file, csv.replace("Open a refuge", "Open two refuges")).expect("it can be written");
    let name = |path: &std::path::Path| path.to_str().expect("a name").to_owned();
    let plan = site.path().join("content/plans/ours.yaml");
    let run = site.run_plain(&["import", "plan", &name(&file), "--out", &name(&plan), "--today", TODAY]);
    let after = site.read("content/plans/ours.yaml");
    assert_eq!(after, two.replace("Open a refuge", "Open two refuges"), "{run:?}");
}
