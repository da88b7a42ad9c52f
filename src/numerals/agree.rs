//! How well two values of two languages agree: the same, the same rounded, the same in another unit.

use super::number::{Kind, Number};
use super::value::Value;

/// How well `s` of the source and `t` of the target agree: 3 the same of the same kind, 2 the same, below it by rounding,
/// conversion or a hint; 0 not.
pub(super) fn agreement(s: &Number, t: &Number) -> f64 {
    let base = plain(s, t);
    if base == 0.0 {
        return 0.0;
    }
    let beside = beside(s, t);
    // Words that only may stand for a value come after everything else.
    let hint = f64::from(u8::from(s.is_word && s.soft)) + f64::from(u8::from(t.is_word && t.soft));
    (base + beside - hint).max(0.2)
}

/// A little for the same unit or currency, less for another one.
fn beside(s: &Number, t: &Number) -> f64 {
    let unit = match (s.unit, t.unit) {
        (Some(a), Some(b)) if a.agrees(b) => 0.2,
        (Some(a), Some(b)) if a.dimension() != b.dimension() => -0.2,
        (Some(_), Some(_)) => -0.1,
        _ => 0.0,
    };
    let currency = match (s.currency, t.currency) {
        (Some(a), Some(b)) if a.agrees(b) => 0.2,
        (Some(_), Some(_)) => -0.1,
        (Some(_), None) | (None, Some(_)) if s.unit.is_none() && t.unit.is_none() => -0.05,
        _ => 0.0,
    };
    unit + currency
}

fn plain(s: &Number, t: &Number) -> f64 {
    use Kind::{Day, Fraction, Month, Number as Plain, Percent, Time, Weekday};
    if s.kind == Weekday || t.kind == Weekday {
        return if s.kind == t.kind && s.value == t.value { 3.0 } else { 0.0 };
    }
    if let (Some(a), Some(b)) = (s.minutes, t.minutes) {
        return if (a - b).rem_euclid(720) == 0 { 3.0 } else { 0.0 };
    }
    if s.glued != t.glued && (s.kind, t.kind) != (Plain, Plain) {
        return 0.0;
    }
    // "The last" and "once" are no first of January.
    let bare_hint = |n: &Number| n.is_word && n.soft && n.kind == Plain;
    let date = |n: &Number| matches!(n.kind, Month | Day | Kind::Year);
    if bare_hint(s) && date(t) || bare_hint(t) && date(s) {
        return 0.0;
    }
    let shared = share(s, t);
    if shared {
        return match (s.kind, t.kind) {
            (a, b) if a == b => 3.0,
            // A day is written in figures; "one" is none.
            (Day, Plain) if !t.in_figures => 0.0,
            (Plain, Day) if !s.in_figures => 0.5,
            (Percent, _) | (_, Percent) => 1.2,
            (Month, Plain) | (Plain, Month) if s.is_word || t.is_word => 0.8,
            (Time, _) | (_, Time) => 1.4,
            _ => 2.0,
        };
    }
    if matches!((s.kind, t.kind), (Fraction | Plain, Percent) | (Percent, Fraction | Plain)) && is_share(s, t)
    {
        return 1.5;
    }
    if let (Some(a), Some(b)) = (s.unit, t.unit)
        && t.values().any(|y| s.values().any(|x| a.converts(x, b, y)))
        && a != b
    {
        return 1.0;
    }
    if is_rounded(s, t) { 0.9 } else { 0.0 }
}

/// Whether a value that one may state is one that the other may.
fn share(s: &Number, t: &Number) -> bool {
    s.values().any(|x| t.values().any(|y| x.abs() == y.abs()))
}

/// Half is 50 per cent, two thirds are 67.
fn is_share(s: &Number, t: &Number) -> bool {
    let (percent, part) = if s.kind == Kind::Percent { (s, t) } else { (t, s) };
    let hundredths = part.value.times(Value::whole(100));
    part.kind == Kind::Fraction && hundredths.is_some_and(|h| h.is_near(percent.value, 0.02))
}

/// Whether `t` is `s` in fewer figures: rounded to the figures that it has or, where one says "about", within 6 in 100.
fn is_rounded(s: &Number, t: &Number) -> bool {
    let kinds = s.kind == t.kind
        || matches!(
            (s.kind, t.kind),
            (Kind::Fraction | Kind::Multiple, Kind::Number) | (Kind::Number, Kind::Fraction | Kind::Multiple)
        );
    if !kinds || s.kind.is_date() {
        return false;
    }
    let (Some((more, _)), Some((fewer, power))) = (s.value.figures(), t.value.figures()) else {
        return s.kind == t.kind && s.value.is_near(t.value, 0.02);
    };
    if !s.value.abs().is_near(t.value.abs(), 0.06) {
        return false;
    }
    let off = (s.value.abs().to_f64() - t.value.abs().to_f64()).abs();
    let within = |power: i32| off <= Value::ten_to(power).map_or(0.0, Value::to_f64) * 0.5 + 1e-9;
    let said = s.approx || t.approx;
    fewer.len() < more.len() && (said || within(power) && fewer.len() >= 2)
}
