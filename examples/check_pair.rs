//! Checks a translation against its source, and prints findings with what they are related to:
//! `cargo run --example check_pair`.
#![allow(clippy::print_stdout)]

use mtlint::Checker;

const SOURCE: &str = "岚禾光学年产八百五十万片镜片。\n\n镜片销往三十个国家。\n";
const TARGET: &str =
    "Lanhe Optics makes 85 million lenses a year.\n\nThe lenses are sold in thirty countries.\n";

fn main() -> Result<(), mtlint::error::Error> {
    let report = Checker::new().check_pair(("lens.zh.md", SOURCE), ("lens.en.md", TARGET))?;
    for finding in &report.findings {
        let at = &finding.span;
        println!("{}:{}:{}: {}: {}", finding.path, at.line, at.column, finding.rule, finding.message);
        for other in &finding.related {
            println!("    {}:{}: `{}`", other.path, other.span.line, other.text);
        }
    }
    Ok(())
}
