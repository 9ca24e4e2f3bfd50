#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long checking takes, and beside it bpmnlint's recommended rules on the same file.

Where node and npm are missing or npm reaches no registry, only our own figures are printed.

Usage: check-with-peer.py BENCH_CHECK FOLDER
"""

import json
import pathlib
import subprocess
import sys

from peer import install

PACKAGES = ["bpmn-moddle@10.3.1", "bpmnlint@11.15.0"]
WANTED = 20
MOST = {  # milliseconds
    ("check_ms", "100 nodes"): 3,
    ("check_ms", "1000 nodes"): 30,
    ("rename_ms", "1000 nodes"): 16,
    ("parallel_ms", "20 branches"): 50,
    ("soundness_ms", ""): 5,
}


def missed(ours):
    for (measure, of), most in MOST.items():
        for result in ours:
            if measure in result and result["of"].startswith(of) and result[measure] > most:
                yield f"{measure} of {result['of']}: {result[measure]:.1f} ms, more than {most}"


def main():
    bench, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    text = subprocess.run([bench, "--write", folder], check=True, capture_output=True, text=True).stdout
    print(text, end="", flush=True)
    ours = [json.loads(line) for line in text.splitlines()]
    complaints = list(missed(ours))
    if install(folder, PACKAGES):
        script = folder / "peer-lint.mjs"  # beside its packages, where node looks for them
        script.write_bytes((pathlib.Path(__file__).parent / "peer-lint.mjs").read_bytes())
        command = ["node", "--expose-gc", script, folder / "check.bpmn"]
        theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        own = next(r["check_ms"] for r in ours if "check_ms" in r and r["of"] == "1000 nodes")
        ratio = theirs["lint_ms"] / own
        print(json.dumps({"benchmark": "check-with-peer", "peer": PACKAGES[1], **theirs, "times_faster": round(ratio, 1)}))
        if ratio < WANTED:
            complaints.append(f"only {ratio:.1f} times faster than {PACKAGES[1]}, not {WANTED}")
    else:
        print("bpmnlint cannot be installed here: our own figures only", file=sys.stderr)
    if complaints:
        sys.exit("; ".join(complaints))


if __name__ == "__main__":
    main()
