//! Where reports go: standard output, files, in colour or not.

use std::fs::File;
use std::io::{BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Failure, complain};
use crate::error::Error;
use crate::report::{Format, Report, Style, render, statistics};

/// A value of `--output`: a file, with a format of its own if one stands before a colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    format: Option<Format>,
    path: PathBuf,
}

impl Output {
    /// Reads `[FORMAT:]FILE`. A prefix counts only if it is a known format of two letters or more, so that `C:\x` is a path.
    pub(super) fn parse(value: &str) -> Self {
        if let Some((prefix, path)) = value.split_once(':')
            && prefix.len() >= 2
            && let Ok(format) = Format::from_str(prefix, false)
        {
            return Self { format: Some(format), path: path.into() };
        }
        Self { format: None, path: value.into() }
    }
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Whether standard output gets colours.
    pub(super) fn is_on(self) -> bool {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        match self {
            Colour::Auto => std::io::stdout().is_terminal() && !no_colour,
            Colour::Always => true,
            Colour::Never => false,
        }
    }
}

/// Everything that decides what is printed.
#[derive(Debug)]
pub(super) struct Printing<'a> {
    pub(super) format: Option<Format>,
    pub(super) outputs: &'a [Output],
    pub(super) statistics: bool,
    pub(super) quiet: bool,
    pub(super) colour: Colour,
}

impl Printing<'_> {
    /// Writes the files, and standard output unless there are files and no `--format`. A file that cannot be written does
    /// not stop the others.
    pub(super) fn print(&self, report: &Report) -> Result<(), Failure> {
        let written = self.outputs.iter().map(|output| self.write(report, output));
        let failed: Vec<Error> = written.filter_map(Result::err).collect();
        if self.outputs.is_empty() || self.format.is_some() {
            self.print_out(report)?;
        }
        let mut failed = failed.into_iter();
        let Some(last) = failed.next_back() else { return Ok(()) };
        failed.for_each(|error| complain(&error.to_string()));
        Err(last.into())
    }

    fn write(&self, report: &Report, output: &Output) -> Result<(), Error> {
        let fail = |e: &std::io::Error| Error::io(&output.path, e);
        let mut file = BufWriter::new(File::create(&output.path).map_err(|e| fail(&e))?);
        let format = self.format_of(output);
        render(report, format, Style::default(), &mut file).map_err(|e| fail(&e))?;
        file.flush().map_err(|e| fail(&e))
    }

    fn print_out(&self, report: &Report) -> Result<(), Failure> {
        let stdout = std::io::stdout();
        let mut out = BufWriter::new(stdout.lock());
        let format = self.format.unwrap_or(Format::Pretty);
        if self.statistics && format.is_for_people() {
            statistics(report, &mut out)?;
        } else {
            render(report, format, self.style(), &mut out)?;
        }
        out.flush()?;
        Ok(())
    }

    /// All formats that will be printed.
    pub(super) fn formats(&self) -> impl Iterator<Item = Format> {
        self.outputs.iter().map(|output| self.format_of(output)).chain(self.format)
    }

    fn format_of(&self, output: &Output) -> Format {
        output.format.or(self.format).unwrap_or_else(|| Format::by_extension(&output.path))
    }

    fn style(&self) -> Style {
        let terminal = std::io::stdout().is_terminal();
        let colour = self.colour.is_on();
        let links = terminal && colour && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
        let mut style = Style { colour, links, summary: !self.quiet, ..Style::default() };
        let asked = std::env::var("COLUMNS").ok().and_then(|v| v.parse().ok()).filter(|n| *n >= 40);
        let has =
            || terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
        style.width = asked.or_else(has).unwrap_or(style.width);
        style
    }
}

#[cfg(test)]
mod tests {
    use super::Output;
    use crate::report::Format;

    #[test]
    fn only_known_formats_are_prefixes() {
        let parse = Output::parse;
        assert_eq!(parse("json:out.txt"), Output { format: Some(Format::Json), path: "out.txt".into() });
        assert_eq!(parse("C:\\out.json"), Output { format: None, path: "C:\\out.json".into() });
        assert_eq!(parse("a:b"), Output { format: None, path: "a:b".into() });
    }
}
