/* pt-escape.h: text as it has to be written in a file of some encoding
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GIConv encoder;      /* (GIConv) -1 where every character can be written */
  const char *newline; /* as the file ends its lines */
} PtEscape;

/* @encoding: (nullable): NULL for UTF-8 */
void pt_escape_init (PtEscape *self, const char *encoding, const char *newline);
void pt_escape_finish (PtEscape *self);

void pt_escape_value (PtEscape *self, GString *out, const char *value, char quote);
void pt_escape_text (PtEscape *self, GString *out, const char *text);

/* As a CDATA section, or as escaped text where a section cannot hold it. */
void pt_escape_cdata (PtEscape *self, GString *out, const char *text);

G_END_DECLS
