/* pt-file-figures.c: shapes and edges that show nothing, or cannot be shown
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"

#include <math.h>

/* Beyond that nothing is painted. */
#define LARGEST 1e7

/* ----- numbers -------------------------------------------------------------------------------- */

gboolean
pt_file_number (const char *text, gboolean may_be_negative, double *meant)
{
  gboolean whole = FALSE;
  double number = text ? pt_number_read (text, &whole) : 0;
  gboolean usable = fabs (number) <= LARGEST;

  *meant = !usable ? 0 : !may_be_negative ? fabs (number) : number;
  return whole && usable && (may_be_negative || number >= 0);
}

static void
report_number (PtFile *self, xmlNode *node, const char *name, const char *text, double meant)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *number = g_ascii_formatd (buffer, sizeof buffer, "%.10g", meant);
  g_autofree char *label = pt_file_label (self, node);
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F09, label, name,
                                                 text ? text : "", meant != 0 ? number : "", NULL);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, number, path, name, text ? text : "", NULL);
  pt_file_place (self, diagnostic, node);
}

static void
check_numbers (PtFile *self, xmlNode *node, const char *const *names)
{
  for (guint i = 0; names[i]; i++)
    {
      const char *text = pt_xml_peek (node, names[i]);
      double meant;

      if (!pt_file_number (text, i < 2, &meant))
        report_number (self, node, names[i], text, meant);
    }
}

/* ----- what figures stand for ----------------------------------------------------------------- */

static void
offer_removal (PtFile *self, PtDiagnostic *diagnostic, const char *label, const xmlNode *node)
{
  g_autofree char *path = pt_file_path (self, node);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_FIGURE, label, path, (const char *)node->name,
                         NULL);
}

static void
report_lost (PtFile *self, xmlNode *node, const char *reference)
{
  const char *meant = reference ? pt_suggestions_undrawn (self->suggestions, reference) : NULL;
  g_autofree char *path = pt_file_path (self, node);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_F05, reference ? reference : "",
                            meant ? meant : "", NULL);

  if (meant)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, meant, path, "bpmnElement",
                           reference ? reference : "", NULL);
  if (pt_file_is_figure (node))
    offer_removal (self, diagnostic, reference ? reference : "", node);
  pt_file_place (self, diagnostic, node);
}

static void
report_twice (PtFile *self, xmlNode *node)
{
  g_autofree char *label = pt_file_label (self, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_F06, label, NULL);

  offer_removal (self, diagnostic, label, node);
  pt_file_place (self, diagnostic, node);
}

static void
report_without_place (PtFile *self, xmlNode *node, PtCode code, const PtElement *element)
{
  g_autofree char *label = pt_file_label (self, node);
  PtDiagnostic *diagnostic = pt_diagnostics_add (self->diagnostics, code, label, NULL);

  if (element->id)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_DRAW, label, element->id, NULL);
  offer_removal (self, diagnostic, label, node);
  pt_file_place (self, diagnostic, node);
}

static gboolean
has_child (const xmlNode *node, const char *ns_uri, const char *name)
{
  xmlNode *child = pt_xml_first_element (node);

  while (child && !pt_xml_is (child, ns_uri, name))
    child = pt_xml_next_element (child);
  return child != NULL;
}

/* Bands of a choreography show the same participant once each. */
static void
check_shown (PtFile *self, xmlNode *node, const PtDiagramElement *figure)
{
  if (figure->band_kind || xmlHasProp (node, BAD_CAST "choreographyActivityShape")
      || pt_element_family (figure->element) == PT_FAMILY_DATA)
    return;
  if (!g_hash_table_add (self->drawn, figure->element))
    report_twice (self, node);
}

static void
check_figure (PtFile *self, xmlNode *node)
{
  const PtDiagramElement *figure = pt_process_graph_get_figure_by_node (self->graph, node);
  const char *reference = pt_xml_peek (node, "bpmnElement");

  if (!figure)
    return;
  if (!figure->element)
    {
      if (!reference || !pt_bpmn_resolve (self->document, reference))
        report_lost (self, node, reference && *reference ? reference : NULL);
      return;
    }
  check_shown (self, node, figure);
  if (figure->is_edge && figure->n_waypoints < 2)
    report_without_place (self, node, PT_CODE_F08, figure->element);
  else if (!figure->is_edge && !has_child (node, PT_NS_DC, "Bounds"))
    report_without_place (self, node, PT_CODE_F07, figure->element);
}

static void
check_plane (PtFile *self, xmlNode *node)
{
  const char *reference = pt_xml_peek (node, "bpmnElement");

  g_hash_table_remove_all (self->drawn);
  if (reference && !pt_bpmn_resolve (self->document, reference))
    report_lost (self, node, reference);
}

void
pt_file_check_numbers (PtFile *self, xmlNode *node, PtBpmnType type)
{
  static const char *const point[] = { "x", "y", NULL };
  static const char *const bounds[] = { "x", "y", "width", "height", NULL };

  if (type != PT_BPMN_NONE)
    return;
  if (pt_xml_is (node, PT_NS_DC, "Bounds"))
    check_numbers (self, node, bounds);
  else if (pt_xml_is (node, PT_NS_DI, "waypoint"))
    check_numbers (self, node, point);
}

void
pt_file_check_figure (PtFile *self, xmlNode *node, PtBpmnType type)
{
  if (type != PT_BPMN_NONE)
    return;
  if (pt_file_is_figure (node))
    check_figure (self, node);
  else if (pt_xml_is (node, PT_NS_BPMNDI, "BPMNPlane"))
    check_plane (self, node);
}
