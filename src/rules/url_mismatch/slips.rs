//! Whether one address is a slip of another, or another page.

/// What of `source` was changed into what of `target`, if it is a slip: an end cut off, or one or two characters.
pub(super) fn difference(source: &str, target: &str) -> Option<(String, String)> {
    let shortest = source.len().min(target.len());
    if shortest < 6 || source == target {
        return None;
    }
    let front = common(source.chars(), target.chars());
    let back = common(source[front..].chars().rev(), target[front..].chars().rev());
    let (old, new) = (&source[front..source.len() - back], &target[front..target.len() - back]);
    let is_cut = new.is_empty() && back == 0 && old.len() * 3 <= source.len() && !ends_whole(old);
    if is_cut || is_near(source, target) && !is_version(source, front, old, new) {
        return Some((old.to_owned(), new.to_owned()));
    }
    None
}

/// Bytes that two texts have in common at their start.
fn common(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    one.zip(two).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Whether what is missing at the end is a whole part: another page of the same site, and no cut.
fn ends_whole(rest: &str) -> bool {
    rest.starts_with(['/', '?', '#', '&'])
}

/// Two characters at most are others, of ten and more.
pub(super) fn is_near(one: &str, two: &str) -> bool {
    let length = one.chars().count().max(two.chars().count());
    let allowed = if length >= 16 { 2 } else { 1 };
    length >= 4
        && !one.eq_ignore_ascii_case(two)
        && one.chars().count().abs_diff(two.chars().count()) <= allowed
        && strsim::osa_distance(one, two) <= allowed
}

/// Whether only the number of a version or an edition differs: `v1.16` and `v1.17`, `2.x`, `page-2`.
fn is_version(source: &str, at: usize, old: &str, new: &str) -> bool {
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let start = source[..at].rfind(['/', '=']).map_or(0, |i| i + 1);
    let end = source[at..].find(['/', '=', '&']).map_or(source.len(), |i| at + i);
    let part =
        source[start..end].trim_start_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '_'));
    digits(old) && digits(new) && (digits(part) && part.len() <= 6 || part.contains('.') && part.len() <= 10)
}

/// Whether two addresses name one page in two places, or a page and a mailbox.
pub(super) fn is_moved(one: &str, two: &str) -> bool {
    let last = |key: &'_ str| {
        let page = key.rsplit(['/', ':']).next().unwrap_or_default();
        page.split('.').next().unwrap_or_default().to_owned()
    };
    one.contains('@') != two.contains('@') || last(one) == last(two)
}
