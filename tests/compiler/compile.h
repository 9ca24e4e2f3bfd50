/* compile.h: small drawings as text, and running the first passes over them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <partitur/compiler.h>

#define ELEMENT(tag, id, name) "<" tag " id='" id "' name='" name "'/>"
#define START(id) "<startEvent id='" id "'/>"
#define END(id) "<endEvent id='" id "'/>"
#define TASK(id, name) ELEMENT ("task", id, name)
#define XOR(id, name) ELEMENT ("exclusiveGateway", id, name)
#define FLOW(id, source, target)                                                                   \
  "<sequenceFlow id='" id "' sourceRef='" source "' targetRef='" target "'/>"
#define NAMED(id, source, target, name)                                                            \
  "<sequenceFlow id='" id "' sourceRef='" source "' targetRef='" target "' name='" name "'/>"
#define CONDITION(id, source, target, condition)                                                   \
  "<sequenceFlow id='" id "' sourceRef='" source "' targetRef='" target "'>"                       \
  "<conditionExpression>" condition "</conditionExpression></sequenceFlow>"
#define PROCESS(id, body) "<process id='" id "'>" body "</process>"
#define TIMER(tag, id, name, time)                                                                 \
  "<" tag " id='" id "' name='" name "'><timerEventDefinition>" time                               \
  "</timerEventDefinition></" tag ">"

typedef struct
{
  PtDocument *document;
  PtProcessGraph *graph;
  PtDiagnostics *found;
  PtProgram *program;
} Drawing;

/* Lowers definitions with @body in them. */
static inline Drawing *
drawing_new (const char *body)
{
  Drawing *self = g_new0 (Drawing, 1);
  g_autofree char *text
      = g_strdup_printf ("<definitions xmlns='" PT_NS_BPMN "' xmlns:xsi='" PT_NS_XSI
                         "' xmlns:camunda='" PT_NS_CAMUNDA
                         "' id='Definitions_1' targetNamespace='urn:test'>\n%s\n</definitions>",
                         body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  self->document = pt_bpmn_load_bytes (bytes, "test.bpmn", &error);
  if (!self->document)
    fail_msg ("%s: %s", body, error->message);
  self->graph = pt_process_graph_new (self->document);
  self->found = pt_diagnostics_new (NULL);
  self->program = pt_compiler_lower (self->graph, self->found);
  assert_true (self->program->sealed);
  return self;
}

static inline void
drawing_free (Drawing *self)
{
  pt_program_unref (self->program);
  pt_diagnostics_unref (self->found);
  g_object_unref (self->graph);
  g_object_unref (self->document);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)

/* Puts the result of a pass in the place of the program it was made from. */
static inline void
drawing_take (Drawing *self, PtProgram *result)
{
  assert_true (result->sealed);
  self->program = result;
}

/* Codes found, in order, separated by spaces; only those that begin with one of @prefixes. */
static inline char *
drawing_codes (const Drawing *self, const char *prefixes)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < pt_diagnostics_get_length (self->found); i++)
    {
      const char *code = pt_code_info (pt_diagnostics_get (self->found, i)->code)->code;

      if (strchr (prefixes, *code))
        g_string_append_printf (codes, "%s%s", codes->len ? " " : "", code);
    }
  return g_string_free (codes, FALSE);
}

static inline const PtDiagnostic *
drawing_find (const Drawing *self, const char *code)
{
  for (guint i = 0; i < pt_diagnostics_get_length (self->found); i++)
    if (g_str_equal (pt_code_info (pt_diagnostics_get (self->found, i)->code)->code, code))
      return pt_diagnostics_get (self->found, i);
  return NULL;
}

static inline const PtNode *
drawing_node (const Drawing *self, const char *id)
{
  for (guint i = 0; i < self->program->nodes->len; i++)
    if (g_str_equal (pt_program_node (self->program, i)->origin.id, id))
      return pt_program_node (self->program, i);
  fail_msg ("no node %s", id);
  return NULL;
}

static inline const PtFlow *
drawing_flow (const Drawing *self, const char *id)
{
  for (guint i = 0; i < self->program->flows->len; i++)
    if (g_str_equal (pt_program_flow (self->program, i)->origin.id, id))
      return pt_program_flow (self->program, i);
  fail_msg ("no flow %s", id);
  return NULL;
}

/* The lines of the program as text that begin with one of the words of @kinds. */
static inline char *
drawing_text (const Drawing *self, const char *const *kinds)
{
  g_autofree char *all = pt_program_to_text (self->program);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    for (guint k = 0; kinds[k]; k++)
      if (g_str_has_prefix (lines[i], kinds[k]))
        g_string_append_printf (text, "%s\n", lines[i]);
  return g_string_free (text, FALSE);
}
