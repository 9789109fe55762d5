//! Apache and nginx at work on a folder, until the test ends.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// `tests/run` installs the servers and sets this, so that no test of them can be left out there.
const NEEDED: &str = "FINGERPOST_TEST_SERVERS";

const PATIENCE: Duration = Duration::from_secs(60);

/// A server of files.
pub(crate) struct Server {
    /// What it listens at: `127.0.0.1:4000`.
    pub(crate) host: String,
    program: Child,
    folder: TempDir,
}

/// A server of files that is installed here.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Apache,
    Nginx,
}

impl Kind {
    /// Where the program is. Without it, the test is left out, unless it must not be.
    fn program(self) -> Option<PathBuf> {
        let name = if matches!(self, Self::Apache) { "apache2" } else { "nginx" };
        let folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
        let found = folders.iter().map(|folder| Path::new(folder).join(name)).find(|path| path.exists());
        assert!(found.is_some() || std::env::var_os(NEEDED).is_none(), "`{name}` is missing: run `tests/run`");
        if found.is_none() {
            println!("left out: `{name}` is not installed; `tests/run` installs it");
        }
        found
    }

    fn configuration(self, folder: &Path, root: &Path, port: u16, site: &Path) -> String {
        let (folder, root, site) = (folder.display(), root.display(), site.display());
        match self {
            Self::Apache => {
                let modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "autoindex"];
                let load = |name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n");
                let modules: String = modules.into_iter().map(load).collect();
                // No types of its own, a listing of folders, a header of its own: all that a site must put right.
                format!(
                    "ServerRoot \"{folder}\"\nPidFile \"{folder}/pid\"\nServerName localhost\n\
                     Listen 127.0.0.1:{port}\n{modules}User www-data\nGroup www-data\n\
                     TypesConfig /dev/null\nErrorLog \"{folder}/error.log\"\nDirectoryIndex index.html\n\
                     Header set X-Frame-Options SAMEORIGIN\n\
                     DocumentRoot \"{root}\"\n<Directory \"{root}\">\n  AllowOverride FileInfo Indexes\n  \
                     Options FollowSymLinks Indexes\n  Require all granted\n</Directory>\n\
                     <Files \".ht*\">\n  Require all denied\n</Files>\n"
                )
            }
            Self::Nginx => format!(
                "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n\
                 http {{\n  access_log off;\n  client_body_temp_path {folder}/body;\n  proxy_temp_path {folder}/proxy;\n  \
                 fastcgi_temp_path {folder}/fastcgi;\n  uwsgi_temp_path {folder}/uwsgi;\n  scgi_temp_path {folder}/scgi;\n  \
                 server {{\n    listen 127.0.0.1:{port};\n    server_name localhost;\n    root \"{root}\";\n    \
                 autoindex off;\n    include \"{site}/nginx.conf\";\n  }}\n}}\n"
            ),
        }
    }
}

impl Server {
    /// Starts a server on `root`, in which the site is at `site`; none where it is not installed.
    pub(crate) fn start(kind: Kind, root: &Path, site: &Path) -> Option<Self> {
        let program = kind.program()?;
        let folder = tempfile::tempdir().expect("a folder can be made");
        open_to_all(folder.path());
        let port = free_port();
        let configuration = folder.path().join("server.conf");
        fs::write(&configuration, kind.configuration(folder.path(), root, port, site)).expect("it can be written");
        let mut command = Command::new(program);
        match kind {
            Kind::Apache => command.args(["-X", "-f"]).arg(&configuration),
            Kind::Nginx => command.arg("-p").arg(folder.path()).arg("-c").arg(&configuration),
        };
        let errors = fs::File::create(folder.path().join("told")).expect("it can be written");
        let program = command.stdout(Stdio::null()).stderr(errors).spawn().expect("the server can be started");
        let mut server = Self { host: format!("127.0.0.1:{port}"), program, folder };
        server.wait(kind);
        Some(server)
    }

    fn wait(&mut self, kind: Kind) {
        let start = Instant::now();
        while TcpStream::connect(&self.host).is_err() {
            let ended = self.program.try_wait().expect("its state can be asked for");
            assert!(ended.is_none() && start.elapsed() < PATIENCE, "{kind:?} does not start: {}", self.told());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the server complained of.
    pub(crate) fn told(&self) -> String {
        let files = ["told", "error.log"].map(|name| fs::read_to_string(self.folder.path().join(name)));
        files.into_iter().filter_map(Result::ok).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself, which the test will have noticed.
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

/// A port that no one listens at, from below those that the system gives to programs that ask for any.
fn free_port() -> u16 {
    static TAKEN: AtomicU16 = AtomicU16::new(0);
    let ours = 10_000 + u16::try_from(std::process::id() % 200).expect("it is below 200") * 100;
    let mut ports = (0..100).map(|_| ours + TAKEN.fetch_add(1, Ordering::Relaxed) % 100);
    ports.find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok()).expect("a port is free")
}

/// Lets a server that has given up its rights read a folder.
pub(crate) fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).expect("rights can be set");
}
