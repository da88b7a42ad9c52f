//! British and American spellings of one word, brought to one form for comparison.

use super::words;

/// How words are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As they are written, capitals apart.
    #[default]
    Written,
    /// British and American spellings of a word are the same.
    Either,
}

impl Spelling {
    /// A word as it is compared.
    pub(crate) fn fold(self, word: &str) -> String {
        let folded = words::fold(word);
        match self {
            Spelling::Written => folded,
            Spelling::Either => american(folded),
        }
    }
}

/// Endings that differ by country, the British one first, with the least length of the words that have it. A word of
/// another origin may be changed too ("advise"): both sides of a comparison are, and no two words become one.
const ENDINGS: &[(&str, &str, usize)] = &[
    ("isation", "ization", 9),
    ("ise", "ize", 6),
    ("ised", "ized", 7),
    ("ises", "izes", 7),
    ("ising", "izing", 8),
    ("iser", "izer", 7),
    ("yse", "yze", 7),
    ("ysed", "yzed", 8),
    ("ysing", "yzing", 9),
    ("our", "or", 6),
    ("oured", "ored", 8),
    ("ouring", "oring", 9),
    ("ourable", "orable", 9),
    ("tre", "ter", 5),
    ("ogue", "og", 7),
    ("ramme", "ram", 7),
    ("ence", "ense", 7),
    ("lled", "led", 8),
    ("lling", "ling", 9),
    ("ller", "ler", 8),
];

/// The American spelling of a word in lower case, as far as it follows from the ending; a plural keeps its `s`.
fn american(word: String) -> String {
    if !word.is_ascii() {
        return word;
    }
    let (stem, plural) = match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') => (stem, "s"),
        _ => (&*word, ""),
    };
    for (british, american, length) in ENDINGS {
        if let Some(stem) = stem.strip_suffix(british).filter(|_| stem.len() >= *length) {
            return format!("{stem}{american}{plural}");
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn both_spellings_become_one() {
        let fold = |word| Spelling::Either.fold(word);
        for (british, us) in [
            ("authorised", "authorized"),
            ("Organisations", "organizations"),
            ("centre", "center"),
            ("centres", "Centers"),
            ("labour", "labor"),
            ("neighbours", "neighbors"),
            ("programme", "program"),
            ("programmes", "programs"),
            ("licence", "license"),
            ("catalogue", "catalog"),
            ("travelling", "traveling"),
            ("analysed", "analyzed"),
        ] {
            assert_eq!(fold(british), fold(us), "{british}");
            assert_ne!(Spelling::Written.fold(british), Spelling::Written.fold(us));
        }
        for (one, other) in
            [("four", "for"), ("rise", "rize"), ("sense", "sence"), ("filled", "filed"), ("prise", "prize")]
        {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }
}
