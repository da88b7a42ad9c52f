"""Validates SARIF reports against the schema below a folder: validate.py FOLDER REPORT..."""

import json
import pathlib
import sys

import jsonschema

folder, *reports = map(pathlib.Path, sys.argv[1:])
schemas = sorted(folder.rglob("*sarif-2.1.0*.json"))
if not schemas:
    sys.exit(f"no schema below {folder}")
schema = json.loads(schemas[0].read_text(encoding="utf-8-sig"))
validator = jsonschema.validators.validator_for(schema)(schema)
bad = 0
for report in reports:
    log = json.loads(report.read_text(encoding="utf-8"))
    errors = sorted(validator.iter_errors(log), key=lambda e: list(map(str, e.absolute_path)))
    for error in errors[:20]:
        print(f"{report}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    results = log["runs"][0]["results"]
    decided = sum(bool(r.get("suppressions")) for r in results)
    print(f"  {len(results)} results, {decided} of them decided: {len(errors)} errors")
    bad += len(errors) + (not results)
sys.exit(bool(bad))
