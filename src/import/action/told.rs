//! What each column for ratings, statuses and progress says of an action, and when.

use jiff::civil::Date;

use super::Writer;
use super::progress::Report;
use crate::import::block::words;
use crate::import::field::Field;
use crate::import::outline::Gathered;
use crate::import::reported::{Reported, is_only_when};
use crate::import::standing::{self, Standing};
use crate::import::when;
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};

/// What a column for statuses or ratings says.
pub(super) struct Told {
    pub(super) date: Option<Date>,
    /// Its words, where it says more than the status.
    pub(super) text: String,
    pub(super) standing: Option<Standing>,
}

/// What an action is on, as headings ask it.
const ON_TRACK: [&str; 5] = ["track", "target", "schedule", "time", "course"];

impl Writer<'_> {
    /// What the columns for statuses and ratings say, from left to right.
    pub(super) fn statuses(&mut self, action: &Gathered, comments: &mut Vec<String>) -> Vec<Told> {
        let mut all: Vec<Told> = Vec::new();
        for field in [Field::Status, Field::Rating] {
            for column in action.columns_of(field).collect::<Vec<_>>() {
                let colour = action.rows.iter().find_map(|row| row.get(column)?.colour);
                if let Some(told) = self.of_steps(action, column, comments) {
                    all.push(told);
                    continue;
                }
                let written = action.column_texts(column).join("\n");
                let text = if written.is_empty() { colour.unwrap_or_default().to_owned() } else { written.clone() };
                let heading = action.columns[column].heading.clone();
                if text.is_empty() {
                    if action.rows.iter().any(|row| row.get(column).is_some_and(|cell| cell.is_oddly_filled)) {
                        let message = format!(
                            "`{heading}`: the cell is empty, and its fill is not the colour of a rating; if it is a \
                             rating, type it into the cell"
                        );
                        self.notes.look(&action.origin, message);
                    }
                    continue;
                }
                if standing::says_nothing(&text) {
                    let message = format!("`{heading}`: `{text}` says nothing of how the action stands");
                    self.notes.did(&action.origin, message);
                    continue;
                }
                let told = self.status(&heading, &text, comments).unwrap_or_else(|| {
                    let is_amount = !text.chars().any(char::is_alphabetic);
                    let text = if is_amount { format!("{heading}: {text}") } else { text.clone() };
                    let message = format!("`{heading}`: `{text}` is no status that is known; it stands in an update");
                    self.notes.look(&action.origin, message);
                    Told { date: self.reported(&heading, comments), text, standing: None }
                });
                if let Some(standing) = told.standing {
                    let how = if written.is_empty() { "fills the cell with" } else { "prints" };
                    let is_settled = all.iter().any(|told| told.standing.is_some_and(|known| known.rating.is_none()));
                    let doubt = self.doubt_of(action, &text, how, standing, is_settled);
                    comments.extend((told.text.is_empty() && !doubt.is_empty()).then_some(doubt));
                }
                all.push(told);
            }
        }
        all
    }

    /// What such a column says of each step, where the steps have rows of their own.
    fn of_steps(&mut self, action: &Gathered, column: usize, comments: &mut Vec<String>) -> Option<Told> {
        let rows = action.step_rows(column);
        if rows.len() < 2 {
            return None;
        }
        let standings: Vec<Status> =
            rows.iter().filter_map(|(_, text)| self.standing(text)).map(|standing| standing.status).collect();
        let status = together(&standings).filter(|_| standings.len() == rows.len());
        let heading = action.columns[column].heading.clone();
        if let Some(status) = status {
            let message = format!("`{heading}` stands beside each step; the action is taken as `{}`", status.id());
            self.notes.look(&action.origin, message);
            comments.push(format!("look here: the steps' own states together are read as {}", status.words()));
        }
        let lines: Vec<String> = rows.into_iter().map(|(step, text)| format!("{step}: {text}")).collect();
        let date = self.reported(&heading, comments);
        let standing = status.map(Standing::from);
        Some(Told { date, text: lines.join("\n"), standing })
    }

    /// What a cell of such a column says, where it names a status.
    fn status(&mut self, heading: &str, text: &str, comments: &mut Vec<String>) -> Option<Told> {
        let calendar = self.calendar;
        let date = self.reported(heading, comments);
        // "Completed?": yes, or on a day. "On target?": yes or no.
        let asked = words(heading);
        let asks = asked.iter().any(|word| {
            word.starts_with("complet")
                || matches!(word.as_str(), "achieved" | "done" | "closed" | "delivered" | "finished" | "implemented")
        });
        let asks_whether_on_track = asked.first().is_some_and(|word| word == "on")
            && asked.iter().any(|word| ON_TRACK.contains(&word.as_str()));
        let said = words(text).join(" ");
        let is_yes = matches!(said.as_str(), "yes" | "y" | "x" | "true");
        let is_no = matches!(said.as_str(), "no" | "n" | "false");
        let told = |standing: Standing| Some(Told { date, text: String::new(), standing: Some(standing) });
        match (asks, asks_whether_on_track) {
            (true, _) if is_yes => return told(Status::Complete.into()),
            (true, _) if is_no => return None,
            (_, true) if is_yes => return told(Status::OnTrack.into()),
            (_, true) if is_no => return told(Standing { is_doubtful: true, ..Status::OffTrack.into() }),
            _ => {}
        }
        if asks && is_only_when(text, &calendar) {
            let day = Reported::of(text, &calendar)?.last_day(self.first_year, self.calendar.year_starts);
            return Some(Told { date: Some(day), text: String::new(), standing: Some(Status::Complete.into()) });
        }
        let by_date = self.status_on_a_date(text);
        let date = date.or(by_date.map(|(_, day)| day));
        let standing = self
            .standing(text)
            .or_else(|| by_date.map(|(standing, _)| standing))
            .or_else(|| standing::opening(text))?;
        let words = if standing::is_bare(text) { String::new() } else { text.to_owned() };
        Some(Told { date, text: words, standing: Some(standing) })
    }

    /// What a cell says of how an action is going; a colour alone means what the plan's own key says.
    fn standing(&self, text: &str) -> Option<Standing> {
        let colour = standing::colour(text).filter(|(_, rest)| rest.is_empty());
        colour.and_then(|(rating, _)| self.meanings.get(&rating).copied()).or_else(|| standing::read(text))
    }

    /// `Completed May 2024`.
    fn status_on_a_date(&self, text: &str) -> Option<(Standing, Date)> {
        let calendar = self.calendar;
        let (standing, rest) = standing::leading(text)?;
        // "Complete by June 2027" is what is to come.
        let ahead =
            words(rest).first().is_some_and(|word| matches!(word.as_str(), "by" | "before" | "due" | "for" | "until"));
        if ahead {
            return None;
        }
        match Reported::of(rest, &calendar).filter(|_| is_only_when(rest, &calendar)) {
            Some(Reported::Day(day)) => Some((standing, day)),
            _ => None,
        }
    }

    /// What is said of a rating that the plan prints, which the site works out for itself. Nothing is asked where words
    /// have settled the status.
    fn doubt_of(&mut self, action: &Gathered, text: &str, how: &str, standing: Standing, is_settled: bool) -> String {
        self.counts.blue += usize::from(standing.rating == Some(Rating::Blue));
        let status = standing.status.id();
        let text = text.replace('\n', " / ");
        self.notes.did(&action.origin, format!("the plan {how} `{text}`: read as `{status}`"));
        match standing.rating {
            Some(rating) if self.meanings.contains_key(&rating) => String::new(),
            Some(rating) if self.unclear.contains_key(&rating) && !is_settled => format!(
                "look here: the plan {how} `{text}`, which its key calls `{}`; that is read as {}",
                self.unclear[&rating],
                standing.status.words().to_lowercase()
            ),
            Some(Rating::Amber) if standing.status == Status::AtRisk && !is_settled => {
                format!("look here: the plan {how} `{text}`; that is read as at risk, and may also mean not started")
            }
            _ if standing.is_doubtful => doubtful_words(&text, standing).unwrap_or_default(),
            None if text.eq_ignore_ascii_case(standing.status.words()) => String::new(),
            _ => format!("the plan {how} `{text}`"),
        }
    }

    /// What each progress column reports.
    pub(super) fn reports(&mut self, action: &Gathered, comments: &mut Vec<String>) -> Vec<Report> {
        let mut reports: Vec<Report> = Vec::new();
        for column in action.columns_of(Field::Updates).collect::<Vec<_>>() {
            let heading = action.columns[column].heading.clone();
            let steps = action.step_rows(column);
            let text = if steps.len() > 1 {
                steps.into_iter().map(|(step, text)| format!("{step}: {text}")).collect::<Vec<_>>().join("\n")
            } else {
                action.column_texts(column).join("\n")
            };
            if !text.chars().any(char::is_alphanumeric) {
                continue;
            }
            let date = self.reported(&heading, comments).or_else(|| self.reported_on(action));
            let mut dated = self.dated_entries(&text, comments);
            if dated.is_empty() {
                dated.push((date, text));
            }
            for (date, text) in dated {
                let by_date = self.status_on_a_date(&text);
                let standing = self.standing(&text).or(by_date.map(|(standing, _)| standing));
                let standing = standing.or_else(|| standing::opening(&text));
                let date = date.or(by_date.map(|(_, day)| day));
                comments.extend(standing.and_then(|standing| doubtful_words(&text, standing)));
                reports.push(Report { date, text, status: standing.map(|standing| standing.status) });
            }
        }
        reports
    }

    /// The day in a column such as "Last updated".
    pub(super) fn reported_on(&self, action: &Gathered) -> Option<Date> {
        match Reported::of(&action.text(Field::Reported), &self.calendar)? {
            Reported::Day(day) => Some(day),
            Reported::Quarter(_) | Reported::Month(_) => None,
        }
    }

    /// The last day that a column's heading names: `Q2 2024/25 update`. One without a year is taken to be of the plan's
    /// first financial year.
    fn reported(&mut self, heading: &str, comments: &mut Vec<String>) -> Option<Date> {
        let reported = Reported::of(heading, &self.calendar)?;
        let day = reported.last_day(self.first_year, self.calendar.year_starts);
        self.asks_for_year(Some(reported), comments);
        Some(day)
    }

    /// Asks where a plan of several years does not say of which one it reports.
    fn asks_for_year(&self, reported: Option<Reported>, comments: &mut Vec<String>) {
        let one_year = self.calendar.period.is_some_and(|period| period.to.year() - period.from.year() <= 1);
        if reported.is_some_and(Reported::lacks_year) && !one_year {
            let message = "look here: the plan does not say of which year these are; they are dated in its first";
            if !comments.iter().any(|known| known == message) {
                comments.push(message.to_owned());
            }
        }
    }

    /// Entries of a cell that each begin with a date: `May 2026: the group met`.
    fn dated_entries(&self, text: &str, comments: &mut Vec<String>) -> Vec<(Option<Date>, String)> {
        let calendar = self.calendar;
        let mut entries: Vec<(Option<Date>, String)> = Vec::new();
        for line in self.with_days_apart(&with_quarters_apart(text)).lines() {
            let split = [": ", " – ", " - ", " — ", "- ", "– "].iter().find_map(|mark| {
                let (date, _) = line.split_once(mark)?;
                let is_date = is_only_when(date, &calendar)
                    || when::is_date(date, &calendar) && when::names_date(date, &calendar);
                let last_day = |reported: Reported| reported.last_day(self.first_year, calendar.year_starts);
                is_date.then(|| {
                    let reported = Reported::of(date, &calendar);
                    self.asks_for_year(reported, comments);
                    (reported.map(last_day), line)
                })
            });
            let split = split.or_else(|| day_at_start(line, &calendar).map(|(day, rest)| (Some(day), rest)));
            match (split, entries.last_mut()) {
                (Some((date, line)), _) => entries.push((date, line.to_owned())),
                (None, Some((_, text))) => {
                    text.push('\n');
                    text.push_str(line);
                }
                (None, None) => return Vec::new(),
            }
        }
        entries
    }

    /// `12/03/2025 It began; 10/06/2025 Staff trained`, an entry a line, where the text begins with a day.
    fn with_days_apart(&self, text: &str) -> String {
        let calendar = self.calendar;
        let begins = |rest: &str| {
            let named = rest.split_once(": ").is_some_and(|(date, _)| {
                date.len() < 30 && is_only_when(date, &calendar) && when::names_date(date, &calendar)
            });
            named || day_at_start(rest, &calendar).is_some()
        };
        if !begins(text) {
            return text.to_owned();
        }
        let mut lines = String::with_capacity(text.len() + 4);
        for (at, letter) in text.char_indices() {
            let ends = text[..at].ends_with(['.', ';', '|']) && letter == ' ';
            if ends && begins(text[at..].trim_start()) {
                lines.truncate(lines.trim_end_matches([';', '|', ' ']).len());
                lines.push('\n');
            } else if !(lines.ends_with('\n') && letter == ' ') {
                lines.push(letter);
            }
        }
        lines
    }
}

/// The day with which a line begins, with its year, and what follows: `27.11.2023 Guide drafted`.
fn day_at_start<'t>(line: &'t str, calendar: &PlanCalendar) -> Option<(Date, &'t str)> {
    let ends = line.match_indices(' ').map(|(at, _)| at).take(3);
    let longest = ends.filter_map(|end| {
        let (date, rest) = line.split_at(end);
        let opens = date.starts_with(|letter: char| letter.is_ascii_digit());
        let reading = Timescale::read(date, calendar).ok().filter(|_| opens && is_only_when(date, calendar))?;
        let day = reading.timescale.by.filter(|_| reading.timescale.precision == Precision::Day)?;
        Some((day, rest.trim_start()))
    });
    longest.last().filter(|(_, rest)| !rest.is_empty())
}

/// What is asked where words may mean another status.
fn doubtful_words(text: &str, standing: Standing) -> Option<String> {
    let status = standing.status.words().to_lowercase();
    let first = text.lines().next().unwrap_or_default();
    standing.is_doubtful.then(|| format!("look here: `{first}` is read as {status}, and may mean something else"))
}

/// How an action stands whose steps stand so: as its worst step, and complete when all of them are.
fn together(steps: &[Status]) -> Option<Status> {
    let has = |status: Status| steps.contains(&status);
    let all = |status: Status| steps.iter().all(|step| *step == status);
    let worst = [Status::OffTrack, Status::AtRisk].into_iter().find(|status| has(*status));
    let same = steps.first().copied().filter(|first| all(*first));
    (!steps.is_empty()).then(|| worst.or(same).unwrap_or(Status::OnTrack))
}

/// `Q1 - it began. Q2 - it went on`, a quarter a line.
fn with_quarters_apart(text: &str) -> String {
    let is_mark = |at: usize| {
        let rest = &text[at..];
        let number = rest.strip_prefix('Q').is_some_and(|rest| rest.starts_with(['1', '2', '3', '4']));
        number && rest[2..].trim_start().starts_with(['-', '–', ':'])
    };
    if !is_mark(0) {
        return text.to_owned();
    }
    let mut lines = String::with_capacity(text.len() + 4);
    for (at, letter) in text.char_indices() {
        if at > 0 && letter == 'Q' && text[..at].ends_with(' ') && is_mark(at) {
            lines.truncate(lines.trim_end().trim_end_matches(';').len());
            lines.push('\n');
        }
        lines.push(letter);
    }
    lines
}
