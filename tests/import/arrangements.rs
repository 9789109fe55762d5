//! Plans that are arranged in other ways than a row for each action under one header.

use serde_json::{Value, json};

use super::support::{Import, text};

fn titles(import: &Import) -> Vec<String> {
    import.actions().iter().map(|(_, action)| text(&action["title"])).collect()
}

#[test]
fn a_tab_for_each_quarter_is_one_plan_with_an_update_for_each() {
    let import = Import::of("plan.xlsx", include_bytes!("cases/tab-for-each-quarter.xlsx"));
    import.assert_passes_check(&["plan/timescale-past", "plan/ref"]);
    let actions = import.actions();
    assert_eq!(actions.len(), 3);
    let updates = |action: &Value| {
        let updates = action["updates"].as_array().cloned().unwrap_or_default();
        updates
            .iter()
            .map(|update| format!("{} {}", text(&update["date"]), text(&update["status"])))
            .collect::<Vec<_>>()
    };
    // The third quarter is not over on the day of the import.
    assert_eq!(updates(&actions[0].1), ["2026-06-30 at-risk", "2026-09-30 at-risk", "2026-11-22 on-track"]);
    assert_eq!(updates(&actions[1].1), ["2026-06-30 on-track", "2026-09-30 on-track", "2026-11-22 complete"]);
    assert!(import.report.contains("a time that is not over"), "{}", import.report);
}

#[test]
fn a_header_that_comes_again_in_a_later_table_is_no_action() {
    let import = Import::of("plan.docx", include_bytes!("cases/repeated-header.docx"));
    import.assert_passes_check(&["plan/timescale-past"]);
    let refs: Vec<String> = import.actions().iter().map(|(_, action)| text(&action["ref"])).collect();
    assert_eq!(refs, ["1.1", "1.2", "1.3", "2.1"]);
    assert_eq!(titles(&import)[0], "Assess data");
    assert_eq!(import.actions()[0].1["details"]["Required or Encouraged"], json!("Required for all agencies"));
}

#[test]
fn a_box_for_each_action_is_a_row_for_each() {
    let import = Import::of("plan.docx", include_bytes!("cases/box-for-each-action.docx"));
    import.assert_passes_check(&[]);
    assert_eq!(titles(&import), ["Roll out walking programmes", "Support partnerships"]);
    let first = &import.actions()[0].1;
    assert_eq!((&first["ref"], &first["timescale"]), (&json!("25"), &json!("December 2027")));
    assert_eq!(first["leads"][1], json!({"organisation": "SI", "part": "support"}));
}

#[test]
fn a_table_under_words_that_are_not_known_is_refused_with_the_lines_that_would_help() {
    let table = "Foo\tBar\tBaz\nOpen a hall\tWe\t1\nClose a hall\tThey\t2\n";
    let import = Import::of("plan.tsv", table);
    assert_ne!(import.status, 0, "{}", import.yaml);
    assert!(import.report.contains("--columns"), "{}", import.report);
    assert!(import.report.contains("\ncolumn 1: keep  # Foo\ncolumn 2: keep  # Bar\n"), "{}", import.report);
}

#[test]
fn dates_that_can_only_have_the_month_first_show_how_the_others_are_meant() {
    let table = "Action\tLead\tDue\tStarted\nOpen a hall\tCouncil\t8/9/2024\t1/2/2024\nBuy a bus\tCouncil\t12/31/2024\t3/4/2024\n";
    let import = Import::of("plan.tsv", table);
    let timescale = |at: usize| import.actions()[at].1["timescale"].clone();
    assert_eq!(timescale(0), json!({"from": "2024-01-02", "by": "2024-08-09"}));
    assert!(import.report.contains("have the month first"), "{}", import.report);
    let mixed = Import::of("plan.tsv", "Action\tLead\tDue\nA hall\tCouncil\t31/12/2024\nA bus\tCouncil\t8/9/2024\n");
    assert_eq!(mixed.actions()[1].1["timescale"], json!("8/9/2024"));
}

#[test]
fn a_plan_whose_period_is_over_is_archived_and_says_so() {
    let plan =
        |title: &str| Import::of(&format!("{title}.tsv"), "Action\tLead\tBy when\nOpen a hall\tCouncil\tMay 2021\n");
    let over = plan("Action plan 2019-2022");
    assert_eq!(over.plan()["archived"], json!(true));
    assert!(over.yaml.contains("# look here: the plan's period is over"), "{}", over.yaml);
    assert_eq!(plan("Action plan 2019-2029").plan()["archived"], Value::Null);
}

#[test]
fn financial_years_begin_when_the_sites_do() {
    let site = crate::support::site::TestSite::new().with_setting("financial_year_starts: 1");
    let (table, plan) = (site.path().join("plan.tsv"), site.path().join("content/plans/new.yaml"));
    site.write("plan.tsv", "Action\tLead\tQ1 2026 update\nOpen a hall\tCouncil\tThe roof is on\n");
    site.write("content/plans/notes.txt", "");
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    program.args(["import", "plan", "--today", "2026-11-22", "--out"]).arg(&plan).arg(&table).assert().success();
    let yaml = site.read("content/plans/new.yaml");
    assert!(yaml.contains("date: 2026-03-31"), "{yaml}");
}

#[test]
fn the_report_ends_with_what_is_sure_and_where_to_look() {
    let import = Import::of(
        "plan.tsv",
        "Action\tLead\tBy when\nOpen a hall\tCouncil\tShort term\nBuy a bus\tCouncil\tMay 2027\n",
    );
    let last = import.report.lines().rfind(|line| line.contains(" sure, ")).unwrap_or_default();
    assert!(last.starts_with("# ") && last.contains(" to look at, on lines "), "{last}");
    let line: usize = last.rsplit(", ").next().and_then(|text| text.split(' ').next()?.parse().ok()).expect("a line");
    assert!(
        import.yaml.lines().nth(line - 1).is_some_and(|line| line.contains("timescale")),
        "{last}\n{}",
        import.yaml
    );
    let unsure = Import::of("plan.tsv", "Action\tTiming\nOpen a hall\tSoon\nBuy a bus\tLater\n");
    assert!(unsure.report.contains("choose the columns"), "{}", unsure.report);
}

#[test]
fn a_table_of_figures_becomes_indicators_beside_the_plan() {
    let table = "Action\tLead\tBy when\nOpen a hall\tCouncil\tMay 2027\n\nKPI\tBaseline 2023/24\tTarget 2026/27\tQ1 2024/25\tQ2 2024/25\tOwner\n\
        Referrals to the hall\t420\t600\t1,110\t125\tJo Example\nPeople who feel safer\t61%\t75%\t63%\tn/a\t\n\
        Halls that closed\t9\t2\t3\t1\t\n";
    let site = crate::support::site::TestSite::new().with("plan.tsv", table);
    site.write("content/plans/notes.txt", "");
    site.write(
        "content/indicators/halls-that-closed.yaml",
        "title: Ours\nsource: Us\npoints: [{period: 2024, value: 9}]\n",
    );
    let (table, plan) = (site.path().join("plan.tsv"), site.path().join("content/plans/halls.yaml"));
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_fingerpost"));
    let output = program.args(["import", "plan", "--today", "2026-11-22", "--out"]).arg(&plan).arg(&table).output();
    let report = String::from_utf8(output.expect("it runs").stderr).expect("it is UTF-8");
    let read = |path: &str| -> Value { serde_saphyr::from_str(&site.read(path)).expect("it is YAML") };
    assert_eq!(read("content/plans/halls.yaml")["sections"][0]["actions"].as_array().map(Vec::len), Some(1));
    let referrals = read("content/indicators/referrals-to-the-hall.yaml");
    assert_eq!(referrals["points"], json!([{"period": "2024-Q2", "value": 1110}, {"period": "2024-Q3", "value": 125}]));
    assert_eq!(referrals["baseline"], json!({"value": 420}));
    assert_eq!(referrals["target"], json!({"value": 600, "by": "2026/27"}));
    assert_eq!((&referrals["plan"], &referrals["private"]), (&json!("halls"), &json!({"Owner": "Jo Example"})));
    let safer = read("content/indicators/people-who-feel-safer.yaml");
    assert_eq!((&safer["unit"], &safer["points"]), (&json!("%"), &json!([{"period": "2024-Q2", "value": 63}])));
    assert_eq!(read("content/indicators/halls-that-closed.yaml")["title"], "Ours");
    assert!(report.contains("is there already, and was not changed"), "{report}");
    assert!(!site.messages().contains("error"), "{}", site.messages());
}

#[test]
fn counts_of_few_people_are_held_back() {
    let table = "KPI\tTarget\tQ1 2024/25\tQ2 2024/25\nCases heard again\t2\t3\t12\n\nAction\tLead\tBy when\nOpen a hall\tCouncil\tMay 2027\n";
    let import = Import::of("plan.tsv", table);
    assert!(import.yaml.contains("# small_numbers: suppress"), "{}", import.yaml);
}
