//! Every kind of page and file that a site can have.
//!
//! Pages are listed in `pages` and `kinds`; a new kind of file beside them is a variant here and a line in `claims` that
//! gives it an address.

use crate::kinds::service::record::contact_way::ContactWay;
use crate::model::host::HostFile;
use crate::pages::pages;

macro_rules! route {
    ([$({
        $about:literal $Made:ident $(($($name:ident: $Type:ty),+))? [$($view:ident)::+] [$($template:literal)?]
        $(at $address:literal if $there:expr)?
    })+] $({
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
            $(
                #[doc = $about]
                $Made $(($($Type),+))?,
            )+
            /// The services as a file of a table.
            ServicesDownload(DownloadFormat),
            /// Where the snapshot of the services in HSDS-UK shape says what it is.
            Hsds,
            /// The list of that snapshot.
            HsdsServices,
            /// A plan as a file of tables.
            PlanDownload(usize, DownloadFormat),
            /// All sessions as a calendar.
            TrainingCalendar,
            /// The sessions of a course as a calendar.
            CourseCalendar(usize),
            /// The sessions of a level as a calendar.
            LevelCalendar(usize),
            /// One session as a calendar.
            SessionCalendar(usize, usize),
            /// The sessions as a file of a table.
            SessionsDownload(DownloadFormat),
            /// The updates as an Atom feed.
            UpdatesFeed,
            /// The list of addresses for search engines.
            Sitemap,
            /// What search engines may read.
            Robots,
            /// A file that is copied as it is.
            File(usize),
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
                    // Pages that are made from others, and files.
                    _ => return None,
                })
            }
        }
    };
}
pages!(route);

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
