//! How long the program takes on sites of three sizes: `cargo bench [-- SMALL MEDIUM LARGE]`.
//!
//! Each figure is the median of some runs. A build lasts long enough for a plain clock, so no
//! statistics are needed to read it. Sites and output lie in memory where the machine has such a
//! folder, so that the disk is not what is measured.

#[path = "../support/generate/mod.rs"]
mod generate;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use fingerpost::{Occasion, Options, Preview as _, Project, Reader, Renderer, Sources, resolve};
use generate::Size;
use rayon::prelude::*;
use tempfile::TempDir;

/// The program's own, so that a stage is measured as it is in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
        bench.stages();
        bench.edit();
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

    /// Each stage alone, with what the one before it made.
    fn stages(&self) {
        let root = self.folder.path();
        let occasion = Occasion { today: generate::TODAY.parse().expect("it is a day"), drafts: false };
        let sources = self.time("read", || Sources::read(root).expect("the site can be read"));
        let content = self.time("parse", || Reader::default().read(&sources));
        let mut known = Reader::default();
        known.read(&sources);
        self.time("parse again, unchanged", || known.read(&sources));
        let site = self.time("resolve", || resolve(&content, occasion, None).0.expect("the site has settings"));
        let site = Arc::new(site);
        self.time("templates", || Renderer::new(site.clone()).expect("the templates are sound"));
        let renderer = Renderer::new(site).expect("the templates are sound");
        let index = Instant::now();
        let outputs = renderer.outputs();
        self.tell("search index", index.elapsed(), None);
        self.time("render", || {
            outputs
                .par_iter()
                .map(|&output| renderer.render(output).expect("it can be made").bytes.len())
                .sum::<usize>()
        });
    }

    /// From a saved service to its page in the preview, without the time in which the system tells of the change.
    fn edit(&self) {
        let root = self.folder.path();
        let options = Options::new(root.to_owned(), generate::TODAY.parse().ok(), true);
        let project = Project::open(options).expect("the site can be opened");
        let service = first_service(root);
        let name = service.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&service).expect("it can be read");
        let mut edits = 0;
        self.time("an edit in the preview", || {
            edits += 1;
            fs::write(&service, format!("{text}\nEdit number {edits}.\n")).expect("it can be written");
            project.refresh(Some(std::slice::from_ref(&service)));
            let page = project.artifact(&format!("services/{name}/index.html")).expect("it has a page");
            assert!(String::from_utf8_lossy(&page.bytes).contains(&format!("Edit number {edits}.")), "it is stale");
        });
        fs::write(&service, text).expect("it can be written");
    }

    /// Runs something a few times and tells how long it took; gives what the last run made.
    fn time<T>(&self, what: &str, mut run: impl FnMut() -> T) -> T {
        let mut times = Vec::new();
        let mut made = None;
        for _ in 0..RUNS {
            drop(made.take());
            let started = Instant::now();
            made = Some(run());
            times.push(started.elapsed());
        }
        times.sort_unstable();
        self.tell(what, times[RUNS / 2], None);
        made.expect("it ran at least once")
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
        self.tell(what, median, runs.iter().filter_map(|run| run.memory).max());
    }

    fn tell(&self, what: &str, median: Duration, memory: Option<u64>) {
        let memory = memory.map_or(String::new(), |kibibytes| format!("{} MiB", kibibytes / 1_024));
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

fn first_service(root: &Path) -> PathBuf {
    let folder = fs::read_dir(root.join("content/services")).expect("the site has services");
    folder.map(|entry| entry.expect("it can be read").path()).min().expect("the site has services")
}

fn memory_folder() -> PathBuf {
    let shared_memory = Path::new("/dev/shm");
    if shared_memory.is_dir() { shared_memory.to_owned() } else { env::temp_dir() }
}
