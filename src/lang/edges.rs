//! Whether a form that is found in a text without word breaks is a word of its own there.

use super::dictionary::Dictionary;
use super::is_han;
use crate::text::script::script;

/// Whether a form in the source is cut out of no other word: 完美的 holds no 美的, "scarcity" no "car".
pub(crate) fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && !script(c).is_cjk();
    let before = text[..start].chars().next_back().filter(|c| is_letter(*c));
    let after = text[end..].chars().next().filter(|c| is_letter(*c));
    let inside = &text[start..end];
    if before.is_some() && inside.starts_with(is_letter) || after.is_some() && inside.ends_with(is_letter) {
        return false;
    }
    // Longer forms are rarely cut out of others, and cutting words is no more certain than they are.
    if !inside.chars().all(is_han) || inside.chars().count() > 2 {
        return true;
    }
    // A few characters of context are enough to cut words, and keep this independent of the segment's length.
    let from = text[..start].char_indices().rev().take(6).last().map_or(start, |(i, _)| i);
    let to = text[end..].char_indices().nth(6).map_or(text.len(), |(i, _)| end + i);
    let mut at = from;
    let pieces = Dictionary::get().segment(&text[from..to]).into_iter().map(|piece| {
        at += piece.text.len();
        at - piece.text.len()..at
    });
    let pieces: Vec<_> = pieces.collect();
    !pieces.iter().enumerate().any(|(i, p)| {
        let cuts = p.start < start && start < p.end && p.end < end;
        let next = pieces.get(i + 1).is_some_and(|n| n.start < end && end < n.end);
        cuts && (next || text[p.end..end].starts_with(['的', '了', '着', '过']))
    })
}

#[cfg(test)]
mod tests {
    use super::stands_alone;
    use proptest::prelude::*;

    #[test]
    fn a_word_cut_out_of_others_does_not_stand() {
        let stands = |text: &str, form: &str| {
            text.match_indices(form).any(|(i, f)| stands_alone(text, i, i + f.len()))
        };
        assert!(stands("购买美的空调", "美的") && !stands("完美的空调", "美的"));
        assert!(stands("他在意甲上场", "意甲") && !stands("和平安全", "平安"));
        assert!(!stands("scarcity", "car") && stands("a car", "car"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC|[美的 ./@“”\"]){0,30}") {
            for (i, c) in text.char_indices() {
                stands_alone(&text, i, i + c.len_utf8());
            }
        }
    }
}
