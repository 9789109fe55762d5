//! Calendar programs that people use, as Debian has them: khal, which stands on Python's `icalendar` and the zones of
//! `pytz`, and calcurse, which reads calendars by itself and asks the computer for its zones.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::times::{SESSIONS, site};

/// `tests/run` installs the programs and sets this, so that no test of them can be left out there.
const NEEDED: &str = "FINGERPOST_TEST_CALENDARS";

/// A calendar program with a folder of its own.
struct Program {
    path: &'static str,
    folder: TempDir,
}

impl Program {
    /// Without the program the test is left out, unless it must not be.
    fn find(path: &'static str) -> Option<Self> {
        let is_there = Path::new(path).exists();
        assert!(is_there || std::env::var_os(NEEDED).is_none(), "`{path}` is missing: run `tests/run`");
        if !is_there {
            println!("left out: `{path}` is not installed; `tests/run` installs it");
        }
        is_there.then(|| Self { path, folder: tempfile::tempdir().expect("a folder can be made") })
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("its name is text").to_owned()
    }

    fn run(&self, zone: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(self.path);
        command.args(arguments).env("TZ", zone).env("HOME", self.folder.path()).env("LC_ALL", "C.UTF-8");
        let output = command.output().expect("the program can be started");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{arguments:?}: {}{}", text(&output.stdout), text(&output.stderr));
        text(&output.stdout)
    }
}

/// khal in a zone, with what was put into it.
struct Khal {
    program: Program,
}

impl Khal {
    fn find() -> Option<Self> {
        let program = Program::find("/usr/bin/khal")?;
        for zone in ["Europe/London", "UTC"] {
            let settings = format!(
                "[calendars]\n[[training]]\npath = {}\n[sqlite]\npath = {}\n[locale]\nlocal_timezone = {zone}\n\
                 default_timezone = Europe/London\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
                 datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\n\
                 default_calendar = training\n",
                program.file("training"),
                program.file(&zone.replace('/', "-")),
            );
            fs::write(program.file(&format!("{}.conf", zone.replace('/', "-"))), settings).expect("it can be written");
        }
        fs::create_dir_all(program.file("training")).expect("a folder can be made");
        Some(Self { program })
    }

    fn ask(&self, zone: &str, arguments: &[&str]) -> String {
        let settings = self.program.file(&format!("{}.conf", zone.replace('/', "-")));
        self.program.run(zone, &[&["-c", &settings], arguments].concat())
    }

    fn import(&self, calendar: &str) {
        let file = self.program.file("feed.ics");
        fs::write(&file, calendar).expect("it can be written");
        self.ask("Europe/London", &["import", "--batch", "-a", "training", &file]);
    }

    fn list(&self, zone: &str) -> Vec<String> {
        let format = "{start-date} {start-time}-{end-time} {status}| {title}";
        let days = ["2026-03-01", "2027-05-01"];
        let told = self.ask(zone, &["list", "--once", "--day-format", "", "--format", format, days[0], days[1]]);
        let lines = told.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }
}

#[test]
fn khal_shows_the_sessions_at_their_times_and_which_are_off() {
    let Some(khal) = Khal::find() else { return };
    khal.import(&site().built().page("training/calendar.ics"));
    for (zone, in_utc) in [("Europe/London", false), ("UTC", true)] {
        let expected = SESSIONS.iter().map(|session| {
            let (start, end) = if in_utc { session.utc } else { session.london };
            format!("{start}-{end} {} | {}", session.status, session.title)
        });
        let told = khal.list(zone);
        println!("khal, {zone}:\n{}", told.join("\n"));
        assert_eq!(told, expected.collect::<Vec<_>>());
    }
}

#[test]
fn khal_puts_a_session_that_moved_in_the_place_of_the_old_one() {
    let Some(khal) = Khal::find() else { return };
    let site = site().built();
    khal.import(&site.page("training/calendar.ics"));
    let before = khal.list("Europe/London");
    let course = site.read("content/training/first-steps.yaml");
    let moved = course.replace(
        "{date: 2026-03-30, start: \"10:00\", end: \"11:00\", venue: {name: Town Hall}, status: cancelled, changed: 2026-03-20",
        "{date: 2026-03-30, start: \"14:00\", end: \"15:00\", venue: {name: Town Hall}, status: changed, changed: 2026-03-25",
    );
    assert_ne!(course, moved);
    let site = site.with("content/training/first-steps.yaml", moved).built();
    khal.import(&site.page("training/calendar.ics"));
    let after = khal.list("Europe/London");
    assert_eq!(before.len(), after.len());
    let differing: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    let [(was, is)] = differing[..] else { panic!("{differing:?}") };
    assert_eq!(was, "2026-03-30 10:00-11:00 CANCELLED | Cancelled: First steps");
    assert_eq!(is, "2026-03-30 14:00-15:00 CONFIRMED | First steps");
}

#[test]
fn calcurse_takes_every_session_and_shows_it_at_its_time() {
    let Some(calcurse) = Program::find("/usr/bin/calcurse") else { return };
    let file = calcurse.file("feed.ics");
    fs::write(&file, site().built().page("training/calendar.ics")).expect("it can be written");
    let folder = calcurse.file("data");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let told = calcurse.run("Europe/London", &["-D", &folder, "-i", &file]);
    assert!(told.contains(&format!("{} apps / 0 events / 0 todos / 0 skipped", SESSIONS.len())), "{told}");
    let days = ["-D", &folder, "-Q", "--input-datefmt", "4", "--from", "2026-03-01", "--to", "2027-05-01"];
    let told = calcurse
        .run("Europe/London", &[&days[..], &["--format-apt", "%(start:%Y-%m-%d %H:%M) %(end:%H:%M) %m\n"]].concat());
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("20")).collect();
    let expected: Vec<String> =
        SESSIONS.iter().map(|one| format!("{} {} {}", one.london.0, one.london.1, one.title)).collect();
    println!("calcurse, Europe/London:\n{}", lines.join("\n"));
    assert_eq!(lines, expected);
}
