//! The tests that `cargo test` leaves out, because they need more than Rust. `tests/run` runs them all.

use std::process::Command;

#[test]
#[ignore = "needs Node, Chromium and Java: run `tests/run`"]
fn in_a_browser() {
    let tests = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser");
    let status = Command::new("npm")
        .args(["test", "--prefix", tests])
        .env("FINGERPOST", env!("CARGO_BIN_EXE_fingerpost"))
        .status()
        .expect("npm can be started");
    assert!(status.success(), "the browser tests failed: {status}");
}
