use crate::rule::testing::assert_english;

const RULE: &str = "pronoun-flip";

#[test]
fn one_person_keeps_one_pronoun() {
    for text in [
        "Lin Dawei was born in Lindale. He studied there and [[her]] first book came out in May. He was proud of it.",
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
