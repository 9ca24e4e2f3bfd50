/* replay.c: the files named, and all in folders named, on the fuzzer's journey: what once went
 * wrong stays mended, and what it starts from passes
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Of each file, always the same: the first so many of the endless row there is. */
static guint n_mutants = 3;
static const char *keep; /* (nullable) */

static void
travel (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree guint8 *mutant = NULL;
  gsize length, room;

  if (!g_file_get_contents (path, &text, &length, NULL))
    g_error ("%s cannot be read", path);
  g_print ("%s\n", path);
  fuzz_journey ((const guint8 *)text, length);
  room = 2 * length + 4096;
  mutant = g_malloc (room);
  for (guint32 seed = 1; seed <= n_mutants; seed++)
    {
      gsize size;

      memcpy (mutant, text, length);
      size = fuzz_mutate (mutant, length, room, seed);
      if (keep)
        g_file_set_contents (keep, (const char *)mutant, (gssize)size, NULL);
      fuzz_journey (mutant, size);
    }
}

static guint
travel_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  if (!folder)
    {
      travel (path);
      return 1;
    }
  for (const char *name; (name = g_dir_read_name (folder));)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      n += travel_all (child);
    }
  return n;
}

/* PT_MUTANTS: how many of each file; PT_KEEP: a file in which the one on its journey is kept, to be
 * looked at when it breaks down. */
int
main (int argc, char *argv[])
{
  guint n = 0;

  setlocale (LC_ALL, "");
  keep = g_getenv ("PT_KEEP");
  if (g_getenv ("PT_MUTANTS"))
    n_mutants = (guint)g_ascii_strtoull (g_getenv ("PT_MUTANTS"), NULL, 10);
  for (int i = 1; i < argc; i++)
    n += travel_all (argv[i]);
  g_print ("%u files\n", n);
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
