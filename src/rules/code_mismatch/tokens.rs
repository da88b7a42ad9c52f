//! Tokens that are copied in any language: letters and digits together, names with capitals inside, names of files.

use std::ops::Range;

/// A token.
#[derive(Debug)]
pub(super) struct Token {
    /// Bytes of the text.
    pub(super) range: Range<u32>,
    /// What it is compared by: capitals and digits, without hyphens and the like.
    pub(super) key: String,
    pub(super) has_digit: bool,
}

/// Letters behind a figure that are a unit of it, or an ending.
const UNITS: &[&str] = &[
    "kg", "km", "m", "cm", "mm", "nm", "um", "g", "mg", "t", "l", "ml", "w", "kw", "mw", "gw", "kwh", "mwh",
    "v", "kv", "a", "mah", "ah", "hz", "khz", "mhz", "ghz", "b", "kb", "mb", "gb", "tb", "px", "s", "ms",
    "min", "h", "k", "x", "th", "st", "nd", "rd", "pm", "am", "ha", "ft", "in", "lb", "oz", "c", "f", "rmb",
    "usd", "hp", "kpa", "mpa", "mbps", "gbps", "fps", "bn", "mn", "tn", "p", "mol", "ppm", "cc", "nt", "us",
    "hk", "yr", "yrs", "d", "pa", "db", "n",
];

/// The tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    for range in runs(text) {
        let raw = &text[range.start as usize..range.end as usize];
        let key = key(raw);
        let has_digit = key.bytes().any(|b| b.is_ascii_digit());
        if is_token(raw, &key, has_digit) {
            out.push(Token { range, key, has_digit });
        }
    }
    out
}

/// The keys of all runs of a text, and of two with a blank between: `MX 500`.
pub(super) fn keys(text: &str) -> Vec<String> {
    let all: Vec<String> =
        runs(text).into_iter().map(|r| key(&text[r.start as usize..r.end as usize])).collect();
    let joined = all.windows(2).map(<[String]>::concat).collect::<Vec<_>>();
    all.into_iter().chain(joined).collect()
}

/// Runs of letters and digits of ASCII, or their full-width forms, with single signs inside.
fn runs(text: &str) -> Vec<Range<u32>> {
    let mut out = Vec::new();
    let mut start = None;
    // Where the last letter or digit ends.
    let mut end = 0;
    let mut signs = 0;
    for (i, c) in text.char_indices() {
        if narrow(c).is_ascii_alphanumeric() {
            start = start.or(Some(i));
            end = i + c.len_utf8();
            signs = 0;
            continue;
        }
        signs += 1;
        let goes_on = matches!(narrow(c), '-' | '.' | '_' | '‑') && signs == 1;
        if !goes_on && let Some(from) = start.take() {
            out.push(from as u32..end as u32);
        }
    }
    out.extend(start.map(|from| from as u32..end as u32));
    out
}

/// A full-width letter, digit or sign as the common one.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn key(raw: &str) -> String {
    let plain = raw.chars().map(narrow).filter(char::is_ascii_alphanumeric);
    plain.map(|c| c.to_ascii_uppercase()).collect()
}

fn is_token(raw: &str, key: &str, has_digit: bool) -> bool {
    let narrowed: String = raw.chars().map(narrow).collect();
    if key.len() < 2 || key.len() > 40 || is_period(key) {
        return false;
    }
    if is_file(&narrowed) {
        return true;
    }
    if !has_digit {
        return is_camel(&narrowed);
    }
    let letters: Vec<&str> =
        narrowed.split(|c: char| !c.is_ascii_alphabetic()).filter(|part| !part.is_empty()).collect();
    if letters.is_empty() {
        // A version: three figures and more.
        let year = narrowed.split('.').next().is_some_and(|part| part.len() == 4);
        return narrowed.matches('.').count() >= 2 && !narrowed.contains('-') && !year;
    }
    let is_unit = |part: &&str| UNITS.contains(&part.to_ascii_lowercase().as_str());
    if narrowed.starts_with(|c: char| c.is_ascii_digit()) {
        return !letters.iter().all(is_unit)
            && letters.iter().all(|part| part.bytes().all(|b| b.is_ascii_uppercase()));
    }
    // Words in lower case are joined to a figure in English, as in `mid-2020`.
    let is_word = |part: &&str| part.len() > 2 && part.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    !letters.iter().any(is_word)
}

/// A quarter or half of a year, which is a date: `Q3`, `H1`, `FY2024`.
fn is_period(key: &str) -> bool {
    let (letters, digits) = key.split_at(key.bytes().take_while(u8::is_ascii_uppercase).count());
    matches!((letters, digits), ("Q", "1" | "2" | "3" | "4") | ("H", "1" | "2")) || letters == "FY"
}

/// Capitals inside: `GlazeLab`, not `McKenzie`.
fn is_camel(raw: &str) -> bool {
    let humps =
        raw.as_bytes().windows(2).filter(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase()).count();
    humps > 0
        && raw.len() >= 6
        && raw.bytes().all(|b| b.is_ascii_alphanumeric())
        && !raw.starts_with("Mc")
        && !raw.starts_with("Mac")
}

/// A name with a known ending.
fn is_file(raw: &str) -> bool {
    let ending = raw.rsplit_once('.').map(|(name, ending)| (name.len(), ending.to_ascii_lowercase()));
    ending.is_some_and(|(name, ending)| {
        name > 1
            && matches!(
                ending.as_str(),
                "txt"
                    | "md"
                    | "py"
                    | "js"
                    | "ts"
                    | "json"
                    | "yaml"
                    | "yml"
                    | "toml"
                    | "xml"
                    | "html"
                    | "css"
                    | "csv"
                    | "pdf"
                    | "doc"
                    | "docx"
                    | "xls"
                    | "xlsx"
                    | "exe"
                    | "dll"
                    | "zip"
                    | "jar"
                    | "java"
                    | "cpp"
                    | "rs"
                    | "go"
                    | "sh"
                    | "png"
                    | "jpg"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn list(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .map(|t| text[t.range.start as usize..t.range.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn what_is_copied_and_what_is_not() {
        assert_eq!(
            list("用KX-40、T7、GlazeLab和v1.2.3，x86，看kiln.json。"),
            ["KX-40", "T7", "GlazeLab", "v1.2.3", "x86", "kiln.json"]
        );
        assert_eq!(list("MQ-9B flies; 10.0.1 is out."), ["MQ-9B", "10.0.1"]);
        for text in [
            "5km 20kg 3rd 1990s",
            "mid-2020",
            "Kiln 40",
            "WHO GDP",
            "McKenzie",
            "3.5 12-14",
            "the end.Then",
            "2021.03.04-05",
            "2021.03.04",
        ] {
            assert_eq!(list(text), [""; 0], "{text}");
        }
    }
}
