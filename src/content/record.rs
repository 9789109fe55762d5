//! One file into one record.

use std::sync::Arc;

use super::fields::Fields;
use super::{article, course, governance, indicator, leaflet, markdown, network, node, organisations, plan};
use super::{service, settings, vocabulary, wording};
use crate::diagnostic::{Diagnostic, Report, Span};
use crate::model::article::Article;
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
use crate::model::service::Service;
use crate::model::settings::Settings;
use crate::model::slug::slugify;
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
}

/// Reads one file: its record, unless it is too broken, and its problems.
pub(super) fn read(source: &Source) -> (Option<Record>, Vec<Diagnostic>) {
    let report = Report::new(source.path.clone(), source.kind.word(), source.bytes.clone());
    let record = match source.text() {
        Ok(text) => match source.kind {
            Kind::Service | Kind::Update | Kind::Page => read_markdown(source, text, &report),
            Kind::Unknown => {
                report_unknown(source, &report);
                None
            }
            kind => {
                let read = || node::read(text, 0, &report);
                // Which lines hold counts that must not be told is not known until the file has been read.
                let counts = kind == Kind::Indicator && text.contains("small_numbers");
                let node = if counts { report.without_quoting(read) } else { read() };
                node.and_then(|node| read_yaml(source, &node, &report))
            }
        },
        Err(_) if source.kind == Kind::Unknown => None,
        Err(offset) => {
            let help = "save the file as UTF-8 text";
            report.error("text", Span::new(offset, offset + 1), "the file is not text in UTF-8 from here on", help);
            None
        }
    };
    (record, report.into_problems())
}

fn report_unknown(source: &Source, report: &Report) {
    let help = "see the list of files in the guide; pictures and documents go into `content/files/`";
    report.warning("unknown", Span::default(), format!("nothing reads `{}` here", source.path), help);
}

fn read_yaml(source: &Source, node: &node::Node<'_>, report: &Report) -> Option<Record> {
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

fn read_markdown(source: &Source, text: &str, report: &Report) -> Option<Record> {
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
    wording::check_values(&node, report);
    let mut fields = Fields::open(&node, "the part between the `---` lines", report)?;
    let identity = Identity::read(source, &mut fields);
    Some(match source.kind {
        Kind::Service => Record::Service(Arc::new(identity.with(service::read(fields, body)?))),
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
