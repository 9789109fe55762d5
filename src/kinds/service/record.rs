//! A support service of the directory.

pub(crate) mod contact_way;
mod location;
mod phone;

use jiff::civil::Date;

use crate::diagnostic::{Located, Report};
use crate::model::choice::Said;
use crate::model::email::Email;
use crate::model::hours::OpeningHours;
use crate::model::language::Language;
use crate::model::phone::Phone;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::record::entry::{Change, Publication};
use crate::record::field::Rule;
use crate::record::fields::Fields;
use crate::record::kind::{ContentKind, File};
use crate::record::reference::{Area, Audience, Need, Partner, Ref, Service as ServiceName};
use crate::record::value::Record;
pub(crate) use location::{Location, PublicPlace, ServiceLocation};
pub(crate) use phone::ServicePhone;

/// The most characters that a summary may have and still fit on a card and in a list of results.
const SUMMARY_LENGTH: usize = 160;

impl ContentKind for Service {
    type Record = Self;

    const TITLE: &'static str = "Services";
    const NEW: &'static str = include_str!("new.md");

    fn read(fields: &mut Fields<'_, '_>, file: File<'_>) -> Option<Self> {
        Some(Self { body: file.body, ..Self::read_fields(fields)? })
    }
}

record! {
    /// A support service: a file in `content/services/`. The text below the fields is the page's own.
    pub(crate) struct Service: "the file", check: check => {
        /// What the service is called.
        title: Located<String>, example = "Marlsea helpline", label = "Name";
        /// What it does, in one sentence of at most 160 characters. It is shown on cards and in lists.
        summary: Located<String>, example = "Someone to talk to, by day and by night";
        /// Who runs it: the id of a partner, or a name.
        organisation: Ref<Partner>, example = "marlsea-council", label = "Run by";
        /// The kinds of help that it gives: ids of needs.
        needs: Vec<Ref<Need>>, required = true, example = "[talk, safety-planning]", label = "What it helps with";
        /// Whom it is for: ids of audiences.
        audiences: Vec<Ref<Audience>>, required = true, example = "[women, men]", label = "Who it is for";
        /// Where it works: ids of areas. Without it, the whole area.
        areas: Vec<Ref<Area>>, example = "[harbour]";
        /// Its telephone numbers, the one to call first at the top.
        phones: Vec<ServicePhone>, key = "phone", example = "\"01632 960123\"", label = "Telephone";
        /// The address to write to.
        email: Option<Located<Email>>, example = "help@example.org";
        /// Its own website.
        website: Option<Located<WebAddress>>, example = "https://example.org/", rule = Rule::Secure;
        /// The page on which people can chat in writing.
        webchat: Option<Located<WebAddress>>, example = "https://example.org/chat", rule = Rule::Secure, label = "Chat";
        /// A number that takes text messages.
        text_number: Option<Located<Phone>>, example = "\"01632 960124\"", rule = Rule::TextMessages, label = "Text messages";
        /// How people get in. What is not written is not said.
        referral: Referral, example = "{self: true}";
        /// Who can use it.
        eligibility: Option<Prose>, example = "Anyone over 16 who lives in Marlsea.", label = "Who can use it";
        /// What it costs. What is not written is not said.
        cost: Option<String>, example = "Free";
        /// When it is open: in the form `Mo-Fr 09:00-17:00; PH off`, or as a group with `text` and `opening`.
        hours: Option<Hours>, example = "Mo-Fr 09:00-17:00; PH off", label = "Opening hours";
        /// The languages that staff speak, by their tags.
        languages: Vec<Located<Language>>, example = "[en, pl]";
        /// What makes it easier to use for disabled people.
        accessibility: Vec<String>, example = "[Step-free entrance, Textphone]", label = "Access";
        /// Where it is. A place that must stay secret has `confidential: true` and nothing else.
        location: Option<Location>, example = "{address: \"1 Harbour Road, Marlsea\"}";
        /// Its places, where it has several, each with its own hours; instead of `location`.
        locations: Vec<ServiceLocation>, example = "[{name: Harbour office, address: \"1 Harbour Road, Marlsea\"}]", label = "Places";
        /// The levels of risk that it is for, from 1 (anyone) to 4 (very high). Without it, any.
        tiers: Vec<u32>, key = "tier", example = "[2, 3]", rule = Rule::Range(1, 4), label = "Levels of risk";
        /// The ages that it is for, in years.
        ages: Option<Ages>, example = "{from: 16}";
        /// The communities that run it for themselves: ids of audiences.
        by_and_for: Vec<Ref<Audience>>, example = "[deaf-people]", label = "Run by and for";
        /// Whether people who live elsewhere can use it. What is not written is not said.
        accepts_from_outside: Option<bool>, example = "true", label = "For people who live elsewhere";
        /// The standards that it holds.
        accreditations: Vec<String>, example = "[Quality mark of the sector]", label = "Standards held";
        /// Whether it answers now, by day and by night.
        emergency: bool, example = "true", label = "Day and night";
        /// Whether it is meant for professionals.
        for_professionals: bool, example = "true";
        /// Whether it is for people who harm others. It is then in no list of help for people who are harmed.
        behaviour_change: bool, example = "true", label = "For people who harm others";
        /// Words that people may search for and that the page does not use. They are not shown.
        keywords: Vec<String>, example = "[safe house]", label = "Words for the search";
        /// The day on which someone last checked these details with the service.
        reviewed: Located<Date>, example = "2026-12-03", label = "Checked on";
        /// Whether it is open at all.
        state: ServiceState, key = "status", default = "open", example = "closed-temporarily";
        /// With `closed-temporarily`, the day on which it opens again, by itself.
        reopens: Option<Located<Date>>, example = "2026-12-14", label = "Opens again on";
        /// What people should know while it is closed.
        state_note: Option<String>, key = "status_note", example = "Call the helpline until we are back.", label = "Note on the status";
        /// Services that are like it, shown as similar help: the names of their files. Without it, they are worked out.
        similar: Vec<Ref<ServiceName>>, example = "[marlsea-helpline]", label = "Similar help";
        with {
            /// When it is to be seen.
            publication: Publication;
        }
        and {
            /// The page's text.
            body: Prose = |_: &Fields<'_, '_>| Prose::default();
        }
    }
}

impl Service {
    /// The places where it is, as far as anyone may know them.
    pub(crate) fn places(&self) -> impl Iterator<Item = PublicPlace<'_>> {
        let only = self.location.as_ref().and_then(PublicPlace::of);
        only.into_iter().chain(self.locations.iter().map(PublicPlace::one_of_several))
    }

    /// Its telephone numbers, those of its places included.
    pub(crate) fn all_phones(&self) -> impl Iterator<Item = &ServicePhone> {
        self.lines().map(|(phone, _)| phone)
    }

    /// Every telephone number, with the place that it belongs to where the service has several; its own come first.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&ServicePhone, Option<&ServiceLocation>)> {
        self.phones
            .iter()
            .map(|phone| (phone, None))
            .chain(self.locations.iter().flat_map(|place| place.phones.iter().map(move |phone| (phone, Some(place)))))
    }

    /// When it appears, ends and opens again by itself.
    pub(crate) fn changes(&self) -> Vec<(Date, Change)> {
        let reopens = self.reopens.iter().map(|day| (day.value, Change::Reopens));
        self.publication.changes().into_iter().chain(reopens).collect()
    }

    /// The service as it is on a day, where that is not as it is written: one that was closed for a while opens again.
    #[must_use]
    pub(crate) fn changed_by(&self, today: Date) -> Option<Self> {
        let reopens = self.reopens.as_ref().is_some_and(|day| day.value <= today);
        (reopens && self.state == ServiceState::ClosedTemporarily).then(|| Self {
            state: ServiceState::Open,
            state_note: None,
            reopens: None,
            ..self.clone()
        })
    }

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

record! {
    /// When a service is open: the exact form alone, or a group with it and with words of your own.
    pub(crate) struct Hours: "opening hours", alone: OpeningHours = Hours::exact => {
        /// The hours as people say them.
        text: Option<String>, required = true, example = "weekdays, 9 to 5", label = "In words";
        /// The same in the exact form, from which "open now" is worked out.
        opening: Option<OpeningHours>, example = "Mo-Fr 09:00-17:00; PH off", label = "In the exact form";
    }
}

impl Hours {
    fn exact(opening: OpeningHours) -> Self {
        Self { text: None, opening: Some(opening) }
    }
}

record! {
    /// How people get in, as far as that is written.
    pub(crate) struct Referral: "how people get in" => {
        /// Whether people can get in touch themselves. What is not written is not said.
        by_self: Option<bool>, key = "self", example = "true", label = "People can get in touch themselves";
        /// How professionals refer: in words, or an address alone.
        professional: Option<Prose>, example = "Use our [referral form](https://example.org/refer).";
        /// What else people should know about getting in.
        note: Option<Prose>, example = "There may be a waiting list.";
    }
}

record! {
    /// Ages in years, the first and the last included.
    #[derive(Copy, Eq)]
    pub(crate) struct Ages: "ages", check: refuse_reversed => {
        /// The youngest age.
        from: Option<u32>, example = "16", rule = Rule::Range(0, 150), label = "Youngest";
        /// The oldest age.
        to: Option<u32>, example = "25", rule = Rule::Range(0, 150), label = "Oldest";
    }
}

choice! {
    /// Whether a service is open at all.
    #[derive(Default)]
    pub(crate) enum ServiceState said Self::SAID => {
        /// As usual.
        #[default]
        Open = "open";
        /// Closed, and expected back.
        ClosedTemporarily = "closed-temporarily";
        /// Closed for good.
        Closed = "closed";
    }
}

impl ServiceState {
    /// What people write in place of a state, with what was probably meant.
    const SAID: Said = &[
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

/// Warns of a summary that is too long for a card.
pub(crate) fn check_summary(summary: &Located<String>, report: &Report) {
    let length = summary.chars().count();
    if length > SUMMARY_LENGTH {
        let message = format!("the summary has {length} characters, and a card holds {SUMMARY_LENGTH}");
        report.warning("summary", summary.span, message, "say the most important thing in one short sentence");
    }
}

fn refuse_reversed(ages: &Ages, fields: &Fields<'_, '_>) {
    if let (Some(from), Some(to)) = (ages.from, ages.to)
        && to < from
    {
        let message = format!("the oldest age ({to}) is below the youngest ({from})");
        fields.report.error("ages", fields.value_span("to"), message, "write the younger age in `from`");
    }
}

/// What one field of a service says against another.
fn check(service: &Service, fields: &Fields<'_, '_>) {
    check_summary(&service.summary, fields.report);
    let never =
        service.hours.as_ref().is_some_and(|_| ["off", "closed"].iter().any(|text| fields.is_text("hours", text)));
    if never {
        let message = "these hours say that it is never open";
        let help = "write its hours, such as `Mo-Fr 09:00-17:00`; a service that has closed has `status: closed`";
        fields.report.warning("hours", fields.value_span("hours"), message, help);
    }
    if service.emergency && service.state == ServiceState::Open && service.line_at_all_hours().is_none() {
        let message = "`emergency` says day and night, and no number here is answered at all hours";
        let help = "take `emergency` out, or give a number that is answered at all hours `hours: \"24/7\"`; until then \
                    it is not listed under `Call now`";
        fields.report.warning("emergency", fields.key_span("emergency"), message, help);
    }
    if service.state_note.is_some() && service.state == ServiceState::Open {
        let message = "`status_note` is shown only where `status` says that the service is closed";
        let help = "add `status: closed-temporarily` or `status: closed`, or write the words in the text below";
        fields.report.warning("status_note", fields.key_span("status_note"), message, help);
    }
    if service.location.is_some() && !service.locations.is_empty() {
        let help = "move the address into an item of `locations`; a place that must stay secret has `location` alone";
        let message = "a service has `location` or `locations`, not both";
        fields.report.error("locations", fields.key_span("locations"), message, help);
    }
    if let Some(day) = service.reopens.as_ref().filter(|_| service.state != ServiceState::ClosedTemporarily) {
        let message = "`reopens` counts only where `status` says `closed-temporarily`";
        fields.report.warning("reopens", day.span, message, "add `status: closed-temporarily`, or take `reopens` out");
    }
    for phone in service.all_phones().filter(|phone| phone.free && !phone.number.value.is_free()) {
        let number = phone.number.value.display();
        let message = format!("`free: true`, and calls to `{number}` are not free from every phone");
        let help =
            "take `free` out: in the UK numbers that begin with 0800, 0808 or 116 are free, and 999, 101 and 111";
        fields.report.warning("free", phone.number.span, message, help);
    }
}
