//! Finding what a reference names, and telling of those that name nothing.

use ahash::AHashMap;

use super::routes::Route;
use crate::diagnostic::{Diagnostic, Located, SourcePath, WordList};
use crate::model::organisation::Organisation;
use crate::model::plain_name::PlainName;
use crate::model::slug::is_id;
use crate::model::suggestion;
use crate::model::vocabulary::{Term, Vocabulary};

/// The things that records name by id, with their positions in the site's lists.
#[derive(Debug, Default)]
pub(super) struct Lookup<'c> {
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
    /// Records that exist but are not to be seen today.
    pub(super) unpublished: Vec<&'c str>,
    /// Records whose files are too broken to be read, which is told there.
    pub(super) unread: Vec<&'c str>,
}

/// The file of the words, as messages name it.
pub(super) const VOCABULARY: &str = "`content/vocabulary.yaml`";

/// Where a reference stands, for the message.
pub(super) struct Reference<'r> {
    pub(super) code: &'r str,
    pub(super) source: &'r SourcePath,
    /// What it should name, for the message: `area`.
    pub(super) what: &'r str,
    /// The file that lists them, for the message.
    pub(super) listed_in: &'r str,
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

    /// Tells of a text that may be an id or any words, and is nearly an id of the list.
    pub(super) fn warn_of_near(
        list: &AHashMap<&str, usize>,
        text: &Located<String>,
        reference: &Reference<'_>,
        problems: &mut Vec<Diagnostic>,
    ) {
        if !is_id(text) || list.contains_key(text.as_str()) {
            return;
        }
        let mut ids: Vec<&str> = list.keys().copied().collect();
        ids.sort_unstable();
        if let Some(near) = suggestion::nearest(text, ids) {
            let Reference { code, source, what, .. } = reference;
            let message = format!("no {what} has the id `{}`, so it is shown as a name", text.value);
            let problem = Diagnostic::warning(*code, (*source).clone(), message).at(text.span);
            problems.push(problem.help(format!("did you mean `{near}`?")));
        }
    }

    /// Finds an id in a list, or tells that it is not there, at the id itself.
    pub(super) fn find(
        &self,
        list: &AHashMap<&str, usize>,
        id: &Located<String>,
        reference: &Reference<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        if let Some(&number) = list.get(id.as_str()) {
            return Some(number);
        }
        let words_unread = reference.listed_in == VOCABULARY && self.unread.contains(&"vocabulary");
        if words_unread || self.unread.contains(&id.as_str()) {
            return None;
        }
        let Reference { code, source, what, listed_in } = reference;
        let mut known: Vec<&str> = list.keys().copied().collect();
        known.sort_unstable();
        let help = match suggestion::nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("add it to {listed_in}, which lists none yet"),
            None => format!("choose one that {listed_in} lists, or add it there: {}", some(&known)),
        };
        let message = format!("there is no {what} `{}`", id.value);
        let problem = Diagnostic::error(*code, (*source).clone(), message).at(id.span).help(help);
        problems.push(Diagnostic { shared: *listed_in == VOCABULARY, ..problem });
        None
    }

    /// What a reference to a service or a course leads to.
    pub(super) fn record(&self, id: &str) -> Option<Route> {
        let service = self.services.get(id).map(|&number| Route::Service(number));
        service.or_else(|| self.courses.get(id).map(|&number| Route::Course(number)))
    }
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
