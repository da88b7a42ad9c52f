//! Readings of Chinese in Hanyu Pinyin: numbered syllables to tone marks or to plain letters, and all
//! plain spellings that a run of characters can have.

use pinyin::ToPinyinMulti;

/// How many spellings [`pinyin_forms`] gives at most.
pub const MAX_FORMS: usize = 64;

/// A reading in numbered pinyin as the dictionary writes it: `dong1 feng1`, `Bei3 jing1`, `nu:3 er2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading<'a>(&'a str);

impl<'a> Reading<'a> {
    /// A reading from syllables with tone numbers, separated by spaces.
    pub fn new(numbered: &'a str) -> Self {
        Self(numbered)
    }

    /// With tone marks by the rules of GB/T 16159: `dōngfēng`, `Xī'ān`, `nǚ'ér`, `Máo Zédōng`.
    pub fn marked(self) -> String {
        self.write(mark)
    }

    /// Without tones: `dongfeng`, `Xi'an`, `nü'er`, `Mao Zedong`.
    pub fn plain(self) -> String {
        self.write(|letters, _| letters.to_owned())
    }

    fn write(self, syllable: impl Fn(&str, u8) -> String) -> String {
        let mut out = String::new();
        // Whether the next syllable continues a word.
        let mut inside = false;
        // Whether the token before was Latin letters of the head, such as the `O` and `K` of 卡拉OK.
        let mut after_latin = false;
        for token in self.0.split_whitespace() {
            match token {
                "," | "，" => {
                    out.push_str(", ");
                    inside = false;
                }
                "·" | "-" => {
                    out.push_str(token);
                    inside = false;
                }
                "r5" | "er5" if inside => out.push('r'),
                // CEDICT's mark for a character whose reading nobody knows.
                "xx5" | "xx" => {}
                _ => {
                    let (letters, tone) = split_tone(token);
                    let joins = inside
                        && if tone == 0 { after_latin } else { !letters.starts_with(char::is_uppercase) };
                    if joins && !after_latin && letters.starts_with(['a', 'o', 'e']) {
                        out.push('\'');
                    } else if inside && !joins {
                        out.push(' ');
                    }
                    out.push_str(&syllable(&letters, tone));
                    inside = true;
                    after_latin = tone == 0;
                }
            }
        }
        out.trim_end().to_owned()
    }
}

// `u:` and `v` are ü. A token without a number has tone 0.
fn split_tone(token: &str) -> (String, u8) {
    let (letters, tone) = match token.as_bytes() {
        [.., digit @ b'1'..=b'5'] if token.len() > 1 => (&token[..token.len() - 1], digit - b'0'),
        _ => return (token.to_owned(), 0),
    };
    (letters.replace("u:", "ü").replace("U:", "Ü").replace('v', "ü").replace('V', "Ü"), tone)
}

// The mark stands on a or e, on the o of ou, else on the last vowel.
fn mark(letters: &str, tone: u8) -> String {
    let lower = letters.to_lowercase();
    let at = lower
        .find(['a', 'e', 'ê'])
        .or_else(|| lower.find("ou"))
        .or_else(|| lower.rfind(['i', 'o', 'u', 'ü']));
    let Some(at) = at.filter(|_| (1..=4).contains(&tone)) else { return letters.to_owned() };
    let Some(vowel) = letters.get(at..).and_then(|rest| rest.chars().next()) else {
        return letters.to_owned();
    };
    let (before, after) = (&letters[..at], &letters[at + vowel.len_utf8()..]);
    format!("{before}{}{after}", marked_vowel(vowel, tone))
}

fn marked_vowel(vowel: char, tone: u8) -> char {
    const MARKED: [(char, [char; 4]); 12] = [
        ('a', ['ā', 'á', 'ǎ', 'à']),
        ('e', ['ē', 'é', 'ě', 'è']),
        ('i', ['ī', 'í', 'ǐ', 'ì']),
        ('o', ['ō', 'ó', 'ǒ', 'ò']),
        ('u', ['ū', 'ú', 'ǔ', 'ù']),
        ('ü', ['ǖ', 'ǘ', 'ǚ', 'ǜ']),
        ('A', ['Ā', 'Á', 'Ǎ', 'À']),
        ('E', ['Ē', 'É', 'Ě', 'È']),
        ('I', ['Ī', 'Í', 'Ǐ', 'Ì']),
        ('O', ['Ō', 'Ó', 'Ǒ', 'Ò']),
        ('U', ['Ū', 'Ú', 'Ǔ', 'Ù']),
        ('Ü', ['Ǖ', 'Ǘ', 'Ǚ', 'Ǜ']),
    ];
    let row = MARKED.iter().find(|(plain, _)| *plain == vowel);
    row.and_then(|(_, tones)| tones.get(usize::from(tone).wrapping_sub(1))).copied().unwrap_or(vowel)
}

/// All spellings of a Han run without tones, in lower case and without spaces: `新凯来` gives
/// `xinkailai`, `重庆` gives `zhongqing`, `chongqing` and so on.
///
/// The usual reading of each character comes first; rare ones are left out beyond [`MAX_FORMS`].
/// `ü` is written `u`, as in a text whose accents were folded. Latin letters and digits stay, other
/// characters without a reading are skipped. No dictionary is used: a call takes microseconds.
pub fn pinyin_forms(han: &str) -> Vec<String> {
    let mut forms = vec![String::new()];
    for c in han.chars() {
        let readings = plain_readings(c);
        if readings.is_empty() {
            continue;
        }
        // Forms of the first reading come first, so that the cap cuts the rarest combinations.
        forms = readings
            .iter()
            .flat_map(|reading| forms.iter().map(move |form| format!("{form}{reading}")))
            .take(MAX_FORMS)
            .collect();
    }
    let mut seen = std::collections::HashSet::new();
    forms.retain(|form| !form.is_empty() && seen.insert(form.clone()));
    forms
}

/// The plain readings of one character without repeats, the usual one first; `ü` is written `u`.
pub fn plain_readings(c: char) -> Vec<String> {
    if c.is_ascii_alphanumeric() {
        return vec![c.to_ascii_lowercase().to_string()];
    }
    let mut readings: Vec<String> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "u");
        if plain.is_ascii() && !readings.contains(&plain) {
            readings.push(plain);
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_tones() {
        for (numbered, marked, plain) in [
            ("dong1 feng1", "dōngfēng", "dongfeng"),
            ("Bei3 jing1", "Běijīng", "Beijing"),
            ("Xi1 an1", "Xī'ān", "Xi'an"),
            ("Chong2 qing4", "Chóngqìng", "Chongqing"),
            ("nu:3 er2", "nǚ'ér", "nü'er"),
            ("lv4 se4", "lǜsè", "lüse"),
            ("hua1 r5", "huār", "huar"),
            ("hai2 zi5", "háizi", "haizi"),
            ("er2 zi5", "érzi", "erzi"),
            ("Ou1 yang2", "Ōuyáng", "Ouyang"),
            ("Mao2 Ze2 dong1", "Máo Zédōng", "Mao Zedong"),
            ("gui4 liu2 shui3", "guìliúshuǐ", "guiliushui"),
            ("You2 li4 ya4 · Ji4 mo4 shen1 ke1", "Yóulìyà·Jìmòshēnkē", "Youliya·Jimoshenke"),
            ("ji1 bu4 ke3 shi1 , shi2 bu4 zai4 lai2", "jībùkěshī, shíbùzàilái", "jibukeshi, shibuzailai"),
            ("yi1 fu1 - dang1 guan1", "yīfū-dāngguān", "yifu-dangguan"),
            ("A A zhi4", "AAzhì", "AAzhi"),
            ("ka3 la1 O K", "kǎlā OK", "kala OK"),
            ("xx5", "", ""),
            ("", "", ""),
        ] {
            assert_eq!(Reading::new(numbered).marked(), marked);
            assert_eq!(Reading::new(numbered).plain(), plain);
        }
    }

    #[test]
    fn gives_all_spellings() {
        assert_eq!(pinyin_forms("新凯来"), ["xinkailai"]);
        assert_eq!(pinyin_forms("毛宁")[0], "maoning");
        assert!(pinyin_forms("重庆").contains(&"chongqing".to_owned()));
        assert!(pinyin_forms("单田芳").contains(&"shantianfang".to_owned()));
        assert_eq!(pinyin_forms("吕布"), ["lubu"]);
        assert_eq!(pinyin_forms("A股"), ["agu"]);
        assert!(pinyin_forms("").is_empty());
        assert!(pinyin_forms("……").is_empty());
        assert_eq!(pinyin_forms(&"行".repeat(20)).len(), MAX_FORMS);
    }

    proptest! {
        #[test]
        fn any_string_has_readings_or_none(text in any::<String>()) {
            let forms = pinyin_forms(&text);
            prop_assert!(forms.len() <= MAX_FORMS);
            prop_assert!(forms.iter().all(|form| form.bytes().all(|b| b.is_ascii_alphanumeric())));
            let _ = (Reading::new(&text).marked(), Reading::new(&text).plain());
        }
    }
}
