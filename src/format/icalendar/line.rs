//! A line: what may stand in it, and how a long one is folded.

/// The most bytes of a line, its end not counted, RFC 5545, section 3.1.
const LONGEST: usize = 75;

/// A text as the value of a property, RFC 5545, section 3.3.11: line ends as `\n`, and what divides values with a
/// backslash before it. One look at each letter, so that nothing is escaped twice.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + text.len() / 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            // A line end of two characters is one.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\t' => value.push(' '),
            other => value.push(other),
        }
    }
    value
}

/// A text as the value of a parameter, in quotes where it needs them, RFC 6868. Programs read names of zones without
/// quotes best.
pub(super) fn parameter(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '^' => value.push_str("^^"),
            '"' => value.push_str("^'"),
            '\r' | '\n' => value.push_str("^n"),
            other => value.push(other),
        }
    }
    if value.contains([':', ';', ',']) { format!("\"{value}\"") } else { value }
}

/// Adds a line with its end, folded where it is long: between letters, each further line behind a space.
///
/// No control character gets through, whatever value it was in: one could end the line and begin another property.
pub(super) fn push(line: &str, text: &mut String) {
    let mut length = 0;
    for letter in line.chars().filter(|letter| !letter.is_control()) {
        if length + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text.push_str("\r\n");
}
