//! Templates and assets that nothing uses: perhaps their name is nearly that of a built-in one, which they were meant to
//! replace.

use super::Site;
use crate::diagnostic::Diagnostic;
use crate::model::suggestion;
use crate::model::theme::File;

/// Warns of each that replaces no built-in file and that no other file of the theme names.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let theme = &site.theme;
    let own = || theme.templates.iter().chain(&theme.assets).filter(|file| !file.builtin);
    for (files, folder) in [(&theme.templates, "templates"), (&theme.assets, "templates/assets")] {
        let built_in: Vec<&str> = files.iter().filter(|file| file.builtin).map(|file| file.name.as_str()).collect();
        for file in files.iter().filter(|file| !file.builtin && !built_in.contains(&file.name.as_str())) {
            if own().any(|other| names(other, &file.name)) {
                continue;
            }
            let near = built_in.iter().find(|name| suggestion::is_slip(&file.name, name));
            let message =
                format!("`{}` is not used: it replaces no built-in file, and no other file refers to it", file.source);
            let help = near.map_or_else(
                || {
                    "give it the name of the file that it should replace (`docs/templates.md` lists them), or delete it"
                        .to_owned()
                },
                |near| format!("did you mean `{folder}/{near}`?"),
            );
            problems.push(Diagnostic::warning("template/name", file.source.clone(), message).help(help));
        }
    }
}

/// Whether a file speaks of another by its name.
fn names(file: &File, name: &str) -> bool {
    file.name != name && file.bytes.windows(name.len()).any(|bytes| bytes == name.as_bytes())
}
