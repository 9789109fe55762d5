//! Pages in other languages, and easy versions.

use crate::support::site::{TestSite, page};

/// A page without the quotes of its HTML.
fn html(site: &TestSite, name: &str) -> String {
    site.page(name).replace('"', "")
}

const HELP: &str = "---\ntitle: Get help\nsummary: Whom to call.\n---\nCall us.\n";

fn polish(lines: &str) -> String {
    format!("---\ntitle: Pomoc\nsummary: Do kogo zadzwonić.\nlanguage: pl\n{lines}---\nZadzwoń do nas.\n")
}

fn site() -> TestSite {
    TestSite::new()
        .with("content/pages/get-help.md", HELP)
        .with("content/pages/pomoc.md", polish("translation_of: pages/get-help.md\n"))
        .with(
            "content/pages/madad.md",
            "---\ntitle: مدد\nsummary: کس کو فون کریں\nlanguage: ur\ntranslation_of: get-help.md\n---\nفون کریں 0808 2000 247۔\n",
        )
        .with(
            "content/pages/easy.md",
            "---\ntitle: Get help, in easy words\nsummary: Help.\nformat: easy-read\ntranslation_of: pomoc.md\n---\nRing us.\n",
        )
        .with_setting("languages: [pl, ur]")
}

#[test]
fn a_page_says_its_language_and_its_direction_and_has_the_way_out_in_it() {
    let site = site().built();
    let pomoc = html(&site, "pomoc/index.html");
    assert!(pomoc.contains("<html lang=pl>"), "{pomoc}");
    for words in
        ["Opuść tę stronę", "Grozi Ci niebezpieczeństwo?", "Zadzwoń pod numer 999", "Przejdź do głównej treści"]
    {
        assert!(pomoc.contains(words), "{words}");
    }
    // What is around it stays in the language of the site, and says so.
    assert!(pomoc.contains("<header class=site-header lang=en-GB dir=ltr>"), "{pomoc}");
    let urdu = html(&site, "madad/index.html");
    assert!(urdu.contains("<html lang=ur dir=rtl>"), "{urdu}");
    assert!(urdu.contains("یہ صفحہ چھوڑیں"), "{urdu}");
    // Among words that are read from right to left the groups of a number would change places.
    assert!(urdu.contains("\u{2066}0808 2000 247\u{2069}"), "{urdu}");
    let english = html(&site, "get-help/index.html");
    assert!(english.contains("<html lang=en-GB>") && english.contains(">Exit this page</a>"));
}

#[test]
fn where_the_program_has_no_words_the_frame_says_that_it_is_in_english() {
    let site =
        TestSite::new().with("content/pages/caawin.md", polish("").replace("language: pl", "language: ti")).built();
    let page = html(&site, "caawin/index.html");
    assert!(page.contains("<html lang=ti>"), "{page}");
    assert!(page.contains("aria-label=Leave this page quickly lang=en dir=ltr"), "{page}");
    assert!(page.contains("<h2 id=part-emergency lang=en>In danger now?"), "{page}");
}

#[test]
fn each_version_links_to_all_others_in_their_own_words() {
    let site = site().built();
    for (name, this) in
        [("get-help", "English"), ("pomoc", "Polski"), ("madad", "اردو"), ("easy", "English, Easy Read")]
    {
        let page = html(&site, &format!("{name}/index.html"));
        let versions =
            page.split_once("versions").expect("there are versions").1.split_once("</nav>").expect("an end").0;
        for (path, title) in
            [("get-help", "English"), ("pomoc", "Polski"), ("madad", "اردو"), ("easy", "English, Easy Read")]
        {
            let expected =
                if title == this { format!("<b aria-current=true>{title}</b>") } else { format!("href=/{path}/") };
            assert!(versions.contains(&expected), "{name}: {expected} in {versions}");
        }
    }
}

#[test]
fn every_page_links_to_the_page_of_welcome_in_each_language() {
    let site = site().built();
    for name in ["index.html", "404.html", "pomoc/index.html"] {
        let page = html(&site, name);
        assert!(page.contains("<a href=/pomoc/ lang=pl hreflang=pl>Polski</a>"), "{page}");
        assert!(page.contains("<a href=/madad/ lang=ur hreflang=ur dir=rtl>اردو</a>"), "{page}");
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let site = TestSite::new()
        .with("content/pages/pomoc.md", polish("translation_of: pages/get-hlp.md\n"))
        .with("content/pages/get-help.md", page("Words."))
        .with_setting("languages: [cy]");
    let told = site.messages();
    assert!(
        told.contains("error[page/translation_of]: `pages/get-hlp.md` is no page that this one could translate"),
        "{told}"
    );
    assert!(told.contains("did you mean `pages/get-help.md`?"), "{told}");
    assert!(told.contains("error[site/languages]: there is no page in Welsh to welcome readers"), "{told}");
    assert!(told.contains("`language: cy`"), "{told}");
}

#[test]
fn two_pages_that_translate_each_other_are_versions_of_each_other() {
    let site = TestSite::new()
        .with("content/pages/a.md", polish("translation_of: b.md\n"))
        .with("content/pages/b.md", HELP.replace("---\nCall", "translation_of: a.md\n---\nCall"))
        .built();
    assert!(html(&site, "a/index.html").contains("href=/b/"));
}

const WORDS: &str = "\
exit: Weg
skip: Naar de inhoud
danger: Nu in gevaar?
call: Bel
talk: Praat met iemand
versions: Deze pagina anders
here: U bent hier
home: Begin
search: Zoeken
menu: Menu
";

#[test]
fn words_that_nobody_has_read_are_pointed_out_until_somebody_has() {
    let told = site().messages();
    for (language, file) in [("Polish", "pl"), ("Urdu", "ur")] {
        let message = format!("no {language} speaker has checked the words around its pages");
        assert!(told.contains(&message) && told.contains(&format!("templates/words/{file}.yaml")), "{told}");
    }
    let read = |name: &str| {
        let words = std::fs::read_to_string(format!("{}/templates/words/{name}.yaml", env!("CARGO_MANIFEST_DIR")));
        format!("checked: 2026-11-20\n{}", words.expect("the program has these words"))
    };
    let site = site().with("templates/words/pl.yaml", read("pl")).with("templates/words/ur.yaml", read("ur"));
    assert!(!site.messages().contains("site/words"), "{}", site.messages());
}

#[test]
fn a_site_gives_words_of_its_own_in_any_language() {
    let dutch = polish("").replace("language: pl", "language: nl");
    let site = TestSite::new().with("content/pages/hulp.md", dutch).with_setting("languages: [nl]");
    assert!(site.messages().contains("the words around Dutch pages are in English"), "{}", site.messages());
    let site = site.with("templates/words/nl.yaml", format!("checked: 2026-11-20\n{WORDS}")).built();
    let page = html(&site, "hulp/index.html");
    assert!(page.contains(">Weg</a>") && page.contains("Nu in gevaar?") && page.contains("Bel 999"), "{page}");
    // The frame stays in the language of the site.
    assert!(page.contains("aria-label=You are here") && page.contains(">Search</button>"), "{page}");
    let misspelt = TestSite::new().with("templates/words/nl.yaml", WORDS.replace("exit:", "exite:")).messages();
    assert!(
        misspelt.contains("there is no field `exite` here") && misspelt.contains("did you mean `exit`?"),
        "{misspelt}"
    );
}

#[test]
fn a_site_in_another_language_has_its_frame_in_it() {
    let site = TestSite::new().with_setting("language: cy").with("content/pages/amdanom.md", page("Helo.\n")).built();
    let page = html(&site, "amdanom/index.html");
    for words in ["<html lang=cy>", "aria-label=Rydych chi yma", ">Hafan</a>", ">Chwilio</button>", "<summary>Dewislen"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
}
