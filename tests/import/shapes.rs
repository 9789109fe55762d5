//! Plans in the shapes that partnerships use, as text: each goes in whole and comes out in the shape that it had.

use serde_json::{Value, json};

use super::support::{Import, text};

fn titles(import: &Import) -> Vec<String> {
    import.actions().iter().map(|(_, action)| text(&action["title"])).collect()
}

fn sections(import: &Import) -> Vec<String> {
    let plan = import.plan();
    plan["sections"].as_array().expect("there are sections").iter().map(|section| text(&section["title"])).collect()
}

/// Outcomes with objectives, a strategic lead, expected outcomes, milestones, measures, a rating with its guide and
/// progress each quarter.
const THREE_LEVELS: &str = "\
Marlsea Domestic Abuse Annual Action Plan 2026-27
RAG Rating Guide
Red\tAction date passed and not complete
Amber\tNot started but in timescale, or slow progress
Green\tComplete, or expected on time
OUTCOME 1: PEOPLE ASK FOR HELP EARLY
Strategic Lead: Director of Public Health
Objective 1.1: Help is easy to find
Ref\tKey Action\tMilestones\tLead Officer\tTimescale\tOutcome Measure\tRAG\tQuarterly Progress Update
1.1.1\tOpen one website for help\tDesign agreed – completed\tHead of Communications\tEnd Jan 2027\tVisits each month\tG\tThe site is open. COMPLETED
1.1.2\tPrint cards in six languages\t• Words agreed (May 2026) • Cards printed (July 2026)\tHead of Communications\tQ2 2026/27\tCards handed out\tA\tTwo languages are done
EXPECTED OUTCOMES FROM ACTIONS
• More people call sooner
• Fewer people wait
Objective 1.2: Staff know what to do
Ref\tKey Action\tMilestones\tLead Officer\tTimescale\tOutcome Measure\tRAG\tQuarterly Progress Update
1.2.1\tTrain every front desk\t\tLead officer to be identified\tTBC\t80% of desks trained\tR\t
OUTCOME 2: PEOPLE WHO HARM ARE STOPPED
Objective 2.1: Courts act fast
Ref\tKey Action\tMilestones\tLead Officer\tTimescale\tOutcome Measure\tRAG\tQuarterly Progress Update
2.1.1\tHold a monthly court day\t\tCourt manager\tOngoing\t\t\tNot started
";

#[test]
fn outcomes_objectives_and_actions_keep_their_levels() {
    let import = Import::of("plan.tsv", THREE_LEVELS);
    // One lead officer is yet to be identified, and one action has a colour and no words.
    import.assert_passes_check(&["plan/leads", "plan/updates"]);
    import.assert_keeps_words(THREE_LEVELS);
    let plan = import.plan();
    assert!(plan.get("summary").is_none(), "{}", plan["summary"]);
    assert_eq!(plan["title"], "Marlsea Domestic Abuse Annual Action Plan 2026-27");
    assert_eq!(plan["period"], json!({"from": "2026-04", "to": "2027-03"}));
    assert_eq!(plan["labels"]["section"], "Outcome");
    assert_eq!(plan["labels"]["objective"], "Objective");
    assert_eq!(plan["labels"]["title"], "Key Action");
    assert_eq!(plan["rating_guide"]["red"], "Action date passed and not complete");
    let first = &plan["sections"][0];
    assert_eq!(first["ref"].to_string(), "\"1\"");
    assert_eq!(first["title"], "PEOPLE ASK FOR HELP EARLY");
    assert_eq!(first["lead"], "Director of Public Health");
    let objective = &first["objectives"][0];
    assert_eq!((&objective["ref"], &objective["title"]), (&json!("1.1"), &json!("Help is easy to find")));
    assert_eq!(objective["expected_outcomes"], json!(["More people call sooner", "Fewer people wait"]));
    let website = &objective["actions"][0];
    assert_eq!(website["ref"], "1.1.1");
    assert_eq!(website["updates"][0]["status"], "complete");
    assert_eq!(website["updates"][0]["text"], "The site is open. COMPLETED");
    let cards = &objective["actions"][1];
    assert_eq!(cards["milestones"][1], json!({"title": "Cards printed", "timescale": "July 2026"}));
    assert_eq!(cards["updates"][0]["status"], "at-risk");
    assert_eq!(first["objectives"][1]["actions"][0]["status"], "off-track");
    assert_eq!(plan["sections"][1]["objectives"][0]["actions"][0]["updates"][0]["status"], "not-started");
}

/// Sub-actions with a lead and a target each, in lists of the same length, under a promise.
const PARALLEL: &str = "\
Priority 1: Prevention
We will intervene early
Action,Steps,Lead,Timescale,Performance Target
Work with schools,\"1. Write lessons
2. Train teachers
3. Visit every school\",\"Education team
Safe Harbour
Police\",\"May 2026
Sept 2026
March 2027\",\"12 lessons
80% of teachers
All 20 schools\"
Work with parents,Hold evenings in every ward,Family hubs,Dec 2026,200 parents
";

#[test]
fn lists_of_the_same_length_are_paired_by_place() {
    let import = Import::of("plan.csv", PARALLEL);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(PARALLEL);
    let plan = import.plan();
    assert_eq!(plan["sections"][0]["title"], "Prevention");
    assert_eq!(plan["sections"][0]["aim"], "We will intervene early");
    let action = &plan["sections"][0]["actions"][0];
    let step = json!({"title": "Train teachers", "leads": ["Safe Harbour"], "target": "80% of teachers", "timescale": "Sept 2026"});
    assert_eq!(action["how"][1], step);
    assert_eq!(action["how"].as_array().map(Vec::len), Some(3));
    assert!(action.get("leads").is_none() && action.get("measures").is_none());
    let other = &plan["sections"][0]["actions"][1];
    assert_eq!(other["how"], "Hold evenings in every ward");
    assert_eq!(other["measures"], json!(["200 parents"]));
}

const NO_NUMBERS: &str = "\
Theme;What will we do?;Who?;By when?;Cost;How will success be measured?
Early help;Open a drop-in;Safe Harbour;By Summer 2026;£4,000;People say that it helped
;Visit every GP;ICB;ditto;;Visits
Justice;\"Support people in court; go with them\";Police | Witness service;As reviews are published;£500;Cases that go on
";

#[test]
fn a_first_column_of_themes_is_filled_down_and_unknown_columns_become_details() {
    let import = Import::of("plan.csv", NO_NUMBERS);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(NO_NUMBERS);
    assert_eq!(sections(&import), ["Early help", "Justice"]);
    assert_eq!(titles(&import), ["Open a drop-in", "Visit every GP", "Support people in court; go with them"]);
    let actions: Vec<Value> = import.actions().into_iter().map(|(_, action)| action).collect();
    assert_eq!(actions[0]["details"], json!({"Cost": "£4,000"}));
    assert_eq!(actions[1]["timescale"], "By Summer 2026");
    assert_eq!(actions[2]["leads"], json!(["Police", "Witness service"]));
    assert_eq!(actions[2]["timescale"], json!({"note": "As reviews are published"}));
    assert!(import.report.contains("`ditto` is written out"), "{}", import.report);
    assert!(import.yaml.contains("# look here: no date is understood"), "{}", import.yaml);
}

const TWO_HEADER_ROWS: &str = "\
Ref,Action,Delivery,,Monitoring,
,,Lead agency,Deadline,Measure,Update
A1,Open a drop-in,Safe Harbour,31/03/2027,Visits,Rooms are booked
A2,Print cards,Council,30/06/2027,Cards,
";

#[test]
fn a_header_of_two_rows_is_one_header() {
    let import = Import::of("plan.csv", TWO_HEADER_ROWS);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(TWO_HEADER_ROWS);
    let action = &import.actions()[0].1;
    assert_eq!(action["ref"], "A1");
    assert_eq!(action["leads"], json!(["Safe Harbour"]));
    assert_eq!(action["timescale"], "31/03/2027");
    assert_eq!(action["measures"], json!(["Visits"]));
    assert_eq!(action["updates"][0]["text"], "Rooms are booked");
}

const CUT_BY_PAGES: &str = "\
# Marlsea plan 2026-2029

## Early help

No.\tObjective\tLead\tWhen?
1\tOpen a drop-in for people who need help\tSafe Harbour\tMay-26
2\tWork with every surgery in Marlsea so that staff\tHealth partnership for\tJune-26

Page 3 of 9

No.\tObjective\tLead\tWhen?
\tcan ask safely and know what to do\tthe coast\t
3\tPrint cards\tCouncil\tMay-26
3\tPrint posters\tCouncil\tMay-26
";

#[test]
fn rows_that_a_page_cut_in_two_are_joined() {
    let import = Import::of("plan.tsv", CUT_BY_PAGES);
    import.assert_passes_check(&["plan/ref"]);
    import.assert_keeps_words(CUT_BY_PAGES);
    assert_eq!(
        titles(&import)[1],
        "Work with every surgery in Marlsea so that staff can ask safely and know what to do"
    );
    assert_eq!(import.actions()[1].1["leads"], json!(["Health partnership for the coast"]));
    assert_eq!(import.actions().len(), 4);
    assert!(import.report.contains("page number"), "{}", import.report);
}

#[test]
fn text_saved_by_an_old_spreadsheet_is_read() {
    let mut bytes = b"Action,Lead,When\r\nPrint caf\xe9 cards \x96 all \x93six\x94,Council,May 2026\r\n".to_vec();
    let import = Import::of("plan.csv", &bytes);
    assert_eq!(titles(&import), ["Print café cards – all “six”"]);
    bytes = "\u{feff}Action,Lead,When\r\nPrint café cards,Council,May 2026\r\n".into();
    assert_eq!(titles(&Import::of("plan.csv", &bytes)), ["Print café cards"]);
    let wide: Vec<u8> = "\u{feff}Action\tLead\tWhen\r\nPrint café cards\tCouncil\tMay 2026\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(titles(&Import::of("plan.txt", &wide)), ["Print café cards"]);
}

#[test]
fn markdown_in_a_cell_stays_text() {
    let plan = "Action\tWhy\tLead\nOpen *all* doors\t# 1 in <4> asks for [help] & *more*\tCouncil\n";
    let import = Import::of("plan.tsv", plan);
    import.assert_passes_check(&[]);
    let action = &import.actions()[0].1;
    assert_eq!(action["title"], "Open *all* doors");
    assert_eq!(action["why"], "\\# 1 in <4> asks for [help] & \\*more\\*");
}

#[test]
fn a_file_of_columns_decides() {
    let plan = "Thing,Bit,Who\nOpen a drop-in,May 2026,Council\nPrint cards,June 2026,Council\n";
    let first = Import::of("plan.csv", plan);
    let columns = first.report.split("give them with --columns.\n").nth(1).expect("the columns are told").to_owned();
    assert!(columns.contains("Who: leads"), "{columns}");
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("columns.yaml");
    std::fs::write(&path, columns.replace("Bit: timescale", "Bit: keep")).expect("it can be written");
    let second = Import::with("plan.csv", plan, &["--columns", &path.to_string_lossy()]);
    second.assert_passes_check(&[]);
    assert_eq!(second.actions()[0].1["private"], json!({"Bit": "May 2026"}));
    std::fs::write(&path, "Bit: wen").expect("it can be written");
    let wrong = Import::with("plan.csv", plan, &["--columns", &path.to_string_lossy()]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.report.contains("there is no field `wen`"), "{}", wrong.report);
}

#[test]
fn what_is_no_plan_is_refused_with_help() {
    for (name, bytes) in [
        ("plan.csv", &b"a,b\n1,2\n"[..]),
        ("plan.pdf", b"%PDF-1.7"),
        ("plan.docx", b"PK\x03\x04broken"),
        ("e.csv", b""),
    ] {
        let import = Import::of(name, bytes);
        assert_eq!(import.status, 2, "{name}");
        assert!(import.report.starts_with("error: ") && import.report.contains("help: "), "{}", import.report);
        assert_eq!(import.yaml, "");
    }
}
