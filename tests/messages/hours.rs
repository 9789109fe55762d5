//! Opening hours as people say them.

use super::told;
use crate::support::site::service;

#[test]
fn each_way_to_say_them_gets_its_own_form() {
    for (said, form) in [
        ("24 hours a day", "24/7"),
        ("weekdays 9am-5pm except bank holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("1st Tuesday of the month 10-12", "Tu[1] 10:00-12:00"),
        ("Mon to Fri 9 to 5", "Mo-Fr 09:00-17:00"),
        ("Monday to Thursday 9-5, Friday 9-4", "Mo-Th 09:00-17:00; Fr 09:00-16:00"),
    ] {
        let told = told("content/services/a.md", service(&format!("hours: {said}\n")));
        assert!(told.contains(&format!("did you mean `hours: \"{form}\"`?")), "{said}: {told}");
    }
}

#[test]
fn the_words_can_be_kept() {
    insta::assert_snapshot!(told("content/services/a.md", service("hours: 24 hours a day\n")), @r#"
    error[service/hours]: `24 hours a day` is not in the form for opening hours
     --> content/services/a.md:8:8
      |
    8 | hours: 24 hours a day
      |        ^^^^^^^^^^^^^^
      = help: did you mean `hours: "24/7"`? to keep your own words, write `hours: {text: "24 hours a day"}`

    1 error
    "#);
}
