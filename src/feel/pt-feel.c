/* pt-feel.c: PtFeel: what can be asked of an expression by its shape
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-builtin.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (pt - feel - error - quark, pt_feel_error)

PtFeel *
pt_feel_ref (PtFeel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pt_feel_unref (PtFeel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  pt_feel_pool_clear (&self->pool);
  g_free (self);
}

void
pt_feel_fault_clear (PtFeelFault *self)
{
  g_clear_pointer (&self->message, g_free);
}

GArray *
pt_feel_faults_new (void)
{
  GArray *faults = g_array_new (FALSE, TRUE, sizeof (PtFeelFault));

  g_array_set_clear_func (faults, (GDestroyNotify)pt_feel_fault_clear);
  return faults;
}

/* ----- shapes -------------------------------------------------------------------------------- */

/* A built-in function of which one knows what it gives. */
static gboolean
asks_function (const PtFeelNode *node)
{
  const PtFeelNode *callee = node->args[0];

  return callee->form == PT_FORM_NAME && callee->slot < 0 && callee->builtin
         && callee->builtin->row->result == PT_FEEL_KIND_BOOLEAN;
}

gboolean
pt_feel_is_test (const PtFeel *self)
{
  switch (self->root->form)
    {
    case PT_FORM_BINARY:
      return self->root->op <= PT_FEEL_GE;
    case PT_FORM_CONSTANT:
      return !pt_feel_is_null (&self->root->constant);
    case PT_FORM_CALL:
      return asks_function (self->root);
    case PT_FORM_NOT:
    case PT_FORM_BETWEEN:
    case PT_FORM_IN:
    case PT_FORM_INSTANCE:
    case PT_FORM_SOME:
    case PT_FORM_EVERY:
    case PT_FORM_TESTS:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
pt_feel_may_be_test (const PtFeel *self)
{
  switch (self->root->form)
    {
    case PT_FORM_NAME:
    case PT_FORM_PATH:
    case PT_FORM_CALL:
    case PT_FORM_IF:
    case PT_FORM_FILTER:
      return TRUE;
    default:
      return pt_feel_is_test (self);
    }
}

/* The function of a call is no variable. */
static void
collect_variables (const PtFeelNode *node, gboolean is_callee, GPtrArray *names)
{
  if (node->form == PT_FORM_NAME && node->slot < 0 && !is_callee
      && !g_ptr_array_find_with_equal_func (names, node->text, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (node->text));
  for (guint i = 0; i < node->n_args; i++)
    collect_variables (node->args[i], node->form == PT_FORM_CALL && i == 0, names);
}

GStrv
pt_feel_variables (const PtFeel *self)
{
  GPtrArray *names = g_ptr_array_new ();

  collect_variables (self->root, FALSE, names);
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (names, FALSE);
}
