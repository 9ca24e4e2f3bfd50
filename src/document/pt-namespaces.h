/* pt-namespaces.h: which prefix means what, where
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/* What @prefix (nullable) means at @node. Returns: (nullable) */
xmlNs *pt_namespaces_resolve (const xmlNode *node, const char *prefix);

/* A declaration of @ns_uri that is in force at @node, or will be once its loose subtree is in the
 * document; with @prefixed one with a prefix, as attributes need it. Returns: (nullable) */
xmlNs *
pt_namespaces_find (PtDocument *document, xmlNode *node, const char *ns_uri, gboolean prefixed);

/* The same, but declares it on the root when there is none; needs an open transaction for that.
 * @hint: (nullable): the prefix to take if it is free */
xmlNs *pt_namespaces_need (PtDocument *document,
                           xmlNode *node,
                           const char *ns_uri,
                           const char *hint,
                           gboolean prefixed);

/* Declares in the subtree @top what its names need but the place it was put into does not say. */
void pt_namespaces_settle (PtDocument *document, xmlNode *top);

G_END_DECLS
