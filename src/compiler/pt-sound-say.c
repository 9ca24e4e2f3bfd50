/* pt-sound-say.c: how the sound pass words what it found
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/document.h>

#include "pt-report.h"
#include "pt-sound.h"

#define MAX_LISTED 4

char *
pt_sound_label (const PtSound *self, PtIndex node)
{
  const char *near = pt_program_node (self->program, node)->origin.near;

  for (guint i = 0; near && i < self->nodes->len; i++)
    {
      PtIndex other = g_array_index (self->nodes, PtIndex, i);

      if (g_strcmp0 (pt_program_node (self->program, other)->origin.logical, near) == 0)
        return pt_report_node_label (self->program, other);
    }
  return pt_report_node_label (self->program, node);
}

/* pt_diagnostics_add() takes its arguments one by one; no finding here has more. */
#define MAX_ARGS 4

PtDiagnostic *
pt_sound_say (PtSound *self, PtCode code, PtIndex node, ...)
{
  const char *args[MAX_ARGS] = { NULL };
  PtDiagnostic *finding;
  va_list list;

  if (!g_hash_table_add (self->said, g_strdup_printf ("%u %u", code, node)))
    return NULL;
  va_start (list, node);
  for (guint i = 0; i < MAX_ARGS && (i == 0 || args[i - 1]); i++)
    args[i] = va_arg (list, const char *);
  va_end (list);
  finding = pt_diagnostics_add (self->diagnostics, code, args[0], args[1], args[2], args[3], NULL);
  pt_report_at (finding, &pt_program_node (self->program, node)->origin);
  return finding;
}

void
pt_sound_offer (PtSound *self, PtDiagnostic *finding, PtIndex node, PtBpmnType type)
{
  const PtNode *gateway = pt_program_node (self->program, node);
  g_autofree char *label = pt_sound_label (self, node);

  if (finding && gateway->origin.logical && gateway->type != type)
    pt_diagnostic_add_fix (finding, PT_FIX_CHANGE_GATEWAY, label, gateway->origin.logical,
                           pt_bpmn_type_info (type)->tag, pt_bpmn_type_label (type), NULL);
}

void
pt_sound_trace (PtSound *self, PtDiagnostic *finding, const GArray *trace)
{
  const char *last = NULL;

  for (guint i = 0; finding && i < trace->len; i++)
    {
      PtIndex node = pt_net_step (self->net, g_array_index (trace, guint, i))->node;
      const char *id = node != PT_NO_INDEX
                           ? pt_report_id (&pt_program_node (self->program, node)->origin)
                           : NULL;

      if (id && g_strcmp0 (id, last) != 0)
        pt_diagnostic_add_trace (finding, id);
      last = id ? id : last;
    }
}

char *
pt_sound_list (PtSound *self, const gboolean *set)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (pt_id_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);
      const char *id = pt_report_id (&pt_program_node (self->program, node)->origin);
      g_autofree char *label = NULL;

      if (!pt_sound_in (self, set, node)
          || (id && !g_hash_table_add (listed, (gpointer)id)) /* a gateway that goes with it */
          || ++n > MAX_LISTED)
        continue;
      label = pt_sound_label (self, node);
      /* Translators: between two names of a list */
      g_string_append_printf (text, "%s“%s”", n > 1 ? _ (", ") : "", label);
    }
  if (n > MAX_LISTED)
    g_string_append (text, _ (" and others"));
  return g_string_free (text, FALSE);
}
