/* pt-compilation.c: what comes out of a compilation
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-compilation.h"

struct _PtCompilation
{
  PtProgram *program;
  PtDiagnostics *diagnostics;
  PtEmitted *emitted; /* (nullable) */
  gatomicrefcount refs;
};

PtCompilation *
pt_compilation_new (PtProgram *program, PtDiagnostics *diagnostics, PtEmitted *emitted)
{
  PtCompilation *self = g_new0 (PtCompilation, 1);

  self->program = program;
  self->diagnostics = diagnostics;
  self->emitted = emitted;
  g_atomic_ref_count_init (&self->refs);
  return self;
}

PtCompilation *
pt_compilation_ref (PtCompilation *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pt_compilation_unref (PtCompilation *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  pt_program_unref (self->program);
  pt_diagnostics_unref (self->diagnostics);
  g_clear_pointer (&self->emitted, pt_emitted_free);
  g_free (self);
}

PtDiagnostics *
pt_compilation_get_diagnostics (const PtCompilation *self)
{
  return self->diagnostics;
}

const PtProgram *
pt_compilation_get_program (const PtCompilation *self)
{
  return self->program;
}

GBytes *
pt_compilation_get_xml (const PtCompilation *self)
{
  return self->emitted ? self->emitted->xml : NULL;
}

const GPtrArray *
pt_compilation_get_side_files (const PtCompilation *self)
{
  return self->emitted ? self->emitted->side_files : NULL;
}

GPtrArray *
pt_compilation_get_inferences (const PtCompilation *self)
{
  GPtrArray *current = g_ptr_array_new ();

  for (guint i = 0; i < self->program->inferences->len; i++)
    if (pt_program_inference (self->program, i)->is_current)
      g_ptr_array_add (current, pt_program_inference (self->program, i));
  return current;
}

JsonNode *
pt_compilation_get_map (const PtCompilation *self)
{
  JsonNode *node;

  if (self->emitted)
    return pt_source_map_to_json (self->emitted->map);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, json_object_new ());
  return node;
}

gboolean
pt_compilation_get_lines (const PtCompilation *self, const char *logical_id, int *first, int *last)
{
  return self->emitted && pt_source_map_get_lines (self->emitted->map, logical_id, first, last);
}

const char *
pt_compilation_get_logical_at (const PtCompilation *self, int line)
{
  return self->emitted ? pt_source_map_get_logical_at (self->emitted->map, line) : NULL;
}

guint64
pt_compilation_get_serial (const PtCompilation *self)
{
  return self->program->serial;
}
