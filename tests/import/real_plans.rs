//! The tables of two plans as they came out of real documents, beside what a person made of them. They are not part of
//! the project: see `tests/real_plans.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::support::{Import, text};

fn table(name: &str) -> Option<String> {
    let named = std::env::var_os("FINGERPOST_REAL_PLANS").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real-plans"));
    let table = fs::read_to_string(folder.join("tables").join(name)).ok();
    if table.is_none() {
        println!("skipped: there is no table `{name}` in `{}`", folder.display());
    }
    table
}

/// How many fields came out exactly as in the clean table.
fn right(import: &Import, clean: &str, fields: &[&str]) -> Vec<(String, usize)> {
    let rows: Vec<Vec<&str>> = clean.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let actions = import.actions();
    assert_eq!(actions.len(), rows.len());
    let same = |at: usize, column: usize| {
        let (section, action) = &actions[at];
        let wanted = rows[at].get(column).copied().unwrap_or_default().trim();
        let found = match fields[column] {
            "section" => section.clone(),
            "leads" => leads(action),
            "rating" => text(&action["status"]),
            field => text(&action[field]).replace('\\', ""),
        };
        let fine = words(&found) == words(wanted);
        if !fine {
            println!("row {}, {}: `{wanted}` came out as `{found}`", at + 2, fields[column]);
        }
        fine
    };
    let count = |column: usize| (0..rows.len()).filter(|at| same(*at, column)).count();
    fields.iter().enumerate().map(|(column, field)| ((*field).to_owned(), count(column))).collect()
}

/// Spaces in a row count as one: Markdown keeps no others.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn leads(action: &Value) -> String {
    let leads = action["leads"].as_array().cloned().unwrap_or_default();
    let one = |lead: &Value| match lead {
        Value::String(text) => text.clone(),
        lead => format!("{} as {}", text(&lead["person"]), text(&lead["role"])),
    };
    leads.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn pairs(expected: &[(&str, usize)]) -> Vec<(String, usize)> {
    expected.iter().map(|(field, count)| ((*field).to_owned(), *count)).collect()
}

#[test]
fn sefton_comes_out_whole() {
    let (Some(raw), Some(clean)) = (table("05-sefton-2023-all.raw.tsv"), table("05-sefton-2023-all.clean.tsv")) else {
        return;
    };
    let import = Import::of("sefton-2023.tsv", &raw);
    import.assert_passes_check(&["plan/ref"]);
    import.assert_keeps_words(&raw);
    let fields = ["section", "ref", "title", "why", "aim", "how", "leads", "success", "timescale", "rating"];
    // One cell names two groups, which became two leads.
    let expected = fields.map(|field| (field, if field == "leads" { 73 } else { 74 }));
    assert_eq!(right(&import, &clean, &fields), pairs(&expected));
}

#[test]
fn st_helens_comes_out_but_for_what_its_table_has_lost() {
    let (Some(raw), Some(clean)) = (table("15-st-helens-2020-all.raw.tsv"), table("15-st-helens-2020-all.clean.tsv"))
    else {
        return;
    };
    let import = Import::of("st-helens-2020.tsv", &raw);
    import.assert_passes_check(&[]);
    import.assert_keeps_words(&raw);
    let fields = ["section", "title", "why", "aim", "leads", "timescale", "success"];
    let expected = [
        // The heading "Older People" is not in the raw table.
        ("section", 50),
        // Four actions have lost their first cell, and say so.
        ("title", 50),
        ("why", 54),
        ("aim", 54),
        // "As above" is written out, and four cells name two posts, which became two leads.
        ("leads", 49),
        ("timescale", 53),
        ("success", 54),
    ];
    assert_eq!(right(&import, &clean, &fields), pairs(&expected));
}
