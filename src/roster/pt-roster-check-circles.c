/* pt-roster-check-circles.c: references that lead back to where they began
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-roster-checks.h"

typedef struct
{
  const char *tag, *attribute;
} Reference;

/* Following these must end somewhere. */
static const Reference trees[] = {
  { "unit", "within" },
  { "role", "reports-to" },
  { "role", "is-a" },
  { "person", "manager" },
};

/* These must lead to another entry; two may well refer to each other. */
static const Reference others[] = {
  { "role", "deputy" },
  { "away", "deputy" },
};

/* An entry on the way from where the walk began. */
typedef struct
{
  xmlNode *node;
  GStrv ids; /* where it refers to */
  guint next;
} Step;

typedef struct
{
  const PtRosterCheck *check;
  const Reference *reference;
  GHashTable *states; /* entry → whether it is on the way (1) or done (2) */
  GArray *way;        /* of Step */
} Walk;

/* ----- findings --------------------------------------------------------------------------------
 */

/* The reference of @node to @id closes the circle; it can be taken away. */
static void
offer_cut (const PtRosterCheck *check,
           PtDiagnostic *diagnostic,
           xmlNode *node,
           const char *attribute,
           const char *id)
{
  g_autofree char *value = pt_xml_attribute (node, attribute);
  g_autofree char *path = pt_roster_check_path (check, node);
  g_auto (GStrv) ids = pt_roster_split (value);
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) != 0)
      g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", ids[i]);
  if (rest->len > 0)
    pt_diagnostic_add_fix (diagnostic, PT_FIX_SET_VALUE, rest->str, path, attribute, value, NULL);
  else
    pt_diagnostic_add_fix (diagnostic, PT_FIX_REMOVE_REFERENCE, id, path, attribute, NULL);
}

/* @ids: of char*: of the entries of the circle; @last: the element whose reference closes it */
static void
add_circle (const PtRosterCheck *check,
            const char *attribute,
            GPtrArray *ids,
            xmlNode *start,
            xmlNode *last)
{
  g_autoptr (GString) chain = g_string_new (NULL);
  PtDiagnostic *diagnostic;

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (chain, "%s → ", (const char *)ids->pdata[i]);
  g_string_append (chain, ids->pdata[0]);
  diagnostic = pt_diagnostics_add (check->diagnostics, PT_CODE_RF05, attribute, chain->str, NULL);
  for (guint i = 0; i < ids->len; i++)
    pt_diagnostic_add_element (diagnostic, ids->pdata[i]);
  offer_cut (check, diagnostic, last, attribute, ids->pdata[0]);
  pt_roster_check_place (check, diagnostic, start);
}

/* ----- walking ---------------------------------------------------------------------------------
 */

static void
clear_step (gpointer step)
{
  g_strfreev (((Step *)step)->ids);
}

static void
enter (Walk *self, xmlNode *node)
{
  g_autofree char *value = pt_xml_attribute (node, self->reference->attribute);
  Step step = { node, pt_roster_split (value), 0 };

  g_hash_table_insert (self->states, node, GINT_TO_POINTER (1));
  g_array_append_val (self->way, step);
}

static void
report_way_from (Walk *self, xmlNode *start)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint first = self->way->len;

  while (first > 0 && g_array_index (self->way, Step, first - 1).node != start)
    first--;
  for (guint i = first - 1; i < self->way->len; i++)
    g_ptr_array_add (ids, pt_xml_attribute (g_array_index (self->way, Step, i).node, "id"));
  add_circle (self->check, self->reference->attribute, ids, start,
              g_array_index (self->way, Step, self->way->len - 1).node);
}

/* In depth, with a way of its own: a file may have very long chains. */
static void
walk_from (Walk *self, xmlNode *start)
{
  enter (self, start);
  while (self->way->len > 0)
    {
      Step *top = &g_array_index (self->way, Step, self->way->len - 1);
      const char *id = top->ids[top->next];
      xmlNode *node = id != NULL ? pt_roster_check_entry (self->check, id) : NULL;
      int state = node != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->states, node)) : 0;

      if (id == NULL)
        {
          g_hash_table_insert (self->states, top->node, GINT_TO_POINTER (2));
          g_array_set_size (self->way, self->way->len - 1);
          continue;
        }
      top->next++;
      if (node == NULL || !pt_roster_is (node, self->reference->tag))
        continue;
      if (state == 1)
        report_way_from (self, node);
      else if (state == 0)
        enter (self, node);
    }
}

static void
check_tree (const PtRosterCheck *check, const Reference *reference)
{
  Walk self = {
    .check = check,
    .reference = reference,
    .states = g_hash_table_new (NULL, NULL),
    .way = g_array_new (FALSE, FALSE, sizeof (Step)),
  };

  g_array_set_clear_func (self.way, clear_step);
  for (xmlNode *node = pt_xml_first_element (pt_document_get_root (check->document)); node != NULL;
       node = pt_xml_next_element (node))
    if (pt_roster_is (node, reference->tag) && !g_hash_table_contains (self.states, node))
      walk_from (&self, node);
  g_array_unref (self.way);
  g_hash_table_unref (self.states);
}

/* @node: an entry, or a part of one */
static void
check_other (const PtRosterCheck *check, xmlNode *entry, xmlNode *node)
{
  g_autofree char *id = pt_xml_attribute (entry, "id");

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *value = pt_roster_is (node, others[i].tag)
                                   ? pt_xml_attribute (node, others[i].attribute)
                                   : NULL;
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      g_ptr_array_add (ids, id);
      if (value != NULL && strcmp (g_strstrip (value), id) == 0)
        add_circle (check, others[i].attribute, ids, node, node);
    }
}

void
pt_roster_check_circles (const PtRosterCheck *check)
{
  for (guint i = 0; i < G_N_ELEMENTS (trees); i++)
    check_tree (check, &trees[i]);
  for (xmlNode *entry = pt_xml_first_element (pt_document_get_root (check->document));
       entry != NULL; entry = pt_xml_next_element (entry))
    {
      check_other (check, entry, entry);
      for (xmlNode *part = pt_xml_first_element (entry); part != NULL;
           part = pt_xml_next_element (part))
        check_other (check, entry, part);
    }
}
