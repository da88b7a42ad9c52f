use crate::rule::testing::{assert_marked, check};

fn zh(marked: &str) {
    assert_marked("untranslated-text", "a.en.txt", marked, ("zh", "en"));
}

fn ja(marked: &str) {
    assert_marked("untranslated-text", "a.en.txt", marked, ("ja", "en"));
}

fn ko(marked: &str) {
    assert_marked("untranslated-text", "a.en.txt", marked, ("ko", "en"));
}

#[test]
fn glued_bare_and_quoted() {
    zh(
        "Riding on the[[东风]] of innovation and the [[培训]] of staff, they opened the \"[[电影节]]\" in 30[[亿]].",
    );
    zh("The Asian Film Week [[执导]]with others, and[[等]].");
    ko("Across the [[정치]] spectrum, most[[제품]] are sold.");
    ja("Soma has a[[歴史]] of a thousand years and is [[逃げ]]ing.");
}

#[test]
fn glosses_are_left_alone() {
    zh(
        "Su Shi (苏轼), a poet from Meishan (Chinese: 眉山; pinyin: Méishān), met the Emperor (宋神宗, Song Shenzong).",
    );
    zh("The plan (written 总体 in Chinese) and the increase (增加) hold.");
    ja("The town of Kobe (神戸) and the light (軽やか) dress.");
    zh("The poet Du Fu 杜甫 lived here.");
}

#[test]
fn a_bracket_is_not_always_a_gloss() {
    zh("([[来自]]) The author writes.");
    zh("The minister ([[此次]]) left.");
    zh("The list ([[插曲第3季主题]]Live.) is long.");
}

#[test]
fn citations_are_left_alone() {
    zh("The character 福 hangs upside down. It is a pun on 东风, and he typed 你好 into the box.");
    zh("What is the difference between 的, 地 and 得?");
    zh("The Chinese word 创新 means innovation.");
    ko("The band 새소년 (Se So Neon) played.");
    ja("The smiley (^o^)ノ and the face ツ.");
}

#[test]
fn tokens_are_left_alone() {
    zh("See @海信官方, #春节 and 说明.txt at https://example.org/东风 now.");
}

#[test]
fn a_word_cited_once_is_cited_in_quotation_marks() {
    zh("Type the character '김' now. When '김' is done, he goes on. The man [[김]] left.");
}

#[test]
fn the_meaning_is_told() {
    let found = check("a.en.txt", "Riding on the东风 of innovation.", ("zh", "en"));
    let help = found[0].help.as_deref().unwrap_or_default();
    assert!(help.starts_with("dōngfēng: easterly wind"), "{help}");
    let found = check("a.en.txt", "Spokesman 毛宁 said so.", ("zh", "en"));
    assert_eq!(found[0].help.as_deref(), Some("máoníng; as a name: Mao Ning"));
}

#[test]
fn other_targets() {
    assert_marked("untranslated-text", "a.ja.txt", "東京は[[서울]]と違う。", ("ko", "ja"));
    assert_marked(
        "untranslated-text",
        "a.zh.txt",
        "他们的[[economic growth]]很快。iPhone 和 app 都好，見 https://a.org/good 。",
        ("en", "zh"),
    );
    assert_marked("untranslated-text", "a.en.txt", "The [[Москва]] office opened.", ("ru", "en"));
}

#[test]
fn brackets_that_the_source_has_itself_are_no_gloss() {
    use crate::rule::testing::assert_pair;
    let pair = |source, target| assert_pair("untranslated-text", source, target, "", ("zh", "en"));
    pair("主演是赵小满（唐岚饰）。", "It stars Zhao Xiaoman ([[唐岚饰]]).");
    pair("主演是赵小满。", "It stars Zhao Xiaoman (赵小满).");
    pair("（主演）赵小满来了（昨天）。", "Zhao Xiaoman (赵小满) came yesterday.");
    pair("《Rain》（霖雨）是一张唱片。", "Rain (霖雨) is a record.");
    assert_pair("untranslated-text", "東風（こち）が吹く。", "The kochi (こち) blows.", "", ("ja", "en"));
}
