//! What stands in the directory's lists, and in what order.

use crate::support::site::{TestSite, page, service};

const LINE: &str =
    "title: Night line\nphone: {number: 0808 200 0247, hours: 24/7, free: true}\nemergency: true\ncost: Free\n";

/// A service with another title than the usual one.
fn titled(lines: &str) -> String {
    service("").replace("title: Helpline\n", lines)
}

fn a_site() -> TestSite {
    TestSite::new()
        .with("content/services/night.md", titled(LINE))
        .with(
            "content/services/a-day.md",
            titled("title: A day centre\nareas: [north]\nlocation: {address: 1 High Street}\n"),
        )
        .with("content/services/secret.md", titled("title: A refuge\nlocation: {confidential: true}\n"))
        .with("content/services/text.md", titled("title: Text us\ntext_number: 07700 900001\nareas: [south]\n"))
        .with(
            "content/services/shut.md",
            titled("title: Shut\nphone: 01632 960001\nemergency: true\nstatus: closed-temporarily\n"),
        )
}

fn assert_in_order(page: &str, parts: &[&str]) {
    let mut rest = page;
    for part in parts {
        let found = rest.split_once(part);
        rest = found.unwrap_or_else(|| panic!("`{part}` does not follow in: {page}")).1;
    }
}

#[test]
fn lines_that_answer_day_and_night_stand_first_in_every_list() {
    let site = a_site().built();
    for page in ["services", "services/a-z", "services/for/everyone", "services/need/talk", "services/contact/email"] {
        let Some(page) =
            site.names().contains(&format!("{page}/index.html")).then(|| site.page(&format!("{page}/index.html")))
        else {
            assert_eq!(page, "services/contact/email", "only a way that leads nowhere has no page");
            continue;
        };
        let main = page.split_once("<main").expect("it has its middle").1;
        assert_in_order(main, &["Call now, day and night", "tel:999", "tel:+448082000247", "/services/a-day/"]);
    }
    assert_in_order(&site.page("index.html"), &["tel:999", "tel:+448082000247", "id=\"part-ways\""]);
}

#[test]
fn ways_to_get_in_touch_have_pages_of_the_services_that_can_be_reached_so() {
    let site = a_site().built();
    let on = |way: &str| {
        let page = site.page(&format!("services/contact/{way}/index.html"));
        let main = page.split_once("<main").expect("it has its middle").1.split_once("</main>").expect("it ends").0;
        let list =
            main.split_once("<ul class=\"cards\">").expect("it has a list").1.split_once("</ul>\n<h2").expect("an end");
        ["night", "a-day", "secret", "text", "shut"]
            .into_iter()
            .filter(|id| list.0.contains(&format!("/services/{id}/")))
            .collect::<Vec<_>>()
    };
    assert_eq!(on("call-now"), ["night"]);
    assert_eq!(on("phone"), ["night"], "one that is closed cannot be called");
    assert_eq!(on("text-or-chat"), ["text"]);
    assert_eq!(on("in-person"), ["a-day"], "nobody can go to a secret place");
    assert!(site.page("services/contact/text-or-chat/index.html").contains("href=\"sms:+447700900001\""));
}

#[test]
fn a_textphone_is_called_one_and_is_no_number_to_speak_to() {
    let phones = "phone: [{number: 01632 960002, textphone: true}, {number: 01632 960003}]\n";
    let site = TestSite::new()
        .with_setting("helplines: [both]")
        .with("content/services/both.md", titled(&format!("title: Both\n{phones}")))
        .with("content/services/one.md", titled("title: One\nphone: [{number: 01632 960004, textphone: true}]\n"))
        .built();
    let quiet = site.page("services/contact/text-or-chat/index.html");
    assert_in_order(
        &quiet,
        &["/services/both/", "Textphone: <a href=\"tel:+441632960002\"", "/services/one/", "0004\""],
    );
    let spoken = site.page("services/contact/phone/index.html");
    let list =
        spoken.split_once("<ul class=\"cards\">").expect("it has a list").1.split_once("</main>").expect("it ends").0;
    assert!(list.contains("tel:+441632960003") && !list.contains("960002") && !list.contains("960004"), "{list}");
    assert!(!site.page("index.html").contains("960002"), "a helpline is called on the number that is answered");
    assert_in_order(&site.page("services/index.html"), &["/services/one/", "Textphone: <a href=\"tel:+441632960004\""]);
}

#[test]
fn a_helpline_that_is_closed_is_left_out_and_told() {
    let site = TestSite::new()
        .with_setting("helplines: [shut, night]")
        .with("content/services/night.md", titled(LINE))
        .with("content/services/shut.md", titled("title: Shut\nphone: 01632 960001\nstatus: closed-temporarily\n"));
    insta::assert_snapshot!(site.messages(), @r"
    warning[site/helplines]: the helpline `shut` is closed, so it is left out
     --> content/site.yaml:5:13
      |
    5 | helplines: [shut, night]
      |             ^^^^
      = help: put a line that answers in its place, or take it out of the list

    1 warning
    ");
    let site = site.built();
    assert!(!site.page("index.html").contains("/services/shut/"));
    assert!(!site.page("search/index.html").contains("/services/shut/"));
    assert!(site.page("services/index.html").contains("/services/shut/"));
}

#[test]
fn a_letter_stands_once_whatever_signs_begin_a_name() {
    let site = TestSite::new()
        .with("content/services/step.md", titled("title: \u{2018}Step Up\u{2019} for men\n"))
        .with("content/services/sure.md", titled("title: Sure Start\n"))
        .with("content/services/tea.md", titled("title: Tea and talk\n"))
        .built();
    let page = site.page("services/a-z/index.html");
    assert_eq!(page.matches("id=\"letter-s\"").count(), 1);
    assert_in_order(&page, &["id=\"letter-s\"", "/services/step/", "/services/sure/", "id=\"letter-t\""]);
}

#[test]
fn a_service_for_the_whole_area_is_in_each_part_of_it_and_counts_are_told() {
    let site = a_site().built();
    let north = site.page("services/area/north/index.html");
    assert!(north.contains("/services/night/") && north.contains("/services/a-day/"));
    assert!(!north.contains("<h2><a href=\"/services/text/\">"));
    assert!(north.contains("4 services."));
    let home = site.page("index.html");
    assert!(
        home.contains("North Marlsea (4)") && home.contains("Phone (1)") && home.contains("Someone to talk to (5)")
    );
    assert!(!home.contains("A safe place to stay"), "what leads to nothing is not shown");
}

#[test]
fn a_line_is_told_as_one_for_day_and_night_only_where_one_number_is() {
    let phones =
        "title: Two numbers\nemergency: true\nphone:\n  - {number: 01632 960001, hours: \"Mo-Fr 09:00-17:00\"}\n";
    let site = TestSite::new().with("content/services/two.md", titled(phones));
    insta::assert_snapshot!(site.messages(), @r#"
    warning[service/emergency]: `emergency` says day and night, and no number here is answered at all hours
     --> content/services/two.md:3:1
      |
    3 | emergency: true
      | ^^^^^^^^^
      = help: take `emergency` out, or give a number that is answered at all hours `hours: "24/7"`; until then it is not listed under `Call now`

    1 warning
    "#);
    let night = format!("{phones}  - {{number: 01632 960002, hours: 24/7}}\n");
    let site = TestSite::new().with("content/services/two.md", titled(&night)).built();
    let page = site.page("services/contact/call-now/index.html");
    assert!(page.contains("tel:+441632960002") && !page.contains("tel:+441632960001"));
}

#[test]
fn boxes_carry_the_ids_of_the_vocabulary_and_of_the_ways_to_get_in_touch() {
    let page = a_site().built().page("services/index.html");
    for (name, matches, id) in [
        ("contact", "one", "call-now"),
        ("areas", "any", "north"),
        ("features", "every", "free"),
        ("now", "one", "open"),
    ] {
        let fieldset = format!("<fieldset data-filter=\"{name}\" data-matches=\"{matches}\"");
        let fieldset = page.split_once(&fieldset).unwrap_or_else(|| panic!("{name}: {page}")).1;
        let fieldset = fieldset.split_once("</fieldset>").expect("it ends").0;
        assert!(fieldset.contains(&format!("<input type=\"checkbox\" value=\"{id}\">")), "{name}: {fieldset}");
    }
    assert!(page.contains("data-open=\"always\""));
}

#[test]
fn a_list_names_the_pages_that_speak_of_its_services_and_of_few_others() {
    let named = |name: &str, needs: &str| {
        service("").replace("title: Helpline", &format!("title: {name}")).replace("needs: [talk]", needs)
    };
    let all = "[A](../services/a.md), [B](../services/b.md)";
    let site = TestSite::new()
        .with("content/services/a.md", named("A", "needs: [housing]"))
        .with("content/services/b.md", named("B", "needs: [housing]"))
        .with("content/services/c.md", named("C", "needs: [talk]"))
        .with("content/pages/locks.md", page(&format!("{all}\n")).replace("A page", "Locks and homes"))
        .with("content/pages/get-help.md", page("[C](../services/c.md)\n").replace("A page", "Get help"))
        .with(
            "content/pages/old.md",
            page("Old.\n").replace("title: A page", "title: For later life\naudiences: [older-people]"),
        )
        .built();
    let main = |name: &str| site.page(name).split_once("<main").expect("it has its middle").1.to_owned();
    let housing = main("services/need/housing/index.html");
    assert!(housing.contains("<b>Guide:</b> <a href=\"/locks/\">Locks and homes</a>"), "{housing}");
    // Where no page is about a need, the one that helps with any is.
    assert!(main("services/need/talk/index.html").contains("<b>Guide:</b> <a href=\"/get-help/\">Get help</a>"));
}

#[test]
fn each_language_has_a_page_of_those_who_work_in_it() {
    let polish = "---\ntitle: Pomoc\nsummary: Do kogo zadzwonić.\nlanguage: pl\n---\nZadzwoń.\n";
    let site = TestSite::new()
        .with("content/services/a.md", service("languages: [en, pl, bfi]\n"))
        .with("content/services/b.md", service("languages: [en]\n").replace("Helpline", "Other line"))
        .with("content/pages/pomoc.md", polish)
        .with_setting("languages: [pl]")
        .built();
    let page = site.page("services/language/pl/index.html");
    assert!(page.contains("<h1>Services in Polish</h1>") && page.contains("You can ask for someone who uses Polish."));
    assert!(page.contains("<b>Guide:</b> <a href=\"/pomoc/\">Polski</a>"), "{page}");
    assert!(page.contains("/services/a/") && !page.contains("/services/b/"), "{page}");
    assert!(site.names().contains(&"services/language/bfi/index.html".to_owned()));
    assert!(!site.names().iter().any(|name| name.contains("services/language/en")));
    assert!(site.page("services/index.html").contains("href=\"/services/language/pl/\">Polish (1)</a>"));
}
