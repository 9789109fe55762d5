//! Made-up sites of any size, for the benches and for tests of scale.
//!
//! The same size gives the same bytes on every machine. Nothing here comes from the crate: a site is
//! written as a person would write it, so that a fault in the program cannot hide in its generator.

mod place;
mod plans;
mod prose;
mod random;
mod services;
mod stories;
mod training;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The day on which a generated site is right: sessions lie before and after it, and no service has
/// waited too long for its review.
pub(crate) const TODAY: &str = "2026-11-22";

/// How much a site holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) name: &'static str,
    services: usize,
    actions: usize,
    sessions: usize,
}

impl Size {
    pub(crate) const ALL: [Self; 3] =
        [Self::of("SMALL", 60, 80, 40), Self::of("MEDIUM", 1_000, 500, 500), Self::of("LARGE", 10_000, 2_000, 5_000)];

    const fn of(name: &'static str, services: usize, actions: usize, sessions: usize) -> Self {
        Self { name, services, actions, sessions }
    }

    /// The size of that name, in capitals or not.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.name.eq_ignore_ascii_case(name))
    }

    fn courses(self) -> usize {
        self.sessions.div_ceil(training::SESSIONS_PER_COURSE)
    }
}

/// Writes a site of that size into a folder, which is made if it is missing.
pub(crate) fn write(size: Size, folder: &Path) -> io::Result<()> {
    let content = Folder(folder.join("content"));
    place::write(&content)?;
    services::write(&content, size)?;
    plans::write(&content, size)?;
    training::write(&content, size)?;
    stories::write(&content, size)
}

/// A folder of content, whose files are written with the folders that they need.
struct Folder(PathBuf);

impl Folder {
    fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.0.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, text)
    }
}
