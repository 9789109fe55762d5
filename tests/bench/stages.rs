//! How long the program takes on sites of three sizes: `cargo bench [-- SMALL MEDIUM LARGE]`.
//!
//! Each figure is the median of some runs. A build lasts long enough for a plain clock, so no
//! statistics are needed to read it. Sites and output lie in memory where the machine has such a
//! folder, so that the disk is not what is measured.

#[path = "../support/generate.rs"]
mod generate;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use generate::Size;
use tempfile::TempDir;

const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // `cargo test --all-targets` runs this file too, without the word that `cargo bench` adds.
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("the benches are measured by `cargo bench` alone");
        return;
    }
    let asked: Vec<Size> = arguments.iter().filter_map(|name| Size::named(name)).collect();
    let sizes = if asked.is_empty() { Size::ALL.to_vec() } else { asked };
    println!("{:<8} {:<24} {:>10} {:>9}", "site", "what", "median", "memory");
    for size in sizes {
        let bench = Bench::new(size);
        bench.clean_build();
        bench.build_again();
    }
}

/// A generated site, and the folder that its output goes to.
struct Bench {
    size: Size,
    folder: TempDir,
}

impl Bench {
    fn new(size: Size) -> Self {
        let folder = tempfile::tempdir_in(memory_folder()).expect("a folder can be made");
        generate::write(size, folder.path()).expect("the site can be written");
        Self { size, folder }
    }

    fn clean_build(&self) {
        let runs = (0..RUNS).map(|_| {
            if self.out().exists() {
                fs::remove_dir_all(self.out()).expect("the output can be removed");
            }
            self.build()
        });
        self.report("clean build", runs.collect());
    }

    /// Nothing has changed, so nothing should be written.
    fn build_again(&self) {
        let runs = (0..RUNS).map(|_| self.build());
        self.report("build again, unchanged", runs.collect());
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn build(&self) -> Run {
        let started = Instant::now();
        let program = Command::new(env!("CARGO_BIN_EXE_fingerpost"))
            .args(["build", "--today", generate::TODAY, "--site"])
            .arg(self.folder.path())
            .arg("--out")
            .arg(self.out())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program can be started");
        let run = Run::watch(program, started);
        assert!(self.out().join("index.html").is_file(), "the build made no home page");
        run
    }

    fn report(&self, what: &str, mut runs: Vec<Run>) {
        runs.sort_by_key(|run| run.time);
        let median = runs[runs.len() / 2].time;
        let memory = runs.iter().filter_map(|run| run.memory).max();
        let memory = memory.map_or("?".to_owned(), |kibibytes| format!("{} MiB", kibibytes / 1_024));
        println!("{:<8} {what:<24} {:>7.1} ms {memory:>9}", self.size.name, median.as_secs_f64() * 1_000.0);
    }
}

/// What one run of the program took.
struct Run {
    time: Duration,
    /// The most memory that it held, in KiB, where the system tells.
    memory: Option<u64>,
}

impl Run {
    fn watch(mut program: Child, started: Instant) -> Self {
        let status = PathBuf::from(format!("/proc/{}/status", program.id()));
        // The figure is gone with the process, so it is read again and again while it runs.
        let watcher = thread::spawn(move || {
            let mut most = None;
            while let Some(memory) = peak_memory(&status) {
                most = Some(memory);
                thread::sleep(Duration::from_millis(2));
            }
            most
        });
        let ended = program.wait().expect("the program can be waited for");
        let time = started.elapsed();
        assert!(ended.success(), "the build failed: {ended}");
        let memory = watcher.join().expect("the watcher does not panic");
        Self { time, memory }
    }
}

fn peak_memory(status: &Path) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn memory_folder() -> PathBuf {
    let shared_memory = Path::new("/dev/shm");
    if shared_memory.is_dir() { shared_memory.to_owned() } else { env::temp_dir() }
}
