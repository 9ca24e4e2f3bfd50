/* pt-staff-words.c: how the staff pass words what it found
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pt-report.h"
#include "pt-staff.h"

#include <glib/gi18n-lib.h>

#define MAX_LISTED 5
#define MAX_TURNS 4

/* ----- findings ------------------------------------------------------------------------------ */

PtDiagnostic *
pt_staff_say_at (const PtStaff *self, PtDiagnostic *finding, PtIndex node)
{
  if (node != PT_NO_INDEX)
    pt_report_at (finding, &pt_program_node (self->program, node)->origin);
  return finding;
}

PtDiagnostic *
pt_staff_say_of (const PtStaff *self, PtDiagnostic *finding, const char *id)
{
  pt_diagnostic_add_element (finding, id);
  pt_diagnostic_set_place (finding, pt_roster_get_name (self->roster), 0, 0);
  return finding;
}

/* ----- lists --------------------------------------------------------------------------------- */

char *
pt_staff_join (const GPtrArray *texts, gboolean either)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = MIN (texts->len, MAX_LISTED), n_more = texts->len - n;
  /* Translators: between the last two of several names */
  const char *last = either ? _ (" or ") : _ (" and ");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s",
                            i == 0                          ? ""
                            : i + 1 == n && n == texts->len ? last
                                                            : ", ",
                            (const char *)texts->pdata[i]);
  if (n_more > 0 && either)
    g_string_append_printf (list,
                            g_dngettext (GETTEXT_PACKAGE, " or %u other", " or %u others", n_more),
                            n_more);
  else if (n_more > 0)
    g_string_append_printf (list,
                            g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n_more),
                            n_more);
  return g_strdup (list->str);
}

char *
pt_staff_name_people (const GPtrArray *people, gboolean either)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < people->len; i++)
    g_ptr_array_add (names, (gpointer)((const PtPerson *)people->pdata[i])->name);
  return pt_staff_join (names, either);
}

char *
pt_staff_name_works (const PtStaff *self, const GArray *works)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < works->len; i++)
    g_ptr_array_add (names,
                     pt_staff_fill (_ ("“{1}”"),
                                    pt_staff_work (self, g_array_index (works, guint, i))->label));
  return pt_staff_join (names, FALSE);
}

char *
pt_staff_process_label (const PtStaff *self, PtIndex process)
{
  const PtScope *scope = pt_program_scope (self->program, process);
  const char *name = scope->name;

  if (name == NULL && scope->participant != PT_NO_INDEX)
    name = pt_program_pool (self->program, scope->participant)->name;
  return pt_report_label (name, PT_BPMN_PROCESS, &scope->origin);
}

/* ----- ways through a process ---------------------------------------------------------------- */

static char *
tell_turn (const PtStaff *self, const PtStaffTurn *turn)
{
  g_autofree char *at = pt_report_node_label (self->program, turn->node);
  g_autofree char *to = NULL;

  if (turn->flow == PT_NO_INDEX)
    /* Translators: part of a condition: an event happens */
    return pt_staff_fill (_ ("“{1}” happens"), at);
  to = pt_report_flow_label (self->program, turn->flow);
  /* Translators: part of a condition: 1 the question of a gateway, 2 the answer */
  return pt_staff_fill (_ ("“{1}” is “{2}”"), at, to);
}

char *
pt_staff_tell_run (const PtStaff *self, const PtStaffRun *run)
{
  g_autoptr (GPtrArray) turns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; run != NULL && i < run->turns->len && turns->len < MAX_TURNS; i++)
    {
      char *turn = tell_turn (self, &g_array_index (run->turns, PtStaffTurn, i));

      if (g_hash_table_add (told, turn))
        g_ptr_array_add (turns, turn);
      else
        g_free (turn);
    }
  return turns->len > 0 ? pt_staff_join (turns, FALSE) : g_strdup ("");
}
