mod missing;
mod scan;

use std::ops::Range;

use self::scan::Scan;
use super::shield::{Shield, is_code};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds spaces that are wrong or missing round punctuation: `word ,word`, `end.Next`, `( so)`, `team(new`,
    /// `China 's`, double spaces, doubled commas and stops, an ellipsis of six dots.
    ///
    /// ## Why it matters
    /// Chinese sets no spaces, so machines guess where English wants them; lines then break before a comma.
    ///
    /// ## Examples
    /// ```flags
    /// It ended[[ ,]] they say[[.]]The team[[(]]new this year) left early.
    /// ```
    /// ```passes
    /// At 10:30 p.m. the .NET team (v1.2,3) e.g. J.R.R. Li of example.com paid $1,000.50 :) for Node.js...
    /// ```
    ///
    /// ## Limits
    /// Before `:`, `;`, `!` and `?` a space is right in French. Double spaces after full stops are left alone where the
    /// text has them throughout, and wide gaps are taken for alignment. A space inside quotation
    /// marks or behind an apostrophe is `info`.
    PunctuationSpacing {
        id: "punctuation-spacing",
        summary: "a wrong or missing space at punctuation",
        category: "linguistic-conventions/whitespace",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["fullwidth-punctuation", "markup-mismatch", "unpaired-punctuation", "untranslated-text", "mojibake", "machine-residue"],
    }
    check
}

/// A place where the space is wrong.
struct Place {
    /// What is reported.
    range: Range<usize>,
    /// What is replaced, and with what.
    edit: Range<usize>,
    with: &'static str,
    what: &'static str,
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    if target.is_cjk() {
        return;
    }
    let typed = is_typewritten(a);
    for (i, segment) in a.target() {
        let text = segment.shown();
        let mut places = Vec::new();
        Scan { text, french: target.is("fr"), typed }.run(&mut places);
        if places.is_empty() || is_code(text) {
            continue;
        }
        let shield = Shield::of(segment, target);
        // Right behind a piece of code or before it a space may be wrong; inside it none is.
        places.retain(|p| {
            let (start, end) = (p.range.start, p.range.end);
            !(shield.covers(start) || shield.covers(start.saturating_sub(1)) && shield.covers(end))
        });
        out.extend(places.into_iter().map(|p| finding(i, text, &p)));
    }
}

/// Whether a text has two spaces after most of its full stops: a habit of typewriters, not a slip.
fn is_typewritten(a: &Analysis<'_>) -> bool {
    let (mut double, mut single) = (0, 0);
    for (_, segment) in a.target() {
        for (at, _) in segment.shown().match_indices(". ") {
            let rest = &segment.shown()[at + 2..];
            double += usize::from(rest.starts_with(' '));
            single += usize::from(rest.starts_with(|c: char| c.is_ascii_uppercase()));
        }
    }
    double >= 3 && double >= single
}

fn finding(segment: usize, text: &str, place: &Place) -> Raw {
    let label = |r: &Range<usize>| Label::target(segment, r.start as u32..r.end as u32);
    let seen = &text[place.range.clone()];
    let message = Message::new(place.what).with("text", seen.trim());
    // A space inside quotation marks or behind an apostrophe is a slip that careful people leave, too: worth a look.
    let slight = place.with.is_empty()
        && (seen.contains(['"', '“', '”']) || seen.ends_with("’ ") || seen.ends_with("' "));
    PunctuationSpacing::META
        .finding(label(&place.range), message)
        .severity(if slight { Severity::Info } else { Severity::Warning })
        .help(if place.with == " " { "put one space there" } else { "set it as English does" })
        .fix(Applicability::Safe, vec![Replace { at: label(&place.edit), with: place.with.to_owned() }])
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, assert_marked, check};

    const ID: &str = "punctuation-spacing";

    #[test]
    fn spaces_that_are_wrong() {
        assert_english(ID, "The end[[ .]]");
        assert_english(ID, "It came[[ ,]] saw[[ ;]] won[[ !]] Did it[[ ?]] The list[[ :]] none.");
        assert_english(ID, "China[[ ']]s plan, we don[[ ’]]t, it[[' ]]s late.");
        assert_english(ID, "He ([[ ]]so they say[[ ]]) is [[“ ]]well[[ ”]].");
        assert_marked(
            ID,
            "a.txt",
            "She said [[\" ]]yes, no[[ \"]] and left[[  ]]early[[,,]] then[[..]]",
            ("zh", "en"),
        );
        assert_english(ID, "It was hard[[ ...]] Recently it got better[[......]]");
    }

    #[test]
    fn spaces_that_are_missing() {
        assert_english(
            ID,
            "Words[[,]]a few[[;]]too many[[.]]The next in 2019[[,]]they say in 2019[[.]]Until Mr[[.]]Wang knows[[?]]Yes.",
        );
        assert_english(
            ID,
            "He said[[“]]no[[”]]and left. The Agency[[(]]IAEA[[)]]said the weight[[(]]kg) of the team[[(]]new this year) counts.",
        );
    }

    #[test]
    fn other_uses_of_the_signs() {
        for text in [
            "It is 1,000.5 at 10:30, 2 : 1, v1.2.3; see a.b,c=d and x,y,z in f(a,b).",
            "The marks , and ; differ; « Ça va ? » does not.",
            "the Champlain“ and the ”Made in” one.",
            "The .NET and Node.js of Booking.Com, J.R.R. Tolkien, the U.S. at 5 p.m., Ph.D, No.5, e.g. this.",
            "Thanks :) and ;) or :-D and != or employee(s), (re)write, sin(x), iron(III), Console.WriteLine(x).",
            "He said 'so' and the workers' plan, 'twas the '90s, rock 'n' roll; the letter 's'.",
            "loss = \\log \\sigma \\left( r - m \\right) + \\lambda",
            "\"Well ... He left,\" she said... And so it goes... [ ] [x] a/b,c.",
        ] {
            assert_english(ID, text);
        }
        assert_marked(ID, "a.txt", "Il a dit : « oui » ; pourquoi ?", ("zh", "fr"));
        assert_marked(ID, "a.txt", "One.  Two.  Three.  Four[[  ]]of.  Five.", ("zh", "en"));
    }

    #[test]
    fn it_is_mended() {
        let found = check("a.txt", "word ,word", ("zh", "en"));
        assert_eq!(found[0].message.to_string(), "a space before `,`");
    }
}
