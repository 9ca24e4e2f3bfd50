/* pt-drop-target.c: where something would land
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-drop-target.h"

#include <math.h>

#include "pt-editor-private.h"
#include "pt-facts.h"
#include "pt-overlay.h"

static gboolean
takes (const PtDiagramElement *figure, const PtDropQuest *quest)
{
  return pt_rules_contain (figure->element, quest->type, NULL) == PT_VERDICT_ALLOW;
}

static gboolean
is_candidate (const PtDiagramElement *figure, gpointer data)
{
  const PtDropQuest *quest = data;

  if (figure->element == NULL || figure->element->id == NULL)
    return FALSE;
  if (quest->moved != NULL && pt_facts_is_carried (figure->element, quest->moved))
    return FALSE;
  if (pt_facts_is_container (figure))
    return TRUE;
  if (pt_facts_family (figure) == PT_FAMILY_ACTIVITY)
    return quest->attaches && pt_rules_attach (figure->element, quest->type);
  return quest->splits && pt_facts_is_a (figure, PT_BPMN_SEQUENCE_FLOW) && takes (figure, quest);
}

PtDropTarget
pt_drop_target_find (PtEditor *editor, PtPoint at, const PtDropQuest *quest)
{
  PtDiagram *diagram = pt_editor_get_diagram (editor);
  PtHit hit = pt_scene_hit_filtered (pt_editor_get_scene (editor), at,
                                     pt_editor_reach (editor, PT_HIT_TOLERANCE), is_candidate,
                                     (gpointer)quest);
  PtDropTarget target = { .figure = hit.figure, .verdict = PT_VERDICT_FORBID };

  if (hit.figure != NULL)
    target.element = hit.figure->element;
  else if (diagram != NULL)
    target.element = diagram->element;
  if (target.element != NULL)
    target.verdict = pt_rules_contain (target.element, quest->type, &target.reason);
  return target;
}

const PtElement *
pt_drop_target_content (const PtDropTarget *self)
{
  const PtElement *element = self->element;

  if (element == NULL || pt_element_is_a (element, PT_BPMN_SUB_PROCESS))
    return element;
  if (element->type == PT_BPMN_PARTICIPANT || element->type == PT_BPMN_LANE)
    return element->process != NULL ? element->process : element;
  return element;
}

gboolean
pt_drop_target_is_host (const PtDropTarget *self, PtBpmnType type)
{
  return self->figure != NULL && !pt_facts_is_container (self->figure)
         && pt_facts_family (self->figure) == PT_FAMILY_ACTIVITY
         && pt_rules_attach (self->element, type);
}

void
pt_drop_target_mark (GArray *overlay, const PtDiagramElement *figure, PtVerdict verdict)
{
  static const PtMarkKind kinds[] = { [PT_VERDICT_IGNORE] = PT_MARK_HOVER,
                                      [PT_VERDICT_FORBID] = PT_MARK_FORBIDDEN,
                                      [PT_VERDICT_ALLOW] = PT_MARK_ALLOWED };

  if (figure != NULL && verdict != PT_VERDICT_IGNORE)
    pt_overlay_add_figure (overlay, kinds[verdict], figure);
}

PtPoint
pt_snap_to_frame (PtBounds b, PtPoint p)
{
  double x = CLAMP (p.x, b.x, b.x + b.width), y = CLAMP (p.y, b.y, b.y + b.height);
  double left = x - b.x, right = b.x + b.width - x;
  double top = y - b.y, bottom = b.y + b.height - y;
  double nearest = fmin (fmin (left, right), fmin (top, bottom));

  if (nearest == top || nearest == bottom)
    return (PtPoint){ x, nearest == top ? b.y : b.y + b.height };
  return (PtPoint){ nearest == left ? b.x : b.x + b.width, y };
}
