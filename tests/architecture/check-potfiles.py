#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with translatable text stands in po/POTFILES, in order, and nothing else does.

Usage: check-potfiles.py SOURCE_ROOT [--write]
"""

import pathlib
import re
import sys

MARKS = {
    ".c": re.compile(r"\b(N?_|Q_|C_|ngettext|g_dngettext) \("),
    ".def": re.compile(r"\bN_ \("),
    ".ui": re.compile(r'translatable="yes"'),
    ".gschema.xml": re.compile(r"<summary>"),
    ".desktop.in": re.compile(r"^Name=", re.M),
    ".metainfo.xml.in": re.compile(r"<summary>"),
}
HEAD = "# Files with translatable text, sorted.\n"


def wanted(root):
    files = (p for folder in ("data", "include", "src", "ui") for p in (root / folder).rglob("*") if p.is_file())
    for path in files:
        for ending, mark in MARKS.items():
            if path.name.endswith(ending) and mark.search(path.read_text(encoding="utf-8")):
                yield path.relative_to(root).as_posix()


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / "po" / "POTFILES"
    text = HEAD + "".join(f"{name}\n" for name in sorted(set(wanted(root))))
    if "--write" in sys.argv:
        potfiles.write_text(text, encoding="utf-8")
    elif potfiles.read_text(encoding="utf-8") != text:
        sys.exit("po/POTFILES is not what it should be; run tests/architecture/check-potfiles.py . --write")


if __name__ == "__main__":
    main()
