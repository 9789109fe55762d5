//! `fingerpost serve`.

use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::cli::{Outcome, ServeArgs};
use crate::pipeline::{Options, Project};
use crate::serve::{Preview, Server};

pub(crate) fn run(args: &ServeArgs) -> Outcome {
    // Drafts are for the preview: it is where they are looked at before they are published.
    let options = Options { drafts: true, ..args.site.options() };
    let project = match Project::open(options) {
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
        say!("the browser could not be opened: open {address} yourself");
    }
}
