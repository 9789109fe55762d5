//! The neutral form of every kind of file: headings, paragraphs and rows of cells, each knowing where it stood.

use super::kept::Kept;
use super::origin::{Origin, Unit};
pub(crate) use crate::model::plain_words::words;

/// A part of a file, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A sheet begins.
    Sheet(String),
    /// A sheet begins that nobody sees who opens the file. Only `hidden` meets this and the next two.
    HiddenSheet(String),
    /// The columns, counted from 0, that nobody sees in the rows that follow.
    HiddenColumns(Vec<usize>),
    /// What a heading or paragraph holds beside the words that it shows.
    Aside(Words, Origin),
    /// A heading, by its style or its marks; the lower its level, the more it stands above.
    Heading(u8, Line),
    /// A paragraph.
    Text(Line),
    /// A table begins.
    Table,
    /// A row of a table.
    Row(Row),
    /// Nothing: an empty line or row, or the end of a table. A page may have ended here.
    Gap,
}

impl Block {
    /// The row, if it is one.
    pub(crate) fn row(&self) -> Option<&Row> {
        match self {
            Self::Row(row) => Some(row),
            _ => None,
        }
    }
}

/// A heading or paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) origin: Origin,
    /// Whether nobody sees it who opens the file.
    pub(crate) is_hidden: bool,
    /// Whether all that it says is struck through.
    pub(crate) is_struck: bool,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cell {
    /// Its text; that of the cell above where the two are merged.
    pub(crate) text: String,
    /// Whether it is merged with the cell above.
    pub(crate) from_above: bool,
    /// How many more columns it covers to its right.
    pub(crate) covers: usize,
    /// The colour that fills it, where it is one that ratings have: `red`, `amber`, `green`, `blue`.
    pub(crate) colour: Option<&'static str>,
    /// Whether a colour fills it that is as strong and is no rating's.
    pub(crate) is_oddly_filled: bool,
    /// Words in it that nobody sees who opens the file.
    pub(crate) hidden: String,
    /// Words in it that are struck through.
    pub(crate) struck: String,
    /// Whether something of it was left out, so that its text is not all that it says.
    pub(crate) is_partial: bool,
    /// Where its words are that are kept and not published.
    pub(crate) kept: Vec<Kept>,
}

/// Words as a file shows them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Words {
    /// What anyone reads who opens the file.
    pub(crate) shown: String,
    /// What nobody sees.
    pub(crate) hidden: String,
    /// What is struck through.
    pub(crate) struck: String,
}

/// How a file shows words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Shown,
    Hidden,
    Struck,
}

impl Words {
    pub(crate) fn push(&mut self, look: Look, text: &str) {
        match look {
            Look::Shown => self.shown.push_str(text),
            Look::Hidden => self.hidden.push_str(text),
            Look::Struck => self.struck.push_str(text),
        }
    }

    /// Whether something is not shown, or is struck through.
    pub(crate) fn has_aside(&self) -> bool {
        !self.hidden.trim().is_empty() || !self.struck.trim().is_empty()
    }

    /// Puts the words of a further paragraph below.
    pub(crate) fn add_line(&mut self, line: &Self) {
        let is_gone = line.shown.trim().is_empty() && line.has_aside();
        for (text, more) in [(&mut self.hidden, &line.hidden), (&mut self.struck, &line.struck)] {
            if !more.trim().is_empty() {
                text.push_str(if text.is_empty() { "" } else { "\n" });
                text.push_str(more);
            }
        }
        if !is_gone {
            self.shown.push_str(&line.shown);
            self.shown.push('\n');
        }
    }

    /// What is shown, tidied. Where words in the middle are gone, so is the space that stood beside them.
    pub(crate) fn text(&self) -> String {
        let text = tidy(&self.shown);
        if !self.has_aside() {
            return text;
        }
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n")
    }
}

impl Cell {
    pub(crate) fn from_words(words: &Words) -> Self {
        let (hidden, struck) = (tidy(&words.hidden), tidy(&words.struck));
        Self { text: words.text(), hidden, struck, ..Self::default() }
    }

    pub(crate) fn of(text: &str) -> Self {
        Self { text: tidy(text), ..Self::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the row itself says something here, and does not share a cell with the row above.
    pub(crate) fn is_own(&self) -> bool {
        !self.text.is_empty() && !self.from_above
    }
}

impl Row {
    /// The cells with something in them, by their column.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.is_own())
    }

    /// Whether it says anything at all, seen or unseen.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty() && cell.hidden.is_empty() && cell.struck.is_empty())
    }

    /// Whether its cells stand under the columns that they belong to. A line of text may have lost or gained some.
    pub(crate) fn fits(&self, width: usize) -> bool {
        self.origin.unit != Unit::Line || self.cells.len() == width
    }

    /// The row's words, for the report.
    pub(crate) fn words(&self) -> String {
        let cells = self.filled().map(|(_, cell)| cell.text.replace('\n', " / "));
        cells.collect::<Vec<_>>().join(" | ")
    }
}

/// Text without the marks that only move it about: a byte order mark, soft hyphens, spaces at the ends of lines, and
/// empty lines at its ends. Tabs become spaces; other spaces inside are kept.
pub(crate) fn tidy(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\r' | '\u{feff}' | '\u{ad}' | '\u{200b}' => {}
            '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}' => plain.push('\n'),
            '\t' | '\u{a0}' | '\u{202f}' => plain.push(' '),
            letter if letter.is_control() && letter != '\n' => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    let lines: Vec<&str> = plain.lines().map(str::trim).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Whether a text says anything: a letter, a digit, or a mark for "done".
pub(crate) fn speaks(text: &str) -> bool {
    text.chars().any(|letter| {
        letter.is_alphabetic() || letter.is_ascii_digit() || "✓✔☑✗✘£€$%🟢🟩🟡🟨🟠🟧🔴🟥🔵🟦".contains(letter)
    }) || is_ditto_mark(text)
}

/// A mark that stands for what is above.
pub(crate) fn is_ditto_mark(text: &str) -> bool {
    matches!(text.trim(), "\"" | "''" | "〃" | "”" | "“" | "``")
}

/// Whether words, as [`words`] has them with a space between, begin with those of a phrase.
pub(crate) fn begins_with(spoken: &str, phrase: &str) -> bool {
    spoken.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
