//! A small site for a test: files in a folder of its own, which the program is given as a person would give it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// The day on which the tests take place.
pub(crate) const TODAY: &str = "2026-11-22";

const SETTINGS: &str = "\
name: Marlsea Partnership
base_url: https://www.example.org/
description: Help with domestic abuse in Marlsea.
contact: {email: partnership@example.org}
";

const VOCABULARY: &str = "\
areas:
  - {id: north, name: North Marlsea}
  - {id: south, name: South Marlsea}
audiences:
  - {id: everyone, name: Everyone}
  - {id: older-people, name: Older people}
  - {id: professionals, name: Professionals}
needs:
  - {id: talk, name: Someone to talk to}
  - {id: housing, name: A safe place to stay}
levels:
  - {id: awareness, name: Awareness}
  - {id: advanced, name: Advanced}
";

const ORGANISATIONS: &str = "\
- {id: marlsea-council, name: Marlsea Council}
- {id: safe-harbour, name: Safe Harbour}
";

/// A site that a test changes, checks and builds.
pub(crate) struct TestSite {
    folder: TempDir,
}

/// What the program said, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl TestSite {
    /// A site with a name, a vocabulary and two partners.
    pub(crate) fn new() -> Self {
        Self::empty()
            .with("content/site.yaml", SETTINGS)
            .with("content/vocabulary.yaml", VOCABULARY)
            .with("content/organisations.yaml", ORGANISATIONS)
    }

    /// The example site, to be changed.
    pub(crate) fn example() -> Self {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let all = files(&content).into_iter();
        all.fold(Self::empty(), |site, (path, bytes)| site.with(&format!("content/{path}"), bytes))
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder can be made") }
    }

    /// The site with one more file, or with another text in one that it has.
    pub(crate) fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// The site with one more line in `site.yaml`.
    pub(crate) fn with_setting(self, line: &str) -> Self {
        let settings = self.read("content/site.yaml");
        self.with("content/site.yaml", format!("{settings}{line}\n"))
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("the folder can be made");
        fs::write(file, text).expect("the file can be written");
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file can be removed");
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn public(&self) -> PathBuf {
        self.path().join("public")
    }

    /// A file of the site's folder.
    pub(crate) fn read(&self, path: &str) -> String {
        let file = self.path().join(path);
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("`{}`: {error}", file.display()))
    }

    /// The program with this site on a day, ready for more arguments.
    fn command(&self, command: &str, today: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        program.args([command, "--today", today, "--site"]).arg(self.path());
        program
    }

    /// Runs a command of the program.
    pub(crate) fn run(&self, command: &str, arguments: &[&str]) -> Run {
        Run::of(self.command(command, TODAY).args(arguments))
    }

    /// Runs a command of the program whose results may be bytes.
    pub(crate) fn raw(&self, command: &str, arguments: &[&str]) -> std::process::Output {
        self.command(command, TODAY).args(arguments).output().expect("the program can be started")
    }

    /// Runs the program with these arguments and no others.
    pub(crate) fn run_plain(&self, arguments: &[&str]) -> Run {
        Run::of(Command::new(env!("CARGO_BIN_EXE_fingerpost")).args(arguments).current_dir(self.path()))
    }

    pub(crate) fn check(&self) -> Run {
        self.run("check", &[])
    }

    /// What `check` tells people, which goes to standard error.
    pub(crate) fn messages(&self) -> String {
        self.check().err
    }

    /// What `check` tells programs.
    pub(crate) fn check_json(&self) -> Vec<serde_json::Value> {
        let run = self.run("check", &["--format", "json"]);
        serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
    }

    pub(crate) fn build(&self) -> Run {
        self.run("build", &[])
    }

    /// The site with its pages made; there must be nothing wrong with it.
    pub(crate) fn built(self) -> Self {
        self.built_on(TODAY)
    }

    /// The site with its pages made as they are on a day.
    pub(crate) fn built_on(self, day: &str) -> Self {
        let run = Run::of(&mut self.command("build", day));
        assert_eq!(run.status, 0, "{run:?}");
        self
    }

    /// A page or file of the built site.
    pub(crate) fn page(&self, path: &str) -> String {
        self.read(&format!("public/{path}"))
    }

    /// Every file of the built site.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.public())
    }

    /// Every page of the built site.
    pub(crate) fn pages(&self) -> Vec<(String, String)> {
        let names = self.names().into_iter().filter(|name| is_page(name));
        names.map(|name| (name.clone(), self.page(&name))).collect()
    }

    /// The names of the built site's files.
    pub(crate) fn names(&self) -> Vec<String> {
        self.files().into_keys().collect()
    }
}

impl Run {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program can be started");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let status = output.status.code().expect("the program ends by itself");
        Self { status, out: text(output.stdout), err: text(output.stderr) }
    }
}

/// Whether a file is a page, by its name.
pub(crate) fn is_page(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "html")
}

/// Every file below a folder, by its path with `/`.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    if !folder.exists() {
        return BTreeMap::new();
    }
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("the folder can be read"))
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("it is in the folder");
            let parts: Vec<_> = name.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            (parts.join("/"), fs::read(entry.path()).expect("the file can be read"))
        })
        .collect()
}

/// A service that has what it must have, and these lines.
pub(crate) fn service(lines: &str) -> String {
    let needed = "title: Helpline\nsummary: Talk to someone.\norganisation: marlsea-council\n\
                  needs: [talk]\naudiences: [everyone]\nreviewed: 2026-11-01\n";
    format!("---\n{needed}{lines}---\nWe listen.\n")
}

/// A plan of one section with one action, which has a title and these lines.
pub(crate) fn plan(action: &str) -> String {
    let mut plan = "title: Our plan\nperiod: {from: 2026-04, to: 2029-03}\nsections:\n  - title: Early help\n    \
                    actions:\n      - title: Open a helpline\n"
        .to_owned();
    for line in action.lines() {
        plan.extend(["        ", line, "\n"]);
    }
    plan
}

/// A course that has what it must have, and these lines. Someone checked it, and people can just come, unless the lines
/// say something else.
pub(crate) fn course(lines: &str) -> String {
    let mut course =
        format!("title: First steps\nsummary: What to say.\nlevel: awareness\naudiences: [professionals]\n{lines}");
    for (key, line) in [("reviewed:", "reviewed: 2026-11-01\n"), ("booking:", "booking: {note: Just come.}\n")] {
        if !lines.lines().any(|line| line.starts_with(key)) {
            course.push_str(line);
        }
    }
    course
}

/// A page with this text, which begins in line 4.
pub(crate) fn page(text: &str) -> String {
    format!("---\ntitle: A page\n---\n{text}")
}
