#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pages of docs/ that a machine can list, or checks that they are fresh.

    tools/docs.py --write|--check PROGRAM      PROGRAM: build/release/cli/crossfoot

errors.md and rules/ come from crossfoot_docgen, cli.md from the program's own help; the README's sample output is
what the program prints for samples/.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MADE = "<!-- Made by tools/docs.py --write; edit the source it is made from. -->\n\n"
BLOCK = re.compile(r"(<!-- output of: ([^\n]*) -->\n```text\n)(.*?)(```\n)", re.S)


def run(program, *arguments):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {"LANG": "C.UTF-8", "NO_COLOR": "1"}
    return subprocess.run([program, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False).stdout


def with_outputs(text, program):
    """Fills each block that follows `<!-- output of: crossfoot … -->` with what that command prints."""
    return BLOCK.sub(lambda m: m.group(1) + run(program, *m.group(2).split()[1:]).rstrip("\n") + "\n" + m.group(4), text)


def pages(program):
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        docgen = pathlib.Path(program).resolve().parent.parent / "tools" / "docgen" / "crossfoot_docgen"
        subprocess.run([str(docgen), folder], check=True)
        for path in sorted(pathlib.Path(folder).rglob("*.md")):
            made[ROOT / "docs" / path.relative_to(folder)] = path.read_text(encoding="utf-8")
    made[ROOT / "docs" / "cli.md"] = MADE + "# Command line\n\n```text\n" + run(program, "--help-all").rstrip() + "\n```\n"
    made[ROOT / "docs" / "crossfoot.1"] = run(program, "completion", "man")
    for name in ("README.md", "README.zh-CN.md"):
        path = ROOT / name
        made[path] = with_outputs(path.read_text(encoding="utf-8"), program)
    return made


def main():
    mode, program = sys.argv[1], str(pathlib.Path(sys.argv[2]).resolve())
    made = pages(program)
    stale = [path for path in (ROOT / "docs" / "rules").glob("*.md") if path not in made]
    wrong = []
    for path, text in made.items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if mode == "--write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        else:
            wrong.append(f"{path.relative_to(ROOT)}: not fresh; run tools/docs.py --write")
    for path in stale:
        if mode == "--write":
            path.unlink()
        else:
            wrong.append(f"{path.relative_to(ROOT)}: nothing makes this page any more")
    print("\n".join(wrong) if wrong else "docs: fresh")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
