/* pt-roster-text.c: roles files written from nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-text.h"

#define HEAD                                                                                       \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<organisation xmlns=\"" PT_NS_ROLES "\" version=\"1.0\""

void
pt_roster_append_attribute (GString *text, const char *attribute, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  escaped = g_markup_escape_text (line->str, (gssize)line->len);
  g_string_append_printf (text, " %s=\"%s\"", attribute, escaped);
}

PtDocument *
pt_roster_document_of (const char *name, const char *entries)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PtDocument *document;

  if (name != NULL && *name != '\0')
    pt_roster_append_attribute (text, "name", name);
  g_string_append_printf (text, ">\n%s</organisation>\n", entries);
  bytes = g_bytes_new (text->str, text->len);
  document = pt_document_load_bytes (bytes, "draft.roles.xml", &error);
  g_assert_no_error (error);
  return document;
}

PtDocument *
pt_roster_new_document (const char *name)
{
  return pt_roster_document_of (name, "");
}
