//! Findings of one article as text, and read back.

use std::fmt;

use crate::report::{FindingReport, Report, SpanReport};

/// The findings of one article, in the order of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The findings.
    pub items: Vec<Item>,
}

/// A finding as lines of text: the first says where, how bad and which rule, the others are named and indented.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Item {
    /// `3:14-3:21`, lines and columns in characters, from 1; in the source with `source` before it.
    pub place: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Rule id, or `PACK/ENTRY`.
    pub rule: String,
    /// The entry or class of evidence behind it.
    pub entry: Option<String>,
    /// The other lines, each a name and what it says: `text`, `in`, `says`, `help`, `fix`, `see`.
    pub lines: Vec<(String, String)>,
}

/// Characters of the line that are shown on each side of a finding.
const AROUND: usize = 30;

impl Listing {
    /// The findings of a report in one file, `path` as reports name it.
    pub fn of_file(report: &Report, path: &str) -> Self {
        let source = report.files.iter().find(|f| &*f.path == path).and_then(|f| f.source.as_deref());
        let own = report.findings.iter().filter(|f| &*f.path == path || Some(&*f.path) == source);
        Self { items: own.map(Item::new).collect() }
    }

    /// All findings of a report, for a report on one text.
    pub fn of(report: &Report) -> Self {
        Self { items: report.findings.iter().map(Item::new).collect() }
    }

    /// Reads a listing as it is written.
    ///
    /// # Errors
    /// The line, from 1, that is none of a listing.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut items: Vec<Item> = Vec::new();
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'))
        {
            match line.strip_prefix("  ") {
                Some(line) => {
                    let (name, said) = line.split_once(' ').unwrap_or((line, ""));
                    let lines = &mut items.last_mut().ok_or(i + 1)?.lines;
                    lines.push((name.to_owned(), said.trim_start().to_owned()));
                }
                None => items.push(Item::parse(line).ok_or(i + 1)?),
            }
        }
        Ok(Self { items })
    }
}

impl fmt::Display for Listing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, item) in self.items.iter().enumerate() {
            if i > 0 {
                writeln!(f)?;
            }
            write!(f, "{item}")?;
        }
        if self.items.is_empty() {
            writeln!(f, "# nothing is found")?;
        }
        Ok(())
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.head())?;
        for (name, said) in &self.lines {
            writeln!(f, "  {name:<4} {said}")?;
        }
        Ok(())
    }
}

impl Item {
    fn new(finding: &FindingReport) -> Self {
        let of_source = |side| match side {
            crate::document::Side::Source => "source ",
            crate::document::Side::Target => "",
        };
        let mut lines = vec![("text".to_owned(), visible(&finding.text)), ("in".to_owned(), around(finding))];
        lines.push(("says".into(), visible(&finding.message)));
        lines.extend(finding.help.iter().map(|help| ("help".to_owned(), visible(help))));
        for fix in &finding.fixes {
            let with = |text: &str| {
                if text.is_empty() { "delete".to_owned() } else { format!("`{}`", visible(text)) }
            };
            let edits: Vec<String> = fix.edits.iter().map(|e| with(&e.replacement)).collect();
            let how = serde_json::to_string(&fix.applicability).unwrap_or_default();
            lines.push(("fix".into(), format!("{} {}", how.trim_matches('"'), edits.join(" "))));
        }
        lines.extend(finding.related.iter().map(|r| {
            let at = format!("{}{}", of_source(r.side), place(&r.span));
            ("see".to_owned(), format!("{at} `{}`: {}", visible(&r.text), visible(&r.message)))
        }));
        Self {
            place: format!("{}{}", of_source(finding.side), place(&finding.span)),
            severity: finding.severity.name().to_owned(),
            rule: finding.rule.clone(),
            entry: finding.entry.as_deref().filter(|e| *e != finding.rule).map(str::to_owned),
            lines: lines.into_iter().map(|(name, said)| (name, said.trim().to_owned())).collect(),
        }
    }

    fn parse(line: &str) -> Option<Self> {
        let (source, rest) = match line.strip_prefix("source ") {
            Some(rest) => ("source ", rest),
            None => ("", line),
        };
        let mut words = rest.split(' ');
        let place = format!("{source}{}", words.next().filter(|w| bounds(w).is_some())?);
        let (severity, rule) = (words.next()?.to_owned(), words.next()?.to_owned());
        let entry = words.next().map(|w| w.trim_matches(['(', ')']).to_owned());
        Some(Self { place, severity, rule, entry, lines: Vec::new() })
    }

    /// Its first line.
    pub fn head(&self) -> String {
        let entry = self.entry.as_ref().map(|e| format!(" ({e})")).unwrap_or_default();
        format!("{} {} {}{entry}", self.place, self.severity, self.rule)
    }

    /// What its line of this name says.
    pub fn line(&self, name: &str) -> Option<&str> {
        self.lines.iter().find(|(n, _)| n == name).map(|(_, said)| said.as_str())
    }

    /// Its lines without the one that shows the text around it.
    pub(super) fn said(&self) -> Vec<&(String, String)> {
        self.lines.iter().filter(|(name, _)| name != "in").collect()
    }

    /// Where it begins and ends, each by line and column, on its side.
    pub(super) fn bounds(&self) -> Option<(bool, [(u32, u32); 2])> {
        let (source, place) = match self.place.strip_prefix("source ") {
            Some(place) => (true, place),
            None => (false, &*self.place),
        };
        Some((source, bounds(place)?))
    }
}

fn bounds(place: &str) -> Option<[(u32, u32); 2]> {
    let one = |at: &str| {
        let (line, column) = at.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    let (start, end) = place.split_once('-')?;
    Some([one(start)?, one(end)?])
}

fn place(span: &SpanReport) -> String {
    format!("{}:{}-{}:{}", span.line, span.column, span.end_line, span.end_column)
}

/// The line around a finding, with `[[…]]` round it.
fn around(finding: &FindingReport) -> String {
    let line = &finding.excerpt;
    let (before, rest) = line.text.split_at(line.start.min(line.text.len()));
    let (inside, after) = rest.split_at(line.end.saturating_sub(line.start).min(rest.len()));
    let skipped = before.chars().count().saturating_sub(AROUND);
    let head: String = before.chars().skip(skipped).collect();
    let tail: String = after.chars().take(AROUND).collect();
    let cut = |is: bool| if is { "…" } else { "" };
    visible(&format!(
        "{}{head}[[{inside}]]{tail}{}",
        cut(skipped > 0 || line.cut.0),
        cut(after.chars().count() > AROUND || line.cut.1)
    ))
}

/// The text on one line, with what nobody can see written as `\u{…}`.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hidden = c.is_control()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        match hidden {
            true => out.extend(c.escape_default()),
            false => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Item, Listing, visible};

    #[test]
    fn what_is_written_is_read_back() {
        let item = |place: &str, entry: Option<&str>| Item {
            place: place.into(),
            severity: "warning".into(),
            rule: "nonstandard-name".into(),
            entry: entry.map(str::to_owned),
            lines: vec![
                ("text".into(), "La Bulu".into()),
                ("see".into(), "source 1:1-1:4 `拉布布`: it".into()),
            ],
        };
        let listing = Listing {
            items: vec![item("3:14-3:21", Some("our/names/labubu")), item("source 1:1-2:4", None)],
        };
        assert_eq!(Listing::parse(&format!("# a comment\n\n{listing}")), Ok(listing));
        assert_eq!(Listing::parse(&Listing::default().to_string()), Ok(Listing::default()));
    }

    #[test]
    fn a_line_that_is_none_is_told() {
        assert_eq!(Listing::parse("3:1-3:2 warning a\n\nwarning: b\n"), Err(3));
        assert_eq!(Listing::parse("  text a\n"), Err(1));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC|[0-9:() #\n-]|source |error ){0,40}") {
            if let Ok(listing) = Listing::parse(&text) {
                let again = Listing::parse(&listing.to_string());
                prop_assert_eq!(again.map(|l| l.items.len()), Ok(listing.items.len()));
            }
        }
    }

    #[test]
    fn what_nobody_sees_is_written_out() {
        assert_eq!(visible("a\u{200b}b\tc 東"), "a\\u{200b}b\\tc 東");
    }
}
