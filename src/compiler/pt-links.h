/* pt-links.h: the link events of a program, found by what they are called
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/program.h>

G_BEGIN_DECLS

/** PtLinks: throwing and catching link events; two of one name in one scope are partners. */
typedef struct _PtLinks PtLinks;

/** pt_links_new: @program: must outlive it, with the strings it has now */
PtLinks *pt_links_new (const PtProgram *program);
void pt_links_free (PtLinks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtLinks, pt_links_free)
/** pt_links_is: Returns: whether @node is a link event of @type */
gboolean pt_links_is (const PtNode *node, PtBpmnType type);
/** pt_links_partner: Returns: the first link event on the other side of @link, else %PT_NO_INDEX */
PtIndex pt_links_partner (const PtLinks *self, const PtNode *link);

G_END_DECLS
