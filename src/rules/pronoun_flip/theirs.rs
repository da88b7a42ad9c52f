//! The pronouns of a Chinese, Japanese or Korean text and what they do there, and its words for men and women.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::people::Gender;

use crate::text::tables::lines;

/// What a word says of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// 他, 彼女, 그녀.
    Pronoun(Gender),
    /// 夫人, 息子.
    Noun(Gender),
}

/// What somebody does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Object,
    Owner,
    Unknown,
}

/// A word of the source, and where it stands in the text that was read.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) at: Range<u32>,
    pub(super) says: Says,
    pub(super) part: Part,
}

/// What the table says of a word.
#[derive(Clone, Copy)]
enum Class {
    Says(Says),
    /// It only looks like such a word.
    Nothing,
}

/// The words of one language.
#[derive(Default)]
pub(super) struct Reader {
    /// By their first character, longer ones first.
    words: HashMap<char, Vec<(&'static str, Class)>>,
    /// What stands before or behind a pronoun and tells its part.
    before: Vec<(&'static str, Part)>,
    behind: Vec<(&'static str, Part)>,
}

static READERS: LazyLock<HashMap<&'static str, Reader>> = LazyLock::new(|| {
    let mut out: HashMap<&str, Reader> = HashMap::new();
    for row in lines(include_str!("theirs.tsv")) {
        let mut cells = row.splitn(3, '\t');
        let (Some(lang), Some(class), Some(words)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let words = words.split(' ');
        let reader = out.entry(lang).or_default();
        let class = match class {
            "he" => Class::Says(Says::Pronoun(Gender::He)),
            "she" => Class::Says(Says::Pronoun(Gender::She)),
            "man" => Class::Says(Says::Noun(Gender::He)),
            "woman" => Class::Says(Says::Noun(Gender::She)),
            "subject-behind" => {
                reader.before.extend(words.map(|w| (w, Part::Subject)));
                continue;
            }
            "object-behind" => {
                reader.before.extend(words.map(|w| (w, Part::Object)));
                continue;
            }
            "owner-before" => {
                reader.behind.extend(words.map(|w| (w, Part::Owner)));
                continue;
            }
            "subject-before" => {
                reader.behind.extend(words.map(|w| (w, Part::Subject)));
                continue;
            }
            "object-before" => {
                reader.behind.extend(words.map(|w| (w, Part::Object)));
                continue;
            }
            _ => Class::Nothing,
        };
        for word in words {
            if let Some(first) = word.chars().next() {
                reader.words.entry(first).or_default().push((word, class));
            }
        }
    }
    for words in out.values_mut().flat_map(|r| r.words.values_mut()) {
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    out
});

/// The reader for a language; `None` for one that has no table.
pub(super) fn of(lang: &str) -> Option<&'static Reader> {
    READERS.get(lang)
}

impl Reader {
    /// All words of a text that say a gender, in order.
    pub(super) fn read(&self, text: &str) -> Vec<Said> {
        let mut out = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let found =
                self.words.get(&first).and_then(|w| w.iter().find(|(word, _)| rest.starts_with(word)));
            let len = found.map_or(first.len_utf8(), |(word, _)| word.len());
            if let Some((_, Class::Says(says))) = found {
                let part = self.part(&text[..at], &rest[len..]);
                out.push(Said { at: at as u32..(at + len) as u32, says: *says, part });
            }
            at += len;
        }
        out
    }

    /// What a pronoun does, by what stands before and behind it.
    fn part(&self, before: &str, behind: &str) -> Part {
        let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let ends = |rest: &str| is_edge(rest.chars().next());
        let told = self.behind.iter().find(|(word, part)| {
            behind.strip_prefix(word).is_some_and(|rest| *part != Part::Owner || !ends(rest))
        });
        if let Some((_, part)) = told {
            return *part;
        }
        if is_edge(before.chars().next_back()) {
            return Part::Subject;
        }
        if ends(behind) {
            return Part::Object;
        }
        self.before.iter().find(|(word, _)| before.ends_with(word)).map_or(Part::Unknown, |(_, part)| *part)
    }
}

#[cfg(test)]
mod tests {
    use super::Part::{self, Object, Owner, Subject, Unknown};
    use super::{Says, of};

    #[test]
    fn pronouns_do_something() {
        let parts = |lang: &str, text: &str| -> Vec<Part> {
            of(lang)
                .map(|r| r.read(text))
                .unwrap_or_default()
                .into_iter()
                .filter(|s| matches!(s.says, Says::Pronoun(_)))
                .map(|s| s.part)
                .collect()
        };
        assert_eq!(
            parts("zh", "她的窑坏了，但他看见她，对他说，我想她来。"),
            [Owner, Subject, Object, Object, Unknown]
        );
        assert_eq!(parts("zh", "其他人和他们说吉他。"), []);
        assert_eq!(parts("ja", "彼女は彼の窯を見た。彼らも彼女を見た。"), [Subject, Owner, Object]);
        assert_eq!(parts("ko", "그녀는 그의 가마를 보았다. 그 사람."), [Subject]);
    }
}
