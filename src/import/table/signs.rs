//! Cells and lines that are signs and no words: ticks, coloured circles, stray commas, page numbers.

use crate::import::block::{Block, Row, speaks, words};
use crate::import::field::Field;
use crate::import::heading;
use crate::import::note::Notes;
use crate::import::standing;

/// The rating that a coloured circle or square stands for.
fn colour_of_sign(text: &str) -> Option<&'static str> {
    match text.trim().trim_end_matches('\u{fe0f}') {
        "🟢" | "🟩" => Some("Green"),
        "🟡" | "🟨" | "🟠" | "🟧" => Some("Amber"),
        "🔴" | "🟥" => Some("Red"),
        "🔵" | "🟦" => Some("Blue"),
        _ => None,
    }
}

/// Signs that say how something is going, as words.
const STATES: [(&str, &str); 9] = [
    ("✅", "Complete"),
    ("✔", "Complete"),
    ("✓", "Complete"),
    ("☑", "Complete"),
    ("⏸", "Paused"),
    ("⚠", "At risk"),
    ("⏳", "In progress"),
    ("🔄", "In progress"),
    ("⚪", "Not started"),
];

/// The word for a cell that is nothing but a sign: how something is going under a heading for that, else, for a tick or a
/// cross in a box, that something is so.
fn word_of_sign(text: &str, heading: &str) -> Option<&'static str> {
    let sign = text.trim().trim_end_matches('\u{fe0f}');
    if let Some(colour) = colour_of_sign(text) {
        return Some(colour);
    }
    if sign.chars().count() > 1 {
        return None;
    }
    if standing::is_bare(heading) && matches!(sign, "✓" | "✔" | "☑" | "✅" | "●" | "X" | "x") {
        return Some("Yes");
    }
    match heading::scores(heading).first() {
        Some((Field::Status | Field::Rating, _)) => {
            STATES.iter().find(|(known, _)| *known == sign).map(|(_, word)| *word)
        }
        None | Some((Field::Keep | Field::Themes, _)) => {
            matches!(sign, "✓" | "✔" | "☑" | "✅" | "X" | "x").then_some("Yes")
        }
        Some(_) => None,
    }
}

/// Whether a sign may say something by itself: an arrow, a cross, a face.
fn is_picture(sign: char) -> bool {
    matches!(sign, '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}

/// The row without cells that say nothing: a lone comma, a dot. A dash says that there is nothing, and is kept.
pub(super) fn without_stray_signs(row: &Row, headings: &[String], notes: &mut Notes) -> Row {
    let mut row = row.clone();
    for (column, cell) in row.cells.iter_mut().enumerate() {
        let heading = headings.get(column).map_or("", String::as_str);
        if let Some(word) = word_of_sign(&cell.text, heading) {
            word.clone_into(&mut cell.text);
        }
        let is_dash = matches!(cell.text.as_str(), "-" | "–" | "—");
        if cell.is_empty() || speaks(&cell.text) || is_dash {
            continue;
        }
        let says_how = matches!(heading::scores(heading).first(), Some((Field::Status | Field::Rating, _)));
        if says_how {
            let message =
                format!("`{heading}`: `{}` is no sign that is known; if it is a status, write it in words", cell.text);
            notes.look(&row.origin, message);
        } else if !heading.is_empty() && cell.text.chars().any(is_picture) {
            // An arrow or a cross may be all that a column says.
            notes.look(&row.origin, format!("`{heading}`: `{}` is kept as it is; write it in words", cell.text));
            continue;
        } else {
            notes.did(&row.origin, format!("left out stray signs in a cell: `{}`", cell.text));
        }
        cell.text.clear();
    }
    row
}

/// Drops page numbers and stray signs, and says so.
pub(super) fn is_page_number(block: &Block, notes: &mut Notes) -> bool {
    let (text, origin) = match block {
        Block::Heading(_, line) | Block::Text(line) => (line.text.clone(), &line.origin),
        Block::Row(row) if row.cells.iter().all(|cell| !speaks(&cell.text)) => {
            notes.did(&row.origin, format!("left out stray signs: `{}`", row.words()));
            return true;
        }
        Block::Row(row) if row.filled().count() == 1 => (row.words(), &row.origin),
        _ => return false,
    };
    if let Some(at) = text.to_lowercase().rfind("page ").filter(|at| *at > 0) {
        let ends = words(&text[at..]).iter().skip(1).all(|word| word == "of" || word.parse::<u16>().is_ok());
        let is_apart = text[..at].trim_end().ends_with(['|', '-', '–', '—', '·', ',']);
        if ends && is_apart && text.chars().count() < 100 {
            notes.did(origin, format!("left out the foot of a page: `{text}`"));
            return true;
        }
    }
    let spoken: Vec<String> =
        words(&text).into_iter().filter(|word| !matches!(word.as_str(), "page" | "of" | "p" | "pg")).collect();
    let is_number = spoken.iter().all(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number && spoken.len() <= 2 {
        notes.did(origin, format!("left out a page number: `{text}`"));
        return true;
    }
    false
}
