//! A person under two full names that are spelt alike or sound alike: `Chang Mei-ling` and `Zhang Meiling`,
//! `Xia Liyeng` and `Xia Li Yun`.

use crate::finding::Severity;
use crate::names::similar::{hash, near, near_folds, pairs as sharing};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word, fold};

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
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

pub(super) fn veto(x: &Name, y: &Name) -> Option<&'static str> {
    if is_part(x, y) || is_part(y, x) {
        return Some("one is a part of the other");
    }
    if x.shares_segment(y) {
        return Some("both are named in one paragraph");
    }
    if [x, y].iter().all(|n| n.words.iter().all(|w| w.known)) {
        return Some("both are made of known names");
    }
    None
}

fn is_part(small: &Name, large: &Name) -> bool {
    small.words.len() < large.words.len()
        && small.words.iter().all(|w| large.words.iter().any(|v| v.fold == w.fold))
}

/// What says that two full names are one person's.
fn evidence(x: &Name, y: &Name) -> Option<String> {
    if x.fold() == y.fold() {
        return None;
    }
    let (a, b) = (&x.words[..], &y.words[..]);
    if a.len() != b.len() {
        return other_parts(x, y);
    }
    let likeness: Vec<f64> = a.iter().zip(b).map(|(v, w)| near(v, w)).collect();
    let equal = likeness.iter().filter(|&&n| n > 0.99).count();
    let others = || likeness.iter().filter(|&&n| n <= 0.99);
    let all = |least: f64| likeness.iter().all(|&n| n >= least);
    if all(0.85) {
        return Some("all their words sound alike".to_owned());
    }
    if equal > 0 && all(SAME) {
        return Some("one word is the same and the others are spelt alike".to_owned());
    }
    let title = x.common_title(y);
    if let Some(title) = title.filter(|_| equal > 0 && all(ALIKE)) {
        return Some(format!("one word is the same, the others are alike, and `{title}` stands before both"));
    }
    let given =
        a.len() == 2 && equal == 1 && a[0].fold == b[0].fold && a[1].letters().min(b[1].letters()) >= 6;
    if given && likeness[1] >= 0.7 {
        return Some("the first word is the same and the second spelt alike".to_owned());
    }
    let odd = a.iter().zip(b).find(|(v, w)| v.fold != w.fold);
    if a.len() >= 3
        && others().count() == 1
        && let Some((v, w)) = odd
        && begin_alike(v, w)
    {
        return Some("all words but one are the same, and that begins alike".to_owned());
    }
    if a.len() == 2 && a[0].fold != b[0].fold && near(&a[0], &b[1]) >= 0.85 && near(&a[1], &b[0]) >= 0.85 {
        // Their order alone is another matter.
        let same = a[0].fold == b[1].fold && a[1].fold == b[0].fold;
        return (!same)
            .then(|| "the words of one are those of the other in another order and spelling".to_owned());
    }
    other_surname(a, b)
}

fn begin_alike(a: &Word, b: &Word) -> bool {
    let first = |s: &str| s.chars().next();
    a.letters() > 1
        && b.letters() > 1
        && (first(&a.fold) == first(&b.fold) || first(&a.skeleton) == first(&b.skeleton))
}

/// Names of which one parts what the other joins.
fn other_parts(x: &Name, y: &Name) -> Option<String> {
    let whole = |n: &Name| n.fold();
    let rest = |n: &Name| n.words[1..].iter().map(|w| &*w.fold).collect::<String>();
    let like = |a: String, b: String| near_folds((&a, &fold::skeleton(&a)), (&b, &fold::skeleton(&b)));
    let (a, b) = (&x.words[0], &y.words[0]);
    if like(whole(x), whole(y)) >= SAME {
        return Some("they are spelt alike when their parts are joined".to_owned());
    }
    let joined = a.fold == b.fold && like(rest(x), rest(y)) >= ALIKE;
    joined.then(|| "the first word is the same and the rest is spelt alike when joined".to_owned())
}

/// Two surnames for one given name of two syllables, which few people share.
fn other_surname(a: &[std::sync::Arc<Word>], b: &[std::sync::Arc<Word>]) -> Option<String> {
    let [a, b] = [a, b].map(|words| words.get(..2).filter(|_| words.len() == 2));
    let (a, b) = (a?, b?);
    let chinese = |w: &Word| w.pinyin >= 2 || w.text.contains('-');
    let given = near(&a[1], &b[1]) >= 0.85 && a[1].letters().min(b[1].letters()) >= 5;
    let surnames = [&a[0], &b[0]].iter().all(|w| w.pinyin == 1 && !w.ordinary);
    (given && chinese(&a[1]) && chinese(&b[1]) && surnames)
        .then(|| "the given name of two syllables is the same".to_owned())
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
