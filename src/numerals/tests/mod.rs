mod spelling;
mod texts;
mod written;

use super::{Kind, Language, numerals};

/// Asserts the numerals of a text: each as its text, what it is and its value.
#[track_caller]
fn assert_numerals(language: Language, text: &str, want: &[(&str, Kind, &str)]) {
    let got: Vec<(String, Kind, String)> = numerals(text, language)
        .into_iter()
        .map(|n| (text[n.span.start as usize..n.span.end as usize].to_owned(), n.kind, n.value.to_string()))
        .collect();
    let want: Vec<_> = want.iter().map(|(t, k, v)| ((*t).to_owned(), *k, (*v).to_owned())).collect();
    assert_eq!(got, want, "{text}");
}
