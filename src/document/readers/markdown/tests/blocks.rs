use super::{article, marks, raw, shown};
use crate::document::{Lang, MarkKind};

#[test]
fn blocks_have_roles() {
    let text = "# A\n\nB *b*\nbb\n\n## C\n\n- D\n- E\n\n  EE\n  - F\n\n> G\n\n| H | I |\n|---|---|\n| J | |\n\n\
        ```rust\nK\n```\n\n    L\n    l\n\nM[^1]\n\n[^1]: N\n\nO\n=\n\nP\n: Q\n\n[ref]: http://a.example \"x\"\n";
    assert_eq!(
        shown(text),
        [
            "Title: A",
            "Paragraph: B b bb",
            "Heading: C",
            "Item: D",
            "Item: E",
            "Item: EE",
            "Item: F",
            "Quote: G",
            "Cell: H",
            "Cell: I",
            "Cell: J",
            "Code: K",
            "Code: L\nl",
            "Paragraph: M",
            "Note: N",
            "Heading: O",
            "Heading: P",
            "Item: Q",
        ]
    );
    let code: Vec<bool> = article(text).segments.iter().map(|s| s.translate).collect();
    assert_eq!(code.iter().filter(|t| !**t).count(), 2);
}

#[test]
fn escapes_entities_and_breaks_are_atoms() {
    let text = "a \\* b\\_c &amp; &#19996;  \nd\\\ne\nf";
    let s = &article(text).segments[0];
    assert_eq!(s.shown(), "a * b_c & 东\nd\ne f");
    assert_eq!(raw(text, s, "* b"), "\\* b");
    assert_eq!(raw(text, s, "_"), "\\_");
    assert_eq!(raw(text, s, "东"), "&#19996;");
    assert_eq!(s.text.edit(2..3, "x").map(|e| e[0].span.len()), Some(2));
    let text = "| a \\| b | `c\\|d` \\\\ |\n|--|--|\n";
    let s = article(text).segments;
    assert_eq!((s[0].shown(), s[1].shown()), ("a | b", "c|d \\"));
    assert_eq!(raw(text, &s[0], "|"), "\\|");
    assert_eq!(s[0].text.edit(0..1, "x|y").expect("can be")[0].replacement, "x\\|y");
}

#[test]
fn inline_markup_is_marks_and_gaps() {
    let text =
        "a **东***风* `c d` [e](http://x.example) <http://y.example> www.z.example, me@b.example $m^2$ ~~s~~";
    let s = &article(text).segments[0];
    assert_eq!(s.shown(), "a 东风 c d e http://y.example www.z.example, me@b.example m^2 s");
    assert_eq!(
        marks(s),
        [
            (MarkKind::Strong, "东"),
            (MarkKind::Emphasis, "风"),
            (MarkKind::Code, "c d"),
            (MarkKind::Link, "e"),
            (MarkKind::Url, "http://y.example"),
            (MarkKind::Url, "www.z.example"),
            (MarkKind::Url, "me@b.example"),
            (MarkKind::Code, "m^2"),
        ]
    );
    assert_eq!(raw(text, s, "东风"), "东***风");
}

#[test]
fn code_over_lines_of_a_quotation() {
    let text = "> a `x\n> y` b";
    let s = &article(text).segments[0];
    assert_eq!(s.shown(), "a x y b");
    assert_eq!(raw(text, s, "y"), "y");
}

#[test]
fn images_and_titles_are_segments_behind_their_paragraph() {
    let text = "![东 *风* &lt;](a.png \"Ti\\\"t &amp; le\") and [b](c 'd') <img alt=\"e &amp; f\">\n\ng";
    assert_eq!(
        shown(text),
        [
            "Paragraph: and b",
            "Image: 东 风 <",
            "Image: Ti\\\"t & le",
            "Meta: d",
            "Image: e & f",
            "Paragraph: g"
        ]
    );
}

#[test]
fn html_inside_a_paragraph() {
    let text = "a <code>b</code> <kbd>c</kbd> <span lang=\"zh\">东</span> <i translate=\"no\">d</i> <cite>e</cite><br>\
        <ruby>漢<rp>(</rp><rt>kan</rt></ruby> <script>x</script>f";
    let s = &article(text).segments[0];
    assert_eq!(s.shown(), "a b c 东 d e\n漢 f");
    let zh = Lang::parse("zh").expect("a tag");
    assert_eq!(
        marks(s),
        [
            (MarkKind::Code, "b"),
            (MarkKind::Code, "c"),
            (MarkKind::Lang(zh), "东"),
            (MarkKind::NoTranslate, "d"),
            (MarkKind::Emphasis, "d"),
            (MarkKind::Cite, "e"),
        ]
    );
}

#[test]
fn html_blocks_are_read_as_html() {
    let text = "<table>\n<tr><td>a &amp; b</td>\n<td>\n\n**c**\n\n</td></tr></table>\n\n> <div>\n> d\n> e\n> </div>\n\n\
        <div translate=\"no\">\n\nf\n\n</div>\n\ng\n\n<p>h <!-- no --> i</p>\n\n<style>\nj\n\n</style>\n";
    assert_eq!(
        shown(text),
        ["Cell: a & b", "Paragraph: c", "Quote: d e", "Paragraph: f", "Paragraph: g", "Paragraph: h i"]
    );
    let s = article(text).segments;
    assert_eq!((s[3].translate, s[4].translate), (false, true));
}

#[test]
fn what_only_looks_like_a_tag_is_text() {
    assert_eq!(
        shown("a <unk> <b>b</b>  c </name>\n\n<think>\n*d*\n</think>\n"),
        ["Paragraph: a <unk> b c </name>", "Paragraph: <think> d </think>"]
    );
}

#[test]
fn no_space_is_left_before_a_stop_where_something_was_left_out() {
    assert_eq!(shown("a ![b](c.png). d {{< e >}}, f **.**"), ["Paragraph: a. d, f .", "Image: b"]);
}
