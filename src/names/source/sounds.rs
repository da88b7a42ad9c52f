//! What a source name can be read as, and how well the words of a rendering fit that.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::phones::Phones;
use crate::lang::japanese_names::Kanji;
use crate::lang::pinyin::{Reading, pinyin_forms};
use crate::lang::surname::surname_readings;
use crate::names::Word;
use crate::names::fold::{fold, skeleton};
use crate::text::tables::pairs;

/// Letters with what their sounds are written alike by.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    fold: String,
    skeleton: String,
}

/// What a name can be read as.
#[derive(Clone, Debug)]
pub(super) enum Sounds {
    /// A person of a Chinese name.
    Person(Person),
    /// Han characters by their readings.
    Han(Vec<Spelling>, Phones),
    /// A name of another language written by sound: the whole, and its parts where marks part them.
    Foreign(Phones, Vec<Phones>),
    /// English forms, which a slip may change.
    Forms(Vec<Spelling>),
    /// Kanji by their Japanese readings.
    Kanji(Kanji),
}

/// The name of a person by its parts.
#[derive(Clone, Debug)]
pub(super) struct Person {
    surname: Vec<Spelling>,
    customs: &'static [&'static str],
    given: Vec<Spelling>,
    syllables: usize,
}

/// The most readings that are tried.
const READINGS: usize = 8;
/// What the surname counts in a full name.
const SURNAME: f64 = 0.35;
/// A surname alone, which others may bear.
const ALONE: f64 = 0.62;
/// What a given name of the right shape counts behind a surname in a romanisation that is not read here.
const SHAPE: f64 = 0.55;
/// A part of a name in kanji that is read as it can be.
const KANJI: f64 = 0.7;
/// Below this a likeness is chance.
const CHANCE: f64 = 0.4;

impl Sounds {
    /// A person, by the surname and the given name.
    pub(super) fn person(surname: &str, given: &str) -> Self {
        let plain = |numbered: &&str| Spelling::new(&Reading::new(numbered).plain().replace('ü', "u"));
        let surname_spelt = surname_readings(surname).iter().map(plain).collect();
        Self::Person(Person {
            surname: surname_spelt,
            customs: customs(surname),
            given: spellings(given),
            syllables: given.chars().count(),
        })
    }

    /// Han characters of which nothing else is known.
    pub(super) fn han(text: &str) -> Self {
        let spelt = spellings(text);
        let phones = spelt.first().map(|s| Phones::of_pinyin(&s.fold)).unwrap_or_default();
        Self::Han(spelt, phones)
    }

    /// A name written by sound; `parts` are parted by a dot or mark, each romanised.
    pub(super) fn foreign(parts: &[String], pinyin: bool) -> Self {
        let read =
            |letters: &str| if pinyin { Phones::of_pinyin(letters) } else { Phones::of_latin(letters) };
        Self::Foreign(read(&parts.concat()), parts.iter().map(|part| read(part)).collect())
    }

    /// English forms.
    pub(super) fn forms(forms: &[String]) -> Self {
        Self::Forms(forms.iter().map(|form| Spelling::new(form)).collect())
    }

    /// A name in kanji, if all its characters are known.
    pub(super) fn kanji(text: &str) -> Option<Self> {
        Kanji::new(text).filter(|k| k.len() >= 2).map(Self::Kanji)
    }

    /// From which likeness on words are taken for a rendering.
    pub(super) fn enough(&self) -> f64 {
        match self {
            Self::Person(_) => 0.56,
            Self::Foreign(..) => 0.6,
            Self::Forms(_) => 0.65,
            Self::Han(..) => 0.68,
            Self::Kanji(_) => KANJI,
        }
    }

    /// Which part of a name of several parts a word stands for.
    pub(super) fn part(&self, words: &[&Word]) -> Option<usize> {
        let Self::Foreign(_, parts) = self else { return None };
        let [word] = words else { return None };
        let target = Phones::of_latin(&word.fold);
        let all = parts.iter().map(|p| p.likeness(&target)).enumerate();
        all.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(part, _)| part).filter(|_| parts.len() > 1)
    }

    /// How well words fit, 0 to 1.
    pub(super) fn likeness(&self, words: &[&Word]) -> f64 {
        let joined: String = words.iter().map(|w| &*w.fold).collect();
        match self {
            Self::Person(person) => person.likeness(words),
            Self::Han(spelt, phones) => {
                let by_letters = best(spelt, &Spelling::folded(joined.clone()));
                let by_sound = 0.95 * phones.likeness(&Phones::of_latin(&joined));
                if phones.consonants() >= 2 { by_letters.max(by_sound) } else { by_letters }
            }
            Self::Foreign(whole, parts) => {
                let target = Phones::of_latin(&joined);
                let enough = |phones: &&Phones| phones.consonants() >= 2 && target.consonants() >= 2;
                let of = |phones: &Phones| phones.likeness(&target);
                let part = parts.iter().filter(enough).map(of).fold(0.0, f64::max);
                let whole = Some(whole).filter(enough).map_or(0.0, of);
                if words.len() == 1 { whole.max(part) } else { whole }
            }
            Self::Forms(forms) => {
                let target = Spelling::folded(joined);
                forms.iter().map(|form| form.slip(&target)).fold(0.0, f64::max)
            }
            Self::Kanji(kanji) => in_kanji(kanji, words, &joined),
        }
    }
}

/// Readings of all characters are proof, in either order of the parts; those of all but what kind of place it is, nearly;
/// those of a part may be chance.
fn in_kanji(kanji: &Kanji, words: &[&Word], joined: &str) -> f64 {
    let all = kanji.len();
    if kanji.spelt(joined) == Some(all) {
        return 1.0;
    }
    if let [given, surname] = words {
        let turned = format!("{}{}", surname.fold, given.fold);
        return if kanji.spelt(&turned) == Some(all) { 0.98 } else { 0.0 };
    }
    let first = kanji.spelt(joined).unwrap_or_default();
    let last = kanji.spelt_at_end(joined).unwrap_or_default();
    match first.max(last) {
        n if n >= 2 && first + 1 == all => 0.9,
        n if n >= 2 => KANJI,
        _ => 0.0,
    }
}

impl Person {
    fn likeness(&self, words: &[&Word]) -> f64 {
        let Some((first, rest)) = words.split_first() else { return 0.0 };
        if rest.is_empty() {
            return self.one_word(first);
        }
        let Some((last, front)) = words.split_last() else { return 0.0 };
        self.full(first, rest).max(self.full(last, front))
    }

    fn one_word(&self, word: &Word) -> f64 {
        if self.surname.iter().any(|s| *s.fold == *word.fold) || self.is_custom(word) {
            return ALONE;
        }
        let target = Spelling::folded(word.fold.to_string());
        let join = |a: &Spelling, b: &Spelling| Spelling::folded(format!("{}{}", a.fold, b.fold));
        let pairs = self.surname.iter().flat_map(|s| self.given.iter().map(move |g| (s, g)));
        let whole = pairs.flat_map(|(s, g)| [join(s, g), join(g, s)]);
        let likeness = whole.map(|w| w.likeness(&target)).fold(0.0, f64::max);
        // Two letters more or less are much in a short word.
        if likeness >= 0.75 { likeness } else { 0.0 }
    }

    fn is_custom(&self, word: &Word) -> bool {
        self.customs.iter().any(|c| fold(c) == *word.fold)
    }

    fn full(&self, surname: &Word, given: &[&Word]) -> f64 {
        let custom = self.is_custom(surname);
        let read = best(&self.surname, &Spelling::folded(surname.fold.to_string()));
        let joined: String = given.iter().map(|w| &*w.fold).collect();
        let mut fits = best(&self.given, &Spelling::folded(joined));
        let hyphens = given.iter().map(|w| w.text.matches(['-', '‐', '‑']).count()).sum::<usize>();
        let shaped = given.len() + hyphens == self.syllables;
        if custom && read < 1.0 && shaped && self.syllables > 1 {
            fits = fits.max(SHAPE);
        }
        SURNAME * if custom { 1.0 } else { read } + (1.0 - SURNAME) * fits
    }
}

impl Spelling {
    fn new(text: &str) -> Self {
        Self::folded(fold(text))
    }

    fn folded(fold: String) -> Self {
        Self { skeleton: skeleton(&fold), fold }
    }

    /// By letters and by what several romanisations write alike.
    fn likeness(&self, other: &Self) -> f64 {
        let likeness = share(&self.fold, &other.fold).max(0.95 * share(&self.skeleton, &other.skeleton));
        if likeness < CHANCE { 0.0 } else { likeness }
    }

    /// Whether another spelling can be a slip or a misreading of this one.
    fn slip(&self, other: &Self) -> f64 {
        if self.fold == other.fold {
            return 1.0;
        }
        let initial = |s: &str| s.chars().next();
        let begins = initial(&self.fold) == initial(&other.fold)
            || initial(&self.skeleton) == initial(&other.skeleton);
        let (a, b) = (self.fold.len(), other.fold.len());
        if !begins || a < 4 || b < 4 || a.min(b) * 2 < a.max(b) {
            return 0.0;
        }
        let letters = share(&self.fold, &other.fold);
        // Sounds alone make much of little in short words.
        let by_sound = 0.95 * Phones::of_latin(&self.fold).likeness(&Phones::of_latin(&other.fold));
        if a.min(b) >= 6 && letters >= 0.5 { letters.max(by_sound) } else { letters }
    }
}

fn best(spellings: &[Spelling], target: &Spelling) -> f64 {
    spellings.iter().map(|s| s.likeness(target)).fold(0.0, f64::max)
}

/// Letters that stay, as a share of the longer one.
fn share(a: &str, b: &str) -> f64 {
    let longest = a.chars().count().max(b.chars().count());
    if longest == 0 { 0.0 } else { 1.0 - strsim::osa_distance(a, b) as f64 / longest as f64 }
}

fn spellings(han: &str) -> Vec<Spelling> {
    pinyin_forms(han).into_iter().take(READINGS).map(Spelling::folded).collect()
}

fn customs(surname: &str) -> &'static [&'static str] {
    static TABLE: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
        let table = pairs(include_str!("data/customs.tsv"));
        table.flat_map(|(heads, spelt)| heads.chars().map(move |c| (c, spelt.split(' ').collect()))).collect()
    });
    let mut chars = surname.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => TABLE.get(&c).map_or(&[], Vec::as_slice),
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::Sounds;
    use crate::names::Word;

    fn fits(sounds: &Sounds, text: &str) -> f64 {
        let words: Vec<Word> = text.split(' ').map(Word::new).collect();
        sounds.likeness(&words.iter().collect::<Vec<_>>())
    }

    #[test]
    fn persons_under_several_customs() {
        let person = Sounds::person("陈", "国伟");
        for text in
            ["Chen Guowei", "Guowei Chen", "Chan Kwok-wai", "Tan Kok Wai", "Chen Guo-wei", "Chen Guowai"]
        {
            assert!(fits(&person, text) > person.enough(), "{text} {}", fits(&person, text));
        }
        for text in ["Peter Kessler", "Huang Meiling", "Kessler"] {
            assert!(fits(&person, text) < 0.5, "{text} {}", fits(&person, text));
        }
    }

    #[test]
    fn foreign_names_and_slips() {
        let parts = ["ludun".to_owned(), "kaisile".to_owned()];
        let foreign = Sounds::foreign(&parts, true);
        assert!(fits(&foreign, "Kessler") > foreign.enough() && fits(&foreign, "Orban") < 0.5);
        let forms = Sounds::forms(&["Zhengzhou".to_owned()]);
        assert!(fits(&forms, "Zhenzhou") > forms.enough() && fits(&forms, "Vienna") < 0.5);
    }
}
