//! How problems are told, in what order, where to, and with which exit status.

use std::fs;

use crate::support::site::{Run, TestSite, page, plan, service};

/// A site with two errors in one file, one in another, and a warning.
fn faulty() -> TestSite {
    TestSite::new()
        .with("content/services/b.md", service("colour: blue\nphone: 12\n"))
        .with("content/pages/a.md", page("# One\n"))
        .with("content/plans/c.yaml", plan("timescale: As reviews are published\n"))
}

fn with_warning() -> TestSite {
    TestSite::new().with("content/plans/c.yaml", plan("timescale: As reviews are published\n"))
}

#[test]
fn everything_is_told_in_one_run_by_file_and_line() {
    insta::assert_snapshot!(faulty().messages(), @r"
    error[page/body]: headings in a text begin at level 2
     --> content/pages/a.md:4:1
      |
    4 | # One
      | ^^^^^
      = help: begin it with `##`: the page's own heading is the `title` at the top of the file

    error[service/field]: there is no field `colour` here
     --> content/services/b.md:8:1
      |
    8 | colour: blue
      | ^^^^^^
      = help: fields here include `areas`, `email`, `website`, `webchat`, `text_number`, `referral`; `docs/fields/` has them all; put notes of your own under `private:`

    error[service/phone]: `12` is not a phone number: it does not begin with 0, and is not a known short number
     --> content/services/b.md:9:8
      |
    9 | phone: 12
      |        ^^
      = help: write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`

    warning[plan/timescale]: no date was recognised in `As reviews are published`, so it is shown as written
     --> content/plans/c.yaml:7:20
      |
    7 |         timescale: As reviews are published
      |                    ^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none

    3 errors, 1 warning
    ");
}

#[test]
fn slips_in_files_and_between_them_are_told_in_one_run() {
    let site = faulty().with("content/services/a.md", service("areas: [east]\n"));
    let told = site.messages();
    assert!(told.contains("there is no area `east`"), "{told}");
    assert!(told.contains("there is no field `colour`"), "{told}");
}

#[test]
fn programs_get_an_array_of_objects() {
    insta::assert_snapshot!(faulty().run("check", &["--format", "json"]).out, @r#"
    [
      {
        "severity": "error",
        "code": "page/body",
        "message": "headings in a text begin at level 2",
        "path": "content/pages/a.md",
        "line": 4,
        "column": 1,
        "help": "begin it with `##`: the page's own heading is the `title` at the top of the file"
      },
      {
        "severity": "warning",
        "code": "plan/timescale",
        "message": "no date was recognised in `As reviews are published`, so it is shown as written",
        "path": "content/plans/c.yaml",
        "line": 7,
        "column": 20,
        "help": "write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none"
      },
      {
        "severity": "error",
        "code": "service/field",
        "message": "there is no field `colour` here",
        "path": "content/services/b.md",
        "line": 8,
        "column": 1,
        "help": "fields here include `areas`, `email`, `website`, `webchat`, `text_number`, `referral`; `docs/fields/` has them all; put notes of your own under `private:`"
      },
      {
        "severity": "error",
        "code": "service/phone",
        "message": "`12` is not a phone number: it does not begin with 0, and is not a known short number",
        "path": "content/services/b.md",
        "line": 9,
        "column": 8,
        "help": "write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`"
      }
    ]
    "#);
}

#[test]
fn programs_get_an_empty_array_of_a_sound_site() {
    let run = TestSite::new().run("check", &["--format", "json"]);
    assert_eq!((run.out.as_str(), run.err.as_str(), run.status), ("[]\n", "", 0));
}

#[test]
fn github_gets_a_command_for_each_problem() {
    insta::assert_snapshot!(faulty().run("check", &["--format", "github"]).out, @r"
    ::error file=content/pages/a.md,line=4,col=1,title=page/body::headings in a text begin at level 2 (begin it with `##`: the page's own heading is the `title` at the top of the file)
    ::warning file=content/plans/c.yaml,line=7,col=20,title=plan/timescale::no date was recognised in `As reviews are published`, so it is shown as written (write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none)
    ::error file=content/services/b.md,line=8,col=1,title=service/field::there is no field `colour` here (fields here include `areas`, `email`, `website`, `webchat`, `text_number`, `referral`; `docs/fields/` has them all; put notes of your own under `private:`)
    ::error file=content/services/b.md,line=9,col=8,title=service/phone::`12` is not a phone number: it does not begin with 0, and is not a known short number (write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`)
    ");
}

#[test]
fn the_exit_status_says_how_it_went() {
    assert_eq!(TestSite::new().check().status, 0);
    assert_eq!(with_warning().check().status, 0);
    assert_eq!(faulty().check().status, 1);
    for format in ["text", "json", "github"] {
        assert_eq!(with_warning().run("check", &["--strict", "--format", format]).status, 1, "{format}");
        assert_eq!(faulty().run("check", &["--format", format]).status, 1, "{format}");
        assert_eq!(TestSite::new().run("check", &["--strict", "--format", format]).status, 0, "{format}");
    }
    assert_eq!(with_warning().build().status, 0);
    assert_eq!(with_warning().run("build", &["--strict"]).status, 1);
    assert_eq!(faulty().build().status, 1);
}

#[test]
fn what_cannot_be_understood_or_read_is_neither_fine_nor_an_error_of_the_content() {
    let site = TestSite::new();
    for arguments in [&["--fromat", "json"][..], &["--format", "xml"], &["--today", "tomorrow"], &["extra"]] {
        let Run { status, out, err } = site.run("check", arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty(), "{arguments:?}");
    }
    let empty = TestSite::empty();
    for command in ["check", "build", "serve"] {
        let Run { status, out, err } = empty.run(command, &[]);
        assert_eq!((status, out.as_str()), (2, ""), "{command}");
        assert!(err.starts_with("error: ") && err.contains("content"), "{err}");
    }
}

#[test]
fn messages_go_to_standard_error_and_results_to_standard_output() {
    let sound = TestSite::new().check();
    assert_eq!((sound.out.as_str(), sound.err.as_str()), ("no problems found\n", ""));
    let wrong = faulty().check();
    assert_eq!(wrong.out, "");
    assert!(wrong.err.ends_with("3 errors, 1 warning\n"), "{}", wrong.err);
    let json = faulty().run("check", &["--format", "json"]);
    assert_eq!(json.err, "");
    let built = with_warning().build();
    assert!(built.out.contains(" files in "), "{built:?}");
    assert!(built.err.ends_with("1 warning\n"), "{built:?}");
}

#[test]
fn the_same_is_told_every_time() {
    let site = faulty();
    let first = site.messages();
    for _ in 0..5 {
        assert_eq!(site.messages(), first);
    }
}

#[test]
fn check_and_build_write_nothing_where_something_is_wrong() {
    let site = faulty();
    site.check();
    assert_eq!(site.build().out, "");
    let names: Vec<_> = fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["content"]);
}
