/* pt-label.c: which label a figure has and where it stands
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label.h"

#include <math.h>

#include "pt-activity.h"
#include "pt-figure.h"

#define OUTSIDE_WIDTH 90.0
#define OUTSIDE_HEIGHT 200.0
#define LONG_WORD_WIDTH 120.0
/* What our fonts may be wider than that of the program that measured a label. */
#define SLACK 4.0
#define WIDENING 1.25
#define TITLE_HEIGHT 34.0
#define TITLE_INDENT 5.0
#define NOTE_INDENT 8.0
#define SIDE_PADDING 6.0
#define FARTHEST 1e7
#define FARTHEST_PLACE 68.0 /* of a label from what it names */

/** Wording: what is to be written. */
typedef struct
{
  PtTextCache *cache;
  PtLabelPlan *plan; /* (nullable) */
  const char *source;
  const PtFont *font; /* (nullable) */
} Wording;

typedef PtLabel (*LabelRule) (const Wording *wording, const PtDiagramElement *figure);

static const PtText *
shaped (const Wording *wording, PtTextStyle style, double width, double height)
{
  return pt_text_cache_get (wording->cache, wording->source, style, wording->font, width, height);
}

/* ===== inside ==================================================================================
 */

/* The text as near to the middle of @box as @free allows. */
static PtLabel
centered (const PtText *text, PtBounds box, PtBounds free)
{
  PtLabel label = { .text = text };
  if (text == NULL)
    return label;
  double y = box.y + (box.height - text->height) / 2;
  label.bounds = (PtBounds){ free.x + text->indent,
                             MAX (free.y, MIN (y, free.y + free.height - text->height)),
                             text->width, text->height };
  return label;
}

static PtBounds
padded (PtBounds box, double sides, double top, double bottom)
{
  return (PtBounds){ box.x + sides, box.y + top, box.width - 2 * sides, box.height - top - bottom };
}

static gboolean
is_whole (const PtText *text)
{
  return text != NULL && !text->is_elided && !text->is_broken;
}

/* In the usual size where that fits, else smaller; a broken word is better than a lost one. */
static const PtText *
fitting (const Wording *wording, PtBounds free)
{
  const PtText *text = shaped (wording, PT_TEXT_INSIDE, free.width, free.height);
  if (is_whole (text))
    return text;
  const PtText *small = shaped (wording, PT_TEXT_SMALL, free.width, free.height);
  return is_whole (small) || text == NULL || text->is_elided ? small : text;
}

static PtLabel
in_the_middle (const Wording *wording, PtBounds box, PtBounds free)
{
  return centered (fitting (wording, free), box, free);
}

static PtLabel
title_at_top (const Wording *wording, PtBounds box)
{
  PtBounds free = padded (box, SIDE_PADDING + TITLE_INDENT, PT_PADDING, PT_PADDING);
  free.height = MIN (free.height, TITLE_HEIGHT);
  const PtText *text = shaped (wording, PT_TEXT_TITLE, free.width, free.height);
  return text != NULL
             ? centered (text, (PtBounds){ free.x, free.y, free.width, text->height }, free)
             : (PtLabel){ 0 };
}

static double
marker_room (const PtDiagramElement *figure)
{
  PtSymbol markers[PT_MAX_MARKERS];
  return pt_activity_markers (figure, markers) > 0 ? PT_MARKER_SIZE + PT_PADDING + 1 : PT_PADDING;
}

/* Clear of the symbol in the corner if the name fits below it. */
static PtLabel
in_activity (const Wording *wording, const PtDiagramElement *figure)
{
  PtBounds inside = pt_figure_inside (figure);
  if (pt_figure_is_open (figure))
    return title_at_top (wording, inside);

  double bottom = marker_room (figure);
  if (pt_activity_icon (figure) != PT_SYMBOL_NONE)
    {
      PtBounds below = padded (inside, SIDE_PADDING, PT_ICON_SIZE + PT_PADDING, bottom);
      PtLabel label = in_the_middle (wording, inside, below);
      if (label.text != NULL && !label.text->is_elided)
        return label;
    }
  return in_the_middle (wording, inside, padded (inside, SIDE_PADDING, PT_PADDING, bottom));
}

static PtLabel
in_choreography (const Wording *wording, const PtDiagramElement *figure)
{
  PtBounds free = pt_figure_between_bands (figure);
  if (pt_figure_is_open (figure))
    return title_at_top (wording, free);
  return in_the_middle (wording, free, padded (free, SIDE_PADDING, 2, marker_room (figure) - 3));
}

static PtLabel
turned (const Wording *wording, PtBounds header)
{
  PtLabel label = { .rotated = TRUE };
  PtBounds lying = { 0, 0, header.height - 2 * SIDE_PADDING, header.width };
  label.text = fitting (wording, lying);
  if (label.text == NULL)
    return label;
  PtPoint center = pt_bounds_center (header);
  label.bounds = (PtBounds){ center.x - label.text->height / 2, center.y - label.text->width / 2,
                             label.text->height, label.text->width };
  return label;
}

static PtLabel
in_header (const Wording *wording, const PtDiagramElement *figure)
{
  PtBounds header = pt_figure_header (figure);
  if (pt_label_is_rotated (figure))
    return turned (wording, header);
  return in_the_middle (wording, header, padded (header, SIDE_PADDING, 0, 0));
}

static PtLabel
in_band (const Wording *wording, const PtDiagramElement *figure)
{
  double room = figure->element->multiplicity ? PT_MARKER_SIZE + PT_PADDING : 0;
  return in_the_middle (wording, figure->bounds, padded (figure->bounds, SIDE_PADDING, 0, room));
}

/* Annotations have no body that flows could not cross. */
static gboolean
stands_on_ground (const PtDiagramElement *figure)
{
  return pt_figure_type (figure) == PT_BPMN_TEXT_ANNOTATION && !figure->has_fill;
}

static PtLabel
in_annotation (const Wording *wording, const PtDiagramElement *figure)
{
  PtBounds free = padded (figure->bounds, NOTE_INDENT, 1, 1);
  const PtText *text = shaped (wording, PT_TEXT_NOTE, free.width, free.height);
  PtLabel label = centered (text, figure->bounds, free);
  label.outside = stands_on_ground (figure);
  return label;
}

/* ===== outside =================================================================================
 */

static gboolean
is_given (const PtDiagramElement *figure)
{
  PtBounds given = figure->label;
  gboolean is_near = fabs (given.x) < FARTHEST && fabs (given.y) < FARTHEST
                     && fabs (given.width) < FARTHEST && fabs (given.height) < FARTHEST;
  return figure->has_label && is_near && (given.width > 0 || given.x != 0 || given.y != 0);
}

/* As many lines as the file's bounds hold, wherever they are broken: fonts differ between machines.
 */
static gboolean
has_lines_for (PtBounds given, const PtText *text)
{
  double line = text->height / text->n_lines;
  return given.height <= 0 || text->n_lines <= 1 || text->height < given.height + line / 2;
}

/* In the narrowest of some widths that breaks no word and no more lines than were asked for. */
static const PtText *
outside_text (const Wording *wording, PtBounds given)
{
  double room = given.width > 0 ? given.width + SLACK : OUTSIDE_WIDTH;
  const double widths[] = { room, MAX (room, WIDENING * given.width), MAX (room, OUTSIDE_WIDTH),
                            MAX (room, LONG_WORD_WIDTH) };
  const PtText *text = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (text == NULL || text->is_broken || !has_lines_for (given, text))
      text = shaped (wording, PT_TEXT_OUTSIDE, widths[i], OUTSIDE_HEIGHT);
  return text;
}

/* From the top of the file's bounds, around their middle: the place the author chose stays,
 * whatever the font. Without a width they are only the place where the text begins. */
static PtBounds
given_place (PtBounds given, PtPoint size)
{
  double x = given.width > 0 ? pt_bounds_center (given).x - size.x / 2 : given.x;
  return (PtBounds){ x, given.y, size.x, size.y };
}

/* Without a plan, where nothing else is known, at the place that readers expect. */
static PtBounds
free_place (PtLabelPlan *plan, const PtDiagramElement *figure, PtPoint size)
{
  PtBounds places[PT_LABEL_MOST_PLACES];
  if (plan != NULL && pt_label_plan_get (plan, figure, &places[0]))
    return places[0];
  pt_label_places (figure, size, 0, places);
  return places[0];
}

static PtLabel
outside (const Wording *wording, const PtDiagramElement *figure)
{
  gboolean given = is_given (figure);
  PtLabel label = { .outside = TRUE,
                    .text = outside_text (wording, given ? figure->label : (PtBounds){ 0 }) };
  if (label.text == NULL)
    return label;
  PtPoint size = { label.text->width, label.text->height };
  label.bounds
      = given ? given_place (figure->label, size) : free_place (wording->plan, figure, size);
  return label;
}

/* ===== which rule ==============================================================================
 */

static const LabelRule family_rules[] = {
  [PT_FAMILY_NONE] = outside,         [PT_FAMILY_PLANE] = outside,
  [PT_FAMILY_POOL] = in_header,       [PT_FAMILY_LANE] = in_header,
  [PT_FAMILY_ACTIVITY] = in_activity, [PT_FAMILY_EVENT] = outside,
  [PT_FAMILY_GATEWAY] = outside,      [PT_FAMILY_DATA] = outside,
  [PT_FAMILY_ARTIFACT] = outside,     [PT_FAMILY_FLOW] = outside,
  [PT_FAMILY_CONVERSATION] = outside, [PT_FAMILY_CHOREOGRAPHY] = in_choreography,
};

static LabelRule
rule_of (const PtDiagramElement *figure)
{
  if (figure->is_edge)
    return outside;
  if (pt_figure_is_band (figure) && figure->element != NULL)
    return in_band;
  if (pt_figure_type (figure) == PT_BPMN_TEXT_ANNOTATION)
    return in_annotation;
  return family_rules[pt_figure_family (figure)];
}

/* The name; of data the name and, in brackets, the state (10.4.1). @owned: (out) to be freed */
static const char *
source_of (const PtDiagramElement *figure, char **owned)
{
  const PtElement *element = figure->element;
  if (element == NULL)
    return NULL;
  const char *name = element->name;
  if (pt_figure_family (figure) != PT_FAMILY_DATA)
    return name;
  if (name == NULL && element->ref != NULL)
    name = element->ref->name;
  if (element->data_state == NULL)
    return name;
  return *owned = g_strdup_printf ("%s\n[%s]", name != NULL ? name : "", element->data_state);
}

PtLabel
pt_label_of (PtTextCache *cache, PtLabelPlan *plan, const PtDiagramElement *figure)
{
  g_autofree char *owned = NULL;
  const char *source = source_of (figure, &owned);
  if (source == NULL)
    return (PtLabel){ 0 };
  Wording wording = { cache, plan, source, figure->font };
  return rule_of (figure) (&wording, figure);
}

char *
pt_label_wording (const PtDiagramElement *figure)
{
  g_autofree char *owned = NULL;
  const char *source = source_of (figure, &owned);
  return owned != NULL ? g_steal_pointer (&owned) : g_strdup (source);
}

gboolean
pt_label_is_outside (const PtDiagramElement *figure)
{
  return rule_of (figure) == outside || stands_on_ground (figure);
}

gboolean
pt_label_is_rotated (const PtDiagramElement *figure)
{
  return rule_of (figure) == in_header && figure->is_horizontal && !pt_figure_is_black_box (figure);
}

PtBounds
pt_label_reach (const PtDiagramElement *figure)
{
  PtBounds body = pt_figure_reach (figure);
  if (!pt_label_is_outside (figure))
    return body;
  if (is_given (figure))
    {
      PtBounds given = pt_bounds_grow (figure->label, LONG_WORD_WIDTH);
      given.height += OUTSIDE_HEIGHT;
      return pt_bounds_union (body, given);
    }
  body = pt_bounds_grow (body, LONG_WORD_WIDTH + FARTHEST_PLACE);
  return (PtBounds){ body.x, body.y - OUTSIDE_HEIGHT, body.width,
                     body.height + 2 * OUTSIDE_HEIGHT };
}

/* ===== for plans ===============================================================================
 */

static gboolean
is_shown (const PtDiagramElement *figure, gpointer texts)
{
  return pt_figure_can_be_painted (figure);
}

static gboolean
is_free (const PtDiagramElement *figure, gpointer texts)
{
  return rule_of (figure) == outside && !is_given (figure) && figure->element != NULL
         && (figure->element->name != NULL || pt_figure_family (figure) == PT_FAMILY_DATA);
}

/* Pools, lanes, open activities and groups are but frames; some have a strip with a name. */
static PtBounds
solid_part (const PtDiagramElement *figure)
{
  PtFamily family = pt_figure_family (figure);
  gboolean has_header = family == PT_FAMILY_POOL || family == PT_FAMILY_LANE;
  gboolean is_group = family == PT_FAMILY_ARTIFACT && !stands_on_ground (figure)
                      && pt_figure_type (figure) != PT_BPMN_TEXT_ANNOTATION;

  if (figure->is_edge || is_group || pt_figure_is_open (figure))
    return (PtBounds){ 0 };
  return has_header && !pt_figure_is_band (figure) ? pt_figure_header (figure) : figure->bounds;
}

/* What is written on a body needs no room beside it, but on one that other things lie on. */
static gboolean
has_text_of_its_own (const PtDiagramElement *figure)
{
  return rule_of (figure) == outside || pt_figure_is_open (figure)
         || pt_figure_is_black_box (figure);
}

static PtLabelNeeds
measure (const PtDiagramElement *figure, gpointer texts)
{
  PtLabelNeeds needs = { .solid = solid_part (figure) };
  PtLabel label = has_text_of_its_own (figure) ? pt_label_of (texts, NULL, figure) : (PtLabel){ 0 };

  if (label.text == NULL)
    return needs;
  if (is_free (figure, texts))
    needs.size = (PtPoint){ label.bounds.width, label.bounds.height };
  else
    needs.text = label.bounds;
  return needs;
}

const PtLabelSurvey pt_label_survey = { is_shown, is_free, measure };
