use jiff::civil::{Date, Time, date};

use super::{revision, uid};
use crate::diagnostic::{Located, Span};
use crate::kinds::course::record::{Session, SessionState};

fn session(state: SessionState, changed: Option<Date>) -> Session {
    Session {
        span: Span::default(),
        id: None,
        name: "first-steps-2026-12-03".to_owned(),
        date: Located::new(date(2026, 12, 3), Span::default()),
        start: Time::midnight(),
        more_days: Vec::new(),
        end: Time::midnight(),
        venue: None,
        online: None,
        places: None,
        places_left: None,
        waiting_list: false,
        state,
        changed: changed.map(|day| Located::new(day, Span::default())),
        booking_url: None,
        booking_closes: None,
        trainer: None,
        note: None,
    }
}

/// It is in calendars that people have, so it must never become another: the number is worked out by another program,
/// `uuid5(uuid5(NAMESPACE_DNS, "example.org"), "training/first-steps/first-steps-2026-12-03")`.
#[test]
fn a_session_is_known_by_the_same_identifier_for_good() {
    assert_eq!(
        uid::uid("example.org", "first-steps", "first-steps-2026-12-03"),
        "b3d7cce9-12e1-5731-b273-043a6357461f"
    );
}

#[test]
fn a_later_change_has_a_higher_number_whatever_it_is() {
    let states = SessionState::ALL;
    let (first, second) = (Some(date(2026, 11, 6)), Some(date(2026, 11, 7)));
    for before in states {
        for after in states {
            let number = |state, changed| revision::sequence(&session(state, changed));
            assert!(number(before, None) < number(after, first), "{before:?}, {after:?}");
            assert!(number(before, first) < number(after, second), "{before:?}, {after:?}");
        }
    }
}

#[test]
fn on_one_day_the_number_goes_up_the_usual_way_of_a_session() {
    use SessionState::{Cancelled, Changed, Postponed, Provisional, Scheduled};
    for changed in [None, Some(date(2026, 11, 6)), Some(date(1999, 1, 1))] {
        let way = [Provisional, Scheduled, Changed, Postponed, Cancelled];
        let numbers = way.map(|state| revision::sequence(&session(state, changed)));
        assert!(numbers.is_sorted_by(|before, after| before < after), "{numbers:?}");
    }
    assert!(revision::sequence(&session(Cancelled, None)) > 0);
}
