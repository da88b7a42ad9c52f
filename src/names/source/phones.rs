//! How alike two names sound that are written by sound in another language: by classes of consonants, vowels counting little.

/// One sound: its class and what it weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Phone {
    class: char,
    weight: f32,
}

/// What a vowel, an aspirate and a sound that is often left out weigh; others weigh 1.
const VOWEL: f32 = 0.3;
const BREATH: f32 = 0.4;
const LIQUID: f32 = 0.6;
/// What putting one sound for a near one costs, as a share of their weight.
const NEAR: f32 = 0.5;

/// A name by its sounds.
#[derive(Clone, Debug, Default)]
pub(super) struct Phones(Vec<Phone>);

impl Phones {
    /// The sounds of Hanyu Pinyin in plain letters.
    pub(super) fn of_pinyin(letters: &str) -> Self {
        Self::read(letters, true)
    }

    /// The sounds that a folded name in Latin letters may have.
    pub(super) fn of_latin(letters: &str) -> Self {
        Self::read(letters, false)
    }

    fn read(letters: &str, pinyin: bool) -> Self {
        let chars: Vec<char> = letters.chars().collect();
        let mut out: Vec<Phone> = Vec::with_capacity(chars.len());
        let mut at = 0;
        while at < chars.len() {
            let rest = &chars[at..];
            let (classes, length) = if pinyin { mandarin(rest) } else { latin(rest) };
            for class in classes.chars() {
                let weight = match class {
                    'a' | 'e' | 'i' | 'o' | 'u' => VOWEL,
                    'H' => BREATH,
                    'L' => LIQUID,
                    _ => 1.0,
                };
                if out.last().is_none_or(|last| last.class != class) {
                    out.push(Phone { class, weight });
                }
            }
            at += length;
        }
        Self(out)
    }

    /// Number of consonants.
    pub(super) fn consonants(&self) -> usize {
        self.0.iter().filter(|p| p.class.is_ascii_uppercase()).count()
    }

    /// How alike two names sound, 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let weight = |phones: &[Phone]| phones.iter().map(|p| p.weight).sum::<f32>();
        let total = weight(&self.0).max(weight(&other.0));
        if total == 0.0 {
            return 0.0;
        }
        let mut row: Vec<f32> = vec![0.0];
        other.0.iter().for_each(|p| row.push(row[row.len() - 1] + p.weight));
        for a in &self.0 {
            let mut corner = row[0];
            row[0] += a.weight;
            for (j, b) in other.0.iter().enumerate() {
                let change = corner + exchange(*a, *b);
                corner = row[j + 1];
                row[j + 1] = change.min(row[j + 1] + a.weight).min(row[j] + b.weight);
            }
        }
        f64::from(1.0 - row[row.len() - 1] / total).max(0.0)
    }
}

/// Classes that one language puts for the other's.
const PAIRS: [(char, char); 12] = [
    ('F', 'H'),
    ('M', 'N'),
    ('L', 'N'),
    ('S', 'K'),
    ('F', 'P'),
    ('V', 'F'),
    ('V', 'P'),
    ('S', 'T'),
    ('H', 'K'),
    ('V', 'u'),
    ('V', 'o'),
    ('S', 'i'),
];

fn exchange(a: Phone, b: Phone) -> f32 {
    if a.class == b.class {
        return 0.0;
    }
    let vowels = a.class.is_ascii_lowercase() && b.class.is_ascii_lowercase();
    if vowels {
        return VOWEL * NEAR;
    }
    let near = PAIRS.iter().any(|&(x, y)| (x, y) == (a.class, b.class) || (y, x) == (a.class, b.class));
    let most = a.weight.max(b.weight);
    if near { most * NEAR } else { a.weight + b.weight }
}

/// The classes of the sound that begins here, and its letters, in Hanyu Pinyin.
fn mandarin(rest: &[char]) -> (&'static str, usize) {
    let next = rest.get(1).copied().unwrap_or(' ');
    match rest[0] {
        'z' | 'c' | 's' if next == 'h' => ("S", 2),
        'z' | 'c' | 's' | 'j' | 'q' | 'x' => ("S", 1),
        'n' if next == 'g' => ("N", 2),
        'e' if next == 'r' => ("eL", 2),
        'b' | 'p' => ("P", 1),
        'f' => ("F", 1),
        'w' => ("V", 1),
        'd' | 't' => ("T", 1),
        'g' | 'k' => ("K", 1),
        'h' => ("H", 1),
        'l' | 'r' => ("L", 1),
        'm' => ("M", 1),
        'n' => ("N", 1),
        other => (vowel(other), 1),
    }
}

/// The same for names of other languages as English text has them.
fn latin(rest: &[char]) -> (&'static str, usize) {
    let next = rest.get(1).copied().unwrap_or(' ');
    let soft = matches!(next, 'e' | 'i' | 'y');
    match rest[0] {
        't' | 's' if rest.get(1..3) == Some(&['c', 'h']) => ("S", 3),
        'p' if next == 'h' => ("F", 2),
        's' | 'c' | 't' if next == 'h' => ("S", 2),
        'k' if next == 'h' => ("H", 2),
        't' if next == 's' || next == 'z' => ("S", 2),
        'c' if next == 'k' => ("K", 2),
        'c' if soft => ("S", 1),
        'g' if soft => ("K", 1),
        'n' if next == 'g' => ("N", 2),
        'x' => ("KS", 1),
        'c' | 'k' | 'q' | 'g' => ("K", 1),
        's' | 'z' | 'j' => ("S", 1),
        'b' | 'p' => ("P", 1),
        'f' => ("F", 1),
        'v' | 'w' => ("V", 1),
        'd' | 't' => ("T", 1),
        'h' => ("H", 1),
        'l' => ("L", 1),
        // At the end of a syllable it is hardly heard.
        'r' if matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') => ("L", 1),
        'm' => ("M", 1),
        'n' => ("N", 1),
        other => (vowel(other), 1),
    }
}

fn vowel(c: char) -> &'static str {
    match c {
        'a' => "a",
        'e' => "e",
        'i' | 'y' => "i",
        'o' => "o",
        'u' => "u",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::Phones;
    use proptest::prelude::*;

    fn alike(pinyin: &str, name: &str) -> f64 {
        Phones::of_pinyin(pinyin).likeness(&Phones::of_latin(name))
    }

    #[test]
    fn names_are_known_by_their_sounds() {
        for (pinyin, name) in
            [("moteluo", "modrow"), ("kaisile", "kessler"), ("aoerban", "orban"), ("fuluoleinsi", "florence")]
        {
            assert!(alike(pinyin, name) > 0.6, "{pinyin} {name} {}", alike(pinyin, name));
        }
        for (pinyin, name) in [("moteluo", "kessler"), ("kaisile", "bratton"), ("fuluoleinsi", "orban")] {
            assert!(alike(pinyin, name) < 0.5, "{pinyin} {name} {}", alike(pinyin, name));
        }
    }

    proptest! {
        #[test]
        fn likeness_is_a_share(a in "[a-z]{0,12}", b in "\\PC{0,12}") {
            let p = Phones::of_pinyin(&a).likeness(&Phones::of_latin(&b));
            prop_assert!((0.0..=1.0).contains(&p));
        }
    }
}
