/* pt-comparison-json.c: a comparison for programs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-comparison.h"

static const char *const detail_words[] = {
  [PT_ALTERED_ATTRIBUTE] = "attribute",
  [PT_ALTERED_TEXT] = "text",
  [PT_ALTERED_CHILD] = "child",
  [PT_ALTERED_ORDER] = "order",
  [PT_ALTERED_TYPE] = "type",
  [PT_ALTERED_CONTAINER] = "container",
  [PT_ALTERED_LANE] = "lane",
  [PT_ALTERED_PLACE] = "place",
  [PT_ALTERED_SIZE] = "size",
  [PT_ALTERED_ROUTE] = "route",
  [PT_ALTERED_LABEL] = "label",
  [PT_ALTERED_FIGURE] = "figure",
  [PT_ALTERED_ID] = "id",
};

static void
set_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
}

static JsonObject *
element_to_json (PtDocument *document, const PtCompared *compared)
{
  JsonObject *object = json_object_new ();
  int line, column;

  set_string (object, "type", (const char *)compared->node->name);
  set_string (object, "id", compared->id);
  set_string (object, "name", compared->name);
  if (pt_document_get_position (document, (xmlNode *)compared->node, &line, &column))
    {
      json_object_set_int_member (object, "line", line);
      json_object_set_int_member (object, "column", column);
    }
  return object;
}

static JsonObject *
detail_to_json (const PtAlteration *detail)
{
  JsonObject *object = json_object_new ();

  set_string (object, "what", detail_words[detail->kind]);
  set_string (object, "path", *detail->path != '\0' ? detail->path : NULL);
  set_string (object, "from", detail->from);
  set_string (object, "to", detail->to);
  return object;
}

static JsonArray *
details_to_json (const PtDifference *difference)
{
  JsonArray *details = json_array_new ();

  for (guint i = 0; i < difference->details->len; i++)
    json_array_add_object_element (details, detail_to_json (difference->details->pdata[i]));
  return details;
}

static JsonObject *
difference_to_json (const PtComparison *self, const PtDifference *difference)
{
  JsonObject *object = json_object_new ();
  g_autofree char *label = pt_difference_label (self, difference);
  g_auto (GStrv) lines = pt_difference_lines (self, difference);
  g_autofree char *said = g_strjoinv ("; ", lines);
  g_autofree char *text = *said != '\0' ? g_strconcat (label, " ", said, NULL) : g_strdup (label);

  set_string (object, "kind", pt_difference_kind_to_string (difference->kind));
  set_string (object, "aspect", difference->aspect == PT_ASPECT_LAYOUT ? "layout" : "wording");
  if (difference->before != NULL)
    json_object_set_object_member (object, "before",
                                   element_to_json (self->versions.sides[PT_BEFORE]->document,
                                                    difference->before));
  if (difference->after != NULL)
    json_object_set_object_member (object, "after",
                                   element_to_json (self->versions.sides[PT_AFTER]->document,
                                                    difference->after));
  set_string (object, "text", text);
  if (difference->details->len > 0)
    json_object_set_array_member (object, "details", details_to_json (difference));
  return object;
}

static JsonObject *
counts_to_json (const PtComparison *self, PtAspect aspects)
{
  JsonObject *counts = json_object_new ();

  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    json_object_set_int_member (counts, pt_difference_kind_to_string (kind),
                                pt_comparison_count (self, kind, aspects));
  return counts;
}

JsonNode *
pt_comparison_to_json (const PtComparison *self,
                       const char *before,
                       const char *after,
                       PtAspect aspects)
{
  JsonObject *object = json_object_new ();
  JsonArray *differences = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < self->differences->len; i++)
    {
      const PtDifference *difference = self->differences->pdata[i];

      if ((difference->aspect & aspects) != 0)
        json_array_add_object_element (differences, difference_to_json (self, difference));
    }
  set_string (object, "before", before);
  set_string (object, "after", after);
  json_object_set_object_member (object, "counts", counts_to_json (self, aspects));
  json_object_set_array_member (object, "differences", differences);
  json_node_init_object (node, object);
  json_object_unref (object);
  return node;
}
