//! What a plan says of an action beyond the usual: themes, per cent done, facts under its own headings, who supports.

use crate::support::site::{TestSite, plan};

const ACTION: &str = "\
ref: \"1.1\"
status: on-track
themes: [Prevention, Children]
progress: 40
details:
  Cost: £5,000 a year
  Funding: From the *levy*, see [the page](../pages/about.md).
leads:
  - marlsea-council
  - {organisation: safe-harbour, part: support}
  - {role: Clerk, for: papers, part: support}
";

fn site() -> TestSite {
    TestSite::new()
        .with("content/plans/a.yaml", plan(ACTION))
        .with("content/pages/about.md", "---\ntitle: About\n---\nUs.\n")
}

#[test]
fn the_page_of_an_action_shows_them_among_its_key_facts() {
    let site = site().built();
    let page = site.page("strategy/a/early-help/1-1/index.html");
    assert!(page.contains("40% done, as reported"), "{page}");
    let facts = page.split_once("<dl class=\"facts\">").expect("there are facts").1;
    for part in [
        "<dt>Cost</dt>\n<dd><p>£5,000 a year</p>",
        "<em>levy</em>",
        "href=\"/about/\"",
        "<dt>Themes</dt>\n<dd>Prevention, Children</dd>",
        "(supports)",
        "Clerk (supports, for papers)",
    ] {
        assert!(facts.contains(part), "{part}: {facts}");
    }
    let words = site.names().into_iter().find(|name| name.starts_with("assets/search-index")).expect("an index");
    assert!(site.page(&words).contains("levi"), "what they say can be searched for, by its stem");
    let plain = TestSite::new().with("content/plans/a.yaml", plan("ref: \"1.1\"\n")).built();
    let page = plain.page("strategy/a/early-help/1-1/index.html");
    assert!(!page.contains("as reported") && !page.contains("Themes"));
}

#[test]
fn a_list_can_be_narrowed_to_a_theme() {
    let two = plan(ACTION) + "      - title: Train staff\n        themes: [Staff]\n      - title: Print posters\n";
    let site = site().with("content/plans/a.yaml", two).built();
    let page = site.page("strategy/a/timeline/index.html");
    assert!(page.contains("data-filter=\"themes\"") && page.contains("value=\"prevention\""), "{page}");
    assert!(page.contains("data-themes=\"prevention children\"") && page.contains("data-themes=\"none\""));
}

#[test]
fn downloads_have_them_and_a_plan_without_them_has_no_empty_columns() {
    let site = site().built();
    let csv = site.page("strategy/a/plan.csv");
    assert!(csv.lines().next().expect("a heading").contains("Themes,Details,How it stands,Per cent done"), "{csv}");
    assert!(
        csv.contains("• Prevention\n• Children") && csv.contains("Cost: £5,000 a year\nFunding: From the levy"),
        "{csv}"
    );
    let json: serde_json::Value = serde_json::from_str(&site.page("strategy/a/plan.json")).expect("it is JSON");
    let action = &json["actions"][0];
    assert_eq!((&action["progress"], &action["themes"][1]), (&40.into(), &"Children".into()));
    assert_eq!(
        (&action["details"][0]["label"], &action["details"][0]["text"]),
        (&"Cost".into(), &"£5,000 a year".into())
    );
    assert_eq!((&action["leads"][0]["part"], &action["leads"][1]["part"]), (&"lead".into(), &"support".into()));
    let plain = TestSite::new().with("content/plans/a.yaml", plan("ref: \"1.1\"\n")).built();
    let heading = plain.page("strategy/a/plan.csv");
    assert!(!heading.contains("Themes") && !heading.contains("Per cent done") && !heading.contains("Details"));
}

#[test]
fn an_edited_table_brings_back_themes_and_per_cent() {
    let site = site();
    let exported =
        site.run_plain(&["export", "plan", "a", "--format", "csv", "--today", "2026-11-22", "--out", "plan.csv"]);
    assert_eq!(exported.status, 0, "{exported:?}");
    let table = site.read("plan.csv");
    let edited = table.replace("• Prevention\n• Children", "• Prevention\n• Youth").replace(",40,", ",55,");
    assert_ne!(edited, table);
    site.write("plan.csv", edited.replace("£5,000", "£6,000"));
    let run = site.run_plain(&["import", "plan", "plan.csv", "--today", "2026-11-22", "--out", "content/plans/a.yaml"]);
    let plan = site.read("content/plans/a.yaml");
    assert!(plan.contains("themes: [Prevention, Youth]") && plan.contains("progress: 55\n"), "{plan}\n{run:?}");
    assert!(plan.contains("Cost: £5,000 a year") && run.err.contains("`details` is not carried over"), "{run:?}");
}

#[test]
fn what_cannot_be_read_is_refused() {
    let told = |line: &str| TestSite::new().with("content/plans/a.yaml", plan(line)).check().err;
    assert!(told("progress: 140\n").contains("`140` is not a whole number from 0 to 100"));
    assert!(told("details: much\n").contains("`details` should be headings with a text each, and this is text"));
    assert!(told("leads: [{organisation: x, part: helper}]\n").contains("it can be `lead`, `support`"));
    let hidden = site().with("content/plans/a.yaml", plan("details: {Cost: £1, private: {Note: secret}}\n")).built();
    assert!(!hidden.pages().iter().any(|(_, page)| page.contains("secret")));
}
