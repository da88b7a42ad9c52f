use std::collections::HashMap;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Segment;
use crate::finding::{Label, Message, Raw, Severity, context_hash};
use crate::rule::Source;
use crate::text::script::{Script, script};

declare_rule! {
    /// ## What it does
    /// Finds source segments that stand in a file more than once and are translated in more than one way.
    ///
    /// ## Why it matters
    /// A reader takes two wordings for two things. In manuals and programs the same string has to read the same.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "点火前请先打开全部通风口。", "target": "Open all vents before lighting the kiln."}
    /// {"source": "然后等待。", "target": "Then wait."}
    /// {"source": "点火前请先打开全部通风口。", "target": "Open all vents before lighting the kiln."}
    /// {"source": "点火前请先打开全部通风口。", "target": "[[Every window has to be open at the start.]]"}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "点火前请先打开全部通风口。", "target": "Open all vents before lighting the kiln."}
    /// {"source": "点火前请先打开全部通风口。", "target": "open all vents before lighting the kiln"}
    /// ```
    ///
    /// ## Limits
    /// The wording that is there most often, or first, counts as the right one. Differences in case, blanks and final
    /// punctuation are none. Short strings may mean different things in different places: they are only worth a look.
    InconsistentSegment {
        id: "inconsistent-segment",
        summary: "the same source segment translated differently",
        category: "terminology/inconsistent",
        severity: Severity::Warning,
        source: Source::Needed,
        yields_to: &["omission", "untranslated-segment"],
    }
    check
}

/// The renderings of one source segment: each with the positions of its targets.
#[derive(Default)]
struct Renderings(Vec<(String, Vec<u32>)>);

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let doc = a.doc;
    let mut all: HashMap<&str, Renderings> = HashMap::new();
    let mut order: Vec<&str> = Vec::new();
    for link in a.links() {
        let ([s], [t]) = (&link.source[..], &link.target[..]) else { continue };
        let (source, target) = (&doc.source[*s as usize], &doc.target[*t as usize]);
        if !source.is_text() || !target.is_text() {
            continue;
        }
        let key = source.shown();
        let renderings = all.entry(key).or_insert_with(|| {
            order.push(key);
            Renderings::default()
        });
        renderings.add(target, *t);
    }
    for key in order {
        if let Some(renderings) = all.get(key).filter(|r| r.0.len() > 1) {
            report(a, key, renderings, out);
        }
    }
}

impl Renderings {
    fn add(&mut self, target: &Segment, position: u32) {
        let plain = folded(target.shown());
        // With more than a handful of wordings the rest is counted with the last.
        let last = (self.0.len() >= MOST).then_some(MOST - 1);
        match self.0.iter().position(|(text, _)| *text == plain).or(last) {
            Some(i) => self.0[i].1.push(position),
            None => self.0.push((plain, vec![position])),
        }
    }
}

/// Wordings of one segment that are told apart.
const MOST: usize = 12;

/// A text without what does not count: case, blanks and punctuation at its ends.
fn folded(text: &str) -> String {
    let trimmed = text.trim_matches(|c: char| !c.is_alphanumeric());
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn report(a: &Analysis<'_>, source: &str, renderings: &Renderings, out: &mut Vec<Raw>) {
    // Of equals the first: `max_by_key` would take the last.
    let most = renderings.0.iter().map(|(_, places)| places.len()).max().unwrap_or_default();
    let Some(main) = renderings.0.iter().position(|(_, places)| places.len() == most) else { return };
    let whole = |t: u32| Label::target(t as usize, 0..a.doc.target[t as usize].shown().len() as u32);
    let group = context_hash(source, 0..source.len() as u32);
    let firsts: Vec<u32> = renderings.0.iter().filter_map(|(_, places)| places.first().copied()).collect();
    for (number, (_, places)) in renderings.0.iter().enumerate().filter(|(number, _)| *number != main) {
        for &place in places {
            let shown = a.doc.target[place as usize].shown();
            let other = a.doc.target[firsts[main] as usize].shown();
            let message = Message::new("`{text}` is `{other}` elsewhere for the same source")
                .with("text", shown)
                .with("other", other);
            let mut finding =
                InconsistentSegment::META.finding(whole(place), message).help("use one wording");
            if is_short(source) || !are_alike(a, place, firsts[main]) {
                finding = finding.severity(Severity::Info);
            }
            for (rival, &first) in firsts.iter().enumerate().filter(|(rival, _)| *rival != number) {
                let what = if rival == main { "the usual wording" } else { "another wording" };
                finding = finding.related(whole(first), what);
            }
            finding.group = Some(group);
            out.push(finding);
        }
    }
}

/// Whether a source is too short to mean the same wherever it stands.
fn is_short(source: &str) -> bool {
    let wide =
        source.chars().filter(|c| matches!(script(*c), Script::Han | Script::Kana | Script::Hangul)).count();
    if wide > 0 { wide < 10 } else { source.split_whitespace().count() < 5 }
}

/// Whether two places are of one kind: a heading and a cell may differ, and so may units of different contexts.
fn are_alike(a: &Analysis<'_>, one: u32, two: u32) -> bool {
    let role = |t: u32| a.doc.target[t as usize].role;
    role(one) == role(two)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_marked, check};

    #[test]
    fn the_rarer_wording_is_reported() {
        let source = "请在点火之前检查所有的阀门";
        let line = |target: &str| format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}\n");
        let file =
            [line("Check all valves."), line("[[See to the taps.]]"), line("Check all valves")].concat();
        assert_marked("inconsistent-segment", "a.jsonl", &file, ("zh", "en"));
    }

    #[test]
    fn short_strings_are_only_worth_a_look() {
        let file = "msgid \"Open\"\nmsgstr \"Öffnen\"\n\nmsgctxt \"b\"\nmsgid \"Open\"\nmsgstr \"Offen\"\n";
        let found = check("a.po", file, ("en", "de"));
        let found: Vec<_> = found.iter().filter(|f| f.rule == "inconsistent-segment").collect();
        assert_eq!((found.len(), found[0].severity.name(), found[0].related.len()), (1, "info", 1));
    }
}
