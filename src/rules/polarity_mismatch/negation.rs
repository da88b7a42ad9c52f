//! Whether a sentence denies, in words that leave no doubt.

use std::ops::Range;

use crate::text::script::{Script, script};
use crate::text::window::floor;

/// Characters of Chinese that deny or come near it. A sentence without any of them has nothing that an English "not" could
/// render.
const DENYING: &str = "不没沒無无未非否别別莫勿免难難拒缺失禁停止反除外才只仅僅毫绝絕罕鲜尚欠弱违違避防误誤错錯空虚短废廢休甭弗仍却但少毋差异異休几幾两兩怎何哪谁誰吗呢岂豈亦惜恨怕忘闭閉断斷离離脱脫去拦攔阻限零负負唯独獨隔比超过過如宁寧";

/// Where the target has a bare "not" behind a modal verb although nothing in the source denies.
pub(super) fn added(source: &str, target: &str) -> Option<Range<usize>> {
    if source.chars().any(|c| DENYING.contains(c)) || source.chars().count() < 6 {
        return None;
    }
    let mut found = None;
    for modal in ["will not ", "should not ", "must not ", "cannot ", "can not ", "would not ", "shall not "]
    {
        for (at, _) in target.match_indices(modal) {
            if found.replace(at..at + modal.len() - 1).is_some() {
                return None;
            }
        }
    }
    let range = found?;
    let rest = &target[range.end..];
    let turns = [" only", " but", " help", " merely", " just", " be without"]
        .iter()
        .any(|word| rest.starts_with(word));
    let lower = target.to_lowercase();
    let again = [
        "unless",
        "until",
        "without",
        "n't",
        " no ",
        "never",
        "nor ",
        "otherwise",
        "lest",
        "instead",
        "rather",
    ];
    let free = target[..range.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    (free && !turns && !again.iter().any(|word| lower.contains(word))).then_some(range)
}

/// Whether a Chinese sentence and an English one are of like length, and the first is Chinese indeed.
pub(super) fn fit_in_length(source: &str, target: &str) -> bool {
    let han = source.chars().filter(|c| script(*c) == Script::Han).count();
    let others = source.chars().filter(char::is_ascii_alphabetic).count();
    let words = target.split_whitespace().count();
    han > others && han >= words * 4 / 5 && han <= words * 3
}

/// Whether something shortly before the byte `at` denies, prevents or turns round.
pub(super) fn before_chinese(text: &str, at: usize) -> bool {
    let start = floor(text, at.saturating_sub(18));
    text[start..at].contains(|c: char| "不没沒未无無难難防止遏抑控避免扭反勿非停扼逆".contains(c))
}

/// The same in English.
pub(super) fn before_english(text: &str, at: usize) -> bool {
    let start = floor(text, at.saturating_sub(40));
    text[start..at].split(|c: char| !c.is_alphabetic() && c != '\'').any(|word| {
        matches!(
            word.to_ascii_lowercase().as_str(),
            "not"
                | "no"
                | "never"
                | "without"
                | "avoid"
                | "prevent"
                | "curb"
                | "stop"
                | "reverse"
                | "reversed"
                | "halt"
                | "against"
                | "instead"
                | "contain"
                | "nor"
                | "neither"
                | "hardly"
                | "rather"
                | "arrest"
                | "offset"
        ) || word.ends_with("n't")
    })
}
