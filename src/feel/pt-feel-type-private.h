/* pt-feel-type-private.h: what a type consists of, and how a scope finds names in a text
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/feel-type.h>

G_BEGIN_DECLS

struct _PtFeelType
{
  gatomicrefcount refs;
  PtFeelKind kind;
  gboolean any_entries; /* of contexts and functions: nothing is known of entries or parameters */
  PtFeelType *item;     /* (nullable): of lists and ranges; what a function gives */
  GPtrArray *names, *types; /* of entries or parameters */
};

/** pt_feel_type_get_entry: Returns: (transfer none) (nullable) */
PtFeelType *pt_feel_type_get_entry (const PtFeelType *self, const char *name);

/** PtFeelNames: names of several words or with signs in them. */
typedef struct _PtFeelNames PtFeelNames;
PtFeelNames *pt_feel_names_new (void);
void pt_feel_names_free (PtFeelNames *self);
/** pt_feel_names_add: single words need not be added and are left out */
void pt_feel_names_add (PtFeelNames *self, const char *name);
/** pt_feel_names_match: the longest name that stands at @text, whose first word is @word bytes
 * long; white space counts as far as it parts words. @length: (out): bytes of @text. Returns:
 * (transfer none) (nullable): the name */
const char *
pt_feel_names_match (const PtFeelNames *self, const char *text, gsize word, gsize *length);

const PtFeelNames *pt_feel_scope_names (const PtFeelScope *self);

G_END_DECLS
