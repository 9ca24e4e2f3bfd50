/* pt-what-if.c: what would become of the activities if somebody were away, shown on the drawing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-notice.h"
#include "pt-page-private.h"
#include "pt-what-if.h"

#define NOBODY_COLOR 0xe01b24
#define SCARCE_COLOR 0xe5a50a
#define MOST_NAMED 3

struct _PtWhatIf
{
  GObject parent_instance;

  PtPage *page;          /* (nullable): not kept alive */
  GPtrArray *away;       /* of char*: ids of persons, in the order they were chosen */
  PtOutlook *outlook;    /* (nullable) */
  GCancellable *running; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PtWhatIf, pt_what_if, G_TYPE_OBJECT)

static guint changed_signal;

/* --- on the drawing --- */

static const PtTint tints[PT_N_STAFFED] = {
  [PT_STAFFED_ONE] = { SCARCE_COLOR, FALSE, TRUE },
  [PT_STAFFED_DEPUTIES] = { SCARCE_COLOR, FALSE, TRUE },
  [PT_STAFFED_STUCK] = { NOBODY_COLOR, TRUE, TRUE },
  [PT_STAFFED_NOBODY] = { NOBODY_COLOR, TRUE, TRUE },
};

/* What is as it always is has no colour: that is told by the findings. */
static gboolean
is_affected (const PtProspect *prospect)
{
  return prospect->state != prospect->usual && prospect->state != PT_STAFFED_FINE;
}

static void
tint (PtWhatIf *self)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->outlook != NULL && i < self->outlook->prospects->len; i++)
    {
      const PtProspect *prospect = self->outlook->prospects->pdata[i];

      if (prospect->id != NULL && is_affected (prospect))
        g_hash_table_insert (all, g_strdup (prospect->id), (gpointer)&tints[prospect->state]);
    }
  pt_canvas_set_tints (self->page->canvas, PT_TINTS_OUTLOOK, self->outlook != NULL ? all : NULL);
}

/* --- in words --- */

static const char *
name_of (PtWhatIf *self, guint i)
{
  PtRoster *roster = pt_live_compiler_get_roster (self->page->compiler);
  const PtPerson *person
      = roster != NULL ? pt_roster_get_person (roster, self->away->pdata[i]) : NULL;

  return person != NULL ? person->name : self->away->pdata[i];
}

static char *
name_away (PtWhatIf *self)
{
  guint n = MIN (self->away->len, MOST_NAMED), n_more = self->away->len - n;
  char *names = g_strdup (name_of (self, 0));

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = names;

      /* Translators: the last two of several names, and two of them before that */
      names = g_strdup_printf (i + 1 == self->away->len ? _ ("%s and %s") : _ ("%s, %s"), before,
                               name_of (self, i));
    }
  if (n_more > 0)
    {
      g_autofree char *before = names;

      /* Translators: %s are names of persons */
      names = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and one more", "%s and %u more",
                                            n_more),
                               before, n_more);
    }
  return names;
}

static guint
count (const PtWhatIf *self, guint32 color)
{
  guint n = 0;

  for (guint i = 0; i < self->outlook->prospects->len; i++)
    {
      const PtProspect *prospect = self->outlook->prospects->pdata[i];

      n += is_affected (prospect) && tints[prospect->state].color == color;
    }
  return n;
}

static void
tell_counts (const PtWhatIf *self, GPtrArray *sentences)
{
  guint n_nobody = count (self, NOBODY_COLOR), n_scarce = count (self, SCARCE_COLOR);

  if (n_nobody > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "One activity is left undone (red).",
                                                   "%u activities are left undone (red).",
                                                   n_nobody),
                                      n_nobody));
  if (n_scarce > 0)
    g_ptr_array_add (
        sentences,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "One hangs on a single person or on deputies (amber).",
                                      "%u hang on a single person or on deputies (amber).",
                                      n_scarce),
                         n_scarce));
  if (n_nobody + n_scarce == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("All goes on as usual.")));
  if (self->outlook->is_undecided)
    g_ptr_array_add (sentences, g_strdup (_ ("Not all rules could be looked at in time.")));
}

/* Whole sentences, one after the other. */
static char *
tell (PtWhatIf *self)
{
  g_autofree char *names = name_away (self);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  /* Translators: %s is the name of a person, or of several */
  g_ptr_array_add (sentences, g_strdup_printf (_ ("As if %s were away."), names));
  if (self->outlook != NULL)
    tell_counts (self, sentences);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **)sentences->pdata);
}

static void
show (PtWhatIf *self)
{
  g_autofree char *text = NULL;
  GtkWidget *notice;

  tint (self);
  if (self->away->len == 0)
    {
      pt_page_notice (self->page, PT_NOTICE_AWAY, NULL);
      return;
    }
  text = tell (self);
  notice = pt_page_notice (self->page, PT_NOTICE_AWAY, text);
  pt_notice_add (PT_NOTICE (notice), _ ("Back to _Normal"), G_CALLBACK (pt_what_if_end), self);
  g_signal_connect_object (notice, "closed", G_CALLBACK (pt_what_if_end), self, G_CONNECT_SWAPPED);
}

/* --- in a worker thread --- */

typedef struct
{
  PtCompilation *compilation;
  PtRoster *roster;
  GPtrArray *away; /* of PtPerson */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  pt_compilation_unref (job->compilation);
  pt_roster_unref (job->roster);
  g_ptr_array_unref (job->away);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GDate today = { 0 };
  GError *error = NULL;
  PtOutlook *outlook = pt_outlook_new (pt_compilation_get_program (job->compilation), job->roster,
                                       &today, job->away, cancellable, &error);

  if (outlook != NULL)
    g_task_return_pointer (task, outlook, (GDestroyNotify)pt_outlook_free);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PtWhatIf *self = PT_WHAT_IF (source);
  PtOutlook *outlook = g_task_propagate_pointer (G_TASK (result), NULL);

  if (outlook == NULL)
    return; /* given up, for something newer */
  g_clear_object (&self->running);
  g_clear_pointer (&self->outlook, pt_outlook_free);
  self->outlook = outlook;
  if (self->page != NULL)
    show (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
give_up (PtWhatIf *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static Job *
job_new (PtWhatIf *self, PtCompilation *compilation, PtRoster *roster)
{
  Job *job = g_new0 (Job, 1);

  job->compilation = pt_compilation_ref (compilation);
  job->roster = pt_roster_ref (roster);
  job->away = g_ptr_array_new ();
  for (guint i = 0; i < self->away->len; i++)
    {
      const PtPerson *person = pt_roster_get_person (roster, self->away->pdata[i]);

      if (person != NULL)
        g_ptr_array_add (job->away, (gpointer)person);
    }
  return job;
}

static void
work_out (PtWhatIf *self)
{
  PtCompilation *compilation = pt_live_compiler_get (self->page->compiler);
  PtRoster *roster = pt_live_compiler_get_roster (self->page->compiler);
  g_autoptr (GTask) task = NULL;

  give_up (self);
  if (self->away->len == 0 || compilation == NULL || roster == NULL)
    {
      g_clear_pointer (&self->outlook, pt_outlook_free);
      return;
    }
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, worked_cb, NULL);
  g_task_set_task_data (task, job_new (self, compilation, roster), job_free);
  g_task_run_in_thread (task, work);
}

/* --- public --- */

static void
follow (PtWhatIf *self)
{
  if (self->page == NULL)
    return;
  work_out (self);
  show (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
compiled_cb (PtWhatIf *self)
{
  if (pt_what_if_is_on (self))
    follow (self);
}

static gboolean
key_pressed_cb (PtWhatIf *self, guint key)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->page)));

  /* Where one types, the key ends that. */
  if (key != GDK_KEY_Escape || !pt_what_if_is_on (self) || GTK_IS_EDITABLE (focus)
      || GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  pt_what_if_end (self);
  return TRUE;
}

PtWhatIf *
pt_what_if_new (PtPage *page)
{
  PtWhatIf *self = g_object_new (PT_TYPE_WHAT_IF, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->page = page;
  g_signal_connect_object (page->compiler, "updated", G_CALLBACK (compiled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  return self;
}

void
pt_what_if_close (PtWhatIf *self)
{
  give_up (self);
  self->page = NULL;
}

static gboolean
find (PtWhatIf *self, const char *person, guint *place)
{
  return g_ptr_array_find_with_equal_func (self->away, person, g_str_equal, place);
}

void
pt_what_if_set_away (PtWhatIf *self, const char *person, gboolean away)
{
  guint place;

  if (find (self, person, &place) == away)
    return;
  if (away)
    g_ptr_array_add (self->away, g_strdup (person));
  else
    g_ptr_array_remove_index (self->away, place);
  follow (self);
}

gboolean
pt_what_if_is_away (PtWhatIf *self, const char *person)
{
  return find (self, person, NULL);
}

gboolean
pt_what_if_is_on (PtWhatIf *self)
{
  return self->away->len > 0;
}

void
pt_what_if_end (PtWhatIf *self)
{
  if (self->away->len == 0)
    return;
  g_ptr_array_set_size (self->away, 0);
  follow (self);
}

/* --- class --- */

static void
pt_what_if_finalize (GObject *object)
{
  PtWhatIf *self = PT_WHAT_IF (object);

  give_up (self);
  g_ptr_array_unref (self->away);
  g_clear_pointer (&self->outlook, pt_outlook_free);
  G_OBJECT_CLASS (pt_what_if_parent_class)->finalize (object);
}

static void
pt_what_if_class_init (PtWhatIfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_what_if_finalize;
  changed_signal = g_signal_new ("changed", PT_TYPE_WHAT_IF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
pt_what_if_init (PtWhatIf *self)
{
  self->away = g_ptr_array_new_with_free_func (g_free);
}
