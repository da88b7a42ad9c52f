//! Inputs read into documents.

use std::io::Read as _;
use std::sync::Arc;

use crate::config::Settings;
use crate::document::readers::{Defaults, Read, Sink, reader_for};
use crate::document::{Article, Document, Lang, Langs};
use crate::error::Error;
use crate::source::SourceFile;
use crate::walk::{Input, Origin};

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
