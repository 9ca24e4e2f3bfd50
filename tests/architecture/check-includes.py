#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arrows only go downwards: refuses an include from a lower room of a higher one, and GTK in the core.

Usage: check-includes.py SOURCE_ROOT
"""

import pathlib
import re
import sys

# A room may include public headers of itself and of the rooms listed; its private headers (those in
# src/ROOM) belong to it alone.
BELOW = {
    "document": [],
    "diagnostics": ["document"],
    "bpmn": ["document"],
    "compare": ["document", "bpmn"],
    "layout": ["document", "bpmn"],
    "modeling": ["document", "bpmn", "layout"],
    "feel": ["document", "diagnostics"],
    "roster": ["document", "diagnostics", "bpmn"],
    "program": ["document", "diagnostics", "bpmn", "feel", "roster"],
    "staff": ["document"],
    "compiler": [
        "document", "diagnostics", "bpmn", "layout", "modeling", "feel", "roster", "program", "staff",
    ],
    "draw": ["document", "bpmn", "compare", "layout"],
    "paper": ["document", "bpmn", "compare", "layout", "compiler", "draw"],
    "canvas": ["document", "diagnostics", "bpmn", "compare", "layout", "modeling", "draw"],
}
BELOW["cli"] = [room for room in BELOW if room != "canvas"]
BELOW["app"] = [room for room in BELOW if room != "cli"]

# Which room a public header belongs to. A header that is not named here fails the test.
HEADERS = {
    "arena.h": "document",
    "document.h": "document",
    "hash.h": "document",
    "letter-case.h": "document",
    "history.h": "document",
    "diagnostics.h": "diagnostics",
    "aliases.def": "diagnostics",
    "diagnostics.def": "diagnostics",
    "fixes.def": "diagnostics",
    "geometry.h": "bpmn",
    "bpmn.h": "bpmn",
    "bpmn-types.def": "bpmn",
    "compare.h": "compare",
    "layout.h": "layout",
    "modeling.h": "modeling",
    "feel.h": "feel",
    "feel-type.h": "feel",
    "feel-value.h": "feel",
    "assignment.h": "roster",
    "calendar.h": "roster",
    "import.h": "roster",
    "roster-edit.h": "roster",
    "roster.h": "roster",
    "program.h": "program",
    "net.h": "program",
    "staff.h": "staff",
    "candidates.h": "compiler",
    "compiler.h": "compiler",
    "matrix.h": "compiler",
    "usage.h": "compiler",
    "draw.h": "draw",
    "paper.h": "paper",
    "canvas.h": "canvas",
    "tools.h": "canvas",
    "app.h": "app",
}

TOOLKIT = re.compile(r"^(gtk/|gdk/|gsk/|adwaita|gtksourceview/)")
MAY_USE_TOOLKIT = ("src/canvas/", "src/app/", "include/partitur/canvas.h", "include/partitur/app.h")
CORE_OF_CANVAS = "src/canvas/tools/"
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def room_of(path):
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] == "src":
        return parts[1]
    return HEADERS.get(parts[-1])


def faults_of(root, path):
    room = room_of(path)
    if room not in BELOW:
        yield f"{path}: no room is known for it; add it to the table in check-includes.py"
        return
    for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        name = match.group(1)
        place = f"{path}:{number}"
        if TOOLKIT.match(name) and (not path.startswith(MAY_USE_TOOLKIT) or path.startswith(CORE_OF_CANVAS)):
            yield f"{place}: {name}: this room knows no toolkit"
        elif name.startswith("partitur/"):
            target = HEADERS.get(name.removeprefix("partitur/"))
            if target is None:
                yield f"{place}: {name}: a public header without a room"
            elif target != room and target not in BELOW[room]:
                yield f"{place}: {name}: {room}/ may not look up to {target}/"
        elif "/" in name and name.split("/")[0] in BELOW or name.startswith("../"):
            yield f"{place}: {name}: private headers stay in their room"


def check(root):
    files = [p for folder in ("src", "include") for p in (root / folder).rglob("*") if p.suffix in (".c", ".h", ".def")]
    return [fault for p in sorted(files) for fault in faults_of(root, p.relative_to(root).as_posix())]


def self_test(tmp):
    """The check itself must be able to fail: three forbidden includes, three faults."""
    cases = {
        "src/bpmn/up.c": "#include <partitur/compiler.h>\n",
        "src/draw/toolkit.c": "#include <gtk/gtk.h>\n",
        "src/canvas/tools/toolkit.c": "#include <gdk/gdk.h>\n",
    }
    for name, text in cases.items():
        path = tmp / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp / "include").mkdir()
    return len(check(tmp)) == len(cases)


def main():
    import tempfile

    with tempfile.TemporaryDirectory() as tmp:
        if not self_test(pathlib.Path(tmp)):
            sys.exit("the include check does not refuse what it should")
    faults = check(pathlib.Path(sys.argv[1]))
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
