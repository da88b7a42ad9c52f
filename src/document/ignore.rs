//! Ignore comments: `mtlint-ignore RULE: reason` and its relatives, in whatever comment the host format has.

use crate::source::Span;

/// A part of a file in which findings of some rules are not wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignore {
    /// Rules or pack entries by id; none means every rule.
    pub rules: Vec<String>,
    /// The bytes of the file that it speaks of.
    pub covers: Span,
    /// The comment itself.
    pub comment: Span,
    /// Why, if it says so.
    pub reason: Option<String>,
}

/// What an ignore comment says, before it is known what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Directive {
    /// The next block, or the line at whose end it stands.
    Here(Vec<String>),
    /// From here on.
    Start(Vec<String>),
    /// Up to here.
    End,
    /// The whole file.
    File(Vec<String>),
}

/// Reads the inside of a comment.
pub fn directive(comment: &str) -> Option<Directive> {
    let rest = comment.trim().strip_prefix("mtlint-ignore")?;
    let (word, args) = match rest.find(|c: char| c.is_whitespace() || c == ':') {
        Some(i) => rest.split_at(i),
        None => (rest, ""),
    };
    let rules = || {
        let list = args.split(": ").next().unwrap_or_default().trim().trim_matches(':');
        let names = list.split([',', ' ']).map(str::trim).filter(|s| !s.is_empty());
        names.map(|s| s.trim_end_matches(':').to_owned()).collect()
    };
    match word {
        "" => Some(Directive::Here(rules())),
        "-start" => Some(Directive::Start(rules())),
        "-end" => Some(Directive::End),
        "-file" => Some(Directive::File(rules())),
        _ => None,
    }
}

/// The reason that a comment gives: what stands behind the rules and a colon.
pub fn reason(comment: &str) -> Option<String> {
    let (_, reason) = comment.split_once(": ")?;
    let reason = reason.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Directive, directive, reason};

    #[test]
    fn a_reason_stands_behind_a_colon() {
        assert_eq!(
            reason(" mtlint-ignore doubled-word: a line of verse ").as_deref(),
            Some("a line of verse")
        );
        assert_eq!(reason("mtlint-ignore: the poem").as_deref(), Some("the poem"));
        assert_eq!(reason("mtlint-ignore doubled-word"), None);
    }

    #[test]
    fn rules_and_reason_are_told_apart() {
        let rules = |s: &str| match directive(s) {
            Some(Directive::Here(r) | Directive::Start(r) | Directive::File(r)) => r,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            rules(" mtlint-ignore untranslated-text, doubled-word: quoted as it is "),
            ["untranslated-text", "doubled-word"]
        );
        assert_eq!(rules("mtlint-ignore zh-en/brands/labubu"), ["zh-en/brands/labubu"]);
        assert_eq!(rules("mtlint-ignore-file"), [""; 0]);
        assert_eq!(rules("mtlint-ignore: the poem"), [""; 0]);
        assert_eq!(directive("mtlint-ignore-end"), Some(Directive::End));
        assert_eq!(directive("see mtlint-ignore"), None);
        assert_eq!(directive("mtlint-ignored"), None);
    }
}
