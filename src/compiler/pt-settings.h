/* pt-settings.h: what engines call the same thing, each in words of its own
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-vendor.h"

G_BEGIN_DECLS

/** PtSetting: what every target writes in its own way, whichever engine it was drawn for. */
typedef enum
{
  PT_SETTING_TOPIC,    /* the job a system does */
  PT_SETTING_DECISION, /* the decision table that is asked */
  PT_SETTING_RESULT,   /* the variable that keeps what the table says */
  PT_SETTING_DUE,      /* until when a task has to be done */
  PT_SETTING_LIST,     /* of what is done several times: for each of what */
  PT_SETTING_ENTRY,    /* what one of them is called */
  PT_SETTING_OUTPUT,   /* the list that takes what each of them gives */
  PT_SETTING_GIVEN,    /* what that is */
  PT_SETTING_PEOPLE,   /* the groups a task is offered to */
  PT_SETTING_OTHER,    /* follows from the others */
} PtSetting;

/** pt_setting_read: Returns: (transfer full) (nullable): what @element says in the words of some
 * engine. */
char *pt_setting_read (const xmlNode *element, PtSetting setting);
/** pt_setting_read_name: the same where only a name will do, and not an expression that an engine
 * is to work out */
char *pt_setting_read_name (const xmlNode *element, PtSetting setting);

/** pt_settings_left: @by_candidates: whether groups have become a role. Returns: (transfer full)
 * (nullable): what of @vendor is carried that no #PtSetting is, by name, with commas between; %NULL
 * when there is none */
char *pt_settings_left (const PtCarried *carried, gboolean by_candidates, const PtVendor *vendor);

G_END_DECLS
