/* pt-diagram-tree.c: which diagram shows the inside of what, and the way back up
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "pt-graph-private.h"

/* --- all drawings of an element --------------------------------------------------------------- */

static gboolean
is_before (const PtDiagramElement *a, const PtDiagramElement *b)
{
  guint first = pt_diagram_record (a->diagram)->index;
  guint second = pt_diagram_record (b->diagram)->index;

  return first < second || (first == second && a->z < b->z);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const PtDiagramElement *fa = *(PtDiagramElement *const *)a;
  const PtDiagramElement *fb = *(PtDiagramElement *const *)b;

  return is_before (fa, fb) ? -1 : is_before (fb, fa);
}

GPtrArray *
pt_element_figures (const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;
  GPtrArray *figures = g_ptr_array_new ();

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (r->kind == PT_REFERENCE_FIGURE && pt_reference_target (r) == element)
      g_ptr_array_add (figures, r->owner);
  g_ptr_array_sort (figures, compare_figures);
  return figures;
}

PtDiagramElement *
pt_element_first_figure (const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;
  PtDiagramElement *first = NULL;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (r->kind == PT_REFERENCE_FIGURE && pt_reference_target (r) == element
        && (!first || is_before (r->owner, first)))
      first = r->owner;
  return first;
}

/* --- down ------------------------------------------------------------------------------------- */

/* A diagram that shows something goes before an empty one, then the earlier one. */
static gboolean
is_better (const PtDiagram *a, const PtDiagram *b)
{
  if ((a->elements->len > 0) != (b->elements->len > 0))
    return a->elements->len > 0;
  return pt_diagram_record (a)->index < pt_diagram_record (b)->index;
}

PtDiagram *
pt_element_get_diagram (const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;
  PtDiagram *best = NULL;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    {
      PtDiagram *diagram = r->owner;

      if (r->kind == PT_REFERENCE_PLANE && pt_reference_target (r) == element
          && (!best || is_better (diagram, best)))
        best = diagram;
    }
  return best;
}

static gboolean
shows_content (PtDiagram *diagram, const PtElement *process)
{
  for (guint i = 0; process->children && i < process->children->len; i++)
    {
      const PtElement *child = g_ptr_array_index (process->children, i);

      if (pt_diagram_find (diagram, child)
          || (pt_element_is_a (child, PT_BPMN_LANE_SET) && shows_content (diagram, child)))
        return TRUE;
    }
  return FALSE;
}

/* A process in a pool is shown where the pool is drawn with its content. */
static PtDiagram *
diagram_of_pool (const PtElement *process)
{
  g_autoptr (GPtrArray) pools
      = process->participant ? pt_element_figures (process->participant) : NULL;

  for (guint i = 0; pools && i < pools->len; i++)
    {
      PtDiagram *diagram = ((PtDiagramElement *)g_ptr_array_index (pools, i))->diagram;

      if (shows_content (diagram, process))
        return diagram;
    }
  return NULL;
}

PtElement *
pt_figure_inside_element (const PtDiagramElement *figure)
{
  PtElement *element = figure->element;

  if (!element)
    return NULL;
  if (pt_element_is_a (element, PT_BPMN_SUB_PROCESS)
      || pt_element_is_a (element, PT_BPMN_SUB_CHOREOGRAPHY)
      || pt_element_is_a (element, PT_BPMN_SUB_CONVERSATION))
    return element;
  if (element->type == PT_BPMN_CALL_ACTIVITY || element->type == PT_BPMN_CALL_CHOREOGRAPHY
      || element->type == PT_BPMN_CALL_CONVERSATION)
    return element->ref && pt_element_family (element->ref) == PT_FAMILY_PLANE ? element->ref
                                                                               : NULL;
  if (element->type == PT_BPMN_PARTICIPANT && element->process
      && !shows_content (figure->diagram, element->process))
    return element->process;
  return NULL;
}

PtDiagram *
pt_figure_inside_diagram (const PtDiagramElement *figure)
{
  PtElement *inside = pt_figure_inside_element (figure);
  PtDiagram *diagram = inside ? pt_element_get_diagram (inside) : NULL;

  if (inside && !diagram && inside->type == PT_BPMN_PROCESS)
    diagram = diagram_of_pool (inside);
  return diagram != figure->diagram ? diagram : NULL;
}

/* --- up --------------------------------------------------------------------------------------- */

/* Only what stands in one place has one way up; a process may be called from anywhere. */
static const PtElement *
drawn_outside (const PtDiagram *diagram)
{
  const PtElement *element = diagram->element;

  if (!element)
    return NULL;
  return element->type == PT_BPMN_PROCESS ? element->participant : element;
}

/* Shapes of @element as one may come out of them: those to be seen first. */
static GPtrArray *
ways_out (const PtElement *element)
{
  g_autoptr (GPtrArray) figures = pt_element_figures (element);
  GPtrArray *ways = g_ptr_array_new ();

  for (gboolean hidden = FALSE; hidden <= TRUE; hidden++)
    for (guint i = 0; i < figures->len; i++)
      {
        PtDiagramElement *figure = g_ptr_array_index (figures, i);

        if (!figure->is_edge && figure->is_hidden == hidden)
          g_ptr_array_add (ways, figure);
      }
  return ways;
}

static PtDiagramElement *
first_outside (const PtDiagram *diagram, GPtrArray *ways)
{
  for (guint i = 0; i < ways->len; i++)
    {
      PtDiagramElement *figure = g_ptr_array_index (ways, i);

      if (figure->diagram != diagram)
        return figure;
    }
  return NULL;
}

PtDiagramElement *
pt_diagram_outside_figure (const PtDiagram *diagram)
{
  const PtElement *element = drawn_outside (diagram);
  g_autoptr (GPtrArray) ways = element ? ways_out (element) : NULL;

  return ways ? first_outside (diagram, ways) : NULL;
}

static PtDiagram *
outer_diagram (const PtDiagram *diagram)
{
  const PtDiagramElement *figure = pt_diagram_outside_figure (diagram);

  return figure ? figure->diagram : NULL;
}

GPtrArray *
pt_diagram_path (PtDiagram *diagram)
{
  g_autoptr (GHashTable) passed = g_hash_table_new (NULL, NULL);
  GPtrArray *path = g_ptr_array_new ();

  for (; diagram && g_hash_table_add (passed, diagram); diagram = outer_diagram (diagram))
    g_ptr_array_add (path, diagram);
  for (guint i = 0; i < path->len / 2; i++)
    {
      gpointer inner = path->pdata[i];

      path->pdata[i] = path->pdata[path->len - 1 - i];
      path->pdata[path->len - 1 - i] = inner;
    }
  return path;
}

/* Where one comes out of each diagram. One element may have many drawings and many diagrams, so that its
 * drawings are looked up once for all. Returns: of PtDiagramElement (nullable), one for each diagram */
static GPtrArray *
outside_figures (PtProcessGraph *self)
{
  g_autoptr (GHashTable) ways
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  GPtrArray *outside = g_ptr_array_new ();

  for (guint i = 0; i < self->diagrams->len; i++)
    {
      const PtDiagram *diagram = g_ptr_array_index (self->diagrams, i);
      const PtElement *element = drawn_outside (diagram);
      GPtrArray *known = element ? g_hash_table_lookup (ways, element) : NULL;

      if (element && !known)
        g_hash_table_insert (ways, (gpointer)element, known = ways_out (element));
      g_ptr_array_add (outside, known ? first_outside (diagram, known) : NULL);
    }
  return outside;
}

PtDiagram *
pt_process_graph_first_diagram (PtProcessGraph *self)
{
  g_autoptr (GPtrArray) outside = outside_figures (self);
  PtDiagram *best = NULL;

  for (guint i = 0; i < self->diagrams->len; i++)
    {
      PtDiagram *diagram = g_ptr_array_index (self->diagrams, i);

      if (diagram->elements->len > 0 && !g_ptr_array_index (outside, i))
        return diagram;
      if (!best || is_better (diagram, best))
        best = diagram;
    }
  return best;
}

/* One diagram among the others, by their indices. */
typedef struct
{
  guint outer, first_inner, next; /* NONE where there is none */
  gboolean is_listed;
} Level;

#define NONE G_MAXUINT

static Level *
find_levels (PtProcessGraph *self)
{
  g_autoptr (GPtrArray) outside = outside_figures (self);
  guint n = self->diagrams->len;
  Level *levels = g_new0 (Level, n + 1);

  for (guint i = 0; i <= n; i++)
    levels[i] = (Level){ .outer = NONE, .first_inner = NONE, .next = NONE };
  /* backwards, so that the first comes to stand in front; @n holds those that are outermost */
  for (guint i = n; i-- > 0;)
    {
      const PtDiagramElement *figure = g_ptr_array_index (outside, i);
      guint outer = figure ? pt_diagram_record (figure->diagram)->index : n;

      levels[i].outer = outer;
      levels[i].next = levels[outer].first_inner;
      levels[outer].first_inner = i;
    }
  return levels;
}

/* Into what is inside, else on to what stands beside it or beside what is around it. */
static guint
next_level (const Level *levels, guint at)
{
  if (levels[at].first_inner != NONE)
    return levels[at].first_inner;
  while (levels[at].next == NONE && levels[at].outer != NONE)
    at = levels[at].outer;
  return levels[at].next;
}

GPtrArray *
pt_process_graph_diagrams_by_depth (PtProcessGraph *self)
{
  guint n = self->diagrams->len;
  g_autofree Level *levels = find_levels (self);
  GPtrArray *list = g_ptr_array_new ();

  for (guint at = next_level (levels, n); at != NONE; at = next_level (levels, at))
    {
      levels[at].is_listed = TRUE;
      g_ptr_array_add (list, g_ptr_array_index (self->diagrams, at));
    }
  /* those that are drawn within each other */
  for (guint i = 0; i < n; i++)
    if (!levels[i].is_listed)
      g_ptr_array_add (list, g_ptr_array_index (self->diagrams, i));
  return list;
}

static gboolean
is_undrawn (const PtElement *process)
{
  gboolean has_nodes = FALSE;

  if (process->type != PT_BPMN_PROCESS || !process->id || pt_element_get_diagram (process))
    return FALSE;
  for (guint i = 0; process->children && i < process->children->len; i++)
    {
      const PtElement *child = g_ptr_array_index (process->children, i);

      if (child->figure)
        return FALSE;
      has_nodes = has_nodes || pt_element_is_a (child, PT_BPMN_FLOW_NODE);
    }
  return has_nodes;
}

GPtrArray *
pt_process_graph_undrawn (PtProcessGraph *self)
{
  const PtElement *definitions = pt_process_graph_get_definitions (self);
  GPtrArray *undrawn = g_ptr_array_new ();

  for (guint i = 0; definitions->children && i < definitions->children->len; i++)
    if (is_undrawn (g_ptr_array_index (definitions->children, i)))
      g_ptr_array_add (undrawn, g_ptr_array_index (definitions->children, i));
  return undrawn;
}

/* --- in words --------------------------------------------------------------------------------- */

/* What a drawing of pools without a name shows: who takes part. */
static char *
names_of_pools (const PtElement *collaboration)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; collaboration->children && i < collaboration->children->len; i++)
    {
      const PtElement *pool = g_ptr_array_index (collaboration->children, i);

      if (pool->type != PT_BPMN_PARTICIPANT || !pool->name || !*pool->name)
        continue;
      g_autofree char *name = pt_element_display_name (pool);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, names->len == 0);
}

static char *
name_of_content (const PtDiagram *diagram)
{
  const PtElement *element = diagram->element;
  gboolean is_named = element && element->name && *element->name;
  char *pools = NULL;

  if (element && element->type == PT_BPMN_COLLABORATION && !is_named)
    pools = names_of_pools (element);
  else if (element && element->type == PT_BPMN_PROCESS && !is_named && element->participant
           && element->participant->name)
    return pt_element_display_name (element->participant);
  if (pools || !element)
    return pools;
  return pt_element_display_name (element);
}

char *
pt_diagram_title (const PtDiagram *diagram)
{
  gboolean is_inside = diagram->element && pt_element_family (diagram->element) != PT_FAMILY_PLANE;
  gboolean is_named = diagram->name && *diagram->name;
  char *title = is_named && !is_inside ? NULL : name_of_content (diagram);

  if (title)
    return title;
  if (is_named)
    return g_strdup (diagram->name);
  /* Translators: a drawing without a name, by its id */
  return diagram->id ? g_strdup_printf (_ ("Diagram “%s”"), diagram->id) : g_strdup (_ ("Diagram"));
}

/* --- the one being worked on ------------------------------------------------------------------ */

static void
gather_figures (PtProcessGraph *self, PtDiagram *diagram)
{
  for (guint i = 0; diagram && i < diagram->elements->len; i++)
    {
      PtElement *element = ((PtDiagramElement *)g_ptr_array_index (diagram->elements, i))->element;

      if (element)
        pt_graph_gather_figure (element);
    }
}

void
pt_process_graph_set_shown (PtProcessGraph *self, PtDiagram *diagram)
{
  PtDiagram *old = self->shown;

  if (old == diagram)
    return;
  self->shown = diagram;
  gather_figures (self, old);
  gather_figures (self, diagram);
}

PtDiagram *
pt_process_graph_get_shown (PtProcessGraph *self)
{
  return self->shown;
}

gboolean
pt_element_is_shown_whole (const PtElement *element)
{
  const PtId *id = pt_element_record (element)->id;

  for (PtReference *r = id ? id->references : NULL; r; r = r->next)
    if (r->kind == PT_REFERENCE_PLANE && pt_reference_target (r) == element)
      {
        const PtDiagram *shown = pt_diagram_record (r->owner)->graph->shown;

        if (!shown || shown == r->owner)
          return TRUE;
      }
  return FALSE;
}
