//! Korean Hangul in the Revised Romanization of 2000, with the sound changes between syllables that it
//! writes: `독립문` is `dongnimmun`.
//!
//! Tensing is not written, as the rules say. Sound changes at word boundaries inside a compound (`알약`)
//! cannot be seen in the spelling and are left out.

const ONSETS: [&str; 19] =
    ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
const VOWELS: [&str; 21] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu", "ui", "i",
];
// Each final as jamo of its own: what stays, and what moves to a following vowel.
const FINALS: [&str; 28] = [
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ",
    "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ",
];
const FIRST: u32 = 0xac00;
const LAST: u32 = 0xd7a3;

#[derive(Clone, Copy)]
struct Syllable {
    onset: usize,
    vowel: usize,
    coda: &'static str,
}

/// The romanisation of a Hangul run in lower case, other characters kept; `None` without Hangul syllables.
pub fn romanise(text: &str) -> Option<String> {
    if !text.chars().any(is_syllable) {
        return None;
    }
    let mut out = String::new();
    let mut previous: Option<Syllable> = None;
    for c in text.chars() {
        let current = decompose(c);
        let (coda, onset) = match (previous, current) {
            (Some(before), Some(after)) => join(before.coda, after),
            (Some(before), None) => (alone(before.coda), ""),
            (None, Some(after)) => ("", ONSETS[after.onset]),
            (None, None) => ("", ""),
        };
        out.push_str(coda);
        out.push_str(onset);
        match current {
            Some(syllable) => out.push_str(VOWELS[syllable.vowel]),
            None => out.push(c),
        }
        previous = current;
    }
    out.push_str(previous.map_or("", |last| alone(last.coda)));
    Some(out)
}

/// Whether a character is a precomposed Hangul syllable.
pub fn is_syllable(c: char) -> bool {
    (FIRST..=LAST).contains(&u32::from(c))
}

// The arithmetic of the Unicode Standard, section 3.12.
fn decompose(c: char) -> Option<Syllable> {
    let index = u32::from(c).checked_sub(FIRST).filter(|_| is_syllable(c))? as usize;
    Some(Syllable { onset: index / 588, vowel: index % 588 / 28, coda: FINALS[index % 28] })
}

// What a final sounds like at the end of a word or before most consonants.
fn alone(coda: &str) -> &'static str {
    match coda {
        "" => "",
        "ㄱ" | "ㄲ" | "ㅋ" | "ㄱㅅ" | "ㄹㄱ" => "k",
        "ㄴ" | "ㄴㅈ" | "ㄴㅎ" => "n",
        "ㄹ" | "ㄹㅂ" | "ㄹㅅ" | "ㄹㅌ" | "ㄹㅎ" => "l",
        "ㅁ" | "ㄹㅁ" => "m",
        "ㅂ" | "ㅍ" | "ㅂㅅ" | "ㄹㅍ" => "p",
        "ㅇ" => "ng",
        _ => "t",
    }
}

// How a final and the next syllable's onset are written together.
fn join(coda: &'static str, next: Syllable) -> (&'static str, &'static str) {
    let onset = ONSETS[next.onset];
    if onset.is_empty() {
        return before_vowel(coda, VOWELS[next.vowel]);
    }
    if let Some(rest) = coda.strip_suffix('ㅎ') {
        // ㅎ gives its breath to a plain stop and is lost before the other consonants.
        let breathed = match onset {
            "g" => Some("k"),
            "d" => Some("t"),
            "j" => Some("ch"),
            _ => None,
        };
        match (breathed, onset) {
            (Some(breathed), _) => return (alone(rest), breathed),
            (None, "n" | "m") if rest.is_empty() => return ("n", onset),
            (None, "s") => return (alone(rest), onset),
            (None, _) => {}
        }
    }
    match (alone(coda), onset) {
        ("k", "n" | "m") => ("ng", onset),
        ("t", "n" | "m") => ("n", onset),
        ("p", "n" | "m") => ("m", onset),
        ("k" | "ng", "r") => ("ng", "n"),
        ("t", "r") => ("n", "n"),
        ("p" | "m", "r") => ("m", "n"),
        ("n" | "l", "r") | ("l", "n") => ("l", "l"),
        (coda, _) => (coda, onset),
    }
}

// Before a vowel the final, or the second half of a double one, is spoken with the next syllable.
fn before_vowel(coda: &'static str, vowel: &str) -> (&'static str, &'static str) {
    let moving = coda.char_indices().next_back();
    let Some((at, last)) = moving.filter(|&(_, last)| last != 'ㅇ') else { return (alone(coda), "") };
    let rest = &coda[..at];
    let onset = match last {
        // Before i, ㄷ and ㅌ are palatalised.
        'ㄷ' if vowel == "i" => "j",
        'ㅌ' if vowel == "i" => "ch",
        'ㄱ' => "g",
        'ㄲ' => "kk",
        'ㄴ' => "n",
        'ㄷ' => "d",
        'ㄹ' => "r",
        'ㅁ' => "m",
        'ㅂ' => "b",
        'ㅅ' => "s",
        'ㅆ' => "ss",
        'ㅈ' => "j",
        'ㅊ' => "ch",
        'ㅋ' => "k",
        'ㅌ' => "t",
        'ㅍ' => "p",
        // ㅎ is silent here, and what stood before it moves instead.
        _ => return if rest.is_empty() { ("", "") } else { before_vowel(rest, vowel) },
    };
    (alone(rest), onset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn romanises_with_sound_changes() {
        for (hangul, latin) in [
            ("서울", "seoul"),
            ("국민", "gungmin"),
            ("독립문", "dongnimmun"),
            ("신라", "silla"),
            ("종로", "jongno"),
            ("좋은", "joeun"),
            ("놓다", "nota"),
            ("좋고", "joko"),
            ("많은", "maneun"),
            ("잃어", "ireo"),
            ("한라산", "hallasan"),
            ("대관령", "daegwallyeong"),
            ("대통령", "daetongnyeong"),
            ("설날", "seollal"),
            ("울릉", "ulleung"),
            ("왕십리", "wangsimni"),
            ("해돋이", "haedoji"),
            ("같이", "gachi"),
            ("굳이", "guji"),
            ("한글", "hangeul"),
            ("부산", "busan"),
            ("압구정", "apgujeong"),
            ("낙동강", "nakdonggang"),
            ("없이", "eopsi"),
            ("읽다", "ikda"),
            ("값", "gap"),
            ("묵호", "mukho"),
            ("놓는", "nonneun"),
            ("학교", "hakgyo"),
            ("김정은", "gimjeongeun"),
            ("박근혜", "bakgeunhye"),
            ("삼성 전자", "samseong jeonja"),
        ] {
            assert_eq!(romanise(hangul).as_deref(), Some(latin), "{hangul}");
        }
        assert_eq!(romanise("ㅋㅋ"), None);
        assert_eq!(romanise(""), None);
    }

    proptest! {
        #[test]
        fn takes_any_string(text in any::<String>(), hangul in "[가-힣]{1,12}") {
            let _ = romanise(&text);
            prop_assert!(romanise(&hangul).is_some_and(|latin| latin.is_ascii()));
        }
    }
}
