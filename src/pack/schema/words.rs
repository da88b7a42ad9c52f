//! Keys of entries that take one of a few words.

use serde::{Deserialize, Serialize};

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// They must be the same, or all letters of the text are capitals.
    Exact,
    /// They do not count.
    Any,
}

/// Where an entry looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The title of the document.
    Title,
    /// Headings.
    Heading,
    /// Quotations set off as blocks.
    Quote,
    /// The first paragraph.
    First,
    /// The last paragraph.
    Last,
    /// Outside quotation marks.
    NotInQuotation,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth a look.
    Info,
    /// An editor would change it.
    Warning,
    /// A reader is misled.
    Error,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Apply {
    /// Right in every case.
    Safe,
    /// Right in most.
    Unsafe,
    /// To be finished by hand.
    Manual,
}
