//! One action: from the words under each column to the fields of the content model, in its order.

mod further;
mod look;
mod milestones;
mod people;
mod progress;
mod register;
mod spreadsheet;
mod steps;
mod told;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::field::Field;
use super::kept::Keeper;
use super::lead::{LeadReader, Names};
use super::marked_list::MarkedList;
use super::note::Notes;
use super::origin::Origin;
use super::outline::Gathered;
use super::standing::Standing;
use super::{label, prose, when};
use crate::model::rating::Rating;
use crate::model::timescale::PlanCalendar;
use crate::yaml::{Map, Value};
pub(super) use register::register;

use steps::Steps;

/// What the actions of one plan are written with.
pub(crate) struct Writer<'p> {
    pub(crate) notes: &'p mut Notes,
    pub(crate) keeper: &'p mut Keeper,
    pub(crate) people: &'p LeadReader,
    /// When financial years begin, and the plan's period; none where only a stand-in is known.
    pub(crate) calendar: PlanCalendar,
    pub(crate) today: Date,
    /// The day to put where the plan gives no date for what it reports.
    pub(crate) report_date: Date,
    /// The year in which the plan's first financial year begins, for quarters without a year.
    pub(crate) first_year: i16,
    /// The status that each colour means in this plan, where it says so.
    pub(crate) meanings: BTreeMap<Rating, Standing>,
    /// What it says of colours in words that are no status.
    pub(crate) unclear: BTreeMap<Rating, String>,
    /// The names under which organisations were met.
    pub(crate) names: Names,
    pub(crate) counts: Counts,
    /// The action that is being written.
    pub(crate) here: Origin,
    /// The number of the action before.
    pub(crate) last_number: String,
}

/// What was read, for the report's last lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) actions: usize,
    pub(crate) refs: usize,
    pub(crate) leads: usize,
    pub(crate) people: usize,
    pub(crate) timescales: usize,
    pub(crate) kept_as_words: usize,
    pub(crate) steps: usize,
    pub(crate) milestones: usize,
    pub(crate) measures: usize,
    pub(crate) standings: usize,
    pub(crate) updates: usize,
    /// How many timescales name a quarter.
    pub(crate) quarters: usize,
    /// How many actions are blue, which only one of the two schemes has.
    pub(crate) blue: usize,
}

/// What stands where the plan's own title of an action is missing.
const NO_TITLE: &str = "(missing in the source)";

impl Writer<'_> {
    /// The fields of an action.
    pub(crate) fn action(&mut self, action: &Gathered) -> Map {
        self.counts.actions += 1;
        self.here = action.origin.clone();
        let mut map = Map::default();
        let (number, title, title_steps) = self.name(action);
        let (number, doubts) = self.as_it_was(number);
        if !number.is_empty() {
            self.counts.refs += 1;
            map.add_with("ref", Value::text(&number), doubts);
        }
        self.last_number.clone_from(&number);
        let untitled = title.is_empty();
        let mut comments = self.doubtful_words(action);
        if untitled {
            comments.push("look here: the plan's own words for this action are missing".to_owned());
            self.notes.look(&action.origin, format!("no words say what the action is; its title is `{NO_TITLE}`"));
        }
        map.add_with("title", Value::text(if untitled { NO_TITLE } else { &title }), comments);
        map.add_list("why", paragraphs(&action.text(Field::Why)));
        map.add_text("aim", &markdown(&action.text(Field::Aim)));
        let steps = Steps::of(action, self).with_those_of_the_title(title_steps, action, self);
        self.how(&steps, &mut map);
        self.leads(action, &steps, &mut map);
        let milestones = self.timescale(action, &steps, &mut map);
        self.milestones(action, milestones, &steps, &mut map);
        self.measures(action, &steps, &mut map);
        map.add_text("success", &markdown(&action.text(Field::Success)));
        self.progress(action, &mut map);
        let (mut details, mut private) = (Map::default(), Map::default());
        self.further_facts(action, &mut map, &mut details);
        self.kept(action, &mut details, &mut private);
        if !details.is_empty() {
            map.add("details", Value::Map(details));
        }
        if !private.is_empty() {
            map.add("private", Value::Map(private));
        }
        map
    }

    /// A number that a spreadsheet took for another: `1.1` after `1.9` was `1.10`, and `01-Feb` was `1-2`.
    fn as_it_was(&mut self, number: String) -> (String, Vec<String>) {
        let was = spreadsheet::without_lost_zero(&self.last_number, &number).or_else(|| spreadsheet::undated(&number));
        let Some(was) = was else { return (number, Vec::new()) };
        let message = format!("the number `{number}` is likely `{was}`, which a spreadsheet changed");
        self.notes.look(&self.here.clone(), message.clone());
        (was, vec![format!("look here: {message}")])
    }

    /// The number and title, and the steps that a list in the title's cell holds.
    fn name(&mut self, action: &Gathered) -> (String, String, Vec<String>) {
        let number = action.text(Field::Ref).replace('\n', " ");
        let mut number = number.trim_end_matches(['.', ')', ':']).trim().to_owned();
        if !number.is_empty() && !number.chars().any(char::is_alphanumeric) {
            self.notes.did(&action.origin, format!("left out a number without letters or digits: `{number}`"));
            number.clear();
        }
        let list = MarkedList::of(&action.text(Field::Title));
        let has_numbers = action.columns_of(Field::Ref).next().is_some();
        let mut steps = Vec::new();
        let mut title = match (list.intro.is_empty(), list.items.as_slice()) {
            (_, []) => String::new(),
            (true, [only]) => only.clone(),
            (true, items) => {
                if Self::is_parallel(action, &list) {
                    steps = items.to_vec();
                }
                joined(items)
            }
            (false, items) => {
                let cell = action.text(Field::Title);
                let message = format!("the list in the action's cell became {} steps: `{cell}`", items.len());
                self.notes.did(&action.origin, message);
                steps = items.to_vec();
                list.intro.trim_end_matches([':', '-', '–']).trim().to_owned()
            }
        };
        if !has_numbers && let Some((found, rest)) = label::numbered(&title) {
            found.clone_into(&mut number);
            title = rest.to_owned();
        }
        (number, title, steps)
    }

    /// Whether each of `count` lines in the action's cell has its own lead, target or date beside it.
    ///
    /// Two lines without marks and two leads beside them may as well be one sentence and those who do it together.
    fn is_parallel(action: &Gathered, titles: &MarkedList) -> bool {
        let lists = [Field::Leads, Field::Target, Field::Timescale].map(|field| action.text(field));
        let lines = |text: &String| {
            let list = MarkedList::of(text);
            if list.intro.is_empty() && list.is_list() { list.items.len() } else { 0 }
        };
        let count = titles.items.len();
        let beside = lists.iter().filter(|text| lines(text) == count).count();
        let least = if titles.marked || count > 2 { 1 } else { 2 };
        action.text(Field::How).is_empty() && beside >= least
    }

    fn how(&mut self, steps: &Steps, map: &mut Map) {
        if !steps.text.is_empty() {
            if !steps.list.is_empty() {
                let list: Vec<String> =
                    steps.list.iter().map(|step| format!("- {}", prose::escaped(&step.title))).collect();
                map.add_text("how", &format!("{}\n\n{}", list.join("\n"), markdown(&steps.text)));
                return;
            }
            map.add_text("how", &markdown(&steps.text));
            return;
        }
        self.counts.steps += steps.list.len();
        let items: Vec<Value> = steps.list.iter().map(|step| self.step(step)).collect();
        if !items.is_empty() {
            map.add("how", Value::List(items));
        }
    }

    fn step(&mut self, step: &steps::Step) -> Value {
        let title = prose::escaped(&step.title);
        if step.is_text() {
            return Value::text(title);
        }
        let mut map = Map::default();
        map.add_text("title", &title);
        let leads = self.lead_values(&step.leads, "");
        if !leads.is_empty() {
            map.add("leads", Value::List(leads));
        }
        map.add_text("target", &step.target.replace('\n', " "));
        if !step.timescale.is_empty() {
            let when = self.when(&step.timescale.replace('\n', "; "));
            self.counts.timescales += 1;
            map.add_with("timescale", when.value, self.doubted(when.doubt));
        }
        Value::Map(map)
    }

    /// A timescale. A quarter without a year is that of the plan's own year, where it has only one.
    fn when(&mut self, text: &str) -> when::When {
        if let Some(day) = spreadsheet::day(text) {
            let mut map = Map::default();
            map.add("by", Value::text(day.to_string()));
            map.add("note", Value::text(text));
            let doubt = Some("a spreadsheet's number for a day, read as that day".to_owned());
            return when::When { value: Value::Map(map), doubt };
        }
        let when = when::read(text, &self.calendar);
        self.counts.quarters += usize::from(when.doubt.is_none() && when::names_quarter(text));
        let year = self.calendar.period.filter(|period| period.to.year() - period.from.year() <= 1);
        let (Some(_), Some(year)) = (&when.doubt, year) else { return when };
        let dated = format!("{text} {}", year.from.year());
        if !progress::is_quarter(text) || !when::is_date(&dated, &self.calendar) {
            return when;
        }
        let mut map = Map::default();
        map.add("by", Value::text(&dated));
        map.add("note", Value::text(text));
        when::When {
            value: Value::Map(map),
            doubt: Some("the quarter is taken to be one of the plan's year".to_owned()),
        }
    }

    fn doubted(&mut self, doubt: Option<String>) -> Vec<String> {
        self.counts.kept_as_words += usize::from(doubt.is_some());
        doubt.into_iter().map(|doubt| format!("look here: {doubt}; put in the date if that is wrong")).collect()
    }

    /// The timescale; gives back the texts of its cell that are milestones.
    fn timescale(&mut self, action: &Gathered, steps: &Steps, map: &mut Map) -> Vec<String> {
        let start = action.text(Field::Start).replace('\n', "; ");
        if steps.has_timescales {
            if !start.is_empty() {
                let when = when::stretch(&start, "", &self.calendar);
                map.add_with("timescale", when.value, self.doubted(when.doubt));
            }
            return Vec::new();
        }
        let text = action.text(Field::Timescale);
        let text = if text.is_empty() { Self::date_before(action) } else { text };
        let calendar = self.calendar;
        let list = MarkedList::of(&text);
        let tells = list.is_list() && list.items.iter().any(|item| !when::is_date(item, &calendar));
        if tells && list.items.iter().any(|item| milestones::dated(item, &calendar).is_some()) {
            return list.intro.lines().map(str::to_owned).chain(list.items).collect();
        }
        let text = if list.is_list() { list.items.join("; ") } else { text.replace('\n', " ") };
        let (text, rest) = self.or_from_milestones(action, text);
        let text = if text.is_empty() && start.is_empty() { self.date_of_target(action, steps) } else { text };
        if text.is_empty() && start.is_empty() {
            return rest;
        }
        let when = if start.is_empty() { self.when(&text) } else { when::stretch(&start, &text, &calendar) };
        if let Some(doubt) = &when.doubt {
            let message = format!("`{text}`: {doubt}");
            self.notes.look(&action.origin, message);
        }
        self.counts.timescales += 1;
        let comments = self.doubted(when.doubt);
        map.add_with("timescale", when.value, comments);
        rest
    }

    /// The date under "Original deadline" where the revised one is empty.
    fn date_before(action: &Gathered) -> String {
        let is_before = |heading: &str| {
            let spoken = super::block::words(heading);
            spoken.iter().any(|word| matches!(word.as_str(), "original" | "previous"))
                && spoken.iter().any(|word| matches!(word.as_str(), "date" | "deadline"))
        };
        let is_date = |heading: &str| {
            super::heading::scores(heading).first().is_some_and(|(field, _)| *field == Field::Timescale)
        };
        let headings = |at: &usize| &action.columns[*at].heading;
        let mut columns = action.columns_of(Field::Keep).filter(|at| is_before(headings(at)) || is_date(headings(at)));
        columns.next().map(|at| action.column_texts(at).join("\n")).unwrap_or_default()
    }

    /// Where a plan has one column for targets and dates, the date of the only target is the timescale.
    fn date_of_target(&self, action: &Gathered, steps: &Steps) -> String {
        let has_own = action.columns_of(Field::Timescale).next().is_some();
        let target = action.text(Field::Target);
        if has_own || steps.has_targets || target.contains('\n') {
            return String::new();
        }
        when::inside(&target, &self.calendar).unwrap_or_default()
    }

    /// Where a plan has one column for milestones and dates, a cell with nothing but a date is the timescale.
    fn or_from_milestones(&self, action: &Gathered, text: String) -> (String, Vec<String>) {
        let milestones = MarkedList::of(&action.text(Field::Milestones));
        let items: Vec<String> = std::iter::once(milestones.intro).chain(milestones.items).collect();
        let items: Vec<String> = items.into_iter().filter(|item| !item.is_empty()).collect();
        let is_date = |item: &str| when::is_date(item, &self.calendar) && when::has_only_date_words(item);
        if text.is_empty() && items.len() == 1 && is_date(&items[0]) {
            return (items[0].clone(), Vec::new());
        }
        (text, items)
    }
}

/// Items as one text.
fn joined(items: &[String]) -> String {
    let mut text = String::new();
    for item in items {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', ':', ';', ',', '!', '?']) { " " } else { "; " });
        }
        text.push_str(item);
    }
    text
}

/// A cell's text as Markdown: its marked list as one, its other lines as paragraphs.
pub(crate) fn markdown(text: &str) -> String {
    let list = MarkedList::of(text);
    if !list.is_list() && list.intro.is_empty() {
        return prose::escaped(list.items.first().map_or("", String::as_str));
    }
    if !list.marked {
        let lines = std::iter::once(&list.intro).chain(&list.items).filter(|line| !line.is_empty());
        return lines.map(|line| prose::escaped(line)).collect::<Vec<_>>().join("\n\n");
    }
    let items = list.items.iter().map(|item| format!("- {}", prose::escaped(item))).collect::<Vec<_>>().join("\n");
    if list.intro.is_empty() { items } else { format!("{}\n\n{items}", prose::escaped(&list.intro)) }
}

/// A cell's text as one paragraph, or as a list of short ones.
fn paragraphs(text: &str) -> Vec<Value> {
    let list = MarkedList::of(text);
    let lines = std::iter::once(&list.intro).chain(&list.items).filter(|line| !line.is_empty());
    lines.map(|line| Value::text(prose::escaped(line))).collect()
}
