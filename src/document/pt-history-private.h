/* pt-history-private.h: the journal on the disk, as the document and its journal see it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/history.h>

#include "pt-document-private.h"
#include "pt-numbers.h"
#include "pt-record-file.h"

G_BEGIN_DECLS

/* --- one history file: what its records say -----------------------------------------------------
 */

/* The kinds of records. The file begins with the base, its hash (as point 0) and its place; the
 * rest follows as it happens. */
typedef enum
{
  PT_RECORD_BASE = 1, /* the bytes the document was loaded from, as they were */
  PT_RECORD_PLACE,    /* (sss): URI (empty: none), name, owner (empty: none) */
  PT_RECORD_STEP,     /* (sa(yv)): name and edits of a transaction */
  PT_RECORD_UNDO,     /* without payload, like the next */
  PT_RECORD_REDO,
  PT_RECORD_POINT,   /* (u): the present state gets a number, to be spoken of later */
  PT_RECORD_WRITTEN, /* (us): if the file's bytes have this hash, they are the state of that point
                      */
  PT_RECORD_CLOSED,  /* nothing is left to restore, unless more records follow */
} PtRecordKind;

#define PT_RECORD_STEP_TYPE "(sa(yv))"

/* A state that was written to the file, or was about to be. */
typedef struct
{
  guint32 point;
  guint position; /* how many steps are done in it */
  char *hash;     /* (nullable): of the file then */
} PtHistoryMark;

/* What a history file says, without the edits themselves. */
typedef struct
{
  char *uri;     /* (nullable) */
  char *name;    /* for people */
  char *owner;   /* (nullable) */
  GArray *marks; /* of PtHistoryMark; those that undo and redo lead to */
  GPtrArray *written; /* hashes of all that was written to the file or about to be, in that order */
  guint done, n_steps;
  guint32 n_points;
  goffset size; /* of the records behind the base, in bytes */
  guint n_lost; /* steps behind records that cannot be read, and those; 0 when the file is whole */
  gboolean closed; /* by its last record, wherever that stands */
} PtHistoryState;

/* Reads @file from its begin to the last record that makes sense, where the file is left. A record
 * that is torn at the end is none; when whole ones follow something else, steps are lost.
 * @document: (out) (optional) (transfer full): what the base and the steps make of it
 * @numbers: (out) (transfer full): with @document
 * Returns: (transfer full) (nullable): NULL when there is not even a base */
PtHistoryState *
pt_history_state_read (PtRecordFile *file, PtDocument **document, PtNumbers **numbers);
void pt_history_state_free (PtHistoryState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtHistoryState, pt_history_state_free)

/* The position whose file has @hash (nullable). Returns: -1 for none */
gint64 pt_history_state_find (const PtHistoryState *self, const char *hash);

/* How many steps lie between the state and the file with @hash (nullable). */
guint pt_history_state_unsaved (const PtHistoryState *self, const char *hash);

/* --- where they are -----------------------------------------------------------------------------
 */

/* What is added to the name of a damaged history that is kept beside what could be read of it. */
#define PT_HISTORY_ASIDE ".damaged"

/* All history files in the folder, or those set aside. Returns: (transfer full): of char *, paths */
GPtrArray *pt_history_folder_list (void);
GPtrArray *pt_history_folder_list_aside (void);
/* Whether the history at @path is one of the file @uri. */
gboolean pt_history_folder_is_of (const char *path, const char *uri);
/* The path for a history of @uri (nullable), which may be taken. Returns: (transfer full) */
char *pt_history_folder_path (const char *uri);

/* SHA-256. Returns: (transfer full) */
char *pt_history_hash_bytes (GBytes *bytes);
/* The same of what @file holds; NULL with an error of domain G_IO_ERROR. */
char *pt_history_hash_file (GFile *file, GError **error);

/* --- recording ----------------------------------------------------------------------------------
 */

/* Takes @file and @numbers: what happens to @document is recorded from now on. */
void
pt_history_attach (PtDocument *document, PtRecordFile *file, PtNumbers *numbers, guint32 n_points);

/* An edit that is about to be made; and those of the open transaction but the first @n were taken
 * back. */
void pt_history_note (PtHistory *self, const PtEdit *edit);
void pt_history_forget (PtHistory *self, guint n);
void pt_history_commit (PtHistory *self, const char *name);
void pt_history_move (PtHistory *self, gboolean forward);

/* The present state gets a number. */
guint32 pt_history_point (PtHistory *self);
/* That it is about to be written to the file; and until all that is on the disk. From any thread.
 */
void pt_history_written (PtHistory *self, guint32 point, const char *hash);
void pt_history_sync (PtHistory *self);
/* Notifies PtDocument:kept when what was written from another thread has changed it. */
void pt_history_tell_kept (PtHistory *self);

/* The document has another file, name or owner. */
void pt_history_place (PtHistory *self);

/* The document is about to go. */
void pt_history_close (PtHistory *self);

G_END_DECLS
