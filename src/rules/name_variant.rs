use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Fnv, Message, Raw, Severity};
use crate::names::{Conflict, Join, Mention, NameId, Names, Pairs, conflicts};
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
    /// ## Limits
    /// Without the source nothing links names that look nothing alike. Each class of evidence has an id
    /// (`name-variant/spacing`) that settings can turn off; `mtlint inspect names` shows what was joined and why.
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

/// The most competing renderings that a finding shows.
const SHOWN: usize = 8;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let names = a.mentions();
    let pairs = Pairs::of(names, false);
    for conflict in conflicts(names, &pairs) {
        for &rendering in &conflict.names[1..] {
            let Some(join) = conflict.join_of(rendering) else { continue };
            let mentions = &names.get(rendering).mentions;
            out.extend(mentions.iter().map(|m| finding(names, &conflict, rendering, m, join)));
        }
    }
}

fn finding(names: &Names, conflict: &Conflict, rendering: NameId, mention: &Mention, join: &Join) -> Raw {
    let other = names.get(if join.a == rendering { join.b } else { join.a });
    let message = Message::new(join.class.message)
        .with("text", &*names.get(rendering).text)
        .with("other", &*other.text);
    let mut raw = NameVariant::META
        .finding(mention.at, message)
        .severity(join.class.severity)
        .help(format!("keep to one rendering; taken for one name because {}", join.because));
    raw.entry = Some(format!("{}/{}", NameVariant::META.id, join.class.id).into());
    let own = names.get(rendering);
    let competing =
        conflict.names.iter().filter(|&&id| id != rendering && !names.get(id).agrees(own)).take(SHOWN);
    for &id in competing {
        let name = names.get(id);
        raw = raw.related(name.place().at, Message::new("`{text}` here").with("text", &*name.text));
    }
    let texts = conflict.names.iter().map(|&id| &*names.get(id).text);
    raw.group = Some(texts.fold(Fnv::new(), Fnv::text).finish());
    raw
}

#[cfg(test)]
mod tests;
