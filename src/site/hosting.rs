//! What the check says about the hosts that a site is to be put on.

use std::collections::BTreeSet;

use super::Site;
use crate::diagnostic::Diagnostic;
use crate::model::host::Host;

/// How many rules Cloudflare Pages reads in `_headers`, and how many redirects to fixed addresses in `_redirects`.
/// <https://developers.cloudflare.com/pages/configuration/headers/>, `…/redirects/`
const MOST_RULES: usize = 100;
const MOST_REDIRECTS: usize = 2_000;

/// The rules of `_headers` besides one for each file and folder at the site's root, assets and the first page included.
const OTHER_RULES: usize = 4;

/// Tells what a host cannot do.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for host in &site.settings.hosting {
        let told = match host.value {
            Host::GithubPages => Some(of_github()),
            Host::Cloudflare => of_cloudflare(site),
            _ => None,
        };
        problems.extend(told.map(|(message, help)| {
            Diagnostic::warning("site/hosting", site.settings.source.clone(), message).at(host.span).help(help)
        }));
    }
}

fn of_github() -> (String, String) {
    let message = "GitHub Pages cannot send headers: pages may stay in a browser's cache for ten minutes, another site \
                   may show a page inside its own, old addresses lead on a moment later, and data needs its whole file \
                   name";
    let help = "scripts, links and the camera are held back by the pages themselves; if readers may be at risk, use \
                another host";
    (message.to_owned(), help.to_owned())
}

fn of_cloudflare(site: &Site) -> Option<(String, String)> {
    let top = |path: &'_ str| path.split_inclusive('/').next().map(str::to_owned);
    let tops: BTreeSet<_> = site.routes.iter().filter_map(|(path, _)| top(path)).collect();
    if tops.len() + OTHER_RULES > MOST_RULES {
        let message = format!(
            "{} pages and folders lie at the site's root, and Cloudflare Pages reads {MOST_RULES} rules for headers",
            tops.len()
        );
        return Some((message, "put pages that belong together into a folder of `content/pages/`".to_owned()));
    }
    let folders = site.routes.iter().filter(|(path, _)| path.starts_with("data/") && path.ends_with("/index.json"));
    // Each service of the open data has a folder of its own, which is no route.
    let redirects = site.redirects.len() + folders.count() + site.services.len();
    (redirects > MOST_REDIRECTS).then(|| {
        let message =
            format!("{redirects} old addresses and folders of data, and Cloudflare Pages reads {MOST_REDIRECTS}");
        (message, "take out the oldest lines of `content/redirects.yaml`, or use another host".to_owned())
    })
}
