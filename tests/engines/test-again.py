#!/usr/bin/env python3
# test-again.py: an executable file that is compiled again comes out as it was
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-again.py PARTITUR
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
TARGETS = ("bpmn", "camunda7", "camunda8", "flowable", "spiff")


def compile_to(partitur, source, target, out):
    command = [partitur, "compile", source, "-r", HERE / "roles.xml", "-t", target, "-o", out]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode not in (0, 1):
        raise RuntimeError(f"{source} for {target}: {answer.stderr}")
    return answer.stdout


def complaint(partitur, folder, path, target):
    """What is wrong with the second file; None also when there is no first one."""
    first, second = (Path(folder) / f"{path.stem}.{target}.{n}.bpmn" for n in (1, 2))
    compile_to(partitur, path, target, first)
    if not first.exists():
        return None
    told = compile_to(partitur, first, target, second)
    if not second.exists():
        return f"{path.stem} for {target} is refused the second time:\n{told}"
    return None if first.read_bytes() == second.read_bytes() else f"{path.stem} for {target} is not the same again"


def main():
    partitur = sys.argv[1]
    cases = [(path, target) for path in sorted((HERE / "processes").glob("*.bpmn")) for target in TARGETS]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda case: complaint(partitur, folder, *case), cases))
    complaints = [one for one in found if one]
    print("\n".join(complaints) or f"{len(cases)} compiled twice")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
