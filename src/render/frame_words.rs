//! The words around a page in its own language: how to leave it, what to do in danger, whom to call.
//!
//! Only what is short and sure is here. What has to be exact to the letter, such as what pressing 55 does, stays in the
//! language of the site unless the partnership writes it.

use serde::Serialize;

use crate::model::language::Language;

/// Words of the frame.
#[derive(Debug, Serialize)]
pub(crate) struct FrameWords {
    /// The tag of their language.
    pub(crate) language: &'static str,
    pub(crate) exit: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) danger: &'static str,
    pub(crate) call: &'static str,
    pub(crate) talk: &'static str,
    /// Before the links to the other versions of a page.
    pub(crate) versions: &'static str,
}

const WORDS: &[FrameWords] = &[
    FrameWords {
        language: "en",
        exit: "Exit this page",
        skip: "Skip to the main content",
        danger: "In danger now?",
        call: "Call",
        talk: "Talk to someone",
        versions: "This page in other forms",
    },
    FrameWords {
        language: "cy",
        exit: "Gadael y dudalen hon",
        skip: "Neidio i’r prif gynnwys",
        danger: "Mewn perygl nawr?",
        call: "Ffoniwch",
        talk: "Siarad â rhywun",
        versions: "Y dudalen hon ar ffurfiau eraill",
    },
    FrameWords {
        language: "pl",
        exit: "Opuść tę stronę",
        skip: "Przejdź do głównej treści",
        danger: "Grozi Ci niebezpieczeństwo?",
        call: "Zadzwoń pod numer",
        talk: "Porozmawiaj z kimś",
        versions: "Ta strona w innych wersjach",
    },
    FrameWords {
        language: "ro",
        exit: "Ieșiți de pe această pagină",
        skip: "Salt la conținutul principal",
        danger: "Sunteți în pericol acum?",
        call: "Sunați la",
        talk: "Vorbiți cu cineva",
        versions: "Această pagină în alte forme",
    },
    FrameWords {
        language: "uk",
        exit: "Залишити цю сторінку",
        skip: "Перейти до основного вмісту",
        danger: "Вам загрожує небезпека?",
        call: "Телефонуйте",
        talk: "Поговоріть із кимось",
        versions: "Ця сторінка в інших формах",
    },
    FrameWords {
        language: "ar",
        exit: "اخرج من هذه الصفحة",
        skip: "انتقل إلى المحتوى الرئيسي",
        danger: "هل أنت في خطر الآن؟",
        call: "اتصل بالرقم",
        talk: "تحدث مع شخص ما",
        versions: "هذه الصفحة بأشكال أخرى",
    },
    FrameWords {
        language: "ur",
        exit: "یہ صفحہ چھوڑیں",
        skip: "اصل مواد پر جائیں",
        danger: "کیا آپ ابھی خطرے میں ہیں؟",
        call: "فون کریں",
        talk: "کسی سے بات کریں",
        versions: "یہ صفحہ دوسری شکلوں میں",
    },
];

impl FrameWords {
    /// The words in a language, or else in English.
    pub(crate) fn of(language: &Language) -> &'static Self {
        WORDS.iter().find(|words| words.language == language.primary()).unwrap_or(&WORDS[0])
    }
}

#[cfg(test)]
mod tests {
    use super::{FrameWords, WORDS};
    use crate::model::language::Language;

    #[test]
    fn words_are_there_in_some_languages_and_else_in_english() {
        let exit = |tag: &str| FrameWords::of(&Language::read(tag).expect("a tag")).exit;
        assert_eq!(exit("pl"), "Opuść tę stronę");
        assert_eq!(exit("cy-GB"), "Gadael y dudalen hon");
        assert_eq!(exit("so"), "Exit this page");
        for words in WORDS {
            assert!(Language::read(words.language).is_ok(), "{}", words.language);
        }
    }
}
