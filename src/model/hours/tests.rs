mod evaluator;

use super::week::ClosedDates;
use super::{OpenTime, OpeningHours};
use proptest::prelude::{any, prop_assert, proptest};

fn lines(text: &str) -> Vec<String> {
    OpeningHours::read(text).expect(text).in_words()
}

#[test]
fn hours_are_said_in_plain_words() {
    for (text, words) in [
        ("24/7", &["Day and night, every day"][..]),
        ("Mo-Su 00:00-24:00", &["Day and night, every day"]),
        ("Mo-Fr 09:00-17:00; PH off", &["Monday to Friday, 9am to 5pm", "Closed on bank holidays"]),
        ("Mo-Su 10:00-22:00", &["Every day, 10am to 10pm"]),
        ("10:00-22:00", &["Every day, 10am to 10pm"]),
        ("Mo,We,Fr 09:30-12:00,13:00-16:30", &["Monday, Wednesday and Friday, 9:30am to midday and 1pm to 4:30pm"]),
        (
            "Mo-Th 09:00-17:00; Fr 09:00-16:00; Sa,Su off",
            &["Monday to Thursday, 9am to 5pm", "Friday, 9am to 4pm", "Closed on Saturday and Sunday"],
        ),
        ("Fr-Sa 22:00-02:00", &["Friday to Saturday, 10pm to 2am"]),
        ("Fr 22:00-26:00", &["Friday, 10pm to 2am"]),
        ("Mo 18:00-24:00", &["Monday, 6pm to midnight"]),
        ("Mo 18:00+", &["Monday, from 6pm"]),
        ("Mo-Fr", &["Monday to Friday, day and night"]),
        ("PH 10:00-16:00", &["Bank holidays, 10am to 4pm"]),
        ("Sa,Su,PH 10:00-14:00", &["Saturday, Sunday and bank holidays, 10am to 2pm"]),
        ("Tu[1] 10:00-12:00", &["First Tuesday of the month, 10am to midday"]),
        ("Th[2,-1] 10:00-12:00", &["Second and last Thursday of the month, 10am to midday"]),
        ("Mo-Fr 09:00-17:00; Dec 24-Jan 1 off", &["Monday to Friday, 9am to 5pm", "Closed 24 December to 1 January"]),
        ("Dec 25 off", &["Closed on 25 December"]),
        ("Aug off", &["Closed in August"]),
        ("Jun-Aug Mo-Fr 09:00-15:00", &["June to August, Monday to Friday, 9am to 3pm"]),
        ("Mo-Fr 12:00-13:00 off", &["Closed Monday to Friday, midday to 1pm"]),
        ("Mo-Fr 09:00-17:00 \"by appointment\"", &["Monday to Friday, 9am to 5pm (by appointment)"]),
        ("\"by appointment\"", &["By appointment"]),
        ("Mo-Fr 09:00-17:00 || \"leave a message\"", &["Monday to Friday, 9am to 5pm", "Otherwise: Leave a message"]),
        ("SH off", &["Closed on school holidays"]),
        ("off", &["Closed"]),
        ("Mo sunrise-sunset", &["Monday, sunrise to sunset"]),
    ] {
        assert_eq!(lines(text), words, "{text}");
    }
}

#[test]
fn what_has_no_short_words_is_shown_in_the_form_itself() {
    assert_eq!(lines("week 01-53/2 Mo 09:00-12:00"), ["week01-53/2 Mo 09:00-12:00"]);
    assert_eq!(lines("Mo (sunrise+01:00)-18:00"), ["Mo (sunrise+01:00)-18:00"]);
}

#[test]
fn plain_words_are_an_error_that_shows_both_ways() {
    let error = OpeningHours::read("9am-5pm, Monday to Friday").expect_err("plain words");
    assert_eq!(error.to_string(), "`9am-5pm, Monday to Friday` is not in the form for opening hours");
    assert_eq!(
        error.help(),
        "did you mean `hours: \"Mo-Fr 09:00-17:00\"`? to keep your own words, write `hours: {text: \"9am-5pm, Monday to Friday\"}`"
    );
    let error = OpeningHours::read("office hours").expect_err("plain words");
    assert_eq!(
        error.help(),
        "write `hours: \"Mo-Fr 09:00-17:00; PH off\"` (or `24/7`), or keep your own words: `hours: {text: \"office hours\"}`"
    );
    let error = OpeningHours::read("Mo-Fr 09:00-17:00; weekends closed").expect_err("plain words");
    assert_eq!(
        error.to_string(),
        "`Mo-Fr 09:00-17:00; weekends closed` is not in the form for opening hours: `weekends closed` is not understood"
    );
    for text in ["", "2023", "Mo-Fr 9-5", "always", "Mo-Fr 25:00-26:00"] {
        assert!(OpeningHours::read(text).is_err(), "{text}");
    }
}

#[test]
fn hours_as_people_say_them_are_put_into_the_form() {
    for (text, meant) in [
        ("9am-5pm, Monday to Friday", "Mo-Fr 09:00-17:00"),
        ("Mon-Fri 9am to 5pm; closed bank holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("Monday to Friday 9-5", "Mo-Fr 09:00-17:00"),
        ("Mondays and Thursdays, 10am-12.30pm", "Mo,Th 10:00-12:30"),
        ("weekdays 8.30am – 4pm", "Mo-Fr 08:30-16:00"),
        ("Tues 1-4pm", "Tu 13:00-16:00"),
        ("Sat 10am to midday and 2pm to 6pm", "Sa 10:00-12:00,14:00-18:00"),
        ("open every day from 9am to 9pm", "Mo-Su 09:00-21:00"),
        ("Wed 7pm-2am", "We 19:00-02:00"),
        ("Mo-Fr 9:00-17:00; weekends closed", "Mo-Fr 09:00-17:00; Sa,Su off"),
        ("24 hours a day", "24/7"),
        ("24 hours a day, 7 days a week", "24/7"),
        ("Open 24 hours, every day including bank holidays", "24/7"),
        ("day and night", "24/7"),
        ("Weekdays 24 hours", "Mo-Fr 00:00-24:00"),
        ("weekdays 9am-5pm except bank holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("Mon to Fri 9 to 5, closed bank holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("Mon to Fri 9 to 5", "Mo-Fr 09:00-17:00"),
        ("weekdays, nine to five", "Mo-Fr 09:00-17:00"),
        ("Monday to Friday 9am to 5pm, including bank holidays", "Mo-Fr,PH 09:00-17:00"),
        ("Mon-Thurs 9-5, Fri 9-4", "Mo-Th 09:00-17:00; Fr 09:00-16:00"),
        ("Mon-Fri 9-5, Sat closed", "Mo-Fr 09:00-17:00; Sa off"),
        ("1st Tuesday of the month 10-12", "Tu[1] 10:00-12:00"),
        ("10am to 12 noon on the last Friday of each month", "Fr[-1] 10:00-12:00"),
        ("first and third Thursday, 2pm-4pm", "Th[1,3] 14:00-16:00"),
        ("first Tuesday 10am-12pm", "Tu[1] 10:00-12:00"),
        ("9am to 5pm Monday to Friday and 10am to 2pm on Saturdays", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
        ("24 hours Monday to Friday, 9-5 weekends", "Mo-Fr 00:00-24:00; Sa,Su 09:00-17:00"),
        ("7 days a week, 8am to midnight", "Mo-Su 08:00-24:00"),
    ] {
        let help = OpeningHours::read(text).map_or_else(|error| error.help(), |_| panic!("{text} was read"));
        assert!(help.starts_with(&format!("did you mean `hours: \"{meant}\"`?")), "{text}: {help}");
    }
    for text in [
        "9",
        "Monday",
        "by appointment",
        "9am",
        "first Tuesday",
        "10-12 Tuesday and 2-4",
        "closed all year",
        "term time, 9am-3pm",
    ] {
        let help = OpeningHours::read(text).expect_err(text).help();
        assert!(help.starts_with("write `hours:"), "{text}: {help}");
    }
}

#[test]
fn a_usual_week_is_known_in_numbers() {
    let hours = OpeningHours::read("Mo-Fr 09:00-17:00; Fr 12:00-20:30; PH off").expect("sound");
    let week = hours.week().expect("a usual week");
    assert_eq!(week.days[0], [OpenTime { from: 540, to: 1020 }]);
    assert_eq!(week.days[4], [OpenTime { from: 720, to: 1230 }]);
    assert!(week.days[6].is_empty());
    assert_eq!(week.bank_holidays, Some(Vec::new()));
    assert!(week.closed.is_empty());
    let night = OpeningHours::read("Fr 22:00-02:00").expect("sound").week().expect("a usual week");
    assert_eq!(night.days[4], [OpenTime { from: 1320, to: 1560 }]);
    assert!(!hours.is_always_open());
}

#[test]
fn a_usual_week_has_stretches_by_the_clock() {
    let week = OpeningHours::read("Mo-We 09:00-17:30; Fr 22:00-02:00; Su 00:00-24:00").expect("sound").week();
    let stretches = week.expect("a usual week").stretches();
    let told: Vec<_> = stretches.into_iter().map(|(time, days)| (time.opens(), time.closes(), days)).collect();
    let stretch = |opens: &str, closes: &str, days: &[usize]| (opens.to_owned(), closes.to_owned(), days.to_vec());
    let expected =
        [stretch("00:00", "23:59", &[6]), stretch("09:00", "17:30", &[0, 1, 2]), stretch("22:00", "02:00", &[4])];
    assert_eq!(told, expected);
}

#[test]
fn days_of_the_year_on_which_it_is_closed_are_kept() {
    let week = OpeningHours::read("Tu,Fr 16:30-20:00; Dec 24-Jan 1 off; Apr 3 off; PH off").expect("sound").week();
    let week = week.expect("a usual week");
    assert_eq!(week.closed, [ClosedDates { from: (12, 24), to: (1, 1) }, ClosedDates { from: (4, 3), to: (4, 3) }]);
    assert_eq!(week.bank_holidays, Some(Vec::new()));
}

#[test]
fn day_and_night_is_a_whole_week() {
    let hours = OpeningHours::read("24/7").expect("sound");
    assert!(hours.is_always_open());
    let week = hours.week().expect("a usual week");
    assert!(week.days.iter().all(|day| *day == [OpenTime { from: 0, to: 1440 }]));
    assert_eq!(week.bank_holidays, None);
}

#[test]
fn hours_that_hang_on_more_than_the_weekday_have_no_usual_week() {
    for text in [
        "Jun-Aug Mo-Fr 09:00-17:00",
        "Tu[1] 10:00-12:00",
        "SH off",
        "Mo sunrise-sunset",
        "Mo-Fr 09:00-17:00 \"by appointment\"",
        "Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:00 off",
        "PH off; Mo-Fr 09:00-17:00",
        "Mo-Fr 18:00-02:00; PH off",
        "Dec 25 off; Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-17:00; Dec off",
        "Mo-Fr 09:00-17:00; 2026 Dec 25 off",
        "Mo-Fr 09:00-17:00; easter off",
        "Mo-Fr 09:00-17:00; Dec 25 10:00-11:00 off",
    ] {
        assert_eq!(OpeningHours::read(text).expect(text).week(), None, "{text}");
    }
}

const PIECES: &str = "(Mo|Tu|Su|PH|SH|-|,|, |;|; | |[0-2][0-9]:[0-5][0-9]|[0-9]{1,4}|off|open|unknown|\
    week |Jan|Dec |easter|\\[|\\]|\\+|\\(|\\)|sunrise|\"x\"| \\|\\| |24/7|/|:| day| days)";

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_heap_of_rules_is_read_or_refused(pieces in proptest::collection::vec(PIECES, 0..12)) {
        check(&pieces.concat())?;
    }
}

fn check(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    match OpeningHours::read(text) {
        Ok(hours) => {
            prop_assert!(hours.in_words().iter().all(|line| !line.is_empty()));
            if let Some(week) = hours.week() {
                prop_assert!(week.days.iter().flatten().all(|time| time.from < time.to));
            }
        }
        Err(error) => prop_assert!(!error.to_string().is_empty() && !error.help().is_empty()),
    }
    Ok(())
}
