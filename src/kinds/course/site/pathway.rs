//! Which course comes before which: the way through the levels of training.

use std::collections::HashMap;

use crate::kinds::course::record::Course;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::site::{Published, Site};

/// A step of the way: a level with the courses of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// The number of the level in the vocabulary.
    pub level: usize,
    /// The courses, those that others build on first.
    pub courses: Vec<usize>,
}

/// Which courses come before a course and which after, by their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    pub(super) before: Vec<usize>,
    pub(super) after: Vec<usize>,
}

/// The way of each course. A course that needs itself is left to the checks.
pub(super) fn ways(courses: &[Published<Course>]) -> Vec<Way> {
    let numbers: HashMap<&str, usize> =
        courses.iter().enumerate().map(|(number, course)| (course.id.as_str(), number)).collect();
    let mut ways = vec![Way::default(); courses.len()];
    for (number, course) in courses.iter().enumerate() {
        let wanted = course.prerequisites.iter().filter_map(|id| numbers.get(id.value.as_str()).copied());
        let mut before: Vec<usize> = wanted.filter(|&other| other != number).collect();
        before.sort_unstable();
        before.dedup();
        for &other in &before {
            ways[other].after.push(number);
        }
        ways[number].before = before;
    }
    ways
}

/// The way to some courses, level by level: these courses, and all that must be done before them.
#[must_use]
pub(crate) fn to(site: &Site, wanted: impl Fn(&CourseCalendar) -> bool) -> Vec<Step> {
    let mut on_the_way: Vec<bool> = site.courses.iter().map(wanted).collect();
    // Prerequisites may stand in a circle, so each course is followed once.
    let mut to_follow: Vec<usize> = (0..on_the_way.len()).filter(|&course| on_the_way[course]).collect();
    while let Some(course) = to_follow.pop() {
        for &before in &site.courses[course].before {
            if !std::mem::replace(&mut on_the_way[before], true) {
                to_follow.push(before);
            }
        }
    }
    let levels = (0..site.vocabulary.levels.len()).map(|level| Step {
        level,
        courses: in_order(site, |course| on_the_way[course] && site.courses[course].level == Some(level)),
    });
    levels.filter(|step| !step.courses.is_empty()).collect()
}

/// Courses of one level, each after those of them that it builds on, else by name.
fn in_order(site: &Site, wanted: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut waiting: Vec<usize> = (0..site.courses.len()).filter(|&course| wanted(course)).collect();
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let free = |&course: &usize| !site.courses[course].before.iter().any(|before| waiting.contains(before));
        // In a circle no one is first; the first by name begins.
        let next = waiting.iter().position(free).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

/// A course, and the courses that it must be done before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Branch {
    /// The number of the course.
    pub course: usize,
    /// What builds on it. A course that builds on several stands below each of them, with what comes after it at the
    /// first alone.
    pub below: Vec<Branch>,
}

/// The courses in which the way begins, each with what builds on it. Courses that need each other in a circle, which
/// the check tells of, begin nowhere and are left out.
#[must_use]
pub(crate) fn trees(site: &Site) -> Vec<Branch> {
    let mut shown = vec![false; site.courses.len()];
    let in_order = to(site, |_| true).into_iter().flat_map(|step| step.courses);
    let first = in_order.filter(|&course| site.courses[course].before.is_empty());
    first.map(|course| branch(site, course, &mut shown)).collect()
}

fn branch(site: &Site, course: usize, shown: &mut [bool]) -> Branch {
    let again = std::mem::replace(&mut shown[course], true);
    let after = if again { &[] } else { site.courses[course].after.as_slice() };
    Branch { course, below: after.iter().map(|&next| branch(site, next, shown)).collect() }
}

/// The posts that must do a course, by name, each with its courses in the order of the way.
#[must_use]
pub(crate) fn posts(site: &Site) -> Vec<(&str, Vec<usize>)> {
    let mut posts: Vec<(&str, Vec<usize>)> = Vec::new();
    let in_order = to(site, |_| true).into_iter().flat_map(|step| step.courses);
    let mut numbers: HashMap<String, usize> = HashMap::new();
    for course in in_order {
        for post in &site.courses[course].course.mandatory_for {
            let number = *numbers.entry(post.to_lowercase()).or_insert(posts.len());
            if number == posts.len() {
                posts.push((post, Vec::new()));
            }
            posts[number].1.push(course);
        }
    }
    posts.sort_by_key(|(post, _)| post.to_lowercase());
    posts
}
