//! The events of the parser become segments.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::spans;
use crate::document::readers::html::{Html, attribute};
use crate::document::{CodeKind, Escape, MarkKind, Role};
use crate::source::Span;

/// The state between two events.
pub(super) struct Walk<'a> {
    pub(super) copy: &'a str,
    admonitions: &'a [usize],
    pub(super) html: Html,
    /// What the blocks around are.
    around: Vec<Role>,
    /// Where the last piece of text ends.
    pub(super) last: usize,
    pub(super) in_code: bool,
    /// The parts of an HTML block.
    pub(super) block: Vec<Range<usize>>,
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
    pub(super) fn begin(&mut self, role: Option<Role>, escape: Escape, at: usize) {
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
            Tag::Link { link_type, title, dest_url, .. } => {
                self.inline_address(link_type, &dest_url, range.clone());
                self.link(link_type, &title, range);
            }
            Tag::Image { link_type, title, dest_url, .. } => {
                self.inline_address(link_type, &dest_url, range.clone());
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

    fn link(&mut self, kind: LinkType, title: &str, range: Range<usize>) {
        let is_bare = matches!(kind, LinkType::Autolink | LinkType::Email);
        self.html.flow.open(if is_bare { MarkKind::Url } else { MarkKind::Link });
        let title = self.title(kind, title, range);
        self.wait(title, Role::Meta);
    }

    fn inline_address(&mut self, kind: LinkType, address: &str, range: Range<usize>) {
        if kind == LinkType::Inline {
            self.address(address, range);
        }
    }

    /// Takes note of the address of a link at `range`, or of a definition: it stands behind the text.
    pub(super) fn address(&mut self, address: &str, range: Range<usize>) {
        let found = self.copy.get(range.clone()).and_then(|whole| whole.rfind(address));
        if let Some(at) = found.map(|i| range.start + i) {
            self.html.flow.code(CodeKind::Address, Span::from(at..at + address.len()));
        }
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
