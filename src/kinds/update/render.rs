//! The list of updates, and an update.

use serde::Serialize;

use super::record::Update;
use crate::kinds::plan::render::{DocumentView, document_view};
use crate::record::article::NewsKind;
use crate::render::article::{campaign, view};
use crate::render::date::DateView;
use crate::render::page::{Builder, Heading, ListPage, Page, RecordPage};
use crate::site::Route;

#[derive(Serialize)]
struct UpdatesView {
    /// Campaigns that run or are to come, the first to begin before the others.
    campaigns: Vec<CampaignRow>,
    updates: Vec<UpdateRow>,
    feed: String,
}

#[derive(Serialize)]
struct UpdateRow {
    title: String,
    address: String,
    kind: &'static str,
    date: DateView,
    summary: Option<String>,
    campaign: Option<String>,
}

#[derive(Serialize)]
struct CampaignRow {
    #[serde(flatten)]
    row: UpdateRow,
    runs: bool,
    /// What people can take away and put up.
    documents: Vec<DocumentView>,
}

impl ListPage for Update {
    fn list(build: &Builder<'_>) -> Page {
        let rows = (0..build.site.updates.len()).filter_map(|number| row(build, number));
        let view = UpdatesView {
            campaigns: campaigns(build),
            updates: rows.collect(),
            feed: build.site.address(Route::UpdatesFeed),
        };
        let heading = Heading {
            kind: "updates",
            id: "",
            title: "Updates".to_owned(),
            description: format!("News, campaigns and good practice from {}.", build.site.settings.name),
            above: Vec::new(),
        };
        build.page("updates.html", heading, &view)
    }
}

fn campaigns(build: &Builder<'_>) -> Vec<CampaignRow> {
    let today = build.site.today;
    let dates = |number: usize| {
        let news = build.site.updates[number].news.as_ref().filter(|news| news.kind == NewsKind::Campaign)?;
        let from = news.from.as_ref().map_or(news.date.value, |from| from.value);
        let until = news.until.as_ref().map(|until| until.value);
        until.is_some_and(|until| until >= today).then_some((from, number))
    };
    let mut all: Vec<_> = (0..build.site.updates.len()).filter_map(dates).collect();
    all.sort_unstable();
    let campaign = |(from, number): (jiff::civil::Date, usize)| {
        let documents = build.site.updates[number].documents.iter();
        Some(CampaignRow {
            row: row(build, number)?,
            runs: from <= today,
            documents: documents.filter_map(|document| document_view(build, document)).collect(),
        })
    };
    all.into_iter().filter_map(campaign).collect()
}

fn row(build: &Builder<'_>, number: usize) -> Option<UpdateRow> {
    let update = &build.site.updates[number];
    let news = update.news.as_ref()?;
    Some(UpdateRow {
        title: update.title.value.clone(),
        address: build.site.address(Route::Update(number)),
        kind: news.kind.words(),
        date: DateView::of(news.date.value),
        summary: update.summary.clone(),
        campaign: campaign(update),
    })
}

impl RecordPage for Update {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let update = &build.site.updates[number];
        let view = view(build, update, Vec::new());
        let heading = Heading {
            kind: "update",
            id: &update.id,
            title: update.title.value.clone(),
            description: update.summary.clone().unwrap_or_else(|| update.title.value.clone()),
            above: vec![build.link("Updates", Route::Updates)],
        };
        build.page("update.html", heading, &view)
    }
}
