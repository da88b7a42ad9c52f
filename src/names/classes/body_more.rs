//! One body with its words in two orders, and a word more in one of them: `Lindale Foundation for Harbour Affairs` and `Harbour
//! Affairs Foundation`. That the order is another shows that it was rendered anew.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, settle};
use crate::finding::Severity;
use crate::names::facts::{Trait, country, traits};
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-more",
    severity: Severity::Info,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// So many words are the same.
const COMMON: usize = 3;
/// More bodies of the same words are forms of a phrase.
const CROWD: usize = 4;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, COMMON);
    let mut found = Vec::new();
    let mut by_rest: BTreeMap<Vec<&str>, Vec<(&Body<'_>, Vec<&str>)>> = BTreeMap::new();
    for body in &all {
        for rest in rests(body) {
            let mut bag = rest.clone();
            bag.sort_unstable();
            by_rest.entry(bag).or_default().push((body, rest));
        }
    }
    for group in by_rest.values().filter(|g| (2..=CROWD).contains(&g.len())) {
        for (i, (a, rest)) in group.iter().enumerate() {
            for (b, other) in &group[i + 1..] {
                // Without a word that both lack one of them is all that is compared.
                let more = a.core.len() != b.core.len();
                let whole = rest.len() == a.core.len() || other.len() == b.core.len();
                let listed = ["and", "with", "on"].iter().any(|small| a.has(small) != b.has(small));
                if more && whole && rest != other && !listed && !a.name.shares_segment(b.name) {
                    found.push((
                        a.id,
                        b.id,
                        "the words are the same but for one, and in another order".to_owned(),
                    ));
                }
            }
        }
    }
    settle(names, &found, pairs);
}

/// The words of a body, and what is left without one of them, or without all that only say whose it is.
fn rests<'b>(body: &'b Body<'_>) -> Vec<Vec<&'b str>> {
    let whole: Vec<&str> = body.core.iter().map(String::as_str).collect();
    let mut out = vec![whole.clone()];
    let tells = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit())
            || traits(word).any(&[Trait::Direction])
            || is("opposite", word) && !is("owner", word)
    };
    for at in (0..whole.len()).filter(|&at| whole.len() > COMMON && !tells(whole[at])) {
        out.push(whole.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| *w).collect());
    }
    let lean: Vec<&str> = whole.iter().copied().filter(|w| !is("owner", w) && country(w).is_none()).collect();
    if (COMMON..whole.len() - 1).contains(&lean.len()) {
        out.push(lean);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn another_order_with_a_word_more_is_told() {
        assert_english(
            "name-variant",
            "The Harbour Affairs Foundation rose. The Harbour Affairs Foundation was old.\n\nThe [[Lindale Foundation for Harbour Affairs]] fell.",
        );
    }

    #[test]
    fn a_word_more_in_the_same_order_passes() {
        assert_english(
            "name-variant",
            "The Harbour Affairs Foundation rose.\n\nThe Lindale Harbour Affairs Foundation fell. The Lindale Foundation for Harbour and Canal Affairs stood.",
        );
    }
}
