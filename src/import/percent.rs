//! How much is done, in per cent.

/// How much of an action is done: `40%`, `40`, `0.4` as a spreadsheet stores it. In a column of parts of one, `1` is all.
pub(crate) fn percent(text: &str, is_part_of_one: bool) -> Option<u32> {
    let text = ["complete", "completed", "done"].iter().find_map(|word| text.trim().strip_suffix(word)).unwrap_or(text);
    let text = text.trim();
    let (digits, is_share) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim(), false),
        None => (text, is_part_of_one || text.starts_with("0.") || text == "1.0"),
    };
    let number: f64 = digits.parse().ok()?;
    let percent = if is_share { number * 100.0 } else { number };
    (0.0..=100.0).contains(&percent).then(|| format!("{percent:.0}").parse().ok())?
}
