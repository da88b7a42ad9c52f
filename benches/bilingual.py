#!/usr/bin/env python3
"""Times mtlint beside pofilter (PyPI translate-toolkit) on 100,000 translation units, whole processes side by side.

    python3 -m venv /tmp/toolkit && /tmp/toolkit/bin/pip install translate-toolkit==3.20.4
    benches/bilingual.py [--pofilter /tmp/toolkit/bin/pofilter] [--units 100000] [--runs 3] [MTLINT]

The units are made up here, Chinese to English, about one in twenty with a fault. The two tools look for other things; the
figures say what a run costs. mtlint is timed on the same units as PO and as JSON Lines, with all rules and packs, once
with one thread and once with as many as it likes.
"""
import argparse, json, pathlib, random, subprocess, tempfile, time

THINGS = [("窑", "kiln"), ("釉料", "glaze"), ("轮盘", "wheel"), ("陶土", "clay"), ("模具", "mould"), ("火门", "fire door"), ("架子", "shelf"), ("坩埚", "crucible")]
STATES = [("已经打开", "is open"), ("需要清洗", "needs cleaning"), ("还没有干", "is not dry yet"), ("放在左边", "stands on the left"), ("每天检查两次", "is checked twice a day")]
ENDS = [("请等待{count}分钟再继续操作。", "Please wait {count} minutes before you go on."), ("详情见说明书。", "See the manual for details."), ("如有问题，请联系师傅。", "If anything is wrong, ask the master."), ("温度上升到1280度后关火。", "Turn the fire off when the temperature has risen to 1280 degrees.")]


def units(count):
    dice = random.Random(7)
    for i in range(count):
        (a, b), (c, d), (e, f) = dice.choice(THINGS), dice.choice(STATES), dice.choice(ENDS)
        source, target = f"第{i}号{a}{c}，{e}", f"The {b} with number {i} {d}. {f}"
        if i % 20 == 0:
            target = target.replace("The ", "The the ", 1) if i % 40 else target.replace(b, a, 1)
        yield source, target


def write(folder, count):
    quote = lambda s: json.dumps(s, ensure_ascii=False)
    po, jsonl = folder / "units.po", folder / "units.jsonl"
    with po.open("w", encoding="utf-8") as p, jsonl.open("w", encoding="utf-8") as j:
        p.write('msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n')
        for i, (source, target) in enumerate(units(count)):
            p.write(f"#: kiln.c:{i}\nmsgid {quote(source)}\nmsgstr {quote(target)}\n\n")
            j.write(json.dumps({"id": i, "doc": i // 100, "source": source, "target": target, "source_lang": "zh", "target_lang": "en"}, ensure_ascii=False) + "\n")
    return po, jsonl


def measure(name, command, count, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        with tempfile.TemporaryFile() as out:
            subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - start)
    best = min(times)
    print(f"{name:28} least {best:7.2f} s of {runs}  {count / best:10.0f} units a second")
    return count / best


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("mtlint", nargs="?", default="target/release/mtlint")
    options.add_argument("--pofilter", default="pofilter")
    options.add_argument("--units", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=3)
    a = options.parse_args()
    with tempfile.TemporaryDirectory() as tmp:
        po, jsonl = write(pathlib.Path(tmp), a.units)
        check = [a.mtlint, "check", "--isolated", "--fail-on", "never", "--format", "compact"]
        ours = [
            measure("mtlint, PO, one thread", [*check, "--jobs", "1", po], a.units, a.runs),
            measure("mtlint, PO", [*check, po], a.units, a.runs),
            measure("mtlint, JSONL, one thread", [*check, "--jobs", "1", jsonl], a.units, a.runs),
            measure("mtlint, JSONL", [*check, jsonl], a.units, a.runs),
        ]
        theirs = measure("pofilter, PO", [a.pofilter, "--progress=none", po, pathlib.Path(tmp) / "out.po"], a.units, 1)
        print("times as many as pofilter: " + ", ".join(f"{rate / theirs:.1f}" for rate in ours))


if __name__ == "__main__":
    main()
