use crate::rule::testing::{assert_english, assert_marked};

const RULE: &str = "pronoun-flip";

#[test]
fn one_person_keeps_one_pronoun() {
    for text in [
        "Lin Dawei was born in Lindale. He studied there and [[her]] first book came out in May. He was proud of it.",
        "The fire hurt a man in [[her]] early thirties and a woman in her 40s.",
        "Ms. Alder opened the shop. She sold tea, and she sold bread. In May [[he]] moved. She was happy.",
        "Berendt opened the shop. He sold tea. He sold bread. Berendt and [[her]] plans were praised. He was happy.",
    ] {
        assert_english(RULE, text);
    }
}

#[test]
fn somebody_else_may_be_meant() {
    for text in [
        "Lin Dawei taught in Lindale. He met Xu Yan. She wrote a book. He retired, and he moved away.",
        "Lin Dawei taught in Lindale. His wife was ill. He nursed her, and he retired. He moved away.",
        "Lin Dawei taught in Lindale. He helped a student. She wrote a book. He retired, and he moved away.",
        "Lin Dawei taught in Lindale. He said, “She can do it.” He retired, and he moved away.",
        "A teacher should know his or her class. He prepares, he listens, he asks.",
    ] {
        assert_english(RULE, text);
    }
}

fn assert_beside(lang: &str, source: &str, target: &str) {
    let row = format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}");
    assert_marked(RULE, "a.jsonl", &row, (lang, "en"));
}

#[test]
fn the_source_says_who_it_is() {
    assert_beside(
        "zh",
        "她把陶罐放进窑里，然后关上了门。",
        "[[He]] put the pot into the kiln and shut the door.",
    );
    assert_beside(
        "zh",
        "木匠听完，不过随后他很快就笑了。",
        "The joiner heard it, but then [[she]] smiled quickly.",
    );
    assert_beside("zh", "没有人愿意帮他。", "Nobody wanted to help [[her]].");
    assert_beside("zh", "自从他让她吃了药，她就睡着。", "Since he had her take it, she slept.");
    let row =
        |source: &str, target: &str| format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}\n");
    let text = row("父亲来了。", "Father came, and he was glad.")
        + &row("我给她一杯茶，她就笑了。", "I gave her a cup of tea, and [[he]] smiled.");
    assert_marked(RULE, "a.jsonl", &text, ("zh", "en"));
    assert_beside("ja", "彼女は窯の前に立っていた。", "[[He]] stood before the kiln.");
    assert_beside("ko", "그녀는 가마 앞에 서 있었다.", "[[He]] stood before the kiln.");
}

#[test]
fn the_source_leaves_somebody_out() {
    for (lang, source, target) in [
        ("zh", "木匠看见他，没有摘下帽子。", "When the joiner saw the boy, she did not take off her hat."),
        ("zh", "木匠能听懂她在说什么。", "The woman spoke softly, but he could understand it."),
        ("zh", "她握住儿子的手。", "She held his hand."),
        ("zh", "母亲来了，他笑了。", "Mother came, and she made him smile."),
        ("zh", "其他人走了。", "He and the others left."),
        ("ko", "그는 가마 앞에 서 있었다.", "She stood before the kiln."),
    ] {
        assert_beside(lang, source, target);
    }
}

#[test]
fn what_the_source_says_too_is_no_flip() {
    let row =
        |source: &str, target: &str| format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}\n");
    let text = row("林先生出生在林溪。他在那里上学。", "Mr. Lin was born in Lindale. He studied there.")
        + &row("他写书，他教书。", "He wrote books, and he taught.")
        + &row("她写了两本书。", "She wrote two books.")
        + &row("他五月退休。他很高兴。", "He retired in May. He was happy.");
    assert_marked(RULE, "a.jsonl", &text, ("zh", "en"));
}
