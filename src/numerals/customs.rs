//! Another currency or unit beside the same figure, and what a text does so often that it is no slip: 元 for Hong Kong
//! dollars in a text from Hong Kong.

use std::collections::HashMap;

use super::compare::{Conflict, Item};
use super::conflict::Class;
use super::money::Currency;

/// How often each pair of currencies stands beside equal figures of a text.
pub(super) struct Customs {
    pairs: HashMap<(Currency, Currency), usize>,
    sources: HashMap<Currency, usize>,
}

impl Customs {
    pub(super) fn new<'i>(pairs: impl Iterator<Item = (&'i Item, &'i Item)>) -> Self {
        let mut customs = Customs { pairs: HashMap::new(), sources: HashMap::new() };
        for (s, t) in pairs {
            if let (Some(a), Some(b)) = (s.number.currency, t.number.currency) {
                *customs.pairs.entry((a, b)).or_default() += 1;
                *customs.sources.entry(a).or_default() += 1;
            }
        }
        customs
    }

    /// Twice or more, and in more than half of the cases.
    fn is_custom(&self, a: Currency, b: Currency) -> bool {
        let times = self.pairs.get(&(a, b)).copied().unwrap_or(0);
        times >= 2 && times * 2 > self.sources.get(&a).copied().unwrap_or(0)
    }

    /// The contradiction of a pair of equal values, in currency or unit.
    pub(super) fn conflict(&self, source: &Item, target: &Item) -> Option<Conflict> {
        let (s, t) = (&source.number, &target.number);
        let equal = s.values().any(|x| t.values().any(|y| x.abs() == y.abs()));
        if !equal || s.is_word || t.is_word {
            return None;
        }
        let class = match ((s.currency, t.currency), (s.unit, t.unit)) {
            // "pounds" are money and mass.
            ((Some(a), Some(b)), _)
                if !a.agrees(b) && !self.is_custom(a, b) && (s.unit.is_none() || t.unit.is_none()) =>
            {
                Class::Currency
            }
            (_, (Some(a), Some(b)))
                if a.dimension() == b.dimension() && !a.agrees(b) && !a.converts(s.value, b, t.value) =>
            {
                Class::Unit
            }
            _ => return None,
        };
        Some(Conflict { class, source: source.clone(), target: target.clone() })
    }
}
