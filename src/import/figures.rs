//! Tables of indicators beside those of actions: what is measured, its baseline and target, and a column for each period.
//! Each row becomes a file for `content/indicators/`.

use super::block::words;
use super::field::Field;
use super::note::Notes;
use super::origin::Origin;
use super::{heading, prose};
use crate::model::slug::slugify;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};
use crate::yaml::{Map, Value};

/// A row of such a table, each cell with its heading.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureRow {
    pub(crate) origin: Origin,
    pub(crate) cells: Vec<(String, String)>,
}

/// What a column of such a table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    /// What is measured, or its code.
    Name,
    /// The same at length, where the name is a code.
    Description,
    Unit,
    Source,
    Baseline,
    Target,
    /// The figures of a period, as the content has it, with the plan's own words where they say another one.
    Period(String, Option<String>),
    Other,
}

/// A heading with this score is over actions, and not over the descriptions of what is measured.
const ACTION: f32 = 0.7;

/// A count below this may show who was counted.
const SMALL: u32 = 5;

/// What stands where the table does not say who counted.
const NO_SOURCE: &str = "(missing in the source)";

/// Whether headings are those of a table of figures and not of actions.
pub(crate) fn is_table(headings: &[String]) -> bool {
    // To read a heading as a period takes longest, and few tables name an indicator.
    if !headings.iter().any(|heading| Column::named(heading) == Some(Column::Name)) {
        return false;
    }
    let calendar = PlanCalendar::default();
    let columns: Vec<Column> = headings.iter().map(|heading| Column::of(heading, &calendar)).collect();
    let has = |wanted: Column| columns.contains(&wanted);
    let periods = columns.iter().filter(|column| matches!(column, Column::Period(..))).count();
    let goals = usize::from(has(Column::Baseline)) + usize::from(has(Column::Target));
    let is_action = |heading: &String| {
        heading::scores(heading).first().is_some_and(|(field, score)| *field == Field::Title && *score >= ACTION)
    };
    has(Column::Name) && periods + goals > 1 && !headings.iter().any(is_action)
}

impl Column {
    fn of(heading: &str, calendar: &PlanCalendar) -> Self {
        let period = || period(heading, calendar).map(|(period, note)| Self::Period(period, note));
        Self::named(heading).or_else(period).unwrap_or(Self::Other)
    }

    /// What a heading calls its column.
    fn named(heading: &str) -> Option<Self> {
        let spoken = words(heading);
        let has = |names: &[&str]| spoken.iter().any(|word| names.contains(&word.as_str()));
        let named = [
            (&["baseline"][..], Self::Baseline),
            (&["target", "ambition"], Self::Target),
            (&["kpi", "kpis", "indicator", "indicators", "metric", "measure", "measures"], Self::Name),
            (&["description", "definition"], Self::Description),
            (&["unit", "units"], Self::Unit),
            (&["source", "sources"], Self::Source),
        ];
        named.into_iter().find(|(names, _)| has(names)).map(|(_, column)| column)
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
    let parts = Parts::of(row, calendar, notes);
    if parts.title.is_empty() {
        let words = row.cells.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" | ");
        notes.look(&row.origin, format!("no words say what is measured, so this row is left out: `{words}`"));
        return None;
    }
    if parts.points.is_empty() {
        notes.look(&row.origin, format!("`{}` has no figures yet, and a file of figures needs one", parts.title));
    }
    let slug = slugify(&parts.title);
    let id = if slug.is_empty() { "figures".to_owned() } else { slug };
    notes.did(&row.origin, format!("taken as figures for `content/indicators/{id}.yaml`"));
    Some(IndicatorFile { id, map: parts.map(plan) })
}

/// What a row says, sorted.
#[derive(Default)]
struct Parts {
    title: String,
    description: String,
    unit: String,
    source: String,
    points: Vec<Value>,
    baseline: Map,
    target: Map,
    private: Map,
    /// Whether a count is of so few people that it may show who they were.
    is_small: bool,
}

impl Parts {
    fn of(row: &FigureRow, calendar: &PlanCalendar, notes: &mut Notes) -> Self {
        let mut parts = Self::default();
        for (heading, text) in row.cells.iter().filter(|(_, text)| !text.is_empty()) {
            let column = Column::of(heading, calendar);
            match column {
                Column::Name => parts.title = text.replace('\n', " "),
                // Beside a code the description says what is measured.
                Column::Description if !parts.title.contains(' ') => {
                    let code = std::mem::replace(&mut parts.title, text.replace('\n', " "));
                    if !code.is_empty() {
                        parts.private.add_apart("Code", Value::text(code));
                    }
                }
                Column::Description => parts.description.clone_from(text),
                Column::Unit => parts.unit.clone_from(text),
                Column::Source => parts.source = text.replace('\n', " "),
                Column::Other => parts.private.add_apart(heading, Value::text(text)),
                Column::Baseline | Column::Target | Column::Period(..) => {
                    let Some(figure) = Figure::read(text) else {
                        let message = format!("`{heading}`: `{text}` is not a number, so it is kept under `private:`");
                        notes.look(&row.origin, message);
                        parts.private.add_apart(heading, Value::text(text));
                        continue;
                    };
                    parts.add(column, heading, figure, calendar);
                }
            }
        }
        parts
    }

    /// Adds a figure of a column.
    fn add(&mut self, column: Column, heading: &str, figure: Figure, calendar: &PlanCalendar) {
        if self.unit.is_empty() {
            figure.sign.unwrap_or_default().clone_into(&mut self.unit);
        }
        let is_small = figure.is_small();
        let value = Value::Plain(figure.digits);
        match column {
            Column::Baseline => {
                self.baseline.add("value", value);
                if let Some((period, None)) = period(heading, calendar) {
                    self.baseline.add("period", Value::Plain(period));
                }
            }
            Column::Target => {
                self.target.add("value", value);
                let dated = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit());
                let by = heading.split_whitespace().filter(dated).collect::<Vec<_>>().join(" ");
                self.target.add_text("by", &by);
            }
            Column::Period(period, note) => {
                self.is_small |= is_small;
                let mut point = Map::default();
                point.add("period", Value::Plain(period));
                point.add("value", value);
                point.add_text("note", &note.unwrap_or_default());
                self.points.push(Value::Map(point));
            }
            Column::Name | Column::Description | Column::Unit | Column::Source | Column::Other => {}
        }
    }

    /// The fields of the file, in the order of the content model.
    fn map(self, plan: Option<&str>) -> Map {
        let mut map = Map::default();
        map.add("title", Value::text(self.title));
        map.add_text("unit", &self.unit);
        map.add_text("description", &prose::escaped(&self.description));
        if self.source.is_empty() {
            let comment = "look here: the table does not say where the figures come from".to_owned();
            map.add_with("source", Value::text(NO_SOURCE), vec![comment]);
        } else {
            map.add("source", Value::text(self.source));
        }
        map.add_text("plan", plan.unwrap_or_default());
        if self.is_small {
            let comment = "look here: counts of fewer than five people may show who they were, so they are held back";
            map.add_with("small_numbers", Value::text("suppress"), vec![comment.to_owned()]);
        }
        if !self.baseline.is_empty() {
            map.add("baseline", Value::Map(self.baseline));
        }
        map.add("points", Value::List(self.points));
        for (key, group) in [("target", self.target), ("private", self.private)] {
            if !group.is_empty() {
                map.add(key, Value::Map(group));
            }
        }
        map
    }
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
