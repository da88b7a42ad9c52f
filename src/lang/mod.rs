//! What is known of languages: the Chinese-English dictionary, readings of Chinese, Japanese and
//! Korean, surnames, and which English words are ordinary ones.

pub mod dictionary;
pub mod hangul;
pub mod kana;
pub mod pinyin;
mod store;
