//! The services as a table, and `fingerpost export services`.

use serde_json::Value;

use crate::support::site::{TODAY, TestSite, service};

fn export(site: &TestSite, arguments: &[&str]) -> std::process::Output {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["export", "services", "--today", TODAY, "--site"]).arg(site.path()).args(arguments);
    program.output().expect("the program can be started")
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

const FULL: &str = "\
phone: [{number: 01632 960010, label: Duty desk, hours: Mo-Fr 09:00-17:00, free: true}]
location: {address: \"2 Quay Street, Marlsea\", postcode: ZY1 2AB}
tier: [3, 4]
ages: {from: 16}
areas: [north]
languages: [en, pl]
referral: {self: false, professional: Send the form.}
by_and_for: [older-people]
";

#[test]
fn services_are_exported_with_the_bytes_of_their_download() {
    let site = TestSite::new().with("content/services/helpline.md", service(FULL)).built();
    for form in ["csv", "xlsx", "json"] {
        let download = &site.files()[&format!("data/services.{form}")];
        let output = export(&site, &["--format", form]);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout == *download, "{form}");
        let file = site.path().join("taken away");
        let output = export(&site, &["--format", form, "--out", file.to_str().expect("a name")]);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        assert!(std::fs::read(&file).expect("it is there") == *download, "{form}");
    }
}

#[test]
fn a_row_tells_all_that_the_page_does() {
    let site = TestSite::new().with("content/services/helpline.md", service(FULL));
    insta::assert_snapshot!(String::from_utf8(export(&site, &["--format", "json"]).stdout).expect("UTF-8"));
}

#[test]
fn csv_and_json_hold_the_same() {
    let site = TestSite::new().with("content/services/helpline.md", service(FULL));
    let table = export(&site, &["--format", "csv"]).stdout;
    let mut reader = csv_lines(&table);
    let json: Value = serde_json::from_slice(&export(&site, &["--format", "json"]).stdout).expect("it is JSON");
    let cells: Vec<String> = reader.pop().expect("a row").into_iter().filter(|cell| !cell.is_empty()).collect();
    let values: Vec<&str> =
        json[0].as_object().expect("a map").values().map(|value| value.as_str().expect("a text")).collect();
    assert_eq!(cells.len(), values.len());
    assert!(values.iter().all(|value| cells.iter().any(|cell| cell == value)), "{cells:?} {values:?}");
}

fn csv_lines(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn no_cell_is_a_formula_and_no_secret_address_is_in_it() {
    let hostile = "location: {confidential: true, private: {address: 1 Zebrafinch Street}}\ncost: =1+1\n";
    let text = service(hostile).replace("summary: Talk to someone.", "summary: \"@SUM(1)\"");
    let site = TestSite::new().with("content/services/helpline.md", text);
    let rows = csv_lines(&export(&site, &["--format", "csv"]).stdout);
    assert!(rows[1].iter().any(|cell| cell == "'=1+1") && rows[1].iter().any(|cell| cell == "'@SUM(1)"), "{rows:?}");
    assert!(!format!("{rows:?}").contains("Zebrafinch"), "{rows:?}");
}

#[test]
fn a_site_without_services_says_so() {
    let output = export(&TestSite::new(), &["--format", "csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: the site has no service\nhelp: a service is a file in `content/services/`\n");
}

#[test]
fn the_page_of_open_data_names_every_file_that_is_there() {
    let site = TestSite::new()
        .with("content/services/helpline.md", service(""))
        .with("content/plans/ours.yaml", crate::support::site::plan(""))
        .built();
    let page = site.page("data/index.html");
    let names = site.names();
    let files = names.iter().filter(|name| name.starts_with("data/") || name.starts_with("strategy/ours/plan."));
    for file in files.filter(|name| !crate::support::site::is_page(name) && name.matches('/').count() < 5) {
        assert!(page.contains(&format!("href=\"/{file}\"")), "{file}");
    }
    assert!(page.contains("static snapshot in HSDS-UK 3.0 shape"), "{page}");
    assert!(!site.page("sitemap.xml").contains(".json"));
}
