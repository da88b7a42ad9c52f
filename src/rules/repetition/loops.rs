//! Loops: a word, phrase or run of characters that comes again and again without a break.

use std::ops::Range;

use super::tokens::{Gap, Kind, Token};

/// The longest unit that is looked for, in tokens; what is longer repeats whole sentences.
const LONGEST: usize = 48;

/// A run of tokens that repeats its first `period` tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loop {
    /// First token.
    pub(super) start: usize,
    /// Tokens in the unit.
    pub(super) period: usize,
    /// How often the whole unit comes.
    pub(super) times: usize,
}

impl Loop {
    /// One past the last token of the last whole unit.
    pub(super) fn end(self) -> usize {
        self.start + self.period * self.times
    }
}

/// What a word is good for where it repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Nothing in particular.
    Plain,
    /// Repeated for force, or as a sound.
    Emphatic,
    /// Joins a word with itself.
    Connective,
    /// Hangs a phrase on one like it: "the heir of the heir of the king".
    Nesting,
    /// Written as a name.
    Name,
}

/// The loops of a segment that no author writes.
pub(super) fn loops(tokens: &[Token], use_of: &dyn Fn(&Token) -> Use) -> Vec<Loop> {
    // For each token the furthest end of a run that begins there or before.
    let mut reach = vec![0; tokens.len()];
    let mut out = Vec::new();
    for period in 1..=LONGEST.min(tokens.len() / 2) {
        let (mut run, mut fresh) = (0, false);
        for i in 0..=tokens.len() - period {
            let ends = i + period == tokens.len();
            if !ends && tokens[i].id == tokens[i + period].id {
                run += 1;
                continue;
            }
            if run >= period {
                let (start, end) = (i - run, i + period);
                // A unit that is itself a loop was judged with its shorter period.
                if reach[start] < end {
                    (reach[start], fresh) = (end, true);
                    let found = Loop { start, period, times: (end - start) / period };
                    if is_fault(&tokens[start..found.end()], found, use_of) {
                        out.push(found);
                    }
                }
            }
            run = 0;
        }
        if fresh {
            (1..reach.len()).for_each(|i| reach[i] = reach[i].max(reach[i - 1]));
        }
    }
    out.sort_by_key(|l| (l.start, usize::MAX - l.end()));
    let mut end = 0;
    out.retain(|l| {
        l.start >= end && {
            end = l.end();
            true
        }
    });
    out
}

/// Authors repeat a little, and part what they repeat; the less a unit says, the more often it may come.
fn is_fault(tokens: &[Token], found: Loop, use_of: &dyn Fn(&Token) -> Use) -> bool {
    let unit = &tokens[..found.period];
    let gap = tokens[1..].iter().map(|t| t.gap).max().unwrap_or(Gap::None);
    if gap == Gap::Wide || unit.iter().all(|t| matches!(t.kind, Kind::Number | Kind::Letter)) {
        return false;
    }
    if unit.iter().all(|t| use_of(t) == Use::Emphatic) {
        return found.times >= if found.period == 1 { 24 } else { 6 };
    }
    let connectives = unit.iter().filter(|t| use_of(t) == Use::Connective).count();
    if found.period == 2 && connectives == 1 && gap == Gap::None {
        return found.times >= 6;
    }
    let all_names = found.period <= 3 && unit.iter().all(|t| use_of(t) == Use::Name);
    let nests = found.period >= 3 && use_of(&unit[found.period - 1]) == Use::Nesting;
    if all_names && found.times < 4 || nests && found.times < 3 {
        return false;
    }
    let words = unit.iter().filter(|t| !t.is_cjk()).count();
    let least = match (words, found.period) {
        (0, 1) if unit[0].kind == Kind::Syllable => 40,
        (0, 1) => 8,
        (0, 2 | 3) if unit.iter().all(|t| t.kind == Kind::Syllable) => 6,
        (0, 2) => by(gap, 4, 5, 8),
        (0, 3) => by(gap, 4, 4, 6),
        (0, 4..=9) => by(gap, 3, 3, 4),
        (0, _) => by(gap, 2, 3, 3),
        (_, 1) => by(gap, 4, 6, 8),
        (_, 2) => by(gap, 2, 4, 6),
        (_, 3) => by(gap, 2, 4, 5),
        (_, 4 | 5) => by(gap, 2, 3, 4),
        (_, _) => by(gap, 2, 3, 3),
    };
    found.times >= least
}

/// Letters of a run that no laughter and no cry is as long as.
const CRY: usize = 40;

/// A few letters that come again and again in a word: the bytes of the unit, and of the run.
pub(super) fn letters(word: &str) -> Option<(u32, Range<u32>)> {
    if word.len() < CRY {
        return None;
    }
    let chars: Vec<(usize, char)> = word.char_indices().filter(|(_, c)| c.is_alphabetic()).collect();
    (1..=CRY / 8).find_map(|period| {
        let mut run = 0;
        for i in 0..chars.len().saturating_sub(period) {
            run = if chars[i].1 == chars[i + period].1 { run + 1 } else { 0 };
            let size = run + period;
            let ends = chars.get(i + 1).zip(chars.get(i + 1 + period)).is_none_or(|(a, b)| a.1 != b.1);
            if size >= CRY && ends {
                let whole = size - size % period;
                let first = i + period + 1 - size;
                let end = chars.get(first + whole).map_or(word.len(), |c| c.0);
                let unit = chars[first + period].0 - chars[first].0;
                return Some((unit as u32, chars[first].0 as u32..end as u32));
            }
        }
        None
    })
}

fn by(gap: Gap, none: usize, comma: usize, stop: usize) -> usize {
    match gap {
        Gap::None => none,
        Gap::Comma => comma,
        Gap::Stop | Gap::Wide => stop,
    }
}
