/* pt-import-merge.h: finding entries of a roles file again, and noting what becomes of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-imported.h"

/** PtMerge: one import on its way into a roles file; a transaction is open. */
typedef struct
{
  PtDocument *document;
  const PtImported *imported;
  const PtImportOptions *options;
  GDate yesterday;
  GHashTable *noted;  /* "tag key", folded, of the note → node: what this source brought */
  GHashTable *found;  /* "tag key", folded → node: what was merged */
  GHashTable *merged; /* node → PtImportChange (nullable) */
  GHashTable *taken;  /* ids; set */
  GHashTable *mails;  /* folded → node of a person */
  GHashTable *names;  /* folded: of a person whose key is a plain name, role or unit → node */
  GHashTable *places; /* tag → node to insert before (nullable) */
  GPtrArray *changes; /* of PtImportChange */
} PtMerge;

PtMerge *
pt_merge_new (PtDocument *document, const PtImported *imported, const PtImportOptions *options);
/** pt_merge_free: Returns: (transfer full): the changes */
GPtrArray *pt_merge_free (PtMerge *self);

/** pt_merge_entry: finds or adds the entry with that key and gives it its name. @id: (nullable):
 * what its id could be; @mail: (nullable): what else it is known by */
void pt_merge_entry (PtMerge *self,
                     const char *tag,
                     const char *key,
                     const char *id,
                     const char *name,
                     const char *mail);
/** pt_merge_find: Returns: (nullable): the merged entry */
xmlNode *pt_merge_find (PtMerge *self, const char *tag, const char *key);
/** pt_merge_id: @key: (nullable). Returns: (nullable): its id */
const char *pt_merge_id (PtMerge *self, const char *tag, const char *key);
/** pt_merge_person_id: the same of somebody who may be named by key, id, name or mail address */
const char *pt_merge_person_id (PtMerge *self, const char *said);
/** pt_merge_set: sets an attribute of a merged entry; what it said before becomes part of the
 * change.
 *  @value: (nullable): the source does not say */
void pt_merge_set (PtMerge *self,
                   const char *tag,
                   const char *key,
                   const char *attribute,
                   const char *value);
/** pt_merge_note: adds to what changed. @pattern: with {1} for @what (nullable) */
void pt_merge_note (PtMerge *self,
                    const char *tag,
                    const char *key,
                    const char *pattern,
                    const char *what);

/** pt_merge_is_of_source: Returns: whether @node came from this source */
gboolean pt_merge_is_of_source (const PtMerge *self, xmlNode *node);
/** pt_merge_goes_on: Returns: whether the span @node is not over yesterday */
gboolean pt_merge_goes_on (const PtMerge *self, const xmlNode *node);
/** pt_merge_find_vanished: names people who came from this source and were not merged */
void pt_merge_find_vanished (PtMerge *self);
