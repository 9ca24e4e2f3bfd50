/* pt-difference-label.c: elements and values in words
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-difference-label.h"

#define MAX_LETTERS 80

char *
pt_quoted (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      gboolean space = g_unichar_isspace (letter);

      if (space && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;
      g_string_append_unichar (line, space ? ' ' : letter);
      n++;
    }
  g_strchomp (line->str);
  /* Translators: quotation marks, without and with the sign that more follows */
  return g_strdup_printf (n < MAX_LETTERS ? _ ("“%s”") : _ ("“%s…”"), line->str);
}

PtCatalog *
pt_compared_catalog (const PtComparison *self, const PtCompared *compared)
{
  const PtEntry *entry = (const PtEntry *)compared;
  const GPtrArray *entries = self->versions.sides[PT_BEFORE]->entries;
  gboolean is_before = entry->index < entries->len && entries->pdata[entry->index] == entry;

  return self->versions.sides[is_before ? PT_BEFORE : PT_AFTER];
}

const PtCompared *
pt_compared_end (const PtComparison *self, const PtCompared *compared, const char *name)
{
  const char *id = pt_tree_value (compared->node, name);
  const PtEntry *end;

  for (xmlNode *child = pt_xml_first_element (compared->node); child && id == NULL;
       child = pt_xml_next_element (child))
    if (pt_xml_is (child, PT_NS_BPMN, name))
      id = pt_tree_leaf (child);
  end = id != NULL ? pt_catalog_lookup (pt_compared_catalog (self, compared), id) : NULL;
  return end != NULL ? &end->face : NULL;
}

static const char *
kind_label (const PtCompared *compared)
{
  switch (((const PtEntry *)compared)->kind)
    {
    case PT_ENTRY_DIAGRAM:
      return _ ("Diagram");
    case PT_ENTRY_FIGURE:
      return _ ("Shape");
    case PT_ENTRY_ELEMENT:
    default:
      return pt_bpmn_type_label (compared->type);
    }
}

static gboolean
is_flow (const PtCompared *compared)
{
  return pt_bpmn_type_info (compared->type)->family == PT_FAMILY_FLOW;
}

static char *
label_of_flow (const PtComparison *self, const PtCompared *compared)
{
  const PtCompared *source = pt_compared_end (self, compared, "sourceRef");
  const PtCompared *target = pt_compared_end (self, compared, "targetRef");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (source == NULL || target == NULL || is_flow (source) || is_flow (target))
    return NULL;
  from = pt_compared_short (self, source);
  to = pt_compared_short (self, target);
  /* Translators: a flow without a name: its type, and what it connects */
  return g_strdup_printf (_ ("%s from %s to %s"), kind_label (compared), from, to);
}

char *
pt_compared_label (const PtComparison *self, const PtCompared *compared)
{
  g_autofree char *name = compared->name != NULL ? pt_quoted (compared->name) : NULL;
  char *flow = name == NULL && is_flow (compared) ? label_of_flow (self, compared) : NULL;

  if (flow != NULL)
    return flow;
  if (name == NULL && compared->id != NULL)
    name = pt_quoted (compared->id);
  /* Translators: an element: its type, and its name or id in quotation marks */
  return name != NULL ? g_strdup_printf (_ ("%s %s"), kind_label (compared), name)
                      : g_strdup (kind_label (compared));
}

char *
pt_compared_short (const PtComparison *self, const PtCompared *compared)
{
  return compared->name != NULL ? pt_quoted (compared->name) : pt_compared_label (self, compared);
}

char *
pt_difference_label (const PtComparison *self, const PtDifference *difference)
{
  return pt_compared_label (self,
                            difference->after != NULL ? difference->after : difference->before);
}
