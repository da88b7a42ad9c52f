//! Finds the CC-CEDICT text: the file named by `MTLINT_CEDICT`, else the data file inside the
//! package `haoxue-dict`, a build-dependency that is there for this file only.
//!
//! Of that package nothing but the dictionary text is read: its other data has no stated licence.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const OVERRIDE: &str = "MTLINT_CEDICT";
const PACKAGE: &str = "haoxue-dict";

/// The dictionary's text, inflated if it was a gzip file.
pub(crate) fn text() -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={OVERRIDE}");
    let path = match env::var_os(OVERRIDE) {
        Some(path) if !path.is_empty() => PathBuf::from(path),
        _ => find_data_file().ok_or_else(|| {
            format!(
                "cannot find the dictionary text in the package {PACKAGE} (looked in `cargo metadata`, next to \
                 this package and in the registry of CARGO_HOME); set {OVERRIDE} to a CC-CEDICT file, plain or gzip"
            )
        })?,
    };
    println!("cargo::rerun-if-changed={}", path.display());
    let bytes = fs::read(&path)
        .map_err(|e| format!("{}: {e}; set {OVERRIDE} to a CC-CEDICT file, plain or gzip", path.display()))?;
    let bytes = if bytes.starts_with(&[0x1f, 0x8b]) { gunzip(&bytes)? } else { bytes };
    String::from_utf8(bytes).map_err(|_| format!("{}: not UTF-8 text", path.display()).into())
}

// `cargo metadata` is exact but wants every package of the lock file, dev-dependencies too, which a
// plain `cargo install` never downloads; the directories cover that case.
fn find_data_file() -> Option<PathBuf> {
    from_metadata().or_else(from_siblings).or_else(from_registry)
}

fn from_metadata() -> Option<PathBuf> {
    let cargo = env::var_os("CARGO")?;
    let manifest = Path::new(&env::var_os("CARGO_MANIFEST_DIR")?).join("Cargo.toml");
    let mut command = Command::new(cargo);
    command.args(["metadata", "--offline", "--format-version", "1", "--manifest-path"]).arg(manifest);
    // The dependencies of other systems are often not downloaded.
    if let Some(host) = env::var_os("HOST") {
        command.arg("--filter-platform").arg(host);
    }
    let output = command.output().ok().filter(|output| output.status.success())?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    let package = metadata["packages"].as_array()?.iter().find(|package| package["name"] == PACKAGE)?;
    data_file(Path::new(package["manifest_path"].as_str()?).parent()?)
}

// A published package and a vendored one both lie in a directory beside the packages they need.
fn from_siblings() -> Option<PathBuf> {
    from_directory(Path::new(&env::var_os("CARGO_MANIFEST_DIR")?).parent()?)
}

fn from_registry() -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed=CARGO_HOME");
    let home =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    sorted(&home.join("registry/src")).iter().find_map(|registry| from_directory(registry))
}

fn from_directory(directory: &Path) -> Option<PathBuf> {
    let is_package = |path: &&PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(PACKAGE).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    sorted(directory).iter().rev().filter(is_package).find_map(|package| data_file(package))
}

fn data_file(package: &Path) -> Option<PathBuf> {
    sorted(&package.join("data")).into_iter().rev().find(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("cedict-") && path.extension().is_some_and(|extension| extension == "txt")
    })
}

fn sorted(directory: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(directory).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

// The header of RFC 1952: ten fixed bytes, then the optional parts that the flags announce.
fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    const CUT: &str = "the gzip file is cut short";
    let flags = *bytes.get(3).ok_or(CUT)?;
    let mut at = 10;
    if flags & 4 != 0 {
        let length = bytes.get(at..at + 2).ok_or(CUT)?;
        at += 2 + usize::from(length[0]) + 256 * usize::from(length[1]);
    }
    for text_flag in [8, 16] {
        if flags & text_flag != 0 {
            let rest = bytes.get(at..).ok_or(CUT)?;
            at += rest.iter().position(|&byte| byte == 0).ok_or(CUT)? + 1;
        }
    }
    if flags & 2 != 0 {
        at += 2;
    }
    miniz_oxide::inflate::decompress_to_vec(bytes.get(at..).ok_or(CUT)?)
        .map_err(|e| format!("the gzip file does not inflate: {e}").into())
}
