/* pt-source.h: the text a document was loaded from, and where each node stands in it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Offsets into the text. Nodes other than elements only have `start` and `end`; so has an element
 * written as <a/>, whose content fields equal `end`. */
typedef struct
{
  guint32 start;       /* of the start tag */
  guint32 content;     /* behind the start tag */
  guint32 content_end; /* before the end tag */
  guint32 end;         /* behind the end tag */
  guint type : 8;      /* xmlElementType */
  guint touched : 1;   /* it or something below it was changed since loading */
} PtSpan;

/* An attribute as it was before its first change. */
typedef struct
{
  const char *ns_uri; /* interned in the document's dictionary, like `name` */
  const char *name;
  char *qname; /* as written in the source; NULL when it was not there */
  char *value; /* NULL when it was not there */
} PtOriginalAttribute;

/* The text is UTF-8 without byte order mark, whatever the file was; `xmlNode._private` holds the
 * index of the node's span plus one, so fresh nodes have none. */
typedef struct
{
  GBytes *original; /* the file as it was read */
  GBytes *text;
  char *encoding; /* (nullable): iconv's name of the file's encoding, NULL for UTF-8 */
  gsize bom;      /* bytes of the byte order mark in `original` */
  GArray *spans;  /* of PtSpan, in document order */
  GArray *lines;  /* (nullable): of guint32, where lines begin; made when asked for */
  struct
  {
    guint32 offset;
    int column;
  } asked;            /* last answer: who asks along a long line need not count it each time */
  GHashTable *edited; /* xmlNode -> GPtrArray of PtOriginalAttribute */
} PtSource;

void pt_source_free (PtSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSource, pt_source_free)

/* Decodes @bytes to UTF-8 by byte order mark or declaration. @name is for messages. */
PtSource *pt_source_new (GBytes *bytes, const char *name, GError **error);

/* Finds the spans of all nodes from the root on and checks the limits of depth and attributes. */
gboolean pt_source_scan (PtSource *self, const char *name, GError **error);

/* Gives every node of the tree its span.
 * Returns: FALSE when they do not match (then libxml2 read the text in another way than we do). */
gboolean pt_source_map (PtSource *self, xmlDoc *tree);

/* Returns: (nullable): where @node stands; valid until the source is freed */
PtSpan *pt_source_span (PtSource *self, const xmlNode *node);

/* Says that @node differs from the source, so saving has to look at it and everything above. */
void pt_source_touch (PtSource *self, xmlNode *node);

/* Remembers how an attribute looks before it is changed for the first time. */
void pt_source_note_attribute (PtSource *self,
                               xmlNode *node,
                               const char *ns_uri,
                               const char *name,
                               const char *value);

/* Line and column, both from 1, of a byte offset. */
void pt_source_position (PtSource *self, gsize offset, int *line, int *column);
void pt_text_position (const char *text, gsize offset, int *line, int *column);

G_END_DECLS
