//! Names as people write them: two that differ by a letter, a full stop or "the" are probably one.

/// A name as its words, in small letters and without what people leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlainName(Vec<String>);

/// The letters of a word that may have a mistake in it: of a shorter one another word may be meant.
const LONG: usize = 5;

impl PlainName {
    /// The words of a name.
    pub(crate) fn new(name: &str) -> Self {
        let name = name.to_lowercase().replace('&', " and ").replace(['.', '\'', '’'], "");
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(
            words.enumerate().filter(|(at, word)| *at > 0 || *word != "the").map(|(_, word)| word.to_owned()).collect(),
        )
    }

    /// Whether the two are one name, but for a letter in at most two words.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        if self.0.is_empty() || self.0.len() != other.0.len() {
            return false;
        }
        let mut different = 0;
        for (one, other) in self.0.iter().zip(&other.0) {
            if one != other {
                let long = one.chars().count().min(other.chars().count()) >= LONG;
                let digits = one.chars().chain(other.chars()).any(|letter| letter.is_ascii_digit());
                if !long || digits || strsim::osa_distance(one, other) > 1 {
                    return false;
                }
                different += 1;
            }
        }
        different <= 2
    }
}

#[cfg(test)]
mod tests {
    use super::PlainName;

    fn near(one: &str, other: &str) -> bool {
        PlainName::new(one).is_near(&PlainName::new(other))
    }

    #[test]
    fn one_name_written_in_two_ways() {
        for (one, other) in [
            ("Safe Harbor", "Safe Harbour"),
            ("Marlsea Counci", "Marlsea Council"),
            ("safe harbour", "Safe Harbour"),
            ("The Women's Centre", "Womens Centre"),
            ("Health & Care", "Health and Care"),
            ("St. Helens Council", "St Helens Council"),
        ] {
            assert!(near(one, other), "{one}, {other}");
        }
    }

    #[test]
    fn other_names() {
        for (one, other) in [
            ("North Marlsea Council", "South Marlsea Council"),
            ("East Ward", "West Ward"),
            ("Children's Services", "Children's Social Services"),
            ("School 10000", "School 10001"),
            ("Police", "Policy team"),
            ("", ""),
        ] {
            assert!(!near(one, other), "{one}, {other}");
        }
    }
}
