use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::tests::{check_edit, check_pieces};
use crate::document::{Article, Lang, MarkKind, Segment};
use crate::source::SourceFile;

fn article(text: &str) -> Article {
    read(&Arc::new(SourceFile::new("a.md", text)))
}

/// Every segment as `Role: text`, after checks that hold of every file.
fn shown(text: &str) -> Vec<String> {
    let file = Arc::new(SourceFile::new("a.md", text));
    let segments = read(&file).segments;
    check_pieces(&file, &segments).expect("pieces");
    segments.iter().map(|s| format!("{:?}: {}", s.role, s.shown())).collect()
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
fn comments_hold_no_text() {
    assert_eq!(shown("东\n<!--\n# a\n\n```\n---\nb\n-->\n风\n"), ["Paragraph: 东", "Paragraph: 风"]);
    assert_eq!(shown("- 东\n\n    <!--\n    a\n\n    b\n    -->\n    风\n"), ["Item: 东", "Item: 风"]);
    assert_eq!(shown("东<!-- a\n\nb -->风\n\n<!-- c\nd -->## 南\n"), ["Paragraph: 东风", "Heading: 南"]);
    assert_eq!(shown("<!-- a --> 东 <!-- b -->\n"), ["Paragraph: 东"]);
    assert_eq!(shown("> <!--\n> a\n> -->\n> 东\n"), ["Quote: 东"]);
    assert_eq!(shown("| a <!-- | --> | b |\n|--|--|\n"), ["Cell: a", "Cell: b"]);
}

#[test]
fn what_looks_like_a_comment_in_code_is_none() {
    assert_eq!(
        shown("`<!--` a `-->`\n\n```\n<!--\n```\n\n东 -->\n"),
        ["Paragraph: <!-- a -->", "Code: <!--", "Paragraph: 东 -->"]
    );
}

#[test]
fn an_unclosed_comment_is_text() {
    assert_eq!(
        shown("a\n\n<!-- b\n\nc <!-- d\n"),
        ["Paragraph: a", "Paragraph: <!-- b", "Paragraph: c <!-- d"]
    );
}

#[test]
fn front_matter_in_yaml() {
    let text = "---\ntitle: 'It''s \\\"a\\\"'\ndate: 2020-01-01\nslug: no-text\ndescription: \"b \\\"c\\\"\\u4e1c\"\n# no\n\
        tags: [d, \"e f\"]\nkeywords:\n  - g\n- h # no\nsummary: >\n  i\n  j\n\n  k\nnav:\n  title: l\n  url: /m\nsubtitle: n\n  o\n---\n\n# P\n";
    assert_eq!(
        shown(text),
        [
            "Title: It's \\\"a\\\"",
            "Meta: b \"c\"东",
            "Meta: d",
            "Meta: e f",
            "Meta: g",
            "Meta: h",
            "Meta: i j\nk",
            "Meta: l",
            "Meta: n o",
            "Heading: P",
        ]
    );
    let s = article(text).segments;
    assert_eq!(s[0].text.edit(0..4, "That's").expect("can be")[0].replacement, "That''s");
    assert_eq!(s[1].text.edit(0..1, "\"x\"").expect("can be")[0].replacement, "\\\"x\\\"");
    assert_eq!(raw(text, &s[1], "东"), "\\u4e1c");
}

#[test]
fn front_matter_in_toml_and_none() {
    let text = "+++\ntitle = \"A \\\"b\\\"\"\ndraft = true\n[taxonomies]\ntags = ['c', \"d\", # no\n \"e\"]\n[extra]\ntitle='f'\n+++\nG\n";
    assert_eq!(shown(text), ["Title: A \"b\"", "Meta: c", "Meta: d", "Meta: e", "Meta: f", "Paragraph: G"]);
    assert_eq!(shown("---\n\na\n\n---\n\nb\n"), ["Paragraph: a", "Paragraph: b"]);
    assert_eq!(shown("---\r\ntitle: a\r\n---\r\nb\r\n"), ["Title: a", "Paragraph: b"]);
    assert_eq!(shown("---\ntitle: a\n"), ["Paragraph: title: a"]);
}

#[test]
fn shortcodes_are_gaps_and_what_they_enclose_is_text() {
    let text = "{{< note >}}\na {{< glossary text=\"b c\" id=\"x\" >}} d.\n{{< /note >}}\n{{% tab name=\"x\" title=\"e\" %}}\n\
        f {{ site.x }} g{% if y %} h\n\n[i]({{< ref \"x\" >}})\n\n{{< highlight go >}}\nj := 1\n\nk\n{{< /highlight >}}\n\n{{#include x.rs}}\n";
    assert_eq!(
        shown(text),
        [
            "Paragraph: a b c d.",
            "Meta: x",
            "Meta: e",
            "Paragraph: f g h",
            "Paragraph: i",
            "Code: j := 1\n\nk"
        ]
    );
}

#[test]
fn ids_and_attribute_lists_are_gaps() {
    let text = "## 东 {#a-b}\n\n## 风{#中}\n\n## c {: .d }\n\n![e](f.png){width=50%}\n\ng {h} i\n\n[TOC]\n";
    assert_eq!(shown(text), ["Heading: 东", "Heading: 风", "Heading: c", "Image: e", "Paragraph: g {h} i"]);
}

#[test]
fn mdx_is_read() {
    let text = "import A from './a'\nimport {\n  B\n} from \"b\"\n\nexport const c = {\n  d: 1\n}\n\n# E {/*e*/}\n\n<Intro>\n\nf\n\n</Intro>\n\
        <Note title=\"g\" kind={h > i}>j *k*</Note>\n\n<Tabs>\n    <Tab>\n        l\n\n        m\n    </Tab>\n</Tabs>\n\n\
        <div className={n}>\no\n</div>\n\np {q} r <T x={1}>s</T> t\n\n{/* mtlint-ignore u */}\nv\n";
    assert_eq!(
        shown(text),
        [
            "Title: E",
            "Paragraph: f",
            "Meta: g",
            "Paragraph: j k",
            "Paragraph: l",
            "Paragraph: m",
            "Paragraph: o",
            "Paragraph: p r s t",
            "Paragraph: v",
        ]
    );
    let ignores = article(text).ignores;
    assert_eq!(&text[ignores[0].covers.range()], "v\n");
}

#[test]
fn admonitions_and_tabs_hold_prose() {
    let text = "!!! note \"A\"\n\n    b\n\n    - c\n\n??? tip\n    d\n\n=== \"E\"\n\n    ```py\n    f\n    ```\n\n    g\n\nh\n";
    assert_eq!(
        shown(text),
        [
            "Heading: A",
            "Paragraph: b",
            "Item: c",
            "Paragraph: d",
            "Heading: E",
            "Code: f",
            "Paragraph: g",
            "Paragraph: h"
        ]
    );
}

#[test]
fn containers_and_alerts_hold_prose() {
    let text = "::: tip 东 *风*\na\n:::\n\n:::note[B]{x=y}\nc\n:::\n\n::: warning\nd\n:::\n\n::video{#id}\n\n> [!NOTE]\n> e\n\n> [!tip] F\n> g\n";
    assert_eq!(
        shown(text),
        [
            "Heading: 东 风",
            "Paragraph: a",
            "Heading: B",
            "Paragraph: c",
            "Paragraph: d",
            "Quote: e",
            "Heading: F",
            "Quote: g"
        ]
    );
}

#[test]
fn mathematics_and_money() {
    let text = "US$5 to US$10, $5-$6, $x_1 + y_1$, $ \\text{a} $ and $$z$$.\n\n$$\na_1\n\n= b\n$$\n\n$$c$$\n";
    assert_eq!(
        shown(text),
        ["Paragraph: US$5 to US$10, $5-$6, x_1 + y_1, \\text{a} and z.", "Code: a_1\n\n= b", "Code: c"]
    );
}

#[test]
fn line_ends_and_mark_of_every_kind() {
    assert_eq!(shown("\u{feff}# a\r\n\r\nb\r\nc\r\n"), ["Title: a", "Paragraph: b c"]);
    assert_eq!(
        shown("\u{feff}---\rtitle: x\r---\ra\rb\r\r```\rc\r```\r"),
        ["Title: x", "Paragraph: a b", "Code: c"]
    );
    assert_eq!(shown("<!-- a\r\rb -->\rc"), ["Paragraph: c"]);
}

#[test]
fn ignore_comments_cover_a_block_a_line_or_a_region() {
    let text = "<!-- mtlint-ignore r, s: why -->\n\n- a\n- b\n\nc <!-- mtlint-ignore r -->\nd\n\n<!-- mtlint-ignore-start -->\ne\n<!-- mtlint-ignore-end -->\n\n\
        - <!-- mtlint-ignore t --> f\n- g\n\n<!-- mtlint-ignore-start u -->\nh <!-- mtlint-ignore-file v -->\n";
    let ignores = article(text).ignores;
    let covers: Vec<&str> = ignores.iter().map(|i| text[i.covers.range()].trim()).collect();
    assert_eq!(ignores[0].rules, ["r", "s"]);
    assert_eq!(covers[0], "- a\n- b");
    assert_eq!(covers[1], "c <!-- mtlint-ignore r -->");
    assert_eq!(covers[2], "<!-- mtlint-ignore-start -->\ne\n<!-- mtlint-ignore-end -->");
    assert_eq!(covers[3], "- <!-- mtlint-ignore t --> f");
    assert!(covers[4].starts_with("<!-- mtlint-ignore-start u") && covers[4].ends_with("v -->"));
    assert_eq!(covers[5], text.trim());
}

#[test]
fn hostile_files_are_read_in_time() {
    assert_eq!(shown(&(">".repeat(10_000) + " a")).len(), 1);
    for part in [
        "[",
        "<",
        "`",
        "``a`",
        "$",
        "$a ",
        "{",
        "{{",
        "{{<",
        "{%",
        "<!--",
        "<A ",
        "<A {",
        "*",
        "_a",
        "- ",
        "!!! a\n",
        "::: a\n",
        "$$\n",
        "\\",
        "&",
        "|",
        "[^1]",
        "{{< highlight >}}",
        "\"",
        "#",
        "<div>",
        "- a\n  ",
        "<b>",
        "> ",
        "www.",
        "a@",
    ] {
        article(&part.repeat(20_000 / part.len()));
    }
}

proptest! {
    #[test]
    fn front_matter_is_read_whatever_is_in_it(
        parts in prop::collection::vec(prop::sample::select(FRONT), 0..20)
    ) {
        for fence in ["---", "+++"] {
            let file = Arc::new(SourceFile::new("a.md", format!("{fence}\n{}\n{fence}\nan old word\n", parts.concat())));
            check_pieces(&file, &read(&file).segments)?;
            check_edit(&file, &read, "old", "new")?;
        }
    }

    #[test]
    fn pieces_and_gaps_rebuild_the_file(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)
    ) {
        let file = Arc::new(SourceFile::new("a.md", parts.concat()));
        check_pieces(&file, &read(&file).segments)?;
    }

    #[test]
    fn a_changed_word_is_the_only_change(
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..20)
    ) {
        let file = Arc::new(SourceFile::new("a.md", format!("{}\n\nan *old* word\n", parts.concat())));
        check_edit(&file, &read, "old", "new")?;
    }
}

const PARTS: &[&str] = &[
    "# ",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "    ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```\n",
    "~~~",
    "[",
    "](",
    ")",
    "![",
    "]",
    "[^1]",
    "[^1]: ",
    "<!--",
    "-->",
    "<!-- mtlint-ignore a -->",
    "<b>",
    "</b>",
    "<div>",
    "</div>",
    "<br>",
    "<T a={b}>",
    "</T>",
    "{{< a >}}",
    "{{% b text=\"c\" %}}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{/*",
    "*/}",
    "{#id}",
    "$",
    "$$",
    "|",
    "|--|--|\n",
    "| a | b |\n",
    "!!! note \"T\"\n",
    "=== \"U\"\n",
    "::: tip V\n",
    ":::\n",
    "> [!NOTE]\n",
    "---\n",
    "+++\n",
    "title: 'x'\n",
    "title = \"x\"\n",
    "&amp;",
    "\\",
    "\\*",
    "\\|",
    "东风",
    "word ",
    " ",
    "\t",
    "é",
    "\u{feff}",
    "\u{3000}",
    "https://a.example/东",
    "import a from 'b'\n",
    "\"",
    "'",
    ": ",
    "\0",
    "<img alt=\"a &amp; b\">",
    "<p lang=zh>",
    "$x$",
];

const FRONT: &[&str] = &[
    "title: ",
    "title = ",
    "tags:",
    "summary: >\n",
    "summary: |\n",
    "  ",
    "- ",
    "\n",
    "\r\n",
    "\n\n",
    "'",
    "''",
    "\"",
    "\"\"\"",
    "\\",
    "\\u4e1c",
    "\\n",
    "[",
    "]",
    ", ",
    "{",
    "#",
    " # ",
    ": ",
    " = ",
    "东风–é",
    "word",
    "old",
    "[a.b]\n",
    "key: 'x'\n",
    "x = 1\n",
];
