/* pt-targets.c: the table of targets
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-target.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PtTarget *const targets[]
    = { &pt_target_bpmn,     &pt_target_camunda7, &pt_target_camunda8,
        &pt_target_flowable, &pt_target_spiff,    NULL };

const PtTarget *
pt_target_find (const char *id)
{
  for (guint i = 0; targets[i]; i++)
    if (strcmp (targets[i]->id, id) == 0)
      return targets[i];
  return NULL;
}

const PtTarget *const *
pt_target_get_all (void)
{
  return targets;
}

const char *
pt_target_get_id (const PtTarget *self)
{
  return self->id;
}

char *
pt_target_file_ending (const PtTarget *self)
{
  gboolean is_standard = g_str_equal (self->id, "bpmn");

  return g_strdup_printf (".%s.bpmn", is_standard ? "executable" : self->id);
}

const char *
pt_target_get_label (const PtTarget *self)
{
  return _ (self->label);
}
