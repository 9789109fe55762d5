//! A link to a page that is a field of its own, and not part of a text.

use super::field::{Field, Part, Shape};
use super::fields::{self, Input};
use super::value::{See, Value};
use crate::diagnostic::Located;

/// Where a link leads: a file below `content/`, such as `pages/about.md`, an address of this site or of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageLink(pub(crate) Located<String>);

impl Value for PageLink {
    fn shape(_: &Field) -> Shape {
        Shape::Text("a file of the content, such as `pages/about.md`, or an address, such as `/services/`", None)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        fields::text(input.node, input.field.key, input.report).map(Self)
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        see(field, Part::Link(&self.0));
    }
}
