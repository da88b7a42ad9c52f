use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::glossary::{Mention, Term, Unit};
use crate::rule::Source;
use crate::text::words;

declare_rule! {
    /// ## What it does
    /// Finds terms of the source for which the translation has none of the renderings that the termbase allows
    /// (`--glossary`, or `glossary` in `mtlint.toml`).
    ///
    /// ## Why it matters
    /// A client's terms are agreed; another word for one of them reads as another thing.
    ///
    /// ## Examples
    /// ```flags
    /// term: 风控,risk control
    /// zh: 我们加强了[[风控]]。
    /// en: We strengthened our safeguards.
    /// ```
    /// ```passes
    /// term: 风控,risk control
    /// zh: 我们加强了风控。
    /// en: We strengthened our risk controls.
    /// ```
    ///
    /// ## Limits
    /// One mention of a term in a segment is enough: the others may be pronouns. Inflection, hyphens, British and American
    /// spelling do not count. A segment that goes on with a pronoun or a shortened name after the term was rendered
    /// before is only worth a look. A term inside a longer term is not asked for, and where a forbidden rendering
    /// of a term stands `forbidden-term` speaks alone.
    MissingTerm {
        id: "missing-term",
        summary: "the termbase's rendering of a source term is missing",
        category: "terminology/inconsistent-with-terminology-resource",
        severity: Severity::Warning,
        source: Source::Needed,
        yields_to: &["omission", "untranslated-segment"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let forbids = a.settings.selection.runs("forbidden-term");
    let glossary = &a.settings.glossary;
    let terms = glossary.terms();
    let mut rendered: BTreeSet<&str> = BTreeSet::new();
    for unit in a.term_units().iter().filter(|u| !u.target.is_empty()) {
        let mut asked: BTreeSet<&str> = BTreeSet::new();
        for mention in &unit.terms {
            let term = &terms[mention.term as usize];
            let renderings = glossary.renderings(&term.source);
            if renderings.is_empty() || !asked.insert(&term.source) {
                continue;
            }
            let of_term = |m: &Mention| terms[m.term as usize].source == term.source;
            if unit.right.iter().any(of_term) || forbids && unit.forbidden.iter().any(of_term) {
                rendered.insert(&term.source);
                continue;
            }
            let hinted = rendered.contains(&*term.source) && is_hinted_at(a, unit, &renderings);
            let raw = finding(a, unit, mention, term);
            out.push(if hinted { raw.severity(Severity::Info) } else { raw });
        }
    }
}

/// Whether the target may speak of a term rendered before by a pronoun, or by the head of its name: "the Authority".
fn is_hinted_at(a: &Analysis<'_>, unit: &Unit, renderings: &[&str]) -> bool {
    const PRONOUNS: &[&str] =
        &["it", "its", "they", "their", "them", "he", "she", "his", "her", "we", "our", "this", "these"];
    let heads: Vec<String> =
        renderings.iter().filter_map(|r| r.rsplit_once(' ')).map(|(_, head)| words::fold(head)).collect();
    unit.target.iter().any(|&i| {
        let text = a.doc.target[i as usize].shown();
        let folded: Vec<String> = a
            .words(i as usize)
            .iter()
            .map(|r| words::fold(&text[r.start as usize..r.end as usize]))
            .collect();
        folded.first().is_some_and(|w| PRONOUNS.contains(&&**w))
            || folded.windows(2).any(|w| w[0] == "the" && heads.contains(&w[1]))
    })
}

fn finding(a: &Analysis<'_>, unit: &Unit, mention: &Mention, term: &Term) -> Raw {
    let (segment, range) = (mention.at.segment, mention.at.range());
    let shown = &a.doc.source[segment as usize].shown()[range.start as usize..range.end as usize];
    let renderings = a.settings.glossary.renderings(&term.source);
    let (first, others) = renderings.split_first().unwrap_or((&"", &[]));
    let message = Message::new("{source} is to be rendered `{preferred}`, which is not here")
        .with("source", shown)
        .with("preferred", *first);
    let mut help = format!("write `{first}`");
    for other in others {
        let _ = write!(help, " or `{other}`");
    }
    let _ = write!(help, ", as {} asks", term.place);
    if let Some(note) = &term.note {
        let _ = write!(help, ". {}", note.trim_end_matches('.'));
    }
    let mut raw = MissingTerm::META.finding(mention.at, message).help(help);
    if let Some(&last) = unit.target.last() {
        let end = a.doc.target[last as usize].shown().len() as u32;
        raw = raw.related(Label::target(last as usize, end..end), "its translation ends here");
    }
    raw
}

#[cfg(test)]
mod tests;
