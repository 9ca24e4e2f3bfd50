/* pt-load.h: what the steps of loading share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

#include "pt-ids.h"
#include "pt-source.h"

G_BEGIN_DECLS

/* Words an error: the file's name, line and column as far as known (else 0), and what is wrong. */
void pt_load_fail (GError **error,
                   PtDocumentError code,
                   const char *name,
                   int line,
                   int column,
                   const char *message);

/* Parses the source's text within the limits, and adds what has an id to @ids.
 * Returns: (transfer full) (nullable) */
xmlDoc *pt_parse (PtSource *source,
                  PtIds *ids,
                  const char *name,
                  GCancellable *cancellable,
                  GError **error);

/* What libxml2's complaint means, in words for people who do not write XML by hand; @at_end: it was
 * reached when the file was. Returns: (transfer full) */
char *pt_parse_explain (const xmlError *reason, gboolean at_end);

/* The base name for titles and messages. Returns: (transfer full) */
char *pt_file_name (GFile *file);

G_END_DECLS
