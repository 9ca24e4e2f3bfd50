/* pt-roles-schema.h: the schema of roles files, to validate with and to ask what belongs where
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/xmlschemas.h>

/** pt_roles_schema: Returns: (transfer none): roles.xsd, read once, for ever and for any thread */
xmlSchema *pt_roles_schema (void);

/** pt_roles_schema_children: Returns: (transfer full): tags that may stand in an element @tag */
GStrv pt_roles_schema_children (const char *tag);
/** pt_roles_schema_attributes: Returns: (transfer full): attributes an element @tag may have */
GStrv pt_roles_schema_attributes (const char *tag);
/** pt_roles_schema_type: Returns: (transfer full) (nullable): name of the type of an attribute, or
 * of the element's text when @attribute is %NULL; %NULL when it has none, as enumerations do */
char *pt_roles_schema_type (const char *tag, const char *attribute);
/** pt_roles_schema_needs: Returns: whether an element @tag cannot do without @attribute */
gboolean pt_roles_schema_needs (const char *tag, const char *attribute);
/** pt_roles_schema_values: Returns: (transfer full): what an attribute may say; empty when that is
 * no enumeration */
GStrv pt_roles_schema_values (const char *tag, const char *attribute);
