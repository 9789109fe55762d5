//! What a browser is told with every answer, so that nothing of a visit leaks.

use super::Part;

/// A header's name and value.
pub(super) type Header = (&'static str, &'static str);

/// What every answer says.
///
/// The policy is that of the pages' own meta element, and besides forbids to show a page inside another site's, which
/// an element cannot (CSP 3, section 3.3). No address of a page is told to anyone. No page may use the camera, the
/// place or any other sense of the device. `X-Frame-Options` is for browsers that do not know `frame-ancestors`.
const EVERYWHERE: [Header; 7] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    (
        "Permissions-Policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), \
         gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
         publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Data can be fetched by other sites all the same: this binds only what is shown without asking.
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// A year of secure connections alone, RFC 6797. Other names below the host's are not ours to speak for.
const SECURE: Header = ("Strict-Transport-Security", "max-age=31536000");

/// The headers of a part of the site.
///
/// A page that stays in a browser's cache is a trace on a shared computer, so on a sensitive site nothing stays but
/// assets, whose names say nothing and change with their bytes.
pub(super) fn of(part: Part, sensitive: bool, secure: bool) -> Vec<Header> {
    let mut headers = EVERYWHERE.to_vec();
    headers.extend(secure.then_some(SECURE));
    headers.push((
        "Cache-Control",
        match part {
            Part::Assets => "public, max-age=31536000, immutable",
            _ if sensitive => "no-store",
            _ => "no-cache",
        },
    ));
    headers.extend((part == Part::Open).then_some(ORIGIN));
    headers
}

/// Pages of any site may read open data.
pub(super) const ORIGIN: Header = ("Access-Control-Allow-Origin", "*");
