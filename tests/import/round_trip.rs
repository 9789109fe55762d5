//! A plan goes out as a workbook, is edited in a spreadsheet, and comes back: what was edited changes, and nothing else.

use super::sheet::Sheet;
use crate::support::site::TestSite;

const PLAN: &str = "\
# Kept by the coordinator.
title: Our plan
period: {from: 2026-04, to: 2029-03}
labels: {section: Part, ref: No, title: Action, why: Why, aim: Aim, how: How, leads: Leads, timescale: When, milestones: Milestones, status: Status, updates: Progress}
sections:
  - title: Early help   # first
    actions:
      # Agreed in May.
      - ref: \"1.1\"
        title: Open a helpline
        why: [Needs assessment, 'Survivors: \"we need it\"']
        aim: >-
          People can talk to someone
          who *listens*.
        how:
          # The order matters.
          - title: Agree the contract
            leads: [marlsea-council]
            timescale: June 2026
          - Find people to answer
        leads:
          - {organisation: safe-harbour, role: Manager}
          - role: Clerk
            person: Jane Example   # not published
        timescale: By December 2026 # agreed
        milestones:
          - title: Contract signed
            timescale: June 2026
        updates:
          - date: 2026-09-01
            status: on-track
            text: Calls are answered.
        private: {phone: 01632 960001}
      - ref: \"1.2\"
        title: Print cards
        timescale: TBC
";

fn site() -> TestSite {
    TestSite::new().with("content/plans/our-plan.yaml", PLAN)
}

fn plan(site: &TestSite) -> String {
    site.read("content/plans/our-plan.yaml")
}

#[test]
fn a_table_that_nobody_edited_changes_no_byte() {
    let site = site();
    let (status, report) = Sheet::of(&site).back(&site);
    assert_eq!(status, 0, "{report}");
    assert!(report.contains("the plan stays as it is"), "{report}");
    assert_eq!(plan(&site), PLAN);
}

#[test]
fn days_that_a_program_spells_in_its_own_way_are_no_edits() {
    for spelt in ["1 Sep 2026", "01/09/2026", "1 September 2026"] {
        let site = site();
        let mut sheet = Sheet::of(&site);
        assert_eq!(sheet.cell(1, "Progress: latest"), "2026-09-01");
        spelt.clone_into(sheet.cell(1, "Progress: latest"));
        "31/12/2026".clone_into(sheet.cell(1, "When: last day"));
        let (status, report) = sheet.back(&site);
        assert_eq!(status, 0, "{report}");
        assert!(report.contains("the plan stays as it is"), "{report}");
        assert_eq!(plan(&site), PLAN);
    }
}

#[test]
fn an_edited_cell_changes_its_own_value_alone() {
    for (heading, cell, before, after) in [
        ("When", "By March 2027", "By December 2026 # agreed", "By March 2027 # agreed"),
        ("Action", "Open a helpline: now", "title: Open a helpline\n", "title: 'Open a helpline: now'\n"),
        (
            "Leads",
            "• Manager, Safe Harbour\n• Chair, Marlsea Council",
            "role: Clerk\n            person: Jane Example ",
            "organisation: marlsea-council\n            role: Chair ",
        ),
        (
            "How",
            "• Agree the contract\n  Leads: Marlsea Council\n  By: May 2027\n• Find people to answer",
            "timescale: June 2026\n          - Find",
            "timescale: May 2027\n          - Find",
        ),
        (
            "How",
            "• Agree the contract\n  Leads: Marlsea Council\n  By: June 2026\n• Find people to answer\n• Train them",
            "to answer\n",
            "to answer\n          - Train them\n",
        ),
        ("Why", "Needs assessment", "[Needs assessment, 'Survivors: \"we need it\"']", "[Needs assessment]"),
        (
            "Aim",
            "People can talk to someone who *listens*.",
            ">-\n          People can talk to someone\n          who *listens*.",
            "People can talk to someone who \\*listens\\*.",
        ),
        (
            "Milestones",
            "",
            "        milestones:\n          - title: Contract signed\n            timescale: June 2026\n",
            "",
        ),
        (
            "Progress: latest words",
            "Calls are answered all night.",
            "text: Calls are answered.",
            "text: Calls are answered all night.",
        ),
        ("Part", "Help comes early", "title: Early help ", "title: Help comes early "),
        (
            "Status",
            "At risk",
            "text: Calls are answered.\n",
            "text: Calls are answered.\n          - date: 2026-11-22\n            status: at-risk\n",
        ),
    ] {
        let site = site();
        let mut sheet = Sheet::of(&site);
        cell.clone_into(sheet.cell(1, heading));
        if heading == "Part" {
            cell.clone_into(sheet.cell(2, heading));
        }
        let (status, report) = sheet.back(&site);
        assert_eq!(status, 0, "{report}");
        assert_eq!(plan(&site), PLAN.replace(before, after), "{heading}: {report}");
        assert!(report.contains("1 change in"), "{report}");
    }
}

#[test]
fn a_new_update_a_new_action_and_a_lost_row_are_told_apart() {
    let site = site();
    let mut sheet = Sheet::of(&site);
    "2026-11-20".clone_into(sheet.cell(1, "Progress: latest"));
    "Complete".clone_into(sheet.cell(1, "Progress: latest status"));
    "The line is open.".clone_into(sheet.cell(1, "Progress: latest words"));
    for cell in &mut sheet.rows[2] {
        cell.clear();
    }
    "Early help".clone_into(sheet.cell(2, "Part"));
    "1.3".clone_into(sheet.cell(2, "No"));
    "Tell everyone".clone_into(sheet.cell(2, "Action"));
    "• Council\n• Police".clone_into(sheet.cell(2, "Leads"));
    "May 2027".clone_into(sheet.cell(2, "When"));
    let (status, report) = sheet.back(&site);
    assert_eq!(status, 0, "{report}");
    let expected = PLAN.replace(
        "text: Calls are answered.\n",
        "text: Calls are answered.\n          - date: 2026-11-20\n            status: complete\n            text: The line is open.\n",
    );
    let added = "      - ref: \"1.3\"\n        title: Tell everyone\n        leads:\n          - Council\n          - Police\n        \
                 timescale: May 2027\n";
    assert_eq!(plan(&site), format!("{expected}{added}"), "{report}");
    assert!(report.contains("`1.2 Print cards` is in no row of the table; it stays in the plan"), "{report}");
    assert!(report.contains("`Tell everyone` is a new action"), "{report}");
}

#[test]
fn a_file_that_is_no_export_touches_no_plan() {
    let site = site();
    let file = site.path().join("other.csv");
    std::fs::write(&file, "Action,Lead,When\nOpen a drop-in,Council,May 2026\n").expect("it can be written");
    let run = site.run_plain(&[
        "import",
        "plan",
        &file.to_string_lossy(),
        "--out",
        &site.path().join("content/plans/our-plan.yaml").to_string_lossy(),
    ]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.err.contains("is no export of it"), "{run:?}");
    assert_eq!(plan(&site), PLAN);
}
