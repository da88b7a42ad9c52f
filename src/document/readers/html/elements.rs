//! What elements mean for reading.

use crate::document::{Lang, MarkKind, Role};

/// What a block element makes of its text; `None` for inline elements.
pub(super) fn block_role(name: &str, parent: Role) -> Option<Role> {
    Some(match name {
        "h1" | "title" => Role::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "legend" => Role::Heading,
        "li" | "dt" | "dd" | "option" => Role::Item,
        "td" | "th" => Role::Cell,
        "blockquote" => Role::Quote,
        "pre" | "textarea" | "listing" => Role::Code,
        "figcaption" | "caption" => Role::Image,
        "button" | "label" => Role::Meta,
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside" | "ul"
        | "ol" | "dl" | "table" | "thead" | "tbody" | "tfoot" | "tr" | "figure" | "form" | "fieldset"
        | "details" | "address" | "hr" | "body" | "html" | "head" | "center" | "dialog" | "menu"
        | "hgroup" | "select" => parent,
        _ => return None,
    })
}

/// Whether an element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether nothing inside an element is seen.
pub(super) fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "rt"
            | "rp"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "head"
    )
}

/// Whether a tag's name is one of HTML, of SVG or MathML inside it, or has the form of a component. What else stands in
/// angle brackets is text that looks like a tag: `<unk>`, `<name>`.
pub(in crate::document::readers) fn is_element(name: &str) -> bool {
    const NAMES: &str = " a abbr acronym address animate area article aside audio b base basefont bdi bdo big blink blockquote \
        body br button canvas caption center circle cite code col colgroup data datalist dd defs del details dfn dialog dir \
        div dl dt ellipse em embed fieldset figcaption figure filter font footer form frame frameset g h1 h2 h3 h4 h5 h6 \
        head header hgroup hr html i iframe image img input ins kbd label legend li line link main map mark marquee math \
        menu meta meter nav nobr noembed noscript object ol optgroup option output p param path picture polygon polyline \
        pre progress q rb rect rp rt rtc ruby s samp script search section select slot small source span strike strong \
        style sub summary sup svg symbol table tbody td template text textarea tfoot th thead time title tr track tspan tt \
        u ul use var video wbr ";
    let lower = name.to_ascii_lowercase();
    name.contains(['-', '.', ':'])
        || name.starts_with(|c: char| c.is_ascii_uppercase())
        || NAMES.contains(&format!(" {lower} "))
}

/// What an inline tag does to the text.
pub(in crate::document::readers) enum Inline {
    /// Marks what is inside.
    Mark(MarkKind),
    /// Breaks the line.
    Break,
    /// Hides what is inside.
    Hide,
    /// Nothing.
    Plain,
}

/// What an inline tag with these attributes does.
pub(in crate::document::readers) fn inline_kind(
    name: &str,
    attribute: &dyn Fn(&str) -> Option<String>,
) -> Inline {
    let no_translate = attribute("translate").is_some_and(|v| v.eq_ignore_ascii_case("no"))
        || attribute("class").is_some_and(|c| c.split_ascii_whitespace().any(|c| c == "notranslate"));
    if no_translate {
        return Inline::Mark(MarkKind::NoTranslate);
    }
    if let Some(lang) = attribute("lang").or_else(|| attribute("xml:lang")).and_then(|l| Lang::parse(&l)) {
        return Inline::Mark(MarkKind::Lang(lang));
    }
    match name {
        "code" | "kbd" | "samp" | "var" | "tt" => Inline::Mark(MarkKind::Code),
        "a" => Inline::Mark(MarkKind::Link),
        "em" | "i" => Inline::Mark(MarkKind::Emphasis),
        "strong" | "b" => Inline::Mark(MarkKind::Strong),
        "cite" => Inline::Mark(MarkKind::Cite),
        "br" => Inline::Break,
        "rt" | "rp" | "script" | "style" => Inline::Hide,
        _ => Inline::Plain,
    }
}
