//! What is known of languages: the Chinese-English dictionary, readings of Chinese, Japanese and
//! Korean, surnames, and which English words are ordinary ones.

pub(crate) mod characters;
pub mod dictionary;
pub(crate) mod edges;
pub mod english;
pub mod explain;
pub(crate) mod forms;
mod gloss;
pub mod gloss_words;
pub mod hangul;
pub mod hanja;
pub mod japanese_names;
pub mod kana;
pub(crate) mod known_names;
pub mod old_kanji;
pub mod pinyin;
pub mod proper_names;
pub mod scripts;
mod store;
pub mod surname;

use unicode_script::{Script, UnicodeScript};

/// Whether a character is a Han character; the marks `々` and `〇` count.
pub fn is_han(c: char) -> bool {
    c.script() == Script::Han
}
