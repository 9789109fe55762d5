//! Text that would like to be more than text: markup, scripts, formulas, lines of other files. A corpus of it goes
//! through every field of every kind of record into every format. Each either gets a message or comes out as text.

mod calendar;
mod outputs;
mod specimen;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use fingerpost::{
    Artifact, Diagnostic, Occasion, Output, Reader, Renderer, Source, Sources, json,
    print::{self, Placed},
    resolve,
};
use outputs::Ordinary;
use rayon::prelude::*;
use specimen::{Specimen, attacks};

/// As many tries as it may take until what is refused has been taken out of a site.
const TRIES: usize = 12;

/// The site's pages and files once what was refused has been taken out, and how many fields took their attack.
struct Attacked {
    artifacts: Vec<Artifact>,
    taken: BTreeSet<usize>,
    renderer: Renderer,
}

/// Builds the specimen with an attack in each field, in memory; `last` saves reading the templates again.
fn build(specimen: &Specimen, last: Option<&Renderer>, attack: &dyn Fn(usize) -> String) -> Attacked {
    build_with(specimen, last, attack, &Renderer::outputs)
}

/// Builds some of the specimen's files.
fn build_with(
    specimen: &Specimen,
    last: Option<&Renderer>,
    attack: &dyn Fn(usize) -> String,
    wanted: &dyn Fn(&Renderer) -> Vec<Output>,
) -> Attacked {
    let mut reader = Reader::default();
    let mut taken: BTreeSet<usize> = specimen.fields().collect();
    for _ in 0..TRIES {
        let filled = specimen.filled(&|field| taken.contains(&field).then(|| attack(field)));
        let sources = Sources::from_files(filled.iter().map(|file| Source::new(&file.path, file.text.as_bytes())));
        let today = "2026-11-22".parse().expect("it is a day");
        let (site, problems) = resolve(&reader.read(&sources), Occasion { today, drafts: false }, None);
        let placed = Placed::all(&problems, |path| sources.get(path).map(Source::readable));
        assert_fit_for_a_terminal(&placed);
        let errors: Vec<&Placed<'_>> = placed.iter().filter(|placed| placed.diagnostic.is_error()).collect();
        if errors.is_empty() {
            let site = Arc::new(site.expect("it has its settings"));
            let renderer = last.map_or_else(|| Renderer::new(site.clone()), |last| Renderer::after(last, site.clone()));
            let renderer = renderer.unwrap_or_else(|problems| panic!("{problems:?}"));
            let made = wanted(&renderer).into_iter().map(|output| renderer.render(output));
            let artifacts = made.map(|made| made.unwrap_or_else(|problem: Diagnostic| panic!("{problem:?}"))).collect();
            return Attacked { artifacts, taken, renderer };
        }
        let before = taken.len();
        for error in &errors {
            let file = filled.iter().find(|file| *file.path == *error.diagnostic.path);
            for field in file.into_iter().flat_map(|file| file.fields_on(error.position.line)) {
                taken.remove(&field);
            }
        }
        if taken.len() == before {
            // Told elsewhere than where it came from: of two files with one address, say.
            for file in filled.iter().filter(|file| errors.iter().any(|error| *error.diagnostic.path == *file.path)) {
                file.fields.iter().for_each(|(field, _)| {
                    taken.remove(field);
                });
            }
        }
        let told = || errors.iter().map(|error| print::text(error)).collect::<String>();
        assert!(taken.len() < before, "the harmless site has errors:\n{}", told());
    }
    panic!("after {TRIES} tries there are still errors");
}

/// A message shows what stands in a file without letting it command the terminal or another program.
fn assert_fit_for_a_terminal(placed: &[Placed<'_>]) {
    for one in placed {
        let text = print::text(one);
        let stray = text.chars().find(|letter| letter.is_control() && *letter != '\n');
        assert_eq!(stray, None, "{text:?}");
        assert!(!one.diagnostic.message.is_empty());
        assert!(!json::github(one).contains(['\n', '\r']), "{}", json::github(one));
    }
    let array: serde_json::Value = serde_json::from_str(&json::array(placed)).expect("it is JSON");
    assert_eq!(array.as_array().map(Vec::len), Some(placed.len()));
}

/// The specimen with nothing evil in it.
struct Peace {
    specimen: Specimen,
    renderer: Renderer,
    ordinary: Ordinary,
}

fn peace() -> &'static Peace {
    static PEACE: LazyLock<Peace> = LazyLock::new(|| {
        let specimen = Specimen::read();
        let peaceful = build(&specimen, None, &|field| specimen.peace(field).to_owned());
        let wordy = build(&specimen, Some(&peaceful.renderer), &|field| format!("Words {field}"));
        let ordinary = Ordinary::of(&[wordy.artifacts, peaceful.artifacts].concat());
        Peace { specimen, renderer: peaceful.renderer, ordinary }
    });
    &PEACE
}

/// Every attack in every field once: in round `r` the field `f` has the attack `f + r`.
fn rounds(part: usize, parts: usize) {
    let Peace { specimen, renderer, ordinary } = peace();
    let attacks = attacks();
    let rounds: Vec<usize> = (0..attacks.len()).filter(|round| round % parts == part).collect();
    let taken: usize = rounds
        .par_iter()
        .map(|round| {
            let attack = |field: usize| attacks[(field + round) % attacks.len()].clone();
            let attacked = build(specimen, Some(renderer), &attack);
            for artifact in &attacked.artifacts {
                ordinary.assert_harmless(artifact, *round);
            }
            attacked.taken.len()
        })
        .sum();
    let fields = specimen.fields().count();
    println!(
        "{} rounds, {fields} fields: {taken} attacks came out as text, {} were refused",
        rounds.len(),
        rounds.len() * fields - taken
    );
    // Most fields are free text, and take nearly everything.
    assert!(taken > rounds.len() * fields / 3, "{taken}");
}

/// A cell of a spreadsheet holds 32,767 letters.
#[test]
fn texts_too_long_for_a_cell_of_a_spreadsheet_are_cut_there() {
    let specimen = Specimen::read();
    let fields: BTreeSet<usize> = specimen.fields_of("content/plans/strategy.yaml").collect();
    let long = |field| if fields.contains(&field) { "=long ".repeat(7_000) } else { specimen.peace(field).to_owned() };
    let downloads = ["csv", "json", "xlsx"].map(|format| format!("strategy/strategy/plan.{format}"));
    let wanted = |renderer: &Renderer| downloads.iter().filter_map(|path| renderer.find(path)).collect();
    let built = build_with(&specimen, None, &long, &wanted);
    let ordinary = Ordinary::of(&built.artifacts);
    let found: Vec<&str> = built.artifacts.iter().map(|artifact| &*artifact.path).collect();
    assert_eq!(found.len(), 3, "{found:?}");
    for artifact in &built.artifacts {
        ordinary.assert_harmless(artifact, 0);
        assert!(artifact.bytes.len() > 1_000, "{}", artifact.path);
    }
}

#[test]
fn every_attack_in_every_field_first_third() {
    rounds(0, 3);
}

#[test]
fn every_attack_in_every_field_second_third() {
    rounds(1, 3);
}

#[test]
fn every_attack_in_every_field_last_third() {
    rounds(2, 3);
}
