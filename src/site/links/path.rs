//! Paths from one file to another, and what was meant by one that leads nowhere.

use crate::diagnostic::composed;
use crate::model::suggestion;
use crate::model::web_address::decoded;

/// The forms in which a file's name may be written in an address: as it is, and with its percent signs undone.
pub(in crate::site) fn names_of_file(written: &str) -> impl Iterator<Item = String> {
    let plain = composed(written);
    let undone = composed(&decoded(written));
    let second = (undone != plain).then_some(undone);
    std::iter::once(plain).chain(second)
}

/// Whether the first part of a path was meant as the name of another site: `www.nhs.uk`.
pub(super) fn is_like_host(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let known = ["uk", "org", "com", "net", "gov", "info", "eu", "io", "scot", "wales", "ie", "ca", "london"];
    let label = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    parts.len() > 1
        && parts.iter().all(label)
        && (parts[0].eq_ignore_ascii_case("www")
            || parts.last().is_some_and(|last| known.contains(&&*last.to_ascii_lowercase())))
}

/// The file that a relative path names, seen from another file; `None` above the site's folder.
pub(super) fn join(source: &str, path: &str) -> Option<String> {
    let mut file = String::with_capacity(source.len() + path.len());
    file.push_str(folder_and_name(source).0);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if file.is_empty() => return None,
            ".." => file.truncate(folder_and_name(&file).0.len()),
            name => {
                if !file.is_empty() {
                    file.push('/');
                }
                file.push_str(name);
            }
        }
    }
    Some(file)
}

/// The path that was most likely meant: one like it in the same folder, else one of the same name elsewhere, else one
/// like it elsewhere. Names are compared and not whole paths, since all paths of a folder are much alike.
pub(super) fn nearest_path<'p>(wanted: &str, mut paths: Vec<&'p str>) -> Option<&'p str> {
    paths.sort_unstable();
    let (folder, name) = folder_and_name(wanted);
    let like = |there: &dyn Fn(&str) -> bool| {
        let near = suggestion::nearest(
            name,
            paths.iter().map(|path| folder_and_name(path)).filter(|(f, _)| there(f)).map(|(_, n)| n),
        )?;
        paths.iter().copied().find(|path| {
            let (folder, name) = folder_and_name(path);
            there(folder) && name == near
        })
    };
    let words = |name: &str| -> Vec<String> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        stem.split(['-', '_', ' ']).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
    };
    // A file of the same folder that was given a longer or a shorter name: at least half of the words are the same.
    let of_those_words = || {
        let wanted = words(name);
        let shared = |path: &&str| {
            let (other, name) = folder_and_name(path);
            let others = words(name);
            let shared = wanted.iter().filter(|word| others.contains(word)).count();
            (other == folder && shared * 2 >= wanted.len().max(others.len()) && shared > 0).then_some(shared)
        };
        let ranked = paths.iter().copied().filter_map(|path| Some((shared(&path)?, path)));
        ranked.rev().max_by_key(|(shared, _)| *shared).map(|(_, path)| path)
    };
    let of_that_name = || paths.iter().copied().find(|path| folder_and_name(path).1 == name);
    let stem = |name: &'p str| name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let wanted_stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let of_that_stem = || paths.iter().copied().find(|path| stem(folder_and_name(path).1) == wanted_stem);
    like(&|other| other == folder)
        .or_else(of_that_name)
        .or_else(of_that_stem)
        .or_else(of_those_words)
        .or_else(|| like(&|_| true))
}

/// Whether a path is more than a slip away from another in the same folder.
pub(super) fn is_other_name(wanted: &str, other: &str) -> bool {
    let ((folder, name), (there, near)) = (folder_and_name(wanted), folder_and_name(other));
    folder == there && strsim::osa_distance(name, near) > 2
}

/// A path in two: all but its last part, and that.
fn folder_and_name(path: &str) -> (&str, &str) {
    let path = path.trim_end_matches('/');
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The path from one file to another.
pub(super) fn relative(source: &str, file: &str) -> String {
    let from: Vec<&str> = source.split('/').collect();
    let to: Vec<&str> = file.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count().min(from.len() - 1);
    let up = "../".repeat(from.len() - 1 - shared);
    format!("{up}{}", to[shared..].join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_followed_from_the_file_it_stands_in() {
        assert_eq!(join("content/pages/a.md", "../services/b.md").as_deref(), Some("content/services/b.md"));
        assert_eq!(join("content/pages/a.md", "./b.md").as_deref(), Some("content/pages/b.md"));
        assert_eq!(join("content/pages/a.md", "../../../b.md"), None);
    }

    #[test]
    fn a_suggestion_is_a_path_from_the_file() {
        assert_eq!(relative("content/pages/x/a.md", "content/services/b.md"), "../../services/b.md");
        assert_eq!(relative("content/pages/a.md", "content/pages/b.md"), "b.md");
    }
}
