//! Words by which an author says that something is not for the public, in what is published.

use super::told;
use crate::support::site::{page, plan};

#[test]
fn a_fact_of_an_action_under_a_private_heading() {
    let action = "details: {Cost: £5,000, Case officer notes: Two families}\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", plan(action)), @r"
    warning[plan/details]: `Case officer notes` is published, though its heading says `case`
     --> content/plans/a.yaml:7:33
      |
    7 |         details: {Cost: £5,000, Case officer notes: Two families}
      |                                 ^^^^^^^^^^^^^^^^^^
      = help: put it under `private:`, or give it another heading

    1 warning
    ");
}

#[test]
fn a_private_heading_for_a_field() {
    let plan = plan("why: Because.\n").replace("sections:", "labels: {why: Internal use}\nsections:");
    insta::assert_snapshot!(told("content/plans/a.yaml", plan), @r"
    warning[plan/labels]: `why` is published, though this heading for it says `internal use`
     --> content/plans/a.yaml:3:15
      |
    3 | labels: {why: Internal use}
      |               ^^^^^^^^^^^^
      = help: put what is not for the public under `private:`, or word the heading in another way

    1 warning
    ");
}

#[test]
fn headings_and_sentences_of_a_text() {
    let text = "Our advice is confidential.\n\n## Annex (confidential)\n\nText.\n\nThis is NOT for publication yet.\n";
    insta::assert_snapshot!(told("content/pages/about.md", page(text)), @r"
    warning[page/body]: this says `confidential`, and it is published
     --> content/pages/about.md:6:1
      |
    6 | ## Annex (confidential)
      | ^^^^^^^^^^^^^^^^^^^^^^^
      = help: put what is not for the public under `private:` at the top of the file, or take these words out

    warning[page/body]: this says `not for publication`, and it is published
      --> content/pages/about.md:10:1
       |
    10 | This is NOT for publication yet.
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       = help: put what is not for the public under `private:` at the top of the file, or take these words out

    2 warnings
    ");
}

#[test]
fn a_sentence_in_a_field() {
    let told = told("content/plans/a.yaml", plan("why: \"Official-sensitive: two moved.\"\n"));
    assert!(told.contains("warning[plan/why]: this says `official sensitive`, and it is published"), "{told}");
}
