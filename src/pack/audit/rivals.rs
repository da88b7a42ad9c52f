//! Entries that get in one another's way: one form that two of them speak of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{About, Remark, Written, written};
use crate::error::Error;
use crate::pack::entry::wrong;
use crate::pack::file::Pack;
use crate::pack::schema::{Case, Kind};
use crate::pack::set::PackSet;
use crate::text::words::fold;

/// What an entry says of a form.
struct Claim<'w> {
    entry: &'w Written<'w>,
    form: &'w str,
    at: Option<(&'static str, usize)>,
    says: Says,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Right,
    Wrong,
    WrongWithSource,
    /// A form in the source language.
    Source,
    /// A regular expression or a phrase of a pattern.
    Pattern,
}

/// Adds remarks on entries of `packs` that clash with others of the set, each pair once a form.
pub(super) fn find(set: &PackSet, packs: &[Arc<Pack>], out: &mut Vec<Remark>) -> Result<(), Error> {
    let mut all = Vec::new();
    for pack in set.packs() {
        all.extend(written(pack)?);
    }
    let own: BTreeSet<&str> = packs.iter().map(|p| p.header.id.as_str()).collect();
    let mut by_form: BTreeMap<String, Vec<Claim<'_>>> = BTreeMap::new();
    for claim in all.iter().flat_map(claims) {
        by_form.entry(fold(claim.form.trim())).or_default().push(claim);
    }
    for claims in by_form.values() {
        let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
        for (i, later) in claims.iter().enumerate() {
            for earlier in &claims[..i] {
                let mine = own.contains(later.entry.pack.header.id.as_str());
                let (one, other) = if mine { (later, earlier) } else { (earlier, later) };
                if !own.contains(one.entry.pack.header.id.as_str()) || !meet(one, other) {
                    continue;
                }
                if let Some(remark) = clash(one, other).or_else(|| clash(other, one))
                    && told.insert((&earlier.entry.entry.id, &later.entry.entry.id))
                {
                    out.push(remark);
                }
            }
        }
    }
    Ok(())
}

fn claims<'w>(entry: &'w Written<'w>) -> Vec<Claim<'w>> {
    let spec = &entry.spec;
    let claim = |form: &'w str, at, says| Claim { entry, form, at, says };
    let standard = spec.canonical.iter().chain(&spec.preferred);
    let mut out: Vec<Claim<'w>> = standard.map(|form| claim(form, None, Says::Right)).collect();
    out.extend(spec.accepted.iter().enumerate().map(|(i, f)| claim(f, Some(("accepted", i)), Says::Right)));
    out.extend(wrong(spec).map(|(at, w, with_source)| {
        let says = if with_source { Says::WrongWithSource } else { Says::Wrong };
        claim(&w.text, Some((at.key, at.item)), says)
    }));
    if matches!(entry.kind, Kind::Name | Kind::Term) {
        out.extend(spec.source.iter().enumerate().map(|(i, f)| claim(f, Some(("source", i)), Says::Source)));
    }
    if entry.kind == Kind::Pattern {
        out.extend(spec.regex.iter().map(|r| claim(r, None, Says::Pattern)));
        out.extend(
            spec.phrases.iter().enumerate().map(|(i, p)| claim(p, Some(("phrases", i)), Says::Pattern)),
        );
    }
    out
}

/// Whether two claims can meet in one text, and speak of one form, capitals included where both heed them.
fn meet(one: &Claim<'_>, other: &Claim<'_>) -> bool {
    let langs = |c: &Claim<'_>| {
        let header = &c.entry.pack.header;
        [header.source_lang.clone(), header.target_lang.clone()].map(Option::unwrap_or_default)
    };
    let exact = |c: &Claim<'_>| c.entry.entry.case() == Case::Exact;
    one.entry.entry.id != other.entry.entry.id
        && langs(one)
            .iter()
            .zip(&langs(other))
            .all(|(a, b)| a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
        && (one.form.trim() == other.form.trim() || !(exact(one) && exact(other)))
}

fn clash(one: &Claim<'_>, other: &Claim<'_>) -> Option<Remark> {
    let (mine, theirs) = (one.entry.entry.standard(), other.entry.entry.standard());
    let id = &other.entry.entry.id;
    let tell = |about, detail| Some(one.entry.remark(one.at, about, detail));
    let agree = mine == theirs || mine.is_some_and(|m| other.entry.entry.right().any(|r| r == m));
    let form = one.form;
    match (one.says, other.says) {
        (Says::Wrong, Says::Right) => {
            tell(About::Shadowed, format!("`{form}` is right for {id}, so that it is never reported"))
        }
        (Says::Source, Says::Source) | (Says::Wrong, Says::Wrong) if agree && mine.is_some() => {
            tell(About::Duplicate, format!("`{form}` is in {id}, too, and means the same"))
        }
        (Says::Source, Says::Source) | (Says::Wrong, Says::Wrong | Says::WrongWithSource) if !agree => {
            let (mine, theirs) = (mine.unwrap_or_default(), theirs.unwrap_or_default());
            tell(About::Conflict, format!("`{form}` is to be `{mine}` here and `{theirs}` in {id}"))
        }
        (Says::Pattern, Says::Pattern) => tell(About::Duplicate, format!("{id} looks for `{form}`, too")),
        _ => None,
    }
}
