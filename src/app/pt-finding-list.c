/* pt-finding-list.c: the findings of a compilation in groups by severity, as far as they are looked
 * for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "partitur"
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-finding-heading.h"
#include "pt-finding-list.h"
#include "pt-finding.h"

struct _PtFindingList
{
  GObject parent_instance;

  GPtrArray *groups[PT_SEVERITY_ERROR + 1]; /* of PtFinding; off: those that are let pass */
  gboolean folded[PT_SEVERITY_ERROR + 1];
  GStrv words;      /* looked for, without case */
  GPtrArray *items; /* of GObject: what the model shows */
};

static void pt_finding_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PtFindingList,
                               pt_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      pt_finding_list_init_model))

/* --- what is shown --- */

static gboolean
is_looked_for (PtFindingList *self, const PtDiagnostic *diagnostic)
{
  g_autofree char *message = NULL, *text = NULL, *plain = NULL;

  if (self->words[0] == NULL)
    return TRUE;
  message = pt_diagnostic_message (diagnostic);
  text = g_strconcat (pt_code_info (diagnostic->code)->code, " ", message, NULL);
  plain = g_utf8_casefold (text, -1);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (plain, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static guint
total_of (GPtrArray *group)
{
  guint n = 0;

  for (guint i = 0; i < group->len; i++)
    n += MAX (pt_finding_get (g_ptr_array_index (group, i))->more, 1);
  return n;
}

static char *
count_text (PtFindingList *self, GPtrArray *group, guint n_shown)
{
  if (self->words[0] == NULL)
    return g_strdup_printf ("%u", total_of (group));
  /* Translators: how many findings have the words that are looked for, and how many there are */
  return g_strdup_printf (_ ("%u of %u"), n_shown, group->len);
}

static void
add_group (PtFindingList *self, PtSeverity severity)
{
  GPtrArray *group = self->groups[severity];
  guint place = self->items->len, n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      PtFinding *finding = g_ptr_array_index (group, i);

      if (!is_looked_for (self, pt_finding_get (finding)))
        continue;
      n++;
      if (!self->folded[severity])
        g_ptr_array_add (self->items, g_object_ref (finding));
    }
  count = count_text (self, group, n);
  if (n > 0)
    g_ptr_array_insert (self->items, (int)place,
                        pt_finding_heading_new (severity, count, self->folded[severity]));
}

static void
refill (PtFindingList *self)
{
  guint n_before = self->items->len;

  g_ptr_array_set_size (self->items, 0);
  for (int severity = PT_SEVERITY_ERROR; severity >= PT_SEVERITY_OFF; severity--)
    add_group (self, (PtSeverity)severity);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

/* --- what there is --- */

/* What a finding has in common with those alike. */
static gpointer
kind_of (const PtDiagnostic *diagnostic)
{
  const PtFix *fix = g_ptr_array_index (diagnostic->fixes, 0);

  return GUINT_TO_POINTER ((guint)diagnostic->code * PT_N_FIXES + fix->kind + 1);
}

static GHashTable *
count_kinds (PtDiagnostics *diagnostics)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (diagnostics, i);
      gpointer kind = diagnostic->fixes->len > 0 ? kind_of (diagnostic) : NULL;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind));

      g_hash_table_insert (counts, kind, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static void
add_passed (PtFindingList *self, PtCompilation *compilation)
{
  const GPtrArray *passed
      = pt_diagnostics_get_passed (pt_compilation_get_diagnostics (compilation));

  for (guint i = 0; i < passed->len; i++)
    g_ptr_array_add (self->groups[PT_SEVERITY_OFF],
                     pt_finding_new (compilation, g_ptr_array_index (passed, i), 0));
}

void
pt_finding_list_set_compilation (PtFindingList *self, PtCompilation *compilation)
{
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);
  g_autoptr (GHashTable) counts = count_kinds (diagnostics);

  for (PtSeverity severity = PT_SEVERITY_OFF; severity <= PT_SEVERITY_ERROR; severity++)
    g_ptr_array_set_size (self->groups[severity], 0);
  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (diagnostics, i);
      gpointer n
          = diagnostic->fixes->len > 0 ? g_hash_table_lookup (counts, kind_of (diagnostic)) : NULL;

      g_ptr_array_add (self->groups[diagnostic->severity],
                       pt_finding_new (compilation, diagnostic, GPOINTER_TO_UINT (n)));
    }
  add_passed (self, compilation);
  refill (self);
}

void
pt_finding_list_set_search (PtFindingList *self, const char *text)
{
  g_autofree char *plain = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (plain, " \t", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  g_strfreev (self->words);
  self->words = g_strv_builder_end (builder);
  refill (self);
}

void
pt_finding_list_toggle (PtFindingList *self, PtSeverity severity)
{
  self->folded[severity] = !self->folded[severity];
  refill (self);
}

gboolean
pt_finding_list_find (PtFindingList *self, const PtDiagnostic *diagnostic, guint *position)
{
  for (*position = 0; *position < self->items->len; ++*position)
    {
      GObject *item = g_ptr_array_index (self->items, *position);

      if (PT_IS_FINDING (item) && pt_finding_get (PT_FINDING (item)) == diagnostic)
        return TRUE;
    }
  return FALSE;
}

/* --- the model --- */

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return PT_FINDING_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = PT_FINDING_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
pt_finding_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* --- class --- */

static void
pt_finding_list_finalize (GObject *object)
{
  PtFindingList *self = PT_FINDING_LIST (object);

  for (PtSeverity severity = PT_SEVERITY_OFF; severity <= PT_SEVERITY_ERROR; severity++)
    g_ptr_array_unref (self->groups[severity]);
  g_ptr_array_unref (self->items);
  g_strfreev (self->words);
  G_OBJECT_CLASS (pt_finding_list_parent_class)->finalize (object);
}

static void
pt_finding_list_class_init (PtFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pt_finding_list_finalize;
}

static void
pt_finding_list_init (PtFindingList *self)
{
  for (PtSeverity severity = PT_SEVERITY_OFF; severity <= PT_SEVERITY_ERROR; severity++)
    self->groups[severity] = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded[PT_SEVERITY_OFF] = TRUE;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = g_new0 (char *, 1);
}

PtFindingList *
pt_finding_list_new (void)
{
  return g_object_new (PT_TYPE_FINDING_LIST, NULL);
}
