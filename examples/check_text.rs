//! Checks a text, and prints what is found as the command does: `cargo run --example check_text`.

use std::io;

use mtlint::Checker;
use mtlint::report::{Format, Style, render};

const TEXT: &str = "# A new lens\n\nThe lens is riding on the东风 of innovation and is is sharp.\n";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let checker = Checker::new().langs("zh", "en")?;
    let report = checker.check_text("lens.en.md", TEXT)?;
    render(&report, Format::Pretty, Style::default(), &mut io::stdout())?;
    Ok(())
}
