/* pt-tree.h: values of a tree, read where they stand, and hashes of them
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** pt_tree_value: Returns: (nullable): the attribute without a namespace */
const char *pt_tree_value (const xmlNode *node, const char *name);
/** pt_tree_attribute: Returns: the value of @attribute */
const char *pt_tree_attribute (const xmlAttr *attribute);
/** pt_tree_leaf: Returns: (nullable): the text of an element without children; %NULL when it is not
 * in one piece */
const char *pt_tree_leaf (const xmlNode *node);
/** pt_tree_is_in: Returns: whether @node is an element in namespace @ns_uri */
gboolean pt_tree_is_in (const xmlNode *node, const char *ns_uri);
/** pt_tree_is_blank: Returns: whether there is only white space in @text (nullable) */
gboolean pt_tree_is_blank (const char *text);

/* Hashes that nobody can foresee, so that no two texts are made to be taken for each other. */
guint64 pt_hash_string (const char *text);
guint64 pt_hash_mix (guint64 a, guint64 b);

G_END_DECLS
