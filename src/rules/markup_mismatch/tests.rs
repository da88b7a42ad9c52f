use crate::rule::testing::assert_marked;

#[track_caller]
fn pair(source: &str, target: &str) {
    let line = format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}");
    assert_marked("markup-mismatch", "a.jsonl", &line, ("zh", "en"));
}

#[test]
fn placeholders_that_are_lost_changed_or_spoilt() {
    pair("%s放在%d号架上。", "%s stands on shelf [[% d]].");
    pair("%1$s放在{0}上。", "{0} holds %1$s.");
    pair("放好{name}了。", "It was put away[[]].");
    pair("放好了。", "[[{0}]] was put away.");
    pair("100%的陶土", "100% clay");
}

#[test]
fn tags_in_units() {
    pair("<b>窑</b>很热。", "The <b>kiln is hot.[[]]");
    pair("<b>窑</b>很热。", "The <B>kiln</B> is hot.");
    pair("<a href='zh'>窑</a>", "<a href='en'>kiln</a>");
}

#[test]
fn emphasis_that_is_not_closed() {
    pair("**釉料**：先过筛。", "**Glaze[[]]: sieve it first.");
    pair("用`sieve`过筛。", "Sieve it with `sieve[[]], twice.");
    pair("2的3次方是2**3。", "Two to the third is 2**3.");
}

#[test]
fn inline_codes_of_a_translation_format() {
    let file = |target: &str| {
        format!(
            "<xliff><file><trans-unit id='1'><source>看<g id='1'>窑</g><x id='2'/>。</source><target>{target}</target></trans-unit></file></xliff>"
        )
    };
    let check = |target: &str| assert_marked("markup-mismatch", "a.xlf", &file(target), ("zh", "en"));
    check("See <x id='2'/><g id='1'>the kiln</g>.");
    check("See <g id='1'>the kiln</g>.[[]]");
    check("See [[<g id='7'>]]the kiln</g><x id='2'/>.[[]]");
}

#[test]
fn plural_forms_may_spell_a_figure_out() {
    let file = "msgid \"a pot\"\nmsgid_plural \"%d pots\"\nmsgstr[0] \"%d Topf\"\nmsgstr[1] \"%d Töpfe\"\n\nmsgid \"%s cups\"\nmsgstr \"Tassen[[]]\"\n";
    assert_marked("markup-mismatch", "a.po", file, ("en", "de"));
}
