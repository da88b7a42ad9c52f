//! What fullwidth characters are in Latin typesetting.

/// How a mark stands to the text around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sits {
    /// After a word, and a space after it: a comma, a closing bracket.
    Behind,
    /// Before a word, and a space before it: an opening bracket.
    Before,
    /// Between spaces.
    Apart,
    /// As it comes: digits, letters, signs.
    Inside,
}

/// What stands for a character of Chinese or Japanese typesetting in a text of Latin script, and how it sits. `None` if
/// it is no such character. `straight` asks for straight quotation marks.
pub(super) fn plain(c: char, straight: bool) -> Option<(char, Sits)> {
    let (open, close) = if straight { ('"', '"') } else { ('“', '”') };
    Some(match c {
        '，' | '、' | '､' | '﹐' | '︐' | '﹑' | '︑' => (',', Sits::Behind),
        '。' | '｡' | '．' | '﹒' | '︒' => ('.', Sits::Behind),
        '；' | '﹔' | '︔' => (';', Sits::Behind),
        '：' | '﹕' | '︓' => (':', Sits::Behind),
        '？' | '﹖' | '︖' => ('?', Sits::Behind),
        '！' | '﹗' | '︕' => ('!', Sits::Behind),
        '％' | '﹪' => ('%', Sits::Behind),
        '（' | '﹙' | '︵' => ('(', Sits::Before),
        '）' | '﹚' | '︶' => (')', Sits::Behind),
        '【' | '〔' | '［' | '〖' | '〘' | '〚' | '︻' => ('[', Sits::Before),
        '】' | '〕' | '］' | '〗' | '〙' | '〛' | '︼' => (']', Sits::Behind),
        '｛' => ('{', Sits::Before),
        '｝' => ('}', Sits::Behind),
        '《' | '〈' | '「' | '『' | '｢' | '〝' | '﹁' | '﹃' | '︽' => (open, Sits::Before),
        '》' | '〉' | '」' | '』' | '｣' | '〞' | '〟' | '﹂' | '﹄' | '︾' => {
            (close, Sits::Behind)
        }
        '｜' | '丨' => ('|', Sits::Apart),
        '・' | '･' => ('·', Sits::Apart),
        '－' => ('-', Sits::Inside),
        '～' | '〜' => ('~', Sits::Inside),
        '￠' => ('¢', Sits::Inside),
        '￡' => ('£', Sits::Inside),
        '￥' => ('¥', Sits::Inside),
        '￦' => ('₩', Sits::Inside),
        '\u{3000}' => (' ', Sits::Inside),
        '！'..='～' => (char::from_u32(u32::from(c) - 0xFEE0)?, Sits::Inside),
        _ => return None,
    })
}

/// The closing bracket of an opening one.
pub(super) fn closing(c: char) -> Option<char> {
    Some(match c {
        '（' => '）',
        '【' => '】',
        '《' => '》',
        '「' => '」',
        '『' => '』',
        '〈' => '〉',
        '〔' => '〕',
        '［' => '］',
        '｛' => '｝',
        '＜' => '＞',
        '〝' => '〟',
        _ => return None,
    })
}

/// The replacement for the marks of `text`, with the spaces that Latin typesetting puts round them. Also how many
/// bytes of white space before and after the marks it takes the place of.
pub(super) fn mend(before: &str, text: &str, after: &str, straight: bool) -> (String, usize, usize) {
    let blank = |c: char| matches!(c, ' ' | '\u{3000}');
    let stretched = text.strip_prefix("——").is_some() || text.starts_with('…');
    if stretched {
        return (if text.starts_with('—') { "—" } else { "..." }.to_owned(), 0, 0);
    }
    let marks: Vec<(char, Sits)> = text.chars().filter_map(|c| plain(c, straight)).collect();
    let (Some(&(_, first)), Some(&(_, last))) = (marks.first(), marks.last()) else {
        return (text.to_owned(), 0, 0);
    };
    if text.chars().all(blank) {
        let edge = before.is_empty()
            || before.ends_with(blank)
            || after.is_empty()
            || after.starts_with([' ', ',', '.']);
        return (if edge { "" } else { " " }.to_owned(), 0, 0);
    }
    let mut out = String::new();
    let lead = before.len() - before.trim_end_matches(blank).len();
    let tail = after.len() - after.trim_start_matches(blank).len();
    let (prev, next) = (before[..before.len() - lead].chars().next_back(), after[tail..].chars().next());
    let digits = prev.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
    let is_open =
        |c: char| matches!(c, '(' | '[' | '{' | '“' | '‘' | '（' | '【' | '《' | '「' | '『' | '/' | '-');
    let wants_space = |c: Option<char>| c.is_some_and(|c| !is_open(c) && !blank(c));
    let taken_before = match first {
        Sits::Behind if !text.starts_with(blank) => lead,
        Sits::Before | Sits::Apart => lead,
        _ => 0,
    };
    if matches!(first, Sits::Before | Sits::Apart) && wants_space(prev) {
        out.push(' ');
    }
    for (i, &(c, sits)) in marks.iter().enumerate() {
        out.push(c);
        let next = marks.get(i + 1).map(|m| m.1);
        if sits == Sits::Behind && next == Some(Sits::Before) {
            out.push(' ');
        }
    }
    let follows = next
        .is_some_and(|c| c.is_alphanumeric() || is_open(c) && c != '-' || matches!(c, '"' | '$' | '#' | '*'));
    let taken_after = match last {
        Sits::Behind if !digits && follows => {
            let percent = out.ends_with('%') && tail == 0 && next.is_some_and(|c| !c.is_alphanumeric());
            out.push_str(if percent { "" } else { " " });
            tail
        }
        Sits::Apart if next.is_some() => {
            out.push(' ');
            tail
        }
        Sits::Before => tail,
        _ => 0,
    };
    (out, taken_before, taken_after)
}

#[cfg(test)]
mod tests {
    use super::mend;

    fn mended(before: &str, text: &str, after: &str) -> String {
        let (with, lead, tail) = mend(before, text, after, true);
        format!("{}{with}{}", &before[..before.len() - lead], &after[tail..])
    }

    #[test]
    fn spaces_are_mended() {
        for (before, text, after, want) in [
            ("word", "，", "word", "word, word"),
            ("word ", "，", " word", "word, word"),
            ("word", "。", "", "word."),
            ("word", "。）", "Next", "word.) Next"),
            ("Agency", "（", "IAEA", "Agency (IAEA"),
            ("", "【", "IAEA", "[IAEA"),
            ("IAEA", "）", "on", "IAEA) on"),
            ("IAEA", "）", ", on", "IAEA), on"),
            ("14", "％", " of", "14% of"),
            ("10", "：", "30", "10:30"),
            ("1", "，", "000", "1,000"),
            ("News", "｜", "Media", "News | Media"),
            ("rise", "——", "and", "rise—and"),
            ("well", "……", "", "well..."),
            ("a", "\u{3000}", "b", "a b"),
            ("a ", "\u{3000}", "b", "a b"),
            ("No ", "１２", " is", "No 12 is"),
            ("said", "：「", "no", "said: \"no"),
        ] {
            assert_eq!(mended(before, text, after), want);
        }
    }
}
