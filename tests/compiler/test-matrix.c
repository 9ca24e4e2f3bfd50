/* test-matrix.c: tables of roles, and how they are written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "staff-case.h"

#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <partitur/matrix.h>

static PtMatrix *
matrix_of (PtMatrixKind kind, Case *const *cases, guint n)
{
  const PtProgram *programs[4];
  g_autoptr (PtRoster) roster = pt_roster_new (cases[0]->roles);

  for (guint i = 0; i < n; i++)
    programs[i] = pt_compilation_get_program (cases[i]->compilation);
  return pt_matrix_new (kind, programs, n, roster);
}

static void
assert_csv (PtMatrixKind kind, const char *body, const char *entries, const char *expected)
{
  g_auto (Case) self = { 0 };
  Case *const cases[] = { &self };
  g_autoptr (PtMatrix) matrix = NULL;
  g_autofree char *csv = NULL;

  case_init (&self, body, entries);
  matrix = matrix_of (kind, cases, 1);
  csv = pt_matrix_to_csv (matrix);
  assert_string_equal (csv, expected);
}

static void
test_raci (void **state)
{
  assert_csv (PT_MATRIX_RACI,
              BOTH (USER ("A", "Enter", WORK ("accountable='boss' informed='clerk boss'")),
                    USER ("B", "Sign", WORK ("accountable='boss' consulted='clerk'"))),
              ROLES PLENTY,
              "Activity,Clerk,Boss\r\n"
              "Enter,RI,AI\r\n"
              "Sign,C,RA\r\n");
}

/* Those of whom one is enough do it; who is excluded does not. */
static void
test_responsible_by_assignment (void **state)
{
  assert_csv (PT_MATRIX_RACI,
              BOTH (USER ("A", "Enter", BY ("role(boss) or role(Clerk)")),
                    USER ("B", "Sign", BY ("role(boss) and not role(clerk)"))),
              ROLES PLENTY,
              "Activity,Clerk,Boss\r\n"
              "Enter,R,R\r\n"
              "Sign,,R\r\n");
}

static void
test_handover (void **state)
{
  assert_csv (PT_MATRIX_HANDOVER, TURNS ("Clerk", "Boss"), ROLES PLENTY,
              "From ↓ to →,Clerk,Boss\r\n"
              "Clerk,,2\r\n"
              "Boss,2,\r\n");
  /* the gateway leads on to the boss, or past him to the end */
  assert_csv (PT_MATRIX_HANDOVER, MAYBE_PAIR, ROLES PLENTY,
              "From ↓ to →,Clerk,Boss\r\n"
              "Clerk,,1\r\n"
              "Boss,,\r\n");
}

static void
test_messages (void **state)
{
  assert_csv (PT_MATRIX_HANDOVER, RECEIVES (""), ROLES SUPPLIER PLENTY,
              "From ↓ to →,Clerk,Boss,Supplier\r\n"
              "Clerk,,1,\r\n"
              "Boss,,,\r\n"
              "Supplier,1,,\r\n");
}

static void
test_what_cells_tell_of (void **state)
{
  g_auto (Case) self = { 0 };
  Case *const cases[] = { &self };
  g_autoptr (PtMatrix) raci = NULL, handover = NULL;
  const PtMatrixCell *cell;

  case_init (&self, PAIR, ROLES PLENTY);
  raci = matrix_of (PT_MATRIX_RACI, cases, 1);
  cell = pt_matrix_get_cell (raci, 1, 1);
  assert_int_equal (cell->elements->len, 1);
  assert_string_equal (cell->elements->pdata[0], "B");
  assert_null (pt_matrix_get_cell (raci, 0, 1));
  handover = matrix_of (PT_MATRIX_HANDOVER, cases, 1);
  cell = pt_matrix_get_cell (handover, 0, 1);
  assert_int_equal (cell->elements->len, 2);
  assert_string_equal (cell->elements->pdata[0], "A");
  assert_string_equal (cell->elements->pdata[1], "B");
}

/* Hand-overs of several processes add up; activities are told apart by their process. */
static void
test_several_processes (void **state)
{
  g_auto (Case) one = { 0 }, other = { 0 };
  Case *const cases[] = { &one, &other };
  g_autoptr (PtMatrix) raci = NULL, handover = NULL;
  g_autofree char *csv = NULL, *sum = NULL;

  case_init (&one, PAIR, ROLES PLENTY);
  case_init (&other,
             "<process id='Q' name='Sale'><laneSet id='ls'>" LANE ("L1", "Boss", IN ("C"))
                 LANE ("L2", "Clerk", IN ("D")) "</laneSet>" USER ("C", "Offer", "")
                     USER ("D", "Send", "") FLOW ("f1", "C", "D") "</process>",
             ROLES PLENTY);
  raci = matrix_of (PT_MATRIX_RACI, cases, 2);
  csv = pt_matrix_to_csv (raci);
  assert_string_equal (csv, "Process,Activity,Clerk,Boss\r\n"
                            "Purchase,Enter,R,\r\n"
                            "Purchase,Sign,,R\r\n"
                            "Sale,Offer,,R\r\n"
                            "Sale,Send,R,\r\n");
  assert_int_equal (((const PtMatrixHeading *)raci->rows->pdata[2])->program, 1);
  handover = matrix_of (PT_MATRIX_HANDOVER, cases, 2);
  sum = pt_matrix_to_csv (handover);
  assert_string_equal (sum, "From ↓ to →,Clerk,Boss\r\n"
                            "Clerk,,1\r\n"
                            "Boss,1,\r\n");
}

static void
test_csv_quotes (void **state)
{
  assert_csv (PT_MATRIX_RACI,
              BOTH (USER ("A", "Enter, &quot;fast&quot;", ""), USER ("B", "=1+1", "")),
              ROLES PLENTY,
              "Activity,Clerk,Boss\r\n"
              "\"Enter, \"\"fast\"\"\",R,\r\n"
              "\"'=1+1\",,R\r\n");
}

/* ----- HTML ---------------------------------------------------------------------------------- */

static int
count_nodes (xmlXPathContext *context, const char *path)
{
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST path, context);
  int n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;

  xmlXPathFreeObject (found);
  return n;
}

static void
test_html (void **state)
{
  g_auto (Case) self = { 0 };
  Case *const cases[] = { &self };
  g_autoptr (PtMatrix) matrix = NULL;
  g_autofree char *html = NULL;
  htmlDocPtr document;
  xmlXPathContext *context;

  case_init (&self, BOTH (USER ("A", "Enter &lt;b&gt;", ""), USER ("B", "Sign", "")), ROLES PLENTY);
  matrix = matrix_of (PT_MATRIX_RACI, cases, 1);
  html = pt_matrix_to_html (matrix, "Purchase & more");
  document = htmlReadDoc (BAD_CAST html, NULL, "utf-8", HTML_PARSE_NONET | HTML_PARSE_NOERROR);
  context = xmlXPathNewContext (document);
  assert_int_equal (count_nodes (context, "//table/caption[text()]"), 1);
  assert_int_equal (count_nodes (context, "//thead/tr/th[@scope='col']"), 3);
  assert_int_equal (count_nodes (context, "//tbody/tr/th[@scope='row']"), 2);
  assert_int_equal (count_nodes (context, "//tbody/tr[1]/td"), 2);
  assert_int_equal (count_nodes (context, "//th[text()='Enter <b>']"), 1);
  assert_int_equal (count_nodes (context, "//h1[text()='Purchase & more']"), 1);
  assert_int_equal (count_nodes (context, "//html[@lang]"), 1);
  assert_int_equal (count_nodes (context, "//*[@src or @href]"), 0);
  assert_null (strstr (html, "url("));
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

/* A drawing without any work has a table without rows, and a page all the same. */
static void
test_empty (void **state)
{
  g_auto (Case) self = { 0 };
  Case *const cases[] = { &self };
  g_autoptr (PtMatrix) matrix = NULL;
  g_autofree char *csv = NULL, *html = NULL;

  case_init (&self, PROCESS ("P", START ("S")), ROLES PLENTY);
  matrix = matrix_of (PT_MATRIX_HANDOVER, cases, 1);
  csv = pt_matrix_to_csv (matrix);
  assert_string_equal (csv, "From ↓ to →\r\n");
  html = pt_matrix_to_html (matrix, "Nothing");
  assert_non_null (strstr (html, "</table>"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_raci),
    cmocka_unit_test (test_responsible_by_assignment),
    cmocka_unit_test (test_handover),
    cmocka_unit_test (test_messages),
    cmocka_unit_test (test_what_cells_tell_of),
    cmocka_unit_test (test_several_processes),
    cmocka_unit_test (test_csv_quotes),
    cmocka_unit_test (test_html),
    cmocka_unit_test (test_empty),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
