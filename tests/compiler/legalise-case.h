/* legalise-case.h: small processes to be legalised, and what is to be found in them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "compiler-test.h"
#include "program-builder.h"

#include "../../src/compiler/pt-passes.h"

/* start → [what a test makes of the middle] → end, as one process */
typedef struct
{
  PtProgram *program;
  PtDiagnostics *diagnostics;
  PtIndex process, start, middle, end;
} Case;

static inline Case
make_case (PtBpmnType type, const char *name)
{
  Case self = { pt_program_new ("case.bpmn"), pt_diagnostics_new (NULL) };

  self.process = add_process (self.program, "Process");
  self.start = add_node (self.program, self.process, PT_BPMN_START_EVENT, "Start", NULL);
  self.middle = add_node (self.program, self.process, type, "Middle", name);
  self.end = add_node (self.program, self.process, PT_BPMN_END_EVENT, "End", NULL);
  add_flow (self.program, self.start, self.middle, "In");
  add_flow (self.program, self.middle, self.end, "Out");
  return self;
}

static inline Case
make_event_case (PtBpmnType type, PtBpmnType definition, const char *name)
{
  Case self = make_case (type, name);

  pt_program_node (self.program, self.middle)->event_definition = definition;
  pt_program_node (self.program, self.middle)->n_event_definitions = 1;
  return self;
}

/* @definition: of an event, else %PT_BPMN_NONE */
static inline Case
make_thing (PtBpmnType type, PtBpmnType definition)
{
  return definition == PT_BPMN_NONE ? make_case (type, "Thing")
                                    : make_event_case (type, definition, "Thing");
}

static inline PtNode *
middle (Case *self)
{
  return pt_program_node (self->program, self->middle);
}

static inline void
legalise (Case *self, const char *target)
{
  PtProgram *legal;

  pt_program_seal (self->program);
  legal = pt_pass_legalise (self->program, pt_target_find (target), self->diagnostics);
  pt_program_unref (self->program);
  self->program = legal;
}

static inline void
free_case (Case *self)
{
  pt_program_unref (self->program);
  pt_diagnostics_unref (self->diagnostics);
}

/* Legalises, expects @code as often as @n, and the finding to name the middle. */
static inline void
expect_at (Case *self, const char *target, const char *code, guint n, const char *element)
{
  const PtDiagnostic *finding;

  legalise (self, target);
  assert_int_equal (count_code (self->diagnostics, code), n);
  finding = find_code (self->diagnostics, code);
  if (finding)
    {
      g_autofree char *message = pt_diagnostic_message (finding);

      assert_string_equal (g_ptr_array_index (finding->elements, 0), element);
      assert_null (strchr (message, '{'));
    }
}

static inline void
expect (Case *self, const char *target, const char *code, guint n)
{
  expect_at (self, target, code, n, "Middle");
}

static inline void
expect_and_free (Case self, const char *target, const char *code, guint n)
{
  expect (&self, target, code, n);
  free_case (&self);
}

static inline Case
make_boundary (PtBpmnType host, PtBpmnType definition, const char *name)
{
  Case self = make_event_case (PT_BPMN_BOUNDARY_EVENT, definition, name);
  PtIndex node = add_node (self.program, self.process, host, "Host", "Host"); /* moves the others */

  middle (&self)->host = node;
  return self;
}

/* Names that are inferred are said of everywhere. */
static inline gboolean
is_about_target (const char *code)
{
  return strcmp (code, "X15") != 0 && strcmp (code, "X17") != 0 && *code == 'X';
}

static inline char *
codes_of (const Case *self)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (self->diagnostics); i++)
    {
      const char *code = pt_code_info (pt_diagnostics_get (self->diagnostics, i)->code)->code;

      if (is_about_target (code))
        g_string_append_printf (codes, "%s%s", codes->len ? " " : "", code);
    }
  return g_string_free (codes, FALSE);
}
