//! The command line: what may be typed, and what the exit status says.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::model::choice::named;
use crate::model::day;
use crate::model::host::Host;
use crate::model::web_address::WebAddress;
use crate::pipeline::{Addition, Options};
use crate::starter::NewRecord;

/// Builds websites for public partnerships: strategy progress, support services, training calendars.
#[derive(Debug, Parser)]
#[command(name = "fingerpost", version, about, disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the site to a folder that any web host can serve
    Build(BuildArgs),
    /// Preview the site in a browser on this computer, updated whenever a file is saved
    Serve(ServeArgs),
    /// Check the content and report every problem, without writing anything
    Check(CheckArgs),
    /// Import what you have into the site
    #[command(subcommand)]
    Import(ImportCommand),
    /// Export the site's data
    #[command(subcommand)]
    Export(ExportCommand),
    /// Print a report: progress for a board, coverage, what is due
    #[command(subcommand)]
    Report(ReportCommand),
    /// Start a new site in a folder of its own
    Init(InitArgs),
    /// Start a new record: a service, a plan, a course, a session, an update ...
    New(NewArgs),
    /// Write JSON Schemas, with which editors complete and check what is typed
    Schema(SchemaArgs),
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The folder to make
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The partnership's name [default: asked for]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// Readers are not at risk: no exit from each page, no words on danger
    #[arg(long)]
    pub(crate) not_sensitive: bool,
    /// The number of your helpline [default: asked for; the National Domestic Abuse Helpline where readers may be at risk]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) helpline: Option<String>,
    /// Where the site will be served [default: asked for; a web server of your own]
    #[arg(long, value_name = "HOST", value_parser = parse_host)]
    pub(crate) hosting: Option<Host>,
    /// The day to start on, such as 2026-12-03 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// What to start
    #[arg(value_name = "KIND", value_parser = PossibleValuesParser::new(Addition::KINDS.into_iter().chain(NewRecord::names())))]
    pub(crate) kind: String,
    /// Its title; of a session, its course; of an action's update, the plan and the number: `our-plan/1.2`
    #[arg(required = true, value_name = "NAME")]
    pub(crate) name: Vec<String>,
    /// The day of the session or the update [default: in four weeks, today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) site: SiteArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ImportCommand {
    /// Read an action plan from a table: .xlsx, .ods, .docx, .csv, .tsv
    ///
    /// It finds the header row, works out from each heading and the cells below it what a column is about, and
    /// writes the plan's file. It reports line by line what it did and what you should look at, and leaves nothing out
    /// silently. The last lines say what each column became: save them, change a word after a colon, and give them
    /// with --columns.
    Plan(ImportPlanArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ImportPlanArgs {
    /// The file with the plan
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The one sheet to read [default: every sheet]
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// What the columns are about, a line each, such as `Lead officer: leads`
    ///
    /// A column can be section, objective, ref, title, why, aim, how, leads, officer, partners, start, timescale, milestones,
    /// measures, baseline, target, success, status, rating, updates, reported, `expected_outcomes`, themes, progress, or keep:
    /// then its words go under `private:`, which is not published. A column without a heading is `column 1`, counted from the left.
    #[arg(long, value_name = "FILE")]
    pub(crate) columns: Option<PathBuf>,
    /// Keep what is hidden in the file under `private:`, where it is not published [default: leave it out]
    #[arg(long)]
    pub(crate) include_hidden: bool,
    /// Where to write the plan [default: standard output]
    ///
    /// Where the plan is there already, the file must be its export: then what was edited in it is carried over, and
    /// all else in the plan stays as it is.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// The day to give to progress that has no date, such as 2026-12-03 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(crate) today: Option<Date>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportCommand {
    /// A plan with its progress, for a spreadsheet or a program: the same file as the site's download
    Plan(ExportPlanArgs),
    /// The services, for a spreadsheet or a program: the same file as the site's download
    Services(ExportArgs),
    /// The sessions of courses, for a spreadsheet or a program: the same file as the site's download
    Training(ExportTrainingArgs),
}

/// Which site, and on which day.
#[derive(Debug, Args)]
pub(crate) struct SiteArgs {
    /// The folder that holds `content/` and, optionally, `templates/`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) site: PathBuf,
    /// The day to show the site on, such as 2026-12-03 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    today: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    #[command(flatten)]
    pub(crate) site: SiteArgs,
    /// Where to write it [default: `public/` in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Where the site will live, if not where `site.yaml` says
    #[arg(long, value_name = "URL", value_parser = parse_address)]
    base_url: Option<WebAddress>,
    /// Build drafts and what is still to come, too
    #[arg(long)]
    drafts: bool,
    /// Let warnings stop the build
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) site: SiteArgs,
    /// The address to listen on; change this to allow access from other computers
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1")]
    pub(crate) host: String,
    /// The port to listen on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 4000)]
    pub(crate) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) site: SiteArgs,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Show errors only, and leave out warnings and hints
    #[arg(long, conflicts_with = "strict")]
    pub(crate) errors: bool,
    /// Count warnings as errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Check links to other websites too; results are kept for a day
    #[arg(long)]
    pub(crate) external: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportPlanArgs {
    /// The plan's name, which is its file's without `.yaml` [default: the only plan that has not ended]
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) part: PlanPartArgs,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
}

/// A part of a plan.
#[derive(Debug, Args)]
pub(crate) struct PlanPartArgs {
    /// Only this section: its number, its title, or the last part of its address
    #[arg(long, value_name = "SECTION")]
    pub(crate) section: Option<String>,
    /// Only what this lead holds: its name, or the last part of its address
    #[arg(long, value_name = "LEAD")]
    pub(crate) lead: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ExportTrainingArgs {
    /// A course's name, which is its file's without `.yaml` [default: all courses]
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) export: ExportArgs,
}

/// Of what site, in what form, and where to.
#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The form of the file
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// The file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) site: SiteArgs,
}

/// The form of a file for other programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// Comma-separated values
    Csv,
    /// A workbook for Excel or `LibreOffice`
    Xlsx,
    /// For programs
    Json,
}

/// How problems are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For GitHub Actions
    Github,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReportCommand {
    /// How plans stand, what changed, what to look at, who leads what, and what is missing
    Progress(ReportProgressArgs),
    /// How many services each group, area and level of risk has for each need, and where there is none
    Coverage(ReportArgs),
    /// What people must look at: details to be checked again, dates of plans that are near or past, sessions not confirmed
    Due(ReportDueArgs),
    /// How hard each page is to read: its reading age, its longest sentence, its hardest words
    Reading(ReportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct ReportProgressArgs {
    /// List changes after this day [default: the end of the quarter before the last]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(crate) since: Option<Date>,
    /// The plan's name, which is its file's without `.yaml` [default: all plans that have not ended]
    #[arg(long, value_name = "ID")]
    pub(crate) plan: Option<String>,
    #[command(flatten)]
    pub(crate) part: PlanPartArgs,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ReportDueArgs {
    /// List what appears, ends and opens again by itself, and when
    #[arg(long, conflicts_with_all = ["since", "plan"])]
    pub(crate) upcoming: bool,
    /// Leave out what was due on this day already [default: list everything]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub(crate) since: Option<Date>,
    /// Only this plan; its name is its file's without `.yaml`
    #[arg(long, value_name = "ID")]
    pub(crate) plan: Option<String>,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
}

/// Of what site, and in what form.
#[derive(Debug, Args)]
pub(crate) struct ReportArgs {
    /// The form of the report
    #[arg(long, value_enum, default_value_t = ReportFormatArg::Text)]
    pub(crate) format: ReportFormatArg,
    #[command(flatten)]
    pub(crate) site: SiteArgs,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormatArg {
    /// For people
    Text,
    /// For spreadsheets
    Csv,
    /// For programs; `docs/progress-report.md`, `docs/coverage-report.md`, `docs/due-report.md` and `docs/reading-age.md` describe it
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// The folder to write them to
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    pub(crate) out: PathBuf,
    /// Write a configuration for Sveltia CMS or Decap CMS instead, `config.yml`
    #[arg(long)]
    pub(crate) cms: bool,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// As wished.
    Fine,
    /// The content has errors.
    ContentErrors,
    /// The command line, the disk or the network is at fault.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::ContentErrors => Self::from(1),
            Outcome::Failed => Self::from(2),
        }
    }
}

impl SiteArgs {
    /// What the stages need to know of these arguments.
    pub(crate) fn options(&self) -> Options {
        Options::new(self.site.clone(), self.today, false)
    }
}

impl BuildArgs {
    /// What the stages need to know of these arguments.
    pub(crate) fn options(&self) -> Options {
        Options { base_url: self.base_url.clone(), drafts: self.drafts, ..self.site.options() }
    }
}

/// A day that a site may be shown on. Days before and after it must still be days.
fn parse_day(text: &str) -> Result<Date, String> {
    let day = day::parse_date(text).map_err(|error| error.to_string())?;
    if (1900..=9000).contains(&day.year()) { Ok(day) } else { Err("choose a day from 1900 to 9000".to_owned()) }
}

fn parse_host(text: &str) -> Result<Host, String> {
    let words = || Host::ALL.map(Host::id).join(", ");
    named(text).ok_or_else(|| format!("choose one of {}", words()))
}

fn parse_address(text: &str) -> Result<WebAddress, String> {
    WebAddress::read_base(text).map_err(|error| error.to_string())
}
