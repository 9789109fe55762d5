//! Builds that are killed at every step.

use super::{Public, SPRING, SUMMER, Site, map};
use crate::output::OutputError;
use crate::output::fail_point::FailPoint;

/// Kills a build of `to`, begun on a folder built from `from`, at every step; returns how many steps there were.
fn kill_everywhere(from: Site, to: Site, afterwards: Site) -> isize {
    for steps in 0.. {
        let public = Public::new();
        public.build(from).unwrap();
        public.put("mine.txt", "mine");
        let done = public.build_killed_after(to, FailPoint::after(steps)).is_ok();

        let (old, new) = (map(from), map(to));
        for (path, text) in public.contents() {
            let temporary = path.split('/').any(|name| name.starts_with(".fingerpost-"));
            let known = old.get(&path) == Some(&text) || new.get(&path) == Some(&text);
            assert!(known || temporary || path == "mine.txt" || text == "an empty folder", "{steps}: {path}");
        }
        for path in old.keys().filter(|path| new.contains_key(*path)) {
            assert!(public.read(path).is_some(), "{steps}: {path} is never missing");
        }
        public.build(afterwards).unwrap();
        let mut expected = map(afterwards);
        expected.insert("mine.txt".to_owned(), "mine".to_owned());
        assert_eq!(public.contents(), expected, "after step {steps}");
        if done {
            return steps;
        }
    }
    unreachable!("the loop ends when a build is done")
}

#[test]
fn a_kill_at_any_step_leaves_files_old_or_new_and_the_next_build_puts_all_right() {
    assert!(kill_everywhere(SPRING, SUMMER, SUMMER) > 10);
    assert!(kill_everywhere(SUMMER, SPRING, SUMMER) > 10);
    kill_everywhere(&[], SUMMER, SPRING);
}

#[test]
fn what_a_killed_build_was_about_to_write_stays_someone_elses_if_they_were_faster() {
    let public = Public::new();
    public.build(SPRING).unwrap();
    // Only the claim has been written, and nothing of the new build yet.
    public.build_killed_after(SUMMER, FailPoint::after(1)).unwrap_err();
    public.put("services/helpline/index.html", "mine");
    assert!(matches!(public.build(SUMMER), Err(OutputError::InTheWay { .. })));
    public.build(SPRING).unwrap();
    assert_eq!(public.read("services/helpline/index.html").as_deref(), Some("mine"));
}

#[test]
fn a_build_killed_twice_still_knows_its_files() {
    const AUTUMN: Site = &[("services/helpline/index.html", "helpline, changed"), ("index.html", "autumn")];
    for first in 0..12 {
        for second in 0..12 {
            let public = Public::new();
            public.build(SPRING).unwrap();
            public.build_killed_after(SUMMER, FailPoint::after(first)).ok();
            public.build_killed_after(AUTUMN, FailPoint::after(second)).ok();
            public.build(SUMMER).unwrap();
            assert_eq!(public.contents(), map(SUMMER), "killed after {first} and {second} steps");
        }
    }
}
