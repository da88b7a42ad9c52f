use super::{article, raw, shown};

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
