/* pt-roster-check-people.c: people who left, deputies who are away, skills that expire, shares
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

static char *
format_end (const GDate *day)
{
  return g_date_valid (day) ? pt_roster_format_day (day) : g_strdup ("");
}

static gboolean
is_over (const GDate *until, const GDate *day)
{
  return g_date_valid (until) && g_date_compare (until, day) < 0;
}

/* ----- people who left -------------------------------------------------------------------------
 */

/* Spans that are over are history, those that are not are forgotten. */
static void
check_leaver (const PtRosterCheck *self, const PtPerson *person)
{
  GDate yesterday = *self->day;
  g_autofree char *last = NULL;

  g_date_subtract_days (&yesterday, 1);
  last = pt_roster_format_day (&yesterday);
  for (guint i = 0; !person->active && i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];
      PtDiagnostic *diagnostic;

      if (is_over (&hold->until, self->day))
        continue;
      diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RH04, person->name,
                                       hold->role->name, NULL);
      pt_diagnostic_add_element (diagnostic, person->id);
      pt_diagnostic_add_element (diagnostic, hold->role->id);
      pt_diagnostic_add_fix (diagnostic, PT_FIX_END_SPANS, person->name, person->id, last, NULL);
      pt_roster_check_place (self, diagnostic, pt_roster_check_entry (self, person->id));
    }
}

/* ----- deputies who are away -------------------------------------------------------------------
 */

/* The days that both absences have. Returns: whether there are any */
static gboolean
intersect (const PtAbsence *a, const PtAbsence *b, GDate *from, GDate *until)
{
  *from = !g_date_valid (&a->from)                                             ? b->from
          : g_date_valid (&b->from) && g_date_compare (&b->from, &a->from) > 0 ? b->from
                                                                               : a->from;
  *until = !g_date_valid (&a->until)                                               ? b->until
           : g_date_valid (&b->until) && g_date_compare (&b->until, &a->until) < 0 ? b->until
                                                                                   : a->until;
  return !g_date_valid (from) || !g_date_valid (until) || g_date_compare (from, until) <= 0;
}

static void
add_absent_deputy (const PtRosterCheck *self,
                   const PtAbsence *absence,
                   const GDate *from,
                   const GDate *until)
{
  g_autofree char *first = format_end (from);
  g_autofree char *last = format_end (until);
  PtDiagnostic *diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RH06, absence->deputy->name,
                            absence->person->name, first, last, NULL);

  pt_diagnostic_add_element (diagnostic, absence->person->id);
  pt_diagnostic_add_element (diagnostic, absence->deputy->id);
  pt_roster_check_place (self, diagnostic,
                         pt_roster_check_part (self, absence->person->id, "away", absence->place));
  pt_roster_check_offer_deputies (self, diagnostic, absence);
}

static void
check_deputies (const PtRosterCheck *self, const PtPerson *person)
{
  for (guint i = 0; i < person->absences->len; i++)
    {
      const PtAbsence *absence = person->absences->pdata[i];

      for (guint k = 0; absence->deputy != NULL && k < absence->deputy->absences->len; k++)
        {
          GDate from, until;

          if (!intersect (absence, absence->deputy->absences->pdata[k], &from, &until)
              || is_over (&until, self->day))
            continue;
          add_absent_deputy (self, absence, &from, &until);
          break;
        }
    }
}

/* ----- skills that expire ----------------------------------------------------------------------
 */

static guint
count_with_skill (const PtRosterCheck *self, const PtSkill *skill, const GDate *day)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);
  guint count = 0;

  for (guint i = 0; i < persons->len; i++)
    {
      const PtPerson *person = persons->pdata[i];

      count += person->active && pt_person_get_ability (person, skill, day) != NULL;
    }
  return count;
}

/* A year more. */
static void
offer_renewal (const PtRosterCheck *self, PtDiagnostic *diagnostic, const PtAbility *ability)
{
  xmlNode *node = pt_roster_check_part (self, ability->person->id, "can", ability->place);
  g_autofree char *path = pt_roster_check_path (self, node);
  g_autofree char *until = pt_xml_attribute (node, "until");
  g_autofree char *renewed = NULL;
  GDate day = ability->until;

  g_date_add_years (&day, 1);
  renewed = pt_roster_format_day (&day);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, renewed, path, "until", until, NULL);
  pt_roster_check_place (self, diagnostic, node);
}

static void
check_skills (const PtRosterCheck *self, const PtPerson *person)
{
  GDate horizon = *self->day;

  g_date_add_days (&horizon, PT_ROSTER_OUTLOOK);
  for (guint i = 0; person->active && i < person->abilities->len; i++)
    {
      const PtAbility *ability = person->abilities->pdata[i];
      GDate after = ability->until;
      g_autofree char *last = format_end (&ability->until);
      g_autofree char *left = NULL;
      PtDiagnostic *diagnostic;

      if (!g_date_valid (&after) || is_over (&after, self->day)
          || g_date_compare (&after, &horizon) > 0)
        continue;
      g_date_add_days (&after, 1);
      if (pt_person_get_ability (person, ability->skill, &after) != NULL
          || !pt_roster_check_take (self, pt_roster_get_persons (self->roster)->len))
        continue;
      left = g_strdup_printf ("%u", count_with_skill (self, ability->skill, &after));
      diagnostic = pt_diagnostics_add (self->diagnostics, PT_CODE_RH09, ability->skill->name,
                                       person->name, last, left, NULL);
      pt_diagnostic_add_element (diagnostic, person->id);
      offer_renewal (self, diagnostic, ability);
    }
}

/* ----- shares ----------------------------------------------------------------------------------
 */

static void
check_shares (const PtRosterCheck *self, const PtPerson *person)
{
  g_autofree char *day = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *limit = NULL;
  double sum = 0;
  PtDiagnostic *diagnostic;

  for (guint i = 0; i < person->holds->len; i++)
    {
      const PtHold *hold = person->holds->pdata[i];

      if (hold->share > 0 && pt_hold_covers (hold, self->day))
        sum += hold->share;
    }
  if (!person->active || sum <= person->fte + 1e-9)
    return;
  day = pt_roster_format_day (self->day);
  percent = g_strdup_printf ("%.0f", sum * 100);
  limit = g_strdup_printf ("%.0f", person->fte * 100);
  diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_RH11, person->name, percent, limit, NULL);
  pt_diagnostic_add_element (diagnostic, person->id);
  pt_diagnostic_add_fix (diagnostic, PT_FIX_SCALE_SHARES, person->name, person->id, day, NULL);
  pt_roster_check_place (self, diagnostic, pt_roster_check_entry (self, person->id));
}

void
pt_roster_check_people (const PtRosterCheck *self)
{
  GPtrArray *persons = pt_roster_get_persons (self->roster);

  for (guint i = 0; i < persons->len; i++)
    {
      check_leaver (self, persons->pdata[i]);
      check_deputies (self, persons->pdata[i]);
      check_skills (self, persons->pdata[i]);
      check_shares (self, persons->pdata[i]);
    }
}
