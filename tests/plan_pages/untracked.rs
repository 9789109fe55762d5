//! A plan on which nothing is reported here: its pages say what was promised, by whom and when, and not how it goes.

use crate::support::site::TestSite;

const PLAN: &str = "\
title: Our promises
period: {from: 2024-04, to: 2029-03}
tracked: false
sections:
  - title: Early help
    actions:
      - ref: \"1\"
        title: Open a helpline
        leads: [Marlsea Council]
        timescale: May 2025
        how:
          - {title: Find a room, timescale: June 2024}
      - ref: \"2\"
        title: Train every school
        leads: [Harbour Trust]
        timescale: May 2028
";

/// Words by which a page would say how an action is going.
const HOW_IT_GOES: [&str; 9] = [
    "data-rating=\"red",
    "Not started",
    "not started",
    "Late",
    "late:",
    "Overdue",
    "past its date",
    "on track",
    "data-status",
];

#[test]
fn no_page_says_how_an_action_is_going() {
    let site = TestSite::new().with("content/plans/promises.yaml", PLAN).built();
    let plan = site.page("strategy/promises/index.html");
    assert!(plan.contains("How they are going is not reported here."), "{plan}");
    for (name, html) in site.pages() {
        if name.starts_with("strategy/promises/") {
            let main = html.split("<main").nth(1).expect("a page has a main part");
            let said: Vec<&&str> = HOW_IT_GOES.iter().filter(|words| main.contains(**words)).collect();
            assert!(said.is_empty(), "{name} says {said:?}");
        }
    }
    let action = site.page("strategy/promises/early-help/1/index.html");
    for words in ["Open a helpline", "Marlsea Council", "May 2025", "To be done by 30 June 2024"] {
        assert!(action.contains(words), "{words}: {action}");
    }
    let names = site.names();
    for part in ["exceptions", "changes", "board-paper"] {
        assert!(!names.contains(&format!("strategy/promises/{part}/index.html")), "{part}");
    }
    assert!(names.contains(&"strategy/promises/timeline/index.html".to_owned()));
}

#[test]
fn its_downloads_and_reports_say_nothing_of_it_either() {
    let site = TestSite::new().with("content/plans/promises.yaml", PLAN).built();
    let files = site.files();
    let csv = String::from_utf8_lossy(&files["strategy/promises/plan.csv"]).into_owned();
    assert!(csv.contains("Open a helpline") && !csv.contains("Not started") && !csv.contains("Red"), "{csv}");
    let json: serde_json::Value = serde_json::from_slice(&files["strategy/promises/plan.json"]).expect("it is JSON");
    assert!(json["actions"][0]["status"].is_null() && json["actions"][0]["rating"].is_null(), "{json:#}");
    let report = |arguments: &[&str]| {
        let mut all = vec!["report"];
        all.extend_from_slice(arguments);
        all.extend(["--site", site.path().to_str().expect("its path is text"), "--today", "2026-11-22"]);
        site.run_plain(&all)
    };
    let due = report(&["due"]);
    assert!(due.status == 0 && !due.out.contains("Open a helpline"), "{}{}", due.out, due.err);
    for kind in ["due", "progress"] {
        let run = report(&[kind, "--plan", "promises"]);
        assert!(run.out.is_empty() && run.err.contains("there is nothing to report on it"), "{}{}", run.out, run.err);
    }
}

#[test]
fn a_report_in_it_is_pointed_out() {
    let reported =
        PLAN.replace("        timescale: May 2028\n", "        timescale: May 2028\n        status: on-track\n");
    let messages = TestSite::new().with("content/plans/promises.yaml", reported).messages();
    assert!(
        messages.contains("the plan says `tracked: false`, so what is reported here is shown nowhere"),
        "{messages}"
    );
}
