/* test-verdict.c: the pane says of a process what was found out, and no more
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include <partitur/modeling.h>

#include "../../src/app/pt-page-private.h"
#include "pt-desk.h"

#define PLAYED "The process can be played by the people and systems listed."
#define UNCHECKED "The process can be made executable. Who holds the roles was not checked"
#define UNDECIDED "The process can be made executable. Whether it can always be played"

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static gboolean
says (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->pane), text) != NULL;
}

static PtPage *
open_example (PtWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (has_roles, page);
  pt_desk_wait (pt_desk_is_current, page);
  return page;
}

static void
draft_without_people (PtPage *page)
{
  g_autoptr (PtDocument) roles = pt_roster_draft (&page->graph, 1, NULL);

  pt_page_set_roles (page, roles);
}

static void
nothing_is_said_before_it_is_known (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window);

  assert_true (says (page, PLAYED));
  draft_without_people (page);
  assert_true (says (page, "Checking…"));
  assert_false (says (page, PLAYED));
  pt_desk_wait (pt_desk_is_current, page);
  assert_true (says (page, UNCHECKED));
  pt_desk_close (window);
}

static void
a_rule_does_not_make_people (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_example (window);

  draft_without_people (page);
  assert_true (pt_modeling_set_rule (page->graph, "RH00", "off"));
  pt_desk_wait (pt_desk_is_current, page);
  assert_true (says (page, UNCHECKED));
  pt_desk_close (window);
}

/* A rule that demands people, of more tasks than paths can be told apart by. */
static char *
write_endless (void)
{
  g_autoptr (GString) text = g_string_new (
      "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='urn:t'>"
      "<collaboration id='C'><participant id='PO' name='Clerk' processRef='P'/></collaboration>"
      "<process id='P' isExecutable='true'><startEvent id='S'/><endEvent id='E'/>"
      "<sequenceFlow id='f1' sourceRef='S' targetRef='A0'/>"
      "<sequenceFlow id='f2' sourceRef='A66' targetRef='E'/><userTask id='A66' name='Go home'/>");
  char *path = g_build_filename (g_get_tmp_dir (), "partitur-endless.bpmn", NULL);

  for (guint i = 0; i < 66; i++)
    g_string_append_printf (
        text,
        "<userTask id='A%1$u' name='Enter line %1$u'><extensionElements><p:work "
        "xmlns:p='" PT_NS_PARTITUR "' tags='enter'/></extensionElements></userTask>"
        "<sequenceFlow id='g%1$u' sourceRef='A%1$u' targetRef='A%2$u'/>",
        i, i + 1);
  g_string_append (text, "</process></definitions>");
  assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

#define PERSON(id) "<person id='" id "' name='" id "'><holds role='clerk'/></person>"

static void
take_people (PtPage *page)
{
  static const char text[] = "<organisation xmlns='urn:partitur:roles:1' version='1.0'>"
                             "<role id='clerk' name='Clerk'/>" PERSON ("ann") PERSON ("bob")
                                 PERSON ("cem") "<rule id='r' type='at-least' n='2' tags='enter'/>"
                                                "</organisation>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (PtDocument) roles = pt_document_load_bytes (bytes, "r.roles.xml", NULL);

  assert_non_null (roles);
  pt_page_set_roles (page, roles);
}

static void
what_was_not_decided_is_said (void **state)
{
  PtWindow *window = pt_desk_open ();
  g_autofree char *path = write_endless ();
  PtPage *page = pt_desk_open_file (window, path);

  take_people (page);
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_picture (GTK_WIDGET (window), "verdict-undecided.png");
  assert_true (says (page, UNDECIDED));
  assert_true (pt_modeling_set_rule (page->graph, "RS09", "off"));
  pt_desk_wait (pt_desk_is_current, page);
  assert_true (says (page, UNDECIDED));
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (nothing_is_said_before_it_is_known),
    cmocka_unit_test (a_rule_does_not_make_people),
    cmocka_unit_test (what_was_not_decided_is_said),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-verdict: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
