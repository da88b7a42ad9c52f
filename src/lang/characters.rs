//! Which English words go with a Chinese character: fast, quick, rapid, express with 快. Made of the glosses of all words
//! that have it, so it knows more than the entry of the character itself.

use std::collections::HashSet;
use std::sync::LazyLock;

use miniz_oxide::inflate::decompress_to_vec;

use super::gloss_words::gloss_words;
use crate::text::stem::stem;
use crate::text::tables::lines;

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/characters.z"));

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let bytes = decompress_to_vec(TABLE).expect("the build script wrote this table");
    String::from_utf8(bytes).expect("the build script wrote text")
});

static ROWS: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| TEXT.lines().filter_map(|line| line.split_once('\t')).collect());

static FUNCTION_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    lines(include_str!("data/function_words.txt")).flat_map(str::split_whitespace).collect()
});

/// Whether an English word in lower case says nothing of a meaning: `the`, `someone`.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

/// The [stems](stem) of the English words that go with a simplified character; its own glosses count too.
pub(crate) fn stems(c: char) -> HashSet<String> {
    let key = c.to_string();
    let row = ROWS.binary_search_by(|(head, _)| head.cmp(&&*key)).map_or("", |at| ROWS[at].1);
    let own = gloss_words(&key);
    let own =
        own.iter().filter(|(word, weight)| *weight >= 1.0 && !is_function_word(word)).map(|(w, _)| stem(w));
    row.split(' ').filter(|stem| !stem.is_empty()).map(str::to_owned).chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_function_word, stems};

    #[test]
    fn characters_have_their_words() {
        let of = stems('快');
        assert!(["fast", "quick", "rapid"].iter().all(|s| of.contains(*s)), "{of:?}");
        assert!(stems('军').contains("army") || stems('军').contains("armi"));
        assert!(stems('ゑ').is_empty() && is_function_word("the"));
    }
}
