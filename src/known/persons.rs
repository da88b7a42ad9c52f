//! Full names of Chinese persons in a source: a surname and a given name of two characters where nothing else can stand.

use super::crossing::{is_crossed_before, is_crossed_behind};
use crate::lang::dictionary::Dictionary;
use crate::lang::is_han;
use crate::lang::pinyin::pinyin_forms;
use crate::lang::surname::{romanise_name, surname_readings};

/// A name of three or four characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// First byte in its segment.
    pub(crate) start: usize,
    /// First byte of the given name.
    pub(crate) given: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

impl Person {
    /// What the surname can be read as, without tones and marks.
    pub(crate) fn surnames(&self, text: &str) -> Vec<String> {
        surname_forms(&text[self.start..self.given])
    }

    /// What the given name can be read as.
    pub(crate) fn givens(&self, text: &str) -> Vec<String> {
        pinyin_forms(&text[self.given..self.end])
    }
}

/// The readings of a surname without tones and marks; empty if it is none.
pub(crate) fn surname_forms(head: &str) -> Vec<String> {
    let letters = |numbered: &&str| -> String {
        let plain = numbered.replace("u:", "u");
        plain.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
    };
    surname_readings(head).iter().map(letters).collect()
}

/// The characters of a given name.
const GIVEN: usize = 2;
// Grammar and common verbs: no given name has one of these.
const NEVER: &str = "的了是在和与與及或不也都就这這那个個们們为為对對说說称稱将將把被从從到向等我你他她它上下中里省市县縣区區国國日月年";

/// The full names in a text, in order, where the dictionary lets them stand. Beside a `·` it is part of a foreign name.
pub(crate) fn persons(text: &str) -> Vec<Person> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut out: Vec<Person> = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let found = [2, 1].into_iter().find_map(|surname| full_name(text, &chars, at, surname));
        at += 1;
        if let Some(person) = found {
            at = chars.partition_point(|(byte, _)| *byte < person.end);
            out.push(person);
        }
    }
    out
}

fn full_name(text: &str, chars: &[(usize, char)], at: usize, surname: usize) -> Option<Person> {
    let last = at + surname + GIVEN;
    let run = chars.get(at..last)?;
    if !run.iter().all(|(_, c)| is_han(*c)) {
        return None;
    }
    let byte = |i: usize| chars.get(i).map_or(text.len(), |(byte, _)| *byte);
    let person = Person { start: byte(at), given: byte(at + surname), end: byte(last) };
    if surname_readings(&text[person.start..person.given]).is_empty()
        || run[surname..].iter().any(|(_, c)| NEVER.contains(*c))
        || is_foreign(chars, at, last)
    {
        return None;
    }
    let dictionary = Dictionary::get();
    let whole = &text[person.start..person.end];
    let listed = dictionary.contains(whole);
    if listed && romanise_name(whole).is_none() {
        return None;
    }
    // 新思路 is no Mr Xin.
    if !listed && is_word(&text[person.given..person.end]) {
        return None;
    }
    // 国王建 is no name, nor is 高兴地.
    let longer = dictionary.prefixes(&text[person.start..]).into_iter().map(|length| person.start + length);
    let is_other = longer.into_iter().any(|end| end > person.given && end != person.end);
    let is_free = !is_other
        && !is_crossed_before(text, person.start)
        && !is_crossed_behind(text, person.start, person.end);
    (listed || is_free).then_some(person)
}

fn is_word(text: &str) -> bool {
    Dictionary::get().lookup(text).iter().any(|e| e.pinyin.starts_with(char::is_lowercase))
}

fn is_foreign(chars: &[(usize, char)], at: usize, last: usize) -> bool {
    let is_dot = |i: usize| chars.get(i).is_some_and(|(_, c)| matches!(c, '·' | '•' | '・' | '‧'));
    at > 0 && is_dot(at - 1) || is_dot(last)
}

#[cfg(test)]
mod tests {
    use super::persons;

    fn names(text: &str) -> Vec<&str> {
        persons(text).iter().map(|p| &text[p.start..p.end]).collect()
    }

    #[test]
    fn names_stand_where_nothing_else_can() {
        assert_eq!(names("记者吕晓鸥采访了欧阳娜娜。"), ["吕晓鸥", "欧阳娜娜"]);
        for none in ["他非常高兴地笑了", "阿卜杜拉·马立克", "张家口的雪", "黄金价格上涨"]
        {
            assert!(names(none).is_empty(), "{none}");
        }
    }
}
