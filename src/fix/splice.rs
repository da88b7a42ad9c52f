//! Edits of a text put into the bytes it was decoded from, so that all the rest of a file stays as it is, byte for byte.

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::error::Error;
use crate::finding::FileEdit;
use crate::source::{Encoding, decode};

/// Puts edits into a file's bytes. Their spans are into the decoded text, sorted, and do not meet.
///
/// # Errors
/// If the file's encoding has no room for a replacement, or keeps a state from one character to the next.
pub fn splice(path: &str, bytes: &[u8], edits: &[&FileEdit]) -> Result<Vec<u8>, Error> {
    let (text, encoding) = decode(path, bytes.to_vec())?;
    let mut ends: Vec<usize> =
        edits.iter().flat_map(|e| [e.span.start as usize, e.span.end as usize]).collect();
    let refuse = |why: &str| Error::Usage(format!("{path}: not fixed: {why}; save it as UTF-8"));
    if ends.iter().any(|&at| !text.is_char_boundary(at)) || !ends.is_sorted() {
        return Err(Error::Usage(format!(
            "{path}: not fixed: the edits are not those of this text; check it again"
        )));
    }
    let encoder = match encoding {
        Encoding::Utf8 => Encoder::Utf8,
        Encoding::Other(name) => {
            let Some(encoding) = encoding_rs::Encoding::for_label(name.as_bytes()) else {
                return Err(refuse(&format!("{name} cannot be written")));
            };
            if encoding == encoding_rs::ISO_2022_JP {
                return Err(refuse("iso-2022-jp switches between alphabets on its way"));
            }
            in_bytes(encoding, bytes, &mut ends)
                .ok_or_else(|| refuse(&format!("a place of it cannot be found in {name}")))?;
            Encoder::Other(encoding)
        }
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for (edit, ends) in edits.iter().zip(ends.chunks_exact(2)) {
        out.extend(&bytes[at..ends[0]]);
        let with = encoder
            .encode(&edit.replacement)
            .ok_or_else(|| refuse(&format!("{} has no room for `{}`", encoding.name(), edit.replacement)))?;
        out.extend(with);
        at = ends[1];
    }
    out.extend(&bytes[at..]);
    Ok(out)
}

enum Encoder {
    Utf8,
    Other(&'static encoding_rs::Encoding),
}

impl Encoder {
    fn encode(&self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Utf8 => Some(text.as_bytes().to_vec()),
            Self::Other(e) if *e == UTF_16LE => {
                Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect())
            }
            Self::Other(e) if *e == UTF_16BE => {
                Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect())
            }
            Self::Other(e) => {
                let (bytes, _, unmappable) = e.encode(text);
                (!unmappable).then(|| bytes.into_owned())
            }
        }
    }
}

/// Turns sorted offsets into the decoded text into offsets of the bytes: decoded byte by byte, a character ends with the
/// byte that brings it out. Nothing if an offset falls inside what comes out at once.
fn in_bytes(encoding: &'static encoding_rs::Encoding, bytes: &[u8], offsets: &mut [usize]) -> Option<()> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut next = offsets.iter_mut().peekable();
    let (mut done, mut room) = (0, [0; 16]);
    for at in 0..=bytes.len() {
        while let Some(offset) = next.next_if(|offset| **offset == done) {
            *offset = at;
        }
        let Some(byte) = bytes.get(at) else { break };
        let (_, _, written, _) = decoder.decode_to_utf8(&[*byte], &mut room, false);
        done += written;
        if next.peek().is_some_and(|offset| **offset < done) {
            return None;
        }
    }
    next.peek().is_none().then_some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::splice;
    use crate::finding::FileEdit;
    use crate::source::{Span, decode};

    fn edit(start: usize, end: usize, with: &str) -> FileEdit {
        FileEdit {
            path: "a".into(),
            span: Span::new(start as u32, end as u32),
            replacement: with.into(),
            shown: with.into(),
        }
    }

    fn spliced(bytes: &[u8], edits: &[FileEdit]) -> Result<Vec<u8>, String> {
        splice("a.txt", bytes, &edits.iter().collect::<Vec<_>>()).map_err(|e| e.to_string())
    }

    #[test]
    fn edits_are_put_in_in_order() {
        assert_eq!(spliced(b"abcde", &[edit(1, 2, "XX"), edit(4, 4, "!")]).expect("fits"), b"aXXcd!e");
    }

    #[test]
    fn edits_of_another_text_are_refused() {
        let error = spliced("东".as_bytes(), &[edit(1, 2, "")]).expect_err("inside a character");
        assert!(error.contains("check it again"), "{error}");
    }

    #[test]
    fn what_an_encoding_cannot_write_is_refused() {
        let text = "台灣的科技公司今年發布了許多新的產品，市場反應熱烈。投資者對未來充滿信心。";
        let (bytes, ..) = encoding_rs::BIG5.encode(text);
        let error = spliced(&bytes, &[edit(0, 3, "🙂")]).expect_err("no such character");
        assert!(error.contains("big5 has no room for `🙂`; save it as UTF-8"), "{error}");
    }

    proptest! {
        /// In every encoding the bytes around an edit stay as they were, and what is read afterwards is the edited text.
        #[test]
        fn the_rest_stays_byte_for_byte(
            before in "[a-z ，。中国科技公司今年]{0,40}", old in "[a-z东风]{0,6}", after in "[a-z ，。的市场反应热烈]{0,40}",
            with in "[a-z好的]{0,6}", which in 0..4_usize,
        ) {
            let frame = "中国的科技公司今年发布了许多新的产品，市场反应热烈。";
            let text = format!("{frame}{before}{old}{after}{frame}");
            let encode = |text: &str| match which {
                0 => text.as_bytes().to_vec(),
                1 => encoding_rs::GB18030.encode(text).0.into_owned(),
                2 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
                _ => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
            };
            let start = frame.len() + before.len() + if which > 1 { 3 } else { 0 };
            let bytes = encode(&text);
            prop_assume!(decode("a", bytes.clone()).is_ok_and(|(read, _)| read.trim_start_matches('\u{feff}') == text));
            let done = spliced(&bytes, &[edit(start, start + old.len(), &with)]).expect("fits");
            prop_assert_eq!(done, encode(&format!("{frame}{before}{with}{after}{frame}")));
        }
    }
}
