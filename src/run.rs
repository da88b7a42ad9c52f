//! A whole run: inputs in, one result a file out, in the order of their paths whatever thread did them.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::collection::Facts;
use crate::config::{Resolver, Settings, Weights};
use crate::document::readers::{Defaults, Read, Sink, reader_for};
use crate::document::{Article, Document, Lang, Langs};
use crate::engine;
use crate::error::Error;
use crate::finding::{Placed, Silenced};
use crate::source::SourceFile;
use crate::transcript::Transcript;
use crate::walk::{Input, Origin};

/// What came out of one file.
#[derive(Debug)]
pub struct FileResult {
    /// The file that was checked.
    pub path: Arc<str>,
    /// Its source, if it had one of its own.
    pub source: Option<Arc<str>>,
    /// Its encoding.
    pub encoding: &'static str,
    /// Number of target segments.
    pub segments: usize,
    /// Number of target words.
    pub words: usize,
    /// Findings that ignore comments silenced, sorted by place.
    pub silenced: Vec<Silenced>,
    /// What findings cost in the score.
    pub weights: Weights,
    /// Findings, sorted by place.
    pub findings: Vec<Placed>,
    /// What is concluded over all files of the run, if that was asked for.
    pub facts: Facts,
    /// What the file says, if a format shows it.
    pub transcript: Option<Transcript>,
    /// What could not be read or used. Findings before the fault stand.
    pub errors: Vec<Error>,
}

/// Checks all inputs; results are in the order of the inputs.
pub fn run(inputs: &[Input], resolver: &Resolver) -> Vec<FileResult> {
    run_telling(inputs, resolver, &|| {})
}

/// The same; `done` hears of each file that is done, in any order.
pub fn run_telling(inputs: &[Input], resolver: &Resolver, done: &(dyn Fn() + Sync)) -> Vec<FileResult> {
    // A thread pool costs more than a small file.
    if let [one] = inputs {
        return vec![run_one(one, resolver)];
    }
    let one = |input| {
        let result = run_one(input, resolver);
        done();
        result
    };
    inputs.par_iter().map(one).collect()
}

/// Checks one input.
pub fn run_one(input: &Input, resolver: &Resolver) -> FileResult {
    match bytes(&input.origin) {
        Ok(bytes) => run_on(input, bytes, resolver),
        Err(error) => FileResult::failed(input, error),
    }
}

/// Checks one input whose bytes are at hand.
pub fn run_on(input: &Input, bytes: Vec<u8>, resolver: &Resolver) -> FileResult {
    let mut result = FileResult::of(input);
    let settings = resolver.settings_for(Path::new(&input.name));
    if let Err(error) = settings.and_then(|s| fill(input, bytes, &s, &mut result)) {
        result.errors.push(error);
    }
    result.sort();
    result
}

/// Concludes what was collected of all files, and adds it to their results.
pub fn conclude(results: &mut [FileResult]) {
    let mut facts = Facts::default();
    for result in &mut *results {
        facts.merge(std::mem::take(&mut result.facts));
    }
    let mut concluded = facts.conclude();
    for result in results {
        let Some(found) = concluded.remove(&result.path) else { continue };
        result.silenced.extend(found.silenced);
        result.findings.extend(found.findings);
        result.sort();
    }
}

impl FileResult {
    /// Nothing found in a file as yet.
    pub(crate) fn empty(path: &str) -> Self {
        Self {
            path: path.into(),
            source: None,
            encoding: "utf-8",
            segments: 0,
            words: 0,
            silenced: Vec::new(),
            weights: Weights::default(),
            findings: Vec::new(),
            facts: Facts::default(),
            transcript: None,
            errors: Vec::new(),
        }
    }

    /// The result of an input that could not be read.
    pub fn failed(input: &Input, error: Error) -> Self {
        Self { errors: vec![error], ..Self::of(input) }
    }

    /// Nothing found in an input as yet.
    fn of(input: &Input) -> Self {
        Self { source: input.source.as_ref().map(|s| s.name().into()), ..Self::empty(&input.name) }
    }

    fn sort(&mut self) {
        self.findings.sort_by(|a, b| order(a).cmp(&order(b)));
        self.silenced.sort_by(|a, b| order(&a.finding).cmp(&order(&b.finding)));
    }
}

/// Sorted by target path (the caller's order), start, end, rule. A place in the source is sorted by where it is.
fn order(f: &Placed) -> (u32, u32, &str, &str) {
    (f.at.span.start, f.at.span.end, &f.rule, f.entry.as_deref().unwrap_or_default())
}

fn fill(input: &Input, bytes: Vec<u8>, settings: &Settings, result: &mut FileResult) -> Result<(), Error> {
    let file = Arc::new(SourceFile::from_bytes(input.name.as_str(), bytes)?);
    result.encoding = file.encoding.name();
    result.weights = settings.weights;
    let mut batch = Batch { documents: Vec::new(), segments: 0, done: 0, settings };
    let read = each_document(input, settings, &file, &mut |doc| batch.add(doc, result));
    batch.check(result);
    if let Some(transcript) = &mut result.transcript {
        transcript.finish(&file);
    }
    read
}

/// Documents of one file that wait to be checked together.
struct Batch<'s> {
    documents: Vec<Document>,
    segments: usize,
    /// How many documents of the file have been checked.
    done: usize,
    settings: &'s Settings,
}

/// Segments that are worth more than one thread, and so many wait at most besides the last document.
const BATCH: usize = 2000;

impl Batch<'_> {
    fn add(&mut self, document: Document, result: &mut FileResult) {
        self.segments += document.target.len();
        self.documents.push(document);
        if self.segments >= BATCH {
            self.check(result);
        }
    }

    /// Checks what waits; results are in the order of the documents.
    fn check(&mut self, result: &mut FileResult) {
        let documents = std::mem::take(&mut self.documents);
        let one = |doc: &Document| engine::check(doc, self.settings);
        let checked: Vec<engine::Checked> = match std::mem::take(&mut self.segments) >= BATCH {
            true => documents.par_iter().map(one).collect(),
            false => documents.iter().map(one).collect(),
        };
        for (checked, document) in checked.into_iter().zip(documents) {
            if let Some((names, taken)) = checked.collected {
                result.facts.add(self.done, document, self.settings, names, taken);
            }
            if let Some(transcript) = checked.transcript {
                result.transcript.get_or_insert_default().append(transcript);
            }
            self.done += 1;
            result.segments += checked.segments;
            result.words += checked.words;
            result.silenced.extend(checked.silenced);
            result.findings.extend(checked.findings);
        }
    }
}

/// Hands on the documents of an input one by one: one for an article, any number for a bilingual file.
///
/// # Errors
/// If the source cannot be read, or the file breaks its format; documents before the fault have been handed on.
pub fn each_document(
    input: &Input,
    settings: &Settings,
    file: &Arc<SourceFile>,
    sink: Sink<'_>,
) -> Result<(), Error> {
    match reader_for(&input.name)?.read {
        Read::Bilingual(read) => {
            let defaults =
                Defaults { source: settings.source_lang.clone(), target: settings.target_lang.clone() };
            read(file, &defaults, sink)
        }
        Read::Article(read) => {
            let source = input.source.as_ref().map(read_source).transpose()?;
            sink(document(input, settings, Arc::clone(file), read(file), source));
            Ok(())
        }
    }
}

fn read_source(origin: &Origin) -> Result<(Arc<SourceFile>, Article), Error> {
    let file = Arc::new(load(origin.name(), origin)?);
    match reader_for(origin.name())?.read {
        Read::Article(read) => {
            let article = read(&file);
            Ok((file, article))
        }
        Read::Bilingual(_) => {
            Err(Error::Usage(format!("{}: a bilingual file cannot be a source", origin.name())))
        }
    }
}

fn document(
    input: &Input,
    settings: &Settings,
    file: Arc<SourceFile>,
    target: Article,
    source: Option<(Arc<SourceFile>, Article)>,
) -> Document {
    let (source_file, source) = source.map_or((None, Article::default()), |(f, a)| (Some(f), a));
    let named =
        |set: &Option<Lang>, name: &Option<Lang>, own: Option<Lang>| set.clone().or(name.clone()).or(own);
    let langs = Langs {
        source: named(&settings.source_lang, &input.source_lang, source.lang.clone()),
        target: named(&settings.target_lang, &input.target_lang, target.lang.clone())
            .unwrap_or_else(Lang::en),
    };
    Document {
        file,
        source_file,
        langs,
        target: target.segments,
        source: source.segments,
        given: None,
        ignores: target.ignores,
        target_codes: target.codes,
        source_codes: source.codes,
    }
}

/// Reads and decodes a file, or standard input.
///
/// # Errors
/// If it cannot be read or decoded.
pub fn load(name: &str, origin: &Origin) -> Result<SourceFile, Error> {
    SourceFile::from_bytes(name, bytes(origin)?)
}

/// Reads the bytes of a file, or of standard input.
///
/// # Errors
/// If it cannot be read.
pub fn bytes(origin: &Origin) -> Result<Vec<u8>, Error> {
    match origin {
        Origin::File(path) => std::fs::read(path).map_err(|e| Error::io(path, &e)),
        Origin::Stdin => {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Error::io("-", &e))?;
            Ok(bytes)
        }
    }
}
