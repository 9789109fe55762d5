use super::Phone;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

fn shown(text: &str) -> (String, String) {
    let phone = Phone::read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    (phone.display(), phone.tel())
}

fn refused(text: &str) -> String {
    Phone::read(text).expect_err(text).to_string()
}

#[test]
fn each_kind_of_number_has_its_usual_grouping() {
    for (text, display, tel) in [
        ("02079460000", "020 7946 0000", "+442079460000"),
        ("01632960123", "01632 960123", "+441632960123"),
        ("01134960000", "0113 496 0000", "+441134960000"),
        ("01214960000", "0121 496 0000", "+441214960000"),
        ("02890180000", "028 9018 0000", "+442890180000"),
        ("08082000247", "0808 200 0247", "+448082000247"),
        ("08001111", "0800 1111", "+448001111"),
        ("0800123456", "0800 123456", "+44800123456"),
        ("08001234567", "0800 123 4567", "+448001234567"),
        ("03001231234", "0300 123 1234", "+443001231234"),
        ("07700900123", "07700 900123", "+447700900123"),
        ("0845 123 4567", "0845 123 4567", "+448451234567"),
        ("09098790000", "0909 879 0000", "+449098790000"),
        ("05612345678", "056 1234 5678", "+445612345678"),
        ("01744 12345", "01744 12345", "+44174412345"),
        ("01539412345", "015394 12345", "+441539412345"),
        ("0169772345", "016977 2345", "+44169772345"),
    ] {
        assert_eq!(shown(text), (display.to_owned(), tel.to_owned()));
    }
}

#[test]
fn a_line_for_the_whole_country_keeps_the_rhythm_that_people_know() {
    for text in ["0808 2000 247", "0345 6000 459", "0800 5999 247"] {
        assert_eq!(shown(text).0, text);
    }
    for (text, display) in [
        ("01632 960 123", "01632 960123"),
        ("0808 20 00 24 7", "0808 200 0247"),
        ("08082 000 247", "0808 200 0247"),
        ("0808-2000-247", "0808 200 0247"),
        ("0808  2000 247", "0808 200 0247"),
    ] {
        assert_eq!(shown(text).0, display);
    }
    assert_eq!(Phone::read("0808 2000 247"), Phone::read("08082000247"));
}

#[test]
fn short_numbers_are_shown_and_dialled_as_they_are() {
    for text in ["999", "112", "101", "105", "111", "119", "123", "159"] {
        assert_eq!(shown(text), (text.to_owned(), text.to_owned()));
    }
    assert_eq!(shown("116123"), ("116 123".to_owned(), "116123".to_owned()));
    assert_eq!(shown("116 000").0, "116 000");
    assert_eq!(shown("116111").0, "116 111");
}

#[test]
fn a_number_may_be_written_in_many_ways() {
    for text in [
        "+44 1632 960123",
        "+44 (0)1632 960123",
        "(+44) 1632 960 123",
        "0044 1632 960123",
        "(01632) 960123",
        "01632-960-123",
        "01632.960.123",
        " 01632\u{a0}960123 ",
    ] {
        assert_eq!(shown(text).1, "+441632960123", "{text}");
    }
}

#[test]
fn the_numbers_kept_for_drama_count_as_valid() {
    for text in [
        "0113 496 0999",
        "0114 496 0000",
        "0191 498 0000",
        "020 7946 0999",
        "028 9649 6000",
        "029 2018 0000",
        "01632 960999",
        "07700 900999",
        "0808 157 0999",
        "0909 879 0999",
        "0306 999 0999",
    ] {
        assert_eq!(shown(text).0, text);
    }
}

#[test]
fn a_number_through_relay_uk_keeps_its_code() {
    let (display, tel) = shown("18001 0808 2000 247");
    assert_eq!(display, "18001 0808 200 0247", "{tel}");
    assert_eq!(tel, "1800108082000247");
}

#[test]
fn what_is_wrong_is_said() {
    for (text, error) in [
        ("", "there is no phone number"),
        ("01632 96012", "`01632 96012` is too short by 1 digit: such a number has 11"),
        ("0808 200", "`0808 200` is too short by 4 digits: such a number has 11"),
        ("020 7946 00001", "`020 7946 00001` is too long by 1 digit: such a number has 11"),
        ("0800 CALLME", "`0800 CALLME` is not a phone number: it contains `C`"),
        ("021 4960 0000", "`021 4960 0000` is not a phone number: none begins with `021`"),
        ("0500 123456", "`0500 123456` is not a phone number: none begins with `050`"),
        ("+33 1 23 45 67 89", "`+33 1 23 45 67 89` is not a phone number of the United Kingdom"),
        ("01632 960123 / 01632 960124", "`01632 960123 / 01632 960124` contains more than one phone number"),
        ("102", "`102` is not a phone number: it does not begin with 0, and is not a known short number"),
    ] {
        assert_eq!(refused(text), error);
    }
}

#[test]
fn a_number_that_lost_its_zero_in_a_spreadsheet_is_told_so() {
    let error = Phone::read("1632960123").expect_err("no zero");
    assert_eq!(error.help(), "put the 0 before it, and the whole number in quotes, so that the 0 is kept");
    assert!(Phone::read("102").expect_err("unknown").help().contains("`116 123`"));
}

#[test]
fn texts_go_to_a_code_or_to_a_whole_number() {
    let code = Phone::read_text_number("85258").expect("a code");
    assert_eq!((code.display(), code.tel()), ("85258".to_owned(), "85258".to_owned()));
    let mobile = Phone::read_text_number("07700 900123").expect("a mobile");
    assert_eq!(mobile.tel(), "+447700900123");
    assert!(Phone::read_text_number("8525").is_err());
    assert!(Phone::read("85258").is_err());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_digits_are_read_or_refused(text in "(\\+44|0044|\\+|18001)?[0-9 ()-]{0,16}") {
        check(&text)?;
    }

    #[test]
    fn a_number_reads_back_from_what_is_shown_and_dialled(text in "0(1[1-9]|20|3[0347]|7[1-9]|80[08])[0-9]{8,9}") {
        if let Ok(phone) = Phone::read(&text) {
            for form in [phone.display(), phone.tel()] {
                prop_assert_eq!(Phone::read(&form).expect("the same number").tel(), phone.tel());
            }
        }
    }
}

fn check(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    match Phone::read(text).or_else(|_| Phone::read_text_number(text)) {
        Ok(phone) => {
            let plain: String = phone.display().split(' ').collect();
            prop_assert!(plain.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert!(!phone.tel().is_empty());
        }
        Err(error) => prop_assert!(!error.to_string().is_empty() && !error.help().is_empty()),
    }
    Ok(())
}
