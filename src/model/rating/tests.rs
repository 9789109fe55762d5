use super::{Rating, Scheme, is_overdue, work_out};
use crate::model::status::Status;
use crate::model::timescale::{PlanCalendar, Timescale};
use jiff::Span;
use jiff::civil::{Date, date};
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

fn timescale(text: &str) -> Timescale {
    Timescale::read(text, &PlanCalendar::default()).expect(text).timescale
}

fn rated(status: Status, text: &str, today: Date) -> Option<Rating> {
    work_out(status, &timescale(text), today, Scheme::Rag)
}

#[test]
fn in_time_the_status_decides() {
    let today = date(2023, 5, 31);
    for (status, rating) in [
        (Status::NotStarted, Some(Rating::Amber)),
        (Status::OnTrack, Some(Rating::Green)),
        (Status::AtRisk, Some(Rating::Amber)),
        (Status::OffTrack, Some(Rating::Red)),
        (Status::Complete, Some(Rating::Green)),
        (Status::Paused, Some(Rating::Amber)),
        (Status::Withdrawn, None),
    ] {
        assert_eq!(rated(status, "May-23", today), rating, "{status}");
        assert_eq!(rated(status, "TBC", today), rating, "{status}");
    }
}

#[test]
fn past_the_last_day_all_but_complete_and_withdrawn_are_red() {
    let today = date(2023, 6, 1);
    for status in Status::ALL {
        let expected = match status {
            Status::Complete => Some(Rating::Green),
            Status::Withdrawn => None,
            _ => Some(Rating::Red),
        };
        assert_eq!(rated(status, "May-23", today), expected, "{status}");
    }
}

#[test]
fn an_ongoing_action_is_late_only_where_it_was_not_started() {
    let today = date(2024, 1, 1);
    let text = "Dec 23 and on going";
    assert_eq!(rated(Status::NotStarted, text, today), Some(Rating::Red));
    assert_eq!(rated(Status::OnTrack, text, today), Some(Rating::Green));
    assert_eq!(rated(Status::AtRisk, text, today), Some(Rating::Amber));
    assert_eq!(rated(Status::Paused, text, today), Some(Rating::Amber));
    assert_eq!(rated(Status::OffTrack, text, today), Some(Rating::Red));
    assert!(!is_overdue(Status::OffTrack, &timescale(text), today));
}

#[test]
fn complete_is_blue_where_the_scheme_has_blue() {
    let timescale = timescale("May-23");
    let rating = work_out(Status::Complete, &timescale, date(2030, 1, 1), Scheme::Brag);
    assert_eq!(rating, Some(Rating::Blue));
}

fn statuses() -> impl Strategy<Value = Status> {
    select(Status::ALL.to_vec())
}

fn days() -> impl Strategy<Value = Date> {
    (0..20_000_i64).prop_map(|days| date(2000, 1, 1).saturating_add(Span::new().days(days)))
}

fn due(by: Option<Date>, ongoing: bool) -> Timescale {
    Timescale { by, ongoing, ..timescale("") }
}

proptest! {
    #[test]
    fn withdrawn_has_no_rating_and_every_other_status_has_one(
        status in statuses(), by in days(), today in days(), ongoing in any::<bool>()
    ) {
        let rating = work_out(status, &due(Some(by), ongoing), today, Scheme::Rag);
        prop_assert_eq!(rating.is_none(), status == Status::Withdrawn);
        prop_assert!(rating != Some(Rating::Blue));
    }

    #[test]
    fn the_schemes_differ_only_in_complete(
        status in statuses(), by in days(), today in days(), ongoing in any::<bool>()
    ) {
        let rate = |scheme| work_out(status, &due(Some(by), ongoing), today, scheme);
        prop_assert_eq!(rate(Scheme::Rag) == rate(Scheme::Brag), status != Status::Complete);
    }

    #[test]
    fn time_alone_never_makes_an_action_better(
        status in statuses(), by in days(), today in days(), later in 0..5_000_i64, ongoing in any::<bool>()
    ) {
        let timescale = due(Some(by), ongoing);
        let rate = |day| work_out(status, &timescale, day, Scheme::Rag);
        let then = rate(today.saturating_add(Span::new().days(later)));
        prop_assert!(then == rate(today) || then == Some(Rating::Red));
    }

    #[test]
    fn overdue_is_always_red_and_undated_never_overdue(
        status in statuses(), by in days(), today in days(), ongoing in any::<bool>()
    ) {
        let timescale = due(Some(by), ongoing);
        if is_overdue(status, &timescale, today) {
            prop_assert_eq!(work_out(status, &timescale, today, Scheme::Brag), Some(Rating::Red));
        }
        prop_assert!(!is_overdue(status, &due(None, ongoing), today));
    }

    #[test]
    fn an_ongoing_action_under_way_is_rated_as_if_in_time(
        status in statuses(), by in days(), today in days()
    ) {
        let rate = |timescale| work_out(status, &timescale, today, Scheme::Rag);
        if status.is_under_way() {
            prop_assert_eq!(rate(due(Some(by), true)), rate(due(None, false)));
        }
    }
}
