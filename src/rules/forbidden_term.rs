use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Role;
use crate::finding::{Applicability, Message, Raw, Severity};
use crate::glossary::{Mention, Term, Unit};
use crate::rule::Source;
use crate::text::fit::{with_case, with_ending};

declare_rule! {
    /// ## What it does
    /// Finds renderings that the termbase forbids (`--glossary`, or `glossary` in `mtlint.toml`): where the source has their
    /// term, or anywhere if they are forbidden without one.
    ///
    /// ## Why it matters
    /// Somebody has decided against these words; a machine does not know.
    ///
    /// ## Examples
    /// The rows have the header `source,target,alternatives,forbidden`.
    ///
    /// ```flags
    /// term: 风控,risk control,,danger control
    /// zh: 我们加强了风控。
    /// en: We strengthened our [[danger control]].
    /// ```
    /// ```passes
    /// term: 风控,risk control,,danger control
    /// zh: 我们加强了危险管制。
    /// en: We strengthened danger control.
    /// ```
    ///
    /// ## Limits
    /// Without the source a rendering that is forbidden for a term is reported wherever it stands.
    ForbiddenTerm {
        id: "forbidden-term",
        summary: "a rendering that the termbase forbids",
        category: "terminology/inconsistent-with-terminology-resource",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let terms = a.settings.glossary.terms();
    for unit in a.term_units() {
        for mention in &unit.forbidden {
            let term = &terms[mention.term as usize];
            let of_term = |m: &&Mention| terms[m.term as usize].source == term.source;
            let called_for =
                term.source.is_empty() || !a.doc.has_source() || unit.terms.iter().any(|m| of_term(&m));
            if called_for {
                out.push(finding(a, unit, mention, term));
            }
        }
    }
}

fn finding(a: &Analysis<'_>, unit: &Unit, mention: &Mention, term: &Term) -> Raw {
    let segment = &a.doc.target[mention.at.segment as usize];
    let text = &segment.shown()[mention.at.start as usize..mention.at.end as usize];
    let template = match (term.source.is_empty(), term.renderings.is_empty()) {
        (true, true) => "`{text}` is forbidden",
        (true, false) => "`{text}` is forbidden, `{preferred}` is right",
        (false, true) => "`{text}` is forbidden for {source}",
        (false, false) => "`{text}` is forbidden for {source}, `{preferred}` is right",
    };
    let preferred = term.renderings.first().map_or("", String::as_str);
    let message =
        Message::new(template).with("text", text).with("source", &*term.source).with("preferred", preferred);
    let mut help = format!("{} forbids it", term.place);
    if let Some(note) = &term.note {
        help.push_str(&format!(". {}", note.trim_end_matches('.')));
    }
    let mut raw = ForbiddenTerm::META.finding(mention.at, message).help(help);
    if let Some(place) = unit.terms.iter().find(|m| m.term == mention.term) {
        raw = raw.related(place.at, "the source has it here");
    }
    let sentence = a.sentence_at(mention.at.segment as usize, mention.at.start);
    let before = &segment.shown()[sentence.start as usize..mention.at.start as usize];
    let starts_sentence = before.chars().all(|c| !c.is_alphanumeric());
    let title = matches!(segment.role, Role::Title | Role::Heading);
    match with_ending(preferred, mention.ending).filter(|_| !preferred.is_empty()) {
        Some(form) => raw.replace(Applicability::Unsafe, with_case(&form, text, starts_sentence, title)),
        None => raw,
    }
}

#[cfg(test)]
mod tests;
