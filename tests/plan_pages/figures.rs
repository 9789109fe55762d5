//! Objectives with who leads them, and the figures that show whether something works.

use super::{assert_in_order, words};
use crate::support::site::TestSite;

const PLAN: &str = "\
title: Strategy
period: {from: 2026-01, to: 2028-12}
sections:
  - title: Early help
    expected_outcomes: [People ask sooner]
    indicators: [calls]
    objectives:
      - {ref: '1.1', title: Everyone knows the line, lead: marlsea-council, indicators: [trained], actions: [{title: Print cards}]}
      - {ref: '1.2', title: Calls are answered, actions: [{title: Hire staff}]}
";

const CALLS: &str = "\
title: Calls answered
unit: '%'
source: Call records
baseline: {value: 60, period: 2024}
target: {value: 90, by: March 2028}
points: [{period: 2025, value: 71}, {period: 2026-Q3, value: 83}]
";

const TRAINED: &str =
    "title: People trained\nsource: Training records\nsmall_numbers: suppress\npoints: [{period: 2026-Q3, value: 3}]\n";

fn a_site() -> TestSite {
    TestSite::new()
        .with("content/plans/plan.yaml", PLAN)
        .with("content/indicators/calls.yaml", CALLS)
        .with("content/indicators/trained.yaml", TRAINED)
}

/// What stands beside the section and its objectives, on each page that has them.
const TOLD: [&str; 4] = [
    "latest 83% in July to September 2026; baseline 60% in 2024; target 90% by March 2028",
    "1.1 Everyone knows the line",
    "Marlsea Council",
    "latest fewer than 5 in July to September 2026",
];

#[test]
fn figures_stand_beside_what_they_show() {
    let site = a_site().built();
    assert_in_order(&words(&site.page("strategy/plan/early-help/index.html")), &TOLD);
    assert_in_order(&words(&site.page("strategy/plan/board-paper/index.html")), &TOLD);
    let page = words(&site.page("strategy/plan/index.html"));
    assert_in_order(
        &page,
        &["Each objective and who leads it", TOLD[1], TOLD[2], TOLD[3], "People ask sooner", TOLD[0]],
    );
    assert!(site.page("strategy/plan/index.html").contains("href=\"/evidence/#calls\""));
}

#[test]
fn the_figures_that_sections_name_head_the_plan_with_where_they_should_be() {
    let page = a_site()
        .with("content/indicators/calls.yaml", format!("better: up\n{CALLS}"))
        .built()
        .page("strategy/plan/index.html");
    let told = [
        "What the figures say",
        "Calls answered",
        "83%",
        "July to September 2026",
        "up, better",
        "90%",
        "by March 2028",
    ];
    assert_in_order(&words(&page), &told);
    let row = page.split_once("part-headlines").expect("it has them").1.split_once("</table>").expect("an end").0;
    assert_eq!(row.matches("class=\"chart spark\"").count(), 1, "{row}");
}

#[test]
fn the_report_has_them_in_each_form_and_tells_no_small_count() {
    let site = a_site();
    let report = |format: &str| {
        let root = site.path().display().to_string();
        site.run_plain(&["report", "progress", "--site", &root, "--today", "2026-11-22", "--format", format]).out
    };
    assert_in_order(
        &report("text"),
        &["Figures", "Calls answered (Early help)", "latest 83%", "People trained (1.1 Every"],
    );
    assert!(report("csv").contains("figure"), "{}", report("csv"));
    let json: serde_json::Value = serde_json::from_str(&report("json")).expect("it is JSON");
    let figures = &json["plans"][0]["figures"];
    assert_eq!(figures[0]["latest"]["value"], "83%");
    assert_eq!(figures[0]["address"], "https://www.example.org/evidence/#calls");
    assert_eq!(figures[1]["latest"]["value"], "fewer than 5");
    assert_eq!(figures[1]["objective"], "1.1 Everyone knows the line");
}

#[test]
fn a_figure_that_is_not_there_is_an_error() {
    let site = TestSite::new().with("content/plans/plan.yaml", PLAN).with("content/indicators/calls.yaml", CALLS);
    let messages = site.messages();
    assert!(messages.contains("error[plan/indicators]: there is no indicator `trained`"), "{messages}");
}
