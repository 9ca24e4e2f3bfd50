/* pt-legalise-calendar.c: times that the calendar sets, such as every Monday at 8, and weeks
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words become a cycle that begins in the past, of which the next time counts (ISO
 * 8601-1, 5.6). Engines take such a cycle differently: some make up for all the times that have
 * passed, some count from now on.
 */
#include "pt-legalise.h"

#include <stdio.h>
#include <string.h>

/* ----- saying --------------------------------------------------------------------------------- */

static void
set_said (PtLegalise *self, PtIndex i, const char *said, gboolean is_once)
{
  PtNode *node = pt_program_node (self->program, i);

  if (is_once && (self->target->lacks & PT_LACK_ZONELESS))
    pt_legalise_report (self, PT_CODE_X43, i, node->time_text ? node->time_text : node->name);
  if (is_once)
    node->time_kind = PT_TIME_DATE;
  node->time_iso = pt_program_string (self->program, said);
}

void
pt_legalise_calendar (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len && self->target->say_calendar; i++)
    {
      PtNode *node = pt_program_node (self->program, i);
      gboolean is_once = pt_legalise_happens_once (self, node);
      g_autofree char *said = NULL;
      PtCalendarTime time;

      if (node->time_kind != PT_TIME_CYCLE || !node->time_iso || !pt_legalise_is_played (self, i)
          || !pt_calendar_time_read (node->time_iso, &time))
        continue;
      said = self->target->say_calendar (&time, is_once);
      if (said)
        set_said (self, i, said, is_once);
      else
        pt_legalise_report (self, PT_CODE_X44, i, node->time_text ? node->time_text : node->name);
    }
}

/* ----- weeks ---------------------------------------------------------------------------------- */

static void
say_in_days (PtLegalise *self, const char **iso)
{
  const char *period = *iso ? strrchr (*iso, 'P') : NULL;
  guint n = 0;
  char end = '\0';
  g_autofree char *said = NULL;

  if (!period || **iso == '=' || sscanf (period, "P%8uW%c", &n, &end) != 1
      || period[strlen (period) - 1] != 'W')
    return;
  said = g_strdup_printf ("%.*sP%uD", (int)(period - *iso), *iso, n * 7);
  *iso = pt_program_string (self->program, said);
}

/* Not every engine knows how long a week is. */
void
pt_legalise_weeks (PtLegalise *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len && self->target->reads; i++)
    {
      PtNode *node = pt_program_node (self->program, i);

      if (!pt_legalise_is_played (self, i))
        continue;
      if (node->time_kind != PT_TIME_NONE)
        say_in_days (self, &node->time_iso);
      say_in_days (self, &node->due_iso);
    }
}
