//! fingerpost turns a folder of YAML and Markdown into a website for a public partnership: progress on its strategy, a
//! directory of support services, and a training calendar.
//!
//! # From folder to website
//!
//! ```text
//! folder ──read──▶ Sources ──parse──▶ Content ──resolve (on a day)──▶ Site ──render──▶ Artifacts ──write──▶ public/
//!                     │                  │                              │                   │
//!                     └──────────────────┴──── Diagnostics ─────────────┘                   └──serve──▶ browser
//! ```
//!
//! Data flows one way, and each stage is a type:
//!
//! 1. [`Sources`]: every file, read once: its path, bytes and kind. Built-in templates and pages are used where a site
//!    has no file of its own at their path.
//! 2. [`Content`]: what people wrote, typed, each value with its place in its file. One file gives one record and its
//!    problems without a look at any other file, so files are read in parallel, and one that has not changed is not
//!    read again. Anything under `private:` is dropped here: no type has a field for it.
//! 3. [`Site`]: the content on one day with every question answered: references resolved, ratings worked out, sessions
//!    named, addresses assigned, links checked. `--today` is the only "now" there is.
//! 4. [`Artifact`]: a path and its bytes, each a pure function of the site. The preview makes one at a time; a build
//!    makes all of them, on all cores ([`Renderer`]).
//! 5. What has changed is written to the output folder, or shown in a browser by a local server ([`Preview`]).
//!
//! Problems are data ([`Diagnostic`]). A stage reports all it finds and goes on with what is sound, so that one run
//! reports everything; if there is an error among them, nothing is written.
//!
//! `import` is separate: it turns a plan in a table of any kind into the file that the content is read from.
//!
//! # Where things are
//!
//! All modules are private. What is re-exported here is what the program, its tests and its benches use.
//!
//! `kinds` lists the kinds of content, and has a folder for each: what is written in its files, what the site makes of
//! them, how its pages are made. `pages` lists the other pages. Each stage makes from these lists what it needs.
//!
//! `model` holds the terms of the field (plan, service, course, timescale, rating, phone ...), which every stage may
//! use. A stage uses the model, diagnostics and the type of the stage before it, nothing else; a test checks this.
//! Only `pipeline` orders the stages, and only the edges touch the disk, the clock, the terminal or the network:
//! `source` reads, `output` writes, `serve` answers, `cli` and its commands talk to people.

#![forbid(unsafe_code)]

#[macro_use]
mod model;
#[macro_use]
mod record;

mod artifact;
mod cli;
mod commands;
mod content;
mod diagnostic;
mod external;
mod format;
mod import;
mod kinds;
mod output;
mod pages;
mod pipeline;
mod render;
mod schema;
mod serve;
mod site;
mod source;
mod starter;
mod yaml;

pub use artifact::Artifact;
pub use commands::run;
pub use content::{Content, Reader};
pub use diagnostic::{Diagnostic, Position, Severity, SourcePath, Span, json, print};
pub use pipeline::{Options, Project};
pub use render::{Output, Renderer};
pub use schema::{field_pages, schemas};
pub use serve::{Preview, Problem, Severity as ProblemSeverity};
pub use site::{Occasion, Site, resolve};
pub use source::{ReadError, Source, Sources};
