//! fingerpost turns a folder of YAML and Markdown into a website for a public partnership: its strategy and how it
//! stands, a directory of support services, and a training calendar.
//!
//! # The way of a site
//!
//! ```text
//! folder ──read──▶ Sources ──parse──▶ Content ──resolve (on a day)──▶ Site ──render──▶ Artifacts ──write──▶ public/
//!                     │                  │                              │                   │
//!                     └──────────────────┴──── Diagnostics ─────────────┘                   └──serve──▶ browser
//! ```
//!
//! Data flows one way, and each stage is a type:
//!
//! 1. [`Sources`]: every file, read once: its path, bytes and kind. Built-in templates and pages stand in,
//!    file by file, for those that a site does not bring.
//! 2. [`Content`]: what people wrote, typed, each value knowing its place in its file. One file gives one
//!    record and its problems, with no look at another file; so files are read in parallel, and one that has not
//!    changed is not read again. What stands under `private:` ends here: no type has a place to keep it.
//! 3. [`Site`]: the content on one day with every question answered: references found, ratings worked out,
//!    sessions named, addresses given out, links checked. `--today` is the only "now" there is.
//! 4. [`Artifact`]: a path and its bytes, each a pure function of the site. One can be made alone, which is
//!    what the preview does; a build makes all of them, on all cores.
//! 5. The output folder gets what has changed; a local server shows it in a browser instead ([`Preview`]).
//!
//! Problems are data ([`Diagnostic`]). A stage reports all it finds and goes on with what is sound, so
//! that one run tells everything; with an error among them nothing is written.
//!
//! Beside that way, `import` turns a plan in a table of any kind into the file that the content is read from.
//!
//! # Where things are
//!
//! `model` holds the words of the field (plan, service, course, timescale, rating, phone ...), which every stage
//! may use. A stage uses the model, diagnostics and the type of the stage before it, nothing else; a test keeps it
//! so. Only `pipeline` orders the stages, and only the edges touch the disk, the clock, the terminal or the
//! network: `source` reads, `output` writes, `serve` answers, `cli` and its commands talk to people.

#![forbid(unsafe_code)]

mod artifact;
mod cli;
mod commands;
mod content;
mod diagnostic;
mod format;
mod import;
mod model;
mod output;
mod pipeline;
mod render;
mod serve;
mod site;
mod source;

pub use artifact::Artifact;
pub use cli::run;
pub use content::{Content, Reader};
pub use diagnostic::{Diagnostic, Position, Severity, SourcePath, Span, json, print};
pub use pipeline::{Options, Project};
pub use render::{Output, Renderer};
pub use serve::{Preview, Problem, Severity as ProblemSeverity};
pub use site::{Occasion, Site, resolve};
pub use source::{ReadError, Source, Sources};
