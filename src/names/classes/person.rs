//! A person under two full names that are spelt alike or sound alike: `Chang Mei-ling` and `Zhang Meiling`,
//! `Xia Liyeng` and `Xia Li Yun`.

use std::sync::Arc;

use crate::finding::Severity;
use crate::names::similar::{hash, near, near_folds, pairs as sharing};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word, fold, syllables};

pub(super) const CLASS: Class = Class {
    id: "person",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// Likeness of two words that are one word in two spellings.
const SAME: f64 = 0.8;
/// Likeness of two words that need something else to speak for them.
const ALIKE: f64 = 0.6;

fn find(names: &Names, pairs: &mut Pairs) {
    let persons: Vec<(NameId, &Name)> = names.of(Kind::Person).collect();
    for (i, j) in sharing(&keys(&persons)) {
        let ((a, x), (b, y)) = (persons[i as usize], persons[j as usize]);
        let Some(because) = evidence(x, y) else { continue };
        match veto(x, y) {
            Some(why) => pairs.veto(a, b, why),
            None => pairs.join(a, b, because),
        }
    }
}

/// What two names must share to be compared: a word, the sounds of one, or the sounds of all.
fn keys(persons: &[(NameId, &Name)]) -> Vec<(u64, u32)> {
    let mut keys = Vec::new();
    for (at, (_, name)) in persons.iter().enumerate() {
        for word in &name.words {
            keys.push((hash(0, word.fold.chars()), at as u32));
            keys.push((hash(1, word.skeleton.chars()), at as u32));
        }
        keys.push((hash(2, fold::skeleton(&name.fold()).chars()), at as u32));
        let firsts = name.words.iter().filter_map(|w| w.skeleton.chars().next());
        keys.push((hash(3, firsts), at as u32));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The reason why two full names are two of which every word is known.
pub(super) const KNOWN: &str = "both are made of known names";

pub(super) fn veto(x: &Name, y: &Name) -> Option<&'static str> {
    if x.agrees(y) {
        return Some("one is a part of the other");
    }
    if x.shares_sentence(y) {
        return Some("both are named in one sentence");
    }
    if [x, y].iter().all(|n| n.words.iter().all(|w| w.known)) {
        return Some(KNOWN);
    }
    None
}

/// What says that two full names are one person's.
fn evidence(x: &Name, y: &Name) -> Option<String> {
    if x.fold() == y.fold() {
        return None;
    }
    let (a, b) = (&x.words[..], &y.words[..]);
    if a.len() != b.len() {
        return other_parts(x, y).map(str::to_owned);
    }
    let likeness: Vec<f64> = a.iter().zip(b).map(|(v, w)| near(v, w)).collect();
    let found = alike(a, b, &likeness).or_else(|| turned(a, b)).or_else(|| other_surname(a, b));
    found.map(str::to_owned).or_else(|| {
        // An office speaks for what is less alike.
        let title = x.common_title(y)?;
        let equal = likeness.iter().any(|&n| n > 0.99) && likeness.iter().all(|&n| n >= ALIKE);
        equal.then(|| format!("one word is the same, the others are alike, and `{title}` stands before both"))
    })
}

/// Word by word in the same order.
fn alike(a: &[Arc<Word>], b: &[Arc<Word>], likeness: &[f64]) -> Option<&'static str> {
    let all = |least: f64| likeness.iter().all(|&n| n >= least);
    let odd: Vec<(&Word, &Word)> =
        a.iter().zip(b).map(|(v, w)| (&**v, &**w)).filter(|(v, w)| v.fold != w.fold).collect();
    if all(0.85) {
        return Some("all their words sound alike");
    }
    if odd.len() < a.len() && all(SAME) {
        return Some("one word is the same and the others are spelt alike");
    }
    let foreign = |w: &Word| !w.known && w.letters() >= 5;
    if odd.len() == a.len() && all(ALIKE) && odd.iter().all(|(v, w)| foreign(v) && foreign(w)) {
        return Some("all their words are long and spelt alike");
    }
    let [(v, w)] = odd[..] else { return None };
    if a.len() >= 3 && begin_alike(v, w) {
        return Some("all words but one are the same, and that begins alike");
    }
    if a.len() != 2 {
        return None;
    }
    if a[1].fold == b[1].fold {
        let fits = rare(&a[1]) && (near(v, w) >= ALIKE || a[1].is_hyphened_name() && begin_alike(v, w));
        return fits.then_some("the second word is the same, which few share, and the first alike");
    }
    if v.letters().min(w.letters()) >= 6 && near(v, w) >= 0.7 {
        return Some("the first word is the same and the second spelt alike");
    }
    share_syllable(a, b).then_some("the surname and a syllable of the given name are the same")
}

/// Two words in the other order, spelt otherwise; their order alone is told by another class.
fn turned(a: &[Arc<Word>], b: &[Arc<Word>]) -> Option<&'static str> {
    let ([a, z], [b, y]) = (a, b) else { return None };
    let (first, last) = (near(a, y), near(z, b));
    if a.fold == b.fold || first > 0.99 && last > 0.99 {
        return None;
    }
    if first >= 0.85 && last >= 0.85 {
        return Some("the words of one are those of the other in another order and spelling");
    }
    let given = first >= 0.85 && rare(a) && rare(y) && begin_alike(z, b)
        || last >= 0.85 && rare(z) && rare(b) && begin_alike(a, y);
    given.then_some("in another order one word is the same and the other begins alike")
}

/// One surname before two given names of two syllables, of which one is the same in its place.
fn share_syllable(a: &[Arc<Word>], b: &[Arc<Word>]) -> bool {
    if a[0].fold != b[0].fold || a[0].pinyin == 0 || a[1].ordinary || b[1].ordinary {
        return false;
    }
    let (x, y) = (syllables::halves(&a[1].fold), syllables::halves(&b[1].fold));
    x.iter().any(|(first, last)| y.iter().any(|(f, l)| first == f || last == l))
}

/// A word that few people have as a name.
fn rare(word: &Word) -> bool {
    !word.known && word.letters() >= 5
}

fn begin_alike(a: &Word, b: &Word) -> bool {
    let first = |s: &str| s.chars().next();
    a.letters() > 1
        && b.letters() > 1
        && (first(&a.fold) == first(&b.fold) || first(&a.skeleton) == first(&b.skeleton))
}

/// Names of which one parts what the other joins.
fn other_parts(x: &Name, y: &Name) -> Option<&'static str> {
    let rest = |n: &Name| n.words[1..].iter().map(|w| &*w.fold).collect::<String>();
    let like = |a: String, b: String| near_folds((&a, &fold::skeleton(&a)), (&b, &fold::skeleton(&b)));
    if like(x.fold(), y.fold()) >= SAME {
        return Some("they are spelt alike when their parts are joined");
    }
    let joined = x.words[0].fold == y.words[0].fold && like(rest(x), rest(y)) >= ALIKE;
    joined.then_some("the first word is the same and the rest is spelt alike when joined")
}

/// Two surnames for one given name of two syllables, which few people share.
fn other_surname(a: &[Arc<Word>], b: &[Arc<Word>]) -> Option<&'static str> {
    let ([a, given], [b, other]) = (a, b) else { return None };
    let chinese = |w: &Word| w.pinyin >= 2 || w.is_hyphened_name();
    let same = near(given, other) >= 0.85 && given.letters().min(other.letters()) >= 5;
    let surnames = [a, b].iter().all(|w| w.pinyin == 1 && !w.ordinary);
    (same && chinese(given) && chinese(other) && surnames)
        .then_some("the given name of two syllables is the same")
}

impl Name {
    /// A title that stands before both and is not that of a predecessor; what anybody is called does not count.
    pub(super) fn common_title<'n>(&'n self, other: &Name) -> Option<&'n str> {
        let others = other.titles();
        self.titles().into_iter().find(|t| others.contains(t) && is_telling(t))
    }
}

/// Whether a title says who is meant.
pub(super) fn is_telling(title: &str) -> bool {
    use crate::names::facts::{Trait, traits};
    let common = ["mr", "mrs", "ms", "miss", "dr", "sir", "professor", "prof", "madam", "lord", "lady"];
    !common.contains(&title) && !title.split(' ').any(|w| traits(w).has(Trait::Past))
}
