/* pt-record-frame.c: the frame around a record, and bytes at a place of a file
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-record-frame.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define MAX_KIND 255 /* spares a checksum at most places of what is no frame */

/* --- bytes --- */

gboolean
pt_write_at (int fd, gconstpointer data, gsize size, goffset offset)
{
  for (const char *at = data; size > 0;)
    {
      gssize n = pwrite (fd, at, size, offset);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          at += n;
          size -= (gsize)n;
          offset += n;
        }
    }
  return TRUE;
}

gboolean
pt_read_at (int fd, gpointer data, gsize size, goffset offset)
{
  for (char *at = data; size > 0;)
    {
      gssize n = pread (fd, at, size, offset);

      if (n == 0 || (n < 0 && errno != EINTR))
        return FALSE;
      if (n > 0)
        {
          at += n;
          size -= (gsize)n;
          offset += n;
        }
    }
  return TRUE;
}

static gsize
size_behind (int fd, goffset place)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_size > place ? (gsize)(info.st_size - place) : 0;
}

/* --- frames --- */

static guint32
checksum_of (const PtRecordFrame *frame, gconstpointer data)
{
  uLong sum = crc32_z (0, (const Bytef *)frame, offsetof (PtRecordFrame, checksum));

  return (guint32)crc32_z (sum, data, frame->size);
}

PtRecordFrame
pt_record_frame (guint32 kind, gconstpointer data, gsize size)
{
  PtRecordFrame frame = { .size = (guint32)size, .kind = kind };

  frame.checksum = checksum_of (&frame, data);
  return frame;
}

static GBytes *
read_payload (int fd, const PtRecordFrame *frame, goffset place)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc (frame->size + 1), frame->size);
  gpointer data = (gpointer)g_bytes_get_data (bytes, NULL);

  if (!pt_read_at (fd, data, frame->size, place) || checksum_of (frame, data) != frame->checksum)
    return NULL;
  return g_steal_pointer (&bytes);
}

/* A torn frame may ask for more than there is. */
gboolean
pt_record_frame_read (int fd, goffset place, PtRecordFrame *frame, GBytes **payload)
{
  goffset behind = place + (goffset)sizeof *frame;

  if (!pt_read_at (fd, frame, sizeof *frame, place) || frame->size > size_behind (fd, behind))
    return FALSE;
  if (payload)
    *payload = read_payload (fd, frame, behind);
  return !payload || *payload != NULL;
}

static gboolean
is_whole (const char *data, gsize size)
{
  PtRecordFrame frame;

  memcpy (&frame, data, sizeof frame);
  return frame.kind <= MAX_KIND && frame.size <= size - sizeof frame
         && checksum_of (&frame, data + sizeof frame) == frame.checksum;
}

goffset
pt_record_frame_find (int fd, goffset place)
{
  gsize size = size_behind (fd, place);
  g_autofree char *data = size >= sizeof (PtRecordFrame) ? g_try_malloc (size) : NULL;

  if (data == NULL || !pt_read_at (fd, data, size, place))
    return -1;
  for (gsize at = 0; size - at >= sizeof (PtRecordFrame); at++)
    if (is_whole (data + at, size - at))
      return place + (goffset)at;
  return -1;
}
