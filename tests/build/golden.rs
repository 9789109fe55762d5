//! A tiny site in, its files out. After a change that is meant, `INSTA_UPDATE=always cargo test` renews the pages.

use crate::support::site::{TestSite, course, page, plan, service};

fn tiny() -> TestSite {
    let helpline = "phone: [{number: 0808 200 0247, hours: 24/7, free: true}]\nhours: 24/7\nemergency: true\n";
    let action = "ref: 1.1\nleads: [safe-harbour]\ntimescale: By end of March 2027\nupdates:\n  \
                  - {date: 2026-07-01, status: on-track, text: We *chose* a number.}\n";
    let session =
        "sessions:\n  - date: 2026-12-03\n    start: \"09:30\"\n    end: \"12:30\"\n    venue: {name: Town Hall}\n";
    TestSite::new()
        .with_setting("helplines: [helpline]")
        .with("content/services/helpline.md", service(helpline))
        .with("content/plans/plan.yaml", plan(action))
        .with("content/training/first-steps.yaml", course(session))
        .with(
            "content/pages/about.md",
            page("We are [one of many](../services/helpline.md).\n\n## Who\n\n- Us\n- You\n"),
        )
        .with("content/redirects.yaml", "/old/: /about/\n")
        .built()
}

/// A text without the hashes of assets, which change with every colour.
fn without_hashes(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(['.', '"', '\n', '/']) {
        let hash = part
            .strip_suffix('.')
            .is_some_and(|hash| hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
        out += if hash { "HASH." } else { part };
    }
    out
}

#[test]
fn the_files_of_a_tiny_site() {
    insta::assert_snapshot!(without_hashes(&tiny().names().join("\n")), @r"
    .fingerpost-manifest.json
    404.html
    about/index.html
    accessibility/index.html
    assets/call-bar.HASH.js
    assets/exit.HASH.js
    assets/favicon.HASH.svg
    assets/filter.HASH.js
    assets/open-now.HASH.js
    assets/print.HASH.css
    assets/search-box.HASH.js
    assets/search-index.HASH.json
    assets/search.HASH.js
    assets/sessions.HASH.js
    assets/style.HASH.css
    data/hsds/v3/index.json
    data/hsds/v3/services/9d67b6bb-5fd5-5a58-b59c-4177a5af685b/index.json
    data/hsds/v3/services/index.json
    data/index.html
    data/services.csv
    data/services.json
    data/services.xlsx
    index.html
    old/index.html
    privacy/index.html
    robots.txt
    search/index.html
    services/a-z/index.html
    services/area/north/index.html
    services/area/south/index.html
    services/contact/call-now/index.html
    services/contact/phone/index.html
    services/coverage/index.html
    services/for/everyone/index.html
    services/handbook-to-print/index.html
    services/handbook/index.html
    services/handbook/talk/index.html
    services/helpline/index.html
    services/index.html
    services/need/talk/index.html
    sitemap.xml
    stay-safe-online/index.html
    strategy/index.html
    strategy/plan/board-paper/index.html
    strategy/plan/changes/index.html
    strategy/plan/early-help/1-1/index.html
    strategy/plan/early-help/index.html
    strategy/plan/exceptions/index.html
    strategy/plan/index.html
    strategy/plan/leads/index.html
    strategy/plan/leads/safe-harbour/index.html
    strategy/plan/plan.csv
    strategy/plan/plan.json
    strategy/plan/plan.xlsx
    strategy/plan/timeline/index.html
    strategy/plan/whole-plan/index.html
    training/calendar.ics
    training/first-steps/calendar.ics
    training/first-steps/first-steps-2026-12-03/index.html
    training/first-steps/first-steps-2026-12-03/session.ics
    training/first-steps/index.html
    training/for/professionals/index.html
    training/index.html
    training/level/awareness/calendar.ics
    training/level/awareness/index.html
    training/month/2026-12/index.html
    training/pathway/index.html
    training/programme/2026-27-q3/index.html
    training/programme/index.html
    training/sessions.csv
    training/sessions.json
    training/sessions.xlsx
    training/subscribe/index.html
    ");
}

/// What a page says, without what stands around it on every page.
fn main_part(html: &str) -> &str {
    let start = html.find("<main").expect("the main part begins");
    let end = html.find("</main>").expect("the main part ends");
    &html[start..end]
}

#[test]
fn a_whole_page_of_a_tiny_site() {
    insta::assert_snapshot!("service", without_hashes(&tiny().page("services/helpline/index.html")));
}

#[test]
fn the_pages_of_a_tiny_site() {
    let site = tiny();
    for (name, path) in [
        ("first_page", "index.html"),
        ("action", "strategy/plan/early-help/1-1/index.html"),
        ("session", "training/first-steps/first-steps-2026-12-03/index.html"),
        ("page", "about/index.html"),
        ("redirect", "old/index.html"),
    ] {
        insta::assert_snapshot!(name, main_part(&site.page(path)));
    }
}
