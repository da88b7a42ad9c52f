//! A body of which one word is another: `Provincial Grain Reserves Bureau` and `Provincial Grain Reservation Bureau`,
//! `National Peasant Party` and `Nationalist Peasant Party`.

use super::core::{Stem, core, tells_apart};
use crate::finding::Severity;
use crate::names::facts::Trait;
use crate::names::similar::{hash, pairs as sharing};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};

pub(super) const CLASS: Class = Class {
    id: "wording",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    let bodies: Vec<(NameId, &Name)> =
        names.of(Kind::Body).filter(|(_, n)| n.mentions.iter().any(|m| m.free)).collect();
    for (i, j) in sharing(&keys(&bodies)) {
        let ((a, x), (b, y)) = (bodies[i as usize], bodies[j as usize]);
        let Some(because) = evidence(x, y) else { continue };
        if x.shares_segment(y) {
            pairs.veto(a, b, "both are named in one paragraph");
        } else {
            pairs.join(a, b, because);
        }
    }
}

/// What two names must share to be compared: all stems but one, in their order.
fn keys(bodies: &[(NameId, &Name)]) -> Vec<(u64, u32)> {
    let mut keys = Vec::new();
    for (at, (_, name)) in bodies.iter().enumerate() {
        let core = core(name);
        for left_out in 0..=core.len() {
            let kept = core.iter().enumerate().filter(|&(i, _)| i != left_out);
            let letters = kept.flat_map(|(_, (_, stem))| stem.0.chars().chain([' ']));
            keys.push((hash(0, letters), at as u32));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn evidence(x: &Name, y: &Name) -> Option<String> {
    let (a, b) = (core(x), core(y));
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => exchanged(&a, &b),
        std::cmp::Ordering::Less => put_in(&a, &b),
        std::cmp::Ordering::Greater => put_in(&b, &a),
    }
}

type Core<'n> = [(&'n Word, Stem)];

/// One word in the place of another.
fn exchanged(a: &Core<'_>, b: &Core<'_>) -> Option<String> {
    let mut odd = a.iter().zip(b).enumerate().filter(|(_, ((_, s), (_, t)))| s != t);
    let (at, ((v, _), (w, _))) = odd.next()?;
    if odd.next().is_some() {
        return None;
    }
    let common = a.len() - 1;
    let akin = common_prefix(&v.fold, &w.fold);
    // A name that differs by a letter is a matter of spelling.
    let named = !v.ordinary || !w.ordinary;
    if named || v.is(Trait::Head) && w.is(Trait::Head) && akin < 5 {
        return None;
    }
    let derived = akin >= 5 && akin + 6 >= v.letters().max(w.letters());
    if derived && (common >= 2 || common == 1 && a[1 - at].0.is(Trait::Head)) {
        return Some(format!(
            "all words but `{}` and `{}` are the same, and those are of one stem",
            v.text, w.text
        ));
    }
    let apart = tells_apart(v) || tells_apart(w);
    (common >= 4 && !apart).then(|| "all words but one are the same, four or more".to_owned())
}

/// One word more in one of them, between the first and the last.
fn put_in(short: &Core<'_>, long: &Core<'_>) -> Option<String> {
    if long.len() != short.len() + 1 || short.len() < 4 {
        return None;
    }
    let at = short.iter().zip(long).position(|((_, s), (_, t))| s != t)?;
    let rest = short[at..].iter().map(|(_, s)| s).eq(long[at + 1..].iter().map(|(_, s)| s));
    let more = long[at].0;
    (at > 0 && rest && !tells_apart(more))
        .then(|| format!("they have the same words but for `{}`", more.text))
}

fn common_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}
