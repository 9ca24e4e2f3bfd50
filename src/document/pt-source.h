/* pt-source.h: the text a document was loaded from, and where each node stands in it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/arena.h>

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Where a node stands in the text. White space beside an element, a comment or an instruction is a
 * gap: no node of the tree, for nobody reads it, until an edit asks for it (pt-gap.h). White space
 * that is all an element holds, or that stands in an element with words, is a text like any other.
 */
typedef struct
{
  guint32 start : 31;
  guint32 touched : 1; /* an element: it or something below it was changed since loading */
  guint32 end : 31;
  guint32 gap : 1; /* not in the tree */
} PtSpan;

/* An attribute as it was before its first change. */
typedef struct
{
  const char *ns_uri; /* interned in the document's dictionary, like `name` */
  const char *name;
  char *qname; /* as written in the source; NULL when it was not there */
  char *value; /* NULL when it was not there */
} PtOriginalAttribute;

/* The text is UTF-8 without byte order mark, whatever the file was, but for stray bytes in a file that
 * only claims to be UTF-8. Everything from the root's start tag to its end tag has a number: 1 for the
 * root, then in document order one for every element, text, section, comment and instruction, whether
 * gap or not. It is the index of its span plus one, and `xmlNode._private` of its node; fresh nodes have
 * none. A file read again gives the same numbers. */
typedef struct
{
  GBytes *original; /* the file as it was read */
  GBytes *text;
  char *encoding; /* (nullable): iconv's name of the file's encoding, NULL for UTF-8 */
  char *claimed;  /* (nullable): the encoding the file declares, where its bytes tell another story */
  GBytes *mended; /* (nullable): the text with its stray bytes read as windows-1252; until parsed */
  guint n_strays; /* bytes of the text that are no UTF-8 */
  gsize first_stray;
  gboolean drop_strays; /* write them as UTF-8, and declare that */
  gsize bom;      /* bytes of the byte order mark in `original` */
  GArray *spans;  /* of PtSpan, in document order */
  PtArena *arena; /* holds the nodes made from the text */
  GPtrArray
      *nodes; /* (nullable): of xmlNode by number minus one, NULL for a gap; made when asked for */
  GArray *lines; /* (nullable): of guint32, where lines begin; made when asked for */
  struct
  {
    guint line;
    guint32 offset;
    int column;
  } asked;            /* last answer: who asks along the file, or a long line, goes on from there */
  GHashTable *edited; /* xmlNode -> GPtrArray of PtOriginalAttribute */
} PtSource;

void pt_source_free (PtSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtSource, pt_source_free)

/* Decodes @bytes to UTF-8 by byte order mark or declaration. @name is for messages. */
PtSource *pt_source_new (GBytes *bytes, const char *name, GError **error);

/* Returns: (nullable): where @node stands; valid until the source is freed */
PtSpan *pt_source_span (PtSource *self, const xmlNode *node);

/* The node with @number, which is opened if it is a gap. To be asked for the first time before the
 * tree was changed. Returns: (nullable): NULL when there is no such number */
xmlNode *pt_source_node (PtSource *self, xmlDoc *tree, gsize number);

/* What stands there. */
xmlElementType pt_source_type (const PtSource *self, const PtSpan *span);

/* Returns: the index of the first span that starts at @offset or behind it */
guint pt_source_find (const PtSource *self, gsize offset);

/* Of an element: behind its start tag, and before its end tag; both are its end when it is written
 * as <a/>. Found in the text, so only for those who need it. */
gsize pt_source_content (const PtSource *self, const PtSpan *element);
gsize pt_source_content_end (const PtSource *self, const PtSpan *element);

/* Says that @node differs from the source, so saving has to look at it and everything above. */
void pt_source_touch (PtSource *self, xmlNode *node);

/* Remembers how an attribute looks before it is changed for the first time. */
void pt_source_note_attribute (PtSource *self,
                               xmlNode *node,
                               const char *ns_uri,
                               const char *name,
                               const char *value);

/* Frees @attribute, which is in no list; its value only. What stands in the arena stays there. */
void pt_source_free_attribute (PtSource *self, xmlAttr *attribute);
void pt_source_free_value (PtSource *self, xmlAttr *attribute);

/* Line and column, both from 1, of a byte offset. */
void pt_source_position (PtSource *self, gsize offset, int *line, int *column);
void pt_text_position (const char *text, gsize offset, int *line, int *column);

/* Reads bytes of @text that are no UTF-8 as windows-1252. @n_strays (out): how many there were, @first
 * (out): offset of the first. Returns: (transfer full) */
GString *pt_text_mend (const char *text, gsize length, guint *n_strays, gsize *first);

G_END_DECLS
