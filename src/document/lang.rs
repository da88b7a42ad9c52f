//! Languages, by their BCP 47 tags.

use std::fmt;

/// A language tag such as `en`, `zh-TW` or `zh-Hant-HK`, kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(Box<str>);

impl Lang {
    /// Reads a tag; `_` counts as `-`. `None` if it does not begin with a subtag of 2 or 3 letters.
    pub fn parse(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or_default();
        let good = matches!(primary.len(), 2 | 3)
            && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && primary.bytes().all(|b| b.is_ascii_alphabetic());
        good.then(|| Self(tag.into()))
    }

    /// English.
    pub fn en() -> Self {
        Self("en".into())
    }

    /// The whole tag, in lower case.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The language subtag: `zh` of `zh-Hant-TW`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether the language is `primary`, whatever its script or region.
    pub fn is(&self, primary: &str) -> bool {
        self.primary() == primary
    }

    /// Whether this is Chinese in traditional characters.
    pub fn is_traditional(&self) -> bool {
        self.is("zh") && self.0.split('-').any(|s| matches!(s, "tw" | "hk" | "mo" | "hant"))
    }

    /// Whether it is Chinese, Japanese or Korean.
    pub fn is_cjk(&self) -> bool {
        matches!(self.primary(), "zh" | "ja" | "ko" | "yue")
    }

    /// Whether `wanted` names this language: a prefix of its subtags, or of the same language where one says more.
    pub fn matches(&self, wanted: &str) -> bool {
        let wanted = wanted.to_ascii_lowercase();
        self.tag() == wanted || self.tag().strip_prefix(&wanted).is_some_and(|rest| rest.starts_with('-'))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The two languages of a translation; `source` may be unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Langs {
    /// The language translated from.
    pub source: Option<Lang>,
    /// The language translated into.
    pub target: Lang,
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn tags_are_matched_by_prefix() {
        let tw = Lang::parse("zh_Hant-TW").expect("a tag");
        assert!(tw.matches("zh") && tw.matches("zh-Hant") && tw.is_traditional() && !tw.matches("zh-TW"));
        assert!(
            Lang::parse("english").is_none() && Lang::parse("").is_none() && Lang::parse("../x").is_none()
        );
    }
}
