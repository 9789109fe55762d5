//! What is answered to which request.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::browser::{PATIENCE, Running};
use super::fake::FakePreview;
use crate::serve::Server;

const PAGES: &[(&str, &str)] = &[
    ("index.html", "<head><title>Home</title></head><body>home</body>"),
    ("services/index.html", "<head></head>services"),
    ("café.txt", "coffee"),
    ("404.html", "<head></head>not here"),
];

/// More connections than the preview has at once, and not so many that the tests themselves run out of files.
const MANY: usize = 160;

fn running() -> Running {
    Running::new(FakePreview::new("/", PAGES))
}

#[test]
fn a_page_is_the_page_of_a_build_but_for_the_script() {
    let response = running().get("/");
    assert_eq!(response.status, 200);
    assert_eq!(response.headers("content-type"), ["text/html; charset=utf-8"]);
    assert_eq!(response.body.matches("<script").count(), 1);
    assert!(response.body.starts_with("<head><title>Home</title><link"), "{}", response.body);
    assert!(response.body.ends_with("</script></head><body>home</body>"), "{}", response.body);
}

#[test]
fn nothing_is_kept_and_the_headers_of_the_hosts_are_sent() {
    let response = running().get("/café.txt".replace('é', "%C3%A9").as_str());
    assert_eq!(response.body, "coffee");
    assert_eq!(response.headers("cache-control"), ["no-store"]);
    assert_eq!(response.headers("referrer-policy"), ["no-referrer"]);
    assert_eq!(response.headers("content-length"), ["6"]);
    assert!(response.headers("set-cookie").is_empty());
}

#[test]
fn a_folder_without_its_slash_leads_to_the_folder() {
    let running = running();
    let response = running.get("/services?x=1");
    assert_eq!(response.status, 302);
    assert_eq!(response.headers("location"), ["/services/?x=1"]);
    assert!(running.get("/services/").body.ends_with("services"));
}

#[test]
fn a_missing_page_is_the_sites_own_404() {
    let response = running().get("/nowhere/");
    assert_eq!(response.status, 404);
    assert!(response.body.ends_with("not here"));
    assert_eq!(response.body.matches("<script").count(), 1);
}

#[test]
fn a_request_under_a_foreign_name_is_refused() {
    let running = running();
    let port = running.port();
    let status = |headers: &str| running.ask_with("GET", "/", headers).status;
    for name in ["evil.example", "localhost.evil.example", "192.168.0.1"] {
        assert_eq!(status(&format!("Host: {name}:{port}\r\n")), 421, "{name}");
    }
    assert_eq!(status("Host: localhost\r\n"), 421, "another port");
    assert_eq!(status(""), 421, "no name at all");
    assert_eq!(status(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")), 421, "two names");
    for name in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&format!("Host: {name}:{port}\r\n")), 200, "{name}");
    }
    for own in ["/.fingerpost/events", "/.fingerpost/problems"] {
        assert_eq!(running.ask_with("GET", own, "Host: evil.example\r\n").status, 421, "{own}");
    }
}

#[test]
fn the_preview_can_only_be_read() {
    let running = running();
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let response = running.ask(method, "/");
        assert_eq!(response.status, 405, "{method}");
        assert_eq!(response.headers("allow"), ["GET, HEAD"]);
    }
    let headers = format!("Host: localhost:{}\r\nContent-Length: 0\r\n", running.port());
    assert_eq!(running.ask_with("POST", "/", &headers).status, 405);
}

#[test]
fn a_head_request_has_the_head_of_a_get() {
    let running = running();
    let (get, head) = (running.get("/"), running.ask("HEAD", "/"));
    assert_eq!(head.status, 200);
    assert_eq!(head.body, "");
    assert_eq!(head.headers("content-length"), get.headers("content-length"));
}

#[test]
fn no_address_leads_out_of_the_site() {
    let running = running();
    std::fs::write(running.preview.content().parent().unwrap().join("secret.txt"), "secret").unwrap();
    for target in [
        "/../secret.txt",
        "/services/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2E%2E%2Fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/café.txt%00.html",
        "http://evil.example/",
    ] {
        let target = target.replace('é', "%C3%A9");
        let response = running.get(&target);
        assert_eq!(response.status, 400, "{target}");
        assert!(!response.body.contains("secret"), "{target}");
    }
    assert_eq!(running.get("/.fingerpost-manifest.json").status, 404);
    assert_eq!(running.get("/.fingerpost/other").status, 404);
    assert_eq!(running.get(&format!("/{}", "a".repeat(9000))).status, 414);
}

#[test]
fn a_site_under_a_path_is_served_under_that_path() {
    let running = Running::new(FakePreview::new("/prefix/", PAGES));
    for above in ["/", "/prefix"] {
        let response = running.get(above);
        assert_eq!((response.status, response.headers("location")), (302, vec!["/prefix/"]));
    }
    assert_eq!(running.get("/services/").status, 404);
    assert_eq!(running.get("/.fingerpost/preview.js").status, 404);
    assert_eq!(running.get("/prefix/services").headers("location"), ["/prefix/services/"]);
    assert!(running.get("/prefix/").body.contains("src=\"/prefix/.fingerpost/preview.js\""));
    let script = running.get("/prefix/.fingerpost/preview.js");
    assert_eq!(script.headers("content-type"), ["text/javascript; charset=utf-8"]);
    assert_eq!(running.get("/prefix/.fingerpost/preview.css").status, 200);
}

#[test]
fn a_page_that_cannot_be_made_does_not_end_the_preview() {
    let running = running();
    for _ in 0..20 {
        assert_eq!(running.get("/panic.html").status, 500);
    }
    assert_eq!(running.get("/").status, 200);
}

#[test]
fn a_body_that_claims_to_be_endless_takes_no_memory_no_thread_and_no_connection() {
    let running = running();
    let mut open: Vec<TcpStream> = (0..MANY)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", running.port())).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            write!(stream, "POST / HTTP/1.1\r\nContent-Length: 9000000000000000000\r\n\r\n").unwrap();
            stream
        })
        .collect();
    // Each is answered by its host, without a look at its body, and closed.
    for stream in &mut open {
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 421 "), "{reply}");
    }
    assert_eq!(running.get("/").status, 200);
}

#[test]
fn a_head_without_end_is_cut_off() {
    let running = running();
    let long = format!("Host: localhost:{}\r\nX: {}\r\n", running.port(), "y".repeat(70_000));
    assert_eq!(running.ask_with("GET", "/", &long).status, 431);
    let many = format!("Host: localhost:{}\r\n{}", running.port(), "X: y\r\n".repeat(200));
    assert_eq!(running.ask_with("GET", "/", &many).status, 431);
    assert_eq!(running.get("/").status, 200);
}

#[test]
fn what_is_no_request_is_refused() {
    let running = running();
    for bytes in [&b"\x16\x03\x01\x02\x00\r\n\r\n"[..], b"nonsense\r\n\r\n", b"GET / HTTP/7.0\r\n\r\n"] {
        let mut stream = TcpStream::connect(("127.0.0.1", running.port())).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(bytes).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert!(reply.starts_with("HTTP/1.1 400 "), "{reply}");
    }
    assert_eq!(running.get("/").status, 200);
}

#[test]
fn connections_that_stay_open_keep_nobody_waiting() {
    let running = running();
    let connect = |_| TcpStream::connect(("127.0.0.1", running.port())).unwrap();
    // More than there are places for: those that say nothing make way.
    let _silent: Vec<TcpStream> = (0..MANY).map(connect).collect();
    let mut listening: Vec<_> = (0..6).map(|_| running.listen("/.fingerpost/events")).collect();
    assert_eq!(running.get("/").status, 200);
    for browser in &mut listening {
        browser.next();
    }
}

#[test]
fn a_taken_port_is_told_with_a_way_out() {
    let running = running();
    let error = Server::bind("127.0.0.1", running.port()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(&running.port().to_string()) && error.contains("--port 0"), "{error}");
    assert_eq!(running.url(), format!("http://127.0.0.1:{}/", running.port()));
}

#[test]
fn a_page_of_the_preview_chooses_the_day_and_no_other_page_can() {
    let running = running();
    let host = format!("Host: 127.0.0.1:{}\r\n", running.port());
    let own = format!("Origin: http://127.0.0.1:{}\r\n", running.port());
    let day = "/.fingerpost/day/2027-01-01";
    for (method, target, headers, status) in [
        ("POST", day, "", 405),
        ("POST", day, "Origin: https://other.example\r\n", 405),
        ("POST", day, "Origin: null\r\n", 405),
        ("PUT", day, own.as_str(), 405),
        ("POST", "/", own.as_str(), 405),
        ("POST", "/.fingerpost/day/soon", own.as_str(), 400),
    ] {
        let headers = format!("{host}{headers}");
        assert_eq!(running.ask_with(method, target, &headers).status, status, "{method} {target} {headers}");
    }
    assert_eq!(running.get(day).status, 404);
    assert_eq!(running.get("/.fingerpost/day").body, "2026-11-22");
    assert_eq!(running.ask_with("POST", day, &format!("{host}{own}")).status, 204);
    assert_eq!(running.get("/.fingerpost/day").body, "2027-01-01");
    assert_eq!(running.ask_with("POST", "/.fingerpost/day/", &format!("{host}{own}")).status, 204);
    assert_eq!(running.get("/.fingerpost/day").body, "2026-11-22");
}
