//! What is told of the accessibility statement. The day is 22 November 2026.

use crate::support::site::TestSite;

fn told_of(statement: &str) -> String {
    let lines = statement.replace('\n', "\n  ");
    TestSite::new().with_setting(&format!("accessibility:\n  {lines}")).messages()
}

#[test]
fn partly_accessible_and_nothing_listed() {
    insta::assert_snapshot!(told_of("status: partially"), @r"
    error[site/status]: `status` says that the site meets the standard in part, and no failure is listed
     --> content/site.yaml:6:11
      |
    6 |   status: partially
      |           ^^^^^^^^^
      = help: list what is not accessible under `issues`, each with its criterion, or write `status: fully` if a test found nothing

    1 error
    ");
}

#[test]
fn wholly_accessible_and_failures_listed() {
    insta::assert_snapshot!(told_of("status: fully\nissues: \"- No captions (WCAG 1.2.2).\""), @r"
    error[site/status]: `status` says that the site meets the standard in full, and failures are listed
     --> content/site.yaml:6:11
      |
    6 |   status: fully
      |           ^^^^^
      = help: write `status: partially`, or delete what has been fixed

    1 error
    ");
}

#[test]
fn a_failure_without_its_criterion() {
    let statement = "status: partially\nissues: |\n  - No captions on two films. WCAG 1.2.2. By March 2027.\n  \
                     - The map cannot be zoomed, WCAG 2.2.\ndisproportionate_burden: Old films have no words.";
    insta::assert_snapshot!(told_of(statement), @r"
    error[site/issues]: this does not name a WCAG criterion by its number
     --> content/site.yaml:9:5
      |
    9 |     - The map cannot be zoomed, WCAG 2.2.
      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: add the number of the criterion that is not met, such as `WCAG 1.4.10`

    error[site/disproportionate_burden]: this does not name a WCAG criterion by its number
      --> content/site.yaml:10:28
       |
    10 |   disproportionate_burden: Old films have no words.
       |                            ^^^^^^^^^^^^^^^^^^^^^^^^
       = help: add the number of the criterion that is not met, such as `WCAG 1.4.10`

    2 errors
    ");
}

#[test]
fn a_template_that_was_not_filled_in() {
    let statement = "status: partially\nissues: |\n  - No captions, 1.2.2. Ask [name of organisation] for words.\n\
                     tested_by: TODO\nresponse_time: within [insert number of] days";
    insta::assert_snapshot!(told_of(statement), @r"
    error[site/issues]: `[name of organisation]` is still to be filled in
     --> content/site.yaml:8:31
      |
    8 |     - No captions, 1.2.2. Ask [name of organisation] for words.
      |                               ^^^^^^^^^^^^^^^^^^^^^^
      = help: write what is true of this site, or take the sentence out

    error[site/tested_by]: `TODO` is still to be filled in
     --> content/site.yaml:9:14
      |
    9 |   tested_by: TODO
      |              ^^^^
      = help: write what is true of this site, or take the sentence out

    error[site/response_time]: `[insert number of]` is still to be filled in
      --> content/site.yaml:10:25
       |
    10 |   response_time: within [insert number of] days
       |                         ^^^^^^^^^^^^^^^^^^
       = help: write what is true of this site, or take the sentence out

    3 errors
    ");
}

#[test]
fn a_statement_that_is_soon_a_year_old() {
    insta::assert_snapshot!(told_of("status: fully\nprepared: 2025-12-01"), @r"
    warning[site/accessibility]: the accessibility statement has to be reviewed by 1 December 2026
     --> content/site.yaml:7:13
      |
    7 |   prepared: 2025-12-01
      |             ^^^^^^^^^^
      = help: look at it again, correct it, and write the day as `reviewed`

    1 warning
    ");
}

#[test]
fn a_statement_that_is_more_than_a_year_old() {
    insta::assert_snapshot!(told_of("status: fully\nprepared: 2024-01-01\nreviewed: 2025-11-21"), @r"
    error[site/accessibility]: the accessibility statement was last reviewed on 21 November 2025, more than a year ago
     --> content/site.yaml:8:13
      |
    8 |   reviewed: 2025-11-21
      |             ^^^^^^^^^^
      = help: look at it again, correct it, and write the day as `reviewed`

    1 error
    ");
}

#[test]
fn a_review_in_time() {
    for statement in ["reviewed: 2026-01-01\nprepared: 2020-01-01", "prepared: 2025-12-23", ""] {
        let told = told_of(&format!("status: fully\n{statement}"));
        assert!(!told.contains("warning") && !told.contains("error"), "{told}");
    }
}

#[test]
fn problems_can_be_reported_by_telephone_alone() {
    let contact = "contact: {organisation: Marlsea Council, phone: 01632 960100}";
    let site = TestSite::new();
    let settings = site.read("content/site.yaml");
    let settings: Vec<_> =
        settings.lines().map(|line| if line.starts_with("contact") { contact } else { line }).collect();
    insta::assert_snapshot!(site.with("content/site.yaml", settings.join("\n")).messages(), @r"
    warning[site/contact]: readers can report a problem only by telephone, which not everyone can use
     --> content/site.yaml:4:49
      |
    4 | contact: {organisation: Marlsea Council, phone: 01632 960100}
      |                                                 ^^^^^^^^^^^^
      = help: add `email` to `contact`

    1 warning
    ");
}
