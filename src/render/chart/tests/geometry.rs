//! Pieces add up, nothing reaches out of its drawing, words do not lie on words: on a phone and on a desk.

use jiff::civil::{Date, date};
use proptest::prelude::{Strategy, any, prop, prop_assert, proptest};

use super::picture::{Picture, WIDTHS};
use crate::model::data_period::DataPeriod;
use crate::model::quarter::Quarter;
use crate::model::rating::Rating;
use crate::model::year_start::YearStart;
use crate::render::chart::{Column, Level, Line, LinePoint, Measured, Part, Span, Timeline, bar, trend};

const RATINGS: [Option<Rating>; 5] =
    [Some(Rating::Blue), Some(Rating::Red), Some(Rating::Amber), Some(Rating::Green), None];

fn parts(counts: [usize; 5]) -> Vec<Part> {
    RATINGS.into_iter().zip(counts).map(|(rating, count)| Part { rating, count }).collect()
}

/// Counts as plans have them: mostly few, with some noughts.
fn counts() -> impl Strategy<Value = [usize; 5]> {
    prop::array::uniform5(prop::sample::select(vec![0_usize, 0, 1, 2, 7, 12, 31, 99, 120, 640]))
}

fn level(number: f64) -> Level {
    Level { number, words: format!("{number}") }
}

fn quarters(values: &[Option<f64>]) -> Vec<LinePoint> {
    let mut quarter = Quarter::new(2020, 1, YearStart::new(1).expect("January")).expect("a quarter");
    let mut points = Vec::new();
    for value in values {
        let period = DataPeriod::Quarter { year: quarter.year(), number: quarter.number() };
        let value = value.map_or(Measured::Untold("<5"), |number| Measured::Number(level(number)));
        points.push(LinePoint { period, value });
        quarter = quarter.next();
    }
    points
}

fn a_day() -> impl Strategy<Value = Date> {
    (0..3_000_i64).prop_map(|days| date(2019, 4, 1).saturating_add(jiff::Span::new().days(days)))
}

proptest! {
    #[test]
    fn the_pieces_of_a_bar_are_the_whole_and_hold_their_numbers(counts in counts()) {
        let svg = bar(&parts(counts));
        let told = counts.iter().filter(|&&count| count > 0).count();
        for width in [20.0, 22.0, 40.0] {
            let picture = Picture::at(&svg, width);
            picture.is_sound();
            let sum: f64 = picture.rects.iter().map(|rect| rect.right - rect.left).sum();
            prop_assert!(told == 0 || (sum - width).abs() < 0.05, "{sum} of {width}");
            prop_assert!(picture.rects.len() == told && picture.words.len() == told);
            for (rect, (words, room)) in picture.rects.iter().zip(&picture.words) {
                prop_assert!(rect.left <= room.left && room.right <= rect.right, "{words} at {width}: {svg}");
            }
        }
    }

    #[test]
    fn every_piece_of_a_column_is_told_and_columns_stand_on_the_axis(
        columns in prop::collection::vec(counts(), 1..12),
    ) {
        let mut quarter = Quarter::of(date(2024, 5, 1), YearStart::default());
        let columns: Vec<Column> = columns.into_iter().map(|counts| {
            quarter = quarter.next();
            Column { quarter, parts: parts(counts) }
        }).collect();
        let drawn = &columns[columns.len().saturating_sub(8)..];
        let svg = trend(&columns);
        if drawn.iter().flat_map(|column| &column.parts).any(|part| part.count > 0) {
            for width in WIDTHS {
                let picture = Picture::at(&svg, width);
                picture.is_sound();
                let pieces = drawn.iter().flat_map(|column| &column.parts).filter(|part| part.count > 0).count();
                prop_assert!(picture.rects.len() == pieces);
                let lowest = picture.rects.iter().map(|rect| rect.bottom).fold(0.0, f64::max);
                let axis = &picture.lines.last().expect("an axis").1;
                prop_assert!((lowest - axis.top).abs() < 0.05);
            }
        } else {
            prop_assert!(svg.is_empty());
        }
    }

    #[test]
    fn a_series_keeps_within_its_drawing(
        values in prop::collection::vec(prop::option::weighted(0.9, -50.0..2_000.0_f64), 1..40),
        target in prop::option::of(0.0..3_000.0_f64),
    ) {
        let target = target.map(|number| Level { number, words: format!("Target {number:.0}") });
        let baseline = values.iter().flatten().next().map(|&number| Level { number, words: "Baseline".to_owned() });
        let line = Line { points: quarters(&values), baseline, target, unit: "" };
        let svg = line.draw();
        let told = values.iter().flatten().count();
        for width in WIDTHS {
            let picture = Picture::at(&svg, width);
            picture.is_sound();
            prop_assert!(picture.circles.len() == told);
        }
    }

    #[test]
    fn any_action_has_its_place_on_the_timeline(
        days in prop::collection::vec((prop::option::of(a_day()), prop::option::of(a_day()), any::<bool>()), 1..20),
        today in a_day(),
    ) {
        let all = days.iter().flat_map(|(from, by, _)| [*from, *by]).flatten();
        if let Some(timeline) = Timeline::of(all, Some(today), YearStart::default()) {
            for width in WIDTHS {
                Picture::at(&timeline.axis(), width).is_sound();
                for &(from, by, ongoing) in &days {
                    let span = Span { from, by, ongoing, rating: Some(Rating::Amber) };
                    let picture = Picture::at(&timeline.row(span), width);
                    picture.is_sound();
                    prop_assert!(picture.words.len() == usize::from(from.or(by).is_some()));
                }
            }
        }
    }
}

#[test]
fn a_missing_period_and_one_that_is_not_told_break_the_line() {
    let whole = Line { points: quarters(&[Some(9.0), Some(8.0), Some(7.0)]), baseline: None, target: None, unit: "" };
    let series = |line: &Line| line.draw().matches("class=\"series\"").count();
    assert_eq!(series(&whole), 2);
    let untold = Line { points: quarters(&[Some(9.0), None, Some(7.0)]), ..whole.clone() };
    assert_eq!(series(&untold), 0);
    let mut missing = whole;
    missing.points.remove(1);
    assert_eq!(series(&missing), 0);
}

#[test]
fn a_figure_that_is_not_told_stands_at_the_same_height_whatever_it_is_and_draws_no_point() {
    let points = quarters(&[Some(9.0), None, Some(7.0)]);
    let svg = Line { points, baseline: None, target: None, unit: "" }.draw();
    assert_eq!(svg.matches("<circle").count(), 2);
    assert!(svg.contains("&lt;5</text>"), "{svg}");
}

#[test]
fn a_scale_begins_at_nought_unless_the_numbers_lie_too_close_together() {
    let line = |values: &[Option<f64>]| Line { points: quarters(values), baseline: None, target: None, unit: "%" };
    assert_eq!(line(&[Some(34.0), Some(28.0)]).begins_at(), None);
    assert_eq!(line(&[Some(940.0), Some(981.0)]).begins_at().as_deref(), Some("940%"));
    assert_eq!(line(&[Some(940.0), Some(940.0)]).begins_at(), None);
}

#[test]
fn words_are_escaped() {
    let target = Level { number: 5.0, words: "<b onclick=\"x\">&".to_owned() };
    let line = Line { points: quarters(&[Some(1.0)]), baseline: None, target: Some(target), unit: "" };
    let svg = line.draw();
    assert!(svg.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;</text>"), "{svg}");
}
