//! English endings of regular words: taking them off, and putting them on another word.

/// A regular ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ending {
    /// None.
    None,
    /// `'s`, or the `'` of a plural.
    Possessive,
    /// `s` and `es`, of a noun or a verb.
    Plural,
    /// `ed`.
    Past,
    /// `ing`.
    Ing,
}

/// What a word in lower case may be an inflection of, with the ending; the word itself is not among them. Guesses
/// that are no words do no harm where they are looked up.
pub fn bases(word: &str) -> Vec<(String, Ending)> {
    let mut out = Vec::new();
    if let Some(base) = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')) {
        out.push((base.to_owned(), Ending::Possessive));
        return out;
    }
    if !word.is_ascii() || word.len() < 4 || !word.ends_with(['s', 'd', 'g', 'n']) {
        return out;
    }
    if let Some(base) = word.strip_suffix("men") {
        out.push((format!("{base}man"), Ending::Plural));
    }
    if let Some(base) = word.strip_suffix('s').filter(|b| !b.ends_with('s')) {
        out.push((base.to_owned(), Ending::Plural));
        if let Some(base) = base.strip_suffix("ie") {
            out.push((format!("{base}y"), Ending::Plural));
        }
    }
    if let Some(base) = word.strip_suffix("es").filter(|b| b.ends_with(['s', 'x', 'z', 'h', 'o'])) {
        out.push((base.to_owned(), Ending::Plural));
    }
    for (suffix, ending) in [("ed", Ending::Past), ("ing", Ending::Ing)] {
        let Some(base) = word.strip_suffix(suffix).filter(|b| b.len() >= 3) else { continue };
        out.push((base.to_owned(), ending));
        out.push((format!("{base}e"), ending));
        if ending == Ending::Past
            && let Some(base) = base.strip_suffix('i')
        {
            out.push((format!("{base}y"), ending));
        }
        let mut last = base.bytes().rev();
        if let (Some(a), Some(b)) = (last.next(), last.next())
            && a == b
        {
            out.push((base[..base.len() - 1].to_owned(), ending));
        }
    }
    out
}

/// A word with an ending, by the regular rules.
pub fn inflect(word: &str, ending: Ending) -> String {
    let lower = word.to_ascii_lowercase();
    let consonant_y = lower.ends_with('y') && !lower.ends_with(['a', 'e', 'o', 'u', 'i']) && {
        let before = lower.as_bytes().get(lower.len().wrapping_sub(2)).copied().unwrap_or(b'a');
        !b"aeiou".contains(&before)
    };
    match ending {
        Ending::None => word.to_owned(),
        Ending::Possessive if lower.ends_with('s') => format!("{word}'"),
        Ending::Possessive => format!("{word}'s"),
        Ending::Plural if lower.ends_with("man") => format!("{}en", &word[..word.len() - 2]),
        Ending::Plural if consonant_y => format!("{}ies", &word[..word.len() - 1]),
        Ending::Plural if ["s", "x", "z", "ch", "sh"].iter().any(|e| lower.ends_with(e)) => {
            format!("{word}es")
        }
        Ending::Plural => format!("{word}s"),
        Ending::Past if consonant_y => format!("{}ied", &word[..word.len() - 1]),
        Ending::Past if lower.ends_with('e') => format!("{word}d"),
        Ending::Past => format!("{word}ed"),
        Ending::Ing if lower.ends_with('e') && !lower.ends_with("ee") => {
            format!("{}ing", &word[..word.len() - 1])
        }
        Ending::Ing => format!("{word}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, bases, inflect};
    use proptest::prelude::*;

    #[test]
    fn endings_come_off() {
        let has = |word: &str, base: &str, e| bases(word).contains(&(base.to_owned(), e));
        assert!(has("plans", "plan", Ending::Plural) && has("cities", "city", Ending::Plural));
        assert!(has("boxes", "box", Ending::Plural) && has("plan's", "plan", Ending::Possessive));
        assert!(has("blocked", "block", Ending::Past) && has("making", "make", Ending::Ing));
        assert!(has("planning", "plan", Ending::Ing) && bases("class").is_empty());
    }

    #[test]
    fn endings_go_on() {
        assert_eq!(inflect("city", Ending::Plural), "cities");
        assert_eq!(inflect("swordsman", Ending::Plural), "swordsmen");
        assert_eq!(inflect("way", Ending::Plural), "ways");
        assert_eq!(inflect("bus", Ending::Plural), "buses");
        assert_eq!(inflect("make", Ending::Ing), "making");
        assert_eq!(inflect("Hisense", Ending::Possessive), "Hisense's");
    }

    proptest! {
        #[test]
        fn no_word_makes_it_panic(word in "\\PC{0,12}") {
            bases(&word);
            for e in [Ending::None, Ending::Possessive, Ending::Plural, Ending::Past, Ending::Ing] {
                inflect(&word, e);
            }
        }
    }
}
