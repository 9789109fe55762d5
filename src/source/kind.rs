//! What a file holds, told by where it stands.

use crate::kinds::kinds;

macro_rules! kind {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $files:literal $($rest:tt)* })+) => {
        /// The kinds of file that a site has.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            $(
                #[doc = $files]
                $Kind,
            )+
            /// `content/site.yaml`: the site and the partnership.
            Settings,
            /// `content/vocabulary.yaml`: areas, audiences, needs, levels.
            Vocabulary,
            /// `content/organisations.yaml`: the partners.
            Organisations,
            /// `content/glossary.yaml`: terms and what people type instead.
            Glossary,
            /// `content/redirects.yaml`: old addresses and where they lead now.
            Redirects,
            /// `content/governance.yaml`: boards and groups.
            Governance,
            /// `content/files/**`: copied as it is.
            File,
            /// `templates/**/*.html`: how pages look.
            Template,
            /// `templates/assets/**`: style, scripts, icons.
            Asset,
            /// `templates/words/*.yaml`: the words around a page, by language.
            Words,
            /// Nothing that the program reads.
            Unknown,
        }

        /// The kinds of content, each with where its files are and its word in the codes of messages.
        const FOLDERS: &[(&str, Kind, &str)] = &[$(($files, Kind::$Kind, $word)),+];
    };
}
kinds!(kind);

impl Kind {
    /// The kind of the file at `path`, relative to the site.
    #[must_use]
    pub(crate) fn of(path: &str) -> Self {
        if let Some(template) = path.strip_prefix("templates/") {
            return match template.rsplit_once('.') {
                _ if template.starts_with("assets/") => Self::Asset,
                Some((name, "yaml" | "yml")) if name.starts_with("words/") => Self::Words,
                Some((_, "html")) => Self::Template,
                _ => Self::Unknown,
            };
        }
        if path.starts_with("content/files/") {
            return Self::File;
        }
        if let Some((_, kind, _)) = FOLDERS.iter().find(|(files, ..)| is_among(path, files)) {
            return *kind;
        }
        let name = path.strip_prefix("content/").and_then(|name| name.rsplit_once('.'));
        match name {
            Some((stem, "yaml" | "yml")) => match stem {
                "site" => Self::Settings,
                "vocabulary" => Self::Vocabulary,
                "organisations" => Self::Organisations,
                "glossary" => Self::Glossary,
                "redirects" => Self::Redirects,
                "governance" => Self::Governance,
                _ => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }

    /// The word for it in the codes of messages: `plan` in `plan/timescale`.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Settings => "site",
            Self::Vocabulary => "vocabulary",
            Self::Organisations => "organisations",
            Self::Glossary => "glossary",
            Self::Redirects => "redirects",
            Self::Governance => "governance",
            Self::File | Self::Unknown => "file",
            Self::Template | Self::Asset => "template",
            Self::Words => "words",
            of_content => FOLDERS.iter().find(|(_, kind, _)| *kind == of_content).map_or("file", |(.., word)| word),
        }
    }

    /// Whether the file is a text in Markdown with fields above it.
    #[must_use]
    pub(crate) fn is_text(self) -> bool {
        FOLDERS.iter().any(|(files, kind, _)| *kind == self && files.strip_suffix(".md").is_some())
    }
}

/// Whether a file is one of those that a pattern means: `content/plans/*.yaml`, `content/pages/**/*.md`.
fn is_among(path: &str, files: &str) -> bool {
    let Some((place, ending)) = files.rsplit_once("*.") else { return false };
    let folder = place.trim_end_matches("**/");
    let Some(name) = path.strip_prefix(folder) else { return false };
    let is_deep = folder != place;
    let own = name.rsplit_once('.').map_or("", |(_, own)| own);
    (is_deep || !name.contains('/')) && (own == ending || (own == "yml" && ending == "yaml"))
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_file_is_what_its_place_says() {
        assert_eq!(Kind::of("content/site.yaml"), Kind::Settings);
        assert_eq!(Kind::of("content/services/idva.md"), Kind::Service);
        assert_eq!(Kind::of("content/pages/professionals/first.md"), Kind::Page);
        assert_eq!(Kind::of("content/files/a/b.pdf"), Kind::File);
        assert_eq!(Kind::of("templates/page.html"), Kind::Template);
        assert_eq!(Kind::of("templates/assets/style.css"), Kind::Asset);
        assert_eq!(Kind::of("content/services/idva.txt"), Kind::Unknown);
        assert_eq!(Kind::of("content/plans/old/2019.yaml"), Kind::Unknown);
        assert_eq!(Kind::of("content/plans/strategy.yml"), Kind::Plan);
        assert_eq!(Kind::of("content/plans.yaml"), Kind::Unknown);
    }
}
