//! mtlint.
