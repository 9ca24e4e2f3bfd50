/* fuzz-target.c: what libFuzzer calls
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max, unsigned int seed);
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max);

/* A fatal message of GLib's is a trap, of which libFuzzer knows nothing. */
static void
trapped_cb (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  /* A criticism of GLib's is a fault of ours. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  signal (SIGTRAP, trapped_cb);
  setlocale (LC_ALL, "C.UTF-8");
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  fuzz_journey (data, size);
  return 0;
}

/* Plain bytes one time in five, for what knowing the language does not think of. */
gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max, unsigned int seed)
{
  return seed % 5 == 0 ? LLVMFuzzerMutate (data, size, max) : fuzz_mutate (data, size, max, seed);
}
