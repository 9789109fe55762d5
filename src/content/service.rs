//! `services/*.md`.

mod contradictions;

use super::fields::{self, Fields, Refusal};
use super::node::{Node, Value};
use super::repeats;
use crate::diagnostic::{Located, Report};
use crate::model::email::Email;
use crate::model::entry::Publication;
use crate::model::hours::OpeningHours;
use crate::model::language::Language;
use crate::model::phone::Phone;
use crate::model::postcode::Postcode;
use crate::model::prose::Prose;
use crate::model::service::{Ages, Hours, Location, Referral, Service, ServicePhone, ServiceState};
use crate::model::slug::slugify;
use crate::model::web_address::WebAddress;

/// The most characters that a summary may have and still fit on a card and in a list of results.
const SUMMARY_LENGTH: usize = 160;

/// Reads a service from its fields and its text.
pub(super) fn read(mut fields: Fields<'_, '_>, body: Prose) -> Option<Service> {
    let title = fields.required_text("title", "Marlsea helpline");
    let summary = summary(&mut fields);
    let organisation = fields.required_text("organisation", "the id of a partner, or a name");
    let needs = required_ids(&mut fields, "needs", "[talk, safety-planning]");
    let audiences = required_ids(&mut fields, "audiences", "[women, men]");
    let reviewed = fields.date("reviewed");
    let reviewed = fields.required("reviewed", reviewed, "2026-12-03");
    // Every field is read before a missing one ends the reading, so that all slips are told.
    let service = Service {
        title: Located::default(),
        summary: Located::default(),
        organisation: Located::default(),
        needs,
        audiences,
        areas: ids(&mut fields, "areas"),
        phones: phones(&mut fields),
        email: email(&mut fields),
        website: web(&mut fields, "website"),
        webchat: web(&mut fields, "webchat"),
        text_number: text_number(&mut fields),
        referral: referral(&mut fields),
        eligibility: fields.prose("eligibility"),
        cost: fields.text("cost").map(|cost| cost.value),
        hours: hours(&mut fields),
        languages: languages(&mut fields),
        accessibility: plain(fields.texts("accessibility")),
        location: location(&mut fields),
        tiers: tiers(&mut fields),
        ages: ages(&mut fields),
        by_and_for: ids(&mut fields, "by_and_for"),
        accepts_from_outside: written_flag(&mut fields, "accepts_from_outside"),
        accreditations: plain(fields.texts("accreditations")),
        emergency: fields.flag("emergency", false),
        for_professionals: fields.flag("for_professionals", false),
        behaviour_change: fields.flag("behaviour_change", false),
        keywords: plain(fields.texts("keywords")),
        reviewed: Located::default(),
        state: state(&mut fields),
        state_note: fields.text("status_note").map(|note| note.value),
        publication: publication(&mut fields),
        body,
    };
    contradictions::check(&fields, &service);
    fields.finish();
    Some(Service { title: title?, summary: summary?, organisation: organisation?, reviewed: reviewed?, ..service })
}

fn state(fields: &mut Fields<'_, '_>) -> ServiceState {
    let states = [
        ("open", ServiceState::Open),
        ("closed-temporarily", ServiceState::ClosedTemporarily),
        ("closed", ServiceState::Closed),
    ];
    fields.choice_or_said("status", &states, ServiceState::SAID).map_or(ServiceState::Open, |state| state.value)
}

/// Whether something is so; none where the file does not say.
fn written_flag(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<bool> {
    let flag = fields.flag(name, false);
    fields.has(name).then_some(flag)
}

/// The summary, with a warning where it is too long for a card.
pub(super) fn summary(fields: &mut Fields<'_, '_>) -> Option<Located<String>> {
    let summary = fields.required_text("summary", "what this is, in one sentence")?;
    let length = summary.chars().count();
    if length > SUMMARY_LENGTH {
        let message = format!("the summary has {length} characters, and a card holds {SUMMARY_LENGTH}");
        fields.report.warning("summary", summary.span, message, "say the most important thing in one short sentence");
    }
    Some(summary)
}

/// When a record is to be seen.
pub(super) fn publication(fields: &mut Fields<'_, '_>) -> Publication {
    let publication = Publication {
        draft: fields.flag("draft", false),
        from: fields.date("publish_from"),
        until: fields.date("publish_until"),
    };
    if let (Some(from), Some(until)) = (&publication.from, &publication.until)
        && until.value < from.value
    {
        let message = format!("`publish_until` ({}) is before `publish_from` ({})", until.value, from.value);
        fields.report.error("publish_until", until.span, message, "the last day cannot come before the first");
    }
    publication
}

/// A list of ids.
pub(super) fn ids(fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<Located<String>> {
    let ids = fields.words(name, slugify, |node, report| fields::parse(node, name, report, fields::id));
    repeats::warn_of_values(&ids, name, fields.report);
    ids
}

/// A list of ids with at least one.
pub(super) fn required_ids(fields: &mut Fields<'_, '_>, name: &'static str, example: &str) -> Vec<Located<String>> {
    let ids = ids(fields, name);
    let present = fields.node(name).is_some_and(|node| !matches!(&node.value, Value::List(items) if items.is_empty()));
    if ids.is_empty() && !present {
        fields.require(name, example);
    }
    ids
}

/// An email address.
pub(super) fn email(fields: &mut Fields<'_, '_>) -> Option<Located<Email>> {
    fields.parse("email", |text| Email::read(text).map_err(|error| Refusal::of(&error, error.help())))
}

/// The address of a page elsewhere, `https` only.
pub(super) fn web(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Located<WebAddress>> {
    fields.parse(name, secure_address)
}

/// The rule for addresses of pages elsewhere.
pub(super) fn secure_address(text: &str) -> Result<WebAddress, Refusal> {
    WebAddress::read_secure(text).map_err(|error| Refusal::of(&error, error.help()))
}

/// The rule for telephone numbers.
pub(super) fn phone_number(text: &str) -> Result<Phone, Refusal> {
    Phone::read(text).map_err(|error| Refusal::of(&error, error.help()))
}

/// The rule for a number of a service, which may have several.
fn phone_in_list(text: &str) -> Result<Phone, Refusal> {
    Phone::read(text).map_err(|error| {
        let list = error.numbers().join(", ");
        let help = if list.is_empty() { error.help() } else { format!("write them as a list: `phone: [{list}]`") };
        Refusal::of(&error, help)
    })
}

/// The rule for the number of one item of that list.
fn phone_of_item(text: &str) -> Result<Phone, Refusal> {
    Phone::read(text).map_err(|error| {
        let items: Vec<String> = error.numbers().iter().map(|number| format!("`- number: {number}`")).collect();
        let help =
            if items.is_empty() { error.help() } else { format!("give each its own item: {}", items.join(", ")) };
        Refusal::of(&error, help)
    })
}

fn text_number(fields: &mut Fields<'_, '_>) -> Option<Located<Phone>> {
    fields.parse("text_number", |text| Phone::read_text_number(text).map_err(|error| Refusal::of(&error, error.help())))
}

fn phones(fields: &mut Fields<'_, '_>) -> Vec<ServicePhone> {
    fields.list("phone", |node, report| {
        if let Value::Map(_) = node.value {
            let mut phone = Fields::open(node, "a telephone number", report)?;
            let number = phone.parse("number", phone_of_item);
            let number = phone.required("number", number, "\"01632 960123\"");
            let label = phone.text("label").map(|label| label.value);
            let hours = hours(&mut phone);
            let (free, textphone) = (phone.flag("free", false), phone.flag("textphone", false));
            phone.finish();
            return Some(ServicePhone { number: number?, label, hours, free, textphone });
        }
        let number = fields::parse(node, "phone", report, phone_in_list)?;
        Some(ServicePhone { number, label: None, hours: None, free: false, textphone: false })
    })
}

fn hours(fields: &mut Fields<'_, '_>) -> Option<Hours> {
    let node = fields.node("hours")?;
    if let Value::Map(_) = node.value {
        let mut hours = Fields::open(node, "`hours`", fields.report)?;
        let text = hours.required_text("text", "\"weekdays, 9 to 5\"").map(|text| text.value);
        let opening = hours.parse("opening", opening_hours).map(|opening| opening.value);
        hours.finish();
        return Some(Hours { text, opening });
    }
    let opening = fields::parse(node, "hours", fields.report, opening_hours)?;
    if matches!(&node.value, Value::Scalar { text, .. } if matches!(text.trim(), "off" | "closed")) {
        let message = "these hours say that it is never open";
        let help = "write its hours, such as `Mo-Fr 09:00-17:00`; a service that has closed has `status: closed`";
        fields.report.warning("hours", node.span, message, help);
    }
    Some(Hours { text: None, opening: Some(opening.value) })
}

fn opening_hours(text: &str) -> Result<OpeningHours, Refusal> {
    OpeningHours::read(text).map_err(|error| Refusal::of(&error, error.help()))
}

fn languages(fields: &mut Fields<'_, '_>) -> Vec<Located<Language>> {
    fields.words("languages", str::to_owned, |node, report| {
        fields::parse(node, "languages", report, |text| {
            Language::read(text).map_err(|error| Refusal::of(&error, error.help()))
        })
    })
}

fn referral(fields: &mut Fields<'_, '_>) -> Referral {
    let Some(mut referral) = fields.group("referral") else {
        return Referral::default();
    };
    let value = Referral {
        by_self: written_flag(&mut referral, "self"),
        professional: referral.prose("professional"),
        note: referral.prose("note"),
    };
    referral.finish();
    value
}

/// Where the service is. No line of it is quoted where it is confidential, or was perhaps meant to be.
fn location(fields: &mut Fields<'_, '_>) -> Option<Location> {
    let secret = fields.is_secret("location");
    let report = fields.report;
    if secret { report.without_quoting(|| read_location(fields)) } else { read_location(fields) }
}

/// A confidential place is an error where the file holds its address all the same, and the address is dropped here,
/// whatever else happens.
fn read_location(fields: &mut Fields<'_, '_>) -> Option<Location> {
    let mut location = fields.group("location")?;
    let confidential = location.flag("confidential", false);
    if location.is_named("confidential") && !location.has("confidential") {
        location.require("confidential", "true");
    }
    if confidential {
        for name in ["address", "postcode"] {
            if location.node(name).is_some() {
                let message = format!("this place is confidential, and the file holds its {name}");
                let help = format!("take `{name}` out, or move it under `private:`");
                location.report.error("location", location.key_span(name), message, help);
            }
        }
        location.finish();
        return Some(Location::Confidential);
    }
    let address = location.text("address").map(|address| address.value);
    let postcode = location.parse("postcode", postcode).map(|postcode| postcode.value);
    if !location.has("address") && !location.has("postcode") {
        let message = "`location` says nothing: it has no address and no postcode";
        let help = "add `address` or `postcode`; where the place must stay secret, write `confidential: true`";
        location.report.warning("location", fields.key_span("location"), message, help);
    }
    location.finish();
    Some(Location::Public { address, postcode })
}

/// The rule for postcodes.
pub(super) fn postcode(text: &str) -> Result<Postcode, Refusal> {
    Postcode::read(text).map_err(|error| Refusal::of(&error, error.help()))
}

fn tiers(fields: &mut Fields<'_, '_>) -> Vec<u32> {
    let tier = |node: &Node<'_>, report: &Report| {
        fields::parse(node, "tier", report, |text| fields::number(text, 1, 4)).map(|tier| tier.value)
    };
    fields.words("tier", str::to_owned, tier)
}

fn ages(fields: &mut Fields<'_, '_>) -> Option<Ages> {
    let mut ages = fields.group("ages")?;
    let (from, to) = (ages.number("from", 0, 150), ages.number("to", 0, 150));
    if let (Some(from), Some(to)) = (&from, &to)
        && to.value < from.value
    {
        let message = format!("the oldest age ({}) is below the youngest ({})", to.value, from.value);
        ages.report.error("ages", to.span, message, "write the younger age in `from`");
    }
    ages.finish();
    Some(Ages { from: from.map(|age| age.value), to: to.map(|age| age.value) })
}

/// The values alone.
pub(super) fn plain<T>(located: Vec<Located<T>>) -> Vec<T> {
    located.into_iter().map(|value| value.value).collect()
}
