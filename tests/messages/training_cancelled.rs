//! Calling off one date of a series.

use super::told;
use crate::support::site::course;

fn weekly(lines: &str) -> String {
    course(&format!(
        "sessions:\n  - every: week\n    on: tuesday\n    from: 2026-12-01\n    until: 2026-12-29\n    start: \"09:30\"\n    \
         end: \"12:30\"\n    venue: {{name: Town hall}}\n{lines}"
    ))
}

const ONE_DATE: &str = "put it under `except:` and add a session of that date with `status: cancelled`";

#[test]
fn a_list_of_cancelled_dates_is_shown_the_way() {
    insta::assert_snapshot!(told("content/training/a.yaml", weekly("    cancelled: [2026-12-08]\n")), @r"
    error[training/field]: there is no field `cancelled` here
      --> content/training/a.yaml:13:5
       |
    13 |     cancelled: [2026-12-08]
       |     ^^^^^^^^^
       = help: to cancel one date, put it under `except:` and add a session of that date with `status: cancelled`

    1 error
    ");
}

#[test]
fn a_series_that_is_cancelled_may_have_meant_one_date() {
    let silent = told("content/training/a.yaml", weekly("    status: cancelled\n"));
    assert!(silent.contains("warning[training/changed]") && silent.contains(ONE_DATE), "{silent}");
    let dated = told("content/training/a.yaml", weekly("    status: cancelled\n    changed: 2026-11-20\n"));
    assert!(dated.contains("hint[training/status]: all 5 upcoming sessions of this series are `cancelled`"), "{dated}");
    assert!(dated.contains(ONE_DATE), "{dated}");
}

#[test]
fn a_session_on_a_date_of_the_series_is_told_of_except() {
    let again = "  - {date: 2026-12-08, start: \"09:30\", end: \"12:30\", status: cancelled, changed: 2026-11-20}\n";
    insta::assert_snapshot!(told("content/training/a.yaml", weekly(again)), @r#"
    error[training/id]: two sessions of this course on 2026-12-08 would have the same address
      --> content/training/a.yaml:13:12
       |
    13 |   - {date: 2026-12-08, start: "09:30", end: "12:30", status: cancelled, changed: 2026-11-20}
       |            ^^^^^^^^^^
       = help: if this session replaces one of the series, put `2026-12-08` under `except:` of the series; if both are held, give this one its own `id`

    1 error
    "#);
    let told = told("content/training/a.yaml", weekly(&format!("    except: [2026-12-08]\n{again}")));
    assert_eq!(told, "");
}
