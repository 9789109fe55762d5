//! `site.yaml`.

use jiff::tz::TimeZone;

use super::accessibility;
use super::course::duration;
use super::document::plain;
use super::fields::{self, Fields, Refusal};
use super::repeats;
use super::service::{email, phone_number, secure_address};
use crate::diagnostic::{Located, Report};
use crate::model::colour::Colour;
use crate::model::duration::Duration;
use crate::model::glossary::SearchGlossary;
use crate::model::host::Host;
use crate::model::language::Language;
use crate::model::personalised_site;
use crate::model::settings::{Brand, Contact, Emergency, NavigationItem, Settings};
use crate::model::slug::slugify;
use crate::model::web_address::WebAddress;
use crate::model::year_start::YearStart;
use crate::source::Source;

/// Where "Exit this page" goes where the site does not say: a page that anyone may have open.
const EXIT: &str = "https://www.bbc.co.uk/weather";

/// The least contrast between text and its ground, WCAG 2.2 criterion 1.4.3.
const CONTRAST: f64 = 4.5;

/// Reads the site's settings.
pub(super) fn read(mut fields: Fields<'_, '_>, source: &Source) -> Option<Settings> {
    let name = plain(fields.required_text("name", "Marlsea Domestic Abuse Partnership"));
    let base_url =
        fields.parse("base_url", |text| WebAddress::read_base(text).map_err(|error| Refusal::of(&error, error.help())));
    let base_url = plain(fields.required("base_url", base_url, "https://www.example.org/"));
    let description = plain(fields.required_text("description", "what the site offers, in one sentence"));
    let contact = contact(&mut fields);
    let sensitive = fields.flag("sensitive", true);
    let settings = Settings {
        source: source.path.clone(),
        short_name: plain(fields.text("short_name")).or_else(|| name.clone()).unwrap_or_default(),
        name: name.clone().unwrap_or_default(),
        base_url: base_url.clone().unwrap_or_else(exit),
        domain: base_url.as_ref().map(|base| without_www(base.host()).to_owned()).unwrap_or_default(),
        language: plain(language(&mut fields)).unwrap_or_default(),
        timezone: plain(fields.parse("timezone", timezone)).unwrap_or_else(london),
        description: description.clone().unwrap_or_default(),
        exit_url: exit_url(&mut fields, base_url.as_ref()),
        emergency: emergency(&mut fields),
        helplines: helplines(&mut fields),
        sensitive,
        contact,
        brand: brand(&mut fields),
        navigation: fields.list("navigation", navigation_item),
        review_after: plain(duration(&mut fields, "review_after")).unwrap_or(Duration::SIX_MONTHS),
        financial_year_starts: plain(fields.number("financial_year_starts", 1, 12))
            .and_then(|month| YearStart::new(u8::try_from(month).ok()?))
            .unwrap_or_default(),
        search_engines: plain(fields.choice("search_engines", &[("allow", true), ("deny", false)])).unwrap_or(true),
        training_data: plain(fields.choice("training_data", &[("allow", true), ("deny", false)])).unwrap_or(true),
        search_glossary: search_glossary(&mut fields).unwrap_or(SearchGlossary::usual(sensitive)),
        hosting: fields.words("hosting", str::to_owned, |node, report| {
            fields::parse(node, "hosting", report, |text| fields::choice("hosting", text, &Host::WORDS))
        }),
        accessibility: accessibility::read(&mut fields),
    };
    fields.finish();
    (name.is_some() && base_url.is_some() && description.is_some()).then_some(settings)
}

/// The services to show first, by id. Any text passes here: the site, which knows the services, says which one was meant
/// by a name or a telephone number.
fn helplines(fields: &mut Fields<'_, '_>) -> Vec<Located<String>> {
    let any = |text: &str| Ok(text.to_owned());
    let ids = fields.words("helplines", slugify, |node, report| fields::parse(node, "helplines", report, any));
    repeats::warn_of_values(&ids, "helplines", fields.report);
    ids
}

fn exit() -> WebAddress {
    WebAddress::read_secure(EXIT).expect("the built-in address is a good one")
}

/// Where the exit leads: out of the site, to a page that looks the same whoever opens it.
fn exit_url(fields: &mut Fields<'_, '_>, base_url: Option<&WebAddress>) -> WebAddress {
    let Some(address) = fields.parse("exit_url", secure_address) else { return exit() };
    let host = address.value.host();
    let help = format!("choose a page that looks the same for everyone, such as a weather forecast: `{EXIT}`");
    if base_url.is_some_and(|base| without_www(base.host()) == without_www(host)) {
        let message = "`exit_url` leads back to this site, which a person in danger has to get away from";
        fields.report.error("exit_url", address.span, message, help);
    } else if let Some(name) = personalised_site::known_as(host) {
        let message = format!("`{name}` may show what its visitor looked at before, or who they are");
        fields.report.warning("exit_url", address.span, message, help);
    }
    address.value
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

fn london() -> TimeZone {
    TimeZone::get("Europe/London").expect("the zones are part of the program")
}

fn language(fields: &mut Fields<'_, '_>) -> Option<Located<Language>> {
    fields.parse("language", |text| Language::read(text).map_err(|error| Refusal::of(&error, error.help())))
}

fn timezone(text: &str) -> Result<TimeZone, Refusal> {
    TimeZone::get(text).map_err(|_| {
        Refusal::new(format!("`{text}` is not the name of a time zone"), "write a name such as `Europe/London`")
    })
}

fn emergency(fields: &mut Fields<'_, '_>) -> Option<Emergency> {
    let mut emergency = fields.group("emergency")?;
    let call = emergency.parse("call", phone_number);
    let call = emergency.required("call", call, "\"999\"");
    let text = emergency.prose("text");
    let text = emergency.required("text", text, "what to do when someone is in danger");
    emergency.finish();
    Some(Emergency { call: call?.value, text: text? })
}

fn contact(fields: &mut Fields<'_, '_>) -> Contact {
    let Some(mut contact) = fields.group("contact") else {
        if !fields.has("contact") {
            fields.require("contact", "{organisation: Marlsea Council, email: partnership@example.org}");
        }
        return Contact::default();
    };
    let value = Contact {
        organisation: contact.text("organisation"),
        email: email(&mut contact),
        phone: contact.parse("phone", phone_number),
        address: plain(contact.text("address")),
    };
    contact.finish();
    value
}

fn brand(fields: &mut Fields<'_, '_>) -> Brand {
    let Some(mut brand) = fields.group("brand") else { return Brand::default() };
    let colour =
        |text: &str| Colour::read(text).map_err(|error| Refusal::of(&error, "write it as `\"#1d5c63\"`, in quotes"));
    let value = Brand {
        colour: brand.parse("colour", colour),
        text: brand.parse("text", colour),
        logo: brand.text("logo"),
        favicon: brand.text("favicon"),
    };
    if let (Some(ground), Some(text)) = (&value.colour, &value.text) {
        let contrast = ground.value.contrast(text.value);
        if contrast < CONTRAST {
            let message = format!(
                "text in this colour cannot be read on the brand's colour: the contrast is {contrast:.1}, and {CONTRAST} is needed"
            );
            let help = "take `text` out: black or white is then chosen, whichever reads better";
            brand.report.error("brand", text.span, message, help);
        }
    }
    brand.finish();
    value
}

fn search_glossary(fields: &mut Fields<'_, '_>) -> Option<SearchGlossary> {
    let mut search = fields.group("search")?;
    let glossary = plain(search.choice("glossary", &SearchGlossary::WORDS));
    search.finish();
    glossary
}

fn navigation_item(node: &super::node::Node<'_>, report: &Report) -> Option<NavigationItem> {
    let mut item = Fields::open(node, "a link of the navigation", report)?;
    let title = item.required_text("title", "Get help");
    let link = item.required_text("link", "/services/");
    item.finish();
    Some(NavigationItem { title: title?.value, link: link? })
}
