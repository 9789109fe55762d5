//! Sentences made of numbers add up, whatever the plan.

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::Value;

use super::words;
use crate::support::site::{TODAY, TestSite};

const STATUSES: [&str; 7] = ["not-started", "on-track", "at-risk", "off-track", "complete", "paused", "withdrawn"];
const RATINGS: [&str; 3] = ["red", "amber", "green"];
const DATES: [&str; 4] = ["2026-05-31", "2027-05-31", "Ongoing", "TBC"];

/// What is written of an action: its status, if any, what the board set by hand, if anything, and when it is due.
type Written = (Option<usize>, Option<usize>, usize);

fn plan(actions: &[Written], archived: bool) -> String {
    let mut plan =
        format!("title: Our plan\nperiod: {{from: 2026-04, to: 2029-03}}\narchived: {archived}\nsections:\n");
    for (section, actions) in actions.chunks(5).enumerate() {
        writeln!(plan, "  - title: Part {section}\n    actions:").expect("a text takes all");
        for (number, (status, hand, due)) in actions.iter().enumerate() {
            writeln!(plan, "      - title: Do it\n        ref: {section}.{number}\n        timescale: {}", DATES[*due])
                .expect("a text takes all");
            if let Some(status) = status {
                writeln!(plan, "        status: {}", STATUSES[*status]).expect("a text takes all");
            }
            if let Some(hand) = hand {
                writeln!(plan, "        rating: {}\n        rating_reason: We say so.", RATINGS[*hand])
                    .expect("a text takes all");
            }
        }
    }
    plan
}

/// The numbers of a text, in order.
fn numbers(text: &str) -> Vec<usize> {
    text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
}

/// "48 of 65 ..., 11 are amber and 5 are red. 1 was withdrawn.": the second is the sum of all others.
fn assert_adds_up(headline: &str, actions: usize) {
    let [well, all, rest @ ..] = &*numbers(headline) else { panic!("too few numbers: {headline}") };
    assert_eq!(*all, actions, "{headline}");
    assert_eq!(well + rest.iter().sum::<usize>(), *all, "{headline}");
}

/// The scoreboard counts each action once, and what it says of the difference from what leads report is a sum.
fn assert_score_adds_up(page: &str, actions: usize) {
    let score = page.split_once("Where the actions stand").expect("it has a scoreboard").1;
    let (score, told) = score.split_once(" in all, each counted once.").expect("it says of how many");
    // A bar's own figures stand before those of its key, and the sum of all after them.
    let figures = numbers(score);
    assert_eq!(figures.iter().sum::<usize>(), 3 * actions, "{score}");
    let told = told.split("Each").next().unwrap_or_default();
    if let [reported, counted, reasons @ ..] = &*numbers(told) {
        let more = usize::from(told.contains("more green")) * reasons.last().unwrap_or(&0);
        let less = reasons.iter().sum::<usize>() - more;
        assert_eq!(reported + more, counted + less, "{told}");
    }
}

fn total(counts: &Value) -> usize {
    let counts = counts.as_object().expect("a map").values();
    counts.map(|count| usize::try_from(count.as_u64().expect("a number")).expect("a small one")).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_headline_counts_each_action_once(
        actions in prop::collection::vec(
            (prop::option::of(0..7_usize), prop::option::weighted(0.3, 0..3_usize), 0..4_usize),
            1..30,
        ),
        archived: bool,
    ) {
        let site = TestSite::new().with("content/plans/plan.yaml", plan(&actions, archived));
        let run = site.run_plain(&["report", "progress", "--today", TODAY, "--plan", "plan", "--format", "json"]);
        let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        let plan = report.get("plans").and_then(|plans| plans.get(0)).unwrap_or(&report);
        assert_adds_up(plan["headline"].as_str().expect("a sentence"), actions.len());
        prop_assert_eq!(total(&plan["counts"]["by_status"]), actions.len());
        prop_assert_eq!(total(&plan["counts"]["by_rating"]), actions.len());
        assert_score_adds_up(&words(&site.built().page("strategy/plan/index.html")), actions.len());
    }
}

#[test]
fn a_rating_beside_a_complete_action_is_counted_once() {
    let actions = [(Some(4), Some(1), 1), (Some(4), None, 1), (Some(1), None, 1), (Some(6), None, 1)];
    let page =
        TestSite::new().with("content/plans/plan.yaml", plan(&actions, false)).built().page("strategy/plan/index.html");
    let told = "2 of 4 actions are complete or on track, 1 is amber and none is red. 1 was withdrawn.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn what_the_board_alone_calls_green_is_not_said_to_be_on_track() {
    let actions = [(Some(2), Some(2), 1), (Some(1), None, 1)];
    let page =
        TestSite::new().with("content/plans/plan.yaml", plan(&actions, false)).built().page("strategy/plan/index.html");
    assert!(page.contains("2 of 2 actions are complete, on track or rated green by the board."), "{page}");
}

#[test]
fn the_counts_of_each_section_add_up() {
    let actions: Vec<Written> =
        (0..28).map(|at| ((at % 8 > 0).then_some(at % 7), (at % 3 == 0).then_some(at % 2), at % 4)).collect();
    let site = TestSite::new().with("content/plans/plan.yaml", plan(&actions, false)).built();
    for section in 0..6 {
        let page = site.page(&format!("strategy/plan/part-{section}/index.html"));
        let told = page
            .split_once("<figcaption>")
            .expect("the counts are told")
            .1
            .split_once("</figcaption>")
            .expect("an end")
            .0;
        let (all, parts) = told.split_once(':').expect("the whole, then its parts");
        assert_eq!(numbers(all), [numbers(parts).iter().sum::<usize>()], "{told}");
    }
}

#[test]
fn nothing_is_called_reported_that_nobody_reported() {
    let late = plan(&[(None, None, 0), (Some(0), None, 0), (None, Some(0), 1), (Some(1), Some(0), 1)], false);
    let site = TestSite::new().with("content/plans/plan.yaml", late).built();
    let mark = |number: usize| {
        let page = site.page(&format!("strategy/plan/part-0/0-{number}/index.html"));
        let mark = page.split_once("class=\"rating\"").expect("it has a mark").1;
        mark.split_once("<small>").expect("it has a note").1.split_once("</small>").expect("an end").0.to_owned()
    };
    assert_eq!(mark(0), "past its date; nothing reported yet");
    assert_eq!(mark(1), "past its date; reported as not started");
    assert_eq!(mark(2), "set by the board; nothing reported yet");
    assert_eq!(mark(3), "set by the board; reported as on track");
}
