/* pt-who-view.c: who may do the selected activity, and why not the others
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-page-private.h"
#include "pt-what-if.h"
#include "pt-who-view.h"

#define MOST_SHOWN 100 /* rows of a list; the search finds the rest */
#define MANY_OTHERS 8  /* from here on there is a search */

struct _PtWhoView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkLabel *hint, *title, *conditions, *others_more, *may_more;
  GtkListBox *may, *others;
  GtkExpander *expander;
  GtkSearchEntry *search;

  PtPage *page;             /* (nullable): not kept alive */
  PtCandidates *candidates; /* (nullable) */
  GCancellable *running;    /* (nullable) */
  gboolean is_filling;      /* toggles follow, and tell nobody */
};

G_DEFINE_FINAL_TYPE (PtWhoView, pt_who_view, GTK_TYPE_WIDGET)

/* --- rows --- */

static void
toggled_cb (PtWhoView *self, GtkToggleButton *toggle)
{
  const char *person = g_object_get_data (G_OBJECT (toggle), "pt-person");

  if (!self->is_filling && self->page != NULL)
    pt_what_if_set_away (self->page->what_if, person, gtk_toggle_button_get_active (toggle));
}

static GtkWidget *
make_toggle (PtWhoView *self, const PtPerson *person)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_ ("Away?"));
  /* Translators: %s is the name of a person */
  g_autofree char *text = g_strdup_printf (_ ("What if %s is away"), person->name);

  gtk_widget_set_tooltip_text (toggle, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (toggle, "away");
  g_object_set_data_full (G_OBJECT (toggle), "pt-person", g_strdup (person->id), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                pt_what_if_is_away (self->page->what_if, person->id));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return toggle;
}

static void
add_line (GtkBox *texts, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (texts, label);
}

static void
add_row (PtWhoView *self, GtkListBox *list, const PtCandidate *candidate)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row;

  gtk_widget_set_hexpand (texts, TRUE);
  add_line (GTK_BOX (texts), candidate->person->name, NULL);
  add_line (GTK_BOX (texts), candidate->reason, "dim-label");
  if (candidate->warning != NULL)
    add_line (GTK_BOX (texts), candidate->warning, "warning");
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), make_toggle (self, candidate->person));
  gtk_widget_add_css_class (line, "candidate");
  gtk_list_box_append (list, line);
  row = gtk_widget_get_parent (line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  candidate->person->name, -1);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);
}

static gboolean
matches (const PtCandidate *candidate, const char *word)
{
  g_autofree char *wanted = g_utf8_casefold (word, -1);
  g_autofree char *name = g_utf8_casefold (candidate->person->name, -1);
  g_autofree char *reason = g_utf8_casefold (candidate->reason, -1);

  return strstr (name, wanted) != NULL || strstr (reason, wanted) != NULL;
}

static void
fill (PtWhoView *self, GtkListBox *list, const GPtrArray *from, const char *word, GtkLabel *more)
{
  guint n = 0, n_more;
  g_autofree char *text = NULL;

  clear (list);
  for (guint i = 0; i < from->len; i++)
    if (matches (from->pdata[i], word) && n++ < MOST_SHOWN)
      add_row (self, list, from->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  n_more = n - MIN (n, MOST_SHOWN);
  text
      = n == 0
            ? g_strdup (from->len > 0 ? _ ("Not found") : _ ("Nobody"))
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and one more", "and %u more", n_more),
                               n_more);
  gtk_label_set_label (more, text);
  gtk_widget_set_visible (GTK_WIDGET (more), n == 0 || n > MOST_SHOWN);
}

/* --- showing --- */

static void
fill_others (PtWhoView *self)
{
  if (self->candidates != NULL && self->page != NULL && gtk_expander_get_expanded (self->expander))
    fill (self, self->others, self->candidates->others,
          gtk_editable_get_text (GTK_EDITABLE (self->search)), self->others_more);
}

static void
show_conditions (PtWhoView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->candidates->conditions->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: %s is what must be true of a person besides: "not whoever did “Enter”" */
      g_string_append_printf (text, _ ("In a case: %s"),
                              (const char *)self->candidates->conditions->pdata[i]);
    }
  gtk_label_set_label (self->conditions, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), text->len > 0);
}

static void
show (PtWhoView *self)
{
  guint n = self->candidates->others->len;
  /* Translators: %s is the name of an activity */
  g_autofree char *title = g_strdup_printf (_ ("May do “%s”"), self->candidates->label);
  g_autofree char *others = g_strdup_printf (_ ("Why not the others (%u)"), n);

  self->is_filling = TRUE;
  gtk_label_set_label (self->title, title);
  gtk_expander_set_label (self->expander, others);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), n >= MANY_OTHERS);
  fill (self, self->may, self->candidates->may, "", self->may_more);
  fill_others (self);
  show_conditions (self);
  gtk_stack_set_visible_child_name (self->stack, "people");
  self->is_filling = FALSE;
}

static void
say (PtWhoView *self, const char *text)
{
  g_clear_pointer (&self->candidates, pt_candidates_free);
  gtk_label_set_label (self->hint, text);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

/* Toggles of somebody who is shown twice, or who came back by the notice. */
static void
follow_toggles (PtWhoView *self, GtkListBox *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *toggle = gtk_widget_get_last_child (gtk_list_box_row_get_child (row));
      const char *person = g_object_get_data (G_OBJECT (toggle), "pt-person");

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle),
                                    pt_what_if_is_away (self->page->what_if, person));
    }
}

static void
what_if_changed_cb (PtWhoView *self)
{
  if (self->page == NULL)
    return;
  self->is_filling = TRUE;
  follow_toggles (self, self->may);
  follow_toggles (self, self->others);
  self->is_filling = FALSE;
}

/* --- in a worker thread --- */

typedef struct
{
  PtCompilation *compilation;
  PtRoster *roster;
  char *id;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  pt_compilation_unref (job->compilation);
  pt_roster_unref (job->roster);
  g_free (job->id);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GDate today = { 0 };
  GError *error = NULL;
  PtCandidates *candidates = pt_candidates_new (pt_compilation_get_program (job->compilation),
                                                job->roster, &today, job->id, cancellable, &error);

  if (candidates != NULL)
    g_task_return_pointer (task, candidates, (GDestroyNotify)pt_candidates_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtWhoView *self = PT_WHO_VIEW (source);
  g_autoptr (GError) error = NULL;
  PtCandidates *candidates = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    {
      g_clear_pointer (&candidates, pt_candidates_free);
      return;
    }
  g_clear_object (&self->running);
  if (candidates == NULL)
    {
      say (self, error->message);
      return;
    }
  g_clear_pointer (&self->candidates, pt_candidates_free);
  self->candidates = candidates;
  show (self);
}

static void
give_up (PtWhoView *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
ask (PtWhoView *self, PtCompilation *compilation, PtRoster *roster, const char *id)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  *job = (Job){ pt_compilation_ref (compilation), pt_roster_ref (roster), g_strdup (id) };
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, worked_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
update (PtWhoView *self)
{
  PtCompilation *compilation;
  PtRoster *roster;
  const char *const *selection;

  give_up (self);
  if (self->page == NULL)
    return;
  compilation = pt_live_compiler_get (self->page->compiler);
  roster = pt_live_compiler_get_roster (self->page->compiler);
  selection = pt_editor_get_selection (pt_canvas_get_editor (self->page->canvas));
  if (roster == NULL || compilation == NULL)
    say (self, _ ("Who may do what is known when there is a roles file with people in it."));
  else if (selection[0] == NULL)
    say (self, _ ("Select an activity to see who may do it."));
  else
    ask (self, compilation, roster, selection[0]);
}

void
pt_who_view_set_page (PtWhoView *self, PtPage *page)
{
  give_up (self);
  self->page = page;
  if (page == NULL)
    return;
  g_signal_connect_object (page->compiler, "updated", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pt_canvas_get_editor (page->canvas), "selection-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->what_if, "changed", G_CALLBACK (what_if_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/* --- class --- */

static void
pt_who_view_dispose (GObject *object)
{
  PtWhoView *self = PT_WHO_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  give_up (self);
  self->page = NULL;
  g_clear_pointer (&self->candidates, pt_candidates_free);
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pt_who_view_parent_class)->dispose (object);
}

static void
pt_who_view_class_init (PtWhoViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pt_who_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "whoview");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/partitur/Partitur/who-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, stack);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, hint);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, title);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, conditions);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, may);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, may_more);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, expander);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, search);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, others);
  gtk_widget_class_bind_template_child (widget_class, PtWhoView, others_more);
  gtk_widget_class_bind_template_callback (widget_class, fill_others);
}

static void
pt_who_view_init (PtWhoView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
