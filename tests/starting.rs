//! From an empty folder to a site, and from a site to one more record: `init` and `new`.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use crate::support::site::{Run, TODAY, TestSite};

/// A site as `init` makes it.
fn started(arguments: &[&str]) -> TestSite {
    let site = TestSite::empty();
    let run = init(&site.path().join("."), arguments);
    assert_eq!(run.status, 0, "{run:?}");
    site
}

fn init(folder: &Path, arguments: &[&str]) -> Run {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.arg("init").arg(folder).args(["--today", TODAY]).args(arguments).write_stdin("");
    Run::of(&mut program)
}

fn new(site: &TestSite, arguments: &[&str]) -> Run {
    site.run("new", arguments)
}

/// What the check says of a site, and that none of it is an error.
fn warnings(site: &TestSite) -> Vec<(String, String)> {
    let text = |problem: &Value, key: &str| problem[key].as_str().expect("a text").to_owned();
    let problems = site.check_json();
    assert!(problems.iter().all(|problem| problem["severity"] != "error"), "{problems:#?}");
    problems.iter().map(|problem| (text(problem, "path"), text(problem, "message"))).collect()
}

#[test]
fn a_new_site_builds_at_once_and_the_check_names_what_waits_to_be_filled_in() {
    for arguments in [
        &["--name", "Ashmere: \"Safe\" & sound"][..],
        &["--name", "Ashmere", "--helpline", "01632 960123", "--hosting", "netlify"],
        &["--name", "Ashmere", "--not-sensitive", "--hosting", "github-pages"],
        &["--name", "Ashmere", "--not-sensitive", "--helpline", "01632 960123", "--hosting", "iis"],
        &[],
    ] {
        let site = started(arguments);
        let told = warnings(&site);
        for file in ["site.yaml", "organisations.yaml", "vocabulary.yaml"].map(|name| format!("content/{name}")) {
            assert!(
                told.iter().any(|(path, message)| *path == file && message.contains("filled in")),
                "{file}: {told:#?}"
            );
        }
        for folder in ["services", "plans", "training", "updates", "pages"] {
            let is_in = |(path, message): &(String, String)| path.contains(folder) && message.contains("filled in");
            assert!(told.iter().any(is_in), "{folder}: {told:#?}");
        }
        let site = site.built();
        let home = site.page("index.html");
        let is_sensitive = !arguments.contains(&"--not-sensitive");
        assert_eq!(home.contains("exit-this-page"), is_sensitive);
        assert_eq!(
            home.contains("01632 960123") || home.contains("0808 2000 247"),
            is_sensitive || arguments.contains(&"--helpline")
        );
    }
}

#[test]
fn a_new_site_has_what_its_host_needs_to_build_it_each_day() {
    for (host, file, holds) in [
        ("github-pages", ".github/workflows/publish.yml", "cron:"),
        ("netlify", ".github/workflows/daily.yml", "Netlify"),
        ("netlify", "netlify.toml", "bin/fingerpost build"),
        ("cloudflare", ".github/workflows/daily.yml", "Cloudflare Pages"),
        ("apache", "publish.sh", "rsync"),
        ("nginx", "publish.sh", "crontab"),
        ("iis", "publish.ps1", "schtasks"),
    ] {
        let site = started(&["--name", "Ashmere", "--hosting", host]);
        assert!(site.read(file).contains(holds), "{host}");
        assert!(site.read("content/site.yaml").contains(&format!("hosting: [{host}]")));
    }
    let run = init(Path::new("x"), &["--hosting", "geocities"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("choose one of netlify, cloudflare, apache, iis, nginx, github-pages"), "{}", run.err);
}

#[test]
fn editors_find_the_schema_of_each_file() {
    let site = started(&["--name", "Ashmere"]);
    let settings: Value = serde_json::from_str(&site.read(".vscode/settings.json")).expect("it is JSON");
    let schemas = settings["yaml.schemas"].as_object().expect("a map");
    assert_eq!(schemas["./schemas/plan.schema.json"], "content/plans/*.yaml");
    for name in schemas.keys() {
        serde_json::from_str::<Value>(&site.read(name.trim_start_matches("./"))).expect("the schema is there");
    }
    for (file, schema) in [
        ("content/site.yaml", "../schemas/site.schema.json"),
        ("content/plans/our-plan.yaml", "../../schemas/plan.schema.json"),
        ("content/training/first-course.yaml", "../../schemas/course.schema.json"),
    ] {
        assert!(site.read(file).starts_with(&format!("# yaml-language-server: $schema={schema}\n")), "{file}");
    }
}

#[test]
fn nothing_is_written_over() {
    let site = started(&["--name", "Ashmere"]);
    let before = site.read("content/site.yaml");
    let run = init(&site.path().join("."), &["--name", "Other"]);
    assert_eq!((run.status, site.read("content/site.yaml")), (2, before));
    assert!(run.err.contains("is not empty"), "{}", run.err);

    assert_eq!(new(&site, &["page", "About", "us", "all"]).status, 0);
    site.write("content/pages/about-us-all.md", "mine");
    let run = new(&site, &["page", "About us all"]);
    assert_eq!((run.status, site.read("content/pages/about-us-all.md").as_str()), (2, "mine"));
    assert!(run.err.contains("`content/pages/about-us-all.md` is there already"), "{}", run.err);
}

#[test]
fn each_kind_of_record_can_be_started_and_is_no_error() {
    let kinds = ["service", "plan", "course", "update", "page", "leaflet", "network", "indicator"];
    for site in [started(&["--name", "Ashmere"]), started(&["--name", "Ashmere", "--not-sensitive"]), TestSite::new()] {
        for kind in kinds {
            let run = new(&site, &[kind, &format!("Our \"new\" {kind}: no 1")]);
            let path = run.out.trim();
            if kind == "leaflet" && !site.path().join("content/services").exists() {
                continue;
            }
            assert_eq!(run.status, 0, "{run:?}");
            assert!(site.read(path).contains("[Describe"), "{path}");
            assert!(run.err.starts_with("Next: open the file"), "{}", run.err);
        }
        let told = warnings(&site);
        assert!(told.len() > kinds.len(), "{told:#?}");
    }
}

#[test]
fn what_is_started_is_a_draft_that_no_build_shows() {
    let site = started(&["--name", "Ashmere"]);
    for kind in ["service", "course", "update", "page"] {
        assert_eq!(new(&site, &[kind, "Zebrafinch"]).status, 0);
    }
    let site = site.built();
    for (name, bytes) in site.files() {
        assert!(!String::from_utf8_lossy(&bytes).to_lowercase().contains("zebrafinch"), "{name}");
    }
}

#[test]
fn a_session_is_added_and_nothing_else_changes() {
    let site = started(&["--name", "Ashmere"]);
    let file = "content/training/first-course.yaml";
    let before = site.read(file);
    let run = new(&site, &["session", "first-course"]);
    assert_eq!(run.status, 0, "{run:?}");
    let after = site.read(file);
    let added = after.strip_prefix(before.trim_end()).expect("the rest stays as it was");
    // The first one is in four weeks, so that this one is a week after it.
    assert!(added.trim_start().starts_with("- date: 2026-12-28\n    start: '09:30'"), "{added}");
    assert!(added.contains("We email the link the day before."), "{added}");
    assert_eq!(run.out.trim(), format!("{file}:{}", before.trim_end().lines().count() + 1));
    warnings(&site);

    let run = new(&site, &["session", "[Name of your course]", "--date", "2027-02-01"]);
    assert_eq!(run.status, 0, "{run:?}");
    let run = new(&site, &["session", "first-course", "--date", "2027-02-01"]);
    assert!(run.err.contains("has a session on 2027-02-01 already"), "{}", run.err);
    let run = new(&site, &["session", "last-course"]);
    assert!(run.err.contains("there is no course `last-course`"), "{}", run.err);
    assert!(run.err.contains("give one of `first-course`"), "{}", run.err);
}

#[test]
fn an_update_of_an_action_is_added_and_keeps_its_status() {
    let plan = "title: Our plan\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - title: Help\n    actions:\n\
                \x20     - ref: \"1\" # first\n        title: Open a helpline\n        status: at-risk\n\
                \x20     - ref: \"2\"\n        title: Train staff\n        updates: [{date: 2026-10-01, status: on-track, text: Begun.}]\n\
                \x20 - title: Homes\n    actions:\n      - ref: \"2\"\n        title: Find homes\n";
    let site = TestSite::new().with("content/plans/plan.yaml", plan);
    let run = new(&site, &["action-update", "plan/1"]);
    assert_eq!(run.status, 0, "{run:?}");
    let text = site.read("content/plans/plan.yaml");
    let update = "        updates:\n          - date: 2026-11-22\n            status: at-risk\n            text: '[Describe in one \
                  sentence what is new]'\n";
    assert_eq!(text, plan.replace("        status: at-risk\n", update));

    let run = new(&site, &["action-update", "2"]);
    assert!(run.err.contains("give one of `plan/help/2`, `plan/homes/2`"), "{}", run.err);
    assert_eq!(new(&site, &["action-update", "help/2", "--date", "2026-11-20"]).status, 0);
    assert!(site.read("content/plans/plan.yaml").contains("text: Begun.}, {date: 2026-11-20, status: on-track"));
    warnings(&site);
}

#[test]
fn nothing_is_added_to_a_file_that_is_not_right() {
    let site = started(&["--name", "Ashmere"]);
    let broken = site.read("content/training/first-course.yaml").replace("status: provisional", "status: maybe");
    site.write("content/training/first-course.yaml", &broken);
    let run = new(&site, &["session", "first-course"]);
    assert_eq!((run.status, site.read("content/training/first-course.yaml")), (2, broken));
    let run = TestSite::empty().run("new", &["page", "About us"]);
    assert!(run.err.contains("`fingerpost init` starts a new one"), "{}", run.err);
}
