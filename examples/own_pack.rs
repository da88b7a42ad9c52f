//! A rule pack of one's own, its tests, and a text checked with it: `cargo run --example own_pack`.
#![allow(clippy::print_stdout)]

use mtlint::pack::{Pack, PackSet, selftest};
use mtlint::{Checker, testing};

const PACK: &str = r#"
[pack]
id = "our/names"
version = "1"
summary = "Names of ours"
source_lang = "zh"
target_lang = "en"

[[name]]
canonical = "Lanhe Optics"
source = "岚禾光学"
wrong = "Lan He Optics"
wrong_with_source = "Misty Grain Optics"
from = "our brand book"
flags = [
  "A lens of [[Lan He Optics]].",
  { source = "岚禾光学的镜片。", target = "A lens of [[Misty Grain Optics]]." },
]
passes = "A lens of Lanhe Optics."
"#;

fn main() -> Result<(), mtlint::error::Error> {
    let pack = Pack::parse("our-names.toml", PACK)?;
    let outcome = selftest::run(&PackSet::of(Pack::parse("our-names.toml", PACK)?), &pack)?;
    println!("{} tests, {} fail", outcome.tests, outcome.failed);
    outcome.failures.iter().for_each(|failure| println!("{failure}"));

    let checker = Checker::new().pack(PACK)?;
    let source = ("a.zh.txt", "岚禾光学推出新镜片。");
    let target = ("a.en.txt", "Misty Grain Optics has a new lens.");
    print!("{}", testing::listing_of_pair(&checker, source, target)?);
    Ok(())
}
