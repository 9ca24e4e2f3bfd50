/* pt-atomic.c: writing so that either all of a file is new or nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <partitur/document.h>

#include "pt-errno.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40 /* as the kernel */

static gboolean
fail (GError **error, const char *path, int code)
{
  g_autofree char *shown = g_filename_display_name (path);

  /* Translators: file name, reason */
  g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE, _ ("%s was not written: %s"),
               shown, pt_errno_text (code));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      gssize n = write (fd, at, left);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          at += n;
          left -= (gsize)n;
        }
    }
  return TRUE;
}

/* Where a chain of symbolic links ends; nothing has to be there yet. Returns: (nullable) */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = target ? g_path_get_dirname (at) : NULL;

      if (target == NULL)
        return g_steal_pointer (&at);
      g_free (at);
      at = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                       : g_build_filename (folder, target, NULL);
    }
  errno = ELOOP;
  return NULL;
}

/* --- the new file beside the old one --- */

/* The kernel applies the umask, which nobody can ask for safely. Returns: (nullable) */
static char *
create_beside (const char *path, mode_t mode, int *fd)
{
  g_autofree char *folder = g_path_get_dirname (path);

  do
    {
      g_autofree char *name = g_strdup_printf (".partitur-%08x", g_random_int ());
      g_autofree char *beside = g_build_filename (folder, name, NULL);

      *fd = g_open (beside, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
      if (*fd >= 0)
        return g_steal_pointer (&beside);
    }
  while (errno == EEXIST);
  return NULL;
}

/* The owner only changes when somebody else's file is saved, and then it mostly may not. */
static gboolean
keep_permissions (int fd, const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && errno != EPERM)
    return FALSE;
  return fchmod (fd, old->st_mode & 07777) == 0;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  /* Not every file system can; the file itself is safe by now. */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/* Fills the new file to its last byte on the disk. Closes @fd. */
static gboolean
fill (int fd, GBytes *bytes, const struct stat *old)
{
  gboolean filled
      = (!old || keep_permissions (fd, old)) && write_all (fd, bytes) && fsync (fd) == 0;
  int reason = errno;

  if (close (fd) != 0 && filled)
    return FALSE;
  errno = reason;
  return filled;
}

static gboolean
replace (const char *path, GBytes *bytes, const struct stat *old)
{
  int fd, reason;
  g_autofree char *beside = create_beside (path, old ? 0600 : 0666, &fd);

  if (beside == NULL)
    return FALSE;
  if (fill (fd, bytes, old) && g_rename (beside, path) == 0)
    {
      sync_folder (path);
      return TRUE;
    }
  reason = errno;
  g_unlink (beside);
  errno = reason;
  return FALSE;
}

/* A pipe or a device is written to, never renamed over. */
static gboolean
write_special (const char *path, GBytes *bytes)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean written = fd >= 0 && write_all (fd, bytes);
  int reason = errno;

  if (fd >= 0 && close (fd) != 0 && written)
    return FALSE;
  errno = reason;
  return written;
}

static gboolean
write_local (const char *path, GBytes *bytes)
{
  g_autofree char *target = follow_links (path);
  struct stat old;

  if (target == NULL)
    return FALSE;
  if (stat (target, &old) != 0)
    return errno == ENOENT && replace (target, bytes, NULL);
  if (S_ISDIR (old.st_mode))
    {
      errno = EISDIR;
      return FALSE;
    }
  /* Renaming asks for no permission of the file it replaces, its owner may have withheld it. */
  if (faccessat (AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    return FALSE;
  return S_ISREG (old.st_mode) ? replace (target, bytes, &old) : write_special (target, bytes);
}

/* --- other places than the disk --- */

static gboolean
write_remote (GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                               &reason))
    return TRUE;
  g_set_error (error, PT_DOCUMENT_ERROR, PT_DOCUMENT_ERROR_WRITE, _ ("%s was not written: %s"),
               name, reason->message);
  return FALSE;
}

gboolean
pt_write_atomically (GFile *file, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return write_remote (file, bytes, error);
  return write_local (path, bytes) || fail (error, path, errno);
}

static void
take_away_new (const PtFileContent *contents, guint n, const gboolean *was_there)
{
  for (guint i = 0; i < n; i++)
    if (!was_there[i])
      g_file_delete (contents[i].file, NULL, NULL);
}

gboolean
pt_write_all (const PtFileContent *contents, guint n, GError **error)
{
  g_autofree gboolean *was_there = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    was_there[i] = g_file_query_exists (contents[i].file, NULL);
  for (guint i = 0; i < n; i++)
    if (!pt_write_atomically (contents[i].file, contents[i].bytes, error))
      {
        take_away_new (contents, i, was_there);
        return FALSE;
      }
  return TRUE;
}
