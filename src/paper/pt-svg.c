/* pt-svg.c: the parts of an SVG that cairo does not write: title and text as text
 *
 * Cairo writes letters as shapes, which nobody can search, copy, or have read aloud.
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-svg.h"

#include <string.h>

/** Writer: where lines of text go. */
typedef struct
{
  GString *text;
  PtPoint offset;
} Writer;

static void
append_number (GString *to, const char *attribute, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (number, sizeof number, "%.2f", value);
  g_string_append_printf (to, " %s=\"%s\"", attribute, number);
}

static void
append_turn (GString *to, double x, double y)
{
  char turn_x[G_ASCII_DTOSTR_BUF_SIZE], turn_y[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (turn_x, sizeof turn_x, "%.2f", x);
  g_ascii_formatd (turn_y, sizeof turn_y, "%.2f", y);
  g_string_append_printf (to, " transform=\"rotate(-90 %s %s)\"", turn_x, turn_y);
}

static void
append_font (GString *to, const PtFont *font)
{
  g_autofree char *family
      = font->family != NULL
            ? g_markup_printf_escaped (" font-family=\"%s, " PT_FONT_FAMILY "\"", font->family)
            : g_strdup ("");
  g_string_append (to, family);
  if (font->bold)
    g_string_append (to, " font-weight=\"bold\"");
  if (font->italic)
    g_string_append (to, " font-style=\"italic\"");
  if (font->underline || font->strike_through)
    g_string_append_printf (to, " text-decoration=\"%s%s\"", font->underline ? "underline " : "",
                            font->strike_through ? "line-through" : "");
}

/* Programs show it where the pointer rests, and read it aloud. */
static void
append_whole (GString *to, const char *whole)
{
  g_autofree char *escaped = g_markup_escape_text (whole, -1);
  g_string_append_printf (to, "<title>%s</title>", escaped);
}

/* With its length given a line takes the room it was measured for, in whatever font it is shown. */
static void
write_line (const PtTextLine *line, gpointer data)
{
  Writer *writer = data;
  double x = line->x + writer->offset.x, y = line->y + writer->offset.y;
  g_autofree char *escaped = g_markup_escape_text (line->text, -1);
  if (*escaped == '\0')
    return;

  g_string_append (writer->text, "<text");
  append_number (writer->text, "x", x);
  append_number (writer->text, "y", y);
  append_number (writer->text, "textLength", line->width);
  append_number (writer->text, "font-size", line->size);
  append_font (writer->text, line->font);
  if (line->rotated)
    append_turn (writer->text, x, y);
  g_string_append_printf (writer->text, " lengthAdjust=\"spacingAndGlyphs\" fill=\"#%06x\">",
                          line->color);
  if (line->whole != NULL)
    append_whole (writer->text, line->whole);
  g_string_append_printf (writer->text, "%s</text>\n", escaped);
}

static void
move_on (PtPoint offset, gpointer data)
{
  ((Writer *)data)->offset = offset;
}

GString *
pt_svg_paint (PtSheet *sheet, cairo_t *cr, double scale)
{
  Writer writer = { .text = g_string_new (NULL) };
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (number, sizeof number, "%.6g", scale);
  g_string_append_printf (writer.text,
                          "<g font-family=\"" PT_FONT_FAMILY
                          ", sans-serif\" transform=\"scale(%s)\">\n",
                          number);
  pt_sheet_set_text_sink (sheet, write_line, &writer);
  pt_sheet_paint (sheet, cr, move_on, &writer);
  pt_sheet_set_text_sink (sheet, NULL, NULL);
  g_string_append (writer.text, "</g>\n");
  return writer.text;
}

static void
insert (GByteArray *svg, gsize at, const char *what, gsize length)
{
  gsize before = svg->len;
  g_byte_array_set_size (svg, before + length);
  memmove (svg->data + at + length, svg->data + at, before - at);
  memcpy (svg->data + at, what, length);
}

static void
insert_title (GByteArray *svg, const char *title)
{
  const char *begin = g_strstr_len ((const char *)svg->data, svg->len, "<svg");
  const char *end = begin != NULL ? strchr (begin, '>') : NULL;
  g_return_if_fail (end != NULL);
  g_autofree char *element = g_markup_printf_escaped ("\n<title>%s</title>", title);
  insert (svg, end + 1 - (const char *)svg->data, element, strlen (element));
}

void
pt_svg_complete (GByteArray *svg, const char *title, const GString *text)
{
  g_byte_array_append (svg, (const guint8 *)"", 1);
  const char *end = g_strrstr ((const char *)svg->data, "</svg>");
  g_byte_array_set_size (svg, svg->len - 1);
  g_return_if_fail (end != NULL);

  insert (svg, end - (const char *)svg->data, text->str, text->len);
  if (title != NULL)
    insert_title (svg, title);
}
