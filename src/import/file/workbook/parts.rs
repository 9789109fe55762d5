//! Which part of the package holds which sheet, the shared texts and the comments.

use crate::import::error::ImportError;
use crate::import::file::package::{self, Package, broken};
use crate::import::file::xml::Element;

/// The parts of a workbook that this program reads itself.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Each sheet's name and its part.
    sheets: Vec<(String, String)>,
    strings: Option<String>,
    styles: Option<String>,
    /// How many comments hang on cells.
    pub(super) comments: usize,
}

impl Parts {
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, ImportError> {
        let book = element(package, "xl/workbook.xml")?;
        let links = element(package, "xl/_rels/workbook.xml.rels")?;
        let links = links.child("Relationships").into_iter().flat_map(Element::elements);
        let links: Vec<(&str, &str, String)> = links
            .filter_map(|link| Some((link.attribute("Id")?, link.attribute("Type")?, path(link.attribute("Target")?))))
            .collect();
        let sheets = book.at(&["workbook", "sheets"]).into_iter().flat_map(Element::elements);
        let sheets = sheets.filter_map(|sheet| {
            let id = sheet.attribute("id")?;
            let part = links.iter().find(|(known, ..)| *known == id)?;
            Some((sheet.attribute("name")?.to_owned(), part.2.clone()))
        });
        let of_kind =
            |wanted: &str| links.iter().find(|(_, kind, _)| kind.ends_with(wanted)).map(|link| link.2.clone());
        let (strings, styles) = (of_kind("/sharedStrings"), of_kind("/styles"));
        Ok(Self { sheets: sheets.collect(), strings, styles, comments: comments(package) })
    }

    /// The XML of a sheet.
    pub(super) fn sheet(&self, name: &str, package: &mut Package<'_>) -> Result<String, ImportError> {
        let (_, part) =
            self.sheets.iter().find(|(known, _)| known == name).ok_or_else(|| broken("one of its sheets"))?;
        package::part(package, part)
    }

    /// The XML of the texts that cells share; none where each has its own.
    pub(super) fn strings(&self, package: &mut Package<'_>) -> Result<Option<String>, ImportError> {
        self.strings.as_ref().map(|part| package::part(package, part)).transpose()
    }

    /// The XML of the styles; none where the workbook has none.
    pub(super) fn styles(&self, package: &mut Package<'_>) -> Result<Option<String>, ImportError> {
        self.styles.as_ref().map(|part| package::part(package, part)).transpose()
    }
}

fn element(package: &mut Package<'_>, part: &str) -> Result<Element, ImportError> {
    let xml = package::part(package, part)?;
    Element::read(&xml).ok_or_else(|| broken(&format!("its part `{part}`")))
}

/// A part's path from the target of a link.
fn path(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    }
}

/// How many comments there are; what is written as a conversation is there a second time in the old form.
fn comments(package: &mut Package<'_>) -> usize {
    let names: Vec<String> = package::names(package).collect();
    let mut count = |folder: &str, element: &str| {
        let parts = names.iter().filter(|name| name.to_lowercase().starts_with(folder) && !name.contains("_rels"));
        let xml: Vec<String> = parts.filter_map(|part| package::part(package, part).ok()).collect();
        let mut found = 0;
        for xml in xml {
            let _ = Element::each(&xml, |name| name == element, |_| found += 1);
        }
        found
    };
    count("xl/comments", "comment").max(count("xl/threadedcomments", "threadedComment"))
}
