/* pt-lower.c: the lower pass: its state, its order, and the findings about elements
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-lower.h"

#include <partitur/compiler.h>

#include "pt-file.h"
#include "pt-report.h"

PtIndex
pt_lower_index (PtLower *self, const PtElement *element)
{
  return element ? GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, element)) - 1
                 : PT_NO_INDEX;
}

void
pt_lower_remember (PtLower *self, const PtElement *element, PtIndex index)
{
  g_hash_table_insert (self->indices, (gpointer)element, GUINT_TO_POINTER (index + 1));
}

gboolean
pt_lower_is (PtLower *self, const PtElement *element, PtBpmnType type)
{
  return element && pt_element_is_a (element, type)
         && pt_lower_index (self, element) != PT_NO_INDEX;
}

PtIndex
pt_lower_find (PtLower *self, const PtElement *element, PtBpmnType type)
{
  return element && pt_element_is_a (element, type) ? pt_lower_index (self, element) : PT_NO_INDEX;
}

char *
pt_lower_label (const PtElement *element)
{
  const PtOrigin origin = { .logical = element->id };

  return pt_report_label (element->name, element->type, &origin);
}

const char *
pt_lower_name (PtLower *self, const PtElement *element)
{
  return element->name && *element->name ? pt_program_string (self->program, element->name) : NULL;
}

void
pt_lower_place (PtLower *self, PtDiagnostic *diagnostic, const PtElement *element)
{
  int line, column;

  pt_diagnostic_add_element (diagnostic, element->id);
  if (pt_document_get_position (self->document, element->node, &line, &column))
    pt_diagnostic_set_place (diagnostic, NULL, line, column);
}

PtDiagnostic *
pt_lower_report (PtLower *self, const PtElement *element, PtCode code, const char *arg)
{
  g_autofree char *label = pt_lower_label (element);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, code, label, arg ? arg : "", NULL);

  pt_lower_place (self, diagnostic, element);
  return diagnostic;
}

void
pt_lower_offer_delete (PtDiagnostic *diagnostic, const PtElement *element)
{
  g_autofree char *label = pt_lower_label (element);

  if (element->id)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_DELETE, label, element->id, NULL);
}

/* ----- the steps
 * ---------------------------------------------------------------------------------- */

/* All ids in the file are taken before any is made. */
static void
note_places (PtLower *self)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);
      int line, column;

      if (!element->id || pt_process_graph_get (self->graph, element->id) != element)
        continue;
      pt_document_get_position (self->document, element->node, &line, &column);
      pt_program_set_place (self->program, pt_program_string (self->program, element->id), line,
                            column);
    }
}

static void
lower_file (PtLower *self)
{
  const PtElement *root = pt_process_graph_get_definitions (self->graph);
  PtProgram *program = self->program;

  program->serial = pt_document_get_serial (self->document);
  program->definitions_id = pt_program_string (program, root->id);
  program->definitions_name = pt_program_string (program, root->name);
  program->target_namespace = pt_lower_attribute (self, root->node, "targetNamespace");
  program->definitions_carried = pt_lower_carried (self, root);
}

static void
lower_planes (PtLower *self)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (self->graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);
      const char *logical = pt_program_string (self->program, diagram->id);
      PtOrigin origin = {
        .id = pt_program_make_id (self->program, diagram->id ? diagram->id : "BPMNDiagram"),
        .logical = logical,
      };
      PtPlane *plane;
      PtIndex index = pt_program_add_plane (self->program);

      plane = PT_PROGRAM_AT (self->program->planes, PtPlane, index);
      plane->origin = origin;
      plane->name = pt_program_string (self->program, diagram->name);
      plane->element
          = diagram->element ? pt_program_string (self->program, diagram->element->id) : NULL;
    }
}

static void (*const steps[]) (PtLower *self) = {
  note_places,     lower_file,     lower_planes,        pt_lower_definitions,
  pt_lower_scopes, pt_lower_pools, pt_lower_flows,      pt_lower_message_flows,
  pt_lower_items,  pt_lower_data,  pt_lower_inferences,
};

PtProgram *
pt_compiler_lower (PtProcessGraph *graph, PtDiagnostics *diagnostics)
{
  PtDocument *document = pt_process_graph_get_document (graph);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  PtProgram *program = pt_program_new (pt_document_get_name (document));
  g_autoptr (PtFile) file = pt_file_new (graph, diagnostics);
  PtLower self = { graph, document, program, diagnostics, indices, file };

  pt_file_check (file);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    steps[i](&self);
  pt_program_index (program);
  pt_lower_check (program, diagnostics);
  pt_lower_check_compensation (program, diagnostics);
  pt_lower_complete (program, diagnostics);
  pt_program_seal (program);
  return program;
}
