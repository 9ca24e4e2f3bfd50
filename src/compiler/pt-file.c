/* pt-file.c: faults of the file itself: the walk, and what concerns the whole file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

#include "pt-report.h"

#include <stdlib.h>
#include <string.h>

/* Nobody reads more. */
#define MAX_FINDINGS 1000

/* A child, and how many elements stand before it. */
typedef struct
{
  const xmlNode *child;
  guint index;
} Step;

PtFile *
pt_file_new (PtProcessGraph *graph, PtDiagnostics *diagnostics)
{
  PtFile *self = g_new0 (PtFile, 1);

  self->graph = graph;
  self->document = pt_process_graph_get_document (graph);
  self->diagnostics = diagnostics;
  self->ids = g_hash_table_new (pt_id_hash, g_str_equal);
  self->drawn = g_hash_table_new (NULL, NULL);
  self->steps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->suggestions = pt_suggestions_new (graph);
  return self;
}

void
pt_file_free (PtFile *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->drawn);
  g_hash_table_unref (self->steps);
  pt_suggestions_free (self->suggestions);
  g_free (self);
}

gboolean
pt_file_is_full (const PtFile *self)
{
  return pt_diagnostics_get_length (self->diagnostics) >= MAX_FINDINGS;
}

/* ----- naming places -------------------------------------------------------------------------- */

gboolean
pt_file_is_figure (const xmlNode *node)
{
  return pt_xml_is (node, PT_NS_BPMNDI, "BPMNShape") || pt_xml_is (node, PT_NS_BPMNDI, "BPMNEdge");
}

/* What @node belongs to: an element of the views, or what the figure around it shows. */
static const PtElement *
owner_of (PtFile *self, const xmlNode *node)
{
  for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      const PtElement *element = pt_process_graph_get_by_node (self->graph, node);
      const PtDiagramElement *figure
          = element ? NULL : pt_process_graph_get_figure_by_node (self->graph, node);

      if (figure)
        return figure->element;
      if (element)
        return element;
    }
  return NULL;
}

PtDiagnostic *
pt_file_place (PtFile *self, PtDiagnostic *diagnostic, xmlNode *node)
{
  const PtElement *owner = owner_of (self, node);
  int line, column;

  self->n_reports++;
  if (owner && owner->type != PT_BPMN_DEFINITIONS)
    pt_diagnostic_add_element (diagnostic, owner->id);
  if (pt_document_get_position (self->document, node, &line, &column))
    pt_diagnostic_set_place (diagnostic, NULL, line, column);
  return diagnostic;
}

char *
pt_file_label (PtFile *self, const xmlNode *node)
{
  const PtElement *element = pt_process_graph_get_by_node (self->graph, node);
  g_autofree char *id = pt_xml_attribute (node, "id");

  if (!element && !pt_xml_is (node, PT_NS_BPMN, (const char *)node->name))
    element = owner_of (self, node);
  if (element)
    {
      const PtOrigin origin = { .logical = element->id };

      return pt_report_label (element->name, element->type, &origin);
    }
  return id ? g_strdup_printf ("%s %s", (const char *)node->name, id)
            : g_strdup ((const char *)node->name);
}

/* How many elements stand before @node. Findings come in the order of the file, so the count goes
 * on from the sibling that was asked for last. */
static guint
count_before (PtFile *self, const xmlNode *node)
{
  Step *step = g_hash_table_lookup (self->steps, node->parent);

  if (!step)
    {
      step = g_new0 (Step, 1);
      g_hash_table_insert (self->steps, node->parent, step);
    }
  while (step->child && step->child != node)
    {
      step->child = pt_xml_next_element (step->child);
      step->index++;
    }
  if (!step->child)
    {
      *step = (Step){ pt_xml_first_element (node->parent), 0 };
      for (; step->child != node; step->child = pt_xml_next_element (step->child))
        step->index++;
    }
  return step->index;
}

char *
pt_file_path (PtFile *self, const xmlNode *node)
{
  GString *path = g_string_new (NULL);

  for (; node->parent && node->parent->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *step = g_strdup_printf ("%u/", count_before (self, node));

      g_string_prepend (path, step);
    }
  return g_string_free (path, FALSE);
}

xmlNode *
pt_file_find (PtDocument *document, const char *path)
{
  xmlNode *node = pt_document_get_root (document);

  for (char *at = (char *)path; *at && node; at++)
    {
      gulong index = strtoul (at, &at, 10);

      for (node = pt_xml_first_element (node); node && index > 0; index--)
        node = pt_xml_next_element (node);
    }
  return node;
}

/* ----- the whole file ------------------------------------------------------------------------- */

static void
check_encoding (PtFile *self)
{
  int line, column;
  guint n = pt_document_get_strays (self->document, &line, &column);
  const char *claimed = pt_document_get_claimed_encoding (self->document);
  g_autofree char *count = g_strdup_printf ("%u", n), *where = g_strdup_printf ("%d", line);
  PtDiagnostic *diagnostic;

  if (n > 0)
    {
      diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F01, count, where, NULL);
      pt_diagnostic_set_place (diagnostic, NULL, line, column);
      pt_diagnostic_add_fix (diagnostic, PT_FIX_WRITE_UTF8, NULL);
    }
  if (claimed)
    {
      diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F02, claimed, NULL);
      pt_diagnostic_set_place (diagnostic, NULL, 1, 1);
      pt_diagnostic_add_fix (diagnostic, PT_FIX_WRITE_UTF8, NULL);
    }
}

/* ----- the walk ------------------------------------------------------------------------------- */

typedef void (*Check) (PtFile *self, xmlNode *node, PtBpmnType type);

static const Check of_itself[] = { pt_file_check_id, pt_file_check_words, pt_file_check_numbers };
static const Check of_others[]
    = { pt_file_check_same_ids, pt_file_check_figure, pt_file_check_lane, pt_file_check_flows };

/* What a node says by itself need not be looked at again before it changes. */
static void
check_itself (PtFile *self, xmlNode *node, PtBpmnType type)
{
  guint n_before = self->n_reports;

  if (pt_process_graph_is_vetted (self->graph, node, FALSE))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (of_itself) && !pt_file_is_full (self); i++)
    of_itself[i](self, node, type);
  if (self->n_reports == n_before && !pt_file_is_full (self))
    pt_process_graph_vet (self->graph, node, FALSE);
}

static gboolean
is_ours (const xmlNode *node)
{
  static const char *const ours[] = { PT_NS_BPMN, PT_NS_BPMNDI, PT_NS_DC, PT_NS_DI, NULL };

  return node->ns
         && (node->ns == node->parent->ns || g_strv_contains (ours, (const char *)node->ns->href));
}

/* What has an id, and what shows something. */
static gboolean
concerns_others (const xmlNode *node, PtBpmnType type)
{
  return type != PT_BPMN_NONE || pt_xml_peek (node, "id") || pt_file_is_figure (node)
         || pt_xml_is (node, PT_NS_BPMNDI, "BPMNPlane");
}

static gboolean visit (PtFile *self, xmlNode *node);

/* Returns: whether each of the children, and all in them, is by itself in order */
static gboolean
visit_inside (PtFile *self, xmlNode *node, PtBpmnType type)
{
  gboolean is_settled = TRUE;

  if (type == PT_BPMN_EXTENSION_ELEMENTS || pt_xml_is (node, PT_NS_DI, "extension"))
    return TRUE;
  for (xmlNode *child = pt_xml_first_element (node); child && !pt_file_is_full (self);
       child = pt_xml_next_element (child))
    if (is_ours (child))
      is_settled &= visit (self, child);
  return is_settled && !pt_file_is_full (self);
}

/* Returns: whether it need not be visited again before something in it changes */
static gboolean
visit (PtFile *self, xmlNode *node)
{
  PtBpmnType type = pt_bpmn_type_from_node (node);
  gboolean is_settled = pt_process_graph_is_vetted (self->graph, node, TRUE);

  if (!is_settled)
    check_itself (self, node, type);
  for (guint i = 0; i < G_N_ELEMENTS (of_others) && !pt_file_is_full (self); i++)
    of_others[i](self, node, type);
  if (!is_settled && visit_inside (self, node, type)
      && pt_process_graph_is_vetted (self->graph, node, FALSE))
    {
      pt_process_graph_vet (self->graph, node, TRUE);
      is_settled = TRUE;
    }
  return is_settled && !concerns_others (node, type);
}

void
pt_file_check (PtFile *self)
{
  check_encoding (self);
  pt_file_check_references (self);
  visit (self, pt_document_get_root (self->document));
  pt_file_check_drawing (self);
  if (pt_file_is_full (self))
    pt_diagnostics_add (self->diagnostics, PT_CODE_F19, G_STRINGIFY (MAX_FINDINGS), NULL);
}
