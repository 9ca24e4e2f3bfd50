/* pt-start-tag.h: a start tag with some attributes changed and the rest left as it was typed
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *qname;
  char *value; /* (nullable): NULL takes the attribute away */
  gboolean done;
} PtPatch;

void pt_patch_free (PtPatch *patch);

/* Adds @value to the tag being written, escaped for a value in @quote. */
typedef void (*PtWriteValue) (gpointer data, const char *value, char quote);

/* Copies the start tag @tag to @out. Each of @patches (of PtPatch) that it has is changed in place,
 * the others follow behind its last attribute. With @open, <a/> becomes <a>. */
void pt_start_tag_write (GString *out,
                         const char *tag,
                         gsize length,
                         GPtrArray *patches,
                         gboolean open,
                         PtWriteValue write_value,
                         gpointer data);

/* The length of the element's name that follows '<'. */
gsize pt_start_tag_name_length (const char *tag);

G_END_DECLS
