//! The macro with which a record's fields are declared.

/// Declares a record: its type, and for each field what people write there.
///
/// The first comment of a field is its sentence for authors. Its key in the file is its name; its type says what may be
/// written and whether it is required. What else is to be said follows the type, as fields of
/// [`Field`](crate::record::field::Field): `key`, `example`, `default`, `required`, `label`, `rule`.
///
/// After the name: what messages call the record; `alone`, a value that may be written in its place, and the record that
/// it stands for; `before`, which looks ahead for what the reading of the fields depends on; `check`, what one field says
/// against another. At the end: `with`, records whose fields are written among these; `and`, what is no field.
macro_rules! record {
    (
        $(#[doc = $about:expr])+ $(#[derive($($Derive:ident),+)])?
        $vis:vis struct $Record:ident: $what:literal
        $(, alone: $Alone:ty = $alone:expr)?
        $(, before: $before:expr)?
        $(, check: $check:expr)?
        => {
            $( $(#[doc = $doc:expr])+ $name:ident: $Type:ty $(, $attribute:ident = $value:expr)*; )*
            $( with { $( $(#[doc = $part_doc:expr])+ $part:ident: $Part:ty; )+ } )?
            $( and { $( $(#[doc = $extra_doc:expr])+ $extra:ident: $Extra:ty = $initial:expr; )+ } )?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq $($(, $Derive)+)?)]
        $vis struct $Record {
            $( $(#[doc = $doc])+ pub(crate) $name: $Type, )*
            $( $( $(#[doc = $part_doc])+ pub(crate) $part: $Part, )+ )?
            $( $( $(#[doc = $extra_doc])+ pub(crate) $extra: $Extra, )+ )?
        }

        impl crate::record::value::Record for $Record {
            const NAME: &'static str = stringify!($Record);
            const WHAT: &'static str = $what;
            const ABOUT: &'static str = concat!($($about, "\n"),+);
            const FIELDS: &'static [crate::record::field::Field] = &[$(
                crate::record::field::Field {
                    $( $attribute: $value, )*
                    ..crate::record::field::Field::new::<$Type>(stringify!($name), concat!($($doc, "\n"),+))
                },
            )*];

            fn all_fields() -> Vec<&'static crate::record::field::Field> {
                #[allow(unused_mut, reason = "not every record has parts")]
                let mut fields: Vec<_> = Self::FIELDS.iter().collect();
                $( $( fields.extend(<$Part as crate::record::value::Record>::all_fields()); )+ )?
                fields
            }

            fn alone() -> Option<crate::record::field::Shape> {
                #[allow(unused_variables, reason = "not every record may be written as one value")]
                let shape: Option<crate::record::field::Shape> = None;
                $( let shape = Some(<$Alone as crate::record::value::Value>::shape(&Self::FIELDS[0])); )?
                shape
            }

            fn read_fields(fields: &mut crate::record::fields::Fields<'_, '_>) -> Option<Self> {
                $( ($before)(fields); )?
                #[allow(unused_mut, unused_variables, reason = "some records have no fields of their own")]
                let mut declared = Self::FIELDS.iter();
                // All are read before a missing one ends the reading, so that every problem is reported.
                $( let $name = <$Type as crate::record::value::FieldType>::read_field(fields, declared.next()?); )*
                $( $( let $part = <$Part as crate::record::value::Record>::read_fields(fields); )+ )?
                #[allow(unused_mut, reason = "not every record is put in order")]
                let mut record = Self {
                    $( $name: $name?, )*
                    $( $( $part: $part?, )+ )?
                    $( $( $extra: ($initial)(fields), )+ )?
                };
                $( ($check)(&mut record, fields); )?
                Some(record)
            }

            fn each_part<'a>(&'a self, see: &mut crate::record::value::See<'_, 'a>) {
                #[allow(unused_mut, unused_variables, reason = "some records have no fields of their own")]
                let mut declared = Self::FIELDS.iter();
                $( <$Type as crate::record::value::FieldType>::each_part_of(
                    &self.$name, declared.next().expect("each field is declared"), see
                ); )*
                $( $( crate::record::value::Record::each_part(&self.$part, see); )+ )?
            }
        }

        impl crate::record::value::Value for $Record {
            const REQUIRED: bool = crate::record::field::any_required(<$Record as crate::record::value::Record>::FIELDS);

            fn shape(_: &crate::record::field::Field) -> crate::record::field::Shape {
                crate::record::field::Shape::record::<Self>()
            }

            fn read(input: crate::record::fields::Input<'_, '_>) -> Option<Self> {
                $(
                    if !matches!(input.node.value, crate::record::node::Value::Map(_)) {
                        return <$Alone as crate::record::value::Value>::read(input).map($alone);
                    }
                )?
                crate::record::value::read_group(input)
            }

            fn absent(_: &'static crate::record::field::Field, fields: &crate::record::fields::Fields<'_, '_>) -> Option<Self> {
                if Self::REQUIRED {
                    return None;
                }
                <$Record as crate::record::value::Record>::read_fields(&mut fields.nothing())
            }

            fn each_part<'a>(
                &'a self,
                _: &'static crate::record::field::Field,
                see: &mut crate::record::value::See<'_, 'a>,
            ) {
                crate::record::value::Record::each_part(self, see);
            }
        }
    };
}
