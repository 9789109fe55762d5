//! What a number format shows of a cell: `;;;` shows nothing, whatever the cell holds.

/// Whether a format shows a text.
pub(super) fn shows_text(format: &str) -> bool {
    match sections(format).as_slice() {
        [_, _, _, text, ..] => bare(text).contains('@'),
        _ => true,
    }
}

/// Whether a format shows a number.
pub(super) fn shows_number(format: &str, number: f64) -> bool {
    let sections = sections(format);
    let at = match sections.len() {
        0 | 1 => return true,
        2 => usize::from(number < 0.0),
        _ if number < 0.0 => 1,
        _ if number == 0.0 => 2,
        _ => 0,
    };
    let section = bare(&sections[at]).to_lowercase();
    section == "general" || section.contains(|letter: char| "0#?@dmyhse".contains(letter))
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
    use super::{shows_number, shows_text};

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
            assert_eq!((shows_text(format), shows_number(format, 3.0)), (text, number), "{format}");
        }
    }
}
