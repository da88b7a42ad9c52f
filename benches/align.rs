//! How fast two articles are aligned: `cargo bench --bench align`. The texts are made of a few sentences with figures that
//! change, so that there is something to tell them by.

use std::sync::Arc;

use divan::{Bencher, black_box};
use mtlint::align::align;
use mtlint::document::readers::{Read, reader_for};
use mtlint::document::{Article, Document, Lang, Langs};
use mtlint::source::SourceFile;

fn main() {
    divan::main();
}

const SOURCE: [&str; 4] = [
    "第{}号灯塔建在北海的岛上，看守人每天晚上点灯。",
    "冬天有{}条船进港，渔民们在码头卖鱼。",
    "镇长说，博物馆今年接待了{}名游客。",
    "工人们把{}吨盐装上火车，运到南方的城市。",
];
const TARGET: [&str; 4] = [
    "Lighthouse number {} stands on an island in the northern sea, and its keeper lights the lamp every evening.",
    "In winter {} boats enter the harbour, and the fishermen sell their fish on the pier.",
    "The mayor says that the museum received {} tourists this year.",
    "Workers load {} tons of salt on trains, which carry it to cities in the south.",
];

fn article(name: &str, lines: [&str; 4], sentences: usize, a_line: usize) -> (Arc<SourceFile>, Article) {
    let mut text = String::new();
    for i in 0..sentences {
        text.push_str(&lines[(i * 7 + i / 5) % 4].replace("{}", &(i * 37 % 9973 + 11).to_string()));
        text.push_str(if i % a_line == a_line - 1 { "\n" } else { " " });
    }
    let file = Arc::new(SourceFile::new(name, text));
    let Ok(Read::Article(read)) = reader_for(name).map(|r| r.read) else { unreachable!("an article") };
    let article = read(&file);
    (file, article)
}

/// Sentences in lines of their own on one side, in paragraphs on the other.
#[divan::bench(args = [100, 1000, 10_000], sample_count = 5)]
fn align_articles(bencher: Bencher, sentences: usize) {
    let (source_file, source) = article("a.zh.txt", SOURCE, sentences, 1);
    let (file, target) = article("a.en.txt", TARGET, sentences, 3);
    let mut doc = Document::alone(file, target, Langs { source: Lang::parse("zh"), target: Lang::en() });
    (doc.source_file, doc.source) = (Some(source_file), source.segments);
    bencher.bench(|| align(black_box(&doc)));
}

/// Sentences in lines of their own on both sides, of which one lacks a few.
#[divan::bench(args = [100, 1000, 10_000], sample_count = 5)]
fn align_lines(bencher: Bencher, sentences: usize) {
    let (source_file, source) = article("a.zh.txt", SOURCE, sentences, 1);
    let (file, target) = article("a.en.txt", TARGET, sentences - 5, 1);
    let mut doc = Document::alone(file, target, Langs { source: Lang::parse("zh"), target: Lang::en() });
    (doc.source_file, doc.source) = (Some(source_file), source.segments);
    bencher.bench(|| align(black_box(&doc)));
}
