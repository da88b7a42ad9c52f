//! Build script: turns the text of CC-CEDICT and the rule packs into the tables that the binary carries.
//!
//! Everything is written to `OUT_DIR`; `src/lang/` includes it and documents how it is read.

// Cargo reads its directives from the standard output.
#![allow(clippy::print_stdout)]

mod cedict;
mod characters;
mod english;
mod locate;
mod names;
mod packs;
mod surnames;
mod tables;
mod transliteration;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", surnames::EXTRA);
    println!("cargo::rerun-if-changed={}", packs::RULES);
    println!("cargo::rerun-if-changed=src/pack/schema");
    println!("cargo::rerun-if-changed=src/lang/forms.rs");
    println!("cargo::rerun-if-changed=src/text/stem.rs");
    println!("cargo::rerun-if-changed={}", characters::FUNCTION_WORDS);
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    packs::build(&out)?;
    let text = locate::text()?;
    let entries = cedict::parse(&text);
    if entries.len() < 1000 {
        return Err(format!(
            "the dictionary text has only {} entries; set MTLINT_CEDICT to a CC-CEDICT file (plain or gzip)",
            entries.len()
        )
        .into());
    }
    let tables = tables::build(&entries)?;
    write(&out, "cedict.fst", &tables.keys)?;
    write(&out, "cedict.records", tables.records.as_bytes())?;
    write(&out, "cedict.lists", &tables.lists)?;
    let (names, name_lists) = names::build(&entries, &tables.addresses)?;
    write(&out, "names.fst", &names)?;
    write(&out, "names.lists", &name_lists)?;
    let words = fs::read_to_string(characters::FUNCTION_WORDS)
        .map_err(|e| format!("{}: {e}", characters::FUNCTION_WORDS))?;
    write(&out, "characters.z", &characters::build(&entries, &words))?;
    write(&out, "english.fst", &english::build(&entries)?)?;
    write(&out, "transliteration.txt", transliteration::build(&entries).as_bytes())?;
    let extra = fs::read_to_string(surnames::EXTRA).map_err(|e| format!("{}: {e}", surnames::EXTRA))?;
    write(&out, "surnames.tsv", surnames::build(&entries, &extra).as_bytes())
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let path = out.join(name);
    fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()).into())
}
