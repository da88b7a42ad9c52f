//! Phrases in any case that are made of the words of a body or of a title, in another order: `the summit for harbours` in a text
//! that has `Harbour Summit`.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::facts::{Trait, traits};
use super::name::{Kind, Name};
use super::stems;
use super::tokens::{Gap, Token};

/// The least and the most words that matter.
const LEAST: usize = 2;
const MOST: usize = 8;
/// The most small words between two that matter.
const SMALL: usize = 2;

/// The phrases to look for, by the words that they are made of.
pub(super) struct Wanted<'d> {
    stems: HashMap<String, u32>,
    /// Number and sum of words, whatever their order, to the orders in which names have them.
    bags: HashMap<(usize, u64), BTreeSet<Vec<u32>>>,
    /// What was asked before: words as written, to their stems.
    asked: HashMap<&'d str, Option<u32>>,
}

impl<'d> Wanted<'d> {
    /// The words of the names that are bodies or titles.
    pub(super) fn of(names: &[Name]) -> Self {
        let mut wanted = Self { stems: HashMap::new(), bags: HashMap::new(), asked: HashMap::new() };
        for name in names.iter().filter(|n| matches!(n.kind, Kind::Body | Kind::Title)) {
            let core = stems::core(name);
            if (LEAST..=MOST).contains(&core.len()) && core.iter().collect::<BTreeSet<_>>().len() > 1 {
                let order: Vec<u32> = core.into_iter().map(|stem| wanted.number(stem)).collect();
                wanted.bags.entry(bag(&order)).or_default().insert(order);
            }
        }
        wanted
    }

    fn number(&mut self, stem: String) -> u32 {
        let next = self.stems.len() as u32;
        *self.stems.entry(stem).or_insert(next)
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.bags.is_empty()
    }

    /// The phrases of a text, by their words: those with all words of a name in an order that no name has.
    pub(super) fn find(&mut self, shown: &'d str, tokens: &[Token]) -> Vec<Range<usize>> {
        let known: Vec<Option<u32>> = tokens.iter().map(|t| self.stem(t.text(shown))).collect();
        let mut out = Vec::new();
        for start in (0..tokens.len()).filter(|&i| known[i].is_some()) {
            let mut order: Vec<u32> = Vec::new();
            let (mut at, mut small) = (start, 0);
            while at < tokens.len() && (at == start || matches!(tokens[at].gap, Gap::Blank | Gap::Possessive))
            {
                match known[at] {
                    Some(stem) => {
                        order.push(stem);
                        small = 0;
                        let orders = self.bags.get(&bag(&order));
                        if order.len() >= LEAST && orders.is_some_and(|o| !o.contains(&order)) {
                            out.push(start..at + 1);
                        }
                    }
                    None => small += 1,
                }
                let passed = known[at].is_some() || is_small(tokens[at].text(shown));
                if !passed || small > SMALL || order.len() == MOST {
                    break;
                }
                at += 1;
            }
        }
        out
    }

    fn stem(&mut self, text: &'d str) -> Option<u32> {
        if let Some(&stem) = self.asked.get(text) {
            return stem;
        }
        let stem = match is_small(text) {
            true => None,
            false => self.stems.get(&*stems::of(&text.to_lowercase())).copied(),
        };
        self.asked.insert(text, stem);
        stem
    }
}

/// A word that may stand between the others.
fn is_small(text: &str) -> bool {
    traits(text).any(&[Trait::Connector, Trait::Article])
}

/// Number and sum of numbers, each spread over 64 bits.
fn bag(order: &[u32]) -> (usize, u64) {
    let spread = |&n: &u32| {
        (u64::from(n) + 1)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(31)
            .wrapping_mul(0xbf58_476d_1ce4_e5b9)
    };
    (order.len(), order.iter().map(spread).fold(0, u64::wrapping_add))
}

/// Whether a capitalised word stands right before or behind words.
pub(super) fn is_inner(tokens: &[Token], words: &Range<usize>) -> bool {
    let capital = |i: usize| tokens.get(i).is_some_and(|t| t.capital);
    let joined = |i: usize| tokens.get(i).is_some_and(|t| t.gap == Gap::Blank);
    words.start > 0 && joined(words.start) && capital(words.start - 1)
        || joined(words.end) && capital(words.end)
}
