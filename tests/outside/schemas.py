#!/usr/bin/env python3
"""Validates what the program reads and writes against `schemas/`: the packs that ship, the pack and the configuration
that `mtlint new` and `mtlint init` write, and a report on the samples. Usage: schemas.py MTLINT.

Needs Python 3.11 and jsonschema 4.26.0 (PyPI)."""
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
MTLINT = str(Path(sys.argv[1]).resolve())

# Each is refused by the program, and must be by the schema.
WRONG = {
    "pack": ['[pack]\nid = "a"\nversion = "1"\nsummary = "s"\n[[name]]\ncanonicl = "A"\n', "[pack]\nversion = 1\n"],
    "config": ['slect = ["a"]\n', '[severity]\nomission = "fatal"\n', "packs = 3\n", "[[override]]\nignore = []\n"],
}


def run(folder, *args):
    return subprocess.run([MTLINT, *args], cwd=folder, capture_output=True, text=True, check=False).stdout


def validator(name):
    schema = json.loads((ROOT / "schemas" / f"{name}.json").read_text())
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def main():
    of = {name: validator(name) for name in ("config", "pack", "report")}
    valid = [("pack", path, tomllib.loads(path.read_text())) for path in sorted((ROOT / "rules").rglob("*.toml"))]
    with tempfile.TemporaryDirectory() as folder:
        run(folder, "new", "pack", "our/names")
        run(folder, "init")
        for kind, name in (("pack", "our/names.toml"), ("config", "mtlint.toml")):
            text = (Path(folder) / name).read_text()
            valid.append((kind, name, tomllib.loads(text)))
    report = run(ROOT, "check", "samples", "--isolated", "--format", "json", "--fail-on", "never")
    valid.append(("report", "samples", json.loads(report)))
    faults = [f"{name}: {error.json_path}: {error.message}" for kind, name, data in valid
              for error in of[kind].iter_errors(data)]
    faults += [f"{kind}: accepts {text!r}" for kind, texts in WRONG.items() for text in texts
               if of[kind].is_valid(tomllib.loads(text))]
    print("\n".join(faults) or f"{len(valid)} files are valid, {sum(map(len, WRONG.values()))} are refused")
    sys.exit(bool(faults))


main()
