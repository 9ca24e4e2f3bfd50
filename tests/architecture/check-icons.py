#!/usr/bin/env python3
"""check-icons.py: every icon is in the resource, and every icon that is asked for is there

Copyright the Partitur developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
icons = root / "icons"
drawn = {path.relative_to(icons).as_posix() for path in icons.rglob("*.svg")}
listed = set(re.findall(r">([^<>]+\.svg)</file>", (icons / "icons.gresource.xml").read_text("utf-8")))
names = {pathlib.PurePosixPath(path).stem for path in drawn}
asked = {}
for folder in ("src", "ui"):
    for path in (root / folder).rglob("*.*"):
        if path.suffix in (".c", ".ui"):
            for name in re.findall(r"[\">](pt-[a-z0-9-]+-symbolic)[\"<]", path.read_text("utf-8")):
                asked.setdefault(name, path.relative_to(root))

faults = [f"icons/{path} is not in icons.gresource.xml" for path in sorted(drawn - listed)]
faults += [f"icons.gresource.xml names {path}, which is not there" for path in sorted(listed - drawn)]
faults += [f"{asked[name]} asks for the icon {name}, which nobody drew" for name in sorted(set(asked) - names)]
print("\n".join(faults))
sys.exit(1 if faults else 0)
