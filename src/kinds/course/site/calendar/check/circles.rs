//! Courses that need each other first, so that nobody could begin.

use std::collections::HashMap;

use super::warning;
use crate::diagnostic::Diagnostic;
use crate::kinds::course::site::calendar::CourseCalendar;

/// Tells of each circle once, at the course of it that comes first by its id.
pub(super) fn check(courses: &[CourseCalendar]) -> Vec<Diagnostic> {
    let numbers: HashMap<&str, usize> =
        courses.iter().enumerate().map(|(number, calendar)| (calendar.course.id.as_str(), number)).collect();
    let needs = |calendar: &CourseCalendar| {
        let needed = calendar.course.prerequisites.iter();
        needed.filter_map(|id| numbers.get(id.as_str()).copied()).collect()
    };
    let needs: Vec<Vec<usize>> = courses.iter().map(needs).collect();
    circles(&needs).iter().filter_map(|circle| told(courses, circle)).collect()
}

fn told(courses: &[CourseCalendar], circle: &[usize]) -> Option<Diagnostic> {
    let id = |number: usize| courses[number].course.id.as_str();
    let start = (0..circle.len()).min_by_key(|&at| id(circle[at]))?;
    let way: Vec<&str> = circle.iter().cycle().skip(start).take(circle.len() + 1).map(|&number| id(number)).collect();
    let needs: Vec<String> = way.windows(2).map(|two| format!("`{}` needs `{}`", two[0], two[1])).collect();
    let message = match needs.len() {
        1 => format!("`{}` has itself as a prerequisite", way[0]),
        _ => format!("these courses are prerequisites of each other: {}", needs.join(", ")),
    };
    let first = &courses[circle[start]];
    let span = first.course.prerequisites.iter().find(|needed| needed.value == way[1])?.span;
    let help = "take one of them out of `prerequisites`, or nobody can start";
    Some(warning(first, "prerequisites", message, span, help))
}

/// The circles among things of which each needs others. Two that share a thing are told one after the other: the second
/// when the first is mended.
fn circles(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut left = vec![true; needs.len()];
    let mut found = Vec::new();
    loop {
        trim(needs, &mut left);
        // What is left needs something that is left, so that every way through it comes back to where it was.
        let Some(start) = left.iter().position(|&left| left) else { return found };
        let mut way = vec![start];
        let circle = loop {
            let last = way[way.len() - 1];
            let next = needs[last].iter().copied().find(|&needed| left[needed]);
            let next = next.expect("what is left needs something that is left");
            match way.iter().position(|&been| been == next) {
                Some(at) => break way.split_off(at),
                None => way.push(next),
            }
        };
        for &number in &circle {
            left[number] = false;
        }
        found.push(circle);
    }
}

/// Takes out what needs nothing that is left, until all that is left does.
fn trim(needs: &[Vec<usize>], left: &mut [bool]) {
    let mut before = usize::MAX;
    while before != left.iter().filter(|left| **left).count() {
        before = left.iter().filter(|left| **left).count();
        for (number, needed) in needs.iter().enumerate() {
            left[number] = left[number] && needed.iter().any(|&needed| left[needed]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn a_pathway_has_no_circle() {
        assert!(circles(&[]).is_empty());
        assert!(circles(&[vec![], vec![0], vec![0, 1], vec![2, 0]]).is_empty());
    }

    #[test]
    fn each_circle_is_found_once_and_without_what_leads_into_it() {
        // 0 needs 1, and 1, 2 and 3 need each other; 4 needs itself.
        assert_eq!(circles(&[vec![1], vec![2], vec![3], vec![1], vec![4]]), [vec![1, 2, 3], vec![4]]);
    }

    #[test]
    fn long_ways_are_walked_without_an_overflow() {
        const MANY: usize = 3_000;
        let chain: Vec<Vec<usize>> =
            (0..MANY).map(|number| if number == 0 { vec![] } else { vec![number - 1] }).collect();
        assert!(circles(&chain).is_empty());
        let ring: Vec<Vec<usize>> = (0..MANY).map(|number| vec![(number + 1) % MANY]).collect();
        assert_eq!(circles(&ring).len(), 1);
        assert_eq!(circles(&ring)[0].len(), MANY);
    }
}
