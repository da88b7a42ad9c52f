//! Pages of the book that belong to the library's documentation.

/// Every rule, with examples.
pub mod rules {
    #![doc = include_str!("../docs/rules.md")]
}
