/* pt-assignment-names.c: which entries of a roles file an expression means
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-assignment-private.h"
#include "pt-fold.h"
#include "pt-roster-private.h"

/* What all entries begin with. */
typedef struct
{
  const char *id, *name;
} Entry;

static const PtTable *
table_of (const PtRoster *roster, PtAssignmentKind kind)
{
  switch (kind)
    {
    case PT_ASSIGNMENT_ROLE:
      return &roster->roles;
    case PT_ASSIGNMENT_SKILL:
      return &roster->skills;
    case PT_ASSIGNMENT_UNIT:
      return &roster->units;
    case PT_ASSIGNMENT_PERSON:
      return &roster->persons;
    default:
      return NULL;
    }
}

/* An id, else the one name that is the same, else the only one that is the same when folded. */
static gconstpointer
find_entry (const PtTable *table, const char *name)
{
  const Entry *found = g_hash_table_lookup (table->by_id, name);
  g_autofree char *folded = found == NULL ? pt_fold (name) : NULL;

  for (guint i = 0; i < table->entries->len && found == NULL; i++)
    if (g_str_equal (((const Entry *)table->entries->pdata[i])->name, name))
      found = table->entries->pdata[i];
  for (guint i = 0; i < table->entries->len && found == NULL; i++)
    {
      g_autofree char *other = pt_fold (((const Entry *)table->entries->pdata[i])->name);

      if (g_str_equal (other, folded))
        found = table->entries->pdata[i];
    }
  return found;
}

gconstpointer
pt_assignment_resolve (const PtAssignment *self, const PtRoster *roster)
{
  const PtRole *role = NULL, *other;

  if (self->kind != PT_ASSIGNMENT_ROLE)
    return find_entry (table_of (roster, self->kind), self->name);
  role = pt_roster_get_role (roster, self->name);
  if (role == NULL)
    pt_roster_find_role (roster, self->name, &role, &other);
  return role;
}

/* ----- faults ----------------------------------------------------------------------------------
 */

typedef struct
{
  const PtRoster *roster;
  GArray *faults; /* of PtAssignmentFault */
} Check;

static const char *
suggest (const PtTable *table, const char *name)
{
  g_autoptr (PtNameIndex) index = pt_name_index_new ();
  guint64 patience = PT_PATIENCE;

  for (guint i = 0; i < table->entries->len; i++)
    {
      const Entry *entry = table->entries->pdata[i];

      pt_name_index_add (index, entry->id, entry->id);
      pt_name_index_add (index, entry->name, entry->id);
    }
  return pt_name_index_suggest (index, name, &patience);
}

static void
check_part (const PtAssignment *part, gpointer data)
{
  Check *self = data;
  const PtTable *table = table_of (self->roster, part->kind);
  PtAssignmentFault fault = { part, NULL };

  if (table == NULL || pt_assignment_resolve (part, self->roster) != NULL)
    return;
  fault.meant = suggest (table, part->name);
  g_array_append_val (self->faults, fault);
}

GArray *
pt_assignment_check (const PtAssignment *self, const PtRoster *roster)
{
  Check check = { roster, g_array_new (FALSE, FALSE, sizeof (PtAssignmentFault)) };

  pt_assignment_foreach (self, check_part, &check);
  return check.faults;
}
