use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::tests::check_pieces;
use crate::document::{Article, MarkKind, Segment};
use crate::source::SourceFile;

fn article(text: &str) -> Article {
    read(&Arc::new(SourceFile::new("a.html", text)))
}

/// Every segment as `Role: text`.
fn shown(text: &str) -> Vec<String> {
    article(text).segments.iter().map(|s| format!("{:?}: {}", s.role, s.shown())).collect()
}

fn raw<'a>(text: &'a str, segment: &Segment, part: &str) -> &'a str {
    let at = segment.shown().find(part).expect("shown") as u32;
    &text[segment.text.raw(at..at + part.len() as u32).range()]
}

fn marks(segment: &Segment) -> Vec<(MarkKind, &str)> {
    let part = |r: &std::ops::Range<u32>| &segment.shown()[r.start as usize..r.end as usize];
    segment.text.marks().iter().map(|m| (m.kind.clone(), part(&m.range))).collect()
}

#[test]
fn blocks_have_roles() {
    let page = "<html><head><title>A</title><meta name=description content='B &amp; c'><meta name=viewport content=x>\
        <body><h1>D</h1><h2>E</h2><p>F<p>G<ul><li>H<li>I</ul><table><tr><th>J<td>K</table>\
        <blockquote><p>L</p></blockquote><pre>M\n  m</pre><figcaption>N</figcaption>O<div>P</div>Q";
    assert_eq!(
        shown(page),
        [
            "Title: A",
            "Meta: B & c",
            "Title: D",
            "Heading: E",
            "Paragraph: F",
            "Paragraph: G",
            "Item: H",
            "Item: I",
            "Cell: J",
            "Cell: K",
            "Quote: L",
            "Code: M\n  m",
            "Image: N",
            "Paragraph: O",
            "Paragraph: P",
            "Paragraph: Q",
        ]
    );
}

#[test]
fn references_and_white_space_are_atoms() {
    let page = "<p>  a &amp; <b>东</b>风\r\n\tb&#x4e1c;&notit; c </p>";
    let segments = article(page).segments;
    assert_eq!(segments[0].shown(), "a & 东风 b东¬it; c");
    assert_eq!(raw(page, &segments[0], "&"), "&amp;");
    assert_eq!(raw(page, &segments[0], "东风"), "东</b>风");
    assert_eq!(raw(page, &segments[0], " b"), "\r\n\tb");
    assert_eq!(raw(page, &segments[0], "¬it"), "&notit");
    let edits = segments[0].text.edit(4..10, "east < west").expect("can be edited");
    assert_eq!(edits[0].replacement, "east &lt; west");
}

#[test]
fn inline_elements_are_marks() {
    let page =
        "<p><a href=x>A</a> <code>b</code> <em>c</em> <cite>D</cite> https://e.example/x <strong>f</strong>";
    assert_eq!(
        marks(&article(page).segments[0]),
        [
            (MarkKind::Link, "A"),
            (MarkKind::Code, "b"),
            (MarkKind::Emphasis, "c"),
            (MarkKind::Cite, "D"),
            (MarkKind::Url, "https://e.example/x"),
            (MarkKind::Strong, "f"),
        ]
    );
}

#[test]
fn languages_and_what_is_not_translated() {
    let page = "<html lang=en><p>The <span lang=zh-CN>东风</span> and <i lang=en-GB>x</i> <span translate=no>Y</span>\
        <div lang=ja><p>東</p></div><div class='a notranslate'><p>z</p></div>";
    let article = article(page);
    assert_eq!(article.lang.map(|l| l.tag().to_owned()), Some("en".into()));
    let lang = |tag: &str| MarkKind::Lang(crate::document::Lang::parse(tag).expect("a tag"));
    let s = &article.segments;
    assert_eq!(
        marks(&s[0]),
        [(lang("zh-cn"), "东风"), (MarkKind::Emphasis, "x"), (MarkKind::NoTranslate, "Y")]
    );
    assert_eq!(marks(&s[1]), [(lang("ja"), "東")]);
    assert_eq!((s[2].translate, s[1].translate), (false, true));
}

#[test]
fn attributes_are_texts_of_their_own() {
    let page = "<p>a <img src=x alt=\"The &quot;b&quot;\"> c <input placeholder='d' type=submit value=e></p><p title=f>g";
    assert_eq!(
        shown(page),
        ["Paragraph: a c", "Image: The \"b\"", "Meta: d", "Meta: e", "Paragraph: g", "Meta: f"]
    );
    let segments = article(page).segments;
    assert_eq!(raw(page, &segments[1], "\"b\""), "&quot;b&quot;");
    assert_eq!(segments[1].text.edit(0..3, "a \"c\"").expect("can be")[0].replacement, "a &quot;c&quot;");
}

#[test]
fn what_is_not_shown() {
    let page = "<p>a<script>b</script><style>c</style><!-- d --><template><p>e</p></template> f<br>g \
        <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p><![CDATA[ h ]]><noscript><p>i <b title=j aria-label=j>k</b></noscript>";
    assert_eq!(shown(page), ["Paragraph: a", "Paragraph: f\ng 漢", "Paragraph: i k", "Meta: j"]);
}

#[test]
fn xhtml_has_cdata_and_empty_scripts() {
    let page =
        "<?xml version='1.0'?><html xml:lang='de'><script src='a'/><p>b <![CDATA[c & <d>]]> e</p></html>";
    assert_eq!(shown(page), ["Paragraph: b c & <d> e"]);
    assert_eq!(article(page).lang.map(|l| l.tag().to_owned()), Some("de".into()));
}

#[test]
fn nothing_is_eaten_by_what_is_not_closed() {
    assert_eq!(shown("<p>a</p><!-- b <p>c</p>"), ["Paragraph: a", "Paragraph: <!-- b", "Paragraph: c"]);
    assert_eq!(shown("<p>a <b and c"), ["Paragraph: a <b and c"]);
    assert_eq!(shown("<p\0\0\0>a</p>"), ["Paragraph: a"]);
    assert_eq!(shown("<b>a</i></b> c</div><p>d"), ["Paragraph: a c", "Paragraph: d"]);
    assert_eq!(shown("\u{feff}a < b &copy 1"), ["Paragraph: a < b © 1"]);
}

#[test]
fn ignore_comments_cover_a_block_a_line_or_a_region() {
    let page = "<!-- mtlint-ignore r: x -->\n<p>a</p>\n<p>b</p> <!-- mtlint-ignore r -->\n<!-- mtlint-ignore-start r -->\n<p>c</p>\n\
        <!-- mtlint-ignore-end -->\n<!-- mtlint-ignore r -->\nloose <b>text</b>\n<p>d</p><!-- mtlint-ignore-file q -->";
    let ignores = article(page).ignores;
    let covers: Vec<&str> = ignores.iter().map(|i| &page[i.covers.range()]).collect();
    assert_eq!(covers[0], "<p>a</p>");
    assert_eq!(covers[1], "<p>b</p> <!-- mtlint-ignore r -->\n");
    assert!(covers[2].contains("<p>c</p>") && !covers[2].contains("loose"));
    assert_eq!(covers[3].trim(), "loose <b>text</b>");
    assert_eq!(covers[4], page);
    assert_eq!(ignores[4].rules, ["q"]);
    assert_eq!(&page[ignores[0].comment.range()], "<!-- mtlint-ignore r: x -->");
}

#[test]
fn hostile_pages_are_read_in_time() {
    let deep = "<div>".repeat(10_000) + "a" + &"</p></b>".repeat(10_000);
    assert_eq!(shown(&deep), ["Paragraph: a"]);
    for part in
        ["<", "<!--", "<a ", "&", "&a", "<b><p>", "<p title='&a'>", "<ul><li>", "<!-- mtlint-ignore -->"]
    {
        article(&part.repeat(20_000 / part.len()));
    }
}

proptest! {
    #[test]
    fn pieces_and_gaps_rebuild_the_file(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)
    ) {
        let file = Arc::new(SourceFile::new("a.html", parts.concat()));
        check_pieces(&file, &read(&file).segments)?;
    }

    #[test]
    fn a_changed_word_is_the_only_change(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..20)
    ) {
        let before: String = parts.concat();
        let page = format!("{before}<!-- --></script></style></title></textarea></template></iframe><p>the <b>old</b> word</p>");
        let file = Arc::new(SourceFile::new("a.html", page.as_str()));
        crate::document::readers::tests::check_edit(&file, &read, "old", "n&w")?;
    }
}

const PARTS: &[&str] = &[
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<div lang=ja>",
    "</div>",
    "<li>",
    "<ul>",
    "</ul>",
    "<td>",
    "<pre>",
    "</pre>",
    "<br>",
    "<br/>",
    "<img alt=\"东 &amp; x\">",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<!-- mtlint-ignore a -->",
    "<title>",
    "</title>",
    "<rt>",
    "</ruby>",
    "&amp;",
    "&#x4e1c;",
    "&copy",
    "&",
    "<",
    ">",
    " ",
    "\r\n",
    "\n  ",
    "\t",
    "东风",
    "word",
    "é",
    "\u{3000}",
    "https://a.example/东",
    "<a href='",
    "'>",
    "\"",
    "<code>",
    "</code>",
    "<span translate=no>",
    "</span>",
    "<template>",
    "\0",
    "<![CDATA[",
    "]]>",
    "<svg>",
    "<h1>",
    "</h1>",
];
