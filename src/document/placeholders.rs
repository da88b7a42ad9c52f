//! Placeholders and tags that stand in a text: `%s`, `%(name)d`, `{0}`, `{{name}}`, `${name}`, `<b>`, `</b>`.
//!
//! Only shapes that prose does not have: `100% sure` holds none, `a < b` neither.

use std::ops::Range;

/// The placeholders and tags in `text`, in order.
pub fn placeholders(text: &str) -> Vec<Range<u32>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Range<u32>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = match bytes[at] {
            b'%' if !bytes[..at].last().is_some_and(|b| b.is_ascii_digit() || *b == b'%') => {
                percent(&bytes[at..])
            }
            b'{' => brace(&bytes[at..]),
            b'$' if bytes.get(at + 1) == Some(&b'{') => brace(&bytes[at + 1..]).map(|n| n + 1),
            b'<' => tag(&bytes[at..]),
            _ => None,
        };
        match length {
            Some(length) => {
                out.push(at as u32..(at + length) as u32);
                at += length;
            }
            None => at += 1,
        }
    }
    out
}

/// `%s`, `%1$s`, `%-5.2f`, `%(name)s`, `%@`, `%ld`; what follows must not go on as a word.
fn percent(rest: &[u8]) -> Option<usize> {
    let run = |from: usize, is: &dyn Fn(u8) -> bool| rest[from..].iter().take_while(|b| is(**b)).count();
    let mut at = 1;
    if rest.get(at) == Some(&b'(') {
        let name = run(at + 1, &|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'));
        at += name + 2;
        if name == 0 || rest.get(at - 1) != Some(&b')') {
            return None;
        }
    } else {
        let digits = run(at, &|b| b.is_ascii_digit());
        if digits > 0 && rest.get(at + digits) == Some(&b'$') {
            at += digits + 1;
        }
    }
    at += run(at, &|b| matches!(b, b'-' | b'+' | b'0' | b'#'));
    at += run(at, &|b| b.is_ascii_digit() || matches!(b, b'.' | b'*'));
    at += run(at, &|b| matches!(b, b'l' | b'h' | b'z' | b'q' | b'L')).min(2);
    let is_last = rest.get(at).is_some_and(|b| b"sdiuxXfFeEgGcop@".contains(b));
    let goes_on = rest.get(at + 1).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'%');
    (is_last && !goes_on).then_some(at + 1)
}

/// `{0}`, `{name}`, `{{ name }}`, `{0:N2}`, `{count, number}`.
fn brace(rest: &[u8]) -> Option<usize> {
    let double = rest.get(1) == Some(&b'{');
    let from = 1 + usize::from(double);
    let length = rest[from..].iter().take(60).position(|b| matches!(b, b'{' | b'}' | b'\n'))?;
    let inside = std::str::from_utf8(&rest[from..from + length]).ok()?.trim();
    let end = from + length;
    let is_closed = rest[end] == b'}' && (!double || rest.get(end + 1) == Some(&b'}'));
    let name = inside.split([',', ':', '|', '!']).next().unwrap_or_default().trim_end();
    let is_name = !name.is_empty()
        && name.bytes().all(|b| {
            b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-' | b'$' | b'@' | b'#' | b'%')
        })
        && inside.is_ascii();
    (is_closed && is_name).then_some(end + 1 + usize::from(double))
}

/// `<b>`, `</b>`, `<br/>`, `<a href="x">`: a name of ASCII right behind the bracket, attributes with a sign of equality.
fn tag(rest: &[u8]) -> Option<usize> {
    let from = 1 + usize::from(rest.get(1) == Some(&b'/'));
    if !rest.get(from)?.is_ascii_alphabetic() {
        return None;
    }
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.');
    let name = rest[from..].iter().take(40).take_while(|b| is_name(b)).count();
    let mut quote = None;
    for (i, &b) in rest.iter().enumerate().skip(from + name).take(2000) {
        match (quote, b) {
            (None, b'>') => {
                let inside = &rest[from + name..i];
                let empty = inside.iter().all(|b| b.is_ascii_whitespace() || *b == b'/');
                let is_tag = empty || inside[0].is_ascii_whitespace() && inside.contains(&b'=') && from == 1;
                return is_tag.then_some(i + 1);
            }
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(q), _) if q == b => quote = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    fn found(text: &str) -> Vec<&str> {
        super::placeholders(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect()
    }

    #[test]
    fn shapes_of_many_libraries() {
        assert_eq!(
            found(
                "%s of %1$s, %(name)s; {0} {user.name} {{ count }} ${x} <b>%.2f</b><br/> <a href=\"x>y\">%ld"
            ),
            [
                "%s",
                "%1$s",
                "%(name)s",
                "{0}",
                "{user.name}",
                "{{ count }}",
                "${x}",
                "<b>",
                "%.2f",
                "</b>",
                "<br/>",
                "<a href=\"x>y\">",
                "%ld"
            ]
        );
    }

    #[test]
    fn prose_holds_none() {
        for text in [
            "100% sure",
            "50%s",
            "a < b and c > d",
            "{ a set }",
            "{}",
            "5 %",
            "%d5",
            "<3 you>",
            "<see below>",
            "{中}",
            "%%s",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
