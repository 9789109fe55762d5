//! `web.config`, for IIS 8 and later.
//!
//! Only what comes with IIS is used, and not the module URL Rewrite: where that is missing, a line for it would make
//! every page an error.

use std::fmt::Write as _;

use super::{DATA, Hosting, Part, headers::Header};
use crate::render::feed::escape;

pub(super) fn web_config(hosting: &Hosting) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
                    <!-- For IIS, written by fingerpost. Change site.yaml, not this. -->\n\
                    <configuration>\n  <system.webServer>\n"
        .to_owned();
    let pages = hosting.headers(Part::Pages);
    text.push_str("    <directoryBrowse enabled=\"false\" />\n");
    write_default_document("index.html", "    ", &mut text);
    text.push_str(
        "    <httpErrors errorMode=\"Custom\" existingResponse=\"Auto\">\n\
         \x20     <remove statusCode=\"404\" />\n\
         \x20     <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />\n\
         \x20   </httpErrors>\n",
    );
    write_hidden(hosting, &mut text);
    let types: Vec<_> = hosting.types().into_iter().collect();
    write_types(types.iter().map(|(ending, known)| (ending.as_str(), *known)), "    ", &mut text);
    write_headers(pages.iter(), "    ", &mut text);
    text.push_str("  </system.webServer>\n");
    write_parts(hosting, &pages, &mut text);
    text.push_str("</configuration>\n");
    text
}

/// The parts of the site for which more or other is said.
fn write_parts(hosting: &Hosting, pages: &[Header], text: &mut String) {
    let assets = hosting.headers(Part::Assets);
    let differing = |headers: &[Header]| headers.iter().copied().filter(|one| !pages.contains(one)).collect::<Vec<_>>();
    location("assets", text, |text| write_headers(differing(&assets).iter(), "      ", text));
    let open = differing(&hosting.headers(Part::Open));
    location(DATA.trim_end_matches('/'), text, |text| {
        write_default_document("index.json", "      ", text);
        write_headers(open.iter(), "      ", text);
    });
    for path in hosting.calendars().filter(|path| !path.starts_with(DATA)) {
        location(path, text, |text| write_headers(open.iter(), "      ", text));
    }
    for (path, own) in hosting.odd_types() {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        location(path, text, |text| write_types([(ending, own)].into_iter(), "      ", text));
    }
    for moved in &hosting.moved {
        location(moved.from.trim_end_matches('/'), text, |text| {
            let to = escape(&moved.to);
            let _ = writeln!(
                text,
                "      <httpRedirect enabled=\"true\" exactDestination=\"true\" httpResponseStatus=\"Permanent\" destination=\"{to}\" />"
            );
        });
    }
}

/// Settings for one path. One that Windows could not name is left out: its page leads on by itself.
fn location(path: &str, text: &mut String, write: impl FnOnce(&mut String)) {
    if path.is_empty() || path.contains(['*', '?', '<', '>', '|', '"', ':', '%', '&', '\\']) {
        return;
    }
    let _ = writeln!(text, "  <location path=\"{}\">\n    <system.webServer>", escape(path));
    write(text);
    text.push_str("    </system.webServer>\n  </location>\n");
}

/// What is set by the server itself is taken out first: to add it twice would be an error.
fn write_headers<'h>(headers: impl Iterator<Item = &'h Header>, indent: &str, text: &mut String) {
    let _ = writeln!(text, "{indent}<httpProtocol>\n{indent}  <customHeaders>");
    for (name, value) in headers {
        let value = escape(value);
        let _ = writeln!(
            text,
            "{indent}    <remove name=\"{name}\" />\n{indent}    <add name=\"{name}\" value=\"{value}\" />"
        );
    }
    let _ = writeln!(text, "{indent}  </customHeaders>\n{indent}</httpProtocol>");
}

fn write_types<'t>(types: impl Iterator<Item = (&'t str, &'static str)>, indent: &str, text: &mut String) {
    let _ = writeln!(text, "{indent}<staticContent>");
    for (ending, known) in types {
        let _ = writeln!(text, "{indent}  <remove fileExtension=\".{ending}\" />");
        let _ = writeln!(text, "{indent}  <mimeMap fileExtension=\".{ending}\" mimeType=\"{known}\" />");
    }
    let _ = writeln!(text, "{indent}</staticContent>");
}

fn write_default_document(first: &str, indent: &str, text: &mut String) {
    let _ = writeln!(text, "{indent}<defaultDocument enabled=\"true\">\n{indent}  <files>\n{indent}    <clear />");
    let names = if first == "index.html" { vec![first] } else { vec!["index.html", first] };
    for name in names {
        let _ = writeln!(text, "{indent}    <add value=\"{name}\" />");
    }
    let _ = writeln!(text, "{indent}  </files>\n{indent}</defaultDocument>");
}

fn write_hidden(hosting: &Hosting, text: &mut String) {
    text.push_str("    <security>\n      <requestFiltering>\n        <hiddenSegments>\n");
    for name in hosting.hidden().into_iter().filter(|name| *name != "web.config") {
        let _ = writeln!(text, "          <remove segment=\"{name}\" />\n          <add segment=\"{name}\" />");
    }
    text.push_str("        </hiddenSegments>\n      </requestFiltering>\n    </security>\n");
}
