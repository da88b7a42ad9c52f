//! Runs that are part of something that is not language: handles, hashtags, file names, addresses, faces.

use super::around::Around;
use super::cues::cues;

/// Whether the run is part of a handle, hashtag, placeholder, file name, path or address.
pub(super) fn is_token(a: &Around<'_>) -> bool {
    let head = a.before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let tail = a.after.split(char::is_whitespace).next().unwrap_or_default();
    let head = head
        .rsplit(['"', '(', ')', '“', '”', '（', '）', '[', ']', ',', '，', '。'])
        .next()
        .unwrap_or_default();
    let tail = tail.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', '）', ']', '\'']);
    let addressed = head.contains('@') && !head.ends_with('@')
        || head.starts_with(['@', '＠'])
        || head.ends_with(['@', '＠']);
    let is_tag = |tag: &str| tag.chars().all(|c| c.is_alphanumeric() || c == '_');
    let tagged = head.strip_prefix(['#', '＃']).is_some_and(is_tag) || head.ends_with(['#', '＃']);
    let linked = head.contains("://") || head.starts_with("www.") || tail.contains("://");
    // In "path/to/名前.txt" every part counts; a lone slash between two words is no path.
    let pathed = head.matches(['/', '\\']).count() >= 2 && !head.contains(' ');
    addressed || tagged || linked || pathed || has_extension(tail)
}

/// `.pdf`, `.tar.gz`, `.md` right behind the run's own word. A domain such as `.com` is no file: what stands before it is read.
fn has_extension(tail: &str) -> bool {
    let Some((stem, extension)) = tail.rsplit_once('.') else { return false };
    let name_like = stem.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'));
    name_like && cues().has("extension", &extension.to_ascii_lowercase())
}

/// A kana that is an arm, an eye or a smile: ノ in `(^o^)ノ`, ツ alone.
pub(super) fn is_face(a: &Around<'_>) -> bool {
    let inside = a.inside();
    if inside.chars().count() > 3 || !inside.chars().all(|c| "ノﾉツヽヾシメミоωДдﾟゝゞへのｗ".contains(c))
    {
        return false;
    }
    let symbol = |c: char| {
        !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, ',' | '.' | '"' | '“' | '”' | '\'' | '’')
    };
    let before = a.before.trim_end().chars().next_back();
    let after = a.after.trim_start().chars().next();
    let word = a
        .words_before(1)
        .first()
        .is_some_and(|w| matches!(w.as_str(), "face" | "smiley" | "emoticon" | "kaomoji"));
    word || before.is_some_and(symbol)
        || after.is_some_and(symbol) && before.is_none_or(|c| !c.is_alphanumeric())
}
