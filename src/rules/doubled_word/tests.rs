use crate::rule::testing::{assert_english, assert_marked};

#[test]
fn doubled_words_are_found_with_their_whole_run() {
    for marked in [
        "She works [[in in]] the north.",
        "They met [[for for for]] an hour. [[Is is]] so. Who [[were were]] there?",
        "The cure for the sick [[pets pets]] was found at last.",
        "It rose at Example [[University University]] last year.",
        "The user [[can can]] choose. A boat [[in in]] the bay is hers. Who [[was was]] there?",
        "# Town Gets [[New New]] Road",
        "[[It it]] was late — [[the the]] sun had set.",
    ] {
        assert_english("doubled-word", marked);
    }
    let wrapped = "A text that was wrapped by hand goes on over the\nend of the line, as this one does now with [[its\nits]] second word, and it does so until at the\nend there is no more.\n\nA second one.";
    assert_marked("doubled-word", "a.txt", wrapped, ("zh", "en"));
    assert_marked("doubled-word", "a.de.txt", "Er kam [[mit mit]] dem Zug.", ("zh", "de"));
}

#[test]
fn words_that_double_in_good_text_pass() {
    for text in [
        "He had had enough, and that that was so so good.",
        "They went to Bora Bora with Duran Duran.",
        "Object.is is a function, and on on-policy data it fails.",
        "It gave US us; Will will come in the The Secret.",
        "He said the \"the\" twice, the (the) end, the. The end.",
        "What he does does not matter. He saw what it is is.",
        "She spelled it b b c, gate 7 7.",
        "Chen Feifei and Ling Ling and Mr. Chen Chen sang la la la.",
        "work work work",
        "What is is, and what was was. They came in in single file. We can can the beans.",
        "It means \"horse horse tiger tiger\" there. It went one one, two one, two two.",
        "# The The\n\nThe The is a band, and I like The The.",
        "It has a circle with radius radius.\n\n    arc(x, y, radius)",
    ] {
        assert_english("doubled-word", text);
    }
    assert_marked("doubled-word", "a.fr.txt", "Nous nous levons, vous vous levez.", ("zh", "fr"));
    assert_marked("doubled-word", "a.zh.txt", "天天 天天 向上。", ("en", "zh"));
}
