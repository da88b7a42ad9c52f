//! Terms of the source that the target renders in competing ways.

use super::TermDrift;
use crate::analysis::Analysis;
use crate::finding::{Fnv, Message, Raw, Severity};
use crate::terms::{Difference, Mention, Term, difference, holds};

/// The most competing renderings that a finding shows.
const SHOWN: usize = 4;

pub(super) fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    a.terms().iter().for_each(|term| compare(term, out));
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

fn compare(term: &Term, out: &mut Vec<Raw>) {
    let groups = groups(term);
    let Some((main, others)) = groups.split_first() else { return };
    for group in others {
        for mention in group {
            let Some(difference) = difference(main[0], mention).filter(|_| !holds(mention, main[0])) else { continue };
            out.push(finding(term, main, mention, difference));
        }
    }
}

fn finding(term: &Term, main: &[&Mention], mention: &Mention, difference: Difference) -> Raw {
    let (id, severity) = match difference {
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
    let _ = SHOWN;
    raw = raw.related(main[0].target, Message::new("`{text}` here").with("text", &*main[0].text));
    raw = raw.related(mention.source, Message::new("in the source"));
    raw.group = Some(Fnv::new().text(&term.text).finish());
    raw
}
