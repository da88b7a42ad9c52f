use crate::analysis::Analysis;
use crate::config::Settings;
use crate::rule::testing::document;

/// What renders each name of the source: `name=rendering`, in the order of the target.
fn renderings(source: &str, target: &str, lang: &str) -> Vec<String> {
    let doc = document(source, target, (lang, "en"));
    let settings = Settings::default();
    let a = Analysis::new(&doc, &settings);
    let found = a.renderings();
    let show = |r: &super::Rendering| {
        let shown = doc.target[r.target.segment as usize].shown();
        let text = &shown[r.target.start as usize..r.target.end as usize];
        format!("{}={text}", found.names[r.name as usize].text)
    };
    found.all.iter().map(show).collect()
}

#[test]
fn known_names_and_adjectives() {
    let found = renderings("郑州和德国签了合同。", "Zhengzhou and a German firm signed a contract.", "zh");
    assert_eq!(found, ["郑州=Zhengzhou", "德国=German"]);
}

#[test]
fn persons_by_their_sound_in_several_romanisations() {
    let found = renderings(
        "市长潘国栋来了。\n潘国栋表示满意。",
        "Mayor Pan Guodong came.\nPoon Kwok-tung was content.",
        "zh",
    );
    assert_eq!(found, ["潘国栋=Pan Guodong", "潘国栋=Poon Kwok-tung"]);
}

#[test]
fn foreign_names_and_originals_in_brackets() {
    let found =
        renderings("凯斯特勒（Kestler）先生和奥尔莫夫到场。", "Mr Kestler and Olmov were there.", "zh");
    assert_eq!(found, ["凯斯特勒=Kestler", "奥尔莫夫=Olmov"]);
}

#[test]
fn words_in_katakana() {
    let found = renderings("ケストラーが来た。", "Kestler came.", "ja");
    assert_eq!(found, ["ケストラー=Kestler"]);
}

#[test]
fn names_of_several_words() {
    let source = "河南水利研究所公布了结果。\n河南水利研究所没有回应。";
    let target = "The Henan Water Conservancy Institute published results.\nThe Institute of Water Conservancy did not reply.";
    let found = renderings(source, target, "zh");
    assert!(found.contains(&"河南水利研究所=Henan Water Conservancy Institute".to_owned()), "{found:?}");
}

#[test]
fn the_name_of_a_body_ends_before_an_office_and_begins_behind_its_owner() {
    let source = "渔业基金会主任来了。\n工党渔业基金会主任走了。";
    let target = "The director of the Fishery Foundation came.\nThe director of the Labour Party Fisheries Foundation left.";
    let found = renderings(source, target, "zh");
    assert!(found.contains(&"渔业基金会=Fishery Foundation".to_owned()), "{found:?}");
}

#[test]
fn a_noun_for_the_kind_of_body_tells_what_is_left() {
    let source = "陆委会发了声明。\n陆委会没有回应。";
    let target = "The Mainland Affairs Council made a statement.\nThe Land Committee did not reply.";
    let found = renderings(source, target, "zh");
    assert!(found.contains(&"陆委会=Land Committee".to_owned()), "{found:?}");
}

#[test]
fn nothing_without_a_source_that_can_be_read() {
    assert!(renderings("Kestler ist da.", "Kestler is here.", "de").is_empty());
    assert!(renderings("", "Kestler is here.", "zh").is_empty());
}
