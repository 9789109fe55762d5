//! What a browser is told with every page, so that nothing of a visit leaks.

/// The headers that a host should send with every page.
///
/// Strict content security policy without inline script or style, no referrer, no framing, and no use of the
/// camera, place or microphone. Pages are not kept by caches that others share.
#[must_use]
pub fn headers() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}
