#!/usr/bin/env bash
# Times mtlint beside other text checkers that are on the PATH, over one folder of articles. Usage:
#   benches/compare.sh FOLDER [RUNS]
# Prints for each the median and the least wall time of RUNS runs (default 7) after one to warm up. The others look for
# other things; the figures say what a run costs, not which finds more.
set -euo pipefail
folder=${1:?a folder of articles}
runs=${2:-7}
root=$(cd "$(dirname "$0")/.." && pwd)
cargo build --release --quiet --manifest-path "$root/Cargo.toml"

measure() {
    local name=$1
    shift
    command -v "$1" >/dev/null || { printf '%-12s not installed\n' "$name"; return; }
    "$@" >/dev/null 2>&1 || true
    for _ in $(seq "$runs"); do
        local start end
        start=$(date +%s%N)
        "$@" >/dev/null 2>&1 || true
        end=$(date +%s%N)
        echo $(((end - start) / 1000))
    done | sort -n | awk -v name="$name" '{ t[NR] = $1 } END { printf "%-12s median %8.1f ms  least %8.1f ms\n", name, t[int((NR + 1) / 2)] / 1000, t[1] / 1000 }'
}

printf '%s files, %s bytes\n' "$(find "$folder" -type f | wc -l)" "$(du -sb "$folder" | cut -f1)"
measure mtlint "$root/target/release/mtlint" check "$folder" --isolated --no-pairing --fail-on never --format compact
measure ripgrep rg --no-config '\p{Han}+' "$folder"
measure typos typos --isolated "$folder"
measure codespell codespell "$folder"
measure vale vale --no-exit "$folder"
measure autocorrect autocorrect --lint "$folder"
