//! Services in, and what they name: no more is said of who is served.

use serde_json::{Value, json};

use crate::support::site::{TODAY, TestSite, service};

const VOCABULARY: &str = "\
areas:
  - {id: north, name: North Marlsea}
  - {id: south, name: South Marlsea}
audiences:
  - {id: everyone, name: Everyone}
  - {id: older-people, name: Older people}
  - {id: deaf-people, name: Deaf people}
  - {id: staff, name: Staff}
needs:
  - {id: talk, name: Someone to talk to}
  - {id: housing, name: A safe place to stay}
  - {id: pets, name: Care for pets}
";

fn helping(title: &str, needs: &str, audiences: &str, lines: &str) -> String {
    service(lines)
        .replace("title: Helpline", &format!("title: {title}"))
        .replace("needs: [talk]", &format!("needs: [{needs}]"))
        .replace("audiences: [everyone]", &format!("audiences: [{audiences}]"))
}

/// A line for everyone; two for older people, of which they run one; a refuge for Deaf people in the north at high
/// risk; and two for pets, one closed and one closed for a time.
fn a_site() -> TestSite {
    TestSite::new()
        .with("content/vocabulary.yaml", VOCABULARY)
        .with("content/services/line.md", helping("Line", "talk", "everyone", ""))
        .with("content/services/visits.md", helping("Visits", "talk", "older-people", "by_and_for: [older-people]\n"))
        .with("content/services/tea.md", helping("Tea", "talk", "older-people", "tier: 1\n"))
        .with("content/services/refuge.md", helping("Refuge", "housing", "deaf-people", "areas: [north]\ntier: [3]\n"))
        .with("content/services/pets.md", helping("Pets", "pets", "staff", "status: closed\n"))
        .with("content/services/vets.md", helping("Vets", "pets", "staff", "status: closed-temporarily\n"))
}

fn report(site: &TestSite, format: &str) -> String {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["report", "coverage", "--today", TODAY, "--format", format, "--site"]).arg(site.path());
    let output = program.output().expect("the program can be started");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn subject<'v>(report: &'v Value, part: &str, id: &str) -> &'v Value {
    let all = report[part].as_array().expect("a list");
    all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id} in {all:?}"))
}

#[test]
fn the_report_says_what_records_name() {
    insta::assert_snapshot!(report(&a_site(), "text"));
}

#[test]
fn a_service_counts_for_the_groups_it_names_and_beside_them_for_everyone() {
    let report: Value = serde_json::from_str(&report(&a_site(), "json")).expect("it is JSON");
    assert_eq!(report["as_it_stood_on"], TODAY);
    assert_eq!((&report["open_services"], &report["closed_services"]), (&json!(4), &json!(2)));
    let older = subject(&report, "groups", "older-people");
    assert_eq!((&older["services"], &older["for_all"], &older["by_and_for"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!(
        older["needs"],
        json!([
            {"id": "talk", "name": "Someone to talk to", "services": 2, "for_all": 1, "by_and_for": 1, "gap": false},
            {"id": "housing", "name": "A safe place to stay", "services": 0, "for_all": 0, "by_and_for": 0, "gap": true},
        ])
    );
    let everyone = subject(&report, "groups", "everyone");
    assert_eq!((&everyone["services"], &everyone["for_all"]), (&json!(1), &json!(0)));
}

#[test]
fn a_closed_service_counts_for_nothing() {
    let report: Value = serde_json::from_str(&report(&a_site(), "json")).expect("it is JSON");
    assert_eq!(report["unmet_needs"], json!([{"id": "pets", "name": "Care for pets"}]));
    assert_eq!(report["unnamed_groups"], json!([{"id": "staff", "name": "Staff"}]));
}

#[test]
fn areas_and_levels_have_their_own_and_those_for_all() {
    let report: Value = serde_json::from_str(&report(&a_site(), "json")).expect("it is JSON");
    let counts = |part: &str, id: &str| {
        let one = subject(&report, part, id);
        (one["services"].as_u64().expect("a number"), one["for_all"].as_u64().expect("a number"))
    };
    assert_eq!(counts("areas", "north"), (1, 3));
    assert_eq!(counts("areas", "south"), (0, 3));
    assert_eq!(counts("levels", "1"), (1, 2));
    assert_eq!(counts("levels", "3"), (1, 2));
    assert_eq!(counts("levels", "4"), (0, 2));
}

#[test]
fn the_table_has_a_row_for_each_pair_and_no_formula() {
    let site = a_site().with("content/vocabulary.yaml", VOCABULARY.replace("name: Deaf people", "name: =1+1"));
    let table = report(&site, "csv");
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "Counted by,Id,Name,Need,Need in words,Services that name it,Services for all,Run by and for the group,No service names it,What is known"
    );
    assert!(lines.contains(&"group,older-people,Older people,talk,Someone to talk to,2,1,1,,"), "{table}");
    assert!(lines.contains(&"group,deaf-people,'=1+1,housing,A safe place to stay,1,0,0,,"), "{table}");
    assert!(lines.contains(&"area,south,South Marlsea,housing,A safe place to stay,0,0,0,Yes,"), "{table}");
    assert!(lines.contains(&"unmet-need,,,pets,Care for pets,0,0,0,Yes,"), "{table}");
    // Three groups, two areas and four levels, each with two needs that are met; a need and a group without any.
    assert_eq!(lines.len(), 1 + (3 + 2 + 4) * 2 + 2);
}

#[test]
fn the_page_has_the_grid_first_and_no_headline_of_what_is_missing() {
    let page = a_site().built().page("services/coverage/index.html");
    let main = page.split_once("<main").expect("it has its middle").1;
    assert!(main.contains("<p class=\"lede\">4 services are open, and 2 services are closed.</p>"), "{main}");
    let (grid, unnamed) = main.split_once("What no service names</h2>").expect("it says what is not named");
    assert!(grid.contains("<table class=\"matrix") && grid.contains("<b class=\"gap\">0</b>"), "{grid}");
    assert!(grid.contains("href=\"/services/handbook/housing/#level-3\">1</a>"), "{grid}");
    let told = "No service names older people among the people it is for and helps with a safe place to stay.";
    assert!(
        unnamed.contains(told) && unnamed.contains("No open service names these kinds of help: care for pets."),
        "{unnamed}"
    );
    for claim in ["No service for", "No service helps", "No service at all", "have none", "Where the gaps"] {
        assert!(!main.contains(claim), "{claim}: {main}");
    }
}

#[test]
fn an_editor_can_say_what_is_known_of_a_pair() {
    let known = "coverage:\n  - {audiences: [older-people], needs: [housing], answer: everyone}\n  \
                 - {audiences: [everyone], needs: [housing, talk], answer: not-applicable}\n";
    let site = a_site().with("content/vocabulary.yaml", format!("{VOCABULARY}{known}"));
    let json: Value = serde_json::from_str(&report(&site, "json")).expect("it is JSON");
    let housing = |group: &str| subject(&json, "groups", group)["needs"][1].clone();
    assert_eq!(
        (&housing("older-people")["answer"], &housing("older-people")["gap"]),
        (&json!("everyone"), &json!(false))
    );
    assert_eq!(housing("everyone")["answer"], "not-applicable");
    // Where services count, they are what is told.
    let talk = &subject(&json, "groups", "everyone")["needs"][0];
    assert_eq!((&talk["services"], talk.get("answer")), (&json!(1), None));
    assert!(!report(&site, "text").contains("No service names older people"));
    let page = site.built().page("services/coverage/index.html");
    assert!(page.contains("<small>For everyone</small>") && page.contains("Does not apply"), "{page}");
}

#[test]
fn a_pair_of_unknown_words_is_an_error() {
    let known = "coverage:\n  - {audiences: [older-peple], needs: [housing], answer: everyone}\n";
    let told = a_site().with("content/vocabulary.yaml", format!("{VOCABULARY}{known}")).messages();
    assert!(told.contains("error[vocabulary/coverage]: there is no audience `older-peple`"), "{told}");
    assert!(told.contains("did you mean `older-people`?"), "{told}");
}

#[test]
fn levels_that_no_service_names_are_not_told() {
    let site = TestSite::new().with("content/services/line.md", helping("Line", "talk", "everyone", ""));
    let json: Value = serde_json::from_str(&report(&site, "json")).expect("it is JSON");
    assert_eq!(json["levels"], json!([]));
}

#[test]
fn help_for_people_who_harm_is_no_pair_with_anyone_else() {
    let words = VOCABULARY.replace(
        "needs:\n",
        "  - {id: them, name: People who harm others}\nneeds:\n  - {id: change, name: Changing harmful behaviour}\n",
    );
    let site = a_site()
        .with("content/vocabulary.yaml", words)
        .with("content/services/tide.md", helping("Tide", "change", "them, older-people", "behaviour_change: true\n"));
    let told = report(&site, "text");
    assert!(
        !told.contains("older people among the people it is for and helps with: changing")
            && !told.contains("harm others among"),
        "{told}"
    );
}

#[test]
fn a_site_without_open_services_says_so() {
    let told = report(&TestSite::new(), "text");
    assert!(told.contains("No service is open."), "{told}");
}

#[test]
fn content_with_errors_is_not_reported() {
    let site = a_site().with("content/services/slip.md", helping("Slip", "talc", "everyone", ""));
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["report", "coverage", "--today", TODAY, "--site"]).arg(site.path());
    let output = program.output().expect("the program can be started");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}
