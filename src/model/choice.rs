//! Words to choose from.

/// What people say in place of the words of a choice: each group of words with what was probably meant, as the message
/// asks: "`complete`?".
pub(crate) type Said = &'static [(&'static [&'static str], &'static str)];

/// One of a few words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<T> {
    /// The word, as it is written in the content.
    pub(crate) id: &'static str,
    /// What it means.
    pub(crate) meaning: &'static str,
    /// What it stands for.
    pub(crate) value: T,
}

/// A type whose values are written as one of a few words. [`choice!`] declares one.
pub(crate) trait Choice: Copy + 'static {
    /// The words, in the order in which they are listed.
    const WORDS: &'static [Word<Self>];
    /// What people write in place of them.
    const SAID: Said;
}

/// What a word stands for.
pub(crate) fn named<T: Choice>(id: &str) -> Option<T> {
    T::WORDS.iter().find(|word| word.id == id).map(|word| word.value)
}

/// Declares a choice: for each value what it means, its word in the content and, where readers see it, its words for them.
macro_rules! choice {
    (
        $(#[doc = $about:expr])+ $(#[derive($Derive:ident)])?
        $vis:vis enum $Choice:ident $(said $said:expr)? => {
            $( $(#[doc = $meaning:expr])+ $(#[$attribute:ident])? $Value:ident = $id:literal, $words:literal; )+
        }
    ) => {
        choice! {
            $(#[doc = $about])+ $(#[derive($Derive)])?
            $vis enum $Choice $(said $said)? => {
                $( $(#[doc = $meaning])+ $(#[$attribute])? $Value = $id; )+
            }
        }

        impl $Choice {
            /// The words for readers.
            #[must_use]
            $vis fn words(self) -> &'static str {
                match self { $( Self::$Value => $words, )+ }
            }
        }
    };
    (
        $(#[doc = $about:expr])+ $(#[derive($Derive:ident)])?
        $vis:vis enum $Choice:ident $(said $said:expr)? => {
            $( $(#[doc = $meaning:expr])+ $(#[$attribute:ident])? $Value:ident = $id:literal; )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash $(, $Derive)?)]
        $vis enum $Choice {
            $( $(#[doc = $meaning])+ $(#[$attribute])? $Value, )+
        }

        impl crate::model::choice::Choice for $Choice {
            const WORDS: &'static [crate::model::choice::Word<Self>] = &[$(
                crate::model::choice::Word { id: $id, meaning: concat!($($meaning, "\n"),+), value: Self::$Value },
            )+];
            const SAID: crate::model::choice::Said = choice!(@said $($said)?);
        }

        impl $Choice {
            /// All of them, in the order in which they are listed.
            #[allow(dead_code, reason = "the same for every choice")]
            $vis const ALL: [Self; [$($id),+].len()] = [$(Self::$Value),+];

            /// The word for it in the content.
            #[allow(dead_code, reason = "the same for every choice")]
            #[must_use]
            $vis const fn id(self) -> &'static str {
                match self { $( Self::$Value => $id, )+ }
            }
        }
    };
    (@said) => { &[] };
    (@said $said:expr) => { $said };
}
