/* test-edits.c: what was done to a drawing is what a comparison tells of it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../modeling/drawing.h"

#include "versions.h"

#define N_SEEDS 40
#define N_STEPS 12

/* --- a restless user --- */

static const char *
any_id (Drawing *d, GRand *rand)
{
  GPtrArray *elements = pt_process_graph_get_elements (d->graph);
  guint begin = (guint)g_rand_int_range (rand, 0, (gint32)elements->len);

  for (guint i = 0; i < elements->len; i++)
    {
      PtElement *e = elements->pdata[(begin + i) % elements->len];

      if (e->id != NULL && e->figure != NULL && !e->figure->is_edge
          && pt_element_is_a (e, PT_BPMN_FLOW_NODE))
        return e->id;
    }
  return "Nobody";
}

static void
do_something (Drawing *d, GRand *rand)
{
  g_autofree char *id = g_strdup (any_id (d, rand));
  g_autofree char *name = g_strdup_printf ("Step %u", g_rand_int (rand));
  g_autofree char *made = NULL;
  const char *const ids[] = { id, NULL };
  PtNodeSpec spec = { PT_BPMN_USER_TASK, PT_BPMN_NONE, name };

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      pt_modeling_rename (d->graph, id, name);
      break;
    case 1:
      pt_modeling_move (d->graph, ids, g_rand_int_range (rand, -9, 9), 10, NULL);
      break;
    case 2:
      made = pt_modeling_append (d->graph, id, &spec);
      break;
    case 3:
      pt_modeling_delete (d->graph, ids);
      break;
    case 4:
      pt_modeling_set_documentation (d->graph, id, name);
      break;
    default:
      pt_modeling_replace (d->graph, id, PT_BPMN_MANUAL_TASK, PT_BPMN_NONE);
    }
}

/* --- what must be told, asked of the two views instead of the comparison --- */

static const PtDifference *
find (PtComparison *comparison, PtDifferenceKind kind, const char *id)
{
  for (guint i = 0; i < pt_comparison_get_length (comparison); i++)
    {
      const PtDifference *d = pt_comparison_get (comparison, i);
      const PtCompared *side = d->after != NULL ? d->after : d->before;

      if (d->kind == kind && side->type != PT_BPMN_NONE && g_strcmp0 (side->id, id) == 0)
        return d;
    }
  return NULL;
}

static gboolean
has_detail (const PtDifference *difference, PtAlterationKind kind, const char *path)
{
  for (guint i = 0; difference != NULL && i < difference->details->len; i++)
    {
      const PtAlteration *detail = difference->details->pdata[i];

      if (detail->kind == kind && (path == NULL || strcmp (detail->path, path) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
check_told (PtComparison *comparison, const char *id, gboolean is_so, gboolean is_told)
{
  g_autofree char *text = NULL;

  if (is_so == is_told)
    return;
  text = pt_comparison_to_text (comparison, PT_ASPECT_ALL);
  fail_msg ("%s: %s but %s\n%s", id, is_so ? "changed" : "did not change",
            is_told ? "told" : "not told", text);
}

static gboolean
differs (double a, double b)
{
  return fabs (a - b) > 1e-9;
}

static void
check_pair (PtComparison *comparison, PtElement *before, PtElement *after)
{
  const PtDifference *changed = find (comparison, PT_DIFFERENCE_CHANGED, after->id);
  const PtDifference *moved = find (comparison, PT_DIFFERENCE_MOVED, after->id);
  g_autofree char *said = pt_element_documentation (before);
  g_autofree char *says = pt_element_documentation (after);

  check_told (comparison, after->id, g_strcmp0 (before->name, after->name) != 0,
              has_detail (changed, PT_ALTERED_ATTRIBUTE, "@name"));
  check_told (comparison, after->id, before->type != after->type,
              has_detail (changed, PT_ALTERED_TYPE, NULL));
  check_told (comparison, after->id, g_strcmp0 (said, says) != 0,
              has_detail (changed, PT_ALTERED_CHILD, "documentation")
                  || has_detail (changed, PT_ALTERED_TEXT, "documentation"));
  if (before->figure == NULL || after->figure == NULL || after->figure->is_edge)
    return;
  check_told (comparison, after->id,
              differs (before->figure->bounds.x, after->figure->bounds.x)
                  || differs (before->figure->bounds.y, after->figure->bounds.y),
              has_detail (moved, PT_ALTERED_PLACE, NULL));
}

static void
check_all (PtComparison *comparison, Drawing *before, Drawing *after)
{
  GPtrArray *news = pt_process_graph_get_elements (after->graph);
  GPtrArray *olds = pt_process_graph_get_elements (before->graph);

  for (guint i = 0; i < news->len; i++)
    {
      PtElement *e = news->pdata[i];
      PtElement *old = e->id != NULL ? element (before, e->id) : NULL;

      if (e->id == NULL || e->type == PT_BPMN_PARTICIPANT_MULTIPLICITY)
        continue;
      check_told (comparison, e->id, old == NULL,
                  find (comparison, PT_DIFFERENCE_ADDED, e->id) != NULL);
      if (old != NULL)
        check_pair (comparison, old, e);
    }
  for (guint i = 0; i < olds->len; i++)
    {
      PtElement *e = olds->pdata[i];

      if (e->id != NULL)
        check_told (comparison, e->id, element (after, e->id) == NULL,
                    find (comparison, PT_DIFFERENCE_REMOVED, e->id) != NULL);
    }
}

/* --- tests --- */

static void
play (const char *fixture, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PtComparison) comparison = NULL;
  Drawing before, after;

  drawing_open (&before, fixture);
  drawing_open (&after, fixture);
  for (guint i = 0; i < N_STEPS; i++)
    do_something (&after, rand);
  comparison = pt_comparison_new (before.document, after.document);
  check_all (comparison, &before, &after);
  while (pt_document_can_undo (after.document))
    pt_document_undo (after.document);
  for (PtDifferenceKind kind = 0; kind < PT_N_DIFFERENCE_KINDS; kind++)
    assert_int_equal (count (before.document, after.document, kind), 0);
  drawing_close (&before);
  drawing_close (&after);
}

static void
test_edits (void **state)
{
  static const char *const fixtures[] = { "process.bpmn", "collaboration.bpmn", "vertical.bpmn" };

  for (guint seed = 0; seed < N_SEEDS; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
      play (fixtures[i], seed);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_edits),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
