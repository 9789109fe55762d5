//! What every host has to answer, written down by hand and not worked out by the program.

use crate::support::http::Answer;

pub(crate) const EVERYWHERE: [(&str, &str); 7] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action \
         'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
];

/// What no page may use.
pub(crate) const DENIED: [&str; 6] = ["camera", "microphone", "geolocation", "display-capture", "payment", "usb"];

const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// How an address has to answer.
pub(crate) struct Promise {
    pub(crate) path: String,
    status: u16,
    kind: &'static str,
    cache: &'static str,
    open: bool,
    leads_to: Option<String>,
}

impl Promise {
    fn new(path: &str, status: u16, kind: &'static str) -> Self {
        Self { path: path.to_owned(), status, kind, cache: "no-store", open: false, leads_to: None }
    }

    /// What is wrong with an answer.
    pub(crate) fn faults(&self, answer: &Answer) -> Vec<String> {
        let mut faults = Vec::new();
        let mut compare = |what: &str, found: Vec<&str>, wanted: &[&str]| {
            if found != wanted {
                faults.push(format!("{}: {what}: {found:?} and not {wanted:?}", self.path));
            }
        };
        let status = answer.status.to_string();
        compare("status", vec![&status], &[&self.status.to_string()]);
        // Apache writes the host before the path.
        let location = answer.all("location").concat();
        let location =
            location.strip_prefix("http://").map_or(&*location, |whole| &whole[whole.find('/').unwrap_or(0)..]);
        compare("location", vec![location], &[self.leads_to.as_deref().unwrap_or_default()]);
        if !matches!(self.status, 301 | 302) {
            compare("content-type", answer.all("content-type"), &[self.kind]);
        }
        for (name, value) in EVERYWHERE {
            compare(name, answer.all(name), &[value]);
        }
        compare("cache-control", answer.all("cache-control"), &[self.cache]);
        compare(
            "access-control-allow-origin",
            answer.all("access-control-allow-origin"),
            if self.open { &["*"] } else { &[] },
        );
        compare("set-cookie", answer.all("set-cookie"), &[]);
        let policy = answer.all("permissions-policy").concat();
        for denied in DENIED {
            if !policy.split(", ").any(|rule| rule == format!("{denied}=()")) {
                faults.push(format!("{}: permissions-policy: {policy}", self.path));
            }
        }
        faults
    }

    /// The same as the preview has to answer it: on this computer there is no secure connection, nothing is kept, and
    /// no other site may read what is not yet published.
    pub(crate) fn faults_of_preview(&self, answer: &Answer) -> Vec<String> {
        let faults = Self {
            status: if self.status == 301 { 302 } else { self.status },
            cache: "no-store",
            open: false,
            path: self.path.clone(),
            leads_to: self.leads_to.clone(),
            ..*self
        }
        .faults(answer);
        faults.into_iter().filter(|fault| !fault.contains("Strict-Transport-Security: []")).collect()
    }
}

/// Every kind of address of the example site. `assets` are files of its theme, `base` the path that it lives at.
pub(crate) fn promises(base: &str, assets: &[String]) -> Vec<Promise> {
    const HTML: &str = "text/html; charset=utf-8";
    let mut promises = vec![
        Promise::new("", 200, HTML),
        Promise::new("services/", 200, HTML),
        Promise::new("services/marlsea-helpline/", 200, HTML),
        Promise::new("strategy/strategy-2025-2028/", 200, HTML),
        Promise::new("stay-safe-online/", 200, HTML),
        Promise::new("404.html", 200, HTML),
        Promise::new("nowhere/", 404, HTML),
        Promise::new("services/nobody", 404, HTML),
        Promise::new("assets/", 404, HTML),
        Promise::new("strategy/strategy-2025-2028/plan.csv", 200, "text/csv; charset=utf-8"),
        Promise::new("strategy/strategy-2025-2028/plan.json", 200, "application/json"),
        Promise::new(
            "strategy/strategy-2025-2028/plan.xlsx",
            200,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        Promise::new("updates/feed.xml", 200, "application/atom+xml; charset=utf-8"),
        Promise::new("sitemap.xml", 200, "application/xml; charset=utf-8"),
        Promise::new("robots.txt", 200, "text/plain; charset=utf-8"),
        Promise::new("files/guide%20(large).pdf", 200, "application/pdf"),
        Promise { open: true, ..Promise::new("data/", 200, HTML) },
        Promise { open: true, ..Promise::new("data/services.csv", 200, "text/csv; charset=utf-8") },
        Promise { open: true, ..Promise::new("training/calendar.ics", 200, "text/calendar; charset=utf-8") },
        Promise { open: true, ..Promise::new("files/dates.ics", 200, "text/calendar; charset=utf-8") },
    ];
    let moved = |from: &str| Promise { leads_to: Some(format!("{base}services/")), ..Promise::new(from, 301, "") };
    promises.extend(["find-help/", "find-help"].map(moved));
    for asset in assets {
        let kind = match asset.rsplit('.').next() {
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("svg") => "image/svg+xml",
            _ => "application/json",
        };
        promises.push(Promise { cache: IMMUTABLE, ..Promise::new(asset, 200, kind) });
    }
    promises
}

/// Data as other programs ask for it, without the name of a file.
pub(crate) fn data(folders: &[String]) -> Vec<Promise> {
    folders.iter().map(|path| Promise { open: true, ..Promise::new(path, 200, "application/json") }).collect()
}
