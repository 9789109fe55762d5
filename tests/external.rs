//! `check --external` asks other websites: here, websites that do everything that websites do wrong.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::site::{self, TestSite};

/// A website on this computer, and what it was asked for.
struct Website {
    port: u16,
    asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

impl Website {
    /// Answers each request with the head that `answer` makes of its method, its path and how often it was asked.
    fn new(answer: impl Fn(&str, &str, usize) -> String + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let asked: Arc<Mutex<Vec<(String, Instant)>>> = Arc::default();
        let heard = Arc::clone(&asked);
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, answer) = (Arc::clone(&heard), Arc::clone(&answer));
                thread::spawn(move || serve(stream, &heard, &*answer));
            }
        });
        Self { port, asked }
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("nobody panicked").iter().map(|(line, _)| line.clone()).collect()
    }
}

fn serve(mut stream: TcpStream, heard: &Mutex<Vec<(String, Instant)>>, answer: &dyn Fn(&str, &str, usize) -> String) {
    let mut lines = BufReader::new(stream.try_clone().expect("it can be shared")).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    lines.find(String::is_empty);
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let line = format!("{method} {path}");
    let times = {
        let mut heard = heard.lock().expect("nobody panicked");
        heard.push((line.clone(), Instant::now()));
        heard.iter().filter(|(one, _)| *one == line).count()
    };
    let reply = answer(method, path, times);
    if reply == "nothing" {
        thread::sleep(Duration::from_secs(60));
    }
    let _ = stream.write_all(format!("HTTP/1.1 {reply}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n").as_bytes());
}

fn a_site_with_links(links: &[String]) -> TestSite {
    let links: Vec<String> = links.iter().map(|link| format!("- [Look]({link})\n")).collect();
    TestSite::new()
        .with_setting("exit_url: https://weather.example/")
        .with("content/pages/links.md", site::page(&format!("\n{}", links.concat())))
}

#[test]
fn links_that_work_are_not_told() {
    let website = Website::new(|method, path, _| {
        let head = match (method, path) {
            // Many hosts do not know HEAD.
            ("HEAD", "/no-head") => "405 Method Not Allowed",
            ("HEAD", "/wrong-head") => "404 Not Found",
            (_, "/slash") => "301 Moved Permanently\r\nLocation: /slash/",
            (_, "/for-now") => "302 Found\r\nLocation: /elsewhere",
            _ => "200 OK",
        };
        head.to_owned()
    });
    let paths = ["/", "/page#part", "/no-head", "/wrong-head", "/slash", "/for-now"];
    let links: Vec<String> = paths.iter().map(|path| website.address(path)).collect();
    let run = a_site_with_links(&links).run("check", &["--external", "--strict"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(run.err.contains("checking 6 addresses on 1 other website; 1 link"), "{run:?}");
    assert!(!website.asked().iter().any(|line| line.contains("part")), "{:?}", website.asked());
}

#[test]
fn links_that_lead_astray_are_told_with_their_lines() {
    let website = Website::new(|_, path, times| {
        let head = match path {
            "/gone" => "404 Not Found",
            "/gone-for-good" => "410 Gone",
            "/moved" => "301 Moved Permanently\r\nLocation: /new",
            "/closed/page" => "302 Found\r\nLocation: /",
            "/members" => "302 Found\r\nLocation: /login?next=/members",
            "/circle" => "302 Found\r\nLocation: /round",
            "/round" => "302 Found\r\nLocation: /circle",
            "/script" => "302 Found\r\nLocation: javascript:alert(1)",
            "/guarded" => "403 Forbidden",
            "/ill" => "500 Internal Server Error",
            // HEAD, then twice GET: the third answer is sound.
            "/busy" if times == 1 => "503 Service Unavailable\r\nRetry-After: 1",
            "/nonsense" => "what?",
            _ => "200 OK",
        };
        head.to_owned()
    });
    let paths = [
        "/gone",
        "/gone-for-good",
        "/moved",
        "/closed/page",
        "/members",
        "/circle",
        "/script",
        "/guarded",
        "/ill",
        "/busy",
        "/nonsense",
    ];
    let mut links: Vec<String> = paths.iter().map(|path| website.address(path)).collect();
    links.push(format!("https://127.0.0.1:{}/no-certificate", website.port));
    let site = a_site_with_links(&links);
    let told = site.run("check", &["--external"]);
    assert_eq!(told.status, 0, "what others do stops no build: {told:?}");
    for (path, words) in [
        ("/gone", "is gone: the website answers 404"),
        ("/gone-for-good", "is gone: the website answers 410"),
        ("/moved", "has moved to"),
        ("/closed/page", "now leads to a home page"),
        ("/members", "asks people to sign in"),
        ("/circle", "its redirects lead round in a circle"),
        ("/script", "it sends readers to `javascript:alert(1)`"),
        ("/guarded", "the website refuses requests from programs (403)"),
        ("/ill", "the website has a fault (500)"),
        ("/nonsense", "its answer cannot be read"),
        ("/no-certificate", "does not answer"),
    ] {
        let line = told.err.lines().find(|line| line.contains(&format!("{path}` "))).unwrap_or_default();
        assert!(line.contains(words), "{path}: {line}\n{}", told.err);
    }
    assert!(!told.err.contains("/busy`"), "{}", told.err);
    assert!(told.err.contains("content/pages/links.md:6:"), "{}", told.err);
    assert_eq!(site.run("check", &["--external", "--strict"]).status, 1);
    let json = site.run("check", &["--external", "--format", "json"]).out;
    assert!(json.contains("external/gone") && !json.contains("external/unsaid"), "{json}");
}

#[test]
fn a_host_is_asked_once_a_day_slowly_and_not_at_all_when_it_is_away() {
    let website = Website::new(|_, _, _| "200 OK".to_owned());
    let hanging = Website::new(|_, _, _| "nothing".to_owned());
    let away = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let links = [
        website.address("/a"),
        website.address("/b"),
        website.address("/b#c"),
        hanging.address("/a"),
        hanging.address("/b"),
        format!("http://127.0.0.1:{away}/"),
        "https://www.example.org/nobody".to_owned(),
    ];
    let site = a_site_with_links(&links);
    let told = site.run("check", &["--external"]).err;
    assert!(told.contains("checking 5 addresses on 3 other websites; 2 links to example names skipped"), "{told}");
    assert_eq!(told.matches("it takes too long").count(), 2, "{told}");
    assert_eq!(hanging.asked(), ["HEAD /a", "GET /a"], "the rest of a host that hangs is not asked for");
    assert_eq!(website.asked(), ["HEAD /a", "HEAD /b"]);
    let times: Vec<Instant> = website.asked.lock().expect("nobody panicked").iter().map(|(_, time)| *time).collect();
    assert!(times[1] - times[0] >= Duration::from_millis(200), "no pause");
    let links = [website.address("/a"), website.address("/new")];
    let again = site.with("content/pages/links.md", site::page(&format!("\n[A]({}) [B]({})\n", links[0], links[1])));
    let told = again.run("check", &["--external"]).err;
    assert!(told.contains("checking 1 address on 1 other website; 1 checked in the last day"), "{told}");
    assert_eq!(website.asked().len(), 3);
}

#[test]
fn what_is_private_or_not_yet_published_is_asked_of_nobody() {
    let website = Website::new(|_, _, _| "200 OK".to_owned());
    let site = a_site_with_links(&[website.address("/public")])
        .with(
            "content/services/talk.md",
            site::service(&format!("private: {{notes: \"{}\"}}\n", website.address("/private"))),
        )
        .with(
            "content/updates/2026-11-01-later.md",
            format!(
                "---\ntitle: Later\ndate: 2026-11-01\npublish_from: 2027-01-01\n---\n[Look]({})\n",
                website.address("/later")
            ),
        );
    let run = site.run("check", &["--external"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert_eq!(website.asked(), ["HEAD /public"]);
}
