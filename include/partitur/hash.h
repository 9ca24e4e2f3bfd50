/* hash.h: hashes of bytes that nobody can foresee
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Drawn at random when the program starts; odd. */
guint64 pt_hash_secret (void);

/* Both halves of the product, so that every bit of one factor reaches every bit of the result. */
static inline guint64
pt_hash_fold (guint64 a, guint64 b)
{
  unsigned __int128 product = (unsigned __int128)a * b;

  return (guint64)product ^ (guint64)(product >> 64);
}

/* Eight bytes at a time, multiplied by the secret: after Wang Yi's wyhash. Every table of what
 * files name uses it: nobody can write a file whose words all fall into the same place. Inline, for
 * it is asked for every attribute of a file. */
static inline guint64
pt_hash_bytes (gconstpointer data, gsize length)
{
  const char *at = data;
  guint64 secret = pt_hash_secret (), hash = secret ^ length, word = 0;

  for (; length >= sizeof word; at += sizeof word, length -= sizeof word)
    {
      memcpy (&word, at, sizeof word);
      hash = pt_hash_fold (hash ^ word, secret);
    }
  word = 0;
  memcpy (&word, at, length);
  return pt_hash_fold (hash ^ word, secret ^ G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));
}

/** pt_hash_int64: GHashFunc of a gint64 that two numbers were put into: g_int64_hash() looks at one half of
 *  it only, and cells of a grid would fall into the same place. To be used with g_int64_equal(). */
static inline guint
pt_hash_int64 (gconstpointer key)
{
  return (guint)pt_hash_bytes (key, sizeof (gint64));
}

G_END_DECLS
