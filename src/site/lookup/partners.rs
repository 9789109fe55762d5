//! Names that stand where a partner's id was probably meant.

use super::{Lookup, Place};
use crate::diagnostic::{Diagnostic, Located};
use crate::model::plain_name::PlainName;
use crate::record::organisation::Organisation;
use crate::record::reference::Target;

/// Any text may be the name of someone who is no partner, but one that is nearly a partner's id or name is probably
/// that partner.
pub(super) fn near_organisation(
    lookup: &Lookup<'_>,
    text: &Located<String>,
    place: &Place<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    if lookup.organisations.contains_key(text.as_str()) {
        return;
    }
    let before = problems.len();
    lookup.warn_of_near(text, Target::Partner, place, problems);
    if let Some((partner, how)) = meant(lookup, text).filter(|_| problems.len() == before) {
        let id = &partner.id.value;
        let message = format!("`{}` is {how} of the partner `{id}`, and is not linked to it", text.value);
        let problem = Diagnostic::warning(place.code, place.source.clone(), message).at(text.span);
        problems.push(problem.help(format!("write `{id}` if that partner is meant")));
    }
}

/// The partner whose name a text is, or nearly is. A name to the letter is left alone: people may write it, and leads
/// are found by it.
fn meant<'c>(lookup: &Lookup<'c>, text: &str) -> Option<(&'c Organisation, &'static str)> {
    let text = text.trim();
    let is_exact = |(_, partner): &&(PlainName, &Organisation)| partner.name.trim() == text;
    if lookup.partners.iter().any(|partner| is_exact(&partner)) {
        return None;
    }
    let short = |partner: &Organisation| partner.short.as_ref().is_some_and(|short| short.eq_ignore_ascii_case(text));
    if let Some((_, partner)) = lookup.partners.iter().find(|(_, partner)| short(partner)) {
        return Some((partner, "the short name"));
    }
    let plain = PlainName::new(text);
    let (name, partner) = lookup.partners.iter().find(|(name, _)| name.is_near(&plain))?;
    Some((partner, if *name == plain { "the name" } else { "nearly the name" }))
}
