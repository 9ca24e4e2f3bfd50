/* history.h: the journal of a document kept on the disk, for the day after a crash
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/document.h>

G_BEGIN_DECLS

/*
 * A document whose history is kept has a file in pt_history_folder(): the bytes it was loaded from,
 * and every transaction, undo and redo since, as they happen. Loaded anew and replayed, they give
 * the same document with the same steps to undo and redo. So nothing is lost when the program is
 * killed, and undo survives saving and closing.
 *
 * When it is on the disk: a transaction is handed to the kernel (write) before pt_document_commit()
 * returns, so a killed program loses nothing. It is flushed (fdatasync) in a worker thread within a
 * second, at most once a second, and before the document's own file is written; a power cut costs a
 * second at most. When a record is torn at the end of the file, the history ends with the last
 * whole one. When whole ones follow what cannot be read, the file is damaged: what stands before can
 * be restored, and the damaged file is kept.
 *
 * What is saved, the document's own file decides: a history holds the SHA-256 of every state that
 * was written, or about to be. A file whose bytes are one of them continues that history. A file
 * that was changed by another program opens plainly, and the history waits until such bytes are
 * seen again or it is pruned.
 *
 * A history file is locked (flock) by who keeps it. A second program on the same document keeps a
 * history of its own, see pt_history_is_shared().
 *
 * When the disk does not take a record it waits in memory and is tried again with the next;
 * `PtDocument:kept` is FALSE meanwhile, and pt_history_check() says why.
 */

/** pt_history_folder: where histories are: partitur/history in the user's state directory; files
 * and folder are for the user's eyes only. Returns: (transfer full) */
char *pt_history_folder (void);

/**
 * pt_history_keep:
 * @document: (transfer full): as it was loaded: no transaction yet
 * @owner: (nullable): what it belongs to, handed back by #PtUnfinished
 *
 * Keeps the history of @document from now on. When its file has a history that leads to the bytes
 * as they are, @document is replaced by the one from the history, which has steps to undo and redo.
 * Hashes the document, and may load one: run it in the thread that loaded @document.
 *
 * Returns: (transfer full): the document to go on with, even when the disk does not take its
 * history: pt_history_check() tells
 */
PtDocument *pt_history_keep (PtDocument *document, const char *owner);

/** pt_history_is_shared: Returns: whether somebody else had the same file open when the history
 * began */
gboolean pt_history_is_shared (PtDocument *document);

/** pt_history_get_id: Returns: (transfer none) (nullable): a name for the history that stays the
 * same until the document gets another file; for owners without a file */
const char *pt_history_get_id (PtDocument *document);

/** pt_history_set_owner: @owner: (nullable) */
void pt_history_set_owner (PtDocument *document, const char *owner);

/** pt_history_check: Returns: whether all that was done is written, or nobody asked for it; @error:
 * why not, as a part of a sentence (domain %G_IO_ERROR) */
gboolean pt_history_check (PtDocument *document, GError **error);

/**
 * pt_history_give_up:
 * The user does not want what is not saved: it will not be offered. A document that goes without
 * this while it is modified is offered at the next start, as after a crash. A later change takes it
 * back.
 */
void pt_history_give_up (PtDocument *document);

/* --- after a crash ------------------------------------------------------------------------------
 */

/**
 * PtUnfinished: Work that is in a history but neither saved nor given up.
 * @name: of the document, for people
 * @uri: (nullable): its file
 * @owner: (nullable): see pt_history_keep()
 * @id: see pt_history_get_id()
 * @n_steps: how many steps are not in the file, with those that are damaged
 * @n_lost: how many of them did not come back, once it was restored
 * @aside: (nullable): where the damaged history is when some did not
 * @time: of the last one, in seconds since 1970
 */
typedef struct
{
  char *path, *id;
  char *name, *uri, *owner;
  char *aside;
  guint n_steps, n_lost;
  gint64 time;
} PtUnfinished;

void pt_unfinished_free (PtUnfinished *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtUnfinished, pt_unfinished_free)

/** pt_history_list_unfinished: what nobody has open. Blocks; for a thread.
 *  Returns: (transfer full): of #PtUnfinished, the latest first */
GPtrArray *pt_history_list_unfinished (void);

/**
 * pt_unfinished_restore:
 * The document as it was, with its steps to undo and redo, its file, and its history kept on.
 * Of a damaged history, what comes before the damage; @self tells how much that is not. Blocks.
 *
 * Returns: (transfer full) (nullable): NULL with %G_IO_ERROR_BUSY when somebody else restored it
 *   meanwhile, or with another error of domain %G_IO_ERROR; the message is a part of a sentence, and
 *   the history is left as it is
 */
PtDocument *pt_unfinished_restore (PtUnfinished *self, GError **error);

/** pt_unfinished_discard: deletes the history, unless somebody has it open */
void pt_unfinished_discard (PtUnfinished *self);

/* --- keeping house ------------------------------------------------------------------------------
 */

/* Neither of these two deletes what is open or unfinished. What is damaged, so that nobody can tell
 * whether it is finished, goes after PT_HISTORY_MAX_DAYS and not before. */

#define PT_HISTORY_MAX_DAYS 90                   /* of a history nobody continued */
#define PT_HISTORY_MAX_TOTAL (512 * 1024 * 1024) /* bytes of all; the oldest go first */

/** pt_history_prune: deletes what is too old or too much. Blocks. */
void pt_history_prune (void);

/** pt_history_clear: deletes all. Blocks. */
void pt_history_clear (void);

G_END_DECLS
