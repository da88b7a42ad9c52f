mod tokens;

use std::collections::{HashMap, HashSet};

use self::tokens::{Token, keys, tokens};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{Link, MarkKind, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds model numbers, version numbers, file names, names in CamelCase and code that stand in the source in Latin
    /// letters and are changed in the translation: another digit, another letter.
    ///
    /// ## Why it matters
    /// `KX-40` and `KX-90` are two machines. Such tokens are to be copied, and a slip in them is hard to see.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "KX-40型窑已停产。", "target": "The [[KX-90]] kiln is no longer made."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "用GlazeLab软件计算配方。", "target": "Recipes are computed with [[GlazeLeb]]."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "KX-40型窑比KX40B型更大，Q1停产。", "target": "The KX 40, larger than the KX-40B, was retired in the first quarter."}
    /// ```
    ///
    /// ## Limits
    /// Only tokens that became something alike are found, one or two characters apart. One that is spelled out, or that
    /// is gone, is left alone; so are figures with their units, and acronyms without a digit.
    CodeMismatch {
        id: "code-mismatch",
        summary: "a model number, name or code that was changed",
        category: "accuracy/code",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["url-mismatch", "markup-mismatch", "number-mismatch", "unit-mismatch", "name-variant", "name-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.has_source() {
        return;
    }
    let links = a.links();
    for (number, link) in links.iter().enumerate() {
        let lost = lost(a, link);
        if lost.is_empty() {
            continue;
        }
        let near = &links[number.saturating_sub(1)..(number + 2).min(links.len())];
        let known: HashSet<String> = near
            .iter()
            .flat_map(|l| &l.source)
            .flat_map(|&s| keys(a.doc.source[s as usize].shown()))
            .collect();
        report(a, link, &lost, &known, out);
    }
}

/// A token of the source, and its segment.
struct Lost {
    segment: u32,
    token: Token,
}

/// Tokens of a link's source that its target has less often.
fn lost(a: &Analysis<'_>, link: &Link) -> Vec<Lost> {
    let mut out = Vec::new();
    for &s in &link.source {
        let segment = &a.doc.source[s as usize];
        let found = tokens(segment.shown()).into_iter().filter(|t| !is_url(segment, t));
        out.extend(found.map(|token| Lost { segment: s, token }));
    }
    if !out.is_empty() {
        let mut there: HashMap<String, usize> = HashMap::new();
        for key in link.target.iter().flat_map(|&t| keys(a.doc.target[t as usize].shown())) {
            *there.entry(key).or_default() += 1;
        }
        out.retain(|lost| match there.get_mut(&lost.token.key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
    }
    out
}

/// Addresses have a rule of their own.
fn is_url(segment: &Segment, token: &Token) -> bool {
    segment.text.marks_at(token.range.clone()).any(|m| m.kind == MarkKind::Url)
}

fn report(a: &Analysis<'_>, link: &Link, lost: &[Lost], known: &HashSet<String>, out: &mut Vec<Raw>) {
    let mut used: HashSet<usize> = HashSet::new();
    for &t in &link.target {
        let segment = &a.doc.target[t as usize];
        if !segment.translate {
            continue;
        }
        let strange =
            tokens(segment.shown()).into_iter().filter(|t| !known.contains(&t.key) && !is_url(segment, t));
        for token in strange {
            let twin = lost.iter().enumerate().find(|(i, l)| !used.contains(i) && is_slip(&l.token, &token));
            let Some((i, twin)) = twin else { continue };
            used.insert(i);
            let source = &a.doc.source[twin.segment as usize];
            let was = of(source, &twin.token);
            let message = Message::new("`{text}` is `{source}` in the source")
                .with("text", of(segment, &token))
                .with("source", was);
            out.push(
                CodeMismatch::META
                    .finding(Label::target(t as usize, token.range.clone()), message)
                    .help("copy it as the source has it")
                    .related(Label::source(twin.segment as usize, twin.token.range.clone()), "in the source")
                    .replace(Applicability::Unsafe, was),
            );
        }
    }
}

fn of<'s>(segment: &'s Segment, token: &Token) -> &'s str {
    &segment.shown()[token.range.start as usize..token.range.end as usize]
}

/// Whether one token is the other but for a character or two.
fn is_slip(source: &Token, target: &Token) -> bool {
    let length = source.key.len();
    let allowed = if length >= 8 { 2 } else { 1 };
    let alike = source.has_digit == target.has_digit && source.key.len().abs_diff(target.key.len()) < 2;
    // A short token must keep its shape: `U6` and `P6`, not `U6` and `6A`.
    let same_shape = length >= 5 || shape(&source.key) == shape(&target.key);
    alike
        && same_shape
        && strsim::osa_distance(&source.key, &target.key) <= allowed
        && !is_inflected(source, target)
}

fn shape(key: &str) -> Vec<bool> {
    key.bytes().map(|b| b.is_ascii_digit()).collect()
}

/// A plural, or letters behind the token that belong to the language: `KX40s`.
fn is_inflected(source: &Token, target: &Token) -> bool {
    let (one, two) = (&source.key, &target.key);
    let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
    long.strip_prefix(short.as_str()).is_some_and(|rest| rest.eq_ignore_ascii_case("s"))
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    #[track_caller]
    fn pair(source: &str, target: &str) {
        let line = format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}");
        assert_marked("code-mismatch", "a.jsonl", &line, ("zh", "en"));
    }

    #[test]
    fn tokens_that_changed() {
        pair("T7和T17两种型号", "The models [[R7]] and [[T16]]");
        pair("Ｋ８型", "the [[K9]] type");
        pair("文件在kiln_log2.txt里", "It is in [[kiln_log3.txt]]");
    }

    #[test]
    fn tokens_that_are_written_otherwise() {
        pair("MX-500型", "the MX 500 and the MX500s");
        pair("5km外，20kg重，3D打印", "5 kilometres away, 21kg, printed in 3D");
        pair("Q1和Q2", "the first and second quarter, unlike R3");
        pair("见COVID-19疫情", "See the Covid-19 outbreak");
    }
}
