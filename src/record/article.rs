//! Updates and pages: a text with a title.

use jiff::civil::Date;

use super::document::Document;
use super::entry::{Publication, Unseen};
use super::fields::Fields;
use super::kind::File;
use super::reference::{Audience, Ref, Related};
use super::value::Record;
use crate::diagnostic::Located;
use crate::model::language::Language;
use crate::model::prose::Prose;

record! {
    /// A page or an update: fields, then a text in Markdown.
    pub(crate) struct Article: "the file" => {
        /// The title.
        title: Located<String>, example = "What domestic abuse is";
        /// What it says, in one sentence. It is shown in lists and by search engines.
        summary: Option<String>, example = "The signs, and what you can do.";
        /// What belongs with it: services, courses and plans by the names of their files, actions as `plan/ref`.
        related: Vec<Ref<Related>>, example = "[marlsea-helpline, strategy/2.1]";
        /// Whose pages it is listed on: ids of audiences.
        audiences: Vec<Ref<Audience>>, example = "[young-people]", label = "On the pages for";
        /// Documents that go with it.
        documents: Vec<Document>, example = "[{title: A poster for your wall, file: files/poster.pdf}]";
        /// Its place among others, the smallest first.
        order: Option<u32>, example = "10";
        /// Whether it is listed among the pages of its folder.
        navigation: bool, default = "true", example = "false", label = "In the navigation";
        /// The language that it is in, as a tag, where that is not the site's.
        language: Option<Located<Language>>, example = "pl";
        /// The page that it says in another language or form: its file.
        translation_of: Option<Located<String>>, example = "pages/get-help.md", label = "Translation of";
        /// The form that it is in.
        format: Option<Form>, example = "easy-read";
        /// Whom it is for.
        audience: Readers, default = "everyone", example = "professionals";
        with {
            /// When it is to be seen.
            publication: Publication;
        }
        and {
            /// What sort of update it is, and when; pages have none.
            news: Option<News> = |_: &Fields<'_, '_>| None;
            /// The text.
            body: Prose = |_: &Fields<'_, '_>| Prose::default();
            /// The folders it lies in below `pages/` or `updates/`: `professionals`.
            folder: String = |_: &Fields<'_, '_>| String::new();
        }
    }
}

record! {
    /// What only updates have.
    pub(crate) struct News: "the file", check: check_campaign => {
        /// The date of the update.
        date: Located<Date>, example = "2026-12-03";
        /// What sort of update it is.
        kind: NewsKind, default = "news", example = "case-study", label = "Kind of update";
        /// The first day of a campaign.
        from: Option<Located<Date>>, example = "2026-11-25";
        /// The last day of a campaign.
        until: Option<Located<Date>>, example = "2026-12-10";
    }
}

record! {
    /// Fields of an update that say nothing on a page, and do no harm there.
    pub(crate) struct Unused: "the file" => {
        /// Has no effect on a page.
        date: Option<Located<Date>>, example = "2026-12-03";
        /// Has no effect on a page.
        kind: Option<String>, example = "news";
        /// Has no effect on a page.
        from: Option<Located<Date>>, example = "2026-11-25";
        /// Has no effect on a page.
        until: Option<Located<Date>>, example = "2026-12-10";
    }
}

choice! {
    /// A form in which a text is written.
    pub(crate) enum Form => {
        /// Short sentences and pictures, for people who find reading hard.
        EasyRead = "easy-read", "Easy Read";
    }
}

choice! {
    /// Whom an article is for.
    pub(crate) enum Readers => {
        /// Anyone.
        Everyone = "everyone";
        /// People who work with those who need help.
        Professionals = "professionals";
    }
}

choice! {
    /// What sort of update it is.
    pub(crate) enum NewsKind => {
        /// Something happened.
        News = "news", "News";
        /// What was learned from one person's way, with details changed.
        CaseStudy = "case-study", "Case study";
        /// Something that works.
        GoodPractice = "good-practice", "Good practice";
        /// Something that runs for some weeks.
        Campaign = "campaign", "Campaign";
        /// A published report.
        Report = "report", "Report";
    }
}

impl Article {
    /// Reads what updates and pages have in common.
    pub(crate) fn read(fields: &mut Fields<'_, '_>, file: File<'_>) -> Option<Self> {
        Some(Self { body: file.body, folder: file.folder.to_owned(), ..Self::read_fields(fields)? })
    }

    /// Whether the article is to be seen on a day. News is not told before its date; `drafts` shows what is
    /// unfinished or still to come.
    #[must_use]
    pub(crate) fn is_public(&self, on: Date, drafts: bool) -> bool {
        let told = self.news.as_ref().is_none_or(|news| news.date.value <= on);
        self.publication.is_public(on, drafts) && (told || drafts)
    }
}

impl Article {
    /// Why readers do not see the article on a day; news is not told before its date.
    #[must_use]
    pub(crate) fn unseen(&self, on: Date) -> Option<Unseen> {
        let date = self.news.as_ref().map(|news| news.date.value).filter(|date| *date > on);
        match (self.publication.unseen(on), date) {
            (Some(Unseen::Until(from)), Some(date)) => Some(Unseen::Until(from.max(date))),
            (unseen, date) => unseen.or(date.map(Unseen::Until)),
        }
    }
}

fn check_campaign(news: &News, fields: &Fields<'_, '_>) {
    if let Some(day) = news.from.as_ref().or(news.until.as_ref()).filter(|_| news.kind != NewsKind::Campaign) {
        let message = "`from` and `until` are the days of a campaign, and this update is not one";
        let help =
            "add `kind: campaign`; to show the update on some days only, write `publish_from` and `publish_until`";
        fields.report.warning("kind", day.span, message, help);
    }
    if let (Some(from), Some(until)) = (&news.from, &news.until)
        && until.value < from.value
    {
        let message = format!("the campaign ends ({}) before it begins ({})", until.value, from.value);
        fields.report.error("until", until.span, message, "write the earlier date in `from`");
    }
}
