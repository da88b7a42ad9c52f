//! What an entry means, for people: `mtlint explain PACK/ENTRY`.

use super::entry::Entry;
use super::file::Pack;
use super::report;
use super::schema::{EntrySpec, Kind};
use super::set::PackSet;
use crate::error::Error;

/// A page of Markdown on an entry; `None` if there is no such entry.
///
/// # Errors
/// If its pack cannot be read.
pub fn explain(set: &PackSet, id: &str) -> Result<Option<String>, Error> {
    for pack in set.packs().iter().filter(|p| id.starts_with(p.header.id.as_str())) {
        if let Some(at) = pack.entries().iter().position(|e| &*e.id == id) {
            let spec = pack.written()?.into_iter().nth(at).map(|(.., spec)| spec);
            return Ok(Some(page(pack, &pack.entries()[at], &spec.unwrap_or_default())));
        }
    }
    Ok(None)
}

fn page(pack: &Pack, entry: &Entry, spec: &EntrySpec) -> String {
    let rule = entry.rule();
    let mut out = vec![format!("# {}\n\n", entry.id)];
    let kind = match entry.kind {
        Kind::Name => "a name",
        Kind::Term => "a term",
        Kind::Pattern => "a pattern",
        Kind::Either => "spellings that must not be mixed",
        Kind::Pair => "a pattern of the source and its translation",
    };
    out.push(format!("{kind}; reports as {rule}, {}\n", entry.severity(&rule).name()));
    let mut list = |title: &str, items: Vec<String>| {
        if !items.is_empty() {
            out.push(format!("\n{title}: {}\n", items.join(", ")));
        }
    };
    let quoted = |items: &[String]| items.iter().map(|s| format!("`{s}`")).collect::<Vec<_>>();
    list("Source", spec.source.to_vec());
    list("Write", entry.standard().map(|s| format!("`{s}`")).into_iter().collect());
    list("Also right", quoted(&spec.accepted));
    let wrong = |beside: bool| {
        let all = entry.wrong().filter(move |(.., with_source)| *with_source == beside);
        all.map(|(_, w, _)| format!("`{}`", w.text)).collect()
    };
    list("Wrong", wrong(false));
    list("Wrong where the source has it", wrong(true));
    list("Where the source matches", spec.source_regex.iter().map(|r| format!("`{r}`")).collect());
    list("The translation must have", spec.expects.iter().map(|r| format!("`{r}`")).collect());
    list("Looks for", spec.regex.iter().map(|r| format!("`{r}`")).chain(quoted(&spec.phrases)).collect());
    list("Only near", quoted(&spec.near));
    list("Unless the sentence has", quoted(&spec.unless));
    list("What to do", report::help(entry).into_iter().collect());
    list("From", spec.from.iter().cloned().collect());
    for (title, cases) in [("Reported (what is marked)", &spec.flags), ("Left alone", &spec.passes)] {
        for case in cases.iter() {
            let source = case.source.as_ref().map(|s| format!("{s}\n")).unwrap_or_default();
            out.push(format!("\n{title}:\n\n```text\n{source}{}\n```\n", case.target));
        }
    }
    out.push(format!("\nPack {} {}, {}\n", pack.header.id, pack.header.version, pack.path));
    out.concat()
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::pack::PackSet;

    #[test]
    fn an_entry_is_explained_with_its_tests() {
        let set = PackSet::default();
        let page =
            explain(&set, "zh-en/policy/new-quality-productive-forces").expect("reads").expect("is there");
        for part in ["新质生产力", "Write: `new quality productive forces`", "[[", "zh-en/policy 1"] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(explain(&set, "zh-en/policy/nothing").expect("reads").is_none());
    }
}
