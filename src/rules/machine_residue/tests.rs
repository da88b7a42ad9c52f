use super::PHRASES;
use crate::rule::testing::{assert_english, assert_marked};

const RULE: &str = "machine-residue";

#[test]
fn the_table_is_sound() {
    PHRASES.assert_sound(include_str!("phrases.tsv"));
}

#[test]
fn sentences_of_the_machine_are_found_at_the_edges() {
    for marked in [
        "[[The text translates to:]] Rivers rise.",
        "Rivers rise. [[Here’s the translation of the paragraph you gave me:]]",
        "[[Translation:]] Rivers rise.",
        "[[Okay, here is a translation of the article into English:]]",
        "[[I have translated the article below.]]",
        "Rivers rise. [[Let me know if you would like the translation to be more formal.]]",
        "[[I hope this translation meets your needs!]]",
        "[[I'm sorry, but I cannot assist with that request.]]",
        "[[As a large language model, I have no opinion on rivers.]] Rivers rise.",
        "Rivers rise [[(Note: the source text is cut off here)]] and fall.",
        "Rivers rise. [[(The rest of the text is omitted)]]",
        "[[{Insert translated text here}]]",
        "[[Lyrics: omitted.]]",
        "[[Of course! Here you go:]] Rivers rise.",
        "[[Here is the final version:]] Rivers rise.",
        "Rivers rise. [[(Note: I left the name as it is)]]",
        "[[Note: The translation keeps the names.]]",
        "[[Note: I have kept the old name of the river.]]\n\nRivers rise.",
        "[[Translate this text from Japanese to English:]] Rivers rise.",
        "[[Hope this helps. Let me know if you need another tone.]]",
        "[[The user wants me to translate a poem. I should keep the rhymes.]]",
        "Rivers rise. [[(Word count: 2)]]",
        "[[(The translation continues below.)]]",
        "[[Would you like me to continue with the next page?]]",
    ] {
        assert_english(RULE, marked);
    }
}

#[test]
fn other_languages_have_their_own_phrases() {
    for (lang, marked) in [
        ("zh", "[[好的，以下是这段文字的中文翻译：]]河水上涨。"),
        ("zh", "[[作为一个人工智能助手，我不能评论此事。]]河水上涨。"),
        ("zh", "[[请将以下文本翻译成中文：]]河水上涨。"),
        ("ja", "[[以下の記事を日本語に訳してください。]]川が増水した。"),
        ("ko", "[[다음 글을 한국어로 번역해 주세요.]] 강물이 불었다."),
        ("de", "[[Übersetze den folgenden Text ins Deutsche:]] Der Fluss stieg."),
        ("fr", "[[Traduisez le texte suivant en français :]] Le fleuve monte."),
        ("es", "[[Traduce el siguiente texto al español:]] El río crece."),
        ("zh", "河水上涨。[[（注：原文此句有误）]]"),
        ("ja", "[[翻訳は以下の通りです：]]川が増水した。"),
        ("ja", "川が増水した。[[（訳注：原文が途切れています）]]"),
        ("ko", "[[네, 다음은 요청하신 번역입니다:]] 강물이 불었다."),
        ("de", "[[Natürlich! Hier ist die Übersetzung:]] Der Fluss stieg."),
        ("fr", "[[Voici la traduction demandée :]] Le fleuve monte."),
        ("es", "[[Aquí está la traducción:]] El río crece."),
    ] {
        assert_marked(RULE, &format!("a.{lang}.txt"), marked, ("en", lang));
    }
}

#[test]
fn machinery_is_found_wherever_it_stands() {
    for marked in [
        "Rivers [[<unk>]] rise.",
        "[[<think>]]",
        "[[{\"translation\": \"]]Rivers rise.[[\"}]]",
        "[[<|im_start|>user]] [[<start_of_turn>model]]",
        "Rivers fall.\n\n[[Assistant:]] Rivers rise in the spring.",
        "[[Output:]] Rivers rise in the spring.",
        "[[User:]] Translate this.\n\n[[Assistant:]] Rivers rise.",
    ] {
        assert_english(RULE, marked);
    }
    assert_marked(RULE, "a.txt", "[[```]]\nRivers rise.\n[[```]]", ("zh", "en"));
    assert_marked(RULE, "a.txt", "He said [[&quot;]]yes[[&quot;]] and left.", ("zh", "en"));
}

#[test]
fn the_authors_own_words_pass() {
    for text in [
        "The bot said, “I'm sorry, but I can't translate this content.” Then it stopped.",
        "Asked about it, it wrote: As an AI language model, I have no view.",
        "Note: the prices are in yuan. (Note: see the original text of the law.)",
        "Translation: Li Ming",
        "> I'm sorry, but I can't help with that request.",
        "Here is the translation that my aunt made for the guests: “Rivers rise.”",
        "Input: 100 V. Output: 5 V.\nOutput: 3 megawatts",
        "Translate the menu with your camera. The user wants to translate the page.",
        "I'm sorry, but I can't come. Please let me know if you need more chairs.\nOne.\nTwo.\nThree.\nFour.",
        "The translation of the poem is by an unknown hand: it is short.",
        "In HTML, &quot; stands for a quotation mark. See a.com/?a=1&amp;b=2 there.",
        "The users: they said so. Source: Xinhua",
        "```rust\nlet a = 1;\n```",
        "Here is the final version of the law: it is short. I'm sorry, but I can't help him with this.",
        "He translated: the work took a year.",
    ] {
        assert_english(RULE, text);
    }
}

#[test]
fn what_the_source_says_itself_was_translated() {
    let row = "{\"source\": \"译文：河水上涨。\", \"target\": \"Translation: Rivers rise.\", \"source_lang\": \"zh\", \"target_lang\": \"en\"}";
    assert_marked(RULE, "a.jsonl", row, ("zh", "en"));
}
