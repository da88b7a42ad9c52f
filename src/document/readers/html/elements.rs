//! What the elements of HTML mean for reading: which are blocks, which are not shown, what they say of their text.

use crate::document::{MarkKind, Role};

/// What is known of an element by its name.
#[derive(Clone, Default)]
pub(super) struct Kind {
    /// It ends the text before it.
    pub(super) block: bool,
    /// What becomes of its inside.
    pub(super) inside: Inside,
    /// What its text is; `None` as around it.
    pub(super) role: Option<Role>,
    /// What it says of its text.
    pub(super) mark: Option<MarkKind>,
}

/// What becomes of the inside of an element.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Inside {
    /// It is shown, white space folded.
    #[default]
    Text,
    /// It is shown with all white space.
    Exact,
    /// It is not shown.
    Hidden,
    /// There is none, and no end tag.
    Void,
}

/// The kind of the element `name`, in lower case. A name that is not known is an inline element without meaning.
pub(super) fn kind(name: &str) -> Kind {
    let inline = |mark| Kind { mark: Some(mark), ..Kind::default() };
    let block = |role| Kind { block: true, role, ..Kind::default() };
    match name {
        "a" => inline(MarkKind::Link),
        "em" | "i" | "dfn" => inline(MarkKind::Emphasis),
        "b" | "strong" => inline(MarkKind::Strong),
        "cite" => inline(MarkKind::Cite),
        "code" | "kbd" | "samp" | "var" | "tt" | "math" => inline(MarkKind::Code),
        "rt" | "rp" => Kind { inside: Inside::Hidden, ..Kind::default() },
        "script" | "style" | "template" | "iframe" | "noembed" | "noframes" | "object" | "canvas" => {
            Kind { inside: Inside::Hidden, block: name == "template", ..Kind::default() }
        }
        "img" | "wbr" | "input" | "area" | "source" | "track" | "param" | "embed" | "br" => {
            Kind { inside: Inside::Void, ..Kind::default() }
        }
        "hr" | "meta" | "link" | "base" | "col" | "frame" => Kind { inside: Inside::Void, ..block(None) },
        "title" => block(Some(Role::Title)),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "legend" => block(Some(Role::Heading)),
        "li" | "dd" | "option" => block(Some(Role::Item)),
        "td" | "th" => block(Some(Role::Cell)),
        "blockquote" => block(Some(Role::Quote)),
        "figcaption" | "caption" => block(Some(Role::Image)),
        "pre" | "listing" | "xmp" | "plaintext" => Kind { inside: Inside::Exact, ..block(Some(Role::Code)) },
        "textarea" => Kind { inside: Inside::Exact, ..block(None) },
        _ if BLOCKS.contains(&name) => block(None),
        _ => Kind::default(),
    }
}

/// Whether `name` is an element of HTML, of SVG or `MathML` inside it, or has the form of a custom one. What else stands in
/// angle brackets in Markdown is text that looks like a tag: `<unk>`, `<name>`.
pub(in crate::document::readers) fn is_element(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.contains(['-', '.', ':'])
        || BLOCKS.contains(&lower.as_str())
        || NAMES.split_ascii_whitespace().any(|n| n == lower)
}

/// The elements that are no plain blocks.
const NAMES: &str = "a abbr acronym animate area audio b base bdi bdo big blink blockquote br button canvas caption circle \
    cite code col colgroup data datalist dd defs del dfn dt ellipse em embed figcaption filter font frame g h1 h2 h3 h4 h5 \
    h6 hr i iframe image img input ins kbd label legend li line link listing map mark marquee math meta meter nobr noembed \
    noframes object option output param path plaintext polygon polyline pre progress q rb rect rp rt rtc ruby s samp script \
    slot small source span strike strong style sub summary sup symbol td template textarea th time title track tspan tt u \
    use var wbr xmp";

/// The elements that end when `name` begins, besides a paragraph that any block ends.
pub(super) fn ended_by(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["li"],
        "dt" | "dd" => &["dt", "dd"],
        "td" | "th" => &["td", "th"],
        "tr" => &["td", "th", "tr"],
        "thead" | "tbody" | "tfoot" => &["td", "th", "tr", "thead", "tbody", "tfoot"],
        "option" | "optgroup" => &["option", "optgroup"],
        "rt" | "rp" => &["rt", "rp"],
        _ => &[],
    }
}

const BLOCKS: &[&str] = &[
    "address", "article", "aside", "body", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figure", "footer", "form", "frameset", "head", "header", "hgroup", "html", "main", "menu", "nav",
    "noscript", "ol", "optgroup", "p", "picture", "search", "section", "select", "svg", "table", "tbody",
    "text", "tfoot", "thead", "tr", "ul", "video", "audio",
];
