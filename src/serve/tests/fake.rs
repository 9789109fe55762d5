//! A pipeline in miniature: a folder of pages, each of which may be marked as faulty.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard};

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::artifact::Artifact;
use crate::serve::{Preview, Problem, Severity};

/// Publishes every file of `content/`; a file with `FAULT` in it is an error.
pub(super) struct FakePreview {
    site: TempDir,
    base_path: String,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    generation: u64,
    now: BTreeMap<String, String>,
    last_good: BTreeMap<String, String>,
    refreshes: Vec<Option<Vec<PathBuf>>>,
    day: Option<String>,
}

impl FakePreview {
    pub(super) fn new(base_path: &str, pages: &[(&str, &str)]) -> FakePreview {
        let site = tempfile::tempdir().unwrap();
        let state = Mutex::default();
        let preview = FakePreview { site, base_path: base_path.to_owned(), state };
        fs::create_dir(preview.content()).unwrap();
        for (path, text) in pages {
            preview.save(path, text);
        }
        preview.read();
        preview
    }

    pub(super) fn content(&self) -> PathBuf {
        self.site.path().join("content")
    }

    /// Saves a file in one step, so that nobody can see half of it.
    pub(super) fn save(&self, path: &str, text: &str) {
        let file = self.content().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let unseen = self.site.path().join("unseen");
        fs::write(&unseen, text).unwrap();
        fs::rename(&unseen, file).unwrap();
    }

    /// What the watcher has told so far.
    pub(super) fn refreshes(&self) -> Vec<Option<Vec<PathBuf>>> {
        self.state().refreshes.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Reads everything; tells whether anything is new.
    fn read(&self) -> bool {
        let files = WalkDir::new(self.content()).into_iter().filter_map(Result::ok);
        let now: BTreeMap<String, String> = files
            .filter_map(|entry| {
                let path = entry.path().strip_prefix(self.content()).ok()?.to_str()?.to_owned();
                Some((path, fs::read_to_string(entry.path()).ok()?))
            })
            .collect();
        let mut state = self.state();
        let is_new = state.now != now;
        state.now.clone_from(&now);
        if !now.values().any(|text| text.contains("FAULT")) {
            state.last_good = now;
        }
        is_new
    }
}

impl Preview for FakePreview {
    fn artifact(&self, path: &str) -> Option<Artifact> {
        assert_ne!(path, "panic.html", "a page that cannot be made");
        let text = self.state().last_good.get(path).cloned()?;
        Some(Artifact { path: path.to_owned(), bytes: text.into_bytes().into() })
    }

    fn problems(&self) -> Vec<Problem> {
        let state = self.state();
        let faulty = state.now.iter().filter(|(_, text)| text.contains("FAULT"));
        faulty
            .map(|(path, text)| Problem {
                severity: Severity::Error,
                code: "page/fault".to_owned(),
                message: "a fault in `<b>&\"'`".to_owned(),
                path: format!("content/{path}"),
                line: 1,
                column: 2,
                source: text.lines().next().map(str::to_owned),
                help: Some("take it out".to_owned()),
            })
            .collect()
    }

    fn refresh(&self, changed: Option<&[PathBuf]>) -> u64 {
        let is_new = self.read();
        let mut state = self.state();
        state.refreshes.push(changed.map(<[PathBuf]>::to_vec));
        state.generation += u64::from(is_new);
        state.generation
    }

    fn day(&self) -> String {
        self.state().day.clone().unwrap_or_else(|| "2026-11-22".to_owned())
    }

    fn show_day(&self, day: Option<&str>) -> Option<u64> {
        let mut state = self.state();
        state.day = day.filter(|day| day.len() == 10).map(str::to_owned);
        state.generation += 1;
        (day.is_none() || state.day.is_some()).then_some(state.generation)
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.content(), self.site.path().join("templates")]
    }

    fn base_path(&self) -> &str {
        &self.base_path
    }

    fn redirect(&self, path: &str) -> Option<String> {
        (path == "old/").then(|| format!("{}about/", self.base_path))
    }

    fn headers(&self, _path: &str) -> Vec<(String, String)> {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        vec![
            header("Referrer-Policy", "no-referrer"),
            header("Cache-Control", "max-age=31536000"),
            header("Access-Control-Allow-Origin", "*"),
            header("X-Broken", "a\r\nSet-Cookie: b"),
        ]
    }
}
