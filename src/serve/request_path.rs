//! From the target of a request to a path of the site.

/// The path of a request, made safe: no segment is empty, made of dots, or able to smuggle in another segment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RequestPath {
    /// Decoded, with its leading slash.
    decoded: String,
    /// As it came, still encoded, without the query.
    raw: String,
    query: Option<String>,
}

impl RequestPath {
    /// Reads a request's target; `None` if no browser that means well would send it.
    pub(super) fn parse(target: &str) -> Option<RequestPath> {
        if target.contains(char::is_control) {
            return None;
        }
        let target = target.split('#').next().unwrap_or_default();
        let (raw, query) = match target.split_once('?') {
            Some((raw, query)) => (raw, Some(query.to_owned())),
            None => (target, None),
        };
        let segments: Vec<&str> = raw.strip_prefix('/')?.split('/').collect();
        let mut decoded = String::with_capacity(raw.len());
        for (position, segment) in segments.iter().enumerate() {
            // Nothing follows the last slash of a folder; elsewhere two slashes could start the name of a host.
            if segment.is_empty() && position + 1 < segments.len() {
                return None;
            }
            decoded.push('/');
            decoded.push_str(&decode(segment)?);
        }
        Some(RequestPath { decoded, raw: raw.to_owned(), query })
    }

    /// The path below the base path (which ends in a slash); `None` if it lies elsewhere.
    pub(super) fn below(&self, base_path: &str) -> Option<&str> {
        self.decoded.strip_prefix(base_path)
    }

    /// Whether this is the base path without its last slash, or an address above it that should lead there.
    pub(super) fn leads_to(&self, base_path: &str) -> bool {
        self.decoded == "/" || base_path.strip_suffix('/') == Some(self.decoded.as_str())
    }

    /// The same address with a slash at the end, encoded as it came.
    pub(super) fn with_slash(&self) -> String {
        match &self.query {
            Some(query) => format!("{}/?{query}", self.raw),
            None => format!("{}/", self.raw),
        }
    }
}

/// Decodes one segment and refuses what could mean more than a name.
fn decode(segment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            let value = |digit: u8| char::from(digit).to_digit(16);
            bytes.push(u8::try_from(value(digits[0])? * 16 + value(digits[1])?).ok()?);
            rest = after;
        } else {
            bytes.push(byte);
        }
    }
    let name = String::from_utf8(bytes).ok()?;
    let is_safe = name != "." && name != ".." && !name.contains(['/', '\\']) && !name.contains(char::is_control);
    is_safe.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::RequestPath;

    #[test]
    fn ordinary_addresses_are_decoded() {
        let path = RequestPath::parse("/prefix/caf%C3%A9/?x=%2F#y").unwrap();
        assert_eq!(path.below("/prefix/"), Some("café/"));
        assert_eq!(path.below("/other/"), None);
        assert_eq!(RequestPath::parse("/").unwrap().below("/"), Some(""));
        assert_eq!(RequestPath::parse("/services?x").unwrap().with_slash(), "/services/?x");
    }

    #[test]
    fn an_address_that_could_lead_elsewhere_is_refused() {
        for target in [
            "",
            "services",
            "http://evil.example/",
            "*",
            "//evil.example/",
            "/a//b",
            "/../x",
            "/a/..",
            "/./x",
            "/%2e%2e/x",
            "/a%2F..%2Fx",
            "/a%5cb",
            "/a\\b",
            "/a%00",
            "/a?b\rc",
            "/a%0d%0aSet-Cookie:x",
            "/%",
            "/%4",
            "/%+1",
            "/%ff",
        ] {
            assert_eq!(RequestPath::parse(target), None, "{target}");
        }
    }

    #[test]
    fn the_way_to_the_base_path_is_known() {
        let leads = |target: &str, base: &str| RequestPath::parse(target).unwrap().leads_to(base);
        assert!(leads("/", "/prefix/"));
        assert!(leads("/prefix", "/prefix/"));
        assert!(!leads("/prefixes", "/prefix/"));
    }
}
