//! Bytes to text: UTF-8 as it is, UTF-16 by its mark, and the East Asian encodings by detection.

use crate::error::Error;

/// How a file's bytes were encoded. Spans are into the decoded text in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// Another encoding, by its WHATWG name in lower case (`gb18030`, `big5`, `shift_jis`, `utf-16le` …).
    Other(&'static str),
}

impl Encoding {
    /// The WHATWG name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Other(name) => name,
        }
    }
}

/// Decodes `bytes`. UTF-8 is taken without a copy and keeps its byte order mark; anything else is decoded whole.
///
/// # Errors
/// [`Error::Decode`] where the bytes are binary or broken in the encoding that fits them best.
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<(String, Encoding), Error> {
    let failed = |bytes: &[u8], at: usize, problem: String| Error::Decode {
        path: path.to_owned(),
        line: 1 + bytes[..at.min(bytes.len())].iter().filter(|&&b| b == b'\n').count() as u32,
        problem,
    };
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes[..] {
        let encoding = if bytes[0] == 0xFF { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
        let (text, broken) = encoding.decode_without_bom_handling(&bytes);
        if broken {
            return Err(failed(&bytes, 0, "it begins as UTF-16 and does not go on so".into()));
        }
        return Ok((text.into_owned(), named(encoding)));
    }
    let (bytes, at) = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, Encoding::Utf8)),
        Err(e) => {
            let at = e.utf8_error().valid_up_to();
            (e.into_bytes(), at)
        }
    };
    if let Some(zero) = bytes.iter().position(|&b| b == 0) {
        return Err(failed(
            &bytes,
            zero,
            "it holds NUL bytes: a binary file, or UTF-16 without a mark".into(),
        ));
    }
    let encoding = declared(&bytes).unwrap_or_else(|| guess(&bytes));
    // A text that is UTF-8 but for a few bytes is damaged UTF-8; reading all of it as Windows-1252 would make rubbish.
    let bad = bytes.utf8_chunks().filter(|c| !c.invalid().is_empty()).count();
    let wide = bytes.utf8_chunks().flat_map(|c| c.valid().chars()).filter(|c| !c.is_ascii()).count();
    if wide > bad * 4 {
        return Err(failed(&bytes, at, "it is UTF-8 with broken bytes".into()));
    }
    match encoding.decode_without_bom_handling_and_without_replacement(&bytes) {
        Some(text) => Ok((text.into_owned(), named(encoding))),
        None => Err(failed(&bytes, at, format!("its bytes are neither UTF-8 nor clean {}", encoding.name()))),
    }
}

/// What the head of a file says of its encoding, as XML, HTML and PO write it. It is believed only where the bytes are not
/// UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]);
    let head = head.as_ref();
    let (_, rest) = head.split_once("encoding=").or_else(|| head.split_once("charset="))?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end =
        label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(label.len());
    let encoding = encoding_rs::Encoding::for_label(&label.as_bytes()[..end])?;
    let is_one = encoding != encoding_rs::UTF_8 && encoding.is_ascii_compatible();
    let encoding = if encoding == encoding_rs::GBK { encoding_rs::GB18030 } else { encoding };
    is_one.then_some(encoding)
}

fn guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    // GB18030 holds all of GBK and every other character besides.
    if guessed == encoding_rs::GBK { encoding_rs::GB18030 } else { guessed }
}

fn named(encoding: &'static encoding_rs::Encoding) -> Encoding {
    Encoding::Other(match encoding.name() {
        "GB18030" => "gb18030",
        "Big5" => "big5",
        "Shift_JIS" => "shift_jis",
        "EUC-JP" => "euc-jp",
        "EUC-KR" => "euc-kr",
        "ISO-2022-JP" => "iso-2022-jp",
        "UTF-16LE" => "utf-16le",
        "UTF-16BE" => "utf-16be",
        "windows-1250" => "windows-1250",
        "windows-1251" => "windows-1251",
        "windows-1252" => "windows-1252",
        "windows-1254" => "windows-1254",
        "ISO-8859-2" => "iso-8859-2",
        "ISO-8859-5" => "iso-8859-5",
        "ISO-8859-7" => "iso-8859-7",
        "ISO-8859-15" => "iso-8859-15",
        "KOI8-R" => "koi8-r",
        "KOI8-U" => "koi8-u",
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::error::Error;

    fn name(bytes: &[u8]) -> (String, &'static str) {
        let (text, encoding) = decode("a.txt", bytes.to_vec()).expect("decodes");
        (text, encoding.name())
    }

    #[test]
    fn utf8_is_kept_as_it_is() {
        assert_eq!(name("\u{feff}东风".as_bytes()), ("\u{feff}东风".into(), "utf-8"));
    }

    #[test]
    fn east_asian_encodings_are_recognised() {
        let zh = "中国的科技公司今年发布了许多新的产品,市场反应热烈。投资者对未来充满信心。";
        let (bytes, ..) = encoding_rs::GB18030.encode(zh);
        assert_eq!(name(&bytes), (zh.into(), "gb18030"));
        let tw = "台灣的科技公司今年發布了許多新的產品，市場反應熱烈。投資者對未來充滿信心。";
        let (bytes, ..) = encoding_rs::BIG5.encode(tw);
        assert_eq!(name(&bytes), (tw.into(), "big5"));
        let ja = "東京の会社は今年、多くの新しい製品を発表しました。市場の反応はよいようです。";
        let (bytes, ..) = encoding_rs::SHIFT_JIS.encode(ja);
        assert_eq!(name(&bytes), (ja.into(), "shift_jis"));
    }

    #[test]
    fn what_a_file_says_of_its_encoding_is_believed() {
        let po = b"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-2\\n\"\n# \xb1\xb6\n";
        let (text, encoding) = name(po);
        assert!(text.ends_with("# \u{105}\u{15b}\n") && encoding == "iso-8859-2", "{text} {encoding}");
        assert_eq!(name(b"<?xml version='1.0' encoding='koi8-r'?>\xf4").1, "koi8-r");
    }

    #[test]
    fn utf16_is_read_by_its_mark() {
        let bytes: Vec<u8> = "\u{feff}the 东风".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(name(&bytes), ("\u{feff}the 东风".into(), "utf-16le"));
    }

    #[test]
    fn binary_and_damaged_files_are_refused_with_a_line() {
        let binary = decode("a.png", b"ab\ncd\xff\x00".to_vec());
        assert!(matches!(binary, Err(Error::Decode { line: 2, .. })), "{binary:?}");
        let mut broken = "一二三四五六七八九十\n东风".as_bytes().to_vec();
        broken.push(0xE4);
        let broken = decode("a.txt", broken);
        assert!(matches!(broken, Err(Error::Decode { line: 2, .. })), "{broken:?}");
    }
}
