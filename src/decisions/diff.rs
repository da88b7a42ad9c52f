//! What edits change in a file, as a unified diff.

use std::fmt::Write;

use crate::finding::FileEdit;
use crate::fix::splice;
use crate::source::SourceFile;

/// Lines shown before and after what changes.
const AROUND: usize = 3;

/// A stretch of whole lines with the edits in it.
struct Stretch<'e> {
    /// First line, and one past the last.
    lines: std::ops::Range<usize>,
    edits: &'e [FileEdit],
}

/// The unified diff of a file with sorted edits; empty if there are none.
pub fn unified(file: &SourceFile, edits: &[FileEdit]) -> String {
    let mut out = String::new();
    if edits.is_empty() {
        return out;
    }
    let _ = writeln!(out, "--- {}\n+++ {}", file.path, file.path);
    // Lines before a hunk that came, and that went.
    let mut shift = (0, 0);
    for hunk in hunks(stretches(file, edits)) {
        write_hunk(file, &hunk, &mut shift, &mut out);
    }
    out
}

/// Edits that share a line are one stretch.
fn stretches<'e>(file: &SourceFile, edits: &'e [FileEdit]) -> Vec<Stretch<'e>> {
    let line = |at: u32| file.lines().line_of(at);
    let mut out: Vec<Stretch<'e>> = Vec::new();
    let mut from = 0;
    for (i, edit) in edits.iter().enumerate() {
        let lines = line(edit.span.start)..line(edit.span.end) + 1;
        match out.last_mut() {
            Some(last) if lines.start < last.lines.end => {
                last.lines.end = last.lines.end.max(lines.end);
                last.edits = &edits[from..=i];
            }
            _ => {
                from = i;
                out.push(Stretch { lines, edits: &edits[i..=i] });
            }
        }
    }
    out
}

/// Stretches that are near are shown together.
fn hunks(stretches: Vec<Stretch<'_>>) -> Vec<Vec<Stretch<'_>>> {
    let mut out: Vec<Vec<Stretch<'_>>> = Vec::new();
    for stretch in stretches {
        match out.last_mut() {
            Some(hunk) if hunk.last().is_some_and(|l| stretch.lines.start <= l.lines.end + 2 * AROUND) => {
                hunk.push(stretch);
            }
            _ => out.push(vec![stretch]),
        }
    }
    out
}

/// Writes a hunk, and counts its lines for those behind it.
fn write_hunk(file: &SourceFile, hunk: &[Stretch<'_>], shift: &mut (usize, usize), out: &mut String) {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return };
    let start = first.lines.start.saturating_sub(AROUND);
    let end = (last.lines.end + AROUND).min(line_count(file));
    let (mut body, mut at, mut new) = (String::new(), start, 0);
    for stretch in hunk {
        new += copy(file, at..stretch.lines.start, ' ', &mut body);
        copy(file, stretch.lines.clone(), '-', &mut body);
        new += added(file, stretch, &mut body);
        at = stretch.lines.end;
    }
    new += copy(file, at..end, ' ', &mut body);
    let old = end - start;
    let begin = start + shift.0 - shift.1 + 1;
    let _ = write!(out, "@@ -{},{old} +{begin},{new} @@\n{body}", start + 1);
    *shift = (shift.0 + new, shift.1 + old);
}

/// The number of lines; a line end at the end of a file begins none.
fn line_count(file: &SourceFile) -> usize {
    let lines = file.lines();
    let last = lines.span(lines.len() - 1, &file.text);
    lines.len() - usize::from(last.is_empty())
}

fn copy(file: &SourceFile, lines: std::ops::Range<usize>, sign: char, out: &mut String) -> usize {
    let n = lines.len();
    for line in lines {
        push(file.slice(file.lines().span(line, &file.text)), sign, out);
    }
    n
}

/// The lines of a stretch after its edits.
fn added(file: &SourceFile, stretch: &Stretch<'_>, out: &mut String) -> usize {
    let lines = file.lines();
    let start = lines.span(stretch.lines.start, &file.text).start;
    let end = lines.span(stretch.lines.end - 1, &file.text).end;
    let moved = stretch.edits.iter().map(|e| {
        let span = crate::source::Span::new(e.span.start - start, e.span.end - start);
        FileEdit { span, ..e.clone() }
    });
    let moved: Vec<FileEdit> = moved.collect();
    let text = splice(file.slice(crate::source::Span::new(start, end)), moved.iter());
    let mut n = 0;
    for line in text.split_inclusive('\n') {
        push(line, '+', out);
        n += 1;
    }
    n
}

fn push(line: &str, sign: char, out: &mut String) {
    let text = line.trim_end_matches(['\n', '\r']);
    let _ = writeln!(out, "{sign}{text}");
    if text.len() == line.len() {
        out.push_str("\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::unified;
    use crate::finding::FileEdit;
    use crate::source::{SourceFile, Span};

    #[test]
    fn near_changes_share_a_hunk_and_lines_are_counted_on() {
        let lines: Vec<String> = (1..=20).map(|i| format!("line {i}\n")).collect();
        let text = lines.concat();
        let file = SourceFile::new("a.md", &*text);
        let at = |needle: &str| text.find(needle).expect("there") as u32;
        let edit = |start: u32, end: u32, with: &str| FileEdit {
            path: "a.md".into(),
            span: Span::new(start, end),
            replacement: with.into(),
            shown: String::new(),
        };
        let edits = [
            edit(at("line 3\n"), at("line 3\n") + 4, "row"),
            edit(at("line 5\n"), at("line 5\n"), "new\n"),
            edit(at("line 18"), at("line 18") + 4, "row"),
        ];
        assert_eq!(
            unified(&file, &edits),
            "--- a.md\n+++ a.md\n@@ -1,8 +1,9 @@\n line 1\n line 2\n-line 3\n+row 3\n line 4\n-line 5\n+new\n+line 5\n line 6\n \
             line 7\n line 8\n@@ -15,6 +16,6 @@\n line 15\n line 16\n line 17\n-line 18\n+row 18\n line 19\n line 20\n"
        );
        assert_eq!(unified(&file, &[]), "");
    }
}
