//! `nginx.conf`, a snippet that a server's own configuration includes.
//!
//! A location of nginx that sets one header forgets all that it would inherit, so each says all of its own.

use std::fmt::Write as _;

use super::{DATA, Hosting, Part, literal};
use crate::model::web_address::encoded_path;

pub(super) fn snippet(hosting: &Hosting) -> String {
    let base = &hosting.base_path;
    let mut text = format!(
        "# For nginx, written by fingerpost. Change site.yaml, not this.\n\
         # Include it in the server that the site is on, with `root` as the folder {}:\n\
         #\n\
         #   server {{\n\
         #     listen 443 ssl;\n\
         #     server_name www.example.org;\n\
         #     root /var/www/site;\n\
         #     include {};\n\
         #   }}\n\
         #\n\
         # After each new version of the site: nginx -s reload\n\n",
        if base == "/" { "that was built".to_owned() } else { format!("that holds the folder {}", encoded_path(base)) },
        if base == "/" { "/var/www/site/nginx.conf".to_owned() } else { "/var/www/nginx.conf".to_owned() },
    );
    let _ = writeln!(text, "location {} {{\n  index index.html;\n  absolute_redirect off;", quoted(base));
    let missing = quoted(&format!("{base}404.html"));
    let _ = writeln!(text, "  error_page 404 {missing};\n  error_page 403 =404 {missing};");
    write_types(hosting, &mut text);
    write_headers(hosting, Part::Pages, "  ", &mut text);
    write_locations(hosting, &mut text);
    text.push_str("}\n");
    text
}

fn write_types(hosting: &Hosting, text: &mut String) {
    text.push_str("  types {\n");
    for (ending, known) in hosting.types() {
        let _ = writeln!(text, "    \"{known}\" {ending};");
    }
    text.push_str("  }\n  default_type application/octet-stream;\n");
}

fn write_headers(hosting: &Hosting, part: Part, indent: &str, text: &mut String) {
    for (name, value) in hosting.headers(part) {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
    }
}

fn write_locations(hosting: &Hosting, text: &mut String) {
    let base = &hosting.base_path;
    let open = |location: &str, text: &mut String| {
        let _ = writeln!(text, "  location {location} {{");
    };
    open(&format!("^~ {}", quoted(&format!("{base}assets/"))), text);
    write_headers(hosting, Part::Assets, "    ", text);
    text.push_str("  }\n");
    open(&format!("^~ {}", quoted(&format!("{base}{DATA}"))), text);
    text.push_str("    try_files $uri $uri/index.json $uri/ =404;\n");
    write_headers(hosting, Part::Open, "    ", text);
    text.push_str("  }\n");
    for (path, own) in hosting.odd_types() {
        let _ = writeln!(
            text,
            "  location = {} {{ types {{}} default_type \"{own}\"; }}",
            quoted(&format!("{base}{path}"))
        );
    }
    for moved in &hosting.moved {
        let address = format!("{base}{}", moved.from);
        let both = [Some(address.as_str()), address.strip_suffix('/')];
        for from in both.into_iter().flatten() {
            let _ = writeln!(text, "  location = {} {{ return 301 \"{}\"; }}", quoted(from), moved.to);
        }
    }
    for name in hosting.hidden() {
        let _ = writeln!(text, "  location = {} {{ return 404; }}", quoted(&format!("{base}{name}")));
    }
    let _ = writeln!(text, "  location ~ \"^{}(.*/)?\\.(?!well-known/)\" {{ return 404; }}", literal(base));
    open("~ \"\\.ics$\"", text);
    write_headers(hosting, Part::Open, "    ", text);
    text.push_str("  }\n");
}

/// A path as nginx reads it between quotes. No address has a control character.
fn quoted(path: &str) -> String {
    format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\""))
}
