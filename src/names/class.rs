//! What a class of evidence is: it looks at records of names and says which two are one name.

use super::{NameId, Names, Renderings, source};
use crate::finding::{Label, Severity};

/// A class of evidence that two renderings are one name.
#[derive(Debug)]
pub struct Class {
    /// The id in reports: `spacing`.
    pub id: &'static str,
    /// The severity of what it finds, by its measured precision.
    pub severity: Severity,
    /// The message, with `{text}` for the rendering and `{other}` for the one it differs from.
    pub message: &'static str,
    /// Finds the pairs.
    pub find: fn(&Names, &mut Pairs),
}

/// Two renderings of one name.
#[derive(Clone, Debug)]
pub struct Join {
    /// One rendering.
    pub a: NameId,
    /// The other.
    pub b: NameId,
    /// What it was told by.
    pub class: &'static Class,
    /// The evidence in words, as it follows "taken for one name because": "they have the same letters".
    pub because: String,
    /// Where the two stand for one name of the source; empty if it was told by the target alone.
    pub seen: Vec<Seen>,
}

/// A place where a rendering stands for a name of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The rendering.
    pub name: NameId,
    /// Where it stands.
    pub target: Label,
    /// Where the name stands.
    pub source: Label,
}

/// Two renderings that look alike and were taken for two names.
#[derive(Clone, Debug)]
pub struct Veto {
    /// One rendering.
    pub a: NameId,
    /// The other.
    pub b: NameId,
    /// The class that looked at them.
    pub class: &'static Class,
    /// Why they are two, in words.
    pub because: &'static str,
}

/// What the classes say of pairs.
#[derive(Debug)]
pub struct Pairs {
    class: &'static Class,
    /// Whether vetoes are kept, for showing them.
    traced: bool,
    /// Pairs that are one name.
    pub joins: Vec<Join>,
    /// Pairs that are two, if asked for.
    pub vetoes: Vec<Veto>,
}

impl Pairs {
    /// Lets all classes look at the names; keeps vetoes if `traced`.
    pub fn of(names: &Names, traced: bool) -> Self {
        let mut pairs =
            Self { class: &super::classes::ALL[0], traced, joins: Vec::new(), vetoes: Vec::new() };
        for class in super::classes::ALL {
            pairs.class = class;
            (class.find)(names, &mut pairs);
        }
        pairs
    }

    /// The same, with what the source says: two that stand for one of its names are one, two that stand for two are two.
    pub fn with_source(names: &Names, renderings: &Renderings, traced: bool) -> Self {
        let mut pairs = Self::of(names, traced);
        source::judge(names, renderings, &mut pairs, traced);
        pairs
    }

    /// Says that two renderings are one name.
    pub fn join(&mut self, a: NameId, b: NameId, because: impl Into<String>) {
        self.joins.push(Join { a, b, class: self.class, because: because.into(), seen: Vec::new() });
    }

    /// Says that two renderings that look alike are two names.
    pub fn veto(&mut self, a: NameId, b: NameId, because: &'static str) {
        if self.traced {
            self.vetoes.push(Veto { a, b, class: self.class, because });
        }
    }
}
