//! Decisions put into effect, as the binary does it: the page's own file is written here by hand.

mod common;

use common::Folder;
use serde_json::{Value, json};

/// The page's data: of one article, and its findings by what they mark.
struct Page {
    hash: String,
    findings: Vec<Value>,
}

fn page(folder: &Folder, args: &[&str]) -> Page {
    let html = folder.run(&[&["check", "--format", "html", "--fail-on", "never"], args].concat()).stdout;
    let start = html.find("id=\"data-0\">").expect("an article") + "id=\"data-0\">".len();
    let end = start + html[start..].find("</script>").expect("its end");
    let data: Value = serde_json::from_str(&html[start..end]).expect("JSON");
    let findings = data["findings"].as_array().expect("findings").clone();
    Page { hash: data["hash"].as_str().expect("a hash").to_owned(), findings }
}

impl Page {
    fn finding(&self, text: &str) -> &Value {
        self.findings
            .iter()
            .find(|f| f["text"] == text)
            .unwrap_or_else(|| panic!("no `{text}`: {:#?}", self.findings))
    }

    fn decision(&self, text: &str, what: &Value) -> Value {
        let f = self.finding(text);
        let mut out = json!({"fingerprint": f["id"], "rule": f["rule"], "line": f["line"], "text": text});
        for (key, value) in what.as_object().expect("an object") {
            out[key] = value.clone();
        }
        out
    }

    fn accept(&self, text: &str) -> Value {
        self.decision(text, &json!({"decision": "accept", "edits": self.finding(text)["fixes"][0]["edits"]}))
    }

    fn edit(&self, text: &str, with: &str) -> Value {
        let span = &self.finding(text)["span"];
        let what = json!({"decision": "edit", "start": span[0], "end": span[1], "replacement": with});
        self.decision(text, &what)
    }

    fn ignore(&self, text: &str, reason: &str) -> Value {
        let f = self.finding(text);
        let side = if f["at"][0] == 0 { "source" } else { "target" };
        let what = json!({"decision": "ignore", "side": side, "start": f["span"][0], "end": f["span"][1], "reason": reason});
        self.decision(text, &what)
    }

    fn file(&self, path: &str, decisions: &[Value]) -> Value {
        json!({"path": path, "hash": self.hash, "decisions": decisions})
    }
}

fn write(folder: &Folder, files: &[Value]) {
    folder.file("decisions.json", json!({"version": 1, "files": files}).to_string());
}

const MARKDOWN: &str = "# A day\n\nRiding on the东风 of it, we sat，and waited.\n\n| a | b |\n|---|---|\n| 算法 here | it was the the end |\n\nThe 靶材 came late.  \nNobody saw it.\n";

#[test]
fn a_markdown_file_gets_fixes_wordings_and_comments() {
    let folder = Folder::new("apply-md");
    folder.file("a.en.md", MARKDOWN);
    let page = page(&folder, &["a.en.md"]);
    let decisions = [
        page.edit("东风", " spring breeze"),
        page.accept("，"),
        page.edit("算法", "x | y"),
        page.ignore("靶材", "it is -- a\n<name>"),
    ];
    write(&folder, &[page.file("a.en.md", &decisions)]);
    let dry = folder.run(&["apply", "decisions.json", "--dry-run"]);
    assert_eq!((dry.status, &*dry.stderr), (0, ""));
    assert_eq!(dry.stdout, "a.en.md: 1 fix, 2 new wordings, 1 ignored by a comment\n");
    let diff = folder.run(&["apply", "decisions.json", "--diff"]).stdout;
    assert!(diff.contains("\n-Riding on the东风 of it, we sat，and waited.\n+Riding on the spring breeze of it, we sat, and waited.\n"), "{diff}");
    assert_eq!(folder.read("a.en.md"), MARKDOWN);
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, run.stdout, &*run.stderr), (0, dry.stdout, ""));
    let text = folder.read("a.en.md");
    assert!(text.contains("| x \\| y here |"), "{text}");
    // At the line's end it would change what is shown, so it stands before the block.
    let comment = "\n<!-- mtlint-ignore untranslated-text: it is - a name -->\nThe 靶材 came late.  \nNobody";
    assert!(text.contains(comment), "{text}");
    let after = folder.run(&[
        "check",
        "a.en.md",
        "--format",
        "compact",
        "--select",
        "untranslated-text,unused-ignore",
    ]);
    assert_eq!(after.stdout, "");
}

#[test]
fn what_has_no_comments_goes_into_a_baseline() {
    let folder = Folder::new("apply-txt");
    folder.file("a.en.txt", "Riding on the东风 of it.\n");
    let page = page(&folder, &["a.en.txt"]);
    write(&folder, &[page.file("a.en.txt", &[page.ignore("东风", "")])]);
    let run = folder.run(&["apply", "decisions.json", "--baseline", "known.json"]);
    assert_eq!((run.status, &*run.stdout), (0, "a.en.txt: 1 ignored in known.json\n"));
    // A second time adds nothing.
    let first = folder.read("known.json");
    assert_eq!(folder.run(&["apply", "decisions.json", "--baseline", "known.json"]).status, 0);
    assert_eq!(folder.read("known.json"), first);
    let after = folder.run(&["check", "a.en.txt", "--baseline", "known.json"]);
    assert_eq!((after.status, &*after.stderr), (0, ""));
}

#[test]
fn a_changed_file_is_left_and_the_others_are_done() {
    let folder = Folder::new("apply-changed");
    folder.file("a.en.md", "We sat，and waited.\n").file("b.en.md", "They sat，and slept.\n");
    let (a, b) = (page(&folder, &["a.en.md"]), page(&folder, &["b.en.md"]));
    let gone = json!({"path": "gone.en.md", "hash": "0", "decisions": []});
    write(&folder, &[a.file("a.en.md", &[a.accept("，")]), gone, b.file("b.en.md", &[b.accept("，")])]);
    folder.file("a.en.md", "Then we sat，and waited.\n");
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, &*run.stdout), (2, "b.en.md: 1 fix\n"));
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(
        lines[0].starts_with("mtlint: a.en.md:1: changed since its 1 decision was made, the first on `，`"),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("mtlint: gone.en.md: no such file"), "{lines:?}");
    assert_eq!(folder.read("a.en.md"), "Then we sat，and waited.\n");
    assert_eq!(folder.read("b.en.md"), "They sat, and slept.\n");
}

#[test]
fn bilingual_files_stay_what_they_are() {
    let row = |id: u32, target: &str| {
        json!({"id": id.to_string(), "doc": "x", "source": "很好。", "target": target, "source_lang": "zh", "target_lang": "en"}).to_string()
    };
    let folder = Folder::new("apply-jsonl");
    folder.file(
        "a.jsonl",
        format!("{}\n{}\n", row(1, "Riding on the东风 \"of\" it."), row(2, "The 靶材 came.")),
    );
    let own = page(&folder, &["a.jsonl"]);
    let decisions = [own.edit("东风", " \"spring\" \\ wind"), own.ignore("靶材", "a name")];
    write(&folder, &[own.file("a.jsonl", &decisions)]);
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    let text = folder.read("a.jsonl");
    let rows: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(rows[0]["target"], "Riding on the \"spring\" \\ wind \"of\" it.");
    assert_eq!(rows[1]["mtlint-ignore"], json!(["untranslated-text"]));

    let folder = Folder::new("apply-po");
    let po = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#: x.c\nmsgid \"很好\"\nmsgstr \"Riding on the东风 of it\"\n\nmsgid \"靶材来了\"\nmsgstr \"The 靶材 came\"\n";
    folder.file("a.po", po);
    let own = page(&folder, &["a.po", "--source-lang", "zh"]);
    write(&folder, &[own.file("a.po", &[own.edit("东风", " \"spring\""), own.ignore("靶材", "a name")])]);
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    let want = po
        .replace("the东风", "the \\\"spring\\\"")
        .replace("msgid \"靶材", "# mtlint-ignore untranslated-text: a name\nmsgid \"靶材");
    assert_eq!(folder.read("a.po"), want);

    let folder = Folder::new("apply-xliff");
    let xliff = "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"en\"><body>\n<trans-unit id=\"1\"><source>很好</source><target>Riding on the东风 of it</target></trans-unit>\n<trans-unit id=\"2\"><source>靶材来了</source><target>The 靶材 came</target></trans-unit>\n</body></file></xliff>\n";
    folder.file("a.xlf", xliff);
    let own = page(&folder, &["a.xlf"]);
    write(&folder, &[own.file("a.xlf", &[own.edit("东风", " <b> & c"), own.ignore("靶材", "a --> name")])]);
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    let want = xliff.replace("the东风", "the &lt;b&gt; &amp; c").replace(
        "<trans-unit id=\"2\"",
        "<!-- mtlint-ignore untranslated-text: a - name --><trans-unit id=\"2\"",
    );
    assert_eq!(folder.read("a.xlf"), want);
}

#[test]
fn decisions_that_meet_are_told_and_files_keep_their_encodings() {
    let folder = Folder::new("apply-meets");
    folder.file("a.en.md", "Riding on the东风 of it.\n");
    let own = page(&folder, &["a.en.md"]);
    write(&folder, &[own.file("a.en.md", &[own.edit("东风", " wind"), own.edit("东风", " breeze")])]);
    let run = folder.run(&["apply", "decisions.json"]);
    assert_eq!((run.status, &*run.stdout), (2, "a.en.md: 1 new wording\n"));
    assert!(run.stderr.contains("a.en.md:1: `东风` (untranslated-text): meets a decision"), "{}", run.stderr);

    let folder = Folder::new("apply-encoding");
    let text: Vec<u8> =
        "\u{feff}Riding on the东风 of it.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.file("a.en.txt", &text);
    let own = page(&folder, &["a.en.txt"]);
    write(&folder, &[own.file("a.en.txt", &[own.edit("东风", " wind")])]);
    let run = folder.run(&["apply", "decisions.json"]);
    let fixed: Vec<u8> =
        "\u{feff}Riding on the wind of it.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!((run.status, folder.bytes("a.en.txt")), (0, fixed), "{}", run.stderr);

    folder.file("decisions.json", "{\"version\": 7, \"files\": []}");
    let run = folder.run(&["apply", "decisions.json"]);
    assert!(run.stderr.starts_with("mtlint: decisions.json:1: decisions of version 7"), "{}", run.stderr);
}
