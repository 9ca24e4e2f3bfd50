/* pt-style-names.c: rules of the labels of flows and pools, and of names that come twice
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-expression.h"
#include "pt-report.h"
#include "pt-style.h"
#include "pt-style-words.h"

#include <partitur/feel.h>
#include <partitur/letter-case.h>

#include <string.h>

/* ----- flows -----------------------------------------------------------------------------------
 */

/* Returns: (transfer full): without the marks and signs of engines, where it can be said so */
static char *
plain_condition (const char *condition)
{
  g_autofree char *text = pt_expression_to_feel (condition, NULL);
  g_autoptr (PtFeel) feel = text ? pt_feel_parse (text + (*text == '='), NULL, NULL) : NULL;

  return feel ? pt_feel_to_string (feel) : g_strdup (condition);
}

/* A condition that readers of the drawing do not see. */
static void
check_flow (PtStyle *self, PtIndex i)
{
  const PtFlow *flow = pt_program_flow (self->program, i);
  g_autofree char *label = NULL, *plain = NULL;
  PtDiagnostic *finding;

  if (!flow->condition || !flow->origin.logical || pt_style_has_name (flow->name)
      || pt_lists_length (self->out, self->source[i]) < 2 || strcmp (flow->condition, "true") == 0
      || strcmp (flow->condition, "=true") == 0)
    return;
  label = pt_report_flow_label (self->program, i);
  plain = plain_condition (flow->condition);
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_M48, label, plain, NULL);
  pt_report_at (finding, &flow->origin);
  pt_style_offer_name (finding, &flow->origin, g_steal_pointer (&plain));
}

void
pt_style_check_flow_labels (PtStyle *self)
{
  for (PtIndex i = 0; i < self->program->flows->len; i++)
    check_flow (self, i);
}

static gboolean
is_nameless_message (PtStyle *self, PtIndex i)
{
  const PtMessageFlow *flow = PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, i);

  return !pt_style_has_name (flow->name)
         && (flow->message == PT_NO_INDEX
             || !pt_style_has_name (pt_program_definition (self->program, flow->message)->name));
}

/* One finding for all: where one says nothing, the others rarely do. */
void
pt_style_check_message_labels (PtStyle *self)
{
  PtDiagnostic *finding = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (PtIndex i = 0; i < self->program->message_flows->len; i++)
    n += is_nameless_message (self, i);
  if (n == 0)
    return;
  text = g_strdup_printf ("%u", n);
  finding = pt_diagnostics_add (self->diagnostics, PT_CODE_M47, text, NULL);
  for (PtIndex i = 0; i < self->program->message_flows->len; i++)
    if (is_nameless_message (self, i))
      pt_report_at (finding,
                    &PT_PROGRAM_AT (self->program->message_flows, PtMessageFlow, i)->origin);
}

/* ----- pools -----------------------------------------------------------------------------------
 */

void
pt_style_check_pool_labels (PtStyle *self)
{
  for (PtIndex i = 0; i < self->program->pools->len; i++)
    {
      const PtPool *pool = pt_program_pool (self->program, i);
      g_autofree char *label = pt_report_label (pool->name, PT_BPMN_PARTICIPANT, &pool->origin);
      PtDiagnostic *finding;

      if (pt_style_has_name (pool->name))
        continue;
      finding = pt_diagnostics_add (self->diagnostics, PT_CODE_M40, label, NULL);
      pt_report_at (finding, &pool->origin);
      if (pool->process != PT_NO_INDEX)
        pt_style_offer_name (finding, &pool->origin,
                             g_strdup (pt_program_scope (self->program, pool->process)->name));
    }
}

/* ----- names that come twice -------------------------------------------------------------------
 */

/* Nobody calls two things by the same whole page. */
static char *
fold (const char *name)
{
  return name && strlen (name) <= PT_WORDS_MAX ? pt_case_fold (name) : g_strdup ("");
}

static char *
name_of_scope (PtStyle *self, PtIndex scope)
{
  const PtScope *entry = pt_program_scope (self->program, scope);
  const char *name = entry->participant != PT_NO_INDEX
                         ? pt_program_pool (self->program, entry->participant)->name
                         : entry->name;

  return fold (name);
}

/* What is called may be called from several places. */
void
pt_style_check_same_names (PtStyle *self, PtIndex scope)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *around = name_of_scope (self, scope);

  for (guint k = 0; k < pt_lists_length (self->nodes, scope); k++)
    {
      PtIndex node = pt_lists_get (self->nodes, scope, k);
      const PtNode *entry = pt_program_node (self->program, node);
      g_autofree char *name = fold (entry->name);
      gpointer first;

      if (!pt_bpmn_type_is_a (entry->type, PT_BPMN_TASK) || !pt_style_has_name (name))
        continue;
      if (strcmp (name, around) == 0)
        pt_style_say (self, PT_CODE_M46, node, NULL);
      if (g_hash_table_lookup_extended (seen, name, NULL, &first))
        pt_report_at (pt_style_say (self, PT_CODE_M45, node, NULL),
                      &pt_program_node (self->program, GPOINTER_TO_UINT (first))->origin);
      else
        g_hash_table_insert (seen, g_steal_pointer (&name), GUINT_TO_POINTER (node));
    }
}
