//! The events of the parser become segments.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::spans;
use crate::document::readers::html::{Html, attribute};
use crate::document::{Escape, MarkKind, Role};
use crate::source::Span;

/// The state between two events.
pub(super) struct Walk<'a> {
    copy: &'a str,
    admonitions: &'a [usize],
    pub(super) html: Html,
    /// What the blocks around are.
    around: Vec<Role>,
    /// Where the last piece of text ends.
    last: usize,
    in_code: bool,
    /// The parts of an HTML block.
    block: Vec<Range<usize>>,
    /// Titles of the images that are open.
    titles: Vec<Option<Span>>,
    /// Every block, outer before inner, for ignore comments.
    pub(super) blocks: Vec<Span>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(copy: &'a str, admonitions: &'a [usize], html: Html) -> Self {
        Self {
            copy,
            admonitions,
            html,
            around: Vec::new(),
            last: 0,
            in_code: false,
            block: Vec::new(),
            titles: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// Takes the next event.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::from(range.clone());
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(shown) => {
                self.html.flow.open(MarkKind::Code);
                self.last = range.end;
                spans::code(&mut self.html.flow, self.copy, range, &shown);
                self.html.flow.close();
            }
            Event::InlineMath(_) => {
                self.html.flow.open(MarkKind::Code);
                self.math(span, 1);
                self.html.flow.close();
            }
            Event::DisplayMath(_) => self.display(span),
            Event::Html(_) => self.block.push(range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::SoftBreak => self.html.flow.space(span),
            Event::HardBreak => self.html.flow.atom(span, "\n"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::Rule => {}
        }
    }

    /// Begins a block; its text is `role`, or what the blocks around are.
    fn begin(&mut self, role: Option<Role>, escape: Escape, at: usize) {
        self.html.end_block(at as u32);
        let around = self.around.last().copied().or_else(|| self.html.role_around());
        self.html.base = role.or(around).unwrap_or(Role::Paragraph);
        self.html.escape = escape;
        self.html.settle();
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let at = range.start;
        let is_inline = matches!(
            tag,
            Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Superscript
                | Tag::Subscript
                | Tag::Link { .. }
                | Tag::Image { .. }
        );
        if !is_inline && !matches!(tag, Tag::TableCell | Tag::TableRow | Tag::TableHead) {
            self.blocks.push(Span::from(range.clone()));
        }
        match tag {
            Tag::Emphasis => self.html.flow.open(MarkKind::Emphasis),
            Tag::Strong => self.html.flow.open(MarkKind::Strong),
            Tag::Link { link_type, title, .. } => self.link(link_type, &title, range),
            Tag::Image { link_type, title, .. } => {
                self.titles.push(self.title(link_type, &title, range));
                self.html.flow.nest();
            }
            Tag::Heading { level, .. } => {
                // The heading of an admonition is one in the copy only.
                let is_own =
                    !self.copy[at..].starts_with('#') || self.html.flow.file.text[at..].starts_with('#');
                let is_first = level == HeadingLevel::H1 && is_own;
                let role = if is_first { self.html.flow.first_heading() } else { Role::Heading };
                self.begin(Some(role), Escape::None, at);
            }
            Tag::BlockQuote(_) => self.open_around(Role::Quote, at),
            Tag::Item => {
                let marker = at + self.copy[at..].bytes().take_while(|b| *b == b' ').count();
                let is_item = self.admonitions.binary_search(&marker).is_err();
                self.open_around(if is_item { Role::Item } else { Role::Paragraph }, at);
            }
            Tag::FootnoteDefinition(_) => self.open_around(Role::Note, at),
            Tag::DefinitionListDefinition => self.open_around(Role::Item, at),
            Tag::DefinitionListTitle => self.begin(Some(Role::Heading), Escape::None, at),
            Tag::CodeBlock(_) => {
                self.begin(Some(Role::Code), Escape::None, at);
                self.html.flow.translate = false;
                self.in_code = true;
            }
            Tag::HtmlBlock => {
                self.begin(None, Escape::Html, at);
                self.block.clear();
            }
            Tag::TableCell => self.begin(Some(Role::Cell), Escape::TableCell, at),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            _ => self.begin(None, Escape::None, at),
        }
    }

    fn open_around(&mut self, role: Role, at: usize) {
        self.around.push(role);
        self.begin(None, Escape::None, at);
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        let at = range.end;
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.html.flow.close(),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Image => {
                self.html.flow.unnest(Role::Image);
                let title = self.titles.pop().flatten();
                self.wait(title, Role::Image);
            }
            TagEnd::HtmlBlock => self.html_block(at),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.html.flow.flush();
                self.begin(None, Escape::None, at);
            }
            TagEnd::BlockQuote(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListDefinition => {
                // The text at hand is still the inner block's.
                self.html.end_block(at as u32);
                self.around.pop();
                self.begin(None, Escape::None, at);
            }
            _ => self.begin(None, Escape::None, at),
        }
    }

    fn text(&mut self, text: &CowStr<'_>, range: Range<usize>) {
        let (copy, span) = (self.copy, Span::from(range.clone()));
        let before = self.last.min(range.start);
        self.last = range.end;
        let flow = &mut self.html.flow;
        if copy.get(range.clone()) != Some(text) {
            flow.atom(span, text);
        } else if self.in_code {
            flow.exact(span);
        } else {
            // The parser leaves out the backslash of an escape; an edit must not.
            let gap = copy.get(before..range.start).unwrap_or_default();
            let slashes = gap.len() - gap.trim_end_matches('\\').len();
            let first = text.chars().next().filter(|_| slashes > 0).map_or(0, char::len_utf8);
            if first > 0 {
                flow.atom(Span::from(range.start - slashes..range.start + first), &text[..first]);
            }
            flow.verbatim(Span::from(range.start + first..range.end));
        }
    }

    fn math(&mut self, span: Span, dollars: u32) {
        let inner = Span::new(span.start + dollars, span.end.saturating_sub(dollars));
        self.last = span.end as usize;
        let shown = &self.copy[inner.range()];
        // White space folds, so that marks of quotations at the start of lines are not shown.
        let mut at = inner.start;
        for line in shown.split_inclusive('\n') {
            let text = line.trim_end_matches(['\r', '\n']);
            let mark = text.len() - text.trim_start_matches([' ', '\t', '>']).len();
            let skip = if at == inner.start { 0 } else { mark as u32 };
            let end = at + text.len() as u32;
            self.html.flow.verbatim(Span::new(at + skip, end));
            if text.len() < line.len() {
                self.html.flow.space(Span::new(end, at + line.len() as u32));
            }
            at += line.len() as u32;
        }
    }

    /// Mathematics between two dollar signs: on lines of its own it is a block of code.
    fn display(&mut self, span: Span) {
        let line_start = self.copy[..span.start as usize].rfind('\n').map_or(0, |i| i + 1);
        let before = &self.copy[line_start..span.start as usize];
        let behind = self.copy[span.end as usize..].split(['\n', '\r']).next().unwrap_or_default();
        let is_block = before.trim_matches([' ', '\t', '>']).is_empty() && behind.trim().is_empty();
        let flow = &mut self.html.flow;
        if is_block && flow.depth() == 0 {
            self.html.boundary(span.start);
            self.html.flow.role = Role::Code;
            self.html.flow.translate = false;
            self.math(span, 2);
            self.html.flow.flush();
            self.html.settle();
        } else {
            flow.open(MarkKind::Code);
            self.math(span, 2);
            self.html.flow.close();
        }
    }

    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        self.last = range.end;
        let closing = tag.starts_with("</");
        let rest = &tag[1 + usize::from(closing)..];
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let name = rest[..length].to_ascii_lowercase();
        if name.is_empty() {
            return;
        }
        if closing {
            self.html.end_tag(&name, Span::from(range));
        } else {
            // A tag over two lines of a quotation has its marks inside; only its start is looked at then.
            let raw = self.copy.get(range.clone()).unwrap_or(tag);
            self.html.start_tag(&name, raw, range.start as u32, raw.ends_with("/>"));
        }
    }

    /// Hands an HTML block on, without the marks of the quotation or list that it stands in.
    fn html_block(&mut self, at: usize) {
        if let (Some(first), Some(last)) = (self.block.first(), self.block.last()) {
            let (start, end) = (first.start, last.end);
            let mut view = String::with_capacity(end - start);
            let mut from = start;
            for part in &self.block {
                view.extend(std::iter::repeat_n(' ', part.start.saturating_sub(from)));
                view.push_str(&self.copy[part.clone()]);
                from = part.end;
            }
            self.html.fragment(&view, start as u32, false);
        }
        self.last = at;
        self.html.end_fragment(at as u32);
        self.begin(None, Escape::None, at);
    }

    fn link(&mut self, kind: LinkType, title: &str, range: Range<usize>) {
        let is_bare = matches!(kind, LinkType::Autolink | LinkType::Email);
        self.html.flow.open(if is_bare { MarkKind::Url } else { MarkKind::Link });
        let title = self.title(kind, title, range);
        self.wait(title, Role::Meta);
    }

    /// Where a title stands, if the link has one and it is written there.
    fn title(&self, kind: LinkType, title: &str, range: Range<usize>) -> Option<Span> {
        let is_here = kind == LinkType::Inline && !title.is_empty();
        is_here.then(|| spans::title(self.copy, range)).flatten().map(Span::from)
    }

    fn wait(&mut self, title: Option<Span>, role: Role) {
        if let Some(text) = title.and_then(|span| attribute(&self.html.flow.file, span)) {
            self.html.flow.wait(text, role);
        }
    }
}
