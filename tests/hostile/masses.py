# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with very many of one kind of thing, listed in hostile.ALL as the others are.

Nothing in them is wrong but the number: whoever compares each with each, or walks from each to the
last, is busy for hours.
"""

from hostile import OPENS, bpmn, case, cases, diagram, edge, many, process, shape


def numbered(size, full, *templates):
    """Each template, filled in with every number: {0} the number, {1} the next one, the last leads to the first."""
    n = many(size, full)
    return "".join(t.format(i, (i + 1) % n) for t in templates for i in range(n))


def drawn(size, full, template, width=100, height=80):
    """The shapes of what was numbered, in rows of 200."""
    return diagram("".join(
        shape(template.format(i), 200 * (i % 200), 160 * (i // 200), width, height) for i in range(many(size, full))))


@cases({f"mass-of-{name}": (OPENS, (full, templates)) for name, (full, templates) in {
    "events-at-nothing": (8_000, ["<boundaryEvent id='B{0}' attachedToRef='T'><timerEventDefinition/></boundaryEvent>"]),
    "flows-without-ends": (50_000, ["<sequenceFlow id='F{0}' sourceRef='A{0}' targetRef='B{0}'/>"]),
    "links-without-partner": (5_000, ["<intermediateThrowEvent id='E{0}'><linkEventDefinition id='L{0}' name='{0}'/></intermediateThrowEvent>"]),
    "event-sub-processes": (5_000, ["<subProcess id='U{0}' triggeredByEvent='true'><startEvent id='S{0}'><messageEventDefinition/></startEvent></subProcess>"]),
}.items()})
def mass(size, what):
    full, templates = what
    return process(numbered(size, full, *templates) + "<task id='H'/>")


@case()
def mass_of_drawn_sub_processes(size):
    return process(numbered(size, 10_000, "<subProcess id='U{0}'/>"), drawn(size, 10_000, "U{}"))


@case()
def mass_of_equal_flows(size):
    return process("<task id='A'/><task id='B'/>" + numbered(size, 20_000, "<sequenceFlow id='F{0}' sourceRef='A' targetRef='B'/>"))


# ----- very many drawn ones: each with a name to place, a line to draw, a neighbour to keep clear of ----


def grid(template, n, width=100, height=80, **more):
    """Shapes in rows of 200, as near to each other as people draw them."""
    return "".join(shape(template.format(i), 150 * (i % 200), 120 * (i // 200), width, height, **more) for i in range(n))


def lines(template, n, height=80):
    """An edge from each place of the grid to the one below it."""
    return "".join(edge(template.format(i), [(150 * (i % 200) + 50, 120 * (i // 200) + height),
                                             (150 * (i % 200) + 50, 120 * (i // 200) + 120)]) for i in range(n))


def bands(i):
    """The two participants of a choreography activity."""
    return "".join(
        f"<bpmndi:BPMNShape id='{p}{i}_di' bpmnElement='{p}' choreographyActivityShape='K{i}_di' participantBandKind='{kind}' isMessageVisible='true'>"
        f"<dc:Bounds x='{150 * (i % 200)}' y='{120 * (i // 200) + y}' width='100' height='20'/></bpmndi:BPMNShape>"
        for p, kind, y in (("A", "top_initiating", 0), ("B", "bottom_non_initiating", 60)))


def each(n, template):
    return "".join(template.format(i, (i + 1) % n) for i in range(n))


@cases({f"mass-of-drawn-{name}": (OPENS, row) for name, row in {
    "events": (36, 36, "<intermediateThrowEvent id='E{0}' name='order {0} of the day'/>", "<sequenceFlow id='F{0}' name='and then' sourceRef='E{0}' targetRef='E{1}'/>"),
    "gateways": (50, 50, "<exclusiveGateway id='E{0}' name='good?'/>", "<sequenceFlow id='F{0}' name='yes' sourceRef='E{0}' targetRef='E{1}'/>"),
    "data-objects": (36, 50, "<dataObject id='O{0}'/><dataObjectReference id='E{0}' name='order {0}' dataObjectRef='O{0}'/>",
                     "<association id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "stores": (50, 50, "<dataStoreReference id='E{0}' name='store {0}'/>", "<association id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "annotations": (100, 30, "<textAnnotation id='E{0}'><text>remark {0}</text></textAnnotation>", "<association id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "groups": (300, 300, "<group id='E{0}'/>", "<association id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "tasks": (100, 80, "<task id='E{0}' name='do {0} of {1} now'/>", "<sequenceFlow id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "transactions": (100, 80, "<transaction id='E{0}' name='t{0}'/>", "<sequenceFlow id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
}.items()})
def mass_drawn(size, row):
    width, height, node, flow = row
    n = many(size, 4_000)
    return process(each(n, node) + each(n, flow), diagram(grid("E{}", n, width, height) + lines("F{}", n, height)))


@case()
def mass_of_drawn_boundary_events(size):
    n = many(size, 4_000)
    return process(each(n, "<task id='T{0}'/><boundaryEvent id='E{0}' name='late {0}' attachedToRef='T{0}'><timerEventDefinition/></boundaryEvent>"),
                   diagram(grid("T{}", n) + grid("E{}", n, 36, 36)))


@case()
def mass_of_drawn_choreography_tasks(size):
    n = many(size, 3_000)
    return bpmn("<choreography id='P'><participant id='A' name='a'/><participant id='B' name='b'/>"
                + each(n, "<choreographyTask id='K{0}' name='agree on {0}' initiatingParticipantRef='A'><participantRef>A</participantRef><participantRef>B</participantRef></choreographyTask>")
                + each(n, "<sequenceFlow id='F{0}' sourceRef='K{0}' targetRef='K{1}'/>") + "</choreography>"
                + diagram(grid("K{}", n) + "".join(map(bands, range(n))) + lines("F{}", n)))


@case()
def mass_of_drawn_conversations(size):
    n = many(size, 3_000)
    return bpmn("<collaboration id='P'>" + each(n, "<participant id='A{0}' name='office {0}'/>")
                + each(n, "<messageFlow id='M{0}' name='letter {0}' sourceRef='A{0}' targetRef='A{1}'/>")
                + each(n, "<conversation id='C{0}' name='talk {0}'><participantRef>A{0}</participantRef><participantRef>A{1}</participantRef></conversation>")
                + each(n, "<conversationLink id='L{0}' sourceRef='A{0}' targetRef='C{0}'/>") + "</collaboration>"
                + diagram(grid("A{}", n) + grid("C{}", n, 40, 40) + lines("M{}", n) + lines("L{}", n)))


@case()
def mass_of_drawn_lanes(size):
    n = many(size, 2_000)
    return process("<laneSet id='S'>" + each(n, "<lane id='L{0}' name='role {0}'><flowNodeRef>T{0}</flowNodeRef></lane>") + "</laneSet>"
                   + each(n, "<userTask id='T{0}' name='do {0}'/>") + each(n, "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>"),
                   diagram("".join(shape(f"L{i}", 0, 120 * i, 600, 120, isHorizontal="true") + shape(f"T{i}", 100, 120 * i + 20)
                                   + edge(f"F{i}", [(150, 120 * i + 100), (150, 120 * i + 140)]) for i in range(n))))


@case()
def mass_of_drawn_at_one_place(size):
    """Everything above everything else: no label finds a free place."""
    n = many(size, 2_000)
    return process(each(n, "<startEvent id='E{0}' name='begin {0}'/>") + each(n, "<sequenceFlow id='F{0}' name='go' sourceRef='E{0}' targetRef='E{1}'/>"),
                   diagram("".join(shape(f"E{i}", i % 7, i % 5, 36, 36) + edge(f"F{i}", [(i % 7, 0), (i % 5, 36)]) for i in range(n))))


@cases({f"mass-of-undrawn-{name}": (OPENS, row) for name, row in {
    "tasks": (3_000, "<userTask id='E{0}' name='do {0}'/><sequenceFlow id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
    "gateways": (2_000, "<exclusiveGateway id='G{0}'/><task id='E{0}'/><sequenceFlow id='F{0}' sourceRef='G{0}' targetRef='G{1}'/><sequenceFlow id='H{0}' sourceRef='G{0}' targetRef='E{0}'/>"),
    "data": (3_000, "<task id='E{0}'/><dataObject id='O{0}'/><dataObjectReference id='R{0}' dataObjectRef='O{0}'/><association id='A{0}' sourceRef='R{0}' targetRef='E{0}'/>"),
    "annotations": (3_000, "<task id='E{0}'/><textAnnotation id='N{0}'><text>so {0}</text></textAnnotation><association id='A{0}' sourceRef='N{0}' targetRef='E{0}'/>"),
    "boundary-events": (3_000, "<task id='E{0}'/><boundaryEvent id='B{0}' attachedToRef='E{0}'><timerEventDefinition/></boundaryEvent>"),
    "sub-processes": (3_000, "<subProcess id='E{0}'><task id='T{0}'/></subProcess><sequenceFlow id='F{0}' sourceRef='E{0}' targetRef='E{1}'/>"),
}.items()})
def mass_undrawn(size, row):
    full, template = row
    return process(each(many(size, full), template))
