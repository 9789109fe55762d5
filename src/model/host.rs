//! The hosts that a site may be put on, and the files that tell each how to serve it.

choice! {
    /// A host that the site may be put on.
    pub(crate) enum Host => {
        /// Netlify.
        Netlify = "netlify";
        /// Cloudflare Pages.
        Cloudflare = "cloudflare";
        /// Apache.
        Apache = "apache";
        /// Microsoft IIS.
        Iis = "iis";
        /// nginx.
        Nginx = "nginx";
        /// GitHub Pages, which takes no headers.
        GithubPages = "github-pages";
    }
}

impl Host {
    /// The files that it reads.
    #[must_use]
    pub(crate) fn files(self) -> &'static [HostFile] {
        match self {
            Self::Netlify | Self::Cloudflare => &[HostFile::Headers, HostFile::Redirects],
            Self::Apache => &[HostFile::Htaccess, HostFile::DataHtaccess],
            Self::Iis => &[HostFile::WebConfig],
            Self::Nginx => &[HostFile::Nginx],
            Self::GithubPages => &[HostFile::NoJekyll],
        }
    }
}

/// A file that a host reads and hands to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum HostFile {
    /// The headers of Netlify and Cloudflare Pages.
    Headers,
    /// The redirects of Netlify and Cloudflare Pages.
    Redirects,
    /// Apache's.
    Htaccess,
    /// Apache's for the folder of open data alone, where it needs a right that the server may not give: if so, the
    /// pages are not touched by that.
    DataHtaccess,
    /// That of IIS.
    WebConfig,
    /// A snippet for nginx to include.
    Nginx,
    /// Tells GitHub Pages to take the files as they are.
    NoJekyll,
}

impl HostFile {
    /// Its path below the site's root.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Headers => "_headers",
            Self::Redirects => "_redirects",
            Self::Htaccess => ".htaccess",
            Self::DataHtaccess => "data/.htaccess",
            Self::WebConfig => "web.config",
            Self::Nginx => "nginx.conf",
            Self::NoJekyll => ".nojekyll",
        }
    }
}
