//! Pairs whose marks stand in different paragraphs.

use std::ops::Range;

use super::marks::{Kind, Mark, Side};

/// How many paragraphs further a quotation may end, and an aside.
const QUOTATION: usize = 12;
const ASIDE: usize = 3;

/// A mark that found no partner in its own segment.
#[derive(Clone, Copy)]
pub(super) struct Lone {
    pub(super) segment: usize,
    pub(super) mark: Mark,
    /// Whether a sentence or speech begins or ends at the mark, so that its partner may stand in another paragraph.
    outer: bool,
}

impl Lone {
    pub(super) fn new(segment: usize, text: &str, mark: Mark) -> Self {
        let (before, after) = (text[..mark.at].trim_end(), text[mark.end()..].trim_start());
        let stops = ['.', '!', '?', '…', ':', ',', '—', '。', '！', '？', '：', '，', '”', '"', '’'];
        let outer = if mark.side == Side::Open {
            before.is_empty() || before.ends_with(stops)
        } else {
            let last = after.trim_matches(['.', '!', '?', '。', '"', '”']).is_empty();
            last || mark.kind.is_quote() && before.ends_with(stops)
        };
        Self { segment, mark, outer }
    }
}

/// Looks for the opening mark of a closing one in the segments before, and takes it out. A quotation over several
/// paragraphs may begin straight and end curly; that is a matter of style.
pub(super) fn close(open: &mut Vec<Lone>, lone: &Lone) -> bool {
    let kind = lone.mark.kind;
    let reach = if kind.is_quote() { QUOTATION } else { ASIDE };
    // One that begins inside a sentence ends with the next at the latest.
    let near = |o: &Lone| lone.outer && o.segment + if o.outer { reach } else { 1 } >= lone.segment;
    let alike = |o: &Lone| {
        matches!((o.mark.kind, kind), (Kind::Straight, Kind::Double) | (Kind::Double, Kind::Straight))
    };
    let same = open.iter().rposition(|o| o.mark.kind == kind && near(o));
    let Some(at) = same.or_else(|| open.iter().rposition(|o| alike(o) && near(o))) else { return false };
    open.remove(at);
    true
}

/// Whether the next paragraph goes on with a quotation: it begins with the same mark again, and only the last closes.
pub(super) fn goes_on(lone: &Lone, text: &str, next: &str) -> bool {
    lone.mark.kind.is_quote()
        && lone.mark.side == Side::Open
        && lone.outer
        && text.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '：'])
        && next.starts_with(lone.mark.c)
}

/// Where the partner of an opening mark most likely stood. A bracket closes before the stop of its sentence, a
/// quotation after it; a title in capitals ends at the first comma.
pub(super) fn missing_at(text: &str, sentence: Range<u32>, lone: &Lone) -> usize {
    let mark = lone.mark;
    let end = (sentence.end as usize).clamp(mark.end(), text.len());
    if !mark.kind.is_quote() {
        let inside = &text[mark.end()..end];
        return mark.end() + inside.trim_end_matches(['.', '!', '?', '。', '！', '？', ' ']).len();
    }
    let rest = &text[mark.end()..end];
    if let Some(comma) = rest.find(", ")
        && rest[..comma].split(' ').all(|w| w.len() < 4 || w.starts_with(char::is_uppercase))
    {
        return mark.end() + comma + 1;
    }
    if lone.outer { text.len() } else { end }
}

/// A quotation that a paragraph break cut before its closing mark leaves that mark at the start of the next paragraph,
/// where it looks like an opening one.
pub(super) fn pair_neighbours(open: &mut Vec<Lone>) {
    let mut i = 0;
    while i + 1 < open.len() {
        let (x, y) = (open[i], open[i + 1]);
        let alike = x.mark.kind == Kind::Straight && x.mark.kind == y.mark.kind;
        if alike && y.mark.at == 0 && y.segment == x.segment + 1 {
            open.drain(i..i + 2);
        } else {
            i += 1;
        }
    }
}

/// In Chinese and Japanese a quotation of whole sentences is often left open where a paragraph was split: an opening
/// mark after a colon or comma or at the start, a closing one after a full stop at the end.
pub(super) fn is_split_quotation(text: &str, mark: Mark) -> bool {
    let (before, after) = (text[..mark.at].trim_end(), text[mark.end()..].trim_start());
    let stop = ['。', '！', '？', '…', '.', '!', '?', '，', ',', '、'];
    mark.kind.is_quote()
        && match mark.side {
            Side::Open => {
                (before.is_empty() || before.ends_with(['：', ':', '，', ',', '、', '。']))
                    && after.ends_with(stop)
            }
            _ => before.ends_with(stop),
        }
}
