//! Pairs whose marks stand in different paragraphs.

use super::marks::{Kind, Mark, Side};

/// How many paragraphs further a quotation may end, and an aside.
const QUOTATION: usize = 12;
const ASIDE: usize = 3;

/// A mark that found no partner in its own segment.
#[derive(Clone, Copy)]
pub(super) struct Lone {
    pub(super) segment: usize,
    pub(super) mark: Mark,
}

/// Looks for the opening mark of a closing one in the segments before, and takes it out. A quotation over several
/// paragraphs may begin straight and end curly; that is a matter of style.
pub(super) fn close(open: &mut Vec<Lone>, lone: &Lone) -> bool {
    let kind = lone.mark.kind;
    let reach = if kind.is_quote() { QUOTATION } else { ASIDE };
    let near = |o: &Lone| o.segment + reach >= lone.segment;
    let Some(at) = open.iter().rposition(|o| o.mark.kind == kind && near(o)).or_else(|| {
        let alike = |o: &Lone| {
            matches!((o.mark.kind, kind), (Kind::Straight, Kind::Double) | (Kind::Double, Kind::Straight))
        };
        open.iter().rposition(|o| alike(o) && near(o))
    }) else {
        return false;
    };
    let mut first = open.remove(at);
    // A quotation of several paragraphs begins anew in each and ends in the last.
    while kind.is_quote() && first.mark.at == 0 {
        let again = |o: &Lone| {
            o.mark.kind == first.mark.kind && o.segment < first.segment && o.segment + 2 >= first.segment
        };
        let Some(at) = open.iter().rposition(again) else { break };
        first = open.remove(at);
    }
    true
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
