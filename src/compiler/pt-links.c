/* pt-links.c: the link events of a program, found by what they are called
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-links.h"

/** Link: an event, by what it is found. */
typedef struct
{
  PtBpmnType type;
  PtIndex scope;
  const char *name; /* (nullable) */
} Link;

struct _PtLinks
{
  GHashTable *indices; /* Link → PtIndex of the first node */
};

static guint
hash_link (gconstpointer key)
{
  const Link *link = key;

  return ((link->name ? pt_id_hash (link->name) : 0) * 31 + link->scope) * 31 + link->type;
}

static gboolean
same_link (gconstpointer a, gconstpointer b)
{
  const Link *first = a, *second = b;

  return first->type == second->type && first->scope == second->scope
         && g_strcmp0 (first->name, second->name) == 0;
}

gboolean
pt_links_is (const PtNode *node, PtBpmnType type)
{
  return node->type == type && node->event_definition == PT_BPMN_LINK_EVENT_DEFINITION;
}

PtLinks *
pt_links_new (const PtProgram *program)
{
  PtLinks *self = g_new0 (PtLinks, 1);

  self->indices = g_hash_table_new_full (hash_link, same_link, g_free, NULL);
  for (PtIndex i = 0; i < program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (program, i);
      Link link = { node->type, node->scope, node->link };

      if (pt_links_is (node, node->type) && !g_hash_table_contains (self->indices, &link))
        g_hash_table_insert (self->indices, g_memdup2 (&link, sizeof link), GUINT_TO_POINTER (i));
    }
  return self;
}

void
pt_links_free (PtLinks *self)
{
  g_hash_table_unref (self->indices);
  g_free (self);
}

PtIndex
pt_links_partner (const PtLinks *self, const PtNode *link)
{
  const Link wanted = {
    link->type == PT_BPMN_INTERMEDIATE_THROW_EVENT ? PT_BPMN_INTERMEDIATE_CATCH_EVENT
                                                   : PT_BPMN_INTERMEDIATE_THROW_EVENT,
    link->scope,
    link->link,
  };
  gpointer found;

  return g_hash_table_lookup_extended (self->indices, &wanted, NULL, &found)
             ? GPOINTER_TO_UINT (found)
             : PT_NO_INDEX;
}
