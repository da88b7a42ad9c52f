use crate::rule::testing::assert_pair;

const TERMS: &str = "监管局,Regulatory Authority,RA,Supervision Bureau|the Reg\n,,,motherland\n总部,head office,,headquarter\n";

fn forbidden(source: &str, target: &str) {
    assert_pair("forbidden-term", source, target, TERMS, ("zh", "en"));
}

#[test]
fn it_is_reported_where_the_source_has_its_term() {
    forbidden("监管局发出警告。", "The [[Supervision Bureau]] issued a warning.");
    forbidden("公司的总部", "The company's [[headquarters]]");
    forbidden("警察发出警告。", "The Supervision Bureau issued a warning.");
}

#[test]
fn one_without_a_source_term_is_forbidden_everywhere() {
    forbidden("他爱国家。", "He loves the [[motherland]].");
}

#[test]
fn the_fix_has_the_ending_and_the_capitals() {
    let found = crate::rule::testing::pair("公司的总部", "Headquarters of the firm", TERMS, ("zh", "en"));
    let fixes: Vec<_> =
        found.iter().flat_map(|f| &f.fixes).map(|f| f.edits[0].replacement.as_str()).collect();
    assert_eq!(fixes, ["Head offices"]);
}
