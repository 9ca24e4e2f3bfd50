/* pt-builder.h: the tree of a document, built from what the parser reads
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "pt-ids.h"
#include "pt-source.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/*
 * The tree is one that libxml2's functions can read, search, copy and validate. It differs from the
 * one they would build in three ways, which make it half as large:
 * - Its nodes live in the arena of the source. They are never freed alone, so libxml2's functions
 *   that change a tree must not be let loose on them; pt-edit.c does that.
 * - Attributes with the same value share its text node, which has no parent.
 * - White space between elements is left out (see PtSpan).
 * Each node gets the number of its span.
 */
typedef struct _PtBuilder PtBuilder;

/* What has an id is added to @ids. */
PtBuilder *pt_builder_new (PtSource *source, PtIds *ids, xmlParserCtxt *context);
void pt_builder_free (PtBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtBuilder, pt_builder_free)

/* Whether an element is open: what stands outside the root is none of the builder's business. */
gboolean pt_builder_is_open (const PtBuilder *self);

/* The parameters are those of libxml2's SAX2 interface. */
void pt_builder_start (PtBuilder *self,
                       const xmlChar *name,
                       const xmlChar *prefix,
                       const xmlChar *uri,
                       int n_namespaces,
                       const xmlChar **namespaces,
                       int n_attributes,
                       const xmlChar **attributes);
void pt_builder_end (PtBuilder *self);
void pt_builder_text (PtBuilder *self, const char *text, gsize length);
void pt_builder_cdata (PtBuilder *self, const char *text, gsize length);
void pt_builder_comment (PtBuilder *self, const xmlChar *text);
void pt_builder_instruction (PtBuilder *self, const xmlChar *target, const xmlChar *data);

/* Returns: whether every span has become a node, or been left out, and nothing else was read: else
 *   libxml2 understands the text in another way than we do */
gboolean pt_builder_is_complete (const PtBuilder *self);

/* Frees what libxml2 has made around the tree: the declaration, comments before the root. The tree
 * itself goes with its arena. */
void pt_builder_free_doc (xmlDoc *doc);

G_END_DECLS
