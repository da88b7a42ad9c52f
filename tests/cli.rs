//! The binary as a user calls it: what is checked, what is printed, how it ends.

mod common;

use common::{Folder, mtlint};
use insta::assert_snapshot;

const LEFTOVER: &str = "Riding on the东风 of innovation.\n";

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_leftover_is_a_finding_and_ends_with_1() {
    let folder = Folder::new("finding");
    let run = folder.file("a.en.txt", LEFTOVER).run(&["check", "a.en.txt", "--format", "compact"]);
    assert_eq!(run.status, 1);
    assert_snapshot!(run.stdout, @"a.en.txt:1:14: error untranslated-text: `东风` is left untranslated");
    assert_eq!(run.stderr, "");
}

#[test]
fn fail_on_decides_the_status() {
    let folder = Folder::new("fail-on");
    folder.file("a.en.txt", LEFTOVER).file("b.en.txt", "All is well.\n");
    assert_eq!(folder.run(&["check", "a.en.txt", "--fail-on", "never"]).status, 0);
    assert_eq!(folder.run(&["check", "a.en.txt", "--fail-on", "error"]).status, 1);
    assert_eq!(folder.run(&["check", "b.en.txt"]).status, 0);
    assert_eq!(folder.run(&["check", "b.en.txt", "--no-such-flag"]).status, 2);
}

#[test]
fn pretty_output_puts_carets_under_wide_characters() {
    let folder = Folder::new("pretty");
    let run = folder.file("a.en.txt", LEFTOVER).run(&["check", "a.en.txt"]);
    assert_snapshot!(run.stdout, @r"
    error[untranslated-text]: `东风` is left untranslated
     --> a.en.txt:1:14
      |
    1 | Riding on the东风 of innovation.
      |              ^^^^
      |
      = help: dōngfēng: easterly wind; spring breeze; revolutionary momentum

    1 error, 0 warnings in 1 file, 7 words; score 28.6
    ");
}

#[test]
fn the_json_report_says_where_in_bytes_lines_and_columns() {
    let folder = Folder::new("json");
    let text = "First.\nRiding on the东风 of it.\n";
    let run = folder.file("a.en.txt", text).run(&["check", "a.en.txt", "--format", "json"]);
    let report = json(&run.stdout);
    assert_eq!(report["version"], 1);
    let finding = &report["findings"][0];
    let span = &finding["span"];
    let at = |key: &str| usize::try_from(span[key].as_u64().expect("a number")).expect("fits");
    assert_eq!(&text[at("start")..at("end")], "东风");
    assert_eq!((at("line"), at("column"), at("end_line"), at("end_column")), (2, 14, 2, 16));
    assert_eq!((finding["side"].as_str(), finding["segment"].as_u64()), (Some("target"), Some(1)));
    assert!(finding["confidence"].as_f64().is_some_and(|c| (0.9..=1.0).contains(&c)));
    assert_eq!(report["summary"]["by_severity"]["error"], 1);
    assert_eq!(report["files"][0]["encoding"], "utf-8");
}

#[test]
fn one_bad_file_takes_nothing_from_the_others() {
    let folder = Folder::new("bad-file");
    folder
        .file("a.en.txt", LEFTOVER)
        .file("b.en.txt", b"\xff\xfe\x00\xd8")
        .file("c.jsonl", "{\"target\": 5}\n");
    let run = folder.run(&["check", "--format", "compact", "--fail-on", "never"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("a.en.txt:1:14"), "{}", run.stdout);
    assert!(run.stderr.contains("b.en.txt:1: cannot be read as text"), "{}", run.stderr);
    assert!(run.stderr.contains("c.jsonl:1: `target` is no string"), "{}", run.stderr);
    assert_eq!(folder.run(&["check", "nowhere.md"]).status, 2);
}

#[test]
fn other_encodings_are_read_and_named() {
    let folder = Folder::new("encoding");
    let text = "Riding on the东风 of innovation, 中国的科技公司今年发布了许多新的产品。\n";
    let (gb, ..) = encoding_rs::GB18030.encode(text);
    let report = json(&folder.file("a.en.txt", gb).run(&["check", "a.en.txt", "--format", "json"]).stdout);
    assert_eq!(report["files"][0]["encoding"], "gb18030");
    assert_eq!(report["findings"][0]["span"]["column"], 14);
}

#[test]
fn standard_input_goes_by_the_name_it_is_given() {
    let folder = Folder::new("stdin");
    let run = folder
        .pipe(&["check", "-", "--stdin-filename", "x/a.en.txt", "--format", "compact"], LEFTOVER.as_bytes());
    assert_eq!(run.status, 1);
    assert!(run.stdout.starts_with("x/a.en.txt:1:14:"), "{}", run.stdout);
}

#[test]
fn sources_are_read_and_not_checked() {
    let folder = Folder::new("pairs");
    folder.file("a.en.txt", LEFTOVER).file("a.zh.txt", "乘着创新的东风。\n").file("b.zh.txt", "没有译文。\n");
    folder.file("ja/c.txt", "東京。\n").file("en/c.txt", "Tokyo.\n");
    let run = folder.run(&["check", "--format", "json"]);
    let files = &json(&run.stdout)["files"];
    assert_eq!(files.as_array().map(Vec::len), Some(2));
    assert_eq!(
        (files[0]["path"].as_str(), files[0]["source"].as_str()),
        (Some("a.en.txt"), Some("a.zh.txt"))
    );
    assert_eq!(
        (files[1]["path"].as_str(), files[1]["source"].as_str()),
        (Some("en/c.txt"), Some("ja/c.txt"))
    );
    assert!(run.stderr.contains("b.zh.txt: skipped"), "{}", run.stderr);
    let alone = json(&folder.run(&["check", "a.en.txt", "--format", "json", "--no-pairing"]).stdout);
    assert_eq!(alone["files"][0]["source"], serde_json::Value::Null);
    let named = json(&folder.run(&["check", "a.en.txt", "--format", "json"]).stdout);
    assert_eq!(named["files"][0]["source"], "a.zh.txt");
}

#[test]
fn an_empty_line_opposite_text_is_an_omission() {
    let folder = Folder::new("omission");
    folder.file("a.zh.txt", "灯塔建于1874年。\n看守人的妻子养了二十只山羊，卖羊奶给游客。\n冬天没有船来。\n");
    folder.file("a.en.txt", "The lighthouse was built in 1874.\n\nIn winter no ship comes.\n");
    let report = json(&folder.run(&["check", "a.en.txt", "--format", "json"]).stdout);
    let finding = &report["findings"][0];
    assert_eq!((finding["rule"].as_str(), finding["side"].as_str()), (Some("omission"), Some("source")));
    assert_eq!((finding["path"].as_str(), finding["span"]["line"].as_u64()), (Some("a.zh.txt"), Some(2)));
    let place = &finding["related"][0];
    assert_eq!((place["side"].as_str(), place["span"]["column"].as_u64()), (Some("target"), Some(34)));
    assert_eq!(place["span"]["start"], place["span"]["end"]);
}

#[test]
fn the_alignment_is_shown_by_lines() {
    let folder = Folder::new("alignment");
    folder
        .file("a.zh.txt", "\n灯塔建于1874年。\n冬天没有船来，春天来了很多游客。\n镇长说，这里有65户人家。\n");
    folder.file(
        "a.en.txt",
        "The lighthouse was built in 1874.\nIn winter no ship comes.\nIn spring many tourists come.\nThe mayor says that 65 families live here.\nVisitors may borrow rubber boots and rakes at the office behind the church.\n");
    let run = folder.run(&["inspect", "alignment", "--source", "a.zh.txt", "a.en.txt", "--format", "jsonl"]);
    assert_snapshot!(run.stdout, @r#"
    {"source":[1],"target":[0]}
    {"source":[2],"target":[1,2]}
    {"source":[3],"target":[3]}
    {"source":[],"target":[4]}
    "#);
}

#[test]
fn a_source_file_fits_one_target_only() {
    let folder = Folder::new("source");
    folder.file("a.en.txt", LEFTOVER).file("b.en.txt", LEFTOVER).file("z.txt", "东风。\n");
    let run = folder.run(&["check", "a.en.txt", "b.en.txt", "--source", "z.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("give a folder"), "{}", run.stderr);
    let run = folder.run(&["check", "a.en.txt", "--source", "z.txt", "--format", "json"]);
    assert_eq!(json(&run.stdout)["files"][0]["source"], "z.txt");
}

#[test]
fn gitignore_and_exclude_leave_files_out() {
    let folder = Folder::new("walk");
    folder.file("a.en.txt", LEFTOVER).file("drafts/b.en.txt", LEFTOVER).file("old/c.en.txt", LEFTOVER);
    folder.file(".gitignore", "drafts/\n").file("picture.png", "x");
    let files = |args: &[&str]| json(&folder.run(args).stdout)["summary"]["files"].clone();
    assert_eq!(files(&["check", "--format", "json"]), 2);
    assert_eq!(files(&["check", "--format", "json", "--exclude", "old/**"]), 1);
}

#[test]
fn the_nearest_configuration_counts() {
    let folder = Folder::new("config");
    folder.file("mtlint.toml", "ignore = [\"untranslated-text\"]\n").file("a.en.txt", LEFTOVER);
    folder
        .file("news/mtlint.toml", "[severity]\n\"untranslated-text\" = \"info\"\n")
        .file("news/b.en.txt", LEFTOVER);
    let severities = |args: &[&str]| {
        let report = json(&folder.run(args).stdout);
        let findings = report["findings"].as_array().expect("findings").clone();
        findings.iter().map(|f| f["severity"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(severities(&["check", "--format", "json"]), ["info"]);
    assert_eq!(severities(&["check", "--format", "json", "--isolated"]), ["error", "error"]);
    assert_eq!(
        severities(&["check", "a.en.txt", "--format", "json", "--config", "news/mtlint.toml"]),
        ["info"]
    );
}

#[test]
fn a_fault_in_the_configuration_is_shown_in_place() {
    let folder = Folder::new("config-fault");
    folder.file("mtlint.toml", "ignore = [\n  \"untranslated-txt\",\n]\n").file("a.en.txt", LEFTOVER);
    let run = folder.run(&["check", "a.en.txt"]);
    assert_eq!(run.status, 2);
    assert_snapshot!(run.stderr.replace(&*std::env::temp_dir().to_string_lossy(), "TMP").lines().filter(|l| !l.contains("-->")).collect::<Vec<_>>().join("\n"), @r#"
    mtlint: error: no rule `untranslated-txt`; did you mean `untranslated-text`?
      |
    2 |   "untranslated-txt",
      |   ^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn what_is_allowed_is_not_reported() {
    let folder = Folder::new("allow");
    folder.file("a.en.txt", "Riding on the东风 of it, and on the 东风 train.\n");
    folder.file("mtlint.toml", "[allow]\nphrases = [\"the 东风 train\"]\n");
    let run = folder.run(&["check", "a.en.txt", "--format", "compact"]);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    folder.file("mtlint.toml", "[allow]\nwords = [\"东风\"]\n");
    assert_eq!(folder.run(&["check", "a.en.txt"]).status, 0);
}

#[test]
fn selected_and_ignored_rules() {
    let folder = Folder::new("select");
    folder.file("a.en.txt", LEFTOVER);
    assert_eq!(folder.run(&["check", "a.en.txt", "--ignore", "untranslated-text"]).status, 0);
    assert_eq!(folder.run(&["check", "a.en.txt", "--select", "untranslated-segment"]).status, 0);
    assert_eq!(folder.run(&["check", "a.en.txt", "--select", "untranslated-text"]).status, 1);
    let run = folder.run(&["check", "a.en.txt", "--select", "untranslatd-text"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean `untranslated-text`"), "{}", run.stderr);
}

#[test]
fn ignore_keys_and_those_that_silence_nothing() {
    let folder = Folder::new("ignore");
    let row =
        |target: &str| format!("{{\"target\": \"{target}\", \"mtlint-ignore\": [\"untranslated-text\"]}}\n");
    folder.file("a.jsonl", row("the东风 of it") + &row("nothing here"));
    let report = json(&folder.run(&["check", "a.jsonl", "--format", "json"]).stdout);
    assert_eq!(report["summary"]["suppressed"], 1);
    assert_eq!(report["findings"][0]["rule"], "unused-ignore");
    assert_eq!(report["findings"][0]["span"]["line"], 2);
    let all = json(&folder.run(&["check", "a.jsonl", "--format", "json", "--no-ignores"]).stdout);
    assert_eq!(all["summary"]["by_rule"]["untranslated-text"], 1);
}

#[test]
fn reports_go_to_files_in_their_own_format() {
    let folder = Folder::new("output");
    folder.file("a.en.txt", LEFTOVER);
    let run = folder.run(&["check", "a.en.txt", "--output", "json:report", "--output", "lines.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert_eq!(json(&folder.read("report"))["version"], 1);
    assert!(folder.read("lines.txt").starts_with("a.en.txt:1:14:"));
    let both = folder.run(&["check", "a.en.txt", "--output", "json:report", "--format", "compact"]);
    assert!(both.stdout.starts_with("a.en.txt:1:14:"));
}

#[test]
fn statistics_count_by_rule() {
    let folder = Folder::new("statistics");
    let run = folder.file("a.en.txt", "One东风 here.\nTwo东风 there, too.\nThree东风 nowhere.\n").run(&[
        "check",
        "a.en.txt",
        "--statistics",
    ]);
    assert_eq!(run.stdout, "     3  error    untranslated-text\n");
}

#[test]
fn the_report_is_the_same_for_any_number_of_threads() {
    let one = mtlint(&["check", "samples", "--format", "json", "--jobs", "1"]);
    let many = mtlint(&["check", "samples", "--format", "json", "--jobs", "4"]);
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn rules_are_listed_and_explained() {
    let run = mtlint(&["rules"]);
    assert!(run.stdout.contains("untranslated-text"));
    for rule in run.stdout.lines().filter_map(|l| l.split_whitespace().next()) {
        let page = mtlint(&["explain", rule]);
        assert_eq!(page.status, 0);
        assert!(page.stdout.contains("## Why it matters"), "{rule}");
    }
    let run = mtlint(&["explain", "untranslated"]);
    assert_eq!(run.status, 2);
    assert!(json(&mtlint(&["rules", "--format", "json"]).stdout).is_array());
}

#[test]
fn inspect_segments_shows_what_the_reader_made() {
    let folder = Folder::new("inspect-segments");
    folder.file("a.en.md", "# One\n\nTwo *words*.\n\n```\ncode\n```\n");
    let text = folder.run(&["inspect", "segments", "a.en.md"]);
    assert_eq!(text.status, 0);
    assert_eq!(
        text.stdout,
        "a.en.md:1: #0 title: One\na.en.md:3: #1 paragraph: Two words.\na.en.md:6: #2 code (not to be translated): code\n"
    );
    let rows = folder.run(&["inspect", "segments", "--format", "jsonl", "a.en.md"]).stdout;
    let second: serde_json::Value = serde_json::from_str(rows.lines().nth(1).expect("a row")).expect("JSON");
    assert_eq!(second["span"], serde_json::json!({"start": 7, "end": 19}));
    assert_eq!(folder.run(&["inspect", "segments", "none.md"]).status, 2);
}

#[test]
fn a_termbase_is_held_to() {
    let folder = Folder::new("glossary");
    folder
        .file("terms.csv", "source,target,alternatives,forbidden\n风控,risk control,,danger control\n市盈率,price-earnings ratio,P/E,\n")
        .file("a.zh.txt", "风控很重要。\n市盈率很高。\n")
        .file("a.en.txt", "Danger control matters.\nThe market ratio is high.\n");
    let run = folder.run(&["check", "--isolated", "--glossary", "terms.csv", "a.en.txt"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("forbidden-term"), "{}", run.stdout);
    assert!(run.stdout.contains("a.zh.txt:2:1"), "{}", run.stdout);
    assert!(
        run.stdout.contains("write `price-earnings ratio` or `P/E`, as terms.csv:3 asks"),
        "{}",
        run.stdout
    );

    folder.file("mtlint.toml", "glossary = [\"terms.csv\"]\n");
    assert_eq!(folder.run(&["check", "a.en.txt"]).status, 1);
    assert_eq!(folder.run(&["check", "--isolated", "a.en.txt"]).status, 0);

    folder.file("bad.csv", "source,target\n风控,\n");
    let bad = folder.run(&["check", "--isolated", "--glossary", "bad.csv", "a.en.txt"]);
    assert_eq!(bad.status, 2);
    assert!(bad.stderr.contains("bad.csv:2: a term without a rendering"), "{}", bad.stderr);
}

const PARK: [(&str, &str); 2] = [
    ("a.en.md", "The singer Park Ji-eun came first. Fans of Park Ji-eun cheered on Monday.\n"),
    ("b.en.md", "Later Park Jieun, a Korean, sang again.\n"),
];

#[test]
fn names_are_compared_over_articles_when_that_is_asked_for() {
    let folder = Folder::new("across");
    folder.file(PARK[0].0, PARK[0].1).file(PARK[1].0, PARK[1].1);
    assert_eq!(folder.run(&["check", "--isolated", "."]).status, 0);
    let across = folder.run(&["check", "--isolated", "--across", "--format", "json", "."]);
    assert_eq!(across.status, 1);
    let report: serde_json::Value = serde_json::from_str(&across.stdout).expect("JSON");
    let finding = &report["findings"][0];
    assert_eq!((&finding["path"], &finding["text"]), (&"b.en.md".into(), &"Jieun".into()));
    assert_eq!(finding["related"][0]["path"], "a.en.md");
    assert_eq!(report["summary"]["findings"], 1);

    folder.file("mtlint.toml", "[collection]\nnames = true\n");
    assert_eq!(folder.run(&["check", "."]).status, 1);
}

#[test]
fn terms_lists_names_and_writes_a_termbase_that_can_be_used() {
    let folder = Folder::new("terms");
    folder.file(PARK[0].0, PARK[0].1).file(PARK[1].0, PARK[1].1);
    let table = folder.run(&["terms", "--isolated", "."]);
    assert_eq!(
        (table.status, &*table.stdout),
        (0, "     3  Ji-eun (2) | Jieun (1)  a.en.md:1:17\n     2  Park Ji-eun  a.en.md:1:12\n")
    );
    let csv = folder.run(&["terms", "--isolated", "--format", "csv", "."]).stdout;
    assert_eq!(csv.lines().nth(3), Some("Ji-eun,Jieun,b.en.md,1,12,,name,,,"), "{csv}");
    let glossary = folder.run(&["terms", "--isolated", "--format", "glossary", "."]).stdout;
    assert_eq!(glossary, "source,target,alternatives,forbidden\n,Ji-eun,,Jieun\n,Park Ji-eun,,\n");
    folder.file("names.csv", glossary);
    let held = folder.run(&["check", "--isolated", "--glossary", "names.csv", "b.en.md"]);
    assert!(held.stdout.contains("forbidden-term"), "{}", held.stdout);
}

#[test]
fn terms_are_listed_by_their_source() {
    let folder = Folder::new("terms-source");
    folder
        .file("a.zh.txt", "海带合作社去年成立。\n三十名渔民加入了海带合作社。\n市长潘国栋参观了海带合作社。\n渔民欢迎潘国栋。\n")
        .file(
            "a.en.txt",
            "The kelp cooperative was founded last year.\nThirty fishermen joined the kelp cooperative.\n\
             Mayor Pan Guodong visited the seaweed cooperative.\nThe fishermen welcomed Pan Guodong.\n",
        );
    let list = |format: &str| {
        let run =
            folder.run(&["terms", "--isolated", "--source", "a.zh.txt", "--format", format, "a.en.txt"]);
        assert_eq!((run.status, &*run.stderr), (0, ""));
        run.stdout
    };
    let table = list("table");
    assert!(
        table.contains("3  海带合作社  kelp cooperative (2) | seaweed cooperative (1)  a.en.txt:1:5\n"),
        "{table}"
    );
    assert!(table.contains("2  潘国栋  Pan Guodong  a.en.txt:3:7\n"), "{table}");
    let csv = list("csv");
    let row = "kelp cooperative,seaweed cooperative,a.en.txt,3,31,海带合作社,term,a.zh.txt,3,9\n";
    assert!(csv.contains(row), "{csv}");
    let glossary = list("glossary");
    assert!(glossary.contains("海带合作社,kelp cooperative,,seaweed cooperative\n"), "{glossary}");
    let tbx = list("tbx");
    assert!(tbx.contains("<term>kelp cooperative</term><note>mentions: 2; competes with seaweed cooperative (mentions: 1)</note>"), "{tbx}");
    for (name, base) in [("terms.csv", glossary), ("terms.tbx", tbx)] {
        folder.file(name, base);
        let held =
            folder.run(&["check", "--isolated", "--glossary", name, "--source", "a.zh.txt", "a.en.txt"]);
        assert!(held.stdout.contains(name), "{name}: {}", held.stdout);
    }
}

#[test]
fn entries_of_packs_that_the_config_names_are_explained() {
    let folder = Folder::new("explain-pack");
    let pack = "[pack]\nid = \"our/toys\"\nversion = \"1\"\nsummary = \"Toys\"\n\n[[name]]\ncanonical = \"Mirrabo\"\nwrong = [\"Mira Bo\"]\nfrom = \"our list\"\nflags = \"[[Mira Bo]] sold out.\"\npasses = \"Mira bowed.\"\n";
    folder.file("toys.toml", pack).file("mtlint.toml", "packs = [\"toys.toml\"]\n");
    let run = folder.run(&["explain", "our/toys/mirrabo"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
    assert!(run.stdout.contains("`Mira Bo`"), "{}", run.stdout);
    let report = json(
        &folder.file("a.en.txt", "All is well.\n").run(&["check", "a.en.txt", "--format", "json"]).stdout,
    );
    let packs = report["tool"]["packs"].as_array().expect("a list");
    assert!(packs.iter().any(|p| p["id"] == "our/toys"), "{packs:?}");
    let tested = folder.run(&["test", "toys.toml"]);
    assert_snapshot!(tested.stdout, @"1 pack, 2 tests: 2 hold, 0 do not");
}
