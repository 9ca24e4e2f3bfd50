/* pt-label-plan.c: where the labels of a diagram stand of which the file does not say it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-label-things.h"

#include <string.h>

/* What labels keep between them and others where there is a choice. */
#define CLEARANCE 2.0
/* In a heap, so many things are looked at for one place, and so many for one label. */
#define MOST_THINGS 256
#define MOST_LOOKS 8192

/** Entry: what the plan knows of a figure. */
typedef struct
{
  const PtDiagramElement *figure;
  GArray *things; /* PtThing: what is in the way of others */
  PtPoint size;   /* of its label, zero when it has none to be placed */
  PtThing label;  /* where it stands */
  guint n_rings;  /* in which a place was looked for */
  PtThing reach;  /* around all places in these */
  gboolean is_placed;
  gboolean is_queued; /* to be placed anew */
} Entry;

struct _PtLabelPlan
{
  PtDiagram *diagram;
  const PtLabelSurvey *survey;
  gpointer data;
  guint64 version;
  gboolean is_surveyed; /* not before there is a label to be placed */
  GHashTable *entries;  /* PtDiagramElement → Entry */
  PtLabelGrid *ground;  /* things and placed labels */
  PtLabelGrid *reaches; /* of the labels to be placed */
};

/* ----- what crosses a place ------------------------------------------------------------------- */

/** Look: at one place for a label. */
typedef struct
{
  const PtDiagramElement *figure; /* whose label it is */
  const Entry *entry;             /* (nullable): its entry; labels behind it give way to it */
  PtBounds box;
  double crossed; /* how much of it is on something, weighted */
  double tight;   /* the same with clearance */
  double limit;   /* beyond so much it is no better than another place */
  guint n_left;   /* things to look at before it is enough */
} Look;

static const double weights[] = {
  [PT_THING_DOTS] = 1,                      /* per unit */
  [PT_THING_LINE] = 2, [PT_THING_BODY] = 2, /* per square unit */
  [PT_THING_TEXT] = 4, [PT_THING_LABEL] = 4,
};

static gboolean
gives_way (const PtThing *thing, const Entry *entry)
{
  const Entry *other = thing->owner;
  return thing->kind == PT_THING_LABEL && entry != NULL
         && (other == entry || other->figure->z > entry->figure->z);
}

/* Whether both the figure and its label are drawn on the body of a pool that does not show what
 * goes on in it. */
static gboolean
is_under (const PtThing *thing, const Look *look)
{
  const PtElement *pool = thing->kind == PT_THING_BODY && thing->owner != NULL
                              ? ((const Entry *)thing->owner)->figure->element
                              : NULL;
  PtBounds body = pt_thing_bounds (thing);

  return pool != NULL && pool->type == PT_BPMN_PARTICIPANT && pool != look->figure->element
         && !look->figure->is_edge && pt_bounds_contains (body, look->figure->bounds)
         && pt_bounds_contains (body, look->box);
}

static gboolean
look_at (PtThing *thing, gpointer data)
{
  Look *look = data;

  if (!gives_way (thing, look->entry) && !is_under (thing, look))
    {
      look->crossed += weights[thing->kind] * pt_thing_overlap (thing, look->box);
      look->tight
          += weights[thing->kind] * pt_thing_overlap (thing, pt_bounds_grow (look->box, CLEARANCE));
    }
  return --look->n_left > 0 && look->crossed <= look->limit;
}

/* What is hardly better is no reason to leave a place that readers expect sooner. */
static gboolean
is_much_less (double a, double b)
{
  return a < 0.9 * b;
}

static gboolean
is_better (const Look *a, const Look *b)
{
  return is_much_less (a->crossed, b->crossed)
         || (a->crossed <= b->crossed && is_much_less (a->tight, b->tight));
}

/** Search: for a place of a label. */
typedef struct
{
  PtLabelPlan *plan;
  const PtDiagramElement *figure;
  PtPoint size;
  const Entry *entry; /* (nullable): whose label it is, if it is one of the plan */
  Look best;
  guint n_rings, n_looks;
} Search;

static gboolean
is_clear (const Look *look)
{
  return look->crossed + look->tight <= 0;
}

static void
look_in_ring (Search *search, guint ring)
{
  PtBounds places[PT_LABEL_MOST_PLACES];
  guint n = pt_label_places (search->figure, search->size, ring, places);

  for (guint i = 0; i < n && search->n_looks < MOST_LOOKS && !is_clear (&search->best); i++)
    {
      Look look
          = { search->figure, search->entry, places[i], 0, 0, search->best.crossed, MOST_THINGS };
      pt_label_grid_query (search->plan->ground, pt_bounds_grow (places[i], CLEARANCE), look_at,
                           &look);
      search->n_looks += MOST_THINGS - look.n_left;
      if (is_better (&look, &search->best))
        search->best = look;
    }
}

/* Farther away only where nothing near is free. */
static void
search_place (Search *search)
{
  search->best = (Look){ .crossed = G_MAXDOUBLE };
  while (search->n_rings < PT_LABEL_RINGS && search->best.crossed > 0)
    look_in_ring (search, search->n_rings++);
}

/* ----- entries -------------------------------------------------------------------------------- */

static gboolean
is_free (const Entry *entry)
{
  return entry->size.x > 0;
}

static void
unplace (PtLabelPlan *self, Entry *entry)
{
  if (entry->is_placed)
    pt_label_grid_remove (self->ground, &entry->label);
  entry->is_placed = FALSE;
}

static void
call_off (PtLabelPlan *self, Entry *entry)
{
  if (entry->n_rings > 0)
    pt_label_grid_remove (self->reaches, &entry->reach);
  entry->n_rings = 0;
}

static PtBounds
reach_of (const Entry *entry)
{
  PtBounds places[PT_LABEL_MOST_PLACES], all = { 0 };

  for (guint ring = 0; ring < entry->n_rings; ring++)
    {
      guint n = pt_label_places (entry->figure, entry->size, ring, places);

      for (guint i = 0; i < n; i++)
        all = pt_bounds_union (all, places[i]);
    }
  return pt_bounds_grow (all, CLEARANCE);
}

static void
place (PtLabelPlan *self, Entry *entry)
{
  Search search = { .plan = self, .figure = entry->figure, .size = entry->size, .entry = entry };

  search_place (&search);
  unplace (self, entry);
  entry->label = pt_thing_box (PT_THING_LABEL, search.best.box, entry);
  pt_label_grid_add (self->ground, &entry->label);
  entry->is_placed = TRUE;
  if (entry->n_rings == search.n_rings)
    return;
  call_off (self, entry);
  entry->n_rings = search.n_rings;
  entry->reach = pt_thing_box (PT_THING_REACH, reach_of (entry), entry);
  pt_label_grid_add (self->reaches, &entry->reach);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;
  g_clear_pointer (&entry->things, g_array_unref);
  g_free (entry);
}

static void
enter (PtLabelPlan *self, Entry *entry)
{
  PtLabelNeeds needs = self->survey->measure (entry->figure, self->data);

  entry->size = needs.size;
  entry->things = pt_label_things (entry->figure, &needs, entry);
  for (guint i = 0; i < entry->things->len; i++)
    pt_label_grid_add (self->ground, &g_array_index (entry->things, PtThing, i));
}

static void
withdraw (PtLabelPlan *self, Entry *entry)
{
  unplace (self, entry);
  for (guint i = 0; entry->things != NULL && i < entry->things->len; i++)
    pt_label_grid_remove (self->ground, &g_array_index (entry->things, PtThing, i));
  call_off (self, entry);
  g_clear_pointer (&entry->things, g_array_unref);
  entry->size = (PtPoint){ 0 };
}

/* Returns: (nullable): the new entry of @figure, if it is shown */
static Entry *
add_figure (PtLabelPlan *self, const PtDiagramElement *figure)
{
  if (!self->survey->is_shown (figure, self->data))
    return NULL;
  Entry *entry = g_new0 (Entry, 1);
  entry->figure = figure;
  enter (self, entry);
  g_hash_table_insert (self->entries, (gpointer)figure, entry);
  return entry;
}

/* ----- the plan ------------------------------------------------------------------------------- */

static void
survey_all (PtLabelPlan *self)
{
  GPtrArray *figures = self->diagram->elements;

  self->is_surveyed = TRUE;
  for (guint i = 0; i < figures->len; i++)
    add_figure (self, figures->pdata[i]);
  for (guint i = 0; i < figures->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, figures->pdata[i]);
      if (entry != NULL && is_free (entry))
        place (self, entry);
    }
}

static gboolean
has_free_label (PtLabelPlan *self, GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (self->survey->is_shown (figures->pdata[i], self->data)
        && self->survey->is_free (figures->pdata[i], self->data))
      return TRUE;
  return FALSE;
}

PtLabelPlan *
pt_label_plan_new (PtDiagram *diagram, const PtLabelSurvey *survey, gpointer data)
{
  PtLabelPlan *self = g_new0 (PtLabelPlan, 1);

  self->diagram = diagram;
  self->survey = survey;
  self->data = data;
  self->version = diagram->version;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->ground = pt_label_grid_new ();
  self->reaches = pt_label_grid_new ();
  if (has_free_label (self, diagram->elements))
    survey_all (self);
  return self;
}

void
pt_label_plan_free (PtLabelPlan *self)
{
  pt_label_grid_free (self->ground);
  pt_label_grid_free (self->reaches);
  g_hash_table_unref (self->entries);
  g_free (self);
}

gboolean
pt_label_plan_get (PtLabelPlan *self, const PtDiagramElement *figure, PtBounds *box)
{
  const Entry *entry = g_hash_table_lookup (self->entries, figure);

  if (entry == NULL || !entry->is_placed)
    return FALSE;
  *box = pt_thing_bounds (&entry->label);
  return TRUE;
}

PtBounds
pt_label_plan_try (PtLabelPlan *self, const PtDiagramElement *figure, PtPoint size)
{
  if (!self->is_surveyed)
    survey_all (self);
  Search search = { .plan = self, .figure = figure, .size = size };
  search_place (&search);
  return search.best.box;
}

gboolean
pt_label_plan_is_current (PtLabelPlan *self)
{
  return self->version == self->diagram->version;
}

/* ----- after a change ------------------------------------------------------------------------- */

/** Update: what is under way. */
typedef struct
{
  PtLabelPlan *plan;
  GSequence *queue;       /* Entry: to be placed anew, by z */
  const PtThing *changed; /* came, went, or was moved from or to here */
  GPtrArray *moved;       /* PtDiagramElement: to be told */
} Update;

static int
compare_z (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *first = a, *second = b;
  return first->figure->z < second->figure->z ? -1 : first->figure->z > second->figure->z;
}

static void
enqueue (Update *update, Entry *entry)
{
  if (entry->is_queued)
    return;
  entry->is_queued = TRUE;
  g_sequence_insert_sorted (update->queue, entry, compare_z, NULL);
}

static gboolean
may_stand_on (const Entry *entry, const PtThing *thing)
{
  PtBounds places[PT_LABEL_MOST_PLACES];

  for (guint ring = 0; ring < entry->n_rings; ring++)
    {
      guint n = pt_label_places (entry->figure, entry->size, ring, places);

      for (guint i = 0; i < n; i++)
        if (pt_thing_overlap (thing, pt_bounds_grow (places[i], CLEARANCE)) > 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
enqueue_reaching (PtThing *reach, gpointer data)
{
  Update *update = data;
  Entry *entry = reach->owner;

  if (!entry->is_queued && !gives_way (update->changed, entry)
      && may_stand_on (entry, update->changed))
    enqueue (update, entry);
  return TRUE;
}

/* Enqueues the labels to which it matters that there is, or was, @thing. */
static void
enqueue_around (Update *update, const PtThing *thing)
{
  update->changed = thing;
  pt_label_grid_query (update->plan->reaches, pt_bounds_grow (pt_thing_bounds (thing), CLEARANCE),
                       enqueue_reaching, update);
}

/* With the label it had, whatever its rank among the others was then. */
static void
enqueue_around_entry (Update *update, const Entry *entry)
{
  for (guint i = 0; entry->things != NULL && i < entry->things->len; i++)
    enqueue_around (update, &g_array_index (entry->things, PtThing, i));
  if (!entry->is_placed)
    return;
  PtThing text = entry->label;
  text.kind = PT_THING_TEXT;
  enqueue_around (update, &text);
}

static void
take_out (Update *update, const PtDiagramElement *figure)
{
  Entry *entry = g_hash_table_lookup (update->plan->entries, figure);

  if (entry == NULL)
    return;
  enqueue_around_entry (update, entry);
  withdraw (update->plan, entry);
}

/* A figure that is no longer shown keeps an entry, but an empty one, until the plan is made anew.
 */
static void
take_in (Update *update, const PtDiagramElement *figure)
{
  PtLabelPlan *self = update->plan;
  Entry *entry = g_hash_table_lookup (self->entries, figure);

  if (entry == NULL)
    entry = add_figure (self, figure);
  else if (self->survey->is_shown (figure, self->data))
    enter (self, entry);
  if (entry == NULL)
    return;
  enqueue_around_entry (update, entry);
  if (is_free (entry))
    enqueue (update, entry);
  else
    entry->label = (PtThing){ 0 };
}

static void
place_next (Update *update)
{
  GSequenceIter *first = g_sequence_get_begin_iter (update->queue);
  Entry *entry = g_sequence_get (first);
  PtThing before = entry->label;

  g_sequence_remove (first);
  entry->is_queued = FALSE;
  if (!is_free (entry))
    return;
  place (update->plan, entry);
  if (memcmp (&before.from, &entry->label.from, 2 * sizeof (PtPoint)) == 0)
    return;
  g_ptr_array_add (update->moved, (gpointer)entry->figure);
  if (before.owner != NULL)
    enqueue_around (update, &before);
  enqueue_around (update, &entry->label);
}

static void
work_through (Update *update, const PtGraphChange *change)
{
  PtLabelPlan *self = update->plan;

  for (guint i = 0; i < change->removed_figures->len; i++)
    take_out (update, change->removed_figures->pdata[i]);
  for (guint i = 0; i < change->figures->len; i++)
    take_out (update, change->figures->pdata[i]);
  for (guint i = 0; i < change->figures->len; i++)
    {
      const PtDiagramElement *figure = change->figures->pdata[i];
      if (figure->diagram == self->diagram)
        take_in (update, figure);
    }
  while (!g_sequence_is_empty (update->queue))
    place_next (update);
  for (guint i = 0; i < change->removed_figures->len; i++)
    g_hash_table_remove (self->entries, change->removed_figures->pdata[i]);
}

GPtrArray *
pt_label_plan_update (PtLabelPlan *self, const PtGraphChange *change)
{
  Update update = { .plan = self };

  if (self->version != self->diagram->version && self->version + 1 != self->diagram->version)
    return NULL;
  update.moved = g_ptr_array_new ();
  self->version = self->diagram->version;
  if (!self->is_surveyed && has_free_label (self, change->figures))
    survey_all (self);
  else if (self->is_surveyed)
    {
      update.queue = g_sequence_new (NULL);
      work_through (&update, change);
      g_sequence_free (update.queue);
    }
  return update.moved;
}
