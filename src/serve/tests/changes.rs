//! How a change reaches the browser.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::browser::{Listening, PATIENCE, Running};
use super::fake::FakePreview;

const EVENTS: &str = "/.fingerpost/events";

/// A preview whose watcher is at work, and a browser that listens.
fn watched(pages: &[(&str, &str)]) -> (Running, Listening) {
    let running = Running::new(FakePreview::new("/", pages));
    // The look at everything comes when all is watched.
    wait_until(|| !running.preview.refreshes().is_empty());
    let mut listening = running.listen(EVENTS);
    listening.next();
    (running, listening)
}

fn wait_until(condition: impl Fn() -> bool) {
    let begun = Instant::now();
    while !condition() {
        assert!(begun.elapsed() < PATIENCE, "it never happened");
        sleep(Duration::from_millis(1));
    }
}

/// Asks until the page shows what it should: between two saved files, the first may already be on screen.
fn wait_for_page(running: &Running, target: &str, text: &str) {
    wait_until(|| running.get(target).body.ends_with(text));
}

#[test]
fn whoever_listens_is_told_at_once_where_the_preview_stands() {
    let running = Running::new(FakePreview::new("/", &[("index.html", "<head></head>home")]));
    let (_, page) = running.listen(EVENTS).next();
    assert_eq!(page, running.get("/").stamp());
    let response = running.ask("HEAD", EVENTS);
    assert_eq!(response.headers("content-type"), ["text/event-stream"]);
}

#[test]
fn a_saved_change_is_told_and_shown_at_once() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>old")]);
    let before = running.get("/").stamp().to_owned();
    running.preview.save("index.html", "<head></head>new");
    let (_, page) = listening.next();
    assert_ne!(page, before);
    let response = running.get("/");
    assert_eq!(response.stamp(), page);
    assert!(response.body.ends_with("new"));
    // Named by the event, not found by the look at everything that comes every second.
    let file = running.preview.content().join("index.html");
    assert_eq!(running.preview.refreshes()[1], Some(vec![file]));
}

#[test]
fn a_file_that_is_written_in_place_is_shown_in_the_end() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>old")]);
    for text in ["one", "two", "three"] {
        let file = running.preview.content().join("index.html");
        fs::write(file, format!("<head></head>{text}")).unwrap();
        listening.next();
        wait_for_page(&running, "/", text);
    }
}

#[test]
fn a_file_that_is_saved_by_renaming_is_noticed_time_and_again() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>old")]);
    for text in ["one", "two", "three"] {
        let temporary = running.preview.content().join("index.html.tmp");
        fs::write(&temporary, format!("<head></head>{text}")).unwrap();
        fs::rename(&temporary, running.preview.content().join("index.html")).unwrap();
        listening.next();
        wait_for_page(&running, "/", text);
    }
}

#[test]
fn files_in_new_folders_are_noticed() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>home")]);
    running.preview.save("a/b/c/index.html", "deep");
    listening.next();
    wait_for_page(&running, "/a/b/c/", "</script>");
    running.preview.save("a/b/c/index.html", "<head></head>deeper");
    wait_for_page(&running, "/a/b/c/", "deeper");
    fs::remove_dir_all(running.preview.content().join("a")).unwrap();
    wait_until(|| running.get("/a/b/c/").status == 404);
}

#[test]
fn a_replaced_folder_is_watched_anew() {
    let (running, _listening) = watched(&[("index.html", "<head></head>home")]);
    let content = running.preview.content();
    fs::rename(&content, content.with_file_name("content.old")).unwrap();
    running.preview.save("index.html", "<head></head>replaced");
    wait_for_page(&running, "/", "replaced");
    running.preview.save("index.html", "<head></head>and changed");
    wait_for_page(&running, "/", "and changed");
    fs::remove_dir_all(&content).unwrap();
    wait_until(|| running.get("/").status == 404);
    running.preview.save("index.html", "<head></head>made again");
    wait_for_page(&running, "/", "made again");
    running.preview.save("index.html", "<head></head>and changed again");
    wait_for_page(&running, "/", "and changed again");
}

#[test]
fn a_watched_folder_may_come_later() {
    let (running, _listening) = watched(&[("index.html", "<head></head>home")]);
    let templates = running.preview.content().with_file_name("templates");
    fs::create_dir(&templates).unwrap();
    wait_until(|| running.preview.refreshes().len() > 1);
    let page = templates.join("page.html");
    wait_until(|| {
        // Written again and again, since the folder may not be watched yet.
        fs::write(&page, "text").unwrap();
        running.preview.refreshes().contains(&Some(vec![page.clone()]))
    });
}

#[test]
fn reading_and_looking_make_no_refresh() {
    let (running, _listening) = watched(&[("index.html", "<head></head>home")]);
    fs::read(running.preview.content().join("index.html")).unwrap();
    fs::write(running.preview.content().with_file_name("elsewhere.txt"), "text").unwrap();
    running.get("/");
    sleep(Duration::from_millis(100));
    assert_eq!(running.preview.refreshes().len(), 1);
}

#[test]
fn several_changes_at_once_are_one_refresh() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>home")]);
    let begun = Instant::now();
    for number in 0..20 {
        running.preview.save(&format!("page-{number}.html"), "text");
    }
    listening.next();
    wait_until(|| running.get("/page-19.html").status == 200);
    // On a busy machine the changes come one by one; but before each look it has been quiet for two milliseconds.
    let most = 2 + begun.elapsed().as_millis() / 2;
    let refreshes = running.preview.refreshes().len();
    assert!(refreshes as u128 <= most, "{refreshes}, at most {most}");
}

#[test]
fn errors_leave_the_last_good_page_and_are_told_as_json() {
    let (running, mut listening) = watched(&[("index.html", "<head></head>good")]);
    let good = running.get("/").stamp().to_owned();
    running.preview.save("index.html", "FAULT <script>alert(1)</script>");
    let (generation, page) = listening.next();
    assert_ne!(generation, good);
    assert_eq!(page, good, "the page need not be fetched again");
    assert!(running.get("/").body.ends_with("good"));

    let response = running.get("/.fingerpost/problems");
    assert_eq!(response.headers("content-type"), ["application/json"]);
    assert_eq!(response.headers("x-content-type-options"), ["nosniff"]);
    let problems: serde_json::Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(problems[0]["severity"], "error");
    assert_eq!(problems[0]["path"], "content/index.html");
    assert_eq!(problems[0]["source"], "FAULT <script>alert(1)</script>");

    running.preview.save("index.html", "<head></head>mended");
    let (_, page) = listening.next();
    assert_ne!(page, good);
    assert!(running.get("/").body.ends_with("mended"));
    assert_eq!(running.get("/.fingerpost/problems").body, "[]");
}

#[test]
fn a_site_that_was_never_good_shows_its_problems_escaped() {
    let (running, mut listening) = watched(&[("index.html", "FAULT <script>alert(1)</script>")]);
    let response = running.get("/");
    assert_eq!(response.status, 503);
    assert_eq!(response.body.matches("<script").count(), 1, "{}", response.body);
    assert!(response.body.contains("FAULT &lt;script&gt;alert(1)"), "{}", response.body);
    assert!(response.body.contains("a fault in `&lt;b&gt;&amp;&quot;&#39;`"), "{}", response.body);
    assert!(response.body.contains("content/index.html:1:2"), "{}", response.body);
    assert!(response.body.contains("help: take it out"), "{}", response.body);
    running.preview.save("index.html", "<head></head>good");
    let (generation, _) = listening.next();
    assert_ne!(response.stamp(), generation, "the page of problems is fetched again");
    wait_for_page(&running, "/", "good");
}
