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
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let blank = line.trim().is_empty();
        let inside = brackets > 0 || block.is_some_and(|column| blank || indent > column);
        if !inside {
            block = None;
        }
        let key = private_key(line);
        if let Some(column) = key.filter(|_| !inside) {
            block = Some(column);
        }
        if let Some(column) = key {
            brackets += open_brackets(&line[column..]);
        } else if brackets > 0 {
            let opened = brackets + line.matches(['{', '[']).count();
            brackets = opened.saturating_sub(line.matches(['}', ']']).count());
        }
        hidden.push(inside || key.is_some());
    }
    hidden
}

/// How many brackets a line leaves open.
fn open_brackets(line: &str) -> usize {
    line.matches(['{', '[']).count().saturating_sub(line.matches(['}', ']']).count())
}

/// The column at which the line has `private` or `person` as a key, bare or quoted. A person's name may be one
/// that the plan does not publish.
fn private_key(line: &str) -> Option<usize> {
    ["private", "person"].iter().find_map(|key| key_column(line, key))
}

fn key_column(line: &str, key: &str) -> Option<usize> {
    line.match_indices(key).map(|(at, _)| at).find(|&at| {
        let before = line[..at].trim_end_matches(['"', '\'']);
        let after = line[at + key.len()..].trim_start_matches(['"', '\'']).trim_start();
        let starts = before.trim_end().is_empty() || before.trim_end().ends_with(['-', '{', ',', '?']);
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
    fn the_word_alone_hides_nothing() {
        assert_eq!(hidden_lines("summary: use private browsing\n"), [false]);
    }
}
