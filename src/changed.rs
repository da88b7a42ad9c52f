//! Lines that were changed in git since a revision: in its commits, in the index and in the work tree.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::document::readers::READERS;
use crate::error::Error;

/// The changed lines of a work tree.
#[derive(Debug, Default)]
pub struct Changed {
    /// By absolute path.
    files: BTreeMap<PathBuf, Lines>,
    /// Paths as reports name them, found once each.
    resolved: BTreeMap<String, PathBuf>,
}

/// The changed lines of one file.
#[derive(Debug, PartialEq, Eq)]
enum Lines {
    /// The file is new.
    All,
    /// Ranges of lines, from 1, in order.
    Some(Vec<RangeInclusive<u32>>),
}

impl Changed {
    /// Asks git what was changed in the repository of `folder` since the work branched off from `revision`. Renamed files are
    /// followed; files that git does not know yet are changed in whole.
    ///
    /// # Errors
    /// If there is no git, no repository, or no such revision.
    pub fn since(revision: &str, folder: &Path) -> Result<Self, Error> {
        let root = git(folder, &["rev-parse", "--show-toplevel"]).map_err(|problem| {
            Error::Usage(format!("--changed {revision}: {problem}; run it inside a git repository"))
        })?;
        let root = PathBuf::from(String::from_utf8_lossy(&root).trim_end_matches('\n'));
        let root = std::fs::canonicalize(&root).unwrap_or(root);
        let base = base(revision, &root)?;
        let failed = |problem| Error::Usage(format!("--changed {revision}: {problem}"));
        let extensions = READERS.iter().flat_map(|r| r.extensions);
        let patterns: Vec<String> = extensions.map(|e| format!(":(icase)*.{e}")).collect();
        let patterns = patterns.iter().map(String::as_str);
        let mut diff = vec!["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0"];
        diff.extend(["--find-renames", "--diff-filter=d", "--ignore-submodules", "--no-prefix", &base, "--"]);
        diff.extend(patterns.clone());
        let mut others = vec!["ls-files", "--others", "--exclude-standard", "-z", "--"];
        others.extend(patterns);
        let mut files = read_diff(&git(&root, &diff).map_err(failed)?);
        for name in git(&root, &others).map_err(failed)?.split(|&b| b == 0).filter(|n| !n.is_empty()) {
            files.insert(path(name), Lines::All);
        }
        let files = files.into_iter().map(|(name, lines)| (root.join(name), lines)).collect();
        Ok(Self { files, resolved: BTreeMap::new() })
    }

    /// Whether anything was changed in a file.
    pub fn has(&mut self, file: &str) -> bool {
        self.lines(file).is_some()
    }

    /// Whether some of these lines of a file were changed.
    pub fn touches(&mut self, file: &str, lines: RangeInclusive<u32>) -> bool {
        match self.lines(file) {
            Some(Lines::All) => true,
            Some(Lines::Some(ranges)) => {
                let first = ranges.partition_point(|r| r.end() < lines.start());
                ranges.get(first).is_some_and(|r| r.start() <= lines.end())
            }
            None => false,
        }
    }

    fn lines(&mut self, file: &str) -> Option<&Lines> {
        if !self.resolved.contains_key(file) {
            self.resolved.insert(file.to_owned(), absolute(Path::new(file)));
        }
        self.files.get(self.resolved.get(file)?)
    }
}

/// The path as git knows it: links on the way are followed, a link at its end is a file of its own.
fn absolute(file: &Path) -> PathBuf {
    let parent = match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (std::fs::canonicalize(parent), file.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => file.to_owned(),
    }
}

/// The commit where the work branched off from `revision`.
fn base(revision: &str, root: &Path) -> Result<String, Error> {
    let is_shallow = || {
        git(root, &["rev-parse", "--is-shallow-repository"]).is_ok_and(|answer| answer.starts_with(b"true"))
    };
    let fail = |problem: &str, remedy: &str| {
        let remedy = match is_shallow() {
            true => {
                "the clone is shallow: `git fetch --unshallow` (`fetch-depth: 0` of actions/checkout) gets the rest"
            }
            false => remedy,
        };
        Error::Usage(format!("--changed {revision}: {problem}; {remedy}"))
    };
    let commit = format!("{revision}^{{commit}}");
    git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|_| {
        fail("git knows no such commit", "name a branch, a tag or a commit; `git fetch` gets those of others")
    })?;
    let base = git(root, &["merge-base", "--", revision, "HEAD"])
        .map_err(|_| fail("it has no ancestor in common with HEAD", "name a revision of the same history"))?;
    Ok(String::from_utf8_lossy(&base).trim().to_owned())
}

/// Runs git; what it printed, or what it complained of.
fn git(folder: &Path, args: &[&str]) -> Result<Vec<u8>, String> {
    let out = Command::new("git")
        .args(["-c", "core.quotePath=false"])
        .args(args)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .output()
        .map_err(|e| format!("git cannot be run ({e}); install it, or leave --changed out"))?;
    if out.status.success() {
        return Ok(out.stdout);
    }
    let said = String::from_utf8_lossy(&out.stderr);
    Err(said.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned())
}

/// Reads a diff without context lines. Where lines were only taken out, the line before them counts as changed.
fn read_diff(diff: &[u8]) -> BTreeMap<PathBuf, Lines> {
    let mut out = BTreeMap::new();
    let mut current: Option<PathBuf> = None;
    // Lines of a hunk still to come: what looks like a header among them is text.
    let mut body = 0;
    for line in diff.split(|&b| b == b'\n') {
        if body > 0 && matches!(line.first(), Some(b'+' | b'-')) {
            body -= 1;
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            current = Some(path(&unquoted(name)));
        } else if let Some((removed, range)) = line.strip_prefix(b"@@ ").and_then(hunk)
            && let Some(name) = &current
        {
            let (first, count) = range;
            body = removed.saturating_add(count);
            let last = first.saturating_add(count.max(1) - 1);
            if let Lines::Some(ranges) = out.entry(name.clone()).or_insert_with(|| Lines::Some(Vec::new())) {
                ranges.push(first.max(1)..=last.max(1));
            }
        }
    }
    out
}

/// The number of lines that a hunk takes out, and the first and number of those that it puts in: `-3,2 +3,4 @@`.
fn hunk(header: &[u8]) -> Option<(u32, (u32, u32))> {
    let header = String::from_utf8_lossy(header);
    let mut parts = header.split(' ');
    let range = |part: Option<&str>, sign: char| {
        let part = part?.strip_prefix(sign)?;
        let (first, count) = part.split_once(',').unwrap_or((part, "1"));
        Some((first.parse::<u32>().ok()?, count.parse::<u32>().ok()?))
    };
    let (_, removed) = range(parts.next(), '-')?;
    Some((removed, range(parts.next(), '+')?))
}

/// A file name of a diff: in quotation marks with C's escapes if it holds any of them, with a tab behind it if it holds a
/// space.
fn unquoted(name: &[u8]) -> Vec<u8> {
    let name = name.strip_suffix(b"\t").unwrap_or(name);
    let Some(inside) = name.strip_prefix(b"\"").and_then(|n| n.strip_suffix(b"\"")) else {
        return name.to_vec();
    };
    let mut out = Vec::new();
    let mut rest = inside.iter().copied();
    while let Some(byte) = rest.next() {
        let escaped = if byte == b'\\' { rest.next() } else { None };
        out.push(match escaped {
            None => byte,
            Some(b'n') => b'\n',
            Some(b't') => b'\t',
            Some(b'r') => b'\r',
            Some(b'a') => 7,
            Some(b'b') => 8,
            Some(b'v') => 11,
            Some(b'f') => 12,
            Some(digit @ b'0'..=b'3') => {
                let low = rest.by_ref().take(2).fold(0_u8, |n, d| (n << 3) | (d & 7));
                ((digit & 3) << 6) | low
            }
            Some(other) => other,
        });
    }
    out
}

#[cfg(unix)]
fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;

    use super::{Changed, Lines, read_diff, unquoted};

    const DIFF: &str = "diff --git a.txt a.txt\n--- a.txt\n+++ a.txt\n@@ -1,2 +1 @@\n--- not a name\n-x\n+++ nor this\n\
                        @@ -9,0 +8,3 @@ some heading\n+1\n+2\n+3\n@@ -20,2 +21,0 @@\n-a\n-b\n\
                        --- \"b\\t\\344\\270\\234.md\"\n+++ \"b\\t\\344\\270\\234.md\"\n@@ -0,0 +1 @@\n+new\n";

    #[test]
    fn a_diff_is_read_by_files_and_lines() {
        let files = read_diff(DIFF.as_bytes());
        assert_eq!(files[Path::new("a.txt")], Lines::Some(vec![1..=1, 8..=10, 21..=21]));
        assert_eq!(files[Path::new("b\t东.md")], Lines::Some(vec![1..=1]));
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn names_with_quotation_marks_and_spaces() {
        assert_eq!(unquoted(br#""a \"b\" \\.txt""#), br#"a "b" \.txt"#);
        assert_eq!(unquoted(b"a b.txt\t"), b"a b.txt");
    }

    #[test]
    fn lines_touch_ranges() {
        let here = std::fs::canonicalize(".").expect("a folder").join("a.txt");
        let mut changed = Changed::default();
        changed.files.insert(here, Lines::Some(vec![2..=4, 9..=9]));
        let mut at = |lines| changed.touches("./a.txt", lines);
        assert!(at(4..=6) && at(1..=2) && at(8..=9) && at(1..=20));
        assert!(!at(1..=1) && !at(5..=8) && !at(10..=10));
        assert!(!changed.has("b.txt"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0..DIFF.len()) {
            read_diff(&bytes);
            let mut mixed = DIFF.as_bytes()[..cut].to_vec();
            mixed.extend(bytes);
            read_diff(&mixed);
        }
    }
}
