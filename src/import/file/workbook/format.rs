//! What a number format shows of a cell: `;;;` shows nothing, whatever the cell holds, and `[White]@` shows it in white.

/// How a format shows what a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Whether it shows anything of it.
    pub(super) is_shown: bool,
    /// Whether it gives it white letters.
    pub(super) is_white: bool,
}

impl Shown {
    /// As it is, in the colour of the cell's own font.
    pub(super) const PLAIN: Self = Self { is_shown: true, is_white: false };
}

/// How a format shows a text.
pub(super) fn of_text(format: &str) -> Shown {
    match sections(format).as_slice() {
        [_, _, _, text, ..] => Shown { is_shown: bare(text).contains('@'), is_white: is_white(text) },
        [all] => Shown { is_white: is_white(all), ..Shown::PLAIN },
        _ => Shown::PLAIN,
    }
}

/// How a format shows a number.
pub(super) fn of_number(format: &str, number: f64) -> Shown {
    let sections = sections(format);
    let at = match sections.len() {
        0 | 1 => return of_text(format),
        2 => usize::from(number < 0.0),
        _ if number < 0.0 => 1,
        _ if number == 0.0 => 2,
        _ => 0,
    };
    let section = bare(&sections[at]).to_lowercase();
    let is_shown = section == "general" || section.contains(|letter: char| "0#?@dmyhse".contains(letter));
    Shown { is_shown, is_white: is_white(&sections[at]) }
}

/// Whether a section names white, by its name or by its number (ECMA-376, part 1, 18.8.31).
fn is_white(section: &str) -> bool {
    let small: String = section.to_lowercase().split_whitespace().collect();
    small.contains("[white]") || small.contains("[color2]")
}

/// The parts of a format between its semicolons, for numbers above, below and at nought, and for texts.
fn sections(format: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut quoted = false;
    for letter in format.chars() {
        quoted ^= letter == '"';
        if letter == ';' && !quoted {
            sections.push(String::new());
        } else if let Some(last) = sections.last_mut() {
            last.push(letter);
        }
    }
    sections
}

/// A section without what stands in brackets or quotes, or after a backslash or an underscore.
fn bare(section: &str) -> String {
    let mut bare = String::new();
    let mut letters = super::without_marks(section).chars().collect::<Vec<_>>().into_iter();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | '_' | '*' => drop(letters.next()),
            letter => bare.push(letter),
        }
    }
    bare.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{of_number, of_text};

    #[test]
    fn some_formats_show_nothing() {
        for (format, text, number) in [
            ("General", true, true),
            ("", true, true),
            ("0.00", true, true),
            ("[$-809]dd mmm yyyy", true, true),
            ("#,##0;-#,##0", true, true),
            ("0;-0;;@", true, true),
            (";;;", false, false),
            (";;;@", true, false),
            (";;", true, false),
            ("\"\";\"\";\"\";\"\"", false, false),
            (";;;\"***\"", false, false),
            ("\"hidden\";\"hidden\";\"hidden\";\"hidden\"", false, false),
        ] {
            let shown = (of_text(format).is_shown, of_number(format, 3.0).is_shown);
            assert_eq!(shown, (text, number), "{format}");
        }
    }

    #[test]
    fn some_formats_are_white() {
        for (format, text, number) in [
            ("[White]@", true, true),
            ("[WHITE]General", true, true),
            ("[Color 2]0;[Red]0;0;[color2]@", true, true),
            ("[White]0;[White]0;[White]0;@", false, true),
            ("[Red]@", false, false),
        ] {
            let white = (of_text(format).is_white, of_number(format, 3.0).is_white);
            assert_eq!(white, (text, number), "{format}");
        }
    }
}
