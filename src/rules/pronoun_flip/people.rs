//! Who stands in a text, in the order of the text: pronouns, names of persons, nouns that say a gender.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::analysis::Analysis;
use crate::finding::Label;
use crate::lang::english;
use crate::names::Kind;
use crate::names::facts::{self, Trait};
use crate::text::words::{fold, is_capitalised};

/// What a pronoun or noun says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// `he`, `her`.
    Pronoun { gender: Gender },
    /// `wife`, `Mrs`; plurals say less.
    Noun { gender: Gender, plural: bool },
    /// `a friend`.
    Person,
    /// A name, by its number; `subject` if it does something there, `aside` if it stands behind `under` or `by`,
    /// `known` if a word of it is known as something else.
    Name { who: usize, subject: bool, aside: bool, known: bool },
}

/// Something at a place.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) at: Label,
    /// Number of the sentence through the whole document.
    pub(super) sentence: u32,
    pub(super) what: What,
}

type Table = HashMap<&'static str, &'static str>;

static WORDS: LazyLock<Table> = LazyLock::new(|| table(include_str!("words.tsv")));
static GIVEN: LazyLock<Table> = LazyLock::new(|| table(include_str!("given.tsv")));

/// The classes of the words in a table.
fn table(text: &'static str) -> Table {
    let rows = text.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'));
    rows.flat_map(|(class, words)| words.split(' ').map(move |w| (w, class))).collect()
}

/// The gender of a given name that stands in a text; one that is an ordinary word, too, only with a surname behind it.
fn given_name(text: &str, words: &[Range<u32>], n: usize) -> Option<Gender> {
    let word = of(text, &words[n]);
    if !is_capitalised(word) {
        return None;
    }
    let lower = fold(word);
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    let next = words.get(n + 1).map(|r| of(text, r)).unwrap_or_default();
    let named = !english::is_ordinary(lower) || is_capitalised(next) && !english::is_ordinary(next);
    given(lower).filter(|_| named)
}

/// The gender of a given name, in lower case, if it says one.
fn given(name: &str) -> Option<Gender> {
    match *GIVEN.get(name)? {
        "m" => Some(Gender::He),
        _ => Some(Gender::She),
    }
}

/// The persons of a document.
pub(super) struct People {
    /// Where they stand, in order.
    pub(super) events: Vec<Event>,
    /// What the given names of those say that have one; both where two of one surname have two.
    pub(super) genders: HashMap<usize, Vec<Gender>>,
}

/// Everything in a document that has to do with persons, in order.
pub(super) fn events(a: &Analysis<'_>) -> People {
    let mut out: Vec<Event> = Vec::new();
    let mut first_sentence: HashMap<u32, u32> = HashMap::new();
    let mut sentences = 0;
    let bodies = bodies(a);
    for (i, segment) in a.target() {
        first_sentence.insert(i as u32, sentences);
        let (text, words) = (segment.shown(), a.words(i));
        for (n, range) in words.iter().enumerate() {
            let word = fold(of(text, range));
            let bare = word.strip_suffix("'s").unwrap_or(&word);
            let class = WORDS.get(&*word).or_else(|| WORDS.get(bare));
            let what = match class {
                Some(class) => what(class, text, words, n),
                None => given_name(text, words, n).map(|gender| What::Noun { gender, plural: false }),
            };
            let Some(what) = what else { continue };
            let at = Label::target(i, range.clone());
            let named = |b: &Label| order(b, &at);
            if matches!(what, What::Noun { .. })
                && (bodies.binary_search_by(named).is_ok() || is_in_body(text, words, n))
            {
                continue;
            }
            let sentence = sentences + sentence_of(a, i, range.start);
            let end = range.start
                + if matches!(what, What::Pronoun { .. }) { pronoun(&word).len() } else { word.len() } as u32;
            out.push(Event { at: Label::target(i, range.start..end.min(range.end)), sentence, what });
        }
        sentences += a.sentences(i).len() as u32;
    }
    let mut genders = HashMap::new();
    if out.iter().any(|e| matches!(e.what, What::Pronoun { .. })) {
        genders = names(a, &first_sentence, &mut out);
    }
    out.sort_by_key(|e| e.at);
    People { events: out, genders }
}

/// Where bodies are named: Queen Anne College is no queen.
fn bodies(a: &Analysis<'_>) -> Vec<Label> {
    let mut out: Vec<Label> =
        a.mentions().of(Kind::Body).flat_map(|(_, n)| &n.mentions).map(|m| m.at).collect();
    out.sort_unstable();
    // What lies inside another goes, so that the rest is in the order of starts and of ends.
    out.dedup_by(|b, a| a.segment == b.segment && b.end <= a.end);
    out
}

/// Whether a capitalised word begins the name of a body, place or office, by the nouns that follow among its capitals:
/// Queen Anne College, Marie Curie Fellow.
fn is_in_body(text: &str, words: &[Range<u32>], n: usize) -> bool {
    let joined = |i: &usize| {
        let gap = &text[words[i - 1].end as usize..words[*i].start as usize];
        gap == " " && is_capitalised(of(text, &words[*i]))
    };
    let class = [Trait::Head, Trait::Place, Trait::Title];
    let mut follow = (n + 1..words.len().min(n + 4)).take_while(joined);
    follow.any(|i| facts::traits(&fold(of(text, &words[i]))).any(&class))
}

/// Whether a place lies behind, around or before another.
fn order(body: &Label, at: &Label) -> std::cmp::Ordering {
    if (body.segment, body.end) <= (at.segment, at.start) {
        std::cmp::Ordering::Less
    } else if (body.segment, body.start) > (at.segment, at.start) {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}

/// A pronoun without the verb that is drawn into it.
fn pronoun(word: &str) -> &str {
    word.split('\'').next().unwrap_or(word)
}

fn of<'t>(text: &'t str, range: &Range<u32>) -> &'t str {
    &text[range.start as usize..range.end as usize]
}

fn sentence_of(a: &Analysis<'_>, segment: usize, at: u32) -> u32 {
    a.sentences(segment).partition_point(|s| s.end <= at) as u32
}

fn what(class: &str, text: &str, words: &[Range<u32>], n: usize) -> Option<What> {
    let noun = |gender, plural| Some(What::Noun { gender, plural });
    match class {
        "man" => noun(Gender::He, false),
        "woman" => noun(Gender::She, false),
        "men" => noun(Gender::He, true),
        "women" => noun(Gender::She, true),
        // A capital makes it a part of a title or name: Youth Scholar.
        "person" if !text[words[n].start as usize..].starts_with(char::is_uppercase) => {
            is_someone(text, words, n).then_some(What::Person)
        }
        "m" | "f" => {
            let gender = if class == "m" { Gender::He } else { Gender::She };
            (!is_either(text, words, n, gender) && !is_named(text, &words[n]))
                .then_some(What::Pronoun { gender })
        }
        _ => None,
    }
}

/// A capital inside a sentence: a name that looks like a pronoun.
fn is_named(text: &str, range: &Range<u32>) -> bool {
    let lead = text[..range.start as usize].trim_end();
    is_capitalised(of(text, range)) && lead.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// `he or she`, `his/her`, `Her Majesty`.
fn is_either(text: &str, words: &[Range<u32>], n: usize, gender: Gender) -> bool {
    let other = |i: Option<usize>| {
        let word = i.and_then(|i| words.get(i)).map(|r| fold(of(text, r))).unwrap_or_default();
        WORDS.get(&*word) == Some(if gender == Gender::He { &"f" } else { &"m" })
    };
    let slash = |a: usize, b: usize| {
        words
            .get(a)
            .zip(words.get(b))
            .is_some_and(|(a, b)| text[a.end as usize..b.start as usize].contains('/'))
    };
    let or = |i: usize| words.get(i).is_some_and(|r| matches!(of(text, r), "or" | "and"));
    let next = words.get(n + 1).map(|r| of(text, r)).unwrap_or_default();
    let honour = matches!(
        next,
        "Majesty" | "Excellency" | "Highness" | "Holiness" | "Honour" | "Honor" | "Eminence" | "Grace"
    );
    honour
        || other(Some(n + 1)) && slash(n, n + 1)
        || n > 0 && other(Some(n - 1)) && slash(n - 1, n)
        || or(n + 1) && other(Some(n + 2))
        || n > 1 && or(n - 1) && other(Some(n - 2))
}

/// Whether a noun brings somebody in: `a friend`, `the driver`; not `as a student`, `was a teacher`.
fn is_someone(text: &str, words: &[Range<u32>], n: usize) -> bool {
    let word = |back: usize| n.checked_sub(back).map(|i| of(text, &words[i]));
    let determiner = |w: Option<&str>| {
        w.is_some_and(|w| {
            matches!(
                w,
                "a" | "an"
                    | "the"
                    | "The"
                    | "A"
                    | "An"
                    | "one"
                    | "One"
                    | "another"
                    | "Another"
                    | "his"
                    | "her"
                    | "my"
                    | "His"
                    | "Her"
                    | "My"
                    | "this"
                    | "that"
                    | "whose"
            )
        })
    };
    let alone = matches!(fold(of(text, &words[n])).as_str(), "someone" | "somebody");
    let at = if determiner(word(1)) { Some(2) } else { determiner(word(2)).then_some(3) };
    let lead = at.and_then(word).unwrap_or_default();
    alone
        || at.is_some()
            && !matches!(
                lead,
                "as" | "As"
                    | "is"
                    | "was"
                    | "were"
                    | "are"
                    | "be"
                    | "been"
                    | "became"
                    | "become"
                    | "becoming"
                    | "being"
                    | "remains"
                    | "like"
            )
}

/// Adds the names of persons: full names, and single words that are a part of one or do what persons do.
fn names(
    a: &Analysis<'_>,
    first_sentence: &HashMap<u32, u32>,
    out: &mut Vec<Event>,
) -> HashMap<usize, Vec<Gender>> {
    let names = a.mentions();
    let mut by_word: HashMap<&str, usize> = HashMap::new();
    let mut count = 0;
    let mut genders: HashMap<usize, Vec<Gender>> = HashMap::new();
    let mut add = |who: usize, at: Label, sure: bool, known: bool| {
        let segment = at.segment as usize;
        let (subject, aside) = stands(a, at, sure);
        if sure || subject {
            let sentence = first_sentence.get(&at.segment).copied().unwrap_or_default()
                + sentence_of(a, segment, at.start);
            out.push(Event { at, sentence, what: What::Name { who, subject, aside, known } });
        }
    };
    for (_, name) in names.of(Kind::Person) {
        let titled = name.mentions.iter().any(|m| m.title.is_some() || m.speaks);
        let gender = given(&name.words[0].lower);
        if !titled
            && gender.is_none()
            && name.words.iter().all(|w| w.known)
            && !name.words.iter().all(|w| w.pinyin > 0)
        {
            continue;
        }
        let known = name.words.iter().rev().find_map(|w| by_word.get(&*w.fold)).copied();
        let who = known.unwrap_or(count);
        count += usize::from(known.is_none());
        genders.entry(who).or_default().extend(gender);
        for word in name.words.iter().filter(|w| given(&w.lower).is_none()) {
            by_word.entry(&word.fold).or_insert(who);
        }
        for mention in name.mentions.iter().filter(|m| m.free) {
            let known = mention.title.is_none() && name.words.iter().any(|w| w.known && w.pinyin == 0);
            add(who, mention.at, true, known);
        }
    }
    for (_, name) in names.of(Kind::Word) {
        let word = name.last();
        let known = by_word.get(&*word.fold).copied();
        let titled = name.mentions.iter().any(|m| m.title.is_some());
        if known.is_none() && (word.ordinary && !titled || !word.may_be_personal()) {
            continue;
        }
        let who = known.unwrap_or(count);
        count += usize::from(known.is_none());
        for mention in name.mentions.iter().filter(|m| m.free) {
            let sure = known.is_some() || mention.speaks || mention.title.is_some();
            add(who, mention.at, sure, word.known);
        }
    }
    genders
}

/// Whether a name does something where it stands, and whether it is only mentioned aside. Of a single word that no full name
/// has (`sure`), only what persons do says that it is one: places and firms have things and are things, too.
fn stands(a: &Analysis<'_>, at: Label, sure: bool) -> (bool, bool) {
    let segment = at.segment as usize;
    let text = a.doc.target[segment].shown();
    let words = a.words(segment);
    let first = words.partition_point(|w| w.start < at.start);
    let before: Vec<&str> = words[first.saturating_sub(4)..first].iter().map(|r| of(text, r)).collect();
    let led = before.last().is_some_and(|w| {
        matches!(*w, "in" | "of" | "at" | "from" | "to" | "for" | "by" | "with" | "under" | "on")
    });
    let place = before.last().is_some_and(|w| matches!(*w, "in" | "of" | "at" | "on"));
    let aside = place
        || before.iter().any(|w| {
            matches!(
                *w,
                "under"
                    | "by"
                    | "supervisor"
                    | "tutelage"
                    | "supervision"
                    | "guidance"
                    | "instruction"
                    | "Supervisor"
            )
        });
    let rest = &text[at.end as usize..];
    let owner = rest.starts_with("'s ") || rest.starts_with("’s ");
    let next = rest
        .strip_prefix(' ')
        .and_then(|r| r.split(|c: char| !c.is_alphanumeric()).next())
        .unwrap_or_default();
    let past = next.ends_with("ed")
        || matches!(next, "said" | "told" | "went" | "came" | "thought" | "felt" | "saw");
    let acts = past
        || next.ends_with('s')
        || matches!(
            next,
            "had"
                | "said"
                | "told"
                | "went"
                | "came"
                | "did"
                | "could"
                | "would"
                | "will"
                | "also"
                | "then"
                | "who"
                | "took"
                | "gave"
                | "made"
                | "felt"
                | "thought"
                | "saw"
                | "won"
                | "ran"
                | "left"
                | "began"
                | "kept"
                | "got"
                | "can"
                | "must"
                | "may"
                | "might"
                | "should"
        );
    let acts = acts && next.starts_with(char::is_lowercase);
    let paired = next == "and" && is_capitalised(rest.trim_start_matches(" and "));
    (!led && if sure { owner || acts || paired } else { past || paired }, aside)
}
