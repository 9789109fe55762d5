//! `fingerpost serve`, asked over real HTTP as a browser asks.

use crate::support::example::example;
use crate::support::preview::Preview;
use crate::support::site::{self, TestSite, page, service};

fn small_site() -> TestSite {
    TestSite::new()
        .with("content/services/helpline.md", service(""))
        .with("content/pages/about.md", page("First words.\n"))
}

#[test]
fn the_address_is_told_on_standard_output() {
    let preview = Preview::of(small_site());
    assert!(preview.address.starts_with("http://127.0.0.1:") && preview.address.ends_with('/'), "{}", preview.address);
}

#[test]
fn problems_are_printed_in_the_terminal_once() {
    let own = |title: &str, lines: &str| service(lines).replace("title: Helpline", &format!("title: {title}"));
    let preview = Preview::of(small_site().with("content/services/a.md", own("A", "phone: \"12\"\n")));
    assert!(
        preview.messages().starts_with("error[service/phone]: `12` is not a phone number"),
        "{}",
        preview.messages()
    );
    assert!(preview.messages().contains("\n1 error\n"), "{}", preview.messages());
    preview.site.write("content/services/b.md", own("B", "title_: x\n"));
    preview.wait_until(|| preview.messages().contains("there is no field `title_` here"));
    preview.wait_until(|| preview.messages().contains("\n2 errors in all\n"));
    assert_eq!(preview.messages().matches("`12` is not a phone number").count(), 1, "{}", preview.messages());
    preview.site.remove("content/services/a.md");
    preview.site.remove("content/services/b.md");
    preview.wait_until(|| preview.messages().contains("no problems left"));
}

#[test]
fn pages_are_answered_and_what_is_not_there_is_not() {
    let preview = Preview::of(small_site());
    for address in ["/", "/services/helpline/", "/about/", "/search/", "/404.html"] {
        let reply = preview.get(address);
        assert_eq!((address, reply.status), (address, 200));
        assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"));
    }
    let missing = preview.get("/nowhere/");
    assert_eq!(missing.status, 404);
    assert!(missing.body.contains("data-kind="), "it is the site's own page");
    assert_eq!(preview.get("/sitemap.xml").header("content-type"), Some("application/xml; charset=utf-8"));
}

#[test]
fn a_page_is_the_page_of_a_build_but_for_the_reload() {
    let site = small_site().built();
    let files = site.files();
    let preview = Preview::of(site);
    let mut compared = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| !name.starts_with(".fingerpost")) {
        let reply = preview.get(&format!("/{}", name.strip_suffix("index.html").unwrap_or(name)));
        let shown = if site::is_page(name) { without_reload(&reply.body).into_bytes() } else { reply.bytes };
        assert!(shown == *bytes, "{name} differs");
        compared += 1;
    }
    assert!(compared > 20, "{compared} files");
}

/// A page without the elements that the preview adds.
fn without_reload(page: &str) -> String {
    let start = page.find("<link rel=\"stylesheet\" href=\"/.fingerpost/").expect("the preview added its style");
    let end = page.find("</head>").expect("the head ends");
    assert!(page[start..end].contains("/.fingerpost/preview.js"));
    format!("{}{}", &page[..start], &page[end..])
}

/// The parts of a page that the styleguide must show.
const PARTS: [&str; 13] = [
    "around",
    "boards",
    "calendar",
    "card",
    "chart",
    "colours",
    "facets",
    "filter",
    "mark",
    "notice",
    "pagination",
    "table",
    "timeline",
];

#[test]
fn what_pages_are_made_of_is_shown_before_a_build_and_never_in_one() {
    let built = example();
    assert!(!built.files.keys().any(|name| name.contains("styleguide")), "a build does not have it");
    assert!(!built.page("sitemap.xml").contains("styleguide"));
    let preview = Preview::of(TestSite::example());
    let reply = preview.get("/styleguide/");
    assert_eq!(reply.status, 200);
    assert_eq!(preview.get("/styleguide").header("location"), Some("/styleguide/"));
    assert!(reply.body.contains("<meta name=\"robots\" content=\"noindex\">"));
    for part in PARTS {
        let shown =
            reply.body.split(&format!("data-part=\"{part}\"")).nth(1).and_then(|rest| rest.split("</section>").next());
        let shown = shown.unwrap_or_else(|| panic!("there is `{part}`"));
        assert!(!shown.contains(" yet.</p>"), "the example site has an example of `{part}`");
    }
    for mark in ["red", "amber", "green", "blue", "none"] {
        assert!(reply.body.contains(&format!("class=\"rating\" data-rating=\"{mark}\"")), "{mark}");
    }
    for around in
        ["class=\"exit-this-page\"", "class=\"site-header\"", "class=\"crumbs\"", "emergency-band", "class=\"pages\""]
    {
        assert!(reply.body.contains(around), "{around}");
    }
}

#[test]
fn a_page_of_the_site_comes_before_the_styleguide() {
    let preview = Preview::of(small_site().with("content/pages/styleguide.md", page("Our own.\n")));
    assert!(preview.get("/styleguide/").body.contains("Our own."));
    let empty = Preview::of(TestSite::new());
    assert_eq!(empty.get("/styleguide/").status, 200, "a site with nothing in it has it too");
}

#[test]
fn an_edit_is_soon_on_the_page() {
    let preview = Preview::of(small_site());
    assert!(preview.get("/about/").body.contains("First words."));
    preview.site.write("content/pages/about.md", page("Second words.\n"));
    preview.wait_until(|| preview.get("/about/").body.contains("Second words."));
    preview.site.write("content/pages/new.md", page("A new page.\n"));
    preview.wait_until(|| preview.get("/new/").status == 200);
    preview.site.remove("content/pages/new.md");
    preview.wait_until(|| preview.get("/new/").status == 404);
}

#[test]
fn an_error_is_told_while_the_last_good_page_stays() {
    let preview = Preview::of(small_site());
    assert_eq!(preview.get("/.fingerpost/problems").body, "[]");
    preview.site.write("content/pages/about.md", page("Second words.\n\n# Too loud\n"));
    // A file that is being written may be seen empty, and told so, for a moment.
    preview.wait_until(|| preview.get("/.fingerpost/problems").body.contains("page/body"));
    let problems: serde_json::Value = serde_json::from_str(&preview.get("/.fingerpost/problems").body).expect("JSON");
    let problem = &problems[0];
    assert_eq!(
        (&problem["path"], &problem["line"], &problem["column"]),
        (&"content/pages/about.md".into(), &6.into(), &1.into())
    );
    assert_eq!((&problem["severity"], &problem["code"]), (&"error".into(), &"page/body".into()));
    let shown = preview.get("/about/");
    assert!(shown.status == 200 && shown.body.contains("First words."), "{}", shown.body);
    preview.site.write("content/pages/about.md", page("Third words.\n"));
    preview.wait_until(|| preview.get("/about/").body.contains("Third words."));
    assert_eq!(preview.get("/.fingerpost/problems").body, "[]");
}

#[test]
fn a_site_that_never_was_sound_shows_what_is_wrong_and_then_its_pages() {
    let preview = Preview::of(small_site().with("content/pages/about.md", page("# Too loud\n")));
    let reply = preview.get("/about/");
    assert_eq!(reply.status, 503);
    assert!(reply.body.contains("content/pages/about.md:4:1"), "{}", reply.body);
    preview.site.write("content/pages/about.md", page("Calm words.\n"));
    preview.wait_until(|| preview.get("/about/").body.contains("Calm words."));
}

#[test]
fn a_template_that_fails_is_told_while_the_last_good_page_stays() {
    let preview = Preview::of(small_site());
    preview.site.write("templates/page.html", "<p>\n{{ view.unheard_of }}\n");
    preview.wait_until(|| {
        preview.get("/about/");
        preview.get("/.fingerpost/problems").body.contains("templates/page.html")
    });
    preview.site.remove("templates/page.html");
    preview.wait_until(|| preview.get("/about/").body.contains("First words."));
}

#[test]
fn drafts_are_shown_and_nothing_private_is() {
    let secret =
        "title: Champions\nprivate: {note: Zebrafinch}\nentries: [{name: Library, nam: [private: Zebrafinch]}]\n";
    let preview = Preview::of(
        small_site().with("content/services/soon.md", service("draft: true\nprivate: {note: Zebrafinch}\n")),
    );
    let soon = preview.get("/services/soon/");
    assert_eq!(soon.status, 200);
    assert!(!soon.body.contains("Zebrafinch"));
    preview.site.write("content/networks/a.yaml", secret);
    preview.wait_until(|| preview.get("/.fingerpost/problems").body != "[]");
    assert!(!preview.get("/.fingerpost/problems").body.contains("Zebrafinch"));
}

#[test]
fn what_readers_do_not_see_yet_says_so() {
    let news = "---\ntitle: Our fair\ndate: 2027-01-10\nsummary: Come.\n---\nText.\n";
    let preview = Preview::of(
        small_site()
            .with("content/services/soon.md", service("draft: true\n").replace("Helpline", "Soon"))
            .with("content/services/later.md", service("publish_from: 2026-12-07\n").replace("Helpline", "Later"))
            .with("content/updates/fair.md", news),
    );
    for (path, words) in [
        ("/services/soon/", "This is a draft. Only the preview shows it."),
        ("/services/later/", "This appears on Monday 7 December 2026. Until then, only the preview shows it."),
        ("/updates/fair/", "This appears on Sunday 10 January 2027."),
    ] {
        assert!(preview.get(path).body.contains(words), "{path}");
    }
    assert!(!preview.get("/").body.contains("only the preview"));
}

#[test]
fn it_can_only_be_read_and_only_under_this_computers_names() {
    let preview = Preview::of(small_site());
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(preview.ask(method, "/", &preview.host()).status, 405, "{method}");
    }
    // With the preview's own port, so that it is the name which is refused.
    let foreign = preview.host().replace("127.0.0.1", "evil.example");
    assert_ne!(foreign, preview.host());
    assert_eq!(preview.ask("GET", "/", &foreign).status, 421);
    assert_eq!(preview.ask("GET", "/.fingerpost/problems", &foreign).status, 421);
    assert_eq!(preview.ask("GET", "/", &preview.host().replace("127.0.0.1", "localhost")).status, 200);
}

#[test]
fn no_address_leads_out_of_the_site() {
    let preview = Preview::of(small_site());
    for address in [
        "/../content/site.yaml",
        "/content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/..%2fcontent%2fsite.yaml",
        "/services/..%5c..%5ccontent/site.yaml",
        "//etc/passwd",
        "/etc/passwd",
        "/files/../../content/site.yaml",
    ] {
        let reply = preview.get(address);
        assert!(reply.status == 400 || reply.status == 404, "{address}: {}", reply.status);
        assert!(!reply.body.contains("base_url") && !reply.body.contains("root:"), "{address}");
    }
}

#[test]
fn a_site_under_a_path_is_shown_under_that_path() {
    let settings = TestSite::new().read("content/site.yaml").replace("example.org/", "example.org/under/path/");
    let preview = Preview::of(small_site().with("content/site.yaml", settings));
    assert!(preview.address.ends_with("/under/path/"), "{}", preview.address);
    assert_eq!(preview.get("/under/path/about/").status, 200);
    let redirect = preview.get("/");
    assert_eq!((redirect.status, redirect.header("location")), (302, Some("/under/path/")));
}

#[test]
fn nothing_is_written() {
    let preview = Preview::of(small_site());
    preview.get("/");
    let names: Vec<_> =
        std::fs::read_dir(preview.site.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["content"]);
}
