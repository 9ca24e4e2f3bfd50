/* pt-feel.c: PtFeel: nodes of the syntax tree, and what can be asked of one
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-feel-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (pt - feel - error - quark, pt_feel_error)

gpointer
pt_feel_error (int *column_out, int column, GError **error, const char *message)
{
  if (column_out)
    *column_out = column;
  /* Translators: a fault in an expression; the rest says what was expected */
  g_set_error (error, PT_FEEL_ERROR, PT_FEEL_ERROR_SYNTAX, _ ("column %d: %s"), column, message);
  return NULL;
}

PtFeel *
pt_feel_node (PtFeelKind kind, const char *text, ...)
{
  PtFeel *self = g_new0 (PtFeel, 1);
  va_list args;

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->text = g_strdup (text);
  self->args = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_feel_unref);
  va_start (args, text);
  for (PtFeel *arg = va_arg (args, PtFeel *); arg; arg = va_arg (args, PtFeel *))
    g_ptr_array_add (self->args, arg);
  va_end (args);
  return self;
}

PtFeel *
pt_feel_binary (PtFeelOperator op, PtFeel *left, PtFeel *right)
{
  PtFeel *self = pt_feel_node (PT_FEEL_BINARY, NULL, left, right, NULL);

  self->op = op;
  return self;
}

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
  g_ptr_array_unref (self->args);
  g_free (self->text);
  g_free (self);
}

gboolean
pt_feel_is_test (const PtFeel *self)
{
  switch (self->kind)
    {
    case PT_FEEL_BINARY:
      return self->op <= PT_FEEL_GE;
    case PT_FEEL_CONSTANT:
      return !g_str_equal (self->text, "null");
    case PT_FEEL_NOT:
    case PT_FEEL_BETWEEN:
    case PT_FEEL_IN:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
pt_feel_may_be_test (const PtFeel *self)
{
  return pt_feel_is_test (self) || self->kind == PT_FEEL_NAME || self->kind == PT_FEEL_PATH
         || self->kind == PT_FEEL_CALL;
}

static void
collect_variables (const PtFeel *self, GPtrArray *names)
{
  if (self->kind == PT_FEEL_NAME
      && !g_ptr_array_find_with_equal_func (names, self->text, g_str_equal, NULL))
    g_ptr_array_add (names, g_strdup (self->text));
  for (guint i = 0; i < self->args->len; i++)
    collect_variables (pt_feel_arg (self, i), names);
}

GStrv
pt_feel_variables (const PtFeel *self)
{
  GPtrArray *names = g_ptr_array_new ();

  collect_variables (self, names);
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (names, FALSE);
}

char *
pt_feel_to_string (const PtFeel *self)
{
  return pt_feel_print (self, &pt_feel_dialect_feel, NULL);
}

char *
pt_feel_to_juel (const PtFeel *self, GError **error)
{
  g_autofree char *body = pt_feel_print (self, &pt_feel_dialect_juel, error);

  return body ? g_strdup_printf ("${%s}", body) : NULL;
}
