//! The document model: what every rule reads, whatever the file was.
//!
//! Readers (in [`readers`]) make [`Segment`]s out of a file; reading is not aligning, so a document has two lists
//! of segments and, only where the file itself says how they belong together, the links.

mod builder;
mod code;
mod ignore;
mod lang;
mod placeholders;
pub mod readers;
mod text;
mod urls;

use std::sync::Arc;

pub use builder::TextBuilder;
pub use code::{Code, CodeKind};
pub use ignore::{Directive, Ignore, directive, reason};
pub use lang::{Lang, Langs};
pub use placeholders::placeholders;
pub use text::{Edit, Escape, Mark, MarkKind, Text};
pub use urls::urls;

use crate::source::SourceFile;

/// The translation, or what it was translated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The translation, which is checked.
    Target,
    /// The original, which is only read.
    Source,
}

/// What a segment is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// The title of the whole document, also out of front matter.
    Title,
    /// A heading inside it.
    Heading,
    /// Running text.
    Paragraph,
    /// A list item.
    Item,
    /// A table cell.
    Cell,
    /// A quotation set off as a block.
    Quote,
    /// A block of code or preformatted text.
    Code,
    /// The text that stands for an image, or its caption.
    Image,
    /// A footnote.
    Note,
    /// A value of front matter other than the title.
    Meta,
    /// A segment of a bilingual file, which says no more.
    Unit,
}

impl Role {
    /// Whether it is a title or a heading.
    pub fn is_heading(self) -> bool {
        matches!(self, Role::Title | Role::Heading)
    }

    /// Whether it is prose that ends in a full stop: not a heading, cell, caption or the like.
    pub fn is_prose(self) -> bool {
        matches!(self, Role::Paragraph | Role::Item | Role::Quote | Role::Note | Role::Unit)
    }
}

/// A stretch of text that belongs together: a paragraph, a heading, a cell, one side of a translation unit.
#[derive(Debug)]
pub struct Segment {
    /// Number among the non-blank segments of its side, from 0; in JSONL the physical line.
    pub index: u32,
    /// The id that a bilingual file gives it.
    pub unit: Option<Arc<str>>,
    /// What it is.
    pub role: Role,
    /// What a reader sees, and where it stands in the file.
    pub text: Text,
    /// False where the file itself says that this is not to be translated.
    pub translate: bool,
}

impl Segment {
    /// What a reader sees.
    pub fn shown(&self) -> &str {
        self.text.shown()
    }

    /// Whether rules on prose should look at it: it is to be translated and no code.
    pub fn is_text(&self) -> bool {
        self.translate && self.role != Role::Code
    }
}

/// Source segments and target segments that translate one another, by position in their lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Positions in [`Document::source`].
    pub source: Vec<u32>,
    /// Positions in [`Document::target`].
    pub target: Vec<u32>,
}

/// One file of one language, as a reader found it.
#[derive(Debug, Default)]
pub struct Article {
    /// Its segments, in the order of the file.
    pub segments: Vec<Segment>,
    /// Ignore comments in it.
    pub ignores: Vec<Ignore>,
    /// Addresses and tags that are not shown, in the order of the file.
    pub codes: Vec<Code>,
    /// The language that the file says it is in.
    pub lang: Option<Lang>,
}

/// One translation, with its source where there is one.
#[derive(Debug)]
pub struct Document {
    /// The file that the target stands in.
    pub file: Arc<SourceFile>,
    /// The file of the source, if there is a source; for a bilingual file the same.
    pub source_file: Option<Arc<SourceFile>>,
    /// Source and target language.
    pub langs: Langs,
    /// The translation.
    pub target: Vec<Segment>,
    /// The original; empty if it is not known.
    pub source: Vec<Segment>,
    /// How the two belong together, where the file says so.
    pub given: Option<Vec<Link>>,
    /// Ignore comments of the target.
    pub ignores: Vec<Ignore>,
    /// Hidden markup of the target.
    pub target_codes: Vec<Code>,
    /// Hidden markup of the source.
    pub source_codes: Vec<Code>,
}

impl Document {
    /// A translation without its source.
    pub fn alone(file: Arc<SourceFile>, article: Article, langs: Langs) -> Self {
        Self {
            file,
            source_file: None,
            langs,
            target: article.segments,
            source: Vec::new(),
            given: None,
            ignores: article.ignores,
            target_codes: article.codes,
            source_codes: Vec::new(),
        }
    }

    /// A document of a bilingual file, as yet without a segment: each one that it gets comes with its link.
    pub(crate) fn linked(file: &Arc<SourceFile>, langs: Langs) -> Self {
        let own = Self::alone(Arc::clone(file), Article::default(), langs);
        Self { source_file: Some(Arc::clone(file)), given: Some(Vec::new()), ..own }
    }

    /// The hidden markup of one side.
    pub fn codes(&self, side: Side) -> &[Code] {
        match side {
            Side::Target => &self.target_codes,
            Side::Source => &self.source_codes,
        }
    }

    /// The segments of one side.
    pub fn side(&self, side: Side) -> &[Segment] {
        match side {
            Side::Target => &self.target,
            Side::Source => &self.source,
        }
    }

    /// Whether the source is known.
    pub fn has_source(&self) -> bool {
        !self.source.is_empty()
    }
}
