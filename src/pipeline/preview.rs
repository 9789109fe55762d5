//! A site that stays open: files are read again when they change, and pages are made when they are asked for.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::civil::Date;

use super::{Checked, Options, place, resolve};
use crate::artifact::Artifact;
use crate::content::Reader;
use crate::diagnostic::print::Placed;
use crate::model::day::parse_date;
use crate::render::{self, Renderer};
use crate::serve::{Preview, Problem, Severity};
use crate::source::{ReadError, Sources};

/// An open site.
pub struct Project {
    options: Options,
    base_path: String,
    /// What a refresh works on; requests never wait for it.
    work: Mutex<Work>,
    /// What requests are answered from.
    shown: RwLock<Arc<Shown>>,
    /// Who is told of the site each time it has been read.
    observer: Option<Observer>,
}

/// Is given the site each time it has been read, or the reason why it cannot be.
pub(crate) type Observer = Box<dyn Fn(Result<&Checked, &ReadError>) + Send + Sync>;

struct Work {
    sources: Sources,
    reader: Reader,
    /// The day that was chosen while it runs.
    day: Option<Date>,
}

/// What there is to show.
struct Shown {
    generation: u64,
    /// Of the last content that had no errors.
    renderer: Option<Arc<Renderer>>,
    /// Of the content as it is now.
    problems: Vec<Problem>,
    /// Whether the files could not be read at all.
    unreadable: bool,
    /// What templates did wrong on pages that were asked for.
    late: Mutex<Vec<Problem>>,
}

impl Project {
    /// Opens a site.
    ///
    /// # Errors
    /// When its files cannot be read.
    pub fn open(options: Options) -> Result<Self, ReadError> {
        Self::open_observed(options, None)
    }

    /// Opens a site, and lets `observer` see it now and after each change.
    ///
    /// # Errors
    /// When its files cannot be read.
    pub(crate) fn open_observed(options: Options, observer: Option<Observer>) -> Result<Self, ReadError> {
        let mut reader = Reader::default();
        let mut checked = resolve(Sources::read(&options.root)?, &mut reader, &options, None);
        let base = checked.site.as_ref().map(|site| site.settings.base_url.clone());
        let base_path = base.as_ref().map_or_else(|| "/".to_owned(), |base| format!("{}/", base.path_prefix()));
        // The path under which the preview lives stays while it runs, whatever becomes of `base_url`.
        let options = Options { base_url: options.base_url.clone().or(base), ..options };
        let shown = Shown::of(&mut checked, 0, None);
        if let Some(observe) = &observer {
            observe(Ok(&checked));
        }
        let work = Mutex::new(Work { sources: checked.sources, reader, day: None });
        Ok(Self { options, base_path, work, shown: RwLock::new(Arc::new(shown)), observer })
    }

    fn shown(&self) -> Arc<Shown> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn observe(&self, seen: Result<&Checked, &ReadError>) {
        if let Some(observe) = &self.observer {
            observe(seen);
        }
    }

    /// Works the site out anew, on the day that was chosen. What cannot be read is told in the browser, over the last good page.
    fn reread(&self, work: &mut Work, changed: Option<&[PathBuf]>, other_day: bool) -> u64 {
        let before = self.shown();
        let generation = before.generation + 1;
        let next = match work.sources.refresh(&self.options.root, changed) {
            Ok(false) if !before.unreadable && !other_day => return before.generation,
            Ok(_) => {
                let sources = std::mem::take(&mut work.sources);
                let options = Options { today: work.day.or(self.options.today), ..self.options.clone() };
                let mut checked = resolve(sources, &mut work.reader, &options, before.renderer.as_deref());
                let next = Shown::of(&mut checked, generation, before.renderer.clone());
                self.observe(Ok(&checked));
                work.sources = checked.sources;
                next
            }
            Err(error) => {
                self.observe(Err(&error));
                Shown::unreadable(&error, generation, before.renderer.clone())
            }
        };
        let last = std::mem::replace(&mut *self.shown.write().unwrap_or_else(PoisonError::into_inner), Arc::new(next));
        // To take a large site apart takes as long as to show a page, which someone waits for.
        rayon::spawn(move || drop((before, last)));
        generation
    }
}

impl Shown {
    /// What a site as it is now shows; `last` is what made the pages of the last good one.
    fn of(checked: &mut Checked, generation: u64, last: Option<Arc<Renderer>>) -> Self {
        let problems = checked.placed().into_iter().map(|placed| problem(&placed)).collect();
        let sound = checked.is_sound();
        let renderer = checked.renderer.take().filter(|_| sound).map(Arc::new);
        Self { generation, renderer: renderer.or(last), problems, unreadable: false, late: Mutex::default() }
    }

    /// What is shown when files cannot be read.
    fn unreadable(error: &ReadError, generation: u64, last: Option<Arc<Renderer>>) -> Self {
        let problem = Problem {
            severity: Severity::Error,
            code: "site/read".to_owned(),
            message: error.to_string(),
            path: "content".to_owned(),
            line: 1,
            column: 1,
            source: None,
            help: Some("check that the file is there and may be read".to_owned()),
        };
        Self { generation, renderer: last, problems: vec![problem], unreadable: true, late: Mutex::default() }
    }
}

/// A problem as the browser is told of it.
fn problem(placed: &Placed<'_>) -> Problem {
    let diagnostic = placed.diagnostic;
    Problem {
        severity: if diagnostic.is_error() { Severity::Error } else { Severity::Warning },
        code: diagnostic.code.clone(),
        message: diagnostic.message.clone(),
        path: diagnostic.path.to_string(),
        line: placed.position.line,
        column: placed.position.column,
        source: placed.line.clone(),
        help: diagnostic.help.clone(),
    }
}

impl Preview for Project {
    fn artifact(&self, path: &str) -> Option<Artifact> {
        let shown = self.shown();
        let renderer = shown.renderer.as_ref()?;
        match renderer.render(renderer.find(path)?) {
            Ok(artifact) => Some(artifact),
            Err(wrong) => {
                // A template that fails on this page alone: the page cannot be shown, but what is wrong can.
                let work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
                let placed = place(std::slice::from_ref(&wrong), &work.sources);
                let mut late = shown.late.lock().unwrap_or_else(PoisonError::into_inner);
                late.extend(placed.iter().map(problem));
                late.dedup();
                None
            }
        }
    }

    fn problems(&self) -> Vec<Problem> {
        let shown = self.shown();
        let late = shown.late.lock().unwrap_or_else(PoisonError::into_inner);
        shown.problems.iter().chain(late.iter()).cloned().collect()
    }

    fn refresh(&self, changed: Option<&[PathBuf]>) -> u64 {
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        self.reread(&mut work, changed, false)
    }

    fn day(&self) -> String {
        self.shown().renderer.as_ref().map(|renderer| renderer.site().today.to_string()).unwrap_or_default()
    }

    fn show_day(&self, day: Option<&str>) -> Option<u64> {
        let day = day.map(parse_date).transpose().ok()?;
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        work.day = day;
        Some(self.reread(&mut work, Some(&[]), true))
    }

    fn watched(&self) -> Vec<PathBuf> {
        ["content", "templates"].iter().map(|folder| self.options.root.join(folder)).collect()
    }

    fn base_path(&self) -> &str {
        &self.base_path
    }

    fn headers(&self, path: &str) -> Vec<(String, String)> {
        // What is wrong is shown by the strictest rules.
        self.shown().renderer.as_ref().map_or_else(render::strictest_headers, |renderer| renderer.headers(path))
    }

    fn redirect(&self, path: &str) -> Option<String> {
        self.shown().renderer.as_ref()?.redirect(path)
    }
}
