//! The words of a sentence by kind: each once, with the places of its copies.

use super::Token;

/// The kinds of a side of a pair in the order in which they first stand there.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) kinds: Vec<u32>,
    /// For each kind where its places begin, and the end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Group {
    /// Words of grammar are left out.
    pub(super) fn new(tokens: &[Token]) -> Self {
        let content = || tokens.iter().enumerate().filter(|(_, t)| !t.grammar);
        let mut kinds: Vec<u32> = Vec::with_capacity(tokens.len());
        // A sentence has few words, of which most stand in it once.
        for (_, token) in content() {
            if !kinds.contains(&token.kind) {
                kinds.push(token.kind);
            }
        }
        let mut starts = Vec::with_capacity(kinds.len() + 1);
        let mut places = Vec::with_capacity(tokens.len());
        for kind in &kinds {
            starts.push(places.len() as u32);
            places.extend(content().filter(|(_, t)| t.kind == *kind).map(|(at, _)| at as u32));
        }
        starts.push(places.len() as u32);
        Self { kinds, starts, places }
    }

    /// How many kinds there are.
    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Where the words of a kind stand, by its number in the group.
    pub(super) fn copies(&self, kind: usize) -> &[u32] {
        &self.places[self.starts[kind] as usize..self.starts[kind + 1] as usize]
    }

    /// Whether a kind has several words.
    pub(super) fn repeats(&self) -> bool {
        self.places.len() > self.kinds.len()
    }
}
