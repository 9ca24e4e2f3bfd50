/* pt-page-copy.h: a page's process and roles as bytes, for a worker thread
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compiler.h>

#include "pt-page.h"

G_BEGIN_DECLS

typedef struct _PtPageCopy PtPageCopy;

/** pt_page_copy_new: Returns: (transfer full) (nullable): what @page holds now, to be freed with
 *  pt_page_copy_free(); %NULL with @error when a document cannot be written in its encoding */
PtPageCopy *pt_page_copy_new (PtPage *page, GError **error);
void pt_page_copy_free (PtPageCopy *self);
/**
 * pt_page_copy_load:
 * @process: (out) (transfer full): the process, which knows the file it is of
 * @roles: (out) (transfer full) (nullable): %NULL where the page has none
 *
 * Makes documents of the copy; in whatever thread.
 *
 * Returns: whether both could be read
 */
gboolean pt_page_copy_load (const PtPageCopy *self,
                            PtDocument **process,
                            PtDocument **roles,
                            GError **error);
/** pt_page_copy_is_current: Returns: whether nothing was edited since */
gboolean pt_page_copy_is_current (const PtPageCopy *self, PtPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtPageCopy, pt_page_copy_free)

G_END_DECLS
