//! In which way two values contradict each other, the surest way first. How sure each is was counted on human
//! translations with and without errors put in.

use super::number::{Force, Kind, Number};

/// How a value of the target differs from the one of the source that it is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Another currency beside the same figure.
    Currency,
    /// Another unit beside the same figure.
    Unit,
    /// The same figures with another power of ten.
    Scale,
    /// One figure changed, lost or added, or two in another order.
    Figure,
    /// Another month, day, weekday, time or percentage.
    Part,
    /// Another number of the same unit.
    Measure,
    /// Another plain number of like size.
    Plain,
    /// One figure changed, and read as something else.
    Near,
    /// Two small numbers in words, which a translation may well have for other reasons.
    Slight,
}

/// The class of two values that have no partner; `repeats` if the value of the target has one in the source already.
pub(super) fn class(s: &Number, t: &Number, repeats: bool) -> Option<Class> {
    if (s.kind == Kind::Weekday) != (t.kind == Kind::Weekday) || s.minutes.is_some() != t.minutes.is_some() {
        return None;
    }
    let firm = s.force == Force::Firm && t.force == Force::Firm;
    let same = s.kind == t.kind || is_day_of(s, t) || is_day_of(t, s) || is_counted(s, t) || is_counted(t, s);
    if same && s.kind.is_date() && t.kind.is_date() || is_day_of(s, t) || is_day_of(t, s) {
        let sure = t.in_figures || t.is_word || t.force == Force::Firm;
        return (sure && dates_differ(s, t)).then_some(Class::Part);
    }
    if is_left_converted(s, t) {
        return Some(Class::Unit);
    }
    let counts = |n: &Number| {
        matches!(n.kind, Kind::Number | Kind::Percent | Kind::Fraction | Kind::Ordinal | Kind::Decade)
    };
    if same && counts(s) && firm {
        if is_other_scale(s, t) {
            return Some(Class::Scale);
        }
        if is_one_figure_off(s, t) {
            return Some(Class::Figure);
        }
    }
    if same && s.kind == Kind::Percent {
        return Some(Class::Part);
    }
    if let (Some(a), Some(b)) = (s.unit, t.unit)
        && same
        && a.dimension() == b.dimension()
        && (firm || s.value.is_near(t.value, 0.9))
    {
        return Some(Class::Measure);
    }
    if same && counts(s) {
        let class = if firm || s.in_figures || t.in_figures { Class::Plain } else { Class::Slight };
        return is_like(s, t, firm, repeats).then_some(class);
    }
    let near = firm && !repeats && s.in_figures && t.in_figures && is_one_figure_off(s, t);
    (near && is_mixed(s, t)).then_some(Class::Near)
}

/// A figure that was converted and kept the unit: 24 days for one day, 9,656 miles for six miles.
fn is_left_converted(s: &Number, t: &Number) -> bool {
    let (Some(a), Some(b)) = (s.unit, t.unit) else { return false };
    a.dimension() == b.dimension() && a.is_converted(s.value, t.value)
}

/// "the 15th" for 12日.
fn is_day_of(day: &Number, ordinal: &Number) -> bool {
    day.kind == Kind::Day
        && ordinal.in_figures
        && matches!(ordinal.kind, Kind::Ordinal)
        && ordinal.value.to_i64().is_some_and(|n| (1..=31).contains(&n))
}

/// An ordinal or an age for a number: "his 21st birthday" for 21岁, "in her 40s" for 40代.
fn is_counted(a: &Number, b: &Number) -> bool {
    let below_hundred = a.value.to_f64() < 100.0 && b.value.to_f64() < 100.0;
    let round = b.value.to_i64().is_some_and(|n| n % 10 == 0);
    let figures = a.in_figures || b.in_figures;
    b.kind == Kind::Number
        && figures
        && (a.kind == Kind::Ordinal || a.kind == Kind::Decade && below_hundred && round)
}

fn dates_differ(s: &Number, t: &Number) -> bool {
    // 90年代 and the 1990s are told apart by what each may say.
    s.kind != Kind::Century || s.value != t.value
}

/// A number against a part of a date or the reverse.
fn is_mixed(s: &Number, t: &Number) -> bool {
    let plain = |n: &Number| matches!(n.kind, Kind::Number | Kind::Ordinal);
    plain(s) && matches!(t.kind, Kind::Year | Kind::Day)
        || plain(t) && matches!(s.kind, Kind::Year | Kind::Day)
}

/// Two plain numbers of which one may be meant for the other: up to ten times as large.
fn is_like(s: &Number, t: &Number, firm: bool, repeats: bool) -> bool {
    let (want, have) = (s.value.abs().to_f64(), t.value.abs().to_f64());
    let words = !s.in_figures || !t.in_figures;
    let small = want <= 12.0 && have <= 12.0;
    let weak = !firm && (s.force != t.force || words && !small);
    let money = s.currency.is_some() != t.currency.is_some();
    let unlike = s.unit.is_some()
        && t.unit.is_some()
        && s.unit.map(super::Unit::dimension) != t.unit.map(super::Unit::dimension);
    want > 0.0
        && have > 0.0
        && (0.1..=10.0).contains(&(want / have))
        && !weak
        && !money
        && !unlike
        && (!repeats || firm && !words)
}

/// The same figures with another power of ten.
fn is_other_scale(s: &Number, t: &Number) -> bool {
    match (s.value.figures(), t.value.figures()) {
        (Some((want, power)), Some((have, other))) => {
            want == have && power != other && !want.is_empty() || is_other_word(&want, &have)
        }
        _ => false,
    }
}

/// 20億6,737 for 20万6,737: the same figures with more noughts between them.
fn is_other_word(a: &str, b: &str) -> bool {
    let bare = |digits: &str| digits.replace('0', "");
    a.len() != b.len() && bare(a).len() >= 3 && bare(a) == bare(b)
}

/// One figure changed, lost or added, or two neighbours swapped, of two figures or more.
fn is_one_figure_off(s: &Number, t: &Number) -> bool {
    let (Some((first, power)), Some((second, other))) = (s.value.figures(), t.value.figures()) else {
        return false;
    };
    let low = power.min(other);
    let pad = |digits: &str, power: i32| {
        let zeros = usize::try_from((power - low).clamp(0, 24)).unwrap_or(0);
        [digits.as_bytes(), &b"0".repeat(zeros)].concat()
    };
    let (want, have) = (pad(&first, power), pad(&second, other));
    if want.len().max(have.len()) < 2 {
        return false;
    }
    if want.len() == have.len() {
        let off: Vec<usize> = (0..want.len()).filter(|&i| want[i] != have[i]).collect();
        return match off[..] {
            [_] => true,
            [i, j] => j == i + 1 && want[i] == have[j] && want[j] == have[i],
            _ => false,
        };
    }
    let (long, short) = if want.len() > have.len() { (&want, &have) } else { (&have, &want) };
    let lost = |i: usize| long[..i] == short[..i] && long[i + 1..] == short[i..];
    long.len() == short.len() + 1 && short.len() >= 3 && (0..long.len()).any(lost)
}
