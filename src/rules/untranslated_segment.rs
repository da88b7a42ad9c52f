use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Role, Segment};
use crate::finding::{Label, Message, Raw, Severity};
use crate::lang::{english, scripts};
use crate::rule::Source;
use crate::rules::untranslated_text::places::{is_above_url, is_introduced, is_menu, names_originals};
use crate::text::script::{self, script};
use crate::text::words::{fold, is_capitalised};

declare_rule! {
    /// ## What it does
    /// Finds segments that were left in the source language as a whole, or copied from the source: paragraphs, headings,
    /// list items, cells in a script that the target language does not use; and in an English text sentences that are
    /// German, French, Spanish, Italian or Portuguese.
    ///
    /// ## Why it matters
    /// A whole sentence is missing for every reader who cannot read the original. One finding for all of it reads better
    /// than one for every word.
    ///
    /// ## Examples
    /// ```flags
    /// The cooperative was founded by eleven families.
    ///
    /// [[合作社成立于一九九八年，当时只有十一户人家参加。]]
    /// ```
    /// ```flags
    /// Two of the founders have died.
    ///
    /// [[Die Kinder der Gründer haben den Hof übernommen und wollen im nächsten Jahr Birnbäume pflanzen.]]
    /// ```
    /// ```passes
    /// Jun began with a line by Kawabata:
    ///
    /// > 国境の長いトンネルを抜けると雪国であった。
    /// ```
    /// ```passes
    /// Deutsche Bahn, Österreichische Bundesbahnen, Schweizerische Bundesbahnen
    /// ```
    ///
    /// ## Limits
    /// A quotation set off after a colon is left alone, and so are columns of originals in tables and menus of languages.
    /// A segment of fewer than four foreign letters is left to `untranslated-text`.
    UntranslatedSegment {
        id: "untranslated-segment",
        summary: "a whole segment left in the source language or copied",
        category: "accuracy/untranslated",
        severity: Severity::Error,
        source: Source::Helps,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let english = a.doc.langs.target.is("en");
    let mut column = false;
    for (i, segment) in a.target() {
        let shown = segment.shown();
        column = segment.role == Role::Cell && (column || names_originals(shown));
        let own = is_declared(segment) || is_menu(segment) || is_introduced(a, i) || is_above_url(a, i);
        if column || own || is_tags(shown) {
            continue;
        }
        let whole = Label::target(i, 0..shown.len() as u32);
        let language = if a.may_be_foreign(i) && is_foreign(a, segment) {
            None
        } else if english && let Some(language) = other_language(a, i) {
            Some(language)
        } else if a.doc.langs.target.is_cjk() && is_english(a, i) {
            Some("English")
        } else {
            continue;
        };
        let message = match language {
            Some(language) => Message::new("this segment is in {language}").with("language", language),
            None => Message::new("this segment is left untranslated"),
        };
        out.push(UntranslatedSegment::META.finding(whole, message));
    }
}

/// Hashtags and handles only.
fn is_tags(shown: &str) -> bool {
    shown.split_whitespace().all(|token| token.starts_with(['#', '@', '＃', '＠']))
}

/// Whether markup says that all of it is in another language, or a link to another edition.
fn is_declared(segment: &Segment) -> bool {
    let whole = 0..segment.shown().len() as u32;
    segment.text.marks().iter().any(|m| {
        let covers = m.range.start == 0 && m.range.end == whole.end;
        covers
            && matches!(m.kind, MarkKind::Lang(_) | MarkKind::NoTranslate | MarkKind::Code | MarkKind::Link)
    })
}

/// At least four letters of a script that the target does not use, and nine in ten of all letters.
fn is_foreign(a: &Analysis<'_>, segment: &Segment) -> bool {
    let (mut foreign, mut all) = (0, 0);
    for c in segment.shown().chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        foreign += usize::from(!scripts::uses(&a.doc.langs.target, script(c)));
    }
    foreign >= 4 && foreign * 10 >= all * 9
}

/// Whether a segment of a Chinese, Japanese or Korean text is English: no letter of its own script, four words or more,
/// half of them ordinary English in lower case.
fn is_english(a: &Analysis<'_>, i: usize) -> bool {
    let shown = a.doc.target[i].shown();
    let words = a.words(i);
    if words.len() < 4 || !a.doc.target[i].role.is_prose() || script::has_cjk(shown) {
        return false;
    }
    let ordinary = |w: &&str| !is_capitalised(w) && english::is_ordinary(w);
    words.iter().map(|r| &shown[r.start as usize..r.end as usize]).filter(ordinary).count() * 2 >= words.len()
}

/// The language of a sentence that reads as German, French, Spanish, Italian or Portuguese: seven words or more, three in
/// ten of them that language's function words, no English ones.
fn other_language(a: &Analysis<'_>, i: usize) -> Option<&'static str> {
    let shown = a.doc.target[i].shown();
    let words = a.words(i);
    if words.len() < 7 || !a.doc.target[i].role.is_prose() {
        return None;
    }
    let text = |r: &std::ops::Range<u32>| &shown[r.start as usize..r.end as usize];
    // A list of titles and firms is in capitals where a sentence is not.
    if words.iter().filter(|r| is_capitalised(text(r))).count() * 2 > words.len() {
        return None;
    }
    let folded: Vec<String> = words.iter().map(|r| fold(text(r))).collect();
    if folded
        .iter()
        .any(|w| matches!(w.as_str(), "the" | "and" | "of" | "to" | "is" | "was" | "with" | "for" | "said"))
    {
        return None;
    }
    let table = common_words();
    let best = table
        .iter()
        .map(|(language, set)| (folded.iter().filter(|w| set.contains(w.as_str())).count(), *language))
        .max()?;
    (best.0 * 10 >= words.len() * 3).then_some(best.1)
}

/// Function words by the name of their language.
fn common_words() -> &'static [(&'static str, HashSet<&'static str>)] {
    static TABLE: OnceLock<Vec<(&str, HashSet<&str>)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let names: HashMap<&str, &str> = HashMap::from([
            ("de", "German"),
            ("fr", "French"),
            ("es", "Spanish"),
            ("it", "Italian"),
            ("pt", "Portuguese"),
        ]);
        let rows =
            include_str!("untranslated_segment/common_words.tsv").lines().filter_map(|l| l.split_once('\t'));
        rows.filter_map(|(code, words)| Some((*names.get(code)?, words.split(' ').collect()))).collect()
    })
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn en(marked: &str) {
        assert_marked("untranslated-segment", "a.en.txt", marked, ("zh", "en"));
    }

    #[test]
    fn whole_segments_in_another_script() {
        en(
            "The tower was built in 1874.\n[[一百多年来，只有六个人拥有这间屋子的钥匙。]]\n[[시계탑은 매주 토요일 오전에만 문을 연다.]]",
        );
        en("The第二位是一名退休的船长, and so on.\n东风");
    }

    #[test]
    fn sentences_in_another_language() {
        en("[[Los vecinos del pueblo dicen que este año ha llovido menos que nunca.]]");
        en("[[Les enfants des fondateurs ont repris la ferme et veulent planter des poiriers.]]");
        en("Buenos días, said the conductor, and punched our tickets.");
        en("Coq au vin, boeuf bourguignon, crème brûlée, pot au feu de la maison");
        assert_marked(
            "untranslated-segment",
            "a.zh.txt",
            "今天很好。\n[[The tower was built by an engineer.]]\nMade in China",
            ("en", "zh"),
        );
        en("Universidad Nacional Autónoma de México de la Ciudad de México");
    }
}
