/* test-who.c: who may do the selected activity, what if somebody were away, and tables of roles
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include <partitur/matrix.h>

#include "../../src/app/pt-page-private.h"
#include "../../src/app/pt-table-print.h"
#include "pt-desk.h"

static GtkWidget *
find_text (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page), text);
}

static gboolean
knows_people (gpointer page)
{
  return pt_desk_is_current (page)
         && pt_live_compiler_get_roster (pt_page_get_compiler (page)) != NULL;
}

/* The example with its people, and the list of them in view. */
static PtPage *
open_people (PtWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (knows_people, page);
  pt_desk_click (find_text (page, "People"));
  return page;
}

static gboolean
asks_for_an_activity (gpointer page)
{
  return find_text (page, "Select an activity") != NULL;
}

static gboolean
shows_who_decides (gpointer page)
{
  return find_text (page, "May do “Decide on credit”") != NULL;
}

static gboolean
shows_the_system (gpointer page)
{
  return find_text (page, "“Create invoice” is done by the system “ERP system”") != NULL;
}

/* Clicks on the figure of that element in the canvas. */
static void
click_element (PtPage *page, const char *name)
{
  GPtrArray *elements = pt_process_graph_get_elements (page->graph);
  const PtDiagramElement *figure = NULL;
  double x, y;
  int screen_x, screen_y;

  for (guint i = 0; i < elements->len; i++)
    if (g_strcmp0 (((const PtElement *)elements->pdata[i])->name, name) == 0
        && ((const PtElement *)elements->pdata[i])->figure != NULL
        && !((const PtElement *)elements->pdata[i])->figure->is_edge)
      figure = ((const PtElement *)elements->pdata[i])->figure;
  assert_non_null (figure);
  pt_canvas_from_diagram (page->canvas,
                          (PtPoint){ figure->bounds.x + figure->bounds.width / 2,
                                     figure->bounds.y + figure->bounds.height / 2 },
                          &x, &y);
  pt_desk_on_screen (GTK_WIDGET (page->canvas), x, y, &screen_x, &screen_y);
  pt_desk_xdotool ("mousemove %d %d click 1", screen_x, screen_y);
}

static const PtTint *
tint_of (PtPage *page, const char *id)
{
  GHashTable *tints = pt_canvas_get_tints (page->canvas, PT_TINTS_OUTLOOK);

  return tints != NULL ? g_hash_table_lookup (tints, id) : NULL;
}

static gboolean
shows_why_not (gpointer page)
{
  return find_text (page, "does not hold the role “Finance”") != NULL;
}

static void
the_selected_activity_tells_who_may (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_people (window);

  pt_desk_wait (asks_for_an_activity, page);
  click_element (page, "Decide on credit");
  pt_desk_wait (shows_who_decides, page);
  assert_non_null (find_text (page, "Lukas Weber"));
  assert_non_null (find_text (page, "holds the role “Finance”"));
  assert_null (find_text (page, "does not hold the role “Finance”"));
  pt_desk_click (find_text (page, "Why not the others (7)"));
  pt_desk_wait (shows_why_not, page);
  assert_non_null (find_text (page, "Yuki Tanaka"));
  pt_desk_picture (GTK_WIDGET (window), "who-others.png");
  click_element (page, "Create invoice");
  pt_desk_wait (shows_the_system, page);
  pt_desk_close (window);
}

static gboolean
hangs_on_one (gpointer page)
{
  return tint_of (page, "Task_DecideCredit") != NULL
         && !tint_of (page, "Task_DecideCredit")->is_strong;
}

static gboolean
is_left_undone (gpointer page)
{
  return tint_of (page, "Task_DecideCredit") != NULL
         && tint_of (page, "Task_DecideCredit")->is_strong;
}

static gboolean
is_normal (gpointer page)
{
  return pt_canvas_get_tints (((PtPage *)page)->canvas, PT_TINTS_OUTLOOK) == NULL;
}

static void
take_away (PtPage *page, const char *tooltip)
{
  pt_desk_click (pt_desk_find (GTK_WIDGET (page), tooltip));
}

static void
what_if_somebody_is_away (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_people (window);

  click_element (page, "Decide on credit");
  pt_desk_wait (shows_who_decides, page);
  take_away (page, "What if Lukas Weber is away");
  pt_desk_wait (hangs_on_one, page);
  assert_non_null (find_text (page, "As if Lukas Weber were away. 3 hang on"));
  assert_null (tint_of (page, "Task_EnterOrder"));
  take_away (page, "What if Fatima Haddad is away");
  pt_desk_wait (is_left_undone, page);
  assert_non_null (
      find_text (page,
                 "As if Lukas Weber and Fatima Haddad were away. 3 activities are left undone"));
  pt_desk_picture (GTK_WIDGET (window), "who-away.png");
  /* Somebody is back again. */
  take_away (page, "What if Lukas Weber is away");
  pt_desk_wait (hangs_on_one, page);
  assert_false (pt_document_can_undo (page->document));
  assert_false (pt_page_is_modified (page));
  pt_desk_press (page, "Back to _Normal");
  pt_desk_wait (is_normal, page);
  assert_null (find_text (page, "As if "));
  assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (pt_desk_find (GTK_WIDGET (page), "What if Fatima Haddad is away"))));
  pt_desk_close (window);
}

static void
escape_brings_everybody_back (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_people (window);

  click_element (page, "Decide on credit");
  pt_desk_wait (shows_who_decides, page);
  take_away (page, "What if Lukas Weber is away");
  pt_desk_wait (hangs_on_one, page);
  pt_desk_xdotool ("key Escape");
  pt_desk_wait (is_normal, page);
  assert_null (find_text (page, "As if "));
  pt_desk_close (window);
}

/* --- tables --- */

static gboolean
has_selected_decision (gpointer page)
{
  return g_strcmp0 (pt_editor_get_selection (pt_canvas_get_editor (((PtPage *)page)->canvas))[0],
                    "Task_DecideCredit")
         == 0;
}

static gboolean
shows_handovers (gpointer dialog)
{
  return pt_desk_find (dialog, "Sales, Warehouse: 1") != NULL;
}

static guint
count_selected (PtPage *page)
{
  return g_strv_length ((GStrv)pt_editor_get_selection (pt_canvas_get_editor (page->canvas)));
}

static gboolean
has_selected_two (gpointer page)
{
  return count_selected (page) == 2;
}

static void
a_cell_leads_to_its_activities (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_people (window);
  GtkWidget *dialog;

  pt_desk_click (pt_desk_find (GTK_WIDGET (window), "Main menu"));
  pt_desk_click (pt_desk_find_text (GTK_WIDGET (window), "Role Matrices…"));
  pt_desk_wait (pt_desk_has_dialog, window);
  pt_desk_spin (500);
  dialog = GTK_WIDGET (pt_desk_find_dialog (window));
  assert_non_null (pt_desk_find_text (dialog, "ERP system"));
  pt_desk_picture (dialog, "who-raci.png");
  pt_desk_click (pt_desk_find (dialog, "Decide on credit, Finance: R"));
  pt_desk_wait (has_selected_decision, page);
  assert_false (gtk_widget_get_sensitive (pt_desk_find (dialog, "Decide on credit, Sales: empty")));
  pt_desk_click (pt_desk_find_text (dialog, "Who answers for what"));
  pt_desk_spin (300);
  pt_desk_xdotool ("key Down Return");
  pt_desk_wait (shows_handovers, dialog);
  pt_desk_spin (300);
  pt_desk_picture (dialog, "who-handover.png");
  pt_desk_click (pt_desk_find (dialog, "Sales, Warehouse: 1"));
  pt_desk_wait (has_selected_two, page);
  gtk_window_destroy (GTK_WINDOW (dialog));
  pt_desk_close (window);
}

static void
a_table_is_written_as_its_ending_says (void **state)
{
  PtWindow *window = pt_desk_open ();
  PtPage *page = open_people (window);
  const PtProgram *program = pt_compilation_get_program (pt_live_compiler_get (page->compiler));
  g_autoptr (PtMatrix) matrix = pt_matrix_new (PT_MATRIX_RACI, &program, 1, NULL);
  g_autofree char *folder = g_dir_make_tmp ("who-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.HTML", NULL);
  g_autofree char *wrong_path = g_build_filename (folder, "t.docx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) wrong = g_file_new_for_path (wrong_path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  assert_true (pt_table_write (matrix, "Title", file, &error));
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  assert_true (g_str_has_prefix (text, "<!DOCTYPE html>"));
  assert_false (pt_table_write (matrix, "Title", wrong, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME));
  assert_false (g_file_query_exists (wrong, NULL));
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  pt_desk_close (window);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_selected_activity_tells_who_may),
    cmocka_unit_test (what_if_somebody_is_away),
    cmocka_unit_test (escape_brings_everybody_back),
    cmocka_unit_test (a_cell_leads_to_its_activities),
    cmocka_unit_test (a_table_is_written_as_its_ending_says),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-who: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
