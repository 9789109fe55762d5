//! Which training people need, in the order to take it.

use crate::support::site::TestSite;

fn course(site: TestSite, id: &str, fields: &str) -> TestSite {
    let text = format!("title: The {id} course\nsummary: About it.\nkind: e-learning\n{fields}\n");
    site.with(&format!("content/training/{id}.yaml"), text)
}

fn site() -> TestSite {
    let site = TestSite::new();
    let site = course(site, "zebra", "level: awareness\naudiences: [professionals]\nmandatory_for: [New staff]");
    let site = course(site, "apple", "level: awareness\naudiences: [professionals]\nprerequisites: [zebra]");
    let site = course(
        site,
        "deep",
        "level: advanced\naudiences: [older-people]\nprerequisites: [apple]\nmandatory_for: [Managers, new staff]\nrefresh_after: 3 years",
    );
    course(site, "other", "level: advanced\naudiences: [professionals]")
}

/// The headings of a page's pathway, in order.
fn steps(page: &str) -> Vec<String> {
    let pathway = &page[page.find("<ol class=\"pathway\">").expect("there is a pathway")..];
    let pathway = &pathway[..pathway.find("</ol>").expect("it ends")];
    let headings = pathway.split("<h").skip(1).map(|part| &part[..part.find("</h").expect("a heading ends")]);
    headings.map(|heading| heading.rsplit('>').find(|part| !part.is_empty()).unwrap_or_default().to_owned()).collect()
}

fn texts(page: &str) -> Vec<String> {
    steps(page).into_iter().map(|text| text.trim_end_matches("</a").to_owned()).collect()
}

#[test]
fn steps_go_from_level_to_level_and_what_others_build_on_comes_first() {
    let site = site().built();
    let all = texts(&site.page("training/pathway/index.html"));
    assert_eq!(
        all,
        ["Awareness", "The zebra course", "The apple course", "Advanced", "The deep course", "The other course"]
    );
}

#[test]
fn a_role_sees_its_courses_and_all_that_must_come_before() {
    let site = site().built();
    let page = site.page("training/for/older-people/index.html");
    assert_eq!(texts(&page), ["Awareness", "The zebra course", "The apple course", "Advanced", "The deep course"]);
    assert!(page.contains("First: <a href=\"/training/apple/\">The apple course</a>"), "{page}");
    assert!(page.contains("Do it again after 3 years."), "{page}");
    assert!(!site.names().contains(&"training/for/everyone/index.html".to_owned()), "no course is for them");
}

#[test]
fn posts_are_listed_with_what_they_must_do() {
    let page = site().built().page("training/pathway/index.html");
    let table = &page[page.find("<tbody>").expect("there is a table")..page.find("</tbody>").expect("it ends")];
    assert_eq!(table.matches("<tr>").count(), 2, "one post in two spellings is one: {table}");
    let staff = &table[table.find("New staff").expect("the post is there")..];
    assert!(staff.contains("The zebra course") && staff.contains("The deep course"), "{table}");
}

#[test]
fn the_picture_moves_a_course_in_below_the_one_before_it() {
    let page = site().built().page("training/pathway/index.html");
    let start = page.find("<svg class=\"diagram\"").expect("there is a picture");
    let picture = &page[start..start + page[start..].find("</svg>").expect("it ends")];
    let boxes = picture.split("<rect x=\"").skip(1).map(|rest| &rest[..rest.find('"').expect("a place ends")]);
    let names = picture.split("<text").skip(1).map(|rest| {
        let words = &rest[rest.find('>').expect("a tag ends") + 1..];
        &words[..words.find('<').expect("words end")]
    });
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["The zebra course", "The apple course", "The deep course", "The other course"]);
    let places: Vec<f64> = boxes.map(|x| x.trim_end_matches("em").parse().expect("it is a length")).collect();
    assert_eq!(places.len(), 4, "{picture}");
    assert!(places[0] < places[1] && places[1] < places[2], "{places:?}");
    assert!((places[0] - places[3]).abs() < f64::EPSILON, "what builds on nothing stands at the edge: {places:?}");
}

#[test]
fn courses_that_build_on_none_have_no_picture() {
    let site = course(TestSite::new(), "one", "level: awareness\naudiences: [professionals]").built();
    let page = site.page("training/pathway/index.html");
    assert!(!page.contains("<svg class=\"diagram\"") && page.contains("The one course"), "{page}");
}

#[test]
fn a_circle_of_courses_ends() {
    let site = course(TestSite::new(), "one", "level: awareness\naudiences: [professionals]\nprerequisites: [two]");
    let site = course(site, "two", "level: awareness\naudiences: [professionals]\nprerequisites: [one]").built();
    assert_eq!(texts(&site.page("training/pathway/index.html")), ["Awareness", "The one course", "The two course"]);
}
