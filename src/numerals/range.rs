//! Two ends of a range share what only the second states: 20-30万, 3至5月, "20 to 30 million".

use super::chars::Chars;
use super::number::{Kind, Language, Number};
use super::value::Value;

/// Gives the first number of each range the scale, the percent sign, unit or date part of the second.
pub(crate) fn share(c: &Chars, language: Language, numbers: &mut [Number]) {
    for i in (1..numbers.len()).rev() {
        let (head, tail) = numbers.split_at_mut(i);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        if first.is_word || second.is_word || !is_joint(c, language, first, second) {
            continue;
        }
        if second.scale > 2 && first.scale == 0 && first.kind == Kind::Number {
            first.or(Value::ten_to(second.scale).and_then(|p| first.value.times(p)));
        }
        if first.kind == Kind::Number && second.kind != Kind::Number && second.kind != Kind::Ordinal {
            let fits = match second.kind {
                Kind::Month => first.value.to_i64().is_some_and(|n| (1..=12).contains(&n)),
                Kind::Day => first.value.to_i64().is_some_and(|n| (1..=31).contains(&n)),
                Kind::Percent => true,
                Kind::Year => first.value.to_i64().is_some_and(|n| (1000..2200).contains(&n)),
                _ => false,
            };
            if fits {
                first.kind = second.kind;
            }
        }
        if first.unit.is_none() && first.kind == second.kind {
            first.unit = second.unit;
        }
        if first.currency.is_none() && first.kind == second.kind && first.unit.is_none() {
            first.currency = second.currency;
        }
    }
}

/// Whether only the joint of a range or a list stands between two numbers.
fn is_joint(c: &Chars, language: Language, first: &Number, second: &Number) -> bool {
    let (from, to) = (c.index_of(first.span.end), c.index_of(second.span.start));
    if to < from || to - from > 8 {
        return false;
    }
    let between = c.text(from..to);
    let joints: &[&str] = match language {
        Language::Chinese => &["-", "–", "—", "~", "～", "至", "到", "、", "或", "和", "与", "－"],
        Language::Japanese => &["-", "–", "—", "~", "～", "〜", "から", "、", "ないし", "と", "・"],
        Language::Korean => &["-", "–", "~", "∼", "～", "에서", "내지", ",", "·", "과", "와"],
        Language::English => &["-", "–", "—", "~", "to", "or", "and", ","],
    };
    joints.contains(&between.trim())
}
