/* test-roles-fixes.c: each repair of the roles file removes its finding and is one undo step
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "compiler-test.h"

#include <partitur/modeling.h>

#define ORGANISATION "<organisation xmlns=\"" PT_NS_ROLES "\" as-of=\"%s\">\n%s\n</organisation>\n"

static PtDocument *
document_of (const char *entries, const char *as_of)
{
  g_autofree char *text = g_strdup_printf (ORGANISATION, as_of, entries);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return pt_roster_load_bytes (bytes, "test.roles.xml", NULL);
}

/* As of 1 March 2026. */
static PtDiagnostics *
check (PtDocument *document)
{
  PtDiagnostics *found = pt_diagnostics_new (NULL);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_MARCH, 2026);
  pt_roster_check (document, &day, found);
  return found;
}

static guint
count_findings (const PtDiagnostics *found, PtCode code)
{
  guint count = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    count += pt_diagnostics_get (found, i)->code == code;
  return count;
}

static const PtFix *
find_fix (const PtDiagnostics *found, PtCode code, PtFixKind kind)
{
  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (found, i);

      for (guint k = 0; diagnostic->code == code && k < diagnostic->fixes->len; k++)
        {
          const PtFix *fix = diagnostic->fixes->pdata[k];

          if (fix->kind == kind)
            return fix;
        }
    }
  return NULL;
}

#define PERSONS "<person id='p' name='Jo'><holds role='a'/></person><person id='q' name='Mia'/>"

static const struct
{
  const char *entries;
  PtCode code;
  PtFixKind kind;
  const char *result; /* (nullable): what the file says afterwards */
} cases[] = {
  { "<role id='a' nmae='Buyer'/>", PT_CODE_RF01, PT_FIX_RENAME_ATTRIBUTE, "name=\"Buyer\"" },
  { "<role id='a' colour='red'/>", PT_CODE_RF01, PT_FIX_REMOVE_ATTRIBUTE, "<role id='a'/>" },
  { "<roel id='a'/>", PT_CODE_RF01, PT_FIX_RENAME_TAG, "<role id=\"a\"" },
  { "<thing/>", PT_CODE_RF01, PT_FIX_REMOVE_ELEMENT, NULL },
  { "<role id='a' kind='extern' channel='mail'/>", PT_CODE_RF01, PT_FIX_SET_VALUE,
    "kind='external'" },
  { "<role name='Buyer'/>", PT_CODE_RF01, PT_FIX_NEW_ID, NULL },
  { "<role id='the buyer'/><person id='p'><holds role='the buyer'/></person>", PT_CODE_RF01,
    PT_FIX_VALID_ID, "<holds role='the_buyer'/>" },
  { "<role id='b'/><role id='1' spare='1'/><role id='c' is-a='b 1'/>", PT_CODE_RF01,
    PT_FIX_VALID_ID, "spare='1'/><role id='c' is-a='b _1'/>" },
  { "<rule id='r' type='at-most' tags='t'/>", PT_CODE_RF01, PT_FIX_REMOVE_ELEMENT, NULL },
  { "<calendar id='c'><closed rule='FREQ=DAILY'/></calendar>", PT_CODE_RF01, PT_FIX_REMOVE_ELEMENT,
    NULL },
  { "<role id='a'/><role id='a'/>", PT_CODE_RF02, PT_FIX_NEW_ID, NULL },
  { "<role id='buyer'/><person id='p'><holds role='byer'/></person>", PT_CODE_RF03,
    PT_FIX_REPLACE_REFERENCE, "<holds role='buyer'/>" },
  { "<role id='buyer'/><role id='b'/><rule id='r' type='separate-roles' roles='byer b'/>",
    PT_CODE_RF03, PT_FIX_REPLACE_REFERENCE, "roles='buyer b'" },
  { "<person id='p'><holds role='driver'/></person>", PT_CODE_RF03, PT_FIX_ADD_ENTRY,
    "<role id=\"driver\"/>" },
  { "<unit id='u' within='v'/>", PT_CODE_RF03, PT_FIX_REMOVE_REFERENCE, "<unit id='u'/>" },
  { "<role id='b'/><role id='a' is-a='b c'/>", PT_CODE_RF03, PT_FIX_SET_VALUE, "is-a='b'" },
  { "<role id='a'><alias>Buyer</alias></role><role id='b' name='Buyer'/>", PT_CODE_RF04,
    PT_FIX_REMOVE_ELEMENT, NULL },
  { "<unit id='u' within='v'/><unit id='v' within='u'/>", PT_CODE_RF05, PT_FIX_REMOVE_REFERENCE,
    "<unit id='u' within='v'/><unit id='v'/>" },
  { "<role id='a' is-a='b'/><role id='b' is-a='c a'/><role id='c'/>", PT_CODE_RF05,
    PT_FIX_SET_VALUE, "<role id='b' is-a='c'/>" },
  { "<person id='p' manager='p'/>", PT_CODE_RF05, PT_FIX_REMOVE_REFERENCE, "<person id='p'/>" },
  { "<person id='p'><away from='2026-05-02' until='2026-05-01'/></person>", PT_CODE_RF06,
    PT_FIX_SWAP_SPAN, "from='2026-05-01' until='2026-05-02'" },
  { "<calendar id='c' zone='Europe/Berlyn'/>", PT_CODE_RF10, PT_FIX_SET_VALUE,
    "zone='Europe/Berlin'" },
  { "<role id='a'/><person id='p' name='Jo'/>", PT_CODE_RH01, PT_FIX_ADD_HOLDER,
    "<holds role=\"a\"/>" },
  { "<role id='a'/><person id='p'><holds role='a' until='2026-04-01'/></person>", PT_CODE_RH02,
    PT_FIX_EXTEND_HOLD, "<holds role='a'/>" },
  { "<role id='a'/><person id='p'><holds role='a'/><away from='2026-04-01' until='2026-04-02'/>"
    "</person><person id='q' name='Mia'/>",
    PT_CODE_RH03, PT_FIX_SET_DEPUTY, "deputy=\"q\"" },
  { "<role id='a'/>" PERSONS "<person id='x' name='Kai' active='false'><holds role='a'/></person>",
    PT_CODE_RH04, PT_FIX_END_SPANS, "until=\"2026-02-28\"" },
  { "<role id='a'/><person id='p'><away from='2026-04-01' until='2026-04-02' deputy='q'/></person>"
    "<person id='q'><away from='2026-04-01' until='2026-04-02'/></person>"
    "<person id='x' name='Kai'><holds role='a'/></person>",
    PT_CODE_RH06, PT_FIX_SET_DEPUTY, "deputy='x'" },
  { "<skill id='s'/><person id='p'><can skill='s' until='2026-04-01'/></person>", PT_CODE_RH09,
    PT_FIX_SET_VALUE, "until='2027-04-01'" },
  { "<role id='a'/><role id='b'/><person id='p' fte='0.5'><holds role='a' share='0.4'/>"
    "<holds role='b' share='0.6'/></person>",
    PT_CODE_RH11, PT_FIX_SCALE_SHARES,
    "<holds role='a' share='0.20'/><holds role='b' share='0.30'/>" },
  { "<role id='a' kind='external'/>", PT_CODE_RX02, PT_FIX_SET_CHANNEL, "channel=\"mail\"" },
  { "<role id='a'/><role id='s' kind='system'/>" PERSONS, PT_CODE_RX05, PT_FIX_SET_OWNER,
    "owner=\"a\"" },
  { "<role id='b' unit='u'/><unit id='u'/><role id='s' kind='system' owner='b'/><role "
    "id='a'/>" PERSONS,
    PT_CODE_RX05, PT_FIX_ADD_HOLDER, NULL },
  { "<role id='a'/><role id='b'/><person id='p'><holds role='a'/><holds role='b'/></person>"
    "<rule id='r' type='separate-roles' roles='a b'/>",
    PT_CODE_RR02, PT_FIX_END_HOLD, "until=\"2026-02-28\"" },
};

/* Whichever quotation marks it is written with. */
static void
assert_says (GBytes *bytes, const char *part)
{
  g_autofree char *text
      = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *wanted = g_strdelimit (g_strdup (part), "\"", '\'');

  if (!strstr (g_strdelimit (text, "\"", '\''), wanted))
    fail_msg ("%s is not in\n%s", wanted, text);
}

static void
check_case (guint i, PtProcessGraph *graph, const char *as_of)
{
  g_autoptr (PtDocument) document = document_of (cases[i].entries, as_of);
  g_autoptr (GBytes) before = pt_document_to_bytes (document, NULL);
  g_autoptr (PtDiagnostics) first = check (document);
  g_autoptr (PtDiagnostics) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (GBytes) after = NULL;
  const PtFix *fix = find_fix (first, cases[i].code, cases[i].kind);
  const char *code = pt_code_info (cases[i].code)->code;

  if (!fix)
    fail_msg ("%s offers no %s: %s", code, pt_fix_kind_id (cases[i].kind), cases[i].entries);
  if (!pt_compiler_apply_fix (graph, document, fix, &error))
    fail_msg ("%s of %s: %s", pt_fix_kind_id (cases[i].kind), code, error->message);
  second = check (document);
  changed = pt_document_to_bytes (document, NULL);
  if (count_findings (second, cases[i].code) >= count_findings (first, cases[i].code))
    fail_msg ("%s does not repair %s:\n%s", pt_fix_kind_id (cases[i].kind), code,
              (const char *)g_bytes_get_data (changed, NULL));
  if (cases[i].result)
    assert_says (changed, cases[i].result);
  pt_document_undo (document);
  assert_false (pt_document_can_undo (document));
  after = pt_document_to_bytes (document, NULL);
  assert_true (g_bytes_equal (before, after));
}

static void
test_each_repair (void **state)
{
  g_autoptr (PtDocument) drawing = pt_bpmn_new ();
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (drawing);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (i, graph, "2026-03-01");
}

static void
test_old_file (void **state)
{
  g_autoptr (PtDocument) drawing = pt_bpmn_new ();
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (drawing);
  g_autoptr (PtDocument) document = document_of ("<role id='a'/>", "2025-11-01");
  g_autoptr (PtDocument) young = document_of ("<role id='a'/>", "2025-12-01");
  g_autoptr (PtDiagnostics) found = check (document);
  g_autoptr (PtDiagnostics) none = check (young);
  g_autoptr (PtDiagnostics) again = NULL;

  assert_int_equal (count_findings (none, PT_CODE_RF09), 0);
  assert_true (pt_compiler_apply_fix (
      graph, document, find_fix (found, PT_CODE_RF09, PT_FIX_SET_VALUE), NULL));
  again = check (document);
  assert_int_equal (count_findings (again, PT_CODE_RF09), 0);
}

static void
test_every_kind_is_tested (void **state)
{
  for (guint kind = PT_FIX_ADD_ENTRY; kind < PT_FIX_WRITE_UTF8; kind++)
    {
      gboolean tested = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        tested |= cases[i].kind == kind;
      if (!tested)
        fail_msg ("%s is not tested", pt_fix_kind_id (kind));
    }
}

static void
test_no_longer_fits (void **state)
{
  g_autoptr (PtDocument) drawing = pt_bpmn_new ();
  g_autoptr (PtProcessGraph) graph = pt_process_graph_new (drawing);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PtDocument) document = document_of (cases[i].entries, "2026-03-01");
      g_autoptr (PtDocument) empty = document_of ("", "2026-03-01");
      g_autoptr (PtDiagnostics) found = check (document);
      const PtFix *fix = find_fix (found, cases[i].code, cases[i].kind);

      if (cases[i].kind == PT_FIX_ADD_ENTRY)
        continue; /* fits any file that does not have it */
      if (pt_compiler_apply_fix (graph, empty, fix, NULL))
        fail_msg ("%s fits an empty file", pt_fix_kind_id (cases[i].kind));
      assert_false (pt_compiler_apply_fix (graph, NULL, fix, NULL));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_each_repair),
    cmocka_unit_test (test_old_file),
    cmocka_unit_test (test_every_kind_is_tested),
    cmocka_unit_test (test_no_longer_fits),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
