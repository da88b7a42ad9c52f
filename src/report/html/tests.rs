//! The page as text: what is escaped, what it consists of, that it is the same each time.

use std::path::PathBuf;

use serde_json::Value;

use super::{SCRIPT, STYLE, render};
use crate::config::{Overrides, Resolver};
use crate::report::Report;
use crate::run::run;
use crate::walk::{Input, Origin};

/// The page of texts that are files for as long as it is made.
fn page(name: &str, files: &[(&str, &str)]) -> String {
    let folder = std::env::temp_dir().join(format!("mtlint-page-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let input = |(i, (name, text)): (usize, &(&str, &str))| {
        // Names are to be hostile, too.
        let path: PathBuf = folder.join(i.to_string());
        std::fs::write(&path, text).expect("a file");
        let origin = Origin::File(path);
        Input { name: (*name).to_owned(), origin, source: None, target_lang: None, source_lang: None }
    };
    let inputs: Vec<Input> = files.iter().enumerate().map(input).collect();
    let overrides = Overrides { transcripts: true, ..Overrides::default() };
    let resolver = Resolver::new(true, None, overrides).expect("settings");
    let report = Report::new(run(&inputs, &resolver), Vec::new(), false);
    let _ = std::fs::remove_dir_all(&folder);
    let mut out = Vec::new();
    render(&report, &mut out).expect("a page");
    String::from_utf8(out).expect("UTF-8")
}

fn json(page: &str, id: &str) -> Value {
    let start = page.find(&format!("id=\"{id}\">")).expect("the element") + id.len() + 6;
    let end = start + page[start..].find("</script>").expect("its end");
    serde_json::from_str(&page[start..end]).expect("JSON")
}

const HOSTILE: &str = "Riding on the东风 of it </script><script>alert(1)</script> <!-- x --> \u{2028} & \u{202e}abc\u{202c}.\n\n𠀀𠀀 and 靶材 left.\n";

#[test]
fn a_text_cannot_leave_its_element() {
    let page = page("hostile", &[("a</title><b>.en.txt", HOSTILE)]);
    assert!(!page.contains("alert(1)</script>") && !page.contains("\u{2028}") && !page.contains("<!-- x"));
    assert!(
        page.contains("<title>a&lt;&#x2f;title&gt;&lt;b&gt;.en.txt – mtlint</title>"),
        "{}",
        &page[..900]
    );
    let article = json(&page, "data-0");
    assert_eq!(article["text"][1][0][0], HOSTILE.lines().next().expect("a line"));
    assert_eq!(page.matches("<script").count(), 3);
}

#[test]
fn nothing_is_loaded_and_only_its_own_script_runs() {
    let page = page("policy", &[("a.en.txt", "All is well.\n")]);
    let policy = page.lines().find(|l| l.contains("Content-Security-Policy")).expect("a policy");
    assert!(
        policy.contains("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert!(
        page.contains(&format!("<style>{STYLE}</style>"))
            && page.contains(&format!("<script>{SCRIPT}</script>"))
    );
    // The name of a namespace is no address that is loaded.
    let named = "http://www.w3.org/2000/svg";
    assert_eq!(
        page.matches("http").count(),
        page.matches(named).count() + page.matches("http-equiv").count()
    );
    assert!(!STYLE.contains("url(") && !SCRIPT.contains("innerHTML") && !SCRIPT.contains("eval("));
}

#[test]
fn offsets_are_those_of_the_text() {
    let article = json(&page("offsets", &[("a.en.txt", HOSTILE)]), "data-0");
    for finding in article["findings"].as_array().expect("findings") {
        let at: Vec<usize> = finding["at"]
            .as_array()
            .expect("a place")
            .iter()
            .map(|v| v.as_u64().unwrap_or(0) as usize)
            .collect();
        let text: Vec<u16> =
            article["text"][at[0]][at[1]][0].as_str().expect("text").encode_utf16().collect();
        let marked = String::from_utf16(&text[at[2]..at[3]]).expect("whole characters");
        assert_eq!(finding["text"], marked.as_str());
    }
    assert!(article["findings"].as_array().is_some_and(|all| all.iter().any(|f| f["text"] == "靶材")));
}

#[test]
fn an_index_tells_of_all_articles() {
    let files = [("a.en.txt", "Riding on the东风 of it.\n"), ("b.en.txt", "All is well.\n")];
    let page = page("index", &files);
    let index = json(&page, "index");
    assert_eq!(index["articles"].as_array().map(Vec::len), Some(2));
    assert_eq!(index["articles"][0]["rules"]["untranslated-text"], 1);
    assert_eq!(index["articles"][0]["severities"], serde_json::json!([1, 0, 0]));
    assert_eq!(index["articles"][0]["hash"], json(&page, "data-0")["hash"]);
    assert!(
        index["rules"]["untranslated-text"]["doc"].as_str().is_some_and(|doc| doc.contains("What it does"))
    );
    assert_eq!(json(&page, "data-1")["findings"], serde_json::json!([]));
}

#[test]
fn it_is_the_same_each_time() {
    let files = [
        ("a.en.txt", HOSTILE),
        (
            "b.en.txt",
            "Old Brandvold rose. Then Brandvold sat.\n\nAt last Brandvolt slept; Brandvolt dreamt.\n",
        ),
    ];
    assert_eq!(page("once", &files), page("again", &files));
}
