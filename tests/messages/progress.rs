//! Reports that contradict each other or the calendar, and gaps in them. The day is 22 November 2026.

use super::told;
use crate::support::site::{TestSite, plan};

fn told_of(action: &str) -> String {
    told("content/plans/a.yaml", plan(action))
}

#[test]
fn a_rating_set_by_hand_that_the_rule_contradicts() {
    let action = "rating: green\nrating_reason: All but one is done.\n\
                  updates: [{date: 2026-10-01, status: at-risk, text: Late.}]\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/rating]: the rating was set to `green` by hand, and the rule says `amber`
     --> content/plans/a.yaml:7:17
      |
    7 |         rating: green
      |                 ^^^^^
      = help: take `rating` out if the board no longer agrees with it

    1 warning
    ");
}

#[test]
fn a_rating_set_by_hand_over_what_was_withdrawn() {
    let action = "rating: amber\nrating_reason: We may come back to it.\n\
                  updates: [{date: 2026-10-01, status: withdrawn, text: We stopped.}]\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/rating]: the rating was set to `amber` by hand, and a withdrawn action has none
     --> content/plans/a.yaml:7:17
      |
    7 |         rating: amber
      |                 ^^^^^
      = help: take `rating` and `rating_reason` out

    1 warning
    ");
}

#[test]
fn past_its_date_and_reported_on_track() {
    let action = "timescale: By end of September 2026\nupdates:\n\
                  \x20 - {date: 2026-08-01, status: on-track, text: Nearly there.}\n\
                  \x20 - {date: 2026-10-01, text: Still nearly there.}\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/status]: reported as `on-track`, and its date, 30 September 2026, has passed
     --> content/plans/a.yaml:9:40
      |
    9 |           - {date: 2026-08-01, status: on-track, text: Nearly there.}
      |                                        ^^^^^^^^
      = help: write an update that says `complete` or `off-track`, or correct `timescale` if the date has moved

    1 warning
    ");
}

#[test]
fn what_goes_on_is_not_late() {
    let action = "timescale: Sept 26 and ongoing\nupdates: [{date: 2026-10-01, status: on-track, text: Open.}]\n";
    assert_eq!(told_of(action), "");
}

#[test]
fn complete_with_no_update_that_says_so() {
    insta::assert_snapshot!(told_of("status: complete\n"), @r"
    warning[plan/status]: complete, and no update says when and what was done
     --> content/plans/a.yaml:7:17
      |
    7 |         status: complete
      |                 ^^^^^^^^
      = help: write an update with the `date`, `status: complete` and a `text` of what was done

    1 warning
    ");
}

#[test]
fn complete_with_an_update_that_says_nothing() {
    let action = "updates:\n  - {date: 2026-08-01, status: on-track, text: We began.}\n\
                  \x20 - {date: 2026-10-01, status: complete}\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/status]: complete, and no update says when and what was done
     --> content/plans/a.yaml:9:40
      |
    9 |           - {date: 2026-10-01, status: complete}
      |                                        ^^^^^^^^
      = help: write an update with the `date`, `status: complete` and a `text` of what was done

    1 warning
    ");
}

#[test]
fn nothing_heard_for_two_quarters() {
    let action = "updates: [{date: 2026-03-01, status: on-track, text: We began.}]\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/updates]: no update for two quarters: the last one is of 1 March 2026
     --> content/plans/a.yaml:7:26
      |
    7 |         updates: [{date: 2026-03-01, status: on-track, text: We began.}]
      |                          ^^^^^^^^^^
      = help: write an update, even if it says that nothing has changed

    1 warning
    ");
}

#[test]
fn not_begun_though_it_should_have_and_nothing_heard() {
    let text = plan("timescale: {from: 2026-04, by: 2027-03}\n")
        + "      - title: Train staff\n        updates: [{date: 2026-10-01, status: on-track, text: We began.}]\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", text), @r"
    warning[plan/updates]: no update for two quarters, though it has begun or should have
     --> content/plans/a.yaml:7:20
      |
    7 |         timescale: {from: 2026-04, by: 2027-03}
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write an update, even if it says that nothing has changed

    1 warning
    ");
}

#[test]
fn what_is_done_or_ended_owes_no_update() {
    let old = "updates: [{date: 2026-03-01, status: complete, text: Done.}]\n";
    assert_eq!(told_of(old), "");
    let ended = plan("leads: [TBC]\nupdates: [{date: 2026-05-01, status: on-track, text: We began.}]\n");
    let ended =
        ended.replace("period: {from: 2026-04, to: 2029-03}", "period: {from: 2024-04, to: 2025-03}\narchived: true");
    assert_eq!(told("content/plans/a.yaml", ended), "");
}

#[test]
fn an_update_dated_in_the_future() {
    let action = "updates:\n  - {date: 2026-10-01, status: on-track, text: We began.}\n\
                  \x20 - {date: 2062-11-01, status: complete, text: We are done.}\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/updates]: the update is dated in the future: 2062-11-01 is after 22 November 2026
     --> content/plans/a.yaml:9:20
      |
    9 |           - {date: 2062-11-01, status: complete, text: We are done.}
      |                    ^^^^^^^^^^
      = help: correct the date; until then the update is left out

    1 warning
    ");
}

#[test]
fn a_site_on_an_earlier_day_is_told_once_what_it_leaves_out() {
    let update = |day| format!("  - {{date: 2026-12-0{day}, status: on-track, text: We began.}}\n");
    let updates: Vec<String> = (1..=6).map(update).collect();
    insta::assert_snapshot!(told_of(&format!("updates:\n{}", updates.concat())), @r"
    warning[plan/updates]: 6 updates of this plan, including this one, are dated after 22 November 2026 and left out
     --> content/plans/a.yaml:8:20
      |
    8 |           - {date: 2026-12-01, status: on-track, text: We began.}
      |                    ^^^^^^^^^^
      = help: use a later `--today` to include them

    1 warning
    ");
}

#[test]
fn a_lead_that_is_nobody_yet() {
    let action = "leads:\n  - TBC\n  - {organisation: safe-harbour, role: Lead officer to be identified}\n\
                  how: [{title: Agree the contract, leads: [vacant]}]\n";
    insta::assert_snapshot!(told_of(action), @r"
    warning[plan/leads]: nobody leads this yet: `TBC`
     --> content/plans/a.yaml:8:13
      |
    8 |           - TBC
      |             ^^^
      = help: name an organisation or a post as soon as one is found

    warning[plan/leads]: nobody leads this yet: `Lead officer to be identified`
     --> content/plans/a.yaml:9:48
      |
    9 |           - {organisation: safe-harbour, role: Lead officer to be identified}
      |                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: name an organisation or a post as soon as one is found

    warning[plan/leads]: nobody leads this yet: `vacant`
      --> content/plans/a.yaml:10:51
       |
    10 |         how: [{title: Agree the contract, leads: [vacant]}]
       |                                                   ^^^^^^
       = help: name an organisation or a post as soon as one is found

    3 warnings
    ");
}

#[test]
fn a_lead_of_what_is_done_need_not_be_found_any_more() {
    assert_eq!(told_of("leads: [TBC]\nupdates: [{date: 2026-10-01, status: complete, text: Done.}]\n"), "");
}

#[test]
fn a_plan_that_reports_nothing_at_all_is_left_in_peace() {
    let site = TestSite::new().with("content/plans/a.yaml", plan("timescale: From April 2026\n"));
    assert_eq!(site.messages(), "");
}
