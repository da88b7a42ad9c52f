use std::sync::Arc;

use super::Facts;
use crate::config::Settings;
use crate::document::readers::{Read, reader_for};
use crate::document::{Document, Lang, Langs};
use crate::engine;
use crate::source::SourceFile;

/// The facts of one text.
fn facts(path: &str, text: &str, settings: &Settings) -> Facts {
    let file = Arc::new(SourceFile::new(path, text));
    let Read::Article(read) = reader_for(path).expect("a known format").read else { panic!("an article") };
    let article = read(&file);
    let doc = Document::alone(file, article, Langs { source: Lang::parse("zh"), target: Lang::en() });
    let (names, taken) = engine::check(&doc, settings).collected.expect("collected");
    let mut facts = Facts::default();
    facts.add(0, doc, settings, names, taken);
    facts
}

/// What is reported of texts, merged in their order: path, rule, text, and the places that it disagrees with.
fn concluded(texts: &[(&str, &str)]) -> Vec<(String, String, Vec<String>)> {
    let settings = Settings { across: true, ..Settings::default() };
    let mut all = Facts::default();
    for (path, text) in texts {
        all.merge(facts(path, text, &settings));
    }
    let found = all.conclude().into_values().flat_map(|c| c.findings);
    let told = |f: crate::finding::Placed| {
        let related = f.related.iter().map(|r| format!("{}:{}", r.at.path, r.at.text)).collect();
        (f.at.path.to_string(), f.at.text, related)
    };
    found.map(told).collect()
}

const ONE: (&str, &str) = ("a.en.md", "The singer Park Ji-eun came first. Fans of Park Ji-eun cheered.\n");
const TWO: (&str, &str) = ("b.en.md", "Later Park Jieun sang again.\n");
const THREE: (&str, &str) = ("c.en.md", "Nobody else came to Busan.\n");

#[test]
fn a_name_is_compared_over_articles() {
    let [(path, text, related)] = &concluded(&[ONE, TWO, THREE])[..] else { panic!("one finding") };
    assert_eq!((path.as_str(), text.as_str()), ("b.en.md", "Jieun"));
    assert_eq!(related, &["a.en.md:Ji-eun"]);
}

#[test]
fn the_order_of_merging_does_not_matter() {
    let wanted = concluded(&[ONE, TWO, THREE]);
    for order in
        [[ONE, THREE, TWO], [TWO, ONE, THREE], [TWO, THREE, ONE], [THREE, ONE, TWO], [THREE, TWO, ONE]]
    {
        assert_eq!(concluded(&order), wanted);
    }
}

#[test]
fn a_text_split_in_two_is_the_same_text() {
    let texts =
        |found: Vec<(String, String, Vec<String>)>| found.into_iter().map(|f| f.1).collect::<Vec<_>>();
    let whole = format!("{}\n{}", ONE.1, TWO.1);
    assert_eq!(texts(concluded(&[("a.en.md", &whole)])), texts(concluded(&[ONE, TWO])));
}

#[test]
fn ignore_comments_and_the_allow_list_hold() {
    let ignored = "Later Park Jieun sang again. <!-- mtlint-ignore name-variant: her own spelling -->\n";
    assert!(concluded(&[ONE, ("b.en.md", ignored)]).is_empty());
}
