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
use confidential::Sweep;
use record::Reading;
pub(crate) use record::{EntryOf, EntryOfWords, Record};

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
            /// The words around a page in each language that there are some in.
            pub(crate) words: Vec<EntryOfWords>,
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
                    Record::Words(words) => self.words.push(words.clone()),
                    Record::File(_) | Record::Asset(_) => {}
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
            .filter(|source| is_read(source))
            .map(|source| {
                while known.next_if(|(path, _)| *path < source.path).is_some() {}
                (source, known.next_if(|(path, (hash, _))| *path == source.path && *hash == source.hash))
            })
            .collect();
        self.memory = files
            .into_par_iter()
            .map(|(source, known)| known.unwrap_or_else(|| (source.path.clone(), (source.hash, record::read(source)))))
            .collect();
        let mut content = Content { theme: self.theme(sources), ..Content::default() };
        let mut files = Vec::new();
        for (path, (_, read)) in &self.memory {
            content.problems.extend(read.problems.iter().cloned());
            match &read.record {
                Some(Record::File(file)) => files.push(file.clone()),
                Some(Record::Asset(_)) => {}
                Some(record) => content.add(record),
                None if read.problems.iter().any(Diagnostic::is_error) => content.unread.push(path.clone()),
                None => {}
            }
        }
        content.files = Arc::new(files);
        content.problems.extend(self.look_for_secrets(sources));
        content
    }

    /// The templates, and the assets as they are published.
    fn theme(&self, sources: &Sources) -> Arc<Theme> {
        let of = |kind: Kind| sources.iter().filter(move |source| source.kind == kind);
        let asset = |source: &Source| match self.reading(&source.path).and_then(|reading| reading.record.as_ref()) {
            Some(Record::Asset(bytes)) => File { bytes: bytes.clone(), ..file_of_theme(source) },
            _ => file_of_theme(source),
        };
        let templates = of(Kind::Template).map(file_of_theme).collect();
        Arc::new(Theme { templates, assets: of(Kind::Asset).map(asset).collect() })
    }

    /// What a file gave.
    fn reading(&self, path: &SourcePath) -> Option<&Reading> {
        let at = self.memory.binary_search_by(|(other, _)| other.cmp(path)).ok()?;
        Some(&self.memory[at].1.1)
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

fn file_of_theme(source: &Source) -> File {
    let folders = ["templates/assets/", "templates/", "builtin/"];
    let name = folders.iter().find_map(|folder| source.path.strip_prefix(folder)).unwrap_or(&source.path);
    let bytes = source.bytes.clone();
    File { name: name.to_owned(), source: source.path.clone(), bytes, builtin: source.builtin }
}

/// Whether a file is read here. Of the theme only a site's own assets are, which may be pictures.
fn is_read(source: &Source) -> bool {
    match source.kind {
        Kind::Template => false,
        Kind::Asset => !source.builtin,
        _ => true,
    }
}
