//! Styles and scripts as they are sent: without comments and without space that means nothing.
//!
//! The theme's files are written to be read, with the reasons beside the rules; a phone on a slow line needs neither.
//! Only what is safe in any file is taken out: names, values and the order of things stay as they are.

/// What is sent of a file of the theme.
pub(super) fn compact(name: &str, bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    match name.rsplit_once('.') {
        Some((_, "css")) => style(text).into_bytes(),
        Some((_, "js")) => script(text).into_bytes(),
        _ => bytes.to_vec(),
    }
}

/// A stylesheet without comments, line breaks and indents.
pub(super) fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' | '\'' => string_length(rest, letter),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ if rest.starts_with("/*") || letter.is_ascii_whitespace() => {
                let (next, has_space) = after_gap(rest);
                gap(&mut out, has_space, next);
                rest = next;
                continue;
            }
            // An address without quotes may hold what would be a comment elsewhere.
            _ if starts_with_address(rest) => rest.find(')').map_or(rest.len(), |end| end + 1),
            _ => letter.len_utf8(),
        };
        // The last of a rule's marks; one that is escaped is a letter of a name.
        while letter == '}' && out.ends_with(';') && !out.ends_with("\\;") {
            out.pop();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// What stays of a gap of spaces and comments between what was written and what comes.
fn gap(out: &mut String, has_space: bool, next: &str) {
    let is_edge = |letter: char| matches!(letter, '{' | '}' | ';' | ',');
    let before = out.chars().next_back();
    if before.is_none_or(|letter| is_edge(letter) || letter == ':') || next.starts_with(is_edge) || next.is_empty() {
        return;
    }
    // A lone comment parts two words as a space does not: `.a/**/.b` is one thing, `.a .b` are two.
    out.push_str(if has_space { " " } else { "/**/" });
}

/// What follows the spaces and comments at the start of a text, and whether there were spaces.
fn after_gap(text: &str) -> (&str, bool) {
    let (mut rest, mut has_space) = (text, false);
    loop {
        let trimmed = rest.trim_ascii_start();
        has_space |= trimmed.len() < rest.len();
        match trimmed.strip_prefix("/*") {
            Some(comment) => rest = comment.split_once("*/").map_or("", |(_, after)| after),
            None => return (trimmed, has_space),
        }
    }
}

/// How many bytes a string takes, its quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn starts_with_address(text: &str) -> bool {
    let inside = text.get(..4).filter(|start| start.eq_ignore_ascii_case("url(")).map(|_| text[4..].trim_ascii_start());
    inside.is_some_and(|inside| !inside.starts_with(['"', '\'']))
}

/// A script without the lines that are comments, and without indents. A script in which a line may begin within a
/// string is sent as it is.
fn script(text: &str) -> String {
    let odd = |line: &str| line.ends_with('\\') || line.matches('`').count() % 2 == 1;
    if text.lines().any(odd) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let mut code = line.trim_start();
        if let Some(mut comment) = code.strip_prefix("/*") {
            code = loop {
                if let Some((_, after)) = comment.split_once("*/") {
                    break after.trim_start();
                }
                let Some(next) = lines.next() else { break "" };
                comment = next;
            };
        }
        if !code.is_empty() && !code.starts_with("//") {
            out.push_str(code);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{compact, script, style};

    #[test]
    fn a_stylesheet_loses_its_comments_and_its_space() {
        let written = "/* Why. */\n.a,\n.b > p :hover {\n  color: red; /* x */\n  margin: 0 calc(1px + 2px);\n}\n\n@media print {\n  a { b: c; }\n}\n";
        assert_eq!(style(written), ".a,.b > p :hover{color:red;margin:0 calc(1px + 2px)}@media print{a{b:c}}");
    }

    #[test]
    fn what_may_mean_something_stays() {
        for (written, sent) in [
            ("a{content:\"/* \\\" ; }  */\"}", "a{content:\"/* \\\" ; }  */\"}"),
            ("a{background:url(x/*y*/z  .svg) }", "a{background:url(x/*y*/z  .svg)}"),
            ("a{background:url( \"x  y\" ) }", "a{background:url( \"x  y\" )}"),
            (".a/* one */.b{}", ".a/**/.b{}"),
            (".a /* two */ .b{}", ".a .b{}"),
            (".a\\ b{}", ".a\\ b{}"),
            ("a{b:c\\;}", "a{b:c\\;}"),
            ("a{b:c;;}", "a{b:c}"),
            ("a:not(.b) :is(c){}", "a:not(.b) :is(c){}"),
            ("a{}/* never ends", "a{}"),
            ("a{content:'never ends", "a{content:'never ends"),
        ] {
            assert_eq!(style(written), sent, "{written}");
        }
    }

    #[test]
    fn a_script_loses_the_lines_that_are_comments() {
        let written = "/* Why.\n   More. */\n(function () {\n  // Because.\n  var a = 'b'; // kept\n\n  /** What. */\n  var c = /\\/\\*/;\n}());\n";
        assert_eq!(script(written), "(function () {\nvar a = 'b'; // kept\nvar c = /\\/\\*/;\n}());\n");
    }

    #[test]
    fn a_script_with_strings_over_several_lines_is_sent_as_it_is() {
        for written in ["var a = `\n  // b\n`;\n", "var a = 'b \\\n  // c';\n"] {
            assert_eq!(script(written), written);
        }
    }

    #[test]
    fn other_files_are_sent_as_they_are() {
        assert_eq!(compact("a.svg", b"<!-- a -->  b"), b"<!-- a -->  b");
        assert_eq!(compact("a.css", b"\xff /* b */"), b"\xff /* b */");
    }

    proptest! {
        #[test]
        fn nothing_is_left_to_take_out(text in "[a-z{}:;,.\"'/* \\\\\n(]*") {
            let once = style(&text);
            prop_assert_eq!(style(&once), once);
        }

        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            let _ = (style(&text), script(&text));
        }
    }
}
