//! How actions stand: statuses with words, a column for each quarter, and what spreadsheets change.

use serde_json::json;

use super::support::{Import, text};

const IN_WORDS: &str = "\
Marlsea plan April 2026 – March 2027
Ref\tAction\tLead\tBy when\tStatus update (July 2026)
1a\tWrite a directory\tCouncil\t30 June 2026\tOn track. 14 of 20 partners have replied.
1b\tTrain reception staff\tHealth\tAutumn 2026\tNot yet started
1c\tRun a group\tChildren's team\tMarch 2027\tDelayed – the bid was turned down
1d\tReview posters\tComms\tDec 26\tCompleted May 2026
1e\tAsk people\tCouncil\tDec 26\tThe group met twice
1f\tCount people\tCouncil\tDec 26\tN/A
";

#[test]
fn words_beside_a_status_are_published_with_it() {
    let import = Import::of("plan.tsv", IN_WORDS);
    import.assert_passes_check(&["plan/updates", "plan/status"]);
    import.assert_keeps_words(IN_WORDS);
    let actions: Vec<_> = import.actions().into_iter().map(|(_, action)| action).collect();
    let update = |at: usize| actions[at]["updates"][0].clone();
    let day = "2026-07-31";
    let replied = "On track. 14 of 20 partners have replied.";
    assert_eq!(update(0), json!({"date": day, "status": "on-track", "text": replied}));
    assert_eq!(update(1), json!({"date": day, "status": "not-started"}));
    assert_eq!(update(2)["status"], "off-track");
    assert_eq!(update(3)["status"], "complete");
    assert_eq!(update(4)["text"], "The group met twice");
    assert!(actions[5].get("updates").is_none() && actions[5].get("private").is_none(), "{}", import.yaml);
}

const BY_QUARTER: &str = "\
Marlsea plan 2026-27
Ref,Action,Lead,When,RAG (Q1),RAG (Q2),Update Q1,Update Q2,Date completed
1,Hold an event,Council,Sep 2026,A,G,Room booked,\"Held on 12 Sept, 140 came\",
2,Print a booklet,Comms,Dec 2026,R,R,,The printer has closed,
3,Fund a worker,Health,June 2026,G,,,,14/06/2026
";

#[test]
fn a_quarters_colour_and_words_are_one_update_on_its_last_day() {
    let import = Import::of("plan.csv", BY_QUARTER);
    import.assert_passes_check(&["plan/updates", "plan/status"]);
    import.assert_keeps_words(BY_QUARTER);
    let actions: Vec<_> = import.actions().into_iter().map(|(_, action)| action).collect();
    let first = json!([
        {"date": "2026-06-30", "status": "at-risk", "text": "Room booked"},
        {"date": "2026-09-30", "status": "on-track", "text": "Held on 12 Sept, 140 came"},
    ]);
    assert_eq!(actions[0]["updates"], first);
    assert_eq!(actions[1]["updates"][0], json!({"date": "2026-06-30", "status": "off-track"}));
    assert_eq!(actions[2]["updates"][0], json!({"date": "2026-06-14", "status": "complete"}));
}

const STEPS_WITH_STATES: &str = "\
Priority A: Early help
No\tAction\tSub-action\tLead\tDeadline\tRAG\tProgress
A1\tHelp families early\ta) Map the offer\tFamily hubs\tJune 2026\tComplete\tDone in May
\t\tb) Fill the gaps\tCouncil\tDec 2026\tOn track\tTender out
A2\tHelp in surgeries\ta) Recruit two workers\tHealth\tSept 2026\tAmber\tOne in post
\t\tb) Train 20 surgeries\tSafe Harbour\tMar 2027\tRed\t
";

#[test]
fn steps_with_states_of_their_own_keep_them() {
    let import = Import::of("plan.tsv", STEPS_WITH_STATES);
    import.assert_passes_check(&["plan/updates", "plan/status"]);
    import.assert_keeps_words(STEPS_WITH_STATES);
    let action = &import.actions()[1].1;
    assert_eq!(action["how"][1]["title"], "Train 20 surgeries");
    assert_eq!(action["updates"][0]["status"], "off-track");
    assert!(text(&action["updates"][0]["text"]).contains("Train 20 surgeries: Red"), "{}", import.yaml);
}

const SUB_ACTIONS: &str = "\
# Marlsea Action Plan 2026 – 2027

## Priority 1 - Prevention

Ref\tAction\tLead\tPerformance Target
1.1\tWork with schools: <p>i) Deliver lessons <p>ii) Train teachers\ti) Family hubs <p>ii) Education\ti) 20 lessons by July 2026 <p>ii) 80% of teachers
1.2\tKeep the refuge open\tHousing\tContract let by April 2026
\t\tThe refuge\t95% of nights used
1.3\tAsk every mother\tHealth\tMore than in 2025
";

#[test]
fn sub_actions_keep_their_own_leads_and_targets() {
    let import = Import::of("plan.tsv", SUB_ACTIONS);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(SUB_ACTIONS);
    let actions: Vec<_> = import.actions().into_iter().map(|(_, action)| action).collect();
    let steps = json!([
        {"title": "Deliver lessons", "leads": ["Family hubs"], "target": "20 lessons by July 2026", "timescale": "July 2026"},
        {"title": "Train teachers", "leads": ["Education"], "target": "80% of teachers"},
    ]);
    assert_eq!(actions[0]["how"], steps);
    assert_eq!(actions[1]["how"][1], json!({"title": "95% of nights used", "leads": ["The refuge"]}));
    assert!(actions[2].get("timescale").is_none(), "{}", import.yaml);
    assert_eq!(import.plan()["labels"]["measures"], "Performance Target");
}

const SPREADSHEET: &str = "\
Marlsea Action Plan Tracker,,,,,
Last updated: 30/09/2026,,,,,
No,Action,Owner,Due,% complete,Latest update
1.9,Tell all staff,Comms,46357,0%,
1.1,Review in a year,HR,12/2027,0,Not started
01-Feb,Pick champions,HR,Q3 26/27,100%,They are picked. Completed.
";

#[test]
fn what_a_spreadsheet_changed_is_changed_back_and_told() {
    let import = Import::of("plan.csv", SPREADSHEET);
    import.assert_passes_check(&["plan/updates", "plan/status", "plan/rating"]);
    import.assert_keeps_words(SPREADSHEET);
    let actions: Vec<_> = import.actions().into_iter().map(|(_, action)| action).collect();
    let refs: Vec<String> = actions.iter().map(|action| text(&action["ref"])).collect();
    assert_eq!(refs, ["1.9", "1.10", "1-2"]);
    assert!(import.report.contains("the number `1.1` is likely `1.10`"), "{}", import.report);
    assert_eq!(actions[0]["timescale"], json!({"by": "2026-12-01", "note": "46357"}));
    assert_eq!(actions[2]["updates"][0]["status"], "complete");
    assert_eq!(actions[2]["updates"][0]["date"], "2026-09-30");
}

const YEARS: &str = "\
Marlsea commitments
Theme,Commitment,Year 1 (2026/27),Year 2 (2027/28),Lead
Prevention,Work with schools,Map the offer,Try it in five,Education
,Work with employers,Write a policy,,HR
";

#[test]
fn a_column_for_each_year_is_milestones() {
    let import = Import::of("plan.csv", YEARS);
    import.assert_passes_check(&[]);
    let milestones = json!([
        {"title": "Map the offer", "timescale": "2026/27"},
        {"title": "Try it in five", "timescale": "2027/28"},
    ]);
    assert_eq!(import.actions()[0].1["milestones"], milestones);
}
