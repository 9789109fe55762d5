//! What stands around every page: head, header, exit, helplines, footer.

use std::sync::Arc;

use serde::Serialize;

use super::assets::Assets;
use super::frame_words::{AllWords, WordsView};
use super::open_now::Clock;
use super::{downloads, wording};
use crate::diagnostic::Located;
use crate::kinds::service::render::card::{Call, ServiceCard};
use crate::model::day;
use crate::model::language::Language;
use crate::model::prose::{Hole, Prose};
use crate::record::entry::Unseen;
use crate::record::reference::{File, Ref};
use crate::record::settings::NavigationItem;
use crate::site::{Route, Site};

/// What is the same on every page.
#[derive(Serialize)]
pub(crate) struct SiteFrame {
    name: String,
    short_name: String,
    description: String,
    language: String,
    home: String,
    root: String,
    sensitive: bool,
    /// What the levels of services are levels of: "level of risk", or "level".
    level: &'static str,
    exit_url: String,
    emergency: Emergency,
    helplines: Vec<ServiceCard>,
    navigation: Vec<Link>,
    footer: Vec<Link>,
    /// The words of what stands around every page, in the site's own language.
    words: Arc<WordsView>,
    /// The pages of welcome in other languages.
    languages: Vec<LanguageLink>,
    /// The partnership's own words at the foot.
    footer_text: Option<String>,
    contact: Contact,
    logo: Option<String>,
    /// The whole address of the picture that is shown where a page is shared.
    share: Option<String>,
    search: String,
    a_to_z: String,
    services: String,
    training: String,
    /// How to have the training in one's own calendar; none where no dates can come.
    subscribe: Option<String>,
    strategy: String,
    updates: String,
    leaflets: Option<String>,
    stay_safe: Option<String>,
    today: String,
    /// Those that the site has a use for.
    scripts: Vec<Script>,
    /// What the mark "open now" needs to know; none where it cannot be shown.
    clock: Option<Clock>,
    assets: AssetPaths,
}

/// A link to what is there in another language, in that language.
#[derive(Serialize)]
struct LanguageLink {
    title: String,
    address: String,
    language: String,
    direction: &'static str,
}

fn languages(site: &Site) -> Vec<LanguageLink> {
    let welcome = |language: &Located<Language>| {
        let route = site.welcome(&language.value)?;
        Some(LanguageLink {
            title: language.own_name().to_owned(),
            address: site.address(route),
            language: language.tag().to_owned(),
            direction: language.direction(),
        })
    };
    site.settings.languages.iter().filter_map(welcome).collect()
}

/// A link with its words.
#[derive(Serialize, Clone)]
pub(crate) struct Link {
    pub(crate) title: String,
    pub(crate) address: String,
}

#[derive(Serialize)]
struct Emergency {
    call: Call,
    /// The partnership's own words; none for the built-in ones.
    text: Option<String>,
}

#[derive(Serialize)]
struct Contact {
    organisation: Option<String>,
    email: Option<String>,
    phone: Option<Call>,
    address: Option<String>,
}

#[derive(Serialize)]
struct AssetPaths {
    style: String,
    print: String,
    exit: String,
    filter: String,
    open_now: String,
    search: String,
    sessions: String,
    search_box: String,
    call_bar: String,
    favicon: String,
}

/// What differs from page to page around its content.
#[derive(Serialize)]
pub(crate) struct Frame {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) address: String,
    /// The whole address, for the canonical link.
    pub(crate) canonical: String,
    pub(crate) crumbs: Vec<Link>,
    /// The address of the part of the navigation that the page belongs to.
    pub(crate) current: String,
    /// The language it is in, and how that is written.
    pub(crate) language: String,
    pub(crate) direction: &'static str,
    /// The site's language, where the page is in another one: what stands around it is in that.
    pub(crate) around: Option<String>,
    /// The words around it in its own language, or else in English.
    pub(crate) words: Arc<WordsView>,
    /// What the preview says of a page that readers do not see.
    pub(crate) unseen: Option<String>,
    /// Whether search engines may list it.
    pub(crate) listed: bool,
    /// Those that have something to do on it.
    pub(crate) scripts: Vec<Script>,
}

/// A script that changes a page while it comes, by the name of its file in [`AssetPaths`].
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Script {
    /// Says beside the hours of services whether they are open.
    OpenNow,
    /// Takes away sessions of courses that are over.
    Sessions,
    /// Narrows a list by ticking boxes.
    Filter,
}

impl SiteFrame {
    pub(crate) fn of(site: &Site, assets: &Assets, words: &AllWords) -> Self {
        let settings = &site.settings;
        let root = site.address(Route::Home);
        let asset = |name: &str| format!("{root}{}", assets.path(name));
        let there = |route: Route| site.routes.address(route).map(|_| site.address(route));
        let picture = |path: Option<&Ref<File>>| {
            let file = site.document_file(path?)?;
            Some(site.address(Route::File(file)))
        };
        let clock = Clock::of(&settings.timezone, site.today);
        Self {
            name: settings.name.clone(),
            short_name: settings.short_name.clone(),
            description: settings.description.clone(),
            language: settings.language.tag().to_owned(),
            home: root.clone(),
            sensitive: settings.sensitive,
            level: wording::services::level(site),
            exit_url: settings.exit_url.to_string(),
            emergency: Emergency { call: emergency_call(site), text: emergency_text(site) },
            helplines: (0..site.services.helplines).map(|number| ServiceCard::of(site, number)).collect(),
            navigation: navigation(site),
            footer: footer(site),
            words: words.in_language(&settings.language),
            languages: languages(site),
            footer_text: settings.footer.text.as_ref().map(|text| html(site, &settings.source, text)),
            contact: contact(site),
            logo: picture(settings.brand.logo.as_ref()),
            share: picture(settings.brand.share.as_ref())
                .map(|address| format!("{}{address}", settings.base_url.origin())),
            search: site.address(Route::Search),
            a_to_z: site.address(Route::ServicesAToZ),
            services: site.address(Route::Services),
            training: site.address(Route::Training),
            subscribe: there(Route::Subscribe),
            strategy: site.address(Route::Strategy),
            updates: site.address(Route::Updates),
            leaflets: there(Route::Leaflets),
            stay_safe: settings.sensitive.then(|| format!("{root}stay-safe-online/")),
            today: day::long(site.today),
            scripts: match clock {
                Some(_) => vec![Script::OpenNow, Script::Sessions, Script::Filter],
                None => vec![Script::Sessions, Script::Filter],
            },
            clock,
            assets: AssetPaths {
                style: asset("style.css"),
                print: asset("print.css"),
                exit: asset("exit.js"),
                filter: asset("filter.js"),
                open_now: asset("open-now.js"),
                search: asset("search.js"),
                sessions: asset("sessions.js"),
                search_box: asset("search-box.js"),
                call_bar: asset("call-bar.js"),
                favicon: picture(settings.brand.favicon.as_ref()).unwrap_or_else(|| asset("favicon.svg")),
            },
            root,
        }
    }
}

/// The HTML of a text, with the addresses of its links.
pub(crate) fn html(site: &Site, source: &str, prose: &Prose) -> String {
    prose.html(|hole| match hole {
        Hole::Address(link) => escape(&site.links.resolve(&site.routes, source, &link.destination)),
        Hole::File(link) => {
            let file = site.links.file(&site.routes, source, &link.destination);
            file.map(|number| escape(&format!(" ({})", downloads::in_words_for(site, number)))).unwrap_or_default()
        }
    })
}

/// What a record's page is called in a link to it.
pub(crate) fn title_of(site: &Site, route: Route) -> Option<String> {
    match route {
        Route::Action(plan, action) => Some(wording::action(&site.plans[plan], action)),
        _ => site.title_of(route).map(str::to_owned),
    }
}

/// An address as it may stand in a quoted attribute.
fn escape(address: &str) -> String {
    address.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What the preview says of a page that readers do not see.
pub(crate) fn unseen(site: &Site, route: Route) -> Option<String> {
    let on = site.today;
    let unseen = match route {
        Route::Service(number) => site.services[number].service.publication.unseen(on),
        Route::Course(number) => site.courses[number].course.publication.unseen(on),
        _ => site.article(route)?.unseen(on),
    };
    Some(match unseen? {
        Unseen::Draft => "This is a draft. Only the preview shows it.".to_owned(),
        Unseen::Until(day) => format!("This appears on {}. Until then, only the preview shows it.", day::in_words(day)),
    })
}

/// Whom to call in danger.
pub(crate) fn emergency_call(site: &Site) -> Call {
    match &site.settings.emergency {
        Some(own) => Call::of(&own.call),
        None => Call::short("999"),
    }
}

/// What else to do, in the partnership's own words.
fn emergency_text(site: &Site) -> Option<String> {
    let settings = &site.settings;
    settings.emergency.as_ref().map(|own| html(site, &settings.source, &own.text))
}

/// The partnership's links, or the usual ones that lead somewhere.
fn navigation(site: &Site) -> Vec<Link> {
    let settings = &site.settings;
    if !settings.navigation.is_empty() {
        return own_links(site, &settings.navigation).collect();
    }
    let page = |id: &str| site.routes.at(&format!("{id}/"));
    let usual = [
        ("Get help", page("get-help").or(settings.sensitive.then_some(Route::Home))),
        ("Services", (!site.services.is_empty()).then_some(Route::Services)),
        ("Training", (!site.courses.is_empty()).then_some(Route::Training)),
        ("Strategy", (!site.plans.is_empty()).then_some(Route::Strategy)),
        ("Updates", (!site.updates.is_empty()).then_some(Route::Updates)),
        ("About", page("about")),
    ];
    let there = usual.into_iter().filter_map(|(title, route)| Some((title, route?)));
    there.map(|(title, route)| Link { title: title.to_owned(), address: site.address(route) }).collect()
}

fn footer(site: &Site) -> Vec<Link> {
    let page = |id: &str| site.routes.at(&format!("{id}/"));
    let links = [
        ("Stay safe online", page("stay-safe-online")),
        ("Accessibility", Some(Route::Accessibility)),
        ("Privacy", page("privacy")),
        ("Words explained", site.routes.address(Route::Glossary).map(|_| Route::Glossary)),
        ("Who decides", site.routes.address(Route::Governance).map(|_| Route::Governance)),
        ("Figures", site.routes.address(Route::Evidence).map(|_| Route::Evidence)),
        ("Leaflets", site.routes.address(Route::Leaflets).map(|_| Route::Leaflets)),
        ("Handbook for professionals", site.routes.address(Route::Handbook).map(|_| Route::Handbook)),
        ("Open data", site.routes.address(Route::Data).map(|_| Route::Data)),
        ("Contact", page("contact")),
    ];
    let there = links.into_iter().filter_map(|(title, route)| Some((title, route?)));
    let usual = there.map(|(title, route)| Link { title: title.to_owned(), address: site.address(route) });
    usual.chain(own_links(site, &site.settings.footer.links)).collect()
}

/// Links that the settings list. A part of the site with nothing in it has no page that one could lead to.
fn own_links<'s>(site: &'s Site, items: &'s [NavigationItem]) -> impl Iterator<Item = Link> + use<'s> {
    let there = items.iter().filter(|item| !site.is_empty_part(&item.link.0.value));
    there.map(|item| Link { title: item.title.clone(), address: site.follow(&item.link.0.value) })
}

fn contact(site: &Site) -> Contact {
    let contact = &site.settings.contact;
    Contact {
        organisation: contact.organisation.as_ref().map(|name| site.organisation_name(name).to_owned()),
        email: contact.email.as_ref().map(|email| email.to_string()),
        phone: contact.phone.as_ref().map(|phone| Call::of(phone)),
        address: contact.address.clone(),
    }
}
