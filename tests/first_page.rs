//! The first page as the settings want it, and the foot of every page.

use crate::support::site::{TestSite, course, page, plan, service};

const DOORS: &str = "home:\n  intro: We help people in **Marlsea**.\n  doors:\n    - {title: Is this abuse?, link: pages/abuse.md, text: \
                     Signs to look for.}\n    - {title: I work with people, link: /training/}\n    - {title: All services, link: \
                     /services/}\n  order: [updates, doors, services]";

fn site() -> TestSite {
    TestSite::new()
        .with("content/services/helpline.md", service("phone: 01632 960123\n"))
        .with("content/pages/abuse.md", page("Words."))
        .with_setting("helplines: [helpline]")
}

fn home(site: TestSite) -> String {
    bare(&site.built().page("index.html"))
}

/// HTML without its quotes.
fn bare(html: &str) -> String {
    html.replace('"', "")
}

/// Where each of some words stands, all of which must be there.
fn places(text: &str, words: &[&str]) -> Vec<usize> {
    words.iter().map(|word| text.find(word).unwrap_or_else(|| panic!("`{word}` is not in {text}"))).collect()
}

#[test]
fn parts_stand_in_the_order_that_is_asked_for_and_help_is_never_left_out() {
    let news = "---\ntitle: Good news\ndate: 2026-11-01\nsummary: It is here.\n---\nText.\n";
    let home = home(site().with("content/updates/new.md", news).with_setting(DOORS));
    // There is no training yet, so that its door is not there.
    assert!(!home.contains("I work with people"), "{home}");
    let places = places(
        &home,
        &[
            "We help people in <strong>Marlsea</strong>",
            "In danger now?",
            "01632 960123",
            "Good news",
            "Signs to look for.",
            "id=part-ways",
        ],
    );
    assert!(places.is_sorted(), "{places:?}");
    assert!(!home.contains("Help with domestic abuse in Marlsea.</p>"), "the description gives way to the intro");
}

#[test]
fn without_a_word_in_the_settings_doors_lead_to_what_the_site_has() {
    let home = home(site().with("content/plans/plan.yaml", plan("")).with("content/training/a.yaml", course("")));
    let doors = home.split_once("class=doors").expect("there are doors").1.split_once("</nav>").expect("an end").0;
    let places = places(doors, &["Find support", "Training", "Our strategy"]);
    assert!(places.is_sorted(), "{places:?}");
    assert!(!doors.contains("What is new") && !doors.contains("Get help"), "{doors}");
}

#[test]
fn one_door_is_no_choice() {
    assert!(!home(site()).contains("class=doors"));
}

#[test]
fn a_door_that_leads_nowhere_is_an_error_and_so_is_a_part_that_is_not_known() {
    let told = site().with_setting("home: {doors: [{title: A, link: pages/b.md}], order: [helpline]}").messages();
    assert!(told.contains("error[link/broken]"), "{told}");
    assert!(told.contains("did you mean `helplines`?"), "{told}");
}

#[test]
fn the_foot_of_every_page_has_the_links_and_the_words_of_the_settings() {
    let footer = "footer: {links: [{title: Our reports, link: pages/abuse.md}, {title: News, link: /updates/}], text: \"Paid for by \
                  [the council](pages/abuse.md).\"}";
    let site = site().with_setting(footer).built();
    for name in ["index.html", "services/helpline/index.html", "404.html"] {
        let page = bare(&site.page(name));
        let foot = page.split_once("class=site-footer").expect("there is a foot").1;
        assert!(foot.contains("<a href=/abuse/>Our reports</a>"), "{foot}");
        assert!(foot.contains("Paid for by <a href=/abuse/>the council</a>."), "{foot}");
        assert!(!foot.contains("News"), "{foot}");
    }
}

#[test]
fn a_part_of_the_site_with_nothing_in_it_has_no_page_and_no_link() {
    let navigation = "navigation: [{title: Courses, link: /training/}, {title: Help, link: /services/}]";
    let built = site().with_setting(navigation).built();
    for list in ["training", "strategy", "updates"] {
        assert!(!built.names().iter().any(|name| *name == format!("{list}/index.html")), "{list}");
        assert!(!built.page("sitemap.xml").contains(list), "{list}");
    }
    let home = bare(&built.page("index.html"));
    assert!(home.contains(">Help</a>") && !home.contains(">Courses</a>"), "{home}");
    let with_course = site().with_setting(navigation).with("content/training/a.yaml", course("")).built();
    assert!(bare(&with_course.page("index.html")).contains("<a href=/training/>Courses</a>"));
}

#[test]
fn every_page_names_every_helpline_in_its_order() {
    let line = |name: &str, lines: &str| service(lines).replace("Helpline", name);
    let site = site()
        .with("content/services/b.md", line("Line B", "phone: 01632 960124\n"))
        .with("content/services/c.md", line("Line C", "phone: 01632 960125\n"))
        .with("content/services/d.md", line("Line D", "webchat: https://example.org/chat\n"));
    let settings = site.read("content/site.yaml").replace("[helpline]", "[c, helpline, d, b]");
    let site = site.with("content/site.yaml", settings).built();
    let page = site.page("abuse/index.html");
    let band = page.split_once("emergency-band").expect("it is there").1.split_once("</aside>").expect("an end").0;
    let places = places(band, &["01632 960125", "01632 960123", "Line D", "01632 960124"]);
    assert!(places.is_sorted(), "{band}");
}

#[test]
fn campaigns_that_run_or_are_to_come_stand_before_the_other_updates() {
    let campaign = |from: &str, until: &str| {
        format!(
            "---\ntitle: From {from}\ndate: 2026-11-01\nkind: campaign\nfrom: {from}\nuntil: {until}\n\
             documents: [{{title: A poster, url: \"https://example.org/poster.pdf\"}}]\n---\nWords.\n"
        )
    };
    let site = TestSite::new()
        .with("content/updates/a.md", campaign("2027-02-01", "2027-02-28"))
        .with("content/updates/b.md", campaign("2026-11-20", "2026-12-10"))
        .with("content/updates/c.md", campaign("2025-11-20", "2025-12-10"))
        .built();
    let page = site.page("updates/index.html");
    let (now, all) = page.split_once("All updates").expect("both parts");
    assert!(places(now, &["From 2026-11-20", "Now", "A poster", "From 2027-02-01", "To come"]).is_sorted(), "{now}");
    assert!(!now.contains("From 2025-11-20") && all.contains("From 2025-11-20"), "{page}");
}

#[test]
fn the_card_of_a_shared_page_says_nothing_of_danger_and_has_a_picture_only_if_one_is_named() {
    let of = |more: &str| {
        let site = TestSite::new().with("content/files/harbour.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        site.with_setting(more).with("content/services/a.md", service("")).built().page("services/a/index.html")
    };
    let page = of("search_engines: allow");
    assert!(
        page.contains("<meta property=\"og:description\" content=\"Information and services near you.\">"),
        "{page}"
    );
    assert!(!page.contains("og:image"), "{page}");
    let page = of("brand: {share: files/harbour.svg}");
    assert!(
        page.contains("<meta property=\"og:image\" content=\"https://www.example.org/files/harbour.svg\">"),
        "{page}"
    );
    let open = of("sensitive: false");
    let summary = "<meta name=\"description\" content=\"";
    let summary = open.split(summary).nth(1).and_then(|rest| rest.split('"').next()).expect("a description");
    assert!(open.contains(&format!("<meta property=\"og:description\" content=\"{summary}\">")), "{open}");
}
