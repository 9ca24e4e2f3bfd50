/* pt-role-names.c: finding roles by what a drawing calls them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-role-names.h"

#include "pt-fold.h"

struct _PtRoleNames
{
  GHashTable *exact;    /* name or id → Meaning */
  GHashTable *folded;   /* folded name or alias → Meaning */
  PtNameIndex *similar; /* names and aliases → PtRole */
};

typedef struct
{
  const PtRole *role;
  const PtRole *other; /* (nullable): another role of the same name */
} Meaning;

/* @key: (transfer full) */
static void
add_meaning (GHashTable *table, char *key, const PtRole *role)
{
  Meaning *meaning = g_hash_table_lookup (table, key);

  if (meaning == NULL)
    {
      meaning = g_new0 (Meaning, 1);
      meaning->role = role;
      g_hash_table_insert (table, key, meaning);
      return;
    }
  if (meaning->role != role && meaning->other == NULL)
    meaning->other = role;
  g_free (key);
}

static void
add_name (PtRoleNames *self, const char *name, const PtRole *role)
{
  add_meaning (self->folded, pt_fold (name), role);
  pt_name_index_add (self->similar, name, role);
}

static void
add_role (PtRoleNames *self, const PtRole *role)
{
  add_meaning (self->exact, g_strdup (role->name), role);
  add_name (self, role->name, role);
  for (guint i = 0; i < role->aliases->len; i++)
    add_name (self, role->aliases->pdata[i], role);
}

PtRoleNames *
pt_role_names_new (GPtrArray *roles)
{
  PtRoleNames *self = g_new (PtRoleNames, 1);

  self->exact = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, g_free);
  self->folded = g_hash_table_new_full (pt_id_hash, g_str_equal, g_free, g_free);
  self->similar = pt_name_index_new ();
  for (guint i = 0; i < roles->len; i++)
    add_role (self, roles->pdata[i]);
  /* An id counts where it is nobody's name. */
  for (guint i = 0; i < roles->len; i++)
    {
      const PtRole *role = roles->pdata[i];

      if (!g_hash_table_contains (self->exact, role->id))
        add_meaning (self->exact, g_strdup (role->id), role);
    }
  return self;
}

void
pt_role_names_free (PtRoleNames *self)
{
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->folded);
  pt_name_index_free (self->similar);
  g_free (self);
}

/* A drawing may count: "Clerk 2" is the role "Clerk", unless a role is called so. */
static const Meaning *
look_up_folded (const PtRoleNames *self, const char *name)
{
  g_autofree char *folded = pt_fold (name);
  const Meaning *meaning = g_hash_table_lookup (self->folded, folded);
  g_autofree char *uncounted = meaning == NULL ? pt_fold_drop_number (folded) : NULL;

  return uncounted != NULL ? g_hash_table_lookup (self->folded, uncounted) : meaning;
}

PtRoleMatch
pt_role_names_find (const PtRoleNames *self,
                    const char *name,
                    const PtRole **role,
                    const PtRole **other)
{
  const Meaning *exact = g_hash_table_lookup (self->exact, name);
  const Meaning *meaning = exact != NULL ? exact : look_up_folded (self, name);

  *role = meaning != NULL ? meaning->role : NULL;
  *other = meaning != NULL ? meaning->other : NULL;
  if (meaning == NULL)
    return PT_ROLE_MATCH_NONE;
  if (meaning->other != NULL)
    return PT_ROLE_MATCH_AMBIGUOUS;
  return exact != NULL ? PT_ROLE_MATCH_EXACT : PT_ROLE_MATCH_FOLDED;
}

const PtRole *
pt_role_names_suggest (const PtRoleNames *self, const char *name)
{
  const PtRole *role, *other;

  if (pt_role_names_find (self, name, &role, &other) != PT_ROLE_MATCH_NONE)
    return NULL;
  return pt_name_index_suggest (self->similar, name, NULL);
}
