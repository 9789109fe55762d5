//! Writes a made-up site: `cargo run --release --example generate -- SMALL|MEDIUM|LARGE DIR`.

#[path = "../support/generate/mod.rs"]
mod generate;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use generate::Size;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [size, folder] = arguments.as_slice() else {
        eprintln!("usage: generate SMALL|MEDIUM|LARGE DIR");
        return ExitCode::from(2);
    };
    let Some(size) = Size::named(size) else {
        eprintln!("no size is called `{size}`: choose SMALL, MEDIUM or LARGE");
        return ExitCode::from(2);
    };
    if let Err(error) = generate::write(size, Path::new(folder)) {
        eprintln!("cannot write the site to {folder}: {error}");
        return ExitCode::from(2);
    }
    println!("{} written to {folder}, right on {}", size.name, generate::TODAY);
    ExitCode::SUCCESS
}
