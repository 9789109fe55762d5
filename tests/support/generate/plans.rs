//! Action plans in three levels: sections, objectives, actions.

use std::fmt::Write;
use std::io;

use super::prose::{capitalised, word};
use super::random::Random;
use super::{Folder, Size, services, stories, training};

/// About as many as one plan holds in life.
const ACTIONS_PER_PLAN: usize = 80;
const ACTIONS_PER_OBJECTIVE: usize = 5;
const OBJECTIVES_PER_SECTION: usize = 4;

/// The quarters from summer 2024 on, up to the site's day, in which a board had its updates.
const QUARTERS: usize = 10;

const TIMESCALES: [&str; 14] = [
    "2026-06-30",
    "2027-03-31",
    "2026-12",
    "2025",
    "March 2027",
    "May-26",
    "By end of January 2027",
    "Q2 2026/27",
    "By Summer 2027",
    "Sept 26 and ongoing",
    "Ongoing",
    "TBC",
    "Throughout the lifetime of this Strategy",
    "{from: 2025-04, by: 2027-09, note: when the grant is agreed}",
];

/// Those whose date has passed.
const PAST: [&str; 4] = ["2026-06-30", "2025", "May-26", "Q2 2026/27"];

/// The statuses of work that is going on, the usual one several times.
const UNDER_WAY: [&str; 7] = ["on-track", "on-track", "on-track", "on-track", "at-risk", "off-track", "paused"];

pub(super) fn count(size: Size) -> usize {
    size.actions.div_ceil(ACTIONS_PER_PLAN)
}

pub(super) fn id(number: usize) -> String {
    format!("{}-strategy", word(number * 3))
}

pub(super) fn write(content: &Folder, size: Size) -> io::Result<()> {
    let plans = count(size);
    for number in 0..plans {
        // The plans share the actions out: the first ones take what does not divide.
        let actions = size.actions / plans + usize::from(number < size.actions % plans);
        let mut text = head(number);
        for action in 0..actions {
            text.push_str(&headings(number, action));
            text.push_str(&Action::new(size, number, action).text());
        }
        content.write(&format!("plans/{}.yaml", id(number)), &text)?;
    }
    Ok(())
}

fn head(number: usize) -> String {
    let mut random = Random::new(20, number);
    let name = capitalised(&word(number * 3));
    format!(
        "title: {name} Strategy
summary: {summary}
period: {{from: 2024-04, to: 2028-03}}
organisation: {organisation}
labels: {{section: Outcome, title: Key action, success: How will we know?}}
documents:
  - {{title: {name} needs assessment, url: \"https://www.example.org/needs/{number}\", kind: PDF, date: 2024-02-14}}
risks:
  - {{ref: R1, risk: {risk}, likelihood: {likelihood}, impact: {impact}, mitigation: {mitigation}, lead: {lead}, status: open}}
sections:
",
        summary = random.paragraph(3),
        organisation = random.organisation(),
        risk = random.phrase(8),
        likelihood = 1 + random.below(5),
        impact = 1 + random.below(5),
        mitigation = random.phrase(10),
        lead = random.organisation(),
    )
}

/// The section and the objective that begin with this action, if any do.
fn headings(plan: usize, action: usize) -> String {
    let mut random = Random::new(21, plan * 1_000 + action);
    let place = Place::of(action);
    let mut text = String::new();
    if place.objective == 1 && place.action == 1 {
        let _ = write!(
            text,
            "  - ref: \"{}\"\n    title: {}\n    aim: {}\n    lead: {}\n    expected_outcomes:\n      - {}\n      - {}\n    objectives:\n",
            place.section,
            random.phrase(6),
            random.paragraph(2),
            random.organisation(),
            random.sentence(),
            random.sentence(),
        );
    }
    if place.action == 1 {
        let _ = write!(
            text,
            "      - ref: \"{}.{}\"\n        title: {}\n        lead: {}\n        actions:\n",
            place.section,
            place.objective,
            random.phrase(8),
            random.organisation(),
        );
    }
    text
}

/// Where an action stands in its plan, counted from 1.
struct Place {
    section: usize,
    objective: usize,
    action: usize,
}

impl Place {
    fn of(action: usize) -> Self {
        let objective = action / ACTIONS_PER_OBJECTIVE;
        Self {
            section: 1 + objective / OBJECTIVES_PER_SECTION,
            objective: 1 + objective % OBJECTIVES_PER_SECTION,
            action: 1 + action % ACTIONS_PER_OBJECTIVE,
        }
    }

    fn reference(&self) -> String {
        format!("{}.{}.{}", self.section, self.objective, self.action)
    }
}

struct Action {
    size: Size,
    reference: String,
    random: Random,
}

impl Action {
    fn new(size: Size, plan: usize, action: usize) -> Self {
        Self { size, reference: Place::of(action).reference(), random: Random::new(22, plan * 1_000 + action) }
    }

    fn text(mut self) -> String {
        let fields = self.fields();
        let lines = fields.trim_end().replace('\n', "\n            ");
        format!("          - {lines}\n")
    }

    fn fields(&mut self) -> String {
        let mut text = format!("ref: \"{}\"\n", self.reference);
        let timescale = self.random.pick(&TIMESCALES);
        let random = &mut self.random;
        let _ = write!(
            text,
            "title: {title}
why: {why}
aim: {aim}
how:
  - {step}
  - {{title: {dated_step}, leads: [{step_lead}], timescale: {step_by}}}
leads:
  - {lead}
  - {{organisation: {other_lead}, role: {role}, person: Alex Example}}
timescale: {timescale}
milestones:
  - {{title: {first}, timescale: 2025-06, done: 2025-06-20}}
  - {{title: {second}, timescale: 2027-06}}
measures:
  - {measure}
  - {{title: {counted}, baseline: \"{baseline}\", target: \"{target}\", indicator: {indicator}}}
success: {success}
",
            title = random.phrase(9),
            why = random.sentence(),
            aim = random.paragraph(2),
            step = random.sentence(),
            dated_step = random.phrase(7),
            step_lead = random.organisation(),
            step_by = random.pick(&["2026-09", "2027-01"]),
            lead = random.organisation(),
            other_lead = random.organisation(),
            role = random.pick(&["Head of service", "Team manager", "Commissioner"]),
            first = random.phrase(5),
            second = random.phrase(5),
            measure = random.sentence(),
            counted = random.phrase(5),
            baseline = random.below(100),
            target = 100 + random.below(100),
            indicator = stories::indicator_id(random.below(stories::INDICATORS)),
            success = random.sentence(),
        );
        text.push_str(&self.updates(timescale));
        text.push_str(&self.related());
        text
    }

    /// None to six updates, a quarter apart, up to the last quarter or the end of the work.
    fn updates(&mut self, timescale: &str) -> String {
        let should_have_begun = timescale.starts_with("{from") || timescale.starts_with("Throughout");
        let count = self.random.below(7).max(usize::from(should_have_begun));
        if count == 0 {
            return String::new();
        }
        let ended = self.random.once_in(3);
        let first = if ended { self.random.below(QUARTERS + 1 - count) } else { QUARTERS - count };
        let mut text = String::from("updates:\n");
        for quarter in first..first + count {
            let last = quarter + 1 == first + count;
            let status = match (last, ended) {
                (true, true) => "complete",
                (true, false) if PAST.contains(&timescale) => "off-track",
                _ => self.random.pick(&UNDER_WAY),
            };
            let month = 6 + quarter * 3;
            let _ = writeln!(
                text,
                "  - {{date: {}-{:02}-{:02}, status: {status}, text: {}, by: {}}}",
                2024 + month / 12,
                1 + month % 12,
                1 + self.random.below(14),
                self.random.paragraph(2),
                self.random.organisation(),
            );
        }
        text
    }

    fn related(&mut self) -> String {
        if !self.random.once_in(3) {
            return String::new();
        }
        let plan = self.random.below(count(self.size));
        let service = self.random.below(self.size.services);
        let course = self.random.below(self.size.courses());
        format!("related: [{}/1.1.1, {}, {}]\n", id(plan), services::id(service), training::id(course))
    }
}
