/* pt-sound-explain.c: what in the drawing leads to a fault
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A search finds where tokens collide or wait. What people can mend is a pair: the split that made
 * them and the join that does not fit it.
 */
#include <glib/gi18n-lib.h>

#include "pt-report.h"
#include "pt-sound.h"

static const PtNode *
node_at (const PtSound *self, PtIndex i)
{
  return pt_program_node (self->program, i);
}

static PtIndex
source_of (const PtSound *self, PtIndex node, guint k)
{
  return pt_program_flow (self->program, pt_program_flow_in (self->program, node, k))->source;
}

/* How many elements are tried as the split that belongs to a join: each costs a walk. */
#define MAX_TRIED 256

/* ----- pairs of split and join ----------------------------------------------------------------- */

static gboolean
is_choice (const PtSound *self, PtIndex node)
{
  return node_at (self, node)->type == PT_BPMN_EXCLUSIVE_GATEWAY
         || node_at (self, node)->type == PT_BPMN_EVENT_BASED_GATEWAY
         || node_at (self, node)->type == PT_BPMN_INCLUSIVE_GATEWAY;
}

static gboolean
makes_several (const PtSound *self, PtIndex node)
{
  return node_at (self, node)->type == PT_BPMN_PARALLEL_GATEWAY
         || node_at (self, node)->type == PT_BPMN_INCLUSIVE_GATEWAY;
}

static gboolean
has_boundary_event (const PtSound *self, PtIndex node)
{
  const PtWays *next = &self->next;

  return next->first[node + 1] - next->first[node] > node_at (self, node)->n_out;
}

/* How many of the ways out of @split lead to @join without coming back. */
static guint
count_ways (const PtSound *self, PtIndex split, PtIndex join)
{
  g_autofree gboolean *before = pt_sound_walk (self, &self->previous, join, split);
  guint n = 0;

  for (guint j = self->next.first[split]; j < self->next.first[split + 1]; j++)
    n += pt_sound_in (self, before, self->next.to[j]) || self->next.to[j] == join;
  return n;
}

/* The split that is nearest before @join, of those from which at least two ways lead to it. */
static PtIndex
find_split (PtSound *self, PtIndex join, gboolean (*is_it) (const PtSound *self, PtIndex node))
{
  guint n_tried = 0;
  g_autoptr (GArray) before = pt_sound_order (self, &self->previous, join);

  for (guint i = 1; i < before->len && n_tried < MAX_TRIED; i++)
    {
      PtIndex at = g_array_index (before, PtIndex, i);

      if (!is_it (self, at))
        continue;
      n_tried++;
      if (count_ways (self, at, join) > 1)
        return at;
    }
  return PT_NO_INDEX;
}

/* A way out of @split leads back to it, another does not. */
static gboolean
leaves_loop (PtSound *self, PtIndex split)
{
  g_autofree gboolean *before = pt_sound_walk (self, &self->previous, split, PT_NO_INDEX);
  guint n_back = 0, n = 0;

  for (guint j = self->next.first[split]; j < self->next.first[split + 1]; j++, n++)
    n_back += pt_sound_in (self, before, self->next.to[j]);
  return n_back > 0 && n_back < n;
}

/* ----- two tokens in one place ----------------------------------------------------------------- */

static gboolean
is_merge (const PtSound *self, PtIndex node)
{
  return node_at (self, node)->n_in > 1
         && node_at (self, node)->type != PT_BPMN_PARALLEL_GATEWAY
         && node_at (self, node)->type != PT_BPMN_INCLUSIVE_GATEWAY;
}

/* Back from where the second token came to the nearest merge whose ways can be taken together: what
 * happens twice behind it has the same cause. @split: (out): what takes them together */
static PtIndex
find_merge (PtSound *self, PtIndex node, PtIndex *split)
{
  guint n_tried = 0;
  g_autoptr (GArray) before = pt_sound_order (self, &self->previous, node);

  for (guint i = 0; i < before->len && n_tried < MAX_TRIED; i++)
    {
      PtIndex at = g_array_index (before, PtIndex, i);

      if (!is_merge (self, at))
        continue;
      n_tried++;
      *split = find_split (self, at, makes_several);
      if (*split != PT_NO_INDEX)
        return at;
    }
  return PT_NO_INDEX;
}

static void
explain_end (PtSound *self, PtIndex end, const PtFault *fault)
{
  g_autofree char *label = pt_sound_label (self, end);

  pt_sound_trace (self, pt_sound_say (self, PT_CODE_S105, end, label, NULL), fault->trace);
}

static void
explain_collecting (PtSound *self, PtIndex node, const PtFault *fault)
{
  g_autofree char *label = pt_sound_label (self, node);

  pt_sound_trace (self, pt_sound_say (self, PT_CODE_S108, node, label, NULL), fault->trace);
}

static void
explain_exit (PtSound *self, PtIndex exit, const PtFault *fault)
{
  g_autofree char *label = pt_sound_label (self, exit);
  PtDiagnostic *finding = pt_sound_say (self, PT_CODE_S107, exit, label,
                                        pt_bpmn_type_label (node_at (self, exit)->type), NULL);

  pt_sound_offer (self, finding, exit, PT_BPMN_EXCLUSIVE_GATEWAY);
  pt_sound_trace (self, finding, fault->trace);
}

static PtIndex
find_alongside (const PtSound *self, PtIndex host)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);

      if (node_at (self, node)->host == host && node_at (self, node)->non_interrupting)
        return node;
    }
  return PT_NO_INDEX;
}

/* Returns: whether it is about an event beside the activity @host */
static gboolean
explain_alongside (PtSound *self, PtIndex host, PtIndex merge, const PtFault *fault)
{
  PtIndex event = host != PT_NO_INDEX ? find_alongside (self, host) : PT_NO_INDEX;
  g_autofree char *label = NULL, *host_label = NULL, *merge_label = NULL;
  PtDiagnostic *finding;

  if (event == PT_NO_INDEX)
    return FALSE;
  label = pt_sound_label (self, event);
  host_label = pt_sound_label (self, host);
  merge_label = pt_sound_label (self, merge);
  finding = pt_sound_say (self, PT_CODE_S110, event, label, host_label, merge_label, NULL);
  pt_sound_trace (self, finding, fault->trace);
  return TRUE;
}

static void
explain_meeting (PtSound *self, PtIndex merge, PtIndex split, const PtFault *fault)
{
  g_autofree char *label = pt_sound_label (self, merge);
  g_autofree char *split_label = pt_sound_label (self, split);
  PtDiagnostic *finding = pt_sound_say (self, PT_CODE_S103, merge, label, split_label, NULL);

  if (finding == NULL)
    return;
  pt_report_at (finding, &node_at (self, split)->origin);
  pt_sound_offer (self, finding, merge, node_at (self, split)->type);
  pt_sound_offer (self, finding, split, PT_BPMN_EXCLUSIVE_GATEWAY);
  pt_sound_trace (self, finding, fault->trace);
}

/* A loop that a token leaves while another stays can do without any merge after it. */
static PtIndex
find_leak (PtSound *self, PtIndex node)
{
  guint n_tried = 0;
  g_autofree gboolean *before = pt_sound_walk (self, &self->previous, node, PT_NO_INDEX);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex at = g_array_index (self->nodes, PtIndex, i);

      if (pt_sound_in (self, before, at) && makes_several (self, at) && n_tried++ < MAX_TRIED
          && leaves_loop (self, at))
        return at;
    }
  return PT_NO_INDEX;
}

/* A join that stands before the end event only because several flows lead into it. */
static gboolean
is_of_end (const PtSound *self, PtIndex merge, PtIndex end)
{
  return merge == end
         || g_strcmp0 (node_at (self, merge)->origin.near, node_at (self, end)->origin.id) == 0;
}

static void
explain_double (PtSound *self, const PtFault *fault)
{
  const PtNetPlace *place = pt_net_place (self->net, fault->place);
  PtIndex node = pt_net_step (self->net, fault->step)->node, split = PT_NO_INDEX;
  PtIndex leak = find_leak (self, node);
  PtIndex merge = find_merge (self, node, &split);

  if (leak != PT_NO_INDEX)
    explain_exit (self, leak, fault);
  else if (explain_alongside (self, find_split (self, node, has_boundary_event), node, fault))
    return;
  else if (place->kind == PT_PLACE_END
           && (merge == PT_NO_INDEX || is_of_end (self, merge, place->index)))
    explain_end (self, place->index, fault);
  else if (merge != PT_NO_INDEX)
    explain_meeting (self, merge, split, fault);
  else
    explain_collecting (self, node, fault);
}

/* ----- stuck ----------------------------------------------------------------------------------- */

/* Returns: (transfer full): set of flows that hold a token */
static GHashTable *
find_held (const PtSound *self, const PtFault *fault)
{
  GHashTable *held = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->net->places->len; i++)
    if (pt_net_place (self->net, i)->kind == PT_PLACE_FLOW && pt_marking_has (fault->marking, i))
      g_hash_table_add (held, GUINT_TO_POINTER (pt_net_place (self->net, i)->index));
  return held;
}

static gboolean
is_waiting (const PtSound *self, GHashTable *held, PtIndex join)
{
  guint n = 0;

  for (guint k = 0; k < node_at (self, join)->n_in; k++)
    n += g_hash_table_contains (held,
                                GUINT_TO_POINTER (pt_program_flow_in (self->program, join, k)));
  return n > 0 && n < node_at (self, join)->n_in;
}

/* The flows into @join that hold no token, named by where they come from. @is_back: (out): whether one
 * of them comes from behind the join itself. Returns: (transfer full) */
static char *
list_missing (PtSound *self, GHashTable *held, PtIndex join, gboolean *is_back)
{
  g_autofree gboolean *behind = pt_sound_walk (self, &self->next, join, PT_NO_INDEX);
  g_autofree gboolean *missing = pt_sound_set_new (self);

  *is_back = FALSE;
  for (guint k = 0; k < node_at (self, join)->n_in; k++)
    {
      PtIndex source = source_of (self, join, k);

      if (g_hash_table_contains (held,
                                 GUINT_TO_POINTER (pt_program_flow_in (self->program, join, k))))
        continue;
      pt_sound_in (self, missing, source) = TRUE;
      *is_back |= pt_sound_in (self, behind, source);
    }
  return pt_sound_list (self, missing);
}

static void
explain_entry (PtSound *self, PtIndex join, const PtFault *fault)
{
  g_autofree char *label = pt_sound_label (self, join);
  PtDiagnostic *finding = pt_sound_say (self, PT_CODE_S106, join, label, NULL);

  pt_sound_offer (self, finding, join, PT_BPMN_EXCLUSIVE_GATEWAY);
  pt_sound_trace (self, finding, fault->trace);
}

/* What brings the ways of @split together: an inclusive gateway knows how many are taken. */
static PtBpmnType
join_for (const PtSound *self, PtIndex split)
{
  return split != PT_NO_INDEX && node_at (self, split)->type == PT_BPMN_INCLUSIVE_GATEWAY
             ? PT_BPMN_INCLUSIVE_GATEWAY
             : PT_BPMN_EXCLUSIVE_GATEWAY;
}

static void
explain_waiting (PtSound *self, PtIndex join, const char *missing, const PtFault *fault)
{
  PtIndex split = find_split (self, join, is_choice);
  g_autofree char *label = pt_sound_label (self, join);
  g_autofree char *split_label
      = split != PT_NO_INDEX ? pt_sound_label (self, split) : g_strdup ("");
  gboolean takes_some = join_for (self, split) == PT_BPMN_INCLUSIVE_GATEWAY;
  PtDiagnostic *finding
      = pt_sound_say (self, PT_CODE_S101, join, label, missing, takes_some ? "" : split_label,
                      takes_some ? split_label : "", NULL);

  if (finding == NULL)
    return;
  if (split != PT_NO_INDEX)
    pt_report_at (finding, &node_at (self, split)->origin);
  pt_sound_offer (self, finding, join, join_for (self, split));
  if (split != PT_NO_INDEX)
    pt_sound_offer (self, finding, split, PT_BPMN_PARALLEL_GATEWAY);
  pt_sound_trace (self, finding, fault->trace);
}

/* Inclusive joins in a circle. */
static void
explain_circle (PtSound *self, const GArray *joins, const PtFault *fault)
{
  PtIndex first = g_array_index (joins, PtIndex, 0);
  PtIndex second = g_array_index (joins, PtIndex, joins->len - 1);
  g_autofree char *a = pt_sound_label (self, first);
  g_autofree char *b = pt_sound_label (self, second);
  gboolean is_alone = first == second;
  PtDiagnostic *finding = pt_sound_say (self, PT_CODE_S109, first, is_alone ? "" : a,
                                        is_alone ? "" : b, is_alone ? a : "", NULL);

  if (finding == NULL)
    return;
  pt_report_at (finding, &node_at (self, second)->origin);
  pt_sound_offer (self, finding, first, PT_BPMN_EXCLUSIVE_GATEWAY);
  pt_sound_trace (self, finding, fault->trace);
}

static void
explain_stuck (PtSound *self, const PtFault *fault)
{
  g_autoptr (GArray) inclusive = g_array_new (FALSE, FALSE, sizeof (PtIndex));
  g_autoptr (GHashTable) held = find_held (self, fault);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      PtIndex node = g_array_index (self->nodes, PtIndex, i);
      g_autofree char *missing = NULL;
      gboolean is_back;

      if (!makes_several (self, node) || !is_waiting (self, held, node))
        continue;
      missing = list_missing (self, held, node, &is_back);
      if (node_at (self, node)->type == PT_BPMN_INCLUSIVE_GATEWAY)
        g_array_append_val (inclusive, node);
      else if (is_back)
        explain_entry (self, node, fault);
      else
        explain_waiting (self, node, missing, fault);
    }
  if (inclusive->len > 0)
    explain_circle (self, inclusive, fault);
}

/* ----- caught ---------------------------------------------------------------------------------- */

static void
explain_caught (PtSound *self, const PtFault *fault)
{
  g_autofree gboolean *held = pt_sound_set_new (self);
  g_autofree char *list = NULL;
  PtIndex first = PT_NO_INDEX;

  for (guint i = 0; i < self->net->places->len; i++)
    if (pt_marking_has (fault->marking, i) && pt_net_place (self->net, i)->kind == PT_PLACE_FLOW)
      {
        PtIndex target
            = pt_program_flow (self->program, pt_net_place (self->net, i)->index)->target;

        pt_sound_in (self, held, target) = TRUE;
        first = MIN (first, target);
      }
  if (first == PT_NO_INDEX)
    return;
  list = pt_sound_list (self, held);
  pt_sound_trace (self, pt_sound_say (self, PT_CODE_S102, first, list, NULL), fault->trace);
}

void
pt_sound_explain (PtSound *self, const PtFault *fault)
{
  static void (*const explain[]) (PtSound *self, const PtFault *fault) = {
    [PT_FAULT_DOUBLE] = explain_double,
    [PT_FAULT_STUCK] = explain_stuck,
    [PT_FAULT_CAUGHT] = explain_caught,
  };

  explain[fault->kind] (self, fault);
}
