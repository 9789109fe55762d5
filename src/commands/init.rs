//! `fingerpost init`.

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use super::failed;
use crate::cli::{InitArgs, Outcome};
use crate::model::choice::named;
use crate::model::host::Host;
use crate::model::phone::Phone;
use crate::pipeline;
use crate::starter::NewSite;

/// Where nobody can be asked and no name is given.
const UNNAMED: &str = "[Name of your partnership]";

pub(crate) fn run(args: InitArgs) -> Outcome {
    if let Some(taken) = taken(&args.folder) {
        return failed(
            &format!("`{}` is not empty: `{taken}` is in it", args.folder.display()),
            Some("give the name of a folder that is not there yet; nothing was written"),
        );
    }
    let phone = match args.helpline.as_deref().map(Phone::read).transpose() {
        Ok(phone) => phone,
        Err(error) => return failed(&format!("`--helpline`: {error}"), Some("give a number such as `01632 960123`")),
    };
    let mut answers = Answers { name: args.name, sensitive: !args.not_sensitive, phone, host: args.hosting };
    if io::stdin().is_terminal() && answers.name.is_none() {
        answers.ask(args.not_sensitive);
    }
    let shown = answers.phone.as_ref().map(Phone::display);
    let site = NewSite {
        name: answers.name.as_deref().unwrap_or(UNNAMED),
        sensitive: answers.sensitive,
        phone: shown.as_deref(),
        host: answers.host,
        today: args.today.unwrap_or_else(|| pipeline::today_in(jiff::tz::TimeZone::system())),
    };
    let files = site.files();
    for (path, text) in &files {
        let file = args.folder.join(path);
        let written = fs::create_dir_all(file.parent().unwrap_or(&args.folder)).and_then(|()| fs::write(&file, text));
        if let Err(error) = written.and_then(|()| make_runnable(&file)) {
            return failed(&format!("`{}` cannot be written: {error}", file.display()), None);
        }
    }
    let folder = args.folder.display();
    say!("A new site is in `{folder}`, with {} files.\n", files.len());
    say!("Next:\n  cd {folder}\n  fingerpost serve --open    shows it, and again whenever you save a file");
    say!("  fingerpost check           names each text in [square brackets] that waits for you\n");
    say!("`{folder}/README.md` says what is where, and how the site gets onto the web.");
    super::write(format!("{folder}\n").as_bytes(), None)
}

/// Something in a folder that must be empty. What keeps versions may be there.
fn taken(folder: &Path) -> Option<String> {
    if folder.is_file() {
        return Some("a file".to_owned());
    }
    let names = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    names.map(|entry| entry.file_name().to_string_lossy().into_owned()).find(|name| name != ".git")
}

/// A script can be started right away.
#[cfg(unix)]
fn make_runnable(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if file.extension().is_some_and(|ending| ending == "sh") {
        fs::set_permissions(file, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_runnable(_: &Path) -> io::Result<()> {
    Ok(())
}

/// What people were asked, or said on the command line.
struct Answers {
    name: Option<String>,
    sensitive: bool,
    phone: Option<Phone>,
    host: Option<Host>,
}

impl Answers {
    fn ask(&mut self, not_sensitive: bool) {
        self.name = ask("What is the partnership called?").filter(|name| !name.is_empty());
        if !not_sensitive {
            let answer =
                ask("May readers be at risk from someone near them, as with domestic abuse? (yes or no) [yes]");
            self.sensitive = !answer.is_some_and(|answer| answer.to_lowercase().starts_with('n'));
        }
        while self.phone.is_none() {
            let usual = if self.sensitive { "the National Domestic Abuse Helpline" } else { "none" };
            let question = format!("Which number can people call for help? [{usual}]");
            let Some(answer) = ask(&question).filter(|answer| !answer.is_empty()) else { break };
            match Phone::read(&answer) {
                Ok(phone) => self.phone = Some(phone),
                Err(error) => say!("{error}"),
            }
        }
        while self.host.is_none() {
            let words = Host::ALL.map(Host::id).join(", ");
            let question = format!("Who will serve the site? {words} [I do not know yet]");
            let Some(answer) = ask(&question).filter(|answer| !answer.is_empty()) else { break };
            self.host = named(&answer.to_lowercase().replace(' ', "-"));
        }
    }
}

/// What someone types after a question; none at the end of the input.
fn ask(question: &str) -> Option<String> {
    let mut out = io::stderr().lock();
    write!(out, "{question} ").and_then(|()| out.flush()).ok()?;
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer).ok()?;
    (read > 0).then(|| answer.trim().to_owned())
}
