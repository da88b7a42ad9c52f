//! The one thing that most programs need of this crate.

use std::path::Path;
use std::sync::Arc;

use crate::config::{Config, Resolver, Settings};
use crate::document::readers::{Defaults, Read, reader_for};
use crate::document::{Article, Document, Lang, Langs};
use crate::engine;
use crate::error::Error;
use crate::finding::Placed;
use crate::pack::{Pack, PackSet};
use crate::report::Report;
use crate::rule::Rule;
use crate::run::{FileResult, conclude, each_document, load, run};
use crate::source::SourceFile;
use crate::walk::{Plan, Walk, tag_of, walk};

/// Checks texts and files, all in the same way.
///
/// It is cheap to clone, and keeps what it has compiled: make it once and use it from any thread.
///
/// ```
/// use mtlint::Checker;
///
/// let checker = Checker::new().langs("zh", "en")?.ignore(["scare-quotes"]);
/// let report = checker.check_text("a.en.md", "It is a a good plan.")?;
/// let found: Vec<_> = report.findings.iter().map(|f| (f.rule.as_str(), f.span.line, f.span.column)).collect();
/// assert_eq!(found, [("doubled-word", 1, 7)]);
/// # Ok::<(), mtlint::error::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    settings: Settings,
    own_packs: Vec<Arc<str>>,
}

impl Checker {
    /// All rules and the packs that ship; languages are told by names and scripts.
    pub fn new() -> Self {
        Self::default()
    }

    /// With settings of one's own.
    pub fn with_settings(settings: Settings) -> Self {
        Self { settings, own_packs: Vec::new() }
    }

    /// With the settings that a `mtlint.toml` has for files beside it.
    ///
    /// # Errors
    /// If it cannot be read or has something wrong in it, shown in its line.
    pub fn with_config(path: &Path) -> Result<Self, Error> {
        Ok(Self::with_settings(Config::read(path)?.settings_for(path)))
    }

    /// Translations from `source` into `target`, BCP 47 tags such as `zh` and `en-GB`.
    ///
    /// # Errors
    /// [`Error::Usage`] if one is no tag.
    pub fn langs(mut self, source: &str, target: &str) -> Result<Self, Error> {
        let parse = |tag: &str| {
            Lang::parse(tag)
                .ok_or_else(|| Error::Usage(format!("`{tag}` is no language tag; an example is zh-TW")))
        };
        self.settings.source_lang = Some(parse(source)?);
        self.settings.target_lang = Some(parse(target)?);
        Ok(self)
    }

    /// Only these rules, packs and entries (`PACK/ENTRY`).
    #[must_use]
    pub fn select<S: Into<String>>(mut self, selectors: impl IntoIterator<Item = S>) -> Self {
        self.settings.selection.select.extend(selectors.into_iter().map(Into::into));
        self
    }

    /// None of these rules, packs and entries.
    #[must_use]
    pub fn ignore<S: Into<String>>(mut self, selectors: impl IntoIterator<Item = S>) -> Self {
        self.settings.selection.ignore.extend(selectors.into_iter().map(Into::into));
        self
    }

    /// A rule of one's own besides the others. The module [`crate::rule`] has an example.
    #[must_use]
    pub fn rule(mut self, rule: impl Rule + Send + 'static) -> Self {
        self.settings.own_rules.push(rule);
        self
    }

    /// These packs in place of those that ship: [`PackSet::load`] takes files, [`PackSet::none`] is none.
    #[must_use]
    pub fn packs(mut self, packs: PackSet) -> Self {
        self.settings.packs = packs;
        self.own_packs.clear();
        self
    }

    /// A pack of one's own besides those that ship, as the text of its TOML file.
    ///
    /// ```
    /// let pack = r#"
    /// [pack]
    /// id = "our/names"
    /// version = "1"
    /// summary = "Names of ours"
    ///
    /// [[name]]
    /// canonical = "Lanhe Optics"
    /// wrong = ["Lan He Optics"]
    /// from = "our brand book"
    /// flags = "A lens of [[Lan He Optics]]."
    /// passes = "A lens of Lanhe Optics."
    /// "#;
    /// let checker = mtlint::Checker::new().pack(pack)?;
    /// let report = checker.check_text("a.en.txt", "Lan He Optics sells lenses.")?;
    /// assert_eq!(report.findings[0].entry.as_deref(), Some("our/names/lanhe-optics"));
    /// # Ok::<(), mtlint::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// If something is wrong in it, shown in its line.
    pub fn pack(mut self, text: &str) -> Result<Self, Error> {
        self.own_packs.push(text.into());
        let packs =
            self.own_packs.iter().enumerate().map(|(i, text)| Pack::parse(&format!("pack-{i}.toml"), text));
        self.settings.packs = PackSet::with(packs.collect::<Result<_, _>>()?)?;
        Ok(self)
    }

    /// What it goes by.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Checks a text whose name, such as `a.en.md` or `rows.jsonl`, tells its format and perhaps its language.
    ///
    /// # Errors
    /// If no reader is known for the name, or the text breaks its format.
    pub fn check_text(&self, name: &str, text: &str) -> Result<Report, Error> {
        let file = Arc::new(SourceFile::new(name, text));
        let mut result = FileResult::empty(name);
        match reader_for(name)?.read {
            Read::Article(read) => self.add(&self.document(&file, read(&file), None), &mut result),
            Read::Bilingual(read) => {
                let langs = &self.settings;
                let defaults =
                    Defaults { source: langs.source_lang.clone(), target: langs.target_lang.clone() };
                read(&file, &defaults, &mut |doc| self.add(&doc, &mut result))?;
            }
        }
        Ok(self.report(vec![result], Vec::new()))
    }

    /// Checks a translation against its source, each a name and a text.
    ///
    /// ```
    /// let checker = mtlint::Checker::new();
    /// let source = ("a.zh.txt", "这条生产线年产八百五十万片镜片。");
    /// let target = ("a.en.txt", "The line makes 85 million lenses a year.");
    /// let report = checker.check_pair(source, target)?;
    /// assert_eq!(report.findings[0].rule, "number-mismatch");
    /// # Ok::<(), mtlint::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// If no reader is known for a name, or one names a format that has both sides.
    pub fn check_pair(&self, source: (&str, &str), target: (&str, &str)) -> Result<Report, Error> {
        let article = |(name, text): (&str, &str)| match reader_for(name)?.read {
            Read::Article(read) => {
                let file = Arc::new(SourceFile::new(name, text));
                let article = read(&file);
                Ok((file, article))
            }
            Read::Bilingual(_) => {
                Err(Error::Usage(format!("{name}: a bilingual format; `check_text` reads both its sides")))
            }
        };
        let (source, (file, target)) = (article(source)?, article(target)?);
        let mut result = FileResult::empty(&file.path);
        result.source = Some(Arc::clone(&source.0.path));
        self.add(&self.document(&file, target, Some(source)), &mut result);
        Ok(self.report(vec![result], Vec::new()))
    }

    /// Checks a file, or all files below a folder, on all processors. A source that lies beside its translation and
    /// differs in the language tag only (`a.zh.md`, `a.en.md`) is read with it. Files that cannot be read are among the
    /// errors of the report.
    ///
    /// # Errors
    /// If a setting makes no sense.
    pub fn check_path(&self, path: &Path) -> Result<Report, Error> {
        let found = self.walk(path)?;
        let mut results = run(&found.inputs, &Resolver::fixed(self.settings.clone()));
        conclude(&mut results);
        Ok(self.report(results, found.errors))
    }

    /// Hands on the findings in a file, or in all files below a folder, one by one, document by document: no more is
    /// kept in memory than the largest document. In a document they are in order of place.
    ///
    /// # Errors
    /// The first file that cannot be read; findings before it have been handed on.
    pub fn each_finding(&self, path: &Path, mut sink: impl FnMut(Placed)) -> Result<(), Error> {
        let found = self.walk(path)?;
        for input in &found.inputs {
            let file = Arc::new(load(&input.name, &input.origin)?);
            each_document(input, &self.settings, &file, &mut |doc| {
                engine::check(&doc, &self.settings).findings.into_iter().for_each(&mut sink);
            })?;
        }
        found.errors.into_iter().next().map_or(Ok(()), Err)
    }

    fn walk(&self, path: &Path) -> Result<Walk, Error> {
        walk(&Plan { paths: vec![path.to_owned()], pairing: true, ..Plan::default() }, &self.settings)
    }

    fn document(
        &self,
        file: &Arc<SourceFile>,
        target: Article,
        source: Option<(Arc<SourceFile>, Article)>,
    ) -> Document {
        let tag = |path: &str| tag_of(path).map(|t| t.lang);
        let of_source = source.as_ref().and_then(|(file, article)| tag(&file.path).or(article.lang.clone()));
        let of_target = tag(&file.path).or(target.lang.clone());
        let langs = Langs {
            source: self.settings.source_lang.clone().or(of_source),
            target: self.settings.target_lang.clone().or(of_target).unwrap_or_else(Lang::en),
        };
        let mut doc = Document::alone(Arc::clone(file), target, langs);
        if let Some((file, article)) = source {
            doc.source_file = Some(file);
            (doc.source, doc.source_codes) = (article.segments, article.codes);
        }
        doc
    }

    fn add(&self, doc: &Document, result: &mut FileResult) {
        let checked = engine::check(doc, &self.settings);
        result.segments += checked.segments;
        result.words += checked.words;
        result.silenced.extend(checked.silenced);
        result.findings.extend(checked.findings);
    }

    fn report(&self, results: Vec<FileResult>, errors: Vec<Error>) -> Report {
        Report::new(results, errors, true).with_packs(&self.settings.packs)
    }
}
