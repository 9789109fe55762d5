//! Every link of every page of the example site leads somewhere, also where the site lives under a path.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::example::{Built, under_a_path};

const PREFIX: &str = "/under/path/";

/// The example site under a path, as a host serves it.
struct Host {
    site: &'static Built,
}

impl Host {
    fn new() -> Self {
        Self { site: under_a_path() }
    }

    /// The file that a host serves at an address of the site.
    fn file_at(&self, address: &str) -> Option<&str> {
        let path = decoded(address.strip_prefix(PREFIX)?);
        let index = format!("{path}index.html");
        let is_folder = path.is_empty() || path.ends_with('/');
        self.site.files.get_key_value(if is_folder { &index } else { &path }).map(|(name, _)| name.as_str())
    }

    /// What is wrong with a link of a page, if anything.
    fn fault(&self, page: &str, link: &str, anchors: &BTreeMap<&str, BTreeSet<String>>) -> Option<String> {
        let link = unescaped(link);
        if let Some(anchor) = link.strip_prefix('#') {
            return (!anchors[page].contains(anchor)).then(|| format!("no part `{link}`"));
        }
        if let Some(rest) = link.strip_prefix("https://example.org") {
            return (self.file_at(rest).is_none()).then(|| format!("nothing at `{link}`"));
        }
        if let Some(rest) = link.strip_prefix("webcal://example.org") {
            return (self.file_at(rest).is_none()).then(|| format!("nothing at `{link}`"));
        }
        if ["https://", "http://", "mailto:", "tel:", "sms:"].iter().any(|scheme| link.starts_with(scheme)) {
            return None;
        }
        let (address, anchor) = link.split_once('#').map_or((link.as_str(), None), |(a, b)| (a, Some(b)));
        let Some(file) = self.file_at(address) else { return Some(format!("nothing at `{link}`")) };
        let found = anchor.is_none_or(|anchor| anchors[file].contains(anchor));
        (!found).then(|| format!("`{address}` has no part `{anchor:?}`"))
    }
}

/// The values of an attribute.
fn values(html: &str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value.to_owned()).collect()
}

fn unescaped(text: &str) -> String {
    let signs = [
        ("&#x2F;", "/"),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (sign, letter)| text.replace(sign, letter))
}

fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let pair = (byte == b'%').then(|| [rest.next(), rest.next()]);
        match pair {
            Some([Some(high), Some(low)]) => {
                let digits = String::from_utf8(vec![high, low]).expect("hexadecimal digits");
                bytes.push(u8::from_str_radix(&digits, 16).expect("hexadecimal digits"));
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn every_link_leads_to_a_file_and_to_a_part_of_it() {
    let host = Host::new();
    let anchors: BTreeMap<&str, BTreeSet<String>> =
        host.site.pages().map(|(name, html)| (name, values(html, "id").into_iter().collect())).collect();
    let mut faults = BTreeSet::new();
    let mut count = 0;
    for (name, html) in host.site.pages() {
        for attribute in ["href", "src", "action", "xlink:href", "data-index", "poster"] {
            for link in values(html, attribute) {
                count += 1;
                faults.extend(host.fault(name, &link, &anchors).map(|fault| format!("{name}: {fault}")));
            }
        }
    }
    assert!(count > 5_000, "{count} links");
    let told: Vec<&String> = faults.iter().take(20).collect();
    assert!(faults.is_empty(), "{} faults, such as {told:#?}", faults.len());
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (name, html) in under_a_path().pages() {
        for source in values(html, "src").iter().chain(&values(html, "srcset")) {
            assert!(source.starts_with(PREFIX), "{name}: {source}");
        }
        for tag in html.split("<link ").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
            let loads = !tag.contains("rel=\"canonical\"");
            let outside = tag.contains("href=\"http");
            assert!(!(loads && outside && !tag.contains("rel=\"alternate\"")), "{name}: {tag}");
        }
        assert!(!html.contains("style=\"") && !html.contains("<style"), "{name} has a style of its own");
        assert!(!html.contains(" onclick=") && !html.contains(" onload="), "{name} has a script of its own");
    }
}

#[test]
fn no_two_parts_of_a_page_have_one_id() {
    for (name, html) in under_a_path().pages() {
        let ids = values(html, "id");
        let different: BTreeSet<&String> = ids.iter().collect();
        let twice: Vec<&String> =
            different.into_iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{name}: {twice:?}");
    }
}

#[test]
fn every_page_can_be_left_and_is_reached_from_another() {
    let host = Host::new();
    let mut reached: BTreeSet<String> = ["index.html", "404.html"].map(str::to_owned).into();
    for (name, html) in host.site.pages() {
        let exits = html.matches("class=\"exit-this-page\"").count();
        assert_eq!(exits, 1, "{name}");
        let mut links = values(html, "href");
        links.extend(values(html, "action"));
        reached.extend(
            links.iter().filter_map(|link| host.file_at(unescaped(link).split('#').next()?)).map(str::to_owned),
        );
    }
    let redirects =
        host.site.pages().filter(|(_, html)| html.contains("http-equiv=\"refresh\"")).map(|(name, _)| name.to_owned());
    reached.extend(redirects);
    let lost: Vec<String> =
        host.site.pages().map(|(name, _)| name.to_owned()).filter(|name| !reached.contains(name)).collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[test]
fn the_lists_for_machines_name_pages_that_are_there() {
    let host = Host::new();
    let sitemap = host.site.page("sitemap.xml");
    let addresses: Vec<&str> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</loc>"))
        .map(|(address, _)| address)
        .collect();
    assert!(addresses.len() > 200, "{} addresses", addresses.len());
    for address in addresses {
        let path = address.strip_prefix("https://example.org").expect("it is the whole address");
        assert!(host.file_at(path).is_some(), "{address}");
    }
    let feed = host.site.page("updates/feed.xml");
    for address in values(feed, "href") {
        let path = address.strip_prefix("https://example.org").expect("it is the whole address");
        assert!(host.file_at(path).is_some(), "{address}");
    }
    let index = host.site.files.keys().find(|name| name.contains("search-index")).expect("there is an index");
    let index: serde_json::Value = serde_json::from_str(host.site.page(index)).expect("it is JSON");
    let documents = index["docs"].as_array().expect("it lists pages");
    assert!(documents.len() > 150, "{} pages", documents.len());
    for document in documents {
        let address = document[0].as_str().expect("the address comes first");
        assert!(host.file_at(address).is_some(), "{address}");
    }
}
