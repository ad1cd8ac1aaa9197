#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses two types of one name at namespace scope in two files. All layers share one namespace, so two such types are one to
the linker: it keeps one of each inline function, and the other's memory is misread. A type in an anonymous namespace
may have any name that no header uses."""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LAYERS = ("base", "model", "extract", "normalize", "validate", "corpus", "review", "cli")
DEFINITION = re.compile(r"^(?:struct|class|enum class|enum)\s+(?:\[\[\w+\]\]\s+)?([A-Z]\w*)(?:\s+final)?\s*(?::(?!:)|\{|$)", re.M)
ANONYMOUS = re.compile(r"^namespace \{$.*?^\}  // namespace$", re.M | re.S)


def main():
    places = collections.defaultdict(set)
    for layer in LAYERS:
        for path in sorted((ROOT / layer).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".cpp":
                text = ANONYMOUS.sub("", text)
            # Inside a nested namespace of its own a name is free.
            inner = re.search(r"^namespace crossfoot::(\w+) \{|^namespace crossfoot \{\nnamespace (\w+) \{", text, re.M)
            scope = (inner.group(1) or inner.group(2)) + "::" if inner else ""
            for match in DEFINITION.finditer(text):
                places[scope + match.group(1)].add(path.relative_to(ROOT).as_posix())
    wrong = [f"{name} is defined in {' and '.join(sorted(files))}" for name, files in sorted(places.items()) if len(files) > 1]
    print("\n".join(wrong) if wrong else "names: one type each")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
