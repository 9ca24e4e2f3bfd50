/* pt-feel-uses.c: what kind of value an expression takes its variables for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on the other side of an operator tells it: in “amount > 100” there is a number to be.
 */
#include "pt-feel-check.h"

typedef struct
{
  PtFeelChecker checker;
  PtFeelUseFunc func;
  gpointer data;
} Walk;

static void walk (Walk *self, const PtFeelNode *node, PtFeelKind kind, const char *text);

static gboolean
is_definite (PtFeelKind kind)
{
  return kind != PT_FEEL_KIND_NULL && kind != PT_FEEL_KIND_ANY && kind != PT_FEEL_KIND_FUNCTION;
}

static PtFeelKind
kind_of (Walk *self, const PtFeelNode *node)
{
  g_autoptr (PtFeelType) type = pt_check_infer (&self->checker, node);
  PtFeelKind kind = pt_feel_type_get_kind (type);

  return is_definite (kind) ? kind : PT_FEEL_KIND_ANY;
}

static const char *
text_of (const PtFeelNode *node)
{
  return node->form == PT_FORM_STRING ? pt_feel_get_text (&node->constant) : NULL;
}

static void
walk_all (Walk *self, const PtFeelNode *node, guint from, PtFeelKind kind)
{
  for (guint i = from; i < node->n_args; i++)
    walk (self, node->args[i], kind, NULL);
}

static gboolean
takes_kind_of_other (guint op, PtFeelKind kind)
{
  if (op >= PT_FEEL_EQ && op <= PT_FEEL_GE)
    return TRUE;
  return kind == PT_FEEL_KIND_NUMBER || (op == PT_FEEL_ADD && kind == PT_FEEL_KIND_STRING);
}

static void
walk_binary (Walk *self, const PtFeelNode *node)
{
  if (node->op == PT_FEEL_OR || node->op == PT_FEEL_AND)
    {
      walk_all (self, node, 0, PT_FEEL_KIND_BOOLEAN);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      PtFeelKind other = kind_of (self, node->args[1 - i]);

      walk (self, node->args[i], takes_kind_of_other (node->op, other) ? other : PT_FEEL_KIND_ANY,
            node->op <= PT_FEEL_NE ? text_of (node->args[1 - i]) : NULL);
    }
}

/* What is looked for is of the kind of what it is looked for in. */
static void
walk_in (Walk *self, const PtFeelNode *node)
{
  for (guint i = 1; i < node->n_args; i++)
    {
      const PtFeelNode *place = node->args[i];
      gboolean is_open = place->form == PT_FORM_LIST || place->form == PT_FORM_RANGE
                         || place->form == PT_FORM_TEST;
      guint n = is_open ? place->n_args : 1;

      for (guint k = 0; k < n; k++)
        {
          const PtFeelNode *item = is_open ? place->args[k] : place;

          walk (self, node->args[0], kind_of (self, item), text_of (item));
        }
      walk (self, place, PT_FEEL_KIND_ANY, NULL);
    }
}

static void
walk_between (Walk *self, const PtFeelNode *node)
{
  walk (self, node->args[0], kind_of (self, node->args[1]), NULL);
  walk_all (self, node, 1, kind_of (self, node->args[0]));
}

static void
walk (Walk *self, const PtFeelNode *node, PtFeelKind kind, const char *text)
{
  switch (node->form)
    {
    case PT_FORM_NAME:
      if (node->slot == PT_SLOT_VARIABLES && node->n_filters == 0)
        self->func (node->text, kind, text, self->data);
      break;
    case PT_FORM_BINARY:
      walk_binary (self, node);
      break;
    case PT_FORM_NOT:
      walk_all (self, node, 0, PT_FEEL_KIND_BOOLEAN);
      break;
    case PT_FORM_BETWEEN:
      walk_between (self, node);
      break;
    case PT_FORM_IN:
      walk_in (self, node);
      break;
    case PT_FORM_IF:
      walk (self, node->args[0], PT_FEEL_KIND_BOOLEAN, NULL);
      walk_all (self, node, 1, kind);
      break;
    case PT_FORM_FUNCTION: /* has slots of its own */
      break;
    default:
      walk_all (self, node, node->form == PT_FORM_CALL, PT_FEEL_KIND_ANY);
    }
}

void
pt_feel_foreach_use (const PtFeel *self, PtFeelKind kind, PtFeelUseFunc func, gpointer data)
{
  Walk state = { { self, NULL, NULL, g_new0 (PtFeelType *, self->n_slots + 1) }, func, data };

  walk (&state, self->root, kind, NULL);
  pt_check_free_slots (state.checker.slots, self->n_slots);
}
