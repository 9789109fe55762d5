//! Counts of few people: whatever they are, the site and every message are the same, byte for byte.

use crate::support::site::TestSite;

/// A series in which `few` takes the place of small counts, and the year of a sum with one of them.
fn indicator(small_numbers: &str, few: [&str; 3], year: &str) -> String {
    let [first, second, baseline] = few;
    format!(
        "title: People in the refuge\nsource: The refuge\nunit: people\nbetter: up\narea: north\n{small_numbers}\
         baseline: {{value: {baseline}, period: 2024-Q4}}\npoints:\n  \
         - {{period: 2025, value: {year}}}\n  - {{period: 2025-Q1, value: 12}}\n  - {{period: 2025-Q2, value: {first}}}\n  \
         - {{period: 2025-Q3, value: 9}}\n  - {{period: 2025-Q4, value: 8, note: A new room.}}\n  \
         - {{period: 2026-Q1, value: 7}}\n  - {{period: 2026-Q2, value: {second}}}\ntarget: {{value: 20, by: 2028-03}}\n"
    )
}

const SUPPRESS: &str = "small_numbers: suppress\n";

fn site(few: [&str; 3], year: &str) -> TestSite {
    TestSite::new().with("content/indicators/refuge.yaml", indicator(SUPPRESS, few, year)).built()
}

#[test]
fn the_site_is_the_same_whatever_a_small_count_is() {
    let one = site(["0", "4", "3"], "29");
    let page = one.page("evidence/index.html");
    assert!(page.contains("fewer than 5") && page.contains("&lt;5</text>"), "{page}");
    for (few, year) in [(["1", "0", "0"], "30"), (["4", "1", "4"], "33"), (["3", "3", "1"], "32")] {
        assert!(one.files() == site(few, year).files(), "{few:?} can be told from the site");
    }
    // The test can fail: from five on, a count is told, and another one makes another page.
    assert!(one.files() != site(["5", "4", "3"], "34").files());
}

#[test]
fn without_the_field_the_counts_are_told() {
    let shown = TestSite::new().with("content/indicators/refuge.yaml", indicator("", ["3", "2", "4"], "32")).built();
    let page = shown.page("evidence/index.html");
    assert!(page.contains("<td class=\"num\" data-label=\"Value\">3</td>"), "{page}");
    assert!(!page.contains("fewer than 5"), "{page}");
}

#[test]
fn a_page_says_fewer_than_five_and_holds_back_the_total() {
    let site = site(["3", "2", "1"], "32");
    let page = site.page("evidence/index.html");
    let row =
        |period: &str, value: &str| format!(">{period}</th>\n<td class=\"num\" data-label=\"Value\">{value}</td>");
    for (period, value) in
        [("2025", "not shown"), ("January to March 2025", "12"), ("April to June 2025", "fewer than 5")]
    {
        assert!(page.contains(&row(period, value)), "{period}: {page}");
    }
    assert!(page.contains("Latest: fewer than 5 in April to June 2026. The baseline was fewer than 5"), "{page}");
    assert!(page.contains("Whether it is met cannot be told from a figure that is not shown."), "{page}");
    assert!(page.contains("Area: North Marlsea. Source: The refuge."), "{page}");
}

/// Three series of one group in one quarter, and another in which all are many.
fn group(women: &str, men: &str, all: &str) -> TestSite {
    let series = |title: &str, count: &str, more: &str| {
        format!(
            "title: {title}\ngroup: Cases by sex\nsource: Records\nunit: people\n{more}points:\n  \
             - {{period: 2026-Q1, value: {count}}}\n  - {{period: 2026-Q2, value: 50}}\n"
        )
    };
    TestSite::new()
        .with("content/indicators/women.yaml", series("Women", women, SUPPRESS))
        .with("content/indicators/men.yaml", series("Men", men, SUPPRESS))
        .with("content/indicators/all.yaml", series("All", all, "baseline: {value: 44, period: 2026-Q1}\n"))
        .built()
}

#[test]
fn a_small_count_cannot_be_worked_out_from_those_of_its_group() {
    let site = group("41", "3", "44");
    let page = site.page("evidence/index.html");
    let row = |cells: [&str; 3]| {
        let cells = ["All", "Men", "Women"].iter().zip(cells);
        cells
            .map(|(series, value)| format!("\n<td class=\"num\" data-label=\"{series}\">{value}</td>"))
            .collect::<Vec<_>>()
            .concat()
    };
    assert!(page.contains(&row(["44", "fewer than 5", "not shown"])), "{page}");
    assert!(page.contains(&row(["50", "50", "50"])), "{page}");
    assert!(!page.contains(">41<") && !page.contains(" 41 "), "{page}");
    assert!(group("40", "4", "44").files() == site.files(), "the count can be told from the site");
    assert_eq!(page.matches("<table").count(), 1, "the series share a table: {page}");
    let keys: Vec<&str> =
        page.split("<ul class=\"keys\"").nth(1).expect("a key").split("<li>").skip(1).take(3).collect();
    assert!(keys[1].contains("class=\"series dashes\"") && keys[1].contains("</svg> Men</li>"), "{keys:?}");
}

#[test]
fn the_count_of_a_series_without_the_field_is_held_back_with_its_group() {
    let page = group("3", "40", "4").page("evidence/index.html");
    assert!(!page.contains(">4</td>"), "{page}");
    assert!(page.contains("data-label=\"All\">fewer than 5</td>"), "{page}");
}

#[test]
fn series_of_other_units_stand_by_themselves_under_the_name_of_their_group() {
    let cases = "title: Cases\ngroup: The court\nsource: Records\nunit: people\npoints: [{period: 2026, value: 12}]\n";
    let time = "title: Weeks\ngroup: The court\nsource: Records\nunit: weeks\npoints: [{period: 2026, value: 9}]\n";
    let site = TestSite::new().with("content/indicators/cases.yaml", cases).with("content/indicators/weeks.yaml", time);
    let page = site.built().page("evidence/index.html");
    assert!(page.contains("<h2 id=\"the-court\">The court</h2>\n<h3 id=\"cases\">Cases</h3>"), "{page}");
    assert_eq!(page.matches("<table").count(), 2, "{page}");
}

#[test]
fn a_group_of_one_is_pointed_out() {
    let series = |group: &str| format!("title: A\ngroup: {group}\nsource: B\npoints: [{{period: 2026, value: 12}}]\n");
    let site = TestSite::new()
        .with("content/indicators/a.yaml", series("Cases by sex"))
        .with("content/indicators/b.yaml", series("Cases by sexe"));
    let messages = site.run("check", &[]).err;
    assert!(messages.contains("no other figures have the group `Cases by sexe`"), "{messages}");
    assert!(messages.contains("did you mean `Cases by sex`?"), "{messages}");
}

/// What `check` says in every form about a series with something wrong in it.
fn told(text: &str) -> String {
    let site = TestSite::new().with("content/indicators/refuge.yaml", text);
    ["text", "json", "github"]
        .map(|format| site.run("check", &["--format", format]))
        .map(|run| run.out + &run.err)
        .concat()
}

#[test]
fn no_message_tells_a_small_count() {
    let slips: [&dyn Fn(String) -> String; 6] = [
        // Twice the same period; no count at all; broken YAML; a slip in a figure's field; a slip in the word itself.
        &|text| text.replace("period: 2025-Q3", "period: 2025-Q2"),
        &|text| text.replace("value: 12", "value: many"),
        &|text| text.replace("{period: 2026-Q2", "{period 2026-Q2: ["),
        &|text| text.replace("{period: 2025-Q2,", "{perod: 2025-Q2,"),
        &|text| text.replace("small_numbers: suppress", "small_numbers: supress"),
        &|text| text.replace("{value: 20, by: 2028-03}", "{value: 20, bye: 2028-03}"),
    ];
    for slip in slips {
        let text = |few| slip(indicator(SUPPRESS, few, "33"));
        let one = told(&text(["0", "4", "3"]));
        assert!(one.contains("error"), "{one}");
        for few in [["1", "0", "0"], ["4", "1", "4"]] {
            assert_eq!(one, told(&text(few)));
        }
    }
}

#[test]
fn a_fraction_of_a_person_is_refused_without_repeating_it() {
    insta::assert_snapshot!(TestSite::new()
        .with("content/indicators/refuge.yaml", indicator(SUPPRESS, ["2.75", "3", "1"], "33"))
        .messages(), @r"
    error[indicator/value]: this is not a count of people, and `small_numbers: suppress` is for those
      --> content/indicators/refuge.yaml:11:30
       = help: write a whole number in digits: `12`

    1 error
    ");
}

#[test]
fn a_number_in_the_note_of_a_count_that_is_not_shown_is_told() {
    let text = indicator(SUPPRESS, ["3", "2, note: 2 women and their children", "1"], "33");
    insta::assert_snapshot!(TestSite::new().with("content/indicators/refuge.yaml", text).messages(), @r"
    warning[indicator/note]: the figure of this period is not shown, and there is a number in its note
      --> content/indicators/refuge.yaml:15:14
       = help: make sure that the note does not give the figure away, or write it without a number

    1 warning
    ");
}
