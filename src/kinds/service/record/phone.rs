//! A telephone number of a service.

use super::Hours;
use crate::diagnostic::Located;
use crate::model::phone::Phone;
use crate::record::field::{Field, Shape};
use crate::record::fields::{Input, Refusal};
use crate::record::value::Value;

record! {
    /// A telephone number of a service. One number alone needs no group.
    pub(crate) struct ServicePhone: "a telephone number", alone: Located<Phone> = ServicePhone::new => {
        /// The number.
        number: Located<Phone>, example = "\"01632 960123\"";
        /// What this number is for, where there are several.
        label: Option<String>, example = "Duty desk";
        /// When this number is answered, if not in the hours of the service.
        hours: Option<Hours>, example = "24/7";
        /// Whether calls to it are free.
        free: bool, example = "true";
        /// Whether it is for textphones.
        textphone: bool, example = "true";
        /// What to dial after the number.
        extension: Option<Extension>, example = "\"204\"";
    }
}

impl ServicePhone {
    fn new(number: Located<Phone>) -> Self {
        Self { number, label: None, hours: None, free: false, textphone: false, extension: None }
    }

    /// As people write it: "01632 960123 extension 204".
    #[must_use]
    pub(crate) fn display(&self) -> String {
        let number = self.number.display();
        self.extension.as_ref().map_or(number.clone(), |Extension(digits)| format!("{number} extension {digits}"))
    }

    /// What comes after `tel:` in a link, RFC 3966.
    #[must_use]
    pub(crate) fn tel(&self) -> String {
        let number = self.number.tel();
        self.extension.as_ref().map_or(number.clone(), |Extension(digits)| format!("{number};ext={digits}"))
    }
}

/// What is dialled after a number: digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Extension(pub(crate) String);

impl Value for Extension {
    fn shape(_: &Field) -> Shape {
        Shape::Text("up to eight digits, in quotes", Some("^[0-9]{1,8}$"))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| {
            let is_one = (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            let refusal = || Refusal::new(format!("`{text}` is not an extension"), "write its digits only, in quotes");
            is_one.then(|| Self(text.to_owned())).ok_or_else(refusal)
        })
    }
}
