/* pt-authority.c: who may do a task on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-authority-private.h"

/* One way to be admitted, in the making. */
typedef struct
{
  PtPersonSet *own, *all; /* as in #PtStanding */
  GArray *relations;      /* of PtRelation */
} Way;

/* ----- ways ------------------------------------------------------------------------------------
 */

static void
way_free (Way *self)
{
  g_free (self->own);
  g_free (self->all);
  g_array_unref (self->relations);
  g_free (self);
}

/* @own, @all: (transfer full) */
static Way *
way_new (PtPersonSet *own, PtPersonSet *all)
{
  Way *self = g_new (Way, 1);

  self->own = own;
  self->all = all;
  self->relations = g_array_new (FALSE, FALSE, sizeof (PtRelation));
  return self;
}

static Way *
way_for_everybody (const PtAuthority *self)
{
  PtPersonSet *everybody = pt_person_set_new (pt_roster_get_persons (self->roster)->len);

  pt_person_set_invert (everybody);
  return way_new (everybody, pt_person_set_copy (everybody));
}

static Way *
way_of_leaf (const PtAuthority *self, const PtAssignment *part, gboolean negated)
{
  const PtStanding *standing = g_hash_table_lookup (self->standings, part);
  Way *way;

  if (standing == NULL)
    {
      PtRelation relation = { part->kind, negated, part->name };

      way = way_for_everybody (self);
      g_array_append_val (way->relations, relation);
    }
  else if (negated)
    {
      /* Who stands in for a role is excluded with it. */
      way = way_new (pt_person_set_copy (standing->all), pt_person_set_copy (standing->all));
      pt_person_set_invert (way->own);
      pt_person_set_invert (way->all);
    }
  else
    way = way_new (pt_person_set_copy (standing->own), pt_person_set_copy (standing->all));
  return way;
}

static Way *
way_of_both (const Way *a, const Way *b)
{
  Way *way = way_new (pt_person_set_copy (a->own), pt_person_set_copy (a->all));

  pt_person_set_intersect (way->own, b->own);
  pt_person_set_intersect (way->all, b->all);
  g_array_append_vals (way->relations, a->relations->data, a->relations->len);
  g_array_append_vals (way->relations, b->relations->data, b->relations->len);
  return way;
}

static GPtrArray *
ways_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)way_free);
}

static Way *
find_plain (GPtrArray *ways)
{
  for (guint i = 0; i < ways->len; i++)
    if (((Way *)ways->pdata[i])->relations->len == 0)
      return ways->pdata[i];
  return NULL;
}

/* @way: (transfer full). Ways that ask for no relation are one. */
static void
add_way (GPtrArray *ways, Way *way)
{
  Way *plain = way->relations->len == 0 ? find_plain (ways) : NULL;

  if (plain == NULL)
    {
      g_ptr_array_add (ways, way);
      return;
    }
  pt_person_set_unite (plain->own, way->own);
  pt_person_set_unite (plain->all, way->all);
  way_free (way);
}

/* @ways, @others: (transfer full): either of both. */
static GPtrArray *
ways_of_either (GPtrArray *ways, GPtrArray *others)
{
  while (others->len > 0)
    add_way (ways, g_ptr_array_steal_index (others, 0));
  g_ptr_array_unref (others);
  return ways;
}

/* @ways, @others: (transfer full): one of each. */
static GPtrArray *
ways_of_both (GPtrArray *ways, GPtrArray *others)
{
  GPtrArray *both = ways_new ();

  for (guint i = 0; i < ways->len; i++)
    for (guint k = 0; k < others->len; k++)
      add_way (both, way_of_both (ways->pdata[i], others->pdata[k]));
  g_ptr_array_unref (ways);
  g_ptr_array_unref (others);
  return both;
}

/* The disjunctive normal form; @negated by the rules of De Morgan. */
static GPtrArray *
ways_of (const PtAuthority *self, const PtAssignment *part, gboolean negated)
{
  gboolean is_choice = (part->kind == PT_ASSIGNMENT_OR) != negated;
  GPtrArray *ways;

  if (part->kind == PT_ASSIGNMENT_NOT)
    return ways_of (self, part->parts->pdata[0], !negated);
  if (part->parts == NULL)
    {
      ways = ways_new ();
      g_ptr_array_add (ways, way_of_leaf (self, part, negated));
      return ways;
    }
  ways = ways_of (self, part->parts->pdata[0], negated);
  for (guint i = 1; i < part->parts->len; i++)
    {
      GPtrArray *others = ways_of (self, part->parts->pdata[i], negated);

      ways = is_choice ? ways_of_either (ways, others) : ways_of_both (ways, others);
    }
  return ways;
}

/* ----- alternatives ----------------------------------------------------------------------------
 */

static void
alternative_free (PtAlternative *self)
{
  g_ptr_array_unref (self->persons);
  g_ptr_array_unref (self->deputies);
  g_array_unref (self->relations);
  g_free (self);
}

static PtAlternative *
alternative_of (const PtAuthority *self, const Way *way)
{
  PtAlternative *alternative = g_new (PtAlternative, 1);
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  alternative->persons = g_ptr_array_new ();
  alternative->deputies = g_ptr_array_new ();
  alternative->relations = g_array_ref (way->relations);
  for (guint i = 0; i < persons->len; i++)
    {
      PtPerson *person = persons->pdata[i];

      if (!pt_person_set_has (way->all, person) || !pt_authority_is_there (self, person))
        continue;
      g_ptr_array_add (alternative->persons, person);
      if (!pt_person_set_has (way->own, person))
        g_ptr_array_add (alternative->deputies, person);
    }
  return alternative;
}

/* Sets of all who are in one of the alternatives. */
static void
note_admitted (PtAuthority *self, const PtAlternative *alternative, const Way *way)
{
  for (guint i = 0; i < alternative->persons->len; i++)
    {
      const PtPerson *person = alternative->persons->pdata[i];

      pt_person_set_add (self->admitted, person);
      if (pt_person_set_has (way->own, person))
        pt_person_set_add (self->admitted_by_themselves, person);
    }
}

static void
find_standing (const PtAssignment *part, gpointer data)
{
  PtAuthority *self = data;

  if (part->parts == NULL && !pt_assignment_is_relation (part->kind))
    g_hash_table_insert (self->standings, (gpointer)part,
                         pt_standing_new (self->roster, part, &self->day, self->deputies));
}

PtAuthority *
pt_authority_new (PtRoster *roster,
                  const PtAssignment *assignment,
                  const GDate *day,
                  PtDeputies deputies)
{
  PtAuthority *self = g_new0 (PtAuthority, 1);
  guint n = pt_roster_get_persons (roster)->len;
  g_autoptr (GPtrArray) ways = NULL;

  self->roster = pt_roster_ref (roster);
  self->assignment = assignment;
  self->day = *day;
  self->deputies = deputies;
  self->standings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)pt_standing_free);
  self->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)alternative_free);
  self->admitted = pt_person_set_new (n);
  self->admitted_by_themselves = pt_person_set_new (n);
  pt_assignment_foreach (assignment, find_standing, self);
  ways = ways_of (self, assignment, FALSE);
  for (guint i = 0; i < ways->len; i++)
    {
      PtAlternative *alternative = alternative_of (self, ways->pdata[i]);

      g_ptr_array_add (self->alternatives, alternative);
      note_admitted (self, alternative, ways->pdata[i]);
    }
  return self;
}

void
pt_authority_free (PtAuthority *self)
{
  g_free (self->admitted);
  g_free (self->admitted_by_themselves);
  g_ptr_array_unref (self->alternatives);
  g_hash_table_unref (self->standings);
  pt_roster_unref (self->roster);
  g_free (self);
}

/* ----- asking ----------------------------------------------------------------------------------
 */

gboolean
pt_authority_is_there (const PtAuthority *self, const PtPerson *person)
{
  return person->active && pt_person_get_absence (person, &self->day) == NULL;
}

GPtrArray *
pt_authority_get_alternatives (const PtAuthority *self)
{
  return self->alternatives;
}

gboolean
pt_authority_admits (const PtAuthority *self, const PtPerson *person)
{
  return pt_person_set_has (self->admitted, person);
}

gboolean
pt_authority_is_deputy (const PtAuthority *self, const PtPerson *person)
{
  return pt_authority_admits (self, person)
         && !pt_person_set_has (self->admitted_by_themselves, person);
}

typedef struct
{
  const PtAuthority *authority;
  const PtPerson *deputy;
  GPtrArray *persons;
} Represented;

static void
add_represented (const PtAssignment *part, gpointer data)
{
  Represented *self = data;
  const PtStanding *standing = g_hash_table_lookup (self->authority->standings, part);

  if (part->kind == PT_ASSIGNMENT_ROLE && standing->entry != NULL
      && !pt_person_set_has (standing->own, self->deputy))
    pt_standing_add_represented (self->authority->roster, standing->entry, &self->authority->day,
                                 self->deputy, self->persons);
}

GPtrArray *
pt_authority_get_stands_in_for (const PtAuthority *self, const PtPerson *person)
{
  Represented represented = { self, person, g_ptr_array_new () };

  if (pt_authority_is_deputy (self, person))
    pt_assignment_foreach (self->assignment, add_represented, &represented);
  return represented.persons;
}
