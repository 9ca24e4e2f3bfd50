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
  { "\x00\x00\xFE\xFF", 4, "UTF-32BE", 4 }, { "\xFF\xFE\x00\x00", 4, "UTF-32LE", 4 },
  { "\xFE\xFF", 2, "UTF-16BE", 2 },         { "\xFF\xFE", 2, "UTF-16LE", 2 },
  { "\xEF\xBB\xBF", 3, "UTF-8", 3 },        { "\x00<\x00?", 4, "UTF-16BE", 0 },
  { "<\x00?\x00", 4, "UTF-16LE", 0 },
};

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

static gboolean
is_utf8_name (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0;
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

static GBytes *
convert (const char *data, gsize length, const char *encoding, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gsize n_read = 0, n_written = 0;
  g_autofree char *text
      = g_convert (data, (gssize)length, "UTF-8", encoding, &n_read, &n_written, &reason);

  /* Half a character at the very end is no error to g_convert(). */
  if (text && n_read == length)
    return g_bytes_new_take (g_steal_pointer (&text), n_written);
  if (g_error_matches (reason, G_CONVERT_ERROR, G_CONVERT_ERROR_NO_CONVERSION))
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

/* XML is made of characters; a zero byte is none, and libxml2 would take it for the end. */
static gboolean
check_utf8 (GBytes *bytes, const char *name, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length), *end;
  int line, column;

  if (pt_utf8_validate (text, length, &end))
    return TRUE;
  if (*end != '\0')
    {
      fail_at_byte (error, name, text, (gsize)(end - text), "UTF-8");
      return FALSE;
    }
  pt_text_position (text, (gsize)(end - text), &line, &column);
  pt_load_fail (error, PT_DOCUMENT_ERROR_SYNTAX, name, line, column,
                _ ("there is a zero byte here, so this is not a text file"));
  return FALSE;
}

/* Returns: (nullable): NULL for UTF-8 */
static char *
find_encoding (const char *data, gsize length, gsize *bom)
{
  const char *signature = detect_signature (data, length, bom);
  g_autofree char *encoding = signature ? g_strdup (signature) : declared_encoding (data, length);

  return encoding && !is_utf8_name (encoding) ? g_steal_pointer (&encoding) : NULL;
}

static GBytes *
decode (GBytes *bytes, const char *encoding, gsize bom, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (encoding == NULL)
    return g_bytes_new_from_bytes (bytes, bom, length - bom);
  if (is_wide_name (encoding) && detect_signature (data, length, &bom) == NULL)
    {
      fail_at_byte (error, name, data, 0, encoding);
      return NULL;
    }
  return convert (data + bom, length - bom, encoding, name, error);
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
  self->text = decode (bytes, self->encoding, self->bom, name, error);
  return self->text && check_utf8 (self->text, name, error) ? g_steal_pointer (&self) : NULL;
}
