/* pt-text.h: labels shaped by Pango, kept by (text, width, height, style, font)
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pango.h>
#include <partitur/bpmn.h>

/** PtTextStyle: size and alignment of a label. */
typedef enum
{
  PT_TEXT_INSIDE,  /* centred in a shape */
  PT_TEXT_SMALL,   /* the same where the shape is too small for it */
  PT_TEXT_TITLE,   /* at the upper left corner of an open sub-process */
  PT_TEXT_OUTSIDE, /* centred below or beside what it names */
  PT_TEXT_NOTE,    /* left aligned: annotations */
  PT_N_TEXT_STYLES
} PtTextStyle;

/** PtText: a shaped label. Sizes in diagram units. */
typedef struct
{
  char *source; /* key: as much as anybody reads in a label */
  int box_width, box_height;
  PtTextStyle style;
  PtFont font;

  PangoLayout *layout;
  double x;             /* of the text in @layout, which may be narrower than the box */
  double indent;        /* of the text in its box; depends on the alignment */
  double width, height; /* that the text takes */
  guint n_lines;
  gboolean is_elided;
  gboolean is_broken; /* within a word */
} PtText;

typedef struct _PtTextCache PtTextCache;

PtTextCache *pt_text_cache_new (void);
void pt_text_cache_free (PtTextCache *self);

/**
 * pt_text_cache_get:
 * @font: (nullable): what the file asks for instead of what is usual in @style
 * @width, @height: of the box; words wrap at its width, what does not fit its height is elided
 *
 * Returns: (transfer none) (nullable): %NULL when @source is blank or the box too small for a
 * letter; lives until at least 1,000 other labels were asked for
 */
const PtText *pt_text_cache_get (PtTextCache *self,
                                 const char *source,
                                 PtTextStyle style,
                                 const PtFont *font,
                                 double width,
                                 double height);

/** pt_text_font_size: Returns: in diagram units */
double pt_text_font_size (const PtText *text);
