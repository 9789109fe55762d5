//! A text as its words, for comparing.

/// The words of a text in small letters, for comparing.
pub(crate) fn words(text: &str) -> Vec<String> {
    let word = |word: &str| {
        let word = word.trim_matches(['\'', '’', '‘']);
        let small = if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase() };
        if small.is_ascii() { small } else { small.replace(['’', '‘'], "'") }
    };
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '’' | '‘'))
        .map(word)
        .filter(|word| !word.is_empty())
        .collect()
}
