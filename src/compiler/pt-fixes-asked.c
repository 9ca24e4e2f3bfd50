/* pt-fixes-asked.c: repairs that somebody has to say a word for
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-fixes.h"
#include "pt-time-read.h"

#include <partitur/modeling.h>

#include <glib/gi18n-lib.h>

gboolean
pt_repair_enter_name (const PtRepair *self)
{
  return *self->args[0] != '\0' && pt_modeling_rename (self->graph, self->args[1], self->args[0]);
}

/* The words stay as they are where they need an explanation: the time pass reads them again. */
gboolean
pt_repair_enter_time (const PtRepair *self)
{
  static const char *const tags[] = {
    [PT_TIME_DATE] = "timeDate",
    [PT_TIME_DURATION] = "timeDuration",
    [PT_TIME_CYCLE] = "timeCycle",
  };
  PtTimeKind kind = PT_TIME_NONE;
  g_autofree char *iso = NULL;
  PtTimeReading reading = pt_time_read (self->args[0], &kind, &iso);

  return (reading == PT_TIME_READ_ISO || reading == PT_TIME_READ_WORDS) && kind != PT_TIME_NONE
         && pt_modeling_set_timer (self->graph, self->args[1], tags[kind],
                                   iso ? iso : self->args[0]);
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* A number of instances, or a list with one entry for each. */
gboolean
pt_repair_enter_count (const PtRepair *self)
{
  g_autofree char *answer = g_strstrip (g_strdup (self->args[0]));

  return pt_modeling_set_instances (self->graph, self->args[1],
                                    is_number (answer) ? "loopCardinality" : "loopDataInputRef",
                                    answer);
}
