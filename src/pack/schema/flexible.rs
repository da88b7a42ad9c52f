//! Values that may be written in more than one way: one item for a list of one, a string for a table.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whether a key was left out.
pub(super) trait Absent {
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

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Many<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("OneOrMore{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let item = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [item, { "type": "array", "items": item }] })
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
            #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
            #[serde(deny_unknown_fields)]
            struct Table {
                /// What a plain string stands for.
                $text: String,
                $($(#[$field_doc])+ #[serde(default, skip_serializing_if = "Absent::absent")] $field: $type,)*
            }

            #[cfg(feature = "schema")]
            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    let table = Table::json_schema(generator);
                    schemars::json_schema!({ "anyOf": [{ "type": "string" }, table] })
                }
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
