//! The text of the configuration.

use super::scan::Found;

/// A configuration with what was found, and the rest of what there is as comments.
pub(super) fn config(found: &Found) -> String {
    let (source, target) = found.shared_langs();
    let quoted = |items: &[String]| items.iter().map(|i| format!("{i:?}")).collect::<Vec<_>>().join(", ");
    let list = |key: &str, items: &[String], example: &str| match items.is_empty() {
        true => format!("# {key} = [\"{example}\"]\n"),
        false => format!("{key} = [{}]\n", quoted(items)),
    };
    let one = |key: &str, value: Option<&str>, example: &str| match value {
        Some(value) => format!("{key} = {value:?}\n"),
        None => format!("# {key} = \"{example}\"\n"),
    };
    [
        "# What mtlint does in this folder and below. `mtlint rules` lists the rules, `mtlint explain RULE` explains one.\n\
         # `mtlint schema config` prints a schema of this file, with which editors complete it.\n\n\
         # Build on a configuration that is shared; what is said here is said besides, or instead.\n\
         # extends = [\"../house/mtlint.toml\"]\n\n\
         # Languages translated from and into. Bilingual files and names such as a.zh.md say it themselves.\n",
        &one("source-lang", source, "zh"),
        &one("target-lang", target, "en"),
        "\n# Termbases that translations must keep to: CSV, TSV, TOML or TBX.\n",
        &list("glossary", &found.glossaries, "terms.csv"),
        "\n# Rule packs of your own, files or folders; `mtlint new pack NAME` writes one to begin with.\n",
        &list("packs", &found.packs, "style/our-names.toml"),
        "\n# Packs and entries of packs that are switched off.\n\
         # disable = [\"zh-en/slang\", \"zh-en/brands/labubu\"]\n\n\
         # Run only some rules, packs or entries, or leave some out.\n\
         # select = [\"untranslated-text\", \"zh-en\"]\n\
         # ignore = [\"scare-quotes\"]\n\n\
         # Paths that are not checked, as in .gitignore.\n\
         # exclude = [\"drafts/\"]\n\n\
         # How bad findings are: error, warning or info, by rule, pack or entry.\n\
         # [severity]\n\
         # doubled-word = \"error\"\n\n\
         # Options of a rule, pack or entry: the most findings in one text, where it does not look, what is right.\n\
         # [rules.doubled-word]\n\
         # max = 5\n\
         # not-in = [\"heading\", \"quote\"]\n\
         # allow = [\"bye bye\"]\n\n\
         # What is right here and never reported.\n\
         # [allow]\n\
         # names = [\"Lanhe Optics\"]\n\n\
         # `mtlint test` keeps snapshots of what is found in these articles.\n\
         # [test]\n\
         # samples = [\"samples\"]\n\n\
         # Other settings for some paths.\n\
         # [[override]]\n\
         # files = [\"blog/**\"]\n\
         # ignore = [\"punctuation-spacing\"]\n",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::{Found, config};
    use crate::config::Options;

    #[test]
    fn it_reads_as_it_is_and_with_its_comments_taken_away() {
        let mut found = Found::default();
        found.packs.push("style/a \"b\".toml".into());
        found.pairs.insert(("zh".into(), "en".into()), 2);
        let text = config(&found);
        found.pairs.insert(("ja".into(), "en".into()), 1);
        let mixed: Options = toml::from_str(&config(&found)).expect("reads");
        assert!(mixed.source_lang.is_none() && mixed.target_lang.is_some());
        let options: Options = toml::from_str(&text).expect("reads");
        assert_eq!(options.source_lang.as_ref().map(|l| l.get_ref().as_str()), Some("zh"));
        let is_toml = |line: &&str| line.contains(" = ") || line.contains("# [");
        let text = config(&Found::default());
        let all: Vec<&str> = text.lines().filter(is_toml).map(|l| l.trim_start_matches("# ")).collect();
        toml::from_str::<Options>(&all.join("\n")).expect("the comments are a configuration, too");
    }
}
