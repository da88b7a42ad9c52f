//! No text makes the program panic, whatever is in it, and every finding stands where it says.

use std::sync::Arc;

use mtlint::config::Settings;
use mtlint::document::readers::{Defaults, READERS, Read};
use mtlint::document::{Document, Lang, Langs};
use mtlint::engine;
use mtlint::source::SourceFile;
use proptest::prelude::*;

/// Reads and checks a text as a file of each format, and looks at every place of every finding.
fn check_everywhere(text: &str, langs: (&str, &str)) -> Result<(), TestCaseError> {
    let lang = |tag| Lang::parse(tag).expect("a tag");
    let settings = Settings::default();
    for reader in READERS {
        let file = Arc::new(SourceFile::new(format!("a.{}", reader.extensions[0]), text));
        let mut findings = Vec::new();
        match reader.read {
            Read::Article(read) => {
                let article = read(&file);
                let doc = Document::alone(
                    Arc::clone(&file),
                    article,
                    Langs { source: Some(lang(langs.0)), target: lang(langs.1) },
                );
                findings.extend(engine::check(&doc, &settings).findings);
            }
            Read::Bilingual(read) => {
                let defaults = Defaults { source: Some(lang(langs.0)), target: Some(lang(langs.1)) };
                let file =
                    Arc::new(SourceFile::new(Arc::clone(&file.path), unit(reader.extensions[0], text)));
                let done = read(&file, &defaults, &mut |doc| {
                    for finding in engine::check(&doc, &settings).findings {
                        assert!(doc.file.text.get(finding.at.span.range()).is_some());
                    }
                });
                prop_assert!(done.is_ok(), "{done:?}");
            }
        }
        for finding in findings {
            prop_assert!(
                text.get(finding.at.span.range()).is_some(),
                "{} at {:?}",
                finding.rule,
                finding.at.span
            );
            for related in finding.related {
                prop_assert!(text.get(related.at.span.range()).is_some(), "{} related", finding.rule);
            }
            for edit in finding.fixes.iter().flat_map(|f| &f.edits) {
                prop_assert!(text.get(edit.span.range()).is_some(), "{} fix", finding.rule);
            }
        }
    }
    Ok(())
}

/// A bilingual file in which both sides of one unit are `text`.
fn unit(extension: &str, text: &str) -> String {
    let xml = text.replace('&', "&amp;").replace('<', "&lt;");
    let c = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    match extension {
        "jsonl" => serde_json::json!({ "target": text, "source": text }).to_string(),
        "csv" => format!("source,target\n\"{0}\",\"{0}\"\n", text.replace('"', "\"\"")),
        "xlf" => format!(
            "<xliff><file><trans-unit id=\"1\"><source>{xml}</source><target>{xml}</target></trans-unit></file></xliff>"
        ),
        "tmx" => format!(
            "<tmx><tu><tuv xml:lang=\"en\"><seg>{xml}</seg></tuv><tuv xml:lang=\"zh\"><seg>{xml}</seg></tuv></tu></tmx>"
        ),
        _ => format!("msgid \"{c}\"\nmsgstr \"{c}\"\n"),
    }
}

/// Pieces that rules look for, thrown together.
const PIECES: &str = "(the |The |and |东风|的|资料|カタ|한국|[\\u{1100}\\u{200b}\\u{202e}\\u{3000}\\u{a0}\\u{feff}\\u{fffd}]|[.,;:!?…—()\\[\\]{}\"“”'’《》「」，。：（）%#@&<>|*_`~-]|[ \\n\\r\\t]|[0-9]{1,3}|[a-zA-Z]{1,9}|[A-Z]{2,5}|é|â€™|Ã©|&amp;|https://a.b/c|\\PC)";

fn pieces() -> impl Strategy<Value = String> {
    proptest::string::string_regex(&format!("{PIECES}{{0,60}}")).expect("an expression")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn english_out_of_chinese(text in pieces()) {
        check_everywhere(&text, ("zh", "en"))?;
    }

    #[test]
    fn chinese_out_of_english(text in pieces()) {
        check_everywhere(&text, ("en", "zh"))?;
        check_everywhere(&text, ("en", "zh-TW"))?;
        check_everywhere(&text, ("en", "ja"))?;
    }
}

#[test]
fn large_texts_take_no_time_to_speak_of() {
    for piece in ["the ", "东风 of, ", "x.Y", "(", "\"", "ab ab ", "Labubu La Bulu ", "\u{200b}a", "a，b"]
    {
        let text = piece.repeat(40_000 / piece.len());
        let start = std::time::Instant::now();
        check_everywhere(&text, ("zh", "en")).expect("holds");
        assert!(start.elapsed().as_secs() < 60, "{piece:?} took {:?}", start.elapsed());
    }
}
