//! Cuts sentences into the words that are linked.

use super::{Kinds, Letters, Token};
use crate::align::{is_function_char, is_stopword, stem, without_particle};
use crate::document::{Document, Lang, Side};
use crate::finding::Label;
use crate::lang::old_kanji::traditional;
use crate::names::source::cut;
use crate::text::script::{Script, script};
use crate::text::words;

fn shown(doc: &Document, at: Label) -> &str {
    let segment = doc.side(at.side).get(at.segment as usize).filter(|s| s.is_text());
    segment.and_then(|s| s.shown().get(at.start as usize..at.end as usize)).unwrap_or_default()
}

/// The words of a stretch of the source, in order.
pub(super) fn source(doc: &Document, at: Label, lang: &Lang, kinds: &mut Kinds, out: &mut Vec<Token>) {
    let text = shown(doc, at);
    let mut from = 0;
    while let Some(c) = text[from..].chars().next() {
        let rest = &text[from..];
        let run = match script(c) {
            Script::Han => head(rest, |c| script(c) == Script::Han),
            Script::Kana if is_katakana(c) => head(rest, is_katakana),
            Script::Hangul => head(rest, |c| script(c) == Script::Hangul),
            Script::Latin => head(rest, |c| script(c) == Script::Latin),
            _ if c.is_ascii_digit() => head(rest, |c| c.is_ascii_digit() || c == ',' || c == '.'),
            _ => &rest[..c.len_utf8()],
        };
        let mut push = |start: usize, length: usize, key: &str, script: Letters, grammar: bool| {
            let start = at.start + (from + start) as u32;
            let place = Label { side: Side::Source, segment: at.segment, start, end: start + length as u32 };
            out.push(Token { at: place, kind: kinds.add(key, key, script), grammar });
        };
        match script(c) {
            Script::Han => {
                let old = lang.is("ja").then(|| traditional(run)).filter(|old| old.len() == run.len());
                let old = old.as_deref().unwrap_or(run);
                for piece in cut(old) {
                    let word = &old[piece.range.clone()];
                    let grammar = piece.single && word.chars().all(is_function_char);
                    push(piece.range.start, word.len(), word, Letters::Han, grammar);
                }
            }
            Script::Kana if is_katakana(c) && run.chars().nth(1).is_some() => {
                push(0, run.len(), run, Letters::Kana, false);
            }
            Script::Hangul => {
                let bare = without_particle(run);
                push(0, bare.len(), bare, Letters::Hangul, bare.chars().nth(1).is_none());
            }
            Script::Latin => push(0, run.len(), &stem(&run.to_lowercase()), Letters::Latin, false),
            _ if c.is_ascii_digit() => push(0, run.len(), &run.replace(',', ""), Letters::Digits, false),
            _ => {}
        }
        from += run.len().max(c.len_utf8());
    }
}

/// The words of a stretch of the target, in order.
pub(super) fn target(doc: &Document, at: Label, kinds: &mut Kinds, out: &mut Vec<Token>) {
    let text = shown(doc, at);
    for range in words::words(text) {
        let word = &text[range.start as usize..range.end as usize];
        let folded = words::fold(word);
        let bare = folded.strip_suffix("'s").unwrap_or(&folded);
        let shown = range.start
            ..range.start + word.chars().take(bare.chars().count()).map(|c| c.len_utf8() as u32).sum::<u32>();
        let place = Label::target(at.segment as usize, at.start + shown.start..at.start + shown.end);
        let digits = bare.starts_with(|c: char| c.is_ascii_digit());
        // `US` is no pronoun.
        let grammar = is_stopword(bare) && !(word.len() > 1 && words::is_all_caps(word));
        let key = if digits { bare.replace(',', "") } else { stem(bare) };
        let script = if digits { Letters::Digits } else { Letters::Latin };
        out.push(Token { at: place, kind: kinds.add(&key, bare, script), grammar });
    }
}

fn head(text: &str, is: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|c| !is(c)).unwrap_or(text.len())]
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}
