use crate::rule::testing::assert_pair;

const TERMS: &str = "国际金融中心,international financial centre,IFC,\n金融中心,financial hub,,\n监管局,Regulatory Authority,RA,\n";

fn missing(source: &str, target: &str) {
    assert_pair("missing-term", source, target, TERMS, ("zh", "en"));
}

#[test]
fn a_term_without_any_rendering_is_missing() {
    missing("香港是[[国际金融中心]]。", "Hong Kong is a world money hub.");
    missing(
        "[[监管局]]发出警告，[[金融中心]]也一样。监管局很忙。",
        "A warning came from the office, as from the city.",
    );
}

#[test]
fn spelling_number_hyphens_and_alternatives_do_not_count() {
    missing("国际金融中心", "International Financial Centers");
    missing("国际金融中心", "an international-financial centre");
    missing("国际金融中心", "the IFC's rise");
    missing("监管局", "the RA");
}

#[test]
fn a_term_inside_a_longer_one_is_not_asked_for() {
    missing("这个国际金融中心", "this international financial centre");
}

#[test]
fn a_segment_is_judged_by_its_own_partner() {
    missing("监管局来了。\n[[监管局]]走了。", "The Regulatory Authority came.\nThen the police went.");
}

#[test]
fn a_pronoun_after_the_term_is_no_warning() {
    let info = |source: &str, target: &str| {
        let found = crate::rule::testing::pair(source, target, TERMS, ("zh", "en"));
        found.iter().filter(|f| f.rule == "missing-term").map(|f| f.severity.name()).collect::<Vec<_>>()
    };
    assert_eq!(info("监管局来了。\n监管局走了。", "The Regulatory Authority came.\nIt left."), ["info"]);
    assert_eq!(info("监管局来了。\n监管局走了。", "The RA came.\nThen the Authority left."), ["info"]);
    assert_eq!(info("监管局走了。", "It left."), ["warning"]);
}
