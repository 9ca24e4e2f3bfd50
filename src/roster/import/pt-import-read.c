/* pt-import-read.c: what a source is, and in which letters it is written
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "pt-imported.h"

#define MOST_BYTES (160 * 1024 * 1024)

static const struct
{
  const char *name;
  gboolean (*read) (const PtImportSource *self, GError **error);
  const char *endings[3];
} formats[] = {
  [PT_IMPORT_CSV] = { "csv", pt_import_read_csv, { ".csv", ".tsv", ".txt" } },
  [PT_IMPORT_LDIF] = { "ldif", pt_import_read_ldif, { ".ldif", ".ldf" } },
  [PT_IMPORT_VCARD] = { "vcard", pt_import_read_vcard, { ".vcf", ".vcard" } },
  [PT_IMPORT_SCIM] = { "scim", pt_import_read_scim, { NULL } },
  [PT_IMPORT_KEYCLOAK] = { "keycloak", pt_import_read_keycloak, { NULL } },
  [PT_IMPORT_BONITA] = { "bonita", pt_import_read_bonita, { NULL } },
};

const char *
pt_import_format_to_string (PtImportFormat format)
{
  return formats[format].name;
}

gboolean
pt_import_format_from_string (const char *text, PtImportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].name, text) == 0)
      {
        *format = (PtImportFormat)i;
        return TRUE;
      }
  return FALSE;
}

/* ----- letters ---------------------------------------------------------------------------------
 */

/* By byte order mark, else UTF-8, and what is not that is of an older Windows.
 * Returns: (transfer full) (nullable): UTF-8; %NULL with @error */
static char *
decode (GBytes *bytes, GError **error)
{
  static const struct
  {
    const char *mark, *encoding;
    gsize length;
  } marks[] = { { "\xef\xbb\xbf", "UTF-8", 3 },
                { "\xff\xfe", "UTF-16LE", 2 },
                { "\xfe\xff", "UTF-16BE", 2 } };
  gsize size, skip = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *encoding = NULL;

  if (size > MOST_BYTES)
    {
      g_set_error_literal (error, PT_IMPORT_ERROR, PT_IMPORT_ERROR_FORMAT,
                           _ ("the file is too large for a list of people"));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks) && encoding == NULL; i++)
    if (size >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      {
        encoding = marks[i].encoding;
        skip = marks[i].length;
      }
  if (size == 0)
    return g_strdup ("");
  if (encoding == NULL && g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);
  return g_convert_with_fallback (data + skip, (gssize)(size - skip), "UTF-8",
                                  encoding != NULL ? encoding : "WINDOWS-1252", "?", NULL, NULL,
                                  error);
}

/* ----- what it is ------------------------------------------------------------------------------
 */

static gboolean
begins_with (const char *text, const char *start)
{
  return g_ascii_strncasecmp (text, start, strlen (start)) == 0;
}

/* Returns: whether it is a line of @text, apart from capitals */
static gboolean
has_line_like (const char *text, const char *start)
{
  for (const char *at = text; at != NULL; at = strchr (at, '\n'))
    {
      at += *at == '\n';
      if (begins_with (at, start))
        return TRUE;
    }
  return FALSE;
}

static gboolean
guess (const char *text, const char *name, PtImportFormat *format)
{
  text += strspn (text, " \t\r\n");
  if (*text == '{' || *text == '[')
    *format = strstr (text, "urn:ietf:params:scim") != NULL ? PT_IMPORT_SCIM : PT_IMPORT_KEYCLOAK;
  else if (*text == '<')
    *format = PT_IMPORT_BONITA;
  else if (begins_with (text, "BEGIN:VCARD"))
    *format = PT_IMPORT_VCARD;
  else if (has_line_like (text, "dn:"))
    *format = PT_IMPORT_LDIF;
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        for (guint k = 0; k < G_N_ELEMENTS (formats[i].endings); k++)
          if (formats[i].endings[k] != NULL && g_str_has_suffix (name, formats[i].endings[k]))
            {
              *format = (PtImportFormat)i;
              return TRUE;
            }
      return FALSE;
    }
  return TRUE;
}

gboolean
pt_import_guess_format (GBytes *bytes, const char *name, PtImportFormat *format)
{
  g_autofree char *text = decode (bytes, NULL);

  return text != NULL && guess (text, name, format);
}

gboolean
pt_import_read (PtImported *self,
                GBytes *bytes,
                const char *name,
                PtImportFormat format,
                const char *map,
                PtDiagnostics *diagnostics,
                GError **error)
{
  g_autofree char *text = decode (bytes, error);
  PtImportSource source = { self, bytes, text, 0, name, map, diagnostics };

  if (text == NULL)
    return FALSE;
  source.length = strlen (text);
  return formats[format].read (&source, error);
}
