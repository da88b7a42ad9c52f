//! How a sentence looks, and how one that breaks off.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::SENTENCE;
use crate::analysis::Analysis;
use crate::document::Segment;
use crate::lang::english::is_beginning;
use crate::text::script::has_cjk;
use crate::text::tables::pairs;
use crate::text::words::fold;

pub(super) type Words = HashSet<(&'static str, &'static str)>;

pub(super) static OPEN: LazyLock<Words> = LazyLock::new(|| table(include_str!("words.tsv")));
static FINITE: LazyLock<Words> = LazyLock::new(|| table(include_str!("finite.tsv")));
static PAIRS: LazyLock<Words> = LazyLock::new(|| {
    pairs(include_str!("pairs.tsv"))
        .flat_map(|(lang, pairs)| pairs.split('|').map(move |p| (lang, p)))
        .collect()
});
pub(super) static STRANDED: LazyLock<Words> = LazyLock::new(|| table(include_str!("stranded.tsv")));

fn table(data: &'static str) -> Words {
    pairs(data).flat_map(|(lang, words)| words.split(' ').map(move |w| (lang, w))).collect()
}

/// Whether the last two words are a pair after which a sentence goes on.
pub(super) fn is_pair(a: &Analysis<'_>, i: usize) -> bool {
    let (text, lang) = (a.doc.target[i].shown(), a.doc.langs.target.primary());
    let fold = |w: &Range<u32>| fold(&text[w.start as usize..w.end as usize]);
    let [.., first, one, two] = a.words(i) else { return false };
    let pair = format!("{} {}", fold(one), fold(two));
    let three = format!("{} {pair}", fold(first));
    PAIRS.contains(&(lang, pair.as_str())) || PAIRS.contains(&(lang, three.as_str()))
}

/// Letters of a part that is too long for the short forms of a trade.
const PART: usize = 6;

/// Whether a word that stands nowhere else in the document is the first part of another.
pub(super) fn is_broken(a: &Analysis<'_>, lang: &str, word: &str) -> bool {
    let again = |s: &Segment| s.shown().split(|c: char| !c.is_alphanumeric()).filter(|w| *w == word).count();
    lang == "en"
        && word.len() >= PART
        && is_beginning(word)
        && a.doc.target.iter().map(again).sum::<usize>() == 1
}

/// Whether the last of several sentences is a whole one but for its stop.
pub(super) fn last_is_long(a: &Analysis<'_>, i: usize) -> bool {
    let (words, sentences) = (a.words(i), a.sentences(i));
    let text = a.doc.target[i].shown();
    let Some(last) = sentences.last().filter(|_| sentences.len() > 1) else { return false };
    text[last.start as usize..].starts_with(char::is_uppercase)
        && words.iter().rev().take_while(|w| w.start >= last.start).count() >= SENTENCE
        && has_finite(a, i, &a.doc.target[i])
}

/// Whether the last of several sentences has hardly begun: "Based on".
pub(super) fn short(a: &Analysis<'_>, i: usize) -> bool {
    let (words, sentences) = (a.words(i), a.sentences(i));
    sentences.len() > 1
        && sentences
            .last()
            .is_some_and(|s| words.iter().rev().take_while(|w| w.start >= s.start).count() <= 3)
}

/// Whether a segment is a sentence and no title: it has a word that only sentences have, and most of its last words
/// are in lower case.
pub(super) fn is_sentence(a: &Analysis<'_>, i: usize, segment: &Segment) -> bool {
    let text = segment.shown();
    let lang = a.doc.langs.target.primary();
    let words: Vec<&str> = a.words(i).iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
    if lang == "de" || has_cjk(text) {
        return words.len() >= SENTENCE;
    }
    let tail = words[words.len().saturating_sub(SENTENCE)..].iter().filter(|w| w.chars().count() > 3);
    let (mut all, mut lower) = (0, 0);
    for word in tail {
        all += 1;
        lower += usize::from(word.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()));
    }
    let participle = |w: &&str| lang == "en" && w.len() > 4 && w.ends_with("ed");
    let known = FINITE.iter().any(|(l, _)| *l == lang);
    lower * 2 >= all && (!known || words.iter().any(participle) || has_finite(a, i, segment))
}

/// Whether a segment has a word that only sentences have.
pub(super) fn has_finite(a: &Analysis<'_>, i: usize, segment: &Segment) -> bool {
    let (text, lang) = (segment.shown(), a.doc.langs.target.primary());
    let word = |w: &Range<u32>| fold(&text[w.start as usize..w.end as usize]);
    a.words(i).iter().any(|w| FINITE.contains(&(lang, word(w).as_str())))
}
