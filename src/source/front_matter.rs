//! A Markdown file in two parts: the YAML between two lines of `---`, and the text below.

/// Where the two parts of a Markdown file begin, in bytes of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FrontMatter<'t> {
    /// The YAML, without its `---` lines.
    pub(crate) yaml: &'t str,
    /// Where the YAML begins.
    pub(crate) yaml_start: usize,
    /// The Markdown below it.
    pub(crate) body: &'t str,
    /// Where the Markdown begins.
    pub(crate) body_start: usize,
}

/// Why a file could not be split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MissingLine {
    /// The first line is not `---`.
    Opening,
    /// There is no second `---` line.
    Closing,
}

impl<'t> FrontMatter<'t> {
    /// Splits a file. A byte-order mark before the first `---`, and Windows line ends, are fine.
    pub(crate) fn split(text: &'t str) -> Result<Self, MissingLine> {
        let mut lines = lines_with_offsets(text);
        let (_, first) = lines.next().ok_or(MissingLine::Opening)?;
        if first.trim_start_matches('\u{feff}').trim_end() != "---" {
            return Err(MissingLine::Opening);
        }
        let yaml_start = first.len();
        let (at, closing) = lines.find(|(_, line)| line.trim_end() == "---").ok_or(MissingLine::Closing)?;
        let body_start = at + closing.len();
        Ok(Self { yaml: &text[yaml_start..at], yaml_start, body: &text[body_start..], body_start })
    }
}

fn lines_with_offsets(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |offset, line| {
        let start = *offset;
        *offset += line.len();
        Some((start, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_keep_their_places_in_the_file() {
        let text = "\u{feff}---\r\ntitle: A\r\n---\r\n## Body\r\n";
        let parts = FrontMatter::split(text).expect("both lines are there");
        assert_eq!(parts.yaml, "title: A\r\n");
        assert_eq!(&text[parts.yaml_start..][..5], "title");
        assert_eq!(parts.body, "## Body\r\n");
        assert_eq!(&text[parts.body_start..][..2], "##");
    }

    #[test]
    fn a_missing_line_is_told_apart() {
        assert_eq!(FrontMatter::split("title: A\n"), Err(MissingLine::Opening));
        assert_eq!(FrontMatter::split("---\ntitle: A\n"), Err(MissingLine::Closing));
        assert_eq!(FrontMatter::split(""), Err(MissingLine::Opening));
    }
}
