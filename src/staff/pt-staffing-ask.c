/* pt-staffing-ask.c: is there a plan, and if not, what stands in the way
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staffing-private.h"

/* ----- a case -------------------------------------------------------------------------------- */

static void
set_all (guint8 *marks, const guint *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    marks[numbers[i]] = 1;
}

static void
set_facts (PtAsk *self)
{
  const PtStaffing *staffing = self->staffing;

  for (guint i = 0; i < staffing->facts->len; i++)
    self->holds[i] = pt_staffing_fact (staffing, i)->weight == 0;
  for (guint i = 0; i < staffing->tasks->len; i++)
    if (!self->is_done[i])
      self->holds[pt_staffing_task (staffing, i)->fact] = 0;
}

PtAsk *
pt_ask_new (PtStaffing *staffing, const PtStaffCase *asked, const PtEffort *effort)
{
  PtAsk *self = g_new0 (PtAsk, 1);

  pt_staffing_seal (staffing);
  self->staffing = staffing;
  self->effort = effort;
  self->is_done = g_new0 (guint8, staffing->tasks->len + 1);
  self->is_away = g_new0 (guint8, staffing->units->len + 1);
  self->holds = g_new0 (guint8, staffing->facts->len + 1);
  if (asked != NULL && asked->tasks != NULL)
    set_all (self->is_done, asked->tasks, asked->n_tasks);
  else
    memset (self->is_done, 1, staffing->tasks->len);
  if (asked != NULL)
    set_all (self->is_away, asked->away, asked->n_away);
  set_facts (self);
  return self;
}

void
pt_ask_free (PtAsk *self)
{
  g_free (self->is_done);
  g_free (self->is_away);
  g_free (self->holds);
  g_free (self);
}

/* ----- assumptions --------------------------------------------------------------------------- */

static void
assume_away (const PtAsk *self, guint person)
{
  const PtStaffing *staffing = self->staffing;

  for (guint seat = 0; seat < staffing->seats->len; seat++)
    {
      int literal = pt_staffing_literal (staffing, seat, person);

      if (literal != 0)
        pt_sat_assume (staffing->sat, -literal);
    }
}

/* Somebody who is here keeps deputies from work. */
static void
assume_people (const PtAsk *self)
{
  const PtStaffing *staffing = self->staffing;

  for (guint person = 0; person < staffing->units->len; person++)
    {
      if (self->is_away[person])
        assume_away (self, person);
      if (staffing->here[person] != 0)
        pt_sat_assume (staffing->sat,
                       self->is_away[person] ? -staffing->here[person] : staffing->here[person]);
    }
}

static void
assume_facts (const PtAsk *self)
{
  const PtStaffing *staffing = self->staffing;

  for (guint i = 0; i < staffing->tasks->len; i++)
    if (!self->is_done[i])
      pt_sat_assume (staffing->sat, -pt_staffing_is_done (staffing, i));
  for (guint i = 0; i < staffing->facts->len; i++)
    if (self->holds[i])
      pt_sat_assume (staffing->sat, pt_staffing_fact (staffing, i)->literal);
}

PtAnswer
pt_ask_solve (PtAsk *self)
{
  assume_people (self);
  assume_facts (self);
  if (self->also != 0)
    pt_sat_assume (self->staffing->sat, self->also);
  return pt_sat_solve (self->staffing->sat, self->effort);
}

/* ----- plans --------------------------------------------------------------------------------- */

guint
pt_ask_get_person (const PtAsk *self, guint number)
{
  const PtSeat *seat = pt_staffing_seat (self->staffing, number);
  const GArray *people = pt_staffing_task (self->staffing, seat->task)->people;

  for (guint i = 0; self->is_done[seat->task] && i < people->len; i++)
    if (pt_sat_value (self->staffing->sat, seat->first + (int)i))
      return g_array_index (people, guint, i);
  return G_MAXUINT;
}

GArray *
pt_ask_get_plan (const PtAsk *self)
{
  guint n = self->staffing->seats->len;
  GArray *plan = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint seat = 0; seat < n; seat++)
    {
      guint person = pt_ask_get_person (self, seat);

      g_array_append_val (plan, person);
    }
  return plan;
}

PtAnswer
pt_staffing_plan (PtStaffing *self, const PtStaffCase *asked, const PtEffort *effort, GArray **plan)
{
  g_autoptr (PtAsk) ask = pt_ask_new (self, asked, effort);
  PtAnswer answer = pt_ask_solve (ask);

  if (plan != NULL)
    *plan = answer == PT_ANSWER_YES ? pt_ask_get_plan (ask) : NULL;
  return answer;
}

/* ----- conflicts ----------------------------------------------------------------------------- */

GArray *
pt_ask_get_failed (const PtAsk *self, const guint8 *wanted)
{
  GArray *failed = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->staffing->facts->len; i++)
    if (self->holds[i] && wanted[i]
        && pt_sat_failed (self->staffing->sat, pt_staffing_fact (self->staffing, i)->literal))
      g_array_append_val (failed, i);
  return failed;
}

/* Gives up those of @core that were not needed, but for the first @n, which are known to be. */
static void
keep_failed (PtAsk *self, GArray *core, guint n)
{
  g_autofree guint8 *needed = g_new0 (guint8, self->staffing->facts->len + 1);
  guint kept = n;

  for (guint i = n; i < core->len; i++)
    {
      guint fact = g_array_index (core, guint, i);

      needed[fact] = self->holds[fact]
                     && pt_sat_failed (self->staffing->sat,
                                       pt_staffing_fact (self->staffing, fact)->literal);
    }
  for (guint i = n; i < core->len; i++)
    {
      guint fact = g_array_index (core, guint, i);

      self->holds[fact] = needed[fact];
      if (needed[fact])
        g_array_index (core, guint, kept++) = fact;
    }
  g_array_set_size (core, kept);
}

/* One after the other is left out: a plan shows that it is needed. Those that are not go, and with
 * them whatever the solver did without. */
PtAnswer
pt_ask_shrink (PtAsk *self, GArray *core)
{
  guint n_needed = 0;

  while (n_needed < core->len)
    {
      guint fact = g_array_index (core, guint, n_needed);
      PtAnswer answer;

      self->holds[fact] = 0;
      answer = pt_ask_solve (self);
      if (answer == PT_ANSWER_NO)
        {
          keep_failed (self, core, n_needed);
          continue;
        }
      self->holds[fact] = 1;
      if (answer == PT_ANSWER_UNDECIDED)
        return answer;
      n_needed++;
    }
  return PT_ANSWER_NO;
}

/* Of what is taken to hold, only @core goes on to be, and what is not to be spared. */
static void
hold_only (PtAsk *self, const GArray *core, const guint8 *spared)
{
  for (guint i = 0; i < self->staffing->facts->len; i++)
    if (spared[i])
      self->holds[i] = 0;
  for (guint i = 0; i < core->len; i++)
    self->holds[g_array_index (core, guint, i)] = 1;
}

PtAnswer
pt_ask_find_conflict (PtAsk *self, gboolean obstacles, GArray **conflict)
{
  guint n_facts = self->staffing->facts->len;
  g_autofree guint8 *wanted = g_new0 (guint8, n_facts + 1);
  PtAnswer answer = pt_ask_solve (self);

  *conflict = NULL;
  if (answer != PT_ANSWER_NO)
    return answer;
  for (guint i = 0; i < n_facts; i++)
    wanted[i] = obstacles || pt_staffing_fact (self->staffing, i)->kind != PT_FACT_OBSTACLE;
  *conflict = pt_ask_get_failed (self, wanted);
  hold_only (self, *conflict, wanted);
  return pt_ask_shrink (self, *conflict);
}

PtAnswer
pt_staffing_conflict (PtStaffing *self,
                      const PtStaffCase *asked,
                      gboolean obstacles,
                      const PtEffort *effort,
                      GArray **conflict)
{
  g_autoptr (PtAsk) ask = pt_ask_new (self, asked, effort);

  return pt_ask_find_conflict (ask, obstacles, conflict);
}
