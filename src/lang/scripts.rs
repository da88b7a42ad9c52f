//! Which scripts a language is written in.

use unicode_script::Script as Unicode;

use crate::document::Lang;
use crate::text::script::Script;

/// Whether text in `lang` uses letters of `script` of its own accord. Latin is at home everywhere: names, units, code.
pub fn uses(lang: &Lang, script: Script) -> bool {
    match script {
        // Greek letters are signs of mathematics and of names of stars everywhere.
        Script::Common | Script::Latin | Script::Other(Unicode::Greek) => true,
        Script::Han => matches!(lang.primary(), "zh" | "yue" | "ja"),
        Script::Kana => lang.is("ja"),
        Script::Hangul => lang.is("ko"),
        Script::Bopomofo => matches!(lang.primary(), "zh" | "yue"),
        Script::Other(other) => own_script(lang) == Some(other),
    }
}

fn own_script(lang: &Lang) -> Option<Unicode> {
    Some(match lang.primary() {
        "ru" | "uk" | "bg" | "sr" | "mk" | "be" | "kk" | "ky" | "mn" => Unicode::Cyrillic,
        "ar" | "fa" | "ur" | "ug" | "ps" => Unicode::Arabic,
        "he" | "yi" => Unicode::Hebrew,
        "hi" | "mr" | "ne" => Unicode::Devanagari,
        "bn" => Unicode::Bengali,
        "th" => Unicode::Thai,
        "ta" => Unicode::Tamil,
        "te" => Unicode::Telugu,
        "ka" => Unicode::Georgian,
        "hy" => Unicode::Armenian,
        "km" => Unicode::Khmer,
        "lo" => Unicode::Lao,
        "my" => Unicode::Myanmar,
        "si" => Unicode::Sinhala,
        "bo" => Unicode::Tibetan,
        "am" => Unicode::Ethiopic,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::uses;
    use crate::document::Lang;
    use crate::text::script::script;

    #[test]
    fn scripts_and_their_languages() {
        let uses = |tag: &str, c: char| uses(&Lang::parse(tag).expect("a tag"), script(c));
        assert!(
            uses("ja", '東') && uses("ja", 'の') && uses("zh-TW", 'ㄅ') && uses("ru", 'ж') && uses("en", 'α')
        );
        assert!(!uses("en", '东') && !uses("zh", 'の') && !uses("ko", '東') && !uses("en", 'ж'));
    }
}
