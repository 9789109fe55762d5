//! Tables of indicators beside those of actions: what is measured, its baseline and target, and a column for each period.
//! Each row becomes a file for `content/indicators/`.

use super::block::words;
use super::field::Field;
use super::heading::{self, CLEAR};
use super::note::Notes;
use super::origin::Origin;
use super::yaml::{Map, Value};
use crate::model::slug::slugify;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};

/// A row of such a table, each cell with its heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureRow {
    pub(crate) origin: Origin,
    pub(crate) cells: Vec<(String, String)>,
}

/// What a column of such a table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// What is measured.
    Name,
    Unit,
    Source,
    Baseline,
    Target,
    /// The figures of a period, as the content has it, with the plan's own words where they say another one.
    Period(String, Option<String>),
    Other,
}

/// A count below this may show who was counted.
const SMALL: u32 = 5;

/// What stands where the table does not say who counted.
const NO_SOURCE: &str = "(missing in the source)";

/// Whether headings are those of a table of figures and not of actions.
pub(crate) fn is_table(headings: &[String]) -> bool {
    let calendar = PlanCalendar::default();
    let columns: Vec<Column> = headings.iter().map(|heading| Column::of(heading, &calendar)).collect();
    let has = |wanted: Column| columns.contains(&wanted);
    let periods = columns.iter().filter(|column| matches!(column, Column::Period(..))).count();
    let goals = usize::from(has(Column::Baseline)) + usize::from(has(Column::Target));
    let is_action = |heading: &String| {
        heading::scores(heading).first().is_some_and(|(field, score)| *field == Field::Title && *score >= CLEAR)
    };
    has(Column::Name) && periods + goals > 1 && !headings.iter().any(is_action)
}

impl Column {
    fn of(heading: &str, calendar: &PlanCalendar) -> Self {
        let spoken = words(heading);
        let has = |names: &[&str]| spoken.iter().any(|word| names.contains(&word.as_str()));
        if has(&["baseline"]) {
            Self::Baseline
        } else if has(&["target", "ambition"]) {
            Self::Target
        } else if has(&["kpi", "kpis", "indicator", "indicators", "metric", "measure", "measures"]) {
            Self::Name
        } else if has(&["unit", "units"]) {
            Self::Unit
        } else if has(&["source", "sources"]) {
            Self::Source
        } else {
            period(heading, calendar).map_or(Self::Other, |(period, note)| Self::Period(period, note))
        }
    }
}

/// The period of figures that a heading names. One of the financial year is known by the year in which it begins, and
/// keeps its name beside it.
fn period(heading: &str, calendar: &PlanCalendar) -> Option<(String, Option<String>)> {
    let timescale = Timescale::read(heading, calendar).ok()?.timescale;
    let last = timescale.by?;
    let quarter = (last.month() + 2) / 3;
    match timescale.precision {
        Precision::Year if timescale.from.is_none() => Some((last.year().to_string(), None)),
        Precision::FinancialYear => {
            let year = calendar.year_starts.year_of(last);
            Some((year.to_string(), Some(heading.trim().to_owned())))
        }
        Precision::Quarter if last.month() % 3 == 0 => Some((format!("{}-Q{quarter}", last.year()), None)),
        Precision::Month => Some((format!("{:04}-{:02}", last.year(), last.month()), None)),
        _ => None,
    }
}

/// A file for `content/indicators/`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct IndicatorFile {
    /// Its name without the ending.
    pub(crate) id: String,
    pub(crate) map: Map,
}

/// The files of all rows.
pub(crate) fn files(
    rows: &[FigureRow],
    plan: Option<&str>,
    calendar: &PlanCalendar,
    notes: &mut Notes,
) -> Vec<IndicatorFile> {
    let mut files: Vec<IndicatorFile> = Vec::new();
    for row in rows {
        let Some(mut file) = file(row, plan, calendar, notes) else { continue };
        let base = file.id.clone();
        let mut number = 2;
        while files.iter().any(|known| known.id == file.id) {
            file.id = format!("{base}-{number}");
            number += 1;
        }
        files.push(file);
    }
    files
}

fn file(row: &FigureRow, plan: Option<&str>, calendar: &PlanCalendar, notes: &mut Notes) -> Option<IndicatorFile> {
    let of = |wanted: Column| {
        let cell = row.cells.iter().find(|(heading, _)| Column::of(heading, calendar) == wanted);
        cell.filter(|(_, text)| !text.is_empty())
    };
    let Some((_, title)) = of(Column::Name) else {
        let words = row.cells.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" | ");
        notes.look(&row.origin, format!("no words say what is measured, so this row is left out: `{words}`"));
        return None;
    };
    let title = title.replace('\n', " ");
    let mut sign = None;
    let mut private = Map::default();
    let mut points = Vec::new();
    let mut is_small = false;
    for (heading, text) in row.cells.iter().filter(|(_, text)| !text.is_empty()) {
        match Column::of(heading, calendar) {
            Column::Period(period, note) => match Figure::read(text) {
                Some(figure) => {
                    sign = sign.or(figure.sign);
                    is_small |= figure.is_small();
                    let mut point = Map::default();
                    point.add("period", Value::Plain(period));
                    point.add("value", Value::Plain(figure.digits));
                    point.add_text("note", &note.unwrap_or_default());
                    points.push(Value::Map(point));
                }
                None => {
                    notes.look(&row.origin, format!("`{heading}`: `{text}` is no figure; it is kept under `private:`"));
                    private.add_apart(heading, Value::text(text));
                }
            },
            Column::Other => private.add_apart(heading, Value::text(text)),
            _ => {}
        }
    }
    let goal = |column: Column, notes: &mut Notes, private: &mut Map| {
        let (heading, text) = of(column)?;
        let figure = Figure::read(text);
        if figure.is_none() {
            notes.look(&row.origin, format!("`{heading}`: `{text}` is no figure; it is kept under `private:`"));
            private.add_apart(heading, Value::text(text));
        }
        Some((heading.clone(), figure?))
    };
    let baseline = goal(Column::Baseline, notes, &mut private);
    let target = goal(Column::Target, notes, &mut private);
    sign = sign.or(baseline.as_ref().and_then(|(_, figure)| figure.sign));
    let mut map = Map::default();
    map.add("title", Value::text(&title));
    let unit = of(Column::Unit).map(|(_, text)| text.clone()).or(sign.map(str::to_owned));
    map.add_text("unit", &unit.unwrap_or_default());
    match of(Column::Source) {
        Some((_, source)) => map.add_text("source", &source.replace('\n', " ")),
        None => {
            let comment = "look here: the table does not say where the figures come from".to_owned();
            map.add_with("source", Value::text(NO_SOURCE), vec![comment]);
        }
    }
    map.add_text("plan", plan.unwrap_or_default());
    if is_small && sign.is_none() {
        let comment = "look here: counts of fewer than five people may show who they were, so they are held back";
        map.add_with("small_numbers", Value::text("suppress"), vec![comment.to_owned()]);
    }
    if let Some((heading, figure)) = baseline {
        let mut value = Map::default();
        value.add("value", Value::Plain(figure.digits));
        if let Some((period, _)) = period(&heading, calendar).filter(|(_, note)| note.is_none()) {
            value.add("period", Value::Plain(period));
        }
        map.add("baseline", Value::Map(value));
    }
    if points.is_empty() {
        notes.look(&row.origin, format!("`{title}` has no figures yet, and a file of figures needs one"));
    }
    map.add("points", Value::List(points));
    if let Some((heading, figure)) = target {
        let mut value = Map::default();
        value.add("value", Value::Plain(figure.digits));
        let by = heading.split_whitespace().filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
        value.add_text("by", &by.collect::<Vec<_>>().join(" "));
        map.add("target", Value::Map(value));
    }
    if !private.is_empty() {
        map.add("private", Value::Map(private));
    }
    let slug = slugify(&title);
    notes.did(&row.origin, format!("taken as figures for `content/indicators/{slug}.yaml`"));
    Some(IndicatorFile { id: if slug.is_empty() { "figures".to_owned() } else { slug }, map })
}

/// A figure as a table has it: `1,204`, `61%`, `£350`.
struct Figure {
    digits: String,
    sign: Option<&'static str>,
}

impl Figure {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (plain, sign) = match (text.strip_suffix('%'), text.strip_prefix('£')) {
            (Some(plain), _) => (plain, Some("%")),
            (_, Some(plain)) => (plain, Some("£")),
            _ => (text, None),
        };
        let digits = plain.trim().replace(',', "");
        let is_number = digits.starts_with(|letter: char| letter.is_ascii_digit()) && digits.parse::<f64>().is_ok();
        is_number.then_some(Self { digits, sign })
    }

    fn is_small(&self) -> bool {
        self.sign.is_none() && self.digits.parse::<u32>().is_ok_and(|count| (1..SMALL).contains(&count))
    }
}
