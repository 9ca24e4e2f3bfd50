/* pt-parts.c: what is different in the parts of one element
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-defaults.h"
#include "pt-parts.h"

#include <string.h>

/* What the walk through two elements at once carries along. */
typedef struct
{
  PtVersions *versions;
  GString *path;
  GPtrArray *details;
} Walk;

/* --- details --- */

PtAlteration *
pt_alteration_new (PtAlterationKind kind, char *path, char *from, char *to)
{
  PtAlteration *self = g_new0 (PtAlteration, 1);

  self->kind = kind;
  self->path = path;
  self->from = from;
  self->to = to;
  return self;
}

void
pt_alteration_free (PtAlteration *self)
{
  g_free (self->path);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static PtAlteration *
add (Walk *walk, PtAlterationKind kind, const char *step, const char *from, const char *to)
{
  char *path = *step != '\0' && walk->path->len > 0
                   ? g_strdup_printf ("%s/%s", walk->path->str, step)
                   : g_strconcat (walk->path->str, step, NULL);
  PtAlteration *detail = pt_alteration_new (kind, path, g_strdup (from), g_strdup (to));

  g_ptr_array_add (walk->details, detail);
  return detail;
}

static const PtCompared *
referred (Walk *walk, PtSide side, const xmlNode *node, const char *name, const char *value)
{
  PtEntry *entry
      = value != NULL ? pt_versions_referred (walk->versions, side, node, name, value) : NULL;

  return entry != NULL ? &entry->face : NULL;
}

/* --- paths --- */

/* Prefixes are the author's; the standard's own names go without one, and the usual vendor of
 * colours by the usual one, so that paths mean the same in every file. */
static const struct
{
  const char *ns_uri, *prefix;
} prefixes[] = {
  { PT_NS_BPMN, "" },      { PT_NS_BPMNDI, "" },      { PT_NS_DC, "" },      { PT_NS_DI, "" },
  { PT_NS_BIOC, "bioc:" }, { PT_NS_COLOR, "color:" }, { PT_NS_XSI, "xsi:" },
};

static char *
step_of (const xmlNs *ns, const xmlChar *name, const char *sign)
{
  for (guint i = 0; ns != NULL && i < G_N_ELEMENTS (prefixes); i++)
    if (strcmp ((const char *)ns->href, prefixes[i].ns_uri) == 0)
      return g_strconcat (sign, prefixes[i].prefix, name, NULL);
  return ns != NULL && ns->prefix != NULL ? g_strdup_printf ("%s%s:%s", sign, ns->prefix, name)
                                          : g_strconcat (sign, name, NULL);
}

static gsize
enter (Walk *walk, const xmlNode *node)
{
  g_autofree char *step = step_of (node->ns, node->name, "");
  gsize before = walk->path->len;

  if (before > 0)
    g_string_append_c (walk->path, '/');
  g_string_append (walk->path, step);
  return before;
}

/* --- attributes --- */

static const char *
ns_of (const xmlAttr *attribute)
{
  return attribute->ns != NULL ? (const char *)attribute->ns->href : NULL;
}

/* The attribute most often stands at the same place. */
static const xmlAttr *
counterpart (const xmlNode *node, const xmlAttr *attribute, const xmlAttr *guess)
{
  const char *name = (const char *)attribute->name;

  if (guess != NULL && strcmp ((const char *)guess->name, name) == 0
      && g_strcmp0 (ns_of (guess), ns_of (attribute)) == 0)
    return guess;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
    if (strcmp ((const char *)a->name, name) == 0 && g_strcmp0 (ns_of (a), ns_of (attribute)) == 0)
      return a;
  return NULL;
}

static void
add_attribute (Walk *walk,
               const xmlNode *const nodes[2],
               const xmlAttr *shown,
               const char *from,
               const char *to)
{
  const char *name = (const char *)shown->name;
  g_autofree char *step = step_of (shown->ns, shown->name, "@");
  gboolean is_id = shown->ns == NULL && strcmp (name, "id") == 0;
  PtAlteration *detail = add (walk, is_id ? PT_ALTERED_ID : PT_ALTERED_ATTRIBUTE, step, from, to);

  if (shown->ns != NULL)
    return;
  detail->from_element = referred (walk, PT_BEFORE, nodes[PT_BEFORE], name, from);
  detail->to_element = referred (walk, PT_AFTER, nodes[PT_AFTER], name, to);
}

static void
compare_attributes (Walk *walk, const xmlNode *before, const xmlNode *after)
{
  const xmlNode *const nodes[] = { before, after };
  const xmlAttr *guess = after->properties;

  for (const xmlAttr *a = before->properties; a != NULL; a = a->next)
    {
      const xmlAttr *b = counterpart (after, a, guess);
      const char *from = pt_tree_attribute (a);
      const char *to = b != NULL ? pt_tree_attribute (b) : NULL;

      if (b == NULL ? !pt_default_is (before, a)
                    : to == NULL
                          || !pt_versions_agree (walk->versions, before, after,
                                                 (const char *)a->name, ns_of (a), from, to))
        add_attribute (walk, nodes, b != NULL ? b : a, from, to);
      guess = guess != NULL ? guess->next : NULL;
    }
  guess = before->properties;
  for (const xmlAttr *b = after->properties; b != NULL; b = b->next)
    {
      if (counterpart (before, b, guess) == NULL && !pt_default_is (after, b))
        add_attribute (walk, nodes, b, NULL, pt_tree_attribute (b));
      guess = guess != NULL ? guess->next : NULL;
    }
}

/* --- texts --- */

static void
compare_texts (Walk *walk, const xmlNode *before, const xmlNode *after)
{
  g_autofree char *from = pt_versions_text (before);
  g_autofree char *to = pt_versions_text (after);
  PtAlteration *detail;

  if (pt_versions_agree (walk->versions, before, after, NULL, NULL, from, to))
    return;
  detail = add (walk, PT_ALTERED_TEXT, "", from, to);
  detail->from_element = referred (walk, PT_BEFORE, before, NULL, from);
  detail->to_element = referred (walk, PT_AFTER, after, NULL, to);
}

/* --- children --- */

static gboolean
names_end (PtVersions *versions,
           PtSide side,
           const xmlNode *owner,
           const char *flow,
           const char *end)
{
  const PtEntry *entry = pt_catalog_lookup (versions->sides[side], flow);
  const char *named = entry != NULL ? pt_tree_value (entry->face.node, end) : NULL;
  const PtEntry *node = named != NULL ? pt_catalog_lookup (versions->sides[side], named) : NULL;

  return node != NULL && node->face.node == owner;
}

/* A listed flow that does end here says nothing new. */
static gboolean
repeats_flow (PtVersions *versions, PtSide side, const xmlNode *owner, const xmlNode *child)
{
  const char *flow = pt_tree_leaf (child);

  if (flow == NULL)
    return FALSE;
  if (pt_xml_is (child, PT_NS_BPMN, "incoming"))
    return names_end (versions, side, owner, flow, "targetRef");
  return pt_xml_is (child, PT_NS_BPMN, "outgoing")
         && names_end (versions, side, owner, flow, "sourceRef");
}

gboolean
pt_parts_is_skipped (PtVersions *versions, PtSide side, const xmlNode *owner, const xmlNode *child)
{
  PtBpmnType type;

  return pt_catalog_is_entry (child, &type) || pt_xml_is (child, PT_NS_BPMN, "flowNodeRef")
         || repeats_flow (versions, side, owner, child);
}

static GPtrArray *
list_children (PtVersions *versions, PtSide side, const xmlNode *node)
{
  GPtrArray *children = g_ptr_array_new ();

  for (xmlNode *child = pt_xml_first_element (node); child; child = pt_xml_next_element (child))
    if (!pt_parts_is_skipped (versions, side, node, child))
      g_ptr_array_add (children, child);
  return children;
}

static char *
to_xml (const xmlNode *node)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  xmlNodeDump (buffer, node->doc, (xmlNode *)node, 0, 0);
  text = g_strdup ((const char *)xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

static void
add_child (Walk *walk, PtSide side, const xmlNode *child)
{
  g_autofree char *step = step_of (child->ns, child->name, "");
  g_autofree char *text = to_xml (child);
  const char *id = pt_tree_leaf (child);
  PtAlteration *detail = add (walk, PT_ALTERED_CHILD, step, side == PT_BEFORE ? text : NULL,
                              side == PT_AFTER ? text : NULL);

  *(side == PT_BEFORE ? &detail->from_element : &detail->to_element)
      = id != NULL ? referred (walk, side, child, NULL, id) : NULL;
  *(side == PT_BEFORE ? &detail->from_node : &detail->to_node) = child;
}

static void
compare_order (Walk *walk, const xmlNode *parent, const GPtrArray *children, const int *partners)
{
  int last = -1;

  for (guint i = 0; i < children->len; i++)
    {
      if (partners[i] < 0 || !pt_versions_is_ordered (parent, children->pdata[i]))
        continue;
      if (partners[i] < last)
        {
          add (walk, PT_ALTERED_ORDER, "", NULL, NULL);
          return;
        }
      last = partners[i];
    }
}

static void compare_nodes (Walk *walk, const xmlNode *before, const xmlNode *after);

static void
compare_pair (Walk *walk, const xmlNode *before, const xmlNode *after)
{
  gsize length;

  if (pt_versions_hash (walk->versions, PT_BEFORE, before)
      == pt_versions_hash (walk->versions, PT_AFTER, after))
    return;
  length = enter (walk, after);
  compare_nodes (walk, before, after);
  g_string_truncate (walk->path, length);
}

static void
add_unpaired (Walk *walk, const GPtrArray *before, const GPtrArray *after, const int *partners)
{
  g_autofree gboolean *taken = g_new0 (gboolean, after->len + 1);

  for (guint i = 0; i < before->len; i++)
    if (partners[i] >= 0)
      taken[partners[i]] = TRUE;
    else
      add_child (walk, PT_BEFORE, before->pdata[i]);
  for (guint i = 0; i < after->len; i++)
    if (!taken[i])
      add_child (walk, PT_AFTER, after->pdata[i]);
}

static void
compare_children (Walk *walk, const xmlNode *before, const xmlNode *after)
{
  g_autoptr (GPtrArray) olds = list_children (walk->versions, PT_BEFORE, before);
  g_autoptr (GPtrArray) news = list_children (walk->versions, PT_AFTER, after);
  g_autofree int *partners = NULL;

  if (olds->len == 0 && news->len == 0)
    return;
  partners = pt_parts_pair (walk->versions, olds, news);
  for (guint i = 0; i < olds->len; i++)
    if (partners[i] >= 0)
      compare_pair (walk, olds->pdata[i], news->pdata[partners[i]]);
  compare_order (walk, before, olds, partners);
  add_unpaired (walk, olds, news, partners);
}

static void
compare_nodes (Walk *walk, const xmlNode *before, const xmlNode *after)
{
  compare_attributes (walk, before, after);
  compare_texts (walk, before, after);
  compare_children (walk, before, after);
}

static gboolean
is_same (PtVersions *versions, const PtEntry *before, const PtEntry *after, gboolean has_parts)
{
  return pt_versions_same_source (versions, before, after)
         || (has_parts ? pt_parts_are_same (before->face.node, after->face.node)
                       : pt_parts_attributes_are_same (before->face.node, after->face.node));
}

void
pt_parts_compare (PtVersions *versions,
                  const PtEntry *before,
                  const PtEntry *after,
                  GPtrArray *details)
{
  gboolean has_parts = before->has_parts || after->has_parts;
  g_autoptr (GString) path = NULL;
  Walk walk = { versions, NULL, details };

  if (is_same (versions, before, after, has_parts))
    return;
  path = g_string_new (NULL);
  walk.path = path;
  if (has_parts)
    compare_nodes (&walk, before->face.node, after->face.node);
  else
    compare_attributes (&walk, before->face.node, after->face.node);
}
