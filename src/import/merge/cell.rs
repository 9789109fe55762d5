//! Cells as an export writes them: marked lists, whose items may have facts on lines of their own.

/// An item of a list, and its facts: `By: June 2026`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) title: String,
    pub(super) facts: Vec<(String, String)>,
}

const MARK: char = '•';

/// The items of a cell. A single one may stand without its mark.
pub(super) fn items(cell: &str, names: &[&str]) -> Vec<Item> {
    let mut texts: Vec<String> = Vec::new();
    for line in cell.lines().map(str::trim) {
        match line.strip_prefix(MARK) {
            Some(rest) => texts.push(rest.trim().to_owned()),
            None if texts.is_empty() => texts.push(line.to_owned()),
            None => {
                let last = texts.last_mut().expect("it is not empty");
                last.push('\n');
                last.push_str(line);
            }
        }
    }
    texts.retain(|text| !text.trim().is_empty());
    texts.iter().map(|text| item(text, names)).collect()
}

/// An item's words, and its facts.
pub(super) fn item(text: &str, names: &[&str]) -> Item {
    let mut item = Item { title: String::new(), facts: Vec::new() };
    for line in text.lines() {
        let fact = names.iter().find_map(|name| Some((*name, line.strip_prefix(name)?.strip_prefix(": ")?)));
        match fact {
            Some((name, words)) => item.facts.push((name.to_owned(), words.trim().to_owned())),
            None if item.title.is_empty() => line.clone_into(&mut item.title),
            None => {
                item.title.push('\n');
                item.title.push_str(line);
            }
        }
    }
    item.title = item.title.trim().to_owned();
    item
}

impl Item {
    pub(super) fn fact(&self, name: &str) -> &str {
        self.facts.iter().find(|(known, _)| known == name).map_or("", |(_, words)| words)
    }
}

/// How the items of a list became others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The item at this place is the item at that place, as it was or with other words.
    Kept(usize, usize),
    /// The item at this place is gone.
    Gone(usize),
    /// The item at that place is new.
    New(usize),
}

/// The fewest changes that make one list of the other. An item that went where another came has new words.
pub(super) fn steps(before: &[Item], after: &[Item]) -> Vec<Step> {
    let (rows, columns) = (before.len(), after.len());
    let mut same = vec![vec![0_usize; columns + 1]; rows + 1];
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            same[i][j] =
                if before[i] == after[j] { same[i + 1][j + 1] + 1 } else { same[i + 1][j].max(same[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut gone, mut new, mut steps) = (Vec::new(), Vec::new(), Vec::new());
    while i < rows || j < columns {
        if i < rows && j < columns && before[i] == after[j] {
            settle(&mut gone, &mut new, &mut steps);
            steps.push(Step::Kept(i, j));
            i += 1;
            j += 1;
        } else if j >= columns || i < rows && same[i + 1][j] >= same[i][j + 1] {
            gone.push(i);
            i += 1;
        } else {
            new.push(j);
            j += 1;
        }
    }
    settle(&mut gone, &mut new, &mut steps);
    steps
}

fn settle(gone: &mut Vec<usize>, new: &mut Vec<usize>, steps: &mut Vec<Step>) {
    let both = gone.len().min(new.len());
    steps.extend(gone.drain(..both).zip(new.drain(..both)).map(|(i, j)| Step::Kept(i, j)));
    steps.extend(gone.drain(..).map(Step::Gone));
    steps.extend(new.drain(..).map(Step::New));
}

#[cfg(test)]
mod tests {
    use super::{Step, items, steps};

    #[test]
    fn items_have_facts() {
        let found = items("• Check every service\nLeads: Council; Police\nBy: June 2026\n• Test", &["Leads", "By"]);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].title.as_str(), found[0].fact("Leads")), ("Check every service", "Council; Police"));
        assert_eq!(items("Ask", &[])[0].title, "Ask");
        assert!(items("", &[]).is_empty());
    }

    #[test]
    fn the_fewest_changes_are_found() {
        let list = |text: &str| items(text, &[]);
        let before = list("• a\n• b\n• c");
        assert_eq!(steps(&before, &list("• a\n• x\n• c")), [Step::Kept(0, 0), Step::Kept(1, 1), Step::Kept(2, 2)]);
        assert_eq!(
            steps(&before, &list("• a\n• c\n• d")),
            [Step::Kept(0, 0), Step::Gone(1), Step::Kept(2, 1), Step::New(2)]
        );
    }
}
