//! Elements as they open and close, and what that means for the text at hand. The Markdown reader uses it too, for
//! HTML blocks and for tags inside a paragraph.

use super::elements::{self, Inside, Kind};
use super::said::attribute;
use super::tokens::{Part, tokens};
use crate::document::readers::flow::Flow;
use crate::document::readers::ignores::Ignores;
use crate::document::{CodeKind, Escape, Lang, MarkKind, Role};
use crate::source::{SourceFile, Span};

/// Browsers nest no deeper either.
const DEEPEST: usize = 512;

/// The reader's state between two tokens.
pub(in crate::document::readers) struct Html {
    /// The text at hand.
    pub(in crate::document::readers) flow: Flow,
    /// What text outside of all elements is.
    pub(in crate::document::readers) base: Role,
    /// How text is escaped.
    pub(in crate::document::readers) escape: Escape,
    /// Ignore comments.
    pub(in crate::document::readers) ignores: Ignores,
    /// The language of the whole file.
    pub(in crate::document::readers) lang: Option<Lang>,
    stack: Vec<Element>,
    /// Whether the inside of a `noscript` is being read.
    unread: bool,
    /// So many elements stay open around blocks of Markdown, and leave what a text is to them.
    floor: usize,
    /// Ignore comments that cover loose text, each with the place where it begins.
    pub(super) loose: Vec<(u32, usize)>,
}

struct Element {
    name: Box<str>,
    kind: Kind,
    role: Role,
    translate: bool,
    lang: Option<Lang>,
    marks: usize,
    start: u32,
    ignores: Vec<usize>,
}

impl Html {
    pub(in crate::document::readers) fn new(flow: Flow) -> Self {
        Self {
            flow,
            base: Role::Paragraph,
            escape: Escape::Html,
            ignores: Ignores::default(),
            lang: None,
            stack: Vec::new(),
            unread: false,
            floor: 0,
            loose: Vec::new(),
        }
    }

    /// Reads `view`, which is the file from the byte `base` on, or like it but for parts that are not shown.
    pub(in crate::document::readers) fn fragment(&mut self, view: &str, base: u32, xml: bool) {
        let file = std::sync::Arc::clone(&self.flow.file);
        tokens(view, xml, |part, range| {
            let at = base + range.start as u32;
            let end = base + range.end as u32;
            match part {
                Part::Text(text) if self.is_unread(text) => {
                    self.unread = true;
                    self.fragment(text, at, xml);
                    self.unread = false;
                }
                Part::Text(text) => self.text(text, at),
                Part::Start { name, tag, closed } => self.start_tag(name, tag, at, closed),
                Part::End(name) => self.end_tag(name, Span::new(at, end)),
                Part::Comment(raw) => self.comment(&file, raw, Span::new(at, end)),
            }
        });
    }

    /// Whether `text` is the inside of a `noscript`, in which the tokenizer sees no tags.
    fn is_unread(&self, text: &str) -> bool {
        !self.unread && self.stack.last().is_some_and(|e| &*e.name == "noscript") && text.contains('<')
    }

    /// Ends the text at hand at the byte `at`.
    pub(in crate::document::readers) fn boundary(&mut self, at: u32) {
        self.settle();
        self.flow.flush();
        for (start, number) in self.loose.drain(..) {
            self.ignores.cover(number, Span::new(start, at));
        }
    }

    /// Sets what the text at hand is, by the elements that are open.
    pub(in crate::document::readers) fn settle(&mut self) {
        let flow = &mut self.flow;
        flow.role = if self.stack.len() > self.floor {
            self.stack.last().map_or(self.base, |e| e.role)
        } else {
            self.base
        };
        flow.translate = self.stack.last().is_none_or(|e| e.translate);
        flow.escape = self.escape;
    }

    /// What the elements that are open around Markdown make of it.
    pub(in crate::document::readers) fn role_around(&self) -> Option<Role> {
        self.stack.last().map(|e| e.role)
    }

    /// Ends a block of Markdown: what was opened inside it does not reach over its end.
    pub(in crate::document::readers) fn end_block(&mut self, at: u32) {
        self.boundary(at);
        self.unwind(self.floor, at);
        self.settle();
    }

    /// Closes elements until `depth` are open.
    pub(in crate::document::readers) fn unwind(&mut self, depth: usize, at: u32) {
        while self.stack.len() > depth {
            self.pop(at);
        }
    }

    /// Ends a part of HTML inside Markdown: only sections stay open, since nothing else is sure to be closed later.
    pub(in crate::document::readers) fn end_fragment(&mut self, at: u32) {
        self.boundary(at);
        let stays = |e: &Element| {
            e.kind.block && e.kind.inside == Inside::Text && !matches!(&*e.name, "p" | "li" | "td" | "th")
        };
        if let Some(i) = self.stack.iter().position(|e| !stays(e)) {
            self.unwind(i, at);
        }
        self.floor = self.stack.len();
    }

    /// Whether white space is shown as it is.
    pub(super) fn is_exact(&self) -> bool {
        self.stack.last().is_some_and(|e| e.kind.inside == Inside::Exact)
    }

    fn comment(&mut self, file: &SourceFile, raw: &str, span: Span) {
        if let Some(inside) = raw.strip_prefix("<!--").and_then(|s| s.strip_suffix("-->")) {
            self.ignores.comment(file, span, inside);
        }
    }

    /// A start tag, or an empty one.
    pub(in crate::document::readers) fn start_tag(&mut self, name: &str, tag: &str, at: u32, closed: bool) {
        let mut kind = elements::kind(name);
        let end = at + tag.len() as u32;
        self.flow.code(CodeKind::Tag, Span::new(at, end));
        self.close_ended(name, &kind, at);
        if kind.block {
            self.boundary(at);
        }
        let said = self.attributes(name, tag, at);
        for (role, span) in &said.texts {
            let text = if self.flow.hidden == 0 { attribute(&self.flow.file, *span) } else { None };
            if let Some(text) = text {
                self.flow.wait(text, *role);
            }
        }
        if name == "br" {
            self.flow.atom(Span::new(at, end), "\n");
        }
        if kind.inside == Inside::Void || closed || self.stack.len() >= DEEPEST {
            return;
        }
        if name == "title" && self.stack.iter().any(|e| &*e.name == "svg") {
            kind.role = Some(Role::Image);
        }
        if kind.inside == Inside::Text && self.is_exact() {
            kind.inside = Inside::Exact;
        }
        let own = match kind.role {
            Some(Role::Heading) if name == "h1" => Some(self.flow.first_heading()),
            role => role,
        };
        self.settle();
        let (role, translate) = (self.flow.role, self.flow.translate);
        let mut marks: Vec<MarkKind> = kind.mark.clone().into_iter().collect();
        marks.extend(said.lang.clone().filter(|l| self.is_other(l)).map(MarkKind::Lang));
        if said.translate == Some(false) && !kind.block {
            marks.push(MarkKind::NoTranslate);
        }
        self.flow.hidden += u32::from(kind.inside == Inside::Hidden);
        let mut element = Element {
            name: name.into(),
            role: own.unwrap_or(role),
            translate: if kind.block { said.translate.unwrap_or(translate) } else { translate },
            lang: said.lang,
            marks: marks.len(),
            start: at,
            ignores: Vec::new(),
            kind,
        };
        for mark in marks {
            self.flow.open(mark);
        }
        if element.kind.block {
            element.ignores = std::mem::take(&mut self.ignores.waiting);
        }
        self.stack.push(element);
    }

    /// An end tag; one that ends nothing is passed over.
    pub(in crate::document::readers) fn end_tag(&mut self, name: &str, span: Span) {
        self.flow.code(CodeKind::Tag, span);
        let kind = elements::kind(name);
        let in_table =
            matches!(name, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "table" | "body" | "html");
        let stops = |e: &Element| {
            (!kind.block && e.kind.block) || (!in_table && matches!(&*e.name, "td" | "th" | "table"))
        };
        let open = self.stack.iter().rposition(|e| &*e.name == name || stops(e));
        if let Some(i) = open.filter(|i| &*self.stack[*i].name == name) {
            if self.stack[i..].iter().any(|e| e.kind.block) {
                self.boundary(span.start);
            }
            self.unwind(i, span.end);
        }
    }

    /// Closes what ends where `name` begins: an item before the next, a paragraph before a block.
    fn close_ended(&mut self, name: &str, kind: &Kind, at: u32) {
        let ended = elements::ended_by(name);
        loop {
            let near = if kind.block {
                self.stack.iter().rposition(|e| e.kind.block)
            } else {
                self.stack.len().checked_sub(1)
            };
            let Some(i) = near else { return };
            let top = &*self.stack[i].name;
            let ends = ended.contains(&top) || kind.block && top == "p";
            if !ends {
                return;
            }
            if kind.block {
                self.boundary(at);
            }
            self.unwind(i, at);
        }
    }

    fn pop(&mut self, at: u32) {
        let Some(element) = self.stack.pop() else { return };
        (0..element.marks).for_each(|_| self.flow.close());
        self.flow.hidden -= u32::from(element.kind.inside == Inside::Hidden);
        for number in element.ignores {
            self.ignores.cover(number, Span::new(element.start, at));
        }
    }

    fn is_other(&self, lang: &Lang) -> bool {
        let around = self.stack.iter().rev().find_map(|e| e.lang.as_ref()).or(self.lang.as_ref());
        around.is_none_or(|l| l.primary() != lang.primary())
    }
}
