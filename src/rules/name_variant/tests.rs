use crate::rule::testing::{assert_english, check};

#[test]
fn every_place_of_the_rarer_rendering() {
    let text = "Quillfeld Park closed. Quill Feld was sad. Quillfeld fell. In Quill Feld nobody spoke, Quillfeld said.";
    let marked = text.replace("Quill Feld", "[[Quill Feld]]");
    assert_english("name-variant", &marked);
    let found = check("a.en.md", text, ("zh", "en"));
    let groups: Vec<_> = found.iter().filter(|f| f.rule == "name-variant").map(|f| f.group).collect();
    assert!(groups.len() == 2 && groups[0].is_some() && groups[0] == groups[1]);
}

/// What is reported in two texts whose lines face one another, with the source place that it names.
fn with_source(source: &str, target: &str) -> Vec<(String, Option<String>)> {
    let found = crate::rule::testing::pair(source, target, "", ("zh", "en"));
    let names = found.iter().filter(|f| f.rule == "name-variant");
    names
        .map(|f| {
            let related = f.related.iter().find(|r| r.at.side == crate::document::Side::Source);
            (target[f.at.span.range()].to_owned(), related.map(|r| source[r.at.span.range()].to_owned()))
        })
        .collect()
}

#[test]
fn the_source_names_the_name() {
    let source = "市长潘国栋来了。\n潘国栋表示满意。\n人们欢迎潘国栋。";
    let target = "Mayor Pan Guodong came.\nPan Guodong was content.\nPeople welcomed Poon Kwok-tung.";
    let found = with_source(source, target);
    assert_eq!(found, [("Poon Kwok-tung".to_owned(), Some("潘国栋".to_owned()))]);
}

#[test]
fn short_forms_adjectives_and_abbreviations_are_no_variants() {
    let source =
        "市长潘国栋去了德国。\n潘国栋在德国说了话。\n世界卫生组织感谢潘国栋。\n世界卫生组织还感谢德国。";
    let target = "Mayor Pan Guodong went to Germany.\nPan spoke before a German audience.\nThe World Health Organization thanked Pan.\nWHO thanked the Germans, too.";
    assert_eq!(with_source(source, target), []);
}

#[test]
fn two_names_of_the_source_are_two() {
    let source = "潘国栋来了。\n潘国东来了。\n潘国栋走了。";
    let target = "Pan Guodong came.\nPan Guodung came.\nPan Guodong left.";
    assert_eq!(with_source(source, target), []);
}
