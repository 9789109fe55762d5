//! One file into one record.

use std::sync::Arc;

use super::{comments, confidential, file, index_name, lists, private, wording, written};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::kinds::service::record::Location;
use crate::kinds::{self, kinds};
use crate::model::confidential_place::SecretAddresses;
use crate::model::copy_name;
use crate::model::prose::Prose;
use crate::model::slug::slugify;
use crate::model::theme::File;
use crate::record::entry::{Address, Entry};
use crate::record::fields::Fields;
use crate::record::frame_words::FrameWords;
use crate::record::glossary::GlossaryTerm;
use crate::record::governance::Group;
use crate::record::kind::{self, ContentKind};
use crate::record::markdown;
use crate::record::node::{self, Node};
use crate::record::organisation::Organisation;
use crate::record::redirect::Redirect;
use crate::record::settings::Settings;
use crate::record::value::Record as Declared;
use crate::record::vocabulary::Vocabulary;
use crate::source::{FrontMatter, Kind, MissingLine, Source};

/// The words of a language, shared by all who have them.
pub(crate) type EntryOfWords = Arc<Entry<FrameWords>>;

/// The record of a file, shared by all who have it.
pub(crate) type EntryOf<K> = Arc<Entry<<K as ContentKind>::Record>>;

macro_rules! record {
    ($({ $folder:ident $word:literal $Kind:ident $($rest:tt)* })+) => {
        /// What a file holds, by its kind.
        #[derive(Debug, Clone)]
        pub(crate) enum Record {
            /// `site.yaml`
            Settings(Arc<Settings>),
            /// `vocabulary.yaml`
            Vocabulary(Arc<Vocabulary>),
            /// `organisations.yaml`
            Organisations(Arc<Vec<Organisation>>),
            /// `glossary.yaml`
            Glossary(Arc<Entry<Vec<GlossaryTerm>>>),
            /// `redirects.yaml`
            Redirects(Arc<Entry<Vec<Redirect>>>),
            /// `governance.yaml`
            Governance(Arc<Entry<Vec<Group>>>),
            $(
                /// A record of a kind.
                $Kind(EntryOf<kinds::$folder::record::$Kind>),
            )+
            /// A file of `templates/words/`
            Words(EntryOfWords),
            /// What is published as it is.
            File(File),
            /// A picture of the theme, or whatever else is beside its templates.
            Asset(Arc<[u8]>),
        }

        /// Reads a file that is one record, with the text below its fields.
        fn read_entry(source: &Source, node: &Node<'_>, body: Prose, report: &Report) -> Option<Record> {
            match source.kind {
                $(Kind::$Kind => entry::<kinds::$folder::record::$Kind>(source, node, body, report).map(Record::$Kind),)+
                Kind::Settings
                | Kind::Vocabulary
                | Kind::Organisations
                | Kind::Glossary
                | Kind::Redirects
                | Kind::Governance
                | Kind::File
                | Kind::Template
                | Kind::Asset
                | Kind::Words
                | Kind::Unknown => None,
            }
        }
    };
}
kinds!(record);

/// What one file gave.
#[derive(Default)]
pub(super) struct Reading {
    /// What it holds, unless it is too broken.
    pub(super) record: Option<Record>,
    /// What is wrong with it.
    pub(super) problems: Vec<Diagnostic>,
    /// The places of its private values, and of what has been reported for giving a confidential place away.
    pub(super) settled: Vec<Span>,
    /// The address of a confidential place, to be looked for in other files.
    pub(super) secrets: SecretAddresses,
}

/// Reads one file.
pub(super) fn read(source: &Source) -> Reading {
    let report = Report::new(source.path.clone(), source.kind.word(), source.bytes.clone());
    let mut reading = Reading::default();
    let copied = match source.kind {
        Kind::File => Some(Record::File(file::read(source, &report))),
        Kind::Asset => Some(Record::Asset(file::asset(source, &report))),
        _ => None,
    };
    if copied.is_some() {
        return Reading { record: copied, problems: report.into_problems(), ..reading };
    }
    let copy = is_copy(source, &report);
    reading.record = match source.text() {
        Ok(text) => match source.kind {
            kind if kind.is_text() => read_markdown(source, text, &mut reading, &report),
            Kind::Unknown if copy => None,
            Kind::Unknown => {
                report_unknown(source, &report);
                None
            }
            kind => {
                let read = || node::read(text, 0, &report);
                // Which lines hold counts that must not be told is not known until the file has been read.
                let counts = kind == Kind::Indicator && text.contains("small_numbers");
                let node = if counts { report.without_quoting(read) } else { read() };
                node.and_then(|node| {
                    reading.settled = confidential::private_spans(&node);
                    let comments = || comments::check(text, 0, &node, &report);
                    if counts {
                        report.without_quoting(comments);
                    } else {
                        comments();
                    }
                    read_yaml(source, &node, &report)
                })
            }
        },
        Err(_) if source.kind == Kind::Unknown => None,
        Err(offset) => {
            let help = "save the file as UTF-8 text";
            report.error("text", Span::new(offset, offset + 1), "the file is not text in UTF-8 from here on", help);
            None
        }
    };
    if reading.record.is_none() && private::is_mentioned_in(&String::from_utf8_lossy(&source.bytes)) {
        // What could not be read may be private anywhere.
        report.quote_nothing();
    }
    reading.problems = report.into_problems();
    reading
}

/// Whether the file is named as a copy of another, which is told.
fn is_copy(source: &Source, report: &Report) -> bool {
    let name = source.path.rsplit('/').next().unwrap_or_default();
    let copy = copy_name::is_copy(name);
    if copy {
        let help = "delete it if it is one; if not, give it a name of its own, in lower-case letters and hyphens";
        report.warning("copy", Span::default(), format!("`{name}` has the name of a copy of another file"), help);
    }
    copy
}

fn report_unknown(source: &Source, report: &Report) {
    let help = meant_name(&source.path).map_or_else(
        || "the README lists the files of a site; pictures and documents go into `content/files/`".to_owned(),
        |name| format!("rename it to `{name}`"),
    );
    let message = format!("`{}` is ignored: it is not a content file", source.path);
    report.warning("unknown", Span::default(), message, help);
}

/// The name that a file was meant to have: with its ending in small letters, or without a second one that a program
/// added and Windows does not show.
fn meant_name(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    let small = |stem: &str, ending: &str| format!("{stem}.{ending}");
    let stem_as_name = || stem.rsplit_once('.').map(|(stem, ending)| small(stem, &ending.to_ascii_lowercase()));
    let names = match &*ending {
        "markdown" | "mdown" | "mkd" | "mdx" => vec![small(stem, "md")],
        "txt" => stem_as_name().into_iter().collect(),
        "md" | "yaml" | "yml" => vec![small(stem, &ending), small(stem, "yaml"), small(stem, "md")],
        _ => Vec::new(),
    };
    names.into_iter().find(|other| other != name && Kind::of(&format!("{folder}/{other}")) != Kind::Unknown)
}

fn read_yaml(source: &Source, node: &Node<'_>, report: &Report) -> Option<Record> {
    private::refuse_lone_words(node, report);
    wording::check_values(node, report);
    written::check_placeholders(node, report);
    if source.kind == Kind::Course {
        wording::refuse_joining_links(node, report);
    }
    let own = Identity::plain(source);
    Some(match source.kind {
        Kind::Settings => {
            let settings: Settings = read_file(node, report)?;
            Record::Settings(Arc::new(Settings { source: source.path.clone(), ..settings }))
        }
        Kind::Vocabulary => Record::Vocabulary(Arc::new(read_file(node, report)?)),
        Kind::Organisations => Record::Organisations(Arc::new(lists::organisations(node, report)?)),
        Kind::Glossary => Record::Glossary(Arc::new(own.with(lists::glossary(node, report)?))),
        Kind::Redirects => Record::Redirects(Arc::new(own.with(lists::redirects(node, report)?))),
        Kind::Governance => Record::Governance(Arc::new(own.with(lists::governance(node, report)?))),
        Kind::Words => Record::Words(Arc::new(own.with(read_file(node, report)?))),
        _ => return read_entry(source, node, Prose::default(), report),
    })
}

/// A record that has a file and no address of its own.
fn read_file<R: Declared>(node: &Node<'_>, report: &Report) -> Option<R> {
    let mut fields = Fields::open(node, R::WHAT, report)?;
    let record = R::read_fields(&mut fields);
    fields.finish();
    record
}

/// A record that has a file and an address.
fn entry<K: ContentKind>(source: &Source, node: &Node<'_>, body: Prose, report: &Report) -> Option<EntryOf<K>> {
    let what = if source.kind.is_text() { "the part between the `---` lines" } else { K::Record::WHAT };
    let mut fields = Fields::open(node, what, report)?;
    let identity = Identity::read(source, &mut fields)?;
    let record = K::read(&mut fields, kind::File { id: &identity.id, folder: folder(&source.path), body });
    fields.finish();
    Some(Arc::new(identity.with(record?)))
}

fn read_markdown(source: &Source, text: &str, reading: &mut Reading, report: &Report) -> Option<Record> {
    let parts = match FrontMatter::split(text) {
        Ok(parts) => parts,
        Err(missing) => {
            let message = match missing {
                MissingLine::Opening => "the file does not begin with a line `---`",
                MissingLine::Closing => "the fields at the top are not closed by a line `---`",
            };
            let help = "begin the file with `---`, then its fields such as `title: …`, then `---`, then the text";
            report.error("front-matter", Span::new(0, text.lines().next().map_or(0, str::len)), message, help);
            return None;
        }
    };
    let body: Prose = markdown::body(parts.body, parts.body_start, report);
    wording::check_body(parts.body, parts.body_start, report);
    let node = node::read(parts.yaml, parts.yaml_start, report)?;
    reading.settled = confidential::private_spans(&node);
    comments::check(parts.yaml, parts.yaml_start, &node, report);
    private::refuse_lone_words(&node, report);
    wording::check_values(&node, report);
    written::check_filled(&node, report);
    written::check_filled_body(parts.body, parts.body_start, report);
    let record = read_entry(source, &node, body, report)?;
    if let Record::Service(service) = &record
        && service.location == Some(Location::Confidential)
    {
        reading.secrets = confidential::addresses(&node);
        // These have errors of their own.
        reading.settled.extend(confidential::location_spans(&node));
        let reported = confidential::check(text, &reading.settled, report);
        reading.settled.extend(reported);
    }
    Some(record)
}

/// The folders between the kind's own folder and the file.
fn folder(path: &str) -> &str {
    let within = path.splitn(3, '/').nth(2).unwrap_or_default();
    within.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Who a record is, before it is known what it says.
struct Identity<'s> {
    source: &'s Source,
    id: String,
    slug: String,
    span: Span,
}

impl<'s> Identity<'s> {
    /// From the file's name, and its `slug:` where it has one.
    fn read(source: &'s Source, fields: &mut Fields<'_, '_>) -> Option<Self> {
        let plain = Self::plain(source);
        let address = Address::read_fields(fields)?;
        let slug = address.slug.map_or_else(|| plain.slug.clone(), |slug| slug.value.clone());
        index_name::check(source, &plain.id, &slug, fields.report);
        Some(Self { slug, span: fields.head(), ..plain })
    }

    /// From the file's name alone.
    fn plain(source: &'s Source) -> Self {
        let name = source.path.rsplit('/').next().unwrap_or_default();
        let id = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self { source, id: id.to_owned(), slug: slugify(id), span: Span::default() }
    }

    fn with<T>(self, record: T) -> Entry<T> {
        Entry { id: self.id, slug: self.slug, source: self.source.path.clone(), span: self.span, record }
    }
}
