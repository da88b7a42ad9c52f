//! Plain text: a line is a segment, unless the text is wrapped by hand; then a paragraph is.

use std::sync::Arc;

use crate::document::urls::may_have_urls;
use crate::document::{Article, Escape, Role, Segment, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// Reads a file. The first segment is a title if it looks like one.
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    let lines = content_lines(file);
    let blocks = if is_hard_wrapped(file, &lines) { paragraphs(&lines) } else { single(&lines) };
    let mut segments: Vec<Segment> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let Some(text) = text_of(file, block) else { continue };
        segments.push(Segment {
            index: segments.len() as u32,
            unit: None,
            role: Role::Paragraph,
            text,
            translate: true,
        });
    }
    for segment in &mut segments {
        if is_heading(segment.shown()) {
            segment.role = if segment.index == 0 { Role::Title } else { Role::Heading };
        }
    }
    Article { segments, ..Article::default() }
}

/// The trimmed span of every physical line; empty for a blank one.
fn content_lines(file: &SourceFile) -> Vec<Span> {
    let index = file.lines();
    let line = |i| {
        let mut span = index.span(i, &file.text);
        span.start = span.start.max(file.start()).min(span.end);
        let text = file.slice(span);
        if text.trim().is_empty() {
            return Span::empty(span.start);
        }
        let start = span.start + (text.len() - text.trim_start_matches([' ', '\t']).len()) as u32;
        let end = span.start + text.trim_end_matches([' ', '\t', '\r', '\n']).len() as u32;
        Span::new(start.min(end), end)
    };
    (0..index.len()).map(line).collect()
}

fn single(lines: &[Span]) -> Vec<&[Span]> {
    lines.chunks(1).filter(|l| !l[0].is_empty()).collect()
}

fn paragraphs(lines: &[Span]) -> Vec<&[Span]> {
    lines.split(|l| l.is_empty()).filter(|p| !p.is_empty()).collect()
}

fn text_of(file: &Arc<SourceFile>, lines: &[Span]) -> Option<Text> {
    if let [line] = lines
        && !may_have_urls(file.slice(*line))
    {
        return (!file.slice(*line).trim().is_empty()).then(|| Text::slice(Arc::clone(file), *line));
    }
    let mut text = TextBuilder::new(file, Escape::None);
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            text.atom(Span::new(lines[i - 1].end, line.start), " ");
        }
        text.verbatim(*line);
    }
    text.finish()
}

/// Blank lines between paragraphs, most lines of like length, line ends inside sentences.
fn is_hard_wrapped(file: &SourceFile, lines: &[Span]) -> bool {
    let width = |l: &Span| file.slice(*l).chars().count();
    let (mut inner, mut alike, mut open) = (0, 0, 0);
    for paragraph in paragraphs(lines) {
        let Some(longest) = paragraph.iter().map(width).max() else { continue };
        if longest > 120 {
            return false;
        }
        for line in &paragraph[..paragraph.len() - 1] {
            inner += 1;
            alike += usize::from(width(line) * 10 >= longest * 7);
            open += usize::from(!file.slice(*line).ends_with(is_sentence_end));
        }
    }
    let has_blank = lines.iter().skip_while(|l| l.is_empty()).any(|l| l.is_empty());
    has_blank && inner >= 3 && alike * 10 >= inner * 7 && open * 10 >= inner * 6
}

fn is_sentence_end(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '。' | '！' | '？' | ':' | '：' | ';' | '；' | '"' | '”' | '」' | '…' | ')' | '）'
    )
}

/// A short line without a mark at its end.
fn is_heading(line: &str) -> bool {
    !line.ends_with(is_sentence_end)
        && !line.ends_with([',', '，', '、', '-', '—'])
        && line.chars().count() <= 100
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::SourceFile;
    use proptest::prelude::*;
    use std::sync::Arc;

    fn shown(text: &str) -> Vec<String> {
        let article = read(&Arc::new(SourceFile::new("a.txt", text)));
        article.segments.iter().map(|s| s.shown().to_owned()).collect()
    }

    #[test]
    fn a_line_is_a_segment() {
        assert_eq!(shown("\u{feff}One.\r\n\r\n  Two. \rThree"), ["One.", "Two.", "Three"]);
    }

    #[test]
    fn wrapped_text_is_read_by_paragraph() {
        let text = "The first line of a text that was wrapped\nby hand goes on over the end of the line and\nso does the next one of the first paragraph\nhere.\n\nThe second paragraph is wrapped as well and\nends.\n";
        let got = shown(text);
        assert_eq!(got.len(), 2);
        assert!(got[0].contains("wrapped by hand goes on over the end of the line and so does"));
    }

    #[test]
    fn verse_and_lists_keep_their_lines() {
        assert_eq!(shown("Roses are red.\nViolets are blue.\n\nSugar is sweet.\nSo are you.").len(), 4);
    }

    proptest! {
        #[test]
        fn pieces_and_gaps_rebuild_the_file(text in "(\\PC|[\\n\\r\\t 东。]){0,200}") {
            let file = Arc::new(SourceFile::new("a.txt", text.as_str()));
            crate::document::readers::tests::check_pieces(&file, &read(&file).segments)?;
        }
    }
}
