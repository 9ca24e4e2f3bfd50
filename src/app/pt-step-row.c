/* pt-step-row.c: a step of the pipeline: what it is about, and when it is opened, what it decided
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <partitur/hash.h>

#include "pt-inference-row.h"
#include "pt-place-row.h"
#include "pt-severity-icon.h"
#include "pt-step-row.h"

/* So many rows are made at once. */
#define MAX_LISTED 100

struct _PtStepRow
{
  AdwExpanderRow parent_instance;

  PtPass pass;
  GtkImage *icon;
  GtkLabel *count;
  PtCompilation *compilation; /* (nullable) */
  GPtrArray *inferences;      /* of const PtInference: what the step read into the drawing */
  GPtrArray *findings;        /* of const PtDiagnostic: what else it says */
  gboolean is_filled;         /* the rows are of that */
  guint n_listed;             /* inferences that have a row at most */
  GPtrArray *rows;            /* of GtkWidget */
};

G_DEFINE_FINAL_TYPE (PtStepRow, pt_step_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  PICKED,
  SETTLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what was done --- */

/* What a step of the pipeline dealt with. */
static char *
tell_lower (PtCompilation *compilation)
{
  const PtProgram *program = pt_compilation_get_program (compilation);
  guint n_steps = program->nodes->len, n_flows = program->flows->len;
  g_autofree char *steps
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u step", "%u steps", n_steps), n_steps);
  g_autofree char *flows
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u flow", "%u flows", n_flows), n_flows);

  return g_strdup_printf ("%s · %s", steps, flows);
}

static char *
tell_decide (PtCompilation *compilation)
{
  guint n = pt_compilation_get_program (compilation)->decisions->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision", "%u decisions", n), n);
}

static char *
tell_bind (PtCompilation *compilation)
{
  guint n = pt_compilation_get_program (compilation)->roles->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u role", "%u roles", n), n);
}

static char *
tell_type (PtCompilation *compilation)
{
  guint n = pt_compilation_get_program (compilation)->variables->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u piece of information",
                                       "%u pieces of information", n),
                          n);
}

static char *
tell_emit (PtCompilation *compilation)
{
  return g_strdup (pt_compilation_get_xml (compilation) != NULL
                       ? _ ("Written and checked")
                       : _ ("Not written while something stands in the way"));
}

static char *(*const tellers[PT_N_PASSES]) (PtCompilation *compilation) = {
  [PT_PASS_LOWER] = tell_lower, [PT_PASS_DECIDE] = tell_decide, [PT_PASS_BIND] = tell_bind,
  [PT_PASS_TYPE] = tell_type,   [PT_PASS_EMIT] = tell_emit,
};

/* Returns: (transfer full): what there is to read for the step, or what it is for */
static char *
subtitle_of (PtStepRow *self)
{
  return tellers[self->pass] != NULL ? tellers[self->pass](self->compilation)
                                     : g_strdup (pt_pass_purpose (self->pass));
}

static void
collect_inferences (PtStepRow *self)
{
  g_autoptr (GPtrArray) all = pt_compilation_get_inferences (self->compilation);

  g_ptr_array_set_size (self->inferences, 0);
  for (guint i = 0; i < all->len; i++)
    {
      PtInference *inference = g_ptr_array_index (all, i);

      if (pt_pass_of_inference (inference->kind) == self->pass)
        g_ptr_array_add (self->inferences, inference);
    }
}

/* Returns: (transfer full): a set of the ids of what something was read into */
static GHashTable *
read_elements (PtStepRow *self)
{
  GHashTable *ids = g_hash_table_new (pt_id_hash, g_str_equal);

  for (guint i = 0; i < self->inferences->len; i++)
    {
      const PtInference *inference = g_ptr_array_index (self->inferences, i);

      g_hash_table_add (ids, (gpointer)inference->element);
    }
  return ids;
}

/* What is told by way of information about something read into the drawing is told with that. */
static void
collect_findings (PtStepRow *self)
{
  PtDiagnostics *all = pt_compilation_get_diagnostics (self->compilation);
  g_autoptr (GHashTable) read = read_elements (self);

  g_ptr_array_set_size (self->findings, 0);
  for (guint i = 0; i < pt_diagnostics_get_length (all); i++)
    {
      PtDiagnostic *finding = pt_diagnostics_get (all, i);
      gboolean is_told = finding->severity == PT_SEVERITY_INFO && finding->elements->len > 0
                         && g_hash_table_contains (read, g_ptr_array_index (finding->elements, 0));

      if (pt_pass_of_code (finding->code) == self->pass && !is_told)
        g_ptr_array_add (self->findings, finding);
    }
}

/* How it looks when nothing is found. */
static PtSeverity
least_of (PtStepRow *self)
{
  if (self->pass == PT_PASS_EMIT && pt_compilation_get_xml (self->compilation) == NULL)
    return PT_SEVERITY_WARNING;
  return self->inferences->len > 0 ? PT_SEVERITY_INFO : PT_SEVERITY_OFF;
}

static void
show_count (PtStepRow *self)
{
  guint n = self->inferences->len;
  PtSeverity worst = least_of (self);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const PtDiagnostic *finding = g_ptr_array_index (self->findings, i);

      n += MAX (finding->more, 1);
      worst = MAX (worst, finding->severity);
    }
  text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  gtk_label_set_label (self->count, text);
  pt_severity_icon_show (self->icon, worst);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), n > 0);
}

/* --- opened --- */

static void
add_row (PtStepRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
row_activated_cb (GtkWidget *row, gpointer user_data)
{
  g_signal_emit (user_data, signals[PICKED], 0, pt_place_row_get_id (row));
}

static void
settle_cb (GtkWidget *row, guint state, const char *value, gpointer user_data)
{
  g_signal_emit (user_data, signals[SETTLE], 0, pt_inference_row_get (row), state, value);
}

static void
add_inference (PtStepRow *self, const PtInference *inference)
{
  GtkWidget *row = pt_inference_row_new (inference);

  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (row, "settle", G_CALLBACK (settle_cb), self);
  add_row (self, row);
}

static void
add_finding (PtStepRow *self, const PtDiagnostic *finding)
{
  GtkWidget *row = pt_place_row_new_for (finding), *icon = gtk_image_new ();

  pt_severity_icon_show (GTK_IMAGE (icon), finding->severity);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  add_row (self, row);
}

static void list_more_cb (PtStepRow *self);

static void
clear (PtStepRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static guint
count_proposed (PtStepRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->inferences->len; i++)
    n += ((const PtInference *)g_ptr_array_index (self->inferences, i))->state
         == PT_INFERENCE_PROPOSED;
  return n;
}

/* Where several readings wait for a decision, they can be accepted at once. */
static void
add_accept_all (PtStepRow *self)
{
  guint n = count_proposed (self);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reading is proposed",
                                                        "%u readings are proposed", n),
                                           n);
  GtkWidget *row, *button;

  if (n < 2)
    return;
  row = pt_place_row_new (text, NULL);
  button = gtk_button_new_with_mnemonic (_ ("_Accept All"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pane.accept-readings");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint)self->pass);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  add_row (self, row);
}

static void
add_more (PtStepRow *self)
{
  g_autofree char *text = g_strdup_printf (_ ("Show more: %u of %u are shown"), self->n_listed,
                                           self->inferences->len);
  GtkWidget *row;

  if (self->inferences->len <= self->n_listed)
    return;
  row = pt_place_row_new (text, NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (list_more_cb), self);
  add_row (self, row);
}

static void
fill (PtStepRow *self)
{
  add_accept_all (self);
  for (guint i = 0; i < MIN (self->inferences->len, self->n_listed); i++)
    add_inference (self, g_ptr_array_index (self->inferences, i));
  add_more (self);
  for (guint i = 0; i < MIN (self->findings->len, MAX_LISTED); i++)
    add_finding (self, g_ptr_array_index (self->findings, i));
  if (self->findings->len > MAX_LISTED)
    add_row (self, pt_place_row_new (_ ("The others are in the list of findings."), NULL));
}

static void
list_more_cb (PtStepRow *self)
{
  self->n_listed += MAX_LISTED;
  clear (self);
  fill (self);
}

/* Rows are dear: they are made when somebody looks. */
static void
fill_if_open (PtStepRow *self)
{
  if (self->compilation == NULL || self->is_filled
      || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_filled = TRUE;
  fill (self);
}

void
pt_step_row_set_compilation (PtStepRow *self, PtCompilation *compilation)
{
  g_autoptr (PtCompilation) old = g_steal_pointer (&self->compilation); /* rows are of it */
  g_autofree char *subtitle = NULL;

  self->compilation = pt_compilation_ref (compilation);
  self->is_filled = FALSE;
  clear (self);
  collect_inferences (self);
  collect_findings (self);
  subtitle = subtitle_of (self);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  show_count (self);
  fill_if_open (self);
}

/* --- class --- */

static void
pt_step_row_finalize (GObject *object)
{
  PtStepRow *self = PT_STEP_ROW (object);

  g_clear_pointer (&self->compilation, pt_compilation_unref);
  g_ptr_array_unref (self->inferences);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (pt_step_row_parent_class)->finalize (object);
}

static void
pt_step_row_class_init (PtStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_step_row_finalize;
  signals[PICKED] = g_signal_new ("picked", PT_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLE] = g_signal_new ("settle", PT_TYPE_STEP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_STRING);
}

static void
pt_step_row_init (PtStepRow *self)
{
  self->n_listed = MAX_LISTED;
  self->inferences = g_ptr_array_new ();
  self->findings = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->icon));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->count));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (fill_if_open), NULL);
}

PtStepRow *
pt_step_row_new (PtPass pass)
{
  PtStepRow *self = g_object_new (PT_TYPE_STEP_ROW, NULL);

  self->pass = pass;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), pt_pass_label (pass));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), pt_pass_purpose (pass));
  return self;
}
