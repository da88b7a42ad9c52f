use super::Config;
use std::path::Path;

use crate::finding::Severity;

fn parse(text: &str) -> Result<Config, String> {
    Config::parse(Path::new("mtlint.toml"), text).map_err(|e| e.to_string())
}

#[test]
fn overrides_apply_to_their_paths() {
    let config = parse(
        "ignore = [\"untranslated-text\"]\n[[override]]\nfiles = [\"blog/**\"]\nselect = [\"untranslated-text\"]\n\
         rules.repetition.max = 1\n",
    )
    .expect("reads");
    assert!(config.settings_for(Path::new("a.md")).selection.select.is_empty());
    assert!(config.settings_for(Path::new("a.md")).rules.is_empty());
    let blog = config.settings_for(Path::new("blog/x/a.md"));
    assert_eq!((blog.selection.select.len(), blog.selection.ignore.len()), (1, 1));
    assert!(!blog.rules.is_empty());
}

#[test]
fn faults_are_shown_in_place() {
    for (text, line, word) in [
        ("a = 1", ":1:", "unknown field"),
        ("\nselect = [\"untranslated-txt\"]", ":2:", "untranslated-text"),
        ("target-lang = \"english\"", ":1:", "no language tag"),
        ("required-version = \"99.0\"", ":1:", "newer"),
        ("[allow]\nfiles = [\"nowhere.txt\"]", ":2:", "nowhere.txt"),
        ("\npacks = [\"nowhere.toml\"]", ":2:", "nowhere.toml"),
        ("extends = [\"nowhere.toml\"]", ":1:", "nowhere.toml"),
        ("[severity]\ndoubled-wrod = \"info\"", ":2:", "did you mean `doubled-word`?"),
        ("[rules.doubled-wrod]\nmax = 1", ":1:", "did you mean `doubled-word`?"),
        ("[rules.doubled-word]\nmox = 1", ":2:", "unknown field"),
        ("disable = [\n\"zh-en/brands/labubuu\"]", ":2:", "did you mean `zh-en/brands/labubu`?"),
        ("[test]\nsamples = [\"nowhere\"]", ":2:", "nowhere"),
    ] {
        let error = parse(text).expect_err(text);
        assert!(error.contains(line) && error.contains(word), "{error}");
    }
}

/// Configurations as files of a folder of their own; the one named `mtlint.toml` is read.
fn layered(test: &str, files: &[(&str, &str)]) -> Result<Config, String> {
    let folder = std::env::temp_dir().join(format!("mtlint-config-{test}-{}", std::process::id()));
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    let config = Config::read(&folder.join("mtlint.toml")).map_err(|e| e.to_string());
    let _ = std::fs::remove_dir_all(&folder);
    config
}

#[test]
fn what_is_nearer_is_said_besides_or_instead() {
    let config = layered(
        "extends",
        &[
            ("mtlint.toml", "extends = [\"house/base.toml\"]\nignore = [\"calque\"]\ntarget-lang = \"en-GB\"\n[severity]\ncalque = \"info\"\n"),
            (
                "house/base.toml",
                "source-lang = \"zh\"\ntarget-lang = \"en\"\nselect = [\"repetition\"]\nignore = [\"truncated\"]\n\
                 packs = [\"names.toml\"]\n[severity]\ncalque = \"error\"\nomission = \"info\"\n[collection]\nnames = true\n\
                 [[override]]\nfiles = [\"blog/**\"]\nignore = [\"addition\"]\n",
            ),
            ("house/names.toml", "[pack]\nid = \"house/names\"\nversion = \"1\"\nsummary = \"names\"\n"),
        ],
    )
    .expect("reads");
    let folder = config.path.parent().expect("a folder");
    let settings = config.settings_for(&folder.join("blog/a.md"));
    assert_eq!(settings.selection.ignore, ["truncated", "calque", "addition"]);
    assert_eq!(settings.selection.select, ["repetition"]);
    assert_eq!(settings.selection.severity["calque"], Severity::Info);
    assert_eq!(settings.selection.severity["omission"], Severity::Info);
    assert_eq!(settings.target_lang.map(|l| l.tag().to_owned()).as_deref(), Some("en-gb"));
    assert!(settings.across && settings.packs.packs().iter().any(|p| p.header.id == "house/names"));
    assert_eq!(config.files.len(), 2);
}

#[test]
fn a_circle_is_an_error_in_its_line() {
    let error = layered(
        "circle",
        &[("mtlint.toml", "extends = [\"base.toml\"]"), ("base.toml", "\nextends = [\"mtlint.toml\"]")],
    )
    .expect_err("a circle");
    assert!(error.contains("base.toml:2:") && error.contains("a circle"), "{error}");
}

#[test]
fn options_of_rules_are_obeyed() {
    use crate::document::{Document, Langs};
    let found = |options: &str, text: &str| {
        let config = parse(options).expect("reads");
        let file = std::sync::Arc::new(crate::source::SourceFile::new("a.en.md", text));
        let article = match crate::document::readers::reader_for("a.en.md").expect("known").read {
            crate::document::readers::Read::Article(read) => read(&file),
            crate::document::readers::Read::Bilingual(_) => unreachable!("Markdown is an article"),
        };
        let doc = Document::alone(file, article, Langs { source: None, target: crate::document::Lang::en() });
        let checked = crate::engine::check(&doc, &config.settings_for(Path::new("a.en.md")));
        let words = checked.findings.into_iter().filter(|f| f.rule == "doubled-word");
        words.map(|f| (f.at.start.line, f.at.text)).collect::<Vec<_>>()
    };
    let text = "# On the the way\n\nShe went to to town.\n\nIt is is late.\n";
    let all = found("", text);
    assert_eq!(all.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 3, 5]);
    assert_eq!(found("rules.doubled-word.max = 1", text), all[..1]);
    assert_eq!(found("rules.doubled-word.not-in = [\"title\", \"heading\"]", text), all[1..]);
    assert_eq!(found(&format!("rules.doubled-word.allow = [\"{}\"]", all[1].1), text).len(), 2);
}
