//! What the dictionary calls a name in English: the forms that its glosses give for heads that it reads with a capital.

use super::dictionary::{Dictionary, Entry};
use super::english;
use super::gloss::{Gloss, read};

/// A head that the dictionary knows as a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownName {
    /// Its English forms, the usual one first: `Zhengzhou`; abbreviations and other spellings count.
    pub forms: Vec<String>,
    /// Whether it is nothing but a name: no entry reads it as an ordinary word or a surname.
    pub sure: bool,
    /// Whether it is a person: the gloss has years of life or says that it is a personal name.
    pub person: bool,
    /// Whether it is a place: a gloss says what kind of place.
    pub place: bool,
}

/// What glosses call places.
const PLACES: [&str; 14] = [
    "city",
    "county",
    "district",
    "township",
    "province",
    "capital",
    "river",
    "mountain",
    "lake",
    "island",
    "prefecture",
    "region",
    "town",
    "country",
];

/// Whether a gloss says that its head is a place.
pub(crate) fn is_place(gloss: &str) -> bool {
    gloss.split(' ').any(|w| PLACES.contains(&w.trim_matches(|c: char| !c.is_alphabetic())))
}

/// How many cross-references are followed.
const REDIRECTS: u32 = 2;
/// The longest form, in words.
const LONGEST: usize = 8;

/// What is known of `head` as a name; `None` if no entry of it is one, or none has an English form.
pub fn known_name(head: &str) -> Option<KnownName> {
    if !Dictionary::get().may_be_name(head) {
        return None;
    }
    let mut out = KnownName { sure: true, ..KnownName::default() };
    collect(head, REDIRECTS, &mut out);
    (!out.forms.is_empty()).then_some(out)
}

fn collect(head: &str, redirects: u32, out: &mut KnownName) {
    for entry in Dictionary::get().lookup(head) {
        if !is_capital(&entry) {
            out.sure = false;
            continue;
        }
        for gloss in &entry.glosses {
            out.place |= is_place(gloss);
            match read(gloss) {
                Gloss::Senses { senses, .. } => senses.iter().for_each(|sense| add(sense, out)),
                Gloss::Redirect { head: other, .. } if redirects > 0 && other != head => {
                    collect(&other, redirects - 1, out);
                }
                Gloss::Surname(_) => out.sure = false,
                Gloss::Redirect { .. } | Gloss::Note => {}
            }
        }
    }
}

fn is_capital(entry: &Entry) -> bool {
    entry.pinyin.starts_with(|c: char| c.is_ascii_uppercase()) && entry.simplified != entry.pinyin
}

/// Adds the forms in one sense: `Peking University (PKU), in Beijing` has two.
fn add(sense: &str, out: &mut KnownName) {
    let main = &sense[..cut(sense)];
    let asides = sense.split('(').skip(1).filter_map(|part| part.split(')').next());
    for aside in asides.clone() {
        let years = aside.starts_with(|c: char| c.is_ascii_digit()) && aside.contains('-');
        out.person |= years || aside == "name";
    }
    for part in main.split(" or ").flat_map(|part| part.split(" / ")) {
        let name = part.split(" (").next().unwrap_or(part).trim();
        push(name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name), out);
    }
    let first = out.forms.last().cloned().unwrap_or_default();
    for aside in asides.filter(|aside| is_other_form(aside, &first)) {
        push(aside, out);
    }
}

/// Where the name at the head of a sense ends, asides included.
fn cut(sense: &str) -> usize {
    let breaks = [", ", " in ", ": ", "; "];
    breaks.iter().filter_map(|mark| sense.find(mark)).min().unwrap_or(sense.len())
}

fn push(form: &str, out: &mut KnownName) {
    let form = form.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let words = form.split(' ').count();
    if !form.starts_with(char::is_uppercase) || words > LONGEST || form.chars().count() < 2 {
        return;
    }
    // `Henan province` is `Henan` as well.
    let capital: Vec<&str> =
        form.split(' ').take_while(|word| word.starts_with(char::is_uppercase)).collect();
    let rest = words - capital.len();
    for text in [form.to_owned(), capital.join(" ")] {
        let weak = rest > 0 && text.len() < form.len() && capital.iter().all(|w| english::is_ordinary(w));
        if !weak && !out.forms.contains(&text) {
            out.forms.push(text);
        }
    }
}

/// Whether an aside is another way to write the name before it: `(KMT)` of Kuomintang, `(Honan)` of Henan, but not `(PRC)`.
fn is_other_form(aside: &str, name: &str) -> bool {
    let letters =
        |text: &str| text.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect::<Vec<_>>();
    let (short, long) = (letters(aside), letters(name));
    if short.len() < 2 || short.first() != long.first() || aside.contains(|c: char| !c.is_ascii_alphabetic())
    {
        return false;
    }
    let mut rest = long.iter();
    let inside = short.iter().all(|c| rest.any(|l| l == c));
    let capitals = aside.chars().all(|c| c.is_ascii_uppercase());
    capitals && inside || !capitals && short.last() == long.last() && short.len().abs_diff(long.len()) <= 2
}

#[cfg(test)]
mod tests {
    use super::known_name;
    use proptest::prelude::*;

    #[test]
    fn forms_of_names() {
        for (head, form) in [
            ("郑州", "Zhengzhou"),
            ("国民党", "KMT"),
            ("国民党", "Kuomintang"),
            ("国民党", "Nationalist Party"),
            ("河南省", "Henan"),
            ("欧盟", "EU"),
            ("菲律宾", "Philippines"),
            ("路透社", "Reuters News Agency"),
            ("中共", "Chinese Communist Party"),
        ] {
            let known = known_name(head).expect(head);
            assert!(known.forms.contains(&form.to_owned()), "{head} {:?}", known.forms);
        }
        assert!(!known_name("国务院").expect("known").forms.contains(&"PRC".to_owned()));
    }

    #[test]
    fn ordinary_words_are_told_apart() {
        assert!(known_name("高兴").is_none_or(|k| !k.sure));
        assert!(known_name("小米").is_some_and(|k| !k.sure));
        assert!(known_name("郑州").is_some_and(|k| k.sure && !k.person));
        assert!(known_name("周恩来").is_some_and(|k| k.person));
        assert!(known_name("ゑ").is_none());
    }

    proptest! {
        #[test]
        fn any_head_may_be_asked(text in "(\\PC|[一-龥]){0,4}") {
            let _ = known_name(&text);
        }
    }
}
