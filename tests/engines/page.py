# page.py: docs/engines.md, the page that says which process runs on which engine
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

HEAD = """# The engines

Every process in [tests/engines/processes](../tests/engines/processes), and every example, is compiled for every target
and played on the engines of that target, with the same answers of people, the same results of systems and the same events
in the same order. What must agree with our own reading of the drawing, which is the step function that also decides whether a process
is sound: how often each task, sub-process and event was executed, which gateways were passed, the role that each task was
offered to, who was given it where people must be different or the same, its due date, the data at the end, and whether the case is over. `tools/test-engines` does all that and writes this page.

{engines}

The engine of Camunda 8 itself is not run: it needs Java 21, which Debian 12 does not have. What it is given is shown to its
own validators and to the rules of its modeler.

What a drawing says in the words of one engine reaches the others in theirs: the job of a system, the decision table that a
task asks, a due date, the list that something is done for each of. What has no equivalent is told, by name (X46).

- **same**: the engine did what the drawing says.
- **valid**: whoever judges files without running them found no fault.
- **refused**: the compiler says that this engine cannot do it, and writes no file; `partitur explain CODE` says more.
- **not run**: the engine could not be fetched where this page was written.

"""
CELLS = {"skipped": "not run", "differs": "**differs**"}


def version_of(engine):
    """As the files name it from which it is fetched."""
    if engine == "spiff":
        return re.search("==(.+)", (HERE / "requirements.txt").read_text(encoding="utf-8"))[1]
    if engine == "lint":
        packages = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
        return packages["bpmnlint-plugin-camunda-compat"]
    return re.search("<dependency>.*?<version>(.+?)</version>",
                     (HERE / "java" / engine / "pom.xml").read_text(encoding="utf-8"), re.DOTALL)[1]


def cell(verdict, is_judge):
    if verdict.kind == "agrees":
        return "valid" if is_judge else "same"
    if verdict.kind == "refused":
        return "refused (" + ", ".join(verdict.words) + ")"
    return CELLS[verdict.kind]


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = ["| " + " | ".join(text.ljust(width) for text, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def make_page(logical, verdicts, names, judges):
    engines = [["Engine", "Version", "Target"]]
    engines += [[label, version_of(engine), target] for engine, (label, target) in names.items()]
    rows = [["Process", "What is in it", *(label for label, _ in names.values())]]
    for one in logical:
        cells = [cell(verdicts[engine][one.name], engine in judges) for engine in names]
        rows.append([f"[{one.name}](../{one.path.relative_to(ROOT)})", one.title, *cells])
    return HEAD.format(engines=table(engines)) + table(rows) + "\n"
