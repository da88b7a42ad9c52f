#!/usr/bin/env bash
# pre-commit runs the hook on a repository of its own: pre-commit.sh CHECKOUT BINARY FOLDER
set -euo pipefail
checkout=$1 binary=$2 folder=$3

mkdir -p "$folder/bin" "$folder/hooks" "$folder/articles"
ln -s "$binary" "$folder/bin/mtlint"
export PATH="$folder/bin:$PATH" PRE_COMMIT_HOME="$folder/home"
git() { command git -c user.name=T -c user.email=t@example.org -c protocol.file.allow=always "$@"; }

# The hooks come from a repository, as they do for users.
cp "$checkout/.pre-commit-hooks.yaml" "$folder/hooks/"
cd "$folder/hooks"
git init --quiet
git add --all
git commit --quiet -m hooks
revision=$(git rev-parse HEAD)

cd "$folder/articles"
git init --quiet
printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: mtlint-system\n' "$folder/hooks" "$revision" >.pre-commit-config.yaml
printf 'Nothing is wrong with this harbour.\n' >clean.en.md
git add --all
pre-commit run
printf 'Riding on the东风 of it.\n' >bad.en.md
git add --all
if out=$(pre-commit run); then
    echo "the hook let a leftover pass"
    exit 1
fi
grep -q 'bad.en.md:1:14' <<<"$out" || { echo "$out"; exit 1; }
echo "  a clean file passes, a leftover does not"
