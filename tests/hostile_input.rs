//! Whatever a file holds, the program tells what is wrong with it: it never panics, hangs or runs out of memory.

use std::fs;
use std::path::Path;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fingerpost::{
    Diagnostic, Occasion, Reader, Source, Sources, json,
    print::{self, Placed},
    resolve,
};
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use proptest::sample::Index;

/// Hundreds of times what anything here takes, so that a busy machine is no fault: only what grows much faster than its
/// input takes as long.
const ENDLESS: Duration = Duration::from_secs(120);

/// Fails where something takes as good as for ever.
fn in_good_time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < ENDLESS, "{what} took {:?}", start.elapsed());
    result
}

/// The files of the example site, some of them with other bytes.
struct Example {
    files: Vec<Source>,
    reader: Reader,
}

impl Example {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let files = walkdir::WalkDir::new(root.join("content"))
            .sort_by_file_name()
            .into_iter()
            .map(|entry| entry.expect("it can be read"));
        let files = files.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let path = entry.path().strip_prefix(root).expect("it is below").to_string_lossy().replace('\\', "/");
            Source::new(&path, &fs::read(entry.path()).expect("it can be read"))
        });
        Self { files: files.collect(), reader: Reader::default() }
    }

    /// The bytes of a file.
    fn bytes(&self, path: &str) -> Vec<u8> {
        let file = self.files.iter().find(|file| *file.path == *path);
        file.expect("the example has it").bytes.to_vec()
    }

    /// Works the site out with one file changed, and says all that is to be said of it.
    fn with(&mut self, path: &str, bytes: &[u8]) -> Vec<Diagnostic> {
        self.with_all([Source::new(path, bytes)])
    }

    /// The same with several files, which come last, so that they take the place of others.
    fn with_all(&mut self, changed: impl IntoIterator<Item = Source>) -> Vec<Diagnostic> {
        let sources = Sources::from_files(self.files.iter().cloned().chain(changed));
        let today = "2026-11-22".parse().expect("it is a day");
        let (_, problems) = resolve(&self.reader.read(&sources), Occasion { today, drafts: true }, None);
        let placed = Placed::all(&problems, |path| sources.get(path).map(Source::readable));
        for placed in &placed {
            assert!(!print::text(placed).is_empty() && !json::github(placed).contains('\n'));
        }
        assert!(json::array(&placed).starts_with('['));
        problems
    }
}

/// One file of each kind, small enough to be cut at many places.
const SAMPLES: &[&str] = &[
    "content/site.yaml",
    "content/vocabulary.yaml",
    "content/organisations.yaml",
    "content/glossary.yaml",
    "content/governance.yaml",
    "content/redirects.yaml",
    "content/plans/strategy-2025-2028.yaml",
    "content/services/marlsea-helpline.md",
    "content/training/see-it-say-it.yaml",
    "content/indicators/marac-cases.yaml",
    "content/networks/champions.yaml",
    "content/leaflets/help-in-marlsea.yaml",
    "content/updates/2026-11-sixteen-days.md",
    "content/pages/get-help.md",
];

#[test]
fn files_that_end_too_soon() {
    let mut example = Example::new();
    for path in SAMPLES {
        let bytes = example.bytes(path);
        // Some fifteen places in each, so that a long file takes no longer than a short one.
        for end in (0..bytes.len()).step_by(bytes.len() / 15 + 1) {
            example.with(path, &bytes[..end]);
        }
    }
}

#[test]
fn bytes_that_mean_nothing() {
    let mut example = Example::new();
    let blocks: [&[u8]; 10] = [
        b"",
        b"\0",
        b"\xff\xfe\xfd",
        b"\xef\xbb\xbf",
        b"---",
        b"---\n---\n---\n",
        b"\r\r\r",
        b"? ? ? ?",
        b"- - - -\n-",
        b"!!binary |\n  AAAA\n%YAML 9.9\n",
    ];
    for path in SAMPLES {
        for block in blocks {
            example.with(path, block);
            example.with(path, &[b"---\n", block, b"\n---\n", block].concat());
        }
    }
}

/// Files of all kinds, each with a value that is far too much in a place of its own.
fn with_value(value: &str) -> Vec<Source> {
    let service = |field: &str| {
        format!(
            "---\ntitle: A\nsummary: B\norganisation: c\nneeds: [talk]\naudiences: [women]\nreviewed: 2026-01-01\n{field}: {value}\n---\n"
        )
    };
    let mut files: Vec<Source> = Vec::new();
    let mut add = |folder: &str, text: String| {
        let ending = if text.starts_with("---") { "md" } else { "yaml" };
        let path = format!("content/{folder}/x{}.{ending}", files.len());
        files.push(Source::new(&path, text.as_bytes()));
    };
    for field in [
        "phone",
        "hours",
        "location",
        "languages",
        "ages",
        "tier",
        "email",
        "website",
        "text_number",
        "cost",
        "areas",
        "publish_from",
    ] {
        add("services", service(field));
    }
    let plan = |line: String| {
        format!(
            "title: A\nperiod: {{from: 2026-04, to: 2029-03}}\nsections:\n  - title: B\n    actions:\n      - title: C\n        {line}\n"
        )
    };
    for field in ["timescale", "ref", "id", "status", "updates", "leads", "how", "rating", "related", "aim"] {
        add("plans", plan(format!("{field}: {value}")));
    }
    add("plans", format!("title: A\nperiod: {{from: {value}, to: {value}}}\nsections: []\n"));
    let session = |date: &str, every: &str| {
        format!(
            "title: A\nsummary: B\nlevel: awareness\naudiences: [women]\nsessions:\n  - {{{every}start: \"09:30\", end: \"12:30\", {date}}}\n"
        )
    };
    add("training", session(&format!("date: {value}"), ""));
    add("training", session(&format!("from: 2026-01-01, until: {value}"), "every: week, on: tuesday, "));
    add("training", session("from: 2026-01-01, until: 2026-02-01", &format!("every: {value}, on: tuesday, ")));
    add("training", format!("title: A\nsummary: B\nlevel: awareness\naudiences: [women]\nrefresh_after: {value}\n"));
    add("indicators", format!("title: A\nsource: B\npoints:\n  - {{period: {value}, value: {value}}}\n"));
    add("pages", format!("---\ntitle: A\norder: {value}\n---\n{value}\n"));
    files
}

#[test]
fn values_that_are_far_too_much() {
    let mut example = Example::new();
    for value in [
        "9999-12-31",
        "-9999-01-01",
        "99999999999999999999999999",
        "-1",
        "1e309",
        "NaN",
        "0000-00-00",
        "\u{202e}\u{0}\u{feff}",
        "🏳️‍🌈👩‍👩‍👧‍👦",
        "İstanbul ſẞ",
        "((((((((((",
        "Q5 2026/99",
        "By end of end of end of 9999",
        "99999999 months",
        "+44 0 0 0 0 0 0 0 0 0 0 0 0",
        "24/7; 24/7; 24/7 off; week 53; PH; SH; easter -400 days",
        "[[[[]]]]",
        "{a: {b: {c: d}}}",
        "~",
        "''",
        "!!int 5",
        "&a [*a]",
    ] {
        example.with_all(with_value(value));
    }
    example.with_all(with_value(&"9".repeat(100_000)));
}

#[test]
fn a_series_without_an_end_is_told_and_not_written_out() {
    let text = "title: A\nsummary: B\nlevel: awareness\naudiences: [women]\nsessions:\n  - {every: week, on: tuesday, from: 1900-01-01, \
                until: 9999-12-31, start: \"09:30\", end: \"12:30\"}\n";
    let problems = in_good_time("a series", || Example::new().with("content/training/x.yaml", text.as_bytes()));
    assert!(problems.iter().any(|problem| problem.code == "training/until"), "{problems:?}");
}

/// A line again and again, each time deeper.
fn stairs(line: &str) -> String {
    (0..2_000).flat_map(|depth| [" ".repeat(depth), line.to_owned()]).collect()
}

#[test]
fn nesting_without_end() {
    let mut example = Example::new();
    let deep = 20_000;
    for text in [
        "[".repeat(deep),
        "{a: ".repeat(deep),
        "- ".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        "> ".repeat(deep),
        "*a ".repeat(deep),
        "[a](".repeat(deep),
        "`".repeat(deep),
        "| a ".repeat(deep) + "\n" + &"|-".repeat(deep) + "\n" + &"| b ".repeat(deep),
        "[^1]".repeat(deep) + "\n\n[^1]: [^1]\n",
        stairs("- a\n"),
        stairs("a:\n"),
    ] {
        let shown: String = text.chars().take(8).collect();
        in_good_time(&shown, || {
            example.with("content/networks/x.yaml", text.as_bytes());
            example.with("content/networks/x.yaml", format!("title: A\nentries: {text}\n").as_bytes());
            example.with("content/pages/x.md", format!("---\ntitle: A\n---\n{text}\n").as_bytes());
        });
    }
}

#[test]
fn thousands_of_problems_are_told_in_good_time() {
    let lines: String = "  - {nam: x, shade: y}\n".repeat(3_000);
    let text = format!("title: A\nentries:\n{lines}");
    let problems = in_good_time("many problems", || Example::new().with("content/networks/x.yaml", text.as_bytes()));
    assert!(problems.len() > 5_000);
}

/// What means something in YAML or Markdown.
const SIGNS: &[u8] = b"\n :-[]{}\"'#&*|>`<!%@\t\r";

/// An example that remembers what it has read.
fn shared() -> MutexGuard<'static, Example> {
    static EXAMPLE: LazyLock<Mutex<Example>> = LazyLock::new(|| Mutex::new(Example::new()));
    EXAMPLE.lock().unwrap_or_else(PoisonError::into_inner)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_some_bytes_changed(sample in any::<Index>(), changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..12)) {
        let mut example = shared();
        let path = *sample.get(SAMPLES);
        let mut bytes = example.bytes(path);
        for (at, byte) in changes {
            // Half of the changes keep the text a text.
            let at = at.index(bytes.len());
            bytes[at] = if byte < 128 { SIGNS[usize::from(byte) % SIGNS.len()] } else { byte };
        }
        example.with(path, &bytes);
    }

    #[test]
    fn a_file_with_a_part_moved(sample in any::<Index>(), cut in any::<[Index; 3]>()) {
        let mut example = shared();
        let path = *sample.get(SAMPLES);
        let bytes = example.bytes(path);
        let (from, to) = (cut[0].index(bytes.len()), cut[1].index(bytes.len()));
        let part = &bytes[from.min(to)..from.max(to)];
        let at = cut[2].index(bytes.len());
        let moved = [&bytes[..at], part, &bytes[at..]].concat();
        example.with(path, &moved);
    }

    #[test]
    fn a_file_of_any_text(path in any::<Index>(), text in any::<String>()) {
        let mut example = shared();
        let path = *path.get(SAMPLES);
        example.with(path, text.as_bytes());
        let told = example.with(path, format!("---\ntitle: {text}\n---\n{text}").as_bytes());
        prop_assert!(told.iter().all(|problem| !problem.message.is_empty()));
    }
}

/// A file that is as long as one likes: its path and its text.
type Growing<'g> = dyn Fn(usize) -> (&'static str, String) + 'g;

/// Twice as much of what grows must not take much more than twice as long. The smallest of some times is compared, and
/// what takes next to no time is not.
#[test]
fn nothing_grows_faster_than_what_is_read() {
    /// Shorter times are noise.
    const SOME: Duration = Duration::from_millis(60);
    /// What is quadratic takes 16 times as long for four times as much, what is cubic 64 times.
    const MOST: u32 = 10;
    let page = |text: String| ("content/pages/grows.md", format!("---\ntitle: Grows\n---\n{text}"));
    let plan = |text: String| ("content/plans/grows.yaml", text);
    let head = "title: Grows\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - title: S\n    actions:\n";
    let times = |count: usize, part: &dyn Fn(usize) -> String| (0..count).map(part).collect::<String>();
    let inputs: [(&str, &Growing<'_>); 11] = [
        ("one heading again and again", &|n| page("## The same\n\nText.\n\n".repeat(n))),
        ("many headings", &|n| page(times(n, &|at| format!("## Number {at}\n\nText.\n\n")))),
        ("pictures in pictures", &|n| page(format!("{}x{}", "![".repeat(n), "](y)".repeat(n)))),
        ("broken links on one line", &|n| page(times(n, &|at| format!("[a](b{at}.md) ")))),
        ("HTML on one line", &|n| page("<b>x</b> ".repeat(n))),
        ("aliases", &|n| {
            plan(format!(
                "{head}      - title: A\n        why: &a [x, y]\n{}",
                times(n, &|at| format!("      - {{title: B{at}, why: *a}}\n"))
            ))
        }),
        ("small numbers", &|n| page("12 ".repeat(n))),
        ("one field again and again", &|n| plan("title: x\n".repeat(n))),
        ("unknown fields", &|n| plan(times(n, &|at| format!("field{at}: x\n")))),
        ("old addresses that lead on", &|n| {
            ("content/redirects.yaml", times(n, &|at| format!("/old{at}: /old{}\n", at + 1)))
        }),
        ("terms", &|n| ("content/glossary.yaml", times(n, &|at| format!("- {{term: T{at}, meaning: m}}\n")))),
    ];
    for (name, input) in inputs {
        let time = |count: usize| {
            let (path, text) = input(count);
            let site = "name: T\nshort_name: T\nbase_url: https://example.org/\ndescription: d\n";
            let files = [Source::new("content/site.yaml", site.as_bytes()), Source::new(path, text.as_bytes())];
            let once = || {
                let sources = Sources::from_files(files.iter().cloned());
                let today = "2026-11-22".parse().expect("it is a day");
                let start = Instant::now();
                let content = Reader::default().read(&sources);
                let (_, problems) = resolve(&content, Occasion { today, drafts: true }, None);
                let placed = Placed::all(&problems, |path| sources.get(path).map(Source::readable));
                assert!(placed.iter().all(|placed| !print::text(placed).is_empty()));
                start.elapsed()
            };
            (0..3).map(|_| once()).min().expect("it was timed")
        };
        // On a machine that has other work one measurement says little; what is quadratic is so each time.
        let grows = |(some, more): (Duration, Duration)| more >= SOME && more >= some.max(SOME / MOST) * MOST;
        let measured: Vec<_> = (0..3).map(|_| (time(1_000), time(4_000))).take_while(|times| grows(*times)).collect();
        assert!(measured.len() < 3, "{name}: for 1,000 and for 4,000: {measured:?}");
    }
}
