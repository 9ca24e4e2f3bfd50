/* pt-free-name.c: files under names that are taken by nobody else
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-free-name.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define MAX_NAMES 1000

typedef int (*Take) (const char *name, const char *from);

static char *
nth_name (const char *path, guint n)
{
  const char *ending = strrchr (path, '.');

  if (ending == NULL || strchr (ending, '/'))
    ending = path + strlen (path);
  return n == 1 ? g_strdup (path)
                : g_strdup_printf ("%.*s-%u%s", (int)(ending - path), path, n, ending);
}

/* Returns: what @take did with the first name that was not taken */
static int
take_free (const char *path, Take take, const char *from, char **taken)
{
  *taken = NULL;
  for (guint n = 1; n <= MAX_NAMES; n++)
    {
      g_autofree char *name = nth_name (path, n);
      int result = take (name, from);

      if (result >= 0)
        *taken = g_steal_pointer (&name);
      if (result >= 0 || errno != EEXIST)
        return result;
    }
  return -1;
}

/* --- made --- */

/* Somebody who looks at every file of the folder may lock this one first: then the name counts as
 * taken. */
static int
create (const char *name, const char *from)
{
  int fd = g_open (name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600), reason;

  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  reason = errno == EWOULDBLOCK ? EEXIST : errno;
  g_unlink (name);
  close (fd);
  errno = reason;
  return -1;
}

int
pt_free_name_create (const char *path, char **made)
{
  g_autofree char *folder = g_path_get_dirname (path);

  *made = NULL;
  return g_mkdir_with_parents (folder, 0700) == 0 ? take_free (path, create, NULL, made) : -1;
}

/* --- renamed --- */

/* Not every file system can rename and look in one; all those can make a second name. */
static int
rename_to (const char *name, const char *from)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, name, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  return link (from, name) == 0 ? g_unlink (from) : -1;
}

char *
pt_free_name_rename (const char *from, const char *path)
{
  char *name;

  take_free (path, rename_to, from, &name);
  return name;
}
