//! What each class of residue is called, and what to do about it.

use std::ops::Range;

use super::marks::Mark;
use super::{MachineResidue, text_of};
use crate::analysis::Analysis;
use crate::finding::{Applicability, Label, Message, Raw, Replace};

/// A sentence of the machine.
pub(super) fn phrase(text: &str, i: usize, class: &str, at: &Range<u32>) -> Raw {
    let (message, help) = match class {
        "preamble" | "label" => (
            "`{text}` introduces the translation and is no part of it",
            "delete it; only the translation belongs here",
        ),
        "offer" => {
            ("`{text}` is what the machine says to its user", "delete it; only the translation belongs here")
        }
        "refusal" => ("`{text}` is a refusal of the machine", "translate the passage that it stands for"),
        "note" => (
            "`{text}` is a note of the machine on its work",
            "settle the question in the source, then delete it",
        ),
        "prompt" => (
            "`{text}` is what the machine was told to do",
            "delete it, and check that the text around it is the translation",
        ),
        "thinking" => {
            ("`{text}` is the machine thinking aloud", "delete it; only the translation belongs here")
        }
        "omitted" => ("`{text}` says that something was not translated", "translate what was left out"),
        "placeholder" => {
            ("`{text}` is a placeholder that nobody filled in", "put the translation in its place")
        }
        _ => (
            "`{text}` is a tag of the prompt",
            "delete it, and check that the text around it is the translation",
        ),
    };
    finding(text, i, at, message, help)
}

/// A mark of the machinery.
pub(super) fn mark(a: &Analysis<'_>, i: usize, mark: &Mark) -> Raw {
    let (message, help) = match mark.class {
        "reasoning" => {
            ("`{text}` is a tag of the machine's answer", "delete it, with the reasoning that it encloses")
        }
        "entity" => ("`{text}` is an entity that readers see as it stands", "write the character itself"),
        "escape" => {
            ("`{text}` is an escape sequence that readers see as it stands", "write the character itself")
        }
        "fence" => ("`{text}` fences the translation as code", "delete it"),
        _ => ("`{text}` is a control token of the machine", "delete it, and check the text beside it"),
    };
    let text = a.doc.target[i].shown();
    let plain = Message::new(message).with("text", text_of(a, i, &mark.at).trim());
    let finding = MachineResidue::META.finding(Label::target(i, mark.at.clone()), plain).help(help);
    match &mark.instead {
        Some(with) if mark.class == "entity" => finding.replace(Applicability::Safe, with.clone()),
        Some(with) => finding.replace(Applicability::Unsafe, with.clone()),
        None => without(finding, text, i, &mark.at),
    }
}

/// A wrapper.
pub(super) fn json(text: &str, i: usize, at: Range<u32>) -> Raw {
    finding(
        text,
        i,
        &at,
        "`{text}` wraps the translation in a JSON object",
        "delete it, and undo the escapes inside",
    )
}

fn finding(text: &str, i: usize, at: &Range<u32>, message: &'static str, help: &str) -> Raw {
    let shown = &text[at.start as usize..at.end as usize];
    let finding = MachineResidue::META
        .finding(Label::target(i, at.clone()), Message::new(message).with("text", shown))
        .help(help);
    without(finding, text, i, at)
}

/// Adds a fix that deletes a place and the white space that it leaves.
fn without(finding: Raw, text: &str, i: usize, at: &Range<u32>) -> Raw {
    let tail = &text[at.end as usize..];
    let space = tail.len() - tail.trim_start().len();
    let edit = Replace { at: Label::target(i, at.start..at.end + space as u32), with: String::new() };
    finding.fix(Applicability::Unsafe, vec![edit])
}
