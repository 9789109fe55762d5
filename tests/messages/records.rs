//! Records that cannot be right: checked on a day to come, there twice, copied by a program, or not where a number is.

use crate::support::site::{TestSite, course, page, service};

const SESSIONS: &str = "sessions: [{date: 2026-12-03, start: \"09:30\", end: \"12:30\", venue: {name: Library}}]\n";

#[test]
fn nobody_has_checked_anything_on_a_day_to_come() {
    let ahead = service("").replace("reviewed: 2026-11-01", "reviewed: 2199-01-02");
    let site = TestSite::new()
        .with("content/services/line.md", ahead)
        .with("content/training/first.yaml", course(&format!("reviewed: 2199-01-02\n{SESSIONS}")))
        .with_setting("accessibility: {status: fully, prepared: 2026-09-14, tested: 2199-01-02}");
    insta::assert_snapshot!(site.messages(), @r"
    error[service/reviewed]: `reviewed` is 2 January 2199, which is in the future
     --> content/services/line.md:7:11
      |
    7 | reviewed: 2199-01-02
      |           ^^^^^^^^^^
      = help: write the day on which someone last did this

    error[site/accessibility]: `tested` is 2 January 2199, which is in the future
     --> content/site.yaml:5:62
      |
    5 | accessibility: {status: fully, prepared: 2026-09-14, tested: 2199-01-02}
      |                                                              ^^^^^^^^^^
      = help: write the day on which someone last did this

    error[training/reviewed]: `reviewed` is 2 January 2199, which is in the future
     --> content/training/first.yaml:5:11
      |
    5 | reviewed: 2199-01-02
      |           ^^^^^^^^^^
      = help: write the day on which someone last did this

    3 errors
    ");
}

#[test]
fn today_has_come_and_a_site_can_be_seen_as_it_stood() {
    let checked = |day: &str| {
        let line = service("").replace("reviewed: 2026-11-01", &format!("reviewed: {day}"));
        TestSite::new().with("content/services/line.md", line)
    };
    let told = |site: &TestSite, today: &str| site.run_plain(&["check", "--today", today]).err;
    assert!(!told(&checked("2199-01-02"), "2199-01-02").contains("in the future"));
    assert!(told(&checked("2199-01-02"), "2199-01-01").contains("in the future"));
    // By the clock that day is over, whatever day is looked at.
    assert!(!told(&checked("2024-11-01"), "2024-04-01").contains("in the future"));
}

#[test]
fn a_record_that_is_there_twice_is_told_with_both_names() {
    let site = TestSite::new()
        .with("content/services/line.md", service(""))
        .with("content/services/old-line.md", service(""))
        .with("content/services/other.md", service("").replace("marlsea-council", "safe-harbour"))
        .with("content/training/first.yaml", course("provider: safe-harbour\n"))
        .with("content/training/first-steps.yaml", course("provider: safe-harbour\n"));
    let told = site.messages();
    assert!(
        told.contains(
            "`content/services/old-line.md` has the title and the organisation of `content/services/line.md`"
        ),
        "{told}"
    );
    assert!(
        told.contains(
            "`content/training/first.yaml` has the title and the organisation of `content/training/first-steps.yaml`"
        ),
        "{told}"
    );
    assert_eq!(told.matches("/twice]").count(), 2, "{told}");
}

#[test]
fn a_file_that_a_program_copied_is_told() {
    let site = TestSite::new()
        .with("content/services/line.md", service(""))
        .with("content/services/line-DESKTOP-4F2K.md", service("").replace("Helpline", "Helpline, older"))
        .with("content/services/line.md.orig", "old")
        .with("content/pages/about (1).md", page("Words.\n"));
    let told = site.messages();
    for name in ["line-DESKTOP-4F2K.md", "line.md.orig", "about (1).md"] {
        assert!(told.contains(&format!("`{name}` has the name of a copy of another file")), "{name}: {told}");
    }
    assert!(!told.contains("nothing reads"), "{told}");
}

#[test]
fn a_number_that_is_no_records_is_a_hint_and_those_for_emergencies_are_none() {
    let text = "In danger, call 999 or 112. Else 101, 111 or 18000.\n\nCall 01632 960001 or +44 1632 960002.\n\nCall 01632 960009.\n";
    let site = TestSite::new()
        .with("content/services/line.md", service("phone: 01632 960001\ntext_number: 07700 900002\n"))
        .with("content/training/first.yaml", course(&format!("booking: {{phone: 01632 960002}}\n{SESSIONS}")))
        .with("content/pages/about.md", page(text))
        .with(
            "content/glossary.yaml",
            "- {term: Refuge, meaning: \"A safe house. Text 07700 900002, or ring 01632 960008.\"}\n",
        );
    insta::assert_snapshot!(site.messages(), @r#"
    hint[text/phone]: `01632 960008` is not the number of any service, course or contact here
     --> content/glossary.yaml:1:69
      |
    1 | - {term: Refuge, meaning: "A safe house. Text 07700 900002, or ring 01632 960008."}
      |                                                                     ^^^^^^^^^^^^
      = help: add it to the service's file and link to that, so that there is one place to change; or check that it is still right

    hint[text/phone]: `01632 960009` is not the number of any service, course or contact here
     --> content/pages/about.md:8:6
      |
    8 | Call 01632 960009.
      |      ^^^^^^^^^^^^
      = help: add it to the service's file and link to that, so that there is one place to change; or check that it is still right

    2 hints
    "#);
    assert_eq!(site.check().status, 0);
    assert!(site.check_json().is_empty(), "programs were promised errors and warnings");
}

#[test]
fn a_number_in_what_the_lists_say_of_their_words_is_a_hint_too() {
    let site = TestSite::new();
    let also = |path: &str, after: &str, words: &str| {
        let text = site.read(path);
        assert!(text.contains(after), "{text}");
        text.replace(after, &format!("{after}, description: \"{words}\""))
    };
    let vocabulary = also("content/vocabulary.yaml", "name: Older people", "People of 60 and over: 01632 960003");
    let partners = also("content/organisations.yaml", "name: Safe Harbour", "Open at night. Ring 01632 960004.");
    let told = site.with("content/vocabulary.yaml", vocabulary).with("content/organisations.yaml", partners).messages();
    for place in
        ["`01632 960003` is not the number", "vocabulary.yaml:6:81", "`01632 960004` is not", "organisations.yaml:2:76"]
    {
        assert!(told.contains(place), "{place}: {told}");
    }
}
