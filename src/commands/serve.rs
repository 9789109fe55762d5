//! `fingerpost serve`.

use std::collections::HashSet;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};

use crate::cli::{Outcome, ServeArgs};
use crate::diagnostic::{Diagnostic, print};
use crate::pipeline::{Observer, Options, Project};
use crate::serve::{Preview, Server};

pub(crate) fn run(args: &ServeArgs) -> Outcome {
    // Drafts are for the preview: it is where they are looked at before they are published.
    let options = Options { drafts: true, ..args.site.options() };
    let project = match Project::open_observed(options, Some(printer())) {
        Ok(project) => Arc::new(project),
        Err(error) => return fail(&error),
    };
    let server = match Server::bind(&args.host, args.port) {
        Ok(server) => server,
        Err(error) => return fail(&error),
    };
    let address = address_of(&server, &project);
    if super::write(format!("{address}\n").as_bytes(), None) == Outcome::Failed {
        return Outcome::Failed;
    }
    say!("Showing the site at {address}\nPress Ctrl+C to stop.");
    if args.open {
        open(&address);
    }
    match server.run(project) {
        Ok(()) => Outcome::Fine,
        Err(error) => fail(&error),
    }
}

/// Prints the problems of the site: all when it is opened, and after each change those that are new.
fn printer() -> Observer {
    let before: Mutex<Option<Vec<Diagnostic>>> = Mutex::default();
    Box::new(move |seen| {
        let mut before = before.lock().unwrap_or_else(PoisonError::into_inner);
        let checked = match seen {
            Ok(checked) => checked,
            Err(error) => {
                say!("error: {error}");
                *before = None;
                return;
            }
        };
        let was_sound = before.as_ref().is_none_or(Vec::is_empty);
        let known = before.replace(checked.problems.clone()).unwrap_or_default();
        let name = |problem: &Diagnostic| (problem.path.clone(), problem.code.clone(), problem.message.clone());
        let names: HashSet<_> = known.iter().map(name).collect();
        let is_new = |problem: &Diagnostic| !names.contains(&name(problem));
        let placed = checked.placed();
        let fresh: Vec<_> = placed.iter().filter(|placed| is_new(placed.diagnostic)).cloned().collect();
        for group in print::groups(&fresh) {
            say!("{}", group.text());
        }
        if placed.is_empty() && !was_sound {
            say!("no problems left");
        } else if !placed.is_empty() && *known != *checked.problems {
            let left = print::tally(&checked.problems);
            say!("{left}{}", if fresh.len() < placed.len() { " in all" } else { "" });
        }
    })
}

/// Where the site's first page is.
fn address_of(server: &Server, project: &Project) -> String {
    format!("{}{}", server.url().trim_end_matches('/'), project.base_path())
}

fn fail(error: &dyn std::fmt::Display) -> Outcome {
    say!("error: {error}");
    Outcome::Failed
}

/// Asks the desktop to show an address. Where there is no desktop the address was printed all the same.
fn open(address: &str) {
    let (program, first): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let started = Command::new(program).args(first).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    if started.is_err() {
        say!("no browser could be opened: open {address} yourself");
    }
}
