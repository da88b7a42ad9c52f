//! Transcripts of texts of our own.

use std::sync::Arc;

use super::Transcript;
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::readers::{Defaults, Read, reader_for};
use crate::source::SourceFile;

fn read(name: &str, text: &str) -> Transcript {
    let file = Arc::new(SourceFile::new(name, text));
    let mut all = Transcript::default();
    let settings = Settings::default();
    match reader_for(name).expect("a known format").read {
        Read::Bilingual(read) => read(&file, &Defaults::default(), &mut |doc| {
            all.append(Transcript::read(&Analysis::new(&doc, &settings)));
        })
        .expect("readable"),
        Read::Article(_) => unreachable!("only bilingual files are read here"),
    }
    all.finish(&file);
    all
}

#[test]
fn documents_of_a_file_are_numbered_through() {
    let row = |doc: &str, source: &str, target: &str| {
        format!(
            "{{\"doc\":\"{doc}\",\"source\":\"{source}\",\"target\":\"{target}\",\"source_lang\":\"zh\",\"target_lang\":\"en\"}}\n"
        )
    };
    let text = [
        row("a", "布兰沃德来了。", "Brandvold came."),
        row("a", "布兰沃德走了。", "Brandvold left."),
        row("b", "布兰沃德睡了。", "Brandvolt slept."),
    ]
    .concat();
    let all = read("x.jsonl", &text);
    assert_eq!(all.target.iter().map(|p| (p.index, p.line)).collect::<Vec<_>>(), [(0, 1), (1, 2), (2, 3)]);
    assert_eq!(all.rows.len(), 3);
    assert_eq!((&*all.rows[2].source, &*all.rows[2].target), (&[2][..], &[2][..]));
    assert!(all.beads.iter().flat_map(|b| &b.target).any(|l| l.segment == 2));
    for place in all.names.iter().flat_map(|e| &e.renderings).flat_map(|r| &r.places) {
        let text = &all.target[place.segment as usize].text;
        assert!(text.get(place.start as usize..place.end as usize).is_some());
    }
}
