mod carried;
mod marks;
mod paragraphs;

use self::carried::Theirs;
use self::marks::{KINDS, Kind, Mark, Side, facing, is_emoticon, is_label, is_prime, marks};
use self::paragraphs::{Lone, close, goes_on, is_split_quotation, missing_at, pair_neighbours};
use super::shield::{Shield, is_code};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds brackets and quotation marks without their counterpart.
    ///
    /// ## Why it matters
    /// Where a quotation ends, or what an aside takes in, cannot be told any more; often a part of the sentence was
    /// lost with the mark.
    ///
    /// ## Examples
    /// ```flags
    /// The plan (2016 to 2020 is over[[]].
    /// And the “two wheels turn.[[]] The end.
    /// ```
    /// ```flags
    /// The deputy head, research[[)]] spoke of a "golden decade" for all.
    /// ```
    /// ```passes
    /// There are a) a 27" screen, b) an interval [0, 1), c) the '90s :) and d) “quotes” (of all "kinds").
    /// ```
    ///
    /// ## Limits
    /// What was lost is marked where it most likely stood: the end of the sentence. A quotation may go on for some
    /// paragraphs. What the source leaves open, too, and marks inside marks that the source pairs are left alone. A curly mark paired with a straight one is `info`. Single quotation marks are not looked at: they cannot be told from apostrophes.
    UnpairedPunctuation {
        id: "unpaired-punctuation",
        summary: "a bracket or quotation mark without its counterpart",
        category: "linguistic-conventions/punctuation",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["mojibake", "machine-residue", "untranslated-segment"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    let mut open: Vec<Lone> = Vec::new();
    let mut lone: Vec<Lone> = Vec::new();
    let mut theirs = Theirs::default();
    for (i, segment) in a.target() {
        let text = segment.shown();
        if !text.bytes().any(|b| matches!(b, b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}') || b >= 0x80)
            || is_code(text)
            || has_lost_marks(text)
        {
            continue;
        }
        let shield = Shield::of(segment, target);
        let mut found = marks(text, target);
        found.retain(|m| !shield.covers(m.at));
        drop_intervals(text, &mut found);
        theirs.drop_nested(a, i, &mut found);
        let left = mixed(i, text, turned(i, text, &found, out), out);
        for mark in left {
            let here = Lone::new(i, text, mark);
            if mark.side == Side::Open {
                open.push(here);
            } else if !close(&mut open, &here) {
                lone.push(here);
            }
        }
    }
    pair_neighbours(&mut open);
    lone.extend(open);
    // An excerpt may end before the quotation does.
    let last = a.target().next_back().map_or(0, |(i, _)| i);
    lone.retain(|l| {
        let text = a.doc.target[l.segment].shown();
        let next = a.doc.target.get(l.segment + 1).map_or("", |s| s.shown());
        let cut = l.mark.side == Side::Open && l.segment + 1 >= last && last > 0;
        !(goes_on(l, text, next) || (target.is_cjk() || cut) && is_split_quotation(text, l.mark))
    });
    theirs.drop_carried(a, &mut lone);
    out.extend(lone.iter().map(|l| finding(a, l)));
}

/// Whether marks were lost to a broken encoding: the one that is left is not the fault.
fn has_lost_marks(text: &str) -> bool {
    !text.is_ascii() && (text.contains('\u{fffd}') || text.contains("â€") || text.contains("锟斤"))
}

/// The marks that have no partner in the text, less those that need none. A curly mark that faces the wrong way is
/// reported here and taken for its counterpart.
fn turned(i: usize, text: &str, marks: &[Mark], out: &mut Vec<Raw>) -> Vec<Mark> {
    let mut left = Vec::new();
    for kind in KINDS {
        let of_kind = marks.iter().copied().filter(|m| m.kind == kind);
        let before = left.len();
        pair(text, kind, of_kind.clone(), &mut left);
        if kind != Kind::Double || left.len() == before {
            continue;
        }
        let wrong: Vec<Mark> = of_kind.clone().filter(|m| faces_wrong(text, *m)).collect();
        let mut again = Vec::new();
        let mended = of_kind.map(|m| if wrong.contains(&m) { Mark { side: other(m.side), ..m } } else { m });
        pair(text, kind, mended, &mut again);
        if !wrong.is_empty() && again.len() <= left.len() - before {
            left.truncate(before);
            // One that faces the wrong way and is alone has been reported for the one reason.
            again.retain(|m| !wrong.iter().any(|w| w.at == m.at));
            left.append(&mut again);
            out.extend(wrong.iter().map(|m| wrong_way(i, *m)));
        }
    }
    left.sort_by_key(|m| m.at);
    left.retain(|m| !(is_emoticon(text, *m) || m.c == ')' && is_label(text, m.at)));
    if text.ends_with("...") || text.ends_with('…') {
        left.retain(|m| m.side != Side::Open);
    }
    left
}

fn other(side: Side) -> Side {
    if side == Side::Open { Side::Close } else { Side::Open }
}

fn faces_wrong(text: &str, mark: Mark) -> bool {
    let at_edge = if mark.side == Side::Open { mark.end() == text.len() } else { mark.at == 0 };
    at_edge || facing(text, mark.at) == other(mark.side)
}

/// Pairs the marks of one kind; what is left over is added to `left` with the side it faces.
fn pair(text: &str, kind: Kind, marks: impl Iterator<Item = Mark>, left: &mut Vec<Mark>) {
    let mut open: Vec<Mark> = Vec::new();
    for mark in marks {
        match (kind, mark.side) {
            // Straight marks do not nest: one that opens ends what is open, and that one is alone.
            (Kind::Straight, _) if open.is_empty() && is_prime(text, mark.at) => {}
            (Kind::Straight, Side::Open) => {
                left.append(&mut open);
                open.push(mark);
            }
            (Kind::Straight, Side::Either) if open.is_empty() => open.push(Mark { side: Side::Open, ..mark }),
            (_, Side::Open) => open.push(mark),
            _ if open.pop().is_some() => {}
            _ => left.push(Mark { side: Side::Close, ..mark }),
        }
    }
    left.append(&mut open);
}

/// Half-open intervals pair a square bracket with a round one: `[0, 1)`.
fn drop_intervals(text: &str, left: &mut Vec<Mark>) {
    let numeric = |s: &str| {
        s.contains(',') && !s.chars().any(|c| c.is_alphabetic() && c.is_lowercase() && s.len() > 12)
    };
    let mut i = 0;
    while i + 1 < left.len() {
        let (x, y) = (left[i], left[i + 1]);
        let mixed = matches!((x.kind, y.kind), (Kind::Square, Kind::Round) | (Kind::Round, Kind::Square));
        if mixed && x.side == Side::Open && y.side == Side::Close && numeric(&text[x.end()..y.at]) {
            left.drain(i..i + 2);
        } else {
            i += 1;
        }
    }
}

/// Reports pairs of a curly and a straight mark and takes them out.
fn mixed(i: usize, text: &str, mut left: Vec<Mark>, out: &mut Vec<Raw>) -> Vec<Mark> {
    let mut at = 0;
    while at + 1 < left.len() {
        let (x, y) = (left[at], left[at + 1]);
        let kinds =
            matches!((x.kind, y.kind), (Kind::Double, Kind::Straight) | (Kind::Straight, Kind::Double));
        if !(kinds && x.side == Side::Open && y.side == Side::Close) {
            at += 1;
            continue;
        }
        let (straight, curly, with) = if x.kind == Kind::Straight { (x, y, "“") } else { (y, x, "”") };
        let label = |m: Mark| Label::target(i, m.at as u32..m.end() as u32);
        let seen = &text[curly.at..curly.end()];
        out.push(
            UnpairedPunctuation::META
                .finding(
                    label(straight),
                    Message::new("a straight quotation mark paired with `{text}`").with("text", seen),
                )
                .severity(Severity::Info)
                .related(label(curly), "the other one")
                .help(format!("write `{with}`"))
                .replace(Applicability::Safe, with),
        );
        left.drain(at..at + 2);
    }
    left
}

fn wrong_way(i: usize, mark: Mark) -> Raw {
    let with = if mark.side == Side::Open { "”" } else { "“" };
    let at = Label::target(i, mark.at as u32..mark.end() as u32);
    UnpairedPunctuation::META
        .finding(at, Message::new("`{text}` faces the wrong way").with("text", mark.c))
        .help(format!("write `{with}`"))
        .replace(Applicability::Safe, with)
}

fn finding(a: &Analysis<'_>, lone: &Lone) -> Raw {
    let mark = lone.mark;
    let here = Label::target(lone.segment, mark.at as u32..mark.end() as u32);
    // A mark that stands by itself between spaces was typed twice rather than lost once.
    let shown = a.doc.target[lone.segment].shown();
    let apart = mark.end() == shown.len() || shown[mark.end()..].starts_with(' ');
    let stray = mark.kind != Kind::Round && apart && shown[..mark.at].ends_with(' ');
    if mark.side != Side::Open || stray {
        let severity = if stray { Severity::Info } else { Severity::Warning };
        return UnpairedPunctuation::META
            .finding(here, Message::new("`{text}` was never opened").with("text", mark.c))
            .severity(severity)
            .help("put the opening mark where it belongs, or take this one out");
    }
    let sentence = a.sentence_at(lone.segment, mark.at as u32);
    let place = missing_at(shown, sentence, lone) as u32;
    UnpairedPunctuation::META
        .finding(
            Label::target(lone.segment, place..place),
            Message::new("`{text}` is never closed").with("text", mark.c),
        )
        .related(here, "opened here")
        .help("put the closing mark where it belongs, or take the opening one out")
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, assert_marked};

    const ID: &str = "unpaired-punctuation";

    #[test]
    fn lone_marks() {
        assert_english(ID, "It faces \"significant challenges in their diet.[[]]");
        assert_english(ID, "The film Tora-san[[\"]] series and a \"good\" one.");
        assert_english(ID, "The so-called entry-level[[”]] rackets (cheap) are “bad”.");
        assert_english(ID, "A review {Direct Sales of a cellar[[]]. Next.");
        assert_english(ID, "The net content mL/g[[)]]; the set.");
    }

    #[test]
    fn pairs_may_lie_in_several_paragraphs() {
        assert_marked(
            ID,
            "a.txt",
            "“One goes on.\n“Two goes on too.\nThree ends.” (He\nleft.)\n",
            ("zh", "en"),
        );
        assert_marked(ID, "a.txt", "\"One goes on.\nTwo ends,\" he said.\n(Never[[]].\n\n", ("zh", "en"));
        assert_marked(
            ID,
            "a.txt",
            "He asks, \"What now?\n\" So he asks.\n\"Lone it is.[[]]\nYes.\nNo.\nWe said: \"Cut.\n",
            ("zh", "en"),
        );
    }

    #[test]
    fn other_uses_of_the_signs() {
        for text in [
            "He is 5'10\" tall with a 27\" screen.",
            "Thanks :) and ;-( too",
            "1) one 2) two",
            "x in [0, 1) or (−∞, 3]",
            "if (a == b) {",
            "“So 'twas the '90s,” he said.",
            "To be cut (and so…",
            "A “word� is lost.",
        ] {
            assert_marked(ID, "a.txt", text, ("zh", "en"));
        }
        assert_marked(ID, "a.txt", "Er sagte: „Gut“ und ging.", ("zh", "de"));
    }

    #[test]
    fn the_source_tells_what_is_meant() {
        let row = |source: &str, target: &str| {
            let quoted = |s: &str| s.replace('"', "\\\"");
            format!("{{\"source\": \"{}\", \"target\": \"{}\"}}\n", quoted(source), quoted(target))
        };
        let carried = row("窑上写着（小心、火。", "The kiln says (mind the fire.");
        let nested = row("文章《怎样学“烧窑”》很好。", "The article \"How \"firing\" is learnt\" is good.");
        let lost = row("窑上写着（小心火）。", "The kiln says (mind the fire[[]].");
        for text in [carried, nested, lost] {
            assert_marked(ID, "a.jsonl", &text, ("zh", "en"));
        }
        let korean = row("He said: \"I go.\"", "그는 \"나는 갑니다.\"라고 말했다.");
        assert_marked(ID, "a.jsonl", &korean, ("en", "ko"));
    }

    #[test]
    fn marks_that_face_the_wrong_way() {
        assert_english(ID, "He said “well[[“]] and left, a [[\"]]good” one.");
    }
}
