//! How each kind of value is read, and what is said of it to authors.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::field::{Field, Part, Rule, Shape};
use super::fields::{self, Fields, Input, Refusal};
use super::value::{See, Value};
use crate::diagnostic::{Located, Span};
use crate::model::choice::{self, Choice};
use crate::model::colour::Colour;
use crate::model::data_period::DataPeriod;
use crate::model::day;
use crate::model::duration::Duration;
use crate::model::email::Email;
use crate::model::host::Host;
use crate::model::hours::OpeningHours;
use crate::model::language::Language;
use crate::model::phone::Phone;
use crate::model::postcode::Postcode;
use crate::model::rating::{Rating, Scheme};
use crate::model::series::{Every, On};
use crate::model::status::Status;
use crate::model::web_address::WebAddress;
use crate::model::year_start::YearStart;

/// A value that is read from one text by a function whose error has help: what it is in words, the regular expression
/// (ECMA-262) that it must fit, where that can be said so, and the function.
macro_rules! plain {
    ($($Type:ty: $says:literal, $pattern:expr, $read:expr;)+) => {$(
        impl Value for $Type {
            fn shape(_: &Field) -> Shape {
                Shape::Text($says, $pattern)
            }

            fn read(input: Input<'_, '_>) -> Option<Self> {
                input.parse(|text| $read(text).map_err(|error| Refusal::of(&error, error.help())))
            }

            fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
                $read(field.default).ok().filter(|_| !field.default.is_empty())
            }
        }
    )+};
}

plain! {
    Date: "a date, such as `2026-12-03`", Some("^\\d{4}-\\d{2}-\\d{2}$"), day::parse_date;
    Time: "a time of day, such as `\"09:30\"`", Some("^\\d{1,2}:\\d{2}$"), day::parse_time;
    Email: "an email address", Some("^[^@\\s]+@[^@\\s]+$"), Email::read;
    Postcode: "a UK postcode", None, Postcode::read;
    OpeningHours: "opening hours, such as `Mo-Fr 09:00-17:00; PH off`, or `24/7`", None, OpeningHours::read;
    Duration: "a length of time, such as `6 months`", None, Duration::read;
    DataPeriod: "a year, quarter or month, such as `2026`, `2026-Q3` or `2026-05`", None, DataPeriod::read;
    Every: "`week`, `2 weeks` or `month`", None, Every::read;
    On: "a day, such as `tuesday` or `first tuesday`", None, On::read;
}

impl Value for String {
    fn shape(_: &Field) -> Shape {
        Shape::Text("text", None)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        fields::text(input.node, input.field.key, input.report).map(|text| text.value)
    }

    fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        (!field.required || !field.default.is_empty()).then(|| field.default.to_owned())
    }
}

impl<T: Value> Value for Located<T> {
    const REQUIRED: bool = T::REQUIRED;
    const IS_WORD: bool = T::IS_WORD;

    fn shape(field: &Field) -> Shape {
        T::shape(field)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        T::read(input).map(|value| Located::new(value, input.node.span))
    }

    fn absent(field: &'static Field, fields: &Fields<'_, '_>) -> Option<Self> {
        T::absent(field, fields).map(|value| Located::new(value, fields.head()))
    }

    fn tidy(text: &str) -> String {
        T::tidy(text)
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        match self.value.as_part(self.span) {
            Some(part) => see(field, part),
            None => Value::each_part(&self.value, field, see),
        }
    }
}

impl Value for bool {
    const REQUIRED: bool = false;

    fn shape(_: &Field) -> Shape {
        Shape::Flag
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| match text {
            _ if input.node.is_yes() => Ok(true),
            "false" | "False" | "FALSE" | "no" | "No" => Ok(false),
            other => Err(Refusal::new(format!("`{other}` is neither `true` nor `false`"), "write `true` or `false`")),
        })
    }

    fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(field.default == "true")
    }
}

impl Value for u32 {
    const IS_WORD: bool = true;

    fn shape(field: &Field) -> Shape {
        let (least, most) = range(field);
        Shape::Whole(least, most)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let (least, most) = range(input.field);
        input.parse(|text| whole(text, least, most))
    }
}

fn range(field: &Field) -> (u32, u32) {
    match field.rule {
        Rule::Range(least, most) => (least, most),
        _ => (0, u32::MAX),
    }
}

fn whole(text: &str, least: u32, most: u32) -> Result<u32, Refusal> {
    let number = text.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        let range = if most == u32::MAX { format!("{least} or more") } else { format!("{least} to {most}") };
        Refusal::new(format!("`{text}` is not a whole number from {range}"), "write digits only")
    })
}

impl Value for Phone {
    fn shape(field: &Field) -> Shape {
        match field.rule {
            Rule::TextMessages => Shape::Text("a UK telephone number that takes text messages", None),
            _ => Shape::Text("a UK telephone number, in quotes", None),
        }
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        if matches!(input.field.rule, Rule::TextMessages) {
            return input
                .parse(|text| Phone::read_text_number(text).map_err(|error| Refusal::of(&error, error.help())));
        }
        input.parse(|text| {
            Phone::read(text).map_err(|error| {
                let numbers = error.numbers();
                let help = match (numbers.is_empty(), input.field.key) {
                    (false, "number") => {
                        let items: Vec<String> = numbers.iter().map(|one| format!("`- number: {one}`")).collect();
                        format!("give each its own item: {}", items.join(", "))
                    }
                    (false, _) if input.in_list => {
                        format!("write them as a list: `{}: [{}]`", input.field.key, numbers.join(", "))
                    }
                    _ => error.help(),
                };
                Refusal::of(&error, help)
            })
        })
    }
}

impl Value for WebAddress {
    fn shape(field: &Field) -> Shape {
        match field.rule {
            Rule::Secure => Shape::Text("an address that begins with `https://`", Some("^https://")),
            _ => Shape::Text("an address that begins with `https://` or `http://`", Some("^https?://")),
        }
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let read = match input.field.rule {
            Rule::Secure => Self::read_secure,
            Rule::Base => Self::read_base,
            _ => Self::read,
        };
        input.parse(|text| read(text).map_err(|error| Refusal::of(&error, error.help())))
    }

    fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Self::read_secure(field.default).ok()
    }

    fn as_part(&self, span: Span) -> Option<Part<'_>> {
        Some(Part::Address(self, span))
    }
}

impl Value for Language {
    const IS_WORD: bool = true;

    fn shape(_: &Field) -> Shape {
        Shape::Text("a language's tag (BCP 47), such as `en-GB` or `pl`", None)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| Language::read(text).map_err(|error| Refusal::of(&error, error.help())))
    }

    fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Language::read(field.default).ok()
    }
}

impl Value for Colour {
    fn shape(_: &Field) -> Shape {
        Shape::Text("a colour, such as `\"#1d5c63\"`, in quotes", Some("^#[0-9A-Fa-f]{6}$"))
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| {
            Colour::read(text).map_err(|error| Refusal::of(&error, "write it as `\"#1d5c63\"`, in quotes"))
        })
    }
}

impl Value for TimeZone {
    fn shape(_: &Field) -> Shape {
        Shape::Text("the name of a time zone, such as `Europe/London`", None)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        input.parse(|text| {
            TimeZone::get(text).map_err(|_| {
                Refusal::new(format!("`{text}` is not the name of a time zone"), "write a name such as `Europe/London`")
            })
        })
    }

    fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        TimeZone::get(field.default).ok()
    }
}

impl Value for YearStart {
    fn shape(_: &Field) -> Shape {
        Shape::Whole(1, 12)
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let month = input.parse(|text| whole(text, 1, 12))?;
        Self::new(u8::try_from(month).ok()?)
    }

    fn absent(_: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
        Some(Self::default())
    }
}

/// Words to choose from, each its type's own.
macro_rules! choices {
    ($($Type:ty),+ $(,)?) => {$(
        impl Value for $Type {
            fn shape(_: &Field) -> Shape {
                Shape::Choice(<$Type as Choice>::WORDS.iter().map(|one| (one.id, one.meaning)).collect())
            }

            fn read(input: Input<'_, '_>) -> Option<Self> {
                input.parse(|text| fields::choice(input.field.key, text))
            }

            fn absent(field: &'static Field, _: &Fields<'_, '_>) -> Option<Self> {
                choice::named(field.default)
            }
        }
    )+};
}

choices! {
    Host, Rating, Scheme, Status,
    super::accessibility::Compliance,
    super::accessibility::Enforcer,
    super::article::NewsKind,
    super::article::Readers,
    crate::kinds::course::record::CourseKind,
    crate::kinds::course::record::SessionState,
    super::glossary::SearchGlossary,
    super::governance::GroupKind,
    crate::kinds::indicator::record::Better,
    crate::kinds::indicator::record::SmallNumbers,
    super::lead::LeadPart,
    crate::kinds::leaflet::record::PaperSize,
    super::organisation::OrganisationKind,
    crate::kinds::service::record::ServiceState,
    super::article::Form,
    super::settings::HomePart,
    super::settings::Permission,
    super::vocabulary::CoverageAnswer,
}

impl Value for crate::model::prose::Prose {
    fn shape(_: &Field) -> Shape {
        Shape::Markdown
    }

    fn read(input: Input<'_, '_>) -> Option<Self> {
        let text = Located::<String>::read(input)?;
        Some(super::markdown::in_field(&text, input.field.key, input.report))
    }

    fn each_part<'a>(&'a self, field: &'static Field, see: &mut See<'_, 'a>) {
        see(field, Part::Prose(self));
    }
}
