/* pt-pass-style.c: whether the drawing is as easy to read as it could be
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-passes.h"
#include "pt-report.h"
#include "pt-style.h"

/* ----- asking ----------------------------------------------------------------------------------
 */

gboolean
pt_style_is_drawn (const PtNode *node)
{
  return node->origin.logical != NULL;
}

gboolean
pt_style_is_a (const PtStyle *self, PtIndex node, PtBpmnType type)
{
  return pt_bpmn_type_is_a (pt_program_node (self->program, node)->type, type);
}

gboolean
pt_style_has_name (const char *name)
{
  while (name && g_unichar_isspace (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  return name && *name;
}

gboolean
pt_style_is_split (const PtStyle *self, PtIndex node)
{
  return pt_style_is_a (self, node, PT_BPMN_GATEWAY) && pt_lists_length (self->out, node) > 1;
}

/* ----- saying ----------------------------------------------------------------------------------
 */

#define MAX_ARGS 4

static PtDiagnostic *
say (PtStyle *self, PtCode code, const PtOrigin *origin, const char *label, va_list *list)
{
  const char *args[MAX_ARGS] = { NULL };
  PtDiagnostic *finding;

  for (guint i = 0; i < MAX_ARGS && (args[i] = va_arg (*list, const char *)); i++)
    ;
  finding = pt_diagnostics_add (self->diagnostics, code, label, args[0], args[1], args[2], args[3],
                                NULL);
  pt_report_at (finding, origin);
  return finding;
}

PtDiagnostic *
pt_style_say (PtStyle *self, PtCode code, PtIndex node, ...)
{
  g_autofree char *label = pt_report_node_label (self->program, node);
  PtDiagnostic *finding;
  va_list list;

  va_start (list, node);
  finding = say (self, code, &pt_program_node (self->program, node)->origin, label, &list);
  va_end (list);
  return finding;
}

/* A process goes by the name of its pool. */
PtDiagnostic *
pt_style_say_of_scope (PtStyle *self, PtCode code, PtIndex scope, ...)
{
  const PtScope *entry = pt_program_scope (self->program, scope);
  const PtPool *pool = entry->participant == PT_NO_INDEX
                           ? NULL
                           : pt_program_pool (self->program, entry->participant);
  PtIndex node = entry->node;
  g_autofree char *label
      = node != PT_NO_INDEX
            ? pt_report_node_label (self->program, node)
            : pt_report_label (pt_style_has_name (entry->name) || !pool ? entry->name : pool->name,
                               PT_BPMN_PROCESS, &entry->origin);
  PtDiagnostic *finding;
  va_list list;

  va_start (list, scope);
  finding = say (self, code, pool ? &pool->origin : &entry->origin, label, &list);
  va_end (list);
  return finding;
}

void
pt_style_offer_name (PtDiagnostic *finding, const PtOrigin *origin, char *name)
{
  g_autofree char *proposal = name;

  if (!origin->logical)
    return;
  if (pt_style_has_name (proposal))
    pt_diagnostic_add_fix (finding, PT_FIX_RENAME, proposal, origin->logical, NULL);
  pt_diagnostic_add_fix (finding, PT_FIX_ENTER_NAME, "", origin->logical, NULL);
}

void
pt_style_offer_type (PtStyle *self, PtDiagnostic *finding, PtIndex node, PtBpmnType type)
{
  g_autofree char *label = pt_report_node_label (self->program, node);

  pt_diagnostic_add_fix (finding, PT_FIX_CHANGE_GATEWAY, label,
                         pt_program_node (self->program, node)->origin.logical,
                         pt_bpmn_type_info (type)->tag, pt_bpmn_type_label (type), NULL);
}

/* ----- what was drawn --------------------------------------------------------------------------
 */

/* A flow that was led over a gateway nobody drew leads to what stands behind that. */
static void
find_ends (PtStyle *self)
{
  const PtProgram *program = self->program;

  self->source = g_new (PtIndex, program->flows->len + 1);
  self->target = g_new (PtIndex, program->flows->len + 1);
  for (PtIndex i = 0; i < program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (program, i);
      const PtNode *source = pt_program_node (program, flow->source);
      const PtNode *target = pt_program_node (program, flow->target);

      self->source[i] = flow->source;
      self->target[i] = flow->target;
      if (!pt_style_is_drawn (source) && source->n_in == 1)
        self->source[i]
            = pt_program_flow (program, pt_program_flow_in (program, flow->source, 0))->source;
      if (!pt_style_is_drawn (target) && target->n_out == 1)
        self->target[i]
            = pt_program_flow (program, pt_program_flow_out (program, flow->target, 0))->target;
    }
}

/* @list_of: Returns: the list that the item belongs to, or %PT_NO_INDEX */
static PtLists
make_lists (const PtStyle *self,
            guint n_lists,
            guint n_items,
            PtIndex (*list_of) (const PtStyle *self, PtIndex item))
{
  PtLists lists = { g_new0 (guint, n_lists + 2), g_new (PtIndex, n_items + 1) };

  for (PtIndex i = 0; i < n_items; i++)
    if (list_of (self, i) != PT_NO_INDEX)
      lists.first[list_of (self, i) + 2]++;
  for (guint i = 2; i < n_lists + 2; i++)
    lists.first[i] += lists.first[i - 1];
  for (PtIndex i = 0; i < n_items; i++)
    if (list_of (self, i) != PT_NO_INDEX)
      lists.items[lists.first[list_of (self, i) + 1]++] = i;
  return lists;
}

static void
free_lists (PtLists lists)
{
  g_free (lists.first);
  g_free (lists.items);
}

static gboolean
is_drawn_flow (const PtStyle *self, PtIndex flow)
{
  return pt_program_flow (self->program, flow)->origin.logical != NULL;
}

static PtIndex
source_of (const PtStyle *self, PtIndex flow)
{
  return is_drawn_flow (self, flow) ? self->source[flow] : PT_NO_INDEX;
}

static PtIndex
target_of (const PtStyle *self, PtIndex flow)
{
  return is_drawn_flow (self, flow) ? self->target[flow] : PT_NO_INDEX;
}

static PtIndex
scope_of (const PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  return pt_style_is_drawn (entry) ? entry->scope : PT_NO_INDEX;
}

/* An event beside its activity, as it should be. */
static PtIndex
host_of (const PtStyle *self, PtIndex node)
{
  const PtNode *entry = pt_program_node (self->program, node);

  return entry->host != PT_NO_INDEX && pt_style_is_drawn (entry)
                 && pt_program_node (self->program, entry->host)->scope == entry->scope
             ? entry->host
             : PT_NO_INDEX;
}

/* ----- all rules -------------------------------------------------------------------------------
 */

static void (*const of_nodes[]) (PtStyle *self, PtIndex node) = {
  pt_style_check_degree,     pt_style_check_gateway,  pt_style_check_ad_hoc,
  pt_style_check_end_states, pt_style_check_thrown,   pt_style_check_label,
  pt_style_check_words,      pt_style_check_question, pt_style_check_shape,
};

static void (*const of_scopes[]) (PtStyle *self, PtIndex scope) = {
  pt_style_check_size, pt_style_check_complexity, pt_style_check_structure,  pt_style_check_starts,
  pt_style_check_ends, pt_style_check_pool,       pt_style_check_same_names,
};

static void (*const of_all[]) (PtStyle *self) = {
  pt_style_check_signals,        pt_style_check_flow_labels, pt_style_check_message_labels,
  pt_style_check_pool_labels,    pt_style_check_definitions, pt_style_check_overlaps,
  pt_style_check_crossed_shapes,
};

static void
check_all (PtStyle *self, GCancellable *cancellable)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    for (guint rule = 0; rule < G_N_ELEMENTS (of_nodes); rule++)
      if (pt_style_is_drawn (pt_program_node (self->program, i)))
        of_nodes[rule](self, i);
  for (PtIndex i = 0; i < self->program->scopes->len; i++)
    for (guint rule = 0; rule < G_N_ELEMENTS (of_scopes); rule++)
      if (!g_cancellable_is_cancelled (cancellable))
        of_scopes[rule](self, i);
  for (guint rule = 0; rule < G_N_ELEMENTS (of_all); rule++)
    if (!g_cancellable_is_cancelled (cancellable))
      of_all[rule](self);
}

void
pt_pass_style (const PtProgram *program, PtDiagnostics *diagnostics, GCancellable *cancellable)
{
  PtStyle self = { .program = program, .diagnostics = diagnostics };
  guint n_nodes = program->nodes->len, n_flows = program->flows->len;

  find_ends (&self);
  self.in = make_lists (&self, n_nodes, n_flows, target_of);
  self.out = make_lists (&self, n_nodes, n_flows, source_of);
  self.nodes = make_lists (&self, program->scopes->len, n_nodes, scope_of);
  self.events = make_lists (&self, n_nodes, n_nodes, host_of);
  self.catchers = pt_catchers_new (program);
  check_all (&self, cancellable);
  g_free (self.source);
  g_free (self.target);
  free_lists (self.in);
  free_lists (self.out);
  free_lists (self.nodes);
  free_lists (self.events);
  pt_catchers_free (self.catchers);
}
