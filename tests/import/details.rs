//! Columns that fit no usual field have a public place: details under their own heading, themes, per cent done.

use serde_json::{Value, json};

use super::support::Import;

fn actions(import: &Import) -> Vec<Value> {
    import.actions().into_iter().map(|(_, action)| action).collect()
}

const CLIMATE: &str = "\
No\tAction\tLead\tCost\tSavings (tonnes)\tTheme\tRank\tBy when\tRAG
1\tInsulate the town hall\tProperty\t£40k\t12\tBuildings\tHigh\tMarch 2027\tGreen
2\tPlant a wood\tParks\t££\t8\tNature\tLow\tMarch 2028\tAmber
3\tElectric vans\tFleet\t£££\t30\tTransport\tHigh\tMarch 2029\tRed
";

#[test]
fn every_column_has_a_public_place() {
    let import = Import::of("plan.tsv", CLIMATE);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(CLIMATE);
    let actions = actions(&import);
    assert_eq!(actions[0]["details"], json!({"Cost": "£40k", "Savings (tonnes)": "12", "Rank": "High"}));
    assert_eq!(actions[1]["details"]["Cost"], "££", "signs that say something are kept");
    let themes: Vec<&Value> = actions.iter().map(|action| &action["themes"]).collect();
    assert_eq!(themes, ["Buildings", "Nature", "Transport"]);
    assert!(actions.iter().all(|action| action.get("private").is_none()), "{}", import.yaml);
    assert!(import.report.contains("Theme: themes  # each row says something else, so it is a tag of its action"));
}

#[test]
fn coloured_signs_are_ratings() {
    let table = "No\tAction\tBy when\tRAG\n1\tOne\tMarch 2027\t🟢\n2\tTwo\tMarch 2028\t🟡\n3\tThree\tMarch 2029\t🔴\n4\tFour\tMay 2029\t🔵\n";
    let import = Import::of("plan.tsv", table);
    let statuses: Vec<Value> = actions(&import).iter().map(|action| action["status"].clone()).collect();
    assert_eq!(statuses, ["on-track", "at-risk", "off-track", "complete"]);
}

#[test]
fn a_stage_says_more_than_a_colour_and_per_cent_are_read() {
    let table = "Action\tStage\tBy when\tPercentage complete\tRAG\nReview fees\tCompleted\tMarch 2026\t100%\tGreen\nReview rents\tIn progress\tMarch 2027\t40%\tAmber\n";
    let import = Import::of("plan.tsv", table);
    import.assert_passes_check(&["plan/status"]);
    let actions = actions(&import);
    assert_eq!((&actions[0]["status"], &actions[0]["progress"]), (&json!("complete"), &json!(100)));
    assert_eq!((&actions[1]["status"], &actions[1]["progress"]), (&json!("on-track"), &json!(40)));
    let unclear = Import::of("plan.tsv", table.replace("40%", "nearly half"));
    assert_eq!(unclear.actions()[1].1["details"], json!({"Percentage complete": "nearly half"}));
}

#[test]
fn what_may_tell_of_a_person_is_kept_and_pointed_out() {
    let table = "No\tAction\tBy when\tWitness\tWhere from\n1\tOne\tMay 2027\tJane Example\tGrant\n2\tTwo\tMay 2027\tring 01632 960001\tLevy\n3\tThree\tMay 2027\tjane@example.org\tLevy\n";
    let import = Import::of("plan.tsv", table);
    let actions = actions(&import);
    for (action, witness) in actions.iter().zip(["Jane Example", "ring 01632 960001", "jane@example.org"]) {
        assert_eq!(action["private"], json!({"Witness": witness}), "{}", import.yaml);
        assert!(action["details"].get("Where from").is_some());
    }
    assert_eq!(import.report.matches("`Witness` may tell of a person, so it is kept under `private:`").count(), 3);
}

#[test]
fn a_column_that_someone_chose_to_keep_is_kept() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let columns = folder.path().join("columns.txt");
    std::fs::write(&columns, "Cost: keep\nRank: themes\n").expect("it can be written");
    let import = Import::with("plan.tsv", CLIMATE, &["--columns", &columns.to_string_lossy()]);
    let actions = actions(&import);
    assert_eq!(actions[0]["private"], json!({"Cost": "£40k"}));
    assert_eq!(actions[0]["themes"], json!(["Buildings", "High"]));
}
