/* pt-legalise-returns.c: what comes back from a called process, where the engine wants to be told
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A called process gives back what it found out: at least whatever is decided in it or read in it,
 * and whatever the calling one reads. What has no such name is lost.
 */
#include "pt-legalise.h"

#include <partitur/feel.h>
#include <string.h>

typedef struct
{
  const PtProgram *program;
  PtIndex caller, called; /* processes; %PT_NO_INDEX for one of another file */
  GPtrArray *names;       /* of char*, each once */
} Returns;

static void
add (Returns *self, const char *name)
{
  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, NULL)
      && !strchr (name, ' '))
    g_ptr_array_add (self->names, g_strdup (name));
}

static void
add_read (Returns *self, const char *expression)
{
  g_autoptr (PtFeel) feel
      = expression ? pt_feel_parse (expression + (*expression == '='), NULL, NULL) : NULL;
  g_auto (GStrv) names = feel ? pt_feel_variables (feel) : NULL;

  for (guint i = 0; names && names[i]; i++)
    add (self, names[i]);
}

static gboolean
is_of_either (const Returns *self, PtIndex scope)
{
  PtIndex process = pt_program_process_of (self->program, scope);

  return process == self->caller || process == self->called;
}

static void
add_decisions (Returns *self)
{
  for (guint i = 0; i < self->program->decisions->len; i++)
    {
      const PtDecision *decision = pt_program_decision (self->program, i);

      if (is_of_either (self, pt_program_node (self->program, decision->gateway)->scope))
        add (self, decision->variable);
    }
}

static void
add_conditions (Returns *self)
{
  for (PtIndex i = 0; i < self->program->flows->len; i++)
    {
      const PtFlow *flow = pt_program_flow (self->program, i);

      if (is_of_either (self, flow->scope) && !flow->language)
        add_read (self, flow->condition);
    }
}

static void
add_node (Returns *self, const PtNode *node)
{
  add_read (self, node->condition);
  add_read (self, node->loop_text);
  add_read (self, node->loop_completion);
}

static void
add_nodes (Returns *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (is_of_either (self, pt_program_node (self->program, i)->scope))
      add_node (self, pt_program_node (self->program, i));
}

static PtIndex
find_process (const PtProgram *program, const char *id)
{
  for (PtIndex i = 0; i < program->scopes->len; i++)
    if (pt_program_scope (program, i)->parent == PT_NO_INDEX
        && g_strcmp0 (pt_program_scope (program, i)->origin.logical, id) == 0)
      return i;
  return PT_NO_INDEX;
}

static void
name_returned (PtLegalise *self, PtIndex call)
{
  PtNode *node = pt_program_node (self->program, call);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Returns returns = { self->program, pt_program_process_of (self->program, node->scope),
                      find_process (self->program, node->called), names };
  g_autofree char *text = NULL;

  add_decisions (&returns);
  add_conditions (&returns);
  add_nodes (&returns);
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" ", (char **)names->pdata);
  node->returned = pt_program_string (self->program, text);
}

void
pt_legalise_returns (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    if (pt_program_node (self->program, i)->type == PT_BPMN_CALL_ACTIVITY
        && pt_program_node (self->program, i)->called && pt_legalise_is_played (self, i))
      name_returned (self, i);
}
