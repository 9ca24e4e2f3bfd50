# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files made to hurt whoever opens them, one function a kind, listed by ALL.

Each function gives the bytes of one file; those that grow take a size from 0 to 1, where 1 is the
full measure. Beside it stands what must come of it: OPENS, or a word of the message that refuses it; and for some the
version that it is compared with.
"""

import itertools

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
HEAD = (
    f"<definitions xmlns='{MODEL}' xmlns:di='http://www.omg.org/spec/DD/20100524/DI' "
    "xmlns:dc='http://www.omg.org/spec/DD/20100524/DC' "
    "xmlns:bpmndi='http://www.omg.org/spec/BPMN/20100524/DI' "
    "id='D' targetNamespace='urn:hostile'>"
)
TAIL = "</definitions>"
OPENS = object()

ALL = []


def case(expected=OPENS, earlier=None):
    """Lists a function. @earlier: a function for the version that it is compared with, where that hurts."""

    def add(make):
        ALL.append((make.__name__.replace("_", "-"), expected, make, earlier))
        return make

    return add


def cases(table):
    """Lists a function once for each row of a table: name → (expected, argument)."""

    def add(make):
        for name, (expected, argument) in table.items():
            ALL.append((name, expected, lambda size, argument=argument: make(size, argument), None))
        return make

    return add


def many(size, full):
    return max(10, int(full * size))


def bpmn(content, before=""):
    return (before + HEAD + content + TAIL).encode()


def process(content, di="", before=""):
    return bpmn(f"<process id='P'>{content}</process>{di}", before)


def diagram(figures, element="P"):
    return f"<bpmndi:BPMNDiagram id='BD'><bpmndi:BPMNPlane id='BP' bpmnElement='{element}'>{figures}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"


def shape(element, x=0, y=0, width=100, height=80, **more):
    extra = "".join(f" {k}='{v}'" for k, v in more.items())
    return (
        f"<bpmndi:BPMNShape id='{element}_di' bpmnElement='{element}'{extra}>"
        f"<dc:Bounds x='{x}' y='{y}' width='{width}' height='{height}'/></bpmndi:BPMNShape>"
    )


def edge(element, points):
    way = "".join(f"<di:waypoint x='{x}' y='{y}'/>" for x, y in points)
    return f"<bpmndi:BPMNEdge id='{element}_di' bpmnElement='{element}'>{way}</bpmndi:BPMNEdge>"


SMALL = (
    HEAD + "<!-- a comment --><process id='P'><startEvent id='S' name='Käse'/><task id='T' name='a &amp; b'/>"
    "<scriptTask id='X'><script><![CDATA[a < b]]></script></scriptTask><?pi data?>"
    "<sequenceFlow id='F' sourceRef='S' targetRef='T'/></process>"
    + diagram(shape("S", 0, 0, 36, 36) + shape("T", 100, 0) + edge("F", [(36, 18), (100, 18)])) + TAIL
)

# ----- entities and other files ---------------------------------------------------------------------


@cases({
    "entity-laughs": ("abbreviation", "".join(
        f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'lol'}'>" for i in range(10))),
    "entity-itself": ("abbreviation", "<!ENTITY a '&b;'><!ENTITY b '&a;'>"),
    "entity-parameter": ("abbreviation", "<!ENTITY % a 'x'><!ENTITY % b '%a;%a;%a;'>%b;"),
    "entity-file": ("abbreviation", "<!ENTITY a SYSTEM 'file:///etc/passwd'>"),
    "entity-device": ("abbreviation", "<!ENTITY a SYSTEM 'file:///dev/zero'>"),
    "entity-network": ("abbreviation", "<!ENTITY a SYSTEM 'http://127.0.0.1:1/a'>"),
    "entity-parameter-file": ("abbreviation", "<!ENTITY % a SYSTEM 'file:///dev/zero'>%a;"),
    "entity-unparsed": ("abbreviation", "<!NOTATION n SYSTEM 'n'><!ENTITY a SYSTEM 'a' NDATA n>"),
    "parameter-undeclared": ("no meaning", "%a;"),
})
def entity(size, declared):
    return process("<task id='T' name='x'>&a;</task>", before=f"<!DOCTYPE definitions [{declared}]>")


@case("abbreviation")
def entity_quadratic(size):
    long = "x" * many(size, 1_000_000)
    return process("&a;" * many(size, 100_000), before=f"<!DOCTYPE definitions [<!ENTITY a '{long}'>]>")


@case("no meaning")
def entity_of_a_missing_dtd(size):
    return process("<task id='T' name='&a;'/>", before="<!DOCTYPE definitions SYSTEM 'file:///dev/zero'>")


@case()
def doctype_of_a_device(size):
    return process("<task id='T'/>", before="<!DOCTYPE definitions SYSTEM 'file:///dev/zero'>")


@case()
def doctype_of_the_network(size):
    return process("<task id='T'/>", before="<!DOCTYPE definitions PUBLIC 'x' 'http://127.0.0.1:1/x.dtd'>")


@case("DOCTYPE")
def doctype_defaults(size):
    """One long default, copied to every element that does not give a value of its own."""
    long = "x" * many(size, 1_000_000)
    return process("<task/>" * many(size, 100_000), before=f"<!DOCTYPE definitions [<!ATTLIST task name CDATA '{long}'>]>")


@case("DOCTYPE")
def doctype_of_a_million_lines(size):
    declared = "".join(f"<!ELEMENT a{i} ANY>" for i in range(many(size, 1_000_000)))
    return process("<task/>", before=f"<!DOCTYPE definitions [{declared}]>")


@case("well-formed")
def doctype_of_nested_choices(size):
    depth = 100_000
    return process("<task/>", before=f"<!DOCTYPE definitions [<!ELEMENT a {'(' * depth}b{')' * depth}>]>")


@case()
def xinclude(size):
    return process("<extensionElements><i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' "
                   "parse='text'/></extensionElements><task id='T'/>")


@case()
def stylesheet(size):
    return process("<task id='T'/>", before="<?xml-stylesheet type='text/xsl' href='file:///dev/zero'?>")


@case()
def schema_location(size):
    return process("<task id='T' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                   "xsi:schemaLocation='urn:a http://127.0.0.1:1/a.xsd'/>")


# ----- depth --------------------------------------------------------------------------------------


@cases({
    "depth-of-what-opens": (OPENS, (240, "subProcess", True)),
    "depth-above-the-limit": ("nested", (300, "subProcess", True)),
    "depth-of-a-million": ("nested", (1_000_000, "subProcess", True)),
    "depth-never-closed": ("nested", (1_000_000, "subProcess", False)),
    "depth-of-extensions": (OPENS, (240, "extensionElements", True)),
    "depth-of-lanes": (OPENS, (120, "lane><childLaneSet", True)),
})
def depth(size, what):
    n, tag, closed = what
    end = "".join(f"</{t}>" for t in reversed(tag.split("><")))
    ends = end * n if closed else ""
    if tag.startswith("lane"):
        return process(f"<laneSet>{f'<{tag}>' * n}{ends}</laneSet>")
    return process(f"<{tag}>" * n + ends)


# ----- truncation ---------------------------------------------------------------------------------


@cases({f"cut-in-{name}": (refused, mark) for name, mark, refused in (
    ("the-declaration", "<?xml ver", "XML"),
    ("the-root", "<definitions xmlns", ""),
    ("a-namespace", "xmlns:di='http", ""),
    ("a-comment", "<!-- a com", "comment"),
    ("a-tag", "<startEv", ""),
    ("a-value", "name='K", ""),
    ("a-letter", "name='K\xc3", ""),
    ("a-reference", "a &am", ""),
    ("a-section", "<![CDATA[a", "CDATA"),
    ("an-instruction", "<?pi da", ""),
    ("an-end-tag", "</scri", ""),
    ("the-last-tag", "</definitions", ""),
)})
def cut(size, mark):
    text = ("<?xml version='1.0' encoding='UTF-8'?>" + SMALL).encode()
    wanted = mark.encode("latin-1")
    return text[:text.index(wanted) + len(wanted)]


@case("empty")
def nothing(size):
    return b""


@case("empty")
def byte_order_mark_alone(size):
    return b"\xef\xbb\xbf"


# ----- encodings ----------------------------------------------------------------------------------


def declared_as(encoding, text=SMALL):
    return f"<?xml version='1.0' encoding='{encoding}'?>{text}"


@cases({
    "utf16-little": (OPENS, b"\xff\xfe" + declared_as("UTF-16").encode("utf-16-le")),
    "utf16-big": (OPENS, b"\xfe\xff" + declared_as("UTF-16").encode("utf-16-be")),
    "utf16-without-mark": (OPENS, declared_as("UTF-16").encode("utf-16-le")),
    "utf16-without-anything": (OPENS, SMALL.encode("utf-16-be")),
    "utf16-claims-utf8": (OPENS, b"\xff\xfe" + declared_as("UTF-8").encode("utf-16-le")),
    "utf16-odd-length": ("UTF-16", b"\xff\xfe" + SMALL.encode("utf-16-le") + b"x"),
    "utf16-half-pair": ("UTF-16", b"\xff\xfe" + SMALL.replace("Käse", "\ud800").encode("utf-16-le", "surrogatepass")),
    "utf32-little": (OPENS, b"\xff\xfe\0\0" + SMALL.encode("utf-32-le")),
    "utf32-without-mark": (OPENS, declared_as("UTF-32").encode("utf-32-be")),
    "ebcdic": (OPENS, declared_as("IBM037").encode("cp037")),
    "ebcdic-undeclared": ("encoding", b"\x4c\x6f\xa7\x94" + b"\x93" * 40),
    "utf7": ("encoding", declared_as("UTF-7").encode()),
    "latin1-claims-utf8": (OPENS, declared_as("UTF-8").encode("latin-1")),
    "latin1-claims-nothing": (OPENS, SMALL.encode("latin-1")),
    "latin1-and-utf8": (OPENS, SMALL.encode().replace(b"a &amp; b", b"K\xe4se \xc3\xa4")),
    "utf8-claims-ascii": (OPENS, declared_as("US-ASCII").encode()),
    "utf8-claims-utf16": (OPENS, declared_as("UTF-16").encode()),
    "utf8-too-long-form": (OPENS, SMALL.encode().replace(b"a &amp; b", b"\xc0\xaf\xe0\x80\xaf")),
    "utf8-half-pairs": (OPENS, SMALL.encode().replace(b"a &amp; b", b"\xed\xa0\x80\xed\xb0\x80")),
    "utf8-beyond-unicode": (OPENS, SMALL.encode().replace(b"a &amp; b", b"\xf7\xbf\xbf\xbf\xff\xfe")),
    "utf8-in-tags": ("", SMALL.encode().replace(b"<task", b"<t\xe4sk").replace(b"<scriptTask", b"<s\xff")),
    "encoding-unknown": ("klingon", declared_as("klingon").encode()),
    "encoding-of-no-text": ("encoding", declared_as("ISO-2022-KR").encode() + b"\x0e\xff\xff"),
    "encoding-name-of-a-mile": (OPENS, declared_as("x" * 100_000).encode()),
    "zero-byte-in-text": ("line 1, column", SMALL.replace("a comment", "a\0b").encode()),
    "zero-byte-in-value": ("zero byte", SMALL.replace("Käse", "\0").encode()),
    "zero-bytes-only": ("zero byte", b"\0" * 100_000),
    "zero-byte-at-the-end": ("zero byte", SMALL.encode() + b"\0"),
    "control-character": ("character", SMALL.replace("Käse", "\x0b").encode()),
    "control-reference": ("character", SMALL.replace("Käse", "&#0;").encode()),
    "reference-beyond-unicode": ("character", SMALL.replace("Käse", "&#x110000;").encode()),
    "reference-of-a-mile": ("character", SMALL.replace("Käse", "&#" + "9" * 100_000 + ";").encode()),
    "noncharacter": ("character", SMALL.replace("Käse", "\uffff").encode()),
    "zip": ("ZIP", b"PK\x03\x04" + bytes(range(256)) * 100),
    "pdf": ("PDF", b"%PDF-1.7\n" + bytes(range(1, 256)) * 100),
    "html": ("web page", b"<!DOCTYPE html><html><head><title>x</title></head><body><p>x</p></body></html>"),
    "noise": ("", bytes((i * 7919 >> 3) % 255 + 1 for i in range(100_000))),
})
def given(size, data):
    return data


# ----- numbers ------------------------------------------------------------------------------------


@cases({f"number-{name}": (OPENS, text) for name, text in {
    "huge": "1e308", "huge-and-negative": "-1e308", "beyond": "1e999", "tiny": "1e-320", "nan": "NaN", "inf": "INF",
    "minus-inf": "-Infinity", "comma": "12,5", "empty": "", "hex": "0x1p1000", "word": "wide", "long": "9" * 1_000_000,
}.items()})
def number(size, text):
    return process(
        "<startEvent id='S' name='a'/><task id='T' name='b'/><subProcess id='U' name='c'><task id='V'/></subProcess>"
        "<sequenceFlow id='F' name='d' sourceRef='S' targetRef='T'/>",
        diagram(shape("S", text, text, text, text) + shape("T", text, 0, text, 80) + shape("U", 0, text, 100, text)
                + shape("V", 0, 0, 100, 80) + edge("F", [(text, text), (text, 0), (0, text)])))


@case()
def number_of_both_ends(size):
    return process("<task id='T'/><task id='U'/><sequenceFlow id='F' sourceRef='T' targetRef='U'/>",
                   diagram(shape("T", "-1e308", "-1e308") + shape("U", "1e308", "1e308", "1e308", "1e308")
                           + edge("F", [("-1e308", "1e308"), ("1e308", "-1e308")])))


# ----- circles ------------------------------------------------------------------------------------


@cases({f"circle-of-{name}": (OPENS, content) for name, content in {
    "lanes": "<process id='P'><laneSet id='L'><lane id='A'><flowNodeRef>A</flowNodeRef><flowNodeRef>B</flowNodeRef>"
             "<flowNodeRef>P</flowNodeRef><flowNodeRef>D</flowNodeRef><childLaneSet id='C'><lane id='B'>"
             "<flowNodeRef>A</flowNodeRef><flowNodeRef>L</flowNodeRef></lane></childLaneSet></lane></laneSet><task id='T'/></process>",
    "boundary-events": "<process id='P'><task id='T'/><boundaryEvent id='A' attachedToRef='B'/><boundaryEvent id='B' attachedToRef='A'/>"
                       "<boundaryEvent id='C' attachedToRef='C'/></process>",
    "boundary-in-host": "<process id='P'><subProcess id='U'><boundaryEvent id='A' attachedToRef='U'/>"
                        "<subProcess id='V'><boundaryEvent id='B' attachedToRef='U'/></subProcess></subProcess>"
                        "<boundaryEvent id='C' attachedToRef='V'/></process>",
    "call-activities": "<process id='P'><callActivity id='A' calledElement='Q'/></process>"
                       "<process id='Q'><callActivity id='B' calledElement='P'/><callActivity id='C' calledElement='C'/></process>",
    "participants": "<collaboration id='C'><participant id='A' processRef='P'/><participant id='B' processRef='P'/>"
                    "<participant id='E' processRef='C'/><participant id='F' processRef='F'/></collaboration><process id='P'><task id='T'/></process>",
    "flows": "<process id='P'><sequenceFlow id='A' sourceRef='B' targetRef='B'/><sequenceFlow id='B' sourceRef='A' targetRef='A'/>"
             "<sequenceFlow id='E' sourceRef='E' targetRef='E'/><task id='T' default='T'/></process>",
    "associations": "<process id='P'><association id='A' sourceRef='B' targetRef='B'/><association id='B' sourceRef='A' targetRef='A'/>"
                    "<textAnnotation id='N'/><association id='E' sourceRef='E' targetRef='N'/></process>",
    "data": "<process id='P'><dataObjectReference id='A' dataObjectRef='A'/><dataObject id='B'/><task id='T'><dataInputAssociation id='I'>"
            "<sourceRef>I</sourceRef><targetRef>I</targetRef></dataInputAssociation></task></process>",
    "categories": "<category id='A'><categoryValue id='V' value='x'/></category><process id='P'><group id='G' categoryValueRef='G'/>"
                  "<group id='H' categoryValueRef='A'/><task id='T'><categoryValueRef>T</categoryValueRef></task></process>",
    "event-definitions": "<process id='P'><startEvent id='S'><eventDefinitionRef>S</eventDefinitionRef><eventDefinitionRef>P</eventDefinitionRef>"
                         "<messageEventDefinition id='M' messageRef='M'/></startEvent></process>",
    "figures": "<process id='P'><task id='T'/></process>" + diagram(
        "<bpmndi:BPMNShape id='A' bpmnElement='A' choreographyActivityShape='A'><dc:Bounds x='0' y='0' width='9' height='9'/></bpmndi:BPMNShape>"
        "<bpmndi:BPMNShape id='B' bpmnElement='BP'><dc:Bounds x='0' y='0' width='9' height='9'/></bpmndi:BPMNShape>"
        "<bpmndi:BPMNEdge id='E' bpmnElement='E' sourceElement='E' targetElement='E'><di:waypoint x='0' y='0'/><di:waypoint x='9' y='0'/></bpmndi:BPMNEdge>", "BP"),
    "choreographies": "<choreography id='C'><participant id='A'/><choreographyTask id='T' initiatingParticipantRef='T'><participantRef>T</participantRef>"
                      "<participantRef>A</participantRef><messageFlowRef>T</messageFlowRef></choreographyTask>"
                      "<callChoreography id='X' calledChoreographyRef='C'/><subChoreography id='S'><participantRef>S</participantRef></subChoreography></choreography>",
    "conversations": "<collaboration id='C'><participant id='A'/><subConversation id='S'><callConversation id='X' calledCollaborationRef='C'/></subConversation>"
                     "<conversationLink id='K' sourceRef='K' targetRef='K'/></collaboration>",
    "links": "<process id='P'><intermediateThrowEvent id='A'><linkEventDefinition id='L' name='x'><target>L</target></linkEventDefinition></intermediateThrowEvent>"
             "<intermediateCatchEvent id='B'><linkEventDefinition id='M' name='x'><source>M</source></linkEventDefinition></intermediateCatchEvent>"
             "<sequenceFlow id='F' sourceRef='B' targetRef='A'/></process>",
    "one-id": f"<process id='x'><laneSet id='x'><lane id='x'><flowNodeRef>x</flowNodeRef></lane></laneSet><task id='x' default='x'/>"
              f"<boundaryEvent id='x' attachedToRef='x'/><sequenceFlow id='x' sourceRef='x' targetRef='x'/><subProcess id='x'><task id='x'/></subProcess></process>"
              + diagram(shape("x") + shape("x") + edge("x", [(0, 0), (9, 9)]), "x"),
}.items()})
def circle(size, content):
    return bpmn(content)


@case()
def circle_of_a_mile(size):
    """Boundary events that hang on each other, and flows that run in a ring."""
    n = many(size, 3_000)
    return process("".join(
        f"<boundaryEvent id='B{i}' attachedToRef='B{(i + 1) % n}'/><task id='T{i}'/>"
        f"<sequenceFlow id='F{i}' sourceRef='T{i}' targetRef='T{(i + 1) % n}'/>" for i in range(n)))


# ----- very much of something ---------------------------------------------------------------------


@case("larger")
def much_text(size):
    return bpmn("<documentation>" + "x" * 200_000_000 + "</documentation>")


@case("elements")
def much_of_everything(size):
    return process("<task/>" * 12_000_000)


@case()
def long_value(size):
    return process(f"<task id='T' name='{'x' * many(size, 50_000_000)}'/>", diagram(shape("T")))


@case()
def long_value_of_words(size):
    return process(f"<task id='T' name='{'word ' * many(size, 2_000_000)}'/>", diagram(shape("T")))


@case()
def long_value_of_marks(size):
    return process(f"<task id='T' name='a{chr(0x301) * many(size, 2_000_000)}'/>", diagram(shape("T")))


@case()
def long_value_of_references(size):
    return process(f"<task id='T' name='{'&#10;' * many(size, 1_000_000)}'/>", diagram(shape("T")))


@case()
def long_id(size):
    return process(f"<task id='{'x' * many(size, 10_000_000)}'/>")


@case("")
def long_tag(size):
    return process(f"<{'x' * 20_000_000}/>")


@case()
def long_comment(size):
    return process(f"<task id='T'/><!--{'x' * many(size, 50_000_000)}-->")


@case()
def long_section(size):
    return process(f"<task id='T'><documentation><![CDATA[{'x' * many(size, 30_000_000)}]]></documentation></task>")


@case()
def long_way(size):
    return process("<task id='T'/><task id='U'/><sequenceFlow id='F' name='x' sourceRef='T' targetRef='U'/>",
                   diagram(shape("T") + shape("U", 500, 500)
                           + edge("F", ((i % 997, i % 991) for i in range(many(size, 500_000))))))


@case()
def many_lane_members(size):
    return process("<laneSet id='L'><lane id='A'>" + "<flowNodeRef>T</flowNodeRef>" * many(size, 300_000)
                   + "</lane></laneSet><task id='T'/>")


@case()
def many_foreign_lane_members(size):
    return process("<laneSet id='L'><lane id='A'>" + "".join(f"<flowNodeRef>T{i}</flowNodeRef>" for i in range(many(size, 20_000)))
                   + "</lane></laneSet><task id='T'/>")


@case()
def many_extensions(size):
    return process(f"<extensionElements>{'<x/>' * many(size, 1_000_000)}</extensionElements><task id='T'/>")


@case()
def many_instructions(size):
    return process("<?x?>" * many(size, 300_000) + "<task id='T'/>")


@case()
def many_lines(size):
    return process("\n" * many(size, 20_000_000) + "<task id='T'/>")


@case()
def many_sections(size):
    return process("<task id='T'><documentation>" + "<![CDATA[x]]>y" * many(size, 300_000) + "</documentation></task>")


@case()
def many_tasks(size):
    n = many(size, 2_000)
    return process("".join(f"<task id='T{i}' name='n{i}'/>" for i in range(n)))


@case()
def many_flows_at_one_task(size):
    n = many(size, 2_000)
    return process("<task id='A'/><task id='B'/>" + "".join(f"<sequenceFlow id='F{i}' sourceRef='A' targetRef='B'/>" for i in range(n)))


@case()
def many_shapes_of_one_task(size):
    return process("<task id='T' name='x'/>", diagram("".join(
        f"<bpmndi:BPMNShape bpmnElement='T'><dc:Bounds x='{i}' y='0' width='9' height='9'/></bpmndi:BPMNShape>"
        for i in range(many(size, 20_000)))))


@case()
def many_equal_ids(size):
    return process("<task id='x'/>" * many(size, 5_000))


@case()
def many_dangling_references(size):
    return process("".join(f"<sequenceFlow id='F{i}' sourceRef='A{i}' targetRef='B{i}'/>" for i in range(many(size, 5_000)))
                   + "".join(f"<callActivity id='C{i}' calledElement='Z{i}'/>" for i in range(many(size, 5_000))))


@case()
def many_dangling_references_alike(size):
    """Ids that begin alike and hardly differ: whoever looks for the one that was meant has to read them all."""
    n = many(size, 5_000)
    return process("".join(f"<task id='{'abcdefghij' * 19}{i}'/>" for i in range(n))
                   + "".join(f"<sequenceFlow id='F{i}' sourceRef='{'abcdefghij' * 18}x{i}' targetRef='{'abcdefghij' * 18}y{i}'/>" for i in range(n)))


@case()
def long_ids_alike(size):
    long = "x" * many(size, 1_000_000)
    return process(f"<task id='{long}a'/><sequenceFlow id='F' sourceRef='{long}b' targetRef='{long}c'/>")


@case()
def many_empty_ids(size):
    return process("<task id=''/><sequenceFlow id='' sourceRef='' targetRef=''/>" * many(size, 2_000))


@case()
def many_colliding_ids(size):
    """Pairs of letters that a plain multiplying hash takes for the same."""
    ids = ("".join(p) for p in itertools.product(("Az", "BY"), repeat=15 if size == 1 else 8))
    return bpmn("".join(f"<message id='{i}'/>" for i in ids) + "<process id='P'><task id='T'/></process>")


@case("attributes")
def many_attributes(size):
    return process("<task " + " ".join(f"a{i}='x'" for i in range(1_000_000)) + "/>")


@case()
def many_attributes_often(size):
    return process(("<task " + " ".join(f"a{i}='x'" for i in range(500)) + "/>") * many(size, 2_000))


@case("attributes")
def many_namespaces_at_once(size):
    return process("<task " + " ".join(f"xmlns:n{i}='urn:{i}'" for i in range(100_000)) + "/>")


@case("namespaces")
def many_namespaces_in_scope(size):
    """Whoever looks for the outermost has to pass all others."""
    layer = lambda k: "<subProcess " + " ".join(f"xmlns:n{k}x{i}='urn:{i}'" for i in range(900)) + ">"
    n = 200
    return process("<extensionElements xmlns:z='urn:z'>" + "".join(map(layer, range(n))) + "<z:a/>" * 100_000
                   + "</subProcess>" * n + "</extensionElements>")


@cases({
    "many-namespaces-in-turn": (OPENS, "<a:b xmlns:a='urn:{}'/>"),
    "many-tags-of-different-names": (OPENS, "<b{}/>"),
})
def many_names(size, element):
    return process("<extensionElements>" + "".join(map(element.format, range(many(size, 90_000)))) + "</extensionElements>")


@cases({
    "too-many-namespaces-in-turn": ("different names", "<a:b xmlns:a='urn:{}'/>"),
    "too-many-tags-of-different-names": ("different names", "<b{}/>"),
})
def too_many_names(size, element):
    return process("<extensionElements>" + "".join(map(element.format, range(1_000_000))) + "</extensionElements>")


@case()
def many_pools(size):
    n = many(size, 1_000)
    return bpmn("<collaboration id='C'>" + "".join(f"<participant id='A{i}' processRef='P'/>" for i in range(n))
                + "</collaboration><process id='P'><task id='T'/></process>")


@case()
def many_lanes(size):
    n = many(size, 2_000)
    return process("<laneSet id='L'>" + "".join(f"<lane id='L{i}' name='x'><flowNodeRef>T{i}</flowNodeRef></lane>" for i in range(n))
                   + "</laneSet>" + "".join(f"<task id='T{i}'/>" for i in range(n)))


@case()
def many_diagrams(size):
    return process("<task id='T'/>", "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='P'/></bpmndi:BPMNDiagram>" * many(size, 20_000))


@case()
def many_diagrams_within_each_other(size):
    """Each sub-process is drawn on the diagram of the one before it, by which one gets to its own."""
    n = many(size, 4_000)
    return process(
        "".join(f"<subProcess id='U{i}'/>" for i in range(n)),
        "".join(f"<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='{f'U{i - 1}' if i else 'P'}'>{shape(f'U{i}')}"
                "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>" for i in range(n)))


@case()
def many_diagrams_in_each_other(size):
    """Each is drawn in the one before: a chain for whoever looks for the outermost."""
    n = many(size, 12_000)
    return process("".join(f"<textAnnotation id='S{i}'/>" for i in range(n)), "".join(
        f"<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='{f'S{i - 1}' if i else 'P'}'><bpmndi:BPMNShape bpmnElement='S{i}'/>"
        "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>" for i in range(n)))


@case()
def many_diagrams_of_one_inside(size):
    """As many drawings of a sub-process lead out of each of them."""
    n = many(size, 8_000)
    return process("<subProcess id='S'/>", diagram("<bpmndi:BPMNShape bpmnElement='S' isExpanded='false'/>" * n)
                   + "<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='S'/></bpmndi:BPMNDiagram>" * n)


def diagrams_without_ids(size, order):
    n = many(size, 10_000)
    return process("".join(f"<textAnnotation id='S{i}'/>" for i in range(n)), "".join(
        f"<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement='S{i}'/></bpmndi:BPMNDiagram>" for i in range(n)[::order]))


@case(earlier=lambda size: diagrams_without_ids(size, -1))
def many_diagrams_in_another_order(size):
    return diagrams_without_ids(size, 1)


def lane_of_strangers(size, prefix):
    members = "".join(f"<flowNodeRef>{prefix}{i}</flowNodeRef>" for i in range(many(size, 50_000)))
    return process(f"<laneSet id='L'><lane id='A'>{members}</lane></laneSet><task id='T'/>")


@case(earlier=lambda size: lane_of_strangers(size, "X"))
def many_lane_members_exchanged(size):
    return lane_of_strangers(size, "Y")


@case()
def many_labels_of_no_style(size):
    n = many(size, 12_000)
    return process("<task id='T'/>", "<bpmndi:BPMNDiagram><bpmndi:BPMNLabelStyle id='Y'><dc:Font size='9'/></bpmndi:BPMNLabelStyle>"
                   "</bpmndi:BPMNDiagram>" * n
                   + diagram("<bpmndi:BPMNShape><bpmndi:BPMNLabel labelStyle='a:b'/></bpmndi:BPMNShape>" * n))


@case()
def many_styles_with_colliding_ids(size):
    ids = ("".join(p) for p in itertools.product(("Az", "BY"), repeat=15 if size == 1 else 8))
    return process("<task id='T'/>", "<bpmndi:BPMNDiagram>" + "".join(
        f"<bpmndi:BPMNLabelStyle id='{i}'><dc:Font size='9'/></bpmndi:BPMNLabelStyle>" for i in ids) + "</bpmndi:BPMNDiagram>")


@case()
def many_messages_lost(size):
    return process("".join(f"<task id='T{i}'><messageEventDefinition messageRef='urn:a:b:{i}'/></task>" for i in range(many(size, 10_000))))


@case()
def prefixed_twice(size):
    return bpmn("<p:process xmlns:p='" + MODEL + "' p:id='X' id='P' xmlns='urn:other'><p:task id='a:b:c'/><task id='T'/>"
                "<p:task p:id='Y'/><p:sequenceFlow id='F' sourceRef='a:b:c' targetRef='b:c'/></p:process>")


def lost(size, way):
    """Tasks and what names ids that are like theirs, but lead nowhere."""
    n = many(size, 2_000)
    return process("".join(f"<task id='task_number_{i}'/>" for i in range(n)) + "".join(way.format(i) for i in range(n)))


@case()
def many_ends_lost(size):
    return lost(size, "<sequenceFlow id='F{0}' sourceRef='task_number_{0}' targetRef='task_numbr_{0}'/>")


@case()
def many_members_lost(size):
    return lost(size, "<laneSet id='S{0}'><lane id='L{0}'><flowNodeRef>task_numbr_{0}</flowNodeRef></lane></laneSet>")
