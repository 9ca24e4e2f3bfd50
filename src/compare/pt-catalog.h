/* pt-catalog.h: the elements of one version, in a list and by their ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compare.h>

G_BEGIN_DECLS

typedef enum
{
  PT_ENTRY_ELEMENT, /* of the model */
  PT_ENTRY_DIAGRAM, /* BPMNDiagram with its plane */
  PT_ENTRY_FIGURE,  /* BPMNShape or BPMNEdge */
} PtEntryKind;

/**
 * PtEntry: what is compared by itself.
 *
 * Everything else in the tree is part of the entry around it: documentation, event definitions of
 * an event, loop characteristics, what vendors add …
 */
typedef struct _PtEntry PtEntry;
struct _PtEntry
{
  PtCompared face; /* first: entries are handed out as PtCompared */
  PtEntryKind kind;
  guint index;     /* in the catalog */
  PtEntry *parent; /* (nullable): the entry around it; of a figure, the diagram */
  PtEntry *match;  /* (nullable): the same in the other version */
  PtEntry *shows;  /* (nullable): of a figure or diagram: what it shows */
  PtEntry *twin;   /* (nullable): the next with the same id */
  PtEntry *lane;   /* (nullable): the innermost that lists it */
};

typedef struct
{
  PtDocument *document;
  GPtrArray *entries;  /* of PtEntry, document order */
  GHashTable *by_id;   /* id → first PtEntry; the others are its twins, document order */
  GHashTable *by_node; /* (nullable): made when it is first asked for */
} PtCatalog;

PtCatalog *pt_catalog_new (PtDocument *document);
void pt_catalog_free (PtCatalog *self);

/** pt_catalog_lookup: @reference: an id, or a QName whose local part is one. Returns: (nullable) */
PtEntry *pt_catalog_lookup (const PtCatalog *self, const char *reference);
/** pt_catalog_find: Returns: (nullable): the entry of @node */
PtEntry *pt_catalog_find (PtCatalog *self, const xmlNode *node);
/** pt_catalog_is_entry: Returns: whether @node is compared by itself; @type (out): its BPMN type */
gboolean pt_catalog_is_entry (const xmlNode *node, PtBpmnType *type);
/** pt_catalog_has_entries: Returns: whether there may be entries below @node */
gboolean pt_catalog_has_entries (const xmlNode *node, PtBpmnType type);

/** pt_node_value: Returns: (nullable): the attribute without a namespace, in the tree itself */
const char *pt_node_value (const xmlNode *node, const char *name);
/** pt_attribute_value: Returns: its value, in the tree itself */
const char *pt_attribute_value (const xmlAttr *attribute);
/** pt_leaf_text: Returns: (nullable): the text of an element without children, in the tree itself;
 *  %NULL when it is not in one piece */
const char *pt_leaf_text (const xmlNode *node);
/** pt_is_in: Returns: whether @node is an element in namespace @ns_uri */
gboolean pt_is_in (const xmlNode *node, const char *ns_uri);

G_END_DECLS
