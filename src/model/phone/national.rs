//! Numbers that begin with 0: which there are, how long they are, and how
//! they are grouped.

use super::PhoneError;

/// A kind of number.
struct Range {
    /// What it begins with.
    prefix: &'static str,
    /// How many digits it has, with the 0; the usual length first.
    lengths: &'static [usize],
    /// The lengths of its groups but the last.
    groups: &'static [usize],
}

const fn range(prefix: &'static str, lengths: &'static [usize], groups: &'static [usize]) -> Range {
    Range { prefix, lengths, groups }
}

/// Ofcom's ranges (the National Telephone Numbering Plan), the narrower before
/// the wider.
const RANGES: &[Range] = &[
    // Childline keeps a number from before they were all made longer.
    range("08001111", &[8, 10, 11], &[4]),
    range("0800", &[11, 10], &[4]),
    range("0808", &[11], &[4, 3]),
    range("084", &[11], &[4, 3]),
    range("087", &[11], &[4, 3]),
    range("09", &[11], &[4, 3]),
    range("030", &[11], &[4, 3]),
    range("033", &[11], &[4, 3]),
    range("034", &[11], &[4, 3]),
    range("037", &[11], &[4, 3]),
    range("055", &[11], &[3, 4]),
    range("056", &[11], &[3, 4]),
    range("07", &[11], &[5]),
    range("020", &[11], &[3, 4]),
    range("023", &[11], &[3, 4]),
    range("024", &[11], &[3, 4]),
    range("028", &[11], &[3, 4]),
    range("029", &[11], &[3, 4]),
];

/// Towns where some numbers are one digit shorter than elsewhere, without
/// the 0.
const SHORTER: &[&str] = &[
    "1204", "1208", "1254", "1276", "1297", "1298", "1363", "1364", "1384", "1386", "1404", "1420", "1460", "1461",
    "1480", "1488", "1524", "1527", "1562", "1566", "1606", "1629", "1635", "1647", "1659", "1695", "1697", "1726",
    "1744", "1750", "1768", "1827", "1837", "1884", "1900", "1905", "1935", "1946", "1949", "1963", "1995",
];

/// Towns with an area code of six digits.
const LONG_CODES: &[&str] = &[
    "013873", "015242", "015394", "015395", "015396", "016973", "016974", "016977", "017683", "017684", "017687",
    "019467",
];

/// Checks the digits of a number; `text` is what was written, for the message.
pub(super) fn check(text: &str, digits: &str) -> Result<(), PhoneError> {
    if !digits.starts_with('0') {
        return Err(PhoneError::NoZero {
            text: text.to_owned(),
            lost: digits.len() >= 9 && check(text, &format!("0{digits}")).is_ok(),
        });
    }
    let lengths = lengths(digits)
        .ok_or_else(|| PhoneError::NoSuchCode { text: text.to_owned(), code: digits.chars().take(3).collect() })?;
    let (text, length) = (text.to_owned(), lengths[0]);
    if lengths.contains(&digits.len()) {
        Ok(())
    } else if digits.len() < length {
        let by = length - digits.len();
        Err(PhoneError::TooShort { text, by, length })
    } else {
        let by = digits.len() - length;
        Err(PhoneError::TooLong { text, by, length })
    }
}

/// A checked number in groups.
pub(super) fn grouped(digits: &str) -> String {
    let mut groups = Vec::new();
    let mut rest = digits;
    for length in group_lengths(digits) {
        let (group, after) = rest.split_at_checked(*length).unwrap_or((rest, ""));
        groups.push(group);
        rest = after;
    }
    groups.push(rest);
    groups.join(" ")
}

/// The lengths that a number with such a beginning may have; `None` where
/// none begins so.
fn lengths(digits: &str) -> Option<&'static [usize]> {
    if let Some(range) = range_of(digits) {
        return Some(range.lengths);
    }
    let is_geographic = digits.starts_with("01") && !digits.starts_with("010");
    if !is_geographic {
        return None;
    }
    let is_shorter = digits.get(1..5).is_some_and(|town| SHORTER.contains(&town));
    Some(if is_shorter { &[11, 10] } else { &[11] })
}

fn range_of(digits: &str) -> Option<&'static Range> {
    RANGES.iter().find(|range| digits.starts_with(range.prefix))
}

fn group_lengths(digits: &str) -> &'static [usize] {
    // 0800 numbers of ten digits are not cut into three.
    if digits.starts_with("0800") && digits.len() == 11 {
        return &[4, 3];
    }
    if let Some(range) = range_of(digits) {
        return range.groups;
    }
    let third_or_fourth_is_one = digits.as_bytes().get(2..4).is_some_and(|two| two.contains(&b'1'));
    if LONG_CODES.iter().any(|code| digits.starts_with(code)) {
        &[6]
    } else if third_or_fourth_is_one {
        // 0113 and 0121: the cities.
        &[4, 3]
    } else {
        &[5]
    }
}
