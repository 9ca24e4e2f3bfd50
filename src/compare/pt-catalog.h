/* pt-catalog.h: the elements of one version, in a list and by their ids
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/compare.h>

#include "pt-tree.h"

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
  guint index;        /* in the catalog */
  PtEntry *parent;    /* (nullable): the entry around it; of a figure, the diagram */
  PtEntry *match;     /* (nullable): the same in the other version */
  PtEntry *twin;      /* (nullable): the next with the same id, after pt_catalog_first() */
  PtEntry *lane;      /* (nullable): see pt_catalog_lane() */
  gboolean has_parts; /* there is something in it that is no entry */
  gboolean is_same;   /* it stands in its match in the same letters */
  gboolean is_plain;  /* no prefix is declared around it but by the root */
};

typedef struct
{
  PtDocument *document;
  GPtrArray *entries;  /* of PtEntry, document order */
  GPtrArray *blocks;   /* the entries' memory */
  GHashTable *by_id;   /* (nullable): id → first PtEntry, made when there are twins */
  GHashTable *by_node; /* (nullable): made when it is first asked for */
  gboolean knows_lanes;
} PtCatalog;

PtCatalog *pt_catalog_new (PtDocument *document);
void pt_catalog_free (PtCatalog *self);

/** pt_catalog_by_id: Returns: (nullable): the entry with this id */
PtEntry *pt_catalog_by_id (PtCatalog *self, const char *id);
/** pt_catalog_first: Returns: (nullable): the first entry with this id; the others are its twins */
PtEntry *pt_catalog_first (PtCatalog *self, const char *id);
/** pt_catalog_lookup: @reference: an id, or a QName whose local part is one, with white space
 * around it or not. Returns: (nullable) */
PtEntry *pt_catalog_lookup (PtCatalog *self, const char *reference);
/** pt_catalog_find: Returns: (nullable): the entry of @node */
PtEntry *pt_catalog_find (PtCatalog *self, const xmlNode *node);
/** pt_catalog_shown: Returns: (nullable): the element that a figure or diagram shows */
PtEntry *pt_catalog_shown (PtCatalog *self, const PtEntry *entry);
/** pt_catalog_lane: Returns: (nullable): the innermost lane that lists @entry */
PtEntry *pt_catalog_lane (PtCatalog *self, const PtEntry *entry);

typedef void (*PtMemberFunc) (PtEntry *lane, const char *reference, PtEntry *node, gpointer data);
typedef gboolean (*PtLaneFunc) (PtEntry *lane, gpointer data);
/** pt_catalog_for_members: calls @func for each flowNodeRef of each lane, in document order; its
 * node is %NULL where it names nothing. @is_left_out: (nullable): lanes to pass over */
void
pt_catalog_for_members (PtCatalog *self, PtLaneFunc is_left_out, PtMemberFunc func, gpointer data);

/** pt_catalog_is_entry: Returns: whether @node is compared by itself; @type (out): its BPMN type */
gboolean pt_catalog_is_entry (const xmlNode *node, PtBpmnType *type);

G_END_DECLS
