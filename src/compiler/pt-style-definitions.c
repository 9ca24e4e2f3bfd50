/* pt-style-definitions.c: messages, signals, errors and escalations that the file defines
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-style.h"

static PtDiagnostic *
say (PtStyle *self, PtCode code, const PtDefinition *definition)
{
  g_autofree char *label
      = pt_report_label (definition->name, definition->type, &definition->origin);
  PtDiagnostic *finding = pt_diagnostics_add (self->diagnostics, code,
                                              pt_bpmn_type_label (definition->type), label, NULL);

  pt_report_at (finding, &definition->origin);
  return finding;
}

/* Two of a kind and name are two for an engine, and one for a reader. */
static void
check_name (PtStyle *self, PtIndex i, GHashTable *seen)
{
  const PtDefinition *definition = pt_program_definition (self->program, i);
  g_autofree char *key = NULL;
  const PtDefinition *first;

  if (!pt_style_has_name (definition->name))
    return;
  key = g_strdup_printf ("%d %s", (int)definition->type, definition->name);
  first = g_hash_table_lookup (seen, key);
  if (first)
    pt_report_at (say (self, PT_CODE_M71, definition), &first->origin);
  else
    g_hash_table_insert (seen, g_steal_pointer (&key), (gpointer)definition);
}

void
pt_style_check_definitions (PtStyle *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (PtIndex i = 0; i < self->program->definitions->len; i++)
    {
      const PtDefinition *definition = pt_program_definition (self->program, i);

      if (!definition->origin.logical)
        continue;
      if (!definition->is_used)
        say (self, PT_CODE_M70, definition);
      else
        check_name (self, i, seen);
      if (definition->is_used && !pt_style_has_name (definition->name))
        say (self, PT_CODE_M72, definition);
    }
}
