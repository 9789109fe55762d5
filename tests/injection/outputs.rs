//! What must hold of each format, whatever stood in the content. A format that is not known here fails the test: say
//! how it is looked at.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use fingerpost::Artifact;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::calendar;

/// Where the specimen lives.
const BASE: &str = "/under/";

/// What authors may make with Markdown.
const MARKDOWN: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "wbr",
];

/// What the site is made of where nothing evil is in it.
pub(crate) struct Ordinary {
    files: BTreeMap<String, Vec<u8>>,
    /// The names of elements, and of elements with each of their attributes.
    elements: BTreeSet<String>,
}

impl Ordinary {
    pub(crate) fn of(artifacts: &[Artifact]) -> Self {
        let mut elements: BTreeSet<String> = MARKDOWN.iter().map(|name| (*name).to_owned()).collect();
        for artifact in artifacts.iter().filter(|artifact| ending(&artifact.path) == "html") {
            for token in tokens(&artifact.bytes) {
                if let Token::StartTag(tag) = token {
                    elements.insert(text(&tag.name));
                    elements.extend(tag.attributes.keys().map(|name| format!("{} {}", text(&tag.name), text(name))));
                }
            }
        }
        let more = ["a href", "a title", "a id", "a class", "img src", "img alt", "img title", "th scope", "td class"];
        let more = more.into_iter().chain(["input type", "input checked", "input disabled", "code class", "div class"]);
        let more = more.chain(["sup class", "sup id", "li id", "div id", "ol start", "table class", "div tabindex"]);
        elements.extend(more.map(str::to_owned));
        elements.extend((2..=6).flat_map(|level| [format!("h{level} id"), format!("h{level} class")]));
        let files = artifacts.iter().map(|artifact| (artifact.path.clone(), artifact.bytes.to_vec())).collect();
        Self { files, elements }
    }

    /// Fails where a file is anything but the text of authors in a form of the program's.
    pub(crate) fn assert_harmless(&self, artifact: &Artifact, round: usize) {
        let path = &artifact.path;
        assert!(!path.starts_with('/') && !path.split('/').any(|part| part == ".." || part == "."), "{path}");
        assert!(!path.contains(['\\', '\0', '\n', '%', '?', '#', '*']), "{path:?}");
        let place = format!("round {round}: {path}");
        match ending(path) {
            "html" => self.assert_page(&artifact.bytes, &place),
            "csv" => assert_csv(&artifact.bytes, &place),
            "xlsx" => assert_xlsx(&artifact.bytes, &place),
            "json" => drop(json(&artifact.bytes, &place)),
            "xml" | "config" => assert_xml(&artifact.bytes, &place),
            "ics" => calendar::assert_whole(&artifact.bytes, &place),
            "txt" | "conf" | "htaccess" | "nojekyll" | "_headers" | "_redirects" | "" => {
                self.assert_lines(artifact, &place);
            }
            "css" if path.contains("brand") => {}
            "css" | "js" | "svg" => {
                assert_eq!(Some(&*artifact.bytes), self.files.get(path).map(Vec::as_slice), "{place}");
            }
            // Made by a typesetter that is given text, and takes no commands from it.
            "pdf" => {}
            other => panic!("{place}: say how a file with the ending `{other}` is looked at"),
        }
    }

    fn assert_page(&self, bytes: &[u8], place: &str) {
        let mut script: Option<bool> = None;
        for token in tokens(bytes) {
            match token {
                Token::StartTag(tag) => {
                    script = (text(&tag.name) == "script").then(|| is_data(&tag));
                    self.assert_tag(&tag, place);
                }
                Token::String(words) => match script {
                    Some(true) => drop(json(&words.value, place)),
                    Some(false) => panic!("{place}: a script is written inside: {words:?}"),
                    None => assert_printable(&text(&words.value), place),
                },
                Token::EndTag(_) => script = None,
                Token::Comment(comment) => panic!("{place}: {comment:?}"),
                Token::Doctype(_) => {}
                Token::Error(error) => panic!("{place}: {error:?}"),
            }
        }
    }

    fn assert_tag(&self, tag: &StartTag<()>, place: &str) {
        let name = text(&tag.name);
        assert!(self.elements.contains(&name), "{place}: {tag:?}");
        for (attribute, value) in &tag.attributes {
            let (attribute, value) = (text(attribute), text(&value.value));
            assert!(self.elements.contains(&format!("{name} {attribute}")), "{place}: {attribute} of {tag:?}");
            assert!(!attribute.starts_with("on") && attribute != "style" && attribute != "srcdoc", "{place}: {tag:?}");
            assert_printable(&value, place);
            let leads_to =
                |starts: &[&str]| starts.iter().any(|start| value.starts_with(start) && !value.starts_with("//"));
            let inside = [BASE, "#"];
            let sound = match (name.as_str(), attribute.as_str()) {
                ("a", "href") => leads_to(&[
                    BASE,
                    "#",
                    "https://",
                    "http://",
                    "mailto:",
                    "tel:",
                    "sms:",
                    "webcal://www.example.org/",
                ]),
                ("link", "href") => leads_to(&[BASE, "https://www.example.org/"]),
                (_, "src" | "action" | "href" | "xlink:href" | "data" | "poster" | "formaction") => leads_to(&inside),
                ("meta", "http-equiv") => value == "Content-Security-Policy" || value == "refresh",
                ("meta", "content") if text_of(tag, "http-equiv") == "refresh" => {
                    // An old address may lead on to another site.
                    let to = value.strip_prefix("0; url=").unwrap_or_default();
                    (to.starts_with(BASE) || to.starts_with("https://"))
                        && !to.contains(|c: char| c.is_whitespace() || c == '"')
                }
                _ => true,
            };
            assert!(sound, "{place}: {tag:?}");
        }
        if name == "script" && !is_data(tag) {
            assert!(text_of(tag, "src").starts_with("/under/assets/"), "{place}: {tag:?}");
        }
    }

    /// Lines that mean something to hosts, calendars and crawlers begin with the same words as ever.
    fn assert_lines(&self, artifact: &Artifact, place: &str) {
        if artifact.path.starts_with("files/") {
            return;
        }
        let first_words = |bytes: &[u8]| -> BTreeSet<String> {
            let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{place}: {error}"));
            assert!(!text.replace("\r\n", "\n").contains('\r'), "{place}");
            let word = |line: &str| {
                line.trim().split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next().map(str::to_owned)
            };
            text.lines().filter_map(word).collect()
        };
        let ordinary = self.files.get(&artifact.path).map(|bytes| first_words(bytes)).unwrap_or_default();
        let new: Vec<String> = first_words(&artifact.bytes).difference(&ordinary).cloned().collect();
        assert!(ordinary.is_empty() || new.is_empty(), "{place}: {new:?}");
    }
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(if name.starts_with('_') { name } else { "" }, |(_, ending)| ending)
}

fn tokens(bytes: &[u8]) -> impl Iterator<Item = Token> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(std::str::from_utf8(bytes).expect("pages are UTF-8"), emitter)
        .map(|token| token.expect("memory can be read"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
}

fn text_of(tag: &StartTag<()>, attribute: &str) -> String {
    tag.attributes.get(attribute.as_bytes()).map(|value| text(&value.value)).unwrap_or_default()
}

fn is_data(tag: &StartTag<()>) -> bool {
    text_of(tag, "type") == "application/ld+json"
}

/// What neither HTML nor XML may hold is nowhere.
fn assert_printable(text: &str, place: &str) {
    let stray = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'));
    assert_eq!(stray, None, "{place}: {text:?}");
}

fn json(bytes: &[u8], place: &str) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{place}: {error}: {}", String::from_utf8_lossy(bytes)))
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && cell.parse::<f64>().is_err()
}

fn assert_csv(bytes: &[u8], place: &str) {
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{place}: {error}"));
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headings = rows.headers().expect("it has headings").clone();
    let rows = rows.into_records().map(|row| row.unwrap_or_else(|error| panic!("{place}: {error}")));
    for cell in std::iter::once(headings).chain(rows).flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>())
    {
        assert!(!is_formula(&cell), "{place}: {cell:?}");
    }
}

fn assert_xlsx(bytes: &[u8], place: &str) {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap_or_else(|error| panic!("{place}: {error}"));
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("the sheet is there");
        assert!(formulas.used_cells().next().is_none(), "{place}: {formulas:?}");
        let cells = workbook.worksheet_range(&name).expect("the sheet is there");
        assert!(!cells.used_cells().any(|(_, _, cell)| matches!(cell, Data::Error(_))), "{place}");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    for number in 0..archive.len() {
        let mut member = archive.by_index(number).expect("it is there");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut member, &mut text).expect("its parts are text");
        assert_xml(text.as_bytes(), &format!("{place}: {number}"));
        assert!(!text.contains("TargetMode=\"External\"") && !text.contains("<f>"), "{place}: {number}");
    }
}

fn assert_xml(bytes: &[u8], place: &str) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    reader.config_mut().check_end_names = true;
    let mut open = 0_usize;
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{place}: {error}"));
        match event {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::DocType(_) | quick_xml::events::Event::CData(_) => panic!("{place}: {event:?}"),
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{place}");
    assert_printable(std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{place}: {error}")), place);
}
