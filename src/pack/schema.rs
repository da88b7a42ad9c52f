//! A rule pack as it is written in TOML.
//!
//! The build script includes this file too, to check the packs that ship and to store them in a form that loads fast:
//! nothing here may use the rest of the crate.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One file.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// What the pack is.
    pub pack: Header,
    /// Names of persons, companies, places, products, works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<EntrySpec>,
    /// Terms and set phrases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub term: Vec<EntrySpec>,
    /// Regular expressions and lists of phrases with a message of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pattern: Vec<EntrySpec>,
    /// Spellings that must not be mixed in one text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub either: Vec<EntrySpec>,
    /// Regular expressions on the source and on the translation beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pair: Vec<EntrySpec>,
}

/// What a pack says of itself.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Its id, lower case with slashes: `zh-en/brands`.
    pub id: String,
    /// Its version, which reports carry.
    pub version: String,
    /// One line on what it holds.
    pub summary: String,
    /// Language translated from, matched by prefix; none is any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_lang: Option<String>,
    /// Language translated into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_lang: Option<String>,
}

/// The kinds of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `[[name]]`
    Name,
    /// `[[term]]`
    Term,
    /// `[[pattern]]`
    Pattern,
    /// `[[either]]`
    Either,
    /// `[[pair]]`
    Pair,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] = [Kind::Name, Kind::Term, Kind::Pattern, Kind::Either, Kind::Pair];

    /// The key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Name => "name",
            Kind::Term => "term",
            Kind::Pattern => "pattern",
            Kind::Either => "either",
            Kind::Pair => "pair",
        }
    }
}

impl PackFile {
    /// The entries of one kind, in the order of the file.
    pub fn entries(&self, kind: Kind) -> &[EntrySpec] {
        match kind {
            Kind::Name => &self.name,
            Kind::Term => &self.term,
            Kind::Pattern => &self.pattern,
            Kind::Either => &self.either,
            Kind::Pair => &self.pair,
        }
    }

    /// The file without its tests, as it is needed to check texts.
    pub fn without_tests(mut self) -> Self {
        let kinds = [&mut self.name, &mut self.term, &mut self.pattern, &mut self.either, &mut self.pair];
        for entry in kinds.into_iter().flatten() {
            (entry.flags, entry.passes, entry.becomes) = (Many::default(), Many::default(), Many::default());
        }
        self
    }
}

macro_rules! entry {
    ($($(#[$doc:meta])+ $field:ident: $type:ty,)+) => {
        /// An entry of any kind; which keys a kind may have is checked when it is compiled.
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[serde(deny_unknown_fields)]
        pub struct EntrySpec {
            $($(#[$doc])+ #[serde(default, skip_serializing_if = "Absent::absent")] pub $field: $type,)+
        }

        impl EntrySpec {
            /// The keys that the entry has.
            pub fn keys(&self) -> Vec<&'static str> {
                let mut keys = Vec::new();
                $(if !self.$field.absent() {
                    keys.push(stringify!($field));
                })+
                keys
            }
        }
    };
}

entry! {
    /// Its id inside the pack; by default made out of the standard form.
    id: Option<String>,
    /// The rule that it reports under; by default that of its kind, for a pattern `PACK/ENTRY`.
    rule: Option<String>,
    /// Of a name: its one right form.
    canonical: Option<String>,
    /// Of a term: the form to write.
    preferred: Option<String>,
    /// The forms in the source language.
    source: Many<String>,
    /// Of a name: person, org, place, product, work, event.
    kind: Option<String>,
    /// Forms that are right, too.
    accepted: Many<String>,
    /// Renderings that are wrong in any text.
    wrong: Many<Wrong>,
    /// Renderings that are wrong where the source has the name or term.
    wrong_with_source: Many<Wrong>,
    /// Another word for `wrong` in terms.
    forbidden: Many<Wrong>,
    /// Of a pattern, and of a pair in the translation: what to look for.
    regex: Option<String>,
    /// Of a pair: what to look for in the source.
    source_regex: Option<String>,
    /// Of a pair: what the translation must have.
    expects: Option<String>,
    /// Of a pattern: what to look for, word by word.
    phrases: Many<String>,
    /// Of an either: the spellings that must not be mixed, each a list of forms.
    forms: Vec<Many<String>>,
    /// Phrases or expressions of which one must stand somewhere in the document.
    near: Many<String>,
    /// Phrases or expressions of which none may stand in the sentence.
    unless: Many<String>,
    /// Whether capitals count.
    case: Option<Case>,
    /// Whether the last word may be inflected.
    inflect: Option<bool>,
    /// Of a name: whether near misses of it are reported.
    near_miss: Option<bool>,
    /// Where to look.
    scope: Many<Scope>,
    /// The most findings in one document.
    max: Option<u32>,
    /// Globs of the files to look at.
    files: Many<String>,
    /// The message, with `{text}`, `{source}`, `{preferred}`.
    message: Option<String>,
    /// What to do.
    help: Option<String>,
    /// A word more for the help.
    note: Option<String>,
    /// How bad it is.
    severity: Option<Level>,
    /// Category of the MQM error typology.
    category: Option<String>,
    /// The replacement, with `$1` for groups.
    fix: Option<String>,
    /// Whether the fix may be applied unseen.
    applicability: Option<Apply>,
    /// Where the fact comes from; an entry without reports as info.
    from: Option<String>,
    /// Texts with `[[…]]` round what must be reported.
    flags: Many<CaseText>,
    /// Texts in which nothing must be reported.
    passes: Many<CaseText>,
    /// What the fixes make of the texts of `flags`, in their order.
    becomes: Many<String>,
}

/// Whether a key was left out.
trait Absent {
    fn absent(&self) -> bool;
}

impl<T> Absent for Option<T> {
    fn absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Absent for Many<T> {
    fn absent(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Case {
    /// They must be the same, or all letters of the text are capitals.
    Exact,
    /// They do not count.
    Any,
}

/// Where an entry looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The title of the document.
    Title,
    /// Headings.
    Heading,
    /// Quotations set off as blocks.
    Quote,
    /// The first paragraph.
    First,
    /// The last paragraph.
    Last,
    /// Outside quotation marks.
    NotInQuotation,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Worth a look.
    Info,
    /// An editor would change it.
    Warning,
    /// A reader is misled.
    Error,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Apply {
    /// Right in every case.
    Safe,
    /// Right in most.
    Unsafe,
    /// To be finished by hand.
    Manual,
}

/// A list, or one item for a list of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> std::ops::Deref for Many<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Serialize> Serialize for Many<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMore<T> {
            type Value = Many<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one item or a list of them")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Many(vec![T::deserialize(StrDeserializer::new(text))?]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Ok(Many(vec![T::deserialize(MapAccessDeserializer::new(map))?]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::with_capacity(seq.size_hint().unwrap_or_default());
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(Many(items))
            }
        }
        deserializer.deserialize_any(OneOrMore(PhantomData))
    }
}

/// Defines a type that is written as a plain string or as a table, by the struct of the table.
macro_rules! text_or_table {
    ($(#[$doc:meta])+ $name:ident, $text:ident { $($(#[$field_doc:meta])+ $field:ident: $type:ty,)* }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            /// What a plain string stands for.
            pub $text: String,
            $($(#[$field_doc])+ pub $field: $type,)*
        }

        const _: () = {
            #[derive(Deserialize, Serialize)]
            #[serde(deny_unknown_fields)]
            struct Table {
                $text: String,
                $(#[serde(default, skip_serializing_if = "Absent::absent")] $field: $type,)*
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    if true $(&& self.$field.absent())* {
                        return serializer.serialize_str(&self.$text);
                    }
                    Table { $text: self.$text.clone(), $($field: self.$field.clone(),)* }.serialize(serializer)
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Either;

                    impl<'de> Visitor<'de> for Either {
                        type Value = $name;

                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a string or a table")
                        }

                        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                            Ok($name { $text: text.to_owned(), $($field: <$type>::default(),)* })
                        }

                        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                            let table = Table::deserialize(MapAccessDeserializer::new(map))?;
                            Ok($name { $text: table.$text, $($field: table.$field,)* })
                        }
                    }
                    deserializer.deserialize_any(Either)
                }
            }
        };
    };
}

text_or_table! {
    /// A wrong rendering: its text, or a table that says more.
    Wrong, text {
        /// The rule that it reports under.
        rule: Option<String>,
        /// Phrases or expressions of which none may stand in the sentence.
        unless: Many<String>,
        /// Wrong only where the source has the name or term.
        with_source: Option<bool>,
        /// A message of its own.
        message: Option<String>,
    }
}

text_or_table! {
    /// A text to test an entry on: the target alone, or with its source.
    CaseText, target {
        /// The source.
        source: Option<String>,
    }
}
