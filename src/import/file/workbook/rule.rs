//! Rules that hide what a cell holds: a conditional format with white letters, or with a number format that shows
//! nothing, for the cells that meet its condition.

use super::format;
use super::reference::{Area, Position, area, position};
use crate::import::file::colour::{self, WHITE};
use crate::import::file::xml::Element;

/// What a conditional format takes from sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hides {
    /// The value as a whole.
    Value,
    /// It gives white letters, which can be read on a ground of another colour.
    WhiteLetters,
}

/// What each conditional format of a workbook hides, by its number.
pub(super) type Formats = Vec<Option<Hides>>;

/// A rule of a sheet that hides something.
#[derive(Debug)]
pub(super) struct Rule {
    areas: Vec<Area>,
    condition: Condition,
    hides: Hides,
}

/// When a rule holds for a cell.
#[derive(Debug, PartialEq)]
enum Condition {
    /// The cell compared with a value.
    Is(Comparison, String),
    Contains(String),
    ContainsNot(String),
    BeginsWith(String),
    EndsWith(String),
    /// The text of another cell, whose place is that from the first cell of the first area.
    OtherIs {
        rows: Offset,
        columns: Offset,
        is_equal: bool,
        text: String,
    },
    /// One that is not worked out here. What may be hidden is not published.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// The row or column of another cell.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Offset {
    /// `$F`: always that one.
    Fixed(u32),
    /// As far from the cell as it is from the first one.
    Moving(i64),
}

/// The conditional formats in the part of the styles.
pub(super) fn formats(xml: &str) -> Option<Formats> {
    let mut formats = Formats::new();
    Element::each(xml, |name| name == "dxfs", |all| formats = all.elements().map(hides).collect())?;
    Some(formats)
}

fn hides(look: &Element) -> Option<Hides> {
    let fill = look.at(&["fill", "patternFill"]).and_then(|fill| fill.child("bgColor").or(fill.child("fgColor")));
    // Where a colour is seen, it says what the letters do not.
    if fill.is_some_and(|fill| colour(fill) != Some(WHITE)) {
        return None;
    }
    let code = look.child("numFmt").and_then(|format| format.attribute("formatCode"));
    if code.is_some_and(|code| !format::of_text(code).is_shown && !format::of_number(code, 1.0).is_shown) {
        return Some(Hides::Value);
    }
    let letters = look.at(&["font", "color"]).and_then(colour);
    (letters == Some(WHITE)).then_some(Hides::WhiteLetters)
}

/// A colour that is given in digits; of the others only white is known.
pub(super) fn colour(element: &Element) -> Option<[u8; 3]> {
    if let Some(digits) = element.attribute("rgb") {
        return colour::parts(digits.get(digits.len().checked_sub(6)?..)?);
    }
    let is_white = element.attribute("theme") == Some("0") && element.attribute("tint").is_none()
        || matches!(element.attribute("indexed"), Some("1" | "9"));
    is_white.then_some(colour::WHITE)
}

/// The rules in a `conditionalFormatting` element that hide something.
pub(super) fn rules(element: &Element, formats: &Formats) -> Vec<Rule> {
    let areas: Vec<Area> = element.attribute("sqref").unwrap_or_default().split_whitespace().filter_map(area).collect();
    let Some((first, _)) = areas.first().copied() else { return Vec::new() };
    let rules = element.elements().filter(|child| child.name == "cfRule");
    let hiding = rules.filter_map(|rule| {
        let hides = (*formats.get(rule.attribute("dxfId")?.parse::<usize>().ok()?)?)?;
        Some(Rule { areas: areas.clone(), condition: condition(rule, first)?, hides })
    });
    hiding.collect()
}

/// When a rule holds; none where it holds for no cell with something in it.
fn condition(rule: &Element, first: Position) -> Option<Condition> {
    let formula = rule.child("formula").map(Element::words).unwrap_or_default();
    let text = rule.attribute("text").map(str::to_lowercase);
    let with = |make: fn(String) -> Condition| text.clone().map_or(Condition::Unknown, make);
    Some(match rule.attribute("type").unwrap_or_default() {
        "cellIs" => is(rule.attribute("operator").unwrap_or_default(), &formula),
        "containsText" => with(Condition::Contains),
        "notContainsText" => with(Condition::ContainsNot),
        "beginsWith" => with(Condition::BeginsWith),
        "endsWith" => with(Condition::EndsWith),
        "containsBlanks" | "containsErrors" => return None,
        "expression" => other_is(&formula, first).unwrap_or(Condition::Unknown),
        _ => Condition::Unknown,
    })
}

fn is(operator: &str, formula: &str) -> Condition {
    let comparison = match operator {
        "equal" => Comparison::Equal,
        "notEqual" => Comparison::NotEqual,
        "lessThan" => Comparison::Less,
        "lessThanOrEqual" => Comparison::LessOrEqual,
        "greaterThan" => Comparison::Greater,
        "greaterThanOrEqual" => Comparison::GreaterOrEqual,
        _ => return Condition::Unknown,
    };
    literal(formula).map_or(Condition::Unknown, |value| Condition::Is(comparison, value))
}

/// `"No"` and `0`: what stands for itself.
fn literal(formula: &str) -> Option<String> {
    let formula = formula.trim();
    let quoted = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|text| !text.contains('"'));
    quoted.map(str::to_lowercase).or_else(|| formula.parse::<f64>().ok().map(|_| formula.to_owned()))
}

/// `$F2="No"`, `F$2<>"Yes"`.
fn other_is(formula: &str, first: Position) -> Option<Condition> {
    let (reference, value, is_equal) = match formula.split_once("<>") {
        Some((reference, value)) => (reference, value, false),
        None => formula.split_once('=').map(|(reference, value)| (reference, value, true))?,
    };
    let reference = reference.trim().trim_start_matches('=');
    let (row, column) = position(reference)?;
    let offset = |is_fixed: bool, at: u32, from: u32| {
        if is_fixed { Offset::Fixed(at) } else { Offset::Moving(i64::from(at) - i64::from(from)) }
    };
    let rows = offset(reference[1..].contains('$'), row, first.0);
    let columns = offset(reference.starts_with('$'), column, first.1);
    Some(Condition::OtherIs { rows, columns, is_equal, text: literal(value)? })
}

impl Offset {
    fn from(self, at: u32) -> Option<u32> {
        match self {
            Self::Fixed(place) => Some(place),
            Self::Moving(by) => u32::try_from(i64::from(at) + by).ok(),
        }
    }
}

impl Rule {
    /// What it hides of a cell. `text` gives what a cell holds.
    pub(super) fn hides(&self, at: Position, text: impl Fn(Position) -> String) -> Option<Hides> {
        let is_within = self
            .areas
            .iter()
            .any(|((top, left), (bottom, right))| (*top..=*bottom).contains(&at.0) && (*left..=*right).contains(&at.1));
        (is_within && self.condition.holds(at, text)).then_some(self.hides)
    }
}

impl Condition {
    fn holds(&self, at: Position, text: impl Fn(Position) -> String) -> bool {
        let own = || text(at).trim().to_lowercase();
        match self {
            Self::Is(comparison, value) => comparison.holds(&own(), value),
            Self::Contains(part) => own().contains(part),
            Self::ContainsNot(part) => !own().contains(part),
            Self::BeginsWith(part) => own().starts_with(part),
            Self::EndsWith(part) => own().ends_with(part),
            Self::OtherIs { rows, columns, is_equal, text: value } => {
                let other = rows.from(at.0).zip(columns.from(at.1));
                other.is_none_or(|other| (text(other).trim().to_lowercase() == *value) == *is_equal)
            }
            Self::Unknown => true,
        }
    }
}

impl Comparison {
    fn holds(self, text: &str, value: &str) -> bool {
        let order = match (text.parse::<f64>(), value.parse::<f64>()) {
            (Ok(one), Ok(other)) => one.total_cmp(&other),
            // To a spreadsheet every text is more than any number.
            (Err(_), Ok(_)) => std::cmp::Ordering::Greater,
            (Ok(_), Err(_)) => std::cmp::Ordering::Less,
            (Err(_), Err(_)) => text.cmp(value),
        };
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Comparison, Condition, Offset, is, other_is};

    #[test]
    fn a_rule_compares_a_cell_with_a_value() {
        for (operator, formula, text, holds) in [
            ("equal", "\"Private\"", "private", true),
            ("equal", "\"Private\"", "public", false),
            ("equal", "0", "0", true),
            ("lessThan", "5", "Text", false),
            ("greaterThanOrEqual", "5", "5", true),
            ("notEqual", "\"x\"", "y", true),
            ("between", "1", "9", true),
            ("equal", "$A$1", "any", true),
        ] {
            assert_eq!(is(operator, formula).holds((0, 0), |_| text.to_owned()), holds, "{operator} {formula} {text}");
        }
        assert!(Comparison::Equal.holds("1.0", "1"));
    }

    #[test]
    fn a_rule_looks_at_another_cell_of_the_row() {
        let rule = other_is("$F2=\"No\"", (1, 0)).expect("it is read");
        let expected = Condition::OtherIs {
            rows: Offset::Moving(0),
            columns: Offset::Fixed(5),
            is_equal: true,
            text: "no".to_owned(),
        };
        assert_eq!(rule, expected);
        assert!(rule.holds((4, 2), |at| if at == (4, 5) { "NO".to_owned() } else { String::new() }));
        assert!(!rule.holds((4, 2), |_| "Yes".to_owned()));
        assert!(other_is("AND($F2=1,TRUE)", (1, 0)).is_none());
    }
}
