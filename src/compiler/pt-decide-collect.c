/* pt-decide-collect.c: who on the way to a gateway knows the answer to its question
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-decide.h"
#include "pt-report.h"

/* Who is asked is near; a broken file may have a chain of many thousands in which nobody is to be found. */
#define MOST_REACHED 500

typedef struct
{
  const PtProgram *program;
  gboolean (*knows) (const PtNode *node);
  GArray *queue; /* of PtIndex: nodes reached, in the order they were */
  GHashTable *seen;
} Search;

static void
reach (Search *self, PtIndex node)
{
  if (g_hash_table_size (self->seen) < MOST_REACHED
      && g_hash_table_add (self->seen, GUINT_TO_POINTER (node + 1)))
    g_array_append_val (self->queue, node);
}

/* Sources of the flows into @node; for a boundary event the activity it watches over. */
static void
reach_before (Search *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  for (guint k = 0; k < entry->n_in; k++)
    reach (self,
           pt_program_flow (self->program, pt_program_flow_in (self->program, node, k))->source);
  if (entry->host != PT_NO_INDEX)
    reach (self, entry->host);
}

static PtIndex search (Search *self, guint from);

/* The nearest one before the ends of a sub-process. */
static PtIndex
search_inside (Search *self, PtIndex scope)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  Search inside = { self->program, self->knows, queue, self->seen };

  for (guint i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->scope == scope
        && pt_program_node (self->program, i)->n_out == 0)
      reach (&inside, i);
  return search (&inside, 0);
}

static PtIndex
search (Search *self, guint from)
{
  for (guint i = from; i < self->queue->len; i++)
    {
      PtIndex node = g_array_index (self->queue, PtIndex, i), found = PT_NO_INDEX;
      const PtNode *entry = pt_program_node (self->program, node);

      if (self->knows (entry))
        return node;
      if (entry->inner != PT_NO_INDEX)
        found = search_inside (self, entry->inner);
      if (found != PT_NO_INDEX)
        return found;
      reach_before (self, node);
    }
  return PT_NO_INDEX;
}

PtIndex
pt_decide_collector (const PtProgram *program,
                     PtIndex gateway,
                     gboolean (*knows) (const PtNode *node))
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search self = { program, knows, queue, seen };
  PtIndex found = PT_NO_INDEX, inside = gateway;

  while (inside != PT_NO_INDEX && found == PT_NO_INDEX)
    {
      guint from = queue->len;

      g_hash_table_add (seen, GUINT_TO_POINTER (inside + 1));
      reach_before (&self, inside);
      found = search (&self, from);
      inside = pt_program_scope (program, pt_program_node (program, inside)->scope)->node;
    }
  return found;
}

/* ----- systems that find it out ----------------------------------------------------------------
 */

#define MEANING 4 /* letters of a word that says something */
#define STEM 5    /* letters that two forms of a word have in common */

static gboolean
are_alike (const char *a, const char *b)
{
  gsize n = 0;

  while (a[n] && a[n] == b[n])
    n++;
  return n >= STEM || (n >= MEANING && !a[n] && !b[n]);
}

static gboolean
share_a_word (const char *name, const char *question)
{
  g_autofree char *folded = pt_answer_fold (name), *other = pt_answer_fold (question);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1), others = g_strsplit (other, " ", -1);

  for (guint i = 0; words[i]; i++)
    for (guint k = 0; others[k]; k++)
      if (are_alike (words[i], others[k]))
        return TRUE;
  return FALSE;
}

static gboolean
finds_out (const PtNode *node, const char *question)
{
  return (node->type == PT_BPMN_SERVICE_TASK || node->type == PT_BPMN_BUSINESS_RULE_TASK
          || node->type == PT_BPMN_CALL_ACTIVITY)
         && node->name && share_a_word (node->name, question);
}

/* “Calculate rating” before “Rating?”; but not “File the claim” before “Claim justified?”, where
 * somebody has checked the claim before. */
PtIndex
pt_decide_teller (const PtProgram *program,
                  PtIndex gateway,
                  const char *question,
                  gboolean (*is_asked) (const PtNode *node))
{
  const PtNode *entry = pt_program_node (program, gateway);
  PtIndex asked = pt_decide_collector (program, gateway, is_asked);
  PtIndex before = entry->n_in == 1
                       ? pt_program_flow (program, pt_program_flow_in (program, gateway, 0))->source
                       : PT_NO_INDEX;
  const char *name = asked != PT_NO_INDEX ? pt_program_node (program, asked)->name : NULL;

  if (before == PT_NO_INDEX || !finds_out (pt_program_node (program, before), question)
      || (name && share_a_word (name, question)))
    return asked;
  return before;
}

void
pt_decide_report_uncollected (const PtProgram *program,
                              PtIndex decision,
                              PtDiagnostics *diagnostics)
{
  const PtDecision *entry = pt_program_decision (program, decision);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (diagnostics, PT_CODE_D10, entry->question, entry->variable, NULL);

  pt_report_at (diagnostic, &pt_program_node (program, entry->gateway)->origin);
}
