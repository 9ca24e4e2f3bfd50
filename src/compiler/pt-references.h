/* pt-references.h: which attributes and elements of BPMN 2.0 refer to others by id
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** PtReference: one reference in a tree; exactly what holds the value is set. */
typedef struct
{
  xmlNode *element;        /* that has the attribute, or whose text is the value */
  xmlAttr *attribute;      /* (nullable) */
  const char *value;       /* as written */
  const char *id;          /* within @value: without prefix */
  const char *uri;         /* (nullable): namespace the prefix stands for */
  gboolean may_be_outside; /* names a type or a callable element that another file may define */
} PtReference;

typedef void (*PtReferenceFunc) (const PtReference *reference, gpointer data);

/** pt_references_foreach: calls @func for every reference in and below @root, document order. @func
 * may remove what holds it. */
void pt_references_foreach (xmlNode *root, PtReferenceFunc func, gpointer data);

/** pt_references_collect_ids: Returns: (transfer full): set of the ids of BPMN and diagram elements
 * in and below @root */
GHashTable *pt_references_collect_ids (xmlNode *root);

/** pt_reference_is_outside: Returns: whether it names something of another file, in a document
 * whose target namespace is @target_namespace (nullable) */
gboolean pt_reference_is_outside (const PtReference *self, const char *target_namespace);

G_END_DECLS
