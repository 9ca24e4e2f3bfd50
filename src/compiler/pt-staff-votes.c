/* pt-staff-votes.c: tasks that need several people, at once or one after the other
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-staff.h"

/* The pass goes on with what is possible, so that the same is not told again as a conflict. */
static void
check_votes (PtStaff *self, PtStaffWork *work)
{
  g_autofree char *needed = g_strdup_printf ("%u", work->n_seats);
  g_autofree char *there = g_strdup_printf ("%u", work->people->len);
  const char *id = pt_program_node (self->program, work->node)->origin.logical;
  PtDiagnostic *finding;

  if (work->n_seats < 2 || work->people->len >= work->n_seats || work->people->len == 0)
    return;
  finding = pt_staff_say (self, PT_CODE_RS08, work->node, work->label, needed, there);
  pt_diagnostic_add_fix (finding, PT_FIX_SET_ROUNDS, there, id, NULL);
  work->n_seats = 1;
}

/* ----- rounds -------------------------------------------------------------------------------- */

/* A loop that a rule wants to be done by somebody else each time. */
static gboolean
separates_rounds (const PtStaffBond *bond)
{
  return bond->type == PT_RULE_SEPARATE_TASKS && bond->works->len == 1 && bond->weight == 0;
}

/* Returns: how often it is done at most, or 0 when that is open */
static guint
count_rounds (const PtNode *node)
{
  const char *text = node->loop == PT_LOOP_STANDARD ? node->loop_maximum : node->loop_text;
  guint64 n = 0;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &n, NULL))
    return 0;
  return (guint)n;
}

static void
check_rounds (PtStaff *self, PtStaffBond *bond)
{
  PtStaffWork *work = pt_staff_work (self, g_array_index (bond->works, guint, 0));
  const PtNode *node = pt_program_node (self->program, work->node);
  guint n_rounds = count_rounds (node);
  g_autofree char *round = g_strdup_printf ("%u", work->people->len + 1);
  g_autofree char *most = g_strdup_printf ("%u", work->people->len);
  PtDiagnostic *finding;

  if (work->people->len == 0 || (n_rounds > 0 && n_rounds <= work->people->len))
    {
      work->n_seats = MAX (work->n_seats, n_rounds);
      return;
    }
  finding = pt_staff_say (self, PT_CODE_RS06, work->node, round, work->label, bond->label);
  pt_diagnostic_add_fix (finding, PT_FIX_SET_ROUNDS, most, node->origin.logical, NULL);
  bond->is_said = TRUE;
}

void
pt_staff_check_votes (PtStaff *self)
{
  for (guint i = 0; i < self->bonds->len; i++)
    if (separates_rounds (pt_staff_bond (self, i)))
      check_rounds (self, pt_staff_bond (self, i));
  for (guint i = 0; i < self->works->len; i++)
    check_votes (self, pt_staff_work (self, i));
}
