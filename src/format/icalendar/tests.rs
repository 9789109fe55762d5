use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{Component, time_zone};

fn lines(component: &Component) -> Vec<String> {
    let text = String::from_utf8(component.to_bytes()).expect("it is UTF-8");
    assert!(text.ends_with("\r\n"), "{text:?}");
    text.strip_suffix("\r\n").expect("it ends").split("\r\n").map(str::to_owned).collect()
}

fn value(text: &str) -> String {
    let all = lines(&Component::new("X").text("NOTE", text));
    all[1..all.len() - 1].iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect()
}

#[test]
fn what_divides_values_is_escaped_once() {
    assert_eq!(value("a,b;c:d\\n"), "NOTE:a\\,b\\;c:d\\\\n");
    assert_eq!(value("one\r\ntwo\nthree\rfour\u{2028}five"), "NOTE:one\\ntwo\\nthree\\nfour\\nfive");
    assert_eq!(value("a\tb\u{0}c\u{7f}d\u{85}e\u{1b}[31m"), "NOTE:a bcde[31m");
}

#[test]
fn no_value_begins_another_line() {
    let attack = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:evil\u{2029}ATTACH:x";
    let all = Component::new("VEVENT")
        .text("SUMMARY", attack)
        .value("URL", attack)
        .typed("SOURCE", "URI", attack)
        .local_time("DTSTART", attack, date(2026, 3, 29).at(9, 30, 0, 0));
    let lines = lines(&all);
    let begun = lines.iter().filter(|line| !line.starts_with(' '));
    let names: Vec<&str> = begun.map(|line| line.split([':', ';']).next().expect("there is a name")).collect();
    assert_eq!(names, ["BEGIN", "SUMMARY", "URL", "SOURCE", "DTSTART", "END"]);
}

#[test]
fn a_parameter_is_quoted_where_it_must_be() {
    let at = |zone: &str| {
        lines(&Component::new("X").local_time("DTSTART", zone, date(2026, 3, 29).at(9, 30, 0, 0)))[1].clone()
    };
    assert_eq!(at("Europe/London"), "DTSTART;TZID=Europe/London:20260329T093000");
    assert_eq!(at("a:b"), "DTSTART;TZID=\"a:b\":20260329T093000");
    assert_eq!(at("a\"^\nb"), "DTSTART;TZID=a^'^^^nb:20260329T093000");
}

#[test]
fn a_long_line_is_folded_between_letters_at_75_bytes() {
    for letter in ["a", "é", "…", "🙂"] {
        for start in 0..4 {
            let text = format!("{}{}", "x".repeat(start), letter.repeat(200));
            let component = Component::new("X").text("NOTE", &text);
            let lines = lines(&component);
            assert!(lines.iter().all(|line| line.len() <= 75), "{lines:?}");
            // As full as the letters allow.
            assert!(lines[1..lines.len() - 2].iter().all(|line| line.len() > 75 - letter.len()), "{lines:?}");
            assert_eq!(value(&text), format!("NOTE:{text}"));
        }
    }
    assert_eq!(lines(&Component::new("X").text("NOTE", &"a".repeat(70))).len(), 3);
    assert_eq!(lines(&Component::new("X").text("NOTE", &"a".repeat(71))).len(), 4);
}

fn zone(name: &str, years: (i16, i16)) -> String {
    lines(&time_zone(&TimeZone::get(name).expect("there is one"), name, years)).join("\n")
}

/// The rules in force since 1996 by the Ninth Directive and the Summer Time Order 2002.
#[test]
fn london_is_told_by_its_rule() {
    let expected = "BEGIN:VTIMEZONE\nTZID:Europe/London\n\
         BEGIN:STANDARD\nTZNAME:GMT\nDTSTART:20251026T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0000\n\
         RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n\
         BEGIN:DAYLIGHT\nTZNAME:BST\nDTSTART:20260329T010000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\n\
         RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE";
    assert_eq!(zone("Europe/London", (2026, 2027)), expected);
}

#[test]
fn other_zones_are_told_as_they_are() {
    let new_york = zone("America/New_York", (2026, 2027));
    assert!(new_york.contains("BYMONTH=3;BYDAY=2SU") && new_york.contains("BYMONTH=11;BYDAY=1SU"), "{new_york}");
    assert!(new_york.contains("TZOFFSETFROM:-0500\nTZOFFSETTO:-0400"), "{new_york}");
    let dublin = zone("Europe/Dublin", (2026, 2027));
    assert!(dublin.contains("BEGIN:DAYLIGHT\nTZNAME:IST\nDTSTART:20260329T010000"), "{dublin}");
    let kolkata = zone("Asia/Kolkata", (2026, 2027));
    assert!(kolkata.contains("TZOFFSETTO:+0530") && !kolkata.contains("RRULE"), "{kolkata}");
    assert_eq!(kolkata.matches("BEGIN:").count(), 2, "{kolkata}");
    let utc = zone("UTC", (2026, 2027));
    assert!(utc.contains("BEGIN:STANDARD\nTZNAME:UTC\nDTSTART:19700101T000000\nTZOFFSETFROM:+0000"), "{utc}");
    // Its clock follows Ramadan, by no rule of the calendar.
    let casablanca = zone("Africa/Casablanca", (2026, 2027));
    assert!(casablanca.contains("RDATE:") && !casablanca.contains("RRULE"), "{casablanca}");
    // Brazil gave its summer time up in 2019: what came back each year until then does not come back for ever.
    let sao_paulo = zone("America/Sao_Paulo", (2016, 2026));
    assert!(!sao_paulo.contains("RRULE"), "{sao_paulo}");
}
