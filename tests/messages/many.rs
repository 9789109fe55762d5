//! Many problems: which come first, and what is shown once for many places.

use crate::support::site::{TestSite, plan, service};

fn mixed() -> TestSite {
    TestSite::new()
        .with("content/plans/a.yaml", plan("timescale: As reviews are published\n"))
        .with("content/services/b.md", service("phone: \"12\"\n"))
}

#[test]
fn errors_come_before_warnings() {
    insta::assert_snapshot!(mixed().messages(), @r#"
    error[service/phone]: `12` is not a phone number: it does not begin with 0, and is not a known short number
     --> content/services/b.md:8:8
      |
    8 | phone: "12"
      |        ^^^^
      = help: write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`

    warning[plan/timescale]: no date was recognised in `As reviews are published`, so it is shown as written
     --> content/plans/a.yaml:7:20
      |
    7 |         timescale: As reviews are published
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none

    1 error, 1 warning
    "#);
    let paths: Vec<String> = mixed().check_json().iter().map(|problem| problem["path"].to_string()).collect();
    assert_eq!(paths, ["\"content/plans/a.yaml\"", "\"content/services/b.md\""], "programs get them by path");
}

#[test]
fn errors_can_be_shown_alone() {
    let run = mixed().run("check", &["--errors"]);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!(run.err, @r#"
    error[service/phone]: `12` is not a phone number: it does not begin with 0, and is not a known short number
     --> content/services/b.md:8:8
      |
    8 | phone: "12"
      |        ^^^^
      = help: write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`

    1 error
    1 warning or hint is not shown
    "#);
    let sound = TestSite::new().with("content/plans/a.yaml", plan("timescale: As reviews are published\n"));
    let run = sound.run("check", &["--errors"]);
    assert_eq!((run.status, &*run.out, &*run.err), (0, "", "no errors; 1 warning or hint is not shown\n"));
    assert_eq!(sound.run("check", &["--errors", "--format", "json"]).out, "[]\n");
    assert_eq!(sound.run("check", &["--errors", "--strict"]).status, 2);
}

/// Services of which each has the same line.
fn services(count: usize, line: &str) -> TestSite {
    (1..=count).fold(TestSite::new(), |site, number| {
        let text = service(line).replace("title: Helpline", &format!("title: Helpline {number}"));
        site.with(&format!("content/services/s{number}.md"), text)
    })
}

#[test]
fn a_word_that_the_vocabulary_lacks_is_one_error_for_all_its_uses() {
    let site = services(8, "areas: [west-end]\n");
    insta::assert_snapshot!(site.messages(), @r"
    error[service/areas]: there is no area `west-end`
     --> content/services/s1.md:8:9
      |
    8 | areas: [west-end]
      |         ^^^^^^^^
      = help: choose one that `content/vocabulary.yaml` lists, or add it there: `north`, `south`
      = also in: content/services/s2.md:8:9, content/services/s3.md:8:9, content/services/s4.md:8:9, content/services/s5.md:8:9 and 3 more, which `fingerpost check --format json` lists

    1 error in 8 places
    ");
    assert_eq!(site.check_json().len(), 8, "programs get each place");
}

#[test]
fn a_word_that_the_vocabulary_misspells_is_corrected_there() {
    insta::assert_snapshot!(services(3, "areas: [souht]\n").messages(), @r"
    error[service/areas]: there is no area `souht`
     --> content/services/s1.md:8:9
      |
    8 | areas: [souht]
      |         ^^^^^
      = help: did you mean `south`? if the files are right, correct the id in `content/vocabulary.yaml`
      = also in: content/services/s2.md:8:9, content/services/s3.md:8:9

    1 error in 3 places
    ");
}

#[test]
fn two_uses_of_an_unknown_word_are_two_errors() {
    let told = services(2, "areas: [west-end]\n").messages();
    assert_eq!(told.matches("error[service/areas]: there is no area `west-end`").count(), 2, "{told}");
}
