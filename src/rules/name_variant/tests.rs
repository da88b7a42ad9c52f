use crate::rule::testing::{assert_english, check};

#[test]
fn every_place_of_the_rarer_rendering() {
    let text = "Quillfeld Park closed. Quill Feld was sad. Quillfeld fell. In Quill Feld nobody spoke, Quillfeld said.";
    let marked = text.replace("Quill Feld", "[[Quill Feld]]");
    assert_english("name-variant", &marked);
    let found = check("a.en.md", text, ("zh", "en"));
    let groups: Vec<_> = found.iter().filter(|f| f.rule == "name-variant").map(|f| f.group).collect();
    assert!(groups.len() == 2 && groups[0].is_some() && groups[0] == groups[1]);
}
