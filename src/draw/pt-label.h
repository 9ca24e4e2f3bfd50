/* pt-label.h: which label a figure has, where it stands, and how it is painted
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>
#include <partitur/layout.h>

#include "pt-color.h"
#include "pt-text.h"

/** PtLabel: a label at its place. */
typedef struct
{
  const PtText *text; /* (nullable): none */
  PtBounds bounds;    /* that the text covers, turned when @rotated */
  gboolean rotated;   /* runs upwards */
  gboolean outside;   /* stands on the ground, maybe over lines: gets a halo */
} PtLabel;

/** pt_label_of: @plan: (nullable): of the diagram of @figure, which can be painted. Valid until the
 * next label is asked for. */
PtLabel pt_label_of (PtTextCache *cache, PtLabelPlan *plan, const PtDiagramElement *figure);
/** pt_label_survey: what plans ask of figures; with a #PtTextCache */
extern const PtLabelSurvey pt_label_survey;
/** pt_label_wording: Returns: (transfer full) (nullable): all of what the label of @figure is to say,
 * whether there is room for it or not */
char *pt_label_wording (const PtDiagramElement *figure);
/** pt_label_is_outside: Returns: whether labels of @figure stand on the ground, not on its body */
gboolean pt_label_is_outside (const PtDiagramElement *figure);
/** pt_label_is_rotated: Returns: whether labels of @figure run upwards */
gboolean pt_label_is_rotated (const PtDiagramElement *figure);
/** pt_label_reach: Returns: bounds in which the label of @figure lies for sure, without shaping it
 */
PtBounds pt_label_reach (const PtDiagramElement *figure);

/** pt_label_halo: Paints the ground behind an outside label so that lines do not strike it through.
 */
void pt_label_halo (const PtLabel *label, cairo_t *cr, const PtFigureColors *colors);
void pt_label_paint (const PtLabel *label, cairo_t *cr, const PtFigureColors *colors);
/** pt_label_tell: Hands the lines of @label to @sink. */
void
pt_label_tell (const PtLabel *label, const PtFigureColors *colors, PtTextSink sink, gpointer data);
