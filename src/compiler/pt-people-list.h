/* pt-people-list.h: lists of users and groups, as engines have them written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** pt_people_list_to_assignment: @list: such as “user(ann), group(sales), clerks”, where what has
 * no brackets is a group. Returns: (transfer full) (nullable): said as an expression of
 * assignment.h; %NULL when it is just one group */
char *pt_people_list_to_assignment (const char *list);

G_END_DECLS
