//! One pass over the tokens of a page or a fragment.

use std::sync::Arc;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use super::attributes;
use super::elements::{Inline, block_role, inline_kind, is_hidden, is_void};
use super::inline;
use crate::document::{Escape, Lang, MarkKind, Role, Segment, TextBuilder};
use crate::source::{SourceFile, Span};

/// An end tag looks for its start tag among so many open elements; a page nested deeper is no page.
const DEEPEST: usize = 64;

/// An open element.
struct Open {
    name: String,
    role: Role,
    is_block: bool,
    marks: bool,
    hidden: bool,
    translate: bool,
    lang: Option<Lang>,
}

/// Collects the segments of a page or a fragment.
pub(in crate::document::readers) struct Walker<'f> {
    file: &'f Arc<SourceFile>,
    open: Vec<Open>,
    text: Option<(TextBuilder, Role, bool)>,
    /// Segments that belong behind the one that is being read: descriptions of pictures.
    later: Vec<Segment>,
    segments: Vec<Segment>,
    comments: Vec<(Span, String)>,
    lang: Option<Lang>,
    has_title: bool,
    base: Role,
}

impl<'f> Walker<'f> {
    /// Nothing is read yet.
    pub(in crate::document::readers) fn new(file: &'f Arc<SourceFile>) -> Self {
        Self {
            file,
            open: Vec::new(),
            text: None,
            later: Vec::new(),
            segments: Vec::new(),
            comments: Vec::new(),
            lang: None,
            has_title: false,
            base: Role::Paragraph,
        }
    }

    /// For a fragment: what text is that stands in no block of its own.
    pub(in crate::document::readers) fn inside(file: &'f Arc<SourceFile>, role: Role) -> Self {
        Self { base: role, ..Self::new(file) }
    }

    /// Reads a stretch of the file.
    pub(in crate::document::readers) fn walk(&mut self, span: Span) {
        let source = self.file.slice(span);
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(source, emitter).flatten() {
            let place = |s: html5gum::Span<usize>| {
                Span::new(span.start + s.start as u32, span.start + s.end.min(source.len()) as u32)
            };
            match token {
                Token::StartTag(tag) => self.start(&tag, span.start),
                Token::EndTag(tag) => self.end(&tag),
                Token::String(text) => self.add(place(text.span)),
                Token::Comment(text) => {
                    let inside = String::from_utf8_lossy(&text.value).into_owned();
                    self.comments.push((place(text.span), inside));
                }
                Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        self.flush();
    }

    /// The segments, the comments and the language of the page.
    pub(in crate::document::readers) fn finish(
        mut self,
    ) -> (Vec<Segment>, Vec<(Span, String)>, Option<Lang>) {
        self.flush();
        for (i, segment) in self.segments.iter_mut().enumerate() {
            segment.index = i as u32;
        }
        (self.segments, self.comments, self.lang)
    }

    fn start(&mut self, tag: &StartTag<usize>, base: u32) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |key: &str| attributes::value(tag, key);
        let parent = self.open.last();
        let parent_role = parent.map_or(self.base, |o| o.role);
        let (mut hidden, mut translate) =
            (parent.is_some_and(|o| o.hidden), parent.is_none_or(|o| o.translate));
        let mut lang = parent.and_then(|o| o.lang.clone());
        let block = block_role(&name, parent_role);
        if name == "html" {
            self.lang = attribute("lang").and_then(|l| Lang::parse(&l));
        }
        // The title of a page stands in its head, which else is not seen.
        hidden = (hidden || is_hidden(&name)) && name != "title" && name != "body";
        if block.is_some() {
            self.flush();
        }
        let mut marks = false;
        match inline_kind(&name, &attribute) {
            Inline::Mark(MarkKind::NoTranslate) if block.is_some() => translate = false,
            Inline::Mark(MarkKind::Lang(own)) if block.is_some() => lang = self.foreign(own),
            Inline::Mark(kind) if block.is_none() && !is_void(&name) && !hidden => {
                let kind = match kind {
                    MarkKind::Lang(own) => self.foreign(own).map(MarkKind::Lang),
                    kind => Some(kind),
                };
                if let Some(kind) = kind {
                    self.builder().open(kind);
                    marks = true;
                }
            }
            Inline::Break if !hidden => {
                let at = Span::new(base + tag.span.start as u32, base + tag.span.end as u32);
                if let Some((text, ..)) = &mut self.text {
                    text.atom(at, "\n");
                }
            }
            _ => {}
        }
        if !hidden || name == "meta" {
            self.attributes(tag, &name, base, translate);
        }
        if !tag.self_closing && !is_void(&name) {
            let role = block.unwrap_or(parent_role);
            self.open.push(Open { name, role, is_block: block.is_some(), marks, hidden, translate, lang });
        } else if marks {
            self.close_mark();
        }
    }

    /// A language that differs from that of the page.
    fn foreign(&self, own: Lang) -> Option<Lang> {
        let page = self.lang.as_ref().map_or("en", Lang::primary);
        (!own.is(page)).then_some(own)
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name);
        let near = self.open.len().saturating_sub(DEEPEST);
        let Some(found) = self.open[near..].iter().rposition(|o| o.name == *name) else { return };
        for open in self.open.split_off(near + found).into_iter().rev() {
            if open.marks {
                self.close_mark();
            }
            if open.is_block {
                self.flush();
            }
        }
    }

    fn close_mark(&mut self) {
        if let Some((text, ..)) = &mut self.text {
            text.close();
        }
    }

    fn add(&mut self, span: Span) {
        let (hidden, pre) = self.open.last().map_or((false, false), |o| (o.hidden, o.role == Role::Code));
        if hidden {
            return;
        }
        let source = self.file.slice(span).to_owned();
        if self.text.is_none() && source.trim().is_empty() {
            return;
        }
        inline::add(self.builder(), &source, span, pre);
    }

    fn builder(&mut self) -> &mut TextBuilder {
        let parent = self.open.last();
        let (role, translate) = (parent.map_or(self.base, |o| o.role), parent.is_none_or(|o| o.translate));
        let lang = parent.and_then(|o| o.lang.clone());
        let file = self.file;
        let (text, ..) = self.text.get_or_insert_with(|| {
            let mut text = TextBuilder::new(file, Escape::Html);
            if let Some(lang) = lang {
                text.open(MarkKind::Lang(lang));
            }
            (text, role, translate)
        });
        text
    }

    fn flush(&mut self) {
        if let Some((text, role, translate)) = self.text.take()
            && let Some(text) = text.finish()
        {
            let role = match role {
                Role::Title if self.has_title => Role::Heading,
                role => role,
            };
            self.has_title |= role == Role::Title;
            self.segments.push(Segment {
                index: 0,
                unit: None,
                role,
                text,
                translate: translate && role != Role::Code,
            });
        }
        self.segments.append(&mut self.later);
    }

    fn attributes(&mut self, tag: &StartTag<usize>, name: &str, base: u32, translate: bool) {
        for (value, role) in attributes::texts(tag, name) {
            let span = Span::new(base + value.span.start as u32, base + value.span.end as u32);
            // The span takes in the name and the quotation marks.
            let source = self.file.slice(span);
            let from = source.find('=').map_or(0, |i| i + 1);
            let quoted = source[from..].trim_start();
            let inner = quoted.trim_matches(['"', '\'']);
            let start = span.start + (source.len() - quoted.trim_start_matches(['"', '\'']).len()) as u32;
            let mut text = TextBuilder::new(self.file, Escape::Html);
            inline::add(&mut text, inner, Span::new(start, start + inner.len() as u32), false);
            if let Some(text) = text.finish() {
                self.later.push(Segment { index: 0, unit: None, role, text, translate });
            }
        }
        if self.text.is_none() {
            self.segments.append(&mut self.later);
        }
    }
}
