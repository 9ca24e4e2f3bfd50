/* pt-suggestions.c: which id is probably meant where one leads nowhere
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-suggestions.h"

#include <partitur/roster.h>
#include <string.h>

/* What it takes to fold an id, in letters compared. */
#define FOLDING 50

struct _PtSuggestions
{
  PtProcessGraph *graph;
  GHashTable *kinds; /* what is wanted → PtNameIndex */
  GPtrArray *ids;    /* owns the ids in them */
  guint64 patience;  /* with looking for similar ones */
};

/* An element or a part of the drawing that may be named. */
typedef gboolean (*Fits) (const PtDanglingReference *reference,
                          const PtElement *element,
                          const xmlNode *node);

PtSuggestions *
pt_suggestions_new (PtProcessGraph *graph)
{
  PtSuggestions *self = g_new0 (PtSuggestions, 1);

  self->graph = graph;
  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)pt_name_index_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->patience = PT_PATIENCE;
  return self;
}

void
pt_suggestions_free (PtSuggestions *self)
{
  g_hash_table_unref (self->kinds);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

/* ----- collecting ids ------------------------------------------------------------------------- */

static void
add (PtSuggestions *self, PtNameIndex *index, const char *id)
{
  char *kept;

  if (!id || self->patience < FOLDING)
    return;
  self->patience -= FOLDING;
  kept = g_strdup (id);
  g_ptr_array_add (self->ids, kept);
  pt_name_index_add (index, kept, kept);
}

static void
add_elements (PtSuggestions *self,
              PtNameIndex *index,
              Fits fits,
              const PtDanglingReference *reference)
{
  GPtrArray *elements = pt_process_graph_get_elements (self->graph);

  for (guint i = 0; i < elements->len; i++)
    {
      const PtElement *element = g_ptr_array_index (elements, i);

      if (fits (reference, element, element->node))
        add (self, index, element->id);
    }
}

static void
add_parts_of_drawing (PtSuggestions *self,
                      PtNameIndex *index,
                      Fits fits,
                      const PtDanglingReference *reference)
{
  GPtrArray *diagrams = pt_process_graph_get_diagrams (self->graph);

  for (guint i = 0; i < diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (diagrams, i);

      for (guint k = 0; k < diagram->elements->len; k++)
        {
          const PtDiagramElement *figure = g_ptr_array_index (diagram->elements, k);

          if (fits (reference, NULL, figure->node))
            add (self, index, figure->id);
        }
      for (xmlNode *child = pt_xml_first_element (diagram->node); child;
           child = pt_xml_next_element (child))
        {
          g_autofree char *id = pt_xml_attribute (child, "id");

          if (fits (reference, NULL, child))
            add (self, index, id);
        }
    }
}

/* ----- asking --------------------------------------------------------------------------------- */

static gboolean
is_wanted (const PtDanglingReference *reference,
           const PtElement *element G_GNUC_UNUSED,
           const xmlNode *node)
{
  return pt_dangling_wants (reference, node);
}

static gboolean
is_undrawn (const PtDanglingReference *reference G_GNUC_UNUSED,
            const PtElement *element,
            const xmlNode *node G_GNUC_UNUSED)
{
  return element && !element->figure;
}

/* @kind: stands for what @fits accepts */
static const char *
find (PtSuggestions *self,
      gconstpointer kind,
      Fits fits,
      const PtDanglingReference *reference,
      const char *word)
{
  PtNameIndex *index = g_hash_table_lookup (self->kinds, kind);

  if (self->patience < FOLDING)
    return NULL;
  if (!index)
    {
      index = pt_name_index_new ();
      g_hash_table_insert (self->kinds, (gpointer)kind, index);
      add_elements (self, index, fits, reference);
      if (reference && reference->wanted_tags)
        add_parts_of_drawing (self, index, fits, reference);
    }
  return pt_name_index_suggest (index, word, &self->patience);
}

char *
pt_suggestions_find (PtSuggestions *self, const PtDanglingReference *reference)
{
  gconstpointer kind = reference->wanted_tags ? (gconstpointer)reference->wanted_tags
                                              : GUINT_TO_POINTER (reference->wanted);
  const char *colon = strchr (reference->value, ':');
  const char *local = colon ? colon + 1 : reference->value;
  const char *meant = find (self, kind, is_wanted, reference, local);

  return meant
             ? g_strdup_printf ("%.*s%s", (int)(local - reference->value), reference->value, meant)
             : NULL;
}

const char *
pt_suggestions_undrawn (PtSuggestions *self, const char *wanted)
{
  return find (self, "undrawn", is_undrawn, NULL, wanted);
}
