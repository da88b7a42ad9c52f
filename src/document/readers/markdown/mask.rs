//! A copy of the file for the Markdown parser, of equal length, in which parts that are no Markdown (comments,
//! shortcodes, tags of JSX) are blanks or a filler without meaning. So every offset of the parser is one of the file.

use std::ops::Range;

/// Stands for a part inside a line: neither white space nor a mark of Markdown.
pub(super) const FILLER: u8 = b',';

/// A part that the parser must not see.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) range: Range<usize>,
    /// A comment ends a paragraph where it begins a line, a tag with text behind it does not.
    pub(super) comment: bool,
    /// Parts of it that are shown all the same, such as the text of a tooltip.
    pub(super) shown: Vec<Range<usize>>,
}

/// Fills `range` with blanks and leaves its line ends.
pub(super) fn blank(copy: &mut [u8], range: Range<usize>) {
    for b in &mut copy[range] {
        if !matches!(*b, b'\n' | b'\r') {
            *b = b' ';
        }
    }
}

/// Hides `regions`, which are in order and apart, in `copy`. `bytes` is the file.
pub(super) fn hide(bytes: &[u8], copy: &mut [u8], regions: &[Region]) {
    let is_end = |b: &u8| matches!(b, b'\n' | b'\r');
    let mut first = 0;
    while first < regions.len() {
        let mut next = first + 1;
        while regions
            .get(next)
            .is_some_and(|r| !bytes[regions[next - 1].range.end..r.range.start].iter().any(is_end))
        {
            next += 1;
        }
        let group = &regions[first..next];
        let (start, end) = (group[0].range.start, group[group.len() - 1].range.end);
        let line = bytes[..start].iter().rposition(is_end).map_or(0, |i| i + 1);
        let behind = bytes[end..].iter().position(is_end).map_or(bytes.len(), |i| end + i);
        hide_group(bytes, copy, group, line..behind);
        first = next;
    }
}

/// Hides regions that share lines; `lines` reaches from the start of the first to the end of the last.
fn hide_group(bytes: &[u8], copy: &mut [u8], group: &[Region], lines: Range<usize>) {
    let has_text = |range: Range<usize>| bytes[range].iter().any(|b| !b.is_ascii_whitespace());
    // The stretch behind a region, up to the next one or the end of the line.
    let behind = |i: usize| group[i].range.end..group.get(i + 1).map_or(lines.end, |r| r.range.start);
    let before = lines.start..group[0].range.start;
    let is_quote = |b: &u8| b.is_ascii_whitespace() || *b == b'>' || *b >= 0x80;
    let alone = bytes[before.clone()].iter().all(is_quote)
        && std::str::from_utf8(&bytes[before.clone()])
            .is_ok_and(|s| s.chars().all(|c| c.is_ascii() || c == '\u{feff}'))
        && (0..group.len()).all(|i| group[i].shown.is_empty() && !has_text(behind(i)));
    if alone {
        for region in group {
            blank(copy, region.range.clone());
        }
        return;
    }
    let mut leads = !has_text(before.clone());
    for (i, region) in group.iter().enumerate() {
        let range = region.range.clone();
        let is_tall = bytes[range.clone()].contains(&b'\n');
        let breaks = leads && (region.comment || is_tall) && region.shown.is_empty() && has_text(behind(i));
        if breaks {
            // What stands behind becomes a line of its own, as far in as the comment: the line end is moved there.
            blank(copy, range.clone());
            let indent = before.len().min(range.len() - 1);
            copy[range.end - indent..range.end].fill(b' ');
            copy[range.end - indent - 1] = b'\n';
        } else {
            copy[range].fill(FILLER);
        }
        leads &= region.shown.is_empty() && !has_text(behind(i));
    }
}

#[cfg(test)]
mod tests {
    use super::{Region, hide};

    /// Hides what stands between `⟨` and `⟩`, both as long as a bracket in the result.
    fn hidden(text: &str) -> String {
        let mut regions = Vec::new();
        let plain = text.replace(['⟨', '⟩'], "%");
        let mut from = 0;
        while let Some(open) = plain[from..].find('%') {
            let start = from + open;
            let end = start + 1 + plain[start + 1..].find('%').expect("pairs") + 1;
            regions.push(Region { range: start..end, comment: true, shown: Vec::new() });
            from = end;
        }
        let mut copy = plain.clone().into_bytes();
        hide(plain.as_bytes(), &mut copy, &regions);
        String::from_utf8(copy).expect("text")
    }

    #[test]
    fn a_comment_alone_is_blank() {
        assert_eq!(hidden("a\n⟨b\n\nc⟩\nd"), "a\n  \n\n  \nd");
        assert_eq!(hidden("> ⟨b⟩ ⟨c⟩\n> d"), ">        \n> d");
    }

    #[test]
    fn a_comment_inside_a_line_is_filler() {
        assert_eq!(hidden("a ⟨b⟩ c"), "a ,,, c");
        assert_eq!(hidden("- ⟨b\nb⟩ c ⟨d⟩"), "- ,,,,, c ,,,");
    }

    #[test]
    fn text_behind_a_comment_begins_a_line() {
        assert_eq!(hidden("⟨b\nb⟩# c"), "  \n \n# c");
        assert_eq!(hidden("  ⟨bbb⟩c"), "    \n  c");
    }
}
