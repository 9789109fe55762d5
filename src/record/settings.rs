//! The site and the partnership behind it.

use jiff::tz::TimeZone;

use super::accessibility::Accessibility;
use super::field::Rule;
use super::fields::Fields;
use super::glossary::SearchGlossary;
use super::page_link::PageLink;
use super::reference::{File, Helpline, Partner, Ref};
use crate::diagnostic::{Located, SourcePath};
use crate::model::colour::Colour;
use crate::model::duration::Duration;
use crate::model::email::Email;
use crate::model::host::Host;
use crate::model::language::Language;
use crate::model::personalised_site;
use crate::model::phone::Phone;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::model::year_start::YearStart;

/// Where "Exit this page" goes where the site does not say: a page that anyone may have open.
const EXIT: &str = "https://www.bbc.co.uk/weather";

/// The least contrast between text and its ground, WCAG 2.2 criterion 1.4.3.
const CONTRAST: f64 = 4.5;

record! {
    /// The site and the partnership behind it: `content/site.yaml`.
    pub(crate) struct Settings: "the file", check: check => {
        /// The partnership's name.
        name: String, example = "Marlsea Domestic Abuse Partnership";
        /// A short form of the name, for tabs and headers.
        short_name: String, required = false, example = "Marlsea partnership";
        /// The address at which the site will be.
        base_url: WebAddress, example = "https://www.example.org/", rule = Rule::Base, label = "Address of the site";
        /// The language of its words, as a tag.
        language: Language, default = "en-GB", example = "en-GB";
        /// Further languages that have a page of welcome, as tags: a page with that `language`. Every page links to each.
        languages: Vec<Located<Language>>, example = "[pl, ur]";
        /// The time zone of all its dates and times.
        timezone: TimeZone, default = "Europe/London", example = "Europe/London", label = "Time zone";
        /// What the site offers, in one sentence.
        description: String, example = "Help and support in Marlsea";
        /// Where "Exit this page" goes: a page that looks the same for everyone.
        exit_url: Located<WebAddress>, default = EXIT, example = EXIT, rule = Rule::Secure, label = "Where the exit leads";
        /// What to do in danger, if the built-in words for the UK will not do.
        emergency: Option<Emergency>, example = "{call: \"999\", text: Call the police.}";
        /// The services that come first on every page, in this order: the names of their files.
        helplines: Vec<Ref<Helpline>>, example = "[marlsea-helpline]";
        /// What the first page shows, and in which order.
        home: Home, example = "{order: [helplines, doors, services]}", label = "The first page";
        /// What stands at the foot of every page, beside the usual links.
        footer: Footer, example = "{text: Made by Marlsea Council.}", label = "The foot of every page";
        /// Whether readers may be at risk. `false` leaves out the exit, the words on danger and the page on staying safe.
        sensitive: bool, default = "true", example = "false", label = "Readers may be at risk";
        /// Whom to ask about the site.
        contact: Contact, required = true, example = "{organisation: Marlsea Council, email: partnership@example.org}";
        /// How the site looks.
        brand: Brand, example = "{colour: \"#1d5c63\"}";
        /// The links at the top of each page. Without it, the parts that the site has.
        navigation: Vec<NavigationItem>, example = "[{title: Get help, link: /services/}]";
        /// How long after its check a service counts as not reviewed.
        review_after: Duration, default = "6 months", example = "6 months";
        /// The month, 1 to 12, in which the financial year starts.
        financial_year_starts: YearStart, default = "4", example = "4";
        /// Whether search engines may list the site.
        search_engines: Permission, default = "allow", example = "deny";
        /// Whether pages of training tell search engines what is on them.
        training_data: Permission, default = "allow", example = "deny";
        /// How the site's own search works.
        search: Search, example = "{glossary: own}";
        /// The hosts whose files of headers and redirects are written.
        hosting: Vec<Located<Host>>, example = "[netlify]";
        /// What the accessibility statement says.
        accessibility: Option<Accessibility>, example = "{status: partially, issues: \"- Old PDF files (WCAG 1.3.1)\"}";
        and {
            /// The file.
            source: SourcePath = |_: &Fields<'_, '_>| "".into();
            /// The host that `site.yaml` names, without `www.`, whatever address a build is for. It stands for the site
            /// in what calendars know its sessions by.
            domain: String = |_: &Fields<'_, '_>| String::new();
        }
    }
}

record! {
    /// What the first page shows. On a site whose readers may be at risk, what to do in danger always comes first.
    #[derive(Default)]
    pub(crate) struct Home: "the first page" => {
        /// A text below the name of the site, in place of its description.
        intro: Option<Prose>, example = "We help people in Marlsea who are hurt or scared at home.";
        /// Large links to what most people come for. Without it, to the parts that the site has.
        doors: Vec<Door>, example = "[{title: Is this abuse?, link: pages/what-is-abuse.md}]";
        /// What stands on the page, in this order. Without it, all of it.
        order: Vec<HomePart>, example = "[doors, helplines, services]";
    }
}

record! {
    /// A large link of the first page.
    pub(crate) struct Door: "a door" => {
        /// Its words, as someone would say them who needs it.
        title: String, example = "Is this abuse?";
        /// Where it leads: a path of the site, or a file of the content.
        link: PageLink, example = "pages/what-is-abuse.md";
        /// What is behind it, in a sentence.
        text: Option<String>, example = "Signs to look out for, and what you can do.";
    }
}

choice! {
    /// A part of the first page.
    pub(crate) enum HomePart => {
        /// Large links to what most people come for.
        Doors = "doors";
        /// Whom to call.
        Helplines = "helplines";
        /// The ways to find a service.
        Services = "services";
        /// The next sessions.
        Training = "training";
        /// How the plans stand.
        Strategy = "strategy";
        /// What is new.
        Updates = "updates";
    }
}

record! {
    /// What stands at the foot of every page, beside the usual links.
    #[derive(Default)]
    pub(crate) struct Footer: "the footer" => {
        /// Further links.
        links: Vec<NavigationItem>, example = "[{title: Our reports, link: pages/reports.md}]";
        /// A text below the links.
        text: Option<Prose>, example = "Made by Marlsea Council for the partnership.";
    }
}

record! {
    /// What to do in danger.
    pub(crate) struct Emergency: "what to do in danger" => {
        /// The number to call.
        call: Phone, example = "\"999\"";
        /// What people should know when they call.
        text: Prose, example = "Call the police.";
    }
}

record! {
    /// Whom to ask about the site.
    pub(crate) struct Contact: "a contact" => {
        /// A partner's id, or the name of a body.
        organisation: Option<Ref<Partner>>, example = "marlsea-council", code = "contact";
        /// The address to write to.
        email: Option<Located<Email>>, example = "partnership@example.org";
        /// The number to call.
        phone: Option<Located<Phone>>, example = "\"01632 960100\"";
        /// The street address.
        address: Option<String>, example = "1 Harbour Road, Marlsea";
    }
}

record! {
    /// How the site looks.
    #[derive(Default)]
    pub(crate) struct Brand: "a brand", check: check_contrast => {
        /// The colour of the header and the marks, in quotes.
        colour: Option<Located<Colour>>, example = "\"#1d5c63\"";
        /// The colour of text on it. Without it, black or white, whichever reads better.
        text: Option<Located<Colour>>, example = "\"#ffffff\"";
        /// A picture for the header: a file of this site.
        logo: Option<Ref<File>>, example = "files/logo.svg", code = "brand";
        /// A picture for the browser's tab: a file of this site.
        favicon: Option<Ref<File>>, example = "files/favicon.svg", code = "brand", label = "Picture for the tab";
        /// A picture that is shown where someone shares a page of the site: 1200 by 630, and as neutral as the site's short
        /// name. Without it, none is.
        share: Option<Ref<File>>, example = "files/harbour.jpg", code = "brand", label = "Picture for sharing";
    }
}

record! {
    /// A link at the top of each page.
    #[derive(Eq)]
    pub(crate) struct NavigationItem: "a link of the navigation" => {
        /// Its words.
        title: String, example = "Get help";
        /// Where it leads: a path of the site, or a file of the content.
        link: PageLink, example = "/services/";
    }
}

record! {
    /// How the site's own search works.
    pub(crate) struct Search: "the search" => {
        /// Whose words it understands. The built-in ones are about abuse; a site whose readers are not at risk has its own.
        glossary: Option<SearchGlossary>, example = "own";
    }
}

choice! {
    /// Whether something is allowed.
    pub(crate) enum Permission => {
        /// It is.
        Allow = "allow";
        /// It is not.
        Deny = "deny";
    }
}

impl Permission {
    /// Whether it is.
    #[must_use]
    pub(crate) fn is_allowed(self) -> bool {
        self == Self::Allow
    }
}

impl Settings {
    /// Whose words the search understands.
    #[must_use]
    pub(crate) fn search_glossary(&self) -> SearchGlossary {
        self.search.glossary.unwrap_or(SearchGlossary::usual(self.sensitive))
    }
}

fn check(settings: &mut Settings, fields: &Fields<'_, '_>) {
    if settings.short_name.is_empty() {
        settings.short_name.clone_from(&settings.name);
    }
    without_www(settings.base_url.host()).clone_into(&mut settings.domain);
    check_exit(settings, fields);
}

/// The exit leads out of the site, to a page that looks the same whoever opens it.
fn check_exit(settings: &Settings, fields: &Fields<'_, '_>) {
    let Located { value: address, span } = &settings.exit_url;
    let help = format!("choose a page that looks the same for everyone, such as a weather forecast: `{EXIT}`");
    if without_www(settings.base_url.host()) == without_www(address.host()) {
        let message = "`exit_url` leads back to this site, which a person in danger has to get away from";
        fields.report.error("exit_url", *span, message, help);
    } else if let Some(name) = personalised_site::known_as(address.host()) {
        let message = format!("`{name}` may show what its visitor looked at before, or who they are");
        fields.report.warning("exit_url", *span, message, help);
    }
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

fn check_contrast(brand: &Brand, fields: &Fields<'_, '_>) {
    if let (Some(ground), Some(text)) = (&brand.colour, &brand.text) {
        let contrast = ground.value.contrast(text.value);
        if contrast < CONTRAST {
            let message = format!(
                "text in this colour cannot be read on the brand's colour: the contrast is {contrast:.1}, and {CONTRAST} is needed"
            );
            let help = "take `text` out: black or white is then chosen, whichever reads better";
            fields.report.error("brand", text.span, message, help);
        }
    }
}
