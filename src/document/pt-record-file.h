/* pt-record-file.h: an append-only file of framed records that survives a torn end
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PtRecordFile:
 *
 * Records of a kind (a small number) and a payload, each framed by its length and a checksum. Only
 * whole records count: what a crash tore at the end is not read and is overwritten by the next
 * record.
 *
 * Writing never fails in a way that loses something: what the disk does not take waits in memory
 * and is tried again with the next record; pt_record_file_check() tells. A file that somebody
 * removed is made anew with all that was in it.
 *
 * When it is on the disk: every record is handed to the kernel (write) before append returns, so a
 * program that is killed loses nothing. A worker thread flushes to the disk (fdatasync) within a
 * second after a record, not more often than once a second, so a power cut costs a second at most;
 * pt_record_file_sync() flushes at once.
 *
 * Made by create or open, one owner holds it with an exclusive flock() until it is closed or its
 * process has ended. Who only looks shares it with others who do. Appending and flushing may be done
 * from any thread.
 */
typedef struct _PtRecordFile PtRecordFile;

/* Makes a new file for the user's eyes only (0600), with its folder (0700), at @path or, when that
 * is taken, under the next free name of its kind. Returns: (nullable): NULL with G_IO_ERROR */
PtRecordFile *pt_record_file_create (const char *path, GError **error);

/* Takes an existing file; waits for those who look at it. Returns: (nullable): NULL with G_IO_ERROR;
 * G_IO_ERROR_BUSY when another owner has it, G_IO_ERROR_INVALID_DATA when it is something else */
PtRecordFile *pt_record_file_open (const char *path, GError **error);

/* The same for reading only. */
PtRecordFile *pt_record_file_look (const char *path, GError **error);

/* Whether this process owns the file already, in whatever thread. */
gboolean pt_record_file_is_mine (const char *path);

/* Closes the file and gives up the lock. */
void pt_record_file_close (PtRecordFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PtRecordFile, pt_record_file_close)

/* Closes and deletes. */
void pt_record_file_remove (PtRecordFile *self);

/* Reads on from where the last call ended. @payload: (out) (transfer full) (optional): without it
 * the payload is skipped and not checked, which spares reading a large one. Returns: FALSE at the
 * end, and for good */
gboolean pt_record_file_next (PtRecordFile *self, guint32 *kind, GBytes **payload);

/* Goes on to the next whole record behind what cannot be read. Returns: FALSE when there is none */
gboolean pt_record_file_skip (PtRecordFile *self);

/* From here on is written: what was not read yet is cut off. */
void pt_record_file_cut (PtRecordFile *self);

/* The same, but the file as it was stays under another name that ends in @ending.
 * Returns: (transfer full) (nullable): its path; NULL with G_IO_ERROR when nothing was done */
char *pt_record_file_set_aside (PtRecordFile *self, const char *ending, GError **error);

#define PT_RECORD_FILE_BEGIN 8 /* the place of the first record */

/* The place behind the last record read; and back there, or to the begin. */
goffset pt_record_file_tell (PtRecordFile *self);
void pt_record_file_seek (PtRecordFile *self, goffset place);

void pt_record_file_append (PtRecordFile *self, guint32 kind, gconstpointer data, gsize size);

/* Whether all that was appended is written. Otherwise @error says why not, in the words of files.
 */
gboolean pt_record_file_check (PtRecordFile *self, GError **error);

/* Flushes to the disk; blocks. */
void pt_record_file_sync (PtRecordFile *self);

/* Gives the file another path: @path or, when that is taken, the next free one of its kind.
 * Returns: FALSE when that is not possible; then it keeps its old one */
gboolean pt_record_file_rename (PtRecordFile *self, const char *path);

/* Returns: (transfer full) */
char *pt_record_file_dup_path (PtRecordFile *self);

/* When the last record was written, in seconds since 1970. */
gint64 pt_record_file_get_time (PtRecordFile *self);

/* In bytes, on the disk. */
goffset pt_record_file_get_size (PtRecordFile *self);

G_END_DECLS
