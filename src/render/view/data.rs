//! What other programs and people can take away.

use serde::Serialize;

use crate::render::date::DateView;
use crate::render::frame::Link;
use crate::render::page::{Builder, Heading, Page};
use crate::site::{DownloadFormat, Route};

#[derive(Serialize)]
struct DataView {
    today: DateView,
    /// The services as tables; none without services.
    services: Vec<Link>,
    service_count: usize,
    /// The sessions of courses as tables; none without sessions.
    sessions: Vec<Link>,
    /// The snapshot in HSDS-UK shape: what it is, the list, and what the address of one service looks like.
    hsds: Option<Hsds>,
    plans: Vec<PlanDownloads>,
    feed: String,
    coverage: Option<String>,
}

#[derive(Serialize)]
struct Hsds {
    about: Link,
    list: Link,
    service: String,
}

#[derive(Serialize)]
struct PlanDownloads {
    title: String,
    files: Vec<Link>,
}

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let there = |route: Route| site.routes.address(route).is_some();
    let files = |route: fn(DownloadFormat) -> Route| -> Vec<Link> {
        let all = DownloadFormat::ALL.into_iter().filter(|&format| there(route(format)));
        all.map(|format| build.link(format_words(format), route(format))).collect()
    };
    let plans = site.plans.iter().enumerate().map(|(number, progress)| PlanDownloads {
        title: progress.plan.title.value.clone(),
        files: DownloadFormat::ALL
            .map(|format| build.link(format_words(format), Route::PlanDownload(number, format)))
            .into(),
    });
    let view = DataView {
        today: DateView::of(site.today),
        services: files(Route::ServicesDownload),
        sessions: files(Route::SessionsDownload),
        service_count: site.services.len(),
        hsds: there(Route::Hsds).then(|| hsds(build)),
        plans: plans.collect(),
        feed: site.address(Route::UpdatesFeed),
        coverage: there(Route::Coverage).then(|| site.address(Route::Coverage)),
    };
    let heading = Heading {
        kind: "data",
        id: "",
        title: "Open data".to_owned(),
        description: format!("Files for people and programs that use the information of {}.", site.settings.name),
        above: Vec::new(),
    };
    build.page("data.html", heading, &view)
}

fn hsds(build: &Builder<'_>) -> Hsds {
    let link = |route: Route| build.link(build.site.full_address(route), route);
    let list = link(Route::HsdsServices);
    let service = list.title.replace("index.json", "<identifier>/index.json");
    Hsds { about: link(Route::Hsds), list, service }
}

fn format_words(format: DownloadFormat) -> &'static str {
    match format {
        DownloadFormat::Csv => "CSV, for any spreadsheet",
        DownloadFormat::Xlsx => "XLSX, for Excel or LibreOffice",
        DownloadFormat::Json => "JSON, for programs",
    }
}
