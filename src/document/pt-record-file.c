/* pt-record-file.c: an append-only file of framed records that survives a torn end
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-record-file.h"

#include "pt-errno.h"
#include "pt-free-name.h"
#include "pt-record-frame.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The last letter is the byte order: a file that came from a machine of the other is refused. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define MAGIC "PtHist1l"
#else
#define MAGIC "PtHist1b"
#endif
#define MAGIC_SIZE (sizeof MAGIC - 1)
G_STATIC_ASSERT (MAGIC_SIZE == PT_RECORD_FILE_BEGIN);

/* How often, and how long each time, to wait for who is just reading. Short, lest somebody who reads one
 * thing after the other is met reading every time. */
#define PATIENCE 2500
#define PAUSE (2 * G_TIME_SPAN_MILLISECOND)

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
  gboolean keeps;      /* alone, rather than only looking */
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

/* A file with nothing but its head, locked, at @path or the next free name of its kind. */
static int
make_file (const char *path, char **made)
{
  int fd = pt_free_name_create (path, made), reason;

  if (fd < 0 || pt_write_at (fd, MAGIC, MAGIC_SIZE, 0))
    return fd;
  reason = errno;
  g_unlink (*made);
  g_clear_pointer (made, g_free);
  close (fd);
  errno = reason;
  return -1;
}

/* Takes @path. */
static PtRecordFile *
new_file (char *path, int fd, gboolean keeps)
{
  PtRecordFile *self = g_new0 (PtRecordFile, 1);

  g_mutex_init (&self->mutex);
  self->path = path;
  self->keeps = keeps;
  self->disk = take_fd (fd);
  self->place = self->end = MAGIC_SIZE;
  self->waiting = g_byte_array_new ();
  if (keeps)
    note_mine (path, TRUE);
  return self;
}

PtRecordFile *
pt_record_file_create (const char *path, GError **error)
{
  char *made;
  int fd = make_file (path, &made);

  if (fd >= 0)
    return new_file (made, fd, TRUE);
  fail (error, errno);
  return NULL;
}

/* Who only reads is soon done and waited for; who keeps the file is not. Returns: else errno */
static gboolean
lock_alone (int fd)
{
  for (int i = 0; flock (fd, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK || i == PATIENCE || flock (fd, LOCK_SH | LOCK_NB) != 0)
        return FALSE;
      flock (fd, LOCK_UN);
      g_usleep (PAUSE);
    }
  return TRUE;
}

/* Whether @fd, opened by its path, is ours now; else errno. */
static gboolean
take_lock (int fd, gboolean keeps)
{
  if (keeps ? !lock_alone (fd) : flock (fd, LOCK_SH | LOCK_NB) != 0)
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

static PtRecordFile *
open_file (const char *path, gboolean keeps, GError **error)
{
  int fd = g_open (path, (keeps ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOFOLLOW, 0);

  if (fd < 0 || !take_lock (fd, keeps))
    fail (error, errno);
  else if (!has_magic (fd))
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("its beginning is damaged, or was written on another kind of computer"));
  else
    return new_file (g_strdup (path), fd, keeps);
  if (fd >= 0)
    close (fd);
  return NULL;
}

PtRecordFile *
pt_record_file_open (const char *path, GError **error)
{
  return open_file (path, TRUE, error);
}

PtRecordFile *
pt_record_file_look (const char *path, GError **error)
{
  return open_file (path, FALSE, error);
}

/* The flushing thread may hold the file open a little longer, but not the lock. */
void
pt_record_file_close (PtRecordFile *self)
{
  if (self->keeps)
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

gboolean
pt_record_file_next (PtRecordFile *self, guint32 *kind, GBytes **payload)
{
  PtRecordFrame frame;

  if (!pt_record_frame_read (self->disk->fd, self->place, &frame, payload))
    return FALSE;
  *kind = frame.kind;
  self->place += (goffset)(sizeof frame + frame.size);
  self->end = self->place;
  return TRUE;
}

gboolean
pt_record_file_skip (PtRecordFile *self)
{
  goffset found = pt_record_frame_find (self->disk->fd, self->place);

  if (found >= 0)
    self->place = self->end = found;
  return found >= 0;
}

void
pt_record_file_cut (PtRecordFile *self)
{
  if (pt_record_file_get_size (self) > self->end && ftruncate (self->disk->fd, self->end) != 0)
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

      if (!pt_read_at (from, buffer, size, at) || !pt_write_at (to, buffer, size, at))
        return FALSE;
      at += (goffset)size;
    }
  return TRUE;
}

/* Takes @path. The lock of a file that is left under another name goes, too. */
static void
go_on_in (PtRecordFile *self, char *path, int fd)
{
  flock (self->disk->fd, LOCK_UN);
  release_disk (self->disk);
  self->disk = take_fd (fd);
  note_mine (self->path, FALSE);
  note_mine (path, TRUE);
  g_free (self->path);
  self->path = path;
}

/* A file that was deleted can still be read by who has it open. */
static gboolean
make_anew (PtRecordFile *self)
{
  char *path;
  int fd = make_file (self->path, &path), reason;

  if (fd < 0)
    return FALSE;
  if (copy_file (self->disk->fd, fd, self->end))
    {
      go_on_in (self, path, fd);
      return TRUE;
    }
  reason = errno;
  g_unlink (path);
  g_free (path);
  close (fd);
  errno = reason;
  return FALSE;
}

char *
pt_record_file_set_aside (PtRecordFile *self, const char *ending, GError **error)
{
  g_autofree char *wanted = g_strconcat (self->path, ending, NULL);
  g_autofree char *aside = pt_free_name_rename (self->path, wanted);
  g_autofree char *back = NULL;

  if (aside && make_anew (self))
    return g_steal_pointer (&aside);
  fail (error, errno);
  back = aside ? pt_free_name_rename (aside, self->path) : NULL;
  return NULL;
}

static gboolean
write_waiting (PtRecordFile *self)
{
  if (self->waiting->len == 0)
    return TRUE;
  if (!pt_write_at (self->disk->fd, self->waiting->data, self->waiting->len, self->end))
    return FALSE;
  self->end += self->waiting->len;
  g_byte_array_unref (self->waiting);
  self->waiting = g_byte_array_new ();
  return TRUE;
}

/* The end only moves when both are there: what is torn is written again. */
static gboolean
write_record (PtRecordFile *self, const PtRecordFrame *frame, gconstpointer data)
{
  const goffset head = sizeof *frame;

  if (is_gone (self->disk->fd) && !make_anew (self))
    return FALSE;
  if (!write_waiting (self) || !pt_write_at (self->disk->fd, frame, sizeof *frame, self->end)
      || !pt_write_at (self->disk->fd, data, frame->size, self->end + head))
    return FALSE;
  self->end += head + (goffset)frame->size;
  ask_for_flush (self->disk);
  return TRUE;
}

void
pt_record_file_append (PtRecordFile *self, guint32 kind, gconstpointer data, gsize size)
{
  PtRecordFrame frame = pt_record_frame (kind, data, size);

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
  char *renamed;

  g_mutex_lock (&self->mutex);
  renamed = pt_free_name_rename (self->path, path);
  if (renamed)
    {
      note_mine (self->path, FALSE);
      note_mine (renamed, TRUE);
      g_free (self->path);
      self->path = renamed;
    }
  g_mutex_unlock (&self->mutex);
  return renamed != NULL;
}

char *
pt_record_file_dup_path (PtRecordFile *self)
{
  char *path;

  g_mutex_lock (&self->mutex);
  path = g_strdup (self->path);
  g_mutex_unlock (&self->mutex);
  return path;
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
