use super::{WebAddress, decoded, encoded_address, encoded_path};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

#[test]
fn an_address_is_taken_apart_and_put_together() {
    let address = WebAddress::read("HTTPS://WWW.Example.org:8443/a/b?c=d#e").expect("sound");
    assert!(address.is_secure());
    assert_eq!(address.host(), "www.example.org");
    assert_eq!(address.origin(), "https://www.example.org:8443");
    assert_eq!(address.path_prefix(), "/a/b");
    assert_eq!(address.to_string(), "https://www.example.org:8443/a/b?c=d#e");
}

#[test]
fn a_site_may_lie_under_a_path() {
    for (base, joined) in [
        ("https://example.org", "https://example.org/services/"),
        ("https://example.org/", "https://example.org/services/"),
        ("https://example.org/da/", "https://example.org/da/services/"),
        ("http://localhost:8000/da", "http://localhost:8000/da/services/"),
    ] {
        let base = WebAddress::read_base(base).expect(base);
        assert_eq!(base.join("/services/"), joined);
    }
    let error = WebAddress::read_base("https://example.org/?page=1").expect_err("a query");
    assert_eq!(error.to_string(), "`https://example.org/?page=1` is not the address of a whole site");
}

#[test]
fn letters_outside_ascii_are_written_as_browsers_send_them() {
    let address = WebAddress::read("https://example.org/caf\u{e9}?q=\u{2713}").expect("sound");
    assert_eq!(address.to_string(), "https://example.org/caf%C3%A9?q=%E2%9C%93");
}

#[test]
fn what_is_wrong_is_said_with_what_to_write() {
    for (text, error, help) in [
        (
            "www.example.org",
            "`www.example.org` is not a web address: it does not begin with `https://`",
            "write `https://www.example.org`",
        ),
        (
            "/services/",
            "`/services/` is not a web address: it does not begin with `https://`",
            "write a whole address such as `https://www.example.org/help`",
        ),
        (
            "mailto:help@example.org",
            "`mailto:help@example.org` is not a web address: only `https://` and `http://` lead to the web",
            "write a whole address such as `https://www.example.org/help`",
        ),
        (
            "https://example .org",
            "`https://example .org` is not a web address: there is a space in it",
            "copy it from the browser's address bar, or write `%20` for a space",
        ),
        (
            "https://me:secret@example.org",
            "`https://me:secret@example.org` contains a user name or a password",
            "leave out the part before the `@`: it would be public",
        ),
        (
            "https:///help",
            "`https:///help` is not a web address: its host is not a name",
            "write a whole address such as `https://www.example.org/help`",
        ),
        (
            "https://example.org/100%",
            "`https://example.org/100%` is not a web address: a `%` in it is not followed by two digits",
            "write `%25` for a percent sign",
        ),
    ] {
        let found = WebAddress::read(text).expect_err(text);
        assert_eq!((found.to_string().as_str(), found.help().as_str()), (error, help));
    }
}

#[test]
fn an_address_that_is_not_secure_is_refused_where_it_must_be() {
    assert!(WebAddress::read_secure("https://example.org").is_ok());
    let error = WebAddress::read_secure("http://example.org/a").expect_err("http");
    assert_eq!(error.to_string(), "`http://example.org/a` is not secure: it is `http`, not `https`");
    assert_eq!(error.help(), "write `https://example.org/a`, and check that it opens");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), near in "(https?://)?[a-z0-9.@:%?#/é-]{0,30}") {
        for text in [text, near] {
            match WebAddress::read(&text) {
                Ok(address) => {
                    prop_assert!(address.to_string().is_ascii());
                    prop_assert_eq!(WebAddress::read(&address.to_string()), Ok(address));
                }
                Err(error) => prop_assert!(!error.to_string().is_empty() && !error.help().is_empty()),
            }
        }
    }
}

#[test]
fn percent_signs_are_undone_once() {
    assert_eq!(decoded("a%20b%2520c%"), "a b%20c%");
    assert_eq!(decoded("%ff"), "%ff");
}

#[test]
fn paths_and_addresses_are_written_as_browsers_send_them() {
    assert_eq!(encoded_path("/a b\"c$1/é:*%20"), "/a%20b%22c%241/%C3%A9%3A%2A%2520");
    assert_eq!(encoded_address("/files/a b.pdf#part"), "/files/a%20b.pdf#part");
    assert_eq!(encoded_address("/a%20b"), "/a%20b");
    assert_eq!(encoded_address("/100%"), "/100%25");
    assert_eq!(encoded_address("/{R:0}$1\n#\""), "/%7BR:0%7D%241%0A#%22");
}
