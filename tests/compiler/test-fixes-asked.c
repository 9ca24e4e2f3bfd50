/* test-fixes-asked.c: repairs that somebody has to say a word for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compile.h"

#define LOOP(inside)                                                                               \
  "<userTask id='T' name='Ask'><multiInstanceLoopCharacteristics>" inside                          \
  "</multiInstanceLoopCharacteristics></userTask>"

static const struct
{
  const char *inside; /* of the process, between start and end: T */
  const char *code;
  PtFixKind kind;
  const char *answer;
  const char *written; /* (nullable): NULL: the answer will not do */
} rows[] = {
  { LOOP (""), "X05", PT_FIX_ENTER_COUNT, " 3 ", ">3</loopCardinality>" },
  { LOOP (""), "X05", PT_FIX_ENTER_COUNT, "offers", "<loopDataInputRef>offers<" },
  { LOOP ("<completionCondition>done</completionCondition>"), "X05", PT_FIX_ENTER_COUNT, "3",
    ">3</loopCardinality><completionCondition>" },
  { LOOP (""), "X05", PT_FIX_ENTER_COUNT, "", NULL },
  { LOOP (""), "X05", PT_FIX_ENTER_COUNT, "all of them", NULL },
  { "<intermediateCatchEvent id='T'><timerEventDefinition/></intermediateCatchEvent>", "T03",
    PT_FIX_ENTER_TIME, "2 days", ">P2D</timeDuration>" },
  { "<intermediateCatchEvent id='T' name='soon'><timerEventDefinition/></intermediateCatchEvent>",
    "T03", PT_FIX_ENTER_TIME, "2027-03-01", ">2027-03-01T00:00:00</timeDate>" },
  { "<intermediateCatchEvent id='T'><timerEventDefinition/></intermediateCatchEvent>", "T03",
    PT_FIX_ENTER_TIME, "soon", NULL },
  { "<intermediateCatchEvent id='T'/>", "T09", PT_FIX_ENTER_TIME, "jeden Montag um 8",
    "</timeCycle>" },
  { "<userTask id='T'/>", "M40", PT_FIX_ENTER_NAME, "Pay the bill", "name='Pay the bill'" },
  { "<userTask id='T'/>", "M40", PT_FIX_ENTER_NAME, "", NULL },
};

static const PtFix *
find_fix (PtDiagnostics *found, const char *code, PtFixKind kind)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *one = pt_diagnostics_get (found, i);

      for (guint k = 0; k < one->fixes->len; k++)
        if (((const PtFix *)g_ptr_array_index (one->fixes, k))->kind == kind
            && g_str_equal (pt_code_info (one->code)->code, code))
          return g_ptr_array_index (one->fixes, k);
    }
  return NULL;
}

static PtCompilation *
compile (Drawing *drawing)
{
  PtCompileOptions options = { .target = pt_target_find ("camunda7") };

  return pt_compile (drawing->graph, NULL, &options);
}

static void
check_row (guint i)
{
  g_autofree char *body
      = g_strconcat ("<process id='P'>", START ("S"), rows[i].inside, END ("E"),
                     FLOW ("f1", "S", "T"), FLOW ("f2", "T", "E"), "</process>", NULL);
  g_autoptr (Drawing) drawing = drawing_new (body);
  g_autoptr (PtCompilation) compilation = compile (drawing);
  g_autoptr (PtCompilation) after = NULL;
  PtDiagnostics *found = pt_compilation_get_diagnostics (compilation);
  const PtFix *fix = find_fix (found, rows[i].code, rows[i].kind);
  g_autofree char *all = pt_diagnostics_to_text (found, NULL);
  g_autoptr (PtFix) answered = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (!fix)
    fail_msg ("row %u: no such fix in\n%s", i, all);
  assert_non_null (pt_fix_question (fix));
  answered = pt_fix_answer (fix, rows[i].answer);
  assert_int_equal (pt_compiler_apply_fix (drawing->graph, NULL, answered, &error),
                    rows[i].written != NULL);
  if (!rows[i].written)
    assert_non_null (strstr (error->message, pt_fix_question (fix)));
  if (!rows[i].written)
    return;
  bytes = pt_document_to_bytes (drawing->document, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  after = compile (drawing);
  if (!strstr (text, rows[i].written)
      || find_fix (pt_compilation_get_diagnostics (after), rows[i].code, rows[i].kind))
    fail_msg ("row %u is not repaired:\n%s", i, text);
  pt_document_undo (drawing->document);
  assert_false (pt_document_can_undo (drawing->document));
}

static void
test_answers (void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (i);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_answers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
