#!/usr/bin/env python3
"""Measures how often each rule is right, and writes src/rule/confidence.tsv.

  benches/confidence.py BIN EVALUATE DATA

BIN is the built binary, EVALUATE the scorer of the annotated sets (evaluate.py), DATA the folder of the sets. Counted are
findings (errors and warnings, without a source) whose place an annotator has judged:

- leftovers*: a labelled span of foreign script is `leftover` (right) or something to leave alone (wrong);
- inject*: a foreign word put into a human translation as a fault (right) or as a gloss, a citation, code (wrong);
- real: whole articles, findings by reading (right), places to leave alone (wrong);
- mutants*, quiet: human text, where a finding on a listed error of the text is right and any other is wrong.

- names sets: conflicts that name-variant shows (right on an annotated conflict), in the documents of watch.txt, which nobody
  reads to improve a rule; matters of taste are left out. A conflict counts once, however many places it has.
  Other rules are not counted there: entries of the packs and those rows come from the same texts.
A rule with several classes of evidence is counted by class: name-variant/spacing.
Faults that were put in at random are not counted for other rules: they say what is found, not how often a finding is right.
"""
import collections
import json
import pathlib
import sys
import tempfile
import types


def main():
    binary, scorer, data = sys.argv[1:]
    e = types.ModuleType("evaluate")
    # The scorer is a program; without its last line it is a library.
    source = pathlib.Path(scorer).read_text(encoding="utf-8").rstrip().removesuffix("main()")
    exec(compile(source, scorer, "exec"), e.__dict__)
    data = pathlib.Path(data)
    count = collections.defaultdict(lambda: [0, 0])

    def key(f):
        entry = f.get("entry") or ""
        return entry if entry.startswith(f["rule"] + "/") else f["rule"]

    def add(rule, right):
        count[rule][0] += 1
        count[rule][1] += right

    def at(f):
        return f["span"]["start"], f["span"]["end"]

    def rows(path, right):
        """Rows of one target text each: (text, keys of the line, [(start, end, label)] in characters)."""
        encoded = lambda text: len(json.dumps(text, ensure_ascii=False)[1:-1].encode())
        lines, spans, base = [], [], 0
        for i, (text, head, marks) in enumerate(path):
            line = json.dumps({"id": str(i), "doc": str(i)} | head, ensure_ascii=False)[:-1] + ', "target": "'
            start = base + len(line.encode())
            spans += [(start + encoded(text[:a]), start + encoded(text[:z]), label) for a, z, label in marks]
            line += json.dumps(text, ensure_ascii=False)[1:-1] + '"}\n'
            base += len(line.encode())
            lines.append(line)
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "rows.jsonl"
            file.write_text("".join(lines), encoding="utf-8")
            for f in e.shown(e.run(binary, file)):
                labels = {label for a, z, label in spans if e.overlaps(at(f), (a, z))}
                verdict = right(f["rule"], labels)
                if verdict is not None:
                    add(key(f), verdict)

    script = ("untranslated-text", "untranslated-segment")
    for folder in sorted(data.glob("leftovers*")):
        read = [json.loads(line) for line in (folder / "leftovers.jsonl").open(encoding="utf-8")]
        table = [(r["text"], {"source_lang": r["lang"], "target_lang": "en"}, [(s["start"], s["end"], s["label"]) for s in r["spans"]]) for r in read]
        labels = {"leftover": True, "wrong-gloss": True, "gloss": False, "mention": False, "title": False, "handle": False}
        rows(table, lambda rule, got: any(labels.get(x) for x in got) if rule in script and got & set(labels) else None)
    for folder in sorted(data.glob("inject*")):
        for spec in sorted(folder.glob("*.json")):
            s = json.loads(spec.read_text(encoding="utf-8"))
            for f in e.shown(e.run(binary, folder / s["file"], langs=(s.get("source_lang", "zh"), s.get("target_lang", "en")))):
                if f["rule"] != "untranslated-text" or any(e.overlaps(at(f), (x["start"], x["end"])) for x in s.get("either", [])):
                    continue
                add(f["rule"], any(e.overlaps(at(f), (x["start"], x["end"])) for x in s["leftover"]))
    for file in ("real.jsonl", "quiet.jsonl"):
        judged = collections.defaultdict(list)
        for line in (data / "real" / file).open(encoding="utf-8"):
            r = json.loads(line)
            judged[r["file"]].append(r)
        for name, places in judged.items():
            if ".en." not in name:
                continue
            for f in e.shown(e.run(binary, data / "real" / "docs" / name)):
                if any(e.overlaps(at(f), (r["start"], r["end"])) and f["rule"] in {r["rule"], *r.get("also", [])} for r in places):
                    add(key(f), file == "real.jsonl")
    clean = [(doc, doc / "clean.en.txt", "reference-errors.json") for s in ("mutants", "mutants2") for doc in sorted((data / s).iterdir()) if (doc / "clean.en.txt").exists()]
    clean += [(data / "quiet", t, t.name.split(".")[0] + ".errors.json") for t in sorted((data / "quiet").glob("*.en.*"))]
    for folder, text, errors in clean:
        known = e.known_errors(folder, text, errors)
        for f in e.shown(e.run(binary, text)):
            add(key(f), any(e.overlaps(s, k) for s in e.target_spans(f) for k in known))

    for folder in sorted(x.parent for x in data.glob("*/watch.txt") if (x.parent / "names.jsonl").exists()):
        table, watch = e.annotated(folder), e.watched(folder)
        for doc, system, target, found in e.jobs(folder, binary, True):
            if doc not in watch:
                continue
            lines, verdicts = e.Lines(target), {}
            conflicts = [(r, lines.mentions(r)) for r in table[doc, system]]
            for f in (f for f in found if f["rule"] == "name-variant"):
                met = e.conflicts(f, conflicts)
                if not met or not all(e.soft(conflicts[i][0]) for i in met):
                    verdicts.setdefault((key(f), f["group"]), []).append(bool(met))
            for (rule, _), got in verdicts.items():
                add(rule, any(got))

    out = pathlib.Path(__file__).parent.parent / "src" / "rule" / "confidence.tsv"
    head = "# How often a finding was right, by rule: findings judged, findings right. Written by benches/confidence.py.\n"
    out.write_text(head + "".join(f"{rule}\t{n}\t{right}\n" for rule, (n, right) in sorted(count.items())), encoding="utf-8")
    for rule, (n, right) in sorted(count.items()):
        print(f"{rule:24} {right:4} of {n:4} right{'' if n >= 30 else '  (too few to say)'}")


main()
