//! The folders that are watched.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Where a path lies, seen from the watched folders.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is a watched folder itself.
    Root(PathBuf),
    /// It lies within one; spelled as the preview spells that folder.
    Within(PathBuf),
    Elsewhere,
}

/// A folder that the preview wants to be watched.
#[derive(Debug)]
struct Root {
    /// As the preview spells it.
    given: PathBuf,
    /// As events spell it; some systems resolve links first.
    absolute: PathBuf,
    real: Option<PathBuf>,
    /// Which folder it was when it began to be watched; none if there was none.
    identity: Option<Identity>,
}

/// All watched folders.
#[derive(Debug, Default)]
pub(super) struct Roots {
    roots: Vec<Root>,
}

impl Roots {
    /// Watches what is not watched yet: folders that the preview wants now, folders that have come to be, and folders
    /// that were replaced by others of the same name, whose watch has gone silent. Tells whether there were any.
    ///
    /// The folder around each is watched too, but not what else is in it, so that a replacement is noticed at once.
    pub(super) fn inspect(
        &mut self,
        wanted: Vec<PathBuf>,
        replaced: &[PathBuf],
        watcher: &mut RecommendedWatcher,
    ) -> notify::Result<bool> {
        let mut has_changed = false;
        let mut roots = Vec::with_capacity(wanted.len());
        for given in wanted {
            let known = self.roots.iter().position(|root| root.given == given);
            let known = known.map(|position| self.roots.swap_remove(position));
            let identity = identify(&given);
            let is_same = known.as_ref().is_some_and(|root| root.identity == identity) && !replaced.contains(&given);
            match known {
                Some(root) if is_same => roots.push(root),
                _ => {
                    has_changed = true;
                    roots.push(Root::new(given, identity));
                }
            }
        }
        let gone = std::mem::replace(&mut self.roots, roots);
        for root in gone {
            watcher.unwatch(&root.absolute).ok();
        }
        if has_changed {
            self.watch_all(watcher)?;
        }
        Ok(has_changed)
    }

    fn watch_all(&self, watcher: &mut RecommendedWatcher) -> notify::Result<()> {
        // Surroundings first: whoever watches a folder without its contents must not undo that it is watched with them.
        for root in &self.roots {
            if let Some(around) = root.absolute.parent()
                && !self.roots.iter().any(|other| around.starts_with(&other.absolute))
            {
                tolerate_absence(watcher.watch(around, RecursiveMode::NonRecursive))?;
            }
        }
        for root in &self.roots {
            // It may not have been watched, or be gone.
            watcher.unwatch(&root.absolute).ok();
            tolerate_absence(watcher.watch(&root.absolute, RecursiveMode::Recursive))?;
        }
        Ok(())
    }

    pub(super) fn place(&self, path: &Path) -> Place {
        for root in &self.roots {
            let spellings = [Some(&root.absolute), root.real.as_ref()];
            for spelling in spellings.into_iter().flatten() {
                match path.strip_prefix(spelling) {
                    Ok(rest) if rest.as_os_str().is_empty() => {
                        return Place::Root(root.given.clone());
                    }
                    Ok(rest) => return Place::Within(root.given.join(rest)),
                    Err(_) => {}
                }
            }
        }
        Place::Elsewhere
    }
}

impl Root {
    fn new(given: PathBuf, identity: Option<Identity>) -> Root {
        let absolute = std::path::absolute(&given).unwrap_or_else(|_| given.clone());
        let real = fs::canonicalize(&given).ok();
        Root { given, absolute, real, identity }
    }
}

/// What tells a folder from another of the same name.
#[derive(Debug, PartialEq, Eq)]
struct Identity {
    created: Option<SystemTime>,
    number: (u64, u64),
}

fn identify(folder: &Path) -> Option<Identity> {
    let found = fs::metadata(folder).ok()?;
    Some(Identity { created: found.created().ok(), number: number(&found) })
}

#[cfg(unix)]
fn number(found: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (found.dev(), found.ino())
}

#[cfg(not(unix))]
fn number(_found: &fs::Metadata) -> (u64, u64) {
    (0, 0)
}

/// A folder that is not there (yet) is watched when it comes to be.
fn tolerate_absence(watched: notify::Result<()>) -> notify::Result<()> {
    match watched {
        Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => Ok(()),
        Err(error) if matches!(&error.kind, ErrorKind::Io(source) if source.kind() == std::io::ErrorKind::NotFound) => {
            Ok(())
        }
        other => other,
    }
}
