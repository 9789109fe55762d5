//! The program: everything is in the library, so that tests and benchmarks can use it.

use std::process::ExitCode;

/// Pages are many small texts, made on all cores: with this allocator a
/// build of 10,000 services takes about an eighth less time than with the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    fingerpost::run()
}
