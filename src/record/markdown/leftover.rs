//! Markdown that readers see as signs: `[the guide][guide]` without its address, `##Heading`, `** bold**`.
//!
//! What the parser gives as text is looked at, so that code, links and what is escaped with `\` are left alone.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Place;
use crate::diagnostic::Report;

/// Stands for each byte that is no text, so that places stay what they are.
const NO_TEXT: u8 = 0;

/// The text of a Markdown text, each byte at its own place.
pub(super) struct Leftover {
    /// None where no sign is in the whole text, which is true of most.
    text: Option<Vec<u8>>,
    in_code: bool,
}

/// What was found: where, what it is, and what to do.
struct Found {
    range: Range<usize>,
    message: String,
    help: &'static str,
}

impl Found {
    fn new(range: Range<usize>, message: impl Into<String>, help: &'static str) -> Self {
        Self { range, message: message.into(), help }
    }
}

impl Leftover {
    pub(super) fn new(markdown: &str) -> Self {
        let signs = ["][", "](", "] (", "[^", "##", "**", "__", "{{", "{%", "|", "[toc", "[TOC", "[[", ":::"];
        let any = signs.iter().any(|sign| markdown.contains(sign));
        Self { text: any.then(|| vec![NO_TEXT; markdown.len()]), in_code: false }
    }

    /// Takes the text of an event.
    pub(super) fn take(&mut self, event: &Event<'_>, range: &Range<usize>, markdown: &str) {
        let Some(text) = &mut self.text else { return };
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.in_code = true,
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::Text(_) if !self.in_code => {
                let from = range.start + usize::from(markdown[..range.start].ends_with('\\'));
                if let (Some(to), Some(from)) =
                    (text.get_mut(from..range.end), markdown.as_bytes().get(from..range.end))
                {
                    to.copy_from_slice(from);
                }
            }
            _ => {}
        }
    }

    /// Warns of all that was found.
    pub(super) fn report(self, markdown: &str, place: &Place<'_>, field: &str, report: &Report) {
        let Some(text) = self.text else { return };
        let mut table = false;
        let mut from = 0;
        for line in markdown.split_inclusive('\n') {
            let range = from..from + line.len();
            from = range.end;
            let bytes = &text[range.clone()];
            let next = markdown[range.end..].split_inclusive('\n').next().map_or(0, str::len);
            let row = has_bar(bytes);
            let first_row = row && !table && has_bar(&text[range.end..range.end + next]);
            table = row && (table || first_row);
            let of_table = first_row.then(|| Found::new(0..line.trim_end().len(), NO_DASHES.0, NO_DASHES.1));
            for found in of_table.into_iter().chain(in_line(bytes, line)) {
                let at = range.start + found.range.start..range.start + found.range.end;
                report.warning(field, place.span(at), found.message, found.help);
            }
        }
    }
}

const NO_DASHES: (&str, &str) = (
    "these lines have `|` between their words and are shown as they are: a table needs a line of dashes below its first",
    "write a line such as `| --- | --- |` between the headings and the first row",
);

fn has_bar(text: &[u8]) -> bool {
    let letters = |side: &[u8]| side.iter().any(u8::is_ascii_alphanumeric);
    text.iter().position(|&byte| byte == b'|').is_some_and(|at| letters(&text[..at]) || letters(&text[at + 1..]))
}

/// What one line shows that it should not. `text` is the part of `line` that is text.
fn in_line(text: &[u8], line: &str) -> impl Iterator<Item = Found> {
    let finders = [heading, reference, note, spaced_link, open_link, emphasis, shortcode, contents, fence];
    finders.into_iter().filter_map(move |find| find(text, line)).collect::<Vec<_>>().into_iter()
}

fn position(text: &[u8], wanted: &str) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted.as_bytes())
}

/// `##Heading`.
fn heading(text: &[u8], line: &str) -> Option<Found> {
    let at = text.iter().position(|byte| !matches!(byte, &NO_TEXT | b' '))?;
    let level = text[at..].iter().take_while(|&&byte| byte == b'#').count();
    let is_first = line[..at].trim().is_empty();
    let words = text[at + level..].first().is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii());
    let message = "a heading needs a space after its `#`: this is shown as ordinary text";
    (is_first && (2..=6).contains(&level) && words)
        .then(|| Found::new(at..line.trim_end().len(), message, "write a space between the `#` and the words"))
}

/// `[the guide][guide]` for which there is no line `[guide]: …`.
fn reference(text: &[u8], line: &str) -> Option<Found> {
    let middle = position(text, "][")?;
    let from = text[..middle].iter().rposition(|&byte| byte == b'[')?;
    let to = middle + 2 + text[middle + 2..].iter().position(|&byte| byte == b']')?;
    let (words, name) = (line.get(from + 1..middle)?, line.get(middle + 2..to)?);
    let is_number = |text: &str| text.chars().all(|letter| letter.is_ascii_digit() || letter == '^');
    let name = if name.is_empty() { words } else { name };
    let message = format!("readers see these brackets: no line says where `[{name}]` leads");
    let help = "write the address after the words: `[our courses](../pages/courses.md)`";
    (!words.is_empty() && !is_number(words)).then(|| Found::new(from..to + 1, message, help))
}

/// `[^1]` without its note.
fn note(text: &[u8], line: &str) -> Option<Found> {
    let from = position(text, "[^")?;
    let to = from + text[from..].iter().position(|&byte| byte == b']')?;
    let name = line.get(from + 2..to).filter(|name| !name.is_empty() && !name.contains(' '))?;
    let message = format!("there is no note `[^{name}]`, so readers see these characters");
    let help = "add the note on a line of its own: `[^1]: where this is from`; or delete the mark";
    Some(Found::new(from..to + 1, message, help))
}

/// `[words] (../page.md)`.
fn spaced_link(text: &[u8], line: &str) -> Option<Found> {
    let middle = position(text, "] (")?;
    let from = text[..middle].iter().rposition(|&byte| byte == b'[')?;
    let to = middle + 3 + text[middle + 3..].iter().position(|&byte| byte == b')')?;
    let address = line.get(middle + 3..to)?;
    let starts = ["../", "./", "/", "http:", "https:", "mailto:", "tel:"];
    let ends = [".md", ".yaml", ".pdf", ".html"];
    let is_address =
        starts.iter().any(|start| address.starts_with(start)) || ends.iter().any(|end| address.ends_with(end));
    let help = "delete the space between `]` and `(`";
    (is_address && !address.contains(' ')).then(|| {
        Found::new(from..to + 1, "this is not a link: there is a space between its words and its address", help)
    })
}

/// `[words](address` that is never closed, or has spaces in it.
fn open_link(text: &[u8], line: &str) -> Option<Found> {
    let middle = position(text, "](")?;
    let from = text[..middle].iter().rposition(|&byte| byte == b'[')?;
    let message = "this is not a link: its address has a space in it, or no `)` after it";
    let help = "write `[words](address)`; put an address with spaces between `<` and `>`";
    Some(Found::new(from..line.trim_end().len(), message, help))
}

/// `** bold**`.
fn emphasis(text: &[u8], _: &str) -> Option<Found> {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    let mut from = 0;
    for run in text.chunk_by(|one, next| one == next) {
        let range = from..from + run.len();
        from = range.end;
        let beside = is_word(range.start.checked_sub(1).and_then(|at| text.get(at))) || is_word(text.get(range.end));
        if beside && matches!(run, b"**" | b"__") {
            let sign = char::from(run[0]);
            let message = format!("these `{sign}{sign}` are shown as they are: they do not begin or end bold text");
            let help = "write `**` right before the first and right after the last letter, with no space between";
            return Some(Found::new(range, message, help));
        }
    }
    None
}

/// `{{ … }}` and `{% … %}`, which other programs replace.
fn shortcode(text: &[u8], line: &str) -> Option<Found> {
    [("{{", "}}"), ("{%", "%}")].iter().find_map(|(open, close)| {
        let from = position(text, open)?;
        let to = from + position(&text[from..], close)? + close.len();
        let shown: String = line.get(from..to)?.chars().take(40).collect();
        let message = format!("`{shown}` is shown as it is: nothing is filled in here");
        Some(Found::new(from..to, message, "write the words themselves"))
    })
}

/// `[toc]`, `[[_TOC_]]` and `[[page]]`, which other programs make into links.
fn contents(text: &[u8], line: &str) -> Option<Found> {
    let from = position(text, "[[").or_else(|| position(text, "[toc]")).or_else(|| position(text, "[TOC]"))?;
    let length = text[from..].iter().rposition(|&byte| byte == b']')? + 1;
    let shown = line.get(from..from + length)?;
    let help = if shown.to_lowercase().contains("toc") {
        "delete it: a long page lists its own headings"
    } else {
        "write the words and the file: `[our courses](../pages/courses.md)`"
    };
    Some(Found::new(from..from + length, format!("`{shown}` is shown as it is: it makes no link"), help))
}

/// `::: note`, which other programs make into a box.
fn fence(text: &[u8], line: &str) -> Option<Found> {
    let from = position(text, ":::")?;
    let is_first = line[..from].trim().is_empty();
    let help = "delete the line; begin what stands out with `>`, or give it a heading";
    is_first.then(|| Found::new(from..line.trim_end().len(), "this line is shown as it is: it makes no box", help))
}

#[cfg(test)]
mod tests {
    use super::super::{body, read};
    use super::*;
    use crate::diagnostic::Span;

    fn found(markdown: &str) -> Vec<(String, String)> {
        let report = Report::new("content/pages/a.md".into(), "page", markdown.as_bytes().into());
        let _ = body(markdown, 0, &report);
        let problems = report.into_problems();
        let part = |span: Span| markdown[span.range()].to_owned();
        problems.into_iter().map(|one| (part(one.span.expect("a place")), one.message)).collect()
    }

    #[test]
    fn finds_signs_that_readers_would_see() {
        for (text, part) in [
            ("See [the guide][guide].", "[the guide][guide]"),
            ("See [the guide][].", "[the guide][]"),
            ("Text[^1].", "[^1]"),
            ("Text.\n\n##Heading\n", "##Heading"),
            ("- [a] (../services/a.md)", "[a] (../services/a.md)"),
            ("[a](../services/my a", "[a](../services/my a"),
            ("This is ** bold** text", "**"),
            ("This is **bold ** text", "**"),
            ("This is **bold text", "**"),
            ("Call {{ site.phone }} now", "{{ site.phone }}"),
            ("{% include x %}", "{% include x %}"),
            ("[toc]", "[toc]"),
            ("[[_TOC_]]", "[[_TOC_]]"),
            ("See [[our courses]].", "[[our courses]]"),
            ("::: warning", "::: warning"),
            ("When | Where\nMonday | Library\nTuesday | Hall", "When | Where"),
        ] {
            let found = found(text);
            assert_eq!(found.iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), [part], "{text}: {found:?}");
        }
    }

    #[test]
    fn leaves_what_is_meant_alone() {
        for text in [
            "`[a][b]`, `** x**` and `{{ x }}`",
            "```\n##x\na | b\nc | d\n{{ x }}\n```",
            "    ##x\n    [a] (../b.md)",
            "See [the guide][guide].\n\n[guide]: https://example.org/",
            "Text[^1].\n\n[^1]: Source.",
            "\\[a\\]\\[b\\] and \\*\\* x\\*\\* and \\##x",
            "**bold** and *this* and __that__",
            "## Heading\n\n#16days and # 5",
            "| a | b |\n| --- | --- |\n| c | d |",
            "Home | About",
            "Sources [1][2] and [see below] (page 3)",
            "Name: ____\n\n2 * 3 ** and ****",
            "- [ ] to do\n- [x] done",
            "Use {braces} and {this: that}",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_field_is_looked_at_like_a_body() {
        let yaml = "aim: \"a ** b** c\"";
        let report = Report::new("content/plans/a.yaml".into(), "plan", yaml.as_bytes().into());
        let span = Span::new(5, yaml.len());
        let place = Place::Within { span, read: "a ** b** c", written: &yaml[5..] };
        let _ = read("a ** b** c", &place, "aim", &report);
        assert_eq!(report.into_problems()[0].code, "plan/aim");
    }
}
