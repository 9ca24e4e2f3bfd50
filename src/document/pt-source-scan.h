/* pt-source-scan.h: finds tags, texts and the rest in the source before libxml2 sees it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-source.h"

G_BEGIN_DECLS

/* Finds the spans of all nodes from the root on and checks the limits of depth and attributes.
 * @name is for messages. */
gboolean pt_source_scan (PtSource *self, const char *name, GError **error);

/* @at: within a start tag. Returns: what follows the '>' that closes it, @end when nothing does;
 *   @n_attributes: (out) */
const char *pt_scan_tag (const char *at, const char *end, guint *n_attributes);

G_END_DECLS
