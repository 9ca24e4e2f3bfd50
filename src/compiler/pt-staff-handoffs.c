/* pt-staff-handoffs.c: from whom to whom work goes, when they meet, and who answers for it
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-next.h"
#include "pt-report.h"
#include "pt-staff.h"

#include <math.h>

#define N_WEEKS 52
#define MAX_WEEKS_TOLD 4

/* ----- what comes next --------------------------------------------------------------------------- */

/** Who hands on to whom: by work, the works after it. */
typedef struct
{
  PtStaff *staff;
  GPtrArray *next;  /* by work: GArray of guint */
  guint *work_of;   /* by node: work + 1, or 0 */
} Chain;

static GArray *
find_next (const Chain *self, const gboolean *stops, PtIndex from)
{
  g_autoptr (GArray) nodes = pt_next_nodes (self->staff->program, from, stops);
  GArray *next = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < nodes->len; i++)
    {
      guint work = self->work_of[g_array_index (nodes, PtIndex, i)] - 1;

      g_array_append_val (next, work);
    }
  return next;
}

static void
chain_init (Chain *self, PtStaff *staff)
{
  g_autofree gboolean *stops = g_new0 (gboolean, staff->program->nodes->len + 1);

  self->staff = staff;
  self->work_of = g_new0 (guint, staff->program->nodes->len + 1);
  self->next = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < staff->works->len; i++)
    if (!pt_staff_work (staff, i)->is_start)
      {
        self->work_of[pt_staff_work (staff, i)->node] = i + 1;
        stops[pt_staff_work (staff, i)->node] = TRUE;
      }
  for (guint i = 0; i < staff->works->len; i++)
    g_ptr_array_add (self->next, find_next (self, stops, pt_staff_work (staff, i)->node));
}

static void
chain_clear (Chain *self)
{
  g_ptr_array_unref (self->next);
  g_free (self->work_of);
}

static const PtRole *
role_of (const Chain *self, guint work)
{
  return pt_staff_work (self->staff, work)->role;
}

static const GArray *
next_of (const Chain *self, guint work)
{
  return self->next->pdata[work];
}

/* Whether work changes hands between them. */
static gboolean
is_handoff (const Chain *self, guint from, guint to)
{
  return !pt_staff_work (self->staff, from)->is_start && role_of (self, from) != NULL
         && role_of (self, to) != NULL && role_of (self, from) != role_of (self, to);
}

/* ----- RO01: how many ---------------------------------------------------------------------------- */

/* How many tasks follow each other in the same hand from @work on; @depth keeps loops from going on. */
static guint
count_row (const Chain *self, guint work, guint *known, guint depth)
{
  guint longest = 0;

  if (known[work] > 0 || depth == 0)
    return MAX (known[work], 1);
  known[work] = 1; /* what a loop leads back to does not count again */
  for (guint i = 0; i < next_of (self, work)->len; i++)
    {
      guint next = g_array_index (next_of (self, work), guint, i);

      if (role_of (self, next) == role_of (self, work))
        longest = MAX (longest, count_row (self, next, known, depth - 1));
    }
  return known[work] = longest + 1;
}

typedef struct
{
  guint n, n_units, longest;
} Metric;

static void
measure (const Chain *self, guint work, guint *known, Metric *metric)
{
  metric->longest = MAX (metric->longest, count_row (self, work, known, 1000));
  for (guint i = 0; i < next_of (self, work)->len; i++)
    {
      guint next = g_array_index (next_of (self, work), guint, i);

      if (!is_handoff (self, work, next))
        continue;
      metric->n++;
      metric->n_units += role_of (self, work)->unit != role_of (self, next)->unit;
    }
}

static void
tell_metric (const Chain *self, PtIndex process)
{
  PtStaff *staff = self->staff;
  g_autofree guint *known = g_new0 (guint, staff->works->len + 1);
  Metric metric = { 0 };
  g_autofree char *label = NULL, *n = NULL, *n_units = NULL, *longest = NULL;

  for (guint i = 0; i < staff->works->len; i++)
    if (pt_staff_work (staff, i)->process == process && !pt_staff_work (staff, i)->is_start)
      measure (self, i, known, &metric);
  if (metric.n == 0)
    return;
  label = pt_staff_process_label (staff, process);
  n = g_strdup_printf ("%u", metric.n);
  n_units = g_strdup_printf ("%u", metric.n_units);
  longest = g_strdup_printf ("%u", metric.longest);
  pt_report_at (pt_diagnostics_add (staff->diagnostics, PT_CODE_RO01, label, n, n_units, longest,
                                    NULL),
                &pt_program_scope (staff->program, process)->origin);
}

/* ----- RO02: to and fro -------------------------------------------------------------------------- */

typedef struct
{
  const PtRole *one, *other;
  guint n;       /* times it goes there and back */
  GArray *works; /* guint: each once */
} Rally;

static Rally *
find_rally (GPtrArray *rallies, const PtRole *one, const PtRole *other)
{
  Rally *rally;

  for (guint i = 0; i < rallies->len; i++)
    {
      rally = rallies->pdata[i];
      if (rally->one == one && rally->other == other)
        return rally;
    }
  rally = g_new0 (Rally, 1);
  rally->one = one;
  rally->other = other;
  rally->works = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (rallies, rally);
  return rally;
}

static void
rally_free (gpointer data)
{
  g_array_unref (((Rally *)data)->works);
  g_free (data);
}

static void
add_work (Rally *rally, guint work)
{
  for (guint i = 0; i < rally->works->len; i++)
    if (g_array_index (rally->works, guint, i) == work)
      return;
  g_array_append_val (rally->works, work);
}

/* Ways back that part behind @second are one: a case takes one of them. */
static void
note_rally (const Chain *self, guint first, guint second, GPtrArray *rallies)
{
  const GArray *next = next_of (self, second);
  Rally *rally = NULL;

  for (guint k = 0; k < next->len; k++)
    {
      guint third = g_array_index (next, guint, k);

      if (third == first || role_of (self, third) != role_of (self, first))
        continue;
      if (rally == NULL)
        {
          rally = find_rally (rallies, role_of (self, first), role_of (self, second));
          rally->n++;
          add_work (rally, first);
          add_work (rally, second);
        }
      add_work (rally, third);
    }
}

static void
note_rallies (const Chain *self, guint first, GPtrArray *rallies)
{
  for (guint i = 0; i < next_of (self, first)->len; i++)
    {
      guint second = g_array_index (next_of (self, first), guint, i);

      if (is_handoff (self, first, second))
        note_rally (self, first, second, rallies);
    }
}

/* Once is how work is done: somebody asks, somebody else answers. */
static void
tell_rallies (const Chain *self)
{
  PtStaff *staff = self->staff;
  g_autoptr (GPtrArray) rallies = g_ptr_array_new_with_free_func (rally_free);

  for (guint i = 0; i < staff->works->len; i++)
    note_rallies (self, i, rallies);
  for (guint i = 0; i < rallies->len; i++)
    {
      const Rally *rally = rallies->pdata[i];
      g_autofree char *n = g_strdup_printf ("%u", rally->n);
      g_autofree char *works = pt_staff_name_works (staff, rally->works);
      PtDiagnostic *finding;

      if (rally->n <= 1)
        continue;
      finding = pt_diagnostics_add (staff->diagnostics, PT_CODE_RO02,
                                                  rally->one->name, rally->other->name, n, works,
                                                  NULL);

      for (guint k = 0; k < rally->works->len; k++)
        pt_staff_say_at (staff, finding,
                         pt_staff_work (staff, g_array_index (rally->works, guint, k))->node);
    }
}

/* ----- RO03, RO04: who answers ------------------------------------------------------------------- */

static gboolean
names_accountable (const PtStaff *self, PtIndex process)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->process == process
        && pt_program_node (self->program, pt_staff_work (self, i)->node)->accountable != NULL)
      return TRUE;
  return FALSE;
}

static void
offer_accountable (const PtStaff *self, const PtStaffWork *work, char **ids, PtDiagnostic *finding)
{
  const char *id = pt_program_node (self->program, work->node)->origin.logical;
  gboolean is_any = FALSE;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PtRole *role = pt_roster_get_role (self->roster, ids[i]);

      if (role != NULL)
        pt_diagnostic_add_fix (finding, PT_FIX_SET_ACCOUNTABLE, role->name, role->id, id, NULL);
      is_any |= role != NULL;
    }
  if (!is_any && work->role != NULL)
    pt_diagnostic_add_fix (finding, PT_FIX_SET_ACCOUNTABLE, work->role->name, work->role->id, id,
                           NULL);
}

static void
check_answer (PtStaff *self, const PtStaffWork *work)
{
  const PtNode *node = pt_program_node (self->program, work->node);
  g_auto (GStrv) ids = g_strsplit (node->accountable != NULL ? node->accountable : "", " ", -1);
  guint n_ids = node->accountable != NULL ? g_strv_length (ids) : 0;
  g_autofree char *n = g_strdup_printf ("%u", n_ids);

  if (work->is_start)
    return;
  if (n_ids != 1 && names_accountable (self, work->process))
    offer_accountable (self, work, ids,
                       pt_staff_say (self, PT_CODE_RO03, work->node, work->label, n));
  if (work->role != NULL && pt_staff_has_word (node->tags, "control")
      && pt_staff_has_word (node->accountable, work->role->id))
    pt_staff_say (self, PT_CODE_RO04, work->node, work->role->name, work->label);
}

/* ----- RL04, RL05: when they meet ----------------------------------------------------------------- */

/* Returns: (transfer container) (nullable): of PtCalendar: of all who may do it, each once; %NULL when
 * one of them has none */
static GPtrArray *
calendars_of (const PtStaffWork *work)
{
  g_autoptr (GPtrArray) calendars = g_ptr_array_new ();

  for (guint i = 0; i < work->people->len; i++)
    {
      const PtCalendar *calendar = pt_person_get_calendar (work->people->pdata[i]);

      if (calendar == NULL)
        return NULL;
      if (!g_ptr_array_find (calendars, calendar, NULL))
        g_ptr_array_add (calendars, (gpointer)calendar);
    }
  return calendars->len > 0 ? g_steal_pointer (&calendars) : NULL;
}

static gboolean
share_an_hour (const PtStaff *self, const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    for (guint k = 0; k < b->len; k++)
      {
        g_autoptr (GArray) hours
            = pt_calendar_weekly_overlap (a->pdata[i], b->pdata[k], &self->day, N_WEEKS);

        for (guint week = 0; week < hours->len; week++)
          if (g_array_index (hours, double, week) >= 0.01)
            return TRUE;
      }
  return FALSE;
}

/* What holds in most weeks. */
static double
usual (const GArray *hours)
{
  double best = 0;
  guint most = 0;

  for (guint i = 0; i < hours->len; i++)
    {
      guint n = 0;

      for (guint k = 0; k < hours->len; k++)
        n += fabs (g_array_index (hours, double, k) - g_array_index (hours, double, i)) < 0.01;
      if (n > most)
        {
          most = n;
          best = g_array_index (hours, double, i);
        }
    }
  return best;
}

static char *
tell_weeks (const PtStaff *self, const GArray *hours, double usually, double *other)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func (g_free);
  GDate monday = self->day;

  g_date_subtract_days (&monday, (guint)g_date_get_weekday (&monday) - G_DATE_MONDAY);
  for (guint i = 0; i < hours->len; i++)
    {
      if (fabs (g_array_index (hours, double, i) - usually) > 0.01 && weeks->len < MAX_WEEKS_TOLD)
        {
          *other = g_array_index (hours, double, i);
          g_ptr_array_add (weeks, pt_roster_format_day (&monday));
        }
      g_date_add_days (&monday, 7);
    }
  return weeks->len > 0 ? pt_staff_join (weeks, FALSE) : NULL;
}

static void
tell_clocks (PtStaff *self, const PtStaffWork *a, const PtStaffWork *b, const PtCalendar *first,
             const PtCalendar *second)
{
  g_autoptr (GArray) hours = pt_calendar_weekly_overlap (first, second, &self->day, N_WEEKS);
  double usually = usual (hours), other = 0;
  g_autofree char *weeks = tell_weeks (self, hours, usually, &other);
  g_autofree char *normal = g_strdup_printf ("%g", usually);
  g_autofree char *special = g_strdup_printf ("%g", other);

  if (weeks != NULL)
    pt_staff_say (self, PT_CODE_RL05, b->node, a->role->name, b->role->name, normal, special, weeks);
}

static void
check_meeting (PtStaff *self, const PtStaffWork *a, const PtStaffWork *b, GHashTable *told)
{
  g_autoptr (GPtrArray) first = calendars_of (a), second = calendars_of (b);

  if (first == NULL || second == NULL
      || !g_hash_table_add (told, g_strdup_printf ("%s %s", a->role->id, b->role->id)))
    return;
  if (!share_an_hour (self, first, second))
    pt_staff_say (self, PT_CODE_RL04, b->node, a->label, a->role->name, b->label, b->role->name);
  else if (first->len == 1 && second->len == 1 && first->pdata[0] != second->pdata[0])
    tell_clocks (self, a, b, first->pdata[0], second->pdata[0]);
}

static void
check_meetings (const Chain *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->staff->works->len && !pt_effort_is_spent (&self->staff->effort); i++)
    for (guint k = 0; k < next_of (self, i)->len; k++)
      {
        guint next = g_array_index (next_of (self, i), guint, k);

        if (is_handoff (self, i, next))
          check_meeting (self->staff, pt_staff_work (self->staff, i),
                         pt_staff_work (self->staff, next), told);
      }
}

/* ----- all ------------------------------------------------------------------------------------- */

void
pt_staff_check_handoffs (PtStaff *self)
{
  Chain chain;

  chain_init (&chain, self);
  for (PtIndex scope = 0; scope < self->program->scopes->len; scope++)
    if (pt_program_scope (self->program, scope)->parent == PT_NO_INDEX)
      tell_metric (&chain, scope);
  tell_rallies (&chain);
  for (guint i = 0; i < self->works->len; i++)
    check_answer (self, pt_staff_work (self, i));
  check_meetings (&chain);
  chain_clear (&chain);
}
