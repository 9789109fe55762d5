//! What people may write in each kind of file, told from the declarations of the records: pages for people, and JSON
//! Schemas for editors and other programs.

mod cms;
mod json;
mod page;

use crate::kinds::{self, kinds};
use crate::record::entry::Address;
use crate::record::field::Field;
use crate::record::glossary::GlossaryTerm;
use crate::record::governance::Group;
use crate::record::kind::ContentKind;
use crate::record::organisation::Organisation;
use crate::record::settings::Settings;
use crate::record::value::Record;
use crate::record::vocabulary::Vocabulary;

/// A kind of file with the fields that it has.
struct FileKind {
    /// Its name: `service`.
    name: &'static str,
    /// Its name for people: "Services".
    title: &'static str,
    /// Which files are of this kind.
    path: &'static str,
    /// What such a file is.
    about: &'static str,
    /// Whether the file is a list of records.
    is_list: bool,
    /// Whether a text in Markdown follows the fields.
    has_text: bool,
    /// The fields of its record.
    fields: fn() -> Vec<&'static Field>,
}

impl FileKind {
    /// A file that is one record.
    const fn one(
        name: &'static str,
        title: &'static str,
        path: &'static str,
        about: &'static str,
        fields: fn() -> Vec<&'static Field>,
    ) -> Self {
        Self { name, title, path, about, is_list: false, has_text: false, fields }
    }

    /// A file that is a list of records.
    const fn list<R: Record>(name: &'static str, title: &'static str, path: &'static str) -> Self {
        Self { is_list: true, ..Self::one(name, title, path, R::ABOUT, R::all_fields) }
    }

    /// A file that is a record of a kind of content.
    const fn content<K: ContentKind>(name: &'static str, path: &'static str, has_text: bool) -> Self {
        let fields = || [K::fields(), Address::all_fields()].concat();
        Self { has_text, ..Self::one(name, K::TITLE, path, K::ABOUT, fields) }
    }
}

macro_rules! with_content {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $files:literal $($rest:tt)* })+) => {
        /// Every kind of file that has fields.
        const KINDS: &[FileKind] = &[
            FileKind::one("site", "The site", "content/site.yaml", Settings::ABOUT, Settings::all_fields),
            FileKind::one(
                "vocabulary",
                "The words to choose from",
                "content/vocabulary.yaml",
                Vocabulary::ABOUT,
                Vocabulary::all_fields,
            ),
            FileKind::list::<Organisation>("organisations", "Partners", "content/organisations.yaml"),
            FileKind::list::<GlossaryTerm>("glossary", "The glossary", "content/glossary.yaml"),
            FileKind::list::<Group>("governance", "Boards and groups", "content/governance.yaml"),
            $(FileKind::content::<kinds::$folder::record::$Kind>(
                stringify!($folder),
                $files,
                matches!($files.as_bytes(), [.., b'm', b'd']),
            ),)+
        ];
    };
}
kinds!(with_content);

/// A JSON Schema (draft 7, which editors know best) for each kind of file: its name and its text.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    KINDS.iter().map(|kind| (format!("{}.schema.json", kind.name), json::schema(kind))).collect()
}

/// The name of each schema, and the files that it is for: `*` is a name, `**/*` any path.
pub(crate) fn files() -> Vec<(String, &'static str)> {
    KINDS.iter().map(|kind| (format!("{}.schema.json", kind.name), kind.path)).collect()
}

/// A configuration for programs that edit the files in a browser, in YAML.
#[must_use]
pub(crate) fn cms_config() -> String {
    cms::config()
}

/// A page in Markdown for each kind of file, with its fields: its name and its text.
#[must_use]
pub fn field_pages() -> Vec<(String, String)> {
    let page = |kind: &FileKind| (format!("{}.md", kind.name), page::page(kind));
    std::iter::once(("README.md".to_owned(), page::contents(KINDS))).chain(KINDS.iter().map(page)).collect()
}

/// What a field is called in a form: its label, else its key in words.
fn label(field: &Field) -> String {
    if !field.label.is_empty() {
        return field.label.to_owned();
    }
    let words = field.key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A comment of the code as one line of text.
fn sentence(comment: &str) -> String {
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
