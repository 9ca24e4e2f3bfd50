/* pt-record-file.c: an append-only file of framed records that survives a torn end
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-record-file.h"

#include "pt-errno.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* The last letter is the byte order: a file that came from a machine of the other is refused. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define MAGIC "PtHist1l"
#else
#define MAGIC "PtHist1b"
#endif
#define MAGIC_SIZE (sizeof MAGIC - 1)
G_STATIC_ASSERT (MAGIC_SIZE == PT_RECORD_FILE_BEGIN);

typedef struct
{
  guint32 size; /* of the payload */
  guint32 kind;
  guint32 checksum; /* CRC-32 of the two fields above and the payload */
} PtFrame;

/* The open file, shared with the thread that flushes it. */
typedef struct
{
  int fd;
  int flush_pending; /* atomic */
} PtDisk;

struct _PtRecordFile
{
  GMutex mutex;
  char *path;
  PtDisk *disk;        /* atomically counted */
  goffset place;       /* of the next record to read */
  goffset end;         /* of what was written */
  GByteArray *waiting; /* for the disk to take it */
  int reason;          /* an errno: why it did not; 0: all is written */
};

/* --- who has what --- */

static GMutex mine_mutex;
static GHashTable *mine; /* set of paths */

static void
note_mine (const char *path, gboolean open)
{
  g_mutex_lock (&mine_mutex);
  if (mine == NULL)
    mine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (open)
    g_hash_table_add (mine, g_strdup (path));
  else
    g_hash_table_remove (mine, path);
  g_mutex_unlock (&mine_mutex);
}

gboolean
pt_record_file_is_mine (const char *path)
{
  gboolean is_mine;

  g_mutex_lock (&mine_mutex);
  is_mine = mine && g_hash_table_contains (mine, path);
  g_mutex_unlock (&mine_mutex);
  return is_mine;
}

/* --- flushing --- */

static gboolean
is_gone (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_nlink == 0;
}

static void
close_disk (gpointer data)
{
  close (((PtDisk *)data)->fd);
}

static void
release_disk (PtDisk *disk)
{
  g_atomic_rc_box_release_full (disk, close_disk);
}

static PtDisk *
take_fd (int fd)
{
  PtDisk *disk = g_atomic_rc_box_new0 (PtDisk);

  disk->fd = fd;
  return disk;
}

static void
flush (PtDisk *disk)
{
  g_atomic_int_set (&disk->flush_pending, FALSE);
  if (!is_gone (disk->fd))
    fdatasync (disk->fd);
  release_disk (disk);
}

/* Waits for somebody to ask, gives others a second to join in, and serves them all. */
static gpointer
flush_forever (gpointer queue)
{
  for (;;)
    {
      PtDisk *disk = g_async_queue_pop (queue);

      g_usleep (G_USEC_PER_SEC);
      for (; disk; disk = g_async_queue_try_pop (queue))
        flush (disk);
    }
  return NULL;
}

static void
ask_for_flush (PtDisk *disk)
{
  static GAsyncQueue *queue;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      queue = g_async_queue_new ();
      g_thread_unref (g_thread_new ("flush", flush_forever, queue));
      g_once_init_leave (&once, 1);
    }
  if (g_atomic_int_compare_and_exchange (&disk->flush_pending, FALSE, TRUE))
    g_async_queue_push (queue, g_atomic_rc_box_acquire (disk));
}

void
pt_record_file_sync (PtRecordFile *self)
{
  PtDisk *disk;

  g_mutex_lock (&self->mutex);
  disk = g_atomic_rc_box_acquire (self->disk);
  g_mutex_unlock (&self->mutex);
  fdatasync (disk->fd);
  release_disk (disk);
}

/* --- opening and closing --- */

static gboolean
fail (GError **error, int code)
{
  if (code == EWOULDBLOCK)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, pt_errno_text (code));
  else
    g_set_error_literal (error, G_IO_ERROR, (gint)g_io_error_from_errno (code),
                         pt_errno_text (code));
  return FALSE;
}

/* Writes all at @offset or says why not in errno. */
static gboolean
write_at (int fd, gconstpointer data, gsize size, goffset offset)
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

/* A file with nothing but its head, locked. Returns: -1 with errno */
static int
make_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd, reason;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;
  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && write_at (fd, MAGIC, MAGIC_SIZE, 0))
    return fd;
  reason = errno;
  g_unlink (path);
  close (fd);
  errno = reason;
  return -1;
}

static PtRecordFile *
new_file (const char *path, int fd)
{
  PtRecordFile *self = g_new0 (PtRecordFile, 1);

  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->disk = take_fd (fd);
  self->place = self->end = MAGIC_SIZE;
  self->waiting = g_byte_array_new ();
  note_mine (path, TRUE);
  return self;
}

PtRecordFile *
pt_record_file_create (const char *path, GError **error)
{
  int fd = make_file (path);

  if (fd >= 0)
    return new_file (path, fd);
  fail (error, errno);
  return NULL;
}

/* Whether @fd, opened by its path, is ours now; else errno. */
static gboolean
take_lock (int fd)
{
  if (flock (fd, LOCK_EX | LOCK_NB) != 0)
    return FALSE;
  errno = ENOENT;
  return !is_gone (fd);
}

static gboolean
has_magic (int fd)
{
  char head[MAGIC_SIZE];

  return pread (fd, head, MAGIC_SIZE, 0) == (gssize)MAGIC_SIZE
         && memcmp (head, MAGIC, MAGIC_SIZE) == 0;
}

PtRecordFile *
pt_record_file_open (const char *path, GError **error)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);

  if (fd < 0 || !take_lock (fd))
    fail (error, errno);
  else if (!has_magic (fd))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, path);
  else
    return new_file (path, fd);
  if (fd >= 0)
    close (fd);
  return NULL;
}

/* The flushing thread may hold the file open a little longer, but not the lock. */
void
pt_record_file_close (PtRecordFile *self)
{
  note_mine (self->path, FALSE);
  flock (self->disk->fd, LOCK_UN);
  release_disk (self->disk);
  g_byte_array_unref (self->waiting);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

void
pt_record_file_remove (PtRecordFile *self)
{
  if (!is_gone (self->disk->fd))
    g_unlink (self->path);
  pt_record_file_close (self);
}

/* --- reading --- */

static guint32
checksum_of (const PtFrame *frame, gconstpointer data)
{
  uLong sum = crc32_z (0, (const Bytef *)frame, offsetof (PtFrame, checksum));

  return (guint32)crc32_z (sum, data, frame->size);
}

static gboolean
read_at (int fd, gpointer data, gsize size, goffset offset)
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

/* A torn frame may ask for more than there is. */
static gboolean
reaches_beyond (int fd, const PtFrame *frame, goffset place)
{
  struct stat info;

  return fstat (fd, &info) != 0 || info.st_size - place < (goffset)frame->size;
}

static GBytes *
read_payload (int fd, const PtFrame *frame, goffset place)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc (frame->size + 1), frame->size);
  gpointer data = (gpointer)g_bytes_get_data (bytes, NULL);

  if (!read_at (fd, data, frame->size, place) || checksum_of (frame, data) != frame->checksum)
    return NULL;
  return g_steal_pointer (&bytes);
}

gboolean
pt_record_file_next (PtRecordFile *self, guint32 *kind, GBytes **payload)
{
  int fd = self->disk->fd;
  goffset place = self->place + (goffset)sizeof (PtFrame);
  PtFrame frame;

  if (!read_at (fd, &frame, sizeof frame, self->place) || reaches_beyond (fd, &frame, place))
    return FALSE;
  if (payload)
    {
      *payload = read_payload (fd, &frame, place);
      if (*payload == NULL)
        return FALSE;
    }
  *kind = frame.kind;
  self->place = self->end = place + (goffset)frame.size;
  return TRUE;
}

void
pt_record_file_cut (PtRecordFile *self)
{
  self->end = self->place;
  if (ftruncate (self->disk->fd, self->end) != 0)
    self->reason = errno;
}

goffset
pt_record_file_tell (PtRecordFile *self)
{
  return self->place;
}

void
pt_record_file_seek (PtRecordFile *self, goffset place)
{
  self->place = self->end = place;
}

/* --- writing --- */

static gboolean
copy_file (int from, int to, goffset end)
{
  char buffer[1 << 16];

  for (goffset at = MAGIC_SIZE; at < end;)
    {
      gsize size = MIN (sizeof buffer, (gsize)(end - at));

      if (!read_at (from, buffer, size, at) || !write_at (to, buffer, size, at))
        return FALSE;
      at += (goffset)size;
    }
  return TRUE;
}

/* A file that was deleted can still be read by who has it open. */
static gboolean
make_anew (PtRecordFile *self)
{
  int fd = make_file (self->path), reason;

  if (fd < 0)
    return FALSE;
  if (copy_file (self->disk->fd, fd, self->end))
    {
      release_disk (self->disk);
      self->disk = take_fd (fd);
      return TRUE;
    }
  reason = errno;
  g_unlink (self->path);
  close (fd);
  errno = reason;
  return FALSE;
}

static gboolean
write_waiting (PtRecordFile *self)
{
  if (self->waiting->len == 0)
    return TRUE;
  if (!write_at (self->disk->fd, self->waiting->data, self->waiting->len, self->end))
    return FALSE;
  self->end += self->waiting->len;
  g_byte_array_unref (self->waiting);
  self->waiting = g_byte_array_new ();
  return TRUE;
}

/* The end only moves when both are there: what is torn is written again. */
static gboolean
write_record (PtRecordFile *self, const PtFrame *frame, gconstpointer data)
{
  const goffset head = sizeof *frame;

  if (is_gone (self->disk->fd) && !make_anew (self))
    return FALSE;
  if (!write_waiting (self) || !write_at (self->disk->fd, frame, sizeof *frame, self->end)
      || !write_at (self->disk->fd, data, frame->size, self->end + head))
    return FALSE;
  self->end += head + (goffset)frame->size;
  ask_for_flush (self->disk);
  return TRUE;
}

void
pt_record_file_append (PtRecordFile *self, guint32 kind, gconstpointer data, gsize size)
{
  PtFrame frame = { .size = (guint32)size, .kind = kind };

  frame.checksum = checksum_of (&frame, data);
  g_mutex_lock (&self->mutex);
  self->reason = write_record (self, &frame, data) ? 0 : errno;
  if (self->reason != 0)
    {
      g_byte_array_append (self->waiting, (const guint8 *)&frame, sizeof frame);
      g_byte_array_append (self->waiting, data, (guint)size);
    }
  g_mutex_unlock (&self->mutex);
}

gboolean
pt_record_file_check (PtRecordFile *self, GError **error)
{
  int reason;

  g_mutex_lock (&self->mutex);
  reason = self->reason;
  g_mutex_unlock (&self->mutex);
  return reason == 0 || fail (error, reason);
}

gboolean
pt_record_file_rename (PtRecordFile *self, const char *path)
{
  gboolean renamed;

  g_mutex_lock (&self->mutex);
  renamed = g_rename (self->path, path) == 0;
  if (renamed)
    {
      note_mine (self->path, FALSE);
      note_mine (path, TRUE);
      g_free (self->path);
      self->path = g_strdup (path);
    }
  g_mutex_unlock (&self->mutex);
  return renamed;
}

const char *
pt_record_file_get_path (PtRecordFile *self)
{
  return self->path;
}

static struct stat
get_info (PtRecordFile *self)
{
  struct stat info = { 0 };

  fstat (self->disk->fd, &info);
  return info;
}

gint64
pt_record_file_get_time (PtRecordFile *self)
{
  return get_info (self).st_mtime;
}

goffset
pt_record_file_get_size (PtRecordFile *self)
{
  return get_info (self).st_size;
}
