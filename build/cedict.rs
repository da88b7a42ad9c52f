//! Reads the CC-CEDICT text format, one entry a line:
//! `TRADITIONAL SIMPLIFIED [pin1 yin1] /gloss/gloss/`.

/// One line of the dictionary.
pub(crate) struct Entry<'a> {
    pub(crate) traditional: &'a str,
    pub(crate) simplified: &'a str,
    /// Syllables with tone numbers, separated by spaces.
    pub(crate) pinyin: &'a str,
    /// Glosses separated by `/`, without the outer slashes.
    pub(crate) glosses: &'a str,
}

/// All entries of `text`; comments and lines that do not have the form are left out.
pub(crate) fn parse(text: &str) -> Vec<Entry<'_>> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(parse_line).collect()
}

fn parse_line(line: &str) -> Option<Entry<'_>> {
    let (heads, rest) = line.trim_end().split_once(" [")?;
    let (traditional, simplified) = heads.split_once(' ')?;
    let (pinyin, rest) = rest.split_once(']')?;
    let glosses = rest.trim_start().strip_prefix('/')?.trim_end_matches('/');
    // The stored records are split at tabs, so a tab inside would shift the fields.
    if line.contains('\t') || simplified.is_empty() || traditional.is_empty() || glosses.is_empty() {
        return None;
    }
    Some(Entry { traditional, simplified, pinyin, glosses })
}
