//! What is there twice in a list.

use ahash::AHashSet;

use crate::diagnostic::{Located, Report};

/// Warns of each value that its list has already.
pub(crate) fn warn_of_values<'v>(values: impl Iterator<Item = &'v Located<String>>, name: &str, report: &Report) {
    let mut known = AHashSet::new();
    for value in values {
        if !known.insert(&value.value) {
            let message = format!("`{}` is listed twice in `{name}`", value.value);
            report.warning(name, value.span, message, "delete one of them, or correct it if something else was meant");
        }
    }
}

/// Warns of each entry of a list, `id` and name, whose name another has.
pub(crate) fn warn_of_names<'n>(entries: impl Iterator<Item = (&'n Located<String>, &'n str)>, report: &Report) {
    let mut known: Vec<(&str, String)> = Vec::new();
    for (id, name) in entries {
        let plain = name.trim().to_lowercase();
        match known.iter().find(|(other, known)| *known == plain && *other != id.value) {
            Some((other, _)) => {
                let message = format!("`{}` has the same name as `{other}`: `{}`", id.value, name.trim());
                let help =
                    "delete one of them, and write the other's id where it is used; or give them different names";
                report.warning("name", id.span, message, help);
            }
            None => known.push((&id.value, plain)),
        }
    }
}

/// Refuses an id that its list has already.
pub(crate) fn refuse_ids<'i>(ids: impl Iterator<Item = &'i Located<String>>, report: &Report) {
    let mut known = AHashSet::new();
    for id in ids {
        if !known.insert(&id.value) {
            let help = "give each its own id, because other files refer to it by that";
            report.error("id", id.span, format!("the id `{}` is used twice in this list", id.value), help);
        }
    }
}
