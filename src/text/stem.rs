//! English words without their endings, for comparing a text with the glosses of a dictionary.
//!
//! The build script reads this file too, so it uses nothing but the standard library.

/// What must be left of a word.
const LEAST: usize = 3;

/// A word in lower case without the regular endings of nouns, verbs and adverbs; equal for forms of one word, no word of
/// its own: `citi` for `city` and `cities`, `stop` for `stopped`.
pub fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if !word.is_ascii() || word.len() <= LEAST {
        return word.to_owned();
    }
    let mut base = without_plural(word);
    for ending in ["ing", "ed", "ly", "en"] {
        if let Some(cut) = base.strip_suffix(ending).filter(|cut| is_enough(cut, ending)) {
            base = undoubled(cut).to_owned();
            break;
        }
    }
    if base.len() > LEAST && base.ends_with('e') {
        base.pop();
    }
    if base.len() >= LEAST && base.ends_with('y') {
        base.pop();
        base.push('i');
    }
    base
}

fn without_plural(word: &str) -> String {
    if let Some(cut) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")).filter(|c| c.len() >= 2)
    {
        return format!("{cut}y");
    }
    let hissing = |cut: &&str| cut.ends_with(['s', 'x', 'z', 'h', 'o']);
    if let Some(cut) = word.strip_suffix("es").filter(hissing).filter(|c| c.len() >= LEAST) {
        return cut.to_owned();
    }
    let is_plural = |cut: &&str| !cut.ends_with(['s', 'u', 'i']);
    word.strip_suffix('s').filter(is_plural).unwrap_or(word).to_owned()
}

fn is_enough(cut: &str, ending: &str) -> bool {
    let least = if ending == "en" { LEAST + 1 } else { LEAST };
    cut.len() >= least && cut.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

fn undoubled(cut: &str) -> &str {
    let mut last = cut.bytes().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) if a == b && !b"lsz".contains(&a) => &cut[..cut.len() - 1],
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_are_one() {
        for (a, b) in [
            ("cities", "city"),
            ("stopped", "stop"),
            ("moving", "move"),
            ("quickly", "quick"),
            ("boxes", "box"),
            ("horses", "horse"),
            ("waters", "water"),
            ("falling", "fall"),
            ("Times", "Times"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_ne!(stem("bus"), stem("bu"));
        assert_eq!(stem("thing"), "thing");
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem(word in "\\PC{0,12}|[a-z]{0,9}(ing|ed|es|ies|ly|s)") {
            stem(&word);
        }
    }
}
