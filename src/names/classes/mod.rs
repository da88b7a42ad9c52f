//! The classes of evidence, one a file. Each is a function from the records of names to pairs; all are listed here once.

mod spacing;

use super::Class;

/// Every class. Where two classes join one pair, the first gives the reason.
pub static ALL: &[Class] = &[spacing::CLASS];
