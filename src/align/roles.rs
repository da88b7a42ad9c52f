//! What the structure of two articles says of how they belong together: a heading faces a heading, code faces the same
//! code.

use std::ops::Range;

use crate::document::{Document, Role, Segment};

/// The roles of both sides, source first.
pub(super) struct Roles<'a> {
    sides: [&'a [Segment]; 2],
    /// In plain text roles are guesses.
    certain: bool,
}

/// What it costs that two segments have unlike roles, of which one is code or a cell, and otherwise.
const UNLIKE: f32 = -6.0;
const OTHER: f32 = -2.0;
/// What it gains that two blocks of code, or two lines with addresses in them, are the same.
const SAME: f32 = 8.0;
/// What it costs that a bead joins segments of unlike roles.
const JOINED: f32 = -4.0;

impl<'a> Roles<'a> {
    pub(super) fn new(doc: &'a Document) -> Self {
        let certain = !doc.file.path.ends_with(".txt");
        Self { sides: [&doc.source, &doc.target], certain }
    }

    /// What is added to the score of the bead of two ranges of segments, neither of them empty.
    pub(super) fn score(&self, source: Range<usize>, target: Range<usize>) -> f32 {
        if !self.certain {
            return 0.0;
        }
        let (source, target) = (&self.sides[0][source], &self.sides[1][target]);
        let joined = |side: &[Segment]| side.iter().any(|s| class(s.role) != class(side[0].role));
        if joined(source) || joined(target) {
            return JOINED + UNLIKE;
        }
        let classes = (class(source[0].role), class(target[0].role));
        let several = source.len() + target.len() > 2 && classes.0 != Class::Text;
        let joined = if several { JOINED } else { 0.0 };
        joined
            + match classes {
                (Class::Code, Class::Code) if source[0].shown() == target[0].shown() => SAME,
                (one, two) if one == two => 0.0,
                (Class::Text | Class::Heading, Class::Text | Class::Heading) => OTHER,
                _ => UNLIKE,
            }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Heading,
    Text,
    Cell,
    Code,
    Aside,
}

fn class(role: Role) -> Class {
    match role {
        Role::Title | Role::Heading => Class::Heading,
        Role::Paragraph | Role::Item | Role::Quote | Role::Unit | Role::Note => Class::Text,
        Role::Cell => Class::Cell,
        Role::Code => Class::Code,
        Role::Image | Role::Meta => Class::Aside,
    }
}
