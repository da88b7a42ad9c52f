//! Turns CC-CEDICT's glosses into short meanings: what is a sense, what refers to another head, what is
//! a note for learners; and cutting a definition down to a few words.

/// What one gloss says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Gloss {
    /// Meanings in plain English; less usual ones carry `rare`.
    Senses { senses: Vec<String>, rare: bool },
    /// Another head that has the meaning, with its reading if the gloss gives one.
    Redirect { head: String, pinyin: Option<String> },
    /// A surname and nothing else.
    Surname(String),
    /// Measure words, other readings and the like.
    Note,
}

// Longest first where one begins another.
const REDIRECTS: [&str; 12] = [
    "see also ",
    "see ",
    "variant of ",
    "abbr. for ",
    "abbr. of ",
    "short for ",
    "short name for ",
    "same as ",
    "equivalent to ",
    "another name for ",
    "also written ",
    "old name for ",
];
const NOTES: [&str; 10] = [
    "CL:",
    "Taiwan pr.",
    "also pr.",
    "Mainland pr.",
    "Beijing pr.",
    "used in ",
    "abbr. to ",
    "see also ",
    "also written ",
    "(Tw) CL:",
];
const RARE: [&str; 8] =
    ["Tw", "archaic", "old", "dialect", "literary", "Cantonese", "Internet slang", "vulgar"];

/// Sorts a gloss into its kind and strips what is no English.
pub(super) fn read(gloss: &str) -> Gloss {
    let (labels, body) = split_labels(gloss.trim());
    if let Some((head, pinyin, rest)) = redirect(body) {
        let rest = strip(rest.trim_start_matches([',', ';', ' ']));
        // `abbr. for 北京大學[…], Peking University` gives the meaning itself.
        if rest.starts_with(char::is_alphabetic) && rest.len() > 2 {
            return Gloss::Senses { senses: vec![rest], rare: false };
        }
        return Gloss::Redirect { head: head.to_owned(), pinyin: pinyin.map(str::to_owned) };
    }
    if NOTES.iter().any(|note| body.starts_with(note)) {
        return Gloss::Note;
    }
    if body.starts_with("surname ")
        || body.starts_with("two-character surname ")
        || body.ends_with(" (surname)")
    {
        return Gloss::Surname(strip(body));
    }
    let literal = body.strip_prefix("lit. ");
    let body = literal.or_else(|| body.strip_prefix("fig. ")).unwrap_or(body);
    let senses: Vec<String> =
        split_senses(body).into_iter().map(strip).filter(|sense| !sense.is_empty()).collect();
    if senses.is_empty() {
        return Gloss::Note;
    }
    let rare =
        literal.is_some() || labels.iter().any(|label| RARE.iter().any(|word| label.starts_with(word)));
    Gloss::Senses { senses, rare }
}

// `(idiom) (fig.) text`: the labels and the text, which is never empty unless the gloss is.
fn split_labels(gloss: &str) -> (Vec<&str>, &str) {
    let mut labels = Vec::new();
    let mut rest = gloss;
    while let Some((label, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        let after = after.trim_start();
        if after.is_empty() || label.contains('(') {
            break;
        }
        labels.push(label);
        rest = after;
    }
    (labels, rest)
}

// The head, its reading and what follows, if the gloss refers to a head in Han characters.
fn redirect(body: &str) -> Option<(&str, Option<&str>, &str)> {
    let after = REDIRECTS.iter().find_map(|phrase| body.strip_prefix(phrase)).or_else(|| {
        // `old variant of`, `erhua variant of`, `Japanese variant of`: one word before the phrase.
        let (_, after_word) = body.split_once(' ')?;
        after_word.strip_prefix("variant of ").or_else(|| after_word.strip_prefix("name for "))
    })?;
    let end = after.find(|c: char| c == '[' || c == '(' || c.is_whitespace() || c == ',' || c == ';');
    let (heads, rest) = after.split_at(end.unwrap_or(after.len()));
    // `TRADITIONAL|SIMPLIFIED` or one form for both.
    let head = heads.split('|').next().filter(|head| head.chars().any(super::is_han))?;
    match rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        Some((pinyin, rest)) => Some((head, Some(pinyin), rest)),
        None => Some((head, None, rest)),
    }
}

// Cut at semicolons that stand outside parentheses.
fn split_senses(body: &str) -> Vec<&str> {
    let mut senses = Vec::new();
    let (mut depth, mut start) = (0_i32, 0);
    for (at, c) in body.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ';' if depth <= 0 => {
                senses.push(body[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    senses.push(body[start..].trim());
    senses
}

// Without Han characters, bracketed pinyin, the separators between them, and the labels at the end.
fn strip(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut brackets = 0_u32;
    for c in text.chars() {
        match c {
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            _ if brackets > 0 || super::is_han(c) || c == '|' => {}
            _ => out.push(c),
        }
    }
    if out.trim().len() < out.len() || out.contains("  ") || out.contains(['\u{a0}', '\u{3000}', '\t']) {
        out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    // Most senses are plain words.
    if !out.contains(['(', ')', ',', ';', ':', '“', '"']) {
        return out;
    }
    for (hole, filled) in
        [("( ", "("), (" )", ")"), ("()", ""), (" ,", ","), (" ;", ";"), ("“”", ""), ("\"\"", "")]
    {
        out = out.replace(hole, filled);
    }
    for label in [
        "(idiom)",
        "(proverb)",
        "(loanword)",
        "(Tw)",
        "(abbr. for)",
        "(abbr. of)",
        "(Taiwan pr.)",
        "(also pr.)",
    ] {
        out = out.replace(label, "");
    }
    let kept = out.split_whitespace().collect::<Vec<_>>().join(" ");
    kept.trim_end_matches([',', ';', ':', ' ']).to_owned()
}

/// A definition in at most `limit` characters: cut at its first comma or parenthesis, else at a word.
pub(super) fn shorten(sense: &str, limit: usize) -> String {
    if sense.chars().count() <= limit {
        return sense.to_owned();
    }
    let cut = brief(sense);
    if cut.chars().count() <= limit { cut.to_owned() } else { clip(cut, limit) }
}

/// What stands before the first comma, parenthesis or colon of a definition, if that is a word at least.
pub(super) fn brief(sense: &str) -> &str {
    let breaks = [", ", " (", ": ", "; "];
    let cut = breaks.iter().filter_map(|mark| sense.find(mark)).filter(|&at| at >= 2).min();
    cut.map_or(sense, |at| &sense[..at])
}

/// At most `limit` characters, cut between words where there is one, with an ellipsis.
pub(super) fn clip(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let end = text.char_indices().nth(limit.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let cut = &text[..end];
    let mid_word = !text[end..].starts_with(' ');
    let word = cut.rfind(' ').filter(|&at| mid_word && at > end / 2).map_or(cut, |at| &cut[..at]);
    format!("{}…", word.trim_end_matches([' ', ',', ';', '+']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn senses(list: &[&str], rare: bool) -> Gloss {
        Gloss::Senses { senses: list.iter().map(ToString::to_string).collect(), rare }
    }

    fn redirect_to(head: &str, pinyin: &str) -> Gloss {
        Gloss::Redirect { head: head.to_owned(), pinyin: Some(pinyin.to_owned()) }
    }

    #[test]
    fn reads_senses() {
        assert_eq!(read("easterly wind"), senses(&["easterly wind"], false));
        assert_eq!(
            read("(fig.) revolutionary momentum; favorable circumstances"),
            senses(&["revolutionary momentum", "favorable circumstances"], false)
        );
        assert_eq!(read("(Tw) column"), senses(&["column"], true));
        assert_eq!(read("lit. to squeeze the throat"), senses(&["to squeeze the throat"], true));
        assert_eq!(read("(brand)"), senses(&["(brand)"], false));
        assert_eq!(
            read("capital of Shaanxi 陝西省|陕西省[Shan3 xi1 Sheng3] in China"),
            senses(&["capital of Shaanxi in China"], false)
        );
        assert_eq!(
            read("abbr. for 北京大學|北京大学[Bei3 jing1 Da4 xue2], Peking University"),
            senses(&["Peking University"], false)
        );
        assert_eq!(
            read("Peking University (abbr. for 北京大學|北京大学[Bei3 jing1 Da4 xue2])"),
            senses(&["Peking University"], false)
        );
        assert_eq!(read("abbr. for the old name"), senses(&["abbr. for the old name"], false));
    }

    #[test]
    fn reads_redirects_and_notes() {
        assert_eq!(read("see 寧德市|宁德市[Ning2 de2 Shi4]"), redirect_to("寧德市", "Ning2 de2 Shi4"));
        assert_eq!(read("old variant of 同[tong2]"), redirect_to("同", "tong2"));
        assert_eq!(read("erhua variant of 花[hua1]"), redirect_to("花", "hua1"));
        assert_eq!(read("variant of 同[tong2] (used as a surname)"), redirect_to("同", "tong2"));
        for note in ["CL:個|个[ge4]", "Taiwan pr. [xing4]", "used in 蝴蝶[hu2 die2]", "", "[pin1]"] {
            assert_eq!(read(note), Gloss::Note, "{note}");
        }
        assert_eq!(read("Li (surname)"), Gloss::Surname("Li (surname)".to_owned()));
        assert_eq!(read("surname Mao"), Gloss::Surname("surname Mao".to_owned()));
    }

    #[test]
    fn shortens() {
        assert_eq!(
            shorten("Belt and Road Initiative, Chinese government plan", 30),
            "Belt and Road Initiative"
        );
        assert_eq!(shorten("Chongqing (Chungking), formerly", 20), "Chongqing");
        assert_eq!(shorten("short", 20), "short");
        assert_eq!(shorten("one of many words in a row", 12), "one of many…");
        assert_eq!(shorten("Donaudampfschiff", 8), "Donauda…");
        assert_eq!(brief("a, b"), "a, b");
    }

    proptest! {
        #[test]
        fn any_gloss_can_be_read(gloss in "(\\PC|see |variant of |[(\\[\\]);一-龥]){0,20}", limit in 1_usize..70) {
            let _ = read(&gloss);
            prop_assert!(shorten(&gloss, limit).chars().count() <= limit);
        }
    }
}
