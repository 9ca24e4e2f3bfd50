/* pt-node.h: values of XML nodes, read where they stand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/bpmn.h>

G_BEGIN_DECLS

/** pt_node_attribute_ns: what pt_xml_peek() gives for an attribute in namespace @ns_uri */
const char *pt_node_attribute_ns (const xmlNode *node, const char *ns_uri, const char *name);
/** pt_node_is_true: Returns: whether the xsd:boolean attribute is true; @fallback when it is absent
 *  or no boolean */
gboolean pt_node_is_true (const xmlNode *node, const char *name, gboolean fallback);
/** pt_node_number: Returns: the xsd:double attribute; 0 when absent, no number or not finite */
double pt_node_number (const xmlNode *node, const char *name);
/** pt_node_child: Returns: (nullable): first child element @name in namespace @ns_uri */
xmlNode *pt_node_child (const xmlNode *node, const char *ns_uri, const char *name);
/** pt_node_child_of_type: Returns: (nullable): first child element of BPMN type @type */
xmlNode *pt_node_child_of_type (const xmlNode *node, PtBpmnType type);
/** pt_node_bounds: Returns: the child dc:Bounds of @node; @found (out, nullable): whether there is
 * one */
PtBounds pt_node_bounds (const xmlNode *node, gboolean *found);

G_END_DECLS
