# logical.py: the drawn process, its scenario, and the executable files that it is compiled to
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
GATEWAYS = {f"{kind}Gateway" for kind in ("exclusive", "parallel", "inclusive", "complex", "eventBased")}
TARGETS = ("camunda7", "camunda8", "flowable", "spiff")
NODES = GATEWAYS | {
    "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task", "userTask",
    "serviceTask", "sendTask", "receiveTask", "manualTask", "scriptTask", "businessRuleTask", "subProcess",
    "transaction", "adHocSubProcess", "callActivity",
}


class Model:
    """What a file says of its nodes: by id their tag, and what events wait for."""

    def __init__(self, *paths):
        self.tags, self.events, self.processes, names = {}, {}, [], {}
        for path in paths:
            root = ElementTree.parse(path).getroot()
            for element in root.iter():
                if element.tag.startswith(BPMN):
                    names[element.get("id")] = element.get("name")
            for element in root.iter():
                tag = element.tag.removeprefix(BPMN)
                if tag == "process":
                    self.processes.append(element.get("id"))
                if tag in NODES:
                    self.tags[element.get("id")] = tag
                    self.events[element.get("id")] = self.event_of(element, tag, names)

    @staticmethod
    def event_of(element, tag, names):
        """The kind of event that an element waits for, and the name of its message or signal."""
        if tag == "receiveTask":
            return "message", names.get(element.get("messageRef"))
        if tag == "userTask":
            return "task", None
        for child in element:
            kind = child.tag.removeprefix(BPMN).removesuffix("EventDefinition")
            if child.tag.endswith("EventDefinition"):
                return kind, names.get(child.get(f"{kind}Ref"))
        return "none", None


    def is_jump(self, id):
        """Link events lead from one place to another: not every engine writes them down."""
        return self.events.get(id, ("", ""))[0] == "link"


class Compiled:
    """A process for one target: refused with the reasons, or files and what their ids stand for."""

    def __init__(self, logical, target, tools, folder):
        self.logical = logical
        self.path = folder / target / f"{logical.name}.bpmn"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        command = [tools.partitur, "compile", logical.path, "-r", logical.roles, "-t", target, "-o", self.path,
                   "--format", "json"]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        told = json.loads(answer.stdout)
        self.findings = [one for file in (told if isinstance(told, list) else [told]) for one in file["diagnostics"]]
        self.is_refused = not self.path.exists()
        if answer.returncode not in (0, 1) or self.is_refused and not self.errors():
            raise RuntimeError(f"{logical.name} for {target}: {answer.stderr}")
        if not self.is_refused:
            self.read_files(target)

    def read_files(self, target):
        """What is called is compiled along, into the same folder."""
        self.files = [self.path, *(self.path.parent / f"{other.stem}.{target}.bpmn" for other in self.logical.others)]
        self.model = Model(*self.files)
        self.origins = {}
        for path in self.files:
            self.origins |= json.loads(Path(f"{path}.map.json").read_text(encoding="utf-8"))

    def errors(self):
        return sorted({finding["code"] for finding in self.findings if finding["severity"] == "error"})

    def mentions(self, id, code=None):
        return any(id in finding["elements"] and code in (None, finding["code"]) for finding in self.findings)

    def emitted(self, id):
        """What the drawn element is called in the executable file."""
        if self.origins.get(id) == id and id in self.model.tags:
            return id
        return next((other for other, origin in self.origins.items() if origin == id and other in self.model.tags), id)

    def is_there(self, id):
        return self.emitted(id) in self.model.tags

    def case(self):
        """The scenario by the ids of the executable file, as harnesses read it."""
        scenario = self.logical.scenario
        case = {"name": self.logical.name, "files": [str(path) for path in self.files],
                "tables": [str(path) for path in self.logical.tables], "process": self.process_id(), "data": scenario.get("data", {}), "start": self.start()}
        for kind in ("answers", "results", "holds", "tries"):
            case[kind] = {self.emitted(id): value for id, value in scenario.get(kind, {}).items()}
        case["occurrences"] = [self.occurrence(one) for one in scenario.get("occurrences", [])]
        return case

    def process_id(self):
        wanted = self.logical.scenario.get("process") or self.model.processes[0]
        return next((id for id, origin in self.origins.items() if origin == wanted and id in self.model.processes), wanted)

    def start(self):
        at = self.emitted(self.logical.scenario["start"]) if "start" in self.logical.scenario else None
        kind, name = self.model.events.get(at, ("none", None))
        return {"kind": kind, "at": at, "name": name}

    def occurrence(self, one):
        at = self.emitted(one["at"])
        kind, name = self.model.events.get(at, ("none", None))
        return {"at": at, "kind": kind, "name": name, "data": one.get("data", {})}


class Logical:
    """A drawn process with its scenario and what our own reading makes of them."""

    def __init__(self, path, tools):
        self.name = path.stem
        self.scenario = json.loads(path.read_text(encoding="utf-8"))
        folder = path.parent
        self.path = (folder / self.scenario.get("drawing", f"{self.name}.bpmn")).resolve()
        self.roles = (folder / self.scenario.get("roles", "../roles.xml")).resolve()
        self.others = [folder / name for name in self.scenario.get("others", [])]
        self.tables = [folder / name for name in self.scenario.get("tables", [])]
        self.model = Model(self.path, *self.others)
        self.title = ElementTree.parse(self.path).getroot().get("name")
        command = [tools.reading, self.roles, path, self.path, *self.others]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise RuntimeError(f"our own reading of {self.name}: {answer.stderr}")
        self.expected = json.loads(answer.stdout)
