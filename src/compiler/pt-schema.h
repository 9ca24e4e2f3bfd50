/* pt-schema.h: the OMG's BPMN 2.0 schemas, compiled once a process
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any thread; one validation runs at a time. Validating marks the ids of the tree as XML ids.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

G_BEGIN_DECLS

/** pt_schema_validate: checks a whole document; @func gets each fault. Returns: whether it is valid
 */
gboolean pt_schema_validate (xmlDoc *doc, xmlStructuredErrorFunc func, gpointer data);

G_END_DECLS
