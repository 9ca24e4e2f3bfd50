/* pt-roster-check-outlook.c: roles that nobody will hold soon, or whose holders are all away
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

/* What happens to one role, day by day from the day of the check. */
typedef struct
{
  const PtRosterCheck *check;
  const PtRole *role;
  GPtrArray *holds;                        /* of PtHold: of the role and its special kinds */
  GPtrArray *deputies;                     /* of PtHold: of the role that is its deputy */
  gboolean changes[PT_ROSTER_OUTLOOK + 1]; /* days on which something may be other than before */
} Outlook;

/* ----- when something changes ------------------------------------------------------------------
 */

static void
note_change (Outlook *self, const GDate *day, int after)
{
  int offset = g_date_valid (day) ? g_date_days_between (self->check->day, day) + after : -1;

  if (offset >= 0 && offset <= PT_ROSTER_OUTLOOK)
    self->changes[offset] = TRUE;
}

static void
note_span (Outlook *self, const GDate *from, const GDate *until)
{
  note_change (self, from, 0);
  note_change (self, until, 1);
  if (pt_roster_span_covers (from, until, self->check->day))
    self->changes[0] = TRUE;
}

/* @list: (nullable): takes the holds that are not over */
static void
collect_holds (Outlook *self, const PtRole *role, GPtrArray *list)
{
  g_autoptr (GPtrArray) kinds = pt_roster_get_kinds_of (self->check->roster, role);

  for (guint i = 0; i < kinds->len; i++)
    {
      const PtRole *kind = kinds->pdata[i];

      for (guint k = 0; k < kind->holds->len; k++)
        {
          const PtHold *hold = kind->holds->pdata[k];

          if (!hold->person->active
              || (g_date_valid (&hold->until)
                  && g_date_compare (&hold->until, self->check->day) < 0))
            continue;
          g_ptr_array_add (list, (gpointer)hold);
          if (g_date_valid (&hold->from) || g_date_valid (&hold->until))
            note_span (self, &hold->from, &hold->until);
          for (guint n = 0; n < hold->person->absences->len; n++)
            {
              const PtAbsence *absence = hold->person->absences->pdata[n];

              note_span (self, &absence->from, &absence->until);
            }
        }
    }
}

/* ----- one day ---------------------------------------------------------------------------------
 */

/* Counts until it is clear that somebody holds the role and somebody is there. @away: (out)
 * (nullable): somebody's absence, when nobody is there. Returns: how many hold the role on @day;
 * @present: (out): those of them who are there, and deputies for those who are not */
static guint
count_on (const Outlook *self, const GDate *day, guint *present, const PtAbsence **away)
{
  guint holders = 0;

  *present = 0;
  *away = NULL;
  for (guint i = 0; i < self->holds->len && (holders == 0 || *present == 0); i++)
    {
      const PtHold *hold = self->holds->pdata[i];
      const PtAbsence *absence;

      if (!pt_hold_covers (hold, day))
        continue;
      absence = pt_person_get_absence (hold->person, day);
      holders += !hold->deputy;
      *present += absence == NULL;
      if (hold->deputy || absence == NULL)
        continue;
      *away = absence;
      *present += absence->deputy != NULL && absence->deputy->active
                  && pt_person_get_absence (absence->deputy, day) == NULL;
    }
  for (guint i = 0; i < self->deputies->len && *present == 0; i++)
    {
      const PtHold *hold = self->deputies->pdata[i];

      *present += !hold->deputy && pt_hold_covers (hold, day)
                  && pt_person_get_absence (hold->person, day) == NULL;
    }
  return holders;
}

static GDate
day_at (const Outlook *self, guint offset)
{
  GDate day = *self->check->day;

  g_date_add_days (&day, offset);
  return day;
}

/* ----- findings --------------------------------------------------------------------------------
 */

static PtDiagnostic *
place_at_role (const Outlook *self, PtDiagnostic *diagnostic)
{
  pt_diagnostic_add_element (diagnostic, self->role->id);
  pt_roster_check_place (self->check, diagnostic,
                         pt_roster_check_entry (self->check, self->role->id));
  return diagnostic;
}

/* The hold that is the last one, ending on the day before @day. Returns: (nullable) */
static const PtHold *
last_hold (const Outlook *self, const GDate *day)
{
  GDate before = *day;

  g_date_subtract_days (&before, 1);
  for (guint i = 0; i < self->holds->len; i++)
    {
      const PtHold *hold = self->holds->pdata[i];

      if (!hold->deputy && g_date_valid (&hold->until)
          && g_date_compare (&hold->until, &before) == 0)
        return hold;
    }
  return NULL;
}

static void
add_nobody (const Outlook *self, const GDate *day)
{
  const PtHold *hold = last_hold (self, day);
  g_autofree char *from = pt_roster_format_day (day);
  PtDiagnostic *diagnostic
      = place_at_role (self,
                       pt_diagnostics_add (self->check->diagnostics, PT_CODE_RH02, self->role->name,
                                           from, hold != NULL ? hold->person->name : "", NULL));
  xmlNode *node;

  if (hold == NULL)
    return;
  pt_diagnostic_add_element (diagnostic, hold->person->id);
  node = pt_roster_check_part (self->check, hold->person->id, "holds", hold->place);
  if (node != NULL)
    {
      g_autofree char *path = pt_roster_check_path (self->check, node);

      pt_diagnostic_add_fix (diagnostic, PT_FIX_EXTEND_HOLD, hold->person->name, path, NULL);
    }
  pt_roster_check_offer_holders (self->check, diagnostic, self->role);
}

/* Until when it stays so, as far as the outlook goes. */
static GDate
end_of_absence (const Outlook *self, guint offset)
{
  guint last = offset;

  while (last < PT_ROSTER_OUTLOOK)
    {
      GDate day = day_at (self, last + 1);
      const PtAbsence *away;
      guint present;

      if (self->changes[last + 1] && (count_on (self, &day, &present, &away) == 0 || present > 0))
        break;
      last++;
    }
  return day_at (self, last);
}

static void
add_absence (const Outlook *self, guint offset, const PtAbsence *away)
{
  GDate first = day_at (self, offset), last = end_of_absence (self, offset);
  g_autofree char *from = pt_roster_format_day (&first);
  g_autofree char *until = pt_roster_format_day (&last);
  PtDiagnostic *diagnostic
      = place_at_role (self, pt_diagnostics_add (self->check->diagnostics, PT_CODE_RH03,
                                                 self->role->name, from, until, NULL));

  pt_diagnostic_add_element (diagnostic, away->person->id);
  pt_roster_check_offer_deputies (self->check, diagnostic, away);
}

/* The first day of each kind is enough: its repair changes all that follows. */
static void
look_ahead (Outlook *self)
{
  gboolean nobody = FALSE, absent = FALSE;
  guint before = G_MAXUINT;

  for (guint offset = 0; offset <= PT_ROSTER_OUTLOOK; offset++)
    {
      GDate day = day_at (self, offset);
      const PtAbsence *away;
      guint present, holders;

      if (!self->changes[offset])
        continue;
      holders = count_on (self, &day, &present, &away);
      if (holders == 0 && before > 0 && offset > 0 && !nobody)
        {
          add_nobody (self, &day);
          nobody = TRUE;
        }
      if (holders > 0 && present == 0 && !absent)
        {
          add_absence (self, offset, away);
          absent = TRUE;
        }
      before = holders;
    }
}

static void
check_role (const PtRosterCheck *check, const PtRole *role)
{
  g_autoptr (GPtrArray) holds = g_ptr_array_new ();
  g_autoptr (GPtrArray) deputies = g_ptr_array_new ();
  Outlook self = { .check = check, .role = role, .holds = holds, .deputies = deputies };

  collect_holds (&self, role, holds);
  if (role->deputy != NULL)
    collect_holds (&self, role->deputy, deputies);
  if (pt_roster_count_holders (check->roster, role, check->day) > 0)
    look_ahead (&self);
}

void
pt_roster_check_outlook (const PtRosterCheck *self)
{
  GPtrArray *roles = pt_roster_get_roles (self->roster);

  for (guint i = 0; i < roles->len; i++)
    if (((PtRole *)roles->pdata[i])->kind == PT_ROLE_INTERNAL)
      check_role (self, roles->pdata[i]);
}
