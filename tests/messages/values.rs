//! Values that are not what their field asks for.

use super::told;
use crate::support::site::{TestSite, course, plan, service};

#[test]
fn a_word_that_is_none_of_the_few_gets_the_nearest_one() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("status: ontrack\n")), @r"
    error[plan/status]: `ontrack` is not one of the words for `status`
     --> content/plans/a.yaml:7:17
      |
    7 |         status: ontrack
      |                 ^^^^^^^
      = help: did you mean `on-track`? it can be `not-started`, `on-track`, `at-risk`, `off-track`, `complete`, `paused`, `withdrawn`

    1 error
    ");
}

#[test]
fn neither_yes_nor_no_is_told() {
    insta::assert_snapshot!(told("content/services/a.md", service("emergency: maybe\n")), @r"
    error[service/emergency]: `maybe` is neither `true` nor `false`
     --> content/services/a.md:8:12
      |
    8 | emergency: maybe
      |            ^^^^^
      = help: write `true` or `false`

    1 error
    ");
}

#[test]
fn a_number_out_of_its_range_is_told() {
    insta::assert_snapshot!(TestSite::new().with_setting("financial_year_starts: 13").messages(), @r"
    error[site/financial_year_starts]: `13` is not a whole number from 1 to 12
     --> content/site.yaml:5:24
      |
    5 | financial_year_starts: 13
      |                        ^^
      = help: write digits only

    1 error
    ");
}

#[test]
fn an_id_with_capitals_gets_one_without() {
    let text = service("").replace("needs: [talk]", "needs: [Talk To Me]");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/needs]: `Talk To Me` cannot be an id: an id has only lower-case letters, digits and hyphens
     --> content/services/a.md:5:9
      |
    5 | needs: [Talk To Me]
      |         ^^^^^^^^^^
      = help: write `talk-to-me`

    1 error
    ");
}

#[test]
fn a_number_that_nobody_can_call_is_told() {
    insta::assert_snapshot!(told("content/services/a.md", service("phone: 01632 96012\n")), @r"
    error[service/phone]: `01632 96012` is too short by 1 digit: such a number has 11
     --> content/services/a.md:8:8
      |
    8 | phone: 01632 96012
      |        ^^^^^^^^^^^
      = help: compare it with the service's own website, and dial it once

    1 error
    ");
}

#[test]
fn a_website_without_encryption_is_told() {
    insta::assert_snapshot!(told("content/services/a.md", service("website: http://example.org/help\n")), @r"
    error[service/website]: `http://example.org/help` is not secure: it is `http`, not `https`
     --> content/services/a.md:8:10
      |
    8 | website: http://example.org/help
      |          ^^^^^^^^^^^^^^^^^^^^^^^
      = help: write `https://example.org/help`, and check that it opens

    1 error
    ");
}

#[test]
fn hours_in_plain_words_get_both_ways_to_write_them() {
    insta::assert_snapshot!(told("content/services/a.md", service("hours: weekdays, nine to five\n")), @r#"
    error[service/hours]: `weekdays, nine to five` is not in the form for opening hours
     --> content/services/a.md:8:8
      |
    8 | hours: weekdays, nine to five
      |        ^^^^^^^^^^^^^^^^^^^^^^
      = help: did you mean `hours: "Mo-Fr 09:00-17:00"`? to keep your own words, write `hours: {text: "weekdays, nine to five"}`

    1 error
    "#);
}

#[test]
fn a_postcode_that_is_none_is_told() {
    insta::assert_snapshot!(told("content/services/a.md", service("location:\n  postcode: MA1\n")), @r"
    error[service/postcode]: `MA1` is not a postcode
     --> content/services/a.md:9:13
      |
    9 |   postcode: MA1
      |             ^^^
      = help: write a whole postcode such as `PR8 1AA` or `L20 3DL`; check for the letter `O` in place of the digit `0`

    1 error
    ");
}

#[test]
fn a_summary_too_long_for_a_card_is_a_warning() {
    let text = service("").replace("Talk to someone.", &"word ".repeat(40));
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    warning[service/summary]: the summary has 199 characters, and a card holds 160
     --> content/services/a.md:3:10
      |
    3 | summary: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word
      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: say the most important thing in one short sentence

    1 warning
    ");
}

#[test]
fn text_that_cannot_be_read_on_the_brands_colour_is_told() {
    let brand = "brand: {colour: \"#1d5c63\", text: \"#333333\"}";
    insta::assert_snapshot!(TestSite::new().with_setting(brand).messages(), @r##"
    error[site/brand]: text in this colour cannot be read on the brand's colour: the contrast is 1.7, and 4.5 is needed
     --> content/site.yaml:5:34
      |
    5 | brand: {colour: "#1d5c63", text: "#333333"}
      |                                  ^^^^^^^^^
      = help: take `text` out: black or white is then chosen, whichever reads better

    1 error
    "##);
}

#[test]
fn a_rating_set_by_hand_needs_its_reason() {
    insta::assert_snapshot!(told("content/plans/a.yaml", plan("rating: green\nstatus: on-track\n")), @r"
    error[plan/rating_reason]: `rating_reason` is missing
     --> content/plans/a.yaml:6:9
      |
    6 |       - title: Open a helpline
      |         ^^^^^
      = help: add a line such as `rating_reason: Agreed late, and still to be done in time`

    1 error
    ");
}

#[test]
fn a_section_with_actions_and_objectives_is_told() {
    let both = plan("") + "    objectives:\n      - title: Help comes early\n";
    insta::assert_snapshot!(told("content/plans/a.yaml", both), @r"
    error[plan/sections]: a section has objectives or actions, not both
     --> content/plans/a.yaml:5:5
      |
    5 |     actions:
      |     ^^^^^^^
      = help: move the actions below the objective they belong to

    1 error
    ");
}

#[test]
fn a_joining_link_is_told_and_not_repeated() {
    let sessions = "sessions:\n  - date: 2026-12-03\n    start: \"09:30\"\n    end: \"12:30\"\n    \
                    online: {note: https://rooms.example.org/j/7781}\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    error[training/online]: a joining link must not be published
     --> content/training/a.yaml:9:20
      = help: say how the link will reach people: `we email the link the day before`

    1 error
    ");
}

#[test]
fn more_places_left_than_places_is_told() {
    let sessions = "sessions:\n  - date: 2026-12-03\n    start: \"09:30\"\n    end: \"12:30\"\n    places: 12\n    \
                    places_left: 20\n";
    insta::assert_snapshot!(told("content/training/a.yaml", course(sessions)), @r"
    error[training/places_left]: there are more places left (20) than places
      --> content/training/a.yaml:10:18
       |
    10 |     places_left: 20
       |                  ^^
       = help: correct one of the two numbers

    1 error
    ");
}

#[test]
fn a_site_without_its_settings_is_told_how_to_begin() {
    insta::assert_snapshot!(TestSite::empty().with("content/vocabulary.yaml", "").messages(), @r"
    error[site/missing]: the site has no file `content/site.yaml`
     --> content/site.yaml:1:1
      = help: make it, with at least `name`, `base_url`, `description` and `contact`

    1 error
    ");
}

#[test]
fn a_file_that_nothing_reads_is_a_warning() {
    insta::assert_snapshot!(told("content/services/notes.txt", "x"), @r"
    warning[file/unknown]: `content/services/notes.txt` is ignored: it is not a content file
     --> content/services/notes.txt:1:1
      |
    1 | x
      | ^
      = help: the README lists the files of a site; pictures and documents go into `content/files/`

    1 warning
    ");
}

/// What is said of a site whose exit leads to this address.
fn told_of_exit(address: &str) -> String {
    TestSite::new().with_setting(&format!("exit_url: {address}")).messages()
}

#[test]
fn an_exit_to_a_site_that_shows_what_was_looked_at_is_warned_of() {
    insta::assert_snapshot!(told_of_exit("https://www.youtube.com/"), @r"
    warning[site/exit_url]: `youtube.com` may show what its visitor looked at before, or who they are
     --> content/site.yaml:5:11
      |
    5 | exit_url: https://www.youtube.com/
      |           ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: choose a page that looks the same for everyone, such as a weather forecast: `https://www.bbc.co.uk/weather`

    1 warning
    ");
}

#[test]
fn an_exit_that_leads_back_into_the_site_is_an_error() {
    insta::assert_snapshot!(told_of_exit("https://example.org/weather"), @r"
    error[site/exit_url]: `exit_url` leads back to this site, which a person in danger has to get away from
     --> content/site.yaml:5:11
      |
    5 | exit_url: https://example.org/weather
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: choose a page that looks the same for everyone, such as a weather forecast: `https://www.bbc.co.uk/weather`

    1 error
    ");
}

#[test]
fn an_exit_without_https_or_elsewhere_than_the_web_is_an_error() {
    for address in ["http://www.bbc.co.uk/weather", "javascript:history.back()", "/weather/", "www.bbc.co.uk/weather"] {
        let told = told_of_exit(address);
        assert!(told.contains("error[site/exit_url]"), "{address}: {told}");
    }
    assert_eq!(told_of_exit("https://www.metoffice.gov.uk/"), "");
}
