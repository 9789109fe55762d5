//! A network in, its people and places by area and organisation out.

use crate::support::site::TestSite;

fn page(network: &str) -> String {
    let site = TestSite::new().with("content/networks/champions.yaml", network).built();
    let page = site.page("networks/champions/index.html");
    let start = page.find("<main").expect("the main part begins");
    page[start..page.find("</main>").expect("it ends")].to_owned()
}

const CHAMPIONS: &str = "\
title: Champions
entries:
  - {name: Town desk, organisation: marlsea-council, area: south, role: Adviser, contact: desk@example.org}
  - {name: Surgery, organisation: The Surgery, area: north, contact: 01632 960010}
  - {name: Night team, organisation: marlsea-council, contact: Ask for the duty desk}
  - {name: Surgery, area: south, contact: \"javascript:alert(1)\", private: {name: Zebrafinch}}
";

#[test]
fn entries_stand_under_their_area_in_the_order_of_the_areas() {
    let page = page(CHAMPIONS);
    let places: Vec<usize> = ["id=\"area-north\"", "id=\"area-south\"", "id=\"area-whole\""]
        .map(|heading| page.find(heading).unwrap_or_else(|| panic!("no {heading} in {page}")))
        .into();
    assert!(places.is_sorted(), "{page}");
    assert!(page[places[0]..places[1]].contains("01632 960010"), "{page}");
    assert!(page[places[1]..places[2]].contains("Town desk"), "{page}");
    assert!(page[places[2]..].contains("Night team"), "{page}");
    assert!(page.contains("<a href=\"#area-south\">South Marlsea (2)</a>"), "{page}");
}

#[test]
fn organisations_lead_to_their_entries() {
    let page = page(CHAMPIONS);
    let start = page.find("id=\"part-organisations\"").expect("it is there");
    let council = page[start..].find("<dt>Marlsea Council</dt>").expect("a partner by its name");
    let dd = &page[start + council..];
    let dd = &dd[..dd.find("</dd>").expect("it ends")];
    assert!(
        dd.contains("<a href=\"#entry-town-desk\">Town desk</a>, <a href=\"#entry-night-team\">Night team</a>"),
        "{dd}"
    );
}

#[test]
fn two_of_one_name_have_places_of_their_own() {
    let page = page(CHAMPIONS);
    assert_eq!(page.matches("id=\"entry-surgery\"").count(), 1);
    assert_eq!(page.matches("id=\"entry-surgery.2\"").count(), 1);
}

#[test]
fn a_contact_is_a_link_where_it_is_an_address_or_a_number() {
    let page = page(CHAMPIONS);
    assert!(page.contains("<a href=\"mailto:desk@example.org\">desk<wbr>@example.org</a>"), "{page}");
    assert!(page.contains("<a href=\"tel:+441632960010\">01632 960010</a>"), "{page}");
    assert!(page.contains("<p>Ask for the duty desk</p>"), "{page}");
    assert!(!page.contains("href=\"javascript:"), "{page}");
    assert!(!page.contains("Zebrafinch"), "{page}");
}

#[test]
fn boxes_to_tick_know_areas_and_organisations() {
    let page = page(CHAMPIONS);
    assert!(page.contains("<fieldset data-filter=\"areas\"") && page.contains("value=\"north\""), "{page}");
    assert!(page.contains("<fieldset data-filter=\"organisations\""), "{page}");
    assert!(page.contains("value=\"the-surgery\""), "{page}");
    assert!(page.contains("data-areas=\"south\" data-organisations=\"marlsea-council\""), "{page}");
    // Without an organisation it is none's, without an area it is in all.
    assert!(page.contains("data-areas=\"south\" data-organisations=\"-\""), "{page}");
    assert!(page.contains("data-areas=\"\" data-organisations=\"marlsea-council\""), "{page}");
}

#[test]
fn a_network_of_one_place_needs_no_ways_about_it() {
    let page = page("title: Champions\nentries:\n  - {name: Library, area: north}\n");
    assert!(page.contains("Library") && !page.contains("class=\"jump\"") && !page.contains("<form"), "{page}");
}

#[test]
fn an_empty_network_says_so() {
    assert!(page("title: Champions\nentries: []\n").contains("No one is listed yet."));
}
