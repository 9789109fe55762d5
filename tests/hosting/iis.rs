//! `web.config`, read as XML: IIS runs on Windows alone.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::odd_addresses::odd_site;
use super::promise;
use super::servers::small_site;

/// The elements that the file may use, each below the one named. All of them come with IIS; `rewrite` does not.
const KNOWN: [(&str, &str); 26] = [
    ("configuration", ""),
    ("system.webServer", "configuration"),
    ("location", "configuration"),
    ("system.webServer", "location"),
    ("directoryBrowse", "system.webServer"),
    ("defaultDocument", "system.webServer"),
    ("files", "defaultDocument"),
    ("clear", "files"),
    ("add", "files"),
    ("httpErrors", "system.webServer"),
    ("remove", "httpErrors"),
    ("error", "httpErrors"),
    ("security", "system.webServer"),
    ("requestFiltering", "security"),
    ("hiddenSegments", "requestFiltering"),
    ("remove", "hiddenSegments"),
    ("add", "hiddenSegments"),
    ("staticContent", "system.webServer"),
    ("remove", "staticContent"),
    ("mimeMap", "staticContent"),
    ("httpProtocol", "system.webServer"),
    ("customHeaders", "httpProtocol"),
    ("remove", "customHeaders"),
    ("add", "customHeaders"),
    ("httpRedirect", "system.webServer"),
    ("httpRedirect", "location"),
];

/// An element with the path that it is for.
struct Element {
    location: String,
    name: String,
    within: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

/// Every element of the file, which has to be whole.
fn elements(text: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut open, mut location, mut found) = (Vec::<String>::new(), String::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}"));
        let (start, is_open) = match &event {
            Event::Start(start) => (start, true),
            Event::Empty(start) => (start, false),
            Event::End(_) => {
                if open.pop().as_deref() == Some("location") {
                    location.clear();
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let name = start.name().as_ref().to_owned();
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap_or_else(|error| panic!("{error}"));
            let value = quick_xml::escape::unescape(&attribute.value).expect("it is text").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        let element = Element {
            location: location.clone(),
            within: open.last().cloned().unwrap_or_default(),
            attributes: attributes.collect(),
            name: name.clone(),
        };
        if name == "location" {
            element.get("path").clone_into(&mut location);
        }
        found.push(element);
        if is_open {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

fn checked(text: &str) -> Vec<Element> {
    let elements = elements(text);
    for element in &elements {
        assert!(KNOWN.contains(&(&element.name, &element.within)), "{} in {}", element.name, element.within);
    }
    elements
}

#[test]
fn every_header_and_type_is_there_and_none_is_added_twice() {
    let elements = checked(&small_site().page("web.config"));
    let at = |location: &'static str, within: &'static str| {
        let all = elements.iter().filter(move |one| one.location == location && one.within == within);
        all.filter(|one| one.name != "remove" && one.name != "clear")
    };
    let headers: Vec<_> = at("", "customHeaders").map(|one| (one.get("name"), one.get("value"))).collect();
    for (name, value) in promise::EVERYWHERE {
        assert_eq!(headers.iter().filter(|header| **header == (name, value)).count(), 1, "{name}");
    }
    assert!(headers.contains(&("Cache-Control", "no-store")));
    let assets: Vec<_> = at("assets", "customHeaders").map(|one| (one.get("name"), one.get("value"))).collect();
    assert_eq!(assets, [("Cache-Control", "public, max-age=31536000, immutable")]);
    for open in ["data", "files/dates.ics"] {
        assert!(at(open, "customHeaders").any(|one| one.get("name") == "Access-Control-Allow-Origin"), "{open}");
    }
    let types: Vec<_> = at("", "staticContent").map(|one| (one.get("fileExtension"), one.get("mimeType"))).collect();
    for known in [
        (".html", "text/html; charset=utf-8"),
        (".ics", "text/calendar; charset=utf-8"),
        (".json", "application/json"),
        (".csv", "text/csv; charset=utf-8"),
    ] {
        assert!(types.contains(&known), "{known:?} in {types:?}");
    }
    assert!(at("updates/feed.xml", "staticContent").any(|one| one.get("mimeType").starts_with("application/atom+xml")));
    let names: Vec<_> = at("data", "files").map(|one| one.get("value")).collect();
    assert_eq!(names, ["index.html", "index.json"]);
    assert!(at("", "hiddenSegments").any(|one| one.get("segment") == ".fingerpost-manifest.json"));
    let missing: Vec<_> = at("", "httpErrors").map(|one| (one.get("statusCode"), one.get("path"))).collect();
    assert_eq!(missing, [("404", "404.html")]);
}

#[test]
fn to_add_what_the_server_has_already_is_no_error() {
    let elements = checked(&small_site().page("web.config"));
    for (place, one) in elements.iter().enumerate().filter(|(_, one)| one.name == "add" || one.name == "mimeMap") {
        let key = ["name", "fileExtension", "segment"].into_iter().find(|key| !one.get(key).is_empty());
        let Some(key) = key else { continue };
        let before = &elements[place - 1];
        assert_eq!((before.name.as_str(), before.get(key)), ("remove", one.get(key)));
    }
}

#[test]
fn old_addresses_lead_on() {
    let elements = checked(&small_site().page("web.config"));
    let redirects: Vec<_> = elements.iter().filter(|one| one.name == "httpRedirect").collect();
    let found: Vec<_> = redirects.iter().map(|one| (one.location.as_str(), one.get("destination"))).collect();
    assert!(found.contains(&("find-help", "/services/")), "{found:?}");
    assert!(redirects.iter().all(|one| one.get("httpResponseStatus") == "Permanent"));
}

#[test]
fn odd_addresses_stay_in_their_places() {
    let elements = checked(&odd_site().page("web.config"));
    for one in elements.iter().filter(|one| one.name == "httpRedirect") {
        assert!(!one.location.contains(['<', '"', '*', '?', '%', '&', '|']), "{}", one.location);
        assert!(one.get("destination").bytes().all(|byte| byte.is_ascii_graphic() && !b"{}$\"'<>".contains(&byte)));
    }
}
