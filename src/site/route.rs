//! Every kind of page and file that a site can have.
//!
//! A new kind is a variant here and a line in `claims` that gives it an address; then the compiler asks for its view.

use crate::kinds::kinds;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::model::host::HostFile;

macro_rules! route {
    ($({
        $folder:ident $word:literal $Kind:ident $list:ident $files:literal
        [$($Page:ident)?] [$($List:ident $at:literal)?] $templates:tt
    })+) => {
        /// A page or file of the site. Numbers are positions in the lists of [`Site`](super::Site).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Route {
            $(
                $(
                    /// A record.
                    $Page(usize),
                )?
                $(
                    /// The page that lists the records.
                    $List,
                )?
            )+
            /// The first page.
            Home,
            /// The services for an audience.
            ServicesFor(usize),
            /// The services for a need.
            ServicesNeed(usize),
            /// The services of an area.
            ServicesArea(usize),
            /// The services that can be reached in a way.
            ServicesContact(ContactWay),
            /// The services by name.
            ServicesAToZ,
            /// The handbook for professionals.
            Handbook,
            /// The services of the handbook for a need.
            HandbookNeed(usize),
            /// The whole handbook, to be printed.
            HandbookToPrint,
            /// Who is served by how many services.
            Coverage,
            /// What other programs and people can take away.
            Data,
            /// The services as a file of a table.
            ServicesDownload(DownloadFormat),
            /// Where the snapshot of the services in HSDS-UK shape says what it is.
            Hsds,
            /// The list of that snapshot.
            HsdsServices,
            /// A section of a plan.
            Section(usize, usize),
            /// An action of a plan, counted through the plan.
            Action(usize, usize),
            /// A plan as a file of tables.
            PlanDownload(usize, DownloadFormat),
            /// What changed in a plan.
            Changes(usize),
            /// What a board must look at in a plan.
            Exceptions(usize),
            /// Who leads what in a plan.
            Leads(usize),
            /// What one lead of a plan holds.
            Lead(usize, usize),
            /// The actions of a plan by their dates.
            Timeline(usize),
            /// A plan as a paper for a board, to be printed.
            BoardPaper(usize),
            /// A session of a course.
            Session(usize, usize),
            /// The courses of a level.
            Level(usize),
            /// How to have the training calendar in one's own.
            Subscribe,
            /// All sessions as a calendar.
            TrainingCalendar,
            /// The sessions of a course as a calendar.
            CourseCalendar(usize),
            /// The sessions of a level as a calendar.
            LevelCalendar(usize),
            /// One session as a calendar.
            SessionCalendar(usize, usize),
            /// A month of the training calendar, counted in [`Timetable::months`](crate::kinds::course::site::timetable::Timetable::months).
            TrainingMonth(usize),
            /// Which training people need.
            Pathway,
            /// The training that people of an audience need.
            TrainingFor(usize),
            /// The sessions as a file of a table.
            SessionsDownload(DownloadFormat),
            /// The quarters with sessions, each with its programme.
            Programmes,
            /// The programme of a quarter, to be printed.
            Programme(usize),
            /// The updates as an Atom feed.
            UpdatesFeed,
            /// The search page.
            Search,
            /// The glossary.
            Glossary,
            /// Boards and groups.
            Governance,
            /// The accessibility statement.
            Accessibility,
            /// What is shown where nothing is.
            NotFound,
            /// The list of addresses for search engines.
            Sitemap,
            /// What search engines may read.
            Robots,
            /// A file that is copied as it is.
            File(usize),
            /// A page that leads on from an old address.
            Redirect(usize),
            /// What tells a host how to serve the site.
            HostFile(HostFile),
        }

        /// What people wrote that has a page of its own. Numbers are those of the route.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Subject {
            $($($Page(usize),)?)+
            Action(usize, usize),
            Glossary,
            Governance,
            Evidence,
        }

        impl Route {
            /// What people wrote that this is the page of; none for pages that are made from others. Its texts, its file, its
            /// title and its anchors follow from this.
            #[must_use]
            pub(crate) fn subject(self) -> Option<Subject> {
                Some(match self {
                    $($(Self::$Page(number) => Subject::$Page(number),)?)+
                    Self::Action(plan, number) => Subject::Action(plan, number),
                    Self::Glossary => Subject::Glossary,
                    Self::Governance => Subject::Governance,
                    $($(Self::$List => return Subject::of_list(self),)?)+
                    Self::Home
                    | Self::ServicesFor(_)
                    | Self::ServicesNeed(_)
                    | Self::ServicesArea(_)
                    | Self::ServicesContact(_)
                    | Self::ServicesAToZ
                    | Self::Handbook
                    | Self::HandbookNeed(_)
                    | Self::HandbookToPrint
                    | Self::Coverage
                    | Self::Data
                    | Self::ServicesDownload(_)
                    | Self::Hsds
                    | Self::HsdsServices
                    | Self::Section(..)
                    | Self::PlanDownload(..)
                    | Self::Changes(_)
                    | Self::Exceptions(_)
                    | Self::Leads(_)
                    | Self::Lead(..)
                    | Self::Timeline(_)
                    | Self::BoardPaper(_)
                    | Self::Session(..)
                    | Self::Level(_)
                    | Self::Subscribe
                    | Self::TrainingCalendar
                    | Self::CourseCalendar(_)
                    | Self::LevelCalendar(_)
                    | Self::SessionCalendar(..)
                    | Self::TrainingMonth(_)
                    | Self::Pathway
                    | Self::TrainingFor(_)
                    | Self::SessionsDownload(_)
                    | Self::Programmes
                    | Self::Programme(_)
                    | Self::UpdatesFeed
                    | Self::Search
                    | Self::Accessibility
                    | Self::NotFound
                    | Self::Sitemap
                    | Self::Robots
                    | Self::File(_)
                    | Self::Redirect(_)
                    | Self::HostFile(_) => return None,
                })
            }
        }
    };
}
kinds!(route);

impl Subject {
    /// A list that is itself what people wrote.
    fn of_list(list: Route) -> Option<Self> {
        (list == Route::Evidence).then_some(Self::Evidence)
    }
}

impl Route {
    /// Whether it is a page about how a plan is going, which a plan without reports does not have.
    pub(super) fn reports_progress(self) -> bool {
        matches!(self, Self::Changes(_) | Self::Exceptions(_) | Self::BoardPaper(_))
    }
}

/// The form of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DownloadFormat {
    /// Comma-separated values.
    Csv,
    /// A workbook of Excel and `LibreOffice`.
    Xlsx,
    /// For programs.
    Json,
}

impl DownloadFormat {
    /// Every form.
    pub(crate) const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// The ending of the file's name: `csv`.
    #[must_use]
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }
}
