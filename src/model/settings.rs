//! The site and the partnership behind it.

use jiff::tz::TimeZone;

use super::accessibility::Accessibility;
use super::colour::Colour;
use super::duration::Duration;
use super::email::Email;
use super::glossary::SearchGlossary;
use super::host::Host;
use super::language::Language;
use super::phone::Phone;
use super::prose::Prose;
use super::web_address::WebAddress;
use super::year_start::YearStart;
use crate::diagnostic::{Located, SourcePath};

/// What `content/site.yaml` says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Settings {
    /// The file.
    pub source: SourcePath,
    /// The partnership's name.
    pub name: String,
    /// The name for tabs and headers.
    pub short_name: String,
    /// Where the site will live.
    pub base_url: WebAddress,
    /// The host that `site.yaml` names, without `www.`, whatever address a build is for. It stands for the site in what
    /// calendars know its sessions by.
    pub domain: String,
    /// The language of its words.
    pub language: Language,
    /// The zone of all its dates and times.
    pub timezone: TimeZone,
    /// What it is, in one sentence.
    pub description: String,
    /// Where "Exit this page" goes.
    pub exit_url: WebAddress,
    /// What to do in danger, where the partnership has its own words.
    pub emergency: Option<Emergency>,
    /// The services that come first, everywhere.
    pub helplines: Vec<Located<String>>,
    /// Whether its readers may be at risk.
    pub sensitive: bool,
    /// Who to ask about the site.
    pub contact: Contact,
    /// How it looks.
    pub brand: Brand,
    /// The links at the top of each page.
    pub navigation: Vec<NavigationItem>,
    /// After how long a service counts as not reviewed.
    pub review_after: Duration,
    /// The month in which the financial year starts.
    pub financial_year_starts: YearStart,
    /// Whether search engines may list it.
    pub search_engines: bool,
    /// Whether pages of training tell programs, search engines among them, what is on them.
    pub training_data: bool,
    /// Whose words the search understands.
    pub search_glossary: SearchGlossary,
    /// The hosts whose files of headers and redirects are written.
    pub hosting: Vec<Located<Host>>,
    /// What the accessibility statement says.
    pub accessibility: Option<Accessibility>,
}

/// What to do in danger.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Emergency {
    /// The number to call.
    pub call: Phone,
    /// What to know when calling.
    pub text: Prose,
}

/// Who to ask about the site.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Contact {
    /// A partner's id or a name.
    pub organisation: Option<Located<String>>,
    /// An address to write to.
    pub email: Option<Located<Email>>,
    /// A number to call.
    pub phone: Option<Located<Phone>>,
    /// A street address.
    pub address: Option<String>,
}

/// How the site looks.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Brand {
    /// The colour of the header and the marks.
    pub colour: Option<Located<Colour>>,
    /// The colour of text on it, where the partnership has chosen one.
    pub text: Option<Located<Colour>>,
    /// A picture: a path below `content/`.
    pub logo: Option<Located<String>>,
    /// A picture for the tab: a path below `content/`.
    pub favicon: Option<Located<String>>,
}

/// A link at the top of each page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NavigationItem {
    /// Its words.
    pub title: String,
    /// Where it leads: a file or a path.
    pub link: Located<String>,
}
