//! The accessibility statement.

use serde::Serialize;

use crate::diagnostic::Located;
use crate::model::prose::Prose;
use crate::record::accessibility::{Accessibility, Compliance, Enforcer};
use crate::render::date::DateView;
use crate::render::frame::html;
use crate::render::page::{Builder, Heading, Page};

#[derive(Serialize)]
struct AccessibilityView {
    /// `fully`, `partially` or `not`; none where the site has no statement yet.
    status: Option<&'static str>,
    standard: String,
    /// What does not meet the regulations, what would be too great a burden to mend, what they do not ask for.
    issues: Option<String>,
    burden: Option<String>,
    out_of_scope: Option<String>,
    improvements: Option<String>,
    prepared: Option<DateView>,
    reviewed: Option<DateView>,
    tested: Option<DateView>,
    tested_by: Option<String>,
    sampled: Option<String>,
    response_time: Option<String>,
    /// The partnership's own words about enforcement.
    enforcement: Option<String>,
    /// `ehrc` or `ecni`.
    enforced_by: &'static str,
}

pub(super) fn page(build: &Builder<'_>) -> Page {
    let settings = &build.site.settings;
    let statement = settings.accessibility.as_ref();
    let prose = |of: fn(&Accessibility) -> &Option<Prose>| {
        statement.and_then(|one| of(one).as_ref()).map(|text| html(build.site, &settings.source, text))
    };
    let text = |of: fn(&Accessibility) -> &Option<String>| statement.and_then(|one| of(one).clone());
    let date = |of: fn(&Accessibility) -> &Option<Located<jiff::civil::Date>>| {
        statement.and_then(|one| of(one).as_ref()).map(|date| DateView::of(date.value))
    };
    let view = AccessibilityView {
        status: statement.map(|statement| match statement.status {
            Compliance::Fully => "fully",
            Compliance::Partially => "partially",
            Compliance::Not => "not",
        }),
        standard: statement.map_or_else(|| "WCAG 2.2 AA".to_owned(), |statement| statement.standard.clone()),
        issues: prose(|one| &one.issues),
        burden: prose(|one| &one.disproportionate_burden),
        out_of_scope: prose(|one| &one.out_of_scope),
        improvements: prose(|one| &one.improvements),
        prepared: date(|one| &one.prepared),
        reviewed: date(|one| &one.reviewed),
        tested: date(|one| &one.tested),
        tested_by: text(|one| &one.tested_by),
        sampled: text(|one| &one.sampled),
        response_time: text(|one| &one.response_time),
        enforcement: prose(|one| &one.enforcement),
        enforced_by: match statement.map(|one| one.enforced_by).unwrap_or_default() {
            Enforcer::Ehrc => "ehrc",
            Enforcer::Ecni => "ecni",
        },
    };
    let heading = Heading {
        kind: "accessibility",
        id: "",
        title: "Accessibility".to_owned(),
        description: format!("How accessible the website of {} is.", settings.name),
        above: Vec::new(),
    };
    build.page("accessibility.html", heading, &view)
}
