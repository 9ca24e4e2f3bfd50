/* pt-authority-bars.c: why somebody may not do a task on a day
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "pt-authority-private.h"
#include "pt-roster-private.h"

typedef struct
{
  const PtAuthority *authority;
  const PtPerson *person;
  GArray *bars; /* of PtBar */
} Search;

/* ----- whether a part admits the person --------------------------------------------------------
 */

/* A relation may be true in a case: it bars nobody beforehand. */
static gboolean
admits (const Search *self, const PtAssignment *part, gboolean negated)
{
  gboolean is_choice = (part->kind == PT_ASSIGNMENT_OR) != negated;
  const PtStanding *standing;

  if (part->kind == PT_ASSIGNMENT_NOT)
    return admits (self, part->parts->pdata[0], !negated);
  if (pt_assignment_is_relation (part->kind))
    return TRUE;
  for (guint i = 0; part->parts != NULL && i < part->parts->len; i++)
    if (admits (self, part->parts->pdata[i], negated) == is_choice)
      return is_choice;
  if (part->parts != NULL)
    return !is_choice;
  standing = g_hash_table_lookup (self->authority->standings, part);
  return pt_person_set_has (standing->all, self->person) != negated;
}

/* ----- what bars them --------------------------------------------------------------------------
 */

/* What they have to do with the role otherwise. */
static void
bar_by_role (const Search *self, const PtAssignment *part, const PtRole *role, PtBar *bar)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self->authority->roster, role);

  bar->kind = PT_BAR_ROLE;
  for (guint i = 0; i < self->person->holds->len; i++)
    {
      const PtHold *hold = self->person->holds->pdata[i];

      if (!g_ptr_array_find (kinds, hold->role, NULL))
        continue;
      if (pt_hold_covers (hold, &self->authority->day))
        bar->kind = PT_BAR_DEPUTY;
      else if (bar->kind == PT_BAR_ROLE)
        {
          bar->kind = PT_BAR_ROLE_DAY;
          bar->from = hold->from;
          bar->until = hold->until;
        }
    }
}

static void
bar_by_skill (const Search *self, const PtAssignment *part, const PtSkill *skill, PtBar *bar)
{
  GDate ever = { 0 };
  const PtAbility *now = pt_person_get_ability (self->person, skill, &self->authority->day);
  const PtAbility *once = pt_person_get_ability (self->person, skill, &ever);

  bar->kind = PT_BAR_SKILL;
  bar->level = part->level;
  if (once != NULL && once->level >= part->level)
    {
      bar->kind = PT_BAR_EXPIRED;
      bar->until = once->until;
    }
  else if (now != NULL)
    bar->kind = PT_BAR_LEVEL;
}

static void
add_bar (Search *self, const PtAssignment *part, gboolean negated)
{
  const PtStanding *standing = g_hash_table_lookup (self->authority->standings, part);
  const PtEntry *entry = standing->entry;
  PtBar bar = { .kind = PT_BAR_UNKNOWN, .name = entry != NULL ? entry->name : part->name };

  if (negated)
    bar.kind = PT_BAR_EXCLUDED;
  else if (entry == NULL)
    bar.kind = PT_BAR_UNKNOWN;
  else if (part->kind == PT_ASSIGNMENT_ROLE)
    bar_by_role (self, part, standing->entry, &bar);
  else if (part->kind == PT_ASSIGNMENT_SKILL)
    bar_by_skill (self, part, standing->entry, &bar);
  else
    bar.kind = part->kind == PT_ASSIGNMENT_UNIT ? PT_BAR_UNIT : PT_BAR_PERSON;
  g_array_append_val (self->bars, bar);
}

static void
add_bars (Search *self, const PtAssignment *part, gboolean negated)
{
  if (admits (self, part, negated))
    return;
  if (part->kind == PT_ASSIGNMENT_NOT)
    add_bars (self, part->parts->pdata[0], !negated);
  else if (part->parts == NULL)
    add_bar (self, part, negated);
  else
    for (guint i = 0; i < part->parts->len; i++)
      add_bars (self, part->parts->pdata[i], negated);
}

static void
add_absence (Search *self)
{
  const PtAbsence *absence = pt_person_get_absence (self->person, &self->authority->day);
  PtBar away = { .kind = PT_BAR_AWAY };

  if (absence == NULL)
    return;
  away.from = absence->from;
  away.until = absence->until;
  g_array_append_val (self->bars, away);
}

GArray *
pt_authority_get_bars (const PtAuthority *self, const PtPerson *person)
{
  Search search = { self, person, g_array_new (FALSE, FALSE, sizeof (PtBar)) };
  PtBar left = { .kind = PT_BAR_LEFT };

  if (!person->active)
    {
      g_array_append_val (search.bars, left);
      return search.bars;
    }
  add_absence (&search);
  add_bars (&search, self->assignment, FALSE);
  return search.bars;
}

/* ----- in words --------------------------------------------------------------------------------
 */

/* {1} is the name, {2} the level, {3} the first and {4} the last day; a part in [square brackets]
 * is left out when what is in it is not said. */
static const char *const sentences[] = {
  [PT_BAR_LEFT] = N_ ("is no longer active"),
  [PT_BAR_AWAY] = N_ ("is away[ from {3}][ until {4}]"),
  [PT_BAR_ROLE] = N_ ("does not hold the role “{1}”"),
  [PT_BAR_ROLE_DAY] = N_ ("holds the role “{1}”[ from {3}][ until {4}] only"),
  [PT_BAR_DEPUTY] = N_ ("only stands in for “{1}”, and nobody is away"),
  [PT_BAR_SKILL] = N_ ("lacks the skill “{1}”"),
  [PT_BAR_LEVEL] = N_ ("has the skill “{1}”, but not at level {2}"),
  [PT_BAR_EXPIRED] = N_ ("had the skill “{1}”[ until {4}]"),
  [PT_BAR_UNIT] = N_ ("does not belong to “{1}”"),
  [PT_BAR_PERSON] = N_ ("is not {1}"),
  [PT_BAR_EXCLUDED] = N_ ("is excluded by “not {1}”"),
  [PT_BAR_UNKNOWN] = N_ ("cannot be “{1}”, which is not in the roles file"),
};

static char *
format_end (const GDate *day)
{
  return g_date_valid (day) ? pt_roster_format_day (day) : g_strdup ("");
}

char *
pt_bar_describe (const PtBar *self)
{
  g_autofree char *level = g_strdup_printf ("%u", self->level);
  g_autofree char *from = format_end (&self->from);
  g_autofree char *until = format_end (&self->until);
  const char *const args[] = { self->name != NULL ? self->name : "", level, from, until, NULL };

  return pt_wording_fill (_ (sentences[self->kind]), args);
}
