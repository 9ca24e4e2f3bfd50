/* pt-record-frame.h: the frame around a record, and bytes at a place of a file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What stands before each payload, in the byte order of the machine. */
typedef struct
{
  guint32 size; /* of the payload */
  guint32 kind;
  guint32 checksum; /* CRC-32 of the two fields above and the payload */
} PtRecordFrame;

PtRecordFrame pt_record_frame (guint32 kind, gconstpointer data, gsize size);

/* Reads the record at @place. @payload: (out) (transfer full) (optional): without it the checksum
 * is not looked at. Returns: FALSE when no whole record is there */
gboolean pt_record_frame_read (int fd, goffset place, PtRecordFrame *frame, GBytes **payload);

/* Returns: where the next whole record begins, from @place on; -1 for nowhere */
goffset pt_record_frame_find (int fd, goffset place);

/* All of it, or FALSE; writing leaves the reason in errno. */
gboolean pt_read_at (int fd, gpointer data, gsize size, goffset offset);
gboolean pt_write_at (int fd, gconstpointer data, gsize size, goffset offset);

G_END_DECLS
