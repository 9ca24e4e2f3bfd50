#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the command line files made to hurt it: each opens or is refused, in time and in little memory.

Every file goes through check, draw, save and diff, the last with the earlier version of it where there is
one, else with itself. Opened means status 0 or 1 (findings), and saving gives
back the same bytes. Refused means status 3 with a message that names the file and says why. In both
cases within 2 s of processor time and 1 GiB of memory, told by the system's own account of the
process. --sanitized allows for a program built with sanitizers, which takes many times of both:
the files are smaller then, the time is longer and memory is not looked at. --times 4 allows four times
the seconds, for a machine of unknown speed that has other work.

Usage: test-hostile.py PARTITUR [--sanitized] [--times N] [--verbose] [NAME…]
"""

import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

import hostile
import masses  # noqa: F401 lists its files in hostile.ALL

SECONDS = 2.0
TRIES = 4  # what else the machine does slows a program down, never speeds it up: the fastest run counts
MEBIBYTES = 1024
VERBS = {
    "check": lambda source, earlier, out: ["check", source],
    "draw": lambda source, earlier, out: ["draw", source, "-o", out + ".svg"],
    "save": lambda source, earlier, out: ["save", source, "-o", out],
    "diff": lambda source, earlier, out: ["diff", earlier, source],
}


def run(words, log, limits):
    """Returns: exit status (negative: the signal), seconds of processor time, peak MiB."""

    def bound():  # in the child: a program that hangs or swells is ended
        seconds = int(4 * limits[0]) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if limits[1] < float("inf"):
            resource.setrlimit(resource.RLIMIT_AS, (4 * limits[1] << 20, 4 * limits[1] << 20))

    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env, preexec_fn=bound)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def complaints(expected, verb, status, text, name, data, out):
    """What is wrong with how one file was treated, in words."""
    if status not in (0, 1, 3):
        yield f"ended with {status}: {text[-800:]}"
    elif expected is hostile.OPENS and status == 3:
        yield f"was refused: {text[-400:]}"
    elif expected is not hostile.OPENS and status != 3:
        yield f"was opened (status {status}) but must be refused"
    elif status == 3 and (name not in text or expected not in text):
        yield f"was refused without the words {name!r} and {expected!r}: {text[-400:]}"
    elif status != 3 and verb == "save" and pathlib.Path(out).read_bytes() != data:
        yield "was saved with other bytes"
    elif status != 3 and verb == "draw" and b"<svg" not in pathlib.Path(out + ".svg").read_bytes()[:400]:
        yield "was not drawn"
    elif status == 3 and (os.path.exists(out) or os.path.exists(out + ".svg")):
        yield "was refused, but something was written"


def try_once(program, folder, name, expected, data, verb, limits):
    source, out = os.path.join(folder, name + ".bpmn"), os.path.join(folder, "out")
    earlier = os.path.join(folder, name + ".earlier.bpmn")
    if not os.path.exists(earlier):
        earlier = source
    with open(os.path.join(folder, "log"), "w+b") as log:
        status, seconds, memory = run([program, *VERBS[verb](source, earlier, out)], log, limits)
        log.seek(0)
        text = log.read(100_000).decode("utf-8", "replace")
    found = list(complaints(expected, verb, status, text, name, data, out))
    if seconds > limits[0]:
        found.append(f"took {seconds:.1f} s, more than {limits[0]:.0f}")
    if memory > limits[1]:
        found.append(f"took {memory:.0f} MiB, more than {limits[1]}")
    for path in (out, out + ".svg"):
        if os.path.exists(path):
            os.unlink(path)
    return found, seconds, memory


def try_one(*words, limits):
    for _ in range(TRIES):
        found, seconds, memory = try_once(*words, limits)
        if seconds <= limits[0]:
            break
    return found, seconds, memory


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sanitized", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--times", type=float, default=1, help="allow so many times the seconds")
    parser.add_argument("--keep", metavar="FOLDER", help="only write the files")
    options = parser.parse_intermixed_args()
    seconds = SECONDS * options.times
    limits = (seconds * 15, float("inf")) if options.sanitized else (seconds, MEBIBYTES)
    size = 0.02 if options.sanitized else 1
    failed = n = 0
    worst = [0, 0]

    assert len({name for name, _, _, _ in hostile.ALL}) == len(hostile.ALL) >= 60
    with tempfile.TemporaryDirectory() as folder:
        for name, expected, make, earlier in hostile.ALL:
            if options.names and name not in options.names:
                continue
            data = make(size)
            paths = [pathlib.Path(options.keep or folder, name + ".bpmn")]
            paths[0].write_bytes(data)
            if earlier:
                paths.append(paths[0].with_suffix(".earlier.bpmn"))
                paths[1].write_bytes(earlier(size))
            for verb in () if options.keep else VERBS:
                found, seconds, memory = try_one(
                    options.program, folder, name, expected, data, verb, limits=limits
                )
                n += 1
                failed += bool(found)
                worst = [max(worst[0], seconds), max(worst[1], memory)]
                for what in found:
                    print(f"FAIL {name}: {verb}: {what}", flush=True)
                if options.verbose:
                    print(f"{name:32} {verb:6} {seconds:6.2f} s {memory:6.0f} MiB {len(data) / 1e6:8.1f} MB", flush=True)
            for path in () if options.keep else paths:
                path.unlink()
    print(f"{len(hostile.ALL)} files, {n} runs, {failed} failed; at most {worst[0]:.2f} s and {worst[1]:.0f} MiB")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
