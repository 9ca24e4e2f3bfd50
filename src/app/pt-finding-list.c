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
add_group (PtFindingList *self, PtSeverity severity, GPtrArray *items)
{
  GPtrArray *group = self->groups[severity];
  guint place = items->len, n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < group->len; i++)
    {
      PtFinding *finding = g_ptr_array_index (group, i);

      if (!is_looked_for (self, pt_finding_get (finding)))
        continue;
      n++;
      if (!self->folded[severity])
        g_ptr_array_add (items, g_object_ref (finding));
    }
  count = count_text (self, group, n);
  if (n > 0)
    g_ptr_array_insert (items, (int)place,
                        pt_finding_heading_new (severity, count, self->folded[severity]));
}

/* --- what changes --- */

static void
replace_range (PtFindingList *self,
               guint at,
               guint n_removed,
               GPtrArray *items,
               guint from,
               guint n)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, at, n_removed);
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (self->items, (int)(at + i), g_object_ref (items->pdata[from + i]));
  if (n_removed + n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), at, n_removed, n);
}

/* A heading that looks the same is the same. */
static void
keep_headings (PtFindingList *self, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; PT_IS_FINDING_HEADING (items->pdata[i]) && k < self->items->len; k++)
      if (PT_IS_FINDING_HEADING (self->items->pdata[k])
          && pt_finding_heading_equal (self->items->pdata[k], items->pdata[i]))
        g_set_object ((GObject **)&items->pdata[i], self->items->pdata[k]);
}

/* Rows are made for what is new; the others stay, and with them where the reader is. What was and
 * what is go side by side: where they part, up to the next of the old ones that is still there. */
static void
show_items (PtFindingList *self, GPtrArray *items)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* item → its place, plus one */
  guint i = 0, j = 0;

  keep_headings (self, items);
  for (guint k = 0; k < items->len; k++)
    g_hash_table_insert (places, items->pdata[k], GUINT_TO_POINTER (k + 1));
  while (i < self->items->len || j < items->len)
    {
      guint old = i, now = items->len;

      for (; old < self->items->len && now == items->len; old += now == items->len)
        {
          guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, self->items->pdata[old]));

          now = place > j ? place - 1 : items->len;
        }
      replace_range (self, i, old - i, items, j, now - j);
      i += now - j + (now < items->len);
      j = now + (now < items->len);
    }
}

static void
refill (PtFindingList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (int severity = PT_SEVERITY_ERROR; severity >= PT_SEVERITY_OFF; severity--)
    add_group (self, (PtSeverity)severity, items);
  show_items (self, items);
}

/* --- what there is --- */

/* What a finding has in common with those alike; NULL when each wants an answer of its own. */
static gpointer
kind_of (const PtDiagnostic *diagnostic)
{
  const PtFix *fix = diagnostic->fixes->len > 0 ? g_ptr_array_index (diagnostic->fixes, 0) : NULL;

  return fix == NULL || pt_fix_question (fix) != NULL
             ? NULL
             : GUINT_TO_POINTER ((guint)diagnostic->code * PT_N_FIXES + fix->kind + 1);
}

static GHashTable *
count_kinds (PtDiagnostics *diagnostics)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      gpointer kind = kind_of (pt_diagnostics_get (diagnostics, i));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind));

      g_hash_table_insert (counts, kind, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/* Findings of the check before, by their keys. */
static GHashTable *
take_known (PtFindingList *self)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (PtSeverity severity = PT_SEVERITY_OFF; severity <= PT_SEVERITY_ERROR; severity++)
    {
      for (guint i = 0; i < self->groups[severity]->len; i++)
        {
          PtFinding *finding = g_ptr_array_index (self->groups[severity], i);

          g_hash_table_insert (known, pt_finding_dup_key (finding), g_object_ref (finding));
        }
      g_ptr_array_set_size (self->groups[severity], 0);
    }
  return known;
}

static PtFinding *
make_finding (GHashTable *known,
              PtCompilation *compilation,
              const PtDiagnostic *diagnostic,
              guint n_alike)
{
  g_autofree char *key = pt_finding_key (compilation, diagnostic, n_alike);
  g_autofree char *known_key = NULL;
  gpointer finding = NULL;

  if (!g_hash_table_steal_extended (known, key, (gpointer *)&known_key, &finding))
    return pt_finding_new (compilation, diagnostic, n_alike);
  pt_finding_renew (finding, compilation, diagnostic);
  return finding;
}

static void
add_passed (PtFindingList *self, GHashTable *known, PtCompilation *compilation)
{
  const GPtrArray *passed
      = pt_diagnostics_get_passed (pt_compilation_get_diagnostics (compilation));

  for (guint i = 0; i < passed->len; i++)
    g_ptr_array_add (self->groups[PT_SEVERITY_OFF],
                     make_finding (known, compilation, g_ptr_array_index (passed, i), 0));
}

void
pt_finding_list_set_compilation (PtFindingList *self, PtCompilation *compilation)
{
  PtDiagnostics *diagnostics = pt_compilation_get_diagnostics (compilation);
  g_autoptr (GHashTable) counts = count_kinds (diagnostics);
  g_autoptr (GHashTable) known = take_known (self);

  for (guint i = 0; i < pt_diagnostics_get_length (diagnostics); i++)
    {
      const PtDiagnostic *diagnostic = pt_diagnostics_get (diagnostics, i);
      gpointer kind = kind_of (diagnostic);
      gpointer n = kind != NULL ? g_hash_table_lookup (counts, kind) : NULL;

      g_ptr_array_add (self->groups[diagnostic->severity],
                       make_finding (known, compilation, diagnostic, GPOINTER_TO_UINT (n)));
    }
  add_passed (self, known, compilation);
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
