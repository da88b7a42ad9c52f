//! The rule packs that ship: read, checked and stored in a form that loads fast.
//!
//! `packs.rs` in `OUT_DIR` is a table of them, `PACK.json` what checking needs, `PACK.toml.z` the file with its tests.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../src/pack/schema/mod.rs"]
#[allow(dead_code, missing_docs, unreachable_pub, unused_imports)]
mod schema;

/// The folder that the packs stand in.
pub(crate) const RULES: &str = "rules";

/// Writes the table and the files that it includes.
pub(crate) fn build(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut files = Vec::new();
    list(Path::new(RULES), &mut files)?;
    files.sort();
    let mut table = String::from("&[\n");
    for (i, path) in files.iter().enumerate() {
        let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: schema::PackFile = toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        let header = file.pack.clone();
        let json = serde_json::to_vec(&file.without_tests())?;
        fs::write(out.join(format!("pack-{i}.json")), json)?;
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), 9);
        fs::write(out.join(format!("pack-{i}.toml.z")), packed)?;
        let path = path.to_string_lossy().replace('\\', "/");
        let (id, version) = (&header.id, &header.version);
        let (source, target) = (&header.source_lang, &header.target_lang);
        writeln!(
            table,
            "    Embedded {{ path: {path:?}, id: {id:?}, version: {version:?}, source_lang: {source:?}, target_lang: {target:?}, \
             json: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/pack-{i}.json\")), \
             toml: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/pack-{i}.toml.z\")) }},"
        )?;
    }
    table.push(']');
    fs::write(out.join("packs.rs"), table)?;
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
