use crate::rule::testing::{assert_english, assert_marked, check};

/// Asserts what is reported in lines of plain text.
#[track_caller]
fn reports(marked: &str) {
    assert_english("name-variant", marked);
}

#[test]
fn every_place_of_the_rarer_rendering_in_one_group() {
    let text = "Quillfeld Park closed. Quill Feld was sad. Quillfeld fell. In Quill Feld nobody spoke, Quillfeld said.";
    reports(&text.replace("Quill Feld", "[[Quill Feld]]"));
    let found = check("a.en.md", text, ("zh", "en"));
    let found: Vec<_> = found.iter().filter(|f| f.rule == "name-variant").collect();
    assert!(found.len() == 2 && found[0].group.is_some() && found[0].group == found[1].group);
    let related: Vec<_> = found[0].related.iter().map(|r| r.at.text.as_str()).collect();
    assert_eq!((related, found[0].entry.as_deref()), (vec!["Quillfeld"], Some("name-variant/spacing")));
}

#[test]
fn compounds_and_code_are_written_as_people_like() {
    reports("Healthcare Week began. The Health Care Week ended. Skincare sells. Skin Care sells.");
    reports(
        "The PageRenderer draws. A Page Renderer is an object. Multi-Modal models and Multimodal models.",
    );
    reports("The Anti-Noise Law passed. The Anti Noise Law failed.");
}

#[test]
fn capitals_inside_a_word() {
    reports("They asked DeVillars. Then DeVillars spoke. At last [[Devillars]] left.");
    reports("The USA won. In Usa, nobody cared. A PayRoll is a Payroll.");
}

#[test]
fn slips_of_a_letter() {
    reports("Old Brandvold rose. Then Brandvold sat. At last [[Brandvolt]] slept.");
    reports("In September it rained. In [[Septmber]] it snowed. In September it thawed.");
    reports("We met Torvinen. [[Torvinnen]] waved. Torvinen left.");
    // Words of one stem, and two who are named together.
    reports("Egyptian ships left Egypt. Egyptians waved. The Egyptian sank.");
    reports("Branvold and Brandvold met. Branvold and Brandvold left. Brandvold won.");
    reports("We passed Jiahuang. Then Jiahuan. Then Jiahuang again.");
}

#[test]
fn letters_with_marks_and_what_stands_for_them() {
    reports("We saw Kaşgir. Then [[Kashgir]] was far. Kaşgir is old.");
}

#[test]
fn full_names_that_sound_alike() {
    reports("Hsueh Tzu-wen drew. Later Hsueh Tzu-wen slept. At noon [[Xue Ziwen]] ate.");
    reports(
        "Vice Mayor Pak Yong-su came. The [[Pak Yong-soo]] that we know left. Vice Mayor Pak Yong-su slept.",
    );
    // Two people, by the sentence that names both.
    reports("Lou Weilan and Lou Weilin sang. Then Lou Weilan left.");
}

#[test]
fn one_office_and_two_names_that_begin_alike() {
    reports("Prime Minister Dang Quoc Hieu came. At noon Prime Minister [[Dang Minh Thuan]] left.");
    reports("Prime Minister Anders Holt came. Prime Minister Pietro Bassani left.");
    reports("Prime Minister Dang Quoc Hieu came. Then former Prime Minister Dang Minh Thuan left.");
}

#[test]
fn orders_of_a_name() {
    reports("Orimoto Kazuhisa won. Orimoto Kazuhisa wept. At home [[Kazuhisa Orimoto]] slept.");
}

#[test]
fn kinds_of_places() {
    reports("We crossed Lake Verrin. Then Lake Verrin froze. On [[Verrin Lake]] ice lay.");
    reports("They saw Odashima at dawn, and Odashima at night. Only [[Oda Island]] was far.");
}

#[test]
fn parts_run_together() {
    reports("We met Anna van der Haagen. Then [[Vanderhagen]] spoke. Later van der Haagen left.");
}

#[test]
fn a_surname_spelt_otherwise() {
    reports("The guests met Tokizawa Haruo. After the meal [[Tokisawa]] sang.");
    // Whoever is named in full by that surname is another.
    reports("The guests met Tokizawa Haruo. Tokizawa sang. Then Takazawa Jun came.");
}

#[test]
fn other_languages_are_left_alone() {
    assert_marked("name-variant", "a.de.txt", "Brandvold kam. Dann Brandvold. Dann Brandvolt.", ("zh", "de"));
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

#[test]
fn two_forms_of_one_name() {
    let source = "渔民支持国民党。\n国民党感谢他们。\n他们离开了国民党。";
    let target = "The fishermen backed the Kuomintang.\nThe Kuomintang thanked them.\nThey left the Nationalist Party.";
    assert_eq!(with_source(source, target), [("Nationalist Party".to_owned(), Some("国民党".to_owned()))]);
}
