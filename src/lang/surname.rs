//! Chinese surnames with their readings, and personal names written in pinyin.
//!
//! A character often has another reading as a surname (单 is Shan, not dan), so surnames come from the
//! dictionary's entries that say so and from `data/surnames.tsv`.

use crate::hash::Map;
use std::sync::OnceLock;

use pinyin::ToPinyin;

use super::dictionary::{Dictionary, Entry};
use super::is_han;
use super::pinyin::Reading;

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/surnames.tsv"));
// Grammar, not names: a run with one of these after its first character is a phrase.
const NEVER_IN_NAMES: &str = "的了是在和与與及或不也都就这這那个個们們为為对對";

/// The readings of a surname (simplified or traditional) in numbered pinyin, the usual one first;
/// empty if it is none.
pub fn surname_readings(head: &str) -> Vec<&'static str> {
    static ROWS: OnceLock<Map<&str, &str>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| TABLE.lines().filter_map(|line| line.split_once('\t')).collect());
    rows.get(head).map(|readings| readings.split('/').collect()).unwrap_or_default()
}

/// What surnames are written as in pinyin, in lower case and without marks: `wang`, `ouyang`, `lu`.
pub fn romanised_surnames() -> std::collections::HashSet<String> {
    let readings = TABLE.lines().filter_map(|line| line.split_once('\t')).flat_map(|(_, r)| r.split('/'));
    readings
        .map(|r| r.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect())
        .collect()
}

/// A Chinese personal name in pinyin, surname first: `毛宁` is `Mao Ning`, `欧阳娜娜` is `Ouyang Nana`.
///
/// `None` unless the run is two to four Han characters that begin with a surname and leave one or two
/// for the given name, and for ordinary words of the dictionary. Whether such a run is a name in its
/// text is for the caller to know: `高质量` would be one by its shape.
pub fn romanise_name(run: &str) -> Option<String> {
    let chars: Vec<char> = run.chars().collect();
    if !(2..=4).contains(&chars.len()) || !chars.iter().copied().all(is_han) {
        return None;
    }
    let entries = Dictionary::get().lookup(run);
    if !entries.is_empty() {
        return entries
            .iter()
            .find(|entry| is_person(entry))
            .map(|entry| Reading::new(&entry.pinyin).plain());
    }
    [2, 1].into_iter().find_map(|length| {
        let (surname, given) = chars.split_at_checked(length)?;
        let phrase = given.iter().any(|&c| NEVER_IN_NAMES.contains(c));
        if !(1..=2).contains(&given.len()) || phrase {
            return None;
        }
        let surname = *surname_readings(&surname.iter().collect::<String>()).first()?;
        Some(format!("{} {}", Reading::new(surname).plain(), given_name(given)?))
    })
}

// People stand in the dictionary with a surname, a capitalised given name and their years of life.
fn is_person(entry: &Entry) -> bool {
    let syllables = entry.pinyin.split(' ').enumerate();
    let capitals: Vec<usize> = syllables
        .filter(|(_, syllable)| syllable.starts_with(char::is_uppercase))
        .map(|(at, _)| at)
        .collect();
    let [0, at] = capitals[..] else { return false };
    let surname: String = entry.simplified.chars().take(at).collect();
    let has_years = |gloss: &String| gloss.contains('(') && gloss.contains(|c: char| c.is_ascii_digit());
    !surname_readings(&surname).is_empty() && entry.glosses.iter().any(has_years)
}

fn given_name(given: &[char]) -> Option<String> {
    let mut name = String::new();
    for c in given {
        let syllable = c.to_pinyin()?.plain();
        if name.is_empty() {
            let mut letters = syllable.chars();
            name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            name.push_str(letters.as_str());
        } else {
            if syllable.starts_with(['a', 'o', 'e']) {
                name.push('\'');
            }
            name.push_str(syllable);
        }
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn knows_surname_readings() {
        for (head, readings) in [
            ("单", vec!["Shan4"]),
            ("單", vec!["Shan4"]),
            ("仇", vec!["Qiu2"]),
            ("区", vec!["Ou1"]),
            ("乐", vec!["Yue4", "Le4"]),
            ("翟", vec!["Zhai2", "Di2"]),
            ("种", vec!["Chong2"]),
            ("员", vec!["Yun4"]),
            ("仝", vec!["Tong2"]),
            ("冼", vec!["Xian3"]),
            ("洗", vec!["Xian3"]),
            ("欧阳", vec!["Ou1 yang2"]),
            ("歐陽", vec!["Ou1 yang2"]),
            ("的", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(surname_readings(head), readings, "{head}");
        }
    }

    #[test]
    fn surnames_are_written_without_marks() {
        let all = romanised_surnames();
        assert!(["wang", "ouyang", "lu", "shan"].iter().all(|s| all.contains(*s)) && !all.contains("modrow"));
    }

    #[test]
    fn writes_names() {
        for (name, latin) in [
            ("毛宁", "Mao Ning"),
            ("范明政", "Fan Mingzheng"),
            ("单田芳", "Shan Tianfang"),
            ("欧阳娜娜", "Ouyang Nana"),
            ("欧阳晨", "Ouyang Chen"),
            ("仇晓", "Qiu Xiao"),
            ("种师道", "Chong Shidao"),
            ("吕晓鸥", "Lü Xiao'ou"),
            ("毛泽东", "Mao Zedong"),
            ("習近平", "Xi Jinping"),
        ] {
            assert_eq!(romanise_name(name).as_deref(), Some(latin), "{name}");
        }
    }

    #[test]
    fn leaves_words_alone() {
        for word in [
            "东风",
            "高兴",
            "北京",
            "张家口",
            "毛",
            "他们",
            "王的人",
            "欧阳",
            "Mao",
            "毛ning",
            "毛泽东思想",
            "",
        ] {
            assert_eq!(romanise_name(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_string_may_be_asked(text in any::<String>(), han in "[一-龥]{1,5}") {
            let _ = (romanise_name(&text), romanise_name(&han));
        }
    }
}
