//! How fast documents are read and checked: `cargo bench`. Figures are for comparing one version with another on one
//! machine; the texts are the samples, repeated.

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use mtlint::config::Settings;
use mtlint::document::readers::{Defaults, Read, reader_for};
use mtlint::document::{Document, Lang, Langs};
use mtlint::engine;
use mtlint::numerals::{Language, values};
use mtlint::source::SourceFile;

fn main() {
    divan::main();
}

const CLEAN: &str = include_str!("../samples/language-column.en.md");
const FAULTY: &str = include_str!("../samples/policy-speech.en.md");
const UNITS: &str = include_str!("../samples/segments.jsonl");

fn document(name: &str, text: &str) -> Document {
    let file = Arc::new(SourceFile::new(name, text));
    let Ok(Read::Article(read)) = reader_for(name).map(|r| r.read) else { unreachable!("an article") };
    let article = read(&file);
    Document::alone(file, article, Langs { source: Lang::parse("zh"), target: Lang::en() })
}

/// The cost must grow as the text does.
#[divan::bench(args = [1, 10, 100])]
fn check_faulty_markdown(bencher: Bencher, times: usize) {
    let text = FAULTY.repeat(times);
    let doc = document("a.en.md", &text);
    let settings = Settings::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| engine::check(black_box(&doc), &settings));
}

#[divan::bench(args = [1, 10, 100])]
fn check_clean_markdown(bencher: Bencher, times: usize) {
    let text = CLEAN.repeat(times);
    let doc = document("a.en.md", &text);
    let settings = Settings::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| engine::check(black_box(&doc), &settings));
}

#[divan::bench(args = [1, 10, 100])]
fn read_markdown(bencher: Bencher, times: usize) {
    let text = FAULTY.repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| document("a.en.md", black_box(&text)));
}

#[divan::bench(args = [1, 10, 100])]
fn read_plain(bencher: Bencher, times: usize) {
    let text = FAULTY.repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| document("a.en.txt", black_box(&text)));
}

#[divan::bench(args = [10, 1000])]
fn read_jsonl(bencher: Bencher, times: usize) {
    let text = UNITS.repeat(times);
    let Ok(Read::Bilingual(read)) = reader_for("a.jsonl").map(|r| r.read) else { unreachable!("bilingual") };
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let file = Arc::new(SourceFile::new("a.jsonl", black_box(text.as_str())));
        let mut units = 0;
        let done = read(&file, &Defaults::default(), &mut |d| units += d.target.len());
        (done.is_ok(), units)
    });
}

/// Numbers of a long text by value; the cost must grow as the text does.
#[divan::bench(args = [10, 100, 1000])]
fn read_numbers(bencher: Bencher, times: usize) {
    let text = "2019年3月5日，全厂三千八百多人生产了2.5亿件，增长百分之十二点五，第四季度售价一万二千元。"
        .repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| values(black_box(&text), Language::Chinese));
}

/// The same in English.
#[divan::bench(args = [10, 100, 1000])]
fn read_english_numbers(bencher: Bencher, times: usize) {
    let text =
        "On March 5, 2019, some three thousand eight hundred workers made 250 million, up 12.5 percent. "
            .repeat(times);
    bencher.counter(BytesCount::of_str(&text)).bench(|| values(black_box(&text), Language::English));
}
