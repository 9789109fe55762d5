use super::MarkedList;

fn items(text: &str) -> Vec<String> {
    MarkedList::of(text).items
}

#[test]
fn every_mark_of_a_list_is_known() {
    let expected = ["Agree", "Sign", "Open the doors"];
    for text in [
        "• Agree\n• Sign\n• Open the doors",
        "• Agree • Sign • Open the doors",
        "- Agree\n- Sign\n- Open the doors",
        "* Agree\n* Sign\n* Open\nthe doors",
        "o Agree\no Sign\no Open the doors",
        "1. Agree\n2. Sign\n3. Open the doors",
        "1) Agree 2) Sign 3) Open the doors",
        "a) Agree\nb) Sign\nc) Open the doors",
        "(i) Agree\n(ii) Sign\n(iii) Open the doors",
        "<p>Agree</p><p>Sign</p><p>Open the doors</p>",
        "Agree<br>Sign<br/>Open the doors",
        "<ul><li>Agree</li><li>Sign</li><li>Open the doors</li></ul>",
        "Agree | Sign | Open the doors",
        "Agree\nSign\nOpen the\ndoors",
        "\u{f0b7}Agree\n\u{f0b7}Sign\n\u{f0b7}Open the doors",
    ] {
        assert_eq!(items(text), expected, "{text}");
    }
}

#[test]
fn what_announces_a_list_is_no_item() {
    let list = MarkedList::of("We will:\n• agree\n• sign");
    assert_eq!((list.intro.as_str(), list.items), ("We will:", vec!["agree".to_owned(), "sign".to_owned()]));
    let list = MarkedList::of("To do: 1. Agree 2. Sign");
    assert_eq!((list.intro.as_str(), list.items), ("To do:", vec!["Agree".to_owned(), "Sign".to_owned()]));
}

#[test]
fn what_is_no_list_stays_whole() {
    for text in [
        "Agree the contract - then sign it",
        "2.11 and 2.12 belong together",
        "In 2025. In 2026.",
        "A first sentence. A second.",
        "Work with 3 groups * and others",
    ] {
        assert_eq!(items(text), [text]);
    }
}

#[test]
fn semicolons_part_short_items_only() {
    let cut = |text| MarkedList::of(text).with_semicolons().items;
    assert_eq!(cut("Police; council; health"), ["Police", "council", "health"]);
    assert_eq!(
        cut("We agreed; it was late. Then we left; they stayed."),
        ["We agreed; it was late. Then we left; they stayed."]
    );
}
