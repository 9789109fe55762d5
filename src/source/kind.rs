//! What a file holds, told by where it stands.

/// The kinds of file that a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
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
    /// `content/plans/*.yaml`: an action plan.
    Plan,
    /// `content/services/*.md`: a support service.
    Service,
    /// `content/training/*.yaml`: a course with its sessions.
    Course,
    /// `content/indicators/*.yaml`: a measured series.
    Indicator,
    /// `content/networks/*.yaml`: people and places that are not services.
    Network,
    /// `content/leaflets/*.yaml`: a printable sheet.
    Leaflet,
    /// `content/updates/**/*.md`: dated news.
    Update,
    /// `content/pages/**/*.md`: everything else.
    Page,
    /// `content/files/**`: copied as it is.
    File,
    /// `templates/**/*.html`: how pages look.
    Template,
    /// `templates/assets/**`: style, scripts, icons.
    Asset,
    /// Nothing that the program reads.
    Unknown,
}

impl Kind {
    /// The kind of the file at `path`, relative to the site.
    #[must_use]
    pub(crate) fn of(path: &str) -> Self {
        if let Some(template) = path.strip_prefix("templates/") {
            return match template.rsplit_once('.') {
                _ if template.starts_with("assets/") => Self::Asset,
                Some((_, "html")) => Self::Template,
                _ => Self::Unknown,
            };
        }
        let Some(content) = path.strip_prefix("content/") else { return Self::Unknown };
        let (folder, name) = content.split_once('/').unwrap_or(("", content));
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let yaml = matches!(ending, "yaml" | "yml");
        let flat = !name.contains('/');
        match folder {
            "" if yaml => match stem {
                "site" => Self::Settings,
                "vocabulary" => Self::Vocabulary,
                "organisations" => Self::Organisations,
                "glossary" => Self::Glossary,
                "redirects" => Self::Redirects,
                "governance" => Self::Governance,
                _ => Self::Unknown,
            },
            "plans" if yaml && flat => Self::Plan,
            "training" if yaml && flat => Self::Course,
            "indicators" if yaml && flat => Self::Indicator,
            "networks" if yaml && flat => Self::Network,
            "leaflets" if yaml && flat => Self::Leaflet,
            "services" if ending == "md" && flat => Self::Service,
            "updates" if ending == "md" => Self::Update,
            "pages" if ending == "md" => Self::Page,
            "files" => Self::File,
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
            Self::Plan => "plan",
            Self::Service => "service",
            Self::Course => "training",
            Self::Indicator => "indicator",
            Self::Network => "network",
            Self::Leaflet => "leaflet",
            Self::Update => "update",
            Self::Page => "page",
            Self::File | Self::Unknown => "file",
            Self::Template | Self::Asset => "template",
        }
    }
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
    }
}
