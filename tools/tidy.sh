#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy on the sources changed since a commit (default: what the last 40 commits changed), in parallel.
set -u
root=$(dirname "$(dirname "$(readlink -f "$0")")")
cd "$root" || exit 2
base=${1:-$(git rev-list --max-count=41 HEAD | tail -n 1)}
[ -f build/clang/compile_commands.json ] || cmake --preset clang >/dev/null || exit 2
mapfile -t files < <(git diff --name-only --diff-filter=AMR "$base" -- '*.cpp' | grep -E '^(base|model|extract|normalize|validate|corpus|cli|review)/')
if [ ${#files[@]} -eq 0 ]; then
  echo "tidy: nothing changed"
  exit 0
fi
echo "tidy: ${#files[@]} files"
printf '%s\n' "${files[@]}" | xargs -P "$(nproc)" -n 1 clang-tidy-14 --quiet -p build/clang 2>/dev/null
