//! TBX, the exchange format for termbases: core elements of the version of 2008 (`termEntry`, `langSet`, `tig`) and of
//! version 3 (`conceptEntry`, `langSec`, `termSec`). Each two languages of a concept make a term in both directions.

use super::{line, malformed, place};
use crate::document::Lang;
use crate::document::readers::xml::{Fault, Token, Tokens, attribute, decoded, local};
use crate::error::Error;
use crate::glossary::Term;
use crate::source::SourceFile;

/// What the base says of a rendering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Preferred,
    Admitted,
    Deprecated,
}

/// A term of one language.
#[derive(Clone, Debug)]
struct Form {
    lang: Lang,
    text: String,
    status: Status,
    line: u32,
}

/// The terms of a file.
pub(super) fn read(file: &SourceFile) -> Result<Vec<Term>, Error> {
    let mut reader = Reader { file, tokens: Tokens::new(&file.text, file.start() as usize) };
    reader.read().map_err(|f| malformed(file, line(file, f.at), f.problem))
}

struct Reader<'f> {
    file: &'f SourceFile,
    tokens: Tokens<'f>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<Vec<Term>, Fault> {
        let (mut out, mut root) = (Vec::new(), false);
        while let Some((token, span)) = self.tokens.next()? {
            let Token::Start { name, empty, .. } = token else { continue };
            match local(name) {
                "martif" | "tbx" => root = true,
                other if !root => {
                    let problem =
                        format!("the root is `<{other}>`, neither `<tbx>` nor `<martif>`; this is no TBX");
                    return Err(Fault { at: span.start as usize, problem });
                }
                "termEntry" | "conceptEntry" if !empty => {
                    let forms = self.concept()?;
                    out.extend(self.terms(&forms));
                }
                _ => {}
            }
        }
        Ok(out)
    }

    /// The forms of a concept, up to its end tag.
    fn concept(&mut self) -> Result<Vec<Form>, Fault> {
        let (mut forms, mut lang, mut first): (Vec<Form>, Option<Lang>, usize) = (Vec::new(), None, 0);
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::Start { name, tag, empty: false } => match local(name) {
                    "langSet" | "langSec" => {
                        lang = attribute(tag, &["xml:lang"]).and_then(|l| Lang::parse(&l));
                    }
                    "tig" | "ntig" | "termSec" => first = forms.len(),
                    "term" => {
                        let text = self.content()?;
                        let line = line(self.file, span.start as usize);
                        let status = Status::Admitted;
                        forms.extend(lang.clone().map(|lang| Form { lang, text, status, line }));
                    }
                    "termNote" | "administrativeStatus" => {
                        if let Some(status) = status(&self.content()?) {
                            forms[first..].iter_mut().for_each(|form| form.status = status);
                        }
                    }
                    _ => {}
                },
                Token::End(name) if matches!(local(name), "termEntry" | "conceptEntry") => break,
                _ => {}
            }
        }
        Ok(forms)
    }

    /// The text of an element, up to its end tag; elements inside are left out.
    fn content(&mut self) -> Result<String, Fault> {
        let (mut out, mut depth) = (String::new(), 0);
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::Start { empty, .. } => depth += i32::from(!empty),
                Token::End(_) if depth == 0 => break,
                Token::End(_) => depth -= 1,
                Token::Text => out.push_str(&decoded(self.file.slice(span))),
                Token::Cdata(inside) => out.push_str(self.file.slice(inside)),
                Token::Comment(_) | Token::Other => {}
            }
        }
        Ok(out.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn terms(&self, forms: &[Form]) -> Vec<Term> {
        let mut out: Vec<Term> = Vec::new();
        for source in forms.iter().filter(|f| f.status != Status::Deprecated) {
            for lang in forms.iter().map(|f| &f.lang) {
                let langs = Some((source.lang.clone(), lang.clone()));
                let known = out.iter().any(|t| t.source == source.text && t.langs == langs);
                if *lang == source.lang || known {
                    continue;
                }
                let mut term = Term::new(&source.text, place(self.file, source.line));
                term.langs = langs;
                let of = |status| {
                    let matching = forms.iter().filter(move |f| f.lang == *lang && f.status == status);
                    matching.map(|f| f.text.clone())
                };
                term.renderings = of(Status::Preferred).chain(of(Status::Admitted)).collect();
                term.forbidden = of(Status::Deprecated).collect();
                if super::check(&term).is_ok() {
                    out.push(term);
                }
            }
        }
        out
    }
}

/// The status that a note tells: `preferredTerm-admn-sts`, `deprecatedTerm`.
fn status(note: &str) -> Option<Status> {
    let kind = note.trim().split("-admn-sts").next().unwrap_or_default();
    match kind {
        "preferredTerm" | "preferred" | "standardizedTerm" => Some(Status::Preferred),
        "admittedTerm" | "admitted" | "legalTerm" => Some(Status::Admitted),
        "deprecatedTerm" | "deprecated" | "supersededTerm" | "superseded" => Some(Status::Deprecated),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::glossary::Glossary;
    use crate::source::SourceFile;

    fn read(text: &str) -> Result<Glossary, String> {
        Glossary::parse(&SourceFile::new("t.tbx", text)).map_err(|e| e.to_string())
    }

    #[test]
    fn both_versions_are_read() {
        let old = "<martif type='TBX'><text><body><termEntry id='1'><langSet xml:lang='zh'><tig><term>风控</term></tig></langSet>\n\
            <langSet xml:lang='en'><tig><term>risk &amp; control</term><termNote type='partOfSpeech'>noun</termNote></tig>\n\
            <tig><term>danger control</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote></tig>\n\
            </langSet></termEntry></body></text></martif>";
        let new = old
            .replace("martif type='TBX'", "tbx style='dct'")
            .replace("martif", "tbx")
            .replace("termEntry", "conceptEntry")
            .replace("langSet", "langSec")
            .replace("tig>", "termSec>");
        for text in [old, &new] {
            let glossary = read(text).expect("a termbase");
            let [there, back] = glossary.terms() else { panic!("{glossary:?}") };
            assert_eq!((&*there.source, &there.renderings[..]), ("风控", &["risk & control".to_owned()][..]));
            assert_eq!(
                (&there.forbidden[..], &*there.place),
                (&["danger control".to_owned()][..], "t.tbx:1")
            );
            assert_eq!((&*back.source, &back.renderings[..]), ("risk & control", &["风控".to_owned()][..]));
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        assert!(read("<tbx>\n<text>").expect_err("an error").starts_with("t.tbx:"));
        assert!(read("<html></html>").expect_err("an error").contains("this is no TBX"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(<tbx>|<termEntry>|<langSet xml:lang='zh'>|<tig>|<term>|<termNote>|</[a-zA-Z]{3,9}>|&|\\PC){0,12}") {
            let _ = read(&text);
        }
    }
}
