//! A rule in Rust beside those of the crate, with a fix: `cargo run --example own_rule`.
#![allow(clippy::print_stdout)]

use mtlint::analysis::Analysis;
use mtlint::finding::{Applicability, Label, Message, Raw, Severity};
use mtlint::rule::{Rule, RuleMeta};
use mtlint::{Checker, testing};

/// Finds measures of the house that are written with a full stop.
struct DottedUnit;

static META: RuleMeta =
    RuleMeta::new("dotted-unit", "a unit with a full stop behind it", "style/unit", Severity::Warning)
        .with_doc("Units are symbols and take no full stop: `mm`, not `mm.`");

impl Rule for DottedUnit {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, analysis: &Analysis<'_>, out: &mut Vec<Raw>) {
        for (i, segment) in analysis.target() {
            // The end of a sentence has its full stop.
            for (at, unit) in segment.shown().match_indices(" mm. ") {
                let (start, end) = (at + 1, at + unit.len() - 1);
                if segment.shown()[end..].trim_start().starts_with(char::is_uppercase) {
                    continue;
                }
                let label = Label::target(i, start as u32..end as u32);
                let message = Message::new("`{text}` takes no full stop").with("text", "mm.");
                out.push(META.finding(label, message).replace(Applicability::Safe, "mm"));
            }
        }
    }
}

fn main() -> Result<(), mtlint::error::Error> {
    let checker = Checker::new().rule(DottedUnit);
    testing::assert_marked(
        &checker,
        "dotted-unit",
        "a.en.md",
        "It is 3 [[mm.]] wide. That is 3 mm. It fits.",
    );
    print!("{}", testing::listing(&checker, "a.en.md", "A ring of *3 mm. in width*.")?);
    Ok(())
}
