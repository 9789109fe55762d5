//! What is wrong with a link whose page is there, or that means a picture or document.

use super::path::{nearest_path, relative};
use super::{Broken, Goal, UPLOADS};
use crate::model::prose::Link;
use crate::model::suggestion;
use crate::site::Site;
use crate::site::route::Route;

/// Whether a file is one that the site copies as it is, and no page of it.
pub(super) fn is_document(file: &str) -> bool {
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending
        .is_some_and(|ending| ending.len() <= 4 && !matches!(&*ending, "md" | "yaml" | "yml" | "html" | "htm" | "php"))
}

/// What to say of a picture or document that is not there.
pub(super) fn missing_upload(site: &Site, source: &str, file: &str, link: &Link) -> (String, String) {
    let names: Vec<String> = site.files.iter().map(|file| format!("{UPLOADS}{}", file.name)).collect();
    let what = if link.image { "picture" } else { "file" };
    let near = nearest_path(file, names.iter().map(String::as_str).collect());
    let put_there = || {
        let name = file.rsplit('/').next().unwrap_or(file);
        let path = relative(source, &format!("{UPLOADS}{name}"));
        let words = if link.image { "![what it shows]" } else { "[its title]" };
        format!("put the {what} into `{UPLOADS}` and write `{words}({path})`")
    };
    let help = near.map_or_else(put_there, |near| format!("did you mean `{}`?", relative(source, near)));
    (format!("there is no {what} `{file}`"), help)
}

/// What a file is called now, by the line that `redirects.yaml` has for the address of its page.
pub(super) fn renamed<'s>(site: &'s Site, file: &str) -> Option<&'s str> {
    let (name, _) = file.strip_prefix("content/")?.rsplit_once('.')?;
    let mut addresses = [Some(name), name.strip_prefix("pages/")].into_iter().flatten();
    let mut route = addresses.find_map(|address| site.routes.at(&format!("{address}/")))?;
    // From one old address to the next. None leads back to itself: that is an error of its own.
    for _ in 0..=site.redirects.len() {
        let Route::Redirect(number) = route else { break };
        route = site.links.page(&site.routes, &site.redirects.source, &site.redirects[number].to.value)?;
    }
    site.routes.files().find(|file| site.routes.of_file(file) == Some(route))
}

/// Whether the part of the page that a link names is there.
pub(super) fn check_part(site: &Site, goal: &Goal<'_>, own: Option<Route>, destination: &str) -> Result<(), Broken> {
    let (route, anchor) = match goal {
        Goal::Elsewhere(_) | Goal::Unread | Goal::Page(_, None) => return Ok(()),
        Goal::SamePage(anchor) => (own, anchor),
        Goal::Page(route, Some(anchor)) => (Some(*route), anchor),
    };
    // A text that is shown on several pages has none whose parts `#…` alone could mean.
    let Some(route) = route else { return Ok(()) };
    check_anchor(site, route, anchor, destination)
}

fn check_anchor(site: &Site, route: Route, anchor: &str, destination: &str) -> Result<(), Broken> {
    let Some(ids) = site.anchors(route) else {
        let help = "check in the preview that it leads where it should";
        let message = format!("there is no way to check whether the page has a part `#{anchor}`");
        return Err(Broken { warning: true, ..Broken::new(message, help) });
    };
    if ids.iter().any(|id| id == anchor) {
        return Ok(());
    }
    let help = suggestion::nearest(anchor, ids.iter().map(String::as_str)).map_or_else(
        || "link to a heading of the page: its words in lower case, with hyphens".to_owned(),
        |near| format!("did you mean `#{near}`?"),
    );
    Err(Broken::new(format!("`{destination}`: the page has no part `#{anchor}`"), help))
}
