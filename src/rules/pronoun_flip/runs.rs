//! A pronoun of one gender among many of the other, where nobody stands near whom it could mean.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::people::{Event, Gender, People, What};

/// A pronoun that flipped.
#[derive(Debug)]
pub(super) struct Flip {
    /// The pronoun, by its place among the events.
    pub(super) event: usize,
    /// The nearest of the usual pronouns.
    pub(super) usual: usize,
    /// The name of the person, if it stands before.
    pub(super) name: Option<usize>,
}

/// How far back somebody can stand whom a pronoun means, in sentences.
const REACH: u32 = 4;
/// How far back a bare name or noun for a person can.
const NEAR: u32 = 2;
/// How far the usual pronouns may be, in sentences.
const FAR: u32 = 5;
/// So many pronouns of one gender are about somebody, named or not.
const SPOKEN: usize = 5;
/// The most slips of one text.
const MOST: usize = 6;
/// The most pronouns that flip side by side.
const RUN: usize = 3;

/// All flips among the events of a document.
pub(super) fn flips(people: &People) -> Vec<Flip> {
    let events = &people.events[..];
    let pronouns: Vec<usize> = (0..events.len()).filter(|&i| events[i].pronoun().is_some()).collect();
    let count = |g: Gender| pronouns.iter().filter(|&&i| events[i].pronoun() == Some(g)).count();
    let (he, she) = (count(Gender::He), count(Gender::She));
    let mut out = Vec::new();
    if he == 0 || she == 0 {
        return out;
    }
    let tally = tally(events);
    let lonely = is_lonely(events);
    for (n, &i) in pronouns.iter().enumerate() {
        let Some(gender) = events[i].pronoun() else { continue };
        let (own, others) = if gender == Gender::He { (he, she) } else { (she, he) };
        // One person with a few slips, not two people.
        let later = own < others || events[pronouns[0]].pronoun() != Some(gender);
        let few = own * 2 <= others || lonely && own <= others && later;
        if own > MOST || !few || own > 3 && own * 8 > others {
            continue;
        }
        let run = run(events, &pronouns, n, gender);
        if run.len() > RUN {
            continue;
        }
        let before = run.start.checked_sub(1).map(|p| pronouns[p]);
        let after = pronouns.get(run.end).copied();
        let near = |p: Option<usize>| p.filter(|&p| events[p].sentence.abs_diff(events[i].sentence) <= FAR);
        let (before, after) = (near(before), near(after));
        let Some(usual) = before.or(after) else { continue };
        let enough = match (before, after) {
            (Some(_), Some(_)) => true,
            (Some(_), None) => others >= 2 && run.start >= 2 || lonely,
            _ => others >= 3 || lonely,
        };
        let name = (0..i).rev().find(|&e| matches!(events[e].what, What::Name { .. }));
        // Pronouns far and wide are no person: somebody must be named, or spoken of at length.
        let close = [before, after]
            .iter()
            .all(|p| p.is_some_and(|p| events[p].sentence.abs_diff(events[i].sentence) <= NEAR));
        let known = name.is_some() && (others > 1 || lonely) || others >= SPOKEN && close;
        if enough && known && is_alone(people, i, gender, &tally) {
            out.push(Flip { event: i, usual, name });
        }
    }
    out
}

/// Whether a text speaks of one person alone, and names that person.
fn is_lonely(events: &[Event]) -> bool {
    let mut names = HashSet::new();
    let alone = events.iter().all(|e| match e.what {
        What::Noun { .. } | What::Person => false,
        What::Name { who, subject, .. } => {
            if subject {
                names.insert(who);
            }
            true
        }
        What::Pronoun { .. } => true,
    });
    alone && names.len() == 1
}

/// The pronouns of one gender side by side in which the `n`-th stands.
fn run(events: &[Event], pronouns: &[usize], n: usize, gender: Gender) -> std::ops::Range<usize> {
    let same = |p: &usize| events[*p].pronoun() == Some(gender);
    let start = n - pronouns[..n].iter().rev().take_while(|p| same(p)).count();
    let end = n + pronouns[n..].iter().take_while(|p| same(p)).count();
    start..end
}

/// The pronouns right behind the mentions of each name.
#[derive(Default)]
struct Tally {
    behind: HashMap<usize, Vec<usize>>,
    /// The name that is mentioned most.
    main: Option<usize>,
    /// The only name of somebody who does something in the text.
    only: Option<usize>,
}

fn tally(events: &[Event]) -> Tally {
    let mut out = Tally::default();
    // How often, and where first.
    let mut mentions: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut subjects: HashSet<usize> = HashSet::new();
    let mut last: Option<(usize, u32)> = None;
    for (i, event) in events.iter().enumerate() {
        match event.what {
            What::Name { who, subject, aside, .. } => {
                if subject {
                    subjects.insert(who);
                }
                if !aside {
                    mentions.entry(who).or_insert((0, i)).0 += 1;
                    last = Some((who, event.sentence));
                }
            }
            What::Pronoun { .. } => {
                if let Some((who, _)) = last.take().filter(|(_, s)| event.sentence - s <= 1) {
                    out.behind.entry(who).or_default().push(i);
                }
            }
            _ => {}
        }
    }
    out.main =
        mentions.into_iter().max_by_key(|&(_, (n, first))| (n, std::cmp::Reverse(first))).map(|(who, _)| who);
    out.only = out.main.filter(|who| subjects.iter().all(|s| s == who));
    out
}

/// Whether nobody stands before a pronoun, or behind it in its sentence, whom it could mean.
fn is_alone(people: &People, i: usize, gender: Gender, tally: &Tally) -> bool {
    let events = &people.events[..];
    let sentence = events[i].sentence;
    let mut others: HashSet<usize> = HashSet::new();
    let before = events[..i].iter().rev().take_while(|e| sentence - e.sentence <= REACH);
    let behind = events[i + 1..].iter().take_while(|e| e.sentence == sentence);
    for event in before.chain(behind) {
        let away = sentence.abs_diff(event.sentence);
        match event.what {
            What::Noun { gender: g, plural } if g == gender && (!plural || away <= 1) => return false,
            What::Person if away <= NEAR => return false,
            What::Name { who, subject, aside, known } => {
                let said = people.genders.get(&who).map_or(&[][..], Vec::as_slice);
                if said.contains(&gender) {
                    return false;
                }
                let behind = || tally.behind.get(&who).into_iter().flatten().filter(|&&p| p != i);
                let own = behind().filter(|&&p| events[p].pronoun() == Some(gender)).count();
                let other = behind().count() - own;
                let is_usual = !said.is_empty()
                    || tally.only == Some(who)
                    || own * 4 <= other && (other >= 2 || tally.main == Some(who));
                // A name behind it is meant only if it is the subject: "in her speech Mary said".
                let meant = subject || event.at < events[i].at && away <= if known { 1 } else { NEAR };
                if !is_usual && !aside && meant {
                    others.insert(who);
                }
            }
            _ => {}
        }
    }
    others.is_empty()
}
