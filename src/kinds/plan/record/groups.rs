//! The actions of a section, under objectives or not.

use std::ops::{Deref, DerefMut};

use super::{Action, Objective};
use crate::record::field::{Field, Shape};
use crate::record::fields::Fields;
use crate::record::value::{FieldType, Record, See};

/// The objectives of a section; actions right below it are in one that has no title.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Groups(pub(crate) Vec<Objective>);

impl Record for Groups {
    const NAME: &'static str = "Groups";
    const WHAT: &'static str = "a section";
    const ABOUT: &'static str = "The actions of a section, under objectives or not.";
    const FIELDS: &'static [Field] = &[
        Field {
            example: "[{title: Open a helpline}]",
            ..Field::new::<Vec<Action>>("actions", "Its actions, where it has no objectives.")
        },
        Field {
            example: "[{title: Help comes early, actions: [{title: Open a helpline}]}]",
            ..Field::new::<Vec<Objective>>("objectives", "Its objectives, each with its actions.")
        },
    ];

    fn all_fields() -> Vec<&'static Field> {
        Self::FIELDS.iter().collect()
    }

    fn alone() -> Option<Shape> {
        None
    }

    fn read_fields(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let actions: Vec<Action> = FieldType::read_field(fields, &Self::FIELDS[0])?;
        let objectives: Vec<Objective> = FieldType::read_field(fields, &Self::FIELDS[1])?;
        if fields.has("actions") && fields.has("objectives") {
            let help = "move the actions below the objective they belong to";
            let message = "a section has objectives or actions, not both";
            fields.report.error("sections", fields.key_span("actions"), message, help);
        }
        if objectives.is_empty() {
            return Some(Self::from(actions));
        }
        Some(Self(objectives))
    }

    fn each_part<'a>(&'a self, see: &mut See<'_, 'a>) {
        self.0.iter().for_each(|objective| Record::each_part(objective, see));
    }
}

impl From<Vec<Action>> for Groups {
    fn from(actions: Vec<Action>) -> Self {
        Self(vec![Objective {
            reference: None,
            title: None,
            leads: Vec::new(),
            expected_outcomes: Vec::new(),
            indicators: Vec::new(),
            actions,
        }])
    }
}

impl<'g> IntoIterator for &'g Groups {
    type Item = &'g Objective;
    type IntoIter = std::slice::Iter<'g, Objective>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'g> IntoIterator for &'g mut Groups {
    type Item = &'g mut Objective;
    type IntoIter = std::slice::IterMut<'g, Objective>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter_mut()
    }
}

impl Deref for Groups {
    type Target = Vec<Objective>;

    fn deref(&self) -> &Vec<Objective> {
        &self.0
    }
}

impl DerefMut for Groups {
    fn deref_mut(&mut self) -> &mut Vec<Objective> {
        &mut self.0
    }
}
