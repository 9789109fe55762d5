//! A support service of the directory.

use jiff::civil::Date;

use super::email::Email;
use super::entry::Publication;
use super::hours::OpeningHours;
use super::language::Language;
use super::phone::Phone;
use super::postcode::Postcode;
use super::prose::Prose;
use super::web_address::WebAddress;
use crate::diagnostic::Located;

/// A support service.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Service {
    /// Its name.
    pub title: Located<String>,
    /// What it does, in at most 160 characters.
    pub summary: Located<String>,
    /// Who runs it: a partner's id or a name.
    pub organisation: Located<String>,
    /// The kinds of help it gives: vocabulary ids.
    pub needs: Vec<Located<String>>,
    /// Who it is for: vocabulary ids.
    pub audiences: Vec<Located<String>>,
    /// Where it works: vocabulary ids; none means the whole area.
    pub areas: Vec<Located<String>>,
    /// Telephone numbers, the first one first.
    pub phones: Vec<ServicePhone>,
    /// An address to write to.
    pub email: Option<Located<Email>>,
    /// Its own site.
    pub website: Option<Located<WebAddress>>,
    /// A page to chat on.
    pub webchat: Option<Located<WebAddress>>,
    /// A number for text messages.
    pub text_number: Option<Located<Phone>>,
    /// How people get in.
    pub referral: Referral,
    /// Who can use it.
    pub eligibility: Option<Prose>,
    /// What it costs, where that is written.
    pub(crate) cost: Option<String>,
    /// When it is open.
    pub hours: Option<Hours>,
    /// Languages spoken.
    pub languages: Vec<Located<Language>>,
    /// Step-free, textphone, easy read ...
    pub accessibility: Vec<String>,
    /// Where it is, as far as that may be known.
    pub location: Option<Location>,
    /// Tiers of risk, 1 universal to 4 very high; none means any.
    pub tiers: Vec<u32>,
    /// Ages in years.
    pub ages: Option<Ages>,
    /// The communities that run it for themselves: vocabulary ids.
    pub by_and_for: Vec<Located<String>>,
    /// Whether people who live elsewhere can use it.
    pub accepts_from_outside: Option<bool>,
    /// Service standards held.
    pub accreditations: Vec<String>,
    /// Answers now, day and night.
    pub emergency: bool,
    /// Meant for professionals.
    pub for_professionals: bool,
    /// Meant for people who harm others, so that it is no help for those who are harmed.
    pub(crate) behaviour_change: bool,
    /// Words for the search.
    pub keywords: Vec<String>,
    /// When someone last checked these details.
    pub reviewed: Located<Date>,
    /// Whether it is open at all.
    pub state: ServiceState,
    /// What to know while it is closed.
    pub state_note: Option<String>,
    /// When this page is to be seen.
    pub publication: Publication,
    /// The page's text.
    pub body: Prose,
}

impl Service {
    /// The number that a voice answers day and night; none where the hours of each say otherwise, even if two of
    /// them together fill the day. Hours in words alone are taken at the author's word.
    #[must_use]
    pub(crate) fn line_at_all_hours(&self) -> Option<&ServicePhone> {
        let answers = |phone: &&ServicePhone| {
            let opening = phone.hours.as_ref().or(self.hours.as_ref()).and_then(|hours| hours.opening.as_ref());
            !phone.textphone && opening.is_none_or(OpeningHours::is_always_open)
        };
        self.phones.iter().find(answers)
    }
}

/// A telephone number of a service.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ServicePhone {
    /// The number.
    pub number: Located<Phone>,
    /// What it is for.
    pub label: Option<String>,
    /// When it is answered.
    pub hours: Option<Hours>,
    /// Whether the call is free.
    pub free: bool,
    /// Whether it is for textphones.
    pub textphone: bool,
}

/// When a service is open.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hours {
    /// As people say it, where the author did.
    pub text: Option<String>,
    /// The exact form, where there is one.
    pub opening: Option<OpeningHours>,
}

/// How people get in, as far as that is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Referral {
    /// Whether people can come by themselves.
    pub(crate) by_self: Option<bool>,
    /// How professionals refer: words, or an address alone.
    pub professional: Option<Prose>,
    /// More to know.
    pub note: Option<Prose>,
}

/// Where a service is, as far as that may be known.
///
/// A confidential place has no field to keep an address in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Location {
    /// The address is kept secret.
    Confidential,
    /// Anyone may know.
    Public {
        /// The street address.
        address: Option<String>,
        /// The postcode.
        postcode: Option<Postcode>,
    },
}

/// Ages in years, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ages {
    /// The youngest.
    pub from: Option<u32>,
    /// The oldest.
    pub to: Option<u32>,
}

/// Whether a service is open at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ServiceState {
    /// As usual.
    #[default]
    Open,
    /// Closed, and expected back.
    ClosedTemporarily,
    /// Closed for good.
    Closed,
}

impl ServiceState {
    /// What people write in place of a state, with what was probably meant.
    pub(crate) const SAID: &'static [(&'static [&'static str], &'static str)] = &[
        (
            &["full", "full up", "no places", "at capacity", "waiting list"],
            "`open`? say in the text below that there is a waiting list;",
        ),
        (
            &["paused", "suspended", "on hold", "temporarily closed", "closed for now", "not taking referrals"],
            "`closed-temporarily`?",
        ),
        (
            &["ended", "ceased", "finished", "withdrawn", "decommissioned", "no longer running", "stopped", "inactive"],
            "`closed`?",
        ),
        (&["active", "live", "running", "available", "current", "operational"], "`open`?"),
    ];
}
