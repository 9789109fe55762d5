//! The first stage: every file of a site, read once.

pub(crate) mod builtin;
mod front_matter;
mod kind;

use std::collections::{BTreeMap, HashSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use std::{fmt, fs, io};

use rayon::prelude::*;
use walkdir::WalkDir;

pub(crate) use front_matter::{FrontMatter, MissingLine};
pub(crate) use kind::Kind;

use crate::diagnostic::{SourcePath, composed};

/// One file of a site.
#[derive(Debug, Clone)]
pub struct Source {
    /// Where it is, relative to the site: `content/services/idva.md`.
    pub path: SourcePath,
    /// What it holds, told by where it stands.
    pub(crate) kind: Kind,
    /// What it holds, to the byte.
    pub bytes: Arc<[u8]>,
    /// A fingerprint of the bytes: a file with the same one needs no second reading.
    pub(crate) hash: blake3::Hash,
    /// Whether the file came with the program and not with the site.
    pub(crate) builtin: bool,
    /// The length and time of the file when it was read; none for a file that is only in memory.
    stamp: Option<Stamp>,
}

/// What tells without opening a file that it has not changed.
type Stamp = (u64, SystemTime);

impl Source {
    /// A file's path and bytes, with the kind that its place gives it.
    #[must_use]
    pub fn new(path: &str, bytes: &[u8]) -> Self {
        Self::of(path, bytes.into())
    }

    fn of(path: &str, bytes: Arc<[u8]>) -> Self {
        let hash = blake3::hash(&bytes);
        Self { path: path.into(), kind: Kind::of(path), bytes, hash, builtin: false, stamp: None }
    }

    /// The file as text, or the offset of the first byte that is not UTF-8.
    ///
    /// # Errors
    /// The offset, where the bytes are not UTF-8.
    pub(crate) fn text(&self) -> Result<&str, usize> {
        std::str::from_utf8(&self.bytes).map_err(|error| error.valid_up_to())
    }

    /// The text up to the first byte that is not UTF-8, to show where that is.
    #[must_use]
    pub fn readable(&self) -> &str {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&self.bytes[..error.valid_up_to()]).unwrap_or_default(),
        }
    }
}

/// A file or folder that could not be read.
#[derive(Debug)]
pub struct ReadError {
    path: PathBuf,
    error: io::Error,
}

impl ReadError {
    /// What a link that leads out of the site's folder is told as. Where it leads is not: that may be private.
    fn leads_out(path: &Path) -> Self {
        let told = "it is a link to something outside of the site's folder, which could be published by accident; \
                    put a copy of the file in its place";
        Self { path: path.to_path_buf(), error: io::Error::other(told) }
    }
}

impl ReadError {
    /// For a folder that holds no site.
    fn no_content(root: &Path) -> Self {
        let name = root.display();
        let (folder, place) = if root == Path::new(".") {
            ("this folder".to_owned(), "here".to_owned())
        } else {
            (format!("`{name}`"), format!("in `{name}`"))
        };
        let own_name = root.canonicalize().ok().and_then(|path| path.file_name().map(|name| name == "content"));
        let told = if !root.is_dir() {
            format!("there is no folder {folder}; name the folder that holds `content/` with `--site DIR`")
        } else if own_name == Some(true) && root.join("site.yaml").exists() {
            format!(
                "{folder} is itself a `content/`; name the folder above it with `--site DIR`, or run the command there"
            )
        } else {
            format!(
                "there is no site {place}: no folder `content/`; go to the site's folder, name it with `--site DIR`, or start a \
                 site with `fingerpost init`"
            )
        };
        Self { path: root.to_path_buf(), error: io::Error::new(io::ErrorKind::NotFound, told) }
    }

    /// For one of two files whose names differ only in how their accents are stored.
    fn has_twin(path: &Path) -> Self {
        let told = "another file beside it has the same name, with its accents stored in another form; rename one";
        Self { path: path.to_path_buf(), error: io::Error::other(told) }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What was found out about a folder names it already.
        if self.error.kind() == io::ErrorKind::NotFound && self.error.get_ref().is_some() {
            return self.error.fmt(formatter);
        }
        write!(formatter, "cannot read `{}`: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for ReadError {}

/// Every file of a site, with the program's own standing in for those that the site does not bring.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: BTreeMap<SourcePath, Source>,
}

impl Sources {
    /// Reads the folders `content/` and `templates/` of the site at `root`.
    ///
    /// # Errors
    /// When there is no `content/` folder, or a file cannot be read.
    pub fn read(root: &Path) -> Result<Self, ReadError> {
        Self::default().read_again(root)
    }

    /// Reads a site anew; files with the length and time they had before are not opened.
    fn read_again(&self, root: &Path) -> Result<Self, ReadError> {
        let paths = paths(root)?;
        let read = |path: &PathBuf| {
            let known = relative(root, path).and_then(|name| self.files.get(name.as_str()));
            match known.filter(|known| known.stamp.is_some() && known.stamp == stamp(path)) {
                Some(known) => Ok(Some(known.clone())),
                None => read_file(root, path),
            }
        };
        if let Some(twin) = twin(root, &paths) {
            return Err(ReadError::has_twin(twin));
        }
        let files: Result<Vec<Option<Source>>, ReadError> = paths.par_iter().map(read).collect();
        Ok(Self::from_files(files?.into_iter().flatten()))
    }

    /// A site from files in memory, with the built-in ones added.
    pub fn from_files(files: impl IntoIterator<Item = Source>) -> Self {
        let mut sources = Self { files: builtin::sources().map(|file| (file.path.clone(), file)).collect() };
        let own = files.into_iter().filter(|file| !builtin::is_builtin(&file.path, &file.bytes));
        sources.files.extend(own.map(|file| (file.path.clone(), file)));
        sources
    }

    /// Reads the given files anew: changed, new or gone. A folder, or none given, stands for all that is there. Tells
    /// whether anything is different now; on an error everything is as it was.
    ///
    /// # Errors
    /// When a file that is there cannot be read.
    pub(crate) fn refresh(&mut self, root: &Path, changed: Option<&[PathBuf]>) -> Result<bool, ReadError> {
        let one_file = |path: &PathBuf| {
            relative(root, path).is_some_and(|name| self.files.contains_key(name.as_str()) || path.is_file())
        };
        let Some(changed) = changed.filter(|changed| changed.iter().all(one_file)) else {
            let now = self.read_again(root)?;
            let same = now.same_as(self);
            *self = now;
            return Ok(!same);
        };
        let mut read = Vec::with_capacity(changed.len());
        for path in changed {
            let Some(name) = relative(root, path) else { continue };
            if !stays_inside(root, path) {
                return Err(ReadError::leads_out(path));
            }
            let own = read_file(root, path)?.filter(|file| !builtin::is_builtin(&file.path, &file.bytes));
            read.push((name.clone(), own.or_else(|| builtin::source(&name))));
        }
        let mut different = false;
        for (name, file) in read {
            let now = file.as_ref().map(|file| file.hash);
            let before = match file {
                Some(file) => self.files.insert(file.path.clone(), file),
                None => self.files.remove(name.as_str()),
            };
            different |= before.map(|file| file.hash) != now;
        }
        Ok(different)
    }

    /// Puts a file that is only in memory in the place of the one at its path.
    pub(crate) fn put(&mut self, file: Source) {
        self.files.insert(file.path.clone(), file);
    }

    /// Whether both have the same files with the same bytes.
    fn same_as(&self, other: &Self) -> bool {
        self.files.len() == other.files.len()
            && self.files.values().zip(other.files.values()).all(|(a, b)| a.path == b.path && a.hash == b.hash)
    }

    /// The files in the order of their paths.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.values()
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Source> {
        self.files.get(path)
    }
}

/// Every file of a site's folders.
fn paths(root: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let content = root.join("content");
    fs::read_dir(&content).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::no_content(root),
        _ => ReadError { path: content.clone(), error },
    })?;
    let mut paths = Vec::new();
    for folder in ["content", "templates"] {
        for entry in WalkDir::new(root.join(folder)).follow_links(true) {
            match entry {
                Ok(entry) if entry.depth() > 0 && entry.path_is_symlink() && !stays_inside(root, entry.path()) => {
                    return Err(ReadError::leads_out(entry.path()));
                }
                Ok(entry) if entry.file_type().is_file() => paths.push(entry.into_path()),
                Ok(_) => {}
                // A site need not have templates.
                Err(error) if error.depth() == 0 => {}
                Err(error) => return Err(walk_error(root, error)),
            }
        }
    }
    Ok(paths)
}

/// A file whose name is that of another but for the form of its accents.
fn twin<'p>(root: &Path, paths: &'p [PathBuf]) -> Option<&'p Path> {
    let mut names = HashSet::new();
    let accented = paths.iter().filter(|path| !path.as_os_str().as_encoded_bytes().is_ascii());
    accented
        .filter_map(|path| Some((relative(root, path)?, path)))
        .find(|(name, _)| !names.insert(name.clone()))
        .map(|(_, path)| path.as_path())
}

/// Whether what is really at a path lies in the site's folder, or where its `content` or `templates` really are.
fn stays_inside(root: &Path, path: &Path) -> bool {
    let Ok(real) = fs::canonicalize(path) else { return true };
    let folders = [root.to_path_buf(), root.join("content"), root.join("templates")];
    folders.iter().filter_map(|folder| fs::canonicalize(folder).ok()).any(|folder| real.starts_with(folder))
}

fn stamp(path: &Path) -> Option<Stamp> {
    let data = fs::metadata(path).ok()?;
    Some((data.len(), data.modified().ok()?))
}

fn walk_error(root: &Path, error: walkdir::Error) -> ReadError {
    let path = error.path().unwrap_or(root).to_path_buf();
    let error = error.into_io_error().unwrap_or_else(|| io::Error::other("the folder links to itself"));
    ReadError { path, error }
}

/// The path below the site's folder, with `/` and accents composed; `None` for what lies elsewhere or has a name that is not text.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> =
        path.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    Some(composed(&parts?.join("/")))
}

/// Whether a name says that a program put the file or folder there for itself: an editor's copies (`.x.swp`, `x~`,
/// `#x#`), a word processor's mark of who has a document open (`~$x.docx`), what file managers remember.
fn is_not_meant(name: &str) -> bool {
    name.starts_with(['.', '#'])
        || name.starts_with("~$")
        || name.ends_with('~')
        || ["Thumbs.db", "desktop.ini", "__MACOSX"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// The bytes of a file, which are nowhere in memory a second time: it may be a film.
fn read_once(path: &Path) -> io::Result<Arc<[u8]>> {
    let mut file = fs::File::open(path)?;
    let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
    let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, length).collect();
    let room = Arc::get_mut(&mut bytes).expect("nobody else has it yet");
    // What is saved while it is read has another length, and is read again as it is then.
    if file.read_exact(room).is_err() || file.read(&mut [0])? > 0 {
        return fs::read(path).map(Into::into);
    }
    Ok(bytes)
}

/// Reads one file; `None` where there is none, or where its name says that it is not meant.
fn read_file(root: &Path, path: &Path) -> Result<Option<Source>, ReadError> {
    let Some(name) = relative(root, path) else { return Ok(None) };
    if name.split('/').any(is_not_meant) {
        return Ok(None);
    }
    // The stamp is taken first: a change while the file is read then counts as one still to come.
    let stamp = stamp(path);
    match read_once(path) {
        Ok(bytes) => Ok(Some(Source { stamp, ..Source::of(&name, bytes) })),
        Err(error) if error.kind() == io::ErrorKind::NotFound || path.is_dir() => Ok(None),
        Err(error) => Err(ReadError { path: path.to_path_buf(), error }),
    }
}
