//! The second stage: what people wrote, typed, each value knowing where it stands.
//!
//! One file gives one record and its problems, with no look at any other file. So files are read in parallel, and
//! a file whose bytes have not changed is not read again.

mod comments;
mod confidential;
mod file;
mod index_name;
mod lists;
mod private;
mod record;
mod wording;
mod written;

use std::sync::Arc;

use rayon::prelude::*;

use confidential::Sweep;
use record::Reading;
pub(crate) use record::{EntryOf, Record};

use crate::diagnostic::{Diagnostic, SourcePath};
use crate::kinds::{self, kinds};
use crate::model::confidential_place::SecretAddresses;
use crate::model::theme::{File, Theme};
use crate::record::entry::Entry;
use crate::record::glossary::GlossaryTerm;
use crate::record::governance::Group;
use crate::record::organisation::Organisation;
use crate::record::redirect::Redirect;
use crate::record::settings::Settings;
use crate::record::vocabulary::Vocabulary;
use crate::source::{Kind, Source, Sources};

macro_rules! content {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// Everything that people wrote.
        #[derive(Debug, Clone, Default)]
        pub struct Content {
            /// The site; none where its file is missing or too broken.
            pub(crate) settings: Option<Arc<Settings>>,
            /// The words to choose from.
            pub(crate) vocabulary: Arc<Vocabulary>,
            /// The partners.
            pub(crate) organisations: Arc<Vec<Organisation>>,
            /// Terms and their meanings.
            pub(crate) glossary: Arc<Entry<Vec<GlossaryTerm>>>,
            /// Old addresses.
            pub(crate) redirects: Arc<Entry<Vec<Redirect>>>,
            /// Boards and groups.
            pub(crate) governance: Arc<Entry<Vec<Group>>>,
            $(
                /// The records of a kind.
                pub(crate) $list: Vec<EntryOf<kinds::$folder::record::$Kind>>,
            )+
            /// Templates, styles, scripts.
            pub(crate) theme: Arc<Theme>,
            /// What is copied as it is.
            pub(crate) files: Arc<Vec<File>>,
            /// Files that are too broken to give a record. What refers to them is not to blame.
            pub(crate) unread: Vec<SourcePath>,
            /// What is wrong with the files.
            pub(crate) problems: Vec<Diagnostic>,
        }

        impl Content {
            fn add(&mut self, record: &Record) {
                match record {
                    Record::Settings(settings) => self.settings = Some(settings.clone()),
                    Record::Vocabulary(vocabulary) => self.vocabulary = vocabulary.clone(),
                    Record::Organisations(organisations) => self.organisations = organisations.clone(),
                    Record::Glossary(glossary) => self.glossary = glossary.clone(),
                    Record::Redirects(redirects) => self.redirects = redirects.clone(),
                    Record::Governance(groups) => self.governance = groups.clone(),
                    $(Record::$Kind(record) => self.$list.push(record.clone()),)+
                    Record::File(_) => {}
                }
            }
        }
    };
}
kinds!(content);

/// A file as it was, by the fingerprint of its bytes, and what it gave.
type Remembered = (SourcePath, (blake3::Hash, Reading));

/// Reads files and remembers what they gave.
#[derive(Default)]
pub struct Reader {
    /// In the order of the paths, in which files come.
    memory: Vec<Remembered>,
    sweep: Sweep,
}

impl Reader {
    /// What the files say. Files that have not changed since the last call are not read again.
    pub fn read(&mut self, sources: &Sources) -> Content {
        let mut known = std::mem::take(&mut self.memory).into_iter().peekable();
        let files: Vec<(&Source, Option<Remembered>)> = sources
            .iter()
            .filter(|source| is_content(source.kind))
            .map(|source| {
                while known.next_if(|(path, _)| *path < source.path).is_some() {}
                (source, known.next_if(|(path, (hash, _))| *path == source.path && *hash == source.hash))
            })
            .collect();
        self.memory = files
            .into_par_iter()
            .map(|(source, known)| known.unwrap_or_else(|| (source.path.clone(), (source.hash, record::read(source)))))
            .collect();
        let mut content = Content { theme: theme(sources), ..Content::default() };
        let mut files = Vec::new();
        for (path, (_, read)) in &self.memory {
            content.problems.extend(read.problems.iter().cloned());
            match &read.record {
                Some(Record::File(file)) => files.push(file.clone()),
                Some(record) => content.add(record),
                None if read.problems.iter().any(Diagnostic::is_error) => content.unread.push(path.clone()),
                None => {}
            }
        }
        content.files = Arc::new(files);
        content.problems.extend(self.look_for_secrets(sources));
        content
    }

    /// Looks for the address of each confidential place in all files.
    fn look_for_secrets(&mut self, sources: &Sources) -> Vec<Diagnostic> {
        let mut addresses = SecretAddresses::default();
        self.memory.iter().for_each(|(_, (_, read))| addresses.extend(&read.secrets));
        let memory = &self.memory;
        self.sweep.problems(sources, addresses, |source| {
            let Ok(at) = memory.binary_search_by(|(path, _)| path.cmp(&source.path)) else { return Some(&[]) };
            let (_, (_, reading)) = &memory[at];
            (reading.record.is_some() || source.kind == Kind::Unknown).then_some(&*reading.settled)
        })
    }
}

/// Templates and assets go on as they are.
fn theme(sources: &Sources) -> Arc<Theme> {
    Arc::new(Theme { templates: files_of(sources, Kind::Template), assets: files_of(sources, Kind::Asset) })
}

fn files_of(sources: &Sources, kind: Kind) -> Vec<File> {
    let folders = ["templates/assets/", "templates/", "builtin/"];
    let name = |path: &str| folders.iter().find_map(|folder| path.strip_prefix(folder)).unwrap_or(path).to_owned();
    let files = sources.iter().filter(|source| source.kind == kind);
    files
        .map(|source| File {
            name: name(&source.path),
            source: source.path.clone(),
            bytes: source.bytes.clone(),
            builtin: source.builtin,
        })
        .collect()
}

fn is_content(kind: Kind) -> bool {
    !matches!(kind, Kind::Template | Kind::Asset)
}
