//! What Word and `OpenDocument` hide is not published: words, rows, sections, boxes, deleted words and comments.

use super::canary::{assert_keeps_quiet, assert_unpublished, case, kept, package};
use super::support::{Import, text};

const HEADINGS: [&str; 4] = ["Ref", "Action", "Lead", "Progress"];

fn run(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

fn word_row(properties: &str, cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
    format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
}

fn plain_row(properties: &str, cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| paragraph(&run("", text))).collect();
    word_row(properties, &cells)
}

/// A document with a table of actions, into whose first action's progress words are put.
fn document(above: &str, progress: &str, rows: &str, styles: &str) -> Vec<u8> {
    let action = ["1.1", "Run a campaign", "Council"].map(|text| paragraph(&run("", text)));
    let progress = format!("<w:p>{}{progress}</w:p>", run("", "Posters are up"));
    let first = word_row("", &[&action[..], &[progress]].concat());
    let last = plain_row("", &["1.2", "Train every surgery", "ICB", "Two of nine"]);
    let table = format!("<w:tbl>{}{first}{rows}{last}</w:tbl>", plain_row("", &HEADINGS));
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{above}{table}</w:body></w:document>");
    let styles = format!("<w:styles xmlns:w=\"w\">{styles}</w:styles>");
    package(&[("word/document.xml", &body), ("word/styles.xml", &styles)])
}

fn progress(import: &Import) -> String {
    text(&import.actions()[0].1["updates"][0]["text"])
}

#[test]
fn the_case_of_hidden_and_struck_words_is_read_as_it_is_shown() {
    let file = case("hidden-and-struck.docx");
    let import = Import::of("plan.docx", &file);
    assert_keeps_quiet(&import, &["budget cut"]);
    assert!(import.report.contains("left out 1 place with hidden words: table 1, row 5"), "{}", import.report);
    assert!(import.report.contains("left out 1 place with words struck through: table 1, row 4"), "{}", import.report);
    assert!(import.report.contains("1 comment was left out"), "{}", import.report);
    let actions = import.actions();
    assert_eq!(actions[1].1["updates"][0]["status"], "withdrawn");
    assert_eq!(actions[2].1["timescale"], "June 2027");
    let import = Import::with("plan.docx", &file, &["--include-hidden"]);
    assert_keeps_quiet(&import, &["budget cut"]);
    assert!(text(&import.actions()[3].1["private"]["table 1, row 5"]).contains("budget cut"), "{}", import.yaml);
}

#[test]
fn words_are_hidden_by_their_run_their_style_and_their_colour() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Base\"><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"Secret\"><w:basedOn w:val=\"Base\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:rPr><w:vanish/></w:rPr></w:style>";
    for hidden in [
        run("<w:vanish/>", " CANARY"),
        run("<w:vanish w:val=\"true\"/>", " CANARY"),
        run("<w:webHidden/>", " CANARY"),
        run("<w:rStyle w:val=\"Secret\"/>", " CANARY"),
        run("<w:color w:val=\"FFFFFF\"/>", " CANARY"),
        run("<w:color w:val=\"000000\"/><w:highlight w:val=\"black\"/>", " CANARY"),
        run("<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:fill=\"000000\"/>", " CANARY"),
        run("<w:sz w:val=\"2\"/>", " CANARY"),
        format!("</w:p><w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>{}", run("", "CANARY")),
        "<w:del><w:r><w:delText>CANARY</w:delText></w:r></w:del>".to_owned(),
        format!("<w:moveFrom>{}</w:moveFrom>", run("", "CANARY")),
        "<w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" hidden=\"1\"/><w:txbxContent><w:p><w:r><w:t>CANARY</w:t></w:r></w:p>\
         </w:txbxContent></wp:anchor></w:drawing></w:r>"
            .to_owned(),
    ] {
        let file = document("", &hidden, "", styles);
        let import = Import::of("plan.docx", &file);
        assert_unpublished(&import);
        assert_eq!(progress(&import), "Posters are up", "{hidden}");
        let is_change = hidden.contains("del>") || hidden.contains("moveFrom");
        let told = if is_change { "tracked changes" } else { "left out 1 place with hidden words: table 1, row 2" };
        assert!(import.report.contains(told), "{hidden}\n{}", import.report);
        let import = Import::with("plan.docx", &file, &["--include-hidden"]);
        assert_unpublished(&import);
        assert_eq!(kept(&import), usize::from(!is_change), "{hidden}\n{}", import.yaml);
    }
}

#[test]
fn words_that_are_switched_back_on_are_shown() {
    let styles = "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>";
    for shown in [
        run("<w:vanish w:val=\"0\"/>", " and read"),
        run("<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"false\"/>", " and read"),
        run("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>", " and read"),
        format!("<w:ins>{}</w:ins>", run("", " and read")),
    ] {
        let import = Import::of("plan.docx", document("", &shown, "", styles));
        assert_eq!(progress(&import), "Posters are up and read", "{shown}");
    }
}

#[test]
fn rows_and_paragraphs_of_a_document_are_hidden() {
    for properties in ["<w:hidden/>", "<w:trHeight w:val=\"10\" w:hRule=\"exact\"/>"] {
        let rows = plain_row(properties, &["1.9", "CANARY-title", "CANARY-lead", "CANARY-progress"]);
        let above = paragraph(&run("<w:vanish/>", "CANARY above the table"));
        let file = document(&above, "", &rows, "");
        let import = Import::of("plan.docx", &file);
        assert_unpublished(&import);
        assert!(import.report.contains("left out 1 hidden row: table 1, row 3"), "{}", import.report);
        assert!(import.report.contains("left out 1 place with hidden words: paragraph 1"), "{}", import.report);
        assert_eq!(import.actions().len(), 2);
        let import = Import::with("plan.docx", &file, &["--include-hidden"]);
        assert_unpublished(&import);
        assert_eq!(kept(&import), 4, "{}", import.yaml);
    }
}

#[test]
fn a_hidden_row_does_not_come_back_in_the_row_below() {
    let cell = |merge: &str, text: &str| format!("<w:tcPr>{merge}</w:tcPr>{}", paragraph(&run("", text)));
    let plain = |text: &str| paragraph(&run("", text));
    let rows = [
        word_row(
            "<w:hidden/>",
            &[plain("1.8"), plain("CANARY"), plain("Council"), cell("<w:vMerge w:val=\"restart\"/>", "CANARY")],
        ),
        word_row("", &[plain("1.9"), plain("Print cards"), plain("Council"), cell("<w:vMerge/>", "")]),
    ];
    let import = Import::of("plan.docx", document("", "", &rows.concat(), ""));
    assert_unpublished(&import);
    assert_eq!(import.actions().len(), 3);
}

/// An `OpenDocument` with these styles and this body.
fn open_document(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:fo=\"f\" \
         xmlns:number=\"n\" xmlns:dc=\"d\"><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}\
         </office:body></office:document-content>"
    );
    package(&[("content.xml", &content)])
}

fn ods_row(attributes: &str, cells: &[&str]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|text| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")).collect();
    format!("<table:table-row {attributes}>{}</table:table-row>", cells.concat())
}

fn ods(columns: &str, rows: &str, more: &str, styles: &str) -> Vec<u8> {
    let header = ods_row("", &["Ref", "Action", "Lead", "Progress", "Notes"]);
    let first = ods_row("", &["1.1", "Run a campaign", "Council", "Posters are up", "Printed"]);
    let body = format!(
        "<office:spreadsheet><table:table table:name=\"Plan\">{columns}{header}{first}{rows}</table:table>{more}\
         </office:spreadsheet>"
    );
    open_document(styles, &body)
}

#[test]
fn rows_columns_and_sheets_of_an_open_document_are_hidden() {
    let secret = ["1.9", "CANARY", "CANARY", "CANARY", "CANARY"];
    let low = "<style:style style:name=\"low\" style:family=\"table-row\"><style:table-row-properties \
               style:row-height=\"0cm\"/></style:style><style:style style:name=\"gone\" style:family=\"table\">\
               <style:table-properties table:display=\"false\"/></style:style>";
    for rows in [
        ods_row("table:visibility=\"collapse\"", &secret),
        ods_row("table:visibility=\"filter\"", &secret),
        ods_row("table:style-name=\"low\"", &secret),
        format!("<table:table-row-group table:display=\"false\">{}</table:table-row-group>", ods_row("", &secret)),
    ] {
        let import = Import::of("plan.ods", ods("", &rows, "", low));
        assert_unpublished(&import);
        assert!(import.report.contains("sheet `Plan`: left out 1 hidden row: row 3"), "{}", import.report);
        assert_eq!(import.actions().len(), 1);
    }
    let sheet = format!(
        "<table:table table:name=\"Other\" table:style-name=\"gone\">{}{}</table:table>",
        ods_row("", &["Ref", "Action", "Lead", "Progress", "Notes"]),
        ods_row("", &secret)
    );
    let import = Import::of("plan.ods", ods("", "", &sheet, low));
    assert_unpublished(&import);
    assert!(import.report.contains("sheet `Other`: this sheet is hidden"), "{}", import.report);
    let four = "<table:table-column table:number-columns-repeated=\"4\"/>";
    let rows = ods_row("", &["1.2", "Train every surgery", "ICB", "Two of nine", "CANARY"]);
    for columns in [
        format!("{four}<table:table-column table:visibility=\"collapse\"/>"),
        format!(
            "{four}<table:table-column-group table:display=\"false\"><table:table-column/></table:table-column-group>"
        ),
    ] {
        let file = ods(&columns, &rows, "", low);
        let import = Import::of("plan.ods", &file);
        assert_unpublished(&import);
        assert!(import.report.contains("left out 1 hidden column: E"), "{}", import.report);
        let import = Import::with("plan.ods", &file, &["--include-hidden"]);
        assert_unpublished(&import);
        assert_eq!(kept(&import), 1);
    }
}

#[test]
fn words_of_an_open_document_are_hidden() {
    let styles = "<style:style style:name=\"none\" style:family=\"text\"><style:text-properties text:display=\"none\"/>\
                  </style:style><style:style style:name=\"child\" style:parent-style-name=\"none\" style:family=\"text\"/>\
                  <style:style style:name=\"white\" style:family=\"text\"><style:text-properties fo:color=\"#ffffff\"/>\
                  </style:style><style:style style:name=\"gone\" style:family=\"paragraph\"><style:text-properties \
                  text:display=\"none\"/></style:style>";
    for hidden in [
        "<text:span text:style-name=\"none\">CANARY</text:span>",
        "<text:span text:style-name=\"child\">CANARY</text:span>",
        "<text:span text:style-name=\"white\">CANARY</text:span>",
        "<text:span text:style-name=\"none\"><text:span>CANARY</text:span></text:span>",
        "<text:hidden-text text:is-hidden=\"true\" text:string-value=\"CANARY\"/>",
        "</text:p><text:p text:style-name=\"gone\">CANARY",
        "</text:p><text:p>CANARY<text:hidden-paragraph text:is-hidden=\"true\"/>",
    ] {
        let rows = ods_row("", &["1.2", "Train every surgery", "ICB", &format!("Two of nine {hidden}"), "Asked"]);
        let file = ods("", &rows, "", styles);
        let import = Import::of("plan.ods", &file);
        assert_unpublished(&import);
        assert!(import.report.contains("left out 1 place with hidden words: D3"), "{hidden}: {}", import.report);
        assert_eq!(import.actions()[1].1["updates"][0]["text"], "Two of nine");
        let import = Import::with("plan.ods", &file, &["--include-hidden"]);
        assert_unpublished(&import);
        assert_eq!(kept(&import), 1, "{hidden}: {}", import.yaml);
    }
    let annotation = "<office:annotation><dc:creator>CANARY</dc:creator><text:p>CANARY</text:p></office:annotation>";
    let rows = ods_row("", &["1.2", &format!("{annotation}Train"), "ICB", "Two of nine", "Asked"]);
    let import = Import::of("plan.ods", ods("", &rows, "", styles));
    assert_unpublished(&import);
    assert!(import.report.contains("1 comment was left out"), "{}", import.report);
}

#[test]
fn hidden_sections_of_a_text_are_left_out() {
    let table = format!(
        "<table:table>{}{}</table:table>",
        ods_row("", &["Ref", "Action", "Lead", "Progress"]),
        ods_row("", &["1.1", "Run a campaign", "Council", "Posters are up"])
    );
    let secret = format!(
        "<text:section text:display=\"none\"><text:p>CANARY</text:p><table:table>{}</table:table></text:section>",
        ods_row("", &["CANARY", "CANARY"])
    );
    let body = format!("<office:text><text:h>Domestic abuse plan 2026-2029</text:h>{secret}{table}</office:text>");
    let import = Import::of("plan.odt", open_document("", &body));
    assert_unpublished(&import);
    assert!(import.report.contains("left out 1 place with hidden words: paragraph 2"), "{}", import.report);
    let import = Import::with("plan.odt", open_document("", &body), &["--include-hidden"]);
    assert_unpublished(&import);
    assert_eq!(kept(&import), 3);
}
