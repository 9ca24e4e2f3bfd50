/* test-pane.c: the pane beside the drawing: findings in groups, their explanations and repairs, and
 * the way to a fault played on the drawing
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
#include "../../src/app/pt-source-pane.h"
#include "pt-desk.h"

static gboolean
is_current (gpointer page)
{
  return pt_live_compiler_is_current (pt_page_get_compiler (page));
}

/* A way that never comes together, and three steps after which nothing is said. */
static PtPage *
open_unfinished (PtWindow *window)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("PT_FIXTURES"), "compiler", "unfinished.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (is_current, page);
  pt_desk_spin (300);
  return page;
}

/* As large as a small screen. */
static PtWindow *
open_small_desk (void)
{
  PtWindow *window = pt_desk_open ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  pt_desk_spin (500);
  return window;
}

static GtkWidget *
find_text (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->pane), text);
}

static guint
count_code (PtPage *page, PtCode code)
{
  PtDiagnostics *found = pt_compilation_get_diagnostics (pt_live_compiler_get (page->compiler));
  guint n = 0;

  for (guint i = 0; i < pt_diagnostics_get_length (found); i++)
    n += pt_diagnostics_get (found, i)->code == code;
  return n;
}

static double
top_of (PtPage *page, GtkWidget *widget)
{
  double x, y;

  assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (page->pane), 0, 0, &x, &y));
  return y;
}

/* --- findings --- */

static void
findings_stand_in_groups (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);
  GtkWidget *blocks = find_text (page, "Blocks executing");
  GtkWidget *clearer = find_text (page, "Could be clearer");

  pt_desk_picture (GTK_WIDGET (window), "pane-groups.png");
  assert_non_null (blocks);
  assert_non_null (clearer);
  assert_null (find_text (page, "Will surprise"));
  assert_true (top_of (page, blocks) < top_of (page, clearer));
  assert_string_equal (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (blocks))), "1");
  assert_non_null (find_text (page, "The process can get stuck"));
  pt_desk_click (blocks);
  assert_null (find_text (page, "The process can get stuck"));
  assert_non_null (find_text (page, "There is no end event"));
  pt_desk_click (find_text (page, "Blocks executing"));
  assert_non_null (find_text (page, "The process can get stuck"));
  pt_desk_close (window);
}

static gboolean
shows_only_the_bill (gpointer page)
{
  return find_text (page, "There is no end event behind “Send bill”") != NULL
         && find_text (page, "There is no end event behind “Ship goods”") == NULL;
}

static gboolean
says_not_found (gpointer page)
{
  return find_text (page, "Not found") != NULL;
}

static gboolean
shows_what_is_stuck (gpointer page)
{
  return find_text (page, "The process can get stuck") != NULL;
}

static void
findings_are_searched (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);
  GtkWidget *placeholder = find_text (page, "Search in findings");

  pt_desk_click (placeholder);
  pt_desk_xdotool ("type --delay 20 'BILL b11'");
  pt_desk_wait (shows_only_the_bill, page);
  assert_null (find_text (page, "Blocks executing"));
  assert_non_null (find_text (page, "1 of 5"));
  pt_desk_picture (GTK_WIDGET (window), "pane-search.png");
  pt_desk_xdotool ("type --delay 20 xyz");
  pt_desk_wait (says_not_found, page);
  pt_desk_xdotool ("key Escape");
  pt_desk_wait (shows_what_is_stuck, page);
  pt_desk_close (window);
}

static void
a_code_is_explained (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);
  GtkWidget *code = pt_desk_find (GTK_WIDGET (page->pane), "What does S101 mean?");
  const PtCodeInfo *info = pt_code_info (PT_CODE_S101);

  assert_non_null (code);
  pt_desk_click (code);
  pt_desk_spin (300);
  pt_desk_picture (GTK_WIDGET (window), "pane-explanation.png");
  assert_non_null (pt_desk_find_text (code, info->explanation));
  assert_non_null (pt_desk_find_text (code, info->example));
  assert_non_null (pt_desk_find_text (code, info->repairs));
  pt_desk_xdotool ("key Escape");
  pt_desk_spin (300);
  assert_null (pt_desk_find_text (code, info->example));
  pt_desk_close (window);
}

static gboolean
has_all_ends (gpointer page)
{
  return is_current (page) && count_code (page, PT_CODE_B11) == 0;
}

static void
all_of_a_kind_are_repaired_as_one_step (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);

  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_desk_click (find_text (page, "The same for all 3 of this kind"));
  pt_desk_wait (has_all_ends, page);
  pt_desk_picture (GTK_WIDGET (window), "pane-fixed.png");
  assert_true (pt_document_can_undo (page->document));
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_wait (is_current, page);
  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_desk_close (window);
}

/* What was worked out for another drawing is not done to this one. */
static void
nothing_is_repaired_that_was_edited_meanwhile (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);

  pt_page_fix_all (page, PT_CODE_B11, PT_FIX_ADD_END_EVENT);
  assert_true (pt_modeling_rename (page->graph, "Ship", "Send goods"));
  pt_desk_spin (1500);
  pt_desk_wait (is_current, page);
  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_close (window);
}

/* --- playing --- */

static gboolean
is_at_last (gpointer page)
{
  return pt_desk_find_text (GTK_WIDGET (((PtPage *)page)->player), "Step 4 of 4") != NULL;
}

static GtkWidget *
find_step (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->player), text);
}

static void
the_way_to_a_fault_is_played (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "Play the way there"));
  assert_non_null (find_step (page, "Step 1 of 4: Order arrived"));
  pt_desk_xdotool ("key space"); /* pauses: the button has the focus */
  pt_desk_xdotool ("key Right");
  pt_desk_xdotool ("key Right");
  assert_non_null (find_step (page, "Step 3 of 4: Large?"));
  pt_desk_spin (1500);
  assert_non_null (find_step (page, "Step 3 of 4"));
  pt_desk_picture (GTK_WIDGET (window), "pane-trace.png");
  pt_desk_xdotool ("key Left");
  assert_non_null (find_step (page, "Step 2 of 4"));
  pt_desk_xdotool ("key space");
  pt_desk_wait (is_at_last, page);
  pt_desk_xdotool ("key Escape");
  pt_desk_spin (500);
  assert_null (find_step (page, "Step"));
  pt_desk_close (window);
}

static void
an_edit_ends_the_playing (void **state)
{
  PtWindow *window = open_small_desk ();
  PtPage *page = open_unfinished (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "Play the way there"));
  assert_non_null (find_step (page, "Step"));
  assert_true (pt_modeling_rename (page->graph, "Ship", "Send goods"));
  pt_desk_spin (500);
  assert_null (find_step (page, "Step"));
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (findings_stand_in_groups),
    cmocka_unit_test (findings_are_searched),
    cmocka_unit_test (a_code_is_explained),
    cmocka_unit_test (all_of_a_kind_are_repaired_as_one_step),
    cmocka_unit_test (nothing_is_repaired_that_was_edited_meanwhile),
    cmocka_unit_test (the_way_to_a_fault_is_played),
    cmocka_unit_test (an_edit_ends_the_playing),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-pane: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
