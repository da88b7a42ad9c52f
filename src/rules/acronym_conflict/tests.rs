use crate::rule::testing::{assert_english, check};

const RULE: &str = "acronym-conflict";

#[test]
fn letters_that_do_not_fit_are_reported() {
    for text in [
        "The Quiet Rivers Trust of Lindale ([[QRD]]) met.",
        "The Council for Harbour Safety (“[[CHK]]”) met.",
        "A Salmon Rearing Guarantee Scheme ([[SRGK]]) was opened.",
        "The [[QRD]] (Quiet Rivers Trust) met.",
    ] {
        assert_english(RULE, text);
    }
}

#[test]
fn letters_of_another_language_or_market_pass() {
    for text in [
        "The World Wildfowl Organization (OMA) and the Party of Rivers (PDR) met.",
        "The yuan renminbi (RMB) fell, Lindale Holdings (NYSE: LDH) rose.",
        "Alphabet (Google) and the Bank of Lindale (BOL) met in Harbour Town (HT).",
        "Swiss francs (CHF) and Polish zlotys (PLN).",
    ] {
        assert_english(RULE, text);
    }
}

#[test]
fn a_near_miss_of_what_is_used_is_reported() {
    let text = "The Wild Salmon Rivers Trust (WSRT) met. The [[WSTR]] agreed. The WSRT was glad.";
    assert_english(RULE, text);
    assert_english(RULE, "The QRTK fund grew. The QRTK board met. QRTK won. Then the [[QRTP]] fund fell.");
    assert_english(RULE, "The QRTK fund grew. The QRTK board met, and so did QRTK, QRTP and QRTL.");
}

#[test]
fn two_for_one_and_one_for_two() {
    assert_english(
        RULE,
        "The Harbour Town University (HTU) grew. Harbour Town University ([[HARTU]]) is old.",
    );
    let found = check(
        "a.en.md",
        "The Quiet Rivers Trust (QRT) met. The Quick Response Team (QRT) came.",
        ("zh", "en"),
    );
    let texts: Vec<_> = found.iter().filter(|f| f.rule == RULE).map(|f| f.message.to_string()).collect();
    assert_eq!(texts, ["`QRT` stands for `Quick Response Team` and for `Quiet Rivers Trust`"]);
}
