//! The examples in the documentation of rules, which are run as tests.

/// An example of a rule's documentation: a fenced block tagged `flags` or `passes`, and after a space, if it is not
/// Markdown from Chinese to English, the name of a file and two languages: ` ```flags a.zh.txt en zh `.
#[derive(Debug, PartialEq, Eq)]
pub struct Example<'a> {
    /// Whether the rule must report what is marked in it, or nothing.
    pub flags: bool,
    /// The name of the file, which decides the format.
    pub name: &'a str,
    /// Source and target language.
    pub langs: (&'a str, &'a str),
    /// The text, with `[[…]]` around what must be reported.
    pub text: String,
}

/// The examples in a rule's documentation.
pub fn examples(doc: &str) -> Vec<Example<'_>> {
    let mut out: Vec<Example<'_>> = Vec::new();
    let mut open = false;
    for line in doc.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if let Some(info) = line.strip_prefix("```") {
            let mut words = info.split_whitespace();
            let kind = words.next();
            if open || !matches!(kind, Some("flags" | "passes")) {
                open = false;
                continue;
            }
            open = true;
            let name = words.next().unwrap_or("a.en.md");
            let langs = (words.next().unwrap_or("zh"), words.next().unwrap_or("en"));
            out.push(Example { flags: kind == Some("flags"), name, langs, text: String::new() });
        } else if let (true, Some(example)) = (open, out.last_mut()) {
            example.text.push_str(line);
            example.text.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::examples;
    use crate::rule::{registry, testing};

    #[test]
    fn every_rule_is_documented_with_examples_that_hold() {
        for meta in registry::metas() {
            for heading in ["## What it does", "## Why it matters", "## Examples", "## Limits"] {
                assert!(meta.doc.contains(heading), "{} has no `{heading}`", meta.id);
            }
            let examples = examples(meta.doc);
            assert!(examples.iter().any(|e| e.flags), "{} has no example that fires", meta.id);
            assert!(examples.iter().any(|e| !e.flags), "{} has no example that must not", meta.id);
            for e in examples {
                assert_eq!(e.flags, e.text.contains("[["), "{}: {}", meta.id, e.text);
                testing::assert_marked(meta.id, e.name, &e.text, e.langs);
            }
        }
    }
}
