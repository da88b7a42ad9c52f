//! Offsets as a browser counts them: UTF-16 code units, not bytes.

/// Bytes between two marks.
const STEP: usize = 256;

/// Turns byte offsets of one text into UTF-16 offsets, without counting from its start each time.
pub(super) struct Offsets<'t> {
    text: &'t str,
    /// UTF-16 units before every [`STEP`]th byte, counted up to the character that holds it; none for ASCII.
    marks: Vec<(usize, u32)>,
}

impl<'t> Offsets<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let (mut units, mut next) = (0, 0);
            for (at, c) in text.char_indices() {
                if at >= next {
                    marks.push((at, units));
                    next = at + STEP;
                }
                units += c.len_utf16() as u32;
            }
        }
        Self { text, marks }
    }

    /// The UTF-16 offset of the byte `at`.
    pub(super) fn of(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.text.len());
        let mark = self.marks.partition_point(|(byte, _)| *byte <= at);
        let Some(&(byte, units)) = mark.checked_sub(1).and_then(|i| self.marks.get(i)) else {
            return at as u32;
        };
        let between = self.text.get(byte..at).unwrap_or_default();
        units + between.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;

    #[test]
    fn offsets_are_those_of_a_browser() {
        for text in ["plain", "a东b𠀀c", &"東風𠀀 ".repeat(100), ""] {
            let offsets = Offsets::new(text);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(
                    offsets.of(at as u32) as usize,
                    text[..at].encode_utf16().count(),
                    "{text} at {at}"
                );
            }
        }
    }
}
