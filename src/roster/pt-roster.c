/* pt-roster.c: what a roles file says, as an immutable snapshot
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-private.h"

/* All entries of one kind. */
typedef struct
{
  gpointer block;     /* the structs, in one piece */
  GPtrArray *entries; /* pointers into the block */
  GPtrArray *nodes;   /* (nullable): of xmlNode, parallel to entries; only while reading */
  GHashTable *by_id;  /* id → entry */
} Table;

struct _PtRoster
{
  GStringChunk *strings;
  const char *name;
  GDate as_of;
  Table units, roles, persons;
  PtHold *holds;
  guint n_holds;
  PtRoleNames *names;
};

/* ----- reading ---------------------------------------------------------------------------------
 */

static guint
count_children (const xmlNode *parent, const char *tag)
{
  guint count = 0;

  for (xmlNode *child = pt_xml_first_element (parent); child != NULL;
       child = pt_xml_next_element (child))
    count += pt_roster_is (child, tag);
  return count;
}

/* Returns: (nullable): the value, owned by the roster; %NULL when missing or empty */
static const char *
read_string (PtRoster *self, const xmlNode *node, const char *attribute)
{
  g_autofree char *value = pt_xml_attribute (node, attribute);

  if (value == NULL || *g_strstrip (value) == '\0')
    return NULL;
  return g_string_chunk_insert (self->strings, value);
}

static const char *
read_name (PtRoster *self, const xmlNode *node, const char *id)
{
  const char *name = read_string (self, node, "name");

  return name != NULL ? name : id;
}

/* Returns: (nullable): what the attribute refers to */
static gpointer
read_reference (const Table *table, const xmlNode *node, const char *attribute)
{
  g_autofree char *id = pt_xml_attribute (node, attribute);

  return id != NULL ? g_hash_table_lookup (table->by_id, g_strstrip (id)) : NULL;
}

/* Returns: %FALSE when there is a date but not a readable one */
static gboolean
read_day (const xmlNode *node, const char *attribute, GDate *day)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);

  g_date_clear (day, 1);
  return text == NULL || pt_roster_parse_day (g_strstrip (text), day);
}

/* Makes an entry for every element @tag that has an id of its own; each struct begins with its id.
 */
static void
read_ids (PtRoster *self, Table *table, const xmlNode *root, const char *tag, gsize size)
{
  char *next = table->block = g_malloc0_n (count_children (root, tag) + 1, size);

  table->entries = g_ptr_array_new ();
  table->nodes = g_ptr_array_new ();
  table->by_id = g_hash_table_new (pt_id_hash, g_str_equal);
  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      const char *id = pt_roster_is (node, tag) ? read_string (self, node, "id") : NULL;

      if (id == NULL || g_hash_table_contains (table->by_id, id))
        continue;
      *(const char **)next = id;
      g_hash_table_insert (table->by_id, (gpointer)id, next);
      g_ptr_array_add (table->entries, next);
      g_ptr_array_add (table->nodes, node);
      next += size;
    }
}

static void
read_unit (PtRoster *self, const xmlNode *node, gpointer entry)
{
  PtUnit *unit = entry;

  unit->name = read_name (self, node, unit->id);
  unit->within = read_reference (&self->units, node, "within");
  unit->head = read_reference (&self->persons, node, "head");
}

static void
read_role (PtRoster *self, const xmlNode *node, gpointer entry)
{
  PtRole *role = entry;
  g_autofree char *kind = pt_xml_attribute (node, "kind");

  role->name = read_name (self, node, role->id);
  role->kind = pt_roster_kind_from_string (kind);
  role->unit = read_reference (&self->units, node, "unit");
  role->owner = read_reference (&self->roles, node, "owner");
  role->channel = read_string (self, node, "channel");
  role->aliases = g_ptr_array_new ();
  role->holds = g_ptr_array_new ();
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    {
      g_autofree char *alias = pt_roster_is (child, "alias") ? pt_xml_text (child) : NULL;

      if (alias != NULL && *alias != '\0')
        g_ptr_array_add (role->aliases, g_string_chunk_insert (self->strings, alias));
    }
}

static void
read_hold (PtRoster *self, const xmlNode *node, PtPerson *person)
{
  PtRole *role = read_reference (&self->roles, node, "role");
  g_autofree char *as = pt_xml_attribute (node, "as");
  PtHold *hold = &self->holds[self->n_holds];

  if (role == NULL || !read_day (node, "from", &hold->from)
      || !read_day (node, "until", &hold->until))
    return;
  hold->person = person;
  hold->role = role;
  hold->deputy = g_strcmp0 (as, "deputy") == 0;
  g_ptr_array_add (person->holds, hold);
  g_ptr_array_add (role->holds, hold);
  self->n_holds++;
}

static void
read_person (PtRoster *self, const xmlNode *node, gpointer entry)
{
  PtPerson *person = entry;

  person->name = read_name (self, node, person->id);
  person->mail = read_string (self, node, "mail");
  person->unit = read_reference (&self->units, node, "unit");
  person->active = pt_roster_is_active (node);
  person->holds = g_ptr_array_new ();
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    if (pt_roster_is (child, "holds"))
      read_hold (self, child, person);
}

static guint
count_holds (const Table *persons)
{
  guint count = 0;

  for (guint i = 0; i < persons->nodes->len; i++)
    count += count_children (persons->nodes->pdata[i], "holds");
  return count;
}

static void
read_entries (PtRoster *self, Table *table, void (*read) (PtRoster *, const xmlNode *, gpointer))
{
  for (guint i = 0; i < table->entries->len; i++)
    read (self, table->nodes->pdata[i], table->entries->pdata[i]);
  g_clear_pointer (&table->nodes, g_ptr_array_unref);
}

PtRoster *
pt_roster_new (PtDocument *document)
{
  PtRoster *self = g_atomic_rc_box_new0 (PtRoster);
  xmlNode *root = pt_document_get_root (document);

  self->strings = g_string_chunk_new (4096);
  self->name = g_string_chunk_insert (self->strings, pt_document_get_name (document));
  read_day (root, "as-of", &self->as_of);
  read_ids (self, &self->units, root, "unit", sizeof (PtUnit));
  read_ids (self, &self->roles, root, "role", sizeof (PtRole));
  read_ids (self, &self->persons, root, "person", sizeof (PtPerson));
  self->holds = g_new0 (PtHold, count_holds (&self->persons) + 1);
  read_entries (self, &self->units, read_unit);
  read_entries (self, &self->roles, read_role);
  read_entries (self, &self->persons, read_person);
  self->names = pt_role_names_new (self->roles.entries);
  return self;
}

/* ----- sharing ---------------------------------------------------------------------------------
 */

static void
clear_table (Table *table)
{
  g_ptr_array_unref (table->entries);
  g_hash_table_unref (table->by_id);
  g_free (table->block);
}

static void
clear (gpointer data)
{
  PtRoster *self = data;

  for (guint i = 0; i < self->roles.entries->len; i++)
    {
      PtRole *role = self->roles.entries->pdata[i];

      g_ptr_array_unref (role->aliases);
      g_ptr_array_unref (role->holds);
    }
  for (guint i = 0; i < self->persons.entries->len; i++)
    g_ptr_array_unref (((PtPerson *)self->persons.entries->pdata[i])->holds);
  pt_role_names_free (self->names);
  clear_table (&self->units);
  clear_table (&self->roles);
  clear_table (&self->persons);
  g_free (self->holds);
  g_string_chunk_free (self->strings);
}

PtRoster *
pt_roster_ref (PtRoster *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pt_roster_unref (PtRoster *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ----- looking ---------------------------------------------------------------------------------
 */

const char *
pt_roster_get_name (const PtRoster *self)
{
  return self->name;
}

GPtrArray *
pt_roster_get_roles (const PtRoster *self)
{
  return self->roles.entries;
}

GPtrArray *
pt_roster_get_persons (const PtRoster *self)
{
  return self->persons.entries;
}

GPtrArray *
pt_roster_get_units (const PtRoster *self)
{
  return self->units.entries;
}

gboolean
pt_roster_get_as_of (const PtRoster *self, GDate *as_of)
{
  *as_of = self->as_of;
  return g_date_valid (as_of);
}

const PtRole *
pt_roster_get_role (const PtRoster *self, const char *id)
{
  return g_hash_table_lookup (self->roles.by_id, id);
}

PtRoleMatch
pt_roster_find_role (const PtRoster *self,
                     const char *name,
                     const PtRole **role,
                     const PtRole **other)
{
  return pt_role_names_find (self->names, name, role, other);
}

const PtRole *
pt_roster_suggest_role (const PtRoster *self, const char *name)
{
  return pt_role_names_suggest (self->names, name);
}

guint
pt_roster_count_holders (const PtRoster *self, const PtRole *role, const GDate *day)
{
  const PtPerson *last = NULL; /* the spans of one person stand side by side */
  guint count = 0;

  for (guint i = 0; i < role->holds->len; i++)
    {
      const PtHold *hold = role->holds->pdata[i];

      if (hold->person == last || hold->deputy || !hold->person->active
          || !pt_roster_span_covers (&hold->from, &hold->until, day))
        continue;
      last = hold->person;
      count++;
    }
  return count;
}
