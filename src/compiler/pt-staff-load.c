/* pt-staff-load.c: how much work there is, who can do how much, and what it costs
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff-amounts.h"
#include "pt-staff.h"

#define N_MONTHS 12

typedef struct
{
  PtStaff *staff;
  double *visits; /* by node: in one case */
} Load;

/* Of one case; of votes, each takes its time. */
static double
hours_of (const Load *self, const PtStaffWork *work)
{
  const PtNode *node = pt_program_node (self->staff->program, work->node);

  return node->hours * self->visits[work->node] * work->n_seats;
}

/* ----- what there is ----------------------------------------------------------------------------- */

static gboolean
has_work (const PtRole *role, gpointer user_data)
{
  const Load *self = user_data;

  for (guint k = 0; k < self->staff->works->len; k++)
    if (pt_staff_work (self->staff, k)->role == role
        && hours_of (self, pt_staff_work (self->staff, k)) > 0)
      return TRUE;
  return FALSE;
}

static double
capacity_of (const Load *self, const PtRole *role, const GDate *from, const GDate *until,
             GPtrArray *away)
{
  const PtStaffSpan span = { self->staff->day, *from, *until };

  return pt_staff_capacity (self->staff->roster, role, &span, has_work, (gpointer)self, away);
}

/* ----- RL01 to RL03 ------------------------------------------------------------------------------ */

static char *
number (double value)
{
  return g_strdup_printf ("%.4g", value);
}

static double
demand_of (const Load *self, const PtRole *role)
{
  const PtStaff *staff = self->staff;
  double hours = 0;

  for (guint i = 0; i < staff->works->len; i++)
    if (pt_staff_work (staff, i)->role == role)
      hours += hours_of (self, pt_staff_work (staff, i))
               * pt_program_scope (staff->program, pt_staff_work (staff, i)->process)
                     ->cases_per_week;
  return hours;
}

static void
about_role (const PtStaff *self, PtDiagnostic *finding, const PtRole *role)
{
  for (guint i = 0; i < self->works->len; i++)
    if (pt_staff_work (self, i)->role == role && !pt_staff_work (self, i)->is_start)
      pt_staff_say_at (self, finding, pt_staff_work (self, i)->node);
}

static void
check_month (const Load *self, const PtRole *role, double demand, GDate first)
{
  g_autoptr (GPtrArray) away = g_ptr_array_new ();
  GDate last = first;
  double capacity, percent;
  g_autofree char *month = NULL, *load = NULL, *names = NULL;

  g_date_add_months (&last, 1);
  g_date_subtract_days (&last, 1);
  capacity = capacity_of (self, role, &first, &last, away);
  percent = capacity > 0 ? 100 * demand / capacity : 1000;
  if (percent <= PT_STAFF_LIMIT || away->len == 0)
    return;
  month = g_strdup_printf ("%04d-%02d", g_date_get_year (&first), g_date_get_month (&first));
  load = g_strdup_printf ("%.0f", percent);
  names = pt_staff_name_people (away, FALSE);
  about_role (self->staff,
              pt_diagnostics_add (self->staff->diagnostics, PT_CODE_RL03, role->name, month, load,
                                  names, NULL),
              role);
}

static void
check_months (const Load *self, const PtRole *role, double demand)
{
  GDate first = self->staff->day;

  g_date_set_day (&first, 1);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      check_month (self, role, demand, first);
      g_date_add_months (&first, 1);
    }
}

static void
check_role (const Load *self, const PtRole *role)
{
  PtStaff *staff = self->staff;
  double demand = demand_of (self, role);
  double capacity = capacity_of (self, role, &staff->day, &staff->day, NULL);
  g_autofree char *needed = number (demand), *there = number (capacity);
  g_autofree char *load = NULL, *limit = g_strdup_printf ("%d", PT_STAFF_LIMIT);

  if (demand <= 0
      || (capacity <= 0 && pt_roster_count_holders (staff->roster, role, &staff->day) == 0))
    return;
  load = g_strdup_printf ("%.0f", 100 * demand / MAX (capacity, 0.01));
  if (demand > capacity)
    about_role (staff,
                pt_diagnostics_add (staff->diagnostics, PT_CODE_RL01, role->name, needed, there,
                                    NULL),
                role);
  else if (100 * demand > PT_STAFF_LIMIT * capacity)
    about_role (staff,
                pt_diagnostics_add (staff->diagnostics, PT_CODE_RL02, role->name, load, limit, NULL),
                role);
  else
    check_months (self, role, demand);
}

static void
check_roles (const Load *self)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < self->staff->works->len; i++)
    {
      const PtRole *role = pt_staff_work (self->staff, i)->role;

      if (role == NULL || g_ptr_array_find (seen, role, NULL))
        continue;
      g_ptr_array_add (seen, (gpointer)role);
      check_role (self, role);
    }
}

/* ----- RL06: deadlines --------------------------------------------------------------------------- */

/* Returns: seconds of an ISO duration of days and less, or 0 */
static gint64
seconds_of (const char *iso)
{
  gint64 seconds = 0;
  guint64 n = 0;
  gboolean is_time = FALSE;

  if (iso == NULL || *iso != 'P')
    return 0;
  for (const char *c = iso + 1; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        {
          n = n * 10 + (guint64)(*c - '0');
          continue;
        }
      if (*c == 'T')
        is_time = TRUE;
      else if (*c == 'W' && !is_time)
        seconds += (gint64)n * 7 * 86400;
      else if (*c == 'D' && !is_time)
        seconds += (gint64)n * 86400;
      else if (*c == 'H' && is_time)
        seconds += (gint64)n * 3600;
      else if (*c == 'M' && is_time)
        seconds += (gint64)n * 60;
      else if (*c == 'S' && is_time)
        seconds += (gint64)n;
      else
        return 0;
      n = 0;
    }
  return seconds;
}

/* In a time longer than this everybody has hours to work. */
#define LONGEST_DEADLINE (G_GINT64_CONSTANT (60) * 86400)

/* Over two weeks, begun at each full hour. */
static double
find_least_hours (const PtStaff *self, const PtCalendar *calendar, gint64 seconds)
{
  gint64 start = pt_calendar_moment (calendar, &self->day, 0);
  double least = G_MAXDOUBLE;

  for (guint hour = 0; hour < 14 * 24; hour++)
    least = MIN (least, pt_calendar_hours (calendar, start + hour * 3600,
                                           start + hour * 3600 + seconds));
  return least;
}

/* Many people have few calendars. */
static double
least_hours (const PtStaff *self, GHashTable *known, const PtCalendar *calendar, gint64 seconds)
{
  double *least = g_hash_table_lookup (known, calendar);

  if (least == NULL)
    {
      least = g_new (double, 1);
      *least = find_least_hours (self, calendar, seconds);
      g_hash_table_insert (known, (gpointer)calendar, least);
    }
  return *least;
}

static void
check_deadline (PtStaff *self, const PtStaffWork *work, const PtNode *timer)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gint64 seconds = seconds_of (timer->time_iso);
  double best = 0, enough = MAX (pt_program_node (self->program, work->node)->hours, 0.01);
  g_autofree char *left = NULL;

  if (seconds <= 0 || seconds > LONGEST_DEADLINE || work->role == NULL || work->people->len == 0)
    return;
  for (guint i = 0; i < work->people->len && best < enough; i++)
    {
      const PtCalendar *calendar = pt_person_get_calendar (work->people->pdata[i]);

      if (calendar == NULL || pt_effort_is_spent (&self->effort))
        return;
      best = MAX (best, least_hours (self, known, calendar, seconds));
    }
  if (best >= enough)
    return;
  left = number (best);
  pt_staff_say (self, PT_CODE_RL06, work->node, work->label,
                timer->time_text != NULL ? timer->time_text : timer->time_iso, work->role->name,
                left);
}

static void
check_deadlines (PtStaff *self)
{
  for (PtIndex i = 0; i < self->program->nodes->len; i++)
    {
      const PtNode *node = pt_program_node (self->program, i);

      if (node->type != PT_BPMN_BOUNDARY_EVENT || node->time_kind != PT_TIME_DURATION)
        continue;
      for (guint k = 0; k < self->works->len; k++)
        if (pt_staff_work (self, k)->node == node->host)
          check_deadline (self, pt_staff_work (self, k), node);
    }
}

/* ----- RL07, RL08 -------------------------------------------------------------------------------- */

static gboolean
has_price (const PtStaffWork *work)
{
  return work->role != NULL && work->role->cost >= 0;
}

/* Returns: whether everything that takes time in the process has a price, and something does */
static gboolean
is_priced (const Load *self, PtIndex process, gboolean *has_hours)
{
  gboolean is_all = TRUE;

  *has_hours = FALSE;
  for (guint i = 0; i < self->staff->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self->staff, i);

      if (work->process != process
          || pt_program_node (self->staff->program, work->node)->hours <= 0)
        continue;
      *has_hours = TRUE;
      is_all &= has_price (work);
    }
  return *has_hours && is_all;
}

static double
price_of (const PtStaff *self, const PtStaffWork *work)
{
  return pt_program_node (self->program, work->node)->hours * work->n_seats * work->role->cost;
}

/* The least and the most that a path comes to, each task of it once. Returns: whether all paths were
 * looked at */
static gboolean
find_extremes (const Load *self, PtIndex process, double *least, double *most)
{
  gboolean is_complete = TRUE;
  PtIndex nodes[PT_STAFF_MAX_WATCHED] = { 0 };
  double prices[PT_STAFF_MAX_WATCHED];
  guint n = 0;
  g_autoptr (PtStaffRuns) runs = NULL;

  *least = G_MAXDOUBLE;
  *most = 0;
  for (guint i = 0; i < self->staff->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (self->staff, i);

      if (work->process != process || !has_price (work) || price_of (self->staff, work) <= 0)
        continue;
      is_complete = n < PT_STAFF_MAX_WATCHED;
      if (!is_complete)
        break;
      nodes[n] = work->node;
      prices[n++] = price_of (self->staff, work);
    }
  runs = pt_staff_runs_new (self->staff->maker, self->staff->program, process, nodes, n,
                            self->staff->effort.cancellable);
  for (guint i = 0; i < runs->runs->len; i++)
    {
      double price = 0;

      for (guint k = 0; k < n; k++)
        if (((const PtStaffRun *)runs->runs->pdata[i])->watched >> k & 1)
          price += prices[k];
      *least = MIN (*least, price);
      *most = MAX (*most, price);
    }
  return is_complete && runs->is_complete;
}

/* Returns: (nullable): the cheapest role a holder of which may do @work, if that is not its own */
static const PtRole *
find_cheaper (const PtStaff *self, const PtStaffWork *work)
{
  const PtRole *best = work->role;

  for (guint i = 0; i < work->people->len; i++)
    {
      const PtPerson *person = work->people->pdata[i];

      for (guint k = 0; k < person->holds->len; k++)
        {
          const PtHold *hold = person->holds->pdata[k];

          if (hold->role->cost >= 0 && hold->role->cost < best->cost
              && pt_hold_covers (hold, &self->day))
            best = hold->role;
        }
    }
  return best != work->role ? best : NULL;
}

static void
tell_cost (const Load *self, PtIndex process)
{
  PtStaff *staff = self->staff;
  g_autofree char *label = pt_staff_process_label (staff, process);
  g_autofree char *mean = NULL, *from = NULL, *to = NULL;
  const PtRole *cheaper = NULL;
  const char *task = "";
  double sum = 0, least, most;
  gboolean is_known;

  for (guint i = 0; i < staff->works->len; i++)
    {
      const PtStaffWork *work = pt_staff_work (staff, i);

      if (work->process != process || hours_of (self, work) <= 0)
        continue;
      sum += hours_of (self, work) * work->role->cost;
      if (cheaper == NULL && (cheaper = find_cheaper (staff, work)) != NULL)
        task = work->label;
    }
  is_known = find_extremes (self, process, &least, &most);
  mean = g_strdup_printf ("%.2f", sum);
  from = is_known ? g_strdup_printf ("%.2f", MIN (least, most)) : g_strdup ("");
  to = is_known ? g_strdup_printf ("%.2f", most) : g_strdup ("");
  pt_report_at (pt_diagnostics_add (staff->diagnostics, PT_CODE_RL07, label, mean, from, to, task,
                                    cheaper != NULL ? cheaper->name : "", NULL),
                &pt_program_scope (staff->program, process)->origin);
}

static void
check_process (const Load *self, PtIndex process)
{
  const PtScope *scope = pt_program_scope (self->staff->program, process);
  gboolean has_hours, is_known = is_priced (self, process, &has_hours);
  g_autofree char *label = NULL;

  if (is_known)
    tell_cost (self, process);
  if (!has_hours || scope->cases_per_week > 0)
    return;
  label = pt_staff_process_label (self->staff, process);
  pt_report_at (pt_diagnostics_add (self->staff->diagnostics, PT_CODE_RL08, label, NULL),
                &scope->origin);
}

void
pt_staff_check_load (PtStaff *self)
{
  Load load = { self, pt_staff_visits (self->program) };

  check_roles (&load);
  check_deadlines (self);
  for (PtIndex scope = 0; scope < self->program->scopes->len; scope++)
    if (pt_program_scope (self->program, scope)->parent == PT_NO_INDEX)
      check_process (&load, scope);
  g_free (load.visits);
}
