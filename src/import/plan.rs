//! The whole plan: its head, its sections, and what its columns became.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::action::{Counts, Writer, markdown, register};
use super::block::{Line, words};
use super::column_choices::ColumnChoices;
use super::columns::Column;
use super::field::Field;
use super::figures::{self, IndicatorFile};
use super::kept::Keeper;
use super::layout::{Kind, Layouts};
use super::lead::{self, LeadReader};
use super::note::Notes;
use super::origin::Origin;
use super::outline::{Builder, Group, Outline, statuses, unclear};
use super::reported::Reported;
use super::table::Piece;
use super::title::{self, PlanPeriod};
use super::{confidential, when};
use crate::model::day;
use crate::model::quarter::Quarter;
use crate::model::rating::Rating;
use crate::model::slug::slugify;
use crate::model::timescale::{PlanCalendar, Timescale};
use crate::model::year_start::YearStart;
use crate::yaml::{Map, Value};

/// The most letters of the texts before the first section that become the plan's summary.
const LONGEST_SUMMARY: usize = 2000;

/// A plan, ready to be written, and the report on it.
pub(crate) struct Assembled {
    pub(crate) map: Map,
    pub(crate) columns: Vec<Column>,
    pub(crate) counts: Counts,
    pub(crate) sections: usize,
    /// Files of figures that stood beside the actions.
    pub(crate) indicators: Vec<IndicatorFile>,
}

/// What is known beside the file's words.
pub(crate) struct Occasion<'o> {
    pub(crate) name: &'o str,
    /// The name of the plan's own file in the site, without its ending.
    pub(crate) id: Option<&'o str>,
    pub(crate) today: Date,
    pub(crate) choices: &'o ColumnChoices,
    pub(crate) year_starts: YearStart,
}

/// Makes a plan of its pieces.
pub(crate) fn assemble(
    pieces: &mut [Piece],
    occasion: &Occasion<'_>,
    keeper: &mut Keeper,
    notes: &mut Notes,
) -> Assembled {
    let layouts = Layouts::of(pieces, occasion.choices);
    confidential::set_aside(pieces, &layouts, keeper, notes);
    let pieces = &*pieces;
    let (outline, used) = outline(pieces, &layouts, notes);
    let period = period(&outline, pieces, occasion);
    let people = LeadReader { common: lead::small_words(texts(pieces)), explained: lead::explained(texts(pieces)) };
    let report_date = updated(&outline, occasion.today).unwrap_or(occasion.today.min(period.period.to));
    let known = period.is_printed().then_some(period.period);
    let mut writer = Writer {
        notes,
        keeper,
        people: &people,
        calendar: PlanCalendar { period: known, year_starts: occasion.year_starts },
        today: occasion.today,
        report_date,
        first_year: Quarter::of(period.period.from, occasion.year_starts).year(),
        meanings: statuses(&outline.guide),
        unclear: unclear(&outline.guide),
        names: lead::Names::default(),
        counts: Counts::default(),
        here: Origin::default(),
        last_number: String::new(),
    };
    let sections = sections(&outline, &mut writer);
    let risks = register(&outline.risks, &mut writer);
    let counts = writer.counts;
    if counts.quarters > 0 {
        let month = day::month_name(occasion.year_starts.first_day(occasion.today.year()).month());
        let message = format!(
            "quarters are read as those of the financial year, which begins in {month}; if the plan means the calendar \
             year, put in the dates"
        );
        notes.did(&Origin::whole(None), message);
    }
    let count = sections.len();
    let mut map = head(&outline, &period, occasion, &layouts.headings(&used), &counts, notes);
    if counts.blue > 0 && outline.guide.is_empty() {
        let mut guide = Map::default();
        guide.add("scheme", Value::text("brag"));
        let comment = "the plan uses blue, which this scheme has for complete actions".to_owned();
        map.add_with("rating_guide", Value::Map(guide), vec![comment]);
    }
    let unplaced = outline.unplaced.iter().map(|words| format!("look here: the overview also says: {words}"));
    map.add_with("sections", Value::List(sections), unplaced.collect());
    if !risks.is_empty() {
        map.add("risks", Value::List(risks));
    }
    let kept = keeper.rest();
    if !kept.is_empty() {
        let mut private = Map::default();
        private.add("kept", Value::List(kept));
        map.add("private", Value::Map(private));
    }
    let calendar = PlanCalendar { period: known, year_starts: occasion.year_starts };
    let indicators = figures::files(&outline.figures, occasion.id, &calendar, notes);
    Assembled { map, columns: used, counts, sections: count, indicators }
}

/// The plan's shape, and the columns of its tables of actions.
fn outline(pieces: &[Piece], layouts: &Layouts, notes: &mut Notes) -> (Outline, Vec<Column>) {
    let mut builder = Builder::new(notes);
    let mut used: Vec<Column> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Table(table) => {
                let columns = layouts.columns(table);
                match layouts.kind(table) {
                    Kind::Risks => builder.risks(table),
                    Kind::Figures => builder.figures(table),
                    Kind::Overview => builder.overview(table),
                    Kind::Other => builder.other_table(table),
                    Kind::Actions => {
                        builder.table(table, columns);
                        let new = columns.iter().filter(|column| !used.contains(column));
                        used.extend(new.cloned().collect::<Vec<_>>());
                    }
                }
            }
            other => builder.take(other),
        }
    }
    (builder.finish(), used)
}

/// Every text, for telling names from words.
fn texts(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    pieces.iter().flat_map(|piece| match piece {
        Piece::Sheet(_) => Vec::new(),
        Piece::Heading(_, line) | Piece::Text(line) => vec![line.text.as_str()],
        Piece::Table(table) => {
            let headings = table.headings.iter().map(String::as_str);
            headings.chain(table.rows.iter().flat_map(|row| &row.row.cells).map(|cell| cell.text.as_str())).collect()
        }
    })
}

/// The day on which the plan says that it was brought up to date.
fn updated(outline: &Outline, today: Date) -> Option<Date> {
    let tells = |line: &&Line| {
        let spoken = words(&line.text);
        let opens = spoken.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(" ");
        let says = spoken.iter().any(|word| matches!(word.as_str(), "updated" | "update"));
        spoken.len() <= 16 && says || matches!(opens.as_str(), "as at" | "as of" | "position at" | "position as")
    };
    let day = |line: &Line| match Reported::of(&line.text, &PlanCalendar::default())? {
        Reported::Day(day) if day <= today => Some(day),
        _ => None,
    };
    outline.title.iter().chain(&outline.document).chain(&outline.opening).filter(tells).find_map(day)
}

fn period(outline: &Outline, pieces: &[Piece], occasion: &Occasion<'_>) -> PlanPeriod {
    let title = outline.title.iter().map(|line| line.text.as_str());
    let opening =
        outline.opening.iter().chain(&outline.document).map(|line| line.text.as_str()).filter(|text| text.len() < 200);
    let others = pieces.iter().filter_map(|piece| match piece {
        Piece::Sheet(name) => Some(name.as_str()),
        Piece::Heading(_, line) => Some(line.text.as_str()),
        _ => None,
    });
    let printed = title.chain(opening).chain([occasion.name]).chain(others);
    title::period(printed, occasion.year_starts).unwrap_or_else(|| {
        let calendar = PlanCalendar { period: None, year_starts: occasion.year_starts };
        let dates: Vec<Date> = texts(pieces)
            .filter(|text| when::is_date(text, &calendar))
            .filter_map(|text| Timescale::read(text, &calendar).ok())
            .flat_map(|reading| [reading.timescale.from, reading.timescale.by])
            .flatten()
            .collect();
        title::from_dates(&dates, occasion.today, occasion.year_starts)
    })
}

/// The fields before the sections.
fn head(
    outline: &Outline,
    period: &PlanPeriod,
    occasion: &Occasion<'_>,
    used: &[Column],
    counts: &Counts,
    notes: &mut Notes,
) -> Map {
    let mut map = Map::default();
    if let Some(line) = &outline.title {
        map.add("title", Value::text(line.text.replace('\n', " ")));
    } else {
        let title = title::of_file(occasion.name);
        let comment = "look here: the file prints no title; this is the file's name".to_owned();
        map.add_with("title", Value::text(title), vec![comment]);
    }
    if let Some(summary) = summary(&outline.opening, notes) {
        let comment = "look here: these texts stood before the tables; keep what readers need".to_owned();
        map.add_with("summary", Value::text(summary), vec![comment]);
    }
    map.add_with("period", period.value(), vec![period.doubt()]);
    if period.is_printed() && period.period.to < occasion.today {
        let comment = "look here: the plan's period is over; take this line out if the plan goes on".to_owned();
        map.add_with("archived", Value::Plain("true".to_owned()), vec![comment]);
    }
    if counts.standings == 0 && counts.updates == 0 && counts.actions > 0 {
        let comment = "look here: the table reports no progress, so no page says how an action is going; take this line \
                       out when you report it";
        map.add_with("tracked", Value::Plain("false".to_owned()), vec![comment.to_owned()]);
    }
    let labels = labels(outline, used);
    if !labels.is_empty() {
        map.add("labels", Value::Map(labels));
    }
    if let Some(guide) = guide(outline) {
        map.add("rating_guide", Value::Map(guide));
    }
    map
}

fn summary(opening: &[Line], notes: &mut Notes) -> Option<String> {
    let mut text = String::new();
    for line in opening {
        if text.len() + line.text.len() > LONGEST_SUMMARY {
            notes.look(&line.origin, format!("stands before the tables, and is left out: `{}`", line.text));
            continue;
        }
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(&markdown(&line.text));
    }
    (!text.is_empty()).then_some(text)
}

/// The plan's own headings.
fn labels(outline: &Outline, used: &[Column]) -> Map {
    let mut map = Map::default();
    for field in Field::ALL {
        let Some(key) = field.label() else { continue };
        // Targets stand among the measures.
        let has = |field: Field| used.iter().any(|column| column.field == field && !column.heading.is_empty());
        let field = if field == Field::Measures && !has(field) { Field::Target } else { field };
        // "Date completed" is over days and no statuses.
        let is_day = |column: &&Column| {
            field == Field::Status
                && words(&column.heading).iter().any(|word| matches!(word.as_str(), "date" | "actual"))
        };
        let mut named =
            used.iter().filter(|column| column.field == field && !column.heading.is_empty() && !is_day(column));
        let several = matches!(field, Field::Updates | Field::Rating | Field::Status) && named.clone().count() > 1;
        let heading = named.next().filter(|_| !several);
        let heading = heading.map(|column| column.heading.clone()).or_else(|| outline.words.get(key).cloned());
        // The heading over the numbers is of use to nobody.
        if let Some(heading) = heading.filter(|_| field != Field::Ref) {
            map.add(key, Value::text(heading));
        }
    }
    map
}

fn guide(outline: &Outline) -> Option<Map> {
    if outline.guide.is_empty() {
        return None;
    }
    let mut map = Map::default();
    let has_blue = outline.guide.iter().any(|(rating, _)| *rating == Rating::Blue);
    map.add("scheme", Value::text(if has_blue { "brag" } else { "rag" }));
    for rating in Rating::ALL {
        let texts: Vec<&str> =
            outline.guide.iter().filter(|(known, _)| *known == rating).map(|(_, text)| text.as_str()).collect();
        map.add_text(rating.id(), &texts.join("; "));
    }
    Some(map)
}

fn sections(outline: &Outline, writer: &mut Writer<'_>) -> Vec<Value> {
    let mut taken = BTreeSet::new();
    let mut values = Vec::new();
    for section in &outline.sections {
        let mut map = Map::default();
        let number = section.number.as_str();
        let title = if section.title.is_empty() { "Actions" } else { section.title.as_str() };
        let address = slugify(if number.is_empty() { title } else { number });
        if address.is_empty() || !taken.insert(address.clone()) {
            let base = if address.is_empty() { "section".to_owned() } else { address };
            let free =
                (2..=outline.sections.len() + 2).map(|count| format!("{base}-{count}")).find(|id| !taken.contains(id));
            let free = free.expect("there are more numbers than sections");
            taken.insert(free.clone());
            let comment = "look here: another section has this name or number; are they one?".to_owned();
            writer.notes.look(&section.origin, format!("a second section is called `{title}`"));
            map.add_with("id", Value::text(free), vec![comment]);
        }
        map.add_text("ref", number);
        let comments = if section.is_named { Vec::new() } else { unnamed(section, writer) };
        map.add_with("title", Value::text(title), comments);
        let aim: Vec<String> = section.aim.iter().map(|text| markdown(text)).collect();
        map.add_text("aim", &aim.join("\n\n"));
        rest_of_group(section, writer, &mut map);
        values.push(Value::Map(map));
    }
    values
}

fn unnamed(section: &Group, writer: &mut Writer<'_>) -> Vec<String> {
    writer.notes.look(&section.origin, "no heading stands above these actions".to_owned());
    vec!["look here: the plan prints no heading for these actions".to_owned()]
}

fn rest_of_group(group: &Group, writer: &mut Writer<'_>, map: &mut Map) {
    let leads: Vec<Value> = group.lead.iter().map(|text| writer.people.read(text).value()).collect();
    map.add_list("lead", leads);
    let outcomes: Vec<Value> = group.outcomes.iter().map(|text| Value::text(text.replace('\n', " "))).collect();
    if !outcomes.is_empty() {
        map.add("expected_outcomes", Value::List(outcomes));
    }
    let objectives: Vec<Value> = group.objectives.iter().map(|objective| self::objective(objective, writer)).collect();
    if !objectives.is_empty() {
        map.add("objectives", Value::List(objectives));
    }
    let actions: Vec<Value> = group.actions.iter().map(|action| Value::Map(writer.action(action))).collect();
    if !actions.is_empty() {
        map.add("actions", Value::List(actions));
    }
}

fn objective(objective: &Group, writer: &mut Writer<'_>) -> Value {
    let mut map = Map::default();
    map.add_text("ref", &objective.number);
    map.add_text("title", &objective.title);
    rest_of_group(objective, writer, &mut map);
    Value::Map(map)
}
