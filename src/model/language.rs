//! Languages, by their BCP 47 tags.

use std::error::Error;
use std::fmt;

/// A well-formed language tag such as `en-GB`, `bfi` or `zh-Hant`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Language(String);

/// English names of the languages that services in England offer most, by
/// their tags. Sign languages are languages of their own.
const NAMES: &[(&str, &str)] = &[
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("bfi", "British Sign Language"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ckb", "Kurdish (Sorani)"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian (Farsi)"),
    ("fi", "Finnish"),
    ("fil", "Filipino"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gd", "Scottish Gaelic"),
    ("gu", "Gujarati"),
    ("ha", "Hausa"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("ig", "Igbo"),
    ("isg", "Irish Sign Language"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("kmr", "Kurdish (Kurmanji)"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("ml", "Malayalam"),
    ("mr", "Marathi"),
    ("ms", "Malay"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("om", "Oromo"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("prs", "Dari"),
    ("ps", "Pashto"),
    ("pt", "Portuguese"),
    ("pt-br", "Portuguese (Brazil)"),
    ("rmy", "Romani"),
    ("ro", "Romanian"),
    ("rom", "Romani"),
    ("ru", "Russian"),
    ("rw", "Kinyarwanda"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sn", "Shona"),
    ("so", "Somali"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("syl", "Sylheti"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("tet", "Tetum"),
    ("th", "Thai"),
    ("ti", "Tigrinya"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("tw", "Twi"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("yi", "Yiddish"),
    ("yo", "Yoruba"),
    ("yue", "Cantonese"),
    ("zh", "Chinese"),
    ("zh-hans", "Chinese (simplified)"),
    ("zh-hant", "Chinese (traditional)"),
    ("zu", "Zulu"),
];

/// What languages call themselves, by their tags.
const OWN_NAMES: &[(&str, &str)] = &[
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ckb", "کوردی"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gd", "Gàidhlig"),
    ("gu", "ગુજરાતી"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("kmr", "Kurmancî"),
    ("ku", "Kurdî"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nl", "Nederlands"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("yue", "粵語"),
    ("zh", "中文"),
];

/// Languages that are usually written from right to left.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "prs", "ps", "sd", "ur", "yi"];

/// A text that is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LanguageError {
    text: String,
}

impl fmt::Display for LanguageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "`{}` is not the tag of a language", self.text)
    }
}

impl Error for LanguageError {}

impl LanguageError {
    /// What to do about it: the tag, where the text is a language's English
    /// name.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        let wanted = self.text.to_lowercase();
        let named =
            NAMES.iter().find(|(tag, name)| name.to_lowercase() == wanted || (wanted == "bsl" && *tag == "bfi"));
        match named {
            Some((tag, name)) => format!("for {name}, write `{tag}`"),
            None => "write a tag such as `en`, `pl`, `ur` or `bfi` (British Sign Language)".to_owned(),
        }
    }
}

impl Language {
    /// Reads a tag. Letters get the capitals that BCP 47 recommends: `EN-gb`
    /// is `en-GB`.
    ///
    /// # Errors
    /// What is not well formed, and the English name of a language. Whether a
    /// tag is registered is not checked, but for `BSL`, which is another
    /// language than the one that is meant.
    pub(crate) fn read(text: &str) -> Result<Self, LanguageError> {
        let text = text.trim();
        let parts: Vec<&str> = text.split('-').collect();
        // `bsl` is the tag of an Indian language; in Britain it is the usual
        // short name of British Sign Language.
        let is_name = text.eq_ignore_ascii_case("bsl");
        if is_name || !is_well_formed(&parts) {
            return Err(LanguageError { text: text.to_owned() });
        }
        Ok(Self(with_capitals(&parts)))
    }

    /// The tag.
    #[must_use]
    pub(crate) fn tag(&self) -> &str {
        &self.0
    }

    /// The language itself, without script, region or variant: `zh` of `zh-Hant-HK`.
    #[must_use]
    pub(crate) fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The English name, "Polish" or "British Sign Language"; the tag itself
    /// where the name is not known.
    #[must_use]
    pub(crate) fn name(&self) -> &str {
        let tag = self.0.to_lowercase();
        let found = |wanted: &str| NAMES.iter().find(|(known, _)| *known == wanted);
        found(&tag).or_else(|| found(self.primary())).map_or(self.0.as_str(), |(_, name)| *name)
    }
}

impl Language {
    /// What it calls itself, "Polski"; its English name where that is not known.
    #[must_use]
    pub(crate) fn own_name(&self) -> &str {
        let found = OWN_NAMES.iter().find(|(known, _)| *known == self.primary());
        found.map_or_else(|| self.name(), |(_, name)| *name)
    }

    /// In which direction it is written: `rtl` or `ltr`, as HTML says it.
    #[must_use]
    pub(crate) fn direction(&self) -> &'static str {
        let script = self.0.split('-').nth(1).filter(|part| part.len() == 4);
        let is_right_to_left = match script {
            Some(script) => matches!(script, "Arab" | "Hebr" | "Thaa" | "Syrc"),
            None => RIGHT_TO_LEFT.contains(&self.primary()),
        };
        if is_right_to_left { "rtl" } else { "ltr" }
    }
}

impl Default for Language {
    /// British English.
    fn default() -> Self {
        Self("en-GB".to_owned())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Whether the parts of a tag are in the order and of the lengths that RFC
/// 5646 gives (2.1): language, up to three extensions of it, script, region,
/// variants, then anything after a single letter. The old tags that RFC 5646
/// keeps by way of exception are left out.
fn is_well_formed(parts: &[&str]) -> bool {
    let is_alphabetic = |part: &str| part.bytes().all(|letter| letter.is_ascii_alphabetic());
    let [language, rest @ ..] = parts else {
        return false;
    };
    if !(2..=3).contains(&language.len()) || !is_alphabetic(language) {
        return false;
    }
    let mut rest = rest;
    let mut skip = |most: usize, fits: &dyn Fn(&str) -> bool| {
        let count = rest.iter().take(most).take_while(|part| fits(part)).count();
        rest = &rest[count..];
    };
    skip(3, &|part| part.len() == 3 && is_alphabetic(part));
    skip(1, &|part| part.len() == 4 && is_alphabetic(part));
    skip(1, &|part| {
        part.len() == 2 && is_alphabetic(part) || part.len() == 3 && part.bytes().all(|letter| letter.is_ascii_digit())
    });
    skip(usize::MAX, &|part| {
        let starts_with_figure = part.starts_with(|letter: char| letter.is_ascii_digit());
        let length_fits = (5..=8).contains(&part.len()) || part.len() == 4 && starts_with_figure;
        length_fits && is_alphanumeric(part)
    });
    match rest {
        [] => true,
        [single, after @ ..] => {
            single.len() == 1
                && is_alphanumeric(single)
                && !after.is_empty()
                && after.iter().all(|part| (1..=8).contains(&part.len()) && is_alphanumeric(part))
                && after.last().is_some_and(|last| last.len() > 1 || *single == "x")
        }
    }
}

fn is_alphanumeric(part: &str) -> bool {
    part.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

fn with_capitals(parts: &[&str]) -> String {
    let mut tag = parts[0].to_ascii_lowercase();
    let mut is_special = false;
    for part in &parts[1..] {
        let lower = part.to_ascii_lowercase();
        is_special |= lower.len() == 1;
        tag.push('-');
        match lower.len() {
            2 if !is_special => tag.push_str(&lower.to_ascii_uppercase()),
            4 if !is_special => {
                tag.push_str(&lower[..1].to_ascii_uppercase());
                tag.push_str(&lower[1..]);
            }
            _ => tag.push_str(&lower),
        }
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::{Language, NAMES};
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn language(text: &str) -> Language {
        Language::read(text).expect(text)
    }

    #[test]
    fn tags_have_names_in_english() {
        for (tag, name) in [
            ("en-GB", "English"),
            ("bfi", "British Sign Language"),
            ("pl", "Polish"),
            ("pt-BR", "Portuguese (Brazil)"),
            ("zh-Hant-HK", "Chinese"),
            ("zh-Hant", "Chinese (traditional)"),
            ("tlh", "tlh"),
        ] {
            assert_eq!(language(tag).name(), name);
        }
    }

    #[test]
    fn a_language_has_a_name_of_its_own_and_a_direction() {
        for (tag, name, direction) in [
            ("pl", "Polski", "ltr"),
            ("ur", "اردو", "rtl"),
            ("pa", "ਪੰਜਾਬੀ", "ltr"),
            ("pa-Arab", "ਪੰਜਾਬੀ", "rtl"),
            ("zh-Hant", "中文", "ltr"),
            ("ha", "Hausa", "ltr"),
        ] {
            assert_eq!((language(tag).own_name(), language(tag).direction()), (name, direction), "{tag}");
        }
    }

    #[test]
    fn capitals_are_set_right() {
        assert_eq!(language("EN-gb").tag(), "en-GB");
        assert_eq!(language("ZH-HANT-hk").tag(), "zh-Hant-HK");
        assert_eq!(language("ZH-HANT-hk").primary(), "zh");
        assert_eq!(language("sl-IT-Nedis").tag(), "sl-IT-nedis");
        assert_eq!(language("en-x-Easy").tag(), "en-x-easy");
    }

    #[test]
    fn a_name_is_refused_with_its_tag() {
        let error = Language::read("Polish").expect_err("a name");
        assert_eq!(error.to_string(), "`Polish` is not the tag of a language");
        assert_eq!(error.help(), "for Polish, write `pl`");
        let error = Language::read("BSL").expect_err("a name");
        assert_eq!(error.help(), "for British Sign Language, write `bfi`");
        for text in ["", "e", "en_GB", "en-", "en--GB", "English (UK)", "en-GB-", "en-x", "ü-GB"] {
            assert!(Language::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_known_tag_is_well_formed() {
        for (tag, name) in NAMES {
            assert_eq!(language(tag).name(), *name);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>(), near in "[A-Za-z0-9]{1,4}(-[A-Za-z0-9]{0,9}){0,5}") {
            for text in [text, near] {
                if let Ok(language) = Language::read(&text) {
                    prop_assert_eq!(Language::read(language.tag()), Ok(language.clone()));
                    prop_assert!(!language.name().is_empty());
                }
            }
        }
    }
}
