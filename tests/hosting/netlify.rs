//! `_headers` and `_redirects`, read by the rules that Netlify and Cloudflare Pages have in common. Netlify's own readers
//! look at them in the browser tests.

use std::collections::BTreeMap;

use super::odd_addresses::odd_site;
use super::promise;
use super::servers::{UNDER_A_PATH, built_for};
use crate::support::site::TestSite;

/// Cloudflare's limits.
const MOST_RULES: usize = 100;
const LONGEST_LINE: usize = 2_000;
const LONGEST_REDIRECT: usize = 1_000;

/// A rule: a pattern with its headers.
type Rule = (String, Vec<(String, String)>);

/// Reads `_headers`; what is neither a comment, a pattern nor a header below a pattern is a fault.
fn rules(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        assert!(line.len() <= LONGEST_LINE, "{line}");
        if line.starts_with('/') {
            assert!(line.matches('*').count() <= 1 && !line.contains([' ', ':']), "{line}");
            rules.push((line.to_owned(), Vec::new()));
        } else {
            let header = line.strip_prefix("  ").and_then(|line| line.split_once(": "));
            let (name, value) = header.unwrap_or_else(|| panic!("not a header: {line}"));
            rules.last_mut().expect("a header is below a pattern").1.push((name.to_owned(), value.to_owned()));
        }
    }
    rules
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it is UTF-8")
}

fn meets(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => {
            path.len() >= before.len() + after.len() && path.starts_with(before) && path.ends_with(after)
        }
        None => pattern == path,
    }
}

/// The headers of a path; a header that two rules set would be joined by one host and chosen from by the other.
fn headers(rules: &[Rule], path: &str) -> BTreeMap<String, String> {
    let mut headers = BTreeMap::new();
    for (pattern, own) in rules.iter().filter(|(pattern, _)| meets(pattern, path)) {
        for (name, value) in own {
            let before = headers.insert(name.to_ascii_lowercase(), value.clone());
            assert_eq!(before, None, "{path}: `{pattern}` sets {name} again");
        }
    }
    headers
}

/// Reads `_redirects`: old address, new address, status.
fn redirects(text: &str) -> Vec<[String; 3]> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let parts = lines.map(|line| {
        assert!(line.len() <= LONGEST_REDIRECT, "{line}");
        let parts: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
        assert!(parts[0].starts_with('/') && parts[1].starts_with('/'), "{line}");
        parts.try_into().unwrap_or_else(|parts| panic!("three parts: {parts:?}"))
    });
    parts.collect()
}

#[test]
fn every_address_has_each_header_once() {
    for base in ["/", UNDER_A_PATH] {
        let files = built_for(base);
        let rules = rules(&text(&files["_headers"]));
        assert!(rules.len() <= MOST_RULES, "{} rules", rules.len());
        let hidden = ["_headers", "_redirects", "web.config", "nginx.conf"];
        let mut seen = 0;
        for name in files
            .keys()
            .filter(|name| !hidden.contains(&name.as_str()) && !name.contains("/.") && !name.starts_with('.'))
        {
            let path = format!("{base}{}", name.strip_suffix("index.html").unwrap_or(name)).replace(' ', "%20");
            let headers = headers(&rules, &path.replace('(', "%28").replace(')', "%29"));
            let is_asset = name.starts_with("assets/");
            assert_eq!(headers["cache-control"].contains("immutable"), is_asset, "{path}");
            assert_eq!(headers["cache-control"] == "no-store", !is_asset, "{path}");
            let is_open = name.starts_with("data/") || name.to_ascii_lowercase().ends_with(".ics");
            assert_eq!(headers.contains_key("access-control-allow-origin"), is_open, "{path}");
            for (name, value) in promise::EVERYWHERE {
                assert_eq!(headers.get(&name.to_ascii_lowercase()).map(String::as_str), Some(value), "{path}");
            }
            for denied in promise::DENIED {
                assert!(headers["permissions-policy"].contains(&format!("{denied}=()")), "{path}");
            }
            seen += 1;
        }
        assert!(seen > 300, "{seen} files");
    }
}

#[test]
fn old_addresses_lead_on_at_both_hosts() {
    let all = redirects(&text(&built_for("/")["_redirects"]));
    let to = |status: &str| {
        let found = all.iter().filter(|[_, _, own]| own == status);
        found.map(|[from, to, _]| (from.as_str(), to.as_str())).collect::<BTreeMap<_, _>>()
    };
    // Data is asked for without the name of a file.
    let folder = "/data/hsds/v3/services";
    assert_eq!(to("200").get(folder).copied(), Some(format!("{folder}/index.json").as_str()));
    // Netlify needs the mark, because a page stands at the old address; Cloudflare leaves such a line out.
    assert_eq!(to("301!"), to("301"));
    assert_eq!(to("301!").get("/find-help/"), Some(&"/services/"));
    assert_eq!(to("404!").get("/.fingerpost-manifest.json"), Some(&"/404.html"));
}

#[test]
fn one_host_alone_is_told_nothing_that_is_for_the_other() {
    let build = |host: &str| {
        let site = TestSite::new().with("content/redirects.yaml", "/old/: /services/\n");
        redirects(&site.with_setting(&format!("hosting: [{host}]")).built().page("_redirects"))
    };
    let statuses = |host: &str| build(host).into_iter().map(|[_, _, status]| status).collect::<Vec<_>>();
    assert!(statuses("netlify").iter().all(|status| status.ends_with('!')), "{:?}", statuses("netlify"));
    assert!(statuses("cloudflare").iter().all(|status| status.parse::<u16>().is_ok()), "{:?}", statuses("cloudflare"));
}

#[test]
fn odd_addresses_stay_in_their_places() {
    let site = odd_site();
    let all = redirects(&site.page("_redirects"));
    assert_eq!(all.iter().filter(|[_, _, status]| status == "301").count(), 19);
    for [from, to, _] in &all {
        let plain =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%&=,@+:".contains(&byte));
        assert!(plain(from) && plain(to) && !from.contains(':'), "{from} {to}");
    }
    rules(&site.page("_headers"));
}
