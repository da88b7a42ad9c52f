//! The English names that glosses of the dictionary give: `Denver, Colorado` names Denver, `GOME, electronics chain` GOME.
//!
//! The build script reads this file too, so it uses nothing but the standard library.

/// A name that a gloss gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// The name as the gloss writes it.
    pub(crate) text: String,
    /// Whether the gloss is this name and perhaps what it is, not a description that has a name in it.
    pub(crate) full: bool,
}

/// Small words inside names.
const INSIDE: [&str; 9] = ["of", "the", "and", "de", "van", "von", "for", "la", "der"];
/// What a name may be called behind it in lower case: `Dantu district`.
const KINDS: [&str; 24] = [
    "county",
    "district",
    "city",
    "township",
    "town",
    "province",
    "prefecture",
    "region",
    "river",
    "lake",
    "island",
    "islands",
    "mountain",
    "mountains",
    "village",
    "peninsula",
    "dynasty",
    "autonomous",
    "prefecture-level",
    "county-level",
    "subprovincial",
    "league",
    "banner",
    "state",
];
/// Glosses that name nothing.
const NOTES: [&str; 10] = [
    "surname ",
    "CL:",
    "variant of ",
    "see ",
    "Taiwan pr.",
    "also pr.",
    "abbr. for ",
    "abbr. of ",
    "old variant of ",
    "used in ",
];

/// The names that a gloss gives, the main one first.
pub(crate) fn forms(gloss: &str) -> Vec<Form> {
    let gloss = without_notes(gloss);
    let mut out: Vec<Form> = Vec::new();
    if NOTES.iter().any(|note| gloss.starts_with(note)) {
        return out;
    }
    for part in gloss.split(';').flat_map(|sense| sense.split(" or ")) {
        out.extend(main_form(part));
        out.extend(bracketed(part));
        out.extend(also_known(part));
    }
    out.retain(|form| form.text.len() > 1);
    out
}

/// What a name is looked up by: its words in lower case, one blank between them; `None` if it has letters that are not ASCII.
pub(crate) fn key(form: &str) -> Option<String> {
    let words = form.split(|c: char| c.is_whitespace() || c == '-' || c == '·' || c == '.');
    let bare = words.map(|word| {
        let word = word.strip_suffix("'s").unwrap_or(word);
        word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    });
    let kept: Vec<String> = bare.filter(|word| !word.is_empty()).collect();
    let key = kept.join(" ");
    let key = key.strip_prefix("the ").unwrap_or(&key);
    (key.is_ascii() && !key.is_empty()).then(|| key.to_owned())
}

/// A gloss without labels in front, readings in square brackets and Han characters.
fn without_notes(gloss: &str) -> String {
    let mut out = String::with_capacity(gloss.len());
    let mut depth = 0_u32;
    for c in gloss.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || is_han(c) || c == '|' => {}
            _ => out.push(c),
        }
    }
    let mut rest = out.trim();
    while let Some((_, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        rest = after.trim_start();
    }
    rest.to_owned()
}

fn is_han(c: char) -> bool {
    ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{20000}'..='\u{3ffff}').contains(&c)
}

/// The name that a sense begins with, up to the first comma or bracket.
fn main_form(sense: &str) -> Option<Form> {
    let sense = sense.trim();
    let sense = sense.strip_prefix("the ").unwrap_or(sense);
    let end = sense.find([',', '(', ':']).unwrap_or(sense.len());
    let head: Vec<&str> = sense[..end].split_whitespace().collect();
    let run = longest_run(&head);
    let text = head[run.clone()].join(" ");
    let behind = head[run.end..].split(|word| matches!(*word, "in" | "on" | "of" | "at")).next();
    let is_kind = |word: &&str| KINDS.contains(word) || matches!(*word, "a" | "and" | "capital");
    let full = run.start == 0 && behind.unwrap_or_default().iter().all(is_kind);
    (!text.is_empty()).then_some(Form { text, full })
}

/// The longest run of capitalised words, with small words inside; the first of equals.
fn longest_run(words: &[&str]) -> std::ops::Range<usize> {
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let mut best = 0..0;
    let mut at = 0;
    while at < words.len() {
        if !words[at].starts_with(char::is_uppercase) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            let small = words[end..].iter().take_while(|w| INSIDE.contains(w)).count();
            match words.get(end + small) {
                Some(next) if is_name(next) => end += small + 1,
                _ => break,
            }
        }
        if end - at > best.len() {
            best = at..end;
        }
        at = end;
    }
    best
}

/// Acronyms and other names in brackets: `Civil Aviation Administration of China (CAAC)`.
fn bracketed(sense: &str) -> Option<Form> {
    let (_, inside) = sense.split_once('(')?;
    let (inside, _) = inside.split_once(')')?;
    let words: Vec<&str> = inside.split_whitespace().collect();
    let run = longest_run(&words);
    let is_whole = !words.is_empty() && run == (0..words.len());
    is_whole.then(|| Form { text: words.join(" "), full: false })
}

/// `also known as X`, `better known as X`.
fn also_known(sense: &str) -> Option<Form> {
    let (_, after) = sense.split_once("known as ")?;
    let words: Vec<&str> = after.split_whitespace().collect();
    let run = longest_run(&words);
    let text = words[run].join(" ");
    let text = text.trim_matches([',', '"', ')', '.']).to_owned();
    (!text.is_empty()).then_some(Form { text, full: false })
}

/// Whether a gloss is about a person: years of life in brackets, or `(name)`.
pub(crate) fn is_person(gloss: &str) -> bool {
    let inside = gloss.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let is_years = |text: &str| {
        let text = text.trim_start_matches("c. ");
        text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('-') && text.len() >= 5
    };
    inside.is_some_and(|(text, _)| text == "name" || is_years(text))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{forms, is_person, key};

    fn main(gloss: &str) -> (String, bool) {
        let first = forms(gloss).into_iter().next().unwrap();
        (first.text, first.full)
    }

    #[test]
    fn a_gloss_gives_a_name() {
        for (gloss, name, full) in [
            ("New Zealand", "New Zealand", true),
            ("Denver, Colorado", "Denver", true),
            ("Linyao county in Dingxi 定西[Ding4 xi1], Gansu", "Linyao", true),
            (
                "Busan Metropolitan City in South Gyeongsang Province 慶尚南道|庆尚南道[Q], South Korea",
                "Busan Metropolitan City",
                true,
            ),
            ("Taiwanese media", "Taiwanese", false),
            ("the Twenty-four Filial Exemplars, classic text", "Twenty-four Filial Exemplars", true),
            ("online version of the People's Daily, 人民日報|人民日报[R]", "People's Daily", false),
        ] {
            assert_eq!(main(gloss), (name.to_owned(), full), "{gloss}");
        }
        assert!(forms("surname Wang").is_empty() && forms("to succeed in life").is_empty());
        let all: Vec<String> =
            forms("Civil Aviation Administration of China (CAAC)").into_iter().map(|f| f.text).collect();
        assert_eq!(all, ["Civil Aviation Administration of China", "CAAC"]);
    }

    #[test]
    fn keys_are_folded() {
        assert_eq!(key("the People's Daily").as_deref(), Some("people daily"));
        assert_eq!(key("Yu-Gi-Oh!").as_deref(), Some("yu gi oh"));
        assert_eq!(key("Tai'an").as_deref(), Some("taian"));
        assert_eq!(key("São"), None);
    }

    #[test]
    fn persons_have_years() {
        assert!(is_person("Stephen Chow (1962-), actor") && is_person("Daniel (name)"));
        assert!(!is_person("Ghazni (Afghan province)") && !is_person("Denver, Colorado"));
    }
}
