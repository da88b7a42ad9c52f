//! The classes of evidence, one a file. Each is a function from the records of names to pairs; all are listed here once.

mod case;
mod diacritics;
mod merged;
mod office;
mod person;
mod role;
mod spacing;
mod spelling;
mod surname;

use super::Class;

/// Every class. Where two classes join one pair, the first gives the reason.
pub static ALL: &[Class] = &[
    spacing::CLASS,
    case::CLASS,
    diacritics::CLASS,
    spelling::CLASS,
    merged::CLASS,
    person::CLASS,
    office::CLASS,
    role::CLASS,
    surname::CLASS,
];
