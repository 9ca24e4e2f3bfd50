/* pt-lower-boundary.c: boundary events that are attached to nothing
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-file.h"
#include "pt-lower.h"

#include <math.h>

/* As far as an event may be drawn from the edge of its activity, in diagram units. */
#define REACH 40
/* Each search costs a look at all that is beside the event. */
#define MAX_SEARCHES 200

static gboolean
can_be_host (const PtElement *event, const PtElement *other)
{
  return other->id && pt_element_is_a (other, PT_BPMN_ACTIVITY) && other->parent == event->parent;
}

static const PtElement *
find_by_name (PtLower *self, const PtElement *event, const char *wanted)
{
  const PtDanglingReference reference = { .value = wanted, .wanted = PT_BPMN_ACTIVITY };
  g_autofree char *id = wanted ? pt_suggestions_find (self->file->suggestions, &reference) : NULL;
  const PtElement *meant = id ? pt_process_graph_get (self->graph, id) : NULL;

  return meant && can_be_host (event, meant) ? meant : NULL;
}

/* How far @p is from the edge of @b, inside or outside. */
static double
distance_to_edge (PtBounds b, PtPoint p)
{
  double dx = fabs (p.x - (b.x + b.width / 2)) - b.width / 2;
  double dy = fabs (p.y - (b.y + b.height / 2)) - b.height / 2;

  return dx > 0 && dy > 0 ? hypot (dx, dy) : fabs (MAX (dx, dy));
}

static const PtElement *
find_by_place (const PtElement *event)
{
  GPtrArray *siblings = event->parent->children;
  const PtElement *nearest = NULL;
  double least = REACH;

  for (guint i = 0; event->figure && i < siblings->len; i++)
    {
      const PtElement *other = g_ptr_array_index (siblings, i);
      double distance = HUGE_VAL;

      if (can_be_host (event, other) && other->figure
          && other->figure->diagram == event->figure->diagram)
        distance
            = distance_to_edge (other->figure->bounds, pt_bounds_center (event->figure->bounds));
      if (distance < least)
        {
          nearest = other;
          least = distance;
        }
    }
  return nearest;
}

static void
offer (PtLower *self,
       PtDiagnostic *diagnostic,
       const PtElement *event,
       const PtElement *host,
       const char *now)
{
  g_autofree char *label = pt_lower_label (host);
  g_autofree char *path = pt_file_path (self->file, event->node);

  pt_diagnostic_add_fix (diagnostic, PT_FIX_ATTACH, label, host->id, path, now ? now : "", NULL);
}

void
pt_lower_check_boundary (PtLower *self, const PtElement *event)
{
  const PtElement *host = event->attached_to, *meant, *beside = NULL;
  g_autofree char *reference = pt_xml_attribute (event->node, "attachedToRef");
  g_autofree char *label = pt_lower_label (event);
  PtDiagnostic *diagnostic;

  if (host && host->parent == event->parent)
    return;
  meant = host ? NULL : find_by_name (self, event, reference);
  if (pt_diagnostics_get_length (self->diagnostics) < MAX_SEARCHES)
    beside = find_by_place (event);
  diagnostic
      = pt_diagnostics_add (self->diagnostics, PT_CODE_B24, label,
                            !host && reference ? reference : "", meant ? meant->id : "", NULL);
  pt_lower_place (self, diagnostic, event);
  if (meant)
    offer (self, diagnostic, event, meant, reference);
  if (beside && beside != meant)
    offer (self, diagnostic, event, beside, reference);
  pt_lower_offer_delete (diagnostic, event);
}
