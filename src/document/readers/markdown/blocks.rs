//! From the events of the Markdown parser to segments.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::super::html::{Inline, Walker, inline_kind, is_element};
use super::hide::Hidden;
use crate::document::{Escape, MarkKind, Role, Segment, TextBuilder};
use crate::source::{SourceFile, Span};

/// The segments of the body.
pub(super) fn segments(
    file: &Arc<SourceFile>,
    hidden: &Hidden,
    has_title: bool,
    is_mdx: bool,
) -> Vec<Segment> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let mut blocks = Blocks { file, hidden, has_title, is_mdx, state: State::default(), out: Vec::new() };
    for (event, range) in Parser::new_ext(&hidden.masked, options).into_offset_iter() {
        blocks.event(event, range);
    }
    blocks.flush();
    blocks.out
}

/// Where the reading stands.
#[derive(Default)]
struct State {
    text: Option<TextBuilder>,
    /// The text of pictures, the innermost last.
    pictures: Vec<TextBuilder>,
    /// Segments that belong behind the one that is being read.
    later: Vec<Segment>,
    heading: Option<HeadingLevel>,
    items: u32,
    quotes: u32,
    notes: u32,
    in_cell: bool,
    code: Option<(TextBuilder, bool)>,
    html: Option<Range<usize>>,
    /// Open inline tags that hide what they hold, or that opened a mark.
    tags: Vec<(String, bool)>,
    hiding: u32,
}

struct Blocks<'f> {
    file: &'f Arc<SourceFile>,
    hidden: &'f Hidden,
    has_title: bool,
    is_mdx: bool,
    state: State,
    out: Vec<Segment>,
}

impl Blocks<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::from(range.clone());
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.state.code {
                Some((code, _)) => code.verbatim(span),
                None => self.text(span, &text),
            },
            Event::Code(_) => self.code(span),
            Event::InlineHtml(_) => self.tag(span),
            Event::Html(_) => {
                if let Some(html) = &mut self.state.html {
                    html.end = range.end;
                }
            }
            Event::SoftBreak => self.atom(span, " "),
            Event::HardBreak => self.atom(span, "\n"),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::Rule => {}
            Event::InlineMath(_) | Event::DisplayMath(_) => self.code(span),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.open(MarkKind::Emphasis),
            Tag::Strong => self.open(MarkKind::Strong),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => self.open(MarkKind::Url),
            Tag::Link { .. } => self.open(MarkKind::Link),
            Tag::Image { .. } => self.state.pictures.push(TextBuilder::new(self.file, Escape::None)),
            Tag::Heading { level, .. } => {
                self.flush();
                self.state.heading = Some(*level);
            }
            Tag::Item | Tag::DefinitionListDefinition | Tag::DefinitionListTitle => {
                self.flush();
                self.state.items += 1;
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.state.quotes += 1;
            }
            Tag::FootnoteDefinition(_) => {
                self.flush();
                self.state.notes += 1;
            }
            Tag::TableCell => {
                self.flush();
                self.state.in_cell = true;
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                // MDX has no indented code: what is indented stands inside a component.
                let is_prose = self.is_mdx && matches!(kind, CodeBlockKind::Indented);
                self.state.code = Some((TextBuilder::new(self.file, Escape::None), is_prose));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.state.html = Some(range);
            }
            Tag::Paragraph
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::DefinitionList
            | Tag::MetadataBlock(_) => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.close(),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Image => {
                if let Some(text) = self.state.pictures.pop().and_then(TextBuilder::finish) {
                    self.state.later.push(segment(Role::Image, text));
                }
            }
            TagEnd::Heading(_) => {
                self.flush();
                self.state.heading = None;
            }
            TagEnd::Item | TagEnd::DefinitionListDefinition | TagEnd::DefinitionListTitle => {
                self.flush();
                self.state.items -= 1;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.state.quotes -= 1;
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                self.state.notes -= 1;
            }
            TagEnd::TableCell => {
                self.flush();
                self.state.in_cell = false;
            }
            TagEnd::CodeBlock => {
                if let Some((code, is_prose)) = self.state.code.take()
                    && let Some(text) = code.finish()
                {
                    let role = if is_prose { self.role() } else { Role::Code };
                    self.out.push(Segment { translate: is_prose, ..segment(role, text) });
                }
            }
            TagEnd::HtmlBlock => self.html(),
            TagEnd::Paragraph
            | TagEnd::List(_)
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionList
            | TagEnd::MetadataBlock(_) => self.flush(),
        }
    }

    /// What text is where the reading stands.
    fn role(&self) -> Role {
        let s = &self.state;
        match s.heading {
            Some(HeadingLevel::H1) if !self.has_title => Role::Title,
            Some(_) => Role::Heading,
            None if s.in_cell => Role::Cell,
            None if s.notes > 0 => Role::Note,
            None if s.quotes > 0 => Role::Quote,
            None if s.items > 0 => Role::Item,
            None => Role::Paragraph,
        }
    }

    fn builder(&mut self) -> &mut TextBuilder {
        let escape = if self.state.in_cell { Escape::TableCell } else { Escape::None };
        let file = self.file;
        let s = &mut self.state;
        match s.pictures.last_mut() {
            Some(picture) => picture,
            None => s.text.get_or_insert_with(|| TextBuilder::new(file, escape)),
        }
    }

    fn flush(&mut self) {
        let role = self.role();
        if let Some(text) = self.state.text.take().and_then(TextBuilder::finish) {
            self.has_title |= role == Role::Title;
            self.out.push(segment(role, text));
        }
        self.out.append(&mut self.state.later);
        self.state.tags.clear();
        self.state.hiding = 0;
    }

    fn open(&mut self, kind: MarkKind) {
        self.builder().open(kind);
    }

    fn close(&mut self) {
        self.builder().close();
    }

    fn atom(&mut self, span: Span, shown: &str) {
        if self.state.hiding == 0 && !(shown == " " && self.builder().shown().ends_with([' ', '\n'])) {
            self.builder().atom(span, shown);
        }
    }

    /// Text that stands in the file as it is shown, or an entity or escape that does not.
    fn text(&mut self, span: Span, shown: &str) {
        if self.state.hiding > 0 {
            return;
        }
        let hidden = self.hidden;
        let masked = &hidden.masked[span.range()];
        if masked != shown && !masked.contains('\u{1}') {
            self.builder().atom(span, shown);
        } else {
            self.runs(span);
        }
    }

    /// A stretch of the file as it stands, without what was hidden in it.
    fn runs(&mut self, span: Span) {
        let hidden = self.hidden;
        let first = hidden.regions.partition_point(|r| r.span.end <= span.start);
        let mut at = span.start;
        for region in hidden.regions[first..].iter().take_while(|r| r.span.start < span.end) {
            self.verbatim(Span::new(at, region.span.start.max(at)));
            if region.is_code {
                self.builder().marked(MarkKind::Code, region.span);
            }
            at = region.span.end;
        }
        self.verbatim(Span::new(at, span.end.max(at)));
    }

    /// Several spaces are seen as one, and none at the beginning of a line; also where something was hidden between.
    fn verbatim(&mut self, span: Span) {
        let file = self.file;
        let text = file.slice(span);
        let place = |from: usize, to: usize| Span::new(span.start + from as u32, span.start + to as u32);
        let mut at = 0;
        while at < text.len() {
            let spaces = text[at..].len() - text[at..].trim_start_matches(' ').len();
            if self.builder().shown().ends_with([' ', '\n']) {
                at += spaces;
            } else if spaces > 1 {
                self.builder().atom(place(at, at + spaces), " ");
                at += spaces;
            }
            let next = text[at..].find("  ").map_or(text.len(), |i| at + i);
            self.builder().verbatim(place(at, next));
            at = next;
        }
    }

    /// Code inside a line, without its backticks and the one space that may pad it.
    fn code(&mut self, span: Span) {
        if self.state.hiding > 0 {
            return;
        }
        let raw = self.file.slice(span);
        let ticks = raw.len() - raw.trim_start_matches(['`', '$']).len();
        let inner = raw.get(ticks..raw.len().saturating_sub(ticks)).unwrap_or_default();
        let pad = usize::from(inner.starts_with(' ') && inner.ends_with(' ') && !inner.trim().is_empty());
        let start = span.start + (ticks + pad) as u32;
        let end = (span.end as usize).saturating_sub(ticks + pad) as u32;
        self.builder().marked(MarkKind::Code, Span::new(start, end.max(start)));
    }

    /// A tag inside a line.
    fn tag(&mut self, span: Span) {
        let raw = self.file.slice(span);
        let Some(body) = raw.strip_prefix('<').and_then(|r| r.strip_suffix('>')) else { return };
        if !is_element(tag_name(body)) {
            return self.verbatim(span);
        }
        let name: String = body
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        if body.starts_with('/') {
            let Some(found) = self.state.tags.iter().rposition(|(open, _)| *open == name) else { return };
            let (_, hides) = self.state.tags.remove(found);
            if hides {
                self.state.hiding -= 1
            } else {
                self.close()
            }
            return;
        }
        match inline_kind(&name, &|key| attribute(body, key)) {
            Inline::Break => self.atom(span, "\n"),
            Inline::Mark(kind) if !body.ends_with('/') => {
                self.open(kind);
                self.state.tags.push((name, false));
            }
            Inline::Hide if !body.ends_with('/') => {
                self.state.hiding += 1;
                self.state.tags.push((name, true));
            }
            _ => {}
        }
    }

    /// An HTML block; one that begins with what only looks like a tag is text.
    fn html(&mut self) {
        let Some(range) = self.state.html.take() else { return };
        let source = self.file.slice(Span::from(range.clone())).trim_start();
        if source.strip_prefix('<').is_some_and(|body| {
            body.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') && !is_element(tag_name(body))
        }) {
            self.runs(Span::from(range));
            return self.flush();
        }
        let mut walker = Walker::inside(self.file, self.role());
        let mut at = range.start as u32;
        let end = range.end as u32;
        let first = self.hidden.regions.partition_point(|r| r.span.end <= at);
        for region in self.hidden.regions[first..].iter().take_while(|r| r.span.start < end) {
            walker.walk(Span::new(at, region.span.start.max(at)));
            at = region.span.end;
        }
        walker.walk(Span::new(at, end.max(at)));
        let (segments, ..) = walker.finish();
        self.out.extend(segments);
    }
}

/// The name that the inside of a tag begins with.
fn tag_name(body: &str) -> &str {
    let body = body.trim_start_matches('/');
    &body[..body
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':')))
        .unwrap_or(body.len())]
}

fn segment(role: Role, text: crate::document::Text) -> Segment {
    Segment { index: 0, unit: None, role, text, translate: true }
}

/// The value of an attribute in the inside of a tag.
fn attribute(body: &str, key: &str) -> Option<String> {
    for (at, _) in body.match_indices(key) {
        let before = body[..at].chars().next_back();
        let rest = body[at + key.len()..].trim_start();
        if !before.is_some_and(char::is_whitespace) || !rest.starts_with('=') {
            continue;
        }
        let value = rest[1..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        return Some(match quote {
            Some(q) => value[1..].split(q).next().unwrap_or_default().to_owned(),
            None => {
                value.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default().to_owned()
            }
        });
    }
    None
}
