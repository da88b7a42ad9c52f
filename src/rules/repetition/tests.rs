use super::loops::{Loop, Use, loops};
use super::tokens::tokens;
use crate::rule::testing::{assert_english, assert_marked};
use proptest::prelude::*;

const RULE: &str = "repetition";

#[test]
fn loops_are_marked_as_a_whole() {
    let cry = "ho".repeat(24);
    for marked in [
        "They met [[in the in the in the in the]] hall.",
        "It was [[the old mill, the old mill, the old mill, the old mill, the old mill]] again.",
        "It is [[new new new new new]] here.",
        "He went [[to the small to the small]] house.",
        "The door is shut, and [[the light is off. The light is off. The light is off. The light is off.]]",
        &format!("He cried [[{cry}]] and left."),
    ] {
        assert_english(RULE, marked);
    }
    assert_marked(RULE, "a.zh.txt", "他们在[[城市城市城市城市城市城市]]里。", ("en", "zh"));
    assert_marked(RULE, "a.ja.txt", "[[川が増えた、川が増えた、川が増えた、川が増えた]]。", ("en", "ja"));
    assert_marked(RULE, "a.ko.txt", "[[강물이 많이 강물이 많이 강물이 많이]] 불었다.", ("en", "ko"));
}

#[test]
fn copies_are_marked_with_their_stop() {
    for marked in [
        "The mayor spoke to the press on Monday. [[The mayor spoke to the press on Monday.]] Then he left.",
        "One.\nThe river has risen since the rain of last week began.\n[[The river has risen since the rain of last week began.]]\nTwo.",
        "He said that the bridge over the river would be closed for a whole year, and [[that the bridge over the river would be closed for a whole year,]] which is long.",
    ] {
        let marked = marked.replace("year,]]", "year]],");
        assert_english(RULE, &marked);
    }
}

#[test]
fn what_authors_repeat_passes() {
    for text in [
        "“Never, never, never, never!” Ha ha ha ha ha. No no no no.",
        "On and on and on and on it went, day after day after day.",
        "Kill him! Kill him! Kill him!",
        "I don't know. I don't know.",
        "1 0 1 0 1 0 1 0 | Yes | Yes | Yes | Yes | Yes",
        "A B A B A B A B",
        "New York New York is the heir of the heir of the king. How it does it does not matter.",
        "Throw the shuttle\nDraw the thread of the queen\nThrow the shuttle\nDraw the thread of the queen",
        "It is read from the cache the <u>cache hit</u> fills.",
        "- The value is set to zero here.\n- The value is set to zero here.",
        "- If x is -0 and y is +0, it is true.\n- If x is +0 and y is -0, it is true.",
        "He laughed: hahahahahahahaha, and she cried noooooooooo.",
        "Run the command.\nIt works.\nRun the command.",
    ] {
        assert_english(RULE, text);
    }
    assert_marked(RULE, "a.zh.txt", "哈哈哈哈哈哈哈哈！他高高兴兴地走了走了。", ("en", "zh"));
}

proptest! {
    #[test]
    fn loops_are_periodic_and_apart(text in "([ab] |[ab], ){0,40}") {
        let tokens = tokens(&text.replace('a', "aa").replace('b', "bb"));
        let mut end = 0;
        for Loop { start, period, times } in loops(&tokens, &|_| Use::Plain) {
            prop_assert!(start >= end && times >= 2);
            end = start + period * times;
            prop_assert!((start..end - period).all(|i| tokens[i].id == tokens[i + period].id));
        }
    }
}
