//! Poems and songs, whose lines come again.

use crate::document::{Role, Segment};

/// Lines that make a stanza.
const STANZA: usize = 3;
/// Characters of the longest line that is usual in verse.
const LINE: usize = 90;

/// Whether a segment looks like verse: a quotation or a line with notes, or short lines that begin with a capital and
/// end without a stop. A reader of Markdown joins the lines, so they are counted in the file.
pub(in crate::rules) fn is_verse(segment: &Segment) -> bool {
    let text = segment.shown();
    if text.contains(['♪', '♫'])
        || segment.role == Role::Quote && !text.ends_with(['.', '!', '?', '。', '”', '"'])
    {
        return true;
    }
    let span = segment.text.raw(0..text.len() as u32);
    let raw = segment.text.file().slice(span);
    if !segment.role.is_prose() || !raw.contains('\n') {
        return false;
    }
    let lines =
        raw.lines().map(|l| l.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '*' | '_')));
    let (mut all, mut fit) = (0, 0);
    for line in lines.filter(|l| !l.is_empty()) {
        let begins = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
        let stopped = line.ends_with(['.', '。']);
        all += 1;
        fit += usize::from(begins && !stopped && line.chars().count() <= LINE);
    }
    all >= STANZA && fit * 4 >= all * 3
}
