use std::sync::Arc;

use proptest::prelude::*;

use super::{align, align_segments};
use crate::document::readers::{Read, reader_for};
use crate::document::{Document, Lang, Langs, Side};
use crate::source::SourceFile;

fn read(name: &str, text: &str) -> (Arc<SourceFile>, crate::document::Article) {
    let file = Arc::new(SourceFile::new(name, text));
    let Ok(Read::Article(read)) = reader_for(name).map(|r| r.read) else { panic!("an article") };
    let article = read(&file);
    (file, article)
}

/// Two articles as a document.
fn document(extension: &str, source: &str, target: &str, langs: (&str, &str)) -> Document {
    let (source_file, source) = read(&format!("a.{}.{extension}", langs.0), source);
    let (file, target) = read(&format!("a.{}.{extension}", langs.1), target);
    let lang = |tag| Lang::parse(tag).expect("a language");
    let mut doc = Document::alone(file, target, Langs { source: Some(lang(langs.0)), target: lang(langs.1) });
    doc.source_file = Some(source_file);
    doc.source = source.segments;
    doc
}

/// The beads as texts, source and target.
fn beads(doc: &Document) -> Vec<(String, String)> {
    let text = |labels: &[crate::finding::Label]| {
        let one = |l: &crate::finding::Label| {
            doc.side(l.side)[l.segment as usize].shown()[l.start as usize..l.end as usize].to_owned()
        };
        labels.iter().map(one).collect::<Vec<_>>().join(" + ")
    };
    align(doc).beads.iter().map(|b| (text(&b.source), text(&b.target))).collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(s, t)| ((*s).to_owned(), (*t).to_owned())).collect()
}

const SOURCE: &str =
    "渔村的灯塔建于1874年。看守人住在塔下的小屋里，每天晚上点灯。冬天没有船来。\n\n镇长想把灯塔改成博物馆。";

#[test]
fn sentences_are_found_inside_paragraphs() {
    let target = "The lighthouse of the fishing village was built in 1874. The keeper lives in the hut below. Every night he lights the lamp. In winter no ship comes.\n\nThe mayor wants to turn the lighthouse into a museum.";
    let doc = document("md", SOURCE, target, ("zh", "en"));
    assert_eq!(
        beads(&doc),
        pairs(&[
            ("渔村的灯塔建于1874年。", "The lighthouse of the fishing village was built in 1874."),
            (
                "看守人住在塔下的小屋里，每天晚上点灯。",
                "The keeper lives in the hut below. + Every night he lights the lamp."
            ),
            ("冬天没有船来。", "In winter no ship comes."),
            ("镇长想把灯塔改成博物馆。", "The mayor wants to turn the lighthouse into a museum."),
        ])
    );
}

#[test]
fn lines_that_face_each_other_are_paired() {
    let doc = document(
        "txt",
        "灯塔很旧。\n\n冬天没有船来。\n春天来了。",
        "The lighthouse is old.\n\n\nSpring has come.",
        ("zh", "en"),
    );
    let links = align_segments(&doc);
    let sizes: Vec<_> = links.iter().map(|l| (l.source.clone(), l.target.clone())).collect();
    assert_eq!(sizes, [(vec![0], vec![0]), (vec![1], vec![]), (vec![2], vec![1])]);
}

#[test]
fn headings_face_headings_and_code_faces_code() {
    let source = "# 安装\n\n运行下面的命令。\n\n```\ncargo install x\n```\n\n# 使用\n\n打开程序。";
    let target = "# Installing\n\nRun this command.\n\nIt takes a minute.\n\n```\ncargo install x\n```\n\n# Using it\n\nOpen the program.";
    let doc = document("md", source, target, ("zh", "en"));
    let links = align_segments(&doc);
    let has = |s: u32, t: u32| links.iter().any(|l| l.source.contains(&s) && l.target.contains(&t));
    assert!(has(0, 0) && has(1, 1) && has(2, 3) && has(3, 4) && has(4, 5), "{links:?}");
}

/// Every place of one side, in the order of the beads.
fn assert_whole(doc: &Document) -> Result<(), TestCaseError> {
    let alignment = align(doc);
    for side in [Side::Source, Side::Target] {
        let of = |b: &super::Bead| if side == Side::Source { b.source.clone() } else { b.target.clone() };
        let places: Vec<_> = alignment.beads.iter().flat_map(of).collect();
        prop_assert!(
            places.windows(2).all(|p| (p[0].segment, p[0].end) <= (p[1].segment, p[1].start)),
            "{places:?}"
        );
        let linked: Vec<u32> = alignment
            .links
            .iter()
            .flat_map(|l| if side == Side::Source { l.source.clone() } else { l.target.clone() })
            .collect();
        if doc.has_source() {
            prop_assert_eq!(linked, (0..doc.side(side).len() as u32).collect::<Vec<_>>());
            for (i, segment) in doc.side(side).iter().enumerate() {
                let own = places.iter().filter(|p| p.segment as usize == i);
                let said: usize = own.map(|p| (p.end - p.start) as usize).sum();
                let blank =
                    segment.shown().chars().filter(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>();
                prop_assert!(said + blank >= segment.shown().len(), "{:?}", segment.shown());
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_sentence_is_in_one_bead_in_order(
        source in "([一-龥]|[0-9a-zカー가-힣]|。|\\n|\\PC| ){0,120}",
        target in "([A-Za-z]{1,6}|[0-9]|[.!?] |\\n|\\PC| ){0,60}",
        markdown in any::<bool>(),
    ) {
        let extension = if markdown { "md" } else { "txt" };
        assert_whole(&document(extension, &source, &target, ("zh", "en")))?;
        assert_whole(&document(extension, &target, &source, ("en", "ja")))?;
    }

    #[test]
    fn long_texts_are_aligned_in_a_band(n in 150_usize..260, m in 150_usize..260) {
        let line = |i: usize| format!("第{i}行写着{}。\n", i * 7);
        let source: String = (0..n).map(line).collect();
        let target: Vec<String> = (0..m).map(|i| format!("Line {i} says {}.", i * 7)).collect();
        let target = target.join("\n");
        assert_whole(&document("txt", &source, &target, ("zh", "en")))?;
    }
}
