/* pt-person-set.h: sets of persons of one roster, as bits
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/roster.h>

/** PtPersonSet: bit n stands for the person with the index n. */
typedef struct
{
  guint n; /* persons there are */
  guint64 words[];
} PtPersonSet;

/** pt_person_set_new: Returns: (transfer full): of nobody among @n persons; free with g_free() */
PtPersonSet *pt_person_set_new (guint n);
/** pt_person_set_copy: Returns: (transfer full) */
PtPersonSet *pt_person_set_copy (const PtPersonSet *self);
void pt_person_set_add (PtPersonSet *self, const PtPerson *person);
gboolean pt_person_set_has (const PtPersonSet *self, const PtPerson *person);
void pt_person_set_unite (PtPersonSet *self, const PtPersonSet *other);
void pt_person_set_intersect (PtPersonSet *self, const PtPersonSet *other);
/** pt_person_set_invert: all others */
void pt_person_set_invert (PtPersonSet *self);
