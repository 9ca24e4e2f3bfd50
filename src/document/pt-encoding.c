/* pt-encoding.c: from the bytes of a file to UTF-8
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pt-load.h"
#include "pt-source.h"
#include "pt-utf8.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appendix F of the XML recommendation; longer marks first. */
static const struct
{
  const char *bytes;
  gsize n_bytes;
  const char *encoding;
  gsize bom;
} signatures[] = {
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE", 4 },
  { "\xFF\xFE\x00\x00", 4, "UTF-32LE", 4 },
  { "\xFE\xFF", 2, "UTF-16BE", 2 },
  { "\xFF\xFE", 2, "UTF-16LE", 2 },
  { "\x00\x00\x00<", 4, "UTF-32BE", 0 },
  { "<\x00\x00\x00", 4, "UTF-32LE", 0 },
  { "\xEF\xBB\xBF", 3, "UTF-8", 3 },
  { "\x00<", 2, "UTF-16BE", 0 },
  { "<\x00", 2, "UTF-16LE", 0 },
};

/* "<?xm" in EBCDIC, and a page of it that has the letters of the declaration where all others do.
 */
#define EBCDIC_START "\x4C\x6F\xA7\x94"
#define EBCDIC "IBM037"

/* A file may hold so many bytes that its encoding cannot have; with more of them it is another one.
 */
#define MAX_STRAYS 1000000

static const char *
detect_signature (const char *data, gsize length, gsize *bom)
{
  *bom = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].n_bytes
        && memcmp (data, signatures[i].bytes, signatures[i].n_bytes) == 0)
      {
        *bom = signatures[i].bom;
        return signatures[i].encoding;
      }
  return NULL;
}

/* Returns: (nullable): what the XML declaration says */
static char *
declared_encoding (const char *data, gsize length)
{
  g_autofree char *head = g_strndup (data, MIN (length, 256));
  g_autoptr (GRegex) regex
      = g_regex_new ("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']",
                     G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, head, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* A declaration written in EBCDIC says in which of its pages. Without one nobody knows. */
static char *
declared_in_ebcdic (const char *data, gsize length)
{
  gsize n_head;
  g_autofree char *head
      = g_convert (data, (gssize)MIN (length, 256), "UTF-8", EBCDIC, NULL, &n_head, NULL);
  g_autofree char *encoding = head ? declared_encoding (head, n_head) : NULL;

  return encoding ? g_steal_pointer (&encoding) : g_strdup ("EBCDIC");
}

static gboolean
is_utf8_name (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
}

static gboolean
is_ascii_name (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "US-ASCII") == 0
         || g_ascii_strcasecmp (encoding, "ASCII") == 0;
}
/* The declaration was read byte by byte, so the text cannot be in one of these. */
static gboolean
is_wide_name (const char *encoding)
{
  return g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0
         || g_ascii_strncasecmp (encoding, "UTF-32", 6) == 0
         || g_ascii_strncasecmp (encoding, "ISO-10646", 9) == 0
         || g_ascii_strncasecmp (encoding, "UCS", 3) == 0;
}

/* Position in a file whose bytes could not all be read as characters: line ends are bytes in every
 * encoding that gets here, but characters are not. */
static void
fail_at_byte (GError **error,
              const char *name,
              const char *data,
              gsize offset,
              const char *encoding)
{
  g_autofree char *message = g_strdup_printf (
      _ ("the file says that its letters are encoded as %s, but they are not; save it again as "
         "UTF-8 in the program it comes from"),
      encoding);
  int line, column;

  pt_text_position (data, offset, &line, &column);
  pt_load_fail (error, PT_DOCUMENT_ERROR_ENCODING, name, line, 0, message);
}

/* Nobody but mail uses UTF-7, and '<' may be written in it so that no one else sees a tag. */
static gboolean
is_unwanted_name (const char *encoding)
{
  return g_ascii_strncasecmp (encoding, "UTF-7", 5) == 0 || strlen (encoding) > 40;
}

static GBytes *
convert (const char *data, gsize length, const char *encoding, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize n_read = 0, n_written = 0;
  gboolean unwanted = is_unwanted_name (encoding);
  g_autofree char *text = unwanted ? NULL
                                   : g_convert (data, (gssize)length, "UTF-8", encoding, &n_read,
                                                &n_written, &reason);

  /* Half a character at the very end is no error to g_convert(). */
  if (text && n_read == length)
    return g_bytes_new_take (g_steal_pointer (&text), n_written);
  if (unwanted || g_error_matches (reason, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
    {
      g_autofree char *message
          = g_strdup_printf (_ ("the encoding “%s” is unknown here; save the file as UTF-8 in the "
                                "program it comes from"),
                             encoding);

      pt_load_fail (error, PT_DOCUMENT_ERROR_ENCODING, name, 1, 0, message);
    }
  else
    fail_at_byte (error, name, data, n_read, encoding);
  return NULL;
}

/* --- bytes that are no UTF-8 --- */

/* Windows-1252, as web browsers read it: what it leaves open stands for the control character. */
static gunichar
read_stray (guint8 byte)
{
  static const gunichar upper[32]
      = { 0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
          0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
          0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178 };

  return byte >= 0x80 && byte < 0xA0 ? upper[byte - 0x80] : byte;
}

GString *
pt_text_mend (const char *text, gsize length, guint *n_strays, gsize *first)
{
  GString *mended = g_string_sized_new (length + length / 16);
  const char *end = text + length, *at = text, *stray;

  *n_strays = 0;
  while (!pt_utf8_validate (at, (gsize)(end - at), &stray) && *stray && *n_strays < MAX_STRAYS)
    {
      if ((*n_strays)++ == 0)
        *first = (gsize)(stray - text);
      g_string_append_len (mended, at, stray - at);
      g_string_append_unichar (mended, read_stray ((guint8)*stray));
      at = stray + 1;
    }
  g_string_append_len (mended, at, end - at);
  return mended;
}

static void
fail_at_zero (GError **error, const char *name, const char *text, gsize offset)
{
  int line, column;

  pt_text_position (text, offset, &line, &column);
  pt_load_fail (error, PT_DOCUMENT_ERROR_SYNTAX, name, line, column,
                _ ("there is a zero byte here, so this is not a text file"));
}

/* A text is saved as it was found, so the bytes that are no UTF-8 stay in it; only what libxml2
 * reads is mended. XML is made of characters; a zero byte is none, and libxml2 would take it for
 * the end. */
static gboolean
mend (PtSource *self, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->text, &length), *end;
  const char *zero = memchr (text, '\0', length);

  if (zero)
    {
      fail_at_zero (error, name, text, (gsize)(zero - text));
      return FALSE;
    }
  if (pt_utf8_validate (text, length, &end))
    return TRUE;
  self->mended
      = g_string_free_to_bytes (pt_text_mend (text, length, &self->n_strays, &self->first_stray));
  if (self->n_strays < MAX_STRAYS)
    return TRUE;
  fail_at_byte (error, name, text, self->first_stray, "UTF-8");
  return FALSE;
}

/* --- the whole --- */

/* Returns: (nullable): NULL for UTF-8 */
static char *
find_encoding (const char *data, gsize length, gsize *bom)
{
  const char *signature = detect_signature (data, length, bom);
  g_autofree char *encoding = NULL;

  if (length >= 4 && memcmp (data, EBCDIC_START, 4) == 0)
    encoding = declared_in_ebcdic (data, length);
  else
    encoding = signature ? g_strdup (signature) : declared_encoding (data, length);
  return encoding && !is_utf8_name (encoding) ? g_steal_pointer (&encoding) : NULL;
}

static gboolean
is_ascii (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] & 0x80)
      return FALSE;
  return TRUE;
}

/* The declaration was read byte by byte: where it names an encoding that cannot be read so, or one
 * that UTF-8 goes beyond, the bytes tell the truth. */
static gboolean
is_contradicted (const char *encoding, const char *data, gsize length)
{
  gsize bom;

  if (is_wide_name (encoding))
    return detect_signature (data, length, &bom) == NULL;
  return is_ascii_name (encoding) && !is_ascii (data, length);
}

static GBytes *
decode (PtSource *self, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (self->original, &length);

  if (self->encoding && is_contradicted (self->encoding, data, length))
    self->claimed = g_steal_pointer (&self->encoding);
  if (self->encoding == NULL)
    return g_bytes_new_from_bytes (self->original, self->bom, length - self->bom);
  return convert (data + self->bom, length - self->bom, self->encoding, name, error);
}

PtSource *
pt_source_new (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (PtSource) self = g_new0 (PtSource, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->original = g_bytes_ref (bytes);
  self->spans = g_array_new (FALSE, FALSE, sizeof (PtSpan));
  self->arena = pt_arena_new ();
  self->edited = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->encoding = find_encoding (data, length, &self->bom);
  self->text = decode (self, name, error);
  return self->text && mend (self, name, error) ? g_steal_pointer (&self) : NULL;
}
