//! Messages as templates with named arguments, so that a catalogue can translate them.

use std::borrow::Cow;
use std::fmt;

/// A one-line message: `{name}` in the template stands for the argument of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    template: Cow<'static, str>,
    args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments yet.
    pub fn new(template: impl Into<Cow<'static, str>>) -> Self {
        Self { template: template.into(), args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The template, for catalogues.
    pub fn template(&self) -> &str {
        &self.template
    }

    /// The arguments, for catalogues.
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }
}

impl From<&'static str> for Message {
    fn from(template: &'static str) -> Self {
        Message::new(template)
    }
}

/// Long values are cut in the middle of a line of text; the whole is in the report's `text`.
const LONGEST: usize = 60;

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest: &str = &self.template;
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}').map(|i| open + i) else { break };
            let name = &rest[open + 1..close];
            f.write_str(&rest[..open])?;
            match self.args.iter().find(|(n, _)| *n == name) {
                Some((_, value)) => write_short(f, value)?,
                None => f.write_str(&rest[open..=close])?,
            }
            rest = &rest[close + 1..];
        }
        f.write_str(rest)
    }
}

fn write_short(f: &mut fmt::Formatter<'_>, value: &str) -> fmt::Result {
    match value.char_indices().nth(LONGEST) {
        Some((cut, _)) => write!(f, "{}…", value[..cut].trim_end()),
        None => f.write_str(value),
    }
}

#[cfg(test)]
mod tests {
    use super::Message;

    #[test]
    fn arguments_go_where_they_are_named() {
        let m = Message::new("`{text}` is {what} {unknown}").with("text", "东{what}").with("what", "left");
        assert_eq!(m.to_string(), "`东{what}` is left {unknown}");
    }
}
