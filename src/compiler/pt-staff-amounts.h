/* pt-staff-amounts.h: how much there is to do, and how much can be done
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>
#include <partitur/roster.h>

G_BEGIN_DECLS

/** PT_STAFF_LIMIT: percent of what can be done that is still healthy */
#define PT_STAFF_LIMIT 85

/** pt_staff_visits: Returns: (transfer full) (array): by node of @program: how often it is reached
 * in one case, on average; to be freed with g_free() */
double *pt_staff_visits (const PtProgram *program);

/** PtStaffSpan: @day: whose holders count; @from, @until: the days over which absences are counted
 */
typedef struct
{
  GDate day, from, until;
} PtStaffSpan;

/** PtStaffHasWork: Returns: whether there is work for @role */
typedef gboolean (*PtStaffHasWork) (const PtRole *role, gpointer user_data);

/**
 * pt_staff_capacity:
 * @has_work: who holds several roles that have work, and says no shares, has equal parts for them
 * @away: (nullable): takes the PtPerson who are away for some of the span; %NULL does not look
 *
 * Returns: hours a week that the holders of @role, or of special kinds of it, have for it; deputies
 * do not count
 */
double pt_staff_capacity (const PtRoster *roster,
                          const PtRole *role,
                          const PtStaffSpan *span,
                          PtStaffHasWork has_work,
                          gpointer user_data,
                          GPtrArray *away);

G_END_DECLS
