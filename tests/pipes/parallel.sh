#!/usr/bin/env bash
# Scales a stream of recipes with GNU parallel and with one process, and compares.
#
#     parallel.sh RECIPES.jsonl [PORKCLI]
set -euo pipefail
recipes=$1
porkcli=${2:-porkcli}
if ! command -v parallel >/dev/null; then
    echo "skipped: GNU parallel is not installed"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
# The exit status 1 says that an error stands in a line.
"$porkcli" scale --by 2 --jsonl <"$recipes" >"$folder/alone" || [ $? = 1 ]
# Blocks of whole lines, each through a process of its own, put together in their order.
parallel --pipe --keep-order --block 4M "$porkcli" scale --by 2 --jsonl \
    <"$recipes" >"$folder/together" || [ $? -lt 101 ]
cmp "$folder/alone" "$folder/together"
echo "the same, byte by byte: $(wc -l <"$folder/together") lines"
