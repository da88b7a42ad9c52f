use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::shield::Shield;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Lang;
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::{self, Script, script};
use crate::text::tables::pairs;

declare_rule! {
    /// ## What it does
    /// Finds characters of another writing system than the translation's own: kana in Chinese, simplified characters
    /// in a traditional or Japanese text, traditional ones in a simplified text.
    ///
    /// ## Why it matters
    /// One simplified character in a text for Taiwan, or a の for a 的, tells every reader that a machine wrote it.
    ///
    /// ## Examples
    /// ```flags a.zh-TW.txt en zh-TW
    /// 政府宣布[[这]]項計畫將於明年開始。
    /// ```
    /// ```flags a.ja.txt en ja
    /// 政府は来年から[[议]]会で計画を始める。
    /// ```
    /// ```passes a.ja.txt en ja
    /// 学校の会議に来た国民は体育館で声を上げた。
    /// ```
    ///
    /// ## Limits
    /// Only characters that one system alone uses are told; 后, 里 or 台 may be right in both. Titles in 《》 keep the
    /// characters they were published in, and so do short quotations. Without a region in the language tag the
    /// variant of Chinese is the one that most of the text is written in.
    ScriptVariant {
        id: "script-variant",
        summary: "characters of another writing system than the translation's own",
        category: "linguistic-conventions/character-set",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["untranslated-segment", "untranslated-text", "mojibake"],
    }
    check
}

/// From this many places on, a text that is mostly of the other variant gets one finding for all.
const MANY: usize = 20;
/// The most places listed beside the first.
const LISTED: usize = 20;

/// The two systems of Chinese writing, each character with its counterpart; one that has several has none.
struct Variants {
    simplified: HashMap<char, Option<char>>,
    traditional: HashMap<char, Option<char>>,
}

static VARIANTS: LazyLock<Variants> = LazyLock::new(|| {
    let mut variants = Variants { simplified: HashMap::new(), traditional: HashMap::new() };
    for (simplified, traditional) in pairs(include_str!("script_variant/characters.tsv")) {
        let first = |s: &str| s.chars().find(|c| !matches!(c, '(' | ')'));
        let Some(short) = first(simplified) else { continue };
        if !simplified.starts_with('(') {
            let only = (!traditional.contains(' ')).then(|| first(traditional)).flatten();
            variants.simplified.insert(short, only);
        }
        for form in traditional.split(' ').filter(|f| !f.starts_with('(')) {
            let Some(long) = first(form) else { continue };
            variants.traditional.entry(long).and_modify(|s| *s = None).or_insert(Some(short));
        }
    }
    variants
});

/// What a character is, as far as a target language objects to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alien {
    Kana,
    Simplified,
    Traditional,
}

struct Run {
    segment: usize,
    range: Range<usize>,
    alien: Alien,
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    if !(target.is("zh") || target.is("yue") || target.is("ja")) {
        return;
    }
    let unwanted = unwanted(a, target);
    let mut runs = Vec::new();
    let mut native = 0;
    for (i, segment) in a.target() {
        if script::has_cjk(segment.shown()) {
            let shield = Shield::of(segment, target);
            native += collect(i, segment.shown(), &shield, target, unwanted, &mut runs);
        }
    }
    let (mut variants, kana): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(|r| r.alien != Alien::Kana);
    if variants.len() > MANY && variants.len() > native {
        let rest = variants.split_off(1);
        let mut found = finding(a, &variants[0]).help("convert the whole text: most of it is written so");
        for run in rest.iter().take(LISTED) {
            found = found.related(label(run), "here too");
        }
        out.push(found);
    } else {
        out.extend(variants.iter().map(|r| finding(a, r)));
    }
    out.extend(kana.iter().map(|r| finding(a, r)));
}

/// Which variant of Chinese is wrong in this target.
fn unwanted(a: &Analysis<'_>, target: &Lang) -> Option<Alien> {
    if target.is("ja") || target.is_traditional() {
        return Some(Alien::Simplified);
    }
    if target.tag().contains('-') {
        return Some(Alien::Traditional);
    }
    let (mut short, mut long) = (0, 0);
    for c in a.target().flat_map(|(_, s)| s.shown().chars()) {
        short += usize::from(VARIANTS.simplified.contains_key(&c));
        long += usize::from(VARIANTS.traditional.contains_key(&c));
    }
    // A text that mixes both evenly gives no ground to call either wrong.
    match (short, long) {
        (s, l) if s > 2 * l => Some(Alien::Traditional),
        (s, l) if l > 2 * s => Some(Alien::Simplified),
        _ => None,
    }
}

fn alien(c: char, target: &Lang, unwanted: Option<Alien>) -> Option<Alien> {
    match script(c) {
        Script::Kana if !target.is("ja") => Some(Alien::Kana),
        Script::Han if unwanted == Some(Alien::Traditional) => {
            VARIANTS.traditional.contains_key(&c).then_some(Alien::Traditional)
        }
        Script::Han if unwanted == Some(Alien::Simplified) && VARIANTS.simplified.contains_key(&c) => {
            (!target.is("ja") || !in_jis(c)).then_some(Alien::Simplified)
        }
        _ => None,
    }
}

/// Whether JIS X 0208 has a character: the forms that Japan simplified itself are in it. The rows of vendors' own
/// characters, which begin at 0xED, do not count.
fn in_jis(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = encoding_rs::SHIFT_JIS.encode(c.encode_utf8(&mut buffer));
    !failed && bytes.first().is_some_and(|&b| b < 0xED)
}

/// Adds the runs of alien characters of one segment; returns how many of its characters are of the wanted variant only.
fn collect(
    i: usize,
    text: &str,
    shield: &Shield,
    target: &Lang,
    unwanted: Option<Alien>,
    out: &mut Vec<Run>,
) -> usize {
    let mut native = 0;
    let mut title = 0_usize;
    let mut between = usize::MAX;
    let first = out.len();
    for (at, c) in text.char_indices() {
        match c {
            '《' => title += 1,
            '》' => title = title.saturating_sub(1),
            _ => {}
        }
        let found = alien(c, target, unwanted)
            .filter(|&f| !shield.covers(at) && (f == Alien::Kana || title == 0) && !is_cited(text, at, f));
        let Some(found) = found else {
            native += usize::from(match unwanted {
                Some(Alien::Simplified) => VARIANTS.traditional.contains_key(&c),
                _ => VARIANTS.simplified.contains_key(&c),
            });
            // Up to two characters that both systems share do not part a word.
            between = if script(c) == Script::Han { between.saturating_add(1) } else { usize::MAX };
            continue;
        };
        let end = at + c.len_utf8();
        let reach = if found == Alien::Kana { 0 } else { 2 };
        match out[first..].last_mut() {
            Some(run) if run.alien == found && between <= reach => run.range.end = end,
            _ => out.push(Run { segment: i, range: at..end, alien: found }),
        }
        between = 0;
    }
    native
}

/// What opens and closes a quotation or gloss.
const OPENING: [char; 9] = ['「', '『', '《', '“', '‘', '(', '（', '〈', '【'];
const CLOSING: [char; 9] = ['」', '』', '》', '”', '’', ')', '）', '〉', '】'];
/// The longest quotation that may be a word or name of the other language, in characters.
const CITATION: usize = 9;

/// Whether a character is in a short quotation, which may hold a name or a word that is spoken of, in a longer one in
/// Japanese, in a name behind 叫, or part of a face such as ヽ(^o^)ノ.
fn is_cited(text: &str, at: usize, alien: Alien) -> bool {
    let (before, after) = text.split_at(at);
    let open = before.rfind(OPENING);
    let close = before.rfind(CLOSING);
    if let Some(open) = open.filter(|&o| close.is_none_or(|c| c < o)) {
        let stop = after.find(CLOSING).map_or(text.len(), |i| at + i);
        let inside = text[open..stop].chars().skip(1);
        let kana = inside.clone().filter(|&c| script(c) == Script::Kana).count();
        let han = inside.clone().filter(|&c| script(c) == Script::Han).count();
        return inside.count() <= CITATION || alien == Alien::Kana && kana >= han;
    }
    let c = after.chars().next().unwrap_or_default();
    let next = after[c.len_utf8()..].chars().next();
    let beside = |c: Option<char>| c.is_some_and(|c| matches!(c, '(' | ')' | '（' | '）' | '╯' | '╮' | '^'));
    let arm = matches!(c, 'ノ' | 'ヽ' | 'シ' | 'ツ' | 'ﾉ' | 'ヾ');
    let name = before.trim_end_matches(|c| script(c) == Script::Kana);
    arm && (beside(next) || beside(before.chars().next_back()))
        || alien == Alien::Kana && name.ends_with(['叫', '名', '團', '团']) && after.chars().count() > 1 && {
            let kana = text[name.len()..].chars().take_while(|&c| script(c) == Script::Kana).count();
            kana >= 3
        }
}

fn label(run: &Run) -> Label {
    Label::target(run.segment, run.range.start as u32..run.range.end as u32)
}

fn finding(a: &Analysis<'_>, run: &Run) -> Raw {
    let text = &a.doc.target[run.segment].shown()[run.range.clone()];
    let template = match run.alien {
        Alien::Kana => "`{text}` is Japanese kana in a Chinese text",
        Alien::Simplified if a.doc.langs.target.is("ja") => {
            "`{text}` is simplified Chinese in a Japanese text"
        }
        Alien::Simplified => "`{text}` is simplified in a traditional text",
        Alien::Traditional => "`{text}` is traditional in a simplified text",
    };
    let found = ScriptVariant::META.finding(label(run), Message::new(template).with("text", text));
    let convert = |table: &HashMap<char, Option<char>>| -> Option<String> {
        text.chars().map(|c| table.get(&c).copied().unwrap_or(Some(c))).collect()
    };
    let with = match run.alien {
        Alien::Kana => None,
        Alien::Simplified if a.doc.langs.target.is("ja") => None,
        Alien::Simplified => convert(&VARIANTS.simplified),
        Alien::Traditional => convert(&VARIANTS.traditional),
    };
    match with {
        Some(with) => found.help(format!("write `{with}`")).replace(Applicability::Unsafe, with),
        None if run.alien == Alien::Kana => found.help("translate it into Chinese"),
        None => found.help("write it in the characters of the text's own language"),
    }
}

#[cfg(test)]
mod tests {
    use super::in_jis;
    use crate::rule::testing::{assert_marked, check};

    #[test]
    fn kana_in_chinese() {
        assert_marked("script-variant", "a.txt", "今天[[の]]天氣很好，[[データ]]不多。", ("en", "zh-TW"));
        assert_marked("script-variant", "a.txt", "他说“さようなら”就走了ヽ(^o^)ノ", ("en", "zh-CN"));
    }

    #[test]
    fn a_word_is_one_run() {
        assert_marked("script-variant", "a.txt", "我們的[[议会指导]]方針，[[来]]了。", ("en", "zh-TW"));
        assert_marked("script-variant", "a.txt", "读《後來》的人很多，[[後來]]都走了。", ("en", "zh-CN"));
    }

    #[test]
    fn the_text_decides_where_the_tag_does_not() {
        assert_marked("script-variant", "a.txt", "这是我们的国家，[[個]]人说话很谨慎。", ("en", "zh"));
        assert_marked("script-variant", "a.txt", "這是我們的國家，[[个]]人說話很謹慎。", ("en", "zh"));
    }

    #[test]
    fn a_text_in_the_other_variant_is_one_finding() {
        let text = "这个国家的经济发展很快，人们对时间的认识也变了。\n".repeat(12);
        let mut found = check("a.txt", &text, ("en", "zh-TW"));
        found.retain(|f| f.rule == "script-variant");
        assert_eq!(
            (found.len(), found[0].at.text.as_str(), found[0].related.len()),
            (1, "这个国家的经济发", 20)
        );
    }

    #[test]
    fn japan_has_its_own_short_forms() {
        assert!("国学会来体点声当万号".chars().all(in_jis) && !"这们说约试业员髙".chars().any(in_jis));
    }
}
