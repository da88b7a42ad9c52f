//! A slip of a letter: `Modrow` and `Modro`, `Persiglion` and `Persigrion`. One of the two must be no known word, and
//! something must say that they are one: the other is known or more frequent, or both stand beside the same name.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::Severity;
use crate::names::facts::Trait;
use crate::names::similar::{candidates, distance, tails};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};
use crate::text::tables::pairs;

pub(super) const CLASS: Class = Class {
    id: "spelling",
    severity: Severity::Warning,
    message: "`{text}` is spelt `{other}` elsewhere",
    find,
};

/// Shorter words are one letter apart by chance.
const LETTERS: usize = 5;
/// A slip may have lost a letter.
const FEWEST: usize = 4;
/// From this length on two letters may differ.
const LONG: usize = 9;
/// From this length on the same sounds say enough of a word in lower case.
const SURE: usize = 6;
/// From this length on two unknown words are one letter apart hardly by chance.
const UNLIKELY: usize = 6;
/// In a text of so many distinct words that may be names it takes a letter more.
const MANY: usize = 400;

fn find(names: &Names, pairs: &mut Pairs) {
    let words: Vec<(NameId, &Name)> =
        names.of(Kind::Word).chain(names.of(Kind::Small)).filter(|(_, n)| may_slip(&n.words[0])).collect();
    let folds: Vec<&str> = words.iter().map(|(_, n)| &*n.words[0].fold).collect();
    let unlikely = UNLIKELY + usize::from(words.len() > MANY);
    for (i, j) in candidates(&folds) {
        let ((a, x), (b, y)) = (words[i as usize], words[j as usize]);
        // The rarer one first; of equally frequent ones the one that is no known word, else the later.
        let key = |n: &Name| {
            (n.kind != Kind::Small, n.count(), n.words[0].known, std::cmp::Reverse(n.mentions[0].at))
        };
        let ((a, x), (b, y)) = if key(x) <= key(y) { ((a, x), (b, y)) } else { ((b, y), (a, x)) };
        if x.words[0].known && y.words[0].known || !is_close(&x.words[0], &y.words[0]) {
            continue;
        }
        match veto(names, x, y) {
            Some(why) => pairs.veto(a, b, why),
            None => match evidence(x, y, unlikely) {
                Some(because) => pairs.join(a, b, because),
                None => pairs.veto(
                    a,
                    b,
                    "one letter says little of names that are equally frequent and nothing connects",
                ),
            },
        }
    }
}

fn may_slip(word: &Word) -> bool {
    word.letters() >= FEWEST
        && !word.acronym
        && !word.has_digit()
        && word.fold.chars().all(char::is_alphabetic)
        && !word.text.contains(['-', '‐', '‑', '&', '.'])
        && !word.is(Trait::Closed)
        && !super::is_identifier(word)
}

fn is_close(a: &Word, b: &Word) -> bool {
    let unknown = !a.known && !b.known && a.letters().max(b.letters()) > LONG;
    let most = if a.letters().min(b.letters()) >= if unknown { LONG - 1 } else { LONG } { 2 } else { 1 };
    a.fold != b.fold
        && a.letters().max(b.letters()) >= LETTERS
        && same_start(&a.fold, &b.fold)
        && distance(&a.fold, &b.fold) <= most
}

/// First letters agree, or are written for one sound.
fn same_start(a: &str, b: &str) -> bool {
    let first = |s: &str| s.chars().next();
    let sound = |s: &str| match first(s) {
        Some('c' | 'k' | 'q') => Some('k'),
        Some('i' | 'y' | 'j') => Some('y'),
        other => other,
    };
    first(a) == first(b) || sound(a) == sound(b)
}

/// Why the rarer `x` is no slip of `y`, whatever speaks for it.
fn veto(names: &Names, x: &Name, y: &Name) -> Option<&'static str> {
    let (a, b) = (&*x.words[0], &*y.words[0]);
    if a.country.is_some() && a.country == b.country {
        return Some("two forms of one country");
    }
    // Without a capital it is a name only if it cannot be another word: a doubled letter, the same sounds.
    let same = is_doubled(&a.fold, &b.fold) || a.skeleton == b.skeleton;
    if x.kind == Kind::Small
        && (y.kind == Kind::Small || b.known || !same || y.count() < 2 && a.letters() < SURE)
    {
        return Some("the one in lower case may be another word");
    }
    if x.kind != Kind::Small && super::is_common_noun(names, x) {
        return Some("the rarer one is a word here");
    }
    if is_derived(x, y) {
        return Some("one is derived from the other by an ending");
    }
    // A known name stands for itself even beside its slip.
    if !a.known && !b.known && x.shares_sentence(y) {
        return Some("both are named in one sentence");
    }
    let chinese = names.may_be_chinese() && a.is_chinese() && b.is_chinese();
    (chinese && x.common_name(y).is_none()).then_some("both can be read as pinyin")
}

/// Whether the two differ by an ending that makes another word, read from the end of their common beginning or one or two
/// letters before.
pub(super) fn is_derived(x: &Name, y: &Name) -> bool {
    static PAIRS: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
        let split =
            |(a, list): (&'static str, &'static str)| list.split(' ').map(move |b| (a.trim_matches('-'), b));
        pairs(include_str!("../data/endings.tsv"))
            .flat_map(split)
            .flat_map(|(a, b)| [(a, b), (b, a)])
            .collect()
    });
    let (a, b) = (&*x.words[0].fold, &*y.words[0].fold);
    let (tail, other) = tails(a, b);
    let common = a.len() - tail.len();
    let back = (0..=2.min(common)).filter(|back| common - back >= 3).find(|back| {
        let at = common - back;
        a.is_char_boundary(at) && b.is_char_boundary(at) && PAIRS.contains(&(&a[at..], &b[at..]))
    });
    let Some(back) = back else { return false };
    // A known name that lost its end is derived from nothing; a last vowel that changed once among many is a slip.
    let lost = back == 0 && tail.is_empty() && !x.words[0].known && y.words[0].known;
    let vowel = |s: &str| s.len() == 1 && "aeiouy".contains(s);
    let changed = vowel(tail) && vowel(other) && !x.words[0].known;
    // A vowel put behind a known word makes no word of it.
    let added = other.is_empty() && vowel(tail) && !x.words[0].known && y.words[0].known;
    let slip = changed && (y.words[0].known || a.len() >= 7 && x.count() == 1 && y.count() >= 3);
    !(lost || added || slip)
}

fn evidence(x: &Name, y: &Name, unlikely: usize) -> Option<String> {
    let (a, b) = (&*x.words[0], &*y.words[0]);
    let beside = x.common_name(y).map(|n| format!("they differ by a letter and both stand beside `{n}`"));
    let close = distance(&a.fold, &b.fold) == 1;
    let short = a.letters().min(b.letters()) < LETTERS;
    match (a.known, b.known) {
        (false, true) if beside.is_some() || y.count() >= least(a, b) => {
            Some(format!("`{}` is no known word and `{}` is", a.text, b.text))
        }
        (true, false) if y.count() >= 2 && !short => beside,
        (false, false) if close && is_rarer(x, y) => {
            Some("they differ by a letter and one of them is rarer".to_owned())
        }
        (false, false) if close && !short && is_doubled(&a.fold, &b.fold) => {
            Some("they differ by a doubled letter".to_owned())
        }
        (false, false) if beside.is_some() && !short => beside,
        (false, false) if a.letters().min(b.letters()) >= if close { unlikely } else { LONG - 1 } => {
            Some("two unknown words of this length are hardly alike by chance".to_owned())
        }
        _ => None,
    }
}

/// How often a known word must stand in the text, so that an unknown one beside it is a slip and no name of its own: the
/// shorter, the more; a common word is hardly another name.
fn least(slip: &Word, known: &Word) -> usize {
    let common = known.ordinary || known.country.is_some() || known.is(Trait::Month);
    match slip.letters().min(known.letters()) {
        ..=4 => 3,
        6.. if common => 1,
        7.. => 1,
        _ => 2,
    }
}

/// Whether both are unknown and one is so much rarer that it is the slip; short names need more.
fn is_rarer(x: &Name, y: &Name) -> bool {
    let least = if x.words[0].letters().min(y.words[0].letters()) < LETTERS { 4 } else { 2 };
    y.count() >= least && y.count() > x.count()
}

/// Whether one has a letter twice where the other has it once.
fn is_doubled(a: &str, b: &str) -> bool {
    let once = |s: &str| {
        let mut out: Vec<char> = s.chars().collect();
        out.dedup();
        out
    };
    a.chars().count() != b.chars().count() && once(a) == once(b)
}

impl Name {
    /// A name that stands on the same side of both; a title or a common noun there says nothing.
    fn common_name<'n>(&'n self, other: &'n Name) -> Option<&'n str> {
        const COMMON: [Trait; 6] =
            [Trait::Title, Trait::Rank, Trait::Place, Trait::Direction, Trait::Closed, Trait::Month];
        self.common_neighbours(other).find(|word| !word.traits.any(&COMMON)).map(|word| &*word.text)
    }
}
