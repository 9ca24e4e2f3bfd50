#!/usr/bin/env python3
# run.py: plays the processes of this folder on the engines and compares with our own reading
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: run.py --partitur P --reading R --page docs/engines.md HARNESS…
# A harness is NAME=COMMAND, or NAME=! REASON for one that cannot be run here; see tools/test-engines.
import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from logical import GATEWAYS, TARGETS, Compiled, Logical
from page import make_page

HERE = Path(__file__).parent
ENGINES = {  # what they are called, and the target that writes for them
    "camunda7": ("Camunda 7", "camunda7"), "operaton": ("Operaton", "camunda7"), "flowable": ("Flowable", "flowable"),
    "spiff": ("SpiffWorkflow", "spiff"), "zeebe": ("Camunda 8, validators", "camunda8"),
    "lint": ("Camunda 8, lint rules", "camunda8"),
}
JUDGES = ("zeebe", "lint")  # who only looks at a file and does not run it


class Verdict:
    """What came of one process on one engine: agrees, refused, differs, invalid or skipped."""

    def __init__(self, kind, words=()):
        self.kind, self.words = kind, list(words)


def logical_counts(compiled, counts):
    """Of activities and events: how often they were executed; of gateways: whether."""
    executed, gateways = {}, set()
    for id, count in counts.items():
        origin = compiled.origins.get(id)
        tag = compiled.logical.model.tags.get(origin)
        if tag in GATEWAYS:
            gateways.add(origin)
        elif tag:
            executed[origin] = executed.get(origin, 0) + count
    return executed, gateways


def compare_counts(compiled, answer):
    expected = compiled.logical.expected
    executed, gateways = logical_counts(compiled, answer["executed"])
    for id in sorted(expected["executed"].keys() | executed.keys()):
        wanted, got = expected["executed"].get(id, 0), executed.get(id, 0)
        if wanted != got and not (got == 0 and is_left_out(compiled, id)) and not compiled.logical.model.is_jump(id):
            yield f"{id} was executed {got} times instead of {wanted}"
    for id in sorted(set(expected["gateways"]) ^ gateways):
        if compiled.is_there(id) or not compiled.mentions(id):
            yield f"{id} was {'not ' if id not in gateways else ''}passed"


def is_left_out(compiled, id):
    """What is not in the file, because the compiler said that it says it otherwise."""
    return not compiled.is_there(id) and compiled.mentions(id)


def compare_roles(compiled, answer):
    expected = compiled.logical.expected["roles"]
    roles = {compiled.origins.get(id): groups for id, groups in answer["roles"].items() if compiled.origins.get(id)}
    for id in sorted(expected.keys() | roles.keys()):
        wanted, got = expected.get(id), sorted(roles.get(id) or [])
        if id not in expected:
            yield f"{id} was offered to {got}"
        elif id not in roles:
            yield f"{id} was offered to nobody"
        elif got != ([wanted] if wanted else []):
            yield f"{id} was offered to {got} instead of {wanted}"


def compare_data(compiled, answer):
    for name, value in compiled.logical.expected["data"].items():
        if name not in answer["data"]:
            yield f"{name} is not known at the end"
        elif answer["data"][name] != value:
            yield f"{name} is {answer['data'][name]!r} at the end instead of {value!r}"


def compare_work(compiled, answer):
    """Who was given a task, and until when, unless the compiler said that the engine does not see to it."""
    for kind, code in (("takers", "X65"), ("due", "X67")):
        got = {compiled.origins.get(id, id): value for id, value in answer.get(kind, {}).items()}
        for id, wanted in compiled.logical.scenario.get(kind, {}).items():
            if got.get(id) != wanted and not compiled.mentions(id, code):
                yield f"{kind} of {id}: {got.get(id)} instead of {wanted}"


def compare(compiled, answer):
    if answer["error"]:
        yield answer["error"]
        return
    yield from compare_counts(compiled, answer)
    yield from compare_roles(compiled, answer)
    yield from compare_data(compiled, answer)
    yield from compare_work(compiled, answer)
    if answer["over"] != compiled.logical.expected["over"]:
        yield "it is over" if answer["over"] else "it is not over"


def play(name, command, compiled):
    """All cases in one run of the harness. Returns: answers by name of the process"""
    cases = [one.case() for one in compiled]
    answer = subprocess.run(shlex.split(command), input=json.dumps(cases), capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise RuntimeError(f"{name}: {answer.stdout}{answer.stderr}")
    start = answer.stdout.index("[{") if "[{" in answer.stdout else 0
    return {one["name"]: one for one in json.loads(answer.stdout[start:])}


def judge(engine, command, compiled):
    """The verdicts of one engine, by name of the process."""
    if command.startswith("!"):
        return {one.logical.name: Verdict("skipped") for one in compiled}
    verdicts = {one.logical.name: Verdict("refused", one.errors()) for one in compiled if one.is_refused}
    files = [one for one in compiled if not one.is_refused]
    answers = play(engine, command, files) if files else {}
    for one in files:
        answer = answers[one.logical.name]
        words = ([answer["error"]] if answer["error"] else []) if engine in JUDGES else list(compare(one, answer))
        verdicts[one.logical.name] = Verdict("differs" if words else "agrees", words)
    return verdicts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--partitur", required=True)
    parser.add_argument("--reading", required=True)
    parser.add_argument("--page")
    parser.add_argument("--only")
    parser.add_argument("harnesses", nargs="+")
    tools = parser.parse_args()
    harnesses = dict(harness.split("=", 1) for harness in tools.harnesses)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        scenarios = sorted((HERE / "processes").glob(f"{tools.only or '*'}.json"))
        logical = list(pool.map(lambda path: Logical(path, tools), scenarios))
        compiled = {target: list(pool.map(lambda one, t=target: Compiled(one, t, tools, Path(folder)), logical))
                    for target in TARGETS}
        runs = {engine: pool.submit(judge, engine, command, compiled[ENGINES[engine][1]])
                for engine, command in harnesses.items()}
        verdicts = {engine: run.result() for engine, run in runs.items()}
    is_whole = not tools.only and set(harnesses) == set(ENGINES)
    if tools.page and is_whole and not any(command.startswith("!") for command in harnesses.values()):
        Path(tools.page).write_text(make_page(logical, verdicts, ENGINES, JUDGES), encoding="utf-8")
    return report(logical, verdicts, harnesses)


def report(logical, verdicts, harnesses):
    print("Camunda 8 itself: not run: it needs Java 21")
    for engine, command in harnesses.items():
        if command.startswith("!"):
            print(f"{engine}: not run: {command[1:].strip()}")
        for one in logical:
            verdict = verdicts[engine][one.name]
            if verdict.kind == "differs":
                print(f"{engine}: {one.name}: " + "; ".join(verdict.words))
    kinds = [verdict.kind for by_name in verdicts.values() for verdict in by_name.values()]
    failed, skipped = kinds.count("differs"), kinds.count("skipped")
    print(f"{kinds.count('agrees')} agree, {kinds.count('refused')} refused when compiled")
    print(f"{len(kinds) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
