//! What the inline elements of XLIFF are. Version 1.2 keeps native code inside `ph`, `it`, `bpt` and `ept`, version 2
//! leaves those empty.

use crate::document::MarkKind;
use crate::document::readers::xml::{Inline, attribute, name};

/// What the inline element `element` with the start tag `tag` is.
pub(super) fn kind(element: &str, tag: &str) -> Inline {
    match element {
        "g" | "bx" | "ex" | "bpt" | "ept" => {
            let name = name(element, tag, &["id", "rid"]);
            if element == "g" { Inline::Around(name) } else { Inline::Border(name) }
        }
        // A translation may write one of them for the other.
        "pc" => Inline::Around(name("pc", tag, &["id"])),
        "sc" => Inline::Border(name("pc", tag, &["id"])),
        "x" | "ph" | "it" => Inline::Instead(name(element, tag, &["id"]), said(tag)),
        "cp" => character(tag).map_or(Inline::Foreign, Inline::Character),
        "mrk" => mrk(tag),
        "sub" | "ec" | "sm" | "em" => Inline::Foreign,
        _ => Inline::Plain,
    }
}

/// What the attributes of a code say that stands for it.
fn said(tag: &str) -> Option<String> {
    if attribute(tag, &["ctype", "subType"]).is_some_and(|v| v == "lb" || v == "xlf:lb") {
        return Some("lb".to_owned());
    }
    let is_format =
        |v: &str| matches!(v, "bold" | "italic" | "underlined" | "link" | "fmt" | "x-html-b" | "x-html-i");
    let equivalent = attribute(tag, &["equiv-text", "equiv", "disp"]).filter(|v| !v.is_empty());
    equivalent.or_else(|| attribute(tag, &["ctype", "type"]).filter(|v| is_format(v)).map(|_| "<".to_owned()))
}

fn character(tag: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(attribute(tag, &["hex"])?.trim(), 16).ok()?)
}

fn mrk(tag: &str) -> Inline {
    let is = |names: &[&str], value: &str| attribute(tag, names).as_deref() == Some(value);
    if is(&["mtype"], "seg") {
        return Inline::Segment(attribute(tag, &["mid"]));
    }
    if is(&["mtype"], "protected") || is(&["translate"], "no") {
        return Inline::Marked(MarkKind::NoTranslate);
    }
    Inline::Plain
}
