//! Names by which one record speaks of another.

use std::marker::PhantomData;
use std::ops::Deref;

use super::field::{Field, Part, Shape};
use super::fields::{self, Input};
use super::repeats;
pub(crate) use super::target::Target;
use super::value::{See, Value};
use crate::diagnostic::{Located, Report};
use crate::model::slug::slugify;

/// The type by which a kind of name is told from others.
pub(crate) trait Kind {
    /// What it names.
    const TARGET: Target;
    /// Whether it must be written as an id, so that any other text is a mistake in itself.
    const IS_ID: bool = true;
}

macro_rules! kinds {
    ($($(#[$doc:meta])+ $Kind:ident $(, $is_id:literal)?;)+) => {
        $(
            $(#[$doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub(crate) struct $Kind;

            impl Kind for $Kind {
                const TARGET: Target = Target::$Kind;
                $(const IS_ID: bool = $is_id;)?
            }
        )+
    };
}

kinds! {
    /// An area.
    Area;
    /// An area or the name of a place.
    Place, false;
    /// People.
    Audience;
    /// A kind of help.
    Need;
    /// A level of training.
    Level;
    /// A partner.
    Organisation;
    /// A partner or a name.
    Partner, false;
    /// A service.
    Service;
    /// A helpline. The site, which knows the services, says which one was meant by a name or a telephone number.
    Helpline, false;
    /// A course.
    Course;
    /// A plan.
    Plan;
    /// An indicator.
    Indicator;
    /// A board or group.
    Group;
    /// A file of this site.
    File, false;
    /// Whatever belongs with a record.
    Related, false;
    /// The record's own id.
    Own;
}

/// The name of something, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ref<K>(Located<String>, PhantomData<K>);

/// A record's own id: a lower-case slug.
pub(crate) type Id = Ref<Own>;

impl<K> Ref<K> {
    /// A name from elsewhere than a file.
    pub(crate) fn new(name: Located<String>) -> Self {
        Self(name, PhantomData)
    }
}

impl<K> Deref for Ref<K> {
    type Target = Located<String>;

    fn deref(&self) -> &Located<String> {
        &self.0
    }
}

impl<K: Kind> Value for Ref<K> {
    const IS_WORD: bool = K::IS_ID || matches!(K::TARGET, Target::Helpline);

    fn shape(_: &Field) -> Shape {
        Shape::Reference(K::TARGET)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let name = if K::IS_ID {
            input.parse(fields::id)
        } else if Self::IS_WORD {
            input.parse(|text| Ok(text.to_owned()))
        } else {
            String::read(input)
        };
        name.map(|name| Self::new(Located::new(name, input.node.span)))
    }

    fn tidy(text: &str) -> String {
        slugify(text)
    }

    fn check_list(list: &[Self], field: &Field, report: &Report) {
        if Self::IS_WORD {
            repeats::warn_of_values(list.iter().map(|name| &**name), field.key, report);
        }
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        see(field, Part::Reference(self, K::TARGET));
    }
}
