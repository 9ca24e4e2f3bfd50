/* pt-delete.c: removing elements with all that hangs on them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-delete.h"

#include "pt-containers.h"
#include "pt-lane-members.h"
#include "pt-lanes.h"
#include "pt-model-writer.h"
#include "pt-remove.h"
#include "pt-rules.h"
#include "pt-split.h"
#include "pt-unwrap.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PtDraft *draft;
  GPtrArray *tops;      /* of PtElement: as asked for, shapes and flows */
  GPtrArray *going;     /* of PtElement: these and all within them, no flows */
  GPtrArray *flows;     /* of PtElement: flows asked for, and those within what goes */
  GPtrArray *processes; /* of PtElement: whose lanes may list what goes */
  GHashTable *healed;   /* set of PtElement: flows that go on to where another led */
} Deletion;

/* --- what goes --- */

static void
doom (Deletion *deletion, PtElement *element)
{
  if (pt_element_family (element) == PT_FAMILY_FLOW)
    g_ptr_array_add (deletion->flows, element);
  if (pt_element_family (element) == PT_FAMILY_FLOW || !pt_draft_doom (deletion->draft, element))
    return;
  g_ptr_array_add (deletion->going, element);
  if (element->process != NULL && !g_ptr_array_find (deletion->processes, element->process, NULL))
    g_ptr_array_add (deletion->processes, element->process);
  for (guint i = 0; element->boundary_events != NULL && i < element->boundary_events->len; i++)
    doom (deletion, g_ptr_array_index (element->boundary_events, i));
}

static gboolean
is_shown_elsewhere (const PtElement *process, const PtElement *participant)
{
  GPtrArray *others = participant->parent->children;

  for (guint i = 0; i < others->len; i++)
    {
      PtElement *other = g_ptr_array_index (others, i);

      if (other != participant && other->process == process && other->type == PT_BPMN_PARTICIPANT)
        return TRUE;
    }
  return FALSE;
}

/* All within, drawn or not. What a lane lists is not within it: it stays when the lane goes. */
static void
doom_within (Deletion *deletion, PtElement *element)
{
  for (guint i = 0; element->children != NULL && i < element->children->len; i++)
    {
      PtElement *child = g_ptr_array_index (element->children, i);

      doom (deletion, child);
      doom_within (deletion, child);
    }
}

static void
doom_whole (Deletion *deletion, PtElement *element)
{
  doom (deletion, element);
  if (element->type == PT_BPMN_PARTICIPANT && element->process != NULL
      && !is_shown_elsewhere (element->process, element))
    {
      doom (deletion, element->process);
      doom_within (deletion, element->process);
    }
  else if (element->type != PT_BPMN_PARTICIPANT)
    doom_within (deletion, element);
}

/* The planes and the bands of choreographies cannot be deleted on the drawing. */
static gboolean
may_go (const PtElement *element)
{
  PtFamily family = pt_element_family (element);

  return family != PT_FAMILY_NONE && family != PT_FAMILY_PLANE
         && !(family == PT_FAMILY_POOL && element->parent->type == PT_BPMN_CHOREOGRAPHY);
}

/* --- healing --- */

static gboolean
has_one_way (const PtElement *node, PtElement **in, PtElement **out)
{
  return node->attached_to == NULL && pt_element_is_a (node, PT_BPMN_FLOW_NODE)
         && pt_sequence_flows (node->incoming, in) == 1
         && pt_sequence_flows (node->outgoing, out) == 1;
}

static gboolean
is_asked_for (const Deletion *deletion, PtElement *flow)
{
  return g_ptr_array_find (deletion->tops, flow, NULL);
}

/* The way goes on over nodes that go as well, to one that stays. Returns: (nullable) */
static PtElement *
follow_way (Deletion *deletion, PtElement *node, PtElement **out)
{
  PtElement *next = node, *in, *on;

  for (guint steps = 0; steps <= deletion->going->len; steps++)
    {
      if (!pt_draft_is_doomed (deletion->draft, next))
        return next;
      if (!has_one_way (next, &in, &on) || is_asked_for (deletion, on) || on->target == NULL)
        return NULL;
      *out = on;
      next = on->target;
    }
  return NULL;
}

static gboolean
is_linked (const PtElement *source, const PtElement *target)
{
  for (guint i = 0; source->outgoing != NULL && i < source->outgoing->len; i++)
    if (((PtElement *)g_ptr_array_index (source->outgoing, i))->target == target)
      return TRUE;
  return FALSE;
}

static void
heal (Deletion *deletion, PtElement *node)
{
  PtElement *in, *out, *next;
  PtBpmnType type;

  if (!has_one_way (node, &in, &out) || in->source == NULL || is_asked_for (deletion, in)
      || pt_draft_is_doomed (deletion->draft, in->source))
    return;
  next = follow_way (deletion, node, &out);
  if (next == NULL || next == in->source || is_linked (in->source, next)
      || pt_rules_connect (in->source, next, &type, NULL) != PT_VERDICT_ALLOW
      || type != PT_BPMN_SEQUENCE_FLOW)
    return;
  pt_split_heal (deletion->draft, in, out, next);
  g_hash_table_add (deletion->healed, in);
}

/* --- taking out --- */

/* A healed flow stays although its old target goes. */
static void
remove_flows (Deletion *deletion, GPtrArray *flows)
{
  for (guint i = 0; flows != NULL && i < flows->len; i++)
    if (!g_hash_table_contains (deletion->healed, g_ptr_array_index (flows, i)))
      pt_remove_flow (deletion->draft, g_ptr_array_index (flows, i));
}

/* What lies within something that goes is taken out with it. */
static gboolean
goes_with_parent (const Deletion *deletion, const PtElement *element)
{
  return element->parent != NULL && pt_draft_is_doomed (deletion->draft, element->parent);
}

static void
remove_element (Deletion *deletion, PtElement *element)
{
  remove_flows (deletion, element->incoming);
  remove_flows (deletion, element->outgoing);
  pt_remove_figures (deletion->draft, element);
  if (element->type == PT_BPMN_DATA_OBJECT_REFERENCE)
    pt_remove_data_object (deletion->draft, element);
  if (!goes_with_parent (deletion, element))
    pt_document_remove (deletion->draft->document, element->node);
}

/* A lane set whose last lane goes is no lane set any more. */
static void
remove_lane (Deletion *deletion, PtElement *lane)
{
  GPtrArray *siblings = lane->parent->children;

  pt_lanes_close_gap (deletion->draft, lane);
  if (goes_with_parent (deletion, lane))
    return;
  for (guint i = 0; i < siblings->len; i++)
    if (!pt_draft_is_doomed (deletion->draft, g_ptr_array_index (siblings, i)))
      return;
  if (pt_draft_doom (deletion->draft, lane->parent))
    pt_document_remove (deletion->draft->document, lane->parent->node);
}

static void
remove_all (Deletion *deletion)
{
  for (guint i = 0; i < deletion->going->len; i++)
    heal (deletion, g_ptr_array_index (deletion->going, i));
  remove_flows (deletion, deletion->flows);
  for (guint i = 0; i < deletion->processes->len; i++)
    if (!pt_draft_is_doomed (deletion->draft, g_ptr_array_index (deletion->processes, i)))
      pt_lane_forget (deletion->draft, g_ptr_array_index (deletion->processes, i));
  for (guint i = 0; i < deletion->going->len; i++)
    {
      PtElement *element = g_ptr_array_index (deletion->going, i);

      if (element->type == PT_BPMN_LANE && !pt_draft_is_doomed (deletion->draft, element->process))
        remove_lane (deletion, element);
      remove_element (deletion, element);
    }
}

/* --- the operation --- */

static void
collect (Deletion *deletion, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PtElement *element = pt_process_graph_get (deletion->draft->graph, ids[i]);

      if (element != NULL && may_go (element))
        g_ptr_array_add (deletion->tops, element);
    }
}

static void
run (Deletion *deletion)
{
  PtElement *last_pool = pt_unwrap_candidate (deletion->draft->graph, deletion->tops);

  for (guint i = 0; i < deletion->tops->len; i++)
    {
      PtElement *element = g_ptr_array_index (deletion->tops, i);

      if (element != last_pool)
        doom_whole (deletion, element);
    }
  if (last_pool != NULL)
    pt_unwrap (deletion->draft, last_pool);
  remove_all (deletion);
}

void
pt_delete_all (PtDraft *draft, GPtrArray *elements)
{
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  g_autoptr (GPtrArray) processes = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();
  g_autoptr (GHashTable) healed = g_hash_table_new (NULL, NULL);
  Deletion deletion = { draft, elements, going, flows, processes, healed };

  for (guint i = 0; i < elements->len; i++)
    doom_whole (&deletion, g_ptr_array_index (elements, i));
  remove_all (&deletion);
}

gboolean
pt_modeling_delete (PtProcessGraph *graph, const char *const *ids)
{
  g_autoptr (GPtrArray) tops = g_ptr_array_new ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  g_autoptr (GPtrArray) processes = g_ptr_array_new ();
  g_autoptr (GPtrArray) flows = g_ptr_array_new ();
  g_autoptr (GHashTable) healed = g_hash_table_new (NULL, NULL);
  Deletion deletion
      = { pt_draft_begin (graph, _ ("Delete")), tops, going, flows, processes, healed };

  collect (&deletion, ids);
  if (tops->len == 0)
    {
      pt_draft_cancel (deletion.draft);
      return FALSE;
    }
  run (&deletion);
  return pt_draft_commit (deletion.draft);
}
