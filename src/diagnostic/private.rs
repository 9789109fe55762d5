//! Which lines of a file must never be shown: those of its `private:` blocks.
//!
//! This looks at the bare text, so it works for files that are too broken to be read as YAML. It errs on the
//! side of hiding: a line that might hold a private value is not quoted.

/// For each line of `text`, whether it may hold a private value.
pub(super) fn hidden_lines(text: &str) -> Vec<bool> {
    let mut hidden = Vec::new();
    let mut block: Option<usize> = None;
    let mut brackets = 0_usize;
    for line in text.lines() {
        let inside = brackets > 0 || block.is_some_and(|column| !ends_block(line, column));
        if !inside {
            block = None;
        }
        let key = private_key(line);
        if let Some(column) = key.filter(|_| !inside) {
            block = Some(column);
        }
        if let Some(column) = key.filter(|_| brackets == 0) {
            // A key within braces is private until they are closed, for its value may run on.
            let braces = line[..column].contains('{');
            brackets = open_brackets(if braces { line } else { &line[column..] });
        } else if brackets > 0 {
            let opened = brackets + line.matches(['{', '[']).count();
            brackets = opened.saturating_sub(line.matches(['}', ']']).count());
        }
        hidden.push(inside || key.is_some());
    }
    hidden
}

/// Whether a line stands behind the block of a key at `column`: the next field or item, or the end of the front
/// matter. A line that is none of them may be the rest of a private value.
fn ends_block(line: &str, column: usize) -> bool {
    let text = line.trim_start_matches([' ', '\t']);
    let indent = line.len() - text.len();
    let text = text.trim_end();
    let name = |text: &str| {
        let name = text.split_once(':').map(|(name, _)| name.trim_matches(['"', '\'']));
        name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
    };
    let is_item = text.starts_with("- ") && indent < column;
    indent <= column && (is_item || text == "---" || name(text))
}

/// How many brackets a line leaves open.
fn open_brackets(line: &str) -> usize {
    line.matches(['{', '[']).count().saturating_sub(line.matches(['}', ']']).count())
}

/// The column at which the line has `private` or `person` as a key, bare or quoted. A person's name may be one
/// that the plan does not publish.
fn private_key(line: &str) -> Option<usize> {
    let line = line.to_ascii_lowercase();
    ["private", "person"].iter().find_map(|key| key_column(&line, key))
}

fn key_column(line: &str, key: &str) -> Option<usize> {
    line.match_indices(key).map(|(at, _)| at).find(|&at| {
        let before = line[..at].trim_end_matches(['"', '\'']);
        let after = line[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        let starts = before.trim_end().is_empty() || before.trim_end().ends_with(['-', '{', '[', ',', '?']);
        starts && after.starts_with(':')
    })
}

#[cfg(test)]
mod tests {
    use super::hidden_lines;

    #[test]
    fn a_block_is_hidden_to_its_end() {
        let text = "title: x\nprivate:\n  address: 1 Secret Street\n\n  note: y\nsummary: z\n";
        assert_eq!(hidden_lines(text), [false, true, true, true, true, false]);
    }

    #[test]
    fn a_block_in_a_list_is_hidden() {
        let text = "leads:\n  - role: lead\n    private:\n      person: secret\n  - role: other\n";
        assert_eq!(hidden_lines(text), [false, false, true, true, false]);
    }

    #[test]
    fn braces_are_hidden_to_the_closing_one() {
        let text = "a: {b: 1, private: {c: secret,\nd: secret}}\ne: f\n";
        assert_eq!(hidden_lines(text), [true, true, false]);
    }

    #[test]
    fn a_list_as_deep_as_the_key_is_hidden() {
        let text = "private:\n- secret\n- secret\ntitle: x\n";
        assert_eq!(hidden_lines(text), [true, true, true, false]);
        let text = "- title: x\n  private:\n  - secret\n- title: y\n";
        assert_eq!(hidden_lines(text), [false, true, true, false]);
    }

    #[test]
    fn the_rest_of_a_broken_value_is_hidden() {
        let text = "private: \"secret\nmore of it\ntitle: x\n";
        assert_eq!(hidden_lines(text), [true, true, false]);
        let text = "- {private: secret\n  secret, title: x}\n- y\n";
        assert_eq!(hidden_lines(text), [true, true, false]);
    }

    #[test]
    fn the_text_below_the_fields_is_shown() {
        assert_eq!(hidden_lines("---\nprivate: secret\n---\nText.\n"), [false, true, false, false]);
    }

    #[test]
    fn the_word_alone_hides_nothing() {
        assert_eq!(hidden_lines("summary: use private browsing\n"), [false]);
    }
}
