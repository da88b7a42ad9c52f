//! Whether the letters of an initialism go with the words beside it, as people really build them: function words left out or
//! taken in, several letters out of one word, words passed over, parts of hyphenated words counted or not.

use std::ops::Range;

use crate::text::words::{fold, is_all_caps, is_capitalised};

/// A word of a long form.
#[derive(Clone, Copy, Debug)]
pub struct Word<'t> {
    /// The word.
    pub text: &'t str,
    /// Whether a hyphen joins it to the word before.
    pub joined: bool,
}

/// How one letter differs where the others go with the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Another letter.
    Exchanged,
    /// Two neighbours in the wrong order.
    Swapped,
    /// One letter too many.
    Extra,
    /// One letter too few.
    Missing,
}

/// How letters go with the words before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They are the first letters of these words.
    Whole(Range<usize>),
    /// They can be read out of the words from here on, some of which give several letters or none.
    Loose(usize),
    /// All but one are the first letters of these words.
    Near {
        /// The words.
        words: Range<usize>,
        /// The first letters of the words.
        initials: String,
        /// What differs.
        slip: Slip,
        /// Whether the letters can be read out of the words nevertheless, with some of the words passed over.
        readable: bool,
    },
    /// They have nothing to do with the words.
    None,
}

/// Words that initialisms leave out as a rule.
const FUNCTION: &[&str] = &[
    "a", "al", "an", "and", "as", "at", "by", "d", "da", "das", "de", "del", "der", "des", "di", "die", "do",
    "du", "e", "el", "for", "from", "il", "in", "into", "l", "la", "las", "le", "les", "los", "of", "on",
    "or", "per", "the", "to", "und", "with", "y",
];

/// Whether a word is one that initialisms leave out as a rule.
pub fn is_function(word: &str) -> bool {
    FUNCTION.contains(&fold(word).as_str())
}

/// How the letters (capitals) go with the words that stand right before them.
pub fn fit(letters: &str, words: &[Word<'_>]) -> Fit {
    let letters: Vec<char> = letters.chars().collect();
    if letters.len() < 2 || words.is_empty() {
        return Fit::None;
    }
    let (ends, gives) = (ends(words), gives(words));
    for &end in &ends {
        if let Some(start) = (0..end).rev().find(|&start| is_whole(&letters, &gives[start..end])) {
            return Fit::Whole(start..end);
        }
    }
    let start_of = |inner: bool| {
        (0..words.len())
            .rev()
            .find(|&start| given(&letters, words[start].text) > 0 && reads(&letters, &words[start..], inner))
    };
    if let Some(start) = start_of(false) {
        return Fit::Loose(start);
    }
    let loose = start_of(true);
    for &end in &ends {
        if let Some((start, initials, slip)) = near(&letters, words, end) {
            return Fit::Near { words: start..end, initials, slip, readable: loose.is_some() };
        }
    }
    loose.map_or(Fit::None, Fit::Loose)
}

/// Where a long form may end: at the bracket, or before a phrase that says of what or where (`of Norway`).
fn ends(words: &[Word<'_>]) -> Vec<usize> {
    let mut out = vec![words.len()];
    let tail = words.len().saturating_sub(4);
    let tails = words.iter().enumerate().skip(tail.max(2));
    out.extend(
        tails.rev().filter(|(_, w)| matches!(w.text, "of" | "in" | "for" | "at" | "under")).map(|(i, _)| i),
    );
    out
}

fn same(c: char, letter: char) -> bool {
    match (c, letter) {
        _ if c.is_ascii() && letter.is_ascii() => c.eq_ignore_ascii_case(&letter),
        _ => c.to_uppercase().eq(letter.to_uppercase()),
    }
}

/// What a word of a long form may give.
#[derive(Clone, Copy, Debug)]
pub struct Gives<'t> {
    initial: char,
    /// Whether it may be left out.
    optional: bool,
    /// An initialism inside a long form gives all its letters, or its first.
    all: Option<&'t str>,
}

/// What each word may give, found once for all letters that are held against them.
pub fn gives<'t>(words: &[Word<'t>]) -> Vec<Gives<'t>> {
    let one = |word: &Word<'t>| Gives {
        initial: word.text.chars().next().unwrap_or(' '),
        optional: word.joined || is_function(word.text),
        all: is_all_caps(word.text).then_some(word.text),
    };
    words.iter().map(one).collect()
}

/// Whether every word that matters gives its first letter, and those that may be left out give it or not.
fn is_whole(letters: &[char], words: &[Gives<'_>]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    word.leave(letters).any(|left| is_whole(left, rest))
}

impl Gives<'_> {
    /// The letters that are left behind the word, for each way in which it may give some.
    fn leave<'l>(&self, letters: &'l [char]) -> impl Iterator<Item = &'l [char]> {
        let all = self.all.and_then(|all| {
            let length = all.chars().count();
            let starts = letters.len() >= length && all.chars().eq(letters[..length].iter().copied());
            starts.then(|| &letters[length..])
        });
        let first = letters.split_first().filter(|(l, _)| same(self.initial, **l)).map(|(_, rest)| rest);
        all.into_iter().chain(first).chain(self.optional.then_some(letters))
    }
}

/// Whether words give their first letters from the first word on, whatever follows.
pub fn is_initials(letters: &[char], words: &[Gives<'_>]) -> bool {
    let longest = words.len().min(2 * letters.len() + 2);
    gives_out(letters, &words[..longest], letters.len().min(2))
}

/// Whether letters are used up by words, by no fewer than `least`.
fn gives_out(letters: &[char], words: &[Gives<'_>], least: usize) -> bool {
    if letters.is_empty() && least == 0 {
        return true;
    }
    let Some((word, rest)) = words.split_first() else { return false };
    word.leave(letters).any(|left| gives_out(left, rest, least.saturating_sub(1)))
}

/// Whether the letters can be read out of the words in their order: the first letter of a word and, with `inner`, others of
/// it behind that; an X also for `ex` and `cross`.
fn reads(letters: &[char], words: &[Word<'_>], inner: bool) -> bool {
    // can[l]: the letters from `l` on can be read out of the words behind the present one.
    let mut can = vec![false; letters.len() + 1];
    can[letters.len()] = true;
    for word in words.iter().rev().filter(|w| inner || !is_function(w.text)) {
        for l in 0..letters.len() {
            let given = given(&letters[l..], word.text).min(if inner { letters.len() } else { 1 });
            can[l] = can[l] || (1..=given).any(|n| can[l + n]);
        }
    }
    can[0]
}

/// How many of the letters a word can give at most.
fn given(letters: &[char], word: &str) -> usize {
    let mut inside = word.chars();
    let Some(first) = inside.next() else { return 0 };
    let Some((&letter, rest)) = letters.split_first() else { return 0 };
    let x = letter == 'X' && !same(first, 'X') && word.chars().any(|c| same(c, 'x'));
    let cross = letter == 'X' && ["cross", "trans", "christ"].contains(&fold(word).as_str());
    if !same(first, letter) && !x && !cross {
        // A capital inside a word begins a part of it: MasterCard.
        let part = word.char_indices().skip(1).find(|(_, c)| c.is_uppercase() && *c == letter);
        return part.filter(|_| !is_all_caps(word)).map_or(0, |(at, _)| given(letters, &word[at..]));
    }
    1 + rest.iter().take_while(|&&l| inside.any(|c| same(c, l))).count()
}

/// The words up to `end` whose first letters differ from the letters in one place.
fn near(letters: &[char], words: &[Word<'_>], end: usize) -> Option<(usize, String, Slip)> {
    let mut found: Option<(usize, String, Slip)> = None;
    for start in (0..end).rev() {
        let window = &words[start..end];
        if is_function(window[0].text) || !is_even(window) || is_listed(words, start) {
            continue;
        }
        for keep in [Keep::Content, Keep::Heads, Keep::All] {
            let kept = || window.iter().filter(|w| keep.takes(w));
            let initials: Vec<char> =
                kept().filter_map(|w| w.text.chars().next()?.to_uppercase().next()).collect();
            // Another language has another function word there: `PDR`, Party of Rivers.
            let foreign = |(w, (i, l)): (&Word<'_>, (&char, &char))| i != l && is_function(w.text);
            if kept().zip(initials.iter().zip(letters)).any(foreign) {
                continue;
            }
            let of_length = |slip: &Slip| matches!(slip, Slip::Exchanged | Slip::Swapped);
            if let Some(slip) = slip(letters, &initials)
                && (found.is_none() || of_length(&slip) && found.as_ref().is_some_and(|f| !of_length(&f.2)))
            {
                found = Some((start, initials.into_iter().collect(), slip));
            }
        }
    }
    found
}

/// Whether an ordinary phrase from `start` on is the end of a list: `micro, small and medium-sized firms`.
fn is_listed(words: &[Word<'_>], start: usize) -> bool {
    let before = start.checked_sub(1).map(|i| words[i].text);
    !is_capitalised(words[start].text)
        && (words[start].joined || before.is_none_or(|w| matches!(w, "and" | "or") || !is_function(w)))
}

/// Which words give their first letter.
#[derive(Clone, Copy)]
enum Keep {
    Content,
    Heads,
    All,
}

impl Keep {
    fn takes(self, word: &Word<'_>) -> bool {
        match self {
            Keep::Content => !is_function(word.text),
            Keep::Heads => !is_function(word.text) && !word.joined,
            Keep::All => true,
        }
    }
}

/// Whether the words that matter are all capitalised, or none is: a long form is a name or an ordinary phrase.
fn is_even(words: &[Word<'_>]) -> bool {
    let mut content = words.iter().filter(|w| !is_function(w.text) && !w.joined);
    let Some(first) = content.next() else { return false };
    content.all(|w| is_capitalised(w.text) == is_capitalised(first.text))
}

/// In what one place the letters differ from those that they should be.
pub fn slip(letters: &[char], right: &[char]) -> Option<Slip> {
    let apart = letters.iter().zip(right).position(|(a, b)| a != b);
    match (letters.len(), right.len()) {
        (n, m) if n == m => {
            let at = apart?;
            if letters[at + 1..] == right[at + 1..] {
                return Some(Slip::Exchanged);
            }
            let swapped = letters.get(at + 1) == Some(&right[at]) && right.get(at + 1) == Some(&letters[at]);
            (swapped && letters[at + 2..] == right[at + 2..]).then_some(Slip::Swapped)
        }
        (n, m) if n == m + 1 => {
            let at = apart.unwrap_or(m);
            (letters[at + 1..] == right[at..]).then_some(Slip::Extra)
        }
        (n, m) if n + 1 == m => {
            let at = apart.unwrap_or(n);
            (letters[at..] == right[at + 1..]).then_some(Slip::Missing)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<Word<'_>> {
        let ranges = words::words(text);
        let of = |r: &Range<u32>| Word {
            text: &text[r.start as usize..r.end as usize],
            joined: text[..r.start as usize].ends_with('-'),
        };
        ranges.iter().map(of).collect()
    }

    #[test]
    fn real_practice_fits() {
        for (letters, long) in [
            ("CHS", "the Council for Harbour Safety"),
            ("BOL", "the Bank of Lindale"),
            ("LGGF", "a Long-Term Green Growth Fund"),
            ("LTGF", "a Long-Term Growth Fund"),
            ("UNPP", "the UN Plankton Programme"),
            ("PIF", "the Public Irrigation Fund of Lindale"),
            ("MOFRA", "the Ministry of Forestry and Rural Affairs"),
        ] {
            assert!(matches!(fit(letters, &split(long)), Fit::Whole(_)), "{letters} {long}");
        }
        for (letters, long) in [
            ("XPL", "an Extensible Plotting Language"),
            ("HARTU", "Harbour Town University"),
            ("KB", "one kilobyte"),
            ("GSA", "the Great North Star Alliance"),
        ] {
            assert!(matches!(fit(letters, &split(long)), Fit::Loose(_)), "{letters} {long}");
        }
        for (letters, long) in [("OMS", "the World Health Organization"), ("KBN", "Tencent Holdings Limited")]
        {
            assert_eq!(fit(letters, &split(long)), Fit::None, "{letters} {long}");
        }
    }

    #[test]
    fn one_letter_that_is_wrong_is_seen() {
        for (letters, long, right, slip) in [
            ("CHD", "the Council for Harbour Safety", "CHS", Slip::Exchanged),
            ("KHS", "the Council for Harbour Safety", "CHS", Slip::Exchanged),
            ("LGFT", "a Linked Fishing Gear Trust", "LFGT", Slip::Swapped),
            ("LFGQT", "a Linked Fishing Gear Trust", "LFGT", Slip::Extra),
            ("PIB", "the Public Irrigation Fund of Lindale", "PIF", Slip::Exchanged),
        ] {
            match fit(letters, &split(long)) {
                Fit::Near { initials, slip: found, .. } => {
                    assert_eq!((initials.as_str(), found), (right, slip));
                }
                other => panic!("{letters}: {other:?}"),
            }
        }
    }

    proptest! {
        #[test]
        fn any_letters_may_be_asked(letters in "[A-Z]{0,9}", long in "\\PC{0,60}") {
            fit(&letters, &split(&long));
        }
    }
}
