//! What a text is compared by: its words, cut down to what two languages can share, figures by their value, and the marks
//! that carry over.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::document::Lang;
use crate::hash::Set;
use crate::lang::dictionary::Dictionary;
use crate::lang::old_kanji::traditional;
use crate::numerals::{self, Force, Language, Number};
use crate::text::script::{Script, script};
use crate::text::tables::lines;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// A word or character in Han script.
    Han,
    /// A word in katakana.
    Kana,
    /// A word in Hangul, without its particle.
    Hangul,
    /// A word in Latin letters, or in any script that parts words by spaces; an English one cut down to its stem.
    Word,
    /// A figure, by its value.
    Figure,
    /// A punctuation mark.
    Mark,
    /// A name of the other side that Han characters spell.
    Sound,
}

/// A token: what it is compared by, and the word in lower case as it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) key: String,
    pub(super) surface: String,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
}

static STOPWORDS: LazyLock<Set<&str>> = LazyLock::new(|| list(include_str!("data/stopwords.txt")).collect());
static FUNCTION_CHARS: LazyLock<Set<char>> =
    LazyLock::new(|| list(include_str!("data/function_chars.txt")).flat_map(str::chars).collect());
/// By their last letter, each in the order of the list.
static SUFFIXES: LazyLock<[Vec<&str>; 26]> = LazyLock::new(|| {
    let mut out = [const { Vec::new() }; 26];
    for suffix in list(include_str!("data/suffixes.txt")) {
        let last = suffix.bytes().next_back().map_or(0, |b| b - b'a');
        out[usize::from(last) % 26].push(suffix);
    }
    out
});
static PARTICLES: LazyLock<Vec<&str>> = LazyLock::new(|| list(include_str!("data/particles.txt")).collect());
fn list(data: &'static str) -> impl Iterator<Item = &'static str> {
    lines(data).flat_map(str::split_whitespace)
}

/// The tokens of a text in the order in which they stand, and all values that it states.
pub(super) fn tokens(text: &str, lang: &Lang) -> (Vec<Token>, Vec<Number>) {
    let mut out = Vec::new();
    let mut from = 0;
    // Figures are read alike everywhere; words and scales are those of the language.
    let numbers = numerals::values(text, Language::of(lang).unwrap_or(Language::English));
    for number in numbers.iter().filter(|n| is_certain(n)) {
        let at = place(number);
        if at.0 < from {
            continue;
        }
        words(&text[from..at.0], lang, &mut out);
        push(&mut out, Kind::Figure, key(number));
        from = at.1;
    }
    words(&text[from..], lang, &mut out);
    (out, numbers)
}

/// What has a value for certain: no hints, and no "one", which is an article as often.
fn is_certain(n: &Number) -> bool {
    let one = !n.in_figures && n.value == numerals::Value::ONE;
    n.force > Force::Hint && !n.soft && !n.glued && !n.absorbed && !one
}

/// The bytes that a number stands for: with its calendar word, without its unit.
fn place(number: &Number) -> (usize, usize) {
    let range = if number.kind.is_date() { &number.whole } else { &number.span };
    (range.start as usize, range.end as usize)
}

/// What a number is compared by.
fn key(number: &Number) -> String {
    match (number.kind, number.minutes) {
        (numerals::Kind::Month, _) => format!("month {}", number.value),
        (numerals::Kind::Weekday, _) => format!("weekday {}", number.value),
        (numerals::Kind::Time, Some(minutes)) => format!("time {}", minutes % 720),
        _ => format!("#{}", number.value),
    }
}

/// The tokens of a stretch without numbers.
fn words(text: &str, lang: &Lang, out: &mut Vec<Token>) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match script(c) {
            Script::Han => push_han(rest, lang, out),
            Script::Kana => push_kana(rest, out),
            Script::Hangul => push_hangul(rest, out),
            Script::Common | Script::Bopomofo => push_mark(c, out),
            Script::Latin | Script::Other(_) => push_word(rest, lang, out),
        };
        rest = &rest[length.max(c.len_utf8())..];
    }
}

/// The bytes at the head of `text` of which `is` holds.
fn head(text: &str, is: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|c| !is(c)).unwrap_or(text.len())]
}

fn push(out: &mut Vec<Token>, kind: Kind, key: impl Into<String>) {
    let key = key.into();
    out.push(Token { kind, surface: key.clone(), key, capital: false });
}

fn push_han(text: &str, lang: &Lang, out: &mut Vec<Token>) -> usize {
    let run = head(text, |c| script(c) == Script::Han);
    let old = if lang.is("ja") { traditional(run) } else { String::new() };
    for piece in Dictionary::get().segment(if lang.is("ja") { &old } else { run }) {
        let mut chars = piece.text.chars();
        let alone = chars.next().filter(|_| chars.next().is_none());
        if !alone.is_some_and(|c| FUNCTION_CHARS.contains(&c)) {
            push(out, Kind::Han, piece.text);
        }
    }
    run.len()
}

/// Katakana writes foreign words; hiragana is mostly grammar.
fn push_kana(text: &str, out: &mut Vec<Token>) -> usize {
    let is_katakana = |c| matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー');
    let run = head(text, is_katakana);
    if run.chars().nth(1).is_some() {
        push(out, Kind::Kana, run);
    }
    run.len()
}

fn push_hangul(text: &str, out: &mut Vec<Token>) -> usize {
    let run = head(text, |c| script(c) == Script::Hangul);
    let stem = without_particle(run);
    if stem.chars().nth(1).is_some() {
        push(out, Kind::Hangul, stem);
    }
    run.len()
}

fn push_mark(c: char, out: &mut Vec<Token>) -> usize {
    let key = match c {
        '?' | '？' => "?",
        '!' | '！' => "!",
        '(' | '（' => "(",
        ':' | '：' => ":",
        '"' | '“' | '「' | '『' => "\"",
        '%' | '％' => "%",
        _ => return c.len_utf8(),
    };
    push(out, Kind::Mark, key);
    c.len_utf8()
}

fn push_word(text: &str, lang: &Lang, out: &mut Vec<Token>) -> usize {
    let is_letter = |c: char| c.is_alphabetic() && !script(c).is_cjk() || c == '\'' || c == '’';
    let run = head(text, is_letter);
    let word = run.trim_end_matches(['\'', '’']);
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let surface = word.to_lowercase().replace('’', "'");
    let capital = word.starts_with(char::is_uppercase);
    if !lang.is("en") || !STOPWORDS.contains(surface.as_str()) {
        let key = stem(&surface);
        if !key.is_empty() {
            out.push(Token { kind: Kind::Word, key, surface, capital });
        }
    }
    run.len()
}

/// Whether an English word in lower case says too little to be linked to anything.
pub(crate) fn is_stopword(word: &str) -> bool {
    STOPWORDS.contains(word)
}

/// Whether a Chinese character is one of grammar where it stands alone.
pub(crate) fn is_function_char(c: char) -> bool {
    FUNCTION_CHARS.contains(&c)
}

/// A run of Hangul without its particle, if two syllables are left.
pub(crate) fn without_particle(run: &str) -> &str {
    let two = |stem: &str| stem.chars().nth(1).is_some();
    PARTICLES.iter().find_map(|p| run.strip_suffix(p).filter(|stem| two(stem))).unwrap_or(run)
}

/// The most letters of a stem.
const STEM: usize = 7;
/// What a suffix must leave of a word.
const LEAST: usize = 4;

/// An English word in lower case without its first suffix that leaves four letters, and at most seven letters of it.
pub(crate) fn stem(word: &str) -> String {
    let bare = if word.contains('\'') { Cow::Owned(word.replace('\'', "")) } else { Cow::Borrowed(word) };
    let last = bare.bytes().next_back().filter(u8::is_ascii_lowercase);
    let suffixes = last.map_or(&[][..], |b| &SUFFIXES[usize::from(b - b'a')]);
    let cut = suffixes.iter().find_map(|s| bare.strip_suffix(s).filter(|b| b.chars().count() >= LEAST));
    let cut = cut.unwrap_or(&bare);
    cut.char_indices().nth(STEM).map_or(cut, |(at, _)| &cut[..at]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{stem, tokens};
    use crate::document::Lang;

    fn keys(text: &str, lang: &str) -> Vec<String> {
        let lang = Lang::parse(lang).expect("a language");
        tokens(text, &lang).0.into_iter().map(|t| t.key).collect()
    }

    #[test]
    fn words_are_cut_down_to_what_can_be_shared() {
        assert_eq!(
            keys("The mayors’ planning: 1,200 trees!", "en"),
            ["mayor", "plann", ":", "#1200", "tree", "!"]
        );
        assert_eq!(keys("市长的计划：1200棵树！", "zh"), ["市长", "计划", ":", "#1200", "棵", "树", "!"]);
        assert_eq!(keys("ソフトバンクが12月に発表", "ja"), ["ソフトバンク", "month 12", "發表"]);
        assert_eq!(keys("시장은 3만 그루를 심었다", "ko"), ["시장", "#30000", "그루", "심었"]);
        assert_eq!(keys("In May 2.5 million", "en"), ["month 5", "#2500000"]);
    }

    #[test]
    fn words_of_one_stem_are_one() {
        assert_eq!(stem("economies"), stem("economy"));
        assert_eq!(stem("development"), stem("developed"));
        assert_eq!(stem("bus"), "bus");
    }
}
