//! Finds what the Markdown parser must not see, and makes a copy of the file in which it is blank, byte for byte as long.

use crate::source::{SourceFile, Span};

/// A copy of the file for the parser, and what was hidden in it.
pub(super) struct Hidden {
    /// As long as the file's text; what is hidden is spaces or [`FILLER`].
    pub(super) masked: String,
    /// Hidden stretches, sorted, none overlapping.
    pub(super) regions: Vec<Region>,
    /// Comments with what stands inside.
    pub(super) comments: Vec<(Span, String)>,
    /// Where the text begins, behind the front matter.
    pub(super) body: u32,
}

/// A stretch that the parser does not see.
pub(super) struct Region {
    /// The bytes.
    pub(super) span: Span,
    /// Whether readers see it, as code: mathematics.
    pub(super) is_code: bool,
}

/// Stands for hidden text inside a line. It means nothing to the parser, and is no white space, which might turn what
/// follows into an indented code block.
const FILLER: u8 = 1;

struct Hider<'t> {
    text: &'t str,
    masked: Vec<u8>,
    regions: Vec<Region>,
    comments: Vec<(Span, String)>,
    is_mdx: bool,
    /// For each closing mark, up to where it is known not to come; what never closes is searched for once.
    absent: Vec<(&'static str, usize)>,
}

/// Hides what is no Markdown.
pub(super) fn hide(file: &SourceFile, is_mdx: bool) -> Hidden {
    let text: &str = &file.text;
    let mut hider = Hider {
        text,
        masked: text.as_bytes().to_vec(),
        regions: Vec::new(),
        comments: Vec::new(),
        is_mdx,
        absent: Vec::new(),
    };
    let body = super::front_matter::end(file);
    hider.blank(0, body);
    hider.body(body);
    // A lone CR ends a line for us but not for the parser; LF is as long.
    for i in 0..hider.masked.len() {
        if hider.masked[i] == b'\r' && hider.masked.get(i + 1) != Some(&b'\n') {
            hider.masked[i] = b'\n';
        }
    }
    hider.regions.sort_by_key(|r| r.span);
    let masked = String::from_utf8(hider.masked).unwrap_or_else(|_| " ".repeat(text.len()));
    Hidden { masked, regions: hider.regions, comments: hider.comments, body: body as u32 }
}

impl Hider<'_> {
    fn body(&mut self, from: usize) {
        let mut at = from;
        let mut fence: Option<(u8, usize)> = None;
        while at < self.text.len() {
            let end = self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |i| at + i);
            let line = &self.text[at..end];
            let next = match fence {
                Some(open) => {
                    if closes(line, open) {
                        fence = None;
                    }
                    end
                }
                None => match opens(line) {
                    Some(open) => {
                        fence = Some(open);
                        end
                    }
                    None => self.line(at, end),
                },
            };
            at = next.max(end) + 1;
        }
    }

    /// Hides what is to be hidden in a line outside of code; returns where what was hidden ends, which may be further down.
    fn line(&mut self, start: usize, end: usize) -> usize {
        if self.is_mdx && is_module_line(&self.text[start..end]) {
            self.blank(start, end);
            return end;
        }
        self.container(start, end);
        if let Some(done) = self.lone_tag(start, end) {
            return done;
        }
        let mut at = start;
        let mut last = end;
        let mut ticks = 0;
        while at < last {
            let rest = &self.text[at..];
            let first = rest.as_bytes()[0];
            if first == b'`' {
                let run = rest.len() - rest.trim_start_matches('`').len();
                ticks = if ticks == run {
                    0
                } else if ticks == 0 && rest[run..last - at].contains(&rest[..run]) {
                    run
                } else {
                    ticks
                };
                at += run;
                continue;
            }
            let done = if ticks > 0 { None } else { self.special(rest, at, start, last) };
            match done {
                Some(done) => {
                    if done > last {
                        last = self.text[done..].find(['\n', '\r']).map_or(self.text.len(), |i| done + i);
                    }
                    at = done;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            }
        }
        last
    }

    /// Hides what begins at `at`, if it is one of the kinds; returns its end.
    fn special(&mut self, rest: &str, at: usize, line: usize, end: usize) -> Option<usize> {
        let pairs: &[(&'static str, &'static str)] =
            &[("<!--", "-->"), ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{{", "}}"), ("{/*", "*/}")];
        for &(open, close) in pairs {
            if !rest.starts_with(open) {
                continue;
            }
            let until = if open.starts_with("<!") || open == "{/*" { self.text.len() } else { end };
            let inside = at + open.len();
            let stop = self.find(close, inside, until)?;
            let done = stop + close.len();
            if open == "<!--" || open == "{/*" {
                let span = Span::new(at as u32, done as u32);
                self.comments.push((span, self.text[inside..stop].to_owned()));
            }
            self.cover(at, done, line);
            return Some(done);
        }
        if rest.starts_with("$$") {
            let stop = self.find("$$", at + 2, self.text.len())?;
            if self.text[at..stop].contains("\n\n") {
                return None;
            }
            return Some(self.formula(at, stop + 2));
        }
        if rest.starts_with('$') && is_formula(&rest[..end - at]) {
            let stop = at + 1 + rest[1..].find('$')?;
            return Some(self.formula(at, stop + 1));
        }
        if self.is_mdx && rest.starts_with('{') {
            let stop = self.find("}", at, end)?;
            self.cover(at, stop + 1, line);
            return Some(stop + 1);
        }
        None
    }

    /// Where `close` comes between two places.
    fn find(&mut self, close: &'static str, from: usize, until: usize) -> Option<usize> {
        if self.absent.iter().any(|(c, known)| *c == close && until <= *known && from <= until) {
            return None;
        }
        let found = self.text.get(from..until)?.find(close).map(|i| from + i);
        if found.is_none() {
            self.absent.retain(|(c, _)| *c != close);
            self.absent.push((close, until));
        }
        found
    }

    /// Hides a stretch: as blank lines where it has its lines to itself, else behind the filler.
    fn cover(&mut self, start: usize, end: usize, line: usize) {
        let before = self.text[line..start].trim_matches([' ', '\t', '>']);
        let rest = &self.text[end..];
        let after = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
        if before.is_empty() && after.trim().is_empty() {
            self.blank(start, end);
        } else {
            self.masked[start..end].fill(FILLER);
        }
        self.regions.push(Region { span: Span::new(start as u32, end as u32), is_code: false });
    }

    fn formula(&mut self, start: usize, end: usize) -> usize {
        self.masked[start..end].fill(FILLER);
        self.regions.push(Region { span: Span::new(start as u32, end as u32), is_code: true });
        end
    }

    fn blank(&mut self, start: usize, end: usize) {
        for b in &mut self.masked[start..end] {
            if *b != b'\n' && *b != b'\r' {
                *b = b' ';
            }
        }
    }

    /// Hides a stretch inside a line whose remainder is text.
    fn gap(&mut self, start: usize, end: usize) {
        self.masked[start..end].fill(FILLER);
        self.regions.push(Region { span: Span::new(start as u32, end as u32), is_code: false });
    }

    /// Admonitions and containers: `!!! note "Title"`, `=== "Tab"`, `::: tip Title`, `> [!NOTE]`, `[TOC]`.
    ///
    /// What an admonition holds is indented by four and would be code; its first line is made a list item's, whose
    /// content begins in the same column.
    fn container(&mut self, start: usize, end: usize) {
        let line = &self.text[start..end];
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let rest = &line[indent..];
        let at = start + indent;
        if let Some(opener) = ["!!! ", "??? ", "???+", "=== "].iter().find(|o| rest.starts_with(**o)) {
            self.masked[at..at + 4].copy_from_slice(b"-   ");
            let title = rest.find('"').map_or(rest.len(), |i| i + 1);
            self.gap(at + opener.len(), at + title.max(opener.len()));
            if rest.len() > title && rest.trim_end().ends_with('"') {
                // A backslash at the end of a line breaks it: the title is no part of the sentence below.
                let quote = at + rest.trim_end().len() - 1;
                self.gap(quote, quote + 1);
                self.masked[quote] = b'\\';
            }
        } else if rest.starts_with(":::") {
            let colons = rest.len() - rest.trim_start_matches(':').len();
            let word = rest[colons..].trim_start();
            let name = word.find([' ', '\t', '[', '{']).unwrap_or(word.len());
            let head = rest.len() - word.len() + name;
            if word[name..].trim().is_empty() {
                self.blank(start, end);
            } else {
                self.gap(at, at + head);
            }
        } else if rest.starts_with("::") && rest[2..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.blank(start, end);
        } else if rest.trim_end() == "[TOC]" || rest.trim_end() == "[[toc]]" {
            self.blank(start, end);
        } else if let Some(i) = rest.find("[!").filter(|_| rest.starts_with('>'))
            && let Some(close) = rest[i..].find(']')
        {
            self.gap(at + i, at + i + close + 1);
        }
    }

    /// A line that is one tag and nothing else is blank, so that what stands between such lines is Markdown.
    fn lone_tag(&mut self, start: usize, end: usize) -> Option<usize> {
        let line = self.text[start..end].trim();
        let inner = line.strip_prefix('<')?.strip_suffix('>')?;
        let name = inner.trim_start_matches('/');
        let length =
            name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(name.len());
        let name = &name[..length];
        let is_component = name.starts_with(|c: char| c.is_ascii_uppercase());
        let is_container = matches!(
            name,
            "div" | "details" | "section" | "center" | "article" | "figure" | "span" | "p" | "aside" | "main"
        );
        let inner_tag = inner.contains(['<', '>']);
        let attributes = inner.contains("alt=")
            || inner.contains("title=")
            || inner.contains("lang=")
            || inner.contains("translate");
        if !(is_component || is_container) || inner_tag || attributes {
            return None;
        }
        self.blank(start, end);
        Some(end)
    }
}

/// The mark and length of a code fence that a line opens.
fn opens(line: &str) -> Option<(u8, usize)> {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let rest = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("* ")).unwrap_or(rest).trim_start();
    let mark = rest.bytes().next().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = rest.bytes().take_while(|b| *b == mark).count();
    (length >= 3 && !(mark == b'`' && rest[length..].contains('`'))).then_some((mark, length))
}

fn closes(line: &str, (mark, length): (u8, usize)) -> bool {
    let rest = line.trim_start_matches([' ', '\t', '>']).trim_end();
    rest.len() >= length && rest.bytes().all(|b| b == mark)
}

/// `import x from "y"` and `export const …` of MDX.
fn is_module_line(line: &str) -> bool {
    let quoted = line.contains(['"', '\'']);
    line.starts_with("import ") && quoted
        || line.starts_with("export ") && (line.contains('=') || line.contains('{'))
}

/// Whether `$…` begins a formula and no price: a closing dollar on the line, with something of mathematics inside, or a
/// single letter.
fn is_formula(rest: &str) -> bool {
    let Some(close) = rest[1..].find('$') else { return false };
    let inside = &rest[1..=close];
    let after = rest[close + 2..].chars().next();
    let single = inside.chars().count() == 1 && inside.chars().all(char::is_alphabetic);
    let tight =
        !inside.starts_with(' ') && !inside.ends_with(' ') && !after.is_some_and(|c| c.is_ascii_digit());
    tight && (single || inside.contains(['\\', '^', '_', '{', '=']) || is_short_formula(inside))
}

/// `O(n)`, `2n`, `n + 1`: a letter alone beside signs.
fn is_short_formula(inside: &str) -> bool {
    let words = inside.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    let mut count = 0;
    let single = words
        .inspect(|_| count += 1)
        .all(|w| w.len() == 1 || matches!(w, "log" | "sin" | "cos" | "ln" | "max" | "min"));
    count > 0 && single && inside.len() <= 24
}
