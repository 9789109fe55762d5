//! What has changed since the last look.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{CreateKind, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use super::root::{Place, Roots};

/// With more changed files than this, looking at all of them is no slower.
const MANY: usize = 1000;

/// Whether an event tells of other bytes or other names. Reading a file, or changing its mode, is an event too.
pub(super) fn matters(event: &Event) -> bool {
    event.need_rescan()
        || matches!(
            event.kind,
            EventKind::Any
                | EventKind::Create(_)
                | EventKind::Remove(_)
                // Some systems say only that something has been modified.
                | EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_) | ModifyKind::Name(_))
        )
}

/// Several events that are looked at together.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// Files and folders, as the preview spells them.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether only a look at everything can tell what has changed.
    pub(super) is_everything: bool,
    /// Watched folders that were made, removed or renamed themselves.
    pub(super) replaced_roots: Vec<PathBuf>,
    /// Whether there were more events than the system could hold.
    pub(super) has_lost_events: bool,
    /// Whether the watcher cannot go on telling of all changes.
    pub(super) is_blind: bool,
}

impl Change {
    pub(super) fn take(&mut self, event: notify::Result<Event>, roots: &Roots) {
        let Ok(event) = event else {
            self.is_blind = true;
            self.is_everything = true;
            return;
        };
        if event.need_rescan() {
            self.has_lost_events = true;
            self.is_everything = true;
        }
        for path in &event.paths {
            match roots.place(path) {
                Place::Elsewhere => {}
                Place::Root(root) => {
                    self.replaced_roots.push(root);
                    self.is_everything = true;
                }
                Place::Within(path) => {
                    // Files that come with a new folder make no events of their own.
                    self.is_everything |= brings_or_takes_files(event.kind, &path);
                    self.paths.insert(path);
                }
            }
        }
        self.is_everything |= self.paths.len() > MANY;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty() && !self.is_everything
    }
}

fn brings_or_takes_files(kind: EventKind, path: &Path) -> bool {
    match kind {
        EventKind::Create(CreateKind::Folder) => true,
        // What went away with a folder made no events either, and its name alone tells whether it was one.
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) => path.extension().is_none(),
        EventKind::Any
        | EventKind::Create(CreateKind::Any | CreateKind::Other)
        | EventKind::Modify(ModifyKind::Name(_)) => path.is_dir(),
        _ => false,
    }
}
