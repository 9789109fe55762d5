//! What a new site begins with, and a new record: placeholders that the check names until they are filled in.
//!
//! The texts are in `starter/`, and in the folder of each kind of content, with `{{words}}` where something is put in.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::kinds::{self, kinds};
use crate::model::host::Host;
use crate::model::year_start::YearStart;
use crate::record::kind::ContentKind;
use crate::schema;
use crate::yaml;

/// What a new site is to be.
#[derive(Debug)]
pub(crate) struct NewSite<'a> {
    /// The partnership's name.
    pub(crate) name: &'a str,
    /// Whether its readers may be at risk.
    pub(crate) sensitive: bool,
    /// The number of a helpline of its own.
    pub(crate) phone: Option<&'a str>,
    /// Where it will be served.
    pub(crate) host: Option<Host>,
    /// The day.
    pub(crate) today: Date,
}

/// A kind of content of which a new record can be started.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewRecord {
    /// Its name: `service`.
    pub(crate) name: &'static str,
    /// Which files are of this kind.
    files: &'static str,
    template: &'static str,
}

macro_rules! of_kinds {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $files:literal $($rest:tt)* })+) => {
        /// Each kind of content.
        const RECORDS: &[NewRecord] = &[$(NewRecord {
            name: stringify!($folder),
            files: $files,
            template: <kinds::$folder::record::$Kind as ContentKind>::NEW,
        },)+];
    };
}
kinds!(of_kinds);

impl NewRecord {
    /// The names of all kinds.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        RECORDS.iter().map(|kind| kind.name)
    }

    /// A kind by its name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        RECORDS.iter().find(|kind| kind.name == name).copied()
    }

    /// The file of a record: `content/services/idva.md`. Those of news stand in the order of their days.
    fn path(self, id: &str, today: Date) -> String {
        let (folder, ending) = self.files.split_once('*').unwrap_or((self.files, ""));
        let ending = ending.rsplit_once('.').map_or("", |(_, ending)| ending);
        let date = if self.template.contains("\ndate: {{today}}") {
            today.strftime("%Y-%m-").to_string()
        } else {
            String::new()
        };
        format!("{folder}{date}{id}.{ending}")
    }
}

/// What a new record takes from the site that it is for: the ids that it can name, of each kind the first one first.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) organisation: String,
    pub(crate) needs: Vec<String>,
    pub(crate) audiences: Vec<String>,
    pub(crate) levels: Vec<String>,
    pub(crate) services: Vec<String>,
    /// When the financial year starts.
    pub(crate) year_starts: YearStart,
}

/// A file with its path.
pub(crate) type NewFile = (String, String);

/// The id in the placeholders of whoever keeps the site.
const OWN: &str = "our-organisation";

/// The words for professionals among the audiences, by their usual ids.
const STAFF: [&str; 3] = ["professionals", "staff", "practitioners"];

impl NewSite<'_> {
    /// Every file of the site.
    pub(crate) fn files(&self) -> Vec<NewFile> {
        let mut files: Vec<NewFile> = self.content().into_iter().map(with_schema).collect();
        files.extend(schema::schemas().into_iter().map(|(name, text)| (format!("schemas/{name}"), text)));
        let settings = include_str!("starter/site/vscode-settings.json").replace("{{schemas}}", &schemas_by_path());
        files.push((".vscode/settings.json".to_owned(), settings));
        files.push((
            ".vscode/extensions.json".to_owned(),
            include_str!("starter/site/vscode-extensions.json").to_owned(),
        ));
        files.push((".gitignore".to_owned(), include_str!("starter/site/gitignore").to_owned()));
        let readme = include_str!("starter/site/README.md");
        let readme = readme.replace("{{name}}", self.name).replace("{{publish}}", publishing(self.host));
        files.push(("README.md".to_owned(), readme));
        files.extend(daily_build(self.host));
        files
    }

    fn content(&self) -> Vec<NewFile> {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
        let known = Known {
            organisation: OWN.to_owned(),
            needs: ids(if self.sensitive { &["talk", "safe-place", "legal"] } else { &["advice", "groups"] }),
            audiences: ids(if self.sensitive {
                &["women", "men", "young-people", "friends-family", "professionals"]
            } else {
                &["residents", "young-people", "professionals"]
            }),
            levels: ids(if self.sensitive { &["awareness"] } else { &["introduction"] }),
            services: Vec::new(),
            year_starts: YearStart::default(),
        };
        let record = |kind: &str, id: &str, title: &str| {
            let kind = NewRecord::named(kind).expect("it is a kind of content");
            let (path, text) = known.record(kind, title, id, self.today);
            (path, text.replace(DRAFT, ""))
        };
        let mut files = vec![
            ("content/site.yaml".to_owned(), self.settings()),
            ("content/organisations.yaml".to_owned(), include_str!("starter/site/organisations.yaml").to_owned()),
            ("content/pages/about.md".to_owned(), self.filled(include_str!("starter/site/about.md"))),
            record("service", "our-service", "[Name of your service]"),
            record("plan", "our-plan", "[Name of your strategy]"),
            record("course", "first-course", "[Name of your course]"),
            record("update", "our-new-website", "Our new website"),
        ];
        let vocabulary = if self.sensitive {
            include_str!("starter/sensitive/vocabulary.yaml")
        } else {
            include_str!("starter/open/vocabulary.yaml")
        };
        files.push(("content/vocabulary.yaml".to_owned(), vocabulary.to_owned()));
        if self.sensitive {
            files.push((
                "content/pages/get-help.md".to_owned(),
                include_str!("starter/sensitive/get-help.md").to_owned(),
            ));
        }
        files.extend(self.helpline().map(|text| ("content/services/helpline.md".to_owned(), self.filled(text))));
        files
    }

    /// The helpline: the partnership's own, or where readers may be at risk the national one.
    fn helpline(&self) -> Option<&'static str> {
        match (self.sensitive, self.phone) {
            (true, Some(_)) => Some(include_str!("starter/sensitive/helpline.md")),
            (true, None) => Some(include_str!("starter/sensitive/national-helpline.md")),
            (false, Some(_)) => Some(include_str!("starter/open/helpline.md")),
            (false, None) => None,
        }
    }

    fn settings(&self) -> String {
        let helplines = "# The services that come first on every page, in this order: the names of their files in \
                         content/services/.\nhelplines:\n  - helpline\n\n";
        let hosting = self.host.map_or_else(String::new, |host| {
            let word = host.id();
            format!("# The host that serves the site: the files of headers and redirects that it reads are written, too.\nhosting: [{word}]\n\n")
        });
        self.filled(include_str!("starter/site/site.yaml"))
            .replace("{{helplines}}", if self.helpline().is_some() { helplines } else { "" })
            .replace("{{hosting}}", &hosting)
    }

    fn filled(&self, text: &str) -> String {
        text.replace("{{name}}", &in_yaml(self.name, text))
            .replace("{{sensitive}}", if self.sensitive { "true" } else { "false" })
            .replace("{{phone}}", self.phone.unwrap_or_default())
            .replace("{{today}}", &self.today.to_string())
    }
}

/// A name as it stands in YAML; in a text it stands as it is.
fn in_yaml(name: &str, text: &str) -> String {
    if text.contains("\nname: {{name}}") { yaml::inline(name) } else { name.to_owned() }
}

/// What keeps a new record out of a build until someone takes it away.
const DRAFT: &str = "# Only the preview shows a draft. Take this line out to publish it.\ndraft: true\n";

impl Known {
    /// A new record with a title and an id, a draft where there are drafts: the path of its file, and its text.
    pub(crate) fn record(&self, kind: NewRecord, title: &str, id: &str, today: Date) -> NewFile {
        let first = |ids: &[String]| ids.first().cloned().unwrap_or_else(|| OWN.to_owned());
        let staff = self.audiences.iter().find(|id| STAFF.contains(&id.as_str()));
        let year = self.year_starts.year_of(today);
        let text = kind
            .template
            .replace("{{title}}", &yaml::inline(title))
            .replace("{{id}}", id)
            .replace("{{organisation}}", &self.organisation)
            .replace("{{need}}", &first(&self.needs))
            .replace("{{all_needs}}", &self.needs.join(", "))
            .replace("{{audience}}", &first(&self.audiences))
            .replace("{{staff}}", staff.unwrap_or(&first(&self.audiences)))
            .replace("{{all_audiences}}", &self.audiences.join(", "))
            .replace("{{level}}", &first(&self.levels))
            .replace("{{all_levels}}", &self.levels.join(", "))
            .replace("{{service}}", &first(&self.services))
            .replace("{{all_services}}", &self.services.join(", "))
            .replace("{{from}}", &self.year_starts.first_day(year).strftime("%Y-%m").to_string())
            .replace("{{to}}", &self.year_starts.last_day(year + 2).strftime("%Y-%m").to_string())
            .replace("{{by}}", &self.year_starts.last_day(year + 1).strftime("%B %Y").to_string())
            .replace("{{session}}", &in_four_weeks(today).to_string())
            .replace("{{year}}", &today.year().to_string())
            .replace("{{today}}", &today.to_string())
            .replace("{{draft}}", DRAFT);
        (kind.path(id, today), text)
    }
}

/// A file with a first line by which editors know its schema, where it has one that they can use.
pub(crate) fn with_schema((path, text): NewFile) -> NewFile {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_for = |files: &str| files == path || files.strip_suffix("/*.yaml") == Some(folder);
    let Some((name, _)) = schema::files().into_iter().find(|(_, files)| is_for(files)) else { return (path, text) };
    let up = "../".repeat(path.matches('/').count());
    let text = format!("# yaml-language-server: $schema={up}schemas/{name}\n{text}");
    (path, text)
}

/// A working day about four weeks from a day.
pub(crate) fn in_four_weeks(today: Date) -> Date {
    let day = today.saturating_add(28.days());
    match day.weekday() {
        Weekday::Saturday => day.saturating_add(2.days()),
        Weekday::Sunday => day.saturating_add(1.day()),
        _ => day,
    }
}

/// Which schema is for which files, as Visual Studio Code is told.
fn schemas_by_path() -> String {
    let lines = schema::files().into_iter().filter(|(_, files)| files.as_bytes().ends_with(b"yaml"));
    let lines = lines.map(|(name, files)| format!("    \"./schemas/{name}\": \"{files}\""));
    lines.collect::<Vec<_>>().join(",\n")
}

/// What the team's notes say of publishing.
fn publishing(host: Option<Host>) -> &'static str {
    match host {
        Some(Host::GithubPages) => {
            "Push your changes: `.github/workflows/publish.yml` checks the site, builds it and puts it online, and does so \
             again each morning."
        }
        Some(Host::Netlify | Host::Cloudflare) => {
            "Push your changes: your host builds the site and puts it online. `.github/workflows/daily.yml` has it built \
             each morning, too."
        }
        Some(Host::Apache | Host::Nginx) => {
            "`./publish.sh` builds the site and copies it to your server. It says at its top how it runs each morning."
        }
        Some(Host::Iis) => {
            "`publish.ps1` builds the site and copies it to your server. It says at its top how it runs each morning."
        }
        None => {
            "`fingerpost build` writes the site into `public/`. Copy that folder to your web host, each day if you can."
        }
    }
}

/// The files that build the site each day.
fn daily_build(host: Option<Host>) -> Vec<NewFile> {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let hook = |host: &str, hook: &str| {
        let text = include_str!("starter/daily/build-hook.yml").replace("{{host}}", host).replace("{{hook}}", hook);
        (".github/workflows/daily.yml".to_owned(), text)
    };
    match host {
        None => Vec::new(),
        Some(Host::GithubPages) => {
            vec![file(".github/workflows/publish.yml", include_str!("starter/daily/github-pages.yml"))]
        }
        Some(Host::Netlify) => vec![
            file("netlify.toml", include_str!("starter/daily/netlify.toml")),
            hook("Netlify", "Project configuration, Build & deploy, Build hooks"),
        ],
        Some(Host::Cloudflare) => vec![hook("Cloudflare Pages", "Settings, Builds, Deploy hooks")],
        Some(Host::Apache | Host::Nginx) => vec![file("publish.sh", include_str!("starter/daily/publish.sh"))],
        Some(Host::Iis) => vec![file("publish.ps1", include_str!("starter/daily/publish.ps1"))],
    }
}
