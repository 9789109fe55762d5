//! Outcomes, objectives and actions, wherever a plan names them.

use serde_json::{Value, json};

use super::support::{Import, text};

/// The overview names outcomes, and the tables below have headings for objectives alone.
const OVERVIEW: &str = "\
#### 7

**MARLSEA ANNUAL ACTION PLAN 2026/27**

Overview of Outcomes and Objectives

\tOUTCOME\tKEY OBJECTIVES\tPRINCIPAL LEAD FROM THE EXECUTIVE GROUP
1\tPeople recognise harm and speak up\t1.1 To teach children <p> 1.2 To raise awareness among adults\tDirector of Learning
2\tPeople who are harmed are safe\t2.1 To have a skilled workforce\tHead of Public Protection

#### 8

**1.1 To teach children about kind friendships**

REF\tACTION\tLEAD OFFICER\tTIMESCALE\tRAG\tEXPECTED OUTCOMES FROM ACTIONS
1.1.1\tWrite a toolkit for schools\tSchools team\tSept 2026\tGREEN\tChildren know what is kind <p> Schools can respond
1.1.2\tSupport young people\tLead officer to be identified\tJan 2027\tRED\t

9

REF\tACTION\tLEAD OFFICER\tTIMESCALE\tRAG\tEXPECTED OUTCOMES FROM ACTIONS
1.1.3\tInvolve parents\tSchools team / Family hubs\tOngoing\tAMBER\t

**2.1 To have a skilled workforce**

REF\tACTION\tLEAD OFFICER\tTIMESCALE\tRAG\tEXPECTED OUTCOMES FROM ACTIONS
2.1.1\tAgree what staff should know\tTraining team\tQ3 26/27\tAMBER\tStaff are sure of what to do
";

#[test]
fn an_overview_gives_its_outcomes_and_leads_and_no_actions() {
    let import = Import::of("plan.tsv", OVERVIEW);
    import.assert_passes_check(&["plan/leads", "plan/updates", "plan/status"]);
    import.assert_keeps_words(OVERVIEW);
    let plan = import.plan();
    assert_eq!(plan["labels"]["title"], "ACTION");
    assert_eq!(plan["labels"]["leads"], "LEAD OFFICER");
    assert_eq!(import.actions().len(), 4, "{}", import.yaml);
    let first = &plan["sections"][0];
    assert_eq!((&first["ref"], &first["title"]), (&json!("1"), &json!("People recognise harm and speak up")));
    assert_eq!(first["lead"], "Director of Learning");
    let objective = &first["objectives"][0];
    assert_eq!(objective["title"], "To teach children about kind friendships");
    assert_eq!(objective["expected_outcomes"], json!(["Children know what is kind", "Schools can respond"]));
    assert_eq!(objective["actions"][2]["leads"], json!(["Schools team / Family hubs"]));
    assert_eq!(plan["sections"][1]["lead"], "Head of Public Protection");
    // An objective that has no table is said where a person looks.
    assert!(import.yaml.contains("# look here: the overview also says: `1.2 To raise awareness among adults`"));
}

const LEADS_IN_OVERVIEW: &str = "\
Marlsea plan April 2026 – March 2029
Priority\tPriority lead
1. Prevention\tPublic Health
2. Safety\tHousing

### RAG guide

Red\tThe date has passed
Green\tIt is done, or will be

Priority 1: Prevention
Action\tLead\tBy when
Visit every school\tSchools team\tMay 2027
Priority Two – Safety
Action\tLead\tBy when
Fit better locks\tHousing team\tJune 2027
";

#[test]
fn an_overview_before_headings_leads_their_sections() {
    let import = Import::of("plan.tsv", LEADS_IN_OVERVIEW);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(LEADS_IN_OVERVIEW);
    let plan = import.plan();
    assert_eq!(plan["title"], "Marlsea plan April 2026 – March 2029");
    assert_eq!(plan["period"], json!({"from": "2026-04", "to": "2029-03"}));
    assert_eq!(plan["rating_guide"]["red"], "The date has passed");
    let sections = plan["sections"].as_array().expect("there are sections");
    let told: Vec<Value> =
        sections.iter().map(|section| json!([section["ref"], section["title"], section["lead"]])).collect();
    assert_eq!(json!(told), json!([["1", "Prevention", "Public Health"], ["Two", "Safety", "Housing"]]));
}

const BANNERS_OVER_A_COLUMN: &str = "\
Marlsea Delivery Plan 2026-29,,,,
Priority 1,Everyone is equal,,,
Outcome,Activity,Lead,Timeframe,Comment
People know the causes,Hold a day of events,Council,By 31st March 2027,300 came
,Train champions,Health,2026-2028,
Priority 2,People thrive,,,
People have safe homes,Adopt a housing policy,Housing,tbc,Awaiting advice
";

#[test]
fn a_column_of_groups_stands_below_the_priorities_between_its_rows() {
    let import = Import::of("plan.csv", BANNERS_OVER_A_COLUMN);
    import.assert_passes_check(&["plan/updates"]);
    import.assert_keeps_words(BANNERS_OVER_A_COLUMN);
    let plan = import.plan();
    assert_eq!(plan["sections"][0]["title"], "Everyone is equal");
    assert_eq!(plan["sections"][0]["objectives"][0]["title"], "People know the causes");
    assert_eq!(plan["sections"][0]["objectives"][0]["actions"].as_array().map(Vec::len), Some(2));
    assert_eq!(plan["sections"][1]["ref"], "2");
    assert_eq!(plan["sections"][1]["objectives"][0]["title"], "People have safe homes");
}

const BARE_LINES: &str = "\
OUR PLAN FOR SAFER HOMES 2026 TO 2029

PREVENT

What we want to see
Fewer people harmed

What we will do\tWho will do it\tWhen
Publish a strategy\tPublic Health\tSpring 2027

Strategic Priority 2:
To keep people safe at home

What we will do\tWho will do it\tWhen
Fit better locks\tHousing\tBy the end of 2026/27

The success of the above measures will be evaluated by:
Number of homes made safe
Calls from the same home

PURSUE
What we will do\tWho will do it\tWhen
Bring charges sooner\tPolice / Prosecutors\tJune 2027
";

#[test]
fn headings_that_are_bare_lines_open_sections() {
    let import = Import::of("plan.tsv", BARE_LINES);
    import.assert_passes_check(&["plan/timescale"]);
    import.assert_keeps_words(BARE_LINES);
    let plan = import.plan();
    assert_eq!(plan["title"], "OUR PLAN FOR SAFER HOMES 2026 TO 2029");
    let sections = plan["sections"].as_array().expect("there are sections");
    let titles: Vec<String> = sections.iter().map(|section| text(&section["title"])).collect();
    assert_eq!(titles, ["PREVENT", "To keep people safe at home", "PURSUE"]);
    assert_eq!(sections[0]["expected_outcomes"], json!(["Fewer people harmed"]));
    assert_eq!(sections[1]["ref"], "2");
    assert_eq!(sections[1]["expected_outcomes"][0], "Number of homes made safe", "{}", import.yaml);
}
