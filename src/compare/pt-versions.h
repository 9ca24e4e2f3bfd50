/* pt-versions.h: two versions side by side, and when values of them mean the same
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-catalog.h"

G_BEGIN_DECLS

typedef enum
{
  PT_BEFORE,
  PT_AFTER,
} PtSide;

/** PtVersions: both catalogs; entries know their match. */
typedef struct
{
  PtCatalog *sides[2];
  GHashTable *hashes;     /* node → its hash, as far as they were asked for */
  gboolean same_prefixes; /* both roots declare the same */
} PtVersions;

/** pt_versions_init: reads both; nothing is matched yet */
void pt_versions_init (PtVersions *self, PtDocument *before, PtDocument *after);
void pt_versions_clear (PtVersions *self);
/** pt_versions_same_source: Returns: whether both stand there in the same letters, and so mean the
 * same but for what they refer to */
gboolean pt_versions_same_source (PtVersions *self, const PtEntry *before, const PtEntry *after);

/** pt_versions_match: @before and @after are the same element */
void pt_versions_match (PtEntry *before, PtEntry *after);

/**
 * pt_versions_meaning: what @value means, in terms that both versions share
 * @node: the element that has it
 * @name: (nullable): name of the attribute; %NULL for the text of @node
 * @ns_uri: (nullable): namespace of the attribute
 * @scratch: where it is written when it cannot be returned as it stands
 *
 * A reference means the element of the new version; a QName its namespace and name; a coordinate
 * its number. Everything else means itself.
 *
 * Returns: a string to compare with, in @scratch or as given
 */
const char *pt_versions_meaning (PtVersions *self,
                                 PtSide side,
                                 const xmlNode *node,
                                 const char *name,
                                 const char *ns_uri,
                                 const char *value,
                                 GString *scratch);
/** pt_versions_agree: Returns: whether two values mean the same. See pt_versions_meaning(). */
gboolean pt_versions_agree (PtVersions *self,
                            const xmlNode *before,
                            const xmlNode *after,
                            const char *name,
                            const char *ns_uri,
                            const char *from,
                            const char *to);
/** pt_qname_is: Returns: whether the attribute holds a name with a prefix, whose meaning stands
 * elsewhere */
gboolean pt_qname_is (const char *name, const char *ns_uri);
/** pt_qname_agree: Returns: whether two such names are the same, by namespace and local part */
gboolean
pt_qname_agree (const xmlNode *before, const xmlNode *after, const char *from, const char *to);
/** pt_versions_referred: Returns: (nullable): what a reference refers to */
PtEntry *pt_versions_referred (PtVersions *self,
                               PtSide side,
                               const xmlNode *node,
                               const char *name,
                               const char *value);
/** pt_versions_hash: Returns: a hash of all that @node means, ids included; the same for both
 *  versions when it means the same */
guint64 pt_versions_hash (PtVersions *self, PtSide side, const xmlNode *node);

/** pt_versions_is_ordered: Returns: whether the place of @child among such children of @parent
 * means something: it does for vendors, waypoints and assignments */
gboolean pt_versions_is_ordered (const xmlNode *parent, const xmlNode *child);

/** pt_versions_text: Returns: (transfer full): the text that stands directly in @node; empty when
 * it only sets its children apart */
char *pt_versions_text (const xmlNode *node);

G_END_DECLS
