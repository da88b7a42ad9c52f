//! Which file is the source of which: by language tags in names, or as the command line says.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Input, Origin, Walk, alone, is_bilingual};
use crate::config::Settings;
use crate::document::Lang;
use crate::error::Error;
use crate::text::script::{Script, script};

/// Tags that are taken for a language in a file's name. Two letters alone may be anything (`notes.old.md` is not,
/// `draft.to.md` is no Tongan), so only languages with translated articles in numbers are in.
const KNOWN: &[&str] = &[
    "ar", "bg", "bn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "lv", "ms", "nl", "nb", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
    "th", "tr", "uk", "ur", "vi", "yue", "zh",
];

/// A file name with its language tag taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged {
    /// The language.
    pub lang: Lang,
    /// The path with `*` in place of the tag: equal for files that differ only in it.
    pub key: String,
}

/// The language tag of a path: `a.en.md`, or else a folder `en/a.md`, the last such folder.
pub fn tag_of(path: &str) -> Option<Tagged> {
    let (folders, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
    let mut parts: Vec<&str> = name.split('.').collect();
    if parts.len() >= 3 {
        let at = parts.len() - 2;
        if let Some(lang) = language(parts[at]) {
            parts[at] = "*";
            let name = parts.join(".");
            return Some(Tagged {
                lang,
                key: if folders.is_empty() { name } else { format!("{folders}/{name}") },
            });
        }
    }
    let mut folders: Vec<&str> = folders.split('/').collect();
    let (at, lang) = folders.iter().enumerate().rev().find_map(|(i, f)| Some((i, language(f)?)))?;
    folders[at] = "*";
    Some(Tagged { lang, key: format!("{}/{name}", folders.join("/")) })
}

fn language(part: &str) -> Option<Lang> {
    let lang = Lang::parse(part)?;
    KNOWN.contains(&lang.primary()).then_some(lang)
}

/// Pairs files that differ only in their tag. A file given by name looks for its partner beside it.
pub(super) fn by_name(named: &BTreeMap<String, bool>, settings: &Settings, out: &mut Walk) {
    let target = settings.target_lang.clone().unwrap_or_else(Lang::en);
    let mut groups: BTreeMap<String, Vec<(Lang, &str)>> = BTreeMap::new();
    for name in named.keys() {
        if let Some(tagged) = tag_of(name) {
            groups.entry(tagged.key).or_default().push((tagged.lang, name));
        }
    }
    for (name, &given) in named {
        let Some(tagged) = tag_of(name) else {
            take_untagged(name, settings, out);
            continue;
        };
        if is_bilingual(name) {
            out.inputs.push(alone(name));
            continue;
        }
        let group = groups.get(&tagged.key).map(Vec::as_slice).unwrap_or_default();
        if tagged.lang.is(target.primary()) {
            let mut input = alone(name);
            if let Some((lang, path)) = source_for(&tagged, group, settings) {
                input.source = Some(Origin::File(path.into()));
                input.source_lang = Some(lang);
            }
            out.inputs.push(input);
        } else if !(group.iter().any(|(l, _)| l.is(target.primary()))
            || given && partner_on_disk(&tagged, &target).is_some())
        {
            out.skipped.push(format!(
                "{name}: skipped: {} without a translation beside it; --target-lang {} checks it",
                tagged.lang, tagged.lang
            ));
        }
    }
}

fn source_for(tagged: &Tagged, group: &[(Lang, &str)], settings: &Settings) -> Option<(Lang, String)> {
    let wanted: Vec<Lang> = match &settings.source_lang {
        Some(lang) => vec![lang.clone()],
        None => ["zh", "ja", "ko", "yue", "en"].iter().filter_map(|t| Lang::parse(t)).collect(),
    };
    let others = || group.iter().filter(|(l, _)| !l.is(tagged.lang.primary()));
    for lang in &wanted {
        if let Some((l, path)) = others().find(|(l, _)| l.is(lang.primary())) {
            return Some((l.clone(), (*path).to_owned()));
        }
        if let Some(path) = (!lang.is(tagged.lang.primary())).then(|| partner_on_disk(tagged, lang)).flatten()
        {
            return Some((lang.clone(), path));
        }
    }
    None
}

/// A file beside this one that differs only in its tag, which begins with `lang`.
fn partner_on_disk(tagged: &Tagged, lang: &Lang) -> Option<String> {
    let exact = tagged.key.replace('*', lang.primary());
    if Path::new(&exact).is_file() {
        return Some(exact);
    }
    let (before, after) = tagged.key.split_once('*')?;
    let (folder, stem) = before.rsplit_once('/').unwrap_or((".", before));
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|e| e.file_name().into_string().ok())
        .filter_map(|name| {
            let rest = name.strip_prefix(stem)?;
            let tag = rest
                .split(['.', '/'])
                .next()
                .filter(|t| language(t).is_some_and(|l| l.is(lang.primary())))?;
            let path = format!("{before}{tag}{after}");
            Path::new(&path).is_file().then_some(path)
        })
        .collect();
    found.sort();
    found.into_iter().next()
}

/// A file without a tag is checked unless it is plainly Chinese, Japanese or Korean and nobody said that the target is.
fn take_untagged(name: &str, settings: &Settings, out: &mut Walk) {
    if settings.target_lang.is_none() && !is_bilingual(name) && mostly_cjk(name) {
        out.skipped.push(format!("{name}: skipped: reads as Chinese, Japanese or Korean; name its language with --target-lang to check it"));
    } else {
        out.inputs.push(alone(name));
    }
}

/// Looks at the first 64 KiB: more CJK letters than a third of the Latin ones.
fn mostly_cjk(path: &str) -> bool {
    use std::io::Read;
    let mut head = Vec::new();
    let Ok(file) = std::fs::File::open(path) else { return false };
    if file.take(64 << 10).read_to_end(&mut head).is_err() {
        return false;
    }
    let (mut cjk, mut latin) = (0usize, 0usize);
    for c in String::from_utf8_lossy(&head).chars() {
        match script(c) {
            Script::Latin => latin += 1,
            s if s.is_cjk() => cjk += 1,
            _ => {}
        }
    }
    cjk * 3 > latin
}

/// Pairs with what `--source` names: one file for one file, or a folder matched by name.
pub(super) fn with_source(
    source: &Path,
    named: &BTreeMap<String, bool>,
    settings: &Settings,
    out: &mut Walk,
) -> Result<(), Error> {
    if !source.exists() {
        return Err(Error::Io { path: source.into(), problem: "no such file or folder (--source)".into() });
    }
    if source.is_file() {
        let targets = named.len() + out.inputs.len();
        if targets != 1 {
            return Err(Error::Usage(format!(
                "--source {} is one file, but {targets} files are to be checked; give a folder",
                source.display()
            )));
        }
        out.inputs.extend(
            named.keys().map(|name| Input { source: Some(Origin::File(source.into())), ..alone(name) }),
        );
        for input in &mut out.inputs {
            input.source_lang = tag_of(&source.to_string_lossy()).map(|t| t.lang);
        }
        return Ok(());
    }
    for name in named.keys() {
        let mut input = alone(name);
        input.source = candidates(name, settings)
            .into_iter()
            .map(|c| source.join(c))
            .find(|p| p.is_file())
            .map(Origin::File);
        if input.source.is_none() && !is_bilingual(name) {
            out.skipped.push(format!("{name}: no source for it in {}; checked without", source.display()));
        }
        out.inputs.push(input);
    }
    Ok(())
}

/// Names under which a target's source may lie in another folder.
fn candidates(name: &str, settings: &Settings) -> Vec<String> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let mut out = vec![file.to_owned()];
    if let Some(tagged) = tag_of(file) {
        let tag = settings.source_lang.as_ref().map(|l| l.primary().to_owned());
        out.extend(
            tag.iter()
                .map(String::as_str)
                .chain(["zh", "ja", "ko", "en"])
                .map(|t| tagged.key.replace('*', t)),
        );
        out.push(tagged.key.replace(".*", ""));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::tag_of;

    #[test]
    fn tags_in_names_and_folders() {
        let key = |p: &str| tag_of(p).map(|t| (t.lang.tag().to_owned(), t.key));
        assert_eq!(key("x/a.en.md"), Some(("en".into(), "x/a.*.md".into())));
        assert_eq!(key("x/zh-CN/y/a.md"), Some(("zh-cn".into(), "x/*/y/a.md".into())));
        assert_eq!(key("README.md"), None);
        assert_eq!(key("x/jquery.min.js"), None);
    }
}
