/* test-decisions.c: what the group decides about what the program reads into a drawing, and finds
 * in it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdio.h>

#include "../../src/app/pt-page-private.h"
#include "pt-desk.h"

static GtkWidget *
find_text (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->pane), text);
}

static const char *
selected (PtPage *page)
{
  return pt_editor_get_selection (pt_canvas_get_editor (page->canvas))[0];
}

/* --- steps --- */

static const PtInference *
find_question (PtPage *page)
{
  g_autoptr (GPtrArray) all = pt_compilation_get_inferences (pt_live_compiler_get (page->compiler));

  for (guint i = 0; i < all->len; i++)
    if (((PtInference *)g_ptr_array_index (all, i))->kind == PT_INFERENCE_QUESTION)
      return g_ptr_array_index (all, i);
  return NULL;
}

static gboolean
is_accepted (gpointer page)
{
  return pt_desk_is_current (page) && find_question (page)->state == PT_INFERENCE_ACCEPTED;
}

static gboolean
is_changed (gpointer page)
{
  return pt_desk_is_current (page) && find_question (page)->state == PT_INFERENCE_CHANGED
         && g_str_equal (find_question (page)->read_as, "size");
}

static gboolean
is_refused (gpointer page)
{
  return pt_desk_is_current (page) && find_question (page)->state == PT_INFERENCE_REFUSED;
}

static void
open_decisions (PtPage *page)
{
  pt_desk_click (find_text (page, "Steps"));
  pt_desk_spin (300);
  pt_desk_click (find_text (page, "Decisions"));
  pt_desk_spin (300);
}

static void
steps_show_what_they_decided (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  pt_desk_click (find_text (page, "Steps"));
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "pane-steps.png");
  for (guint pass = 0; pass < PT_N_PASSES; pass++)
    assert_non_null (find_text (page, pt_pass_label ((PtPass)pass)));
  assert_non_null (find_text (page, "13 steps · 13 flows")); /* with the ends that nobody drew */
  pt_desk_click (find_text (page, "Decisions"));
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "pane-decisions.png");
  pt_desk_click (find_text (page, "“Large?” is read as large"));
  assert_string_equal (selected (page), "Size");
  pt_desk_close (window);
}

static void
what_was_read_is_accepted_changed_or_refused (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);
  GtkWidget *pane = GTK_WIDGET (page->pane);

  open_decisions (page);
  pt_desk_click (pt_desk_find (pane, "Accept:"));
  pt_desk_wait (is_accepted, page);
  pt_desk_spin (300);
  assert_non_null (find_text (page, "Question · accepted"));
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  pt_desk_click (pt_desk_find (pane, "Read it otherwise"));
  pt_desk_xdotool ("key ctrl+a");
  pt_desk_xdotool ("type --delay 20 size");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (is_changed, page);
  pt_desk_spin (300);
  pt_desk_click (pt_desk_find (pane, "Take the decision back"));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  pt_desk_click (pt_desk_find (pane, "Refuse:"));
  pt_desk_wait (is_refused, page);
  pt_desk_close (window);
}

static gboolean
is_all_accepted (gpointer page)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  if (!pt_desk_is_current (page))
    return FALSE;
  all = pt_compilation_get_inferences (pt_live_compiler_get (pt_page_get_compiler (page)));
  for (guint i = 0; i < all->len; i++)
    n += ((PtInference *)g_ptr_array_index (all, i))->state != PT_INFERENCE_ACCEPTED;
  return all->len > 1 && n == 0;
}

static void
all_that_was_read_is_accepted_as_one_step (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  open_decisions (page);
  pt_desk_picture (GTK_WIDGET (window), "pane-accept-all.png");
  pt_desk_press (page->pane, "_Accept All");
  pt_desk_wait (is_all_accepted, page);
  assert_null (pt_desk_find_button (GTK_WIDGET (page->pane), "_Accept All"));
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_close (window);
}

/* --- repairs that ask --- */

static gboolean
is_named (gpointer page)
{
  return pt_desk_is_current (page)
         && g_strcmp0 (pt_desk_find_type (page, PT_BPMN_USER_TASK)->name, "Pay") == 0;
}

static void
a_repair_asks_for_a_word (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  assert_true (
      pt_modeling_rename (page->graph, pt_desk_find_type (page, PT_BPMN_USER_TASK)->id, ""));
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_xdotool ("key F6");
  pt_desk_spin (300);
  assert_non_null (find_text (page, "Decisions"));
  pt_desk_xdotool ("key F5");
  pt_desk_xdotool ("type --delay 20 M40");
  pt_desk_spin (500);
  pt_desk_click (find_text (page, "Name it"));
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "pane-asks.png");
  pt_desk_xdotool ("type --delay 20 Pay");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (is_named, page);
  pt_desk_close (window);
}

/* --- letting pass --- */

static gboolean
tells_no_goods (gpointer page)
{
  return pt_desk_is_current (page)
         && find_text (page, "There is no end event behind “Ship goods”") == NULL;
}

static gboolean
tells_the_goods (gpointer page)
{
  return pt_desk_is_current (page)
         && find_text (page, "There is no end event behind “Ship goods”") != NULL;
}

/* The row that begins with @text. */
static GtkWidget *
find_row (PtPage *page, const char *text)
{
  GtkWidget *widget = find_text (page, text);

  while (widget != NULL && !g_str_equal (gtk_widget_get_css_name (widget), "findingrow"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
a_finding_is_let_pass_for_a_reason (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = pt_desk_open_unfinished (window);
  GtkWidget *row = find_row (page, "There is no end event behind “Ship goods”");

  pt_desk_click (pt_desk_find (row, "It may be like this"));
  pt_desk_picture (GTK_WIDGET (window), "pane-why.png");
  pt_desk_xdotool ("type --delay 20 'paid later'");
  pt_desk_xdotool ("key Return");
  pt_desk_wait (tells_no_goods, page);
  pt_desk_click (find_text (page, "Could be clearer"));
  pt_desk_click (find_text (page, "Let pass"));
  pt_desk_wait (tells_the_goods, page);
  assert_non_null (find_text (page, "paid later"));
  pt_desk_picture (GTK_WIDGET (window), "pane-let-pass.png");
  pt_desk_press (page->pane, "Tell It Again");
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_click (find_text (page, "Could be clearer"));
  pt_desk_wait (tells_the_goods, page);
  assert_null (find_text (page, "paid later"));
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (steps_show_what_they_decided),
    cmocka_unit_test (what_was_read_is_accepted_changed_or_refused),
    cmocka_unit_test (a_repair_asks_for_a_word),
    cmocka_unit_test (all_that_was_read_is_accepted_as_one_step),
    cmocka_unit_test (a_finding_is_let_pass_for_a_reason),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-decisions: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
