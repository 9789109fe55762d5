//! The kinds of content: what a file in a folder of `content/` can be, a line each.
//!
//! A kind is a folder here with a file for each stage that knows of it: `record` says what people may write, `site` what
//! the rest of the site asks of it (its address, its texts, what is searched), `render` makes its pages. Each implements
//! its stage's trait: [`ContentKind`](crate::record::kind::ContentKind), [`OnSite`](crate::site::OnSite) and
//! [`OnPages`](crate::render::OnPages). All that lists kinds is made from the lines below, and what a kind lacks is an
//! error of the compiler.

/// Hands the kinds to a macro, a group of tokens for each, after whatever else is given to it:
///
/// `{ folder "word" Kind list "files" [Page] [List "address/"] ["template", ...] }`
///
/// - the folder of its code;
/// - its word in the codes of messages: `plan` in `plan/timescale`;
/// - its type;
/// - the list of its records, in [`Content`](crate::content::Content) and [`Site`](crate::site::Site);
/// - its files: `*` is a name, `**/*` any path;
/// - the [`Route`](crate::site::Route) of the page of each record, if each has one;
/// - the route and address of the page that lists them, if there is one;
/// - the templates of these pages.
macro_rules! kinds {
    ($with:ident $($before:tt)*) => {
        $with! { $($before)*
            { service "service" Service services "content/services/*.md" [Service] [Services "services/"]
                ["service.html", "services.html"] }
            { page "page" Page pages "content/pages/**/*.md" [Page] [] ["page.html"] }
            { update "update" Update updates "content/updates/**/*.md" [Update] [Updates "updates/"]
                ["update.html", "updates.html"] }
            { course "training" Course courses "content/training/*.yaml" [Course] [Training "training/"]
                ["course.html", "training.html"] }
            { network "network" Network networks "content/networks/*.yaml" [Network] [] ["network.html"] }
            { plan "plan" Plan plans "content/plans/*.yaml" [Plan] [Strategy "strategy/"]
                ["plan.html", "strategy.html"] }
            { indicator "indicator" Indicator indicators "content/indicators/*.yaml" [] [Evidence "evidence/"]
                ["evidence.html"] }
            { leaflet "leaflet" Leaflet leaflets "content/leaflets/*.yaml" [Leaflet] [Leaflets "leaflets/"]
                ["leaflet.html", "leaflets.html"] }
        }
    };
}
pub(crate) use kinds;

pub(crate) mod course;
pub(crate) mod indicator;
pub(crate) mod leaflet;
pub(crate) mod network;
pub(crate) mod page;
pub(crate) mod plan;
pub(crate) mod service;
pub(crate) mod update;
