use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::tests::check_pieces;
use crate::document::{Article, MarkKind, Role};
use crate::source::SourceFile;

fn article(name: &str, text: &str) -> (Arc<SourceFile>, Article) {
    let file = Arc::new(SourceFile::new(name, text));
    let article = read(&file);
    (file, article)
}

fn shown(text: &str) -> Vec<(Role, String)> {
    article("a.md", text).1.segments.iter().map(|s| (s.role, s.shown().to_owned())).collect()
}

/// What is text, without code.
fn prose(text: &str) -> Vec<String> {
    article("a.md", text).1.segments.iter().filter(|s| s.is_text()).map(|s| s.shown().to_owned()).collect()
}

#[test]
fn blocks_make_segments() {
    let text = "# One\n\nTwo *em* and [link](http://x.y/z)\nthree.\n\n- a\n- b\n\n  c\n\n> q\n\n| h |\n|---|\n| `x\\|y` 1 |\n\n```rust\nlet a;\n```\n\n## Two {#id}\n\nNote[^1].\n\n[^1]: The note.\n\n[ref]: http://a.b\n";
    assert_eq!(
        shown(text),
        [
            (Role::Title, "One".into()),
            (Role::Paragraph, "Two em and link three.".into()),
            (Role::Item, "a".into()),
            (Role::Item, "b".into()),
            (Role::Item, "c".into()),
            (Role::Quote, "q".into()),
            (Role::Cell, "h".into()),
            (Role::Cell, "x\\|y 1".into()),
            (Role::Code, "let a;".into()),
            (Role::Heading, "Two".into()),
            (Role::Paragraph, "Note.".into()),
            (Role::Note, "The note.".into()),
        ]
    );
}

#[test]
fn what_is_shown_maps_to_its_bytes() {
    let text = "> the &amp; **东\\*风**\n> and `code` on <b>x</b> https://a.org/b.\n";
    let (file, article) = article("a.md", text);
    let t = &article.segments[0].text;
    assert_eq!(t.shown(), "the & 东*风 and code on x https://a.org/b.");
    let at = |s: &str| {
        let start = t.shown().find(s).expect("there") as u32;
        start..start + s.len() as u32
    };
    assert_eq!(file.slice(t.raw(at("东*风"))), "东\\*风");
    assert_eq!(file.slice(t.raw(at("&"))), "&amp;");
    assert_eq!(file.slice(t.raw(at("风 and"))), "风**\n> and");
    let kinds: Vec<_> = t
        .marks()
        .iter()
        .map(|m| (m.kind.clone(), &t.shown()[m.range.start as usize..m.range.end as usize]))
        .collect();
    assert_eq!(
        kinds,
        [
            (MarkKind::Strong, "东*风"),
            (MarkKind::Code, "code"),
            (MarkKind::Strong, "x"),
            (MarkKind::Url, "https://a.org/b"),
        ]
    );
}

#[test]
fn comments_are_no_text_wherever_they_stand() {
    assert_eq!(prose("<!-- English\n\n```\n\n# x -->\n译文\n\nafter"), ["译文", "after"]);
    assert_eq!(prose("one\n<!-- two -->\nthree <!-- four --> five"), ["one", "three five"]);
    assert_eq!(prose("- item\n    <!-- hidden\n\n    more -->\n    shown\n"), ["item", "shown"]);
    assert_eq!(prose("<!-- a --> text behind"), ["text behind"]);
    assert_eq!(
        prose("`<!-- code -->` and <!-- never closed\n\nnext"),
        ["<!-- code --> and <!-- never closed", "next"]
    );
}

#[test]
fn front_matter_is_read_too() {
    let text = "---\ntitle: \"The 东风 \\\"x\\\"\"\ndate: 2024-01-01\ntags: [a b, '国''潮']\ndescription: >-\n  Long text\ncategories:\n  - News\n---\n\n# Heading\n";
    let got = shown(text);
    assert_eq!(
        got,
        [
            (Role::Title, "The 东风 \"x\"".into()),
            (Role::Meta, "a b".into()),
            (Role::Meta, "国'潮".into()),
            (Role::Meta, "Long text".into()),
            (Role::Meta, "News".into()),
            (Role::Heading, "Heading".into()),
        ]
    );
    assert_eq!(shown("+++\ntitle = 'A b'\n+++\nText\n").len(), 2);
    assert_eq!(shown("---\n\nText\n\n---\n").len(), 1);
}

#[test]
fn shortcodes_directives_and_admonitions() {
    assert_eq!(prose("{{< note >}}\nProse {{< ref \"x\" >}} inside.\n{{< /note >}}"), ["Prose inside."]);
    assert_eq!(
        prose("!!! note \"Mind this\"\n    First line.\n\n    Second.\n\nAfter."),
        ["Mind this\nFirst line.", "Second.", "After."]
    );
    assert_eq!(prose("=== \"Tab\"\n\n    Prose\n"), ["Tab", "Prose"]);
    assert_eq!(
        prose("::: tip A tip\ntext\n:::\n\n::bilibili{#x}\n\n> [!NOTE]\n> Quoted."),
        ["A tip text", "Quoted."]
    );
}

#[test]
fn formulas_are_code_and_prices_are_not() {
    let (_, article) =
        article("a.md", "The $n$ and $O(n^2)$ cost $5 and $10, or US$3 million and $4.\n\n$$\nx = 1\n$$\n");
    let t = &article.segments[0].text;
    let code: Vec<_> =
        t.marks().iter().map(|m| &t.shown()[m.range.start as usize..m.range.end as usize]).collect();
    assert_eq!(code, ["$n$", "$O(n^2)$"]);
}

#[test]
fn mdx_components_hold_prose() {
    let text = "import X from 'x'\n\n<Intro>\n\nSome *prose* {value} here.\n\n</Intro>\n\n## Head {/*head*/}\n\n<Note>\n    Indented.\n</Note>\n";
    let got: Vec<_> = article("a.mdx", text)
        .1
        .segments
        .iter()
        .filter(|s| s.is_text())
        .map(|s| s.shown().to_owned())
        .collect();
    assert_eq!(got, ["Some prose here.", "Head", "Indented."]);
}

#[test]
fn html_blocks_and_pictures() {
    assert_eq!(
        prose("<table>\n<tr><td>a &amp; b</td></tr>\n</table>\n\n![the 东风](x.png) text"),
        ["a & b", "text", "the 东风"]
    );
    assert_eq!(prose("<div align=\"center\">\nProse **here**\n</div>"), ["Prose here"]);
}

#[test]
fn what_only_looks_like_a_tag_is_text() {
    assert_eq!(
        prose("Rivers <unk> rise <b>up</b>.\n\n<think>\nWell.\n</think>\n\n<Note>x</Note>"),
        ["Rivers <unk> rise up.", "<think>\nWell.\n</think>", "x"]
    );
}

#[test]
fn ignore_comments() {
    let (file, article) = article(
        "a.md",
        "<!-- mtlint-ignore doubled-word: song -->\nla la\nla\n\nb b <!-- mtlint-ignore -->\n",
    );
    let covers: Vec<_> = article.ignores.iter().map(|i| file.slice(i.covers).trim_end()).collect();
    assert_eq!(covers, ["la la\nla", "b b <!-- mtlint-ignore -->"]);
}

#[test]
fn line_ends_of_all_kinds() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["\u{feff}---", "title: T", "---", "", "One", "two", "", "Three"].join(end);
        assert_eq!(
            shown(&text).iter().map(|s| s.1.as_str()).collect::<Vec<_>>(),
            ["T", "One two", "Three"],
            "{end:?}"
        );
    }
}

#[test]
fn hostile_files_take_no_time() {
    for text in [
        "> ".repeat(20_000),
        "[".repeat(200_000),
        "`".repeat(200_000),
        "<!--".repeat(50_000),
        "- ".repeat(5_000),
        "$".repeat(100_000),
        "{{".repeat(100_000),
    ] {
        let start = std::time::Instant::now();
        let _ = shown(&text);
        assert!(start.elapsed().as_secs() < 20, "{}", &text[..4]);
    }
}

proptest! {
    #[test]
    fn pieces_and_gaps_rebuild_the_file(text in "(\\PC|[-#>*_`~|:!\\[\\]()<>{}$&;=\"' \\n\\r\\t东。]|<!--|-->|---\\n|```\\n|    |&amp;|\\{\\{<|>\\}\\}|!!! a|::: b|</?b>|<br>|title: ){0,80}") {
        for name in ["a.md", "a.mdx"] {
            let (file, article) = article(name, &text);
            check_pieces(&file, &article.segments)?;
        }
    }

    #[test]
    fn one_changed_word_changes_nothing_else(before in "[a-z]{1,8}", word in "[a-z]{3,8}", after in "[a-z]{1,8}") {
        let text = format!("# {before}\n\n- **{before}** and *{word}* `{after}` &amp; {after}\n");
        let (file, article) = article("a.md", &text);
        let t = &article.segments[1].text;
        let start = (before.len() + 5) as u32;
        let edits = t.edit(start..start + word.len() as u32, "CHANGED").expect("editable");
        let mut changed = file.text.to_string();
        for e in edits.iter().rev() {
            changed.replace_range(e.span.range(), &e.replacement);
        }
        prop_assert_eq!(changed, format!("# {before}\n\n- **{before}** and *CHANGED* `{after}` &amp; {after}\n"));
    }
}
