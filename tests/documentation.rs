//! What the documents say of the program is there.

use std::fs;
use std::path::Path;

use crate::support::site::{TODAY, TestSite};

/// The tests that a document names, as `file › name` in code.
fn named_tests(document: &str) -> Vec<(String, String)> {
    let code = document.split('`').skip(1).step_by(2);
    code.filter_map(|code| code.split_once(" › ")).map(|(file, name)| (file.to_owned(), name.to_owned())).collect()
}

#[test]
fn each_test_that_the_page_on_safety_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/safety.md")).expect("the page is there");
    let tests = named_tests(&document);
    assert!(tests.len() > 50, "{}", tests.len());
    for (file, name) in tests {
        let source = fs::read_to_string(root.join(&file)).unwrap_or_else(|error| panic!("`{file}`: {error}"));
        let is_there = if Path::new(&file).extension().is_some_and(|ending| ending == "rs") {
            source.contains(&format!("#[test]\nfn {name}()")) || source.contains(&format!("#[test]\n    fn {name}()"))
        } else {
            source.lines().any(|line| ["test(", "look("].iter().any(|call| line.contains(call)) && line.contains(&name))
        };
        assert!(is_there, "`{file}` has no test `{name}`");
    }
    for number in 1..=32 {
        assert!(document.contains(&format!("\n| {number} |")), "the page says nothing of {number}");
    }
}

/// A block of code in a document, with the heading above it.
struct Block {
    language: String,
    text: String,
    heading: String,
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut heading) = (false, String::new());
    for line in document.lines() {
        if let Some(language) = line.strip_prefix("```") {
            open = !open;
            if open {
                blocks.push(Block { language: language.to_owned(), text: String::new(), heading: heading.clone() });
            }
        } else if open {
            let text = &mut blocks.last_mut().expect("it is open").text;
            text.push_str(line);
            text.push('\n');
        } else if let Some(words) = line.strip_prefix("## ") {
            words.clone_into(&mut heading);
        }
    }
    blocks
}

/// The fields of a file, each with its name and all of its lines.
fn fields(yaml: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in yaml.lines() {
        let name = line.split(':').next().filter(|_| !line.starts_with([' ', '#', '-']) && line.contains(':'));
        match (name, fields.last_mut()) {
            (Some(name), _) => fields.push((name.to_owned(), format!("{line}\n"))),
            (None, Some((_, text))) => text.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    fields
}

/// A file with some of its fields replaced.
fn with_fields(file: &str, new: &str) -> String {
    let (head, yaml, body) = match file.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((yaml, body)) => ("---\n", yaml, format!("---\n{body}")),
        None => ("", file, String::new()),
    };
    let new = fields(new);
    let old = fields(yaml).into_iter().filter(|(name, _)| !new.iter().any(|(known, _)| known == name));
    let all: String = old.chain(new.iter().cloned()).map(|(_, text)| text).collect();
    format!("{head}{all}{body}")
}

fn started() -> TestSite {
    let site = TestSite::empty();
    let mut init = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    init.arg("init").arg(site.path().join(".")).args(["--name", "Marlsea", "--today", TODAY]);
    init.assert().success();
    let news = site.read("content/updates/2026-11-our-new-website.md");
    site.write("content/updates/our-new-website.md", news);
    site.remove("content/updates/2026-11-our-new-website.md");
    site
}

/// Runs what a document tells people to type.
fn run_command(site: &TestSite, line: &str, document: &str) {
    let mut words: Vec<String> = Vec::new();
    for (at, part) in line.split('"').enumerate() {
        if at % 2 == 1 { words.push(part.to_owned()) } else { words.extend(part.split_whitespace().map(str::to_owned)) }
    }
    let [program, command, ..] = words.as_slice() else { panic!("{document}: {line}") };
    assert_eq!(program, "fingerpost", "{document}: {line}");
    let waits = ["serve", "init", "--version"].contains(&command.as_str()) || line.contains("../other-site");
    if waits {
        // That it is understood must do.
        words.push("--help".to_owned());
    } else if command == "import" && line.contains(" plan.xlsx ") {
        let plan =
            site.run_plain(&["export", "plan", "our-plan", "--format", "xlsx", "--today", TODAY, "--out", "plan.xlsx"]);
        assert_eq!(plan.status, 0, "{plan:?}");
    } else if !line.contains("--today") && !["schema", "export", "--version"].contains(&command.as_str()) {
        words.extend(["--today".to_owned(), TODAY.to_owned()]);
    }
    let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    let run = site.run_plain(&words);
    assert_eq!(run.status, 0, "{document}: {line}\n{run:?}");
}

#[test]
fn every_recipe_works_on_a_new_site() {
    let document =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/recipes.md")).expect("it is there");
    let mut recipes: Vec<(String, Vec<Block>)> = Vec::new();
    for block in blocks(&document) {
        match recipes.last_mut() {
            Some((heading, blocks)) if *heading == block.heading => blocks.push(block),
            _ => recipes.push((block.heading.clone(), vec![block])),
        }
    }
    assert!(recipes.len() > 10, "{}", recipes.len());
    for (heading, recipe) in recipes {
        let site = started();
        for block in &recipe {
            if block.language == "sh" {
                block.text.lines().for_each(|line| run_command(&site, line, &heading));
                continue;
            }
            let (first, rest) = block.text.split_once('\n').expect("a line");
            let path = first.trim_start_matches("# ").trim_start_matches("<!-- ").trim_end_matches(" -->");
            let text = match fs::read_to_string(site.path().join(path)) {
                Ok(text) if block.language == "yaml" => with_fields(&text, rest),
                _ => rest.to_owned(),
            };
            if path == "content/pages/about-us.md" {
                site.remove("content/pages/about.md");
            }
            site.write(path, text);
        }
        let run = site.run("check", &["--errors"]);
        assert_eq!(run.status, 0, "{heading}: {run:?}");
    }
}

#[test]
fn every_command_that_the_guides_name_runs() {
    for name in ["first-hour.md", "when-something-is-wrong.md"] {
        let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).expect(name);
        let site = started();
        let commands = blocks(&document).into_iter().filter(|block| block.language == "sh");
        let commands: Vec<String> =
            commands.flat_map(|block| block.text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
        assert!(commands.len() > 2, "{name}");
        // `tests/external.rs` goes out to websites of its own.
        let commands = commands.iter().filter(|line| !line.contains("--external"));
        for line in commands.filter(|line| line.starts_with("fingerpost")) {
            run_command(&site, line, name);
        }
    }
}

#[test]
fn the_ten_lines_on_yaml_are_a_service() {
    let document = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/yaml.md")).expect("it is there");
    let site = started();
    let yaml: String = blocks(&document).iter().map(|block| block.text.as_str()).collect();
    site.write("content/services/our-service.md", with_fields(&site.read("content/services/our-service.md"), &yaml));
    let run = site.run("check", &["--errors"]);
    assert_eq!(run.status, 0, "{run:?}");
}

/// What the guide to publishing shows is what `init` writes.
#[test]
fn the_files_that_publish_a_site_are_shown_as_they_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/publishing.md")).expect("it is there");
    let shown: Vec<&str> = document.split("<!-- src/").skip(1).collect();
    assert_eq!(shown.len(), fs::read_dir(root.join("src/starter/daily")).expect("the folder").count());
    for part in shown {
        let (path, rest) = part.split_once(" -->").expect("the name of a file");
        let file = fs::read_to_string(root.join("src").join(path)).expect(path);
        let block = &blocks(rest)[0].text;
        let named = file
            .replace("{{host}}", "Netlify")
            .replace("{{hook}}", "Project configuration, Build & deploy, Build hooks");
        assert_eq!(*block, named, "{path}");
    }
}

/// Each page of the documentation can be reached from its contents, and no link in it leads nowhere.
#[test]
fn the_contents_lead_to_every_page_and_every_link_leads_somewhere() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let contents = fs::read_to_string(docs.join("README.md")).expect("it is there");
    for entry in fs::read_dir(&docs).expect("the folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_none_or(|ending| ending != "md") || name == "README.md" {
            continue;
        }
        assert!(contents.contains(&format!("({name})")), "{name} is not in the contents");
        let text = fs::read_to_string(&path).expect("it can be read");
        let outside_code: String = text.split("```").step_by(2).collect();
        for link in outside_code.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            let is_own =
                !file.is_empty() && !link.contains("://") && !link.starts_with("mailto:") && !link.contains("files/");
            assert!(!is_own || docs.join(file).exists() || link.starts_with('/'), "{name}: {link}");
        }
    }
}
