//! Bilingual files through the binary: places through escapes, faults that leave the rest standing, walks.

mod common;

use common::Folder;

/// What `check --format compact` prints of a file.
fn compact(name: &str, text: &str) -> (String, String, i32) {
    let folder = Folder::new(&format!("bilingual-{name}"));
    let args = ["check", name, "--format", "compact", "--select", "doubled-word"];
    let run = folder.file(name, text).run(&args);
    (run.stdout.trim().to_owned(), run.stderr, run.status)
}

#[test]
fn a_fault_is_found_where_it_stands_in_each_format() {
    for (name, text, place) in [
        ("a.jsonl", "{\"source\": \"门\", \"target\": \"A \\\"door\\\" in the the wall.\"}\n", "1:42"),
        ("a.csv", "id,source,target\n1,门,\"A \"\"door\"\" in the the wall.\"\n", "2:20"),
        ("a.tsv", "source\ttarget\n门\tA door in the the wall.\n", "2:13"),
        (
            "a.xlf",
            "<xliff version=\"1.2\"><file source-language=\"zh\" target-language=\"en\"><body>\n<trans-unit id=\"7\"><source>门</source><target>A &quot;door&quot; in <g id=\"1\">the the</g> wall.</target></trans-unit></body></file></xliff>",
            "2:78",
        ),
        (
            "a.tmx",
            "<tmx version=\"1.4\"><header srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>门</seg></tuv>\n<tuv xml:lang=\"en\"><seg>A &amp; <hi>the the</hi> wall.</seg></tuv></tu></body></tmx>",
            "2:37",
        ),
        ("a.po", "msgid \"门\"\nmsgstr \"\"\n\"A \\\"door\\\" in \"\n\"the the wall.\"\n", "4:2"),
    ] {
        let (stdout, stderr, status) = compact(name, text);
        assert!(
            stdout.starts_with(&format!("{name}:{place}: ")) && stdout.contains("`the`"),
            "{stdout}{stderr}"
        );
        assert_eq!((stdout.lines().count(), status), (1, 1));
    }
}

#[test]
fn findings_before_a_fault_stand_and_the_fault_is_named() {
    for (name, text) in [
        ("b.jsonl", "{\"source\": \"门\", \"target\": \"the the\"}\n{"),
        ("b.csv", "source,target\n门,\"in the the wall\"\nx\n"),
        ("b.po", "msgid \"门\"\nmsgstr \"In the the wall.\"\n\n\"x\n"),
        (
            "b.xlf",
            "<xliff><file><trans-unit id=\"1\"><source>门</source><target>In the the wall.</target></trans-unit>\n\n</body>",
        ),
        ("b.tmx", "<tmx><tu><tuv xml:lang=\"en\"><seg>In the the wall.</seg></tuv></tu>\n\n<tu>"),
    ] {
        let (stdout, stderr, status) = compact(name, text);
        assert!(stdout.contains("doubled-word"), "{name}: {stdout}{stderr}");
        assert!(stderr.contains(&format!("{name}:")) && status == 2, "{stderr}");
    }
}

#[test]
fn a_walk_leaves_other_tables_out_and_a_named_one_is_an_error() {
    let folder = Folder::new("bilingual-walk");
    folder
        .file("prices.csv", "item,price\ndoor,3\n")
        .file("terms.csv", "source,target,alternatives\n门,door,\n");
    folder
        .file("texts.csv", "source,target\n门,in the the wall\n")
        .file("a.po", "msgid \"门\"\nmsgstr \"a the the\"\n");
    let run = folder.run(&["check", "--format", "compact", "--select", "doubled-word"]);
    assert_eq!(run.stdout.lines().count(), 2, "{}", run.stdout);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("prices.csv: skipped: no table of translations"), "{}", run.stderr);
    assert!(run.stderr.contains("terms.csv: skipped: a glossary"), "{}", run.stderr);
    folder.file("more/wages.csv", "name,pay\nAlder,3\n").file("more/rents.tsv", "house\trent\nmill\t9\n");
    let run = folder.run(&["check", "--select", "doubled-word", "."]);
    let lines: Vec<&str> = run.stderr.lines().filter(|l| l.contains("no table of translations")).collect();
    assert!(matches!(lines[..], [line] if line.contains("skipped with 2 more")), "{}", run.stderr);
    let run = folder.run(&["check", "prices.csv"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("prices.csv:1: ") && run.stderr.contains("`source` and `target`"),
        "{}",
        run.stderr
    );
}

#[test]
fn an_ignore_comment_in_a_catalogue_silences_its_entry() {
    let (stdout, ..) = compact(
        "c.po",
        "# mtlint-ignore doubled-word: so it is\nmsgid \"门\"\nmsgstr \"In the the wall.\"\n",
    );
    assert_eq!(stdout, "");
}
