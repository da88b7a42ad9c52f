use super::*;
use proptest::prelude::*;

fn shown(run: &str) -> (String, String) {
    let explanation = explain(run).unwrap();
    (explanation.reading, explanation.meaning.unwrap_or_default())
}

fn assert_shown(table: &[(&str, &str, &str)]) {
    for (run, reading, meaning) in table {
        assert_eq!(shown(run), ((*reading).to_owned(), (*meaning).to_owned()), "{run}");
    }
}

#[test]
fn explains_words() {
    assert_shown(&[
        ("东风", "dōngfēng", "easterly wind; spring breeze; revolutionary momentum"),
        ("東風", "dōngfēng", "easterly wind; spring breeze; revolutionary momentum"),
        ("女儿", "nǚ'ér", "daughter"),
        ("海信", "Hǎixìn", "Hisense (brand)"),
        ("一带一路", "Yīdài Yīlù", "Belt and Road Initiative"),
        ("宁德", "Níngdé", "Ningde, prefecture-level city in Fujian"),
        ("出海", "chūhǎi", "to go out to sea; to expand into overseas markets"),
        ("卡拉OK", "kǎlā OK", "karaoke"),
    ]);
}

#[test]
fn follows_references() {
    assert_shown(&[
        ("腾讯", "Téngxùn", "Tencent Holdings Limited"),
        ("仝", "tóng", "like; same; similar"),
        ("北大", "Běi Dà", "Peking University"),
    ]);
}

#[test]
fn chooses_among_entries() {
    assert_shown(&[
        ("行", "xíng", "to walk; to go; to travel"),
        ("单", "dān", "bill; list; form"),
        ("重庆", "Chóngqìng", "Chongqing"),
        ("西安", "Xī'ān", "Xi'an"),
        // A name is shown beside the ordinary word, a surname only where nothing else is known.
        ("小米", "xiǎomǐ", "millet; Xiaomi"),
        ("大众", "dàzhòng", "the masses; the great bulk of the population; Volkswagen"),
        ("毛", "máo", "hair; feather; down"),
        ("欧阳", "Ōuyáng", "two-character surname Ouyang"),
    ]);
}

#[test]
fn explains_runs_of_words() {
    assert_shown(&[
        ("高质量发展", "gāozhìliàng fāzhǎn", "high quality + development"),
        ("新质生产力", "xīn zhì shēngchǎnlì", "new + character + production capability"),
        ("你好，世界。", "nǐhǎo, shìjiè.", "hello + world"),
        ("3D打印", "3D dǎyìn", "3D + to affix a seal"),
        ("脱贫攻坚", "tuōpín gōngjiān", "to lift oneself out of poverty + to assault a fortified…"),
        // Single characters only: most often a name.
        ("新凯来", "xīnkǎilái", ""),
        ("泽连斯基", "zéliánsījī", ""),
    ]);
}

#[test]
fn reads_japanese_and_korean() {
    assert_shown(&[("トヨタ", "toyota", ""), ("국민", "gungmin", "")]);
    for run in ["東京タワー", "김金", "Beijing", "12", "", "……"] {
        assert_eq!(explain(run), None, "{run}");
    }
}

proptest! {
    #[test]
    fn meanings_fit_a_line(run in "(\\PC|[一-龥]){0,12}") {
        if let Some(Explanation { meaning: Some(meaning), .. }) = explain(&run) {
            prop_assert!(!meaning.is_empty());
            prop_assert!(meaning.chars().count() <= MAX_MEANING, "{}", meaning);
        }
    }
}

#[test]
fn every_head_can_be_explained() {
    for c in '\u{4e00}'..='\u{9fff}' {
        assert!(explain(&c.to_string()).is_some(), "{c}");
    }
}
