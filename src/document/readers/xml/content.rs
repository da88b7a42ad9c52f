//! The inside of a segment of XLIFF or TMX: text, references, CDATA sections and inline codes become a [`Text`].

use std::sync::Arc;

use super::{Fault, Token, Tokens, attribute, decoded, local};
use crate::document::readers::html::reference;
use crate::document::readers::units::Half;
use crate::document::{Escape, MarkKind, TextBuilder};
use crate::source::{SourceFile, Span};

/// Shown for a code that stands where a word would: Unicode's own character for it.
const OBJECT: &str = "\u{fffc}";

/// What stands for a code is a word or a tag; what is longer is data.
const LONGEST: usize = 60;

/// What an inline element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::document::readers) enum Inline {
    /// A code around text, by its name among the codes.
    Around(String),
    /// A code in place of something, and what the file says that stands for it: the inside is not text.
    Instead(String, Option<String>),
    /// The beginning or end of formatting: its inside is not shown, and nothing stands for it.
    Border(String),
    /// Text with a mark.
    Marked(MarkKind),
    /// Text, and nothing more is said of it.
    Plain,
    /// A character that XML cannot hold.
    Character(char),
    /// Nothing that belongs to the text.
    Foreign,
    /// A segment inside the unit, by its id.
    Segment(Option<String>),
}

/// Reads the content of one element.
#[allow(clippy::struct_excessive_bools)]
pub(in crate::document::readers) struct Content<'f> {
    file: &'f Arc<SourceFile>,
    kind: fn(name: &str, tag: &str) -> Inline,
    preserve: bool,
    text: TextBuilder,
    codes: Vec<(Box<str>, Span)>,
    /// A code behind a blank, which is shown if what follows does not close up to it.
    waiting: Option<Span>,
    has_text: bool,
    has_cdata: bool,
    /// Whether this is a segment inside the unit; none is inside another.
    is_inner: bool,
}

impl<'f> Content<'f> {
    /// `kind` says what an inline element is; with `preserve` white space stays as it is.
    pub(in crate::document::readers) fn new(
        file: &'f Arc<SourceFile>,
        kind: fn(name: &str, tag: &str) -> Inline,
        preserve: bool,
    ) -> Self {
        let text = TextBuilder::new(file, Escape::Html);
        Self {
            file,
            kind,
            preserve,
            text,
            codes: Vec::new(),
            waiting: None,
            has_text: false,
            has_cdata: false,
            is_inner: false,
        }
    }

    /// Reads up to the end tag of the element whose start tag was read last. Segments inside it come apart, by their
    /// ids; without such, all of it is one.
    pub(in crate::document::readers) fn read(
        mut self,
        tokens: &mut Tokens<'_>,
    ) -> Result<Vec<(Option<String>, Half)>, Fault> {
        let mut segments = Vec::new();
        self.inside(tokens, &mut segments)?;
        if segments.is_empty() {
            segments.push((None, self.finish()));
        }
        Ok(segments)
    }

    fn inside(
        &mut self,
        tokens: &mut Tokens<'_>,
        segments: &mut Vec<(Option<String>, Half)>,
    ) -> Result<(), Fault> {
        // For each open element, whether it opened a mark.
        let mut open: Vec<bool> = Vec::new();
        while let Some((token, span)) = tokens.next()? {
            match token {
                Token::Text => self.text(span),
                Token::Cdata(inside) => self.cdata(inside),
                Token::Comment(_) | Token::Other => {}
                Token::End(_) => match open.pop() {
                    Some(true) => self.text.close(),
                    Some(false) => {}
                    None => return Ok(()),
                },
                Token::Start { name, tag, empty } => match (self.kind)(local(name), tag) {
                    Inline::Segment(_) if empty => {}
                    Inline::Segment(id) if !self.is_inner => {
                        let mut inner = Content::new(self.file, self.kind, self.preserve);
                        inner.is_inner = true;
                        let inner = inner.read(tokens)?;
                        segments.extend(inner.into_iter().map(|(own, half)| (own.or(id.clone()), half)));
                    }
                    kind => {
                        let (mut whole, mut inside) = (span, Span::empty(span.end));
                        if !empty && !shows_inside(&kind) {
                            (inside.end, whole.end) = skip(tokens)?;
                        }
                        let is_mark = self.code(&kind, whole, inside);
                        if !empty && shows_inside(&kind) {
                            open.push(is_mark);
                        } else if is_mark {
                            self.text.close();
                        }
                    }
                },
            }
        }
        Ok(())
    }

    /// Takes note of an inline element; true if it opened a mark.
    fn code(&mut self, kind: &Inline, span: Span, inside: Span) -> bool {
        match kind {
            Inline::Around(name) | Inline::Border(name) => self.codes.push((name.as_str().into(), span)),
            Inline::Instead(name, said) => {
                self.codes.push((name.as_str().into(), span));
                let native = decoded(self.file.slice(inside));
                let said = said.as_deref().unwrap_or(native.trim());
                self.instead(span, said);
            }
            Inline::Character(c) => {
                let mut buffer = [0; 4];
                self.show(*c);
                self.text.atom(span, c.encode_utf8(&mut buffer));
            }
            Inline::Marked(kind) => {
                self.text.open(kind.clone());
                return true;
            }
            Inline::Plain | Inline::Foreign | Inline::Segment(_) => {}
        }
        false
    }

    /// Shows what stands for a code: a line break as such, a tag not at all, a placeholder as it is written; and where
    /// the file says nothing, a sign if it stands like a word of its own.
    fn instead(&mut self, span: Span, said: &str) {
        let shown = self.text.shown();
        if ["<br", "lb", "\n"].iter().any(|s| said.starts_with(s)) {
            self.atom(span, "\n");
        } else if said.is_empty() || said.len() > LONGEST {
            if shown.is_empty() || shown.ends_with(|c: char| c.is_whitespace() || is_opening(c)) {
                self.waiting = self.waiting.or(Some(span));
            }
        } else if !said.starts_with('<') && !said.trim().is_empty() {
            self.text.open(MarkKind::Placeholder);
            self.atom(span, said);
            self.text.close();
        }
    }

    /// Settles whether a code that waits is shown, now that `next` comes behind it.
    fn show(&mut self, next: char) {
        let Some(span) = self.waiting.take() else { return };
        let is_first = self.text.is_empty();
        let stands_free = next.is_whitespace() && !is_first || is_closing(next);
        if stands_free {
            self.text.open(MarkKind::Placeholder);
            self.text.atom(span, OBJECT);
            self.text.close();
        }
    }

    fn text(&mut self, span: Span) {
        let text = self.file.slice(span);
        self.has_text |= !text.trim().is_empty();
        let (mut at, mut run) = (0, 0);
        let place = |a: usize, z: usize| Span::new(span.start + a as u32, span.start + z as u32);
        while let Some(next) = text[at..].find(|c| c == '&' || !self.preserve && matches!(c, '\n' | '\r')) {
            at += next;
            if text.as_bytes()[at] == b'&' {
                let (length, shown) = reference(&text[at..], false).unwrap_or((1, "&".to_owned()));
                self.run(place(run, at));
                self.atom(place(at, at + length), &shown);
                at += length;
            } else {
                let start = run + text[run..at].trim_end_matches([' ', '\t']).len();
                let end = text.len() - text[at..].trim_start_matches([' ', '\t', '\n', '\r']).len();
                self.run(place(run, start));
                if !self.text.is_empty() && !self.text.shown().ends_with(' ') {
                    self.atom(place(start, end), " ");
                }
                at = end;
            }
            run = at;
        }
        self.run(place(run, text.len()));
    }

    fn run(&mut self, span: Span) {
        if let Some(first) = self.file.slice(span).chars().next() {
            self.show(first);
            self.text.verbatim(span);
        }
    }

    fn atom(&mut self, span: Span, shown: &str) {
        if let Some(first) = shown.chars().next() {
            self.show(first);
            self.text.atom(span, shown);
        }
    }

    fn cdata(&mut self, inside: Span) {
        self.has_cdata |= !inside.is_empty();
        self.run(inside);
    }

    fn finish(mut self) -> Half {
        if self.has_cdata {
            self.text.set_escape(if self.has_text { Escape::Mixed } else { Escape::Cdata });
        }
        Half { text: self.text.finish_unit(), codes: self.codes }
    }
}

fn shows_inside(kind: &Inline) -> bool {
    matches!(kind, Inline::Around(_) | Inline::Marked(_) | Inline::Plain | Inline::Segment(_))
}

/// Passes over the inside of an element; gives back where its end tag begins and ends.
fn skip(tokens: &mut Tokens<'_>) -> Result<(u32, u32), Fault> {
    let mut depth = 0;
    while let Some((token, span)) = tokens.next()? {
        match token {
            Token::Start { empty: false, .. } => depth += 1,
            Token::End(_) if depth == 0 => return Ok((span.start, span.end)),
            Token::End(_) => depth -= 1,
            _ => {}
        }
    }
    let end = tokens.at() as u32;
    Ok((end, end))
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '"' | '“' | '‘' | '«' | '（' | '「' | '《' | '【')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '"'
            | '”'
            | '’'
            | '\''
            | '»'
            | '%'
            | '。'
            | '，'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '）'
            | '」'
            | '》'
            | '】'
    )
}

/// The name of a code among the codes of a segment: its element and the first of these attributes that it has.
pub(in crate::document::readers) fn name(element: &str, tag: &str, ids: &[&str]) -> String {
    match attribute(tag, ids) {
        Some(id) => format!("{element} {id}"),
        None => element.to_owned(),
    }
}
