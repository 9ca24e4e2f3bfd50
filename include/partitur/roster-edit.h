/* roster-edit.h: what one can do to a roles file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every operation is one named transaction of the document (one undo step); within a transaction that is
 * open already it is a part of that. A new entry goes behind the last one of its kind, else where its
 * kind belongs (calendars, skills, units, roles, persons, rules), one element a line, with its
 * attributes in the order of the schema; what was there stays as it is written. Days are written as
 * 2026-03-01. Operations on an entry that is not there do nothing and return %FALSE.
 */
#pragma once

#include <partitur/roster.h>

G_BEGIN_DECLS

/** pt_roster_add_role: a new role with an id made from @name.
 *  Returns: (transfer full): its id */
char *pt_roster_add_role (PtDocument *document, const char *name, PtRoleKind kind);
/** pt_roster_add_alias: @alias also means the role @role_id */
void pt_roster_add_alias (PtDocument *document, const char *role_id, const char *alias);
/** pt_roster_rename_role: the role with id or name @role gets the name @name.
 *  Returns: %FALSE when there is no such role */
gboolean pt_roster_rename_role (PtDocument *document, const char *role, const char *name);

/** pt_roster_add_entry: @tag: "person", "unit", "skill" …; @id: (nullable): %NULL makes one of @name;
 *  one that is in use gets a number; @name: (nullable)
 *  Returns: (transfer full): its id */
char *
pt_roster_add_entry (PtDocument *document, const char *tag, const char *id, const char *name);
/** pt_roster_add_part: @tag: "holds", "can", "away", "alias", "work" or "closed"; @...: names and values
 *  (nullable: left out) of attributes, then %NULL. Returns: (nullable): the new element of entry @id */
xmlNode *pt_roster_add_part (PtDocument *document, const char *id, const char *tag, ...)
    G_GNUC_NULL_TERMINATED;
/** pt_roster_set: @value: (nullable): %NULL removes the attribute */
gboolean
pt_roster_set (PtDocument *document, const char *id, const char *attribute, const char *value);
/** pt_roster_remove_all: removes the entry with all that refers to it: who holds the role no longer does,
 * who belonged to the unit belongs to none. @n: (out): how many places that were */
gboolean pt_roster_remove_all (PtDocument *document, const char *id, guint *n);

/** pt_roster_add_hold: @person_id holds @role_id, without an end. Returns: %FALSE also when they do so
 *  already */
gboolean pt_roster_add_hold (PtDocument *document, const char *person_id, const char *role_id);
/** pt_roster_remove_hold: @place: among the elements `holds` of the person, from 0, as PtHold
 * tells. Returns: %FALSE when there is none */
gboolean pt_roster_remove_hold (PtDocument *document, const char *person_id, guint place);
/** pt_roster_add_absence: @person_id is away over these days; @deputy: (nullable): id of who stands
 * in */
gboolean pt_roster_add_absence (PtDocument *document,
                                const char *person_id,
                                const char *from,
                                const char *until,
                                const char *deputy);
/** pt_roster_remove_absence: @place: among the elements `away` of the person, from 0 */
gboolean pt_roster_remove_absence (PtDocument *document, const char *person_id, guint place);
/** pt_roster_end_hold: @hold: an element `holds`. One that would end before it begins goes. */
gboolean pt_roster_end_hold (PtDocument *document, xmlNode *hold, const GDate *last);
/** pt_roster_end_spans: ends all that the person holds after @last; what begins later goes.
 *  Returns: %FALSE when there is nothing of that */
gboolean pt_roster_end_spans (PtDocument *document, const char *person_id, const GDate *last);
/** pt_roster_swap_span: exchanges `from` and `until` of @span */
gboolean pt_roster_swap_span (PtDocument *document, xmlNode *span);
/** pt_roster_scale_shares: makes the shares of what the person holds on @day smaller, each by the same
 *  factor, so that together they are what the person works */
gboolean
pt_roster_scale_shares (PtDocument *document, const char *person_id, const GDate *day);

/** pt_roster_day_from_string: @day: (out). Returns: whether @text is a day as a roles file writes it */
gboolean pt_roster_day_from_string (const char *text, GDate *day);

G_END_DECLS
