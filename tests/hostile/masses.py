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
    "events-at-nothing": (20_000, ["<boundaryEvent id='B{0}' attachedToRef='T'><timerEventDefinition/></boundaryEvent>"]),
    "flows-without-ends": (100_000, ["<sequenceFlow id='F{0}' sourceRef='A{0}' targetRef='B{0}'/>"]),
    "links-without-partner": (20_000, ["<intermediateThrowEvent id='E{0}'><linkEventDefinition id='L{0}' name='{0}'/></intermediateThrowEvent>"]),
    "links": (10_000, [
        "<intermediateThrowEvent id='E{0}'><linkEventDefinition id='L{0}' name='{0}'/></intermediateThrowEvent>",
        "<intermediateCatchEvent id='C{0}'><linkEventDefinition id='M{0}' name='{0}'/></intermediateCatchEvent>"]),
    "event-sub-processes": (20_000, ["<subProcess id='U{0}' triggeredByEvent='true'><startEvent id='S{0}'><messageEventDefinition/></startEvent></subProcess>"]),
    "sub-processes": (20_000, ["<subProcess id='U{0}'/>"]),
    "full-sub-processes": (10_000, ["<subProcess id='U{0}'><task id='T{0}'/></subProcess>"]),
    "tasks": (20_000, ["<task id='T{0}' name='n{0}'/>"]),
    "tasks-with-one-name": (20_000, ["<userTask id='T{0}' name='Check it'/>"]),
    "tasks-in-a-row": (20_000, ["<task id='T{0}'/>", "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>"]),
    "gateways-in-a-ring": (20_000, ["<exclusiveGateway id='G{0}'/>", "<sequenceFlow id='F{0}' sourceRef='G{0}' targetRef='G{1}'/>"]),
    "parallel-gateways-in-a-ring": (20_000, ["<parallelGateway id='G{0}'/>", "<sequenceFlow id='F{0}' sourceRef='G{0}' targetRef='G{1}'/>"]),
    "inclusive-gateways-in-a-ring": (20_000, ["<inclusiveGateway id='G{0}'/>", "<sequenceFlow id='F{0}' sourceRef='G{0}' targetRef='G{1}'/>"]),
    "calls-in-a-row": (5_000, ["<callActivity id='C{0}' calledElement='P'/>", "<sequenceFlow id='F{0}' sourceRef='C{0}' targetRef='C{1}'/>"]),
    "data": (20_000, [
        "<dataObject id='O{0}'/>", "<dataObjectReference id='R{0}' name='r{0}' dataObjectRef='O{0}'/>",
        "<task id='T{0}'><dataInputAssociation id='I{0}'><sourceRef>R{0}</sourceRef></dataInputAssociation></task>"]),
    "annotations": (20_000, [
        "<task id='T{0}'/>", "<textAnnotation id='N{0}'><text>n {0}</text></textAnnotation>",
        "<association id='A{0}' sourceRef='T{0}' targetRef='N{0}'/>"]),
    "annotations-at-one-task": (20_000, [
        "<textAnnotation id='N{0}'><text>n {0}</text></textAnnotation>", "<association id='A{0}' sourceRef='H' targetRef='N{0}'/>"]),
    "events": (20_000, ["<startEvent id='S{0}'><messageEventDefinition id='M{0}'/></startEvent>"]),
    "conditions": (20_000, [
        "<task id='T{0}'/>",
        "<sequenceFlow id='F{0}' sourceRef='H' targetRef='T{0}'><conditionExpression>= amount &gt; {0}</conditionExpression></sequenceFlow>"]),
    "boundary-events-at-one-task": (20_000, [
        "<boundaryEvent id='B{0}' attachedToRef='H'><timerEventDefinition><timeDuration>P{0}D</timeDuration></timerEventDefinition></boundaryEvent>"]),
    "documentation": (20_000, ["<documentation id='D{0}'>words</documentation>"]),
    "groups": (20_000, ["<group id='G{0}'/>"]),
}.items()})
def mass(size, what):
    full, templates = what
    return process(numbered(size, full, *templates) + "<task id='H'/>")


@cases({f"mass-of-drawn-{name}": (OPENS, (full, template, body)) for name, (full, template, body) in {
    "sub-processes": (20_000, "U{}", ["<subProcess id='U{0}'/>"]),
    "tasks": (20_000, "T{}", ["<task id='T{0}' name='one of many'/>", "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>"]),
    "events": (20_000, "B{}", ["<boundaryEvent id='B{0}' attachedToRef='T'/>"]),
    "data": (20_000, "R{}", ["<dataObjectReference id='R{0}' name='a name below'/>"]),
    "gateways": (20_000, "G{}", ["<exclusiveGateway id='G{0}' name='Is it so?'/>", "<sequenceFlow id='F{0}' name='yes' sourceRef='G{0}' targetRef='G{1}'/>"]),
    "annotations": (20_000, "N{}", ["<textAnnotation id='N{0}'><text>a remark of some words</text></textAnnotation>"]),
}.items()})
def mass_drawn(size, what):
    full, template, body = what
    return process(numbered(size, full, *body), drawn(size, full, template))


@cases({f"mass-of-{name}-in-one-place": (OPENS, (full, template, body)) for name, (full, template, body) in {
    "gateways": (10_000, "G{}", ["<exclusiveGateway id='G{0}' name='Is it so?'/>"]),
    "events": (10_000, "S{}", ["<startEvent id='S{0}' name='It begins'/>"]),
    "sub-processes": (10_000, "U{}", ["<subProcess id='U{0}'/>"]),
}.items()})
def mass_in_one_place(size, what):
    full, template, body = what
    return process(numbered(size, full, *body), diagram("".join(
        shape(template.format(i), 100, 100, 50, 50) for i in range(many(size, full)))))


@case()
def mass_of_flows_at_one_node(size):
    return process("<exclusiveGateway id='A'/>" + numbered(size, 20_000, "<task id='T{0}'/>", "<sequenceFlow id='F{0}' name='no {0}' sourceRef='A' targetRef='T{0}'/>"))


@case()
def mass_of_equal_flows(size):
    return process("<task id='A'/><task id='B'/>" + numbered(size, 20_000, "<sequenceFlow id='F{0}' sourceRef='A' targetRef='B'/>"))


@case()
def mass_of_almost_equal_flows(size):
    return process("<task id='A'/><task id='B'/>" + numbered(size, 20_000, "<sequenceFlow id='F{0}' name='n{0}' sourceRef='A' targetRef='B'/>"))


@case()
def mass_of_flows_through_a_bundle(size):
    """Every one from one node to another, through the same straight line."""
    return process("<task id='A'/><task id='B'/>" + numbered(size, 5_000, "<sequenceFlow id='F{0}' name='n{0}' sourceRef='A' targetRef='B'/>"),
                   diagram(shape("A") + shape("B", 500, 0) + "".join(edge(f"F{i}", [(100, 40), (500, 40)]) for i in range(many(size, 5_000)))))


@case()
def mass_of_crossing_flows(size):
    n = many(size, 2_000)
    return process(numbered(size, 2_000, "<task id='A{0}'/>", "<task id='B{0}'/>", "<sequenceFlow id='F{0}' name='n{0}' sourceRef='A{0}' targetRef='B{0}'/>"),
                   diagram("".join(shape(f"A{i}", 0, 100 * i) + shape(f"B{i}", 5000, 100 * (n - i)) + edge(f"F{i}", [(100, 100 * i + 40), (5000, 100 * (n - i) + 40)])
                                   for i in range(n))))


@case()
def mass_of_events_in_a_sub_process(size):
    return process("<subProcess id='U'>" + numbered(size, 50_000, "<intermediateCatchEvent id='E{0}'><timerEventDefinition/></intermediateCatchEvent>") + "</subProcess>")


@case()
def mass_of_starts_in_a_sub_process(size):
    return process("<subProcess id='U' triggeredByEvent='true'>" + numbered(size, 20_000, "<startEvent id='E{0}'><timerEventDefinition/></startEvent>") + "</subProcess>")


@case()
def mass_of_sub_processes_in_each_other(size):
    n = min(many(size, 200), 200)
    return process("".join(f"<subProcess id='U{i}' name='u{i}'><startEvent id='S{i}'/><sequenceFlow id='F{i}' sourceRef='S{i}' targetRef='T{i}'/><task id='T{i}'/>" for i in range(n)) + "</subProcess>" * n)


@case()
def mass_of_lanes(size):
    return process("<laneSet id='L'>" + numbered(size, 20_000, "<lane id='L{0}' name='lane {0}'><flowNodeRef>T{0}</flowNodeRef></lane>")
                   + "</laneSet>" + numbered(size, 20_000, "<userTask id='T{0}' name='t{0}'/>", "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>"))


@case()
def mass_of_lanes_of_one_name(size):
    return process("<laneSet id='L'>" + numbered(size, 20_000, "<lane id='L{0}' name='Clerk'><flowNodeRef>T</flowNodeRef></lane>") + "</laneSet><userTask id='T'/>")


@case()
def mass_of_pools(size):
    return bpmn("<collaboration id='C'>" + numbered(size, 20_000, "<participant id='A{0}' name='pool {0}'/>") + "</collaboration>")


@case()
def mass_of_processes(size):
    return bpmn("<collaboration id='C'>" + numbered(size, 10_000, "<participant id='A{0}' name='pool {0}' processRef='P{0}'/>") + "</collaboration>"
                + numbered(size, 10_000, "<process id='P{0}'><startEvent id='S{0}'/><sequenceFlow id='F{0}' sourceRef='S{0}' targetRef='T{0}'/><task id='T{0}'/></process>"))


@case()
def mass_of_message_flows(size):
    return bpmn("<collaboration id='C'><participant id='A' processRef='P'/><participant id='B' name='Other'/>"
                + numbered(size, 20_000, "<messageFlow id='M{0}' name='m{0}' sourceRef='T{0}' targetRef='B'/>")
                + "</collaboration><process id='P'>" + numbered(size, 20_000, "<sendTask id='T{0}'/>") + "</process>")


@case()
def mass_of_messages_between_processes(size):
    return bpmn("<collaboration id='C'><participant id='A' processRef='P'/><participant id='B' processRef='Q'/>"
                + numbered(size, 5_000, "<messageFlow id='M{0}' name='m{0}' sourceRef='T{0}' targetRef='R{0}'/>")
                + "</collaboration><process id='P'>" + numbered(size, 5_000, "<sendTask id='T{0}'/>", "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>")
                + "</process><process id='Q'>" + numbered(size, 5_000, "<receiveTask id='R{0}'/>", "<sequenceFlow id='G{0}' sourceRef='R{0}' targetRef='R{1}'/>") + "</process>")


@case()
def mass_of_parallel_ways(size):
    """Between a split and a join: as many tokens at once, and so more markings than anyone can walk."""
    return process("<startEvent id='S'/><parallelGateway id='A'/><parallelGateway id='B'/><endEvent id='E'/>"
                   "<sequenceFlow id='X' sourceRef='S' targetRef='A'/><sequenceFlow id='Y' sourceRef='B' targetRef='E'/>"
                   + numbered(size, 5_000, "<task id='T{0}'/>", "<sequenceFlow id='F{0}' sourceRef='A' targetRef='T{0}'/>", "<sequenceFlow id='G{0}' sourceRef='T{0}' targetRef='B'/>"))


@case()
def mass_of_choices(size):
    """A chain of gateways that choose, each of them between the next and the one behind it."""
    return process("<startEvent id='S'/><sequenceFlow id='X' sourceRef='S' targetRef='G0'/>"
                   + numbered(size, 10_000, "<exclusiveGateway id='G{0}' name='Go on?'/>",
                              "<sequenceFlow id='F{0}' name='yes' sourceRef='G{0}' targetRef='G{1}'/>",
                              "<sequenceFlow id='H{0}' name='no' sourceRef='G{0}' targetRef='E'/>") + "<endEvent id='E'/>")


@case()
def mass_of_resource_roles(size):
    return process("<userTask id='T'>" + numbered(size, 20_000, "<potentialOwner id='O{0}'><resourceAssignmentExpression><formalExpression>user(u{0})</formalExpression>"
                   "</resourceAssignmentExpression></potentialOwner>") + "</userTask>")


@case()
def mass_of_choreography_tasks(size):
    return bpmn("<choreography id='C'><participant id='A' name='a'/><participant id='B' name='b'/>"
                + numbered(size, 10_000, "<choreographyTask id='T{0}' initiatingParticipantRef='A'><participantRef>A</participantRef><participantRef>B</participantRef></choreographyTask>",
                           "<sequenceFlow id='F{0}' sourceRef='T{0}' targetRef='T{1}'/>") + "</choreography>")
