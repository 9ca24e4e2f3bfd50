/* test-inference.c: what is read into a drawing, what the group thinks of it, and that it stays so
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#define FORK                                                                                       \
  PROCESS ("P", START ("S") ELEMENT ("userTask", "A", "Check") XOR ("G", "Credit OK?") END ("E1")  \
                    END ("E2") FLOW ("f1", "S", "A") FLOW ("f2", "A", "G")                         \
                        NAMED ("y", "G", "E1", "yes") NAMED ("n", "G", "E2", "no"))
#define WAIT(name)                                                                                 \
  PROCESS ("P", START ("S") TIMER ("intermediateCatchEvent", "T", name, "") END ("E")              \
                    FLOW ("f1", "S", "T") FLOW ("f2", "T", "E"))

static PtCompilation *
compile (const Drawing *drawing)
{
  const PtCompileOptions options = { 0 };

  return pt_compile (drawing->graph, NULL, &options);
}

static const PtInference *
find (const PtCompilation *compilation, PtInferenceKind kind, const char *element)
{
  g_autoptr (GPtrArray) inferences = pt_compilation_get_inferences (compilation);

  for (guint i = 0; i < inferences->len; i++)
    {
      const PtInference *inference = g_ptr_array_index (inferences, i);

      if (inference->kind == kind && g_str_equal (inference->element, element))
        return inference;
    }
  return NULL;
}

/* Decides about it, and gives it back as the next compilation has it: "state value". */
static char *
settle (const Drawing *drawing,
        PtInferenceKind kind,
        const char *element,
        PtInferenceState state,
        const char *value)
{
  g_autoptr (PtCompilation) before = compile (drawing);
  g_autoptr (PtCompilation) after = NULL;
  g_autoptr (GError) error = NULL;
  const PtInference *inference = find (before, kind, element);

  assert_non_null (inference);
  if (!pt_compiler_settle (drawing->graph, inference, state, value, &error))
    return g_strdup_printf ("error: %s", error->message);
  after = compile (drawing);
  inference = find (after, kind, element);
  return inference ? g_strdup_printf ("%s %s", pt_inference_state_id (inference->state),
                                      inference->read_as)
                   : g_strdup ("nothing");
}

static guint
count (const PtCompilation *compilation, const char *code)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    n += g_str_equal (pt_code_info (pt_diagnostics_get (found, i)->code)->code, code);
  return n;
}

static void
test_proposed (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (FORK);
  g_autoptr (PtCompilation) compilation = compile (drawing);
  const PtInference *question = find (compilation, PT_INFERENCE_QUESTION, "G");
  const PtInference *answer = find (compilation, PT_INFERENCE_CONDITION, "n");

  assert_string_equal (question->written, "Credit OK?");
  assert_string_equal (question->read_as, "creditOk");
  assert_int_equal (question->state, PT_INFERENCE_PROPOSED);
  assert_string_equal (answer->written, "no");
  assert_string_equal (answer->read_as, "creditOk = false");
}

static void
test_decisions (void **state)
{
  static const struct
  {
    const char *body;
    PtInferenceKind kind;
    const char *element;
    PtInferenceState state;
    const char *value, *after;
  } cases[] = {
    { FORK, PT_INFERENCE_CONDITION, "y", PT_INFERENCE_ACCEPTED, NULL, "accepted creditOk = true" },
    { FORK, PT_INFERENCE_CONDITION, "y", PT_INFERENCE_CHANGED, "score>5", "changed score > 5" },
    { FORK, PT_INFERENCE_CONDITION, "y", PT_INFERENCE_REFUSED, NULL, "refused creditOk = true" },
    { FORK, PT_INFERENCE_QUESTION, "G", PT_INFERENCE_CHANGED, "granted", "changed granted" },
    { FORK, PT_INFERENCE_QUESTION, "G", PT_INFERENCE_CHANGED, "not granted",
      "error: That is no name of a variable: it begins with a letter; letters, digits and _ "
      "follow." },
    { WAIT ("after 3 days"), PT_INFERENCE_TIME, "T", PT_INFERENCE_ACCEPTED, NULL, "accepted P3D" },
    { WAIT ("after 3 days"), PT_INFERENCE_TIME, "T", PT_INFERENCE_CHANGED, "2 Wochen",
      "changed P2W" },
    { WAIT ("after 3 days"), PT_INFERENCE_TIME, "T", PT_INFERENCE_REFUSED, NULL, "refused P3D" },
    { WAIT ("after 3 days"), PT_INFERENCE_TIME, "T", PT_INFERENCE_CHANGED, "soon",
      "error: It is not clear when that is. Clear are for instance “3 days” and P3D." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Drawing) drawing = drawing_new (cases[i].body);
      g_autofree char *after
          = settle (drawing, cases[i].kind, cases[i].element, cases[i].state, cases[i].value);

      assert_string_equal (after, cases[i].after);
    }
}

/* The passes go by it: what is accepted is not told again, what is refused leaves a gap. */
static void
test_passes_go_by_it (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (WAIT ("after 3 days"));
  g_autoptr (PtCompilation) first = compile (drawing), second = NULL, third = NULL;
  g_autofree char *accepted = NULL;
  g_autofree char *refused = NULL;

  assert_int_equal (count (first, "T02"), 1);
  accepted = settle (drawing, PT_INFERENCE_TIME, "T", PT_INFERENCE_ACCEPTED, NULL);
  second = compile (drawing);
  assert_int_equal (count (second, "T02"), 0);
  refused = settle (drawing, PT_INFERENCE_TIME, "T", PT_INFERENCE_REFUSED, NULL);
  third = compile (drawing);
  assert_int_equal (count (third, "T02"), 0);
  assert_int_equal (count (third, "T03"), 1);
}

static void
test_one_undo_step (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (WAIT ("after 3 days"));
  g_autoptr (GBytes) before = pt_document_to_bytes (drawing->document, NULL);
  g_autofree char *after = settle (drawing, PT_INFERENCE_TIME, "T", PT_INFERENCE_CHANGED, "P5D");
  g_autoptr (GBytes) undone = NULL;

  assert_string_equal (after, "changed P5D");
  pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
  undone = pt_document_to_bytes (drawing->document, NULL);
  assert_true (g_bytes_equal (before, undone));
}

static void
test_taken_back (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (WAIT ("after 3 days"));
  g_autofree char *refused = settle (drawing, PT_INFERENCE_TIME, "T", PT_INFERENCE_REFUSED, NULL);
  g_autofree char *back = settle (drawing, PT_INFERENCE_TIME, "T", PT_INFERENCE_PROPOSED, NULL);

  assert_string_equal (refused, "refused P3D");
  assert_string_equal (back, "proposed P3D");
}

/* A decision is about words; other words are a new question. */
static void
test_other_words (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new (
      PROCESS ("P",
               START ("S") "<intermediateCatchEvent id='T' name='after 4 days'><extensionElements>"
                           "<p:inference xmlns:p='" PT_NS_PARTITUR "' kind='time' state='changed' "
                           "written='after 3 days' readAs='P9D'/></extensionElements>"
                           "<timerEventDefinition/></intermediateCatchEvent>" END ("E")
                               FLOW ("f1", "S", "T") FLOW ("f2", "T", "E")));
  g_autoptr (PtCompilation) compilation = compile (drawing);

  assert_string_equal (find (compilation, PT_INFERENCE_TIME, "T")->read_as, "P4D");
}

/* A message has one key, wherever it is waited for, and what is not emitted is not carried along.
 */
static void
test_key_of_message (void **state)
{
  g_autoptr (Drawing) drawing = drawing_new ("<message id='M' name='Paid'/>" PROCESS (
      "P", START ("S") "<receiveTask id='A' name='Wait' messageRef='M'/><receiveTask id='B' "
                       "name='Wait again' messageRef='M'/>" END ("E") FLOW ("f1", "S", "A")
                           FLOW ("f2", "A", "B") FLOW ("f3", "B", "E")));
  const PtCompileOptions options
      = { .target = pt_target_find ("camunda8"), .emit = TRUE, .force = TRUE };
  g_autofree char *after
      = settle (drawing, PT_INFERENCE_CORRELATION, "M", PT_INFERENCE_CHANGED, "orderNumber");
  g_autoptr (PtCompilation) compilation = pt_compile (drawing->graph, NULL, &options);
  GBytes *xml = pt_compilation_get_xml (compilation);
  g_autofree char *text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));

  assert_string_equal (after, "changed orderNumber");
  assert_non_null (strstr (text, "correlationKey=\"=orderNumber\""));
  assert_null (strstr (text, "inference"));
  assert_int_equal (count (compilation, "X31"), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_proposed),        cmocka_unit_test (test_decisions),
    cmocka_unit_test (test_passes_go_by_it), cmocka_unit_test (test_one_undo_step),
    cmocka_unit_test (test_taken_back),      cmocka_unit_test (test_other_words),
    cmocka_unit_test (test_key_of_message),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
