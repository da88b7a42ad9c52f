use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::tests::check_pieces;
use crate::document::{Article, MarkKind, Role};
use crate::source::SourceFile;

fn page(html: &str) -> (Arc<SourceFile>, Article) {
    let file = Arc::new(SourceFile::new("a.html", html));
    let article = read(&file);
    (file, article)
}

fn shown(html: &str) -> Vec<(Role, String)> {
    page(html).1.segments.iter().map(|s| (s.role, s.shown().to_owned())).collect()
}

#[test]
fn blocks_make_segments() {
    let html = "<!doctype html><html lang=en><head><title>T</title><meta name=description content=\"D &amp; E\"><style>p{}</style></head>\
        <body><h1>One</h1><p>Two <b>bold</b>\n  words<br>here<ul><li>a<li>b</ul><table><tr><td>c<td>d</table><pre>x  y</pre><script>var s = '东';</script></body>";
    assert_eq!(
        shown(html),
        [
            (Role::Title, "T".into()),
            (Role::Meta, "D & E".into()),
            (Role::Heading, "One".into()),
            (Role::Paragraph, "Two bold words\nhere".into()),
            (Role::Item, "a".into()),
            (Role::Item, "b".into()),
            (Role::Cell, "c".into()),
            (Role::Cell, "d".into()),
            (Role::Code, "x  y".into()),
        ]
    );
}

#[test]
fn entities_map_to_their_bytes() {
    let (file, article) = page("<p>the &#19996;&#x98CE; <i>wind</i>&nbsp;is</p>");
    let text = &article.segments[0].text;
    assert_eq!(text.shown(), "the 东风 wind\u{a0}is");
    assert_eq!(file.slice(text.raw(4..10)), "&#19996;&#x98CE;");
}

#[test]
fn languages_and_what_is_not_to_be_translated() {
    let (_, article) = page(
        "<html lang=en><p>He said <span lang=zh>东风</span> and <span translate=no>福</span>.</p><p lang=ja>東京</p><div class=notranslate>x</div><ruby>漢<rt>かん</rt></ruby>",
    );
    let kinds: Vec<_> = article.segments[0].text.marks().iter().map(|m| m.kind.clone()).collect();
    assert!(matches!(&kinds[..], [MarkKind::Lang(_), MarkKind::NoTranslate]), "{kinds:?}");
    assert!(matches!(article.segments[1].text.marks()[0].kind, MarkKind::Lang(_)));
    assert!(!article.segments[2].translate);
    assert_eq!(article.segments[3].shown(), "漢");
}

#[test]
fn pictures_are_described_behind_their_paragraph() {
    let got = shown("<p>See <img src=x alt=\"the 东风\"> here</p>");
    assert_eq!(got, [(Role::Paragraph, "See here".into()), (Role::Image, "the 东风".into())]);
}

#[test]
fn ignore_comments_cover_blocks_lines_and_regions() {
    let (file, article) = page(
        "<p>a</p>\n<!-- mtlint-ignore doubled-word: song -->\n<p>b</p>\n\n<p>c <!-- mtlint-ignore --></p>\n<!-- mtlint-ignore-start calque -->x<!-- mtlint-ignore-end -->y",
    );
    let covers: Vec<_> = article.ignores.iter().map(|i| file.slice(i.covers).trim()).collect();
    assert_eq!(covers, ["b</p>", "<p>c <!-- mtlint-ignore --></p>", "x"]);
}

#[test]
fn deep_nesting_is_no_trouble() {
    let html = "<div>".repeat(20_000) + "x" + &"</p></div>".repeat(20_000);
    assert_eq!(shown(&html).len(), 1);
}

proptest! {
    #[test]
    fn hostile_pages_keep_their_places(html in "(<[a-z]{1,4}|</|>|&#?[a-z0-9]{0,4};?|<!--|-->|\\PC|alt=\"|[ \\n东]|</?(p|td|li|b|pre|script|title)>){0,60}") {
        let (file, article) = page(&html);
        check_pieces(&file, &article.segments)?;
    }
}
