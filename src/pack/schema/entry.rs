//! An entry of a pack, of any kind.

use serde::{Deserialize, Serialize};

use super::flexible::{Absent, CaseText, Many, Wrong};
use super::words::{Apply, Case, Level, Scope};

macro_rules! entry {
    ($($(#[$doc:meta])+ $field:ident: $type:ty,)+) => {
        /// An entry of any kind; which keys a kind may have is checked when it is compiled.
        #[derive(Clone, Debug, Default, Deserialize, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
