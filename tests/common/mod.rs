//! Runs the binary in the package's folder with a clean environment.

// Each test file uses a part of this.
#![allow(dead_code)]

use std::io::Write;
use std::process::{Command, Stdio};

/// What a run printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs mtlint.
pub(crate) fn mtlint(args: &[&str]) -> Run {
    mtlint_in(env!("CARGO_MANIFEST_DIR"), args, b"")
}

/// Runs mtlint in a folder, with something on standard input.
pub(crate) fn mtlint_in(folder: &str, args: &[&str], stdin: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mtlint"))
        .args(args)
        .current_dir(folder)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .env("COLUMNS", "100")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    // A run that ends without reading its input closes the pipe.
    let _ = child.stdin.take().expect("piped").write_all(stdin);
    let out = child.wait_with_output().expect("the binary ends");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    Run { status: out.status.code().unwrap_or(-1), stdout: text(&out.stdout), stderr: text(&out.stderr) }
}

/// A folder for one test, removed when the test is done.
pub(crate) struct Folder {
    path: std::path::PathBuf,
}

impl Folder {
    /// An empty folder named after the test.
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mtlint-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self { path }
    }

    /// Writes a file in it, with the folders on its way.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, content).expect("a file");
        self
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &std::path::Path {
        &self.path
    }

    /// The bytes of a file in it.
    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path.join(name)).expect("a file")
    }

    /// What a file in it holds.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path.join(name)).expect("a file")
    }

    /// Runs mtlint in it.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        mtlint_in(self.path.to_str().expect("UTF-8"), args, b"")
    }

    /// Runs mtlint in it with something on standard input.
    pub(crate) fn pipe(&self, args: &[&str], stdin: &[u8]) -> Run {
        mtlint_in(self.path.to_str().expect("UTF-8"), args, stdin)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
