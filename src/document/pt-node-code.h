/* pt-node-code.h: fresh subtrees as data, and back
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-numbers.h"

G_BEGIN_DECLS

/* A subtree in document order, an entry a node: type, number of children, name, prefix and
 * namespace, declarations (prefix, namespace), attributes (prefix, namespace, name, value),
 * content. Type 0 is a node that has a number already, which stands in place of the number of
 * children. */
#define PT_NODE_CODE_TYPE "(yusmsmsa(msms)a(msmsss)ms)"

/* Adds @top to @builder (of PT_NODE_CODE_TYPE) and numbers its nodes. */
void pt_node_encode (PtNumbers *numbers, xmlNode *top, GVariantBuilder *builder);

/* Makes the subtrees that @entries hold, and numbers their nodes.
 * Returns: (transfer full) (nullable): the tops, loose; NULL when @entries make no sense */
GPtrArray *pt_node_decode (PtDocument *document, PtNumbers *numbers, GVariant *entries);

/* A declaration of @href by @prefix (nullable) that lives as long as the document: one in force at
 * @node if there is one. @href: (nullable): NULL gives NULL */
xmlNs *pt_node_code_namespace (PtDocument *document,
                               const xmlNode *node,
                               const char *prefix,
                               const char *href);

G_END_DECLS
