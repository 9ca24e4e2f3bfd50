/* pt-catchers.h: who catches what is thrown
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

/** PtCatchers: the events of a program that catch errors and escalations, by where they stand: at
 * the border of an activity, or at the beginning of an event sub-process. */
typedef struct _PtCatchers PtCatchers;

/** pt_catchers_new: @program: must outlive it and not change */
PtCatchers *pt_catchers_new (const PtProgram *program);
void pt_catchers_free (PtCatchers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtCatchers, pt_catchers_free)

/** pt_catchers_leave: Returns: whether nothing in the program catches what @thrower throws, and it is
 * in a process that no other one of the program calls, which could leave it to that */
gboolean pt_catchers_leave (const PtCatchers *self, const PtNode *thrower);

/** pt_catches: an event that names nothing catches, or throws, all of its kind. Returns: whether it
 * does where it stands rightly */
gboolean pt_catches (const PtNode *catcher, const PtNode *thrower);

G_END_DECLS
