//! What every fuzz target checks: a file that can be read gives segments whose places lie in the file.

use std::sync::Arc;

use mtlint::config::Settings;
use mtlint::document::readers::{Defaults, Read, reader_for};
use mtlint::document::{Document, Ignore, Lang, Langs, Segment, Side};
use mtlint::numerals::{Language, numerals, values};
use mtlint::pack::{Pack, PackSet, audit, selftest};
use mtlint::snapshot::{Listing, compare};
use mtlint::source::{SourceFile, Span};

/// Reads `bytes` by the reader for `path`.
pub fn read(path: &str, bytes: &[u8]) {
    let Ok(file) = SourceFile::from_bytes(path, bytes.to_vec()) else { return };
    let file = Arc::new(file);
    let reader = reader_for(path).expect("a format that is known");
    match reader.read {
        Read::Article(read) => {
            let article = read(&file);
            check(&file, &article.segments, &article.ignores);
        }
        Read::Bilingual(read) => {
            let _ = read(&file, &Defaults::default(), &mut |document| {
                check(&file, &document.target, &document.ignores);
                check(&file, &document.source, &[]);
            });
        }
    }
}

/// Checks `bytes` by all rules: every place of every finding must lie in the file.
pub fn check_article(path: &str, bytes: &[u8]) {
    let Ok(file) = SourceFile::from_bytes(path, bytes.to_vec()) else { return };
    let file = Arc::new(file);
    let Ok(Read::Article(read)) = reader_for(path).map(|r| r.read) else { return };
    let article = read(&file);
    let document =
        Document::alone(Arc::clone(&file), article, Langs { source: Lang::parse("zh"), target: Lang::en() });
    for finding in mtlint::engine::check(&document, &Settings::default()).findings {
        assert_inside(&file, finding.at.span);
        for edit in finding.fixes.iter().flat_map(|f| &f.edits) {
            assert_inside(&file, edit.span);
        }
    }
}

/// Reads a rule pack, runs its tests and tells its gaps: what was read once can be read again.
pub fn pack(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(pack) = Pack::parse("fuzz.toml", text).map(Arc::new) else { return };
    let set = PackSet::of(Pack::parse("fuzz.toml", text).expect("it was read before"));
    let outcome = selftest::run(&set, &pack).expect("it was read before");
    assert!(outcome.failed <= outcome.tests);
    audit(&set, &[pack], &outcome.exercised).expect("it was read before");
}

/// Reads two snapshots, parted by a NUL, and compares them: a snapshot does not differ from itself.
pub fn snapshots(bytes: &[u8]) {
    let Some((one, other)) = std::str::from_utf8(bytes).ok().and_then(|text| text.split_once('\0')) else {
        return;
    };
    let (Ok(one), Ok(other)) = (Listing::parse(one), Listing::parse(other)) else { return };
    assert!(compare(&one, &one).is_empty());
    for difference in compare(&one, &other) {
        assert!(!difference.summary().is_empty() && !difference.diff().is_empty());
    }
}

/// Reads what has a value in `bytes`: sorted, inside the text, on character boundaries; numerals without overlaps.
pub fn numerals_of(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for language in [Language::Chinese, Language::Japanese, Language::Korean, Language::English] {
        let mut last = 0;
        for number in numerals(text, language) {
            assert!(last <= number.span.start && number.span.start < number.span.end);
            last = number.span.end;
        }
        let mut last = 0;
        for number in values(text, language) {
            assert!(last <= number.span.start && number.whole.start <= number.span.start);
            assert!(text.get(number.whole.start as usize..number.whole.end as usize).is_some());
            assert!(text.get(number.span.start as usize..number.span.end as usize).is_some());
            last = number.span.start;
        }
    }
}

/// Aligns two halves of `bytes` as articles: every segment must be in one link, every sentence in one bead, in order.
pub fn align(path: &str, bytes: &[u8], langs: (&str, &str)) {
    let (source, target) = bytes.split_at(bytes.len() / 2);
    let read = |bytes: &[u8]| {
        let file = Arc::new(SourceFile::from_bytes(path, bytes.to_vec()).ok()?);
        let Ok(Read::Article(read)) = reader_for(path).map(|r| r.read) else { return None };
        let article = read(&file);
        Some((file, article))
    };
    let (Some((source_file, source)), Some((file, target))) = (read(source), read(target)) else { return };
    let langs = Langs { source: Lang::parse(langs.0), target: Lang::parse(langs.1).expect("a language") };
    let mut document = Document::alone(file, target, langs);
    (document.source_file, document.source) = (Some(source_file), source.segments);
    let alignment = mtlint::align::align(&document);
    for (side, n) in [(Side::Source, document.source.len()), (Side::Target, document.target.len())] {
        let of = |l: &mtlint::document::Link| {
            if side == Side::Source { l.source.clone() } else { l.target.clone() }
        };
        let linked: Vec<u32> = alignment.links.iter().flat_map(of).collect();
        assert!(document.source.is_empty() || linked == (0..n as u32).collect::<Vec<_>>(), "{linked:?}");
        let places =
            alignment.beads.iter().flat_map(|b| if side == Side::Source { &b.source } else { &b.target });
        let places: Vec<_> = places.map(|l| (l.segment, l.start, l.end)).collect();
        assert!(places.windows(2).all(|p| (p[0].0, p[0].2) <= (p[1].0, p[1].1)), "{places:?}");
    }
}

/// Decodes `bytes` and asks for the position of every character.
pub fn decode(bytes: &[u8]) {
    let Ok(file) = SourceFile::from_bytes("a.txt", bytes.to_vec()) else { return };
    let mut last = file.position(0);
    for (at, _) in file.text.char_indices().take(4096) {
        let position = file.position(at as u32);
        assert!(position >= last && position.column >= 1 && position.utf16 >= position.column);
        last = position;
    }
    for line in 0..file.lines().len() {
        assert_inside(&file, file.lines().span(line, &file.text));
    }
}

fn check(file: &SourceFile, segments: &[Segment], ignores: &[Ignore]) {
    for segment in segments {
        let shown = segment.shown();
        assert!(!shown.trim().is_empty(), "a blank segment");
        for (at, c) in shown.char_indices().take(4096) {
            assert_inside(file, segment.text.raw(at as u32..(at + c.len_utf8()) as u32));
        }
        assert_inside(file, segment.text.raw(0..shown.len() as u32));
        for mark in segment.text.marks() {
            assert!(shown.get(mark.range.start as usize..mark.range.end as usize).is_some(), "{mark:?}");
        }
        let edits = segment.text.edit(0..shown.len() as u32, "x").expect("a whole segment can be replaced");
        for pair in edits.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
        }
        edits.iter().for_each(|edit| assert_inside(file, edit.span));
    }
    for ignore in ignores {
        assert_inside(file, ignore.covers);
        assert_inside(file, ignore.comment);
    }
}

fn assert_inside(file: &SourceFile, span: Span) {
    assert!(file.text.get(span.range()).is_some(), "{span:?} is not in the file, or cuts a character");
}
