/* pt-figure-details.c: what is different in how an element is drawn
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-figure-details.h"

#include <string.h>

typedef char *(*Describe) (const xmlNode *figure);

static const xmlNode *
child_of (const xmlNode *node, const char *ns_uri, const char *name)
{
  xmlNode *child = pt_xml_first_element (node);

  while (child != NULL && !pt_xml_is (child, ns_uri, name))
    child = pt_xml_next_element (child);
  return child;
}

/* --- values as one reads them --- */

static char *
pair_of (const xmlNode *node, const char *first, const char *sign, const char *second)
{
  const char *a = node != NULL ? pt_tree_value (node, first) : NULL;
  const char *b = node != NULL ? pt_tree_value (node, second) : NULL;

  return a != NULL && b != NULL ? g_strdup_printf ("%s%s%s", a, sign, b) : NULL;
}

static char *
describe_place (const xmlNode *figure)
{
  return pair_of (child_of (figure, PT_NS_DC, "Bounds"), "x", ",", "y");
}

static char *
describe_size (const xmlNode *figure)
{
  return pair_of (child_of (figure, PT_NS_DC, "Bounds"), "width", "×", "height");
}

static char *
describe_route (const xmlNode *figure)
{
  GString *route = g_string_new (NULL);

  for (xmlNode *child = pt_xml_first_element (figure); child; child = pt_xml_next_element (child))
    {
      g_autofree char *point
          = pt_xml_is (child, PT_NS_DI, "waypoint") ? pair_of (child, "x", ",", "y") : NULL;

      if (point != NULL)
        g_string_append_printf (route, "%s%s", route->len > 0 ? " " : "", point);
    }
  return g_string_free (route, FALSE);
}

static char *
describe_label (const xmlNode *figure)
{
  const xmlNode *label = child_of (figure, PT_NS_BPMNDI, "BPMNLabel");

  return label != NULL ? describe_place (label) : NULL;
}

/* Which details belong together; the first row that fits counts. */
static const struct
{
  const char *path; /* how the detail's path begins */
  PtAlterationKind kind;
  const char *told_as;
  Describe describe;
} groups[] = {
  { "Bounds/@x", PT_ALTERED_PLACE, "Bounds", describe_place },
  { "Bounds/@y", PT_ALTERED_PLACE, "Bounds", describe_place },
  { "Bounds/@width", PT_ALTERED_SIZE, "Bounds", describe_size },
  { "Bounds/@height", PT_ALTERED_SIZE, "Bounds", describe_size },
  { "waypoint", PT_ALTERED_ROUTE, "waypoint", describe_route },
  { "BPMNLabel", PT_ALTERED_LABEL, "BPMNLabel", describe_label },
};

static gboolean
is_color (const PtAlteration *detail)
{
  return strstr (detail->path, "@bioc:") != NULL || strstr (detail->path, "@color:") != NULL;
}

PtDifferenceKind
pt_figure_details_kind (const PtAlteration *detail)
{
  if (detail->kind == PT_ALTERED_ID)
    return PT_DIFFERENCE_NEW_ID;
  return is_color (detail) ? PT_DIFFERENCE_RECOLORED : PT_DIFFERENCE_MOVED;
}

static gboolean
has_kind (const GPtrArray *details, PtAlterationKind kind)
{
  for (guint i = 0; i < details->len; i++)
    if (((PtAlteration *)details->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/* Returns: whether @detail is told by a group, once for all that are in it */
static gboolean
tell_group (GPtrArray *told,
            const PtAlteration *detail,
            const xmlNode *before,
            const xmlNode *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (detail->path, groups[i].path))
      {
        if (!has_kind (told, groups[i].kind))
          g_ptr_array_add (told, pt_alteration_new (groups[i].kind, g_strdup (groups[i].told_as),
                                                    groups[i].describe (before),
                                                    groups[i].describe (after)));
        return TRUE;
      }
  return FALSE;
}

GPtrArray *
pt_figure_details (PtVersions *versions, const PtEntry *before, const PtEntry *after)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *told = g_ptr_array_new_with_free_func ((GDestroyNotify)pt_alteration_free);

  pt_parts_compare (versions, before, after, all);
  for (guint i = 0; i < all->len; i++)
    {
      PtAlteration *detail = all->pdata[i];

      if (pt_figure_details_kind (detail) == PT_DIFFERENCE_MOVED
          && tell_group (told, detail, before->face.node, after->face.node))
        pt_alteration_free (detail);
      else
        g_ptr_array_add (told, detail);
    }
  return told;
}
