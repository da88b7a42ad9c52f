//! Titles: what stands in quotation marks, or the marks that Chinese and Japanese put round titles, and is no speech.

use std::ops::Range;

/// The fewest and the most words of a title.
const LEAST: usize = 2;
const MOST: usize = 14;

/// The titles in a text, by their words.
pub(super) fn titles(shown: &str, words: &[Range<u32>]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    for inside in quoted(shown) {
        let text = shown[inside.clone()].trim_end_matches(['.', ',', '!', '?', ';', ' ']);
        let first = words.partition_point(|w| (w.start as usize) < inside.start);
        let last = words.partition_point(|w| (w.start as usize) < inside.end);
        let whole = (LEAST..=MOST).contains(&(last - first)) && words[last - 1].end as usize <= inside.end;
        if whole && !text.contains(['.', '?', '!', ';', '\n', '(']) {
            out.push(first..last);
        }
    }
    out
}

/// What stands between quotation marks, without them; of marks inside one another the inner.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        let next = || text[i + c.len_utf8()..].chars().next().unwrap_or(' ');
        let closes = open.is_some_and(|(_, mark)| mark == c) && (c != '’' || !next().is_alphanumeric());
        if let Some((start, _)) = open.filter(|_| closes) {
            out.push(start..i);
            open = None;
        } else if let Some(mark) = closing(c).filter(|_| c != '"' || !before.is_alphanumeric()) {
            open = Some((i + c.len_utf8(), mark));
        }
        before = c;
    }
    out
}

/// The mark that closes what a mark opens.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::titles;
    use proptest::prelude::*;
    use std::ops::Range;

    fn words(text: &str) -> Vec<Range<u32>> {
        tokens(text).into_iter().map(|t| t.range).collect()
    }

    fn found(text: &str) -> Vec<&str> {
        let words = words(text);
        let of = |r: Range<usize>| &text[words[r.start].start as usize..words[r.end - 1].end as usize];
        titles(text, &words).into_iter().map(of).collect()
    }

    #[test]
    fn titles_stand_in_marks() {
        assert_eq!(
            found("She read “A Lamp for Nobody,” then \"Nine Otters\" and 《Salt Road》."),
            ["A Lamp for Nobody", "Nine Otters", "Salt Road"]
        );
        assert_eq!(found("‘Otter’s Lamp’ won. The boys’ lamp and the girls’ lamp."), ["Otter’s Lamp"]);
        assert_eq!(found("He said: “I came. I saw.” 5\" and 6\" wide"), [""; 0]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[\"“”‘’《》a-z .]{0,40}") {
            for r in titles(&text, &words(&text)) {
                prop_assert!(r.start < r.end);
            }
        }
    }
}
