/* pt-decide-variables.c: which question is which variable
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same question asked twice is one variable; two questions that give the same name are
 * numbered.
 */
#include "pt-decide.h"

#include <partitur/feel.h>

struct _PtVariables
{
  GHashTable *by_question; /* folded question and type → its name in `taken` */
  GHashTable *taken;       /* set of names */
};

PtVariables *
pt_variables_new (void)
{
  PtVariables *self = g_new0 (PtVariables, 1);

  self->by_question = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, NULL);
  return self;
}

void
pt_variables_free (PtVariables *self)
{
  g_hash_table_unref (self->by_question);
  g_hash_table_unref (self->taken);
  g_free (self);
}

static char *
find_free_name (PtVariables *self, const char *question)
{
  g_autofree char *base = pt_feel_make_name (question);
  char *name = g_strdup (base);

  for (guint n = 2; g_hash_table_contains (self->taken, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s%u", base, n);
    }
  return name;
}

const char *
pt_variables_get (PtVariables *self, const char *question, gboolean is_boolean)
{
  g_autofree char *folded = pt_answer_fold (question);
  g_autofree char *key = g_strdup_printf ("%d %s", is_boolean, folded);
  char *name = g_hash_table_lookup (self->by_question, key);

  if (!name)
    {
      name = find_free_name (self, question);
      g_hash_table_add (self->taken, name);
      g_hash_table_insert (self->by_question, g_steal_pointer (&key), name);
    }
  return name;
}
