//! British spelling in the words of the program and of the example site.

use std::path::Path;

use crate::support::example::example;
use crate::support::site::files;

/// American spellings, by the beginning of the word, each with what is written here. A computer's program is spelled so
/// here as well.
const AMERICAN: [(&str, &str); 36] = [
    ("aging", "ageing"),
    ("analyz", "analyse"),
    ("apologiz", "apologise"),
    ("authoriz", "authorise"),
    ("behavior", "behaviour"),
    ("canceled", "cancelled"),
    ("canceling", "cancelling"),
    ("categoriz", "categorise"),
    ("center", "centre"),
    ("color", "colour"),
    ("counseling", "counselling"),
    ("counselor", "counsellor"),
    ("criticiz", "criticise"),
    ("defense", "defence"),
    ("emphasiz", "emphasise"),
    ("enrollment", "enrolment"),
    ("favor", "favour"),
    ("finaliz", "finalise"),
    ("fulfill", "fulfil"),
    ("gray", "grey"),
    ("harbor", "harbour"),
    ("honor", "honour"),
    ("humor", "humour"),
    ("labeled", "labelled"),
    ("labor", "labour"),
    ("minimiz", "minimise"),
    ("minoritiz", "minoritise"),
    ("neighbor", "neighbour"),
    ("offense", "offence"),
    ("organiz", "organise"),
    ("prioritiz", "prioritise"),
    ("realiz", "realise"),
    ("recogniz", "recognise"),
    ("rumor", "rumour"),
    ("skillful", "skilful"),
    ("traveler", "traveller"),
];

/// Words of a text that are spelled the American way.
fn american(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase);
    let found = words.filter_map(|word| {
        let (_, british) = AMERICAN.iter().find(|(american, _)| word.starts_with(american))?;
        Some(format!("`{word}`, for `{british}`"))
    });
    found.collect()
}

/// The words of a page that people read: no addresses, no names of classes, no code.
fn read(html: &str) -> String {
    let main = html.split_once("<body").map_or(html, |(_, rest)| rest);
    super::words_of(main)
}

#[test]
fn the_list_finds_what_it_should_and_nothing_else() {
    assert_eq!(american("The neighbor's behavior").len(), 2);
    assert!(
        american("The neighbour's behaviour: a programme of counselling at the centre, and a coloured map").is_empty()
    );
}

#[test]
fn the_pages_of_the_example_site_are_in_british_spelling() {
    let found: Vec<String> = example()
        .pages()
        .flat_map(|(name, html)| american(&read(html)).into_iter().map(move |word| format!("{name}: {word}")))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_built_in_pages_and_the_words_of_the_templates_are_in_british_spelling() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["templates", "src/source/builtin"] {
        for (name, bytes) in files(&project.join(folder)) {
            let is_words = ["html", "md"].iter().any(|ending| name.ends_with(ending)) && !name.starts_with("assets/");
            let text = String::from_utf8_lossy(&bytes);
            // What stands in elements and expressions is for programs.
            let text = text.replace("{{", "<").replace("}}", ">").replace("{%", "<").replace("%}", ">");
            let words = super::words_of(&text);
            found.extend(
                american(&words).into_iter().filter(|_| is_words).map(|word| format!("{folder}/{name}: {word}")),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
