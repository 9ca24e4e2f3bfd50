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

static const char *
selected (PtPage *page)
{
  return pt_editor_get_selection (pt_canvas_get_editor (page->canvas))[0];
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
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);
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
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);
  GtkWidget *placeholder = find_text (page, "Search in findings");

  pt_desk_click (placeholder);
  pt_desk_xdotool ("type --delay 20 'BILL b11'");
  pt_desk_wait (shows_only_the_bill, page);
  assert_null (find_text (page, "Blocks executing"));
  assert_non_null (find_text (page, "1 of "));
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
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);
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
  return pt_desk_is_current (page) && count_code (page, PT_CODE_B11) == 0;
}

static void
all_of_a_kind_are_repaired_as_one_step (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_desk_click (find_text (page, "Blocks executing")); /* makes room */
  pt_desk_click (find_text (page, "The same for all 3 of this kind"));
  pt_desk_wait (has_all_ends, page);
  pt_desk_picture (GTK_WIDGET (window), "pane-fixed.png");
  assert_true (pt_document_can_undo (page->document));
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_wait (pt_desk_is_current, page);
  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_desk_close (window);
}

/* What was worked out for another drawing is not done to this one. */
static void
nothing_is_repaired_that_was_edited_meanwhile (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  pt_page_fix_all (page, PT_CODE_B11, PT_FIX_ADD_END_EVENT);
  assert_true (pt_modeling_rename (page->graph, "Ship", "Send goods"));
  pt_desk_spin (1500);
  pt_desk_wait (pt_desk_is_current, page);
  assert_int_equal (count_code (page, PT_CODE_B11), 3);
  pt_document_undo (page->document);
  assert_false (pt_document_can_undo (page->document));
  pt_desk_close (window);
}

/* --- playing --- */

static GtkWidget *
find_step (PtPage *page, const char *text)
{
  return pt_desk_find_text (GTK_WIDGET (page->player), text);
}

/** Step: what the player is waited to say. */
typedef struct
{
  PtPage *page;
  const char *text; /* (nullable): nothing any more */
} Step;

static gboolean
is_at_step (gpointer data)
{
  const Step *step = data;

  return step->text != NULL ? find_step (step->page, step->text) != NULL
                            : find_step (step->page, "Step") == NULL;
}

static void
wait_for_step (PtPage *page, const char *text)
{
  Step step = { page, text };

  pt_desk_wait (is_at_step, &step);
}

/* The first step back pauses it, however far it came; those too many stay at the first step. */
static void
go_to_first_step (PtPage *page)
{
  for (guint i = 0; i < 4; i++)
    {
      pt_desk_xdotool ("key Left");
      pt_desk_spin (100);
    }
  wait_for_step (page, "Step 1 of 4: Order arrived");
}

static void
the_way_to_a_fault_is_played (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "Play the way there"));
  wait_for_step (page, "Step");
  go_to_first_step (page);
  pt_desk_xdotool ("key Right");
  wait_for_step (page, "Step 2 of 4");
  pt_desk_xdotool ("key Right");
  wait_for_step (page, "Step 3 of 4: Large?");
  pt_desk_spin (1500);
  assert_non_null (find_step (page, "Step 3 of 4"));
  pt_desk_picture (GTK_WIDGET (window), "pane-trace.png");
  pt_desk_xdotool ("key Left");
  wait_for_step (page, "Step 2 of 4");
  pt_desk_xdotool ("key space"); /* plays: the button has the focus */
  wait_for_step (page, "Step 4 of 4");
  pt_desk_xdotool ("key Escape");
  wait_for_step (page, NULL);
  pt_desk_close (window);
}

static void
an_edit_ends_the_playing (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = pt_desk_open_unfinished (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "Play the way there"));
  wait_for_step (page, "Step");
  assert_true (pt_modeling_rename (page->graph, "Ship", "Send goods"));
  wait_for_step (page, NULL);
  pt_desk_close (window);
}

/* --- targets --- */

static gboolean
has_roles (gpointer page)
{
  return pt_page_get_roles (page) != NULL;
}

static PtPage *
open_example (PtWindow *window)
{
  g_autofree char *path = g_build_filename (g_getenv ("PT_EXAMPLES"), "order-to-cash.bpmn", NULL);
  PtPage *page = pt_desk_open_file (window, path);

  pt_desk_wait (has_roles, page);
  pt_desk_wait (pt_desk_is_current, page);
  pt_desk_spin (300);
  return page;
}

static gboolean
says_what_spiff_loses (gpointer page)
{
  return find_text (page, "4 ignored · 4 written in another way") != NULL;
}

static gboolean
tells_of_the_data (gpointer page)
{
  return find_text (page, "What “Enter order” reads and writes") != NULL;
}

static void
targets_say_what_they_lose_before_one_chooses (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = open_example (window);
  const PtTarget *before = pt_page_get_target (page);
  GtkWidget *row;

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "The engine that is to play"));
  pt_desk_wait (says_what_spiff_loses, page);
  assert_non_null (find_text (page, "Runs as it is drawn"));
  pt_desk_click (find_text (page, "4 ignored · 4 written"));
  assert_non_null (find_text (page, "Ignored: it is drawn"));
  assert_ptr_equal (pt_page_get_target (page), before);
  pt_desk_picture (GTK_WIDGET (window), "pane-targets.png");
  row = pt_desk_find (GTK_WIDGET (page->pane), "Choose SpiffWorkflow");
  pt_desk_click (row);
  assert_ptr_equal (pt_page_get_target (page), pt_target_find ("spiff"));
  pt_desk_spin (300);
  assert_null (find_text (page, "4 ignored"));
  assert_non_null (find_text (page, "SpiffWorkflow"));
  pt_page_set_target (page, before);
  pt_desk_close (window);
}

static void
a_loss_leads_to_its_element (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = open_example (window);

  pt_desk_click (pt_desk_find (GTK_WIDGET (page->pane), "The engine that is to play"));
  pt_desk_wait (says_what_spiff_loses, page);
  pt_desk_click (find_text (page, "4 ignored · 4 written"));
  pt_desk_wait (tells_of_the_data, page);
  pt_desk_spin (300);
  pt_desk_click (find_text (page, "What “Enter order” reads and writes"));
  assert_non_null (selected (page));
  pt_desk_close (window);
}

/* --- the executable text --- */

static GtkTextView *
show_executable (PtPage *page)
{
  GtkWidget *child;

  pt_desk_click (find_text (page, "Executable"));
  pt_desk_spin (500);
  child = pt_desk_find_kind (GTK_WIDGET (page->pane), "textview");
  assert_true (gtk_widget_get_mapped (child));
  return GTK_TEXT_VIEW (child);
}

/* Returns: (transfer none): a drawn element whose lines can be seen */
static const char *
find_seen (PtPage *page, GtkTextView *text, int *line)
{
  PtCompilation *compilation = pt_live_compiler_get (page->compiler);
  GdkRectangle seen;
  GtkTextIter top;

  gtk_text_view_get_visible_rect (text, &seen);
  gtk_text_view_get_iter_at_location (text, &top, seen.x, seen.y + seen.height / 2);
  for (*line = gtk_text_iter_get_line (&top); *line > 0; --*line)
    {
      const char *id = pt_compilation_get_logical_at (compilation, *line + 1);

      if (id != NULL && pt_process_graph_get (page->graph, id) != NULL
          && pt_process_graph_get (page->graph, id)->figure != NULL)
        return id;
    }
  return NULL;
}

static void
a_line_of_the_text_leads_to_its_element (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = open_example (window);
  GtkTextView *text = show_executable (page);
  GtkTextIter at;
  GdkRectangle place;
  const char *id;
  int line, x, y, screen_x, screen_y;

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (text), &at, 150);
  gtk_text_view_scroll_to_iter (text, &at, 0, TRUE, 0, 0.5);
  pt_desk_spin (500);
  id = find_seen (page, text, &line);
  assert_non_null (id);
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (text), &at, line);
  gtk_text_view_get_iter_location (text, &at, &place);
  gtk_text_view_buffer_to_window_coords (text, GTK_TEXT_WINDOW_WIDGET, place.x + 4,
                                         place.y + place.height / 2, &x, &y);
  pt_desk_on_screen (GTK_WIDGET (text), x, y, &screen_x, &screen_y);
  assert_null (selected (page));
  pt_desk_xdotool ("mousemove %d %d", screen_x, screen_y);
  pt_desk_xdotool ("click 1");
  pt_desk_spin (500);
  assert_string_equal (selected (page), id);
  pt_desk_picture (GTK_WIDGET (window), "pane-executable.png");
  pt_desk_close (window);
}

static void
an_element_leads_to_its_lines (void **state)
{
  PtWindow *window = pt_desk_open_small ();
  PtPage *page = open_example (window);
  GtkTextView *text = show_executable (page);
  PtDiagramElement *figure;
  GdkRectangle seen, line;
  GtkTextIter at;
  GSList *tags;
  double x, y;
  int first, last, screen_x, screen_y;

  figure = pt_process_graph_get (page->graph, "Task_Ship") != NULL
               ? pt_process_graph_get (page->graph, "Task_Ship")->figure
               : NULL;
  assert_non_null (figure);
  pt_canvas_reveal (page->canvas, figure->element->id);
  pt_canvas_from_diagram (page->canvas,
                          (PtPoint){ figure->bounds.x + figure->bounds.width / 2,
                                     figure->bounds.y + figure->bounds.height - 8 },
                          &x, &y);
  pt_desk_on_screen (GTK_WIDGET (page->canvas), x, y, &screen_x, &screen_y);
  pt_desk_xdotool ("mousemove %d %d", screen_x, screen_y);
  pt_desk_xdotool ("click 1");
  pt_desk_spin (1000);
  assert_string_equal (selected (page), "Task_Ship");
  assert_true (
      pt_compilation_get_lines (pt_live_compiler_get (page->compiler), "Task_Ship", &first, &last));
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (text), &at, first - 1);
  gtk_text_view_get_iter_location (text, &at, &line);
  gtk_text_view_get_visible_rect (text, &seen);
  assert_in_range (line.y, seen.y, seen.y + seen.height);
  tags = gtk_text_iter_get_tags (&at);
  assert_non_null (tags);
  g_slist_free (tags);
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
    cmocka_unit_test (targets_say_what_they_lose_before_one_chooses),
    cmocka_unit_test (a_loss_leads_to_its_element),
    cmocka_unit_test (a_line_of_the_text_leads_to_its_element),
    cmocka_unit_test (an_element_leads_to_its_lines),
  };

  if (!gtk_init_check ())
    {
      fprintf (stderr, "test-pane: no display; tools/test brings one\n");
      return 77;
    }
  return cmocka_run_group_tests (tests, NULL, NULL);
}
