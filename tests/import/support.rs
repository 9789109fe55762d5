//! Runs the import, and reads its YAML as another program would.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// What an import said and wrote.
pub(crate) struct Import {
    pub(crate) yaml: String,
    pub(crate) report: String,
    pub(crate) status: i32,
}

impl Import {
    /// Imports a file with this name and content.
    pub(crate) fn of(name: &str, bytes: impl AsRef<[u8]>) -> Self {
        Self::with(name, bytes, &[])
    }

    /// Imports with more arguments.
    pub(crate) fn with(name: &str, bytes: impl AsRef<[u8]>, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("the file can be written");
        Self::run(&path, arguments, &folder)
    }

    fn run(path: &Path, arguments: &[&str], folder: &TempDir) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        program.args(["import", "plan", "--today", "2026-11-22"]).arg(path).args(arguments).current_dir(folder.path());
        let output = program.output().expect("the program can be started");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let status = output.status.code().expect("the program ends by itself");
        Self { yaml: text(output.stdout), report: text(output.stderr), status }
    }

    /// The plan as a tree.
    pub(crate) fn plan(&self) -> Value {
        assert_eq!(self.status, 0, "{}", self.report);
        serde_saphyr::from_str(&self.yaml).unwrap_or_else(|error| panic!("{error}:\n{}", self.yaml))
    }

    /// Every action with the title of its section, in order.
    pub(crate) fn actions(&self) -> Vec<(String, Value)> {
        let plan = self.plan();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let mut all = Vec::new();
        for section in list(&plan["sections"]) {
            let title = text(&section["title"]);
            all.extend(list(&section["actions"]).into_iter().map(|action| (title.clone(), action)));
            for objective in list(&section["objectives"]) {
                all.extend(list(&objective["actions"]).into_iter().map(|action| (title.clone(), action)));
            }
        }
        all
    }

    /// What `check` says of the plan in a site: nothing may be wrong but what the codes name.
    pub(crate) fn assert_passes_check(&self, warnings: &[&str]) {
        assert_eq!(self.status, 0, "{}", self.report);
        let site = crate::support::site::TestSite::new().with("content/plans/imported.yaml", &self.yaml);
        for problem in site.check_json() {
            let code = problem["code"].as_str().unwrap_or_default();
            let fine = problem["severity"] == "warning" && warnings.contains(&code);
            assert!(fine, "{problem:#}\n{}", self.yaml);
        }
    }

    /// Every word of a text is in the plan or in the report.
    pub(crate) fn assert_keeps_words(&self, input: &str) {
        let kept: std::collections::BTreeSet<String> =
            words(&self.yaml.replace('\\', "")).chain(words(&self.report)).collect();
        let lost: Vec<String> = words(input).filter(|word| !kept.contains(word)).collect();
        assert!(lost.is_empty(), "lost: {lost:?}\n{}\n{}", self.yaml, self.report);
    }
}

/// A value as text.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The words of a text: runs of two and more letters or digits.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|word| word.chars().count() > 1).map(str::to_lowercase)
}
