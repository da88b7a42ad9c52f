//! Glosses: the original beside its translation, and whether the two have anything to do with one another.

use std::collections::HashSet;

use super::around::{Around, Bracket};
use super::cues::cues;
use crate::lang::{dictionary::Dictionary, english, hangul, is_han, kana, pinyin};
use crate::text::script::{Script, script};
use crate::text::words::{fold, is_capitalised, words};

/// What brackets around a run say.
pub(super) enum Gloss {
    /// The original of what stands before.
    Good,
    /// In the place of a gloss, but about something else.
    Wrong,
    /// No gloss.
    None,
}

/// Looks at the brackets around a run.
pub(super) fn in_brackets(a: &Around<'_>, chinese: bool) -> Gloss {
    let Some(b) = a.bracket() else { return Gloss::None };
    let lead = b.lead.trim_matches(is_mark);
    let label = lead.trim_end_matches([':', '：']).trim();
    let words_in_lead = words(label);
    let last_part = label.rsplit([';', ',', '；', '，', '/', '|']).next().unwrap_or_default().trim();
    let labelled = [label, last_part].iter().any(|l| cues().has("label", &fold(l)));
    if labelled && !label.is_empty() || tail_names_language(&b) {
        return Gloss::Good;
    }
    let alone = lead.is_empty() || lead.chars().all(|c| !c.is_alphanumeric() || script(c).is_cjk());
    let at_edge =
        alone && !glued_inside(b.tail) || b.tail.trim_matches(is_mark).is_empty() && words_in_lead.len() <= 6;
    if !at_edge || b.outside.is_empty() {
        return Gloss::None;
    }
    let after_number = b.outside.ends_with(|c: char| c.is_ascii_digit());
    if outside_is_foreign(&b) || after_number && !a.inside().contains(|c: char| c.is_ascii_digit()) {
        return Gloss::None;
    }
    if alone && chinese && is_unrelated(a.inside(), b.outside) { Gloss::Wrong } else { Gloss::Good }
}

/// Signs that may stand between a bracket and the run.
fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '"' | '\''
                | '“'
                | '”'
                | '‘'
                | '’'
                | '《'
                | '》'
                | '「'
                | '」'
                | '『'
                | '』'
                | '*'
                | '_'
                | '='
        )
}

/// A Latin letter right behind the run: not a gloss but mixed text.
fn glued_inside(tail: &str) -> bool {
    tail.chars().next().is_some_and(|c| script(c) == Script::Latin || c.is_ascii_digit())
}

/// `(written 总体 in Chinese)`
fn tail_names_language(b: &Bracket<'_>) -> bool {
    let tail = fold(b.tail.trim_matches(is_mark));
    let language = |l: &str| tail == format!("in {l}") || tail.starts_with(&format!("in {l} "));
    ["chinese", "japanese", "korean", "mandarin", "cantonese"].into_iter().any(language)
}

/// What stands before the brackets is itself left over, so that the run explains nothing.
fn outside_is_foreign(b: &Bracket<'_>) -> bool {
    b.outside.chars().rev().find(|c| c.is_alphanumeric()).is_some_and(|c| script(c).is_cjk())
}

/// Whether a Chinese word of the dictionary and the English before it can hardly mean the same: the English is no name,
/// and no sense of the word, or of a part of it, and no reading stands in the sentence before it.
fn is_unrelated(run: &str, outside: &str) -> bool {
    if !run.chars().all(is_han) {
        return false;
    }
    let before: Vec<&str> =
        words(outside).iter().map(|r| &outside[r.start as usize..r.end as usize]).collect();
    let Some(last) = before.last() else { return false };
    if is_capitalised(last) || last.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let entries = Dictionary::get().lookup(run);
    if entries.is_empty() || entries.iter().any(|e| e.pinyin.starts_with(char::is_uppercase)) {
        return false;
    }
    let before: HashSet<String> =
        before.iter().rev().take(12).map(|w| fold(w)).filter(|w| tells(w)).map(|w| stem(&w)).collect();
    let near: String = before.iter().map(String::as_str).collect();
    if pinyin::pinyin_forms(run).iter().any(|form| near.contains(form.as_str())) {
        return false;
    }
    let pieces = Dictionary::get().segment(run).into_iter().map(|p| p.text.to_owned());
    let parts = pieces.chain(run.chars().map(String::from)).flat_map(|part| Dictionary::get().lookup(&part));
    let senses = entries.into_iter().chain(parts).flat_map(|e| e.glosses);
    !senses.into_iter().any(|gloss| {
        words(&gloss).iter().any(|r| before.contains(&stem(&fold(&gloss[r.start as usize..r.end as usize]))))
    })
}

/// Whether a word has a meaning of its own; words of three letters mostly have none.
fn tells(word: &str) -> bool {
    word.len() > 3
        && !matches!(
            word,
            "this" | "that" | "with" | "from" | "have" | "been" | "which" | "their" | "into" | "other"
        )
}

/// A word without its commonest endings, so that "increase" meets "increased".
fn stem(word: &str) -> String {
    let mut w = word.trim_end_matches("'s");
    for endings in [&["ing", "ied", "ies", "ed", "es", "s", "ly"][..], &["e", "y"]] {
        let cut = |ending: &&str| w.strip_suffix(*ending).filter(|rest| rest.len() >= 3);
        w = endings.iter().find_map(cut).unwrap_or(w);
    }
    w.to_owned()
}

/// Whether the words right before the run, up to the nearest sign, are its reading: "Du Fu 杜甫".
pub(super) fn after_reading(a: &Around<'_>) -> bool {
    let lead = a.before.trim_end();
    let clause = lead.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’'))).next();
    let letters: String = letters_of(clause.unwrap_or_default());
    readings(a.inside()).iter().any(|r| r.len() >= 4 && letters.ends_with(r.as_str()))
}

/// Whether brackets right after the run hold its reading: "새소년 (Se So Neon)", "买 (mǎi)".
pub(super) fn before_reading(a: &Around<'_>) -> bool {
    let rest = a.after.trim_start_matches(is_mark);
    let Some(inner) = rest.strip_prefix(['(', '（']).and_then(|r| r.split([')', '）', ',', ';']).next())
    else {
        return false;
    };
    let letters = letters_of(inner);
    !letters.is_empty() && readings(a.inside()).iter().any(|r| close_enough(r, &letters))
}

/// How a run can be read, in bare lower-case letters.
fn readings(run: &str) -> Vec<String> {
    let other = hangul::romanise(run).or_else(|| kana::romanise(run)).map(|r| letters_of(&r));
    match other {
        Some(reading) => vec![reading],
        None if run.chars().any(is_han) => pinyin::pinyin_forms(run),
        None => Vec::new(),
    }
}

fn letters_of(text: &str) -> String {
    let fold = |c: char| match c {
        'ā' | 'á' | 'ǎ' | 'à' | 'â' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' | 'î' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' | 'ô' | 'ŏ' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'û' | 'ŭ' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        _ => c,
    };
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).map(fold).collect()
}

/// Romanisations differ by system in a letter or two.
fn close_enough(a: &str, b: &str) -> bool {
    a == b || a.len() >= 4 && strsim::osa_distance(a, b) * 4 <= a.len().max(b.len())
}

/// Whether the text before the run ends in a title or name of its own: "“Half-Page Flyer” (", or capitalised words.
pub(super) fn after_title(before: &str) -> bool {
    let lead = before.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | '（' | ',' | ':' | '-' | '—' | '–')
    });
    if lead.ends_with(['"', '”', '’', '*', '_']) {
        return true;
    }
    let last = words(lead).last().map(|r| &lead[r.start as usize..r.end as usize]);
    lead.len() < before.len() && last.is_some_and(|w| is_capitalised(w) && !english::is_ordinary(&fold(w)))
}
