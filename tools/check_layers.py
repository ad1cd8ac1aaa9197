#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses an #include that goes up the order of layers.txt, or of a third-party header outside its confines."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|(<[^>]+>))', re.M)


def read_rules():
    allowed, confined = {}, []
    for line in (ROOT / "layers.txt").read_text().splitlines():
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, rest = line.partition(":")
        if name == "confine":
            prefix, *places = rest.split()
            confined.append((prefix, places))
        else:
            allowed[name] = set(rest.split()) | {name}
    return allowed, confined


def main():
    allowed, confined = read_rules()
    wrong = []
    for layer, may in allowed.items():
        for path in sorted((ROOT / layer).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            name = path.relative_to(ROOT).as_posix()
            text = path.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                line = text.count("\n", 0, match.start(0) + 1) + 1
                own, third = match.groups()
                if own:
                    target = own.split("/")[0]
                    if target in allowed and target not in may:
                        wrong.append(f"{name}:{line}: {layer}/ may not include {target}/")
                else:
                    for prefix, places in confined:
                        if third.startswith(prefix) and not any(name == p or (p.endswith("/") and name.startswith(p)) for p in places):
                            wrong.append(f"{name}:{line}: {third} belongs to {' '.join(places)} alone")
    print("\n".join(wrong) if wrong else "layers: in order")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
