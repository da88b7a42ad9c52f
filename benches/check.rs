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

/// Units of a bilingual file, all in one document.
#[divan::bench(args = [100, 1000, 10_000], sample_count = 5)]
fn check_units(bencher: Bencher, count: usize) {
    const STATES: [(&str, &str); 4] = [
        ("已经修好，请在{}分钟后再试。", "has been repaired. Try again in {} minutes."),
        ("在二楼，门牌是{}号。", "is on the second floor, at number {}."),
        ("没有回答第{}个问题。", "did not answer question {}."),
        ("收到了{}封信，还没有打开。", "has received {} letters. They are not open yet."),
    ];
    const WHO: [(&str, &str); 3] =
        [("邮局", "The post office"), ("钟楼", "The clock tower"), ("渡船", "The ferry")];
    let mut text = String::new();
    for i in 0..count {
        let ((a, b), (c, d)) = (WHO[i % 3], STATES[i / 3 % 4]);
        let number = (i * 37 % 9973 + 2).to_string();
        let (source, target) = (c.replace("{}", &number), d.replace("{}", &number));
        text.push_str(&format!(
            "{{\"id\": {i}, \"doc\": 1, \"source\": \"{a}{source}\", \"target\": \"{b} {target}\", \"source_lang\": \"zh\", \"target_lang\": \"en\"}}\n"
        ));
    }
    let file = Arc::new(SourceFile::new("a.jsonl", text.as_str()));
    let Ok(Read::Bilingual(read)) = reader_for("a.jsonl").map(|r| r.read) else { unreachable!("bilingual") };
    let mut documents = Vec::new();
    assert!(read(&file, &Defaults::default(), &mut |d| documents.push(d)).is_ok());
    let settings = Settings::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        documents.iter().map(|doc| engine::check(black_box(doc), &settings).segments).sum::<usize>()
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

/// A book of 300,000 words with thousands of names.
fn book() -> String {
    const SYLLABLES: [&str; 24] = [
        "ka", "brin", "mo", "ren", "tal", "vor", "bis", "hes", "lun", "quin", "dra", "fel", "gar", "noth",
        "wis", "pel", "tor", "mai", "rik", "son", "ul", "zeb", "ith", "os",
    ];
    const FILLER: [&str; 12] =
        ["the", "old", "house", "was", "seen", "by", "all", "of", "them", "before", "dawn", "came"];
    // A linear congruence: the same book every time.
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut text = String::new();
    for n in 0..300_000 {
        let name = n % 12 >= 10;
        if name {
            let mut word: String = (0..3).map(|_| SYLLABLES[next(24)]).collect();
            word[..1].make_ascii_uppercase();
            text.push_str(&word);
        } else {
            text.push_str(FILLER[next(12)]);
        }
        text.push_str(if n % 12 == 11 { ".\n\n" } else { " " });
    }
    text
}

/// The whole check of a book; names are looked for in buckets, never each with each.
#[divan::bench(sample_count = 5, args = [10, 100])]
fn check_book(bencher: Bencher, percent: usize) {
    let whole = book();
    let text = &whole[..whole.len() / 100 * percent];
    let doc = document("a.en.md", text);
    let settings = Settings::default();
    bencher.counter(BytesCount::of_str(text)).bench(|| engine::check(black_box(&doc), &settings));
}
