#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluations of FEEL a second, and beside them those of the npm package feelin, expression by expression.

Where node and npm are missing or npm reaches no registry, only our own figures are printed.

Usage: feel-with-peer.py BENCH_FEEL FOLDER
"""

import json
import pathlib
import subprocess
import sys

from peer import install

PACKAGES = ["feelin@8.2.0"]
WANTED_PARSED, WANTED_COMPILED = 20, 200


def lines(command):
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {result["name"]: result for result in map(json.loads, text.splitlines())}


def main():
    bench, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    ours = lines([bench])
    print("\n".join(json.dumps(result) for result in ours.values()), flush=True)
    if not install(folder, PACKAGES):
        print("feelin cannot be installed here: our own figures only", file=sys.stderr)
        return
    script = folder / "peer-feel.mjs"  # beside its packages, where node looks for them
    script.write_bytes((pathlib.Path(__file__).parent / "peer-feel.mjs").read_bytes())
    missed = []
    for name, theirs in lines(["node", script]).items():
        parsed = ours[name]["parsed_per_second"] / theirs["per_second"]
        compiled = ours[name]["compiled_per_second"] / theirs["per_second"]
        print(json.dumps({"benchmark": "feel-with-peer", "peer": PACKAGES[0], **theirs,
                          "times_faster": round(parsed, 1), "times_faster_compiled": round(compiled, 1)}))
        if parsed < WANTED_PARSED or compiled < WANTED_COMPILED:
            missed.append(name)
    if missed:
        sys.exit(f"not {WANTED_PARSED} times faster, or compiled {WANTED_COMPILED} times: {', '.join(missed)}")


if __name__ == "__main__":
    main()
