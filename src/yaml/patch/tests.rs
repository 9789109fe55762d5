use super::Patch;
use crate::diagnostic::Report;
use crate::record::node::{self, field, items};
use crate::yaml::Value;

const PLAN: &str = "\
# The plan.
actions:
  - ref: x # kept
    title: >-
      one
      two
    # who
    leads: [a, b] # two
    how:
      # first
      - |
        Ask
      - {title: Tell, target: all}
    status: on-track

# end
";

fn changed(change: impl FnOnce(&mut Patch<'_>, &node::Node<'_>)) -> String {
    let report = Report::new("x".into(), "plan", PLAN.as_bytes().into());
    let root = node::read(PLAN, 0, &report).expect("it is YAML");
    let action = &items(field(&root, "actions"))[0];
    let mut patch = Patch::of(PLAN);
    change(&mut patch, action);
    patch.apply()
}

#[test]
fn a_value_changes_and_nothing_else() {
    let title = changed(|patch, action| patch.set(action, "title", &Value::text("three")));
    assert_eq!(title, PLAN.replace("title: >-\n      one\n      two", "title: three"));
    let number = changed(|patch, action| patch.set(action, "ref", &Value::text("1.1")));
    assert_eq!(number, PLAN.replace("ref: x #", "ref: \"1.1\" #"));
    let leads = changed(|patch, action| patch.set(action, "leads", &Value::List(vec![Value::text("c, d")])));
    assert_eq!(leads, PLAN.replace("leads: [a, b] #", "leads:\n      - c, d #"));
}

#[test]
fn a_new_field_stands_in_its_place() {
    let when = changed(|patch, action| patch.set(action, "timescale", &Value::text("May 2026")));
    assert_eq!(when, PLAN.replace("    status:", "    timescale: May 2026\n    status:"));
}

#[test]
fn a_field_goes_with_its_line() {
    let without = changed(|patch, action| patch.remove(action, "status"));
    assert_eq!(without, PLAN.replace("    status: on-track\n", ""));
    let without = changed(|patch, action| patch.remove(action, "ref"));
    assert_eq!(without, PLAN.replace("ref: x # kept\n    title", "title"));
}

#[test]
fn items_change_come_and_go() {
    let how = |action: &node::Node<'_>| field(action, "how").map(|list| list.span.start).is_some();
    assert!(changed(|_, action| assert!(how(action))) == PLAN);
    let first = changed(|patch, action| {
        let list = field(action, "how").expect("it is there");
        patch.set_item(list, &items(Some(list))[0], &Value::text("Listen"));
    });
    assert_eq!(first, PLAN.replace("- |\n        Ask", "- Listen"));
    let added = changed(|patch, action| {
        let list = field(action, "how").expect("it is there");
        patch.add_item(list, &items(Some(list))[1], &Value::text("Listen"));
    });
    assert_eq!(added, PLAN.replace("target: all}\n", "target: all}\n      - Listen\n"));
    let fewer = changed(|patch, action| {
        let list = field(action, "leads").expect("it is there");
        patch.remove_item(list, &items(Some(list))[0]);
    });
    assert_eq!(fewer, PLAN.replace("[a, b]", "[b]"));
    let inside = changed(|patch, action| {
        let list = field(action, "how").expect("it is there");
        patch.set(&items(Some(list))[1], "target", &Value::text("some, not all"));
    });
    assert_eq!(inside, PLAN.replace("target: all}", "target: 'some, not all'}"));
}
