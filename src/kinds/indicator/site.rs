//! What the rest of the site asks of a measured series.

use super::record::{Indicator, SmallNumbers, guard_across};
use crate::diagnostic::Diagnostic;
use crate::model::suggestion;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{Dated, Headed, OnSite, Published, Resolver, Route, Site, Texts};

impl Dated for Indicator {}

/// The group of figures that a series is one of.
pub(crate) fn group(series: &Indicator) -> Option<&str> {
    series.group.as_ref().map(|group| group.value.as_str())
}

/// The groups, in the order of their first series.
fn groups(series: &[Published<Indicator>]) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for name in series.iter().filter_map(|one| group(one)) {
        if !groups.iter().any(|known| known == name) {
            groups.push(name.to_owned());
        }
    }
    groups
}

/// What is said of a group of one.
fn alone(only: &Published<Indicator>, name: &str, all: &[Published<Indicator>]) -> Diagnostic {
    let others = all.iter().filter_map(|one| group(one)).filter(|other| *other != name);
    let help = match suggestion::nearest(name, others) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write the same words in the other figures of the group, or leave the line out".to_owned(),
    };
    let message = format!("no other figures have the group `{name}`");
    let span = only.group.as_ref().map_or(only.span, |group| group.span);
    Diagnostic::warning("indicator/group", only.source.clone(), message).at(span).help(help)
}

impl OnSite for Indicator {
    type Item = Published<Self>;
    type List = Vec<Self::Item>;

    fn resolve(records: &[Self::Item], _: Resolver<'_>, problems: &mut Vec<Diagnostic>) -> Self::List {
        let mut series = records.to_vec();
        for name in groups(&series) {
            let members: Vec<usize> = (0..series.len()).filter(|&one| group(&series[one]) == Some(&name)).collect();
            if let [only] = members.as_slice() {
                problems.push(alone(&series[*only], &name, &series));
            }
            if members.iter().any(|&one| series[one].small_numbers == SmallNumbers::Suppress) {
                let mut told: Vec<Indicator> = members.iter().map(|&one| series[one].record.clone()).collect();
                guard_across(&mut told);
                for (&one, told) in members.iter().zip(told) {
                    series[one] = series[one].with(told);
                }
            }
        }
        series
    }

    fn anchors_on(_: usize) -> Option<Route> {
        Some(Route::Evidence)
    }

    fn headed(_: &Self) -> Headed<'_> {
        Headed::Nothing
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose(&record.description);
    }

    /// Series are found by the page that lists them.
    fn documents(_: &Site, _: usize) -> Vec<SearchDocument<'_>> {
        Vec::new()
    }

    fn list_document(site: &Site) -> Option<SearchDocument<'_>> {
        let figures = site.indicators.iter().map(|indicator| indicator.title.value.clone());
        let (summary, keywords) = ("What the partnership measures.", ["statistics", "data"]);
        let list = SearchDocument::list(Route::Evidence, SearchGroup::Strategy, "Figures", summary, &keywords);
        Some(SearchDocument { body: figures.collect(), ..list })
    }
}
