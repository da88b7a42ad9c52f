//! The names of several texts put together, as if the texts stood one behind the other.

use std::collections::HashMap;

use super::Names;
use super::name::{Kind, Name};
use crate::finding::Label;

/// Names of several texts, with the number that the first segment of each text has among the segments of all.
#[derive(Debug, Default)]
pub struct Gathered {
    /// One record a rendering, whatever texts it stands in. Labels count segments through all texts.
    pub names: Names,
    /// The first segment of each text, in the order of the texts.
    pub firsts: Vec<u32>,
}

/// Puts together the names of texts, each given with its number of segments.
pub fn gather(texts: impl IntoIterator<Item = (Names, u32)>) -> Gathered {
    let mut out = Gathered::default();
    let mut index: HashMap<(Kind, Box<str>), usize> = HashMap::new();
    let (mut segments, mut sentences, mut foreign) = (0, 0, 0);
    for (text, length) in texts {
        out.firsts.push(segments);
        let mut last_sentence = 0;
        for mut name in text.records {
            for mention in &mut name.mentions {
                mention.at.segment += segments;
                if let Some(sentence) = &mut mention.sentence {
                    last_sentence = last_sentence.max(*sentence + 1);
                    *sentence += sentences;
                }
            }
            let next = out.names.records.len();
            let at = *index.entry((name.kind, name.text.clone())).or_insert(next);
            match out.names.records.get_mut(at) {
                Some(known) => add(known, name),
                None => out.names.records.push(name),
            }
        }
        // A sum is the same in any order.
        #[allow(clippy::iter_over_hash_type)]
        for (word, (count, at)) in text.lower {
            let first = Label { segment: at.segment + segments, ..at };
            out.names.lower.entry(word).or_insert((0, first)).0 += count;
        }
        foreign += usize::from(text.other_source);
        segments += length;
        sentences += last_sentence;
    }
    // Names may be Chinese in all texts together if they may be in one.
    out.names.other_source = foreign == out.firsts.len();
    out.names.records.sort_by(|a, b| (a.kind, &a.text).cmp(&(b.kind, &b.text)));
    out
}

fn add(known: &mut Name, more: Name) {
    known.mentions.extend(more.mentions);
    known.neighbours.extend(more.neighbours);
    known.neighbours.sort_by(|a, b| a.key().cmp(&b.key()));
    known.neighbours.dedup_by(|a, b| a.key() == b.key());
}
