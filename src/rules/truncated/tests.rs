use crate::rule::testing::assert_marked;

#[track_caller]
fn check(marked: &str) {
    assert_marked("truncated", "a.en.txt", marked, ("zh", "en"));
}

const BODY: &str = "High water in the valley\nThe river rose in spring and it flooded the town.\nThe people have left their houses and they live on the hill.\nIn summer the water fell again and the roads were open.\nThe mayor said that the bridge would be built again.\nIt will be higher than the old one was, she said.\nThe work is to begin in May of the next year.\n";

#[test]
fn the_last_sentence_needs_its_stop() {
    check(&format!("{BODY}The money for the bridge will come from the [[capi]]"));
    check(&format!("{BODY}The money will come from the capital [[and]]"));
    check(&format!("{BODY}The money for the bridge will come from the capital."));
    check(&format!("{BODY}Photo by Li Ming"));
    check(&format!("{BODY}See https://example.com/the"));
}

#[test]
fn inside_a_text_a_sentence_must_stand_out() {
    check(&format!("{BODY}They asked for money for the bridge and [[the]]\n{BODY}"));
    check(&format!("{BODY}They said they had asked for money for the [[bri]]\n{BODY}"));
    check(&format!("{BODY}A bridge for the people of the old town\n{BODY}"));
}

#[test]
fn a_text_without_stops_elsewhere_is_cut_where_it_cannot_end() {
    check(
        "High water\n\nThe prices in the shops of the town fell by a third compared [[with]]\n\nThe people were called from the towns of the whole [[neighborh]]\n\nThe end",
    );
    check(
        "High water\n\nThe town is old. It has a bridge that the people of the valley built by [[themsel]]",
    );
    let list = "Do this:\n\n1. Wash the pan.\n2. Let it cool, and do it all again before [[the]]\n\nWash it.";
    assert_marked("truncated", "a.en.md", list, ("zh", "en"));
    let shown = "You can start the work on the bridge by\n\n    start bridge\n\nDone.";
    assert_marked("truncated", "a.en.md", shown, ("zh", "en"));
}

#[test]
fn verse_and_lists_have_no_stops() {
    check(
        "The river rose\nand it took the house\nand they took the boat\nand were never seen\nand the river fell again in the spring that they had",
    );
    check("- the first of the\n- the second");
}
