/* pt-roster-read.c: a snapshot from the tree of a roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-calendar-private.h"
#include "pt-roster-private.h"

#include <string.h>

#define NOT_SAID (-1.0)

/* ----- values ----------------------------------------------------------------------------------
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

/* Returns: 0xRRGGBB, or -1 for none, and for what is told as a fault */
static gint
read_color (const xmlNode *node)
{
  g_autofree char *text = pt_xml_attribute (node, "color");
  guint64 color;

  if (text == NULL || *text != '#' || strlen (text) != 7
      || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &color, NULL))
    return -1;
  return (gint)color;
}

static double
read_amount (const xmlNode *node, const char *attribute, double otherwise)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  char *end = NULL;
  double amount = text != NULL ? g_ascii_strtod (g_strstrip (text), &end) : 0;

  return end != NULL && end != text && *end == '\0' && amount >= 0 && amount < 1e12 ? amount
                                                                                    : otherwise;
}

static guint
read_number (const xmlNode *node, const char *attribute, guint otherwise)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  guint64 number;

  return text != NULL
                 && g_ascii_string_to_unsigned (g_strstrip (text), 10, 0, G_MAXINT, &number, NULL)
             ? (guint)number
             : otherwise;
}

/* Returns: (nullable): what the attribute refers to */
static gpointer
read_reference (const PtTable *table, const xmlNode *node, const char *attribute)
{
  g_autofree char *id = pt_xml_attribute (node, attribute);

  return id != NULL ? g_hash_table_lookup (table->by_id, g_strstrip (id)) : NULL;
}

/* @list: most have nothing in theirs, and share one */
static void
append (PtRoster *self, GPtrArray **list, gpointer item)
{
  if (*list == self->none)
    {
      g_ptr_array_unref (*list);
      *list = g_ptr_array_new ();
    }
  g_ptr_array_add (*list, item);
}

static void
read_words (PtRoster *self, GPtrArray **list, const xmlNode *node, const char *attribute)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  g_auto (GStrv) words = pt_roster_split (text);

  for (guint i = 0; words[i] != NULL; i++)
    append (self, list, g_string_chunk_insert (self->strings, words[i]));
}

static void
read_roles (PtRoster *self, GPtrArray **list, const xmlNode *node, const char *attribute)
{
  g_autofree char *text = pt_xml_attribute (node, attribute);
  g_auto (GStrv) ids = pt_roster_split (text);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer role = g_hash_table_lookup (self->roles.by_id, ids[i]);

      if (role != NULL && !g_ptr_array_find (*list, role, NULL))
        append (self, list, role);
    }
}

static GPtrArray *
nothing (PtRoster *self)
{
  return g_ptr_array_ref (self->none);
}

/* ----- entries ---------------------------------------------------------------------------------
 */

static void
read_calendar (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtCalendar *calendar = entry;

  calendar->name = read_name (self, node, calendar->id);
  calendar->zone = read_string (self, node, "zone");
  calendar->time_zone = calendar->zone != NULL ? g_time_zone_new_identifier (calendar->zone) : NULL;
  if (calendar->time_zone == NULL)
    calendar->time_zone = g_time_zone_new_utc ();
  calendar->work = g_array_new (FALSE, FALSE, sizeof (PtWorkHours));
  calendar->closures = g_array_new (FALSE, FALSE, sizeof (PtClosure));
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    {
      PtClosure closure;

      if (pt_roster_is (child, "work"))
        pt_calendar_read_work (calendar, child);
      if (!pt_roster_is (child, "closed") || !pt_calendar_read_closure (&closure, child, NULL))
        continue;
      closure.name = read_string (self, child, "name");
      g_array_append_val (calendar->closures, closure);
    }
}

static void
read_skill (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtSkill *skill = entry;

  skill->name = read_name (self, node, skill->id);
  skill->index = index;
}

static void
read_unit (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtUnit *unit = entry;

  unit->name = read_name (self, node, unit->id);
  unit->index = index;
  unit->within = read_reference (&self->units, node, "within");
  unit->head = read_reference (&self->persons, node, "head");
  unit->calendar = read_reference (&self->calendars, node, "calendar");
}

static void
read_aliases (PtRoster *self, const xmlNode *node, PtRole *role)
{
  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    {
      g_autofree char *alias = pt_roster_is (child, "alias") ? pt_xml_text (child) : NULL;

      if (alias != NULL && *alias != '\0')
        append (self, &role->aliases, g_string_chunk_insert (self->strings, alias));
    }
}

static void
read_role (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtRole *role = entry;
  g_autofree char *kind = pt_xml_attribute (node, "kind");

  role->name = read_name (self, node, role->id);
  role->index = index;
  role->kind = pt_roster_kind_from_string (kind);
  role->unit = read_reference (&self->units, node, "unit");
  role->reports_to = read_reference (&self->roles, node, "reports-to");
  role->deputy = read_reference (&self->roles, node, "deputy");
  role->owner = read_reference (&self->roles, node, "owner");
  role->channel = read_string (self, node, "channel");
  role->spare = read_number (node, "spare", 0);
  role->cost = read_amount (node, "cost", NOT_SAID);
  role->color = read_color (node);
  role->is_a = nothing (self);
  role->kinds = nothing (self);
  role->aliases = nothing (self);
  role->holds = nothing (self);
  read_roles (self, &role->is_a, node, "is-a");
  read_aliases (self, node, role);
}

static void
read_hold (PtRoster *self, const xmlNode *node, PtPerson *person, guint place)
{
  PtRole *role = read_reference (&self->roles, node, "role");
  g_autofree char *as = pt_xml_attribute (node, "as");
  PtHold hold = { .person = person, .role = role, .place = place };

  if (role == NULL || !pt_roster_read_day (node, "from", &hold.from, NULL)
      || !pt_roster_read_day (node, "until", &hold.until, NULL))
    return;
  hold.deputy = g_strcmp0 (as, "deputy") == 0;
  hold.share = read_amount (node, "share", NOT_SAID);
  g_array_append_val (self->holds, hold);
  append (self, &person->holds, &g_array_index (self->holds, PtHold, self->holds->len - 1));
  append (self, &role->holds, &g_array_index (self->holds, PtHold, self->holds->len - 1));
}

static void
read_ability (PtRoster *self, const xmlNode *node, PtPerson *person, guint place)
{
  PtAbility ability = {
    .person = person,
    .skill = read_reference (&self->skills, node, "skill"),
    .place = place,
  };

  if (ability.skill == NULL || !pt_roster_read_day (node, "until", &ability.until, NULL))
    return;
  ability.level = MAX (read_number (node, "level", 1), 1);
  g_array_append_val (self->abilities, ability);
  append (self, &person->abilities,
          &g_array_index (self->abilities, PtAbility, self->abilities->len - 1));
}

static void
read_absence (PtRoster *self, const xmlNode *node, PtPerson *person, guint place)
{
  PtAbsence absence = { .person = person, .place = place };
  PtPerson *deputy = read_reference (&self->persons, node, "deputy");
  PtAbsence *stored;

  if (!pt_roster_read_day (node, "from", &absence.from, NULL)
      || !pt_roster_read_day (node, "until", &absence.until, NULL))
    return;
  absence.deputy = deputy != person ? deputy : NULL;
  absence.why = read_string (self, node, "why");
  g_array_append_val (self->absences, absence);
  stored = &g_array_index (self->absences, PtAbsence, self->absences->len - 1);
  append (self, &person->absences, stored);
  if (absence.deputy != NULL)
    append (self, &deputy->stands_in, stored);
}

static void
read_person (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtPerson *person = entry;

  person->name = read_name (self, node, person->id);
  person->index = index;
  person->mail = read_string (self, node, "mail");
  person->unit = read_reference (&self->units, node, "unit");
  person->manager = read_reference (&self->persons, node, "manager");
  person->calendar = read_reference (&self->calendars, node, "calendar");
  person->fte = read_amount (node, "fte", 1);
  person->active = pt_roster_is_active (node);
  person->holds = nothing (self);
  person->abilities = nothing (self);
  person->absences = nothing (self);
  person->stands_in = nothing (self);
}

static void
read_insides (PtRoster *self, const xmlNode *node, PtPerson *person)
{
  static const struct
  {
    const char *tag;
    void (*read) (PtRoster *, const xmlNode *, PtPerson *, guint place);
  } readers[] = {
    { "holds", read_hold },
    { "can", read_ability },
    { "away", read_absence },
  };
  guint places[G_N_ELEMENTS (readers)] = { 0 };

  for (xmlNode *child = pt_xml_first_element (node); child != NULL;
       child = pt_xml_next_element (child))
    for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
      if (pt_roster_is (child, readers[i].tag))
        readers[i].read (self, child, person, places[i]++);
}

static void
read_rule (PtRoster *self, const xmlNode *node, gpointer entry, guint index)
{
  PtRule *rule = entry;
  g_autofree char *type = pt_xml_attribute (node, "type");

  rule->name = read_name (self, node, rule->id);
  rule->index = index;
  pt_rule_type_from_string (type, &rule->type);
  rule->n = read_number (node, "n", 0);
  rule->weight = MIN (read_number (node, "weight", 0), 100);
  rule->why = read_string (self, node, "why");
  rule->roles = nothing (self);
  rule->tags = nothing (self);
  rule->tasks = nothing (self);
  read_roles (self, &rule->roles, node, "roles");
  read_words (self, &rule->tags, node, "tags");
  read_words (self, &rule->tasks, node, "tasks");
}

/* ----- tables ----------------------------------------------------------------------------------
 */

/* A rule of a type that nobody knows says nothing; that is named once, by the schema. */
static gboolean
is_readable (const xmlNode *node, const char *tag)
{
  g_autofree char *type = pt_roster_is (node, "rule") ? pt_xml_attribute (node, "type") : NULL;
  PtRuleType known;

  return pt_roster_is (node, tag)
         && (!pt_roster_is (node, "rule") || pt_rule_type_from_string (type, &known));
}

/* Makes an entry for every element @tag that has an id of its own; each struct begins with its id.
 */
static void
make_entries (PtRoster *self, PtTable *table, const xmlNode *root, const char *tag, gsize size)
{
  char *next = table->block = g_malloc0_n (count_children (root, tag) + 1, size);

  table->entries = g_ptr_array_new ();
  table->nodes = g_ptr_array_new ();
  table->by_id = g_hash_table_new (pt_id_hash, g_str_equal);
  for (xmlNode *node = pt_xml_first_element (root); node != NULL; node = pt_xml_next_element (node))
    {
      const char *id = is_readable (node, tag) ? read_string (self, node, "id") : NULL;

      if (id == NULL || g_hash_table_contains (table->by_id, id))
        continue;
      *(const char **)next = id;
      g_hash_table_insert (table->by_id, (gpointer)id, next);
      g_ptr_array_add (table->entries, next);
      g_ptr_array_add (table->nodes, node);
      next += size;
    }
}

typedef void (*Read) (PtRoster *self, const xmlNode *node, gpointer entry, guint index);

static void
read_entries (PtRoster *self, PtTable *table, Read read)
{
  for (guint i = 0; i < table->entries->len; i++)
    read (self, table->nodes->pdata[i], table->entries->pdata[i], i);
}

static guint
count_insides (const PtTable *persons, const char *tag)
{
  guint count = 0;

  for (guint i = 0; i < persons->nodes->len; i++)
    count += count_children (persons->nodes->pdata[i], tag);
  return count;
}

/* Pointers into such an array stay good, as it is as large as it will get. */
static GArray *
make_insides (const PtTable *persons, const char *tag, guint size)
{
  return g_array_sized_new (FALSE, FALSE, size, count_insides (persons, tag) + 1);
}

static void
read_persons (PtRoster *self)
{
  const PtTable *table = &self->persons;

  self->holds = make_insides (table, "holds", sizeof (PtHold));
  self->abilities = make_insides (table, "can", sizeof (PtAbility));
  self->absences = make_insides (table, "away", sizeof (PtAbsence));
  read_entries (self, &self->persons, read_person);
  for (guint i = 0; i < table->entries->len; i++)
    read_insides (self, table->nodes->pdata[i], table->entries->pdata[i]);
}

static void
note_kinds (PtRoster *self)
{
  for (guint i = 0; i < self->roles.entries->len; i++)
    {
      PtRole *role = self->roles.entries->pdata[i];

      for (guint k = 0; k < role->is_a->len; k++)
        append (self, &((PtRole *)role->is_a->pdata[k])->kinds, role);
    }
}

void
pt_roster_read (PtRoster *self, const xmlNode *root)
{
  struct
  {
    PtTable *table;
    const char *tag;
    gsize size;
    Read read; /* (nullable) */
  } kinds[] = {
    { &self->calendars, "calendar", sizeof (PtCalendar), read_calendar },
    { &self->skills, "skill", sizeof (PtSkill), read_skill },
    { &self->units, "unit", sizeof (PtUnit), read_unit },
    { &self->roles, "role", sizeof (PtRole), read_role },
    { &self->persons, "person", sizeof (PtPerson), NULL },
    { &self->rules, "rule", sizeof (PtRule), read_rule },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    make_entries (self, kinds[i].table, root, kinds[i].tag, kinds[i].size);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].read != NULL)
      read_entries (self, kinds[i].table, kinds[i].read);
  read_persons (self);
  pt_roster_cut_circles (self);
  note_kinds (self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&kinds[i].table->nodes, g_ptr_array_unref);
}
