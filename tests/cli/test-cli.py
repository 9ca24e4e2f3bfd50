#!/usr/bin/env python3
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the command line as a script would: verbs, exit status, what is written and what is not.

Usage: test-cli.py PARTITUR EXAMPLES MAN_PAGE
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest

PROGRAM = EXAMPLES = MAN_PAGE = None
VERBS = ["check", "compile", "diff", "draw", "explain", "feel", "rename", "roles check", "roles from", "roles import", "roles matrix", "roles who", "save"]

WITHOUT_DRAWING = """<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:test' id='D'>
<collaboration id='C'><participant id='PO' name='Acme' processRef='P'/></collaboration>
<process id='P'>
<task id='A' name='Check'/><exclusiveGateway id='G' name='All right?'/><task id='B' name='Pay'/><task id='E' name='Refuse'/>
<sequenceFlow id='f1' sourceRef='A' targetRef='G'/><sequenceFlow id='f2' name='yes' sourceRef='G' targetRef='B'/>
<sequenceFlow id='f3' name='no' sourceRef='G' targetRef='E'/>
</process></definitions>"""


def run(*words, stdin=b"", **more):
    # No display is ever needed with a verb: take away what the test may have been given.
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, env=env, timeout=120, **more)


# ten cases a week, each with so many hours of the clerk; then a system
ACROSS = """<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:test' id='D'
 xmlns:p='urn:partitur:process:1'>
<collaboration id='C'><participant id='PO' name='Acme' processRef='P{number}'/></collaboration>
<process id='P{number}' name='Process {number}'><extensionElements><p:demand casesPerWeek='5'/></extensionElements>
<laneSet id='ls'><lane id='L1' name='Clerk'><flowNodeRef>S</flowNodeRef><flowNodeRef>A</flowNodeRef>
<flowNodeRef>E</flowNodeRef></lane><lane id='L2' name='ERP {number}'><flowNodeRef>B</flowNodeRef></lane></laneSet>
<startEvent id='S'/><userTask id='A' name='Enter'><extensionElements><p:work hours='{hours}'/></extensionElements></userTask>
<serviceTask id='B' name='{job}'/><endEvent id='E'/><sequenceFlow id='f1' sourceRef='S' targetRef='A'/>
<sequenceFlow id='f2' sourceRef='A' targetRef='B'/><sequenceFlow id='f3' sourceRef='B' targetRef='E'/></process></definitions>"""
ACROSS_ROLES = """<organisation xmlns='urn:partitur:roles:1' name='Acme'>
<role id='clerk' name='Clerk'/><role id='archivist' name='Archivist'/><role id='keeper' name='Keeper'/>
<role id='erp0' name='ERP 0' kind='system' owner='keeper'/><role id='erp1' name='ERP 1' kind='system' owner='keeper'/>
<person id='a' name='Ann'><holds role='clerk'/></person>
<person id='b' name='Bob'><holds role='archivist'/><holds role='keeper'/></person></organisation>"""

TARGETS = ("bpmn", "camunda7", "camunda8", "flowable", "spiff")


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = pathlib.Path(folder.name)
        self.process = EXAMPLES / "order-to-cash.bpmn"
        self.roles = EXAMPLES / "order-to-cash.roles.xml"

    def copy(self, path):
        target = self.dir / path.name
        target.write_bytes(path.read_bytes())
        return target

    def status(self, expected, *words, **more):
        done = run(*words, **more)
        self.assertEqual(done.returncode, expected, (words, done.stdout[-2000:], done.stderr[-2000:]))
        return done


class General(Case):
    def test_help_and_version(self):
        text = self.status(0, "--help").stdout.decode()
        for verb in VERBS:
            self.assertIn(verb, text)
            self.assertIn("--help", self.status(0, *verb.split(), "--help").stdout.decode())
        self.assertRegex(self.status(0, "--version").stdout.decode(), r"^partitur \d+\.\d+\.\d+\n$")

    def test_man_page_says_the_same(self):
        page = MAN_PAGE.read_text(encoding="utf-8").replace("\\-", "-")
        for verb in VERBS:
            options = re.findall(r"--[a-z-]+", self.status(0, *verb.split(), "--help").stdout.decode())
            for option in set(options):
                self.assertIn(option, page, f"{verb}: {option} is missing in the man page")

    def test_wrong_use_is_2(self):
        self.status(2, "chekc", self.process)
        self.assertIn("check", run("chekc").stderr.decode())
        self.status(2, "check")
        self.status(2, "check", "--no-such-option", self.process)
        self.status(2, "check", self.process, "--target", "nonsense")
        self.status(2, "check", self.process, "--as-of", "yesterday")
        self.status(2, "check", self.process, "--format", "yaml")
        self.status(2, "roles")
        self.status(2, "draw", self.process)
        self.status(2, "draw", self.process, "-o", self.dir / "picture.gif")
        self.status(2, "save", self.process)
        self.status(2, "rename", self.process, "--to", "X", "-o", self.dir / "x")
        self.assertEqual(list(self.dir.iterdir()), [])

    def test_no_display_no_window(self):
        done = self.status(3)
        self.assertIn("display", done.stderr.decode())

    def test_verbs_do_not_load_the_toolkit(self):
        trace = subprocess.run(
            [PROGRAM, "--version"], capture_output=True, timeout=120, env={"LD_TRACE_LOADED_OBJECTS": "1"}
        )
        self.assertIn(b"libxml2", trace.stdout)
        self.assertNotIn(b"libgtk", trace.stdout)

    def test_unreadable_is_3(self):
        broken = self.dir / "broken.bpmn"
        broken.write_text("<definitions>\n  <oops")
        other = self.dir / "other.bpmn"
        other.write_text("<html/>")
        for path in (broken, other, self.dir / "missing.bpmn"):
            for verb in (["check"], ["save", "-o", self.dir / "out"], ["draw", "-o", self.dir / "out.svg"]):
                done = self.status(3, *verb, path)
                self.assertIn(path.name, done.stderr.decode())
        self.assertIn("2", run("check", broken).stderr.decode())
        self.assertFalse((self.dir / "out").exists())
        self.assertFalse((self.dir / "out.svg").exists())


class Roles(Case):
    """Who may do what, and tables of roles."""

    def who(self, expected, *words):
        return self.status(expected, "roles", "who", self.process, "--roles", self.roles, "--as-of", "2026-03-01", *words)

    def test_who_may(self):
        found = json.loads(self.who(0, "--id", "Task_EnterOrder", "--format", "json").stdout)[0]
        self.assertEqual(found["label"], "Enter order")
        self.assertEqual(found["role"], "Sales")
        self.assertEqual({p["id"]: p["reason"] for p in found["may"]}["m.delgado"], "holds the role “Sales”")
        self.assertEqual({p["id"]: p["reason"] for p in found["others"]}["l.weber"], "does not hold the role “Sales”")
        self.assertEqual(len(found["may"]) + len(found["others"]), self.roles.read_text(encoding="utf-8").count("<person "))
        text = self.who(0, "--id", "Task_EnterOrder").stdout.decode()
        self.assertIn("Mateo Delgado: holds the role “Sales”", text)
        self.assertIn("Lukas Weber: does not hold the role “Sales”", text)

    def test_what_if_somebody_is_away(self):
        def states(*words):
            found = json.loads(self.who(0, *words, "--format", "json").stdout)
            return {p["label"]: (p["state"], p["left"]) for p in found}

        one = states("--away", "l.weber")
        self.assertEqual(one["Decide on credit"], ("one", ["f.haddad"]))
        self.assertEqual(one["Enter order"], ("fine", ["m.delgado", "a.okafor"]))
        both = states("--away", "l.weber", "--away", "Fatima Haddad")
        self.assertEqual(both["Decide on credit"], ("nobody", []))
        store = states("--away", "y.tanaka", "--away", "j.novak")
        self.assertEqual(store["Ship goods"], ("deputies", ["p.silva"]))
        self.assertIn("Ship goods: only deputies are left", self.who(0, "--away", "y.tanaka", "--away", "j.novak").stdout.decode())

    def test_who_is_used_wrongly(self):
        self.assertIn("Mateo Delgado", self.who(2, "--away", "Mateo Delgad").stderr.decode())
        self.assertIn("Task_EnterOrdr", self.who(2, "--id", "Task_EnterOrdr").stderr.decode())
        self.who(2)
        self.who(2, "--id", "Task_EnterOrder", "--away", "l.weber")
        self.status(2, "roles", "who", self.process, "--id", "Task_EnterOrder")
        self.status(3, "roles", "who", self.dir / "missing.bpmn", "--roles", self.roles, "--id", "Task_EnterOrder")

    def test_matrix(self):
        call = ("roles", "matrix", self.process, "--roles", self.roles)
        rows = self.status(0, *call, "-o", "-").stdout.decode().split("\r\n")
        self.assertEqual(rows[0], "Activity,Sales,Warehouse,Finance,ERP system")
        self.assertIn("Ship goods,,R,,", rows)
        rows = self.status(0, *call, "--kind", "handover", "-o", "-").stdout.decode().split("\r\n")
        self.assertEqual(rows[0], "From ↓ to →,Sales,Warehouse,Finance,ERP system,Customer")
        for name, begin in (("m.csv", b"Activity,"), ("m.html", b"<!DOCTYPE html>"), ("m.pdf", b"%PDF")):
            self.status(0, *call, "-o", self.dir / name)
            self.assertTrue((self.dir / name).read_bytes().startswith(begin))

    def test_matrix_of_several_processes(self):
        files = sorted(EXAMPLES.glob("*.bpmn"))
        text = self.status(0, "roles", "matrix", *files, "--roles", self.roles, "-o", "-").stdout.decode()
        self.assertTrue(text.startswith("Process,Activity,"))
        self.assertGreaterEqual(len({line.split(",")[0] for line in text.split("\r\n")[1:] if line}), len(files))

    def test_matrix_is_used_wrongly(self):
        call = ("roles", "matrix", self.process, "--roles", self.roles)
        self.status(2, *call)
        self.status(2, *call, "-o", self.dir / "m.docx")
        self.status(2, *call, "--kind", "rasci", "-o", self.dir / "m.csv")
        self.status(2, "roles", "matrix", self.process, "-o", self.dir / "m.csv")
        self.status(3, "roles", "matrix", self.process, self.dir / "missing.bpmn", "--roles", self.roles, "-o", self.dir / "m.csv")
        self.assertEqual(list(self.dir.iterdir()), [])


class Odd(Case):
    """Files that are not as they should be are opened all the same, and it is said how they are."""

    def test_letters_that_are_not_utf8(self):
        odd = self.dir / "odd.bpmn"
        text = ("<?xml version='1.0' encoding='UTF-8'?>\n" + WITHOUT_DRAWING.replace("Check", "Prüfen")).encode("latin-1")
        odd.write_bytes(text)
        for verb in (["save", "-o", self.dir / "out.bpmn"], ["draw", "-o", self.dir / "out.svg"]):
            self.assertIn("line 5,", self.status(0, *verb, odd).stderr.decode())
        self.assertEqual((self.dir / "out.bpmn").read_bytes(), text)
        self.assertIn("Prüfen", (self.dir / "out.svg").read_text(encoding="utf-8"))
        report = json.loads(run("check", odd, "--format", "json").stdout)
        found = {d["code"]: d for d in report["diagnostics"]}
        self.assertEqual(found["F01"]["line"], 5)
        self.assertEqual(found["F01"]["fixes"][0]["id"], "write-unicode")

    def test_rename_leaves_stray_bytes_elsewhere(self):
        odd = self.dir / "odd.bpmn"
        odd.write_bytes(WITHOUT_DRAWING.replace("Check", "Prüfen").encode("latin-1"))
        self.status(0, "rename", odd, "--id", "B", "--to", "Zählen", "--in-place")
        expected = WITHOUT_DRAWING.encode().replace(b"Check", b"Pr\xfcfen").replace(b"'Pay'", "'Zählen'".encode())
        self.assertEqual(odd.read_bytes(), expected)

    def test_without_drawing(self):
        bare = self.dir / "bare.bpmn"
        bare.write_text(WITHOUT_DRAWING, encoding="utf-8")
        self.assertIn("no drawing", self.status(0, "save", bare, "-o", self.dir / "out.bpmn").stderr.decode())
        self.assertIn("no drawing", self.status(0, "draw", bare, "-o", self.dir / "out.svg").stderr.decode())
        self.assertIn("F03", {d["code"] for d in json.loads(run("check", bare, "--format", "json").stdout)["diagnostics"]})
        drawn = self.status(0, "save", self.process, "-o", self.dir / "drawn.bpmn")
        self.assertEqual(drawn.stderr, b"")

    def test_other_files_are_called_by_name(self):
        for name, data, called in (
            ("zip", b"PK\x03\x04rest", "ZIP"),
            ("pdf", b"%PDF-1.4", "PDF"),
            ("page", b"<!DOCTYPE html><html></html>", "web page"),
            ("xpdl", b"<Package xmlns='http://www.wfmc.org/2009/XPDL2.2'/>", "XPDL"),
            ("old", b"<definitions xmlns='http://schema.omg.org/spec/BPMN/2.0'/>", "beta"),
            ("dmn", b"<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>", "DMN"),
        ):
            path = self.dir / (name + ".bpmn")
            path.write_bytes(data)
            for verb in (["check"], ["save", "-o", self.dir / "out"], ["draw", "-o", self.dir / "out.svg"]):
                self.assertIn(called, self.status(3, *verb, path).stderr.decode())

    def test_named_pipes(self):
        pipe = self.dir / "pipe.bpmn"
        os.mkfifo(pipe)
        self.assertIn("nobody writes", self.status(3, "check", pipe).stderr.decode())
        writer = threading.Thread(target=lambda: pipe.write_bytes(self.process.read_bytes()))
        writer.start()
        self.status(0, "check", pipe)
        writer.join()


class Check(Case):
    def test_examples_are_clean(self):
        for process in sorted(EXAMPLES.glob("*.bpmn")):
            roles = process.with_suffix(".roles.xml")
            for target in TARGETS:
                self.status(0, "check", process, "--roles", roles, "--target", target)

    def test_losses_of_all_targets(self):
        call = ("check", self.process, "--roles", self.roles, "--target", "all")
        text = self.status(0, *call).stdout.decode()
        for target in TARGETS:
            self.assertIn(f"({target}): 0 refused, ", text)
        targets = json.loads(self.status(0, *call, "--format", "json").stdout)["targets"]
        self.assertEqual(set(targets), set(TARGETS))
        self.assertEqual(targets["camunda8"]["different"], 1)
        self.assertEqual([d["code"] for d in targets["camunda8"]["diagnostics"]], ["X31"])
        self.assertGreater(targets["spiff"]["rewritten"], 0)
        self.assertEqual(targets["bpmn"]["diagnostics"], [])
        self.status(2, "compile", self.process, "--roles", self.roles, "--target", "all")

    def test_inferences(self):
        plain = self.status(0, "check", self.process, "--roles", self.roles).stdout.decode()
        text = self.status(0, "check", self.process, "--roles", self.roles, "--inferences").stdout.decode()
        self.assertTrue(text.startswith(plain))
        self.assertIn("read as ", text[len(plain):])
        self.assertIn("(proposed)", text)
        call = ("check", self.process, "--roles", self.roles, "--inferences", "--format", "json")
        inferences = json.loads(self.status(0, *call).stdout)["inferences"]
        self.assertGreater(len(inferences), 0)
        for inference in inferences:
            self.assertEqual(inference["state"], "proposed")
            self.assertTrue(inference["readAs"])
            self.assertGreater(inference["line"], 0)

    def test_json(self):
        report = json.loads(self.status(0, "check", self.process, "--roles", self.roles, "--format", "json").stdout)
        self.assertEqual(report["file"], str(self.process))
        for entry in report["diagnostics"]:
            self.assertIn(entry["severity"], ("error", "warning", "info"))
            self.assertTrue(entry["code"] and entry["message"])
            for fix in entry.get("fixes", []):
                self.assertEqual(set(fix), {"id", "label"})

    def test_several_files_keep_their_order(self):
        paths = sorted(EXAMPLES.glob("*.bpmn"))
        reports = json.loads(run("check", *paths, "--format", "json").stdout)
        self.assertEqual([r["file"] for r in reports], [str(p) for p in paths])

    def across(self, *words, status=0):
        report = json.loads(self.status(status, "check", *words, "--format", "json").stdout)
        return report[:-1], report[-1]

    def make_folder(self, hours):
        folder = self.dir / "all"
        (folder / "below").mkdir(parents=True)
        for number, (name, job) in enumerate((("one.bpmn", "Post  invoice"), ("below/two.bpmn", "post invoice"))):
            (folder / name).write_text(ACROSS.format(number=number, hours=hours, job=job), encoding="utf-8")
        (folder / "below/two.bpmn.bak").write_text("no process", encoding="utf-8")
        (folder / ".hidden.bpmn").write_text("no process", encoding="utf-8")
        roles = self.dir / "all.roles.xml"
        roles.write_text(ACROSS_ROLES, encoding="utf-8")
        return folder, roles

    def test_processes_are_added_up(self):
        folder, roles = self.make_folder(5)
        files, together = self.across(folder, "--roles", roles, status=1)
        self.assertEqual([f["file"] for f in files], [str(folder / "below/two.bpmn"), str(folder / "one.bpmn")])
        self.assertEqual((together["file"], together["processes"]), (str(roles), 2))
        for one in files: # each alone is fine
            self.assertFalse({"RL01", "RL02"} & {d["code"] for d in one["diagnostics"]})
        self.assertEqual({d["code"] for d in together["diagnostics"]}, {"RA01", "RA03", "RA04", "RA05"})
        texts = " ".join(d["message"] for d in together["diagnostics"])
        self.assertIn("ask “Clerk” for 50 hours", texts)
        self.assertIn("“Archivist”", texts)
        self.assertNotIn("“Keeper”", texts) # looks after a system
        clerk = next(r for r in together["roles"] if r["id"] == "clerk")
        self.assertEqual((clerk["hoursPerWeek"], clerk["capacity"], clerk["load"], clerk["holders"]), (50, 40, 125, 1))
        self.assertEqual([a["activity"] for a in clerk["activities"]], ["Enter", "Enter"])
        self.assertEqual([s["id"] for s in together["systems"]], ["erp0", "erp1"])
        text = self.status(1, "check", folder, "--roles", roles).stdout.decode()
        self.assertIn("Clerk (role): 2 activities in 2 processes, 50 of 40 hours a week (125 %), 1 holder", text)

    def test_load_across_processes_has_a_limit(self):
        for hours, code in ((3, None), (3.6, "RA02")):
            with self.subTest(hours=hours):
                self.setUp()
                folder, roles = self.make_folder(hours)
                codes = {d["code"] for d in self.across(folder, "--roles", roles)[1]["diagnostics"]}
                self.assertEqual({c for c in codes if c in ("RA01", "RA02")}, {code} - {None})

    def test_odd_files_in_a_folder_are_named(self):
        folder, roles = self.make_folder(1)
        (folder / "odd.bpmn").write_text("<nothing", encoding="utf-8")
        done = self.status(3, "check", folder, "--roles", roles, "--format", "json")
        self.assertIn("odd.bpmn", done.stderr.decode())
        self.assertEqual(len(json.loads(done.stdout)), 3)
        (self.dir / "empty").mkdir()
        self.assertIn("no process", self.status(3, "check", self.dir / "empty").stderr.decode())

    def test_executable_files_are_left_out(self):
        folder, roles = self.make_folder(1)
        self.status(0, "compile", folder / "one.bpmn", "--roles", roles, "--target", "camunda7")
        files, _ = self.across(folder, "--roles", roles)
        self.assertEqual(len(files), 2)

    def test_role_without_holder_is_found(self):
        roles = self.copy(self.roles)
        text = re.sub(r'<holds role="[^"]*"( [^>]*)?/>', "", roles.read_text(encoding="utf-8"))
        roles.write_text(text, encoding="utf-8")
        done = self.status(1, "check", self.process, "--roles", roles, "--format", "json")
        codes = {d["code"] for d in json.loads(done.stdout)["diagnostics"] if d["severity"] == "error"}
        self.assertIn("RH01", codes)

    def test_rules_change_severity(self):
        rules = self.dir / "rules"
        report = json.loads(run("check", self.process, "--roles", self.roles, "--format", "json").stdout)
        code = report["diagnostics"][0]["code"]
        rules.write_text(f"[rules]\n{code} = off\n")
        report = json.loads(
            self.status(0, "check", self.process, "--roles", self.roles, "--rules", rules, "--format", "json").stdout
        )
        self.assertNotIn(code, {d["code"] for d in report["diagnostics"]})
        rules.write_text(f"[rules]\n{code} = error\n")
        self.status(1, "check", self.process, "--roles", self.roles, "--rules", rules)
        rules.write_text("[rules]\nRD07 = loud\n")
        self.status(3, "check", self.process, "--rules", rules)
        rules.write_text("[rules]\n\nbpmnlint:no-implict-end = off\n")
        out = self.status(0, "check", self.process, "--roles", self.roles, "--rules", rules).stdout
        self.assertIn(b"rules:3:1: warning M90", out)
        self.assertIn(b"bpmnlint:no-implicit-end", out)

    def test_standard_input(self):
        self.status(0, "check", "-", stdin=self.process.read_bytes())


    def test_roles_from_standard_input(self):
        self.status(0, "check", self.process, "--roles", "-", stdin=self.roles.read_bytes())
        self.status(0, "roles", "check", "-", stdin=self.roles.read_bytes())
        self.status(3, "check", self.process, "--roles", "-", stdin=self.process.read_bytes())

    def test_without_roles_file_roles_are_not_checked(self):
        bare = self.dir / "bare.bpmn"
        bare.write_text(WITHOUT_DRAWING.replace("<participant id='PO' name='Acme' processRef='P'/>", ""), encoding="utf-8")
        codes = lambda *words: {d["code"] for d in json.loads(run("check", bare, "--format", "json", *words).stdout)["diagnostics"]}
        self.assertIn("RD16", codes())
        self.assertNotIn("RD01", codes())
        self.assertIn("RD01", codes("--roles", self.roles))

    def test_numbers_and_ways_out(self):
        process = self.dir / "x.bpmn"
        process.write_text(WITHOUT_DRAWING, encoding="utf-8")
        text = self.status(1, "check", process, "--roles", self.roles).stdout.decode()
        self.assertIn(": 1 error, 0 warnings, ", text)
        self.assertIn("  way out: ", text)


class Compile(Case):
    def test_writes_process_and_map(self):
        process = self.copy(self.process)
        self.status(0, "compile", process, "--roles", self.roles, "--target", "camunda7")
        out = self.dir / "order-to-cash.camunda7.bpmn"
        self.assertTrue(out.exists())
        source_map = json.loads((self.dir / "order-to-cash.camunda7.bpmn.map.json").read_text(encoding="utf-8"))
        logical = set(re.findall(r'\bid="([^"]+)"', process.read_text(encoding="utf-8")))
        for emitted, origin in source_map.items():
            self.assertTrue(origin is None or origin in logical, (emitted, origin))

    def test_is_deterministic(self):
        for target in TARGETS:
            texts = []
            for name in ("a.bpmn", "b.bpmn"):
                self.status(0, "compile", self.process, "--roles", self.roles, "--target", target, "-o", self.dir / name)
                texts.append((self.dir / name).read_bytes())
            self.assertEqual(*texts)

    def test_forms_go_beside_the_process(self):
        out = self.dir / "made" / "out.bpmn"
        out.parent.mkdir()
        self.status(0, "compile", self.process, "--roles", self.roles, "--target", "camunda8", "-o", out)
        forms = list(out.parent.glob("*.form"))
        self.assertEqual(len(forms), 1)
        form = json.loads(forms[0].read_text(encoding="utf-8"))
        self.assertIn(f'formId="{form["id"]}"', out.read_text(encoding="utf-8"))
        self.assertEqual([c["key"] for c in form["components"]], ["creditGranted"])

    def test_forms_and_process_are_written_all_or_none(self):
        out = self.dir / "made" / "out.bpmn"
        out.parent.mkdir()
        call = ("compile", self.process, "--roles", self.roles, "--target", "camunda8", "-o", out)
        self.status(0, *call)
        form = next(out.parent.glob("*.form")).name
        for path in out.parent.iterdir():
            path.unlink()
        (out.parent / form).mkdir()
        self.status(3, *call)
        self.assertEqual([p.name for p in out.parent.iterdir()], [form])

    def test_without_drawing(self):
        process, roles = self.dir / "in.bpmn", self.dir / "in.roles.xml"
        process.write_text(WITHOUT_DRAWING, encoding="utf-8")
        roles.write_text("<organisation xmlns='urn:partitur:roles:1' version='1.0'><role id='acme' name='Acme'/></organisation>")
        self.status(0, "compile", process, "--roles", roles, "--target", "camunda7", "-o", self.dir / "out.bpmn")
        text = (self.dir / "out.bpmn").read_text(encoding="utf-8")
        shapes = dict(re.findall(r'bpmnElement="(\w+)"[^>]*>\s*(<dc:Bounds [^>]*>)', text))
        box = {id: [float(n) for n in re.findall(r'="([^"]*)"', shape)] for id, shape in shapes.items()}
        pool = box["PO"]
        for id in ("Start_A", "End_B"):
            self.assertGreater(box[id][0], pool[0] + 30)
            self.assertLess(box[id][0] + box[id][2], pool[0] + pool[2])

    def test_standard_output(self):
        done = self.status(0, "compile", self.process, "--roles", self.roles, "--target", "bpmn", "-o", "-")
        self.assertTrue(done.stdout.startswith(b"<?xml"))

    def test_errors_write_nothing_unless_forced(self):
        roles = self.dir / "empty.roles.xml"
        roles.write_text('<organisation xmlns="urn:partitur:roles:1" version="1.0" name="Nobody">\n'
                         '  <role id="other" name="Somebody else"/>\n</organisation>\n')
        out = self.dir / "out.bpmn"
        call = ("compile", self.process, "--roles", roles, "--target", "camunda7", "-o", out)
        self.status(1, *call)
        self.assertFalse(out.exists())
        self.status(1, *call, "--force")
        self.assertTrue(out.exists())

    def test_output_in_a_missing_folder(self):
        self.status(3, "compile", self.process, "--roles", self.roles, "--target", "bpmn", "-o",
                    self.dir / "no" / "where.bpmn")
        self.assertEqual(list(self.dir.iterdir()), [])

    def test_input_is_never_overwritten(self):
        process = self.copy(self.process)
        before = process.read_bytes()
        self.status(2, "compile", process, "--roles", self.roles, "--target", "bpmn", "-o", process)
        self.assertEqual(process.read_bytes(), before)


class SaveAndRename(Case):
    def test_save_is_identical(self):
        for process in EXAMPLES.glob("*.bpmn"):
            self.status(0, "save", process, "-o", self.dir / "out.bpmn")
            self.assertEqual((self.dir / "out.bpmn").read_bytes(), process.read_bytes())
        done = self.status(0, "save", "-", "-o", "-", stdin=self.process.read_bytes())
        self.assertEqual(done.stdout, self.process.read_bytes())

    def task(self):
        return re.search(r'<bpmn:task id="([^"]+)"', self.process.read_text(encoding="utf-8")).group(1)

    def test_rename_is_a_one_line_change(self):
        out = self.dir / "out.bpmn"
        self.status(0, "rename", self.process, "--id", self.task(), "--to", 'Prüfe "A & B" <neu>', "-o", out)
        old = self.process.read_text(encoding="utf-8").splitlines()
        new = out.read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(old), len(new))
        self.assertEqual(len([1 for a, b in zip(old, new) if a != b]), 1)

    def test_rename_role_in_process_and_roles_file(self):
        process, roles = self.copy(self.process), self.copy(self.roles)
        name = re.search(r'<bpmn:lane id="[^"]+" name="([^"]+)"', process.read_text(encoding="utf-8")).group(1)
        self.status(0, "rename", process, roles, "--role", name, "--to", "Renamed role", "--in-place")
        self.assertIn('name="Renamed role"', process.read_text(encoding="utf-8"))
        self.assertIn('name="Renamed role"', roles.read_text(encoding="utf-8"))
        self.status(0, "check", process, "--roles", roles)

    def test_nothing_is_changed_when_one_file_is_broken(self):
        process = self.copy(self.process)
        broken = self.dir / "broken.bpmn"
        broken.write_text("<oops")
        before = process.read_bytes()
        self.status(3, "rename", process, broken, "--id", self.task(), "--to", "X", "--in-place")
        self.assertEqual(process.read_bytes(), before)

    def test_unknown_id(self):
        self.status(2, "rename", self.process, "--id", "no-such-id", "--to", "X", "-o", self.dir / "out")
        self.assertFalse((self.dir / "out").exists())


class DrawRolesExplain(Case):
    def test_draw(self):
        for ending, magic in (("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")):
            out = self.dir / f"out.{ending}"
            self.status(0, "draw", self.process, "-o", out)
            self.assertTrue(out.read_bytes().startswith(magic))
        bare = self.dir / "bare.bpmn"
        bare.write_text(WITHOUT_DRAWING, encoding="utf-8")
        self.assertIn(b"no drawing", self.status(0, "draw", bare, "-o", self.dir / "out.svg").stderr)
        self.status(2, "draw", self.process, "--process", "no-such-id", "-o", self.dir / "other.svg")

    def test_draw_says_what_it_does_not_show_whole(self):
        said = self.status(0, "draw", self.process, "-o", self.dir / "out.svg").stderr.decode()
        self.assertNotIn("too small", said)
        long = self.dir / "long.bpmn"
        name = "very long indeed " * 30
        text = self.process.read_text(encoding="utf-8")
        id = re.search(r'<(?:\w+:)?\w*[tT]ask\b[^>]*\bid="([^"]+)"', text).group(1)
        self.status(0, "rename", self.process, "--id", id, "--to", name, "-o", long)
        drawn = self.status(0, "draw", long, "-o", "-")
        self.assertRegex(drawn.stderr.decode(), f"too small.*{id}")
        self.assertRegex(drawn.stdout.decode(), f"<title>{name}</title>[^<]*…</text>")

    def drawn(self, *words):
        svg = self.status(0, "draw", LEVELS, *words, "-o", "-").stdout.decode()
        return re.findall(r"<text[^>]*>([^<]*)</text>", svg)

    def test_draw_all_diagrams_under_their_titles(self):
        texts = self.drawn()
        titles = ["The works", "Pack goods", "Wrap", "Carry", "Billing", "Billing, once more"]
        # what is shut is named by its shape before it is named by its title
        expected = titles[:1] + titles[1:2] * 2 + titles[2:3] * 2 + titles[3:]
        self.assertEqual([text for text in texts if text in titles], expected)
        self.assertEqual(texts[texts.index("Drive") - 1], "Carry")
        self.assertNotIn("Wrap", self.drawn("--process", "Diagram_Wrap"))  # a single one needs no title

    def test_draw_one_of_several(self):
        insides = {
            "Sub_Pack": {"Pick", "Wrap"},  # has a diagram of its own
            "Wrap": {"Fold paper", "Tape it"},  # by its name
            "Sub_Check": {"Count", "Note it down"},  # is drawn in place
            "Process_Carry": {"Drive"},
            "Carrier": {"Drive"},  # a pool stands for its process
            "Diagram_Bill": {"Write"},
            "Billing, once more": {"Write"},
        }
        for wanted, texts in insides.items():
            self.assertEqual(set(self.drawn("--process", wanted)), texts, wanted)
        self.assertIn("Shop", self.drawn("--process", "Process_Order"))
        self.assertEqual(self.drawn("--process", "Process_Bill").count("Write"), 2)

    def test_draw_of_what_is_not_there_lists_what_is(self):
        said = self.status(2, "draw", LEVELS, "--process", "Sub_Pakc", "-o", "-").stderr.decode()
        self.assertIn("Did you mean “Sub_Pack”?", said)
        for other in ("Process_Bill  (Billing)", "Works", "Diagram_Wrap", "Sub_Check  (Check stock)"):
            self.assertIn(other, said)

    def test_draw_scale(self):
        sizes = []
        for scale in ("1", "2"):
            self.status(0, "draw", self.process, "--scale", scale, "-o", self.dir / "out.png")
            data = (self.dir / "out.png").read_bytes()
            sizes.append(int.from_bytes(data[16:20], "big"))
        self.assertAlmostEqual(sizes[1] / sizes[0], 2.0, places=1)

    def test_roles_check(self):
        for roles in EXAMPLES.glob("*.roles.xml"):
            self.status(0, "roles", "check", roles)
        broken = self.copy(self.roles)
        broken.write_text(broken.read_text(encoding="utf-8").replace('<holds role="', '<holds role="x', 1), encoding="utf-8")
        report = json.loads(self.status(1, "roles", "check", broken, "--format", "json").stdout)
        finding = [d for d in report["diagnostics"] if d["code"] == "RF03"][0]
        self.assertGreater(finding["line"], 1)

    def test_roles_from_lanes(self):
        out = self.dir / "draft.roles.xml"
        self.status(0, "roles", "from", *sorted(EXAMPLES.glob("*.bpmn")), "-o", out)
        self.assertIn("urn:partitur:roles:1", out.read_text(encoding="utf-8"))
        self.assertNotEqual(run("roles", "check", out).returncode, 3)
        for process in EXAMPLES.glob("*.bpmn"):
            self.status(0, "check", process, "--roles", out)

    def test_roles_from_nothing(self):
        bare, out = self.dir / "bare.bpmn", self.dir / "draft.roles.xml"
        bare.write_text(WITHOUT_DRAWING.replace("name='Acme' ", ""), encoding="utf-8")
        refused = self.status(3, "roles", "from", bare, "-o", out)
        self.assertIn("no lane and no pool with a name", refused.stderr.decode())
        self.assertFalse(out.exists())

    def test_what_was_written_is_said(self):
        for words, name in [(("draw", self.process, "-o"), "said.svg"), (("roles", "from", self.process, "-o"), "said.xml")]:
            done = self.status(0, *words, self.dir / name)
            self.assertEqual(done.stdout, b"")
            self.assertIn(name, done.stderr.decode())
            self.assertNotIn("Wrote", self.status(0, *words, "-").stderr.decode())

    def test_compile_says_how_to_make_a_roles_file(self):
        wrong = self.status(2, "compile", self.process, "--target", "bpmn").stderr.decode()
        self.assertIn(f"partitur roles from {self.process} -o", wrong)

    def write_process(self, name, id, calls=None, inside=""):
        """A process of one task or one call, and what else is inside of it."""
        middle = f"<callActivity id='M' name='Ask' calledElement='{calls}'/>" if calls else "<userTask id='M' name='Do'/>"
        path = self.dir / name
        path.write_text(
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:test' id='D'>"
            f"<collaboration id='C'><participant id='PO' name='Sales' processRef='{id}'/></collaboration>"
            f"<process id='{id}'><startEvent id='S'/>{middle}<endEvent id='E'/>"
            "<sequenceFlow id='F1' sourceRef='S' targetRef='M'/><sequenceFlow id='F2' sourceRef='M' targetRef='E'/>"
            f"{inside}</process></definitions>", encoding="utf-8")
        return path

    def compile_called(self, status, path, *words):
        out = self.dir / "out"
        out.mkdir(exist_ok=True)
        done = self.status(status, "compile", path, "--roles", self.roles, "--target", "camunda7", "-o",
                           out / "first.bpmn", *words)
        return done, sorted(file.name for file in out.iterdir() if not file.name.endswith(".json"))

    def test_what_is_called_is_compiled_along(self):
        first = self.write_process("first.bpmn", "First", "x:Second")
        self.write_process("second.bpmn", "Second", "Third")
        self.write_process("third.bpmn", "Third", "First")
        self.write_process("fourth.bpmn", "Fourth")
        done, names = self.compile_called(0, first)
        self.assertEqual(names, ["first.bpmn", "second.camunda7.bpmn", "third.camunda7.bpmn"])
        self.assertIn('calledElement="Second"', (self.dir / "out" / "first.bpmn").read_text(encoding="utf-8"))
        self.assertIn('isExecutable="true"', (self.dir / "out" / "third.camunda7.bpmn").read_text(encoding="utf-8"))
        self.assertTrue((self.dir / "out" / "third.camunda7.bpmn.map.json").exists())
        self.assertNotIn("X62", done.stdout.decode())
        files = json.loads(self.compile_called(0, first, "--format", "json")[0].stdout)
        self.assertEqual([pathlib.Path(one["file"]).name for one in files], ["first.bpmn", "second.bpmn", "third.bpmn"])

    def test_what_is_imported_is_found_elsewhere(self):
        (self.dir / "parts").mkdir()
        first = self.write_process("first.bpmn", "First", "Second")
        self.write_process("parts/second.bpmn", "Second")
        self.assertEqual(self.compile_called(0, first)[1], ["first.bpmn"])
        text = first.read_text(encoding="utf-8").replace("<collaboration", "<import importType="
                                                         "'http://www.omg.org/spec/BPMN/20100524/MODEL' namespace='urn:x' "
                                                         "location='parts/second.bpmn'/><collaboration", 1)
        first.write_text(text, encoding="utf-8")
        self.assertEqual(self.compile_called(0, first)[1], ["first.bpmn", "second.camunda7.bpmn"])

    def test_what_is_called_and_not_there_is_said(self):
        first = self.write_process("first.bpmn", "First", "Second")
        done, names = self.compile_called(0, first)
        self.assertIn("X62", done.stdout.decode())
        self.assertEqual(names, ["first.bpmn"])

    def test_all_that_is_called_or_nothing(self):
        first = self.write_process("first.bpmn", "First", "Second")
        self.write_process("second.bpmn", "Second", inside="<complexGateway id='G'/>")
        done, names = self.compile_called(1, first)
        self.assertEqual(names, [])
        self.assertRegex(done.stdout.decode(), "second.bpmn.*error X01")
        (self.dir / "second.bpmn").unlink()
        self.write_process("first.camunda7.bpmn", "Second")
        self.status(0, "compile", first, "--roles", self.roles, "--target", "flowable")
        self.assertTrue((self.dir / "first.camunda7.flowable.bpmn").exists())

    def test_explain_lists_readable_sentences(self):
        text = self.status(0, "explain").stdout.decode()
        self.assertNotRegex(text, r"[{\[]\d?")
        self.assertIn("…", text)

    def test_explain(self):
        codes = [line.split()[0] for line in self.status(0, "explain").stdout.decode().splitlines()]
        self.assertEqual(len(codes), len(set(codes)))
        for code in codes:
            text = self.status(0, "explain", code.lower()).stdout.decode()
            self.assertIn(code, text)
            self.assertGreater(len(text), 100)
        self.status(2, "explain", "ZZ99")


    def test_feel(self):
        context = self.dir / "context.json"
        context.write_text('{"amount": 12.30, "Credit limit": 10, "tags": ["a", null, true], "who": {"name": "Jo"},'
                           ' "exact": 0.1, "many": 12345678901234567890, "rows": [{"x": 3e-1}]}',
                           encoding="utf-8")
        for expression, value in [
                ("1 + 2", 3), ("0.1 + 0.2 = 0.3", True), ("amount > Credit limit", True), ("tags[2]", None),
                ("{a: [1, who.name]}", {"a": [1, "Jo"]}), ("amount = 12.3", True), ("exact = 0.1", True),
                ("many = 12345678901234567890", True), ("rows[1].x = 0.3", True), ('date("2026-11-27") + duration("P1D")', "2026-11-28"),
                ('if amount > 5 then "big" else "small"', "big")]:
            output = self.status(0, "feel", expression, "--context", context).stdout
            self.assertEqual(json.loads(output), value, expression)
        wrong = self.status(1, "feel", "1 + ")
        self.assertIn("column 5", wrong.stderr.decode())
        self.assertEqual(wrong.stdout, b"")
        unknown = self.status(1, "feel", "1 + \"a\"")
        self.assertEqual(unknown.stdout.decode().strip(), "null")
        context.write_text("[1]", encoding="utf-8")
        self.assertIn("JSON object", self.status(3, "feel", "1", "--context", context).stderr.decode())
        self.status(2, "feel")


class Diff(Case):
    def versions(self):
        old = self.copy(self.process)
        new = self.dir / "new.bpmn"
        text = old.read_text(encoding="utf-8")
        self.assertIn('name="Ship goods"', text)
        new.write_text(text.replace('name="Ship goods"', 'name="Send goods"'), encoding="utf-8")
        return old, new

    def test_status_says_whether_there_are_differences(self):
        old, new = self.versions()
        self.assertEqual(self.status(0, "diff", old, old).stdout.decode(), "No differences\n")
        self.assertIn("“Send goods” was renamed from “Ship goods”", self.status(1, "diff", old, new).stdout.decode())
        self.status(0, "diff", old, new, "--only", "layout")
        self.status(1, "diff", old, new, "--only", "wording")

    def test_standard_input_is_a_version(self):
        old, new = self.versions()
        piped = self.status(1, "diff", "-", new, stdin=old.read_bytes())
        self.assertEqual(piped.stdout, self.status(1, "diff", old, new).stdout)
        self.status(2, "diff", "-", "-")

    def test_json(self):
        old, new = self.versions()
        found = json.loads(self.status(1, "diff", old, new, "--format", "json").stdout)
        self.assertEqual((found["before"], found["after"]), (str(old), str(new)))
        self.assertEqual({k: v for k, v in found["counts"].items() if v}, {"changed": 1})
        (one,) = found["differences"]
        self.assertEqual((one["kind"], one["aspect"], one["after"]["name"]), ("changed", "wording", "Send goods"))
        self.assertEqual(one["details"], [{"what": "attribute", "path": "@name", "from": "Ship goods", "to": "Send goods"}])
        self.assertGreater(one["after"]["line"], 1)

    def test_svg_marks_what_changed(self):
        old, new = self.versions()
        overlay = self.status(1, "diff", old, new, "--format", "svg").stdout.decode()
        self.assertIn(">Changed</text>", overlay)
        self.assertNotIn(">Removed</text>", overlay)
        self.assertNotIn("Ship goods", overlay)
        both = self.dir / "both.svg"
        self.status(1, "diff", old, new, "--format", "svg", "--side-by-side", "-o", both)
        self.assertIn("Ship goods", both.read_text(encoding="utf-8"))
        self.status(0, "diff", old, old, "--format", "svg")

    def test_output_is_written_as_a_whole_or_not_at_all(self):
        old, new = self.versions()
        out = self.dir / "out.txt"
        self.status(1, "diff", old, new, "-o", out)
        self.assertIn("Send goods", out.read_text(encoding="utf-8"))
        self.status(3, "diff", old, self.dir / "nobody.bpmn", "-o", self.dir / "none.txt")
        self.assertFalse((self.dir / "none.txt").exists())
        self.status(3, "diff", old, new, "-o", self.dir / "no" / "folder.txt")

    def test_wrong_use(self):
        old, new = self.versions()
        self.status(2, "diff", old)
        self.status(2, "diff", old, new, new)
        self.status(2, "diff", old, new, "--format", "yaml")
        self.status(2, "diff", old, new, "--only", "colour")


class Import(Case):
    """People come from the lists of other programs, and nobody is taken out."""

    def table(self, text):
        path = self.dir / "people.csv"
        path.write_text(text, encoding="utf-8")
        return path

    def test_a_new_file(self):
        source = self.table("Name;Rolle\nPetra Groß;Einkäufer\n;Einkäufer\nMia Weiß;Leitung\n")
        out = self.dir / "acme.roles.xml"
        text = self.status(0, "roles", "import", source, "-o", out, "--as-of", "2026-03-01").stdout.decode()
        self.assertIn("added: person petra-gross (Petra Groß)\n", text)
        self.assertIn("people.csv:3:1: warning RF07: ", text)
        self.assertTrue(text.endswith("people.csv: 4 added, 0 changed, 0 vanished, 1 left out\n"), text)
        self.status(0, "roles", "check", out, "--as-of", "2026-03-01")

    def test_again_with_a_report_as_json(self):
        out = self.dir / "acme.roles.xml"
        source = self.table("Wer,Was\nAnn,Buyer\nBen,Buyer\n")
        self.status(3, "roles", "import", source, "-o", out)
        self.status(0, "roles", "import", source, "-o", out, "--map", "name=Wer,role=Was", "--as-of", "2026-03-01")
        before = out.read_bytes()
        self.table("Wer,Was\nAnn,Seller\nCarl,Buyer\n")
        words = ("roles", "import", source, "--into", out, "--as-of", "2026-04-01", "--format", "json")
        report = json.loads(self.status(0, *words).stdout)
        self.assertEqual([c["id"] for c in report["vanished"]], ["Ben"])
        self.assertEqual([c["id"] for c in report["added"]], ["Seller", "Carl"])
        self.assertEqual([(c["id"], c["detail"]) for c in report["changed"]], [("Ann", "new: Seller; no longer: Buyer")])
        self.assertNotEqual(out.read_bytes(), before)
        self.assertNotIn("until=", out.read_text(encoding="utf-8"))
        self.status(0, *words, "--end-vanished")
        self.assertEqual(out.read_text(encoding="utf-8").count('until="2026-03-31"'), 2)

    def test_other_formats_and_standard_output(self):
        source = self.dir / "people.vcf"
        source.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nROLE:Buyer\nEND:VCARD\n")
        done = self.status(0, "roles", "import", source, "-o", "-")
        self.assertIn('<person id="Ann" name="Ann"', done.stdout.decode())
        self.assertIn("2 added", done.stderr.decode())
        self.status(0, "roles", "import", "-", "-o", self.dir / "r", "--from", "vcard", stdin=source.read_bytes())

    def test_wrong_use(self):
        source = self.table("Name\nAnn\n")
        out = self.dir / "r.xml"
        self.status(2, "roles", "import", source)
        self.status(2, "roles", "import", "-o", out)
        self.status(2, "roles", "import", source, "-o", out, "--from", "excel")
        self.status(2, "roles", "import", source, "-o", "-", "--format", "json")
        self.status(3, "roles", "import", self.dir / "missing.csv", "-o", out)
        self.status(3, "roles", "import", source, "--into", self.dir / "missing.xml")
        self.status(2, "roles", "import", "-", "-o", out, stdin=b"no idea")
        self.assertFalse(out.exists())


if __name__ == "__main__":
    PROGRAM, EXAMPLES, MAN_PAGE = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    LEVELS = pathlib.Path(__file__).parent.parent / "fixtures" / "modeling" / "levels.bpmn"
    unittest.main(argv=sys.argv[:1])
