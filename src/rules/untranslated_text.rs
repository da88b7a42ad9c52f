mod around;
mod cues;
mod english;
mod gloss;
mod mention;
mod origin;
pub(super) mod places;
mod tokens;

use std::collections::HashSet;

use around::Around;
use cues::cues;
use gloss::Gloss;
use places::{is_introduced, is_marked, is_menu, is_reference, names_originals};

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Role;
use crate::finding::{Label, Message, Raw, Severity};
use crate::lang::{explain, is_han, scripts, surname};
use crate::rule::Source;
use crate::text::runs::{Run, foreign_runs};
use crate::text::script::{self, Script};
use crate::text::words::fold;

declare_rule! {
    /// ## What it does
    /// Finds text of the source language that was left in the translation: any run of letters of a script that the target
    /// language does not use. Each finding gives the reading and, for Chinese, the meaning by CC-CEDICT.
    ///
    /// ## Why it matters
    /// Readers of the translation cannot read it; it is the surest sign that nobody looked.
    ///
    /// ## Examples
    /// ```flags
    /// Riding on the[[东风]] of innovation, sales reached 3.5[[亿]] yuan.
    /// ```
    /// ```flags
    /// The government (Chinese: 政府) has launched a [[培训]] programme for staff ([[此次]]).
    /// ```
    /// ```flags a.en.txt ja en
    /// The inn has an [[露天風呂]] with a view, and children bathe [[無料で]].
    /// ```
    /// ```flags a.zh.txt en zh
    /// 这家公司的[[strategy]]没有改变，新产品（widget）用 API 和 3 km 的光纤连接。
    /// ```
    /// ```passes
    /// Fan Mingzheng (范明政) explained the character 福 and the Chinese word 创新 to @海信官方 in the file 说明.txt.
    /// ```
    /// ```passes
    /// The word for "sea" is 海, pronounced hai; its radical is 氵, "water".
    /// ```
    ///
    /// ## Limits
    /// Left alone are glosses in brackets, cited words and characters, titles in 《》 beside their translation, handles,
    /// hashtags, file names, addresses, code, text declared to be in another language, and columns of originals in
    /// tables. A gloss is compared with what stands before it for Chinese only. A Japanese run in Han characters gets no
    /// reading.
    UntranslatedText {
        id: "untranslated-text",
        summary: "source-script text left in the translation",
        category: "accuracy/untranslated",
        severity: Severity::Error,
        source: Source::Helps,
        yields_to: &["untranslated-segment"],
    }
    check
}

/// What a run turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Leftover,
    WrongGloss,
    Cited,
    Fine,
}

struct Candidate<'a> {
    segment: usize,
    /// First byte of the sentence that it stands in.
    sentence: u32,
    run: Run,
    around: Around<'a>,
    verdict: Verdict,
}

/// From so many words cited in quotation marks on, a text is about words, and quotation marks alone tell a citation.
const ABOUT_WORDS: usize = 4;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let mut candidates = candidates(a);
    settle_by_company(&mut candidates);
    let language = source_language(a, &candidates);
    for c in &candidates {
        let wrong = match c.verdict {
            Verdict::Leftover => false,
            Verdict::WrongGloss => true,
            Verdict::Cited | Verdict::Fine => continue,
        };
        let text = c.around.inside();
        let message = match wrong {
            false => "`{text}` is left untranslated",
            true => "`{text}` has nothing to do with what stands before it",
        };
        let mut finding = UntranslatedText::META
            .finding(Label::target(c.segment, c.run.range.clone()), Message::new(message).with("text", text));
        if wrong {
            finding = finding.severity(Severity::Warning);
        }
        finding.help = help(text, language);
        out.push(finding);
    }
    if a.doc.langs.target.is_cjk() {
        english_words(a, out);
    }
}

fn english_words(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    for (i, segment) in a.target() {
        for range in english::leftovers(segment) {
            let text = &segment.shown()[range.start as usize..range.end as usize];
            let message = Message::new("`{text}` is left untranslated").with("text", text);
            out.push(UntranslatedText::META.finding(Label::target(i, range), message));
        }
    }
}

fn candidates<'a>(a: &'a Analysis<'_>) -> Vec<Candidate<'a>> {
    let target = &a.doc.langs.target;
    // Kana in Chinese is a matter of `script-variant`.
    let foreign = |s: Script| !(scripts::uses(target, s) || s == Script::Kana && target.is("zh"));
    let mut out = Vec::new();
    let (mut under_references, mut column) = (false, false);
    for (i, segment) in a.target() {
        let shown = segment.shown();
        match segment.role {
            Role::Heading | Role::Title => {
                under_references = cues().has("heading", &fold(shown.trim_end_matches(':')));
            }
            Role::Cell => column |= names_originals(shown),
            _ => column = false,
        }
        if !a.may_be_foreign(i) || is_introduced(a, i) {
            continue;
        }
        for run in foreign_runs(shown, foreign) {
            if is_marked(segment, &run) || run.letters < 3 && matches!(run.script, Script::Other(_)) {
                continue;
            }
            let sentence = a.sentence_at(i, run.range.start);
            let start = sentence.start;
            let around = Around::new(shown, &run, sentence);
            let mut verdict = judge(&around, a.doc.langs.source.as_ref().is_none_or(|l| l.is("zh")));
            let glossed =
                verdict == Verdict::Fine && around.bracket().is_some_and(|b| b.lead.trim().is_empty());
            if glossed && a.doc.has_source() && origin::is_in_brackets(a, i, &around) {
                verdict = Verdict::Leftover;
            }
            let listed = column
                && segment.role == Role::Cell
                && shown.chars().all(|c| !c.is_alphabetic() || foreign(script::script(c)));
            let referenced = under_references || is_reference(a, i, segment, &run);
            let menu = cues().has("own", around.inside()) && is_menu(segment);
            if listed || referenced || menu {
                verdict = Verdict::Fine;
            }
            out.push(Candidate { segment: i, sentence: start, run, around, verdict });
        }
    }
    out
}

fn judge(around: &Around<'_>, chinese: bool) -> Verdict {
    if tokens::is_token(around) || tokens::is_face(around) {
        return Verdict::Fine;
    }
    match gloss::in_brackets(around, chinese) {
        Gloss::Good => return Verdict::Fine,
        Gloss::Wrong => return Verdict::WrongGloss,
        Gloss::None => {}
    }
    if mention::is_mention(around) {
        return Verdict::Cited;
    }
    if !around.is_glued() && gloss::after_reading(around) { Verdict::Fine } else { Verdict::Leftover }
}

/// A word cited in quotation marks in one place is cited in the others where it is quoted; and in a text about words every quoted one is.
fn settle_by_company(candidates: &mut [Candidate<'_>]) {
    let in_quotes = |c: &&Candidate<'_>| c.verdict == Verdict::Cited && c.around.is_quoted();
    let cited: HashSet<String> =
        candidates.iter().filter(in_quotes).map(|c| c.around.inside().to_owned()).collect();
    let about_words = candidates.iter().filter(in_quotes).count() >= ABOUT_WORDS;
    let count = |v: Verdict| candidates.iter().filter(|c| c.verdict == v && !c.around.is_glued()).count();
    let only_words =
        count(Verdict::Cited) >= 2 * ABOUT_WORDS && count(Verdict::Cited) >= count(Verdict::Leftover);
    for i in 0..candidates.len() {
        let c = &candidates[i];
        if c.verdict != Verdict::Leftover {
            continue;
        }
        let known =
            |quotation: &str| cited.iter().any(|word| quotation.contains(word) || word.contains(quotation));
        let quoted = c.around.quotation().filter(|q| q.chars().count() <= 24);
        let glued = c.around.is_glued() && !c.around.is_quoted();
        // "的, 地 and 得": what follows a cited word in its sentence is cited too.
        let follows = i > 0 && {
            let last = &candidates[i - 1];
            last.segment == c.segment && last.verdict == Verdict::Cited && last.sentence == c.sentence
        };
        if !glued && (follows || only_words) || quoted.is_some_and(|q| known(q) || about_words) {
            candidates[i].verdict = Verdict::Cited;
        }
    }
}

/// The language that the leftovers are most likely in.
fn source_language(a: &Analysis<'_>, candidates: &[Candidate<'_>]) -> &'static str {
    let named = a.doc.langs.source.as_ref().map(crate::document::Lang::primary);
    let has = |s: Script| candidates.iter().any(|c| c.run.script == s);
    match named {
        Some("ja") => "ja",
        Some("ko") => "ko",
        None if has(Script::Kana) => "ja",
        None if has(Script::Hangul) => "ko",
        _ => "zh",
    }
}

/// The reading and the meaning; for a name how it would be written.
fn help(text: &str, language: &str) -> Option<String> {
    if language != "zh" && text.chars().any(is_han) {
        return None;
    }
    let explained = explain::explain(text)?;
    let name = surname::romanise_name(text).map(|n| format!("; as a name: {n}")).unwrap_or_default();
    Some(match explained.meaning {
        Some(meaning) => format!("{}: {meaning}", explained.reading),
        None => format!("{}{name}", explained.reading),
    })
}

#[cfg(test)]
mod tests;
