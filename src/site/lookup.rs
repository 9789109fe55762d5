//! Finding what a reference names, and telling of those that name nothing.

mod partners;

use ahash::AHashMap;

use super::links::path::names_of_file;
use super::published::Published;
use super::route::Route;
use crate::diagnostic::{Diagnostic, Located, SourcePath, WordList};
use crate::kinds::service::record::Service;
use crate::model::plain_name::PlainName;
use crate::model::slug::is_id;
use crate::model::suggestion;
use crate::model::theme::File;
use crate::record::field::Part;
use crate::record::organisation::Organisation;
use crate::record::reference::{Kind, Ref, Target};
use crate::record::value::Record;
use crate::record::vocabulary::{Term, Vocabulary};
use partners::near_organisation;

/// The things that records name by id, with their positions in the site's lists.
#[derive(Default)]
pub(crate) struct Lookup<'c> {
    pub(super) areas: AHashMap<&'c str, usize>,
    pub(super) audiences: AHashMap<&'c str, usize>,
    pub(super) needs: AHashMap<&'c str, usize>,
    pub(super) levels: AHashMap<&'c str, usize>,
    pub(super) organisations: AHashMap<&'c str, usize>,
    /// The partners by their names.
    pub(super) partners: Vec<(PlainName, &'c Organisation)>,
    pub(super) services: AHashMap<&'c str, usize>,
    pub(super) courses: AHashMap<&'c str, usize>,
    pub(super) plans: AHashMap<&'c str, usize>,
    pub(super) indicators: AHashMap<&'c str, usize>,
    pub(super) groups: AHashMap<&'c str, usize>,
    /// The services in the order of the directory.
    pub(super) in_directory: &'c [Published<Service>],
    /// What is copied as it is.
    pub(super) files: &'c [File],
    /// Records that exist but are not to be seen today.
    pub(super) unpublished: Vec<&'c str>,
    /// Records whose files are too broken to be read, which is told there.
    pub(super) unread: Vec<&'c str>,
}

/// The file of the words, as messages name it.
const VOCABULARY: &str = "`content/vocabulary.yaml`";

/// Where a name is written.
pub(super) struct Place<'p> {
    /// The code of a problem with it.
    pub(super) code: &'p str,
    /// The file.
    pub(super) source: &'p SourcePath,
}

/// The list in which a name is looked up.
struct List<'l> {
    /// The ids in it, with their positions.
    ids: &'l AHashMap<&'l str, usize>,
    /// What each is, for messages: `area`.
    what: &'static str,
    /// Where they are written, for messages.
    written_in: &'static str,
}

impl<'c> Lookup<'c> {
    /// The words and the partners; the rest is filled in by who knows which records are to be seen.
    pub(super) fn new(vocabulary: &'c Vocabulary, organisations: &'c [Organisation]) -> Self {
        let terms = |terms: &'c [Term]| terms.iter().enumerate().map(|(at, term)| (term.id.as_str(), at)).collect();
        Self {
            areas: terms(&vocabulary.areas),
            audiences: terms(&vocabulary.audiences),
            needs: terms(&vocabulary.needs),
            levels: terms(&vocabulary.levels),
            organisations: organisations.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect(),
            partners: organisations.iter().map(|one| (PlainName::new(&one.name), one)).collect(),
            ..Self::default()
        }
    }

    /// The list in which names of a kind are looked up; none for those that have no list of their own.
    fn list(&self, target: Target) -> Option<List<'_>> {
        let (ids, what, written_in) = match target {
            Target::Area | Target::Place => (&self.areas, "area", VOCABULARY),
            Target::Audience => (&self.audiences, "audience", VOCABULARY),
            Target::Need => (&self.needs, "need", VOCABULARY),
            Target::Level => (&self.levels, "level", VOCABULARY),
            Target::Organisation | Target::Partner => (&self.organisations, "partner", "`content/organisations.yaml`"),
            Target::Service | Target::Helpline => (&self.services, "service", "`content/services/`"),
            Target::Course => (&self.courses, "course", "`content/training/`"),
            Target::Plan => (&self.plans, "plan", "`content/plans/`"),
            Target::Indicator => (&self.indicators, "indicator", "`content/indicators/`"),
            Target::Group => (&self.groups, "group", "`content/governance.yaml`"),
            Target::File | Target::Related | Target::Own => return None,
        };
        Some(List { ids, what, written_in })
    }

    /// The positions of those names that are in their list.
    pub(crate) fn positions<K: Kind>(&self, names: &[Ref<K>]) -> Vec<usize> {
        let list = self.list(K::TARGET);
        names.iter().filter_map(|name| list.as_ref()?.ids.get(name.as_str()).copied()).collect()
    }

    /// The services in the order of the directory.
    pub(crate) fn services(&self) -> impl Iterator<Item = &Published<Service>> {
        self.in_directory.iter()
    }

    /// Looks up every name in a record, and reports those that name nothing. Names of whatever belongs with a record are
    /// looked up by who knows those.
    pub(crate) fn check(&self, record: &impl Record, kind: &str, source: &SourcePath, problems: &mut Vec<Diagnostic>) {
        record.each_part(&mut |field, part| {
            let Part::Reference(name, target) = part else { return };
            let code = format!("{kind}/{}", if field.code.is_empty() { field.key } else { field.code });
            let place = Place { code: &code, source };
            match target {
                Target::Partner => near_organisation(self, name, &place, problems),
                Target::Place => self.warn_of_near(name, target, &place, problems),
                Target::File => problems.extend(self.missing_file(name, &place)),
                Target::Service | Target::Course if self.unpublished.contains(&name.as_str()) => {}
                _ => drop(self.find(name, target, &place, problems)),
            }
        });
    }

    /// What is wrong with the name of a file that is not there.
    fn missing_file(&self, file: &Located<String>, place: &Place<'_>) -> Option<Diagnostic> {
        if document_file(self.files, file).is_some() {
            return None;
        }
        let names = self.files.iter().map(|file| file.name.as_str());
        let help = suggestion::nearest(file.trim_start_matches("files/"), names).map_or_else(
            || "put the file into `content/files/` and write `files/` and its name".to_owned(),
            |near| format!("did you mean `files/{near}`?"),
        );
        let message = format!("there is no file `{}` in `content/`", file.value);
        Some(Diagnostic::error(place.code, place.source.clone(), message).at(file.span).help(help))
    }

    /// Reports a text that may be an id or any words, and is nearly an id of its list.
    pub(super) fn warn_of_near(
        &self,
        text: &Located<String>,
        target: Target,
        place: &Place<'_>,
        problems: &mut Vec<Diagnostic>,
    ) {
        let Some(List { ids, what, .. }) = self.list(target) else { return };
        if !is_id(text) || ids.contains_key(text.as_str()) {
            return;
        }
        let mut ids: Vec<&str> = ids.keys().copied().collect();
        ids.sort_unstable();
        if let Some(near) = suggestion::nearest(text, ids) {
            let message = format!("no {what} has the id `{}`, so it is shown as a name", text.value);
            let problem = Diagnostic::warning(place.code, place.source.clone(), message).at(text.span);
            problems.push(problem.help(format!("did you mean `{near}`?")));
        }
    }

    /// Finds a name in its list, or reports that it is not there, at the name itself.
    pub(super) fn find(
        &self,
        name: &Located<String>,
        target: Target,
        place: &Place<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let List { ids, what, written_in } = self.list(target)?;
        if let Some(&number) = ids.get(name.as_str()) {
            return Some(number);
        }
        let words_unread = written_in == VOCABULARY && self.unread.contains(&"vocabulary");
        if words_unread || self.unread.contains(&name.as_str()) {
            return None;
        }
        let mut known: Vec<&str> = ids.keys().copied().collect();
        known.sort_unstable();
        let help = match suggestion::nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("add it to {written_in}, which lists none yet"),
            None => format!("choose one that {written_in} lists, or add it there: {}", some(&known)),
        };
        let message = format!("there is no {what} `{}`", name.value);
        let problem = Diagnostic::error(place.code, place.source.clone(), message).at(name.span).help(help);
        problems.push(Diagnostic { shared: written_in == VOCABULARY, ..problem });
        None
    }

    /// What a reference to a service or a course leads to.
    pub(super) fn record(&self, id: &str) -> Option<Route> {
        let service = self.services.get(id).map(|&number| Route::Service(number));
        service.or_else(|| self.courses.get(id).map(|&number| Route::Course(number)))
    }
}

/// The number of the file that a document names: `files/report.pdf`.
pub(super) fn document_file(files: &[File], file: &str) -> Option<usize> {
    names_of_file(file).find_map(|name| {
        let name = name.trim_start_matches('/').trim_start_matches("files/");
        files.iter().position(|file| file.name == name)
    })
}

/// How often a word that is not in the vocabulary must be used until the vocabulary is more likely wrong than its uses.
const OFTEN: usize = 3;

/// Completes what is said of the vocabulary's words: which of them a missing value may be, and where a word that is used
/// often was perhaps misspelt.
pub(super) fn complete_help(problems: &mut [Diagnostic], vocabulary: &Vocabulary) {
    let mut uses: AHashMap<String, usize> = AHashMap::new();
    for problem in problems.iter().filter(|problem| problem.shared) {
        *uses.entry(problem.message.clone()).or_default() += 1;
    }
    for problem in problems {
        let near = problem.help.as_deref().filter(|help| help.starts_with("did you mean"));
        if let Some(help) = near.filter(|_| uses.get(&problem.message).is_some_and(|&uses| uses >= OFTEN)) {
            problem.help = Some(format!("{help} if the files are right, correct the id in {VOCABULARY}"));
        }
        let terms = match problem.choose_from {
            Some(WordList::Audiences) => &vocabulary.audiences,
            Some(WordList::Needs) => &vocabulary.needs,
            Some(WordList::Levels) => &vocabulary.levels,
            None => continue,
        };
        let ids: Vec<&str> = terms.iter().map(|term| term.id.as_str()).collect();
        let Some(first) = ids.first() else { continue };
        let field = problem.code.rsplit('/').next().unwrap_or_default();
        let example = if field == "level" { (*first).to_owned() } else { format!("[{first}]") };
        let choice = if ids.len() > 1 { format!("; {VOCABULARY} lists {}", some(&ids)) } else { String::new() };
        problem.help = Some(format!("add a line such as `{field}: {example}`{choice}"));
    }
}

/// The first few names of a list.
fn some(names: &[&str]) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<String> = names.iter().take(SHOWN).map(|name| format!("`{name}`")).collect();
    let more = if names.len() > SHOWN { " ..." } else { "" };
    format!("{}{more}", shown.join(", "))
}
