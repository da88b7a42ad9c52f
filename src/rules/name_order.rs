use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::names::{Kind, Name};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds a Chinese name with the given name first in a text that writes the others with the family name first, or the other
    /// way round.
    ///
    /// ## Why it matters
    /// A reader who sees `Gao Wenlan` and `Peiyu Tang` side by side takes Peiyu for a family name, or Gao for a given name.
    ///
    /// ## Examples
    /// ```flags
    /// Gao Wenlan won the first race and Shen Ruolin the second. [[Peiyu Tang]] came last.
    /// ```
    /// ```passes
    /// Gao Wenlan won the first race and Shen Ruolin the second. Tang Peiyu came last.
    /// ```
    ///
    /// ## Limits
    /// Only names that show their order: a given name of two syllables beside a family name of one, in Pinyin. Who lives abroad
    /// may write the name in another order, so this is only worth a look. One person written in both orders is a
    /// `name-variant`.
    NameOrder {
        id: "name-order",
        summary: "family names before and behind given names in one text",
        category: "locale-convention/name-format",
        severity: Severity::Info,
        source: Source::Helps,
        yields_to: &["name-variant"],
    }
    check
}

/// So many names in the usual order make it the order of the text.
const USUAL: usize = 2;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let names = a.mentions();
    if !names.may_be_chinese() {
        return;
    }
    let (mut first, mut last): (Vec<&Name>, Vec<&Name>) = (Vec::new(), Vec::new());
    for (_, name) in names.of(Kind::Person) {
        match family_first(name) {
            Some(true) => first.push(name),
            Some(false) => last.push(name),
            None => {}
        }
    }
    let (usual, odd) = if first.len() >= last.len() { (first, last) } else { (last, first) };
    if usual.len() < USUAL || odd.len() * 2 > usual.len() {
        return;
    }
    let example = usual.iter().min_by_key(|n| n.place().at);
    let mut seen: HashSet<Label> = HashSet::new();
    for name in odd {
        let place = name.place().at;
        if let Some(example) = example.filter(|_| seen.insert(place)) {
            out.push(finding(name, place, example));
        }
    }
}

/// Whether a name has its family name first; `None` if it does not show.
fn family_first(name: &Name) -> Option<bool> {
    let [a, b] = &name.words[..] else { return None };
    let syllables = (a.pinyin, b.pinyin);
    match syllables {
        (1, 2) if !b.known => Some(true),
        (2, 1) if !a.known => Some(false),
        _ => None,
    }
}

fn finding(name: &Name, place: Label, example: &Name) -> Raw {
    let message = Message::new("`{text}` has another order than `{other}`")
        .with("text", &*name.text)
        .with("other", &*example.text);
    NameOrder::META
        .finding(place, message)
        .related(example.place().at, Message::new("here"))
        .help("write family and given names in one order, as most names of the text have them")
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn names_that_do_not_show_their_order_pass() {
        for text in [
            "Gao Wenlan won, and Shen Ruolin was second. Ma Li came last, and Peter Lindqvist fell.",
            "Gao Wenlan won the race. Peiyu Tang came last.",
        ] {
            assert_english("name-order", text);
        }
    }
}
