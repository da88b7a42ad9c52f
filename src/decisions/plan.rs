//! From the decisions on one file to what is done: edits of the file, entries of a baseline, and what cannot be done.

use std::path::Path;
use std::sync::Arc;

use super::comments::{self, Wanted};
use super::file::{Decision, FileDecisions, RawEdit, What};
use crate::baseline::Known;
use crate::config::Settings;
use crate::document::readers::{Defaults, Read, reader_for};
use crate::document::{Document, Lang, Langs, Segment, Side};
use crate::error::Error;
use crate::finding::FileEdit;
use crate::fix;
use crate::run::bytes;
use crate::source::{SourceFile, Span};
use crate::transcript::hash;
use crate::walk::Origin;

/// What is to be done with one file.
#[derive(Debug)]
pub struct Plan {
    /// The file as it is.
    pub file: Arc<SourceFile>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its edits, sorted, none overlapping.
    pub edits: Vec<FileEdit>,
    /// What goes into a baseline.
    pub known: Vec<Known>,
    /// What is done, for people.
    pub counts: Counts,
    /// Decisions that cannot be put into effect.
    pub errors: Vec<Error>,
}

/// How many decisions of each kind are put into effect.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Fixes that were suggested.
    pub fixes: usize,
    /// Wordings of the editor's own.
    pub wordings: usize,
    /// Findings that are ignored by a comment.
    pub comments: usize,
    /// Findings that are ignored by a baseline.
    pub known: usize,
}

/// Plans what is to be done with a file; writes nothing. `commenting` is whether ignore comments may be written.
///
/// # Errors
/// If the file cannot be read, or has changed since the decisions were made.
pub fn plan(own: &FileDecisions, settings: &Settings, commenting: bool) -> Result<Plan, Error> {
    let (file, bytes) = read(own)?;
    let file = Arc::new(file);
    let documents = documents(&file, settings)?;
    let mut plan = Plan {
        file: Arc::clone(&file),
        bytes,
        edits: Vec::new(),
        known: Vec::new(),
        counts: Counts::default(),
        errors: Vec::new(),
    };
    let mut wanted = Vec::new();
    let targets = Targets::new(&documents);
    for decision in &own.decisions {
        match &decision.what {
            What::Accept { edits } => {
                plan.take(decision, Some(edits.iter().map(|e| edit(&file, e)).collect()), true);
            }
            What::Edit { start, end, replacement } => {
                plan.take(decision, targets.edits(Span::new(*start, (*end).max(*start)), replacement), false);
            }
            What::Ignore { side, start, end, reason } => wanted.push(Wanted {
                decision,
                span: (*start <= *end && *end as usize <= file.text.len()).then(|| Span::new(*start, *end)),
                side: *side,
                reason: reason.as_deref().unwrap_or_default(),
            }),
        }
    }
    plan.ignore(&wanted, &documents, settings, commenting);
    Ok(plan)
}

/// The file of the decisions, if it still has the text that they are for.
fn read(own: &FileDecisions) -> Result<(SourceFile, Vec<u8>), Error> {
    let origin = Origin::File(own.path.clone().into());
    if !Path::new(&own.path).exists() {
        let problem = "no such file; go to the folder in which it was checked, and apply the decisions there";
        return Err(Error::Io { path: own.path.clone().into(), problem: problem.into() });
    }
    let bytes = bytes(&origin)?;
    let file = SourceFile::from_bytes(own.path.as_str(), bytes.clone())?;
    if format!("{:016x}", hash(&file.text)) == own.hash {
        return Ok((file, bytes));
    }
    let first = own.decisions.first();
    let n = own.decisions.len();
    let problem = format!(
        "changed since its {n} decision{} made, the first on `{}`, and so left alone. If they were not applied before, check it again \
         with `--format html` and load the file of decisions there: those on places that did not change are kept",
        if n == 1 { " was" } else { "s were" },
        first.map_or("", |d| &d.text),
    );
    Err(Error::Malformed { path: own.path.clone(), line: first.map_or(1, |d| d.line), problem })
}

/// All documents in a file.
pub(super) fn documents(file: &Arc<SourceFile>, settings: &Settings) -> Result<Vec<Document>, Error> {
    let mut out = Vec::new();
    match reader_for(&file.path)?.read {
        Read::Article(read) => {
            let target = settings.target_lang.clone().unwrap_or_else(Lang::en);
            let langs = Langs { source: settings.source_lang.clone(), target };
            out.push(Document::alone(Arc::clone(file), read(file), langs));
        }
        Read::Bilingual(read) => {
            let defaults =
                Defaults { source: settings.source_lang.clone(), target: settings.target_lang.clone() };
            read(file, &defaults, &mut |document| out.push(document))?;
        }
    }
    Ok(out)
}

fn edit(file: &SourceFile, e: &RawEdit) -> FileEdit {
    FileEdit {
        path: Arc::clone(&file.path),
        span: Span::new(e.start, e.end.max(e.start)),
        replacement: e.replacement.clone(),
        shown: String::new(),
    }
}

impl Plan {
    /// Takes the edits of a decision, unless there are none or they meet others.
    fn take(&mut self, decision: &Decision, edits: Option<Vec<FileEdit>>, is_fix: bool) {
        let text = &self.file.text;
        let fits = |e: &FileEdit| text.get(e.span.start as usize..e.span.end as usize).is_some();
        let problem = match edits {
            None => "the format has no way to write this wording there; write it by hand",
            Some(edits) if !edits.iter().all(fits) => {
                "the edit is outside the file; export the decisions again from the page"
            }
            Some(edits) => {
                if fix::take(&mut self.edits, edits) {
                    let count = if is_fix { &mut self.counts.fixes } else { &mut self.counts.wordings };
                    *count += 1;
                    return;
                }
                "meets a decision on the same words, which was taken; apply it in a second round"
            }
        };
        self.fail(decision, problem);
    }

    fn fail(&mut self, decision: &Decision, problem: &str) {
        let problem = format!("`{}` ({}): {problem}", decision.text, decision.rule);
        self.errors.push(Error::Malformed { path: self.file.path.to_string(), line: decision.line, problem });
    }

    /// Writes ignore comments where the format has them, and leaves the rest to the baseline.
    fn ignore(
        &mut self,
        wanted: &[Wanted<'_>],
        documents: &[Document],
        settings: &Settings,
        commenting: bool,
    ) {
        let mut left: Vec<&Wanted<'_>> = wanted.iter().collect();
        if commenting && self.file.encoding.name() == "utf-8" {
            let placed = comments::place(&self.file, documents, wanted, &self.edits, settings);
            if fix::take(&mut self.edits, placed.edits) {
                self.counts.comments = wanted.len() - placed.left.len();
                left = placed.left;
            }
        }
        self.counts.known = left.len();
        self.known.extend(left.into_iter().map(|w| Known {
            fingerprint: w.decision.fingerprint.clone(),
            rule: w.decision.rule.clone(),
            path: self.file.path.to_string(),
            text: w.decision.text.clone(),
        }));
    }
}

/// The segments of the translation by where they begin in the file.
struct Targets<'d> {
    segments: Vec<(u32, &'d Segment)>,
}

impl<'d> Targets<'d> {
    fn new(documents: &'d [Document]) -> Self {
        let all = documents.iter().flat_map(|d| d.side(Side::Target));
        let mut segments: Vec<(u32, &Segment)> =
            all.map(|s| (s.text.raw(0..s.shown().len().min(1) as u32).start, s)).collect();
        segments.sort_by_key(|(start, _)| *start);
        Self { segments }
    }

    /// The edits that put `with` in the place of what is shown at `span`.
    fn edits(&self, span: Span, with: &str) -> Option<Vec<FileEdit>> {
        let behind = self.segments.partition_point(|(start, _)| *start <= span.start);
        // Markup may put a segment inside another: a link's title, a note.
        let near = self.segments[..behind].iter().rev().take(8);
        let (text, shown) = near.map(|(_, s)| &s.text).find_map(|t| Some((t, t.shown_of(span)?)))?;
        let edits = text.edit(shown, with)?.into_iter().map(|e| FileEdit {
            path: Arc::clone(&text.file().path),
            span: e.span,
            replacement: e.replacement,
            shown: String::new(),
        });
        Some(edits.collect())
    }
}
