//! Whole drawings, as they were looked at and found good.

use jiff::civil::date;

use super::picture::Picture;

use crate::model::data_period::DataPeriod;
use crate::model::quarter::Quarter;
use crate::model::rating::Rating;
use crate::model::year_start::YearStart;
use crate::render::chart::{Column, Level, Line, LinePoint, Measured, Node, Part, Span, Timeline, bar, tree, trend};

fn parts(red: usize, amber: usize, green: usize, none: usize) -> Vec<Part> {
    let ratings = [Some(Rating::Red), Some(Rating::Amber), Some(Rating::Green), None];
    ratings.into_iter().zip([red, amber, green, none]).map(|(rating, count)| Part { rating, count }).collect()
}

/// The drawing with each element on a line of its own.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn a_bar() {
    insta::assert_snapshot!(lines(&bar(&parts(1, 11, 31, 2))));
}

#[test]
fn a_trend() {
    let first = Quarter::new(2025, 1, YearStart::default()).expect("a quarter");
    let quarters = std::iter::successors(Some(first), |quarter| Some(quarter.next()));
    let counts = [(0, 44, 2, 0), (1, 36, 9, 0), (3, 28, 15, 0), (3, 21, 22, 0), (2, 19, 25, 0), (4, 13, 28, 1)];
    let columns: Vec<Column> = quarters
        .zip(counts)
        .map(|(quarter, (red, amber, green, none))| Column { quarter, parts: parts(red, amber, green, none) })
        .collect();
    insta::assert_snapshot!(lines(&trend(&columns)));
}

#[test]
fn a_series_with_a_gap_and_a_small_count() {
    let told = |number: f64| Measured::Number(Level { number, words: number.to_string() });
    let points = [
        ("2024-Q3", told(12.0)),
        ("2024-Q4", told(15.0)),
        ("2025-Q1", Measured::Untold("<5")),
        ("2025-Q2", told(9.0)),
        ("2025-Q4", told(21.0)),
        ("2026-Q1", told(24.0)),
    ];
    let points = points.map(|(period, value)| LinePoint { period: DataPeriod::read(period).expect(period), value });
    let line = Line {
        points: points.into(),
        baseline: Some(Level { number: 12.0, words: "Baseline 12".to_owned() }),
        target: Some(Level { number: 30.0, words: "Target 30".to_owned() }),
        unit: "",
    };
    insta::assert_snapshot!(lines(&line.draw()));
}

#[test]
fn a_timeline() {
    let spans = [
        (Some(date(2025, 4, 1)), Some(date(2026, 9, 30)), false, Some(Rating::Red)),
        (None, Some(date(2027, 3, 31)), true, Some(Rating::Green)),
        (Some(date(2026, 1, 1)), None, true, Some(Rating::Amber)),
        (None, Some(date(2025, 12, 31)), false, None),
        (None, None, false, Some(Rating::Amber)),
    ];
    let days = spans.iter().flat_map(|(from, by, ..)| [*from, *by]).flatten();
    let timeline = Timeline::of(days, Some(date(2026, 11, 25)), YearStart::default()).expect("there are days");
    let rows = spans.map(|(from, by, ongoing, rating)| timeline.row(Span { from, by, ongoing, rating }));
    insta::assert_snapshot!(lines(&format!("{}{}", timeline.axis(), rows.concat())));
}

#[test]
fn a_tree() {
    let node = |title: &str, below| Node { title: title.to_owned(), below };
    let steering = node("Steering group for the prevention of domestic abuse and sexual violence", Vec::new());
    let board = node("Partnership Board", vec![steering, node("Forum", vec![node("Panel", Vec::new())])]);
    let drawn = tree(&[board, node("Learning network", Vec::new())]);
    Picture::at(&drawn, 21.4).is_sound();
    insta::assert_snapshot!(lines(&drawn));
}
