//! Finding the bracket or quote that was left open.

/// Where the first value begins whose bracket or quote is not closed before the next field, or at all.
pub(super) fn first(yaml: &str) -> Option<usize> {
    let mut lines = Lines { yaml, at: 0 };
    while let Some((start, line)) = lines.next() {
        let value = value_offset(line);
        let text = &line[value..];
        match text.chars().next() {
            Some('[' | '{' | '"' | '\'') => {
                let end = end_of_value(yaml, start + value, indent(line));
                lines.at = end.map_or(lines.at, |end| next_line(yaml, end));
                if end.is_none() {
                    return Some(start + value);
                }
            }
            Some('|' | '>') => lines.skip_deeper(indent(line)),
            _ => {}
        }
    }
    None
}

/// The lines of a text with the offset of each.
struct Lines<'t> {
    yaml: &'t str,
    at: usize,
}

impl<'t> Lines<'t> {
    fn next(&mut self) -> Option<(usize, &'t str)> {
        let rest = self.yaml.get(self.at..).filter(|rest| !rest.is_empty())?;
        let line = rest.split_inclusive('\n').next()?;
        let start = self.at;
        self.at += line.len();
        Some((start, line.trim_end()))
    }

    /// Passes over the lines of a text written below its field.
    fn skip_deeper(&mut self, than: usize) {
        loop {
            let before = self.at;
            match self.next() {
                Some((_, line)) if line.is_empty() || indent(line) > than => {}
                _ => {
                    self.at = before;
                    return;
                }
            }
        }
    }
}

fn next_line(yaml: &str, from: usize) -> usize {
    yaml[from..].find('\n').map_or(yaml.len(), |newline| from + newline + 1)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Where the value of a line begins: behind its dashes and its field's name.
pub(super) fn value_offset(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some(item) = rest.strip_prefix("- ") {
        rest = item.trim_start();
    }
    let value =
        if rest.starts_with(['[', '{', '"', '\'']) { rest } else { after_name(rest).unwrap_or("").trim_start() };
    line.len() - value.len()
}

/// What follows `name: `.
fn after_name(text: &str) -> Option<&str> {
    let (name, value) = text.split_once(": ")?;
    (!name.contains(['#', '"', '\''])).then_some(value)
}

/// The end of the value that begins with a bracket or quote; none where a field comes first, or nothing.
fn end_of_value(yaml: &str, start: usize, indent_of_value: usize) -> Option<usize> {
    let mut open: Vec<char> = Vec::new();
    let mut quote: Option<char> = None;
    let mut before = ':';
    let mut letters = yaml[start..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match (quote, letter) {
            (_, '\n') => {
                if is_field(&yaml[start + at + 1..], indent_of_value) {
                    return None;
                }
                continue;
            }
            (Some('"'), '\\') => {
                letters.next();
            }
            (Some('\''), '\'') if letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                letters.next();
            }
            (Some(mark), _) if letter == mark => quote = None,
            (None, '"' | '\'') if matches!(before, ':' | ',' | '[' | '{') => quote = Some(letter),
            (None, '[' | '{') => open.push(letter),
            (None, ']' | '}') => {
                open.pop();
            }
            (_, _) => {}
        }
        if quote.is_none() && open.is_empty() {
            return Some(start + at);
        }
        if !letter.is_whitespace() {
            before = letter;
        }
    }
    None
}

/// Whether the text goes on with a field or an item that is not deeper than `indent_of_value`.
fn is_field(text: &str, indent_of_value: usize) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let name = line.trim_start();
    let simple = |name: &str| {
        name.split_once(':').is_some_and(|(name, rest)| {
            let letters = name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
            !name.is_empty() && letters && (rest.is_empty() || rest.starts_with(' '))
        })
    };
    indent(line) <= indent_of_value && (name.starts_with("- ") || simple(name.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn what_is_closed_is_not_open() {
        for yaml in [
            "a: [b, \"c]\", 'it''s ]']\nd: {e: [f]}\n",
            "a: [\n  b,\n]\nc: d\n",
            "a: \"b\n  c: [\"\nd: 'e'\n",
            "- 'a'\n- {b: c}\n",
            "a: |\n  [not open\n  \"nor this\nb: c\n",
            "a: it's [fine\n",
        ] {
            assert_eq!(first(yaml), None, "{yaml}");
        }
    }

    #[test]
    fn what_is_left_open_is_told_from_its_first_letter() {
        assert_eq!(first("a: [b\nc: d\n"), Some(3));
        assert_eq!(first("a: b\nc: {d: e\n"), Some(8));
        assert_eq!(first("a:\n  - \"b\n  - c\n"), Some(7));
        assert_eq!(first("a: 'it's\nb: c'\n"), None);
    }
}
