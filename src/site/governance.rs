//! Who reports to whom, as a tree.

use crate::diagnostic::Diagnostic;
use crate::record::entry::Entry;
use crate::record::governance::Group;

/// A group and those that report to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    /// The group's number in the list.
    pub group: usize,
    /// The groups below it, in the file's order.
    pub below: Vec<Branch>,
}

/// The groups as trees: those that report to nobody, each with those below it.
#[must_use]
pub(crate) fn trees(groups: &[Group]) -> Vec<Branch> {
    let top = groups.iter().enumerate().filter(|(_, group)| group.reports_to.is_none());
    top.map(|(number, _)| branch(groups, number)).collect()
}

fn branch(groups: &[Group], number: usize) -> Branch {
    let id = &groups[number].id.value;
    let reports_here = |group: &Group| group.reports_to.as_ref().is_some_and(|above| above.value == *id);
    let below = groups.iter().enumerate().filter(|(_, group)| reports_here(group));
    Branch { group: number, below: below.map(|(number, _)| branch(groups, number)).collect() }
}

/// Tells of groups that report to themselves by way of others: they would hang from no tree.
pub(super) fn check_circles(groups: &Entry<Vec<Group>>, problems: &mut Vec<Diagnostic>) {
    for group in groups.iter() {
        let Some(reports_to) = &group.reports_to else { continue };
        let mut above = group;
        for _ in 0..groups.len() {
            let next = above.reports_to.as_ref().and_then(|id| groups.iter().find(|other| other.id.value == id.value));
            let Some(next) = next else { break };
            if next.id.value == group.id.value {
                let message = format!("`{}` reports to itself, through other groups", group.id.value);
                let help = "take `reports_to` out of the group at the top";
                problems.push(
                    Diagnostic::error("governance/reports_to", groups.source.clone(), message)
                        .at(reports_to.span)
                        .help(help),
                );
                break;
            }
            above = next;
        }
    }
}
