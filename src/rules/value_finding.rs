//! What the four rules on values have in common: which contradictions are theirs, and how they tell them.

use crate::analysis::Analysis;
use crate::document::Side;
use crate::finding::{Label, Message, Raw, Severity};
use crate::numerals::compare::{Conflict, Item};
use crate::numerals::{Class, Value};
use crate::rule::RuleMeta;

/// Adds a finding for each contradiction of which `is_mine` says so.
pub(super) fn report(
    a: &Analysis<'_>,
    meta: &'static RuleMeta,
    is_mine: fn(&Conflict) -> bool,
    out: &mut Vec<Raw>,
) {
    let mine = a.value_conflicts().iter().filter(|c| is_mine(c));
    out.extend(mine.map(|c| finding(a, meta, c)));
}

/// Whether one of the sides is part of a date or a time.
pub(super) fn is_date(c: &Conflict) -> bool {
    c.source.number.kind.is_date() || c.target.number.kind.is_date()
}

fn finding(a: &Analysis<'_>, meta: &'static RuleMeta, c: &Conflict) -> Raw {
    // The sign of a currency, the word of a unit and the rest of a date belong to what is wrong; of a figure nothing else.
    let wide = matches!(c.class, Class::Currency | Class::Unit | Class::Measure) || is_date(c);
    let place = |item: &Item| if wide { item.whole } else { item.at };
    let (source, target) = (place(&c.source), place(&c.target));
    let (said, shown) = (text(a, source), text(a, target));
    let message =
        Message::new("`{target}` where the source has `{source}`").with("target", shown).with("source", said);
    let severity = match c.class {
        Class::Slight => Severity::Info,
        Class::Plain | Class::Near | Class::Measure => Severity::Warning,
        _ => Severity::Error,
    };
    meta.finding(target, message)
        .severity(severity)
        .help(help(c, said, shown))
        .related(source, "the source has this")
}

fn text<'a>(a: &Analysis<'a>, at: Label) -> &'a str {
    let segments = match at.side {
        Side::Target => &a.doc.target,
        Side::Source => &a.doc.source,
    };
    segments[at.segment as usize].shown().get(at.start as usize..at.end as usize).unwrap_or_default()
}

/// What the source says in English, and what is wrong with the figure if that can be told.
fn help(c: &Conflict, said: &str, shown: &str) -> String {
    match c.class {
        Class::Currency => return format!("name the currency of `{said}`"),
        Class::Unit => return format!("name the unit of `{said}`, or convert the figure"),
        _ => {}
    }
    let value = c.source.number.value;
    let reading = in_english(value);
    let is = if reading == said || c.source.number.kind.is_date() {
        String::new()
    } else {
        format!(": `{said}` is {reading}")
    };
    match (c.class, times(value, c.target.number.value)) {
        (Class::Scale, Some(times)) => format!("{times}{is}"),
        _ if is.is_empty() => format!("put the value of `{said}` in the place of `{shown}`"),
        _ => format!("check the figure{is}"),
    }
}

/// How many times too large or too small a value is, if that is a power of ten.
fn times(want: Value, have: Value) -> Option<String> {
    let larger = have.abs().to_f64() > want.abs().to_f64();
    let ratio = if larger { have.over(want) } else { want.over(have) }?.abs();
    Some(format!("{} times too {}", in_english(ratio), if larger { "large" } else { "small" }))
}

/// A value as English writes it: 268,000, 26.8 billion.
fn in_english(value: Value) -> String {
    for (power, word) in [(12, " trillion"), (9, " billion"), (6, " million")] {
        let short = Value::ten_to(power).and_then(|p| value.over(p)).filter(|v| v.abs().to_f64() >= 1.0);
        if let Some(short) = short {
            let digits = short.to_string();
            return format!("{}{word}", rounded(&digits));
        }
    }
    match value.to_i64() {
        Some(n) if n >= 10_000 => crate::text::words::thousands(usize::try_from(n).unwrap_or_default()),
        _ => rounded(&value.to_string()).to_owned(),
    }
}

/// At most six digits behind the point.
fn rounded(digits: &str) -> &str {
    digits.find('.').map_or(digits, |point| &digits[..digits.len().min(point + 7)])
}
