#!/usr/bin/env python3
# make_processes.py: writes the processes that the engines run, from a few lines each
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: make_processes.py PARTITUR OUT < processes.txt
#
# A line is an element (“user Ask "Ask the customer"”), flows (“Start > Ask > Done”, with “[FEEL]”,
# “default” or a “label” behind), a lane (“lane Clerk: Ask Done”), or begins or ends what a sub-process holds (“{”,
# “}”). “# NAME: title” begins a file, “process Id "Name"” a process. PARTITUR draws them.
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
NAMESPACES = {
    "": BPMN, "camunda": CAMUNDA, "bpmndi": DI, "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
TAGS = {
    "start": "startEvent", "end": "endEvent", "catch": "intermediateCatchEvent", "throw": "intermediateThrowEvent",
    "boundary": "boundaryEvent", "task": "task", "user": "userTask", "service": "serviceTask", "send": "sendTask",
    "receive": "receiveTask", "manual": "manualTask", "script": "scriptTask", "rule": "businessRuleTask",
    "sub": "subProcess", "eventsub": "subProcess", "transaction": "transaction", "adhoc": "adHocSubProcess",
    "call": "callActivity", "xor": "exclusiveGateway", "and": "parallelGateway", "or": "inclusiveGateway",
    "race": "eventBasedGateway", "complex": "complexGateway",
}
DEFINITIONS = ("message", "signal", "error", "escalation")
TIMES = {"date": "timeDate", "duration": "timeDuration", "cycle": "timeCycle"}


class Element:
    """An element with what it holds."""

    def __init__(self, tag, id=None, name=None, **values):
        self.tag, self.id, self.name, self.values = tag, id, name, values
        self.inside, self.flows, self.lanes = [], [], []


class File:
    def __init__(self, name, title):
        self.name, self.title = name, title
        self.processes, self.definitions, self.messages = [], {}, []

    def define(self, kind, name):
        """The id of a message, signal, error or escalation."""
        ids = self.definitions.setdefault(kind, {})
        return ids.setdefault(name, f"{kind.capitalize()}_{re.sub('[^A-Za-z0-9]', '', name)}")


def read_values(words):
    values, name = {}, None
    for word in words:
        key, sign, value = word.partition("=")
        if sign and re.fullmatch("[a-zA-Z-]+", key):
            values[key] = value
        elif re.fullmatch("[a-z-]+", word) and name is not None or word in (
                "terminate", "cancel", "compensate", "alongside", "compensation", "sequential", "before"):
            values[word] = True
        else:
            name = word
    return name, values


def read_flow(scope, line):
    line, _, label = line.partition(" “")
    line, _, condition = line.partition(" [")
    words = line.split()
    is_default = words[-1] == "default"
    ids = [word for word in words[:-1] if word != ">"] if is_default else [w for w in words if w != ">"]
    for source, target in zip(ids, ids[1:]):
        scope.flows.append((source, target, condition.removesuffix("]"), is_default, label.rstrip("”")))


def read_line(file, stack, line):
    scope = stack[-1] if stack else None
    if line == "}":
        stack.pop()
    elif line.startswith("lane "):
        name, _, ids = line[5:].partition(":")
        stack[0].lanes.append((name, ids.split()))
    elif re.match(r"\w+ >", line):
        read_flow(scope, line)
    else:
        opens = line.endswith("{")
        words = shlex.split(line.rstrip("{ "))
        name, values = read_values(words[2:])
        element = Element(words[0], words[1], name, **values)
        if words[0] == "process":
            stack[:] = [element]
            file.processes.append(element)
        else:
            scope.inside.append(element)
            if opens:
                stack.append(element)


def read(text):
    files, stack = [], []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("# "):
            name, _, title = line[2:].partition(":")
            files.append(File(name, title.strip()))
            stack.clear()
        elif line and not line.startswith("//"):
            read_line(files[-1], stack, line)
    return files


# ----- XML -------------------------------------------------------------------------------------------


def attributes(**values):
    return "".join(f" {key}={quoteattr(value)}" for key, value in values.items() if value is not None)


def write_definition(file, element):
    values = element.values
    for kind in DEFINITIONS:
        if kind in values:
            reference = file.define(kind, values[kind]) if values[kind] != "any" else None
            yield f"<{kind}EventDefinition{attributes(**{f'{kind}Ref': reference})}/>"
    for key, tag in TIMES.items():
        if key in values:
            yield f"<timerEventDefinition><{tag}>{escape(values[key])}</{tag}></timerEventDefinition>"
    if "condition" in values:
        yield f"<conditionalEventDefinition><condition>{escape(values['condition'])}</condition></conditionalEventDefinition>"
    if "link" in values:
        yield f"<linkEventDefinition name={quoteattr(values['link'])}/>"
    for key in ("terminate", "cancel", "compensate"):
        if key in values:
            reference = values[key] if isinstance(values[key], str) else None
            yield f"<{key}EventDefinition{attributes(activityRef=reference)}/>"


def write_loop(element):
    values = element.values
    if "loop" in values:
        before = "true" if "before" in values else None
        yield f"<standardLoopCharacteristics{attributes(testBefore=before, loopMaximum=values.get('maximum'))}>"
        yield f"<loopCondition>{escape(values['loop'])}</loopCondition></standardLoopCharacteristics>"
    if "times" in values or "each" in values:
        sequential = "true" if "sequential" in values else None
        yield f"<multiInstanceLoopCharacteristics{attributes(isSequential=sequential)}>"
        if "times" in values:
            yield f"<loopCardinality>{escape(values['times'])}</loopCardinality>"
        if "each" in values:
            yield f"<loopDataInputRef>{escape(values['each'])}</loopDataInputRef>"
            yield f"<inputDataItem id={quoteattr(element.id + '_' + values['as'])} name={quoteattr(values['as'])}/>"
        if "until" in values:
            yield f"<completionCondition>{escape(values['until'])}</completionCondition>"
        yield "</multiInstanceLoopCharacteristics>"


def element_attributes(file, element, scope):
    values = element.values
    default = next((flow_id(f) for f in scope.flows if f[0] == element.id and f[3]), None)
    result = {"id": element.id, "name": element.name, "default": default}
    if element.tag == "boundary":
        result["attachedToRef"] = values["on"]
        if "alongside" in values:
            result["cancelActivity"] = "false"
    if element.tag == "start" and "alongside" in values:
        result["isInterrupting"] = "false"
    if element.tag == "eventsub":
        result["triggeredByEvent"] = "true"
    if "compensation" in values:
        result["isForCompensation"] = "true"
    if element.tag == "call":
        result["calledElement"] = values["calls"]
    if element.tag in ("send", "receive") and "message" in values:
        result["messageRef"] = file.define("message", values["message"])
    if element.tag == "script" and "format" in values:
        result["scriptFormat"] = values["format"]
    if "table" in values:
        result["camunda:decisionRef"] = values["table"]
        result["camunda:resultVariable"] = values["result"]
        result["camunda:mapDecisionResult"] = "singleEntry"
    return result


def flow_id(flow):
    return f"Flow_{flow[0]}_{flow[1]}"


def write_element(file, element, scope):
    tag = TAGS[element.tag]
    yield f"<{tag}{attributes(**element_attributes(file, element, scope))}>"
    yield from write_scope(file, element)
    if element.tag not in ("send", "receive"):
        yield from write_definition(file, element)
    if "script" in element.values:
        yield f"<script>{escape(element.values['script'])}</script>"
    yield from write_loop(element)
    yield f"</{tag}>"


def is_association(scope, flow):
    """From a compensation event to its handler."""
    return any(e.id == flow[1] and "compensation" in e.values for e in scope.inside)


def write_flow(flow):
    yield f"<sequenceFlow{attributes(id=flow_id(flow), name=flow[4] or None, sourceRef=flow[0], targetRef=flow[1])}>"
    if flow[2]:
        yield f"<conditionExpression>{escape(flow[2])}</conditionExpression>"
    yield "</sequenceFlow>"


def write_lanes(scope):
    if scope.lanes:
        yield f'<laneSet id="{scope.id}_lanes">'
        for number, (name, ids) in enumerate(scope.lanes):
            yield f'<lane id="{scope.id}_lane_{number + 1}" name={quoteattr(name)}>'
            yield from (f"<flowNodeRef>{id}</flowNodeRef>" for id in ids)
            yield "</lane>"
        yield "</laneSet>"


def write_scope(file, scope):
    yield from write_lanes(scope)
    for element in scope.inside:
        yield from write_element(file, element, scope)
    for flow in scope.flows:
        if not is_association(scope, flow):
            yield from write_flow(flow)
    for flow in scope.flows:
        if is_association(scope, flow):
            yield f'<association{attributes(id=flow_id(flow), sourceRef=flow[0], targetRef=flow[1])} associationDirection="One"/>'


def write_definitions(file):
    for kind, ids in file.definitions.items():
        code = {"error": "errorCode", "escalation": "escalationCode"}.get(kind)
        for name, id in ids.items():
            yield f"<{kind}{attributes(id=id, name=name, **({code: name} if code else {}))}/>"


def write(file):
    body = []
    for process in file.processes:
        body.append(f"<process{attributes(id=process.id, name=process.name, isExecutable='true')}>")
        body += write_scope(file, process)
        body.append("</process>")
    pools = [
        f"<participant{attributes(id=f'Pool_{process.id}', name=process.values.get('pool', 'Clerk'), processRef=process.id)}/>"
        for process in file.processes
    ]
    yield (
        f'<definitions xmlns="{BPMN}" xmlns:camunda="{CAMUNDA}" id="Definitions_{file.name}" name={quoteattr(file.title)}'
        ' targetNamespace="https://partitur.example/engines">'
    )
    yield from write_definitions(file)
    yield from [f'<collaboration id="Collaboration_{file.name}">', *pools, "</collaboration>", *body, "</definitions>"]


# ----- drawing ---------------------------------------------------------------------------------------


def is_drawn_in(ids, plane):
    """Leaves out of a diagram what the compiler added."""
    for figure in list(plane):
        if figure.get("bpmnElement") not in ids:
            plane.remove(figure)


def draw(partitur, path, root):
    """The diagrams that the compiler makes of what has none."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "drawn.bpmn"
        roles = path.parent.parent / "roles.xml"
        command = [partitur, "compile", path, "-r", roles, "-t", "bpmn", "-o", drawn, "--force"]
        subprocess.run(command, check=False, capture_output=True)
        diagrams = ElementTree.parse(drawn).getroot().findall(f"{{{DI}}}BPMNDiagram")
    ids = {element.get("id") for element in root.iter()}
    for diagram in diagrams:
        is_drawn_in(ids, diagram[0])
        root.append(diagram)


def save(path, file, root):
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode").replace(" />", "/>")
    path.write_text(f'''<?xml version="1.0" encoding="UTF-8"?>
<!-- {file.name}.bpmn: {file.title}

     Copyright the Partitur developers
     SPDX-License-Identifier: CC0-1.0 -->
{text}
''', encoding="utf-8")


def main():
    partitur, folder = sys.argv[1], Path(sys.argv[2])
    for prefix, uri in NAMESPACES.items():
        ElementTree.register_namespace(prefix, uri)
    for file in read(sys.stdin.read()):
        path = folder / f"{file.name}.bpmn"
        root = ElementTree.fromstring("".join(write(file)))
        save(path, file, root)
        draw(partitur, path, root)
        save(path, file, root)


if __name__ == "__main__":
    main()
