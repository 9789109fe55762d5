//! Services for people who harm others are in no list of help for people who are harmed.

use serde_json::Value;

use crate::support::site::{TODAY, TestSite};

const VOCABULARY: &str = "\
areas:
  - {id: north, name: North Marlsea}
audiences:
  - {id: everyone, name: Everyone}
  - {id: men, name: Men}
  - {id: them, name: People worried about their own behaviour}
needs:
  - {id: talk, name: Someone to talk to}
  - {id: change, name: Changing harmful behaviour}
";

/// What a programme for people who harm others would be, if it did not say so: in every list, and first in some.
const PROGRAMME: &str = "title: Tide\nneeds: [talk, change]\naudiences: [men, them]\nareas: [north]\ntier: [2]\n\
                         phone: {number: 01632 960049, hours: 24/7}\nemail: tide@example.org\nemergency: true\n";

fn titled(lines: &str) -> String {
    let needed = "summary: Talk to someone.\norganisation: marlsea-council\nreviewed: 2026-11-01\n";
    format!("---\n{needed}{lines}---\nWe listen.\n")
}

/// A helpline for men that has closed, one that is open, and a programme for men who harm.
fn a_site() -> TestSite {
    let line = "needs: [talk]\naudiences: [men]\nareas: [north]\nphone: 01632 960001\nemail: a@example.org\n";
    TestSite::new()
        .with("content/vocabulary.yaml", VOCABULARY)
        .with("content/services/shut.md", titled(&format!("title: Shut line\n{line}status: closed\n")))
        .with("content/services/line.md", titled(&format!("title: Line\n{line}")))
        .with("content/services/tide.md", titled(&format!("{PROGRAMME}behaviour_change: true\n")))
}

/// The middle of a page before the heading for people who harm others, and what stands below that.
fn parts(page: &str) -> (&str, &str) {
    let main = page.split_once("<main").expect("it has its middle").1.split_once("</main>").expect("it ends").0;
    main.split_once("id=\"part-own-behaviour\">For people who harm others").unwrap_or((main, ""))
}

#[test]
fn it_is_in_no_list_of_help_for_people_who_are_harmed() {
    let site = a_site().built();
    for list in ["services/for/men", "services/need/talk", "services/handbook/talk"] {
        let page = site.page(&format!("{list}/index.html"));
        assert!(page.contains("/services/line/") && !page.contains("/services/tide/"), "{list}: {page}");
    }
    let closed = site.page("services/shut/index.html");
    assert!(closed.contains("/services/line/") && !closed.contains("/services/tide/"), "{closed}");
    assert!(!site.names().iter().any(|name| name.contains("contact/call-now")), "it is no line to call now");
    assert!(!site.page("index.html").contains("/services/tide/"));
}

#[test]
fn it_has_a_heading_of_its_own_that_says_for_whom_it_is() {
    let site = a_site().built();
    for list in ["services", "services/a-z", "services/area/north", "services/contact/phone", "services/contact/email"]
    {
        let page = site.page(&format!("{list}/index.html"));
        let (help, own) = parts(&page);
        assert!(help.contains("/services/line/") && !help.contains("/services/tide/"), "{list}: {help}");
        assert!(own.contains("/services/tide/") && !own.contains("/services/line/"), "{list}: {own}");
    }
    let handbook = site.page("services/handbook/index.html");
    assert!(handbook.contains("Services for people who harm others") && handbook.contains("/services/tide/"));
}

#[test]
fn the_words_for_its_own_people_lead_to_it_and_say_so() {
    let site = a_site().built();
    for list in ["services/for/them", "services/need/change", "services/tide"] {
        let page = site.page(&format!("{list}/index.html"));
        assert!(page.contains("<b>For people who harm others.</b>") && page.contains("Tide"), "{list}: {page}");
    }
    assert!(!site.page("services/for/men/index.html").contains("<b>For people who harm others.</b>"));
    let own = site.page("services/tide/index.html");
    assert!(
        own.contains("<a href=\"/services/for/them/\">") && !own.contains("<a href=\"/services/for/men/\">"),
        "{own}"
    );
}

#[test]
fn it_counts_as_no_help_for_people_who_are_harmed() {
    let run = a_site().run_plain(&["report", "coverage", "--today", TODAY, "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).expect("it is JSON");
    let men = report["groups"].as_array().expect("a list").iter().find(|group| group["id"] == "men");
    assert_eq!(men.expect("men are told of")["services"], 1, "{report}");
}

#[test]
fn a_leaflet_for_people_who_are_harmed_leaves_it_out_unless_it_is_named() {
    let leaflet = |services: &str| format!("title: Help\nsize: A5\nservices: {services}\n");
    let site = a_site()
        .with("content/leaflets/men.yaml", leaflet("{audiences: [men]}"))
        .with("content/leaflets/north.yaml", leaflet("{areas: [north]}"))
        .with("content/leaflets/change.yaml", leaflet("{needs: [change]}"))
        .with("content/leaflets/named.yaml", leaflet("[line, tide]"))
        .built();
    let has = |leaflet: &str| site.page(&format!("leaflets/{leaflet}/index.html")).contains("<dt>Tide</dt>");
    assert_eq!(["men", "north", "change", "named"].map(has), [false, false, true, true]);
}

#[test]
fn open_data_carries_the_fact() {
    let site = a_site().built();
    let rows: Value = serde_json::from_str(&site.page("data/services.json")).expect("it is JSON");
    let rows = rows["rows"].as_array().or(rows.as_array()).unwrap_or_else(|| panic!("a list: {rows}"));
    let told = |id: &str| rows.iter().find(|row| row["id"] == id).expect("it is there")["behaviour_change"].clone();
    assert_eq!((told("tide"), told("line")), ("Yes".into(), Value::Null));
    let hsds: Vec<String> =
        site.names().into_iter().filter(|name| name.starts_with("data/hsds/v3/services/")).collect();
    let whole = hsds
        .iter()
        .map(|name| site.page(name))
        .find(|text| text.contains("\"name\":\"Tide\"") && text.contains("attributes"));
    let whole = whole.expect("the programme is in the snapshot");
    assert!(whole.contains("This is for people who harm others.") && whole.contains("\"Behaviour change\""), "{whole}");
    let page = site.page("services/tide/index.html");
    assert!(page.contains("\"audienceType\":\"People who harm others\""), "{page}");
}

#[test]
fn a_service_for_people_who_harm_alone_is_asked_to_say_so() {
    let site = TestSite::new()
        .with("content/vocabulary.yaml", VOCABULARY)
        .with("content/services/a.md", titled("title: A\nneeds: [talk]\naudiences: [them]\n"))
        .with("content/services/b.md", titled("title: B\nneeds: [change]\naudiences: [men]\n"))
        .with("content/services/both.md", titled("title: Both\nneeds: [talk, change]\naudiences: [men, them]\n"));
    insta::assert_snapshot!(site.messages(), @r"
    warning[service/behaviour_change]: its `audiences` say that this service is only for people who harm others, and `behaviour_change` is not written
     --> content/services/a.md:7:13
      |
    7 | audiences: [them]
      |             ^^^^
      = help: write `behaviour_change: true`, so that it is not offered to people who are harmed

    warning[service/behaviour_change]: its `needs` say that this service is only for people who harm others, and `behaviour_change` is not written
     --> content/services/b.md:6:9
      |
    6 | needs: [change]
      |         ^^^^^^
      = help: write `behaviour_change: true`, so that it is not offered to people who are harmed

    2 warnings
    ");
}

#[test]
fn as_a_helpline_it_is_left_out_and_told() {
    let site = a_site().with_setting("helplines: [tide, line]");
    let messages = site.messages();
    assert!(messages.contains("the helpline `tide` is for people who harm others, so it is left out"), "{messages}");
    let site = site.built();
    assert!(!site.page("index.html").contains("/services/tide/") && site.page("index.html").contains("960001"));
    assert!(!site.page("search/index.html").contains("/services/tide/"));
}

#[test]
fn the_search_is_told_whom_it_is_for() {
    let site = a_site().built();
    let name = site.names().into_iter().find(|name| name.contains("search-index")).expect("there is an index");
    let index: Value = serde_json::from_str(&site.page(&name)).expect("it is JSON");
    let docs = index["docs"].as_array().expect("a list");
    let harm: Vec<&Value> = index["harm"].as_array().expect("a list").iter().collect();
    let at = docs.iter().position(|doc| doc[0] == "/services/tide/").expect("it can be found");
    assert_eq!(harm, [&Value::from(at)]);
    assert_eq!(docs[at][3], 1, "it is among the services, and no help now");
}
