use super::completeness::{self, Wording};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Side;
use crate::finding::{Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds sentences of the source that the translation does not have: nothing near their place says what their words,
    /// names and figures say. A line or unit whose target is empty, or nothing but punctuation, is reported as a whole. The
    /// sentence is marked in the source, and the place where its translation belongs is a related one.
    ///
    /// ## Why it matters
    /// A reader of the translation alone cannot see that anything is missing.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "[[灯塔建于1874年，用的是山上的石头。]]", "target": "…"}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "灯塔建于1874年。[[看守人的妻子在院子里养了二十只山羊，卖羊奶给游客。]]冬天没有船来。", "target": "The lighthouse was built in 1874. In winter no ship comes."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "灯塔建于1874年。冬天没有船来。", "target": "The lighthouse, where no ship comes in winter, was built in 1874."}
    /// ```
    ///
    /// ## Limits
    /// It needs the source. Part of a sentence that is missing is not seen, nor a short sentence of a few words. From Korean
    /// only names, figures and loanwords tell what a sentence says. Where much has no counterpart the two texts are taken
    /// for different versions, which is said once, for information.
    Omission {
        id: "omission",
        summary: "a sentence of the source that the translation does not have",
        category: "accuracy/omission",
        severity: Severity::Warning,
        source: Source::Needed,
        yields_to: &["untranslated-segment"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    completeness::report(a, Side::Source, Omission::META, &WORDING, out);
    completeness::empty_targets(a, Omission::META, out);
}

const WORDING: Wording = Wording {
    missing: "this sentence has no counterpart in the translation",
    place: "its translation belongs here",
    help: "translate it here; none of its words, names or figures is said near this place",
    versions: "much of the source has no counterpart; the two may be different versions of the text",
};

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn unit(source: &str, target: &str, langs: (&str, &str)) {
        let line = serde_json::json!({"source": source, "target": target}).to_string();
        assert_marked("omission", "a.jsonl", &line, langs);
    }

    #[test]
    fn a_lost_sentence_is_marked_in_the_source() {
        unit(
            "盐场在海湾的北岸。[[每年六月，工人们把海水引进浅浅的池子里晒干。]]如今只有九户人家还在晒盐。",
            "The salt works lie on the north shore of the bay. Today only nine families still make salt.",
            ("zh", "en"),
        );
        unit(
            "塩田は湾の北岸にある。[[毎年六月、労働者は海水を浅い池に入れて乾燥させる。]]現在は九家族だけが塩を生産している。",
            "The salt works lie on the north shore of the bay. At present only nine families produce salt.",
            ("ja", "en"),
        );
    }

    #[test]
    fn a_target_that_says_nothing_is_an_omission() {
        unit("[[博物馆周一闭馆。]]", "", ("zh", "en"));
        unit("[[The museum is closed on Mondays.]]", "。", ("en", "zh"));
        unit("……", "…", ("zh", "en"));
    }

    #[test]
    fn sentences_may_be_joined() {
        unit(
            "周末客人最多。他们多半是从城里坐船来的。",
            "Most guests, who usually come from the city by boat, come at weekends.",
            ("zh", "en"),
        );
    }
}
