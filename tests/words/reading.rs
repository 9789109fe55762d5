//! A text in, and how hard it is to read.

use crate::support::site::{TODAY, TestSite, page};

const EASY: &str = "You can call us at night. We will listen to you. You do not have to go.\n";
const HARD: &str = "Multi-agency partnerships commission accommodation-based interventions, underpinned by a \
                    comprehensive assessment of the vulnerabilities that individuals experience.\n";

fn hard_site() -> TestSite {
    TestSite::new()
        .with("content/pages/easy.md", page(&EASY.repeat(6)).replace("A page", "An easy page"))
        .with("content/pages/hard.md", page(&[EASY, HARD, HARD, HARD, HARD].join("\n")))
}

fn report(site: &TestSite, format: &str) -> String {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["report", "reading", "--today", TODAY, "--format", format, "--site"]).arg(site.path());
    let output = program.output().expect("the program can be started");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_page_above_the_aim_gets_a_hint_with_what_to_do() {
    let told = hard_site().messages();
    insta::assert_snapshot!(told, @r"
    hint[text/reading-age]: this text needs a reading age of about 24; aim for 11 or less
     --> content/pages/hard.md:6:1
      |
    6 | Multi-agency partnerships commission accommodation-based interventions, underpinned by a comprehensive assessment of the vulnerabilities that individuals experience.
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: its longest sentence has 18 words: `Multi-agency partnerships commission accommodation-based interventions, underpinned by a comprehensive assessment of the …`; could it be two? Are there shorter words for `vulnerabilities`, `accommodation`, `individuals`, `comprehensive`?

    1 hint
    ");
}

#[test]
fn a_hint_fails_nobody_and_is_no_problem() {
    let site = hard_site();
    let strict = site.run("check", &["--strict"]);
    assert_eq!((strict.status, strict.out.as_str()), (0, "no problems found\n"), "hints pass");
    assert_eq!(site.check_json(), Vec::<serde_json::Value>::new(), "programs hear of errors and warnings alone");
    assert!(site.run("check", &["--format", "github"]).out.starts_with("::notice file=content/pages/hard.md,line=6,"));
    let build = site.run("build", &["--strict"]);
    assert!(build.status == 0 && !build.err.contains("hint"), "{build:?}");
    let warned = site.with("content/pages/promise.md", page("The button clears your browsing history.\n"));
    assert_eq!(warned.run("check", &["--strict"]).status, 1, "warnings do not pass");
}

#[test]
fn what_is_private_is_not_counted_and_never_quoted() {
    let site = TestSite::new().with(
        "content/pages/a.md",
        format!("---\ntitle: A page\nprivate: {{note: {}}}\n---\n{}", HARD.trim().replace(',', ""), EASY.repeat(6)),
    );
    assert_eq!(site.messages(), "", "the text itself is easy");
}

#[test]
fn the_report_gives_the_figure_of_each_page() {
    let site = hard_site();
    let json: serde_json::Value = serde_json::from_str(&report(&site, "json")).expect("it is JSON");
    let of = |address: &str| {
        let mut pages = json["pages"].as_array().expect("it is a list").iter();
        pages.find(|page| page["address"] == address).unwrap_or_else(|| panic!("{address}: {json}")).clone()
    };
    let age = |address: &str| of(address)["reading_age"].as_str().and_then(|age| age.parse::<f64>().ok());
    assert!(age("/hard/") > Some(18.0) && age("/easy/") < Some(7.0), "{json}");
    assert_eq!(of("/hard/")["longest_sentence"], 18);
    assert!(report(&site, "text").contains("/hard/  content/pages/hard.md"));
    assert!(report(&site, "csv").contains("content/pages/hard.md"));
}

#[test]
fn no_page_of_the_example_site_and_no_built_in_page_is_above_the_aim() {
    let sites = [TestSite::example(), TestSite::new()];
    for site in sites {
        let told = site.messages();
        assert!(!told.contains("hint[text/reading-age]"), "{told}");
    }
    let json: serde_json::Value = serde_json::from_str(&report(&TestSite::example(), "json")).expect("it is JSON");
    assert!(json["pages"].as_array().expect("it is a list").len() > 100, "the pages are long enough for a figure");
}
