/* pt-link.c: what a flow under the pointer would connect to
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-link.h"

#include <partitur/layout.h>

#include "pt-editor-private.h"
#include "pt-facts.h"

PtLink
pt_link_judge (PtDiagramElement *from, PtDiagramElement *to)
{
  PtLink link = { .figure = to };
  PtBpmnType back;

  link.verdict = pt_rules_connect (from->element, to->element, &link.type, &link.reason);
  if (link.verdict == PT_VERDICT_ALLOW
      || pt_rules_connect (to->element, from->element, &back, NULL) != PT_VERDICT_ALLOW)
    return link;
  link.verdict = PT_VERDICT_ALLOW;
  link.reversed = TRUE;
  link.type = back;
  return link;
}

static gboolean
is_inside (const PtElement *element, const PtElement *container)
{
  const PtElement *e = element;

  while (e != NULL && e != container)
    e = pt_facts_carrier (e);
  return e != NULL;
}

/* Lanes have no flows; other flows only take associations. */
static gboolean
can_end_at (const PtDiagramElement *figure, gpointer data)
{
  const PtElement *other = data;

  if (pt_facts_id (figure) == NULL || pt_facts_family (figure) == PT_FAMILY_LANE)
    return FALSE;
  if (figure->is_edge)
    return other != NULL && pt_element_family (other) == PT_FAMILY_ARTIFACT;
  return other == NULL || other == figure->element || !pt_facts_is_container (figure)
         || !is_inside (other, figure->element);
}

PtDiagramElement *
pt_link_figure_at (PtEditor *editor, PtPoint at, const PtElement *other)
{
  return pt_scene_hit_filtered (editor->scene, at, pt_editor_reach (editor, PT_HIT_TOLERANCE),
                                can_end_at, (gpointer)other)
      .figure;
}

GArray *
pt_link_line (const PtDiagramElement *from, PtPoint to)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (PtPoint), 2);
  PtRouteEnd end = pt_route_end (from);
  PtPoint dock = pt_outline_crop (end.outline, end.bounds, pt_bounds_center (end.bounds), to);

  g_array_append_val (points, dock);
  g_array_append_val (points, to);
  return points;
}

GArray *
pt_link_route (const PtLink *link, const PtDiagramElement *from)
{
  const PtDiagramElement *first = link->reversed ? link->figure : from;
  const PtDiagramElement *last = link->reversed ? from : link->figure;
  PtRouteEnd start = pt_route_end (first), end;

  if (last->is_edge || first->is_edge)
    return pt_link_line (link->figure->is_edge ? from : link->figure,
                         pt_bounds_center (link->figure->bounds));
  end = pt_route_end (last);
  return pt_route (&start, &end, pt_route_style_of (link->type), pt_facts_runs_down (first));
}
