mod near_miss;
mod neighbours;
mod rivals;
#[cfg(test)]
mod tests;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::acronym::fit::Slip;
use crate::text::acronym::{Acronyms, Fit, Introduction, known};

declare_rule! {
    /// ## What it does
    /// Finds initialisms that disagree: letters that do not fit the long form beside them, a near miss of an initialism that
    /// the text uses otherwise, two initialisms for one long form, one for two long forms.
    ///
    /// ## Why it matters
    /// Machines copy letters wrongly or make them up. A reader takes the two for two things, and finds neither.
    ///
    /// ## Examples
    /// ```flags
    /// The Quiet Rivers Trust ([[QRD]]) met in May.
    /// ```
    /// ```flags
    /// The Wild Salmon Rivers Trust (WSRT) met in May. In June the [[WSRD]] published its plan, and the WSRT was praised.
    /// ```
    /// ```passes
    /// The Ministry of Trade (MOFT), the World Health Organization (OMS) and Tencent (TME) met. An ARPN and an ARPM differ.
    /// ```
    ///
    /// ## Limits
    /// Letters that have nothing to do with the words beside them pass: they are the initials of the name in another
    /// language, a stock ticker, another name. A near miss is reported where the other is introduced, known to everyone, more
    /// frequent, or stands beside the same words; in a text with code only where the other is introduced. Initialisms that
    /// the text introduces, or that need no introduction, are none.
    AcronymConflict {
        id: "acronym-conflict",
        summary: "an initialism that does not fit its long form, or is written otherwise elsewhere",
        category: "terminology/inconsistent",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["name-variant"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.langs.target.is("en") {
        return;
    }
    let acronyms = a.acronyms();
    let mut found: Vec<Raw> = Vec::new();
    for intro in &acronyms.introductions {
        found.extend(misfit(a, acronyms, intro));
    }
    near_miss::find(a, acronyms, &mut found);
    rivals::find(a, acronyms, &mut found);
    rivals::find_bodies(a, acronyms, &mut found);
    found.sort_by_key(|f| f.at);
    found.dedup_by_key(|f| f.at);
    out.append(&mut found);
}

/// An initialism that so many other places of the text have is no slip, whatever stands beside it.
const USUAL: usize = 3;

/// Letters that differ in one place from the first letters of the words beside them.
fn misfit(a: &Analysis<'_>, acronyms: &Acronyms, intro: &Introduction) -> Option<Raw> {
    let Fit::Near { initials, slip, readable, .. } = &intro.fit else { return None };
    let others = acronyms.of(&intro.letters).len() - 1;
    let right = acronyms.of(initials).len();
    let short = match slip {
        Slip::Exchanged | Slip::Swapped => intro.letters.len() < 3,
        Slip::Extra => intro.letters.len() < 4,
        Slip::Missing => intro.letters.len() < 3 || right < 2,
    };
    // With letters passed over, or taken from inside words, only the right letters elsewhere say that these are wrong.
    let same = matches!(slip, Slip::Exchanged | Slip::Swapped)
        && intro.letters.len() >= 4
        && !intro.letters.contains('X');
    let loose = *readable && !same || *slip == Slip::Missing;
    if short || known::is_code(&intro.letters) || right == 0 && (loose || others >= USUAL) || right < others {
        return None;
    }
    let long = intro.long()?;
    let text = a.doc.target[intro.segment].shown();
    let words = &text[long.start as usize..long.end as usize];
    let message =
        Message::new("`{text}` does not fit `{long}`").with("text", &*intro.letters).with("long", words);
    let mut raw = AcronymConflict::META
        .finding(Label::target(intro.segment, intro.range.clone()), message)
        .related(Label::target(intro.segment, long), Message::new("the long form"))
        .help(format!("the words give the letters {initials}: look the name up"));
    if let Some(used) = acronyms.of(initials).next() {
        raw = raw.related(
            Label::target(used.segment, used.range.clone()),
            Message::new("here it has other letters"),
        );
    }
    Some(raw)
}
