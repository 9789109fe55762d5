//! One file into one record.

use std::sync::Arc;

use super::fields::Fields;
use super::{
    article, comments, confidential, course, file, governance, index_name, indicator, leaflet, markdown, network, node,
    organisations,
};
use super::{plan, private, service, settings, vocabulary, wording, written};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::model::article::Article;
use crate::model::confidential_place::SecretAddresses;
use crate::model::copy_name;
use crate::model::course::Course;
use crate::model::entry::Entry;
use crate::model::glossary::GlossaryTerm;
use crate::model::governance::Group;
use crate::model::indicator::Indicator;
use crate::model::leaflet::Leaflet;
use crate::model::network::Network;
use crate::model::organisation::Organisation;
use crate::model::plan::Plan;
use crate::model::prose::Prose;
use crate::model::redirect::Redirect;
use crate::model::service::{Location, Service};
use crate::model::settings::Settings;
use crate::model::slug::slugify;
use crate::model::theme::File;
use crate::model::vocabulary::Vocabulary;
use crate::source::{FrontMatter, Kind, MissingLine, Source};

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
    /// A plan.
    Plan(Arc<Entry<Plan>>),
    /// A service.
    Service(Arc<Entry<Service>>),
    /// A course.
    Course(Arc<Entry<Course>>),
    /// An indicator.
    Indicator(Arc<Entry<Indicator>>),
    /// A network.
    Network(Arc<Entry<Network>>),
    /// A leaflet.
    Leaflet(Arc<Entry<Leaflet>>),
    /// An update.
    Update(Arc<Entry<Article>>),
    /// A page.
    Page(Arc<Entry<Article>>),
    /// What is published as it is.
    File(File),
}

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
    if source.kind == Kind::File {
        reading.record = Some(Record::File(file::read(source, &report)));
        reading.problems = report.into_problems();
        return reading;
    }
    let copy = is_copy(source, &report);
    reading.record = match source.text() {
        Ok(text) => match source.kind {
            Kind::Service | Kind::Update | Kind::Page => read_markdown(source, text, &mut reading, &report),
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

fn read_yaml(source: &Source, node: &node::Node<'_>, report: &Report) -> Option<Record> {
    private::refuse_lone_words(node, report);
    wording::check_values(node, report);
    if source.kind == Kind::Course {
        wording::refuse_joining_links(node, report);
    }
    let entry = |fields: &mut Fields<'_, '_>| Identity::read(source, fields);
    Some(match source.kind {
        Kind::Vocabulary => Record::Vocabulary(Arc::new(vocabulary::read(node, report)?)),
        Kind::Organisations => Record::Organisations(Arc::new(organisations::read(node, report)?)),
        Kind::Glossary => {
            Record::Glossary(Arc::new(Identity::plain(source).with(vocabulary::read_glossary(node, report)?)))
        }
        Kind::Redirects => {
            Record::Redirects(Arc::new(Identity::plain(source).with(vocabulary::read_redirects(node, report)?)))
        }
        Kind::Governance => Record::Governance(Arc::new(Identity::plain(source).with(governance::read(node, report)?))),
        kind => {
            let mut fields = Fields::open(node, "the file", report)?;
            let identity = if kind == Kind::Settings { Identity::plain(source) } else { entry(&mut fields) };
            match kind {
                Kind::Settings => Record::Settings(Arc::new(settings::read(fields, source)?)),
                Kind::Plan => Record::Plan(Arc::new(identity.with(plan::read(fields)?))),
                Kind::Course => {
                    let course = course::read(fields, &identity.id)?;
                    Record::Course(Arc::new(identity.with(course)))
                }
                Kind::Indicator => Record::Indicator(Arc::new(identity.with(indicator::read(fields)?))),
                Kind::Network => Record::Network(Arc::new(identity.with(network::read(fields)?))),
                Kind::Leaflet => Record::Leaflet(Arc::new(identity.with(leaflet::read(fields)?))),
                _ => return None,
            }
        }
    })
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
    let mut fields = Fields::open(&node, "the part between the `---` lines", report)?;
    let identity = Identity::read(source, &mut fields);
    Some(match source.kind {
        Kind::Service => {
            let service = service::read(fields, body)?;
            if service.location == Some(Location::Confidential) {
                reading.secrets = confidential::addresses(&node);
                // These have errors of their own.
                reading.settled.extend(confidential::location_spans(&node));
                let reported = confidential::check(text, &reading.settled, report);
                reading.settled.extend(reported);
            }
            Record::Service(Arc::new(identity.with(service)))
        }
        Kind::Update => Record::Update(Arc::new(identity.with(article::read_update(fields, body, &source.path)?))),
        _ => Record::Page(Arc::new(identity.with(article::read_page(fields, body, &source.path)?))),
    })
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
    fn read(source: &'s Source, fields: &mut Fields<'_, '_>) -> Self {
        let plain = Self::plain(source);
        let slug = fields.id("slug").map_or_else(|| plain.slug.clone(), |slug| slug.value);
        index_name::check(source, &plain.id, &slug, fields.report);
        Self { slug, span: fields.head(), ..plain }
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
