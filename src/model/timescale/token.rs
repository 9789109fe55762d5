//! A timescale's text, cut into words, numbers and marks.

/// One word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Word { plain: String, written: String },
    Number(Figures),
    Mark(char),
}

/// A whole number with the count of its figures, since `5`, `05` and `2005`
/// mean different things in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figures {
    /// Zero where there are more than four figures, too many for a date.
    pub(super) value: i32,
    pub(super) count: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Token {
    kind: Kind,
    spaced: bool,
}

/// The tokens of a text. Positions past the end hold nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Tokens(Vec<Token>);

impl Tokens {
    /// Cuts a text. All dashes become `-` and all apostrophes `'`.
    pub(super) fn of(text: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = text.chars().peekable();
        let mut spaced = true;
        while let Some(first) = rest.next() {
            if first.is_whitespace() {
                spaced = true;
                continue;
            }
            let mut take = |wanted: fn(&char) -> bool| {
                let mut taken = String::from(first);
                while let Some(next) = rest.next_if(wanted) {
                    taken.push(next);
                }
                taken
            };
            let kind = if first.is_ascii_digit() {
                Kind::Number(Figures::of(&take(char::is_ascii_digit)))
            } else if first.is_alphabetic() {
                let written = take(|letter| letter.is_alphabetic());
                Kind::Word { plain: written.to_lowercase(), written }
            } else {
                Kind::Mark(plain_mark(first))
            };
            tokens.push(Token { kind, spaced });
            spaced = false;
        }
        Self(tokens)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The word at a position, in lower case.
    pub(super) fn word(&self, at: usize) -> Option<&str> {
        match &self.0.get(at)?.kind {
            Kind::Word { plain, .. } => Some(plain),
            _ => None,
        }
    }

    /// The word at a position, as it was written.
    pub(super) fn written(&self, at: usize) -> Option<&str> {
        match &self.0.get(at)?.kind {
            Kind::Word { written, .. } => Some(written),
            _ => None,
        }
    }

    pub(super) fn number(&self, at: usize) -> Option<Figures> {
        match self.0.get(at)?.kind {
            Kind::Number(figures) => Some(figures),
            _ => None,
        }
    }

    /// The number at a position where it has one or two figures.
    pub(super) fn short_number(&self, at: usize) -> Option<i32> {
        let figures = self.number(at)?;
        (figures.count <= 2).then_some(figures.value)
    }

    /// The number at a position where it has up to four figures.
    pub(super) fn small(&self, at: usize) -> Option<i16> {
        i16::try_from(self.number(at)?.value).ok()
    }

    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.0.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(super) fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.contains(&word))
    }

    pub(super) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(&mark))
    }

    /// Whether the token at a position stands close to the one before it.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether the tokens after the first of a stretch stand close together.
    pub(super) fn are_joined(&self, from: usize, count: usize) -> bool {
        (from + 1..from + count).all(|at| self.is_joined(at))
    }
}

impl Figures {
    fn of(digits: &str) -> Self {
        Self { value: if digits.len() <= 4 { digits.parse().unwrap_or(0) } else { 0 }, count: digits.len() }
    }
}

fn plain_mark(mark: char) -> char {
    match mark {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Figures, Tokens};

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        let tokens = Tokens::of("By Sept’23 – 005");
        assert_eq!(tokens.len(), 6);
        assert_eq!(tokens.word(0), Some("by"));
        assert_eq!(tokens.written(1), Some("Sept"));
        assert_eq!(tokens.mark(2), Some('\''));
        assert!(tokens.is_joined(3) && !tokens.is_joined(1));
        assert_eq!(tokens.mark(4), Some('-'));
        assert_eq!(tokens.number(5), Some(Figures { value: 5, count: 3 }));
        assert_eq!(tokens.short_number(5), None);
        assert_eq!(tokens.word(6), None);
    }
}
