/* pt-text.c: labels shaped by Pango, kept by (text, width, height, style, font)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <partitur/draw.h>
#include <string.h>

#include "pt-text-balance.h"

/* Two generations of at most this many labels: when the younger is full, the older is dropped. A
 * label that is asked for again moves to the younger. */
#define GENERATION 16384
/* Nobody reads more in one label; shaping is quadratic in no case and slow in many. In bytes. */
#define LONGEST 4000
#define SMALLEST_BOX 8.0
#define LARGEST_BOX 1e5
#define OUTSIDE_FONT_SIZE 11.0
#define SMALL_FONT_SIZE 10.0

struct _PtTextCache
{
  PangoContext *context;
  GHashTable *young, *old; /* PtText → itself */
};

static const struct
{
  double size;
  double share; /* of the size that the file asks for */
  PangoAlignment alignment;
} styles[PT_N_TEXT_STYLES] = {
  [PT_TEXT_INSIDE] = { PT_FONT_SIZE, 1, PANGO_ALIGN_CENTER },
  [PT_TEXT_SMALL] = { SMALL_FONT_SIZE, SMALL_FONT_SIZE / PT_FONT_SIZE, PANGO_ALIGN_CENTER },
  [PT_TEXT_TITLE] = { PT_FONT_SIZE, 1, PANGO_ALIGN_LEFT },
  [PT_TEXT_OUTSIDE] = { OUTSIDE_FONT_SIZE, 1, PANGO_ALIGN_CENTER },
  [PT_TEXT_NOTE] = { OUTSIDE_FONT_SIZE, 1, PANGO_ALIGN_LEFT },
};

static guint
text_hash (gconstpointer key)
{
  const PtText *text = key;
  return pt_id_hash (text->source) ^ (guint)text->box_width * 31 ^ (guint)text->box_height * 1009
         ^ text->style;
}

static gboolean
font_equal (const PtFont *s, const PtFont *t)
{
  return s->size == t->size && s->bold == t->bold && s->italic == t->italic
         && s->underline == t->underline && s->strike_through == t->strike_through
         && g_strcmp0 (s->family, t->family) == 0;
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const PtText *s = a, *t = b;
  return s->box_width == t->box_width && s->box_height == t->box_height && s->style == t->style
         && font_equal (&s->font, &t->font) && strcmp (s->source, t->source) == 0;
}

static void
text_free (gpointer data)
{
  PtText *text = data;
  g_free (text->source);
  g_free ((char *)text->font.family);
  g_clear_object (&text->layout);
  g_free (text);
}

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (text_hash, text_equal, NULL, text_free);
}

/* Letters keep their distances at every zoom: without this a layout shaped once would be wrong on a
 * screen that rounds to its pixels. */
static void
forget_pixels (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
}

PtTextCache *
pt_text_cache_new (void)
{
  PtTextCache *self = g_new0 (PtTextCache, 1);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  forget_pixels (self->context);
  self->young = generation_new ();
  self->old = generation_new ();
  return self;
}

void
pt_text_cache_free (PtTextCache *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_object_unref (self->context);
  g_free (self);
}

/* Lines of a name become lines of one paragraph, because Pango shows at least a line of every
 * paragraph however low the box is. */
static char *
one_paragraph (const char *source)
{
  GString *text = g_string_new (NULL);
  for (const char *p = source; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x2029)
        c = 0x2028;
      g_string_append_unichar (text, c < 0x20 ? ' ' : c);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

static void
set_font (PangoLayout *layout, const PtText *key)
{
  g_autofree char *families
      = key->font.family != NULL ? g_strconcat (key->font.family, ", " PT_FONT_FAMILY, NULL) : NULL;
  PangoFontDescription *font = pango_font_description_new ();
  pango_font_description_set_family (font, families != NULL ? families : PT_FONT_FAMILY);
  pango_font_description_set_absolute_size (font, pt_text_font_size (key) * PANGO_SCALE);
  if (key->font.bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  if (key->font.italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

/* No hyphens where a long word is broken: names may be identifiers. */
static void
set_attributes (PangoLayout *layout, const PtFont *font)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  if (font->underline)
    pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  if (font->strike_through)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
shape (PtTextCache *self, const PtText *key)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *text = one_paragraph (key->source);
  set_font (layout, key);
  pango_layout_set_alignment (layout, styles[key->style].alignment);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, key->box_width * PANGO_SCALE);
  pango_layout_set_height (layout, key->box_height * PANGO_SCALE);
  set_attributes (layout, &key->font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Whether a line begins where no word does. */
static gboolean
breaks_a_word (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n_attributes;
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);

  for (GSList *l = pango_layout_get_lines_readonly (layout)->next; l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;
      if (!attributes[g_utf8_pointer_to_offset (text, text + line->start_index)].is_line_break)
        return TRUE;
    }
  return FALSE;
}

static PtText *
text_new (PtTextCache *self, const PtText *key)
{
  PtText *text = g_memdup2 (key, sizeof *key);
  PangoRectangle logical;

  gboolean is_centered = styles[key->style].alignment == PANGO_ALIGN_CENTER;

  text->source = g_strdup (key->source);
  text->font.family = g_strdup (key->font.family);
  text->layout = shape (self, key);
  text->is_elided = pango_layout_is_ellipsized (text->layout);
  text->is_broken = breaks_a_word (text->layout);
  if (is_centered && !text->is_broken)
    pt_text_balance (text->layout);
  pango_layout_get_extents (text->layout, NULL, &logical);
  text->x = (double)logical.x / PANGO_SCALE;
  text->width = (double)logical.width / PANGO_SCALE;
  text->height = (double)logical.height / PANGO_SCALE;
  text->indent = is_centered ? (key->box_width - text->width) / 2 : text->x;
  text->n_lines = pango_layout_get_line_count (text->layout);
  return text;
}

static PtText *
take_from_old (PtTextCache *self, const PtText *key)
{
  gpointer found = NULL;
  g_hash_table_steal_extended (self->old, key, &found, NULL);
  return found;
}

static void
keep (PtTextCache *self, PtText *text)
{
  if (g_hash_table_size (self->young) >= GENERATION)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = generation_new ();
    }
  g_hash_table_add (self->young, text);
}

/* Returns: (nullable): the beginning of @source where that is all that is read */
static char *
cut (const char *source)
{
  if (strnlen (source, LONGEST + 1) <= LONGEST)
    return NULL;
  return g_strndup (source, (gsize)(g_utf8_find_prev_char (source, source + LONGEST + 1) - source));
}

static gboolean
is_blank (const char *source)
{
  while (g_unichar_isspace (g_utf8_get_char (source)))
    source = g_utf8_next_char (source);
  return *source == '\0';
}

const PtText *
pt_text_cache_get (PtTextCache *self,
                   const char *source,
                   PtTextStyle style,
                   const PtFont *font,
                   double width,
                   double height)
{
  if (source == NULL || !(width >= SMALLEST_BOX) || !(height >= styles[style].size)
      || is_blank (source))
    return NULL;

  g_autofree char *beginning = cut (source);
  PtText key = { .source = beginning != NULL ? beginning : (char *)source,
                 .box_width = (int)MIN (width, LARGEST_BOX),
                 .box_height = (int)MIN (height, LARGEST_BOX),
                 .style = style,
                 .font = font != NULL ? *font : (PtFont){ 0 } };
  PtText *text = g_hash_table_lookup (self->young, &key);
  if (text != NULL)
    return text;

  text = take_from_old (self, &key);
  if (text == NULL)
    text = text_new (self, &key);
  keep (self, text);
  return text;
}

double
pt_text_font_size (const PtText *text)
{
  return text->font.size > 0 ? text->font.size * styles[text->style].share
                             : styles[text->style].size;
}
