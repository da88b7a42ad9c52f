//! Everything of the dictionary that stands anywhere in the source, nested and overlapping words too, and the English words
//! that it explains.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use crate::lang::dictionary::Dictionary;
use crate::lang::gloss_words::gloss_words;
use crate::lang::is_han;
use crate::names::facts::country;
use crate::names::fold::fold;
use crate::text::stem::stem;
use crate::text::words::words;

/// What kind of place a name is, in one character.
const PLACES: &str = "州省市县縣区區国國岛島港府";

/// The heads of a source, and what follows from them.
#[derive(Debug)]
pub(super) struct Heads {
    words: HashSet<String>,
    pairs: HashSet<(char, char)>,
    latin: HashSet<String>,
    explained: OnceCell<HashSet<String>>,
}

impl Heads {
    pub(super) fn new<'t>(texts: impl Iterator<Item = Cow<'t, str>>) -> Self {
        let mut out = Self {
            words: HashSet::new(),
            pairs: HashSet::new(),
            latin: HashSet::new(),
            explained: OnceCell::new(),
        };
        for text in texts {
            let text = &*text;
            for (at, c) in text.char_indices().filter(|(_, c)| is_han(*c)) {
                let rest = &text[at..];
                out.words.extend(
                    Dictionary::get().prefixes(rest).into_iter().map(|length| rest[..length].to_owned()),
                );
                out.pairs.extend(rest.chars().nth(1).map(|next| (c, next)));
            }
            let all = words(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]);
            out.latin.extend(all.filter(|w| !w.chars().any(is_han)).map(fold));
        }
        out
    }

    /// Whether a head stands in the source, or a short form of it: two characters of it side by side, or its first with
    /// what kind of place it is, as 新州 for 新南威尔士.
    pub(super) fn have(&self, head: &str) -> bool {
        let chars: Vec<char> = head.chars().collect();
        let has = |a: char, b: char| self.pairs.contains(&(a, b));
        let is_short =
            || chars.windows(2).any(|w| has(w[0], w[1])) || PLACES.chars().any(|kind| has(chars[0], kind));
        self.words.contains(head) || chars.len() > 2 && is_short()
    }

    /// Whether a word in Latin letters stands in the source.
    pub(super) fn have_latin(&self, folded: &str) -> bool {
        self.latin.contains(folded)
    }

    /// Whether a word stands in any gloss of any head in the source, or is the adjective of a country there.
    pub(super) fn explain(&self, folded: &str) -> bool {
        let explained = self.explained.get_or_init(|| self.gloss_stems());
        explained.contains(&stem(folded)) || country(folded).is_some_and(|c| explained.contains(&stem(c)))
    }

    fn gloss_stems(&self) -> HashSet<String> {
        let mut out = HashSet::new();
        // The order of a set of stems does not matter.
        #[allow(clippy::iter_over_hash_type)]
        for head in &self.words {
            for (word, _) in gloss_words(head) {
                let folded = fold(&word);
                out.extend(country(&folded).map(stem));
                out.insert(stem(&folded));
            }
        }
        out
    }
}
