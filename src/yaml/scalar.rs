//! One text in YAML: plain where it can be, quoted where it must be, folded where it is long.

use super::WIDTH;

/// A text after a key: on the line, which has been filled up to `column`, where it fits, else folded or, where it has
/// lines of its own, as it is, below and after `indent` spaces.
pub(super) fn block(text: &str, column: usize, indent: usize) -> String {
    let text = printable(text);
    let fits = |line: &str| column + line.chars().count() <= WIDTH;
    if !text.contains('\n') {
        let line = inline(&text);
        if fits(&line) || !text.contains(' ') {
            return line;
        }
    }
    // A block of text keeps no space at its ends, so such a text is quoted.
    if text.trim() != text || text.lines().any(|line| line.trim() != line) {
        return double_quoted(&text);
    }
    let margin = " ".repeat(indent);
    let lines: Vec<String> = if text.contains('\n') {
        text.lines().map(str::to_owned).collect()
    } else {
        wrap(&text, WIDTH.saturating_sub(indent).max(40))
    };
    let mark = if text.contains('\n') { "|-" } else { ">-" };
    let body = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("{margin}{line}") });
    format!("{mark}\n{}", body.collect::<Vec<_>>().join("\n"))
}

/// A text on one line.
pub(crate) fn inline(text: &str) -> String {
    let text = printable(text);
    if is_plain(&text) { text } else { quoted(&text) }
}

/// A text on one line between braces or brackets, where commas part values.
pub(super) fn in_flow(text: &str) -> String {
    let text = printable(text);
    if is_plain(&text) && !text.contains([',', '[', ']', '{', '}']) { text } else { quoted(&text) }
}

/// A text cut into lines at single spaces, so that folding joins them again as they were.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in pieces(text) {
        let line = lines.last_mut().expect("there is a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

/// The text at its single spaces. Two spaces in a row belong to the piece around them.
fn pieces(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let single = |at: usize| {
        bytes[at] == b' ' && at > 0 && bytes[at - 1] != b' ' && bytes.get(at + 1).is_some_and(|next| *next != b' ')
    };
    let mut start = 0;
    let mut parts = Vec::new();
    for at in (0..bytes.len()).filter(|at| single(*at)) {
        parts.push(&text[start..at]);
        start = at + 1;
    }
    parts.push(&text[start..]);
    parts
}

/// The text without characters that YAML does not allow.
fn printable(text: &str) -> String {
    let fine = |letter: char| {
        letter == '\n' || !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')
    };
    text.chars().map(|letter| if fine(letter) { letter } else { ' ' }).collect()
}

/// Whether a text means itself without quotes, here and in other programs that read YAML.
fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let opens_other = "-?:,[]{}#&*!|>'\"%@`=<~".contains(first) || first == '\u{feff}';
    let cuts = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.contains('\n');
    text.trim() == text && !opens_other && !cuts && !is_other_type(text) && !text.starts_with("...")
}

/// Whether a program would take the text for a number, a date, a truth value or nothing.
fn is_other_type(text: &str) -> bool {
    const WORDS: [&str; 9] = ["yes", "no", "true", "false", "on", "off", "null", "y", "n"];
    let numeric = text.chars().all(|letter| letter.is_ascii_digit() || "+-.,_:eExX".contains(letter));
    let has_digit = text.chars().any(|letter| letter.is_ascii_digit());
    // A date or a month, such as `2026-04`, is written bare throughout the content model.
    let is_date = text.len() >= 7 && text.as_bytes()[4] == b'-' && !text.contains([':', '.', '_', ',']);
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) || numeric && has_digit && !is_date
}

fn quoted(text: &str) -> String {
    if text.contains('\n') || text.contains('\'') && !text.contains(['"', '\\']) {
        return double_quoted(text);
    }
    let is_number = text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    if is_number { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "''")) }
}

fn double_quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
