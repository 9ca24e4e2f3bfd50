#!/usr/bin/env python3
# test-run.py: what the comparison of engines notices, without any engine
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-run.py PARTITUR READING
import copy
import json
import sys
import tempfile
import types
import unittest
from pathlib import Path

import run
from logical import Compiled, Logical
from page import cell

PROCESSES = Path(__file__).parent / "processes"
TOOLS = None


class Comparison(unittest.TestCase):
    def compile(self, name, target):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return Compiled(Logical(PROCESSES / f"{name}.json", TOOLS), target, TOOLS, Path(folder.name))

    def answer(self, compiled):
        """What an engine would say that does as our own reading does."""
        expected = compiled.logical.expected
        executed = {compiled.emitted(id): n for part in ("executed", "gateways") for id, n in expected[part].items()}
        return {"error": None, "executed": executed, "data": copy.deepcopy(expected["data"]), "over": expected["over"],
                "roles": {compiled.emitted(id): [role] for id, role in expected["roles"].items()}}

    def assert_said(self, compiled, answer, words):
        self.assertIn(words, "; ".join(run.compare(compiled, answer)))

    def test_the_same_is_the_same(self):
        for target in ("camunda7", "flowable", "spiff"):
            compiled = self.compile("user-task", target)
            self.assertEqual(list(run.compare(compiled, self.answer(compiled))), [])

    def test_our_reading_takes_the_way_that_was_answered(self):
        expected = self.compile("user-task", "camunda7").logical.expected
        self.assertEqual(expected["ends"], {"Checked": 1})
        self.assertEqual(expected["roles"], {"Ask": "clerk", "Decide": "manager"})
        self.assertEqual(expected["executed"], {"Ask": 1, "Asked": 1, "Checked": 1, "Decide": 1})

    def test_every_difference_is_noticed(self):
        compiled = self.compile("user-task", "camunda7")
        for change, words in (
            (lambda one: one["executed"].update(Ask=2), "Ask was executed 2 times instead of 1"),
            (lambda one: one["executed"].update(Rejected=1), "Rejected was executed 1 times instead of 0"),
            (lambda one: one["executed"].pop("Checked"), "Checked was executed 0 times instead of 1"),
            (lambda one: one["executed"].pop("Granted"), "Granted was not passed"),
            (lambda one: one["roles"].update(Ask=["manager"]), "Ask was offered to ['manager'] instead of clerk"),
            (lambda one: one["roles"].pop("Ask"), "Ask was offered to nobody"),
            (lambda one: one["data"].update(granted=False), "granted is False at the end instead of True"),
            (lambda one: one["data"].pop("amount"), "amount is not known at the end"),
            (lambda one: one.update(over=False), "it is not over"),
            (lambda one: one.update(error="no"), "no"),
        ):
            answer = self.answer(compiled)
            change(answer)
            self.assert_said(compiled, answer, words)

    def test_who_is_given_what_until_when(self):
        for name, target, given, words in (
            ("four-eyes", "flowable", {"takers": {"Enter": "c.amara", "Approve": "c.amara", "File": "c.amara"}},
             "takers of Approve: c.amara instead of d.okafor"),
            ("four-eyes", "flowable", {}, "takers of Enter: None instead of c.amara"),
            ("four-eyes", "spiff", {}, ""),
            ("due-date", "camunda7", {"due": {"Write": 6}}, "due of Write: 6 instead of 7"),
            ("due-date", "spiff", {}, ""),
        ):
            compiled = self.compile(name, target)
            self.assert_said(compiled, self.answer(compiled) | given, words)

    def test_refused(self):
        compiled = self.compile("complex", "camunda7")
        verdict = run.judge("camunda7", "false", [compiled])["complex"] if compiled.is_refused else None
        self.assertEqual(cell(verdict, False), "refused (X01)")
        self.assertEqual(cell(run.judge("camunda7", "! away", [compiled])["complex"], False), "not run")

    def test_case_for_a_harness(self):
        case = self.compile("message-start", "camunda7").case()
        self.assertEqual(case["start"], {"kind": "message", "at": "Ordered", "name": "Order"})
        self.assertEqual(case["occurrences"], [{"at": "Paid", "kind": "message", "name": "Payment", "data": {"paid": 50}}])
        self.assertEqual(json.loads(json.dumps(case)), case)


if __name__ == "__main__":
    TOOLS = types.SimpleNamespace(partitur=sys.argv[1], reading=sys.argv[2])
    unittest.main(argv=sys.argv[:1])
