"""Runs the last step of action.yml as the runner would: action.py ACTION BINARY FOLDER"""

import os
import pathlib
import re
import subprocess
import sys

import yaml

action, binary, folder = map(pathlib.Path, sys.argv[1:])
folder.mkdir(parents=True)
(folder / "a.en.md").write_text("Riding on the东风 of it.\n", encoding="utf-8")
(folder / "b.en.md").write_text("All is well.\n", encoding="utf-8")
spec = yaml.safe_load(action.read_text(encoding="utf-8"))
for step in spec["runs"]["steps"]:
    assert ("uses" in step) != ("run" in step and step["shell"] == "bash"), step
step = spec["runs"]["steps"][-1]
known = {name: value["default"] for name, value in spec["inputs"].items()}


def run(**inputs):
    def value(match):
        expression = match.group(1).strip()
        if expression == "runner.temp":
            return "/nowhere"
        return {**known, **inputs}[expression.removeprefix("inputs.")]

    env = {name: re.sub(r"\$\{\{(.*?)\}\}", value, text) for name, text in step["env"].items()}
    env["MTLINT"] = str(binary)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env={**os.environ, **env}, capture_output=True, text=True,
    )
    return done.returncode, done.stdout + done.stderr


status, out = run()
assert status == 1 and out.startswith("::error file=a.en.md,line=1"), (status, out)
status, out = run(paths="b.en.md", sarif="out.sarif")
assert status == 0 and (folder / "out.sarif").exists(), (status, out)
status, out = run(args="--fail-on never")
assert status == 0, (status, out)
status, out = run(changed="HEAD")
assert status == 2 and "inside a git repository" in out, (status, out)
print("  findings, a clean path, SARIF, options and --changed end as they should")
