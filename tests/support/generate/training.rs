//! Courses with their sessions.

use std::fmt::Write;
use std::io;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::place::{AUDIENCES, LEVELS};
use super::prose::{capitalised, word};
use super::random::Random;
use super::{Folder, Size};

pub(super) const SESSIONS_PER_COURSE: usize = 10;

/// The first session of any course: about half of its sessions are over on the site's day.
const FIRST: Date = date(2026, 6, 2);
const WEEKS_BETWEEN: usize = 5;

fn title(number: usize) -> String {
    format!("{} Awareness", capitalised(&word(number * 5 + 2)))
}

pub(super) fn id(number: usize) -> String {
    title(number).to_lowercase().replace(' ', "-")
}

pub(super) fn write(content: &Folder, size: Size) -> io::Result<()> {
    for course in 0..size.courses() {
        let mut random = Random::new(30, course);
        let mut text = head(course, &mut random);
        let left = size.sessions - course * SESSIONS_PER_COURSE;
        for session in 0..left.min(SESSIONS_PER_COURSE) {
            text.push_str(&sitting(course, session, &mut random));
        }
        content.write(&format!("training/{}.yaml", id(course)), &text)?;
    }
    Ok(())
}

fn head(course: usize, random: &mut Random) -> String {
    let mut text = format!(
        "title: {title}
code: TR-{course:04}
summary: {summary}.
description: |
  {description}

  {more}
level: {level}
audiences: [{audiences}]
provider: {provider}
duration: 3 hours
cost: Free
cpd_hours: 3
outcomes:
  - {first}
  - {second}
mandatory_for: [{mandatory}]
refresh_after: 3 years
booking: {{url: \"https://learning.example.org/{id}\", email: training@wendshire.example.org}}
accessibility: {accessibility}
reviewed: 2026-09-01
",
        title = title(course),
        summary = random.phrase(10),
        description = random.paragraph(4),
        more = random.paragraph(3),
        level = LEVELS[course % LEVELS.len()],
        audiences = random.some(&AUDIENCES, 2).join(", "),
        provider = random.organisation(),
        first = random.sentence(),
        second = random.sentence(),
        mandatory = random.phrase(3),
        id = id(course),
        accessibility = random.sentence(),
    );
    if course > 0 && random.once_in(3) {
        let _ = writeln!(text, "prerequisites: [{}]", id(random.below(course)));
    }
    text.push_str("sessions:\n");
    text
}

/// A session: the word is taken by the course's list.
fn sitting(course: usize, session: usize, random: &mut Random) -> String {
    // Courses begin in turn over five weeks, from Tuesday to Friday.
    let days = (session * WEEKS_BETWEEN + course % WEEKS_BETWEEN) * 7 + course % 4;
    let after_first = i64::try_from(days).expect("a year of days fits");
    let day = FIRST + after_first.days();
    let (start, end) = if random.once_in(2) { ("09:30", "12:30") } else { ("13:30", "16:30") };
    let mut text = format!("  - date: {day}\n    start: \"{start}\"\n    end: \"{end}\"\n");
    if random.once_in(3) {
        text.push_str("    online: {platform: Microsoft Teams, note: We send the link by email a week before.}\n");
    } else {
        let _ = writeln!(
            text,
            "    venue: {{name: {} Hall, address: \"{} High Street, Wendshire\", postcode: {}}}",
            capitalised(&random.word()),
            1 + random.below(90),
            random.postcode(),
        );
    }
    text.push_str("    places: 24\n");
    text.push_str(match random.below(12) {
        0 => "    places_left: 0\n    waiting_list: true\n    status: full\n",
        1 => "    status: cancelled\n    changed: 2026-05-12\n",
        2 => "    status: changed\n    changed: 2026-05-12\n",
        _ => "    places_left: 7\n",
    });
    let _ = writeln!(text, "    booking_closes: {}", day - 5.days());
    text
}
