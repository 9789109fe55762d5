//! The flat table of the services.

use crate::format::table::{Cell, Column, Table};
use crate::kinds::service::record::{Hours, PublicPlace, Service, ServicePhone, ServiceState};
use crate::kinds::service::render::card::hours_lines;
use crate::kinds::service::site::directory::Listing;
use crate::model::day;
use crate::model::prose::Prose;
use crate::record::vocabulary::Term;
use crate::render::hsds;
use crate::render::wording::services::tier;
use crate::site::{Route, Site};

/// A column: its name for programs, its heading, its width in letters, and how its cells are made.
type Field = (&'static str, &'static str, u16, fn(&Row<'_>) -> Cell);

/// A service, as its row is made.
struct Row<'s> {
    site: &'s Site,
    number: usize,
    listing: &'s Listing,
    service: &'s Service,
}

const FIELDS: [Field; 34] = [
    ("id", "Id", 24, |row| text(&row.listing.service.id)),
    ("uuid", "Identifier for programs", 38, |row| text(hsds::identifier(row.site, row.number).to_string())),
    ("name", "Service", 36, |row| text(&row.service.title.value)),
    ("summary", "What it does", 50, |row| text(&row.service.summary.value)),
    ("organisation", "Run by", 28, |row| text(row.site.organisation_name(&row.service.organisation))),
    ("status", "Status", 16, |row| text(status(row.service))),
    ("reopens", "Opens again", 13, |row| Cell::date(row.service.reopens.as_ref().map(|day| day.value))),
    ("status_note", "Status: note", 30, |row| perhaps(row.service.state_note.as_deref())),
    ("needs", "What it helps with", 36, |row| terms(&row.listing.needs, &row.site.vocabulary.needs)),
    ("audiences", "Who it is for", 36, |row| terms(&row.listing.audiences, &row.site.vocabulary.audiences)),
    ("behaviour_change", "For people who harm others", 14, |row| Cell::yes(row.service.behaviour_change)),
    ("areas", "Areas (empty: all)", 24, |row| terms(&row.listing.areas, &row.site.vocabulary.areas)),
    ("accepts_from_outside", "For people who live elsewhere", 14, |row| yes_no(row.service.accepts_from_outside)),
    ("levels", "Levels of risk (empty: any)", 24, |row| row.levels()),
    ("minimum_age", "Youngest", 10, |row| number(row.service.ages.and_then(|ages| ages.from))),
    ("maximum_age", "Oldest", 10, |row| number(row.service.ages.and_then(|ages| ages.to))),
    ("by_and_for", "Run by and for", 24, |row| row.by_and_for()),
    ("eligibility", "Who can use it", 40, |row| prose(row.service.eligibility.as_ref())),
    ("self_referral", "People can get in touch themselves", 14, |row| yes_no(row.service.referral.by_self)),
    ("professional_referral", "How professionals refer", 40, |row| prose(row.service.referral.professional.as_ref())),
    ("referral_note", "Getting in: note", 30, |row| prose(row.service.referral.note.as_ref())),
    ("phones", "Telephone", 36, |row| {
        text(row.service.phones.iter().map(phone).chain(row.phones_of_places()).collect::<Vec<_>>().join("\n"))
    }),
    ("text_number", "Text messages", 16, |row| perhaps(row.service.text_number.as_ref().map(|one| one.display()))),
    ("email", "Email", 28, |row| perhaps(row.service.email.as_ref().map(|email| email.to_string()))),
    ("website", "Website", 30, |row| perhaps(row.service.website.as_ref().map(|address| address.to_string()))),
    ("webchat", "Chat", 30, |row| perhaps(row.service.webchat.as_ref().map(|address| address.to_string()))),
    ("hours", "Open", 36, |row| row.hours()),
    ("cost", "Cost", 20, |row| perhaps(row.service.cost.as_deref())),
    ("languages", "Languages", 20, |row| row.languages()),
    ("access", "Access", 30, |row| text(row.service.accessibility.join("; "))),
    ("address", "Address", 36, |row| row.address()),
    ("accreditations", "Standards held", 24, |row| text(row.service.accreditations.join("; "))),
    ("checked", "Checked", 13, |row| Cell::date(Some(row.service.reviewed.value))),
    ("page", "Web page", 40, |row| text(row.site.full_address(Route::Service(row.number)))),
];

pub(in crate::render) fn table(site: &Site) -> Table {
    let fields = fields(site);
    let rows = site.services.iter().enumerate().map(|(number, listing)| {
        let row = Row { site, number, listing, service: &listing.service };
        fields.iter().map(|(.., cell)| cell(&row)).collect()
    });
    Table {
        title: "Services".to_owned(),
        date: site.today,
        about: about(site, &fields),
        rows: rows.collect(),
        columns: fields.iter().map(|&(key, heading, width, _)| Column::new(key, heading, width)).collect(),
    }
}

/// The columns; on a site that is about no danger without the words for it.
fn fields(site: &Site) -> Vec<Field> {
    let mut fields = FIELDS.to_vec();
    if !site.settings.sensitive {
        fields.retain(|(key, ..)| *key != "behaviour_change" || !site.services.facets.behaviour_change.is_empty());
        let levels = fields.iter_mut().find(|(key, ..)| *key == "levels");
        if let Some((_, heading, ..)) = levels {
            *heading = "Levels (empty: any)";
        }
    }
    fields
}

/// What to know about the table, for its second sheet.
fn about(site: &Site, fields: &[Field]) -> Vec<(String, String)> {
    let line = |term: &str, words: String| (term.to_owned(), words);
    let mut about = vec![
        line("Published by", site.settings.name.clone()),
        line("As it stood on", day::long(site.today)),
        line("On the web", site.full_address(Route::Data)),
        line("", String::new()),
        line("Column", "Its name for programs".to_owned()),
    ];
    about.extend(fields.iter().map(|(key, heading, ..)| line(heading, (*key).to_owned())));
    about
}

impl Row<'_> {
    fn levels(&self) -> Cell {
        let levels = self.service.tiers.iter().filter_map(|&level| tier(self.site, level as usize));
        text(levels.collect::<Vec<_>>().join("; "))
    }

    fn by_and_for(&self) -> Cell {
        let terms = self.service.by_and_for.iter().filter_map(|id| self.site.vocabulary.audience(&id.value));
        text(terms.map(|term| term.name.as_str()).collect::<Vec<_>>().join("; "))
    }

    fn languages(&self) -> Cell {
        text(self.service.languages.iter().map(|language| language.name()).collect::<Vec<_>>().join("; "))
    }

    /// Where it is, if anyone may know.
    fn address(&self) -> Cell {
        let line = |place: PublicPlace<'_>| match (place.name, place.in_one_line()) {
            (Some(name), Some(line)) => Some(format!("{name}: {line}")),
            (name, line) => line.or_else(|| name.map(str::to_owned)),
        };
        let lines: Vec<String> = self.service.places().filter_map(line).collect();
        perhaps((!lines.is_empty()).then(|| lines.join("; ")))
    }

    /// The numbers of its places, each with the place's name.
    fn phones_of_places(&self) -> impl Iterator<Item = String> {
        let places = self.service.locations.iter();
        places.flat_map(|place| place.phones.iter().map(|one| format!("{}: {}", place.name, phone(one))))
    }

    /// When it is open: its own hours, then those of each place.
    fn hours(&self) -> Cell {
        let places = self.service.locations.iter();
        let places = places.filter_map(|place| Some(format!("{}: {}", place.name, hours(place.hours.as_ref()?))));
        let all: Vec<String> = self.service.hours.iter().map(hours).chain(places).collect();
        perhaps((!all.is_empty()).then(|| all.join("; ")))
    }
}

fn terms(numbers: &[usize], terms: &[Term]) -> Cell {
    text(numbers.iter().map(|&term| terms[term].name.as_str()).collect::<Vec<_>>().join("; "))
}

fn text(words: impl Into<String>) -> Cell {
    Cell::text(words)
}

fn perhaps(words: Option<impl Into<String>>) -> Cell {
    words.map_or(Cell::Empty, Cell::text)
}

fn prose(prose: Option<&Prose>) -> Cell {
    perhaps(prose.map(|prose| prose.text.trim()))
}

fn number(number: Option<u32>) -> Cell {
    perhaps(number.map(|number| number.to_string()))
}

fn yes_no(answer: Option<bool>) -> Cell {
    perhaps(answer.map(|yes| if yes { "Yes" } else { "No" }))
}

fn status(service: &Service) -> &'static str {
    match service.state {
        ServiceState::Open => "Open",
        ServiceState::ClosedTemporarily => "Closed for now",
        ServiceState::Closed => "Closed",
    }
}

/// "01632 960010 (Duty desk; Monday to Friday, 9am to 5pm)"
fn phone(phone: &ServicePhone) -> String {
    let notes = [
        phone.label.clone(),
        phone.textphone.then(|| "textphone".to_owned()),
        phone.free.then(|| "free".to_owned()),
        phone.hours.as_ref().map(hours),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    let number = phone.display();
    if notes.is_empty() { number } else { format!("{number} ({})", notes.join("; ")) }
}

fn hours(hours: &Hours) -> String {
    hours_lines(hours).join("; ")
}
