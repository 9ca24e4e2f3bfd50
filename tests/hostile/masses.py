# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files with very many of one kind of thing, listed in hostile.ALL as the others are.

Nothing in them is wrong but the number: whoever compares each with each, or walks from each to the
last, is busy for hours.
"""

from hostile import OPENS, case, cases, diagram, many, process, shape


def numbered(size, full, *templates):
    """Each template, filled in with every number: {0} the number, {1} the next one, the last leads to the first."""
    n = many(size, full)
    return "".join(t.format(i, (i + 1) % n) for t in templates for i in range(n))


def drawn(size, full, template, width=100, height=80):
    """The shapes of what was numbered, in rows of 200."""
    return diagram("".join(
        shape(template.format(i), 200 * (i % 200), 160 * (i // 200), width, height) for i in range(many(size, full))))


@cases({f"mass-of-{name}": (OPENS, (full, templates)) for name, (full, templates) in {
    "events-at-nothing": (10_000, ["<boundaryEvent id='B{0}' attachedToRef='T'><timerEventDefinition/></boundaryEvent>"]),
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
