//! Old addresses and names of files as people have them, full of signs that hosts' files give a meaning to: none may
//! break out of its place, and each has to lead where it should.

use std::fs;

use super::server::{Kind, Server, open_to_all};
use crate::support::http::Answer;
use crate::support::preview::Preview;
use crate::support::site::TestSite;

/// Old paths as they are written in `redirects.yaml`, each with what a browser asks for.
const OLD: [(&str, &str); 19] = [
    ("/a b/", "/a%20b/"),
    ("/say \"hello\"/", "/say%20%22hello%22/"),
    ("/it's/", "/it's/"),
    ("/a$1b/", "/a$1b/"),
    ("/${HOME}/", "/$%7BHOME%7D/"),
    ("/%{HTTP_HOST}/", "/%25%7BHTTP_HOST%7D/"),
    ("/{R_0}/", "/%7BR_0%7D/"),
    ("/a%23b/", "/a%23b/"),
    ("/a;b/", "/a;b/"),
    ("/}; return 200 x;/", "/%7D;%20return%20200%20x;/"),
    ("/(a)*+[b]^|./", "/(a)*+[b]%5E%7C./"),
    ("/café/", "/caf%C3%A9/"),
    ("/tea%20room/", "/tea%20room/"),
    ("/100%25/", "/100%25/"),
    ("/<b>&amp;/", "/%3Cb%3E&amp;/"),
    ("/old.page.html", "/old.page.html"),
    ("/old,page/x=1&y/", "/old,page/x=1&y/"),
    ("/~someone/!/@/", "/~someone/!/@/"),
    ("/[R=200,L]/", "/%5BR=200,L%5D/"),
];

/// A file that they lead to, and its address.
const FILE: &str = "files/$1 %1 {R_0} 'a' \"b\" <c> & d;e.pdf";
const ADDRESS: &str = "/files/%241%20%251%20%7BR_0%7D%20%27a%27%20%22b%22%20%3Cc%3E%20%26%20d%3Be.pdf";

/// A site with all of them, for every host.
pub(crate) fn odd_site() -> TestSite {
    let quoted = |text: &str| serde_json::to_string(text).expect("a text becomes JSON, which YAML reads");
    let lines = OLD.iter().map(|(old, _)| format!("{}: {}\n", quoted(old), quoted(&format!("/{FILE}"))));
    TestSite::new()
        .with_setting("hosting: [netlify, cloudflare, apache, iis, nginx]")
        .with("content/redirects.yaml", lines.collect::<String>())
        .with(&format!("content/{FILE}"), "%PDF-1.7\n")
        .built()
}

fn faults(host: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (old, asked) in OLD {
        let answer = Answer::to(host, asked);
        let location = answer.all("location").concat();
        let path = location.strip_prefix(&format!("http://{host}")).unwrap_or(&location);
        if !matches!(answer.status, 301 | 302) || path != ADDRESS {
            faults.push(format!("{old}: {} {location}", answer.status));
        }
    }
    if Answer::to(host, ADDRESS).status != 200 {
        faults.push("the file itself is not found".to_owned());
    }
    faults
}

fn look(kind: Kind) {
    let site = odd_site();
    open_to_all(site.path());
    let Some(server) = Server::start(kind, &site.public(), &site.public()) else { return };
    let faults = faults(&server.host);
    assert!(faults.is_empty(), "{kind:?}: {faults:#?}\n{}", server.told());
}

#[test]
fn apache_follows_odd_addresses() {
    look(Kind::Apache);
}

#[test]
fn nginx_follows_odd_addresses() {
    look(Kind::Nginx);
}

#[test]
fn the_preview_follows_odd_addresses() {
    let preview = Preview::of(odd_site());
    let faults = faults(&preview.host());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn each_old_address_keeps_its_page_for_hosts_without_redirects() {
    let site = odd_site();
    for (old, asked) in OLD {
        let old = if asked.contains("%25") || asked.contains("%23") || asked.contains("%20r") { continue } else { old };
        let file = site.public().join(old.trim_start_matches('/')).join("index.html");
        let page = if old.ends_with('/') { file } else { site.public().join(&old[1..]) };
        assert!(fs::read_to_string(page).is_ok_and(|page| page.contains("http-equiv=\"refresh\"")), "{old}");
    }
}

#[test]
fn what_is_not_a_path_alone_is_refused() {
    let site = TestSite::new().with("content/redirects.yaml", "/page?id=3: /services/\n/a#b: /services/\n");
    let told = site.messages();
    assert!(told.contains("the old path `/page?id=3` has a part after `?`"), "{told}");
    assert!(told.contains("help: write `/a`"), "{told}");
}
