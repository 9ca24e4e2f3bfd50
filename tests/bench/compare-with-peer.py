#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times comparing two versions, and beside it the npm package bpmn-js-differ on the same pair of files.

Where node and npm are missing or npm reaches no registry, only the ratio to parsing is printed.

Usage: compare-with-peer.py BENCH_COMPARE FOLDER [BEFORE AFTER]
"""

import json
import pathlib
import subprocess
import sys

from peer import install

PACKAGES = ["bpmn-moddle@10.3.1", "bpmn-js-differ@3.2.0"]
WANTED = 20


def own(bench, folder, pair):
    words = pair or ["--write", folder]
    lines = subprocess.run([bench, *words], check=True, capture_output=True, text=True).stdout.splitlines()
    print("\n".join(lines), flush=True)
    results = [json.loads(line) for line in lines]
    return next((r for r in results if r.get("nodes") == 10000), results[0])


def peer(folder, pair):
    script = folder / "peer-diff.mjs"  # beside its packages, where node looks for them
    script.write_bytes((pathlib.Path(__file__).parent / "peer-diff.mjs").read_bytes())
    command = ["node", "--expose-gc", "--max-old-space-size=8192", script, *pair]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    bench, folder, pair = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    ours = own(bench, folder, pair)
    if not install(folder, PACKAGES):
        print("bpmn-js-differ cannot be installed here: compared with parsing only", file=sys.stderr)
        return
    theirs = peer(folder, pair or [folder / "before.bpmn", folder / "after.bpmn"])
    ratio = theirs["diff_ms"] / ours["compare_ms"]
    print(json.dumps({"benchmark": "compare-with-peer", "peer": PACKAGES[1], **theirs, "times_faster": round(ratio, 1)}))
    if ratio < WANTED:
        sys.exit(f"only {ratio:.1f} times faster than {PACKAGES[1]}, not {WANTED}")


if __name__ == "__main__":
    main()
