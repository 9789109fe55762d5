//! The pages of a plan: a plan in, its pages out.

mod action;
mod beside_help;
mod figures;
mod further_facts;
mod overview;
mod reports;
mod sums;
mod then_and_now;
mod untracked;

use crate::support::site::{self, TestSite};

/// A plan with two sections. On 22 November 2026 it has an action of each kind.
const PLAN: &str = "\
title: Our plan
period: {from: 2026-04, to: 2029-03}
labels: {section: Outcome, title: Promise, leads: Responsible, timescale: When, related: See also}
rating_guide: {red: Late. We will say why.}
sections:
  - title: Early help
    lead: {organisation: marlsea-council, role: Director}
    expected_outcomes: [People ask sooner]
    actions:
      - ref: 1.1
        title: Open a helpline
        why: [Needs assessment]
        leads: [safe-harbour, {organisation: marlsea-council, for: the money}]
        timescale: By end of October 2026
        how:
          - {title: Agree the contract, leads: [Buyer], target: One provider, timescale: 2026-06, done: 2026-06-12}
          - {title: Hire staff, timescale: 2026-09-15}
        milestones:
          - {title: First call, timescale: 2026-12-20}
        updates:
          - {date: 2026-05-10, status: on-track, text: We began.}
          - {date: 2026-10-10, status: at-risk, text: Staff are hard to find., by: Helpline lead}
        related: [helpline, first-steps]
      - ref: 1.2
        title: Print cards
        why: [Needs assessment]
        leads: [TBC]
        updates:
          - {date: 2026-07-10, status: on-track, text: The printer is chosen.}
          - {date: 2026-10-20, status: complete, text: All cards are out.}
        related: [\"1.1\"]
  - title: Safe homes
    actions:
      - ref: 2.1
        title: Open a refuge
        leads: [Safe Harbour, TBC]
        timescale: 2027-01-31
";

const OLD_PLAN: &str = "\
title: The plan before
period: {from: 2023-04, to: 2026-03}
archived: true
sections:
  - title: All
    actions:
      - title: Write this plan
        updates: [{date: 2026-03-02, status: complete, text: Written.}]
        related: [plan/1.1, helpline]
";

/// A site with the plan, the one before it, a service and a course.
fn a_site() -> TestSite {
    TestSite::new()
        .with("content/plans/plan.yaml", PLAN)
        .with("content/plans/old.yaml", OLD_PLAN)
        .with("content/services/helpline.md", site::service(""))
        .with("content/training/first-steps.yaml", site::course(""))
}

/// The words of a page's main part, without its marks and with single spaces.
fn words(page: &str) -> String {
    let main = page.split_once("<main").expect("a page has a main part").1;
    let main = main.split_once("</main>").expect("it ends").0;
    let mut words = String::new();
    let mut in_tag = true;
    for letter in main.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                words.push(' ');
            }
            _ if !in_tag => words.push(letter),
            _ => {}
        }
    }
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").replace(" .", ".").replace(" ;", ";").replace("&#x27;", "'")
}

/// Whether the words stand on the page in this order.
#[track_caller]
fn assert_in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for part in wanted {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` is not in `{rest}`"));
        rest = &rest[at + part.len()..];
    }
}
