//! The site's templates and the built-in ones, ready for use; and what is wrong with them, in an author's words.

use tera::{Error, ErrorKind, Tera};

use crate::diagnostic::{Diagnostic, Span};
use crate::model::theme::{File, Theme};

/// A site's own template comes before the built-in one of its name, which stays there to be extended:
/// `{% extends "builtin/page.html" %}`.
const PREFIXES: [&str; 2] = ["user/", "builtin/"];

/// Reads all templates.
///
/// # Errors
/// What is wrong with the first one that cannot be read.
pub(super) fn compile(theme: &Theme) -> Result<Tera, Vec<Diagnostic>> {
    let mut tera = Tera::default();
    tera.set_fallback_prefixes(PREFIXES).expect("there are no templates yet");
    let templates: Vec<(String, String)> = theme
        .templates
        .iter()
        .map(|file| (name(file.builtin, &file.name), String::from_utf8_lossy(&file.bytes).into_owned()))
        .collect();
    match tera.add_raw_templates(templates) {
        Ok(()) => Ok(tera),
        Err(error) => Err(one_by_one(theme, &error)),
    }
}

/// The name under which a template is known to the others.
fn name(builtin: bool, file: &str) -> String {
    format!("{}{file}", PREFIXES[usize::from(builtin)])
}

/// Adding all at once tells of one slip only. A slip of writing is one of its file alone, so each of the site's own is
/// read beside the built-in ones; what is wrong between files is told when each can be read.
fn one_by_one(theme: &Theme, first: &Error) -> Vec<Diagnostic> {
    let text = |file: &File| (name(file.builtin, &file.name), String::from_utf8_lossy(&file.bytes).into_owned());
    let builtin: Vec<(String, String)> = theme.templates.iter().filter(|file| file.builtin).map(text).collect();
    let slip = |file: &File| {
        let mut tera = Tera::default();
        tera.set_fallback_prefixes(PREFIXES).expect("there are no templates yet");
        let error = tera.add_raw_templates(builtin.iter().cloned().chain([text(file)])).err()?;
        matches!(error.kind(), ErrorKind::SyntaxError(_)).then(|| diagnostic(&error, &file.name, theme))
    };
    let slips: Vec<Diagnostic> = theme.templates.iter().filter(|file| !file.builtin).filter_map(slip).collect();
    if slips.is_empty() { vec![diagnostic(first, "page.html", theme)] } else { slips }
}

/// A template's fault as a problem at its place.
pub(super) fn diagnostic(error: &Error, template: &str, theme: &Theme) -> Diagnostic {
    let mut help =
        "see `docs/templates.md` for what each page is given, or delete the file to have the built-in one back";
    let (file, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = report.span().range.clone();
            (report.filename().to_owned(), Some(Span::new(range.start, range.end)), report.message().to_owned())
        }
        ErrorKind::MissingParent { current, parent } => {
            (current.clone(), None, format!("it extends `{parent}`, and there is no such template"))
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            help = "to build on the built-in template of the same name, write `builtin/` before it";
            (tpl.clone(), None, "it extends itself, perhaps through others".to_owned())
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), None, "it includes itself, perhaps through others".to_owned())
        }
        other => (template.to_owned(), None, other.to_string()),
    };
    let known = theme.templates.iter().find(|known| name(known.builtin, &known.name) == file || known.name == file);
    let path = known.map_or_else(|| format!("templates/{file}").into(), |known| known.source.clone());
    let message = match message.as_str() {
        "Unexpected end of input" => {
            "a part that begins here is not closed: `{% endif %}`, `{% endblock %}` or the like is missing".to_owned()
        }
        other => lower_first(other),
    };
    let problem = Diagnostic::error("template/render", path, message).help(help);
    match span {
        Some(span) => problem.at(span),
        None => problem,
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str().trim_end_matches('.'))
}
