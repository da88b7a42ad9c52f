//! What teams that write rules do: a pack to begin with, its tests, snapshots of samples, configurations that build on
//! others.

mod common;

use common::Folder;
use insta::assert_snapshot;

/// A pack of one name, with tests that hold.
const PACK: &str = r#"
[pack]
id = "our/names"
version = "1"
summary = "Names of ours"
source_lang = "zh"
target_lang = "en"

[[name]]
canonical = "Lanhe Optics"
source = "岚禾光学"
wrong = ["Lan He Optics"]
near_miss = false
from = "our brand book"
flags = "A lens of [[Lan He Optics]]."
passes = "A lens of Lanhe Optics."
"#;

const ARTICLE: &str = "The lens of Lan He Optics is new.\n\nIt is is sharp.\n";

#[test]
fn a_pack_to_begin_with_holds_and_is_not_written_over() {
    let folder = Folder::new("new-pack");
    let run = folder.run(&["new", "pack", "our/names"]);
    assert_snapshot!(run.stdout, @r"
    wrote our/names.toml: an entry of each kind, each with its tests

    next:
      mtlint test our/names.toml    run the tests; they hold
      put your own names, terms and phrases in the place of the examples
      mtlint init    write mtlint.toml, which will name the pack
    ");
    let test = folder.run(&["test", "our/names.toml"]);
    assert_eq!((test.status, test.stdout.as_str()), (0, "1 pack, 11 tests: 11 hold, 0 do not\n"));
    let again = folder.file("our/names.toml", "mine").run(&["new", "pack", "our/names"]);
    assert_eq!((again.status, folder.read("our/names.toml").as_str()), (2, "mine"));
    assert!(again.stderr.contains("our/names.toml: is there already"), "{}", again.stderr);
}

#[test]
fn a_configuration_is_written_from_what_is_found() {
    let folder = Folder::new("init");
    folder
        .file("zh/a.md", "镜头来自岚禾光学。\n")
        .file("en/a.md", "The lens comes from Lanhe Optics.\n")
        .file("terms.csv", "source,target\n镜头,lens\n")
        .file("style/names.toml", PACK);
    let run = folder.run(&["init"]);
    assert_snapshot!(run.stdout, @r"
    found Markdown (2)
    languages: en (1), zh (1)
    zh to en: 1 pair
    termbase: terms.csv
    pack: style/names.toml
    wrote mtlint.toml; `mtlint check` obeys it here and in the folders below
    ");
    let config = folder.read("mtlint.toml");
    for line in [
        "source-lang = \"zh\"",
        "target-lang = \"en\"",
        "glossary = [\"terms.csv\"]",
        "packs = [\"style/names.toml\"]",
    ] {
        assert!(config.lines().any(|l| l == line), "{line} in {config}");
    }
    assert_eq!(folder.run(&["check"]).status, 0);
    assert_eq!(folder.run(&["test"]).stdout, "1 pack, 2 tests: 2 hold, 0 do not\n");
    let below = folder.run(&["init", "en"]);
    assert!(below.stdout.contains("mtlint.toml held here until now"), "{}", below.stdout);
    let again = folder.run(&["init"]);
    assert_eq!((again.status, folder.read("mtlint.toml")), (2, config));
}

#[test]
fn snapshots_are_written_held_and_told_apart() {
    let folder = Folder::new("snapshots");
    folder
        .file("mtlint.toml", "packs = [\"style\"]\n[test]\nsamples = [\"samples\"]\n")
        .file("style/names.toml", PACK)
        .file("samples/lens.en.md", ARTICLE);
    let new = folder.run(&["test"]);
    assert_eq!(new.status, 1);
    assert!(new.stdout.contains("samples/lens.en.md: new: there is no snapshot of it"), "{}", new.stdout);
    assert_eq!(folder.run(&["test", "--update"]).status, 0);
    assert_snapshot!(folder.read("samples/snapshots/lens.en.md.snap"), @r"
    # What mtlint finds in lens.en.md; `mtlint test --update` writes it.

    1:13-1:26 warning nonstandard-name (our/names/lanhe-optics)
      text Lan He Optics
      in   The lens of [[Lan He Optics]] is new.
      says `Lan He Optics` is a wrong rendering of 岚禾光学
      help write `Lanhe Optics`
      fix  unsafe `Lanhe Optics`

    3:4-3:9 warning doubled-word
      text is is
      in   It [[is is]] sharp.
      says `is` stands twice
      help delete the second, or put back the word that it replaced
      fix  safe delete
    ");
    let same = folder.run(&["test", "--check"]);
    assert_eq!((same.status, same.stdout.lines().last()), (0, Some("1 sample: 1 as before")));

    folder.file("samples/lens.en.md", "The lens of Lanhe Optics is new.\n\nIt it is sharp. The the end.\n");
    let changed = folder.run(&["test", "--color", "never"]);
    assert_eq!(changed.status, 1);
    let verdicts: Vec<&str> = changed.stdout.lines().filter(|l| l.starts_with("samples/")).collect();
    assert_snapshot!(verdicts.join("\n"), @r"
    samples/lens.en.md:1:13: missing: nonstandard-name is not reported: `Lan He Optics`
    samples/lens.en.md:3:1: wrong: doubled-word reports `It it`, not `is is`
    samples/lens.en.md:3:17: noisy: doubled-word is not in the snapshot: `The the`
    ");
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["test", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(json["samples"][0]["state"], "changed");
    assert_eq!(json["packs"][0]["path"], "style/names.toml");
}

#[test]
fn a_broken_snapshot_is_named_with_its_line() {
    let folder = Folder::new("broken-snapshot");
    folder.file("names.toml", PACK).file("samples/lens.en.md", ARTICLE);
    folder.file("samples/snapshots/lens.en.md.snap", "# What mtlint finds in lens.en.md\n\n<<<<<<< ours\n");
    let run = folder.run(&["test", "names.toml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("lens.en.md.snap:3: no line of a snapshot"), "{}", run.stderr);
}

#[test]
fn every_fault_is_told_and_takes_no_other_pack_with_it() {
    let folder = Folder::new("faults");
    let bad = PACK
        .replace("our/names", "our/others")
        .replace("near_miss = false", "near_miss = false\nregex = \"(\"\nmax = 1");
    let bad = bad.replace("passes = \"A lens of Lanhe Optics.\"", "");
    folder.file("packs/names.toml", PACK).file("packs/bad.toml", bad).file("packs/worse.toml", "[pack\n");
    let run = folder.run(&["test", "packs"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "1 pack, 2 tests: 2 hold, 0 do not\n"));
    for part in [
        "packs/bad.toml:14:",
        "`regex` is no key of [[name]]",
        "it has no counter-test",
        "packs/worse.toml:1:",
    ] {
        assert!(run.stderr.contains(part), "{part} in {}", run.stderr);
    }
    let check =
        folder.file("mtlint.toml", "packs = [\"packs/bad.toml\"]").file("a.en.md", ARTICLE).run(&["check"]);
    assert!(check.status == 2 && check.stderr.contains("more in this pack"), "{}", check.stderr);
}

#[test]
fn what_tests_leave_out_is_told() {
    let folder = Folder::new("coverage");
    let gap = "[[name]]\ncanonical = \"Norwick Harbour\"\nsource = \"诺威克港\"\n";
    folder.file("names.toml", format!("{PACK}{gap}")).file("corpus/a.en.txt", "Lanhe Optics is new.\n");
    let run = folder.run(&["test", "names.toml", "--corpus", "corpus"]);
    assert_eq!(run.status, 0);
    assert_snapshot!(run.stdout, @r"
    names.toml:17: untested: our/names/norwick-harbour: no test brings it up: it has no `flags`
    names.toml:17: unseen: our/names/norwick-harbour: nothing of it stands in the corpus
    1 pack, 2 tests: 2 hold, 0 do not
    tests bring up 1 of 2 entries and 1 of 1 rendering
    the corpus of 1 text has something of 1 of 2 entries
    ");
}

#[test]
fn an_entry_is_switched_off_and_another_takes_its_place() {
    let folder = Folder::new("switched-off");
    let own = "[pack]\nid = \"desk/names\"\nversion = \"1\"\nsummary = \"s\"\nextends = [\"house.toml\"]\n";
    folder.file("packs/house.toml", PACK).file("packs/desk.toml", own).file("a.en.md", ARTICLE);
    let found = |config: &str| {
        let run = folder.file("mtlint.toml", config).run(&["check", "a.en.md", "--format", "compact"]);
        run.stdout.matches("nonstandard-name").count()
    };
    assert_eq!(found("packs = [\"packs/desk.toml\"]"), 1);
    assert_eq!(found("packs = [\"packs/desk.toml\"]\ndisable = [\"our/names/lanhe-optics\"]"), 0);
    folder.file("packs/desk.toml", format!("{own}disable = [\"lanhe-optics\"]\n"));
    assert_eq!(found("packs = [\"packs/desk.toml\"]"), 0);
    folder.file(
        "house/mtlint.toml",
        "packs = [\"../packs/house.toml\"]\n[severity]\n\"our/names\" = \"error\"\n",
    );
    let run = folder
        .file("mtlint.toml", "extends = [\"house/mtlint.toml\"]")
        .run(&["check", "--format", "compact"]);
    assert!(run.stdout.contains("error nonstandard-name"), "{}", run.stdout);
}

#[test]
fn schemas_are_printed() {
    let folder = Folder::new("schema");
    for of in ["config", "pack", "report"] {
        let run = folder.run(&["schema", of]);
        let schema: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert!(schema["properties"].is_object(), "{of}");
    }
}

/// In the project's own folder the packs that ship lie where their paths say.
#[test]
fn packs_that_ship_are_tested_by_their_path() {
    let run = common::mtlint(&["test", "rules"]);
    assert!(
        run.status == 0 && run.stdout.starts_with(|c: char| ('1'..='9').contains(&c)),
        "{}{}",
        run.stdout,
        run.stderr
    );
}
