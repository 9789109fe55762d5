//! The example site, walked as a person without JavaScript on a narrow phone would: each press is on a link or on what
//! unfolds it. No service may be more than three presses from the home page, by any of the ways that fit it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::example::example;

/// The most presses that may lie between the home page and a service.
const MOST: u32 = 3;

/// What a service's file says of how it is found.
#[derive(serde::Deserialize)]
struct Written {
    needs: Vec<String>,
    audiences: Vec<String>,
    #[serde(default)]
    areas: Vec<String>,
    phone: Option<serde_json::Value>,
    text_number: Option<String>,
    webchat: Option<String>,
    email: Option<String>,
    #[serde(default)]
    emergency: bool,
    #[serde(default)]
    location: BTreeMap<String, serde_json::Value>,
    status: Option<String>,
    #[serde(default)]
    behaviour_change: bool,
}

/// The words of the example that mean people who harm others, and help for them.
const OWN_BEHAVIOUR: [&str; 2] = ["/services/need/change-behaviour/", "/services/for/using-abuse/"];

impl Written {
    /// The pages of the directory on which the service must stand.
    fn lists(&self, areas: &[String]) -> Vec<String> {
        let own =
            |kind: &str, ids: &[String]| ids.iter().map(|id| format!("/services/{kind}/{id}/")).collect::<Vec<_>>();
        let areas = if self.areas.is_empty() { areas } else { &self.areas };
        let mut lists = [own("need", &self.needs), own("for", &self.audiences)].concat();
        // Nobody who is harmed is to meet it in a list of help.
        lists.retain(|list| !self.behaviour_change || OWN_BEHAVIOUR.contains(&list.as_str()));
        lists.extend(own("area", areas));
        lists.push("/services/a-z/".to_owned());
        if self.status.as_deref().is_none_or(|status| status == "open") {
            lists.extend(self.contact().into_iter().map(|way| format!("/services/contact/{way}/")));
        }
        lists
    }

    fn contact(&self) -> Vec<&'static str> {
        let phones = match &self.phone {
            Some(serde_json::Value::Array(phones)) => phones.clone(),
            Some(phone) => vec![phone.clone()],
            None => Vec::new(),
        };
        let is_textphone = |phone: &serde_json::Value| phone.get("textphone").is_some_and(|flag| flag == true);
        let voice = phones.iter().any(|phone| !is_textphone(phone));
        let text = self.text_number.is_some() || self.webchat.is_some() || phones.iter().any(is_textphone);
        let place = self.location.contains_key("address") || self.location.contains_key("postcode");
        let all = [
            ("call-now", self.emergency),
            ("phone", voice),
            ("text-or-chat", text),
            ("email", self.email.is_some()),
            ("in-person", place),
        ];
        all.into_iter().filter(|(_, fits)| *fits).map(|(way, _)| way).collect()
    }
}

/// The services of the example that are published on the day, by their addresses.
fn written() -> BTreeMap<String, Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/services");
    let files = fs::read_dir(folder).expect("the example is there").map(|file| file.expect("it can be read").path());
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("it can be read");
        let front = text.split("---").nth(1).expect("it has its lines");
        let written = serde_saphyr::from_str(front).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (format!("/services/{}/", path.file_stem().expect("it has a name").to_string_lossy()), written)
    };
    files.map(read).collect()
}

/// How many presses each link of a page takes, at least: one, one more for each fold it lies in, and one for the menu.
/// Only what is in `main` and in the site's navigation counts, for nobody looks in the footer first.
fn links(html: &str) -> BTreeMap<String, u32> {
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    let (mut folds, mut counts, mut menu) = (Vec::new(), false, 0);
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().expect("the first part is there");
        match tag.split([' ', '\n']).next().expect("the first part is there") {
            "main" => (counts, menu) = (true, 0),
            "nav" if !counts => (counts, menu) = (true, u32::from(tag.contains("\"Main\""))),
            "/main" => counts = false,
            "/nav" if menu > 0 => counts = false,
            "details" => folds.push(!tag.split(' ').any(|word| word == "open")),
            "/details" => folds.truncate(folds.len().saturating_sub(1)),
            "a" if counts => {
                let address = tag.split("href=\"").nth(1).and_then(|rest| rest.split(['"', '#']).next());
                let folded = folds.iter().filter(|folded| **folded).count();
                let presses = 1 + menu + u32::try_from(folded).expect("few folds");
                if let Some(address) = address.filter(|address| address.starts_with('/')) {
                    let known = found.entry(address.to_owned()).or_insert(presses);
                    *known = presses.min(*known);
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_service_is_at_most_three_presses_away_by_each_way_that_fits_it() {
    let site = example();
    let file = |address: &str| format!("{}index.html", &address[1..]);
    let page = |address: &str| links(site.page(&file(address)));
    let from_home = page("/");
    let area = |address: &&String| address.starts_with("/services/area/");
    let areas: Vec<String> =
        from_home.keys().filter(area).map(|address| address.split('/').nth(3).expect("its id").to_owned()).collect();
    assert_eq!(areas.len(), 6, "every area is named on the home page");
    let mut lists: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    let (mut faults, mut ways) = (Vec::new(), 0);
    let services = written();
    for (address, service) in &services {
        if !site.files.contains_key(&file(address)) {
            continue;
        }
        for list in service.lists(&areas) {
            ways += 1;
            let there = from_home.get(&list).copied();
            let onward = lists.entry(list.clone()).or_insert_with(|| page(&list)).get(address).copied();
            match there.zip(onward) {
                Some((there, onward)) if there + onward <= MOST => {}
                Some((there, onward)) => faults.push(format!("{address} by {list}: {there} + {onward} presses")),
                None => faults.push(format!("{address} by {list}: {there:?}, {onward:?}")),
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(ways > 700, "{ways} ways to {} services", services.len());
}

#[test]
fn presses_on_folds_and_the_menu_are_counted() {
    let page = "<nav aria-label=\"Main\"><a href=\"/menu/\"></a></nav><main><a href=\"/plain/\"></a><details>\
                <summary></summary><a href=\"/folded/\"></a><details><a href=\"/twice/\"></a></details></details>\
                <details open><a href=\"/open/#x\"></a></details></main><a href=\"/footer/\"></a>";
    let found: Vec<(String, u32)> = links(page).into_iter().collect();
    let expected = [("/folded/", 2), ("/menu/", 2), ("/open/", 1), ("/plain/", 1), ("/twice/", 3)];
    assert_eq!(found, expected.map(|(address, presses)| (address.to_owned(), presses)));
}
