/* pt-matrix-write.c: a matrix of roles as a table for other programs, and as a page to read
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <partitur/matrix.h>
#include <string.h>

/* ----- CSV: RFC 4180
 * ---------------------------------------------------------------------------------- */

/* A name that begins like a formula is a name. */
static void
add_field (GString *csv, const char *text, gboolean is_first)
{
  gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (!is_first)
    g_string_append_c (csv, ',');
  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append (csv, is_formula ? "\"'" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static void
add_headings (GString *csv, const PtMatrix *self, gboolean has_processes)
{
  g_autofree char *corner = pt_matrix_dup_corner (self);

  if (has_processes)
    add_field (csv, _ ("Process"), TRUE);
  add_field (csv, corner, !has_processes);
  for (guint i = 0; i < self->columns->len; i++)
    add_field (csv, ((const PtMatrixHeading *)self->columns->pdata[i])->label, FALSE);
  g_string_append (csv, "\r\n");
}

char *
pt_matrix_to_csv (const PtMatrix *self)
{
  gboolean has_processes = pt_matrix_has_processes (self);
  GString *csv = g_string_new (NULL);

  add_headings (csv, self, has_processes);
  for (guint row = 0; row < self->rows->len; row++)
    {
      const PtMatrixHeading *heading = self->rows->pdata[row];

      if (has_processes)
        add_field (csv, heading->process != NULL ? heading->process : "", TRUE);
      add_field (csv, heading->label, !has_processes);
      for (guint column = 0; column < self->columns->len; column++)
        {
          const PtMatrixCell *cell = pt_matrix_get_cell (self, row, column);

          add_field (csv, cell != NULL ? cell->text : "", FALSE);
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}

/* ----- HTML
 * ------------------------------------------------------------------------------------------- */

static const char style[]
    = "body{font-family:system-ui,sans-serif;margin:2em;color:#111;background:#fff}"
      "h1{font-size:1.3em;margin:0 0 .3em}p{margin:0 0 1em;color:#444}"
      "table{border-collapse:collapse}"
      "th,td{border:1px solid #999;padding:.3em .6em;vertical-align:bottom}"
      "thead th{position:sticky;top:0;background:#eee;text-align:center;max-width:10em}"
      "thead th:first-child{text-align:left}"
      "tbody th{text-align:left;font-weight:normal;max-width:24em}"
      "tbody th[scope=rowgroup]{font-weight:bold;background:#f6f6f6}"
      "td{text-align:center}"
      "@media print{body{margin:0;font-size:9pt}thead{display:table-header-group}"
      "thead th{position:static}tr{break-inside:avoid}"
      "@page{margin:15mm}}";

/* Letters that XML 1.0 does not allow never get into a document, so they are not here either. */
static void
add_element (GString *html, const char *tag, const char *attributes, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s%s>%s</%s>", tag, attributes, escaped, tag);
}

static void
add_head (GString *html, const PtMatrix *self, const char *title)
{
  const char *const *languages = g_get_language_names ();
  g_auto (GStrv) words = g_strsplit_set (languages[0], "_.@", 2);
  const char *language = g_str_equal (words[0], "C") ? "en" : words[0];

  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\">",
                          language);
  add_element (html, "title", "", title);
  g_string_append_printf (html, "<style>%s</style></head>\n<body>\n", style);
  add_element (html, "h1", "", title);
  add_element (html, "p", "", pt_matrix_kind_legend (self->kind));
}

static void
add_columns (GString *html, const PtMatrix *self)
{
  g_autofree char *corner = pt_matrix_dup_corner (self);

  g_string_append (html, "\n<thead><tr>");
  add_element (html, "th", " scope=\"col\"", corner);
  for (guint i = 0; i < self->columns->len; i++)
    add_element (html, "th", " scope=\"col\"",
                 ((const PtMatrixHeading *)self->columns->pdata[i])->label);
  g_string_append (html, "</tr></thead>\n<tbody>\n");
}

static void
add_row (GString *html, const PtMatrix *self, guint row)
{
  g_string_append (html, "<tr>");
  add_element (html, "th", " scope=\"row\"",
               ((const PtMatrixHeading *)self->rows->pdata[row])->label);
  for (guint column = 0; column < self->columns->len; column++)
    {
      const PtMatrixCell *cell = pt_matrix_get_cell (self, row, column);

      add_element (html, "td", "", cell != NULL ? cell->text : "");
    }
  g_string_append (html, "</tr>\n");
}

/* A row over those of a process, where there are several. */
static void
add_process (GString *html, const PtMatrix *self, guint row)
{
  const PtMatrixHeading *heading = self->rows->pdata[row];
  const PtMatrixHeading *before = row > 0 ? self->rows->pdata[row - 1] : NULL;
  g_autofree char *attributes = NULL;

  if (before != NULL && g_strcmp0 (before->process, heading->process) == 0)
    return;
  attributes = g_strdup_printf (" scope=\"rowgroup\" colspan=\"%u\"", self->columns->len + 1);
  g_string_append (html, row > 0 ? "</tbody>\n<tbody>\n<tr>" : "<tr>");
  add_element (html, "th", attributes, heading->process != NULL ? heading->process : "");
  g_string_append (html, "</tr>\n");
}

char *
pt_matrix_to_html (const PtMatrix *self, const char *title)
{
  GString *html = g_string_new (NULL);
  gboolean has_processes = pt_matrix_has_processes (self);

  add_head (html, self, title);
  g_string_append (html, "<table>");
  add_element (html, "caption", "", pt_matrix_kind_label (self->kind));
  add_columns (html, self);
  for (guint row = 0; row < self->rows->len; row++)
    {
      if (has_processes)
        add_process (html, self, row);
      add_row (html, self, row);
    }
  g_string_append (html, "</tbody></table>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
