/* pt-text-balance.c: lines of a label about equally long
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-text-balance.h"

#include <glib.h>
#include <string.h>

/* With more lines than these the last one does not catch the eye. */
#define MOST_LINES 5
#define N_STEPS 8
/* Lines of about the same length stay as they are: where the first takes what fits, names part
 * where readers expect it. */
#define GAIN 0.85
/* What rounding may take from a line, in Pango units. */
#define SLACK PANGO_SCALE

/** Piece: what stands between two places where a line may end; Pango units. */
typedef struct
{
  int width; /* of its letters */
  int space; /* behind them, unless the line ends there */
} Piece;

static int
x_of (PangoLayoutLine *line, const char *text, const char *at)
{
  int x;
  pango_layout_line_index_to_x (line, at - text, FALSE, &x);
  return x;
}

static void
add_pieces (GArray *pieces, PangoLayoutLine *line, const char *text, const PangoLogAttr *attributes)
{
  const char *end = text + line->start_index + line->length;
  const char *begin = text + line->start_index, *last = begin;

  for (const char *p = begin; p < end;)
    {
      gboolean is_white = attributes[g_utf8_pointer_to_offset (text, p)].is_white;
      p = g_utf8_next_char (p);
      if (!is_white)
        last = p;
      if (p < end && !attributes[g_utf8_pointer_to_offset (text, p)].is_line_break)
        continue;
      int letters = x_of (line, text, last), from = x_of (line, text, begin);
      Piece piece = { ABS (letters - from), p < end ? ABS (x_of (line, text, p) - letters) : 0 };
      g_array_append_val (pieces, piece);
      begin = last = p;
    }
}

static GArray *
pieces_of (PangoLayout *layout)
{
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    add_pieces (pieces, l->data, pango_layout_get_text (layout), attributes);
  return pieces;
}

/* How many lines @pieces need in @width. Spaces where a line ended until now are not known; they
 * are about as wide as any other. */
static int
count_lines (const GArray *pieces, int width)
{
  int n = 1, used = 0, space = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece piece = g_array_index (pieces, Piece, i);
      if (used > 0 && used + space + piece.width > width)
        {
          n++;
          used = 0;
        }
      used += (used > 0 ? space : 0) + piece.width;
      space = piece.space > 0 ? piece.space : space;
    }
  return n;
}

static int
widest (const GArray *pieces)
{
  int width = 0;
  for (guint i = 0; i < pieces->len; i++)
    width = MAX (width, g_array_index (pieces, Piece, i).width);
  return width;
}

static int
narrowest_width (const GArray *pieces, int n_lines, int width)
{
  int low = widest (pieces), high = width;
  for (int i = 0; i < N_STEPS && low < high; i++)
    {
      int middle = low + (high - low) / 2;
      if (count_lines (pieces, middle) <= n_lines)
        high = middle;
      else
        low = middle + 1;
    }
  return high;
}

void
pt_text_balance (PangoLayout *layout)
{
  int n_lines = pango_layout_get_line_count (layout), width = pango_layout_get_width (layout);
  if (n_lines < 2 || n_lines > MOST_LINES || pango_layout_is_ellipsized (layout)
      || strstr (pango_layout_get_text (layout), "\u2028") != NULL)
    return;

  GArray *pieces = pieces_of (layout);
  int narrow = narrowest_width (pieces, n_lines, width) + SLACK, used;
  g_array_unref (pieces);
  pango_layout_get_size (layout, &used, NULL);
  if (narrow >= GAIN * used)
    return;
  pango_layout_set_width (layout, narrow);
  if (pango_layout_get_line_count (layout) != n_lines || pango_layout_is_ellipsized (layout))
    pango_layout_set_width (layout, width);
}
