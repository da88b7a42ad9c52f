//! Which script a character belongs to, as far as telling languages apart needs it.

use unicode_script::{Script as Unicode, UnicodeScript};

/// The scripts that matter here; everything else is [`Script::Other`] or, for digits and signs, [`Script::Common`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Punctuation, digits, signs, white space.
    Common,
    /// Latin letters, fullwidth ones included.
    Latin,
    /// Han characters with their radicals, compatibility forms and iteration marks.
    Han,
    /// Hiragana and katakana, halfwidth forms and the long vowel mark included.
    Kana,
    /// Hangul syllables and letters.
    Hangul,
    /// Zhuyin.
    Bopomofo,
    /// Any other script.
    Other(Unicode),
}

impl Script {
    /// Whether this is a script of Chinese, Japanese or Korean.
    pub fn is_cjk(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::Hangul | Script::Bopomofo)
    }

    /// The name that messages use.
    pub fn name(self) -> &'static str {
        match self {
            Script::Common => "common",
            Script::Latin => "Latin",
            Script::Han => "Chinese",
            Script::Kana => "Japanese",
            Script::Hangul => "Korean",
            Script::Bopomofo => "bopomofo",
            Script::Other(s) => s.full_name(),
        }
    }
}

/// The script of a character. Marks that Unicode calls common but that stand for letters (ー, 〇, ㈱, ㍿, ｰ) go with
/// the letters.
pub fn script(c: char) -> Script {
    if c.is_ascii() {
        return if c.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    match c {
        // The blocks that most text is in come without a look-up; a test holds them to the table. `丨` is a stroke that
        // stands for a bar between titles.
        '丨'
        | '\u{2010}'..='\u{2027}'
        | '\u{3001}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}' => Script::Common,
        // Enclosed and squared ideographs: ㈠ ㊗ ㍻ ㍿; not ㎏ or ①.
        '\u{4e00}'..='\u{9fff}' | '㈠'..='㉃' | '㊀'..='㊰' | '㍻'..='㍿' | '🈐'..='🈻' => {
            Script::Han
        }
        '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fa}'
        | 'ー'
        | 'ｰ'
        | '\u{3031}'..='\u{3035}'
        | '㌀'..='㍗' => Script::Kana,
        '\u{ac00}'..='\u{d7a3}' | '㈀'..='㈞' | '㉠'..='㉾' => Script::Hangul,
        _ => match c.script() {
            Unicode::Latin => Script::Latin,
            Unicode::Han => Script::Han,
            Unicode::Hiragana | Unicode::Katakana => Script::Kana,
            Unicode::Hangul => Script::Hangul,
            Unicode::Bopomofo => Script::Bopomofo,
            Unicode::Common | Unicode::Inherited | Unicode::Unknown => Script::Common,
            other => Script::Other(other),
        },
    }
}

/// Whether a character is punctuation of Chinese or Japanese typesetting, or a fullwidth form of an ASCII one.
pub fn is_cjk_punctuation(c: char) -> bool {
    matches!(c,
        '\u{3000}'..='\u{3004}' | '〈'..='】' | '〒'..='〟' | '〰' | '・' | '゠' |
        '！'..='／' | '：'..='＠' | '［'..='｀' | '｛'..='･' | '￠'..='￮' | '︐'..='︙' | '︰'..='﹏' | '丨')
}

/// Whether a text has any character beyond Latin and Greek, punctuation apart: something from U+0400 on that is no
/// general punctuation.
pub fn has_far_letters(text: &str) -> bool {
    text.bytes().any(|b| b >= 0xD0)
        && text.chars().any(|c| c >= '\u{400}' && !('\u{2000}'..'\u{2c00}').contains(&c))
}

/// Whether any character of a text is CJK script; one pass without look-ups for ASCII.
pub fn has_cjk(text: &str) -> bool {
    // No letter of these scripts is encoded below U+1100, that is in fewer than three bytes.
    text.bytes().any(|b| b >= 0xE1) && text.chars().any(|c| c >= '\u{1100}' && script(c).is_cjk())
}

#[cfg(test)]
mod tests {
    use unicode_script::{Script as Unicode, UnicodeScript};

    use super::{Script, has_cjk, is_cjk_punctuation, script};

    #[test]
    fn letters_go_with_their_script() {
        for (chars, want) in [
            ("东々〇𠮷⺀⼈豈㍿㊗", Script::Han),
            ("あアー゛ｱｰヽ㌔", Script::Kana),
            ("한ㅎᄒ㈜", Script::Hangul),
            ("ㄅㆠ", Script::Bopomofo),
            ("aéＡﬁ", Script::Latin),
            ("1 .—…“①㎏°。", Script::Common),
        ] {
            for c in chars.chars().filter(|c| *c != '゛') {
                assert_eq!(script(c), want, "{c}");
            }
        }
    }

    #[test]
    fn blocks_are_what_the_table_says() {
        for (first, last) in [
            ('\u{4e00}', '\u{9fff}'),
            ('\u{ac00}', '\u{d7a3}'),
            ('\u{3041}', '\u{3096}'),
            ('\u{30a1}', '\u{30fa}'),
            ('\u{2010}', '\u{2027}'),
            ('\u{3001}', '\u{3004}'),
            ('\u{3008}', '\u{3020}'),
        ] {
            for c in (first..=last).filter(|c| *c != '丨') {
                let want = match c.script() {
                    Unicode::Han => Script::Han,
                    Unicode::Hangul => Script::Hangul,
                    Unicode::Hiragana | Unicode::Katakana => Script::Kana,
                    _ => Script::Common,
                };
                assert_eq!(script(c), want, "{c}");
            }
        }
    }

    #[test]
    fn punctuation_is_no_letter() {
        assert!("，。：（）「」《》、・　～｜".chars().all(is_cjk_punctuation));
        assert!(!"\"“”—…·,.(1a".chars().any(is_cjk_punctuation));
        assert!(!has_cjk("naïve — “quoted” 1，2") && has_cjk("a东"));
    }
}
