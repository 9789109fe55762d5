//! What each command does and says: results on standard output, messages on standard error.

/// Says something on standard error, which has no buffer: whole, so that a long report is not written word by word. If
/// that is closed or full, nobody would read it.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        std::io::stderr().write_all(format!("{}\n", format_args!($($words)*)).as_bytes()).ok();
    }};
}

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod new;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod serve;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command, ExportCommand, ImportCommand, Outcome, ReportCommand};
use crate::diagnostic::print::{self, Placed};
use crate::pipeline::{self, Checked, Options};

/// Runs the program with the arguments it was started with.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Import(ImportCommand::Plan(args)) => import::run(&args),
        Command::Export(ExportCommand::Plan(args)) => export::plan(&args),
        Command::Export(ExportCommand::Services(args)) => export::services(&args),
        Command::Export(ExportCommand::Training(args)) => export::training(&args),
        Command::Report(ReportCommand::Progress(args)) => report::progress(&args),
        Command::Report(ReportCommand::Coverage(args)) => report::coverage(&args),
        Command::Report(ReportCommand::Due(args)) => report::due(&args),
        Command::Report(ReportCommand::Reading(args)) => report::reading(&args),
        Command::Init(args) => init::run(args),
        Command::New(args) => new::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    outcome.into()
}

/// Prints all problems on standard error, errors first, with a line that counts them.
fn tell(problems: &[Placed<'_>]) {
    let groups = print::groups(problems);
    for group in &groups {
        say!("{}", group.text());
    }
    if !problems.is_empty() {
        let places =
            if groups.len() < problems.len() { format!(" in {} places", problems.len()) } else { String::new() };
        say!("{}{places}", print::tally(groups.iter().map(|group| group.first.diagnostic)));
    }
}

/// Prints what stops a run. The rest would only push it off the screen, and `check` shows that.
fn tell_errors(problems: &[Placed<'_>]) {
    let (errors, others): (Vec<_>, Vec<_>) = problems.iter().cloned().partition(|placed| placed.diagnostic.is_error());
    tell(&errors);
    match others.len() {
        0 => {}
        1 => say!("1 warning is not shown here; `fingerpost check` shows it"),
        more => say!("{more} warnings are not shown here; `fingerpost check` shows them"),
    }
}

/// A site that something can be taken from, or how the run ends where it has errors: those are told, and that nothing
/// was `done`. Warnings are for those who keep the content, and `check` tells them.
fn sound(options: &Options, done: &str) -> Result<Checked, Outcome> {
    let checked = pipeline::check(options).map_err(|error| failed(&error.to_string(), None))?;
    if !checked.is_sound() {
        tell_errors(&checked.placed());
        say!("nothing was {done}");
        return Err(Outcome::ContentErrors);
    }
    Ok(checked)
}

/// Writes a result to a file, or to standard output where none is named.
fn write(bytes: &[u8], out: Option<&Path>) -> Outcome {
    let written = match out {
        Some(file) => pipeline::write_file(file, bytes).map_err(|error| error.to_string()),
        None => match io::stdout().lock().write_all(bytes).and_then(|()| io::stdout().flush()) {
            // Whoever reads has had enough, such as `head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|error| error.to_string()),
        },
    };
    written.map_or_else(|error| failed(&error, None), |()| Outcome::Fine)
}

/// Says why a run failed, and what to do about it.
fn failed(error: &str, help: Option<&str>) -> Outcome {
    say!("error: {error}");
    if let Some(help) = help {
        say!("help: {help}");
    }
    Outcome::Failed
}
