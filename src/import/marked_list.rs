//! Lists inside a cell: bullets, numbers, `<br>`, ` | `, or a line each.

/// A cell's text, cut at the marks of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct MarkedList {
    /// What stands before the first item: "We will:".
    pub(crate) intro: String,
    /// The items without their marks; the whole text where there is no list.
    pub(crate) items: Vec<String>,
    /// Whether the items had marks, and are not only lines.
    pub(crate) marked: bool,
}

/// What stands before an item and is no word of it. The last ones are letters of the font with which Word draws
/// bullets.
const BULLETS: [char; 21] = [
    '•', '▪', '◦', '●', '‣', '⁃', '∙', '■', '□', '○', '➢', '➤', '►', '✓', '✔', '❖', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
    '\u{f0fc}', '\u{25c6}',
];
/// Signs that are bullets only where a line begins with one.
const DASHES: [char; 5] = ['-', '–', '—', '*', '·'];

/// A line that ends in one of these goes on in the next.
const OPEN_ENDS: &[&str] = &[
    "the", "of", "and", "or", "with", "to", "for", "by", "in", "a", "an", "on", "at", "from", "as", "that", "which",
    "their", "our", "is", "are", "&",
];

impl MarkedList {
    /// Cuts a text into its items.
    pub(crate) fn of(text: &str) -> Self {
        let text = with_lines(text);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.len() < 2 {
            let whole = lines.first().copied().unwrap_or_default();
            let bare = bullet_end(whole).map_or(whole, |end| whole[end..].trim());
            return Self { intro: String::new(), items: vec![bare.to_owned()], marked: false };
        }
        let numbered = has_numbers(&lines);
        let mark = |line: &str| bullet_end(line).or_else(|| number_end(line).filter(|_| numbered));
        let mut list = Self { marked: lines.iter().any(|line| mark(line).is_some()), ..Self::default() };
        for line in lines {
            match mark(line) {
                Some(end) => list.items.push(line[end..].trim().to_owned()),
                None if list.marked && list.items.is_empty() => join(&mut list.intro, line),
                None => match list.items.last_mut().filter(|above| goes_on(above, line)) {
                    Some(above) => join(above, line),
                    None => list.items.push(line.to_owned()),
                },
            }
        }
        list.items.retain(|item| !item.is_empty());
        list.opened_by_a_colon()
    }

    /// The first of several lines is no item where it announces the others.
    fn opened_by_a_colon(mut self) -> Self {
        if !self.marked && self.items.len() > 2 && self.items[0].ends_with(':') {
            self.intro = self.items.remove(0);
        }
        self
    }

    /// Also cut at semicolons, where each part is short and no sentence ends inside.
    pub(crate) fn with_semicolons(self) -> Self {
        let [text] = self.items.as_slice() else { return self };
        let parts: Vec<&str> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
        let sound = |part: &&str| part.chars().count() <= 90 && !part.contains(". ") && part.chars().count() > 2;
        if parts.len() < 2 || !parts.iter().all(sound) {
            return self;
        }
        Self { items: parts.into_iter().map(str::to_owned).collect(), ..self }
    }

    /// A line without its mark: `a) Map the offer` is `Map the offer`.
    pub(crate) fn unmarked(line: &str) -> &str {
        let end = bullet_end(line).or_else(|| number_end(line).filter(|_| !line.starts_with(char::is_uppercase)));
        end.map_or(line, |end| line[end..].trim())
    }

    pub(crate) fn is_list(&self) -> bool {
        self.items.len() > 1
    }
}

/// Whether a line is the rest of the one above.
pub(crate) fn goes_on(above: &str, line: &str) -> bool {
    let last = above.split_whitespace().next_back().unwrap_or_default();
    // `1.2 The public know` begins something, whatever stands above it.
    let is_numbered = crate::import::label::numbered(line).is_some_and(|(number, _)| number.contains('.'));
    if is_numbered {
        return false;
    }
    let is_open = OPEN_ENDS.contains(&last) || above.ends_with([',', '/', '(']) || above.ends_with(" -");
    is_open || line.chars().next().is_some_and(char::is_lowercase)
}

fn join(above: &mut String, line: &str) {
    if !above.is_empty() {
        above.push(' ');
    }
    above.push_str(line);
}

/// The text with every item on a line of its own.
fn with_lines(text: &str) -> String {
    let mut text = without_tags(text);
    if text.contains(" | ") {
        text = text.replace(" | ", "\n");
    }
    let inline = text.chars().filter(|letter| BULLETS.contains(letter)).count();
    if inline > 0 {
        let mut cut = String::with_capacity(text.len() + inline);
        for letter in text.chars() {
            if BULLETS.contains(&letter) && !cut.is_empty() && !cut.ends_with('\n') {
                cut.push('\n');
            }
            cut.push(letter);
            if BULLETS.contains(&letter) {
                cut.push(' ');
            }
        }
        text = cut;
    }
    if text.contains('\n') { text } else { numbered_lines(&text) }
}

/// The text without the tags of a page that it was copied from.
fn without_tags(text: &str) -> String {
    let tags = ["<p>", "</p>", "<br>", "<br/>", "<br />", "</li>", "<ul>", "</ul>", "<ol>", "</ol>", "<div>", "</div>"];
    let lower = text.to_ascii_lowercase();
    if !lower.contains("<li") && !tags.iter().any(|tag| lower.contains(tag)) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    'next: while let Some(letter) = rest.chars().next() {
        let lower = rest.get(..rest.len().min(6)).map(str::to_ascii_lowercase).unwrap_or_default();
        for tag in tags.iter().chain(&["<li>"]) {
            if lower.starts_with(tag) {
                plain.push_str(if *tag == "<li>" { "\n• " } else { "\n" });
                rest = &rest[tag.len()..];
                continue 'next;
            }
        }
        plain.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    plain.replace("&amp;", "&").replace("&nbsp;", " ")
}

/// A line such as `1. Agree 2. Sign 3. Open`, an item a line.
fn numbered_lines(text: &str) -> String {
    let mut cuts = Vec::new();
    let mut wanted = 1;
    for (at, _) in text.char_indices().filter(|(at, _)| *at == 0 || text[..*at].ends_with(' ')) {
        let number = [format!("{wanted}."), format!("{wanted})"), format!("({wanted})")];
        let letter = char::from(b'a' + u8::try_from((wanted - 1) % 26).expect("it is below 26"));
        let letters = [format!("{letter})"), format!("({letter})")];
        let rest = &text[at..];
        let found = number.iter().chain(&letters).find(|mark| rest.strip_prefix(mark.as_str()).is_some_and(opens));
        if found.is_some() && (wanted > 1 || at == 0 || text[..at].trim_end().ends_with([':', '-', '–'])) {
            cuts.push(at);
            wanted += 1;
        }
    }
    if cuts.len() < 2 {
        return text.to_owned();
    }
    let mut lines = vec![&text[..cuts[0]]];
    let ends = cuts.iter().skip(1).copied().chain([text.len()]);
    lines.extend(cuts.iter().zip(ends).map(|(from, to)| &text[*from..to]));
    lines.join("\n")
}

fn opens(rest: &str) -> bool {
    rest.starts_with(' ')
}

/// Where the words of a line begin that has a bullet.
fn bullet_end(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    if BULLETS.contains(&first) || DASHES.contains(&first) && rest.starts_with(' ') {
        return Some(first.len_utf8());
    }
    // The letter o is the bullet of a list inside a list.
    let is_letter = first == 'o' && rest.starts_with(char::is_whitespace);
    let upper = rest.trim_start().chars().next().is_some_and(char::is_uppercase);
    (is_letter && upper).then_some(1)
}

/// Where the words of a line begin that has a number or letter before them.
fn number_end(line: &str) -> Option<usize> {
    let open = usize::from(line.starts_with('('));
    let inside = &line[open..];
    let end = inside.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let word = &inside[..end];
    let is_number = !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = !word.is_empty() && word.len() <= 4 && word.chars().all(|letter| "ivxIVX".contains(letter));
    let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mark = inside[end..].chars().next().filter(|mark| matches!(mark, '.' | ')'))?;
    let after = &inside[end + mark.len_utf8()..];
    let spaced = after.starts_with(' ');
    ((is_number || is_roman || is_letter) && spaced).then_some(open + end + 1)
}

/// Whether the numbers before lines count up, so that they are marks and not words: one year would not.
fn has_numbers(lines: &[&str]) -> bool {
    let firsts = lines.iter().filter(|line| number_end(line).is_some());
    let starts = |line: &&&str| {
        let word = line.trim_start_matches('(').to_ascii_lowercase();
        word.starts_with("1.")
            || word.starts_with("1)")
            || word.starts_with(['a', 'i']) && word[1..].starts_with([')', '.'])
    };
    let marked: Vec<_> = firsts.collect();
    marked.len() > 1 && marked.first().is_some_and(starts)
}

#[cfg(test)]
mod tests;
