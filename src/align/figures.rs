//! Figures by their value, as far as comparing texts needs it: digits with the scale word behind them.

use super::tokens::month_key;

/// A figure at the head of a text.
pub(super) struct Figure {
    /// What it is compared by.
    pub(super) key: String,
    /// Its bytes.
    pub(super) length: usize,
}

/// The figure that `text` begins with: digits with thousands and decimals, and a scale such as 万 or million.
pub(super) fn figure(text: &str) -> Option<Figure> {
    let (digits, length) = digits(text);
    let value: f64 = digits.parse().ok()?;
    let rest = &text[length..];
    if let Some(month) = rest.strip_prefix(['月', '월']).and_then(|_| digits.parse().ok())
        && (1..=12).contains(&month)
    {
        return Some(Figure { key: month_key(month), length: length + '月'.len_utf8() });
    }
    let (scale, taken) = scale(rest);
    Some(Figure { key: key(value * scale), length: length + taken })
}

/// What a value is compared by: equal for values that differ by less than a millionth.
pub(super) fn key(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("#{value}") } else { format!("#{value:.6e}") }
}

/// The digits at the head of a text in plain form, and how many bytes they take there.
fn digits(text: &str) -> (String, usize) {
    let (mut out, mut end) = (String::new(), 0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, n)| plain(*n).is_some());
        if let Some(digit) = plain(c) {
            out.push(digit);
        } else if matches!(c, '.' | '．') && next_is_digit && !out.contains('.') {
            out.push('.');
        } else if !(matches!(c, ',' | '，') && next_is_digit && groups(&text[at + c.len_utf8()..])) {
            break;
        }
        end = at + c.len_utf8();
    }
    (out, end)
}

/// Whether three digits and no more stand at the head.
fn groups(text: &str) -> bool {
    text.chars().take_while(|c| plain(*c).is_some()).count() == 3
}

fn plain(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0),
        _ => None,
    }
}

/// The factor that stands behind a figure, and the bytes of it.
fn scale(rest: &str) -> (f64, usize) {
    const SCALES: [(&str, f64); 20] = [
        ("千万", 1e7),
        ("百万", 1e6),
        ("万亿", 1e12),
        ("萬億", 1e12),
        ("千", 1e3),
        ("百", 1e2),
        ("万", 1e4),
        ("萬", 1e4),
        ("만", 1e4),
        ("亿", 1e8),
        ("億", 1e8),
        ("억", 1e8),
        ("兆", 1e12),
        ("조", 1e12),
        (" thousand", 1e3),
        (" million", 1e6),
        (" billion", 1e9),
        (" trillion", 1e12),
        (" hundred", 1e2),
        ("%", 1.0),
    ];
    SCALES
        .iter()
        .find(|(word, _)| rest.starts_with(word))
        .map_or((1.0, 0), |(word, factor)| (*factor, word.len()))
}

#[cfg(test)]
mod tests {
    use super::figure;

    fn read(text: &str) -> (String, usize) {
        figure(text).map(|f| (f.key, f.length)).unwrap_or_default()
    }

    #[test]
    fn figures_of_two_languages_are_equal() {
        assert_eq!(read("2.5亿元").0, read("250 million yuan").0);
        assert_eq!(read("1,234 people"), ("#1234".to_owned(), 5));
        assert_eq!(read("１２月"), ("month 12".to_owned(), 9));
        assert_eq!(read("3, 4"), ("#3".to_owned(), 1));
        assert_eq!(read("three"), (String::new(), 0));
    }
}
