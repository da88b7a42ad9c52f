//! The examples in the documentation of rules, which are run as tests.

/// An example of a rule's documentation: a fenced block tagged `flags` or `passes`, and after a space, if it is not
/// Markdown from Chinese to English, the name of a file and two languages: ` ```flags a.zh.txt en zh `.
///
/// Where the source is needed each line begins with its language, `zh: 你好` and `en: Hello`: the lines of one language
/// face those of the other. A line `term: 风控,risk control` is a row of a termbase.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Example<'a> {
    /// Whether the rule must report what is marked in it, or nothing.
    pub flags: bool,
    /// The name of the file, which decides the format.
    pub name: &'a str,
    /// Source and target language.
    pub langs: (&'a str, &'a str),
    /// The text, with `[[…]]` around what must be reported.
    pub text: String,
    /// Its source, the same way; empty if there is none.
    pub source: String,
    /// The rows of a termbase.
    pub terms: String,
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
            out.push(Example { flags: kind == Some("flags"), name, langs, ..Example::default() });
        } else if let (true, Some(example)) = (open, out.last_mut()) {
            let (target_lang, source_lang) = (example.langs.1, example.langs.0);
            let (part, line) = match line.split_once(": ") {
                Some((lang, line)) if lang == target_lang => (&mut example.text, line),
                Some((lang, line)) if lang == source_lang => (&mut example.source, line),
                Some(("term", line)) => (&mut example.terms, line),
                _ => (&mut example.text, line),
            };
            part.push_str(line);
            part.push('\n');
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
                assert_eq!(e.flags, (e.source.clone() + &e.text).contains("[["), "{}: {}", meta.id, e.text);
                testing::assert_example(meta.id, &e);
            }
        }
    }
}
