//! What is added to a record that is there: a session to a course, an update to an action of a plan. No byte of its file
//! changes but those that are added, and the file must be as sound afterwards as it was.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Checked, Options, check_with};
use crate::diagnostic::print::Placed;
use crate::diagnostic::{Diagnostic, Report};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::plain_name::PlainName;
use crate::model::year_start::YearStart;
use crate::record::node::{self, Node, Value as Written, field, items, text};
use crate::site::Site;
use crate::starter::{Known, in_four_weeks};
use crate::yaml::patch::Patch;
use crate::yaml::{Map, Value};

/// What is to be added.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Addition<'a> {
    /// A date of a course, which is known by its file or by its title.
    Session { course: &'a str, date: Option<Date> },
    /// What is new with an action, which is known by its plan and number: `our-plan/1.2`.
    ActionUpdate { action: &'a str, date: Option<Date> },
}

impl<'a> Addition<'a> {
    /// What there is to add, by its name.
    pub(crate) const KINDS: [&'static str; 2] = ["session", "action-update"];

    /// An addition by the name of what is added, with the name of what it is added to.
    pub(crate) fn to(kind: &str, name: &'a str, date: Option<Date>) -> Option<Self> {
        match kind {
            "session" => Some(Self::Session { course: name, date }),
            "action-update" => Some(Self::ActionUpdate { action: name, date }),
            _ => None,
        }
    }
}

/// What was added.
pub(crate) struct Added {
    /// The file.
    pub(crate) path: String,
    /// The line on which it begins.
    pub(crate) line: usize,
    /// The file's new text.
    pub(crate) text: String,
    /// What someone should do now.
    pub(crate) next: String,
}

/// Why nothing was added.
#[derive(Debug)]
pub(crate) struct AddError {
    pub(crate) message: String,
    pub(crate) help: String,
    /// What is wrong with the file that it would be added to.
    found: Vec<Diagnostic>,
}

impl AddError {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into(), found: Vec::new() }
    }

    /// What is wrong with the file that it would be added to, with its places.
    pub(crate) fn problems<'d>(&'d self, checked: &Checked) -> Vec<Placed<'d>> {
        super::place(&self.found, &checked.sources)
    }
}

/// What new records of a site can name, and the day.
pub(crate) struct SiteNames {
    pub(crate) names: Known,
    pub(crate) today: Date,
}

/// The ids that a new record of a site can name.
///
/// # Errors
/// When there is no site in the folder.
pub(crate) fn known(options: &Options) -> Result<SiteNames, AddError> {
    let checked = super::check(options).map_err(|error| AddError::new(error.to_string(), NO_SITE))?;
    let Some(site) = &checked.site else {
        return Err(AddError::new("there is no site in this folder", NO_SITE));
    };
    let ids = |terms: &[crate::record::vocabulary::Term]| terms.iter().map(|term| term.id.value.clone()).collect();
    let vocabulary = &site.vocabulary;
    let own = site.settings.contact.organisation.as_ref().map(|name| name.value.clone());
    let first = || site.organisations.first().map(|partner| partner.id.value.clone());
    let names = Known {
        organisation: own.or_else(first).unwrap_or_else(|| "our-organisation".to_owned()),
        needs: ids(&vocabulary.needs),
        audiences: ids(&vocabulary.audiences),
        levels: ids(&vocabulary.levels),
        services: site.services.iter().map(|listing| listing.service.id.clone()).collect(),
        year_starts: YearStart::clone(&site.settings.financial_year_starts),
    };
    Ok(SiteNames { names, today: site.today })
}

const NO_SITE: &str = "go to the site's folder, or name it with `--site`; `fingerpost init` starts a new one";

/// Adds to a site's file.
///
/// # Errors
/// When there is nothing that it can be added to, or the file would no longer be right.
pub(crate) fn add(checked: &Checked, options: &Options, addition: Addition<'_>) -> Result<Added, AddError> {
    let Some(site) = &checked.site else {
        return Err(AddError::new("there is no site in this folder", NO_SITE));
    };
    let (path, next, change) = match addition {
        Addition::Session { course, date } => session(site, course, date)?,
        Addition::ActionUpdate { action, date } => action_update(site, action, date)?,
    };
    let before = checked.sources.get(&path).map(|source| source.readable().to_owned()).unwrap_or_default();
    let report = Report::new(path.as_str().into(), "file", before.as_bytes().into());
    let mut changed = Patch::of(&before);
    let root = node::read(&before, 0, &report);
    if root.and_then(|root| change(&root, &mut changed)).is_none() {
        let help = "add it in the file itself; `fingerpost check` says whether the file is right";
        return Err(AddError::new(format!("`{path}` is not written in a way that it can be added to"), help));
    }
    let text = changed.apply();
    let after = check_with(checked, options, &path, &text);
    if !after.is_sound() {
        let found = if checked.is_sound() { Vec::new() } else { checked.problems.clone() };
        let help = "correct the mistake first; nothing was written";
        return Err(AddError {
            found,
            ..AddError::new(format!("`{path}` has a mistake, so nothing can be added to it"), help)
        });
    }
    let line = before.lines().zip(text.lines()).take_while(|(old, new)| old == new).count() + 1;
    Ok(Added { path, line, text, next })
}

type Change = Box<dyn Fn(&Node<'_>, &mut Patch<'_>) -> Option<()>>;

fn session(site: &Site, name: &str, date: Option<Date>) -> Result<(String, String, Change), AddError> {
    let wanted = PlainName::new(name);
    let is_meant = |calendar: &&CourseCalendar| {
        let course = &calendar.course;
        course.id == name || course.slug == name || PlainName::new(&course.title.value).is_near(&wanted)
    };
    let Some(calendar) = site.courses.iter().find(is_meant) else {
        let names: Vec<String> = site.courses.iter().map(|calendar| format!("`{}`", calendar.course.id)).collect();
        return Err(AddError::new(format!("there is no course `{name}`"), choose("course", &names)));
    };
    let is_taken = |day: Date| calendar.course.sessions.iter().any(|session| session.date.value == day);
    if let Some(taken) = date.filter(|day| is_taken(*day)) {
        let help = "add it in the file, with an `id` of its own such as `afternoon`";
        return Err(AddError::new(format!("`{}` has a session on {taken} already", calendar.course.id), help));
    }
    let mut day = date.unwrap_or_else(|| in_four_weeks(site.today));
    while is_taken(day) {
        day = day.saturating_add(7.days());
    }
    let change = move |root: &Node<'_>, patch: &mut Patch<'_>| {
        let list = field(root, "sessions").filter(|list| !list.is_blank());
        let before = items(list).iter().rfind(|session| field(session, "date").is_some());
        let mut map = Map::default();
        map.add("date", Value::Plain(day.to_string()));
        let usual = |name: &str, usual: &str| {
            let known = text(before.and_then(|before| field(before, name)));
            if known.is_empty() { usual.to_owned() } else { known.to_owned() }
        };
        map.add("start", Value::text(usual("start", "09:30")));
        map.add("end", Value::text(usual("end", "12:30")));
        map.add_with("status", Value::text("provisional"), vec!["not agreed yet; take this out when it is".to_owned()]);
        for part in ["venue", "online"] {
            if let Some(place) = before.and_then(|before| field(before, part)) {
                map.add(part, copy(place));
            }
        }
        put(root, "sessions", list, map, patch)
    };
    let next = format!(
        "put in the times and the place of the session on {}; it is shown as provisional until you take that word out",
        crate::model::day::long(day)
    );
    Ok((calendar.course.source.to_string(), next, Box::new(change)))
}

fn action_update(site: &Site, name: &str, date: Option<Date>) -> Result<(String, String, Change), AddError> {
    let (progress, number) = find_action(site, name)?;
    let day = date.unwrap_or(site.today);
    let place = progress.actions[number].place;
    let status = progress.actions[number].standing.status.id();
    let change = move |root: &Node<'_>, patch: &mut Patch<'_>| {
        let section = items(field(root, "sections")).get(place.section)?;
        let groups = items(field(section, "objectives"));
        let group = if groups.is_empty() { section } else { groups.get(place.group)? };
        let action = items(field(group, "actions")).get(place.index)?;
        let list = field(action, "updates").filter(|list| !list.is_blank());
        let mut map = Map::default();
        map.add("date", Value::Plain(day.to_string()));
        map.add("status", Value::text(status));
        map.add("text", Value::text("[Describe in one sentence what is new]"));
        // The newest update's status is the action's, so that one beside the updates would say nothing.
        patch.remove(action, "status");
        put(action, "updates", list, map, patch)
    };
    let next = format!(
        "say what is new with `{}`, and how it is going: not-started, on-track, at-risk, off-track, complete, paused or \
         withdrawn",
        progress.written(&progress.actions[number]).title.value
    );
    Ok((progress.plan.source.to_string(), next, Box::new(change)))
}

/// The action that `our-plan/1.2`, `our-plan/priority-1/1.2` or, where there is one plan, `1.2` names.
fn find_action<'s>(site: &'s Site, name: &str) -> Result<(&'s PlanProgress, usize), AddError> {
    let current: Vec<&PlanProgress> = site.plans.iter().filter(|progress| !progress.plan.archived).collect();
    let named = name.split_once(['/', ' ']).and_then(|(plan, rest)| {
        let is_meant = |progress: &&PlanProgress| progress.plan.id == plan || progress.plan.slug == plan;
        Some((site.plans.iter().find(is_meant)?, rest))
    });
    let (progress, rest) = match (named, current.as_slice()) {
        (Some(named), _) => named,
        (None, [only]) => (*only, name),
        _ => {
            let plans: Vec<String> = site.plans.iter().map(|progress| format!("`{}/...`", progress.plan.id)).collect();
            return Err(AddError::new(format!("`{name}` does not say which plan it is of"), choose("plan", &plans)));
        }
    };
    let (section, number) = rest.rsplit_once('/').map_or((None, rest), |(section, number)| (Some(section), number));
    let is_meant = |(_, action): &(usize, &crate::kinds::plan::site::progress::ActionProgress)| {
        let written = progress.written(action);
        let is_in = section.is_none_or(|section| progress.section_slugs[action.place.section] == section);
        is_in && (written.reference.value == number || action.slug == number)
    };
    let found: Vec<usize> = progress.actions.iter().enumerate().filter(is_meant).map(|(number, _)| number).collect();
    let shown = |number: &usize| {
        let action = &progress.actions[*number];
        let reference = &progress.written(action).reference.value;
        let same = progress.actions.iter().filter(|other| progress.written(other).reference.value == *reference);
        // The number alone, where there is one action with it.
        if same.count() == 1 && !reference.is_empty() {
            return format!("`{}/{reference}`", progress.plan.id);
        }
        format!("`{}/{}/{}`", progress.plan.id, progress.section_slugs[action.place.section], action.slug)
    };
    match found.as_slice() {
        [only] => Ok((progress, *only)),
        [] => {
            let all: Vec<String> = (0..progress.actions.len()).map(|number| shown(&number)).collect();
            Err(AddError::new(format!("`{}` has no action `{number}`", progress.plan.id), choose("action", &all)))
        }
        several => {
            let all: Vec<String> = several.iter().map(shown).collect();
            Err(AddError::new(format!("`{}` has several actions `{number}`", progress.plan.id), choose("action", &all)))
        }
    }
}

/// How many names a message lists.
const LISTED: usize = 8;

fn choose(what: &str, names: &[String]) -> String {
    let more = if names.len() > LISTED { ", ..." } else { "" };
    match names {
        [] => format!("there is no {what} in this site yet: `fingerpost new {what} \"Its title\"` starts one"),
        names => format!("give one of {}{more}", names[..names.len().min(LISTED)].join(", ")),
    }
}

/// Adds an item to a list that is the field of a map, or makes the list.
fn put(map: &Node<'_>, name: &str, list: Option<&Node<'_>>, item: Map, patch: &mut Patch<'_>) -> Option<()> {
    match (list, items(list).last()) {
        (Some(list), Some(after)) => patch.add_item(list, after, &Value::Map(item)),
        (Some(_), None) => return None,
        (None, _) => patch.set(map, name, &Value::List(vec![Value::Map(item)])),
    }
    Some(())
}

/// A value as it is to be written once more, but for what is private.
fn copy(node: &Node<'_>) -> Value {
    match &node.value {
        Written::Scalar { text, .. } => Value::text(text.trim()),
        Written::List(items) => Value::List(items.iter().map(copy).collect()),
        Written::Map(entries) => {
            let mut map = Map::default();
            for (key, value) in entries.iter().filter(|(key, _)| key.name != node::PRIVATE) {
                map.add(&key.name, copy(value));
            }
            Value::Map(map)
        }
    }
}
