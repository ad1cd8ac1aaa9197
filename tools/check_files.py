#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small truths about the files: an SPDX line, a final newline, no trailing blanks, and that the test which a
header names under "Tested by" exists. Public headers must name one."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = {".h", ".cpp", ".py", ".cmake", ".sh"}
TESTED = re.compile(r"Tested by ([^\n]*(?:\n//[^\n]*)?)")
LAYERS = ("base", "model", "extract", "normalize", "validate", "corpus", "review", "cli")


def tracked():
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in out.stdout.splitlines() if (ROOT / name).is_file()]


def main():
    wrong = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(("samples/", "docs/rules/")) or path.suffix in {".pdf", ".png", ".jpg"} or "/golden/" in name or "/seeds/" in name:
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if text and not text.endswith("\n"):
            wrong.append(f"{name}: no newline at the end")
        for number, line in enumerate(text.splitlines(), 1):
            if line != line.rstrip():
                wrong.append(f"{name}:{number}: trailing blanks")
        if path.suffix in CODE and "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
            wrong.append(f"{name}: no SPDX line")
        if path.suffix == ".h" and name.split("/")[0] in LAYERS:
            for mention in TESTED.findall(text):
                for test in re.findall(r"tests/[\w./-]*\w", mention):
                    if not (ROOT / test).exists():
                        wrong.append(f"{name}: says it is tested by {test}, which does not exist")
    print("\n".join(wrong) if wrong else "files: tidy")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
