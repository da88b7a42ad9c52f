//! For each target segment, what it faces in the source.

use crate::analysis::Analysis;
use crate::document::{Link, Segment};

/// The links of a document by target segment.
pub(super) struct Facing<'a> {
    pub(super) a: &'a Analysis<'a>,
    of: Vec<Option<u32>>,
    /// Whether both files are Markdown, so that what its parser took is not shown.
    pub(super) is_markdown: bool,
}

impl<'a> Facing<'a> {
    pub(super) fn new(a: &'a Analysis<'a>) -> Self {
        let mut of = vec![None; a.doc.target.len()];
        for (number, link) in a.links().iter().enumerate() {
            for &target in &link.target {
                of[target as usize] = Some(number as u32);
            }
        }
        let markdown = |path: &str| {
            [".md", ".mdx", ".markdown", ".mdown"].iter().any(|e| path.to_ascii_lowercase().ends_with(e))
        };
        let source = a.doc.source_file.as_ref().is_some_and(|f| markdown(&f.path));
        Self { a, of, is_markdown: source && markdown(&a.doc.file.path) }
    }

    /// The link that a target segment is in.
    pub(super) fn link(&self, target: usize) -> Option<&'a Link> {
        self.of.get(target).copied().flatten().and_then(|i| self.a.links().get(i as usize))
    }

    /// The source segments that a target segment faces.
    pub(super) fn source(&self, target: usize) -> impl Iterator<Item = (usize, &'a Segment)> + use<'a> {
        let doc = self.a.doc;
        let list = self.link(target).map(|l| l.source.as_slice()).unwrap_or_default();
        list.iter().map(move |&i| (i as usize, &doc.source[i as usize]))
    }
}
