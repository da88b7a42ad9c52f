use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::pack::PackSet;

/// Packs as files of a folder of their own, and the set that the first ones named make.
fn load(test: &str, files: &[(&str, &str)], named: &[&str]) -> Result<PackSet, String> {
    let folder = std::env::temp_dir().join(format!("mtlint-extend-{test}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    let paths: Vec<PathBuf> = named.iter().map(|name| folder.join(name)).collect();
    let set = PackSet::load(&paths).map_err(|e| e.to_string());
    let _ = std::fs::remove_dir_all(&folder);
    set
}

/// A pack with a header of its own and an entry for each id.
fn pack(id: &str, header: &str, entries: &[&str]) -> String {
    let mut text = format!("[pack]\nid = \"{id}\"\nversion = \"1\"\nsummary = \"a test\"\n{header}\n");
    for entry in entries {
        text += &format!("[[name]]\ncanonical = \"{entry}\"\n");
    }
    text
}

fn ids(set: &PackSet) -> BTreeMap<&str, Vec<String>> {
    let own = set.packs().iter().filter(|p| !p.is_embedded());
    own.map(|p| (p.header.id.as_str(), p.entries().iter().map(|e| p.local_id(e).to_owned()).collect()))
        .collect()
}

#[test]
fn entries_take_the_place_of_those_they_build_on() {
    let base = pack("house/base", "", &["Alpha", "Beta", "Gamma"]);
    let own = pack("our/names", "extends = \"base.toml\"\ndisable = [\"beta\"]", &["Alpha", "Delta"]);
    let set = load("override", &[("base.toml", &base), ("own.toml", &own)], &["own.toml"]).expect("loads");
    let want =
        [("house/base", vec!["gamma".to_owned()]), ("our/names", vec!["alpha".into(), "delta".into()])];
    assert_eq!(ids(&set), BTreeMap::from(want));
    assert!(set.packs().iter().any(|p| p.header.id == "zh-en/brands"), "the packs that ship are there, too");
}

#[test]
fn a_pack_that_ships_is_named_by_its_id() {
    let own = pack("our/names", "extends = [\"zh-en/brands\"]\ndisable = [\"zh-en/brands/labubu\"]", &[]);
    let set = load("shipped", &[("own.toml", &own)], &["own.toml"]).expect("loads");
    assert!(set.entry("zh-en/brands/labubu").is_none());
    assert!(PackSet::default().entry("zh-en/brands/labubu").is_some(), "other sets keep it");
}

#[test]
fn what_is_extended_twice_is_there_once() {
    let files = [
        ("a.toml", pack("a", "extends = [\"b.toml\", \"c.toml\"]", &[])),
        ("b.toml", pack("b", "extends = \"./c.toml\"", &["One"])),
        ("c.toml", pack("c", "", &["One", "Two"])),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
    let set = load("diamond", &files, &["a.toml", "c.toml"]).expect("loads");
    assert_eq!(ids(&set)["c"], ["two"]);
}

#[test]
fn faults_are_shown_in_their_line() {
    let base = pack("house/base", "", &["Alpha"]);
    for (test, header, parts) in [
        ("unknown", "extends = [\n\"zh-en/brand\"\n]", [":6:", "did you mean `zh-en/brands`?"]),
        ("nowhere", "extends = \"../nowhere.toml\"", [":5:", "nowhere.toml: no such file"]),
        ("no-entry", "extends = \"base.toml\"\ndisable = \"alphaa\"", [":6:", "did you mean `alpha`?"]),
        ("no-base", "disable = [\"alpha\"]", [":5:", "this pack extends none"]),
        ("itself", "extends = \"own.toml\"", [":5:", "our/names > our/names"]),
    ] {
        let own = pack("our/names", header, &[]);
        let error = load(test, &[("base.toml", &base), ("own.toml", &own)], &["own.toml"]).expect_err(test);
        assert!(parts.iter().all(|part| error.contains(part)), "{test}: {error}");
    }
}

#[test]
fn a_circle_is_told_by_its_steps() {
    let a = pack("a", "extends = \"b.toml\"", &[]);
    let b = pack("b", "extends = \"a.toml\"", &[]);
    let error = load("circle", &[("a.toml", &a), ("b.toml", &b)], &["a.toml"]).expect_err("a circle");
    assert!(error.contains("b.toml:5:") && error.contains("a > b > a"), "{error}");
}

#[test]
fn settings_switch_off_an_entry_or_a_pack() {
    let set = PackSet::default();
    assert!(set.without("zh-en/brands/labubu").expect("is there").entry("zh-en/brands/labubu").is_none());
    let packs = set.packs().len();
    assert_eq!(set.without("zh-en/slang").expect("is there").packs().len(), packs - 1);
    for (wrong, near) in [("zh-en/brands/labubuu", "zh-en/brands/labubu"), ("zh-en/slangs", "zh-en/slang")] {
        assert!(set.without(wrong).expect_err("is not there").contains(&format!("did you mean `{near}`?")));
    }
}
