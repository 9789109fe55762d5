//! What has changed since the last look.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RenameMode};
use notify::{Event, EventKind};

use super::pace::Pace;
use super::root::{Place, Roots};

/// With more changed files than this, looking at all of them is no slower.
const MANY: usize = 1000;

/// Whether an event tells of other bytes or other names, or that these are complete. Reading a file, or changing its
/// mode, is an event too.
pub(super) fn matters(event: &Event) -> bool {
    event.need_rescan()
        || is_close(event.kind)
        || matches!(
            event.kind,
            EventKind::Any
                | EventKind::Create(_)
                | EventKind::Remove(_)
                // Some systems say only that something has been modified.
                | EventKind::Modify(ModifyKind::Any | ModifyKind::Data(_) | ModifyKind::Name(_))
        )
}

/// Whether a program has finished with a file: it has closed it after writing, or given it its name.
fn ends_saving(kind: EventKind) -> bool {
    is_close(kind) || matches!(kind, EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)))
}

fn pace(event: &Event) -> Pace {
    match event.kind {
        _ if event.need_rescan() => Pace::Flooded,
        kind if ends_saving(kind) => Pace::Saved,
        _ => Pace::Saving,
    }
}

fn is_close(kind: EventKind) -> bool {
    kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
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
    /// Whether more is to be expected.
    pub(super) pace: Pace,
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
        self.pace = self.pace.after(pace(&event));
        if is_close(event.kind) {
            // That there are other bytes, if there are, has been told.
            return;
        }
        self.is_everything |= event.need_rescan();
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
