//! Names that are one: a short name and the full one, and the originals that a text gives in brackets.

use std::collections::HashMap;

use super::find::{Finder, is_dot};
use super::{Origin, SourceName, cues};
use crate::lang::is_han;

impl Finder {
    /// Originals in brackets behind a name: `汉森（Hansen）`.
    pub(super) fn bracketed(&mut self, texts: &[(u32, &str)]) {
        let mut starts: HashMap<(u32, u32), usize> = HashMap::new();
        for (id, name) in self.names.iter().enumerate() {
            starts.extend(name.mentions.iter().map(|m| ((m.segment, m.end), id)));
        }
        for &(segment, shown) in texts {
            for (at, _) in shown.char_indices().filter(|(_, c)| matches!(c, '（' | '(')) {
                let Some(&id) = starts.get(&(segment, at as u32)) else { continue };
                let inside = shown[at..].trim_start_matches(['（', '(']);
                let end = inside.find(|c: char| !(c.is_alphabetic() && !is_han(c) || " .'’-".contains(c)));
                let original = inside[..end.unwrap_or(inside.len())].trim();
                if original.starts_with(char::is_uppercase) && original.split(' ').count() <= 5 {
                    self.names[id].forms.add(original, true);
                    self.names[id].solid = true;
                }
            }
        }
    }

    /// One character stands for a country that the text names in full.
    fn short_countries(&mut self) {
        let mut full: HashMap<char, Vec<usize>> = HashMap::new();
        for (id, name) in
            self.names.iter().enumerate().filter(|(_, n)| n.forms.is_country() && n.origin == Origin::Known)
        {
            full.entry(name.text.chars().next().unwrap_or_default()).or_default().push(id);
        }
        for id in 0..self.names.len() {
            let mut chars = self.names[id].text.chars();
            let (Some(c), None) = (chars.next(), chars.next()) else { continue };
            let Some([one]) = full.get(&c).map(Vec::as_slice) else { continue };
            if self.names[id].forms.is_country() {
                let full = self.names[*one].clone();
                let short = &mut self.names[id];
                let own = std::mem::replace(&mut short.forms, full.forms);
                short.misread = (!own.shares_country(&short.forms)).then_some(own);
                (short.family, short.sounds) = (*one as u32, full.sounds);
                (short.origin, short.solid) = (Origin::Known, true);
            }
        }
    }

    /// Puts short names to full ones.
    pub(super) fn finish(mut self, japanese: bool) -> Vec<SourceName> {
        for name in &mut self.names {
            name.mentions.sort_unstable();
        }
        for id in 0..self.names.len() {
            self.names[id].family = id as u32;
        }
        self.short_countries();
        for id in 0..self.names.len() {
            let text = self.names[id].text.clone();
            let shorter: Vec<&str> = if text.contains(is_dot) {
                text.split(is_dot).collect()
            } else {
                let last = text.char_indices().last().filter(|&(_, c)| cues::is_kind_of_place(c));
                last.map(|(at, _)| &text[..at]).into_iter().collect()
            };
            let kanji = japanese && self.names[id].origin == Origin::Repeated && text.chars().count() >= 4;
            let front = text.char_indices().nth(2).filter(|_| kanji).map(|(at, _)| &text[..at]);
            for short in shorter.into_iter().chain(front).filter(|s| s.chars().count() >= 2) {
                if let Some(short) = self.id(short).filter(|&s| self.names[s].origin != Origin::Faint) {
                    self.names[short].family = id as u32;
                }
            }
        }
        self.names
    }
}
