//! Markup that is not shown and that a translation has to keep: addresses of links, tags, inline codes.

use crate::source::Span;

/// A stretch of the file that no segment shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What it is.
    pub kind: CodeKind,
    /// Where it stands.
    pub span: Span,
    /// In which segment of its side, by position; `None` where the format does not say.
    pub segment: Option<u32>,
}

/// What hidden markup can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CodeKind {
    /// The address of a link or an image, without quotation marks and brackets.
    Address,
    /// A tag of HTML or of a component.
    Tag,
    /// An inline code of a translation format, by its element and id: `x 1`.
    Inline(Box<str>),
}
