/* pt-xml.h: small moves on libxml2 trees, for this room only
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The attribute @name in @ns_uri (NULL for none) as written, not as a DTD supposes. */
xmlAttr *pt_xml_find_attribute (const xmlNode *node, const char *ns_uri, const char *name);

/* Its value. Returns: (transfer full) (nullable) */
char *pt_xml_dup_value (const xmlAttr *attribute);

/* A name as it is written. Returns: (transfer full) */
char *pt_xml_dup_qname (const xmlNs *ns, const xmlChar *name);

/* Only links: unlike libxml2's own functions these never merge neighbouring texts. */
void pt_xml_link (xmlNode *parent, xmlNode *before, xmlNode *node);
void pt_xml_unlink (xmlNode *node);

/* The next node in document order within @top. */
xmlNode *pt_xml_next_in (const xmlNode *node, const xmlNode *top);

/* Returns: (nullable): the parent when it is an element, not the document */
xmlNode *pt_xml_parent_element (const xmlNode *node);

gboolean pt_xml_is_blank (const xmlNode *node);

/* @text with everything dropped that XML cannot hold. Returns: (transfer full) (nullable) */
char *pt_xml_clean (const char *text);

G_END_DECLS
