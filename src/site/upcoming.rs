//! What appears, ends and opens again by itself, so that the site changes though nobody changes a file. It tells of records
//! that are not to be seen yet, and is no part of the site.

use jiff::civil::Date;

use super::Occasion;
use super::published::Dated;
use crate::content::Content;
use crate::diagnostic::SourcePath;
use crate::kinds::kinds;
use crate::record::entry::Change;

/// A change that comes by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Upcoming {
    /// The day from which on it holds.
    pub(crate) day: Date,
    /// What happens.
    pub(crate) change: Change,
    /// The title of the record.
    pub(crate) title: String,
    /// Its file.
    pub(crate) source: SourcePath,
}

macro_rules! upcoming {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// What changes by itself after a day, the next first.
        pub(crate) fn upcoming(content: &Content, occasion: Occasion) -> Vec<Upcoming> {
            let mut all = Vec::new();
            $(
                for entry in &content.$list {
                    let changes = entry.record.changes().into_iter().filter(|(day, _)| *day > occasion.today);
                    all.extend(changes.map(|(day, change)| Upcoming {
                        day,
                        change,
                        title: entry.record.title().unwrap_or_default().to_owned(),
                        source: entry.source.clone(),
                    }));
                }
            )+
            all.sort_by(|one, other| (one.day, one.change, &one.source).cmp(&(other.day, other.change, &other.source)));
            all
        }
    };
}
kinds!(upcoming);
