use super::completeness::{self, Wording};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Side;
use crate::finding::{Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds sentences of the translation that the source does not have: nothing near their place says what their words,
    /// names and figures say.
    ///
    /// ## Why it matters
    /// A machine that makes up a sentence puts words into somebody's mouth, and the translation alone does not show it.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "灯塔建于1874年。冬天没有船来。", "target": "The lighthouse was built in 1874. [[The keeper's wife sold goat milk to tourists from Hamburg.]] In winter no ship comes."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "灯塔建于1874年，冬天没有船来。", "target": "The lighthouse was built in 1874. In winter no ship comes."}
    /// ```
    ///
    /// ## Limits
    /// It needs the source. An addition inside a sentence is not seen, nor a short sentence of a few words. Where much has
    /// no counterpart the two texts are taken for different versions, which is said once, for information.
    Addition {
        id: "addition",
        summary: "a sentence of the translation that the source does not have",
        category: "accuracy/addition",
        severity: Severity::Warning,
        source: Source::Needed,
        yields_to: &["untranslated-segment", "machine-residue", "repetition"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    completeness::report(a, Side::Target, Addition::META, &WORDING, out);
}

const WORDING: Wording = Wording {
    missing: "this sentence has no counterpart in the source",
    place: "the source goes on here",
    help: "delete it unless the source says it elsewhere; none of its words, names or figures is said near this place",
    versions: "much of the translation has no counterpart; the two may be different versions of the text",
};

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn unit(source: &str, target: &str, langs: (&str, &str)) {
        let line = serde_json::json!({"source": source, "target": target}).to_string();
        assert_marked("addition", "a.jsonl", &line, langs);
    }

    #[test]
    fn a_made_up_sentence_is_marked() {
        unit(
            "盐场在海湾的北岸。如今只有九户人家还在晒盐。",
            "The salt works lie on the north shore of the bay. [[Visitors may borrow rubber boots and rakes at the office behind the church.]] Today only nine families still make salt.",
            ("zh", "en"),
        );
    }

    #[test]
    fn a_long_sentence_may_be_split() {
        unit(
            "盐场在海湾的北岸，如今只有九户人家还在晒盐，最老的工人已经八十三岁了。",
            "The salt works lie on the north shore of the bay. Today only nine families still make salt. The oldest worker is already 83.",
            ("zh", "en"),
        );
    }
}
