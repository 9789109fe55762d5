//! `updates/**/*.md` and `pages/**/*.md`.

use super::document::plain;
use super::fields::Fields;
use super::service::publication;
use crate::diagnostic::Located;
use crate::model::article::{Article, News, NewsKind, Readers};
use crate::model::prose::Prose;

/// Reads an update.
pub(super) fn read_update(mut fields: Fields<'_, '_>, body: Prose, path: &str) -> Option<Article> {
    let date = fields.date("date");
    let date = fields.required("date", date, "2026-12-03");
    let kind = plain(fields.choice("kind", &NewsKind::WORDS)).unwrap_or_default();
    let (from, until) = (fields.date("from"), fields.date("until"));
    if let Some(day) = from.as_ref().or(until.as_ref()).filter(|_| kind != NewsKind::Campaign) {
        let message = "`from` and `until` are the days of a campaign, and this update is not one";
        let help =
            "add `kind: campaign`; to show the update on some days only, write `publish_from` and `publish_until`";
        fields.report.warning("kind", day.span, message, help);
    }
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value < from.value
    {
        let message = format!("the campaign ends ({}) before it begins ({})", until.value, from.value);
        fields.report.error("until", until.span, message, "write the earlier date in `from`");
    }
    let article = read(fields, body, folder(path, "content/updates/"))?;
    Some(Article { news: Some(News { date: date?, kind, from, until }), ..article })
}

/// Reads a page.
pub(super) fn read_page(mut fields: Fields<'_, '_>, body: Prose, path: &str) -> Option<Article> {
    // The model gives updates and pages one list of fields; these say nothing on a page and do no harm.
    let _: (Option<Located<_>>, Option<Located<_>>) = (fields.date("date"), fields.date("from"));
    let _ = (fields.date("until"), fields.text("kind"));
    read(fields, body, folder(path, "content/pages/"))
}

fn read(mut fields: Fields<'_, '_>, body: Prose, folder: String) -> Option<Article> {
    let title = fields.required_text("title", "What domestic abuse is");
    let readers = [("everyone", Readers::Everyone), ("professionals", Readers::Professionals)];
    let article = Article {
        title: Located::new(String::new(), fields.span),
        summary: plain(fields.text("summary")),
        news: None,
        related: fields.texts("related"),
        order: plain(fields.number("order", 0, u32::MAX)),
        navigation: fields.flag("navigation", true),
        audience: plain(fields.choice("audience", &readers)).unwrap_or_default(),
        publication: publication(&mut fields),
        body,
        folder,
    };
    fields.finish();
    Some(Article { title: title?, ..article })
}

/// The folders between the kind's own folder and the file.
fn folder(path: &str, root: &str) -> String {
    path.strip_prefix(root)
        .and_then(|rest| rest.rsplit_once('/'))
        .map_or_else(String::new, |(folder, _)| folder.to_owned())
}
