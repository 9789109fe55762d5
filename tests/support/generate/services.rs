//! Services: front matter with most of its fields, and about 250 words of Markdown each.

use std::fmt::Write;
use std::io;

use super::place::{AREAS, AUDIENCES, NEEDS};
use super::prose::{WORDS, capitalised, word};
use super::random::Random;
use super::{Folder, Size};

const HOURS: [&str; 4] =
    ["Mo-Fr 09:00-17:00; PH off", "Mo-Th 09:30-16:30; Fr 09:30-15:00; PH off", "Mo-Su 08:00-20:00", "24/7"];

/// The name of a service: a made-up word and what the service is, never the same pair twice.
fn title(number: usize) -> String {
    format!("{} {}", capitalised(&word(number % WORDS)), need(number).1)
}

fn need(number: usize) -> (&'static str, &'static str) {
    NEEDS[(number + number / WORDS) % NEEDS.len()]
}

pub(super) fn id(number: usize) -> String {
    title(number).to_lowercase().replace(' ', "-")
}

pub(super) fn write(content: &Folder, size: Size) -> io::Result<()> {
    for number in 0..size.services {
        let mut random = Random::new(10, number);
        let mut text = front_matter(number, &mut random);
        text.push_str(&body(size, &mut random));
        content.write(&format!("services/{}.md", id(number)), &text)?;
    }
    Ok(())
}

fn front_matter(number: usize, random: &mut Random) -> String {
    let mut text = format!("---\ntitle: {}\n", title(number));
    let organisation = random.organisation();
    let id = id(number);
    let _ = write!(
        text,
        "summary: {summary}.
organisation: {organisation}
needs: [{needs}]
audiences: [{audiences}]
phone:
  - {{number: \"{phone}\", label: Call, hours: \"{hours}\", free: {free}}}
email: {id}@example.org
website: https://{organisation}.example.org/{id}
referral: {{self: true, professional: \"{referral}\"}}
eligibility: {eligibility}
cost: Free
hours: {hours}
languages: [{languages}]
accessibility: [{accessibility}]
keywords: [{keywords}]
reviewed: 2026-{month:02}-{day:02}
",
        summary = random.phrase(12),
        needs = needs(number, random),
        audiences = random.some(&AUDIENCES, 3).join(", "),
        phone = phone(number),
        hours = HOURS[number % HOURS.len()],
        free = number.is_multiple_of(3),
        referral = random.sentence(),
        eligibility = random.sentence(),
        languages = random.some(&["en", "pl", "ur", "bn", "pa", "ro"], 3).join(", "),
        accessibility = random.some(&["Step-free", "BSL", "Textphone", "Easy read"], 2).join(", "),
        keywords = (0..4).map(|_| random.word()).collect::<Vec<_>>().join(", "),
        month = 7 + random.below(4),
        day = 1 + random.below(28),
    );
    sometimes(&mut text, number, random);
    text.push_str("---\n\n");
    text
}

fn needs(number: usize, random: &mut Random) -> String {
    let first = need(number).0;
    let other = NEEDS[random.below(NEEDS.len())].0;
    if first == other { first.to_owned() } else { format!("{first}, {other}") }
}

/// Ofcom keeps these numbers for drama: they ring nowhere.
fn phone(number: usize) -> String {
    match number % 3 {
        0 => format!("0808 157 0{:03}", number / 3 % 1_000),
        1 => format!("01632 960{:03}", number / 3 % 1_000),
        _ => format!("020 7946 0{:03}", number / 3 % 1_000),
    }
}

/// The fields that only some services have.
fn sometimes(text: &mut String, number: usize, random: &mut Random) {
    if !random.once_in(4) {
        let _ = writeln!(text, "areas: [{}]", random.some(&AREAS, 2).join(", "));
    }
    if need(number).0 == "refuge" {
        text.push_str("location: {confidential: true}\n");
    } else if random.once_in(2) {
        let _ = writeln!(
            text,
            "location: {{address: \"{} {} Street, Wendshire\", postcode: {}}}",
            1 + random.below(200),
            capitalised(&random.word()),
            random.postcode(),
        );
    }
    if random.once_in(3) {
        let _ = writeln!(text, "tier: {}", 1 + random.below(4));
    }
    if random.once_in(3) {
        text.push_str("ages: {from: 16, to: 25}\n");
    }
    if random.once_in(8) {
        let _ = writeln!(text, "by_and_for: [{}]", random.pick(&AUDIENCES));
    }
    if random.once_in(6) {
        text.push_str("accepts_from_outside: true\naccreditations: [Leading Lights]\n");
    }
    if number % 40 == 3 {
        text.push_str("emergency: true\n");
    }
    if random.once_in(30) {
        text.push_str("for_professionals: true\n");
    }
    if random.once_in(50) {
        text.push_str("status: closed-temporarily\nstatus_note: Open again in the new year\n");
    }
}

fn body(size: Size, random: &mut Random) -> String {
    let friend = random.below(size.services);
    let other = random.below(size.services);
    let mut text = random.paragraph(4);
    let _ = write!(
        text,
        "\n\n## {help}\n\n{can} **{strong}** {how}\n\n{items}\n## {first}\n\n{steps}\n{happens}\n\n",
        help = random.phrase(4),
        can = random.paragraph(2),
        strong = random.phrase(3),
        how = random.sentence(),
        items = random.items("-", 4),
        first = random.phrase(3),
        steps = random.items("1.", 3),
        happens = random.paragraph(3),
    );
    if random.once_in(5) {
        let _ = write!(
            text,
            "### {}\n\n| Day | Where | What |\n| --- | --- | --- |\n| Monday | {} | {} |\n| Friday | {} | {} |\n\n",
            random.phrase(3),
            random.phrase(2),
            random.phrase(4),
            random.phrase(2),
            random.phrase(4),
        );
    }
    let _ = write!(
        text,
        "## {near}\n\n[{title}]({id}.md) {more}. See also [{other_title}]({other_id}.md).\n\n{end}\n",
        near = random.phrase(4),
        title = title(friend),
        id = id(friend),
        more = random.phrase(8).to_lowercase(),
        other_title = title(other),
        other_id = id(other),
        end = random.paragraph(2),
    );
    text
}

impl Random {
    /// A postcode in the right form, in a district that the post never used.
    pub(super) fn postcode(&mut self) -> String {
        const LETTERS: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
        let mut letter = || char::from(LETTERS[self.below(LETTERS.len())]);
        let (first, second) = (letter(), letter());
        format!("PO{} {}{first}{second}", 70 + self.below(9), self.below(10))
    }
}
