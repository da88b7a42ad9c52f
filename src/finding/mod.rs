//! Findings: what a rule says, where, and what to do about it.
//!
//! A rule makes [`Finding<Label>`]s, which speak of segments and shown text. When the rules of a document are done,
//! the engine turns them once into [`Finding<Place>`]s, which stand on their own.

mod arbitrate;
mod fingerprint;
mod message;
mod place;
mod suppress;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

pub use arbitrate::arbitrate;
pub(crate) use fingerprint::Fnv;
pub use fingerprint::{Fingerprints, context_hash};
pub use message::Message;
pub use place::{Excerpt, Place, in_file, place, resolve, resolve_in};
pub use suppress::{Silenced, Suppressed, suppress};

use crate::document::Side;
use crate::source::Span;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// An editor would change it.
    Warning,
    /// A reader is misled or sees broken text.
    Error,
}

impl Severity {
    /// The word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// The number of no segment.
const HIDDEN: u32 = u32::MAX;

/// A range of what a reader sees in one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// Which side of the document.
    pub side: Side,
    /// Position in the side's list of segments.
    pub segment: u32,
    /// First byte of the segment's shown text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Label {
    /// A label in the target.
    pub fn target(segment: usize, range: Range<u32>) -> Self {
        Self { side: Side::Target, segment: segment as u32, start: range.start, end: range.end }
    }

    /// A label in the source.
    pub fn source(segment: usize, range: Range<u32>) -> Self {
        Self { side: Side::Source, segment: segment as u32, start: range.start, end: range.end }
    }

    /// A place in the file of a side that no segment shows: an address, a tag. Start and end are bytes of the file; what
    /// is put there is not escaped.
    pub fn hidden(side: Side, span: Span) -> Self {
        Self { side, segment: HIDDEN, start: span.start, end: span.end }
    }

    /// Whether this is a place that no segment shows.
    pub fn is_hidden(self) -> bool {
        self.segment == HIDDEN
    }

    /// The range in the shown text.
    pub fn range(self) -> Range<u32> {
        self.start..self.end
    }

    /// Whether two labels share a byte, or touch where one is empty.
    pub fn overlaps(self, other: Label) -> bool {
        self.side == other.side
            && self.segment == other.segment
            && Span::new(self.start, self.end).overlaps(Span::new(other.start, other.end))
    }
}

/// A further place that belongs to a finding.
#[derive(Clone, Debug)]
pub struct Related<L> {
    /// Where.
    pub at: L,
    /// What is there.
    pub message: Message,
}

/// How safe it is to apply a fix without looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// The meaning cannot change.
    Safe,
    /// Most likely right.
    Unsafe,
    /// A suggestion; not applied by any flag.
    Manual,
}

/// A way to mend a finding, in terms of the shown text.
#[derive(Clone, Debug)]
pub struct Fix<L> {
    /// How safe it is.
    pub applicability: Applicability,
    /// What to replace, and with what.
    pub edits: Vec<L>,
}

/// One replacement before it is known where it stands in the file.
#[derive(Clone, Debug)]
pub struct Replace {
    /// What is replaced.
    pub at: Label,
    /// What comes in its place, as a reader is to see it.
    pub with: String,
}

/// One replacement in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEdit {
    /// The file.
    pub path: Arc<str>,
    /// The bytes of its text.
    pub span: Span,
    /// What to put there, escaped for the format.
    pub replacement: String,
    /// What a reader will see of it; of the edits of one replacement the first has all.
    pub shown: String,
}

/// A finding. `L` is [`Label`] while a document is checked and [`Place`] afterwards, `E` what its fixes are made of.
#[derive(Clone, Debug)]
pub struct Finding<L, E> {
    /// Rule id, or `PACK/ENTRY`.
    pub rule: Cow<'static, str>,
    /// The pack entry behind it, or the class of evidence of a rule that has several: `name-variant/spacing`.
    pub entry: Option<Arc<str>>,
    /// How bad it is.
    pub severity: Severity,
    /// Category of the MQM error typology.
    pub category: Cow<'static, str>,
    /// Where.
    pub at: L,
    /// Other places.
    pub related: Vec<Related<L>>,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<String>,
    /// Ways to mend it.
    pub fixes: Vec<Fix<E>>,
    /// The conflict that it belongs to; findings of one group count once in the score.
    pub group: Option<u64>,
}

/// A finding of a rule.
pub type Raw = Finding<Label, Replace>;
/// A finding that stands on its own.
pub type Placed = Finding<Place, FileEdit>;

impl Raw {
    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a related place.
    #[must_use]
    pub fn related(mut self, at: Label, message: impl Into<Message>) -> Self {
        self.related.push(Related { at, message: message.into() });
        self
    }

    /// Adds a replacement of the finding's own place.
    #[must_use]
    pub fn replace(self, applicability: Applicability, with: impl Into<String>) -> Self {
        let at = self.at;
        self.fix(applicability, vec![Replace { at, with: with.into() }])
    }

    /// Adds a fix.
    #[must_use]
    pub fn fix(mut self, applicability: Applicability, edits: Vec<Replace>) -> Self {
        self.fixes.push(Fix { applicability, edits });
        self
    }

    /// Sets another severity than the rule's own.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}
