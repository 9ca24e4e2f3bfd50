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
 * process has ended. Appending and flushing may be done from any thread.
 */
typedef struct _PtRecordFile PtRecordFile;

/* Makes a new file for the user's eyes only (0600), with its folder (0700).
 * Returns: (nullable): NULL with G_IO_ERROR; G_IO_ERROR_EXISTS when there is one */
PtRecordFile *pt_record_file_create (const char *path, GError **error);

/* Takes an existing file. Returns: (nullable): NULL with G_IO_ERROR; G_IO_ERROR_BUSY when another
 * owner has it, G_IO_ERROR_INVALID_DATA when it is something else */
PtRecordFile *pt_record_file_open (const char *path, GError **error);

/* Whether this process has the file open already, in whatever thread. */
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

/* From here on is written: what was not read yet is cut off. */
void pt_record_file_cut (PtRecordFile *self);

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

/* Gives the file another path, in place of what was there.
 * Returns: FALSE when that is not possible; then it keeps its old one */
gboolean pt_record_file_rename (PtRecordFile *self, const char *path);

const char *pt_record_file_get_path (PtRecordFile *self);

/* When the last record was written, in seconds since 1970. */
gint64 pt_record_file_get_time (PtRecordFile *self);

/* In bytes, on the disk. */
goffset pt_record_file_get_size (PtRecordFile *self);

G_END_DECLS
