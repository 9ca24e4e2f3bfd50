/* test-file.c: what files say wrongly is found where it stands, and mended by one step that can be
 * undone
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#include <partitur/modeling.h>

#define DI "xmlns:bpmndi='" PT_NS_BPMNDI "' xmlns:di='" PT_NS_DI "' xmlns:dc='" PT_NS_DC "'"
#define DIAGRAM(figures)                                                                           \
  "<bpmndi:BPMNDiagram id='BD' " DI "><bpmndi:BPMNPlane id='BP' bpmnElement='P'>\n" figures        \
  "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
#define BOUNDS(x, y, w, h) "<dc:Bounds x='" x "' y='" y "' width='" w "' height='" h "'/>"
#define SHAPE(id, x)                                                                               \
  "<bpmndi:BPMNShape id='" id "_di' bpmnElement='" id                                              \
  "'>" BOUNDS (x, "80", "100", "80") "</bpmndi:BPMNShape>\n"
#define EDGE(id, points)                                                                           \
  "<bpmndi:BPMNEdge id='" id "_di' bpmnElement='" id "'>" points "</bpmndi:BPMNEdge>\n"
#define WAY "<di:waypoint x='100' y='120'/><di:waypoint x='200' y='120'/>"
#define TWO TASK ("A", "One") TASK ("B", "Two") FLOW ("F", "A", "B")
#define LANES(a, b)                                                                                \
  "<laneSet id='LS'><lane id='L1' name='Left'>" a "</lane>\n<lane id='L2' name='Right'>" b         \
  "</lane></laneSet>\n"
#define MEMBER(id) "<flowNodeRef>" id "</flowNodeRef>"

/* A body that has the fault, how the same looks without it, the line of the fault, what the finding
 * says, and what the first repair is; the body is mended by each repair it offers. */
typedef struct
{
  const char *code;
  const char *wrong, *right;
  int line;
  const char *says;
  const char *fix; /* (nullable) */
} Row;

/* The body begins in line 2. */
static const Row rows[] = {
  { "F03", PROCESS ("P", TASK ("A", "One")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 0, "no drawing", "draw-all" },
  { "F04", PROCESS ("P", "\n" TWO) DIAGRAM (SHAPE ("A", "0")),
    PROCESS ("P", "\n" TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY)), 3,
    "“Two” is part of the process", "draw" },
  { "F04", PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200")),
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY)), 2,
    "Sequence flow F", "draw" },
  { "F05", PROCESS ("P", TASK ("Task_A", "One")) DIAGRAM (SHAPE ("Task_B", "0")),
    PROCESS ("P", TASK ("Task_A", "One")) DIAGRAM (SHAPE ("Task_A", "0")), 3,
    "no “Task_B” in the file. Did you mean “Task_A”?", "set-value" },
  { "F05", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0") SHAPE ("Nowhere", "300")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 4, "no “Nowhere”",
    "remove-figure" },
  { "F05", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0") "<bpmndi:BPMNShape id='x'/>"),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 4, "stands for nothing.",
    "remove-figure" },
  { "F06",
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (
        SHAPE ("A",
               "0") "<bpmndi:BPMNShape id='x' bpmnElement='A'>" BOUNDS ("9",
                                                                        "9",
                                                                        "9",
                                                                        "9") "</bpmndi:BPMNShape>"),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 4, "“One” is drawn twice",
    "remove-figure" },
  { "F07",
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") "<bpmndi:BPMNShape id='x' bpmnElement='B'/>"),
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY)), 4,
    "“Two” has no place", "draw" },
  { "F08", PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", "")),
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY)), 5,
    "Sequence flow F” has no way", "draw" },
  { "F08",
    PROCESS ("P", TWO)
        DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", "<di:waypoint x='1' y='2'/>")),
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY)), 5,
    "two points at least", "draw" },
  { "F09", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "12,5")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "-12.5")), 3,
    "“One”: its x on the drawing is no usable number: “12,5”. Did you mean “12.5”?", "set-value" },
  { "F09", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "12px")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "12")), 3, "Did you mean “12”?",
    "set-value" },
  { "F09", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "1e308")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "1e3")), 3, "“1e308”.", "set-value" },
  { "F09", PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "NaN")),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 3, "“NaN”.", "set-value" },
  { "F10", PROCESS ("P", "\n" TASK ("1 a", "One") TASK ("B", "Two") FLOW ("F", "1 a", "B")),
    PROCESS ("P", TWO), 3, "“One”: “1 a” is no valid id.", "valid-id" },
  { "F11", PROCESS ("P", "\n<task name='One'/>"), PROCESS ("P", TASK ("A", "One")), 3,
    "“One” has no id", "new-id" },
  { "F11", PROCESS ("P", "\n<task id='' name='One'/>"), PROCESS ("P", TASK ("A", "One")), 3,
    "“One” has no id", "new-id" },
  { "F12",
    PROCESS ("P", LANES (MEMBER ("A"), MEMBER ("X")) TASK ("A", "One"))
        PROCESS ("Q", TASK ("X", "Other")),
    PROCESS ("P", LANES (MEMBER ("A"), "") TASK ("A", "One")) PROCESS ("Q", TASK ("X", "Other")), 3,
    "The lane “Right” lists “Other”", "remove-reference" },
  { "F13", PROCESS ("P", LANES (MEMBER ("A"), MEMBER ("A")) TASK ("A", "One")),
    PROCESS ("P", LANES (MEMBER ("A"), "") TASK ("A", "One")), 3,
    "“One” is listed in two lanes, “Left” and “Right”.", "remove-reference" },
  { "F14",
    PROCESS ("P", "\n<usertask id='A' name='One'><documentation>x</documentation></usertask>"),
    PROCESS ("P", TASK ("A", "One")), 3,
    "no element “usertask”. It is kept but not read. Did you mean “userTask”?", "rename-tag" },
  { "F14", PROCESS ("P", "\n<zzzz/>"), PROCESS ("P", "<x:zzzz xmlns:x='urn:x'/>"), 3,
    "no element “zzzz”. It is kept but not read.", "remove-element" },
  { "F15", PROCESS ("P", "\n<sequenceFlow id='F' sourceRefs='A' targetRef='A'/>" TASK ("A", "One")),
    PROCESS (
        "P",
        "<sequenceFlow id='F' sourceRef='A' targetRef='A' xmlns:x='urn:x' x:sourceRefs='A'/>" TASK (
            "A",
            "One")),
    3,
    "“sourceRefs”, which it cannot have in BPMN. It is kept but not read. Did you mean "
    "“sourceRef”?",
    "rename-attribute" },
  { "F15", PROCESS ("P", "\n<task id='A' colour='red'/>"), PROCESS ("P", "<task id='A'/>"), 3,
    "“colour”", "remove-attribute" },
  { "F16", PROCESS ("P", "\n<subProcess id='A' triggeredByEvent='Yes'/>"),
    PROCESS ("P", "<subProcess id='A' triggeredByEvent=' true '/>"), 3,
    "“Yes” is no value for triggeredByEvent. Did you mean “true”?", "set-value" },
  { "F16", PROCESS ("P", "\n<exclusiveGateway id='A' gatewayDirection='diverging'/>"),
    PROCESS ("P", "<exclusiveGateway id='A' gatewayDirection='Diverging'/>"), 3, "“Diverging”?",
    "set-value" },
  { "F16", PROCESS ("P", "\n<task id='A' startQuantity='many'/>"),
    PROCESS ("P", "<task id='A' startQuantity='-3'/>"), 3, "“many” is no value",
    "remove-attribute" },
  { "F17", PROCESS ("P", "<task id='A'>\n<task id='B'/></task>"),
    PROCESS ("P", "<subProcess id='A'><task id='B'/></subProcess>"), 3,
    "“Task B” stands in “Task A”", "remove-element" },
  { "F18", PROCESS ("P", "<task id='A'>\n<incoming>F</incoming></task>"),
    PROCESS ("P", "<task id='A'/>"), 3, "lists “F” among its flows", "remove-reference" },
  { "B18", PROCESS ("P", TASK ("A", "One") "\n" TASK ("A", "Two")),
    PROCESS ("P", TASK ("A", "One") TASK ("B", "Two")), 3, "“Two”: the id “A” is taken", "new-id" },
  { "B18",
    PROCESS ("P", TASK ("A", "One"))
        DIAGRAM ("<bpmndi:BPMNShape id='A' bpmnElement='A'>" BOUNDS ("0",
                                                                     "0",
                                                                     "9",
                                                                     "9") "</bpmndi:BPMNShape>"),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 3, "the id “A” is taken",
    "new-id" },
  { "B02",
    PROCESS ("P", TASK ("Task_A", "One") TASK ("Task_B", "Two") "\n" FLOW ("F", "Task_A", "Tsk_B")),
    PROCESS ("P", TWO), 3, "there is no “Tsk_B”", "replace-reference" },
  { "B03", PROCESS ("P", "\n<sendTask id='A' messageRef='Nothing'/>"),
    "<message id='M'/>" PROCESS ("P", "<sendTask id='A' messageRef='M'/>"), 3,
    "refers to “Nothing”", "remove-reference" },
  { "B24", PROCESS ("P", TASK ("Task_A", "One") "\n<boundaryEvent id='E' attachedToRef='Tsk_A'/>"),
    PROCESS ("P", TASK ("Task_A", "One") "<boundaryEvent id='E' attachedToRef='Task_A'/>"), 3,
    "there is no “Tsk_A”. Did you mean “Task_A”?", "attach" },
  { "B24",
    PROCESS ("P",
             TASK ("A", "One") "<subProcess id='U'>" TASK (
                 "X",
                 "In") "</subProcess>"
                       "\n<boundaryEvent id='E' attachedToRef='X'/>")
        DIAGRAM (SHAPE ("A", "0") SHAPE ("U", "200") SHAPE ("E", "60")),
    PROCESS ("P", TASK ("A", "One") "<boundaryEvent id='E' attachedToRef='A'/>"), 3,
    "not attached to an activity beside it.", "attach" },
  { "F04",
    PROCESS ("P", "\n" LANES (MEMBER ("A"), MEMBER ("B")) TWO)
        DIAGRAM (SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY) SHAPE ("L1", "0")),
    PROCESS ("P", LANES (MEMBER ("A"), MEMBER ("B")) TWO) DIAGRAM (
        SHAPE ("A", "0") SHAPE ("B", "200") EDGE ("F", WAY) SHAPE ("L1", "0") SHAPE ("L2", "0")),
    4, "“Right” is part of the process", "draw" },
  { "F04",
    "<collaboration id='C'>\n<participant id='P1' name='Us' processRef='P'/>"
    "<participant id='P2'/></collaboration>" PROCESS ("P", TASK ("A", "One"))
        DIAGRAM (SHAPE ("A", "0") SHAPE ("P2", "0")),
    "<collaboration id='C'><participant id='P1' processRef='P'/></collaboration>" PROCESS (
        "P",
        TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0") SHAPE ("P1", "0")),
    3, "“Us” is part of the process", "draw" },
  { "F04", PROCESS ("P", TASK ("A", "One") "\n<group id='G'/>") DIAGRAM (SHAPE ("A", "0")),
    PROCESS ("P", TASK ("A", "One") "<group id='G'/>") DIAGRAM (SHAPE ("A", "0") SHAPE ("G", "0")),
    3, "“Group G” is part of the process", "draw" },
  { "F20", PROCESS ("P", LANES (MEMBER ("Tsk_A"), "") TASK ("Task_A", "One")),
    PROCESS ("P", LANES (MEMBER ("Task_A"), "") TASK ("Task_A", "One")), 2,
    "“Left” refers to “Tsk_A” (flowNodeRef), which is not in the file. It has no effect on how the "
    "process runs. Did you mean “Task_A”?",
    "replace-reference" },
  { "F20",
    PROCESS ("P", TASK ("A", "One"))
        DIAGRAM ("<bpmndi:BPMNShape id='A_di' bpmnElement='A'>" BOUNDS (
            "0",
            "0",
            "9",
            "9") "\n<bpmndi:BPMNLabel labelStyle='Style_l'/></bpmndi:BPMNShape>"
                 "</bpmndi:BPMNPlane><bpmndi:BPMNLabelStyle id='Style_1'><dc:Font/>"
                 "</bpmndi:BPMNLabelStyle><bpmndi:BPMNPlane>"),
    PROCESS ("P", TASK ("A", "One")) DIAGRAM (SHAPE ("A", "0")), 4,
    "“One” refers to “Style_l” (labelStyle), which is not in the file. It has no effect on how the "
    "process runs. Did you mean “Style_1”?",
    "replace-reference" },
  { "F20",
    PROCESS ("P", TWO)
        DIAGRAM (SHAPE ("A", "0")
                     SHAPE ("B", "200") "<bpmndi:BPMNEdge bpmnElement='F' sourceElement='gone'>" WAY
                                        "</bpmndi:BPMNEdge>"),
    PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0") SHAPE (
        "B",
        "200") "<bpmndi:BPMNEdge bpmnElement='F' sourceElement='A_di' targetElement='B'>" WAY
               "</bpmndi:BPMNEdge>"),
    5, "“gone” (sourceElement)", "remove-reference" },
  { "F21", PROCESS ("P", "\n<callActivity id='C' name='Pay' calledElement='Other'/>"),
    PROCESS ("P", "<callActivity id='C' name='Pay' calledElement='P'/>"), 3,
    "“Pay” refers to “Other” (calledElement), which is neither in this file", "remove-reference" },
  { "F21", "\n<itemDefinition id='I' xmlns:o='urn:o' structureRef='o:Order'/>" PROCESS ("P", ""),
    "<import namespace='urn:o' location='o.xsd' importType='http://www.w3.org/2001/XMLSchema'/>"
    "<itemDefinition id='I' xmlns:o='urn:o' structureRef='o:Order'/>" PROCESS ("P", ""),
    3, "“o:Order” (structureRef)", "remove-reference" },
  { "F22", "<signal id='S'/>" PROCESS ("P", "\n<sendTask id='A' name='One' messageRef='S'/>"),
    "<message id='M'/>" PROCESS ("P", "<sendTask id='A' name='One' messageRef='M'/>"), 3,
    "“One” refers to “S” (messageRef), which is of the wrong kind: “Signal” instead of “Message”.",
    "remove-reference" },
  { "F23",
    PROCESS ("P", TASK ("A", "One")) "\n" PROCESS ("Q", TASK ("B", "Two"))
        DIAGRAM (SHAPE ("A", "0")),
    PROCESS ("P", TASK ("A", "One")) PROCESS ("Q", "") DIAGRAM (SHAPE ("A", "0")), 3,
    "“Process Q” is on no diagram", "draw" },
};

static guint
count (const Drawing *self, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (self->found); i++)
    n += g_str_equal (pt_code_info (pt_diagnostics_get (self->found, i)->code)->code, code);
  return n;
}

static void
test_found (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (rows[i].wrong);
      const PtDiagnostic *found = drawing_find (drawing, rows[i].code);
      g_autofree char *text = pt_diagnostics_to_text (drawing->found, NULL);
      g_autofree char *message = found ? pt_diagnostic_message (found) : NULL;

      if (!found || !strstr (message, rows[i].says) || found->line != rows[i].line)
        fail_msg ("%s of row %zu is not found in line %d as “%s”: %d “%s”\n%s", rows[i].code, i,
                  rows[i].line, rows[i].says, found ? found->line : -1, message ? message : "",
                  text);
    }
}

static void
test_not_found (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (rows[i].right);
      g_autofree char *text = pt_diagnostics_to_text (drawing->found, NULL);

      if (drawing_find (drawing, rows[i].code))
        fail_msg ("%s of row %zu is found where it is not:\n%s", rows[i].code, i, text);
    }
}

/* Which kinds of repair were tried: those that stand behind the one of bytes in fixes.def. */
static gboolean tried[PT_N_FIXES];

/* The finding is gone, undo takes one step, and then the file is as it was. */
static void
check_fix (const Row *row, guint n)
{
  g_autoptr (Drawing) drawing = drawing_new (row->wrong);
  g_autoptr (GBytes) before = pt_document_to_bytes (drawing->document, NULL);
  g_autoptr (GBytes) after = NULL;
  const PtFix *fix = g_ptr_array_index (drawing_find (drawing, row->code)->fixes, n);
  guint had = count (drawing, row->code);
  g_autoptr (PtDiagnostics) found = pt_diagnostics_ref (drawing->found);
  g_autoptr (GError) error = NULL;

  tried[fix->kind] = TRUE;
  if (n == 0)
    assert_string_equal (pt_fix_kind_id (fix->kind), row->fix);
  if (!pt_compiler_apply_fix (drawing->graph, NULL, fix, &error))
    fail_msg ("%s of %s: %s", pt_fix_kind_id (fix->kind), row->code, error->message);
  pt_diagnostics_unref (drawing->found);
  pt_program_unref (drawing->program);
  drawing->found = pt_diagnostics_new (NULL);
  drawing->program = pt_compiler_lower (drawing->graph, drawing->found);
  if (count (drawing, row->code) >= had)
    fail_msg ("%s does not repair %s", pt_fix_kind_id (fix->kind), row->code);
  assert_false (pt_compiler_apply_fix (drawing->graph, NULL, fix, NULL));
  pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
  after = pt_document_to_bytes (drawing->document, NULL);
  assert_true (g_bytes_equal (before, after));
}

static void
test_fixes (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (rows[i].wrong);
      const PtDiagnostic *found = drawing_find (drawing, rows[i].code);

      /* what another file may have need not be put right */
      assert_true (found->fixes->len > 0 || found->code == PT_CODE_F21);
      for (guint n = 0; n < found->fixes->len; n++)
        check_fix (&rows[i], n);
    }
  for (guint kind = PT_FIX_WRITE_UTF8 + 1; kind < PT_FIX_MAKE_PLAIN; kind++)
    if (!tried[kind])
      fail_msg ("%s is not tested", pt_fix_kind_id (kind));
}

/* ----- bytes ---------------------------------------------------------------------------------- */

static void
test_strays (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new ("\n" PROCESS ("P", TASK ("A", "K\xE4se")));
  const PtDiagnostic *found = drawing_find (drawing, "F01");
  g_autoptr (GBytes) after = NULL;

  assert_non_null (found);
  assert_int_equal (found->line, 3);
  assert_true (
      pt_compiler_apply_fix (drawing->graph, NULL, g_ptr_array_index (found->fixes, 0), NULL));
  after = pt_document_to_bytes (drawing->document, NULL);
  assert_non_null (g_strstr_len (g_bytes_get_data (after, NULL), (gssize)g_bytes_get_size (after),
                                 "name='Käse'"));
}

static void
test_no_strays (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (PROCESS ("P", TASK ("A", "Käse")));

  assert_null (drawing_find (drawing, "F01"));
  assert_null (drawing_find (drawing, "F02"));
}

/* ----- ids ------------------------------------------------------------------------------------ */

/* All that refers to it follows, by whatever prefix; the second of two equal ids does not lead
 * anybody away from the first. */
static void
test_references_follow (void **state)
{
  g_autoptr (Drawing) drawing
      = drawing_new (PROCESS ("P", LANES (MEMBER ("1 a"), "") TASK ("1 a", "One")
                                       FLOW ("F", "1 a", "1 a")) DIAGRAM (SHAPE ("1 a", "0")));
  const PtDiagnostic *found = drawing_find (drawing, "F10");
  const PtElement *flow, *task;

  assert_true (
      pt_compiler_apply_fix (drawing->graph, NULL, g_ptr_array_index (found->fixes, 0), NULL));
  task = pt_process_graph_get (drawing->graph, "_1_a");
  flow = pt_process_graph_get (drawing->graph, "F");
  assert_non_null (task);
  assert_ptr_equal (flow->source, task);
  assert_ptr_equal (flow->target, task);
  assert_non_null (task->lane);
  assert_non_null (task->figure);
}

static void
test_second_gets_the_new_id (void **state)
{
  g_autoptr (Drawing) drawing
      = drawing_new (PROCESS ("P", TASK ("A", "One") TASK ("A", "Two") FLOW ("F", "A", "A")));
  const PtDiagnostic *found = drawing_find (drawing, "B18");

  assert_true (
      pt_compiler_apply_fix (drawing->graph, NULL, g_ptr_array_index (found->fixes, 0), NULL));
  assert_string_equal (pt_process_graph_get (drawing->graph, "A")->name, "One");
  assert_string_equal (pt_process_graph_get (drawing->graph, "F")->source->name, "One");
}

/* ----- drawing -------------------------------------------------------------------------------- */

static PtBounds
draw (Drawing *drawing, const char *id)
{
  assert_true (pt_modeling_draw (drawing->graph, id));
  return pt_process_graph_get (drawing->graph, id)->figure->bounds;
}

/* Clear of all others, with its flows, on the edge of its host. */
static void
test_draw (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      PROCESS ("P", TWO "<boundaryEvent id='E' attachedToRef='A'/>") DIAGRAM (SHAPE ("A", "0")));
  PtBounds host = pt_process_graph_get (drawing->graph, "A")->figure->bounds;
  PtBounds node = draw (drawing, "B"), event = draw (drawing, "E");

  assert_false (pt_bounds_intersects (host, node));
  assert_true (pt_bounds_intersects (host, event));
  assert_false (pt_bounds_contains (host, event));
  assert_true (pt_process_graph_get (drawing->graph, "F")->figure->n_waypoints >= 2);
  assert_false (pt_modeling_draw (drawing->graph, "B"));
  assert_false (pt_modeling_draw (drawing->graph, "Nobody"));
}

/* It would be left behind. */
static void
test_what_holds_a_comment_is_not_renamed (void **state)
{
  Drawing *drawing = drawing_new (
      PROCESS ("P", "<usertask id='A'><!-- ask Jo --><documentation>Look</documentation></usertask>"));
  const PtDiagnostic *finding = NULL;

  for (guint i = 0; i < pt_diagnostics_get_length (drawing->found); i++)
    if (pt_diagnostics_get (drawing->found, i)->code == PT_CODE_F14)
      finding = pt_diagnostics_get (drawing->found, i);
  assert_non_null (finding);
  for (guint k = 0; k < finding->fixes->len; k++)
    assert_int_not_equal (((const PtFix *)finding->fixes->pdata[k])->kind, PT_FIX_RENAME_TAG);
  drawing_free (drawing);
}

static guint
count_now (Drawing *drawing, PtCode code)
{
  g_autoptr (PtDiagnostics) found = pt_diagnostics_new (NULL);
  g_autoptr (PtProgram) program = pt_compiler_lower (drawing->graph, found);
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    n += pt_diagnostics_get (found, i)->code == code;
  return n;
}

static void
set (Drawing *drawing, xmlNode *node, const char *name, const char *value)
{
  pt_document_begin (drawing->document, "Set");
  pt_document_set_attribute (drawing->document, node, NULL, name, value);
  pt_document_commit (drawing->document);
}

/* What was in order is looked at again once it changed, or stands elsewhere, and so after an undo.
 */
static void
test_changes_are_seen (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (PROCESS ("P", TWO) DIAGRAM (SHAPE ("A", "0")));
  xmlNode *task = pt_process_graph_get (drawing->graph, "A")->node;
  xmlNode *flow = pt_process_graph_get (drawing->graph, "F")->node;
  xmlNode *bounds = pt_xml_first_element (pt_process_graph_get (drawing->graph, "A")->figure->node);

  set (drawing, task, "isForCompensation", "maybe");
  assert_int_equal (count_now (drawing, PT_CODE_F16), 1);
  assert_int_equal (count_now (drawing, PT_CODE_F16), 1);
  pt_document_undo (drawing->document);
  assert_int_equal (count_now (drawing, PT_CODE_F16), 0);
  pt_document_redo (drawing->document);
  assert_int_equal (count_now (drawing, PT_CODE_F16), 1);
  set (drawing, task, "id", "1 2");
  assert_int_equal (count_now (drawing, PT_CODE_F10), 1);
  set (drawing, bounds, "x", "wide");
  assert_int_equal (count_now (drawing, PT_CODE_F09), 1);

  pt_document_begin (drawing->document, "Move");
  pt_document_remove (drawing->document, flow);
  pt_document_insert (drawing->document, task, NULL, flow);
  pt_document_commit (drawing->document);
  assert_int_equal (count_now (drawing, PT_CODE_F17), 1);
  pt_document_undo (drawing->document);
  assert_int_equal (count_now (drawing, PT_CODE_F17), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_found),
    cmocka_unit_test (test_not_found),
    cmocka_unit_test (test_fixes),
    cmocka_unit_test (test_strays),
    cmocka_unit_test (test_no_strays),
    cmocka_unit_test (test_references_follow),
    cmocka_unit_test (test_second_gets_the_new_id),
    cmocka_unit_test (test_draw),
    cmocka_unit_test (test_what_holds_a_comment_is_not_renamed),
    cmocka_unit_test (test_changes_are_seen),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
