//! Lists that were written as one text, and quotes that are part of a value.

use super::told;
use crate::support::site::{TestSite, service};

#[test]
fn a_list_without_brackets_is_shown_with_them() {
    let text = service("").replace("needs: [talk]", "needs: talk, housing");
    insta::assert_snapshot!(told("content/services/a.md", text), @r"
    error[service/needs]: `needs` should be a list, and `talk, housing` is one text
     --> content/services/a.md:5:8
      |
    5 | needs: talk, housing
      |        ^^^^^^^^^^^^^
      = help: put square brackets around the list: `needs: [talk, housing]`

    1 error
    ");
}

#[test]
fn several_values_in_one_item_are_shown_apart() {
    let text = service("languages: [\"en, pl\"]\n").replace("needs: [talk]", "needs:\n- talk and housing");
    insta::assert_snapshot!(told("content/services/a.md", text), @r#"
    error[service/needs]: `talk and housing` is one item of the list `needs`, and seems to name several
     --> content/services/a.md:6:3
      |
    6 | - talk and housing
      |   ^^^^^^^^^^^^^^^^
      = help: give each its own item: `needs: [talk, housing]`

    error[service/languages]: `en, pl` is one item of the list `languages`, and seems to name several
     --> content/services/a.md:9:13
      |
    9 | languages: ["en, pl"]
      |             ^^^^^^^^
      = help: give each its own item: `languages: [en, pl]`

    2 errors
    "#);
}

#[test]
fn two_numbers_are_shown_as_a_list() {
    insta::assert_snapshot!(told("content/services/a.md", service("phone: 01632 960001 / 01632 960002\n")), @r"
    error[service/phone]: `01632 960001 / 01632 960002` contains more than one phone number
     --> content/services/a.md:8:8
      |
    8 | phone: 01632 960001 / 01632 960002
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      = help: write them as a list: `phone: [01632 960001, 01632 960002]`

    1 error
    ");
    let told_or = told("content/services/a.md", service("phone: 01632 960001 or 01632 960002\n"));
    assert!(told_or.contains("write them as a list: `phone: [01632 960001, 01632 960002]`"), "{told_or}");
    let item = told("content/services/a.md", service("phone:\n- number: 01632 960001 and 01632 960002\n"));
    assert!(item.contains("give each its own item: `- number: 01632 960001`, `- number: 01632 960002`"), "{item}");
    let contact = TestSite::new().with_setting("emergency: {call: 999 or 112, text: Call.}").messages();
    assert!(contact.contains("keep one number here"), "{contact}");
}

#[test]
fn curly_quotes_around_a_value_are_named() {
    let text = service("areas: [“north”]\n").replace("title: Helpline", "title: “Safe Harbour”");
    insta::assert_snapshot!(told("content/services/a.md", text), @r#"
    error[service/areas]: the curly quotes around this value are read as part of `areas`
     --> content/services/a.md:8:9
      |
    8 | areas: [“north”]
      |         ^^^^^^^
      = help: write `north` without quotes, or with straight ones: `"north"`

    warning[service/title]: the curly quotes around this value are read as part of it, so readers see them
     --> content/services/a.md:2:8
      |
    2 | title: “Safe Harbour”
      |        ^^^^^^^^^^^^^^
      = help: use straight quotes, `"…"`, or none; to show curly quotes, put straight ones around them

    1 error, 1 warning
    "#);
}

#[test]
fn a_value_that_may_be_secret_is_not_repeated_without_its_quotes() {
    let place = "location: {postcode: “L20 3DL”, confidential: “true”}\n";
    let told = told("content/services/a.md", service(place));
    assert!(told.contains("error[service/postcode]: the curly quotes around this value"), "{told}");
    assert!(!told.contains("L20"), "{told}");
}

#[test]
fn a_helpline_is_a_service_and_not_its_number() {
    let site = TestSite::new().with("content/services/national.md", service("phone: 0808 2000 247\n"));
    insta::assert_snapshot!(site.with_setting("helplines:\n  - 0808 2000 247").messages(), @r"
    error[site/helplines]: a helpline is the name of a service's file, and `0808 2000 247` is a telephone number
     --> content/site.yaml:6:5
      |
    6 |   - 0808 2000 247
      |     ^^^^^^^^^^^^^
      = help: write `national`: the service `Helpline` has this number

    1 error
    ");
    let unknown = TestSite::new().with_setting("helplines: [01632 960001]").messages();
    assert!(unknown.contains("add a file for the service to `content/services/`"), "{unknown}");
    let site = TestSite::new().with("content/services/national.md", service(""));
    let by_title = site.with_setting("helplines: [Helpline]").messages();
    assert!(by_title.contains("help: write `national`"), "{by_title}");
}
