//! What the documents say of the program is there.

use std::fs;
use std::path::Path;

/// The tests that a document names, as `file › name` in code.
fn named_tests(document: &str) -> Vec<(String, String)> {
    let code = document.split('`').skip(1).step_by(2);
    code.filter_map(|code| code.split_once(" › ")).map(|(file, name)| (file.to_owned(), name.to_owned())).collect()
}

#[test]
fn each_test_that_the_page_on_safety_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/safety.md")).expect("the page is there");
    let tests = named_tests(&document);
    assert!(tests.len() > 50, "{}", tests.len());
    for (file, name) in tests {
        let source = fs::read_to_string(root.join(&file)).unwrap_or_else(|error| panic!("`{file}`: {error}"));
        let is_there = if Path::new(&file).extension().is_some_and(|ending| ending == "rs") {
            source.contains(&format!("#[test]\nfn {name}()")) || source.contains(&format!("#[test]\n    fn {name}()"))
        } else {
            source.lines().any(|line| ["test(", "look("].iter().any(|call| line.contains(call)) && line.contains(&name))
        };
        assert!(is_there, "`{file}` has no test `{name}`");
    }
    for number in 1..=32 {
        assert!(document.contains(&format!("\n| {number} |")), "the page says nothing of {number}");
    }
}
