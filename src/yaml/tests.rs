use proptest::prelude::*;

use super::{Map, Value, write};
use crate::diagnostic::Report;
use crate::record::node;

fn written(text: &str) -> String {
    let mut inner = Map::default();
    inner.add("title", Value::text(text));
    inner.add("how", Value::List(vec![Value::text(text), Value::text("b")]));
    let mut map = Map::default();
    map.add("sections", Value::List(vec![Value::Map(inner)]));
    write(&map, 0)
}

fn texts(node: &node::Node<'_>) -> Vec<String> {
    match &node.value {
        node::Value::Scalar { text, .. } => vec![text.clone().into_owned()],
        node::Value::List(items) => items.iter().flat_map(texts).collect(),
        node::Value::Map(entries) => entries.iter().flat_map(|(_, node)| texts(node)).collect(),
    }
}

fn read_yaml_texts(yaml: &str) -> Vec<String> {
    let report = Report::new("plan.yaml".into(), "plan", yaml.as_bytes().into());
    node::read(yaml, 0, &report).map(|node| texts(&node)).unwrap_or_default()
}

#[test]
fn texts_stand_as_a_person_would_write_them() {
    for (text, line) in [
        ("Open a helpline", "title: Open a helpline"),
        ("1.10", "title: \"1.10\""),
        ("yes", "title: 'yes'"),
        ("2026-04", "title: 2026-04"),
        ("Police: first", "title: 'Police: first'"),
        ("- none", "title: '- none'"),
        ("We're here: always", "title: \"We're here: always\""),
        ("“Curly”  and two spaces", "title: “Curly”  and two spaces"),
        ("The #1 aim", "title: 'The #1 aim'"),
    ] {
        assert!(written(text).contains(line), "{}", written(text));
    }
}

#[test]
fn long_texts_are_folded_and_lines_kept() {
    let long = "word ".repeat(60).trim_end().to_owned();
    assert!(written(&long).contains("title: >-\n"), "{}", written(&long));
    assert!(written("one\n\ntwo").contains("|-\n      one\n\n      two"), "{}", written("one\n\ntwo"));
}

/// A text as an import tidies it: no spaces around its lines, and no empty lines around it.
fn tidy(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

proptest! {
    #[test]
    fn every_text_reads_back_as_it_was(text in "[ -~“”’–é•\n]{1,400}") {
        let tidy = tidy(&text);
        prop_assume!(!tidy.is_empty());
        let yaml = written(&tidy);
        let texts = read_yaml_texts(&yaml);
        prop_assert_eq!(&texts, &vec![tidy.clone(), tidy, "b".to_owned()], "{}", yaml);
    }
}
