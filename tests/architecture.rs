//! Data flows one way: each part of the program uses only what stands before it, and only the edges touch the world.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each part may use, besides itself. A kind of content has a file in each of several parts: `kinds/plan/site.rs`
/// is of the site.
const MAY_USE: &[(&str, &[&str])] = &[
    ("artifact", &[]),
    ("diagnostic", &[]),
    ("model", &["diagnostic"]),
    ("format", &[]),
    // The lists of kinds and pages, of which each stage makes what it needs.
    ("kinds", &[]),
    ("pages", &["kinds"]),
    ("source", &["kinds", "pages", "diagnostic"]),
    ("record", &["model", "diagnostic"]),
    ("schema", &["kinds", "record", "yaml", "diagnostic"]),
    ("content", &["kinds", "source", "record", "model", "diagnostic"]),
    // It writes what records are read from, and changes it where it stands.
    ("yaml", &["record", "diagnostic"]),
    // It writes what the content reads, and tries on it what it writes.
    ("import", &["content", "record", "yaml", "model", "diagnostic"]),
    ("site", &["kinds", "pages", "content", "record", "model", "diagnostic"]),
    ("render", &["kinds", "pages", "site", "record", "model", "format", "diagnostic", "artifact"]),
    // It asks other websites about links.
    ("external", &["site", "diagnostic"]),
    ("output", &["artifact", "model"]),
    ("serve", &["artifact"]),
    (
        "pipeline",
        &[
            "source",
            "content",
            "record",
            "site",
            "render",
            "format",
            "output",
            "external",
            "serve",
            "model",
            "diagnostic",
            "artifact",
            "starter",
            "yaml",
        ],
    ),
    // What it begins a site with must be what the schemas allow.
    ("starter", &["kinds", "schema", "record", "yaml", "model"]),
    ("commands", &["cli", "pipeline", "serve", "import", "schema", "starter", "model", "diagnostic"]),
    ("cli", &["commands", "pipeline", "starter", "model"]),
    ("main", &[]),
    ("lib", &[]),
];

/// What reaches out of the program, and the parts that may.
const EDGES: &[(&str, &[&str])] = &[
    // A preview watches folders; the rest of the disk belongs to reading and writing.
    // An import reads and writes the one file that it is given.
    ("fs::", &["source", "output", "serve", "commands"]),
    ("SystemTime", &["source", "serve"]),
    ("Instant", &["commands", "serve"]),
    // The only "now" that a site may depend on.
    ("Timestamp::now", &["pipeline"]),
    ("Zoned::now", &[]),
    ("std::net", &["serve"]),
    ("std::thread", &["serve", "pipeline", "external"]),
    ("ureq", &["external"]),
    ("std::process", &["cli", "commands", "main"]),
    ("std::env", &["commands"]),
    ("print!", &[]),
    // They panic where nobody reads.
    ("println!", &[]),
    ("eprintln!", &[]),
    ("say!", &["commands"]),
    ("dbg!", &[]),
    ("todo!", &[]),
];

/// One source file of the program, without its tests and comments.
struct File {
    part: String,
    path: String,
    code: String,
}

fn files() -> Vec<File> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walkdir::WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("the folder can be read").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&folder).expect("it is below").to_string_lossy().replace('\\', "/");
            let part = part(name.trim_end_matches(".rs").split('/')).to_owned();
            File { part, code: code(&fs::read_to_string(&path).expect("it can be read")), path: name }
        })
        .filter(|file| !file.path.split('/').any(|part| part == "tests" || part == "tests.rs"))
        .collect()
}

/// The part to which a module belongs, by the names of its path.
fn part<'n>(mut names: impl Iterator<Item = &'n str>) -> &'n str {
    match names.next().unwrap_or_default() {
        "kinds" => names.nth(1).unwrap_or("kinds"),
        part => part,
    }
}

/// The text up to the tests at its end, without comments.
fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The parts that are used, as paths from `crate::` name them.
fn used_parts(code: &str) -> Vec<&str> {
    let is_path = |letter: char| letter.is_alphanumeric() || "_:".contains(letter);
    let paths = code.split("crate::").skip(1).map(|rest| rest.split(|letter| !is_path(letter)).next().unwrap_or(""));
    paths.map(|path| part(path.split("::").filter(|name| !name.is_empty()))).collect()
}

/// Whether a word stands in the code, and not as the end of another.
fn mentions(code: &str, word: &str) -> bool {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_name))
}

#[test]
fn each_part_uses_only_what_stands_before_it() {
    let may_use: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut faults = BTreeSet::new();
    for File { part, path, code } in files() {
        let Some(allowed) = may_use.get(part.as_str()) else {
            faults.insert(format!("src/{path} belongs to no part that the test knows"));
            continue;
        };
        for used in used_parts(&code) {
            if used.is_empty() {
                faults.insert(format!("src/{path}: write one `use crate::…` for each part"));
            } else if used != part && !allowed.contains(&used) {
                faults.insert(format!("src/{path} uses `{used}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The paths in a `use`: `a::{b, c::{d}}` names `a::b` and `a::c::d`.
fn paths_of(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((before, rest)) = tree.split_once('{') else {
        return vec![tree.split(" as ").next().unwrap_or(tree).trim().to_owned()];
    };
    let body = rest.rsplit_once('}').map_or(rest, |(body, _)| body);
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for letter in body.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == ',' && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("there is one").push(letter);
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| paths_of(part)).map(|path| format!("{before}{path}")).collect()
}

/// The module of a file: `site::lookup` for `site/lookup.rs`.
fn module(path: &str) -> String {
    path.trim_end_matches(".rs").replace('/', "::")
}

/// The modules that a file imports from, but for its own parents and children.
fn imports(file: &File, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let own = module(&file.path);
    let statements = file.code.split(';').filter_map(|part| {
        let at = part.rfind("use ").filter(|&at| part[..at].ends_with([' ', '\n', ')']) || at == 0)?;
        Some(&part[at + 4..])
    });
    let paths = statements.flat_map(paths_of).filter_map(|path| {
        let mut names: Vec<&str> = path.split("::").collect();
        let mut base: Vec<&str> = own.split("::").collect();
        match names[0] {
            "crate" => base.clear(),
            "super" => {}
            _ => return None,
        }
        while matches!(names.first(), Some(&"crate" | &"super")) {
            if names.remove(0) == "super" {
                base.pop();
            }
        }
        base.extend(names);
        (1..=base.len()).rev().map(|end| base[..end].join("::")).find(|path| modules.contains(path))
    });
    let is_family = |other: &str| {
        let below = |one: &str, other: &str| one.strip_prefix(other).is_some_and(|rest| rest.starts_with("::"));
        other == own || below(other, &own) || below(&own, other)
    };
    paths.filter(|path| !is_family(path)).collect()
}

/// Files that import each other, however far around, cannot be understood one by one. A module and its own children may.
#[test]
fn no_files_import_each_other() {
    let files = files();
    let modules: BTreeSet<String> = files.iter().map(|file| module(&file.path)).collect();
    let imports: BTreeMap<String, BTreeSet<String>> =
        files.iter().map(|file| (module(&file.path), imports(file, &modules))).collect();
    assert!(imports["site::lookup"].contains("record::reference"), "{:?}", imports["site::lookup"]);
    // Files that import nothing that is left are taken away, until there are none or only circles.
    let mut left = imports;
    loop {
        let free: Vec<String> = left
            .iter()
            .filter(|(_, used)| !used.iter().any(|one| left.contains_key(one)))
            .map(|(own, _)| own.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        for own in free {
            left.remove(&own);
        }
    }
    // So are those that no other one imports.
    loop {
        let used: BTreeSet<String> = left.values().flatten().cloned().collect();
        let before = left.len();
        left.retain(|own, _| used.contains(own));
        if left.len() == before {
            break;
        }
    }
    let circle: Vec<_> = left.keys().collect();
    assert!(circle.is_empty(), "these files import each other: {circle:?}");
}

#[test]
fn the_words_of_the_field_know_of_places_but_not_of_messages() {
    let mut faults = BTreeSet::new();
    for File { path, code, .. } in files().into_iter().filter(|file| file.part == "model") {
        for line in code.lines().filter(|line| line.contains("crate::diagnostic")) {
            if ["Diagnostic", "Report", "Severity", "print"].iter().any(|word| mentions(line, word)) {
                faults.insert(format!("src/{path}: {line}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn only_the_edges_touch_the_disk_the_clock_the_terminal_and_the_network() {
    let mut faults = BTreeSet::new();
    for File { part, path, code } in files() {
        for (word, allowed) in EDGES {
            if mentions(&code, word) && !allowed.contains(&part.as_str()) {
                faults.insert(format!("src/{path} has `{word}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_file_is_named_for_what_it_holds() {
    for File { path, .. } in files() {
        for part in path.split(['/', '.']) {
            assert!(!["mod", "utils", "util", "helpers", "common", "misc"].contains(&part), "src/{path}");
        }
    }
}

/// A kind of content is one folder, in which each stage finds what it needs.
#[test]
fn a_kind_of_content_is_a_folder_with_a_file_for_each_stage() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let kinds = fs::read_to_string(source.join("kinds.rs")).expect("it can be read");
    let folders: Vec<&str> =
        kinds.lines().filter_map(|line| line.strip_prefix("pub(crate) mod ")?.strip_suffix(';')).collect();
    assert!(folders.len() >= 8, "{folders:?}");
    for folder in folders {
        for stage in ["record", "site", "render"] {
            let file = source.join("kinds").join(folder).join(stage).with_extension("rs");
            assert!(file.is_file(), "{} is not there", file.display());
        }
    }
}

/// The files of the program and the theme that have a word.
fn files_with(word: &str) -> Vec<String> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let templates = walkdir::WalkDir::new(project.join("templates")).sort_by_file_name().into_iter();
    let templates = templates.map(|entry| entry.expect("the folder can be read").into_path());
    let templates = templates.filter(|path| path.extension().is_some_and(|ending| ending == "html")).map(|path| {
        let name = path.strip_prefix(project).expect("it is below").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("it can be read"))
    });
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let files = files().into_iter().map(|file| (file.path, file.code)).chain(templates);
    let with = files.filter(|(_, text)| text.split(|letter| !is_name(letter)).any(|name| name == word));
    with.map(|(path, _)| path).collect()
}

/// The recipes of `ARCHITECTURE.md`: what is new is written in few places, and nothing else has to know of it.
#[test]
fn what_is_new_is_written_in_few_places() {
    let field = ["kinds/service/record.rs", "kinds/service/render/page.rs", "render/service_download/table.rs"];
    assert_eq!(files_with("reopens"), [&field[..], &["templates/service.html"]].concat());
    // The page that lists the handbook, and the search, link to these two.
    assert_eq!(files_with("HandbookToPrint"), ["kinds/service/render/handbook.rs", "pages.rs"]);
    // Leaflets know of services. No other kind knows of leaflets, and no list has them but the one of kinds.
    let elsewhere = |word: &str| files_with(word).into_iter().filter(|path| !path.starts_with("kinds/leaflet"));
    assert_eq!(elsewhere("Leaflet").collect::<Vec<_>>(), ["kinds.rs"]);
}

/// Adds a file to those that are compiled, and all that it declares as modules; `folder` is where they are.
fn add_modules(file: PathBuf, folder: &Path, compiled: &mut BTreeSet<PathBuf>) {
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("`{}`: {error}", file.display()));
    compiled.insert(file);
    for line in text.lines().map(str::trim) {
        let declared = line.strip_prefix("mod ").or_else(|| line.strip_prefix("pub mod "));
        let declared = declared
            .or_else(|| line.strip_prefix("pub(").and_then(|rest| rest.split_once(") mod ")).map(|(_, name)| name));
        let Some(name) = declared.and_then(|name| name.strip_suffix(';')) else { continue };
        let below = folder.join(name);
        let beside = below.with_extension("rs");
        add_modules(if beside.exists() { beside } else { below.join("mod.rs") }, &below, compiled);
    }
}

/// A file that no module declares is never compiled, so that its tests never run.
#[test]
fn every_file_belongs_to_a_module() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut compiled = BTreeSet::new();
    for root in ["src/lib.rs", "src/main.rs", "tests/suite.rs"] {
        let root = project.join(root);
        let folder = root.parent().expect("a file is in a folder").to_owned();
        add_modules(root, &folder, &mut compiled);
    }
    let is_elsewhere = |path: &Path| ["tests/bench", "tests/browser"].iter().any(|other| path.ends_with(other));
    let files = ["src", "tests"].into_iter().flat_map(|folder| {
        walkdir::WalkDir::new(project.join(folder)).into_iter().filter_entry(|entry| !is_elsewhere(entry.path()))
    });
    let lost: Vec<PathBuf> = files
        .map(|entry| entry.expect("the folder can be read").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs") && !compiled.contains(path))
        .collect();
    assert!(lost.is_empty(), "no module declares {lost:#?}");
}
