//! The page for when there is no page: the problems, and nothing else.

use std::fmt::Write as _;

use super::escape::escape;
use super::problem::Problem;
use super::reload;

/// A page that shows the problems without the help of a script, for a site that never was without errors.
pub(super) fn problem_page(problems: &[Problem], base_path: &str, stamp: &str) -> String {
    let mut list = String::new();
    for problem in problems {
        list.push_str(&item(problem));
    }
    // Other problems make another page.
    let links = reload::links(base_path, stamp, "generation");
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Nothing to show yet</title>\n{links}</head>\n\
         <body class=\"fingerpost-preview-page\">\n<main>\n<h1>Nothing to show yet</h1>\n\
         <p>The pages appear here as soon as these errors are put right.</p>\n<ol>\n{list}</ol>\n</main>\n\
         </body>\n</html>\n"
    )
}

fn item(problem: &Problem) -> String {
    let Problem { severity, code, message, path, line, column, source, help } = problem;
    let mut item = format!(
        "<li class=\"fingerpost-preview-{severity}\"><p class=\"fingerpost-preview-message\">{severity}[{}]: {}</p>\
         <p class=\"fingerpost-preview-place\">{}:{line}:{column}</p>",
        escape(code),
        escape(message),
        escape(path)
    );
    if let Some(source) = source {
        write!(item, "<pre>{}</pre>", escape(source)).expect("a string takes all that is written to it");
    }
    if let Some(help) = help {
        write!(item, "<p>help: {}</p>", escape(help)).expect("a string takes all that is written to it");
    }
    item.push_str("</li>\n");
    item
}
