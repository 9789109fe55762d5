//! A site whose readers are not at risk says nothing of abuse, danger or helplines that nobody wrote.

use std::io::Read as _;
use std::path::Path;

use crate::support::site::{TestSite, course, page, plan};

/// Words that only a site about danger would say.
const WORDS: [&str; 22] = [
    "abuse",
    "violence",
    "violent",
    "danger",
    "helpline",
    "high risk",
    "level of risk",
    "levels of risk",
    "get help",
    "victim",
    "survivor",
    "perpetrator",
    "harm",
    "refuge",
    "stay safe",
    "stay-safe",
    "exit this page",
    "emergency",
    "999",
    "police",
    "at risk if",
    "keep people safe",
];

/// Files that hold them, and why they may: readers are shown none of it.
const EXCEPT: [(&str, &str); 3] = [
    ("assets/", "styles and scripts are the same for every site, and show these words only where a page has them"),
    (".fingerpost-manifest.json", "names of files"),
    ("_headers", "for hosts"),
];

const VOCABULARY: &str = "\
areas: [{id: north, name: North}]
audiences: [{id: everyone, name: Everyone}, {id: professionals, name: Professionals}]
needs: [{id: gardens, name: Help in the garden}]
levels: [{id: awareness, name: Awareness}]
";

const SERVICE: &str = "---\ntitle: Garden team\nsummary: We mow lawns.\norganisation: Marlsea Gardens\nneeds: [gardens]\n\
                       audiences: [everyone]\nreviewed: 2026-11-01\nphone: {number: 01632 960001, hours: 24/7}\n\
                       email: a@example.org\nlocation: {confidential: true}\ntier: [3]\n---\nWe mow.\n";

fn a_site() -> TestSite {
    TestSite::empty()
        .with(
            "content/site.yaml",
            "name: Marlsea Gardens\nbase_url: https://www.example.org/\ndescription: Gardens in Marlsea.\n\
             contact: {email: gardens@example.org, phone: 01632 960002}\nsensitive: false\nhosting: [netlify]\n\
             helplines: [team]\n",
        )
        .with("content/vocabulary.yaml", VOCABULARY)
        .with("content/organisations.yaml", "- {id: safe-harbour, name: Rakes and Hoes}\n")
        .with("content/services/team.md", SERVICE)
        .with(
            "content/services/hedges.md",
            SERVICE.replace("Garden team", "Hedges").replace("tier: [3]\n", "emergency: true\n"),
        )
        .with(
            "content/plans/plan.yaml",
            plan("timescale: 2026-05-31\n").replace("Open a helpline", "Plant trees").replace("Early help", "Trees"),
        )
        .with(
            "content/training/first.yaml",
            course("sessions: [{date: 2026-12-03, start: \"09:30\", end: \"12:30\"}]\n")
                .replace("First steps", "Pruning"),
        )
        .with("content/pages/about.md", page("We plant trees.\n"))
        .with("content/leaflets/sheet.yaml", "title: Our gardens\nsize: A5\nservices: {needs: [gardens]}\n")
        .built()
}

/// A file's text; of a workbook that of all its parts.
fn text(name: &str, bytes: &[u8]) -> String {
    if Path::new(name).extension().is_none_or(|ending| ending != "xlsx") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is an archive");
    let mut all = String::new();
    for part in 0..book.len() {
        book.by_index(part).expect("it is there").read_to_string(&mut all).expect("its parts are text");
    }
    all
}

#[test]
fn nothing_is_said_of_danger_that_nobody_wrote() {
    let mut faults = Vec::new();
    for (name, bytes) in a_site().files() {
        let index = name.contains("search-index");
        if !index && EXCEPT.iter().any(|(start, _)| name.starts_with(start)) {
            continue;
        }
        let told = text(&name, &bytes).to_lowercase();
        faults.extend(WORDS.iter().filter(|word| told.contains(*word)).map(|word| format!("{name}: {word}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn its_search_knows_no_words_of_abuse_unless_it_asks_for_them() {
    let site = a_site();
    let name = site.names().into_iter().find(|name| name.contains("search-index")).expect("there is an index");
    let index: serde_json::Value = serde_json::from_str(&site.page(&name)).expect("it is JSON");
    assert_eq!(index["concepts"], serde_json::json!([]));
    assert_eq!(index["groups"][0], "Main services");
    let site = site.with_setting("search: {glossary: builtin}").built();
    let name = site.names().into_iter().find(|name| name.contains("search-index")).expect("there is an index");
    assert!(!site.page(&name).contains("\"concepts\":[]"));
}
