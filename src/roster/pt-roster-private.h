/* pt-roster-private.h: what the files of this room share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/roster.h>

#include "pt-role-names.h"

/** PtTable: all entries of one kind. */
typedef struct
{
  gpointer block;     /* the structs, in one piece */
  GPtrArray *entries; /* pointers into the block */
  GPtrArray *nodes;   /* (nullable): of xmlNode, parallel to entries; only while reading */
  GHashTable *by_id;  /* id → entry */
} PtTable;

struct _PtRoster
{
  GStringChunk *strings;
  GPtrArray *none; /* the list of all that have nothing in theirs */
  const char *name;
  GDate as_of;
  PtTable calendars, skills, units, roles, persons, rules;
  GArray *holds, *abilities, *absences; /* what persons have, in one piece each */
  PtRoleNames *names;
};

/** pt_roster_read: fills @self from the tree below @root */
void pt_roster_read (PtRoster *self, const xmlNode *root);

/** pt_roster_cut_circles: takes away every reference of units, roles and persons that closes a
 * circle */
void pt_roster_cut_circles (PtRoster *self);

/** pt_roster_read_day: @given: (out) (nullable): whether there is a day
 *  Returns: %FALSE when the attribute says something that is no day */
gboolean
pt_roster_read_day (const xmlNode *node, const char *attribute, GDate *day, gboolean *given);

/** pt_roster_span_covers: Returns: whether @day lies in the span; invalid dates are open ends */
gboolean pt_roster_span_covers (const GDate *from, const GDate *until, const GDate *day);

/** pt_roster_is: Returns: whether @node is an element @tag of a roles file */
gboolean pt_roster_is (const xmlNode *node, const char *tag);

/** pt_roster_is_active: @person: an element `person`. Returns: %FALSE when it says so */
gboolean pt_roster_is_active (const xmlNode *person);

/** pt_roster_split: Returns: (transfer full): the words of @text (nullable), at white space */
GStrv pt_roster_split (const char *text);

/** pt_roster_place_for: where a new entry @tag goes: behind the last of its kind, else before the
 * first of a later kind. Returns: (nullable): what to insert it before */
xmlNode *pt_roster_place_for (xmlNode *root, const char *tag);

/** pt_roster_slug: Returns: (transfer full): an id of ASCII letters, digits and hyphens that begins
 *  with a letter, made from @name, or of @otherwise where that leaves nothing or begins with a
 * digit; not one of @taken (of char*; set), to which it is added */
char *pt_roster_slug (const char *name, const char *otherwise, GHashTable *taken);
