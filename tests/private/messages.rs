//! Errors right beside what is secret.

use super::{SECRET, assert_unspoken_by_check};
use crate::support::site::{TestSite, plan, service};

fn assert_untold(path: &str, text: impl AsRef<[u8]>) -> TestSite {
    let site = TestSite::new().with(path, text);
    assert_eq!(site.check().status, 1, "{}", site.messages());
    assert_unspoken_by_check(&site);
    site
}

#[test]
fn an_error_on_the_line_of_a_private_map_is_told_without_the_line() {
    let phone = format!("phone: [{{number: 12, private: {{of: {SECRET}}}}}]\n");
    let site = assert_untold("content/services/a.md", service(&phone));
    insta::assert_snapshot!(site.messages(), @r"
    error[service/number]: `12` is not a phone number: it does not begin with 0, and is not a known short number
     --> content/services/a.md:8:18
      = help: write a number of the United Kingdom, such as `01632 960123`, `0808 200 0247`, `999` or `116 123`

    1 error
    ");
}

#[test]
fn an_error_on_the_line_of_a_persons_name_is_told_without_the_line() {
    let site = assert_untold("content/plans/a.yaml", plan(&format!("leads: [{{person: {SECRET}, rol: Chair}}]")));
    insta::assert_snapshot!(site.messages(), @r"
    error[plan/field]: there is no field `rol` here
     --> content/plans/a.yaml:7:38
      = help: did you mean `role`?

    1 error
    ");
}

#[test]
fn a_bracket_left_open_in_a_private_map_is_told_without_the_line() {
    let site = assert_untold("content/services/a.md", service(&format!("private:\n  address: [1 {SECRET} Street\n")));
    insta::assert_snapshot!(site.messages(), @r"
    error[service/yaml]: a bracket `[` or `{` is not closed, or a comma is missing
     --> content/services/a.md:9:12
      = help: close every bracket, or put the value in quotes if it only begins with one

    1 error
    ");
}

#[test]
fn a_confidential_address_is_an_error_and_is_not_repeated() {
    let location = format!("location:\n  confidential: true\n  address: 1 {SECRET} Street\n  postcode: MA1 1AA\n");
    let site = assert_untold("content/services/a.md", service(&location));
    insta::assert_snapshot!(site.messages(), @r"
    error[service/location]: this place is confidential, and the file holds its address
      --> content/services/a.md:10:3
       = help: take `address` out, or move it under `private:`

    error[service/location]: this place is confidential, and the file holds its postcode
      --> content/services/a.md:11:3
       = help: take `postcode` out, or move it under `private:`

    2 errors
    ");
}

#[test]
fn a_confidential_address_in_braces_is_not_repeated() {
    let location = format!("location: {{address: 1 {SECRET} Street, confidential: true}}\n");
    assert_untold("content/services/a.md", service(&location));
}

#[test]
fn a_confidential_address_under_a_misspelt_name_is_not_repeated() {
    let block = format!("location:\n  confidential: true\n  adress: 1 {SECRET} Street\n");
    let site = assert_untold("content/services/a.md", service(&block));
    insta::assert_snapshot!(site.messages(), @r"
    error[service/field]: there is no field `adress` here
      --> content/services/a.md:10:3
       = help: did you mean `address`?

    1 error
    ");
    let braces = format!("location: {{confidential: true, adress: 1 {SECRET} Street, colour: blue}}\n");
    assert_untold("content/services/a.md", service(&braces));
    let twice = format!("location: {{confidential: true, address: 1 {SECRET} Street, address: 2 {SECRET} Street}}\n");
    assert_untold("content/services/a.md", service(&twice));
}

#[test]
fn an_address_is_not_repeated_where_its_secrecy_is_misspelt() {
    for secrecy in ["confidential: ture", "confidentail: true", "confidential: [true]", "confidential:"] {
        let location = format!("location: {{{secrecy}, address: 1 {SECRET} Street}}\n");
        let site = TestSite::new().with("content/services/a.md", service(&location));
        assert_unspoken_by_check(&site);
        let run = site.build();
        assert_eq!((secrecy, run.status), (secrecy, 1), "{run:?}");
    }
}

#[test]
fn a_joining_link_is_not_repeated() {
    for note in [format!("https://meet.example.org/{SECRET}"), format!("see www.example.org/{SECRET}")] {
        let text = "title: First steps\nsummary: What to say.\nlevel: awareness\naudiences: [everyone]\nsessions:\n";
        let session =
            format!("  - {{date: 2026-12-03, start: \"09:30\", end: \"12:30\", online: {{note: \"{note}\"}}}}\n");
        assert_untold("content/training/a.yaml", format!("{text}{session}"));
    }
}
