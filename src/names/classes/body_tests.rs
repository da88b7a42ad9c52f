//! What the classes on bodies join, and what they leave alone.

use crate::rule::testing::assert_english;

fn joins(marked: &str) {
    assert_english("name-variant", marked);
}

#[test]
fn the_same_words_in_another_order() {
    joins(
        "Students of the University of Kestrel met. A day later [[Kestrel University]] denied it. The University of Kestrel was late.",
    );
    joins(
        "The Department of Fisheries came. The [[Fisheries Department]] left. Nobody asked the Department of Fisheries.",
    );
    joins("The Fisheries Department and the Department of Fisheries are two bodies.");
    joins("The European Council met. Then the Council of Europe met. The European Council was late.");
    joins("The Centre for Research and Trade met. The Centre for Trade and Research did not.");
}

#[test]
fn spellings_and_forms_of_countries() {
    joins(
        "The Harbour Heritage Centre opened. We like the Harbour Heritage Centre. The [[Harbour Heritage Center]] is big.",
    );
    joins(
        "The European Fisheries Commission met. The European Fisheries Commission left. The [[EU Fisheries Commission]] fled.",
    );
    joins("The Harbour Board met. The Harbour Boards met.");
}

#[test]
fn one_word_for_another_of_its_stem() {
    joins(
        "The Provincial Grain Reserves Bureau met.\n\nThe Provincial Grain Reserves Bureau left.\n\nThe [[Provincial Grain Reservation Bureau]] fled.",
    );
    joins("The Northern Grain Reserves Bureau met.\n\nThe Southern Grain Reserves Bureau left.");
    joins(
        "The Provincial Primary School Teachers Union met.\n\nThe Provincial Secondary School Teachers Union left.",
    );
    joins("The Provincial Grain Bureau met.\n\nThe Provincial Sugar Bureau left.");
}

#[test]
fn spellings_that_are_both_in_use() {
    joins("They flew to Kyiv. From Kyiv they wrote. In [[Kiev]] it snowed.");
    joins("Kyiv, once spelt Kiev, is old.");
    joins("They flew to Beijing. He studied at Peking University.");
}
