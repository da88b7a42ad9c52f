use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Fnv, Label, Message, Raw, Severity};
use crate::names::{Conflict, Join, NameId, Names, Pairs, conflicts};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds one name in several renderings: `Yu'e Bao` and `Yu'ebao`, `Chang Mei-ling` and `Zhang Meiling`. The rarer rendering is reported, of two that are as frequent the later one.
    ///
    /// ## Why it matters
    /// Machines translate sentence by sentence and spell a name anew each time; readers see two people.
    ///
    /// ## Examples
    /// ```flags
    /// The singer Baek Ji-eun came first. Her fans cheered when [[Baek Jieun]] came back.
    /// ```
    /// ```passes
    /// Chinese firms in China met Italian ones from Italy on Tuesday and Thursday.
    /// ```
    /// ```passes
    /// The trains from Jiangxi and Jiangsu met. Jiangxi's was late.
    /// ```
    ///
    /// With the source, what renders one of its names is compared, however unlike it looks, and what renders two of them is
    /// left alone:
    ///
    /// ```flags a.jsonl zh en
    /// {"source": "市长潘国栋昨天到了。", "target": "Mayor Pan Guodong arrived yesterday."}
    /// {"source": "市民欢迎潘国栋。", "target": "Citizens welcomed Pan Guodong."}
    /// {"source": "潘国栋说，新桥很重要。", "target": "[[Phan Quoc Dong]] said the new bridge matters."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "潘国栋来了。", "target": "Pan Guodong came."}
    /// {"source": "潘国东也来了。", "target": "Pan Guodung came, too."}
    /// ```
    ///
    /// So is what the source sets between marks more than once, the title of a work or a coined word:
    ///
    /// ```flags a.jsonl zh en
    /// {"source": "他写了《山那边的灯》。", "target": "He wrote “The Lamp Beyond the Hill”."}
    /// {"source": "《山那边的灯》卖得很好。", "target": "“[[Lights Behind the Hill]]” sold well."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "他写了《山那边的灯》。", "target": "He wrote “The Lamp Beyond the Hill”."}
    /// {"source": "《山那边的灯》卖得很好。", "target": "“The Lamp beyond the Hill” sold well."}
    /// ```
    ///
    /// ## Limits
    /// Without the source nothing links names that look nothing alike. With it, a rendering must be known, sound like the
    /// name, or keep its company; one that is told by being left over or by its head noun alone is `info`. Each class of
    /// evidence has an id (`name-variant/spacing`) that settings can turn off; `mtlint inspect names` shows what was joined
    /// and why.
    NameVariant {
        id: "name-variant",
        summary: "one name rendered in several ways",
        category: "terminology/inconsistent",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["nonstandard-name"],
    }
    check
}

mod titles;

/// The most competing renderings that a finding shows.
const SHOWN: usize = 8;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let names = a.mentions();
    let from = out.len();
    out.extend(report(names, &Pairs::with_source(names, a.renderings(), false)));
    let titles = titles::findings(&a.renderings().titles);
    let told: Vec<Label> = out[from..].iter().map(|f| f.at).collect();
    out.extend(titles.into_iter().filter(|f| !told.iter().any(|at| at.overlaps(f.at))));
}

/// What is to be reported of the names of one text, or of several.
pub(crate) fn findings(names: &Names) -> Vec<Raw> {
    report(names, &Pairs::of(names, false))
}

fn report(names: &Names, pairs: &Pairs) -> Vec<Raw> {
    let mut out = Vec::new();
    for conflict in conflicts(names, pairs) {
        let shared = Shared {
            group: conflict
                .names
                .iter()
                .fold(Fnv::new(), |hash, &id| hash.text(&names.get(id).text))
                .finish(),
            source: conflict.source(),
        };
        for &rendering in &conflict.names[1..] {
            let Some(join) = conflict.join_of(rendering) else { continue };
            let places: Vec<Label> = match conflict.seen(rendering) {
                Some(seen) => seen.into_keys().collect(),
                None => names.get(rendering).mentions.iter().map(|m| m.at).collect(),
            };
            let Some((&first, others)) = places.split_first() else { continue };
            let raw = finding(names, &conflict, &shared, (rendering, first), join);
            out.extend(others.iter().map(|&at| Raw { at, ..raw.clone() }));
            out.push(raw);
        }
    }
    out
}

/// What all findings of a conflict have.
struct Shared {
    group: u64,
    source: Option<Label>,
}

/// The finding at the first place of a rendering; those at the others differ by the place alone.
fn finding(
    names: &Names,
    conflict: &Conflict,
    shared: &Shared,
    (rendering, at): (NameId, Label),
    join: &Join,
) -> Raw {
    let other = names.get(if join.a == rendering { join.b } else { join.a });
    let message = Message::new(join.class.message)
        .with("text", &*names.get(rendering).text)
        .with("other", &*other.text);
    let mut raw = NameVariant::META
        .finding(at, message)
        .severity(join.class.severity)
        .help(format!("keep to one rendering; taken for one name because {}", join.because));
    raw.entry = Some(format!("{}/{}", NameVariant::META.id, join.class.id).into());
    let own = names.get(rendering);
    let competes =
        |id: NameId| id != rendering && (conflict.joins_both(id, rendering) || !names.get(id).agrees(own));
    for &id in conflict.names.iter().filter(|&&id| competes(id)).take(SHOWN) {
        let name = names.get(id);
        let place = conflict.seen(id).and_then(|seen| seen.into_keys().next()).unwrap_or(name.place().at);
        raw = raw.related(place, Message::new("`{text}` here").with("text", &*name.text));
    }
    if let Some(source) = shared.source {
        raw = raw.related(source, Message::new("in the source"));
    }
    raw.group = Some(shared.group);
    raw
}

#[cfg(test)]
mod tests;
