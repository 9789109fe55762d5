//! The paths of what is published, as an address has them and as every computer can store them.

use std::borrow::Cow;

/// The most bytes of a part that the program makes of what someone wrote; a title may be a whole paragraph.
const LONGEST: usize = 100;

/// The most bytes of a part that someone named: file systems take 255, and programs put a few before it.
const LONGEST_NAMED: usize = 200;

/// Names that Windows keeps for devices, whatever ending they have.
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The file that a host serves at an address: folders get an `index.html`.
pub(crate) fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() }
}

/// An address none of whose parts is too long for a file's name. A part that is gets a mark of the whole at its end, so
/// that it stays the same as long as the whole does, and two that begin alike stay two.
pub(crate) fn shortened(address: &str) -> Cow<'_, str> {
    if address.len() <= LONGEST || address.split('/').all(|part| part.len() <= LONGEST) {
        return address.into();
    }
    let short = |part: &str| {
        if part.len() <= LONGEST {
            return part.to_owned();
        }
        let mark = blake3::hash(part.as_bytes()).to_hex();
        let (mark, room) = (&mark[..8], LONGEST - 9);
        let start = (0..=room).rev().find(|at| part.is_char_boundary(*at)).unwrap_or_default();
        let start = part[..start].rfind('-').filter(|at| *at > room / 2).unwrap_or(start);
        format!("{}-{mark}", &part[..start])
    };
    address.split('/').map(short).collect::<Vec<_>>().join("/").into()
}

/// Why a path may lead out of the folder that it is meant for, on some computer or other, or to what is fingerpost's own;
/// none where it cannot.
pub(crate) fn escape(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    if path.starts_with('/') {
        return Some("starts with a slash");
    }
    if path.contains(char::is_control) {
        return Some("contains a control character");
    }
    // Ordinary letters on some systems, and on others the way to another folder.
    if path.contains(['\\', ':']) {
        return Some("contains a backslash or a colon");
    }
    path.split('/').find_map(|part| match part {
        "" => Some("has a part without a name"),
        "." | ".." => Some("has a part of dots"),
        _ if part.starts_with(".fingerpost-") => Some("uses a name that is fingerpost's own"),
        _ => None,
    })
}

/// Why no file can have a path; none where it can.
pub(crate) fn fault(path: &str) -> Option<&'static str> {
    let is_long = || path.split('/').any(|part| part.len() > LONGEST_NAMED);
    escape(path).or_else(|| is_long().then_some("has a part of more than 200 letters"))
}

/// Why Windows has no file of that path; none where it can have one.
pub(crate) fn fault_on_windows(path: &str) -> Option<&'static str> {
    if path.contains(['*', '?', '"', '<', '>', '|']) {
        return Some("contains one of the signs `* ? \" < > |`");
    }
    path.split('/').find_map(|part| {
        if part.ends_with(['.', ' ']) {
            return Some("has a part that ends in a dot or a space");
        }
        let stem = part.split('.').next().unwrap_or_default().trim_end();
        let is_device = matches!(stem.len(), 3 | 4) && DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device));
        is_device.then_some("uses a name that is kept for a device, such as `con` or `aux`")
    })
}

#[cfg(test)]
mod tests {
    use super::{fault, fault_on_windows, file, shortened};

    #[test]
    fn folders_get_an_index() {
        assert_eq!(file(""), "index.html");
        assert_eq!(file("a/b/"), "a/b/index.html");
        assert_eq!(file("robots.txt"), "robots.txt");
    }

    #[test]
    fn a_long_part_is_shortened_the_same_each_time_and_two_stay_two() {
        let long = |end: &str| format!("strategy/{}{end}/", "make-sure-that-".repeat(20));
        let (one, two) = (shortened(&long("a")).into_owned(), shortened(&long("b")).into_owned());
        assert_eq!(one, shortened(&long("a")));
        assert_ne!(one, two);
        assert!(one.len() < 120 && one.starts_with("strategy/make-sure-that-") && one.ends_with('/'), "{one}");
        for short in ["", "a/", "services/idva/"] {
            assert_eq!(shortened(short), short);
        }
        assert!(shortened(&"é".repeat(200)).len() <= 101);
    }

    #[test]
    fn ordinary_paths_have_no_fault() {
        for path in ["index.html", "services/idva/index.html", ".well-known/security.txt", "a b/ü.html", "console.js"]
        {
            assert_eq!((fault(path), fault_on_windows(path)), (None, None), "{path}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        let long = "a".repeat(201);
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a/./b",
            "a//b",
            "a/",
            "a\\..\\b",
            "C:x",
            "a\0b",
            ".fingerpost-manifest.json",
            "a/.fingerpost-x",
            &long,
        ] {
            assert!(fault(path).is_some(), "{path}");
        }
    }

    #[test]
    fn some_paths_are_none_on_windows() {
        for path in ["a?", "x.", "x /y", "con", "a/AUX.html", "\"a\""] {
            assert!(fault_on_windows(path).is_some() && fault(path).is_none(), "{path}");
        }
    }
}
