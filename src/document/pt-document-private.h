/* pt-document-private.h: what the files of this room share
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

#include "pt-edit.h"
#include "pt-ids.h"
#include "pt-journal.h"
#include "pt-load.h"
#include "pt-source.h"

G_BEGIN_DECLS

typedef struct _PtHistory PtHistory;

struct _PtDocument
{
  GObject parent_instance;

  xmlDoc *tree;
  GFile *file;
  char *name;
  char *indent_unit; /* found at the first insertion */

  PtSource *source;
  PtIds *ids;
  PtJournal *journal;
  PtHistory *history; /* (nullable): the journal on the disk */
  GError *unkept;     /* (nullable): why there is no history though there should be one */
  gboolean was_saved; /* or overruled: what it was loaded from no longer counts */
  gboolean is_shared; /* somebody else had the file open when this was loaded */
  char *file_hash;    /* (nullable): of what stands in the file as far as this document knows */

  GHashTable *handled;  /* set of every xmlNode that a change took out of the tree or put into it */
  GHashTable *declared; /* xmlNs -> xmlNode: declarations added to it, whether in force or undone */
};

/* Takes what a loader made. */
PtDocument *
pt_document_new (xmlDoc *tree, PtSource *source, PtIds *ids, GFile *file, const char *name);

/* Says the journal's news to the world: the changes first, then the properties. */
void pt_document_emit (PtDocument *self, GArray *changes, gboolean was_modified);

/* Whether @node hangs below the root, not in a loose subtree. */
gboolean pt_document_holds (PtDocument *self, const xmlNode *node);

G_END_DECLS
