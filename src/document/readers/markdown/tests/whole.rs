use std::sync::Arc;

use proptest::prelude::*;

use super::super::read;
use super::{article, shown};
use crate::document::readers::tests::{check_edit, check_pieces};
use crate::source::SourceFile;

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
