//! `.htaccess`, for Apache 2.4.
//!
//! Only what `AllowOverride FileInfo` lets a site do is used: a line that the server does not allow would make every
//! page an error.

use std::fmt::Write as _;

use super::{DATA, Hosting, Part, literal};
use crate::model::web_address::encoded_path;

pub(super) fn htaccess(hosting: &Hosting) -> String {
    let mut text = "# For Apache 2.4, written by fingerpost. Change site.yaml, not this.\n\
                    # The server has to allow it: AllowOverride FileInfo (or All), mod_headers and mod_rewrite.\n\n"
        .to_owned();
    write_types(hosting, &mut text);
    write_rewrites(hosting, &mut text);
    write_headers(hosting, &mut text);
    text
}

/// Without a slash at its end, too, the address of a folder of data answers with the data. Needs `AllowOverride
/// Indexes`.
pub(super) fn data_htaccess() -> String {
    "# For Apache 2.4, written by fingerpost. The server has to allow it: AllowOverride Indexes (or All).\n\
     # Where it does not, delete this file; addresses of data then need a slash at their end.\n\
     DirectorySlash Off\n"
        .to_owned()
}

fn write_types(hosting: &Hosting, text: &mut String) {
    let _ = writeln!(text, "ErrorDocument 404 {}404.html", encoded_path(&hosting.base_path));
    for (ending, known) in hosting.types() {
        let _ = writeln!(text, "AddType \"{known}\" .{ending}");
    }
    for (path, own) in hosting.odd_types() {
        let name = path.rsplit('/').next().unwrap_or(path);
        let _ = writeln!(text, "<FilesMatch \"^{}$\">\n  ForceType \"{own}\"\n</FilesMatch>", literal(name));
    }
}

fn write_rewrites(hosting: &Hosting, text: &mut String) {
    let base = encoded_path(&hosting.base_path);
    let _ = writeln!(text, "\n<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteBase {base}");
    text.push_str("# What is for hosts alone.\nRewriteRule \"(^|/)\\.(?!well-known/)\" - [R=404,L]\n");
    for name in hosting.hidden() {
        let _ = writeln!(text, "RewriteRule \"^{}$\" - [R=404,L]", literal(name));
    }
    text.push_str("# Old addresses.\n");
    for moved in &hosting.moved {
        let (from, slash) = moved.from.strip_suffix('/').map_or((&*moved.from, ""), |from| (from, "/?"));
        // A percent sign with a digit behind it would be a part of an earlier condition.
        let to = moved.to.replace('%', "\\%");
        let _ = writeln!(text, "RewriteRule \"^{}{slash}$\" \"{to}\" [R=301,L,NE]", literal(from));
    }
    let _ = write!(
        text,
        "# Folders of data.\n\
         RewriteCond %{{REQUEST_FILENAME}}/index.json -f\n\
         RewriteRule \"^({DATA}.*[^/])/?$\" \"$1/index.json\" [L]\n\
         # A folder without a page is no page.\n\
         RewriteCond %{{REQUEST_FILENAME}} -d\n\
         RewriteCond %{{REQUEST_FILENAME}}/index.html !-f\n\
         RewriteRule \"^\" - [R=404,L]\n\
         </IfModule>\n"
    );
}

fn write_headers(hosting: &Hosting, text: &mut String) {
    text.push_str("\n<IfModule mod_headers.c>\n");
    let pages = hosting.headers(Part::Pages);
    for (name, value) in &pages {
        // What the server sets of its own accord would stand beside it.
        let _ = writeln!(text, "Header onsuccess unset {name}\nHeader always set {name} \"{value}\"");
    }
    let base = literal(&hosting.base_path);
    for (part, pattern) in [(Part::Assets, format!("^{base}assets/")), (Part::Open, format!("^{base}{DATA}|\\.ics$"))] {
        for (name, value) in hosting.headers(part).iter().filter(|header| !pages.contains(header)) {
            let _ = writeln!(text, "Header always set {name} \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{pattern}#\"");
        }
    }
    text.push_str("</IfModule>\n");
}
