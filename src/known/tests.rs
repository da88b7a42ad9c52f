//! Every class on its text and span, and its nearest innocent neighbours.

use crate::rule::testing::{assert_pair, pair};

const ZH_EN: (&str, &str) = ("zh", "en");

#[track_caller]
fn flags(rule: &str, source: &str, target: &str) {
    assert_pair(rule, source, target, "", ZH_EN);
}

/// The entries of all findings.
fn entries(source: &str, target: &str) -> Vec<String> {
    let found = pair(source, target, "", ZH_EN);
    found.iter().filter_map(|f| f.entry.as_deref().map(str::to_owned)).collect()
}

#[test]
fn a_given_name_fits_its_characters() {
    let source = "县长吕晓鸥昨天没有到场。";
    flags("name-mismatch", source, "County head [[Lü Wenbo]] did not turn up yesterday.");
    flags("name-mismatch", source, "County head [[Lu Wen-bo]] did not turn up yesterday.");
    for right in ["Lü Xiao'ou", "Lu Xiaoou", "Lu Hsiao-ou", "Xiao'ou Lu", "Mr Lu", "Richard Lu"] {
        flags("name-mismatch", source, &format!("{right} did not turn up yesterday."));
    }
    // All readings of a character are allowed.
    flags("name-mismatch", "孟长乐没有来。", "Meng Zhangyue did not come.");
}

#[test]
fn findings_say_what_stands_in_the_source() {
    let found = pair("县长吕晓鸥没有到场。", "County head Lü Wenbo did not turn up.", "", ZH_EN);
    let [only] = &found[..] else { panic!("{found:?}") };
    assert_eq!(only.entry.as_deref(), Some("name-mismatch/given-name"));
    assert_eq!(only.message.to_string(), "`Lü Wenbo` cannot be a reading of 吕晓鸥");
    assert_eq!(only.related[0].at.text, "吕晓鸥");
    assert!(only.help.as_deref().is_some_and(|h| h.contains("reads Lü Xiao'ou")), "{:?}", only.help);
    assert_eq!(only.fixes[0].edits[0].replacement, "Lü Xiao'ou");
}

#[test]
fn of_two_people_with_one_surname_neither_is_named() {
    let found = entries("吕晓鸥、吕思齐没有来。", "Neither Lü Wenbo nor the other came.");
    assert_eq!(found, ["name-mismatch/invented-person"]);
}

#[test]
fn another_known_name_needs_its_source() {
    flags("name-mismatch", "记者在码头见到了渔民。", "Reporters met the fishermen in [[Reykjavik]].");
    flags("name-mismatch", "记者在雷克雅未克见到了渔民。", "Reporters met the fishermen in Reykjavik.");
    flags("name-mismatch", "记者在码头见到了渔民。", "Reporters met the fishermen (in Reykjavik).");
    flags("name-mismatch", "网上搜一下就知道。", "Just Google it and you will see.");
    flags("name-mismatch", "澳大利亚新州下了雨。", "It rained in New South Wales, Australia.");
    flags("name-mismatch", "银河里的天枰号。", "The Silver Reykjavik in the Milky Way.");
}

#[test]
fn a_person_sounds_like_something() {
    flags("name-mismatch", "她说鱼很新鲜。", "[[Shen Pomao]] said the fish was fresh.");
    flags("name-mismatch", "沈颇茂说鱼很新鲜。", "Shen Pomao said the fish was fresh.");
    assert_eq!(entries("她说鱼很新鲜。", "At Xiepomao the fish was fresh."), ["name-mismatch/invented-name"]);
    // Words of Japanese, capitals, contractions.
    for innocent in ["Mr Makoto said so.", "The LANGTU said so.", "“They’re fresh,” she said."] {
        assert!(entries("她说鱼很新鲜。", innocent).is_empty(), "{innocent}");
    }
}

#[test]
fn a_name_is_not_its_meaning() {
    flags("nonstandard-name", "孩子们喝了雪碧。", "The children drank [[Snow Jade]].");
    flags("nonstandard-name", "孩子们喝了雪碧。", "The children drank Sprite.");
    assert_eq!(entries("孩子们喝了雪碧。", "The children drank Xuebi."), ["nonstandard-name/pinyin"]);
    assert!(entries("孩子们喝了雪碧。", "The children drank Sprite (Xuebi).").is_empty());
}

#[test]
fn an_idiom_is_not_its_picture() {
    let source = "合并水到渠成，没有人反对。";
    flags(
        "calque",
        source,
        "The merger was [[water arriving and a canal]] being formed and nobody objected.",
    );
    flags("calque", source, "The merger followed naturally and nobody objected.");
    flags("calque", "《水到渠成》是一本书。", "Water Arrives and a Canal Forms is a book.");
    flags("romanized-term", "今年风调雨顺。", "It was a year of [[fengtiao]] and rain.");
    // A name inside an idiom.
    flags("romanized-term", "这是叶公好龙。", "Here Yegong loves dragons.");
}

#[test]
fn other_languages_are_left_alone() {
    let found = pair("呂暁鴎は来なかった。", "Lü Wenbo did not come.", "", ("ja", "en"));
    assert!(found.iter().all(|f| f.rule != "name-mismatch"), "{found:?}");
}

#[test]
fn a_name_put_in_for_another_is_told_from_both_sides() {
    let source = "渔民段若棠说，鱼价明年会涨。";
    assert_eq!(
        entries(source, "The fisherman Torvald Bexley said fish would cost more next year."),
        ["name-mismatch/stray-name"]
    );
    assert!(entries(source, "The fisherman Duan Ruotang said fish would cost more next year.").is_empty());
    // A place spelt in pinyin that no characters read as.
    flags("name-mismatch", "鱼市在宁波开张了。", "The fish market opened in [[Luzhang]].");
    flags("name-mismatch", "鱼市在宁波开张了。", "The fish market opened in Ningbo.");
}

#[test]
fn countries_of_a_japanese_source() {
    let found = |target: &str| {
        let found = pair("フランス北部の漁港は雨だった。", target, "", ("ja", "en"));
        found.into_iter().filter(|f| f.rule == "name-mismatch").map(|f| f.at.text).collect::<Vec<_>>()
    };
    assert_eq!(found("It rained in the harbours of northern Nigeria."), ["Nigeria"]);
    assert!(found("It rained in the harbours of northern France.").is_empty());
    assert!(found("In Japan, French harbours are said to be wet.").is_empty());
}
