//! CC-CEDICT, the Chinese-English dictionary, looked up by simplified or traditional heads.
//!
//! Nothing is loaded: keys are walked and records read in place. The data is CC BY-SA 4.0, see NOTICE.

use std::sync::OnceLock;

use super::store::{Store, record};

/// One entry of the dictionary. A head often has several, one for each reading or traditional form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The head in traditional characters.
    pub traditional: String,
    /// The head in simplified characters.
    pub simplified: String,
    /// The reading as syllables with tone numbers, `dong1 feng1`; names have capitals, `ü` is `u:`.
    pub pinyin: String,
    /// The English glosses in the dictionary's order and wording, cross-references and notes included.
    pub glosses: Vec<String>,
}

/// A piece of a segmented run: a word of the dictionary or one character that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text of the piece, never empty.
    pub text: &'a str,
    /// Whether it is a head of the dictionary.
    pub known: bool,
}

/// The dictionary in the binary.
pub struct Dictionary {
    store: Store,
}

impl Dictionary {
    /// The one dictionary there is; cheap, also the first time.
    pub fn get() -> &'static Self {
        static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
        DICTIONARY.get_or_init(|| Self { store: Store::open() })
    }

    /// Whether `head` is a head, simplified or traditional.
    pub fn contains(&self, head: &str) -> bool {
        self.store.get(head).is_some()
    }

    /// Whether an entry of a head is read with a capital, so that it can be a name; cheaper than [`Self::lookup`].
    pub fn may_be_name(&self, head: &str) -> bool {
        self.store.is_name(head)
    }

    /// All entries of a head, simplified or traditional; empty if there is none.
    pub fn lookup(&self, head: &str) -> Vec<Entry> {
        self.store.get(head).map(entries).unwrap_or_default()
    }

    /// The glosses of each entry of a head, parted by `/`: cheaper than [`Self::lookup`].
    pub(super) fn glosses(&self, head: &str) -> impl Iterator<Item = &'static str> {
        let records = self.store.get(head).map(Store::records).unwrap_or_default();
        records.into_iter().filter_map(|record| record.split('\t').nth(3))
    }

    /// The longest head that `text` starts with: its length in bytes and its entries.
    pub fn longest_match(&self, text: &str) -> Option<(usize, Vec<Entry>)> {
        self.store.longest(text).map(|(length, value)| (length, entries(value)))
    }

    /// The lengths in bytes of all heads that `text` starts with, shortest first.
    pub fn prefixes(&self, text: &str) -> Vec<usize> {
        let mut lengths = Vec::new();
        self.store.each_prefix(text, |length, _| lengths.push(length));
        lengths
    }

    /// The heads that take one character of each of `choices`, in order.
    pub fn spelt(&self, choices: &[&str]) -> Vec<String> {
        self.store.spelt(choices)
    }

    /// Cuts `text` into the longest heads from left to right; the pieces in order make up the text.
    pub fn segment<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let found = self.store.longest(rest);
            let (piece, tail) = rest.split_at(found.map_or(first.len_utf8(), |(length, _)| length));
            pieces.push(Piece { text: piece, known: found.is_some() });
            rest = tail;
        }
        pieces
    }

    /// The entry whose record has an address.
    pub(super) fn at(address: u32) -> Option<Entry> {
        record(address).and_then(decode)
    }
}

fn entries(value: u64) -> Vec<Entry> {
    Store::records(value).into_iter().filter_map(decode).collect()
}

// The traditional field is empty when both heads are the same, and has `-` for each shared character.
fn decode(record: &str) -> Option<Entry> {
    let mut fields = record.split('\t');
    let simplified = fields.next()?;
    let traditional = match fields.next()? {
        "" => simplified.to_owned(),
        field if field.chars().count() == simplified.chars().count() => {
            field.chars().zip(simplified.chars()).map(|(t, s)| if t == '-' { s } else { t }).collect()
        }
        field => field.to_owned(),
    };
    let pinyin = fields.next()?.to_owned();
    let glosses = fields.next()?.split('/').map(str::to_owned).collect();
    Some(Entry { traditional, simplified: simplified.to_owned(), pinyin, glosses })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pinyin_of(head: &str) -> Vec<String> {
        Dictionary::get().lookup(head).into_iter().map(|entry| entry.pinyin).collect()
    }

    #[test]
    fn looks_up_simplified_and_traditional() {
        let entry = Entry {
            traditional: "東風".to_owned(),
            simplified: "东风".to_owned(),
            pinyin: "dong1 feng1".to_owned(),
            glosses: vec![
                "easterly wind".to_owned(),
                "spring breeze".to_owned(),
                "(fig.) revolutionary momentum; favorable circumstances".to_owned(),
            ],
        };
        assert_eq!(Dictionary::get().lookup("东风"), std::slice::from_ref(&entry));
        assert_eq!(Dictionary::get().lookup("東風"), [entry]);
        assert!(Dictionary::get().lookup("东風").is_empty());
        assert!(Dictionary::get().lookup("").is_empty());
    }

    #[test]
    fn gives_all_entries_of_a_head() {
        assert_eq!(pinyin_of("行"), ["hang2", "xing2"]);
        assert_eq!(pinyin_of("单"), ["Shan4", "dan1"]);
        // Simplified 后 stands for two traditional characters; as traditional it is only itself.
        assert_eq!(pinyin_of("后"), ["Hou4", "hou4", "hou4"]);
        assert_eq!(pinyin_of("後"), ["hou4"]);
    }

    #[test]
    fn finds_the_longest_head() {
        let (length, entries) = Dictionary::get().longest_match("重庆市的火锅").unwrap();
        assert_eq!(&"重庆市的火锅"[..length], "重庆市");
        assert_eq!(entries[0].pinyin, "Chong2 qing4 shi4");
        assert!(Dictionary::get().longest_match("ゑ").is_none());
        let lengths = Dictionary::get().prefixes("重庆市的火锅");
        assert_eq!(lengths, ["重", "重庆", "重庆市"].map(str::len));
    }

    #[test]
    fn segments_a_run() {
        let pieces = Dictionary::get().segment("新凯来发布东風计划");
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text).collect();
        assert_eq!(texts, ["新", "凯", "来", "发布", "东", "風", "计划"]);
        assert!(pieces.iter().all(|piece| piece.known));
        let unknown = Dictionary::get().segment("ゑ");
        assert_eq!(unknown, [Piece { text: "ゑ", known: false }]);
    }

    proptest! {
        #[test]
        fn pieces_rebuild_the_text(text in "(\\PC|[一-龥]|[a-z、，·]){0,40}") {
            let pieces = Dictionary::get().segment(&text);
            prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
            prop_assert_eq!(pieces.iter().map(|piece| piece.text).collect::<String>(), text);
        }

        #[test]
        fn any_string_may_be_asked(text in any::<String>()) {
            let dictionary = Dictionary::get();
            prop_assert_eq!(dictionary.contains(&text), !dictionary.lookup(&text).is_empty());
            if let Some((length, entries)) = dictionary.longest_match(&text) {
                prop_assert!(text.is_char_boundary(length) && !entries.is_empty());
            }
        }
    }
}
