use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::numerals::Class;
use crate::numerals::compare::Conflict;
use crate::rule::Source;
use crate::rules::value_finding::{is_date, report};

declare_rule! {
    /// ## What it does
    /// Finds years, months, days, weekdays and times of day that are others than those of the source, whatever calendar
    /// or clock either uses: `令和4年` is 2022, `下午3点` is 15:00.
    ///
    /// ## Why it matters
    /// A wrong date reads as well as the right one, and nobody who knows only the translation can see it.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "展览于3月15日开幕。", "target": "The exhibition opened on [[April 15]]."}
    /// ```
    /// ```flags a.jsonl ja en
    /// {"source": "次の会合は木曜日だ。", "target": "The next meeting is on [[Tuesday]]."}
    /// ```
    /// ```passes a.jsonl ja en
    /// {"source": "令和4年5月3日午後3時に始まった。", "target": "It began at 3 p.m. on May 3, 2022."}
    /// ```
    ///
    /// ## Limits
    /// A date that the translation adds or leaves out is not reported, nor one of the lunar calendar.
    DateMismatch {
        id: "date-mismatch",
        summary: "a date or time other than in the source",
        category: "accuracy/mistranslation/date-time",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["unit-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let is_mine = |c: &Conflict| is_date(c) && !matches!(c.class, Class::Currency | Class::Unit);
    report(a, DateMismatch::META, is_mine, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn pair(langs: (&str, &str), source: &str, marked: &str) {
        let line = format!("{{\"source\": \"{source}\", \"target\": \"{marked}\"}}");
        assert_marked("date-mismatch", "a.jsonl", &line, langs);
    }

    #[test]
    fn other_dates() {
        pair(("zh", "en"), "他1987年出生。", "He was born in [[1978]].");
        pair(("zh", "en"), "比赛定于周三举行。", "The match is on [[Friday]].");
        pair(("ja", "en"), "26日に開かれた。", "It was held on the [[15th]].");
        pair(("ko", "en"), "6월 19일에 열렸다.", "It was held on [[May 19]].");
        pair(("en", "zh"), "It was held on June 19.", "会议于[[8月]]19日举行。");
        pair(("en", "ko"), "It is on Thursday.", "회의는 [[화요일]]에 열린다.");
        pair(("zh", "en"), "15时50分开始。", "It began at [[14:50]].");
    }

    #[test]
    fn the_same_dates_in_other_words() {
        for (source, target) in [
            ("上世纪90年代末", "In the late 1990s"),
            ("2019年11月22日至24日", "From November 22 to 24, 2019"),
            ("下午3点半", "At 3:30 p.m."),
            ("08年夏天", "In the summer of 2008"),
            ("民国25年", "In 1936"),
            ("3、4月间", "In March and April"),
        ] {
            pair(("zh", "en"), source, target);
        }
    }
}
