//! One entry of a catalogue as its lines come in.

use std::sync::Arc;

use super::strings::text;
use crate::document::Text;
use crate::source::{SourceFile, Span};

/// What a string of an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyword {
    Context,
    Id,
    Plural,
    /// A translation, by its number in brackets.
    Translation(Option<usize>),
}

impl Keyword {
    /// The keyword as it is written.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "msgctxt" => Self::Context,
            "msgid" => Self::Id,
            "msgid_plural" => Self::Plural,
            "msgstr" => Self::Translation(None),
            _ => {
                let number = word.strip_prefix("msgstr[")?.strip_suffix(']')?;
                Self::Translation(Some(number.trim().parse().ok()?))
            }
        })
    }
}

/// The insides of the quotation marks that make one string, line by line. Most have one.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<Span>);

impl Parts {
    pub(super) fn spans(&self) -> &[Span] {
        &self.0
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|s| s.is_empty())
    }
}

/// The entry at hand.
#[derive(Debug, Default)]
pub(super) struct Entry {
    lines: Option<Span>,
    last: Option<Keyword>,
    context: Option<Parts>,
    id: Option<Parts>,
    plural: Option<Parts>,
    /// The translations in the order of the file.
    pub(super) translations: Vec<Parts>,
    /// Whether it is flagged as a guess.
    pub(super) fuzzy: bool,
}

impl Entry {
    /// Whether a line with this keyword belongs to the next entry.
    pub(super) fn is_over_before(&self, keyword: Keyword) -> bool {
        self.has_translation() && !matches!(keyword, Keyword::Translation(_))
    }

    pub(super) fn has_translation(&self) -> bool {
        !self.translations.is_empty()
    }

    /// Begins a string.
    pub(super) fn begin(&mut self, keyword: Keyword, line: Span) -> Result<(), &'static str> {
        let fits = match keyword {
            Keyword::Context => self.last.is_none(),
            Keyword::Id => matches!(self.last, None | Some(Keyword::Context)),
            Keyword::Plural | Keyword::Translation(None) => self.last == Some(Keyword::Id),
            Keyword::Translation(Some(_)) => {
                matches!(self.last, Some(Keyword::Plural | Keyword::Translation(Some(_))))
            }
        };
        if !fits {
            return Err(match keyword {
                Keyword::Translation(None) if self.plural.is_some() => {
                    "`msgstr` behind `msgid_plural`; write `msgstr[0]`, `msgstr[1]`"
                }
                Keyword::Translation(_) => {
                    "a translation without the `msgid` that it belongs to; add the `msgid`"
                }
                _ => "the entry before has no `msgstr`; add it, empty if it is not translated",
            });
        }
        match keyword {
            Keyword::Context => self.context = Some(Parts::default()),
            Keyword::Id => self.id = Some(Parts::default()),
            Keyword::Plural => self.plural = Some(Parts::default()),
            Keyword::Translation(_) => self.translations.push(Parts::default()),
        }
        self.last = Some(keyword);
        self.lines = Some(self.lines.map_or(line, |lines| lines.to(line)));
        Ok(())
    }

    /// Adds the inside of the quotation marks on one line to the string at hand.
    pub(super) fn add(&mut self, body: Span, line: Span) -> Result<(), &'static str> {
        let parts = match self.last {
            Some(Keyword::Context) => self.context.as_mut(),
            Some(Keyword::Id) => self.id.as_mut(),
            Some(Keyword::Plural) => self.plural.as_mut(),
            Some(Keyword::Translation(_)) => self.translations.last_mut(),
            None => None,
        };
        let parts = parts.ok_or("a string that belongs to nothing; put `msgid` or `msgstr` before it")?;
        parts.0.push(body);
        self.lines = self.lines.map(|lines| lines.to(line));
        Ok(())
    }

    /// From its first keyword to its end; `None` if it has none.
    pub(super) fn span(&self) -> Option<Span> {
        self.lines
    }

    /// Whether it is whole.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        match (&self.id, self.translations.is_empty()) {
            (None, _) => Err("a context without `msgid`; add the `msgid`"),
            (_, true) => Err("an entry without `msgstr`; add it, empty if it is not translated"),
            _ => Ok(()),
        }
    }

    pub(super) fn is_header(&self) -> bool {
        self.context.is_none() && self.id.as_ref().is_some_and(Parts::is_empty)
    }

    /// Gives out each translation with what it translates, and an id: the context, or the message itself.
    pub(super) fn units(&self, file: &Arc<SourceFile>, mut add: impl FnMut(Arc<str>, Option<Text>, Text)) {
        if self.translations.iter().all(Parts::is_empty) {
            return;
        }
        let of = |parts: &Option<Parts>| parts.as_ref().and_then(|p| text(file, p.spans()));
        let (singular, plural) = (of(&self.id), of(&self.plural));
        let context = of(&self.context);
        let id: Arc<str> = shortened(context.as_ref().or(singular.as_ref()).map_or("", Text::shown)).into();
        for (number, parts) in self.translations.iter().enumerate() {
            let Some(target) = text(file, parts.spans()) else { continue };
            // A language with one form uses it for any number.
            let is_singular = number == 0 && self.translations.len() != 1 || plural.is_none();
            let source = if is_singular { &singular } else { &plural };
            add(Arc::clone(&id), source.clone(), target);
        }
    }
}

/// The most characters of an id.
const LONGEST: usize = 60;

fn shortened(text: &str) -> &str {
    text.char_indices().nth(LONGEST).map_or(text, |(cut, _)| &text[..cut])
}
