//! Terms of the source that the target renders in competing ways.

use super::TermDrift;
use crate::analysis::Analysis;
use crate::finding::{Fnv, Label, Message, Raw, Severity};
use crate::terms::{Difference, Mention, Term, difference, holds};

pub(super) fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    compare(a.terms(), out);
}

/// The mentions of a term by their renderings, the most frequent first; of two as frequent the earlier.
fn groups(term: &Term) -> Vec<Vec<&Mention>> {
    let mut groups: Vec<Vec<&Mention>> = Vec::new();
    for mention in &term.mentions {
        match groups.iter_mut().find(|g| difference(g[0], mention).is_none()) {
            Some(group) => group.push(mention),
            None => groups.push(vec![mention]),
        }
    }
    groups.sort_by_key(|g| std::cmp::Reverse(g.len()));
    groups
}

/// The longest terms first, so that what a longer one shows is not shown again.
fn compare(terms: &[Term], out: &mut Vec<Raw>) {
    let mut order: Vec<&Term> = terms.iter().collect();
    order.sort_by_key(|t| std::cmp::Reverse(t.text.len()));
    let mut shown: Vec<Label> = Vec::new();
    for term in order {
        let groups = groups(term);
        let Some((main, others)) = groups.split_first() else { continue };
        for mention in others.iter().flatten() {
            let Some(difference) = difference(main[0], mention).filter(|_| !holds(mention, main[0])) else { continue };
            if !shown.iter().any(|at| at.overlaps(mention.target)) {
                shown.push(mention.target);
                out.push(finding(term, main, mention, difference));
            }
        }
    }
}

fn finding(term: &Term, main: &[&Mention], mention: &Mention, difference: Difference) -> Raw {
    let short = term.text.chars().nth(2).is_none();
    let (id, severity) = match difference {
        _ if short => ("short", Severity::Info),
        Difference::Word => ("word", Severity::Info),
        Difference::Whole => ("whole", Severity::Info),
        Difference::More => ("more", Severity::Info),
        Difference::Order => ("order", Severity::Info),
    };
    let message = Message::new("`{text}` renders what is `{other}` elsewhere")
        .with("text", &*mention.text)
        .with("other", &*main[0].text);
    let mut raw = TermDrift::META
        .finding(mention.target, message)
        .severity(severity)
        .help(format!("keep to one rendering; both stand for `{}` of the source", term.text));
    raw.entry = Some(format!("{}/source-{id}", TermDrift::META.id).into());
    raw = raw.related(main[0].target, Message::new("`{text}` here").with("text", &*main[0].text));
    raw = raw.related(mention.source, Message::new("in the source"));
    raw.group = Some(Fnv::new().text(&term.text).finish());
    raw
}
