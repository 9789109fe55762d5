//! Counts of so few people that one of them might be recognised.
//!
//! Official statistics hold back such counts (primary suppression) and every figure from which they could be worked
//! out (secondary suppression). Nought is held back with them: that nobody came, or that somebody did, may be just
//! what one person must not learn of another.

use super::{Figure, Indicator, Point, Told};
use crate::model::data_period::DataPeriod;

choice! {
    /// What is done with a count of few people.
    pub(crate) enum SmallNumbers => {
        /// It is told like any other: the figures are no counts of people, or their source has made them safe.
        Show = "show";
        /// Below five it is not told.
        Suppress = "suppress";
    }
}

/// From this count on no one is recognised.
const ENOUGH: f64 = 5.0;

impl SmallNumbers {
    /// What may be told of a figure. Only what it returns is kept.
    #[must_use]
    pub(crate) fn tell(self, figure: Figure) -> Told {
        match self {
            Self::Suppress if figure.number < ENOUGH => Told::FewerThanFive,
            Self::Show | Self::Suppress => Told::Figure(figure),
        }
    }
}

/// Holds back the figures of longer periods (a year) from which those of shorter ones within (its quarters) could be
/// worked out: where one within is held back, or where those within leave fewer than five over for the rest.
pub(crate) fn guard(points: &mut [Point]) {
    let gives_away: Vec<bool> = (0..points.len()).map(|whole| gives_away(points, whole)).collect();
    for (point, gives_away) in points.iter_mut().zip(gives_away) {
        if gives_away {
            point.value = Told::Withheld;
        }
    }
}

/// Holds back what could be worked out from figures that stand side by side, such as those of women, men and all: where
/// one of a period is held back, a second is, the least of the others.
pub(crate) fn guard_across(series: &mut [Indicator]) {
    for one in &mut *series {
        let values = one.points.iter_mut().map(|point| &mut point.value);
        for value in values.chain(one.baseline.as_mut().map(|baseline| &mut baseline.value)) {
            if let Told::Figure(figure) = value {
                *value = SmallNumbers::Suppress.tell(figure.clone());
            }
        }
    }
    loop {
        let before = held_back(series);
        let periods: Vec<DataPeriod> =
            series.iter().flat_map(|one| &one.points).map(|point| point.period.value).collect();
        for period in periods {
            let of_period = series.iter_mut().flat_map(|one| &mut one.points);
            let (told, untold): (Vec<&mut Point>, Vec<&mut Point>) = of_period
                .filter(|point| point.period.value == period)
                .partition(|point| point.value.figure().is_some());
            let number = |point: &Point| point.value.figure().map_or(f64::MAX, |figure| figure.number);
            let least = told.into_iter().min_by(|one, other| number(one).total_cmp(&number(other)));
            if let (Some(least), [_]) = (least, untold.as_slice()) {
                least.value = Told::Withheld;
            }
        }
        for one in &mut *series {
            guard(&mut one.points);
        }
        if held_back(series) == before {
            break;
        }
    }
    for one in series {
        if let Some(baseline) = &mut one.baseline
            && let Some(point) = one.points.iter().find(|point| Some(point.period.value) == baseline.period)
            && point.value.figure().is_none()
        {
            baseline.value = point.value.clone();
        }
    }
}

/// How many figures are held back.
fn held_back(series: &[Indicator]) -> usize {
    series.iter().flat_map(|one| &one.points).filter(|point| point.value.figure().is_none()).count()
}

fn gives_away(points: &[Point], whole: usize) -> bool {
    let Some(total) = points[whole].value.figure() else { return false };
    let period = points[whole].period.value;
    let mut within: Vec<&Point> =
        points.iter().filter(|one| one.period.value != period && period.contains(one.period.value)).collect();
    within.sort_by_key(|one| one.period.value);
    if within.iter().any(|one| one.value.figure().is_none()) {
        return true;
    }
    // Side by side, each as long as can be: a quarter rather than its months.
    let (mut rest, mut days) = (total.number, period.days());
    let mut end = None;
    for (part, figure) in within.iter().filter_map(|one| Some((one.period.value, one.value.figure()?))) {
        if end.is_none_or(|end| part.first_day() > end) {
            (rest, days) = (rest - figure.number, days - part.days());
            end = Some(part.last_day());
        }
    }
    end.is_some() && days > 0 && rest < ENOUGH
}

#[cfg(test)]
mod tests {
    use super::{SmallNumbers, guard};
    use crate::diagnostic::{Located, Span};
    use crate::kinds::indicator::record::{Figure, Point, Told};
    use crate::model::data_period::DataPeriod;

    fn told(number: u32) -> Told {
        SmallNumbers::Suppress.tell(Figure { text: number.to_string(), number: number.into() })
    }

    fn guarded(figures: &[(&str, u32)]) -> Vec<Told> {
        let point = |&(period, number): &(&str, u32)| {
            let period = Located::new(DataPeriod::read(period).expect("a period"), Span::default());
            Point { period, value: told(number), note: None }
        };
        let mut points: Vec<Point> = figures.iter().map(point).collect();
        points.sort_by_key(|point| point.period.value);
        guard(&mut points);
        points.into_iter().map(|point| point.value).collect()
    }

    #[test]
    fn below_five_a_count_is_not_told_and_nought_is_below_five() {
        for number in 0..5 {
            assert_eq!(told(number), Told::FewerThanFive);
        }
        assert_eq!(told(5), Told::Figure(Figure { text: "5".to_owned(), number: 5.0 }));
        let figure = Figure { text: "3".to_owned(), number: 3.0 };
        assert_eq!(SmallNumbers::Show.tell(figure.clone()), Told::Figure(figure));
    }

    #[test]
    fn a_total_is_held_back_where_one_of_its_parts_is() {
        let told_of = guarded(&[("2025", 40), ("2025-Q1", 12), ("2025-Q2", 3), ("2025-Q3", 14), ("2025-Q4", 11)]);
        assert_eq!(told_of, [Told::Withheld, told(12), Told::FewerThanFive, told(14), told(11)]);
        let months = guarded(&[("2025", 40), ("2025-Q1", 12), ("2025-01", 8), ("2025-02", 0)]);
        assert_eq!(months, [Told::Withheld, Told::Withheld, told(8), Told::FewerThanFive]);
    }

    #[test]
    fn a_total_is_held_back_where_its_parts_leave_few_over() {
        assert_eq!(guarded(&[("2025-Q1", 20), ("2025-01", 9), ("2025-02", 8)])[0], Told::Withheld);
        assert_eq!(guarded(&[("2025-Q1", 25), ("2025-01", 9), ("2025-02", 8)])[0], told(25));
    }

    #[test]
    fn a_total_of_parts_that_are_all_told_is_told() {
        let quarter = [("2025-Q1", 24), ("2025-01", 9), ("2025-02", 8), ("2025-03", 7)];
        assert_eq!(guarded(&quarter)[0], told(24));
        assert_eq!(guarded(&[("2024", 30), ("2025-Q1", 24)]), [told(30), told(24)]);
    }
}
