/* pt-fixes-roles.c: repairs of the roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"
#include "pt-fixes.h"

#include <glib/gi18n-lib.h>
#include <partitur/roster-edit.h>
#include <string.h>

/* ----- entries ---------------------------------------------------------------------------------
 */

gboolean
pt_repair_create_role (const PtRepair *self)
{
  g_autofree char *id
      = pt_roster_add_role (self->roles, self->args[0], pt_roster_kind_from_string (self->args[1]));

  return id != NULL;
}

gboolean
pt_repair_add_alias (const PtRepair *self)
{
  g_autoptr (PtRoster) roster = pt_roster_new (self->roles);

  if (!pt_roster_get_role (roster, self->args[1]))
    return FALSE;
  pt_roster_add_alias (self->roles, self->args[1], self->args[0]);
  return TRUE;
}

gboolean
pt_repair_add_entry (const PtRepair *self)
{
  if (pt_document_get_by_id (self->roles, self->args[1]))
    return FALSE;
  g_free (pt_roster_add_entry (self->roles, self->args[0], self->args[1], NULL));
  return TRUE;
}

gboolean
pt_repair_set_owner (const PtRepair *self)
{
  return pt_roster_set (self->roles, self->args[1], "owner", self->args[2]);
}

gboolean
pt_repair_set_channel (const PtRepair *self)
{
  return pt_roster_set (self->roles, self->args[1], "channel", self->args[0]);
}

/* ----- spans -----------------------------------------------------------------------------------
 */

/* Returns: (nullable): the element @tag that @path leads to */
static xmlNode *
find_span (const PtRepair *self, const char *path, const char *tag)
{
  xmlNode *node = g_str_has_prefix (path, PT_ROLES_PATH)
                      ? pt_file_find (self->roles, path + strlen (PT_ROLES_PATH))
                      : NULL;

  return node && (!tag || pt_xml_is (node, PT_NS_ROLES, tag)) ? node : NULL;
}

gboolean
pt_repair_swap_span (const PtRepair *self)
{
  xmlNode *span = find_span (self, self->args[0], NULL);

  return span && pt_roster_swap_span (self->roles, span);
}

gboolean
pt_repair_end_spans (const PtRepair *self)
{
  GDate last;

  return pt_roster_day_from_string (self->args[2], &last)
         && pt_roster_end_spans (self->roles, self->args[1], &last);
}

gboolean
pt_repair_end_hold (const PtRepair *self)
{
  xmlNode *hold = find_span (self, self->args[1], "holds");
  GDate last;

  return hold && pt_roster_day_from_string (self->args[2], &last)
         && pt_roster_end_hold (self->roles, hold, &last);
}

static gboolean
set_in_span (const PtRepair *self, const char *tag, const char *attribute, const char *value)
{
  xmlNode *span = find_span (self, self->args[1], tag);

  if (!span)
    return FALSE;
  pt_document_begin (self->roles, _ ("Change span"));
  pt_document_set_attribute (self->roles, span, NULL, attribute, value);
  pt_document_commit (self->roles);
  return TRUE;
}

gboolean
pt_repair_extend_hold (const PtRepair *self)
{
  return set_in_span (self, "holds", "until", NULL);
}

gboolean
pt_repair_set_deputy (const PtRepair *self)
{
  return set_in_span (self, "away", "deputy", self->args[2]);
}

gboolean
pt_repair_add_holder (const PtRepair *self)
{
  return pt_roster_add_hold (self->roles, self->args[1], self->args[2]);
}

gboolean
pt_repair_scale_shares (const PtRepair *self)
{
  GDate day;

  return pt_roster_day_from_string (self->args[2], &day)
         && pt_roster_scale_shares (self->roles, self->args[1], &day);
}
