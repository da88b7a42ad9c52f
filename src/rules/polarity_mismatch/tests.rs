use crate::rule::testing::assert_marked;

#[track_caller]
fn pair(source: &str, target: &str) {
    let line = format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}");
    assert_marked("polarity-mismatch", "a.jsonl", &line, ("zh", "en"));
}

#[test]
fn words_beside_a_figure() {
    pair("产量上升12%，成本下降8%。", "Output rose 12%, and costs [[grew]] by 8%.");
    pair("产量上升12%，成本下降8%。", "Output rose 12%, and costs fell by 8%.");
    pair("窑里放了30多只碗。", "The kiln holds [[less than]] 30 bowls.");
    pair("釉层厚度不超过3毫米。", "The glaze is no more than 3 mm thick.");
    pair("釉层厚度不超过3毫米。", "The glaze is [[at least]] 3 mm thick.");
    pair("温度升至1280度。", "The temperature rose [[by]] 1,280 degrees.");
    pair("温度升至1280度。", "The temperature rose to 1,280 degrees.");
}

#[test]
fn words_without_a_figure() {
    pair("访客数量大幅下降。", "The number of visitors [[rose]] sharply.");
    pair("访客数量大幅下降。", "Visitors came in smaller numbers, as prices rose.");
    pair("镇里支持年轻陶工。", "The town [[opposes]] young potters.");
    pair("抑制价格上涨。", "Prices were brought to fall.");
    pair(
        "学徒期满之后，他们可以自立门户。",
        "[[Before]] the apprenticeship they may open a shop of their own.",
    );
}

#[test]
fn a_denial_that_the_source_has_nothing_of() {
    pair("窑温应当慢慢上升到最高点。", "The temperature [[should not]] rise slowly to its peak.");
    pair("窑温不应当上升到最高点。", "The temperature should not rise to its peak.");
    pair("窑温应当慢慢上升到最高点。", "The temperature should not only rise but do so slowly.");
}

#[test]
fn other_languages() {
    let ja = "{\"source\": \"来館者は15%減少した。\", \"target\": \"Visitors [[increased]] by 15%.\"}";
    assert_marked("polarity-mismatch", "a.jsonl", ja, ("ja", "en"));
    let ko = "{\"source\": \"방문객이 15% 감소했다.\", \"target\": \"Visitors [[increased]] by 15%.\"}";
    assert_marked("polarity-mismatch", "a.jsonl", ko, ("ko", "en"));
}
