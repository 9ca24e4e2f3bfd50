/* gallery.h: one figure for everything the notation can show, made by hand
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <partitur/draw.h>
#include <string.h>

/* Large shapes are painted smaller, to spare pixels. */
#define GALLERY_MAX_WIDTH 220
#define GALLERY_MAX_HEIGHT 130

/** GalleryItem: a figure with the element it shows. */
typedef struct
{
  char *title; /* what it is, for messages */
  char *look;  /* figures with the same look are painted alike; NULL: the title */
  PtElement element, other, ref;
  PtDiagramElement figure;
  PtPoint waypoints[4];
} GalleryItem;

static inline void
gallery_item_free (gpointer data)
{
  GalleryItem *item = data;
  g_free (item->title);
  g_free (item->look);
  g_free ((char *)item->figure.band_kind);
  g_free (item);
}

static inline GalleryItem *
gallery_add (GPtrArray *all, PtBpmnType type, const char *variant)
{
  const PtBpmnTypeInfo *info = pt_bpmn_type_info (type);
  GalleryItem *item = g_new0 (GalleryItem, 1);
  item->title = g_strdup_printf ("%s %s", info->tag, variant);
  item->element.type = type;
  item->element.name = "Name";
  item->element.figure = &item->figure;
  item->figure.element = &item->element;
  item->figure.is_horizontal = TRUE;
  item->figure.bounds
      = (PtBounds){ 40, 60, info->width > 0 ? MIN (info->width, GALLERY_MAX_WIDTH) : 100,
                    info->height > 0 ? MIN (info->height, GALLERY_MAX_HEIGHT) : 80 };
  g_ptr_array_add (all, item);
  return item;
}

static inline GalleryItem *
gallery_add_edge (GPtrArray *all, PtBpmnType type, const char *variant)
{
  static const PtPoint route[] = { { 40, 60 }, { 120, 60 }, { 120, 140 }, { 220, 140 } };
  GalleryItem *item = gallery_add (all, type, variant);
  memcpy (item->waypoints, route, sizeof route);
  item->figure.is_edge = TRUE;
  item->figure.waypoints = item->waypoints;
  item->figure.n_waypoints = G_N_ELEMENTS (route);
  item->figure.bounds = pt_points_bounds (route, G_N_ELEMENTS (route));
  item->element.source = &item->other;
  return item;
}

static inline void
gallery_add_activities (GPtrArray *all)
{
  static const char *const loops[] = { "once", "loop", "parallel", "sequential" };
  for (PtBpmnType type = 0; type < PT_BPMN_N_TYPES; type++)
    if (pt_bpmn_type_info (type)->family == PT_FAMILY_ACTIVITY && pt_bpmn_type_info (type)->tag)
      for (int bits = 0; bits < 16; bits++)
        {
          gboolean sub = pt_bpmn_type_is_a (type, PT_BPMN_SUB_PROCESS);
          gboolean compensation = (bits & 4) != 0, expanded = (bits & 8) != 0;
          if (expanded && !sub && type != PT_BPMN_CALL_ACTIVITY)
            continue;
          g_autofree char *variant
              = g_strdup_printf ("%s%s%s", loops[bits & 3], compensation ? " compensation" : "",
                                 expanded ? " expanded" : "");
          GalleryItem *item = gallery_add (all, type, variant);
          item->element.loop = bits & 3;
          item->element.for_compensation = compensation;
          item->figure.is_expanded = expanded;
          if (!expanded)
            item->figure.bounds.width = 100, item->figure.bounds.height = 80;
        }
  gallery_add (all, PT_BPMN_RECEIVE_TASK, "instantiate")->element.instantiate = TRUE;
  gallery_add (all, PT_BPMN_SUB_PROCESS, "of an event")->element.triggered_by_event = TRUE;
  static const PtBpmnType global[]
      = { PT_BPMN_GLOBAL_USER_TASK, PT_BPMN_GLOBAL_MANUAL_TASK, PT_BPMN_GLOBAL_SCRIPT_TASK,
          PT_BPMN_GLOBAL_BUSINESS_RULE_TASK, PT_BPMN_GLOBAL_TASK };
  for (guint i = 0; i < G_N_ELEMENTS (global); i++)
    {
      GalleryItem *item
          = gallery_add (all, PT_BPMN_CALL_ACTIVITY, pt_bpmn_type_info (global[i])->tag);
      item->ref.type = global[i];
      item->element.ref = &item->ref;
      if (global[i] == PT_BPMN_GLOBAL_TASK) /* nothing in it to tell them apart */
        item->look = g_strdup ("callActivity once expanded");
    }
}

/* A boundary event looks like one in the flow; where it stands tells. */
static inline void
gallery_set_event_look (GalleryItem *item, const char *variant)
{
  if (item->element.type == PT_BPMN_BOUNDARY_EVENT
      || item->element.type == PT_BPMN_INTERMEDIATE_CATCH_EVENT)
    item->look = g_strconcat ("catching ", variant, NULL);
}

static inline void
gallery_add_event (GPtrArray *all, PtBpmnType type, PtBpmnType definition)
{
  gboolean none = definition == PT_BPMN_NONE;
  const char *tag = none ? "none" : pt_bpmn_type_info (definition)->tag;
  GalleryItem *item = gallery_add (all, type, tag);
  item->element.event_definition = definition;
  item->element.n_event_definitions = none ? 0 : 1;
  gallery_set_event_look (item, tag);
  if (none || (type != PT_BPMN_START_EVENT && type != PT_BPMN_BOUNDARY_EVENT))
    return;
  g_autofree char *variant = g_strconcat (tag, " non-interrupting", NULL);
  item = gallery_add (all, type, variant);
  item->element.event_definition = definition;
  item->element.n_event_definitions = 1;
  item->element.non_interrupting = TRUE;
}

static inline void
gallery_add_events (GPtrArray *all)
{
  static const PtBpmnType types[]
      = { PT_BPMN_START_EVENT, PT_BPMN_INTERMEDIATE_CATCH_EVENT, PT_BPMN_INTERMEDIATE_THROW_EVENT,
          PT_BPMN_BOUNDARY_EVENT, PT_BPMN_END_EVENT };
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      for (PtBpmnType d = 0; d < PT_BPMN_N_TYPES; d++)
        if ((d == PT_BPMN_NONE
             || (d != PT_BPMN_EVENT_DEFINITION && pt_bpmn_type_is_a (d, PT_BPMN_EVENT_DEFINITION)))
            && pt_bpmn_event_allows (types[i], d))
          gallery_add_event (all, types[i], d);
      for (int parallel = 0; parallel < 2; parallel++)
        {
          GalleryItem *item = gallery_add (all, types[i], parallel ? "all of several" : "several");
          item->element.event_definition = PT_BPMN_MESSAGE_EVENT_DEFINITION;
          item->element.n_event_definitions = 2;
          item->element.parallel_multiple = parallel;
          gallery_set_event_look (item, parallel ? "all of several" : "several");
        }
    }
}

static inline void
gallery_add_gateways (GPtrArray *all)
{
  gallery_add (all, PT_BPMN_EXCLUSIVE_GATEWAY, "plain");
  gallery_add (all, PT_BPMN_EXCLUSIVE_GATEWAY, "with X")->figure.is_marker_visible = TRUE;
  gallery_add (all, PT_BPMN_INCLUSIVE_GATEWAY, "");
  gallery_add (all, PT_BPMN_PARALLEL_GATEWAY, "");
  gallery_add (all, PT_BPMN_COMPLEX_GATEWAY, "");
  gallery_add (all, PT_BPMN_EVENT_BASED_GATEWAY, "");
  gallery_add (all, PT_BPMN_EVENT_BASED_GATEWAY, "instantiate")->element.instantiate = TRUE;
  GalleryItem *item = gallery_add (all, PT_BPMN_EVENT_BASED_GATEWAY, "parallel");
  item->element.instantiate = item->element.event_gateway_parallel = TRUE;
}

static inline void
gallery_add_data (GPtrArray *all)
{
  static const PtBpmnType sheets[]
      = { PT_BPMN_DATA_OBJECT_REFERENCE, PT_BPMN_DATA_INPUT, PT_BPMN_DATA_OUTPUT };
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gallery_add (all, sheets[i], "");
      gallery_add (all, sheets[i], "collection")->element.is_collection = TRUE;
    }
  gallery_add (all, PT_BPMN_DATA_OBJECT_REFERENCE, "in a state")->element.data_state = "approved";
  gallery_add (all, PT_BPMN_DATA_STORE_REFERENCE, "");
  gallery_add (all, PT_BPMN_MESSAGE, "answer");
  gallery_add (all, PT_BPMN_MESSAGE, "first")->element.initiating = TRUE;
  gallery_add (all, PT_BPMN_TEXT_ANNOTATION, "");
  gallery_add (all, PT_BPMN_GROUP, "");
}

static inline void
gallery_add_pools (GPtrArray *all)
{
  for (int bits = 0; bits < 8; bits++)
    {
      gboolean vertical = (bits & 1) != 0, black_box = (bits & 2) != 0, several = (bits & 4) != 0;
      g_autofree char *variant
          = g_strdup_printf ("%s%s%s", vertical ? "vertical" : "horizontal",
                             black_box ? " black box" : "", several ? " several" : "");
      GalleryItem *item = gallery_add (all, PT_BPMN_PARTICIPANT, variant);
      item->figure.is_horizontal = !vertical;
      item->other.type = PT_BPMN_PROCESS;
      item->element.process = black_box ? NULL : &item->other;
      item->element.multiplicity = several;
      if (black_box) /* lies on its side in both */
        item->look = g_strdup (several ? "black box several" : "black box");
    }
  gallery_add (all, PT_BPMN_LANE, "horizontal");
  gallery_add (all, PT_BPMN_LANE, "vertical")->figure.is_horizontal = FALSE;
}

static inline void
gallery_add_choreographies (GPtrArray *all)
{
  static const char *const bands[]
      = { "top_initiating",     "middle_initiating",     "bottom_initiating",
          "top_non_initiating", "middle_non_initiating", "bottom_non_initiating" };
  for (guint i = 0; i < G_N_ELEMENTS (bands) * 2; i++)
    {
      g_autofree char *variant = g_strconcat (bands[i / 2], i % 2 ? " message" : "", NULL);
      GalleryItem *item = gallery_add (all, PT_BPMN_PARTICIPANT, variant);
      item->figure.bounds = (PtBounds){ 40, 60, 100, 20 };
      item->figure.band_kind = g_strdup (bands[i / 2]);
      item->figure.message_visible = i % 2;
    }
  /* Only the bands tell it from a task. */
  gallery_add (all, PT_BPMN_CHOREOGRAPHY_TASK, "")->look = g_strdup ("task once");
  GalleryItem *loop = gallery_add (all, PT_BPMN_CHOREOGRAPHY_TASK, "loop");
  loop->element.loop = PT_LOOP_STANDARD;
  loop->look = g_strdup ("task loop");
  gallery_add (all, PT_BPMN_SUB_CHOREOGRAPHY, "collapsed");
  GalleryItem *open = gallery_add (all, PT_BPMN_SUB_CHOREOGRAPHY, "expanded");
  open->figure.is_expanded = TRUE;
  open->look = g_strdup ("subProcess once expanded");
  gallery_add (all, PT_BPMN_CALL_CHOREOGRAPHY, "");
  gallery_add (all, PT_BPMN_CONVERSATION, "");
  gallery_add (all, PT_BPMN_SUB_CONVERSATION, "");
  gallery_add (all, PT_BPMN_CALL_CONVERSATION, "");
}

static inline void
gallery_add_flows (GPtrArray *all)
{
  gallery_add_edge (all, PT_BPMN_SEQUENCE_FLOW, "");
  GalleryItem *item = gallery_add_edge (all, PT_BPMN_SEQUENCE_FLOW, "conditional");
  item->element.has_condition = TRUE;
  item->other.type = PT_BPMN_TASK;
  item = gallery_add_edge (all, PT_BPMN_SEQUENCE_FLOW, "default");
  item->other.default_flow = &item->element;
  item->other.type = PT_BPMN_EXCLUSIVE_GATEWAY;

  gallery_add_edge (all, PT_BPMN_MESSAGE_FLOW, "");
  gallery_add_edge (all, PT_BPMN_MESSAGE_FLOW, "answer")->figure.message_visible = TRUE;
  item = gallery_add_edge (all, PT_BPMN_MESSAGE_FLOW, "first");
  item->figure.message_visible = item->figure.message_initiating = TRUE;

  gallery_add_edge (all, PT_BPMN_ASSOCIATION, "");
  item = gallery_add_edge (all, PT_BPMN_ASSOCIATION, "one way");
  item->element.association_direction = 1;
  item->look = g_strdup ("data association");
  gallery_add_edge (all, PT_BPMN_ASSOCIATION, "both ways")->element.association_direction = 2;
  gallery_add_edge (all, PT_BPMN_DATA_INPUT_ASSOCIATION, "")->look = g_strdup ("data association");
  gallery_add_edge (all, PT_BPMN_DATA_OUTPUT_ASSOCIATION, "")->look = g_strdup ("data association");
  gallery_add_edge (all, PT_BPMN_CONVERSATION_LINK, "");
}

/** gallery_new: Returns: (transfer full): of GalleryItem */
static inline GPtrArray *
gallery_new (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (gallery_item_free);
  gallery_add_events (all);
  gallery_add_gateways (all);
  gallery_add_activities (all);
  gallery_add_data (all);
  gallery_add_flows (all);
  gallery_add_choreographies (all);
  gallery_add_pools (all);
  return all;
}
